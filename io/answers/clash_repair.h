/* SPDX-License-Identifier: MIT
 * The cheapest decisions that make the date of a clash: the end of what `clashes` tells of it.
 * Private to io. */
#ifndef GP_ANSWERS_CLASH_REPAIR_H
#define GP_ANSWERS_CLASH_REPAIR_H

#include "io/answers/field.h"

/* As text, below what helps; nothing where none was sought. */
void gp_add_clash_repair(gp_buffer *buffer, const gp_schedule *schedule, const gp_clash *clash,
                         const gp_write_options *options);

/* The repair of a gp_clash as a field of its own. */
gp_value gp_clash_repair_of(gp_answer *answer, const void *record);
extern const gp_field gp_clash_repair_fields[];
#define GP_CLASH_REPAIR_FIELD                                                                      \
    {                                                                                              \
        "repair", NULL, GP_COMPUTED(RECORD, gp_clash_repair_of), .fields = gp_clash_repair_fields  \
    }

#endif
