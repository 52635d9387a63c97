/* SPDX-License-Identifier: MIT
 * When is each intervention live, and what do the days until then go to? */
#include "core/job.h"
#include "groeipad/story.h"

static gp_live live_of(const gp_schedule *schedule, uint32_t index, const gp_path *path)
{
    const gp_network *network = schedule->network;
    uint32_t activity = network->intervention_activity[index];
    uint32_t arc = schedule->dates[activity].driver_arc;
    return (gp_live){.activity = activity,
                     .needed_by = network->portfolio->interventions[index].needed_by,
                     .ready = schedule->dates[activity].earliest_ready,
                     .late_days = gp_late_days(schedule, activity),
                     .late_cycles = gp_late_cycles(schedule, activity),
                     .driver = arc == GP_NONE ? GP_NONE : network->arcs[arc].from,
                     .elapsed = path->elapsed};
}

gp_status gp_find_lives(gp_job *job, const gp_schedule *schedule, gp_lives *out)
{
    const gp_network *network = schedule->network;
    const gp_paths_options telling = {.tells_shared_once = true};
    uint32_t count = network->portfolio->intervention_count;
    gp_live *lives = GP_NEW(job, gp_live, count);
    gp_path *paths = GP_NEW(job, gp_path, count);
    if (!lives || !paths) return gp_no_memory(job);
    GP_TRY(gp_trace_paths(job, schedule, network->intervention_activity, count, &telling, paths));
    for (uint32_t i = 0; i < count; i++) lives[i] = live_of(schedule, i, &paths[i]);
    *out = (gp_lives){lives, count};
    return GP_OK;
}
