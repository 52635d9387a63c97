/* SPDX-License-Identifier: MIT
 * What a value says, whatever way it is written: "P6M" is "6mo", 1.0 is 1, and the days of a week
 * say the same in any order. */
#ifndef GP_MEANING_H
#define GP_MEANING_H

#include "io/record/record.h"

/* Are both written alike, key by key in one order? Then they mean the same; else they may. Cost:
 * O(size), up to the first difference. */
bool gp_is_same_tree(const struct cJSON *a, const struct cJSON *b);

/* The value of a key as a text that is the same for all that mean the same; "" where it says no
 * more than if it were not there (node NULL, null, an empty list). row: NULL for a key of the
 * user's own. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_copy_meaning(gp_job *job, const gp_key *row, const struct cJSON *node,
                          const char **out);

/* Does a list under this key say the same in any order? */
bool gp_is_set(const gp_key *row);

/* The table of what stands in the object under a key, whose members are differences by themselves;
 * NULL: there is none. */
const gp_record_kind *gp_inner_kind(const gp_key *row);

/* Adds a duration that is 0 days where it may be left out as nothing. */
void gp_add_meant_duration(gp_buffer *buffer, const char *text);

/* What the plan uses of an estimate, as written; NULL: nothing. */
const char *gp_likely_text(const struct cJSON *estimate);

/* The texts of a list, ascending, with a separator after each. Reorders them. */
void gp_add_sorted(gp_buffer *buffer, const char **texts, size_t count);

#endif
