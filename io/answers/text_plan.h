/* SPDX-License-Identifier: MIT
 * The table of activities that `plan` and `path` share. Private to io. */
#ifndef GP_TEXT_PLAN_H
#define GP_TEXT_PLAN_H

#include "io/answers/text_results.h"

gp_table *gp_new_activity_table(gp_job *job, gp_language language);

/* order: gp_plan_order. */
void gp_activity_row(gp_job *job, gp_table *table, const gp_schedule *schedule, uint32_t activity,
                     const uint32_t *order, gp_language language);

/* Appends the table and what its marks mean. */
void gp_add_activities(gp_buffer *buffer, const gp_table *table, size_t indent,
                       gp_language language);

#endif
