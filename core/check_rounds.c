/* SPDX-License-Identifier: MIT
 * Findings about rounds at given dates: what starts after the last of them, where nothing says when
 * the next will be. One finding for each list of dates, at the last of them, because that is where
 * a date is missing; it names the first step that comes too late, and how many do. */
#include "core/activity.h"
#include "core/check.h"

#include <string.h>

/* The steps that find no round in one planning. */
typedef struct roundless {
    const gp_planning *planning;
    uint32_t first; /* the one that could start first */
    uint32_t count;
} roundless;

static bool finds_no_round(const gp_schedule *schedule, uint32_t activity)
{
    const gp_activity *a = &schedule->network->activities[activity];
    return a->is_rounded && !a->is_unknown && a->actual == GP_ACTUAL_NONE &&
           !gp_knows_round(a->planning, schedule->dates[activity].earliest_start);
}

static bool comes_before(const gp_schedule *schedule, uint32_t a, uint32_t b)
{
    gp_day start = schedule->dates[a].earliest_start, other = schedule->dates[b].earliest_start;
    if (start != other) return start < other;
    return strcmp(gp_activity_id(schedule->network, a), gp_activity_id(schedule->network, b)) < 0;
}

static void count(roundless *found, const gp_schedule *schedule, uint32_t activity)
{
    if (found->count++ == 0 || comes_before(schedule, activity, found->first))
        found->first = activity;
}

static gp_status report(gp_job *job, const gp_schedule *schedule, const roundless *found)
{
    if (found->count == 0) return GP_OK;
    const gp_planning *planning = found->planning;
    gp_day last = planning->dates[planning->date_count - 1];
    return gp_add_finding(
        job, &(gp_finding){.code = 310,
                           .place = planning->last_place ? *planning->last_place : (gp_place){0},
                           .subject = gp_activity_id(schedule->network, found->first),
                           .arguments = {GP_DAY(last),
                                         GP_DAY(schedule->dates[found->first].earliest_start),
                                         GP_NUMBER(found->count)}});
}

/* A planning of a capability's own holds for steps that stand side by side. */
gp_status gp_check_rounds(gp_job *job, const gp_schedule *schedule)
{
    const gp_network *network = schedule->network;
    roundless shared = {.planning = &network->portfolio->planning}, own = {0};
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_planning *planning = network->activities[i].planning;
        if (!planning || planning->date_count == 0 || !finds_no_round(schedule, i)) continue;
        if (planning == shared.planning) {
            count(&shared, schedule, i);
            continue;
        }
        if (planning != own.planning) {
            GP_TRY(report(job, schedule, &own));
            own = (roundless){.planning = planning};
        }
        count(&own, schedule, i);
    }
    GP_TRY(report(job, schedule, &own));
    return report(job, schedule, &shared);
}
