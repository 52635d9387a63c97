/* SPDX-License-Identifier: MIT
 * A list of ids as a set, in one text: what a correlation is called in a change. */
#ifndef GP_NAMED_IDS_H
#define GP_NAMED_IDS_H

#include "groeipad/job.h"

#include <stddef.h>

struct cJSON;
struct gp_edit_sources;

/* The ids, ascending, with | between them: "a|b". An id that holds what separates words of a target
 * stands in quotes, so that no two sets have the same text. Sorts `ids`. Owner: the job; NULL when
 * memory ran out. */
const char *gp_name_ids(gp_job *job, const char **ids, size_t count);

/* The texts of a list, as NEW calls the records (sources NULL: as they stand). *out is NULL where
 * it is no list. Errors: GP_NO_MEMORY. */
gp_status gp_name_list(gp_job *job, const struct cJSON *list, const struct gp_edit_sources *sources,
                       int version, const char **out);

#endif
