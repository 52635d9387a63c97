/* SPDX-License-Identifier: MIT
 * Findings about time: interventions that wait, capabilities that had to be identified, and
 * whether the rounds or the tempo are to blame. Sums along critical paths are handed on from
 * driver to driven in topological order, so that many interventions over one long chain cost
 * no more than the chain. */
#include "core/activity.h"
#include "core/check.h"
#include "core/pass.h"

#include <string.h>

#define TEMPO_CYCLES 12 /* a chain that outlasts so many iterations is worth saying */

/* Per activity, along its critical path. */
typedef struct trail {
    int32_t round_wait;  /* days */
    uint32_t root;       /* its first activity */
    uint32_t capability; /* the last capability on it, or GP_NONE */
} trail;

/* The day on which everything before the start of the activity was there. */
static gp_day arrival_of(const gp_schedule *schedule, uint32_t activity)
{
    const gp_network *network = schedule->network;
    const gp_activity *a = &network->activities[activity];
    uint32_t arc = schedule->dates[activity].start_arc;
    gp_day day = a->release;
    if (arc != GP_NONE) {
        day = gp_arrival_in(schedule, &network->arcs[arc]);
        if (network->arcs[arc].by == GP_BY_READY) day = gp_work_start(network, activity, day);
    } else if (a->kept & GP_KEEP_NOT_READY_BEFORE) {
        gp_day held = gp_work_start(network, activity, gp_window_of(network, a)->not_ready_before);
        if (held > day) day = held;
    }
    return day;
}

/* by activity: the trails of ready dates; `starts`: those of starts, where any arc leaves from
 * one, else the same array. */
typedef struct trail_arrays {
    trail *ready, *starts;
} trail_arrays;

static trail make_trail(const gp_schedule *schedule, const trail_arrays *known, uint32_t activity,
                        uint32_t arc_index, bool has_waited)
{
    const gp_network *network = schedule->network;
    const gp_activity *a = &network->activities[activity];
    trail own = {0, activity, GP_NONE};
    if (arc_index != GP_NONE) {
        const gp_arc *arc = &network->arcs[arc_index];
        own = arc->is_from_start ? known->starts[arc->from] : known->ready[arc->from];
    }
    if (a->kind != GP_KIND_INTERVENTION) own.capability = activity;
    if (has_waited && a->is_rounded && a->actual == GP_ACTUAL_NONE)
        own.round_wait += schedule->dates[activity].earliest_start - arrival_of(schedule, activity);
    return own;
}

static trail *follow_drivers(gp_job *job, const gp_schedule *schedule)
{
    const gp_network *network = schedule->network;
    trail_arrays known = {.ready = GP_NEW(job, trail, network->activity_count)};
    known.starts = known.ready;
    if (network->has_start_links) known.starts = GP_NEW(job, trail, network->activity_count);
    if (!known.ready || !known.starts) return NULL;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        const gp_dates *dates = &schedule->dates[activity];
        if (network->has_start_links)
            known.starts[activity] = make_trail(schedule, &known, activity, dates->start_arc, true);
        known.ready[activity] =
            make_trail(schedule, &known, activity, dates->driver_arc, !dates->is_driven_live);
    }
    return known.ready;
}

static gp_status report_late(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                             const trail *own, gp_finding finding)
{
    const gp_network *network = schedule->network;
    gp_day ready = schedule->dates[activity].earliest_ready;
    int32_t late = gp_late_days(schedule, activity);
    const char *capability =
        own->capability == GP_NONE ? finding.subject : gp_activity_id(network, own->capability);
    finding.code = 301;
    finding.arguments[1] = GP_DAY(ready);
    finding.arguments[2] = GP_NUMBER(late);
    finding.arguments[3] = GP_TEXT(capability);
    GP_TRY(gp_add_finding(job, &finding));
    if ((int64_t)own->round_wait * 2 <= late) return GP_OK;
    finding.code = 304;
    finding.arguments[0] = GP_NUMBER(own->round_wait);
    finding.arguments[1] = GP_NUMBER(late);
    finding.arguments[2] = finding.arguments[3] = (gp_argument){0};
    return gp_add_finding(job, &finding);
}

static gp_status check_buffer(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                              const gp_intervention *intervention, gp_finding finding)
{
    const gp_calendar *calendar = &schedule->network->portfolio->calendar;
    gp_day ready = schedule->dates[activity].earliest_ready;
    if (gp_is_there(schedule->network, activity, &schedule->dates[activity])) return GP_OK;
    if (gp_add_duration(calendar, ready, intervention->cycle) <= intervention->needed_by)
        return GP_OK;
    finding.code = 306;
    finding.arguments[0] = GP_NUMBER(intervention->needed_by - ready);
    finding.arguments[1] = GP_DAY(intervention->needed_by);
    return gp_add_finding(job, &finding);
}

static gp_status check_tempo(gp_job *job, const gp_schedule *schedule, const trail *own,
                             const gp_intervention *intervention, gp_finding finding)
{
    if (own->capability == GP_NONE) return GP_OK;
    gp_day from = schedule->dates[own->root].earliest_start;
    gp_day to = schedule->dates[own->capability].earliest_ready;
    int32_t cycles =
        gp_count_steps(&schedule->network->portfolio->calendar, from, intervention->cycle, to);
    if (cycles < TEMPO_CYCLES) return GP_OK;
    finding.code = 305;
    finding.arguments[0] = GP_NUMBER(to - from);
    finding.arguments[1] = GP_NUMBER(cycles);
    return gp_add_finding(job, &finding);
}

static gp_status check_intervention(gp_job *job, const gp_schedule *schedule, const trail *trails,
                                    uint32_t index)
{
    const gp_network *network = schedule->network;
    const gp_intervention *intervention = &network->portfolio->interventions[index];
    uint32_t activity = network->intervention_activity[index];
    gp_finding finding = {.place = intervention->place,
                          .subject = gp_activity_id(network, activity)};
    GP_TRY(check_tempo(job, schedule, &trails[activity], intervention, finding));
    if (intervention->needed_by == GP_NO_DAY) return GP_OK;
    finding.arguments[0] = GP_DAY(intervention->needed_by);
    if (gp_late_days(schedule, activity) > 0)
        return report_late(job, schedule, activity, &trails[activity], finding);
    return check_buffer(job, schedule, activity, intervention, finding);
}

static bool comes_first(const gp_schedule *schedule, uint32_t left, uint32_t right)
{
    gp_day a = schedule->dates[left].earliest_start, b = schedule->dates[right].earliest_start;
    if (a != b) return a < b;
    return left != right && strcmp(gp_activity_id(schedule->network, left),
                                   gp_activity_id(schedule->network, right)) < 0;
}

/* Per activity the intervention that rests on it and is developed first (ties by id), or GP_NONE.
 */
static uint32_t *find_first_users(gp_job *job, const gp_schedule *schedule)
{
    const gp_network *network = schedule->network;
    uint32_t *first = GP_NEW(job, uint32_t, network->activity_count);
    if (!first) return NULL;
    for (uint32_t i = 0; i < network->activity_count; i++)
        first[i] = network->activities[i].kind == GP_KIND_INTERVENTION ? i : GP_NONE;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        if (first[to] == GP_NONE) continue;
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++) {
            uint32_t *before = &first[network->arcs[a].from];
            if (schedule->is_spare[a]) continue;
            if (*before == GP_NONE || comes_first(schedule, first[to], *before))
                *before = first[to];
        }
    }
    return first;
}

/* Was it, or will it be, identified in time for its latest start? */
static gp_status check_identified(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                  uint32_t user)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    const gp_activity *a = &network->activities[activity];
    gp_day by = schedule->dates[activity].identify_by;
    if (by == GP_NO_DAY || a->kind != GP_KIND_CAPABILITY || user == GP_NONE) return GP_OK;
    const gp_capability *capability = &portfolio->capabilities[a->item];
    if (capability->identified != GP_NO_DAY && capability->identified <= by) return GP_OK;
    gp_day start = schedule->dates[user].earliest_start;
    bool has_passed = by < portfolio->status_date;
    bool is_known = capability->status > GP_UNIDENTIFIED || capability->identified != GP_NO_DAY;
    if (!has_passed && (is_known || by >= start)) return GP_OK;
    gp_finding finding = {.code = has_passed ? 302 : 303,
                          .place = capability->place,
                          .subject = portfolio->ids[a->symbol],
                          .arguments = {GP_DAY(by)}};
    if (has_passed) {
        finding.arguments[1] = GP_DAY(portfolio->status_date);
        finding.arguments[2] = GP_NUMBER(a->level);
    } else {
        finding.arguments[1] = GP_TEXT(gp_activity_id(network, user));
        finding.arguments[2] = GP_DAY(start);
    }
    return gp_add_finding(job, &finding);
}

gp_status gp_check_clashes(gp_job *job, const gp_schedule *schedule)
{
    const gp_network *network = schedule->network;
    trail *trails = follow_drivers(job, schedule);
    uint32_t *users = find_first_users(job, schedule);
    if (!trails || !users) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++)
        GP_TRY(check_intervention(job, schedule, trails, i));
    for (uint32_t i = 0; i < network->activity_count; i++)
        GP_TRY(check_identified(job, schedule, i, users[i]));
    return GP_OK;
}
