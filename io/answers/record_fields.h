/* SPDX-License-Identifier: MIT
 * What several answers have in a table of fields: owner, stage, status, tags and parent, and where
 * the days went. Private to io.
 * The first member of each record is its symbol; where the answer has a network, its activity. */
#ifndef GP_RECORD_FIELDS_H
#define GP_RECORD_FIELDS_H

#include "io/answers/field.h"

gp_value gp_owner_of(gp_answer *answer, const void *record);
gp_value gp_stage_of(gp_answer *answer, const void *record);
gp_value gp_status_of(gp_answer *answer, const void *record);
gp_value gp_tags_of(gp_answer *answer, const void *record);
gp_value gp_parent_of(gp_answer *answer, const void *record);

/* Where the days until a date went: the fields of a gp_elapsed. */
extern const gp_field gp_elapsed_fields[];

#define GP_RECORD_FIELDS                                                                           \
    {"owner", "owner", GP_COMPUTED(TEXT, gp_owner_of)},                                            \
        {"stage", "stage", GP_COMPUTED(TEXT, gp_stage_of)},                                        \
        {"status", "status", GP_COMPUTED(TEXT, gp_status_of)},                                     \
        {"tags", "tags", GP_COMPUTED(TEXTS, gp_tags_of)},                                          \
    {                                                                                              \
        "parent", "parent", GP_COMPUTED(TEXT, gp_parent_of)                                        \
    }

#endif
