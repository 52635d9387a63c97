/* SPDX-License-Identifier: MIT
 * How far is every intervention from its own rhythm? Its rhythm is its iteration and its planned
 * duration. What its capabilities take is the path that fixes its date, less the waiting on it
 * (the fourth figure of the white paper, in numbers). */
#include "core/job.h"
#include "render/tension.h"

#include <stdlib.h>
#include <string.h>

/* The first step of a whole path that is a capability's, or GP_NONE. `before`: that of the path
 * that this one goes on from, where it does. */
static uint32_t find_first_capability(const gp_network *network, const gp_path *path,
                                      uint32_t before)
{
    if (path->after_steps > 0 && before < path->after_steps) return before;
    for (uint32_t i = 0; i < path->count; i++)
        if (network->activities[path->activities[i]].kind != GP_KIND_INTERVENTION)
            return path->after_steps + i;
    return GP_NONE;
}

static void fill(const gp_schedule *schedule, const gp_path *path, bool has_chain,
                 gp_tension_row *row)
{
    const gp_network *network = schedule->network;
    const gp_calendar *calendar = &network->portfolio->calendar;
    const gp_activity *a = &network->activities[row->activity];
    const gp_intervention *intervention = &network->portfolio->interventions[a->item];
    const gp_dates *dates = &schedule->dates[row->activity];
    row->id = gp_activity_id(network, row->activity);
    row->cycle = gp_add_duration(calendar, a->release, intervention->cycle) - a->release;
    row->duration = gp_add_duration(calendar, dates->earliest_start, intervention->duration) -
                    dates->earliest_start;
    row->has_chain = has_chain;
    row->elapsed = path->elapsed;
    row->late = gp_late_days(schedule, row->activity);
    row->is_least = dates->not_before;
    if (!row->has_chain) return;
    row->days = path->elapsed.to - path->elapsed.from;
    row->work = path->elapsed.work;
    if (row->cycle > 0)
        row->cycles =
            gp_count_steps(calendar, path->elapsed.from, intervention->cycle, path->elapsed.to);
    row->is_out = row->cycles >= GP_TENSION_CYCLES;
}

static int by_distance(const void *a, const void *b)
{
    const gp_tension_row *x = a, *y = b;
    if (x->cycles != y->cycles) return x->cycles > y->cycles ? -1 : 1;
    if (x->days != y->days) return x->days > y->days ? -1 : 1;
    return strcmp(x->id, y->id);
}

gp_status gp_find_tension(gp_job *job, const gp_schedule *schedule, const gp_filter *filter,
                          gp_tension_row **out, uint32_t *count)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    uint32_t all = portfolio->intervention_count, shown = 0;
    const gp_paths_options telling = {.tells_shared_once = true};
    gp_tension_row *rows = GP_NEW(job, gp_tension_row, all);
    gp_path *paths = GP_NEW(job, gp_path, all);
    uint32_t *first = GP_NEW(job, uint32_t, all);
    if (!rows || !paths || !first) return gp_no_memory(job);
    GP_TRY(gp_trace_paths(job, schedule, network->intervention_activity, all, &telling, paths));
    for (uint32_t i = 0; i < all; i++) {
        const gp_path *path = &paths[i];
        uint32_t before =
            path->after_steps ? first[network->activities[path->after].item] : GP_NONE;
        first[i] = find_first_capability(network, path, before);
        if (!gp_passes(filter, portfolio->interventions[i].symbol)) continue;
        rows[shown].activity = network->intervention_activity[i];
        fill(schedule, path, first[i] != GP_NONE, &rows[shown++]);
    }
    if (shown) qsort(rows, shown, sizeof *rows, by_distance);
    *out = rows;
    *count = shown;
    return GP_OK;
}
