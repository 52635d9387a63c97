/* SPDX-License-Identifier: MIT
 * The activities of a plan in each format, for the answers that list them: `plan`, `path` and
 * `query`. Private to io. */
#ifndef GP_ACTIVITY_H
#define GP_ACTIVITY_H

#include "io/answers/csv_parts.h"
#include "io/answers/json_parts.h"
#include "io/answers/record_keys.h"
#include "io/answers/text_parts.h"

/* Text: a table of activities. */
gp_table *gp_new_activity_table(gp_job *job, gp_language language);

/* order: gp_plan_order. True where the row has float and yet comes too late: its own start can
 * wait, what it waits for cannot. */
bool gp_activity_row(gp_job *job, gp_table *table, const gp_schedule *schedule, uint32_t activity,
                     const uint32_t *order, gp_language language);

/* Appends the table and what its marks mean. has_odd: of a row gp_activity_row said so. */
void gp_add_activities(gp_buffer *buffer, const gp_table *table, bool has_odd, size_t indent,
                       gp_language language);

/* JSON: an object on a line of its own. order: its place in the plan. */
void gp_json_activity(gp_json *json, const gp_schedule *schedule, uint32_t activity,
                      uint32_t order);

/* CSV: the cells under these titles. */
#define GP_ACTIVITY_HEADER                                                                         \
    "order,id,level,kind,name,layer,earliest_start,earliest_ready,latest_start,latest_ready,"      \
    "float_days,buffer_days,identify_by,critical,not_before,driver,driver_"                        \
    "level," GP_RECORD_KEYS_HEADER
void gp_csv_activity(gp_csv *csv, const gp_schedule *schedule, uint32_t activity, uint32_t order);

#endif
