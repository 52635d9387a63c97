/* SPDX-License-Identifier: MIT
 * `plan` as CSV: one row per activity, in topological order. */
#include "io/answers/activity.h"
#include "io/answers/answers.h"

gp_status gp_csv_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                      gp_output *out)
{
    gp_csv csv;
    const gp_network *network = schedule->network;
    GP_TRY(gp_csv_open(job, GP_ACTIVITY_HEADER, &csv));
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        if (!gp_passes(options->filter, network->activities[activity].symbol)) continue;
        gp_csv_activity(&csv, schedule, activity, i);
        gp_csv_end(&csv);
    }
    return gp_csv_close(&csv, out);
}
