/* SPDX-License-Identifier: MIT
 * A tree of cJSON's as text on one line. Private to io. */
#ifndef GP_JSON_COMPACT_H
#define GP_JSON_COMPACT_H

#include "core/job.h"

struct cJSON;

/* Adds the tree, a value of a document. Cost: O(size). */
void gp_add_json(gp_buffer *buffer, const struct cJSON *tree);

/* The tree as a text that lives as long as the job. Errors: GP_NO_MEMORY. */
gp_status gp_copy_json(gp_job *job, const struct cJSON *tree, const char **out);

/* Likewise, with the keys of each object in ascending order. Cost: O(n log n). */
gp_status gp_copy_sorted_json(gp_job *job, const struct cJSON *tree, const char **out);

/* Do both say the same, in whatever order the keys of their objects are? (cJSON_Compare looks every
 * key up by walking along.) Errors: GP_NO_MEMORY. Cost: O(n log n). */
gp_status gp_compare_json(gp_job *job, const struct cJSON *a, const struct cJSON *b, bool *is_same);

#endif
