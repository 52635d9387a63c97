/* SPDX-License-Identifier: MIT
 * The members of an object by the table of its keys, in any order that they are written in. */
#ifndef GP_MEMBERS_H
#define GP_MEMBERS_H

#include "io/record/record.h"

#define GP_ROWS_MAX 32 /* of a table */

/* Those that the table has, by row, and the others ascending by key. */
typedef struct gp_members {
    const struct cJSON *rows[GP_ROWS_MAX];
    const struct cJSON **others;
    size_t other_count;
} gp_members;

/* object: NULL: there are none. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(n log n). */
gp_status gp_list_members(gp_job *job, const gp_record_kind *kind, const struct cJSON *object,
                          gp_members *out);

/* Calls back with each key that either of the two has, first by row (NULL: the user's own). A side
 * without it gives NULL. */
typedef gp_status gp_visit_members(void *object, const gp_key *row, const char *name,
                                   const struct cJSON *a, const struct cJSON *b);
gp_status gp_join_members(gp_job *job, const gp_record_kind *kind, const struct cJSON *a,
                          const struct cJSON *b, gp_visit_members *visit, void *object);

#endif
