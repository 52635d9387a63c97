/* SPDX-License-Identifier: MIT
 * `path` as CSV: one row per activity that it rests on. */
#include "io/answers/activity.h"
#include "io/answers/answers.h"

gp_status gp_csv_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                      const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    (void)options;
    uint8_t *is_on_path = GP_NEW(job, uint8_t, schedule->network->activity_count);
    uint8_t *is_under = GP_NEW(job, uint8_t, schedule->network->activity_count);
    if (!is_on_path || !is_under) return gp_no_memory(job);
    for (uint32_t i = 0; i < path->path.count; i++) is_on_path[path->path.activities[i]] = 1;
    for (uint32_t i = 0; i < path->ancestors.count; i++)
        is_under[path->ancestors.activities[i]] = 1;
    GP_TRY(gp_csv_open(job, GP_ACTIVITY_HEADER ",on_critical_path", &csv));
    for (uint32_t i = 0; i < schedule->network->activity_count; i++) {
        uint32_t activity = schedule->network->order[i];
        if (!is_under[activity]) continue;
        gp_csv_activity(&csv, schedule, activity, i);
        gp_csv_truth(&csv, is_on_path[activity]);
        gp_csv_end(&csv);
    }
    return gp_csv_close(&csv, out);
}
