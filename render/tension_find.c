/* SPDX-License-Identifier: MIT
 * How far is every intervention from its own rhythm? Its rhythm is its iteration and its planned
 * duration. What its capabilities take is the path that fixes its date, less the waiting on it
 * (the fourth figure of the white paper, in numbers). */
#include "core/job.h"
#include "render/tension.h"

#include <stdlib.h>
#include <string.h>

static bool rests_on_capability(const gp_network *network, const gp_path *path)
{
    for (uint32_t i = 0; i < path->count; i++)
        if (network->activities[path->activities[i]].kind != GP_KIND_INTERVENTION) return true;
    return false;
}

static gp_status fill(gp_job *job, const gp_schedule *schedule, gp_tension_row *row)
{
    const gp_network *network = schedule->network;
    const gp_calendar *calendar = &network->portfolio->calendar;
    const gp_activity *a = &network->activities[row->activity];
    const gp_intervention *intervention = &network->portfolio->interventions[a->item];
    const gp_dates *dates = &schedule->dates[row->activity];
    gp_path path;
    GP_TRY(gp_trace_path(job, schedule, row->activity, &path));
    row->id = gp_activity_id(network, row->activity);
    row->cycle = gp_add_duration(calendar, a->release, intervention->cycle) - a->release;
    row->duration = gp_add_duration(calendar, dates->earliest_start, intervention->duration) -
                    dates->earliest_start;
    row->has_chain = rests_on_capability(network, &path);
    row->elapsed = path.elapsed;
    row->late = gp_late_days(schedule, row->activity);
    row->is_least = dates->not_before;
    if (!row->has_chain) return GP_OK;
    row->days = path.elapsed.to - path.elapsed.from;
    row->work = path.elapsed.work;
    if (row->cycle > 0)
        row->cycles =
            gp_count_steps(calendar, path.elapsed.from, intervention->cycle, path.elapsed.to);
    row->is_out = row->cycles >= GP_TENSION_CYCLES;
    return GP_OK;
}

static int by_distance(const void *a, const void *b)
{
    const gp_tension_row *x = a, *y = b;
    if (x->cycles != y->cycles) return x->cycles > y->cycles ? -1 : 1;
    if (x->days != y->days) return x->days > y->days ? -1 : 1;
    return strcmp(x->id, y->id);
}

gp_status gp_find_tension(gp_job *job, const gp_schedule *schedule, gp_tension_row **out)
{
    const gp_network *network = schedule->network;
    uint32_t count = network->portfolio->intervention_count;
    gp_tension_row *rows = GP_NEW(job, gp_tension_row, count);
    if (!rows) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        rows[i].activity = network->intervention_activity[i];
        GP_TRY(fill(job, schedule, &rows[i]));
    }
    if (count) qsort(rows, count, sizeof *rows, by_distance);
    *out = rows;
    return GP_OK;
}
