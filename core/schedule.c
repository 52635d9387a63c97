/* SPDX-License-Identifier: MIT
 * When can everything be done, and when must it at the latest? A forward pass for the earliest
 * dates; a backward pass that takes the upper adjoint of each monotone step, which makes the
 * latest dates exact, calendar months and planning rounds included. Both are O(V + E): the
 * method of CPM (Kelley and Walker 1959) with functions in place of sums. */
#include "core/activity.h"
#include "core/backward.h"
#include "core/pass.h"

/* The order jumps about in the file: what the pass will need soon is asked for ahead. */
static inline void fetch_ahead(const gp_network *network, uint32_t position)
{
    if (position >= network->activity_count) return;
    uint32_t activity = network->order[position];
    __builtin_prefetch(&network->activities[activity]);
    __builtin_prefetch(&network->arc_first[activity]);
}

static void run_forward(const gp_network *network, gp_known known, gp_dates *dates,
                        uint8_t *is_spare, gp_day *end)
{
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        gp_dates *own = &dates[activity];
        fetch_ahead(network, i + 16);
        gp_forward_one(network, known, activity, NULL, own, is_spare);
        known.ready[activity] = own->earliest_ready;
        if (known.start) known.start[activity] = own->earliest_start;
        known.not_before[activity] = own->not_before;
        if (own->earliest_ready > *end) *end = own->earliest_ready;
    }
}

static gp_day sooner(gp_day a, gp_day b)
{
    return a < b ? a : b;
}

/* What the activity itself must keep to, whatever waits for it. */
static gp_day own_limit(const gp_schedule *schedule, const gp_activity *a, const gp_dates *dates)
{
    const gp_network *network = schedule->network;
    gp_day end = schedule->float_mode == GP_FLOAT_EACH ? INT32_MAX : schedule->end;
    if (schedule->float_mode == GP_FLOAT_PORTFOLIO) return end;
    if (a->kept & GP_KEEP_NEEDED_BY) return sooner(end, gp_window_of(network, a)->needed_by);
    if (a->kind != GP_KIND_INTERVENTION) return end;
    gp_day needed_by = network->portfolio->interventions[a->item].needed_by;
    if (needed_by != GP_NO_DAY) return sooner(end, needed_by);
    return schedule->float_mode == GP_FLOAT_BOTH ? end : dates->earliest_ready;
}

/* What holds for its start apart from its ready date. */
static gp_day start_limit(const gp_schedule *schedule, const gp_limits *limits, uint32_t activity)
{
    const gp_activity *a = &schedule->network->activities[activity];
    gp_day limit = limits->start ? limits->start[activity] : INT32_MAX;
    if (a->kept & GP_KEEP_START_BY && schedule->float_mode != GP_FLOAT_PORTFOLIO)
        limit = sooner(limit, gp_window_of(schedule->network, a)->start_by);
    return limit;
}

/* What an activity may pass back to those it waits for, by what they must precede. */
typedef struct allowed {
    gp_day start, live;
} allowed;

/* The last day on which something may be ready so that the work held back to it starts no later
 * than allowed: work that starts a day later may not be done by then. */
static gp_day allow_ready(const gp_network *network, uint32_t activity, allowed by)
{
    if (by.start >= GP_DAY_LAST || network->activities[activity].actual != GP_ACTUAL_NONE)
        return by.live;
    return sooner(by.live, gp_work_end(network, activity, by.start + 1) - 1);
}

static void pass_limits_back(const gp_schedule *schedule, const gp_limits *limits,
                             uint32_t activity, allowed by)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++) {
        const gp_arc *arc = &network->arcs[i];
        if (!gp_waits_for(schedule, i)) continue;
        gp_day limit = arc->by == GP_BY_START  ? by.start
                       : arc->by == GP_BY_LIVE ? by.live
                                               : allow_ready(network, activity, by);
        if (arc->has_lag)
            limit = gp_subtract_duration(&network->portfolio->calendar, limit,
                                         network->portfolio->requirements[arc->requirement].lag);
        gp_day *to = arc->is_from_start ? limits->start : limits->ready;
        to[arc->from] = sooner(to[arc->from], limit);
    }
}

/* The ready date that follows from the latest start, where what waits for the start presses
 * harder than what waits for the ready date. What else fixes the ready date still does. */
static gp_day ready_after(const gp_network *network, uint32_t activity, const gp_dates *own)
{
    gp_day now = gp_work_end(network, activity, own->earliest_start);
    gp_day then = gp_work_end(network, activity, own->latest_start);
    now = gp_round_ready(network, activity, now);
    then = gp_round_ready(network, activity, then);
    return own->earliest_ready > now && own->earliest_ready > then ? own->earliest_ready : then;
}

/* The last round at or before `start`. Who can be in a round that is known stays in those: a later
 * start would rest on one that nobody has set yet. */
static gp_day latest_round(const gp_calendar *calendar, const gp_planning *planning,
                           gp_day earliest, gp_day start)
{
    gp_day round = gp_last_round(calendar, planning, start);
    if (gp_knows_round(planning, round) || !gp_knows_round(planning, earliest)) return round;
    return planning->dates[planning->date_count - 1];
}

/* The latest start of an activity that can still be moved. */
static void limit_start(const gp_schedule *schedule, uint32_t activity, gp_day before,
                        gp_dates *own, allowed *by)
{
    const gp_network *network = schedule->network;
    const gp_calendar *calendar = &network->portfolio->calendar;
    const gp_activity *a = &network->activities[activity];
    gp_day start = gp_work_start(network, activity, by->live);
    bool is_pressed = before < start;
    if (is_pressed) start = before;
    if (a->is_rounded && !a->is_unknown)
        start = latest_round(calendar, a->planning, own->earliest_start, start);
    own->latest_start = by->start = start;
    if (is_pressed)
        own->latest_ready = sooner(own->latest_ready, ready_after(network, activity, own));
    if (a->kind != GP_KIND_INTERVENTION)
        own->identify_by = gp_subtract_duration(calendar, start, a->planning->prepare);
}

void gp_back_one(const gp_schedule *schedule, const gp_limits *limits, uint32_t activity,
                 gp_dates *own)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    const gp_activity *a = &network->activities[activity];
    gp_day before = start_limit(schedule, limits, activity);
    own->latest_ready = sooner(limits->ready[activity], own_limit(schedule, a, own));
    bool is_idle =
        own->latest_ready == INT32_MAX && (before == INT32_MAX || a->actual != GP_ACTUAL_NONE);
    if (is_idle) own->latest_ready = own->earliest_ready;
    own->latest_start = own->identify_by = GP_NO_DAY;
    if (a->actual == GP_ACTUAL_READY) return;
    allowed by = {GP_DAY_LAST, own->latest_ready};
    if (a->kind == GP_KIND_INTERVENTION) {
        const gp_intervention *intervention = &portfolio->interventions[a->item];
        by.live = gp_round_down(&portfolio->calendar, gp_cycle_from(portfolio, intervention),
                                intervention->cycle, by.live);
    }
    if (a->actual == GP_ACTUAL_NONE) limit_start(schedule, activity, before, own, &by);
    if (is_idle && schedule->is_demand_driven) return;
    pass_limits_back(schedule, limits, activity, by);
}

/* Where work is counted in working days, so is what is left: a weekend is no buffer. */
static bool is_critical(const gp_network *network, uint32_t activity, const gp_dates *own)
{
    const gp_activity *a = &network->activities[activity];
    if (own->buffer_days <= 0) return true;
    for (uint32_t i = 0; i < a->duration_count; i++)
        if (network->durations[a->duration_first + i].unit != GP_DURATION_WORKDAYS) return false;
    if (a->duration_count == 0) return false;
    return gp_count_workdays(&network->portfolio->calendar, own->earliest_ready,
                             own->latest_ready) <= 0;
}

static void run_backward(const gp_schedule *schedule, const gp_limits *limits, gp_dates *dates)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) limits->ready[i] = INT32_MAX;
    for (uint32_t i = 0; limits->start && i < network->activity_count; i++)
        limits->start[i] = INT32_MAX;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        gp_dates *own = &dates[activity];
        fetch_ahead(network, i - 16); /* wraps round past the end: harmless */
        gp_back_one(schedule, limits, activity, own);
        own->buffer_days = own->latest_ready - own->earliest_ready;
        own->float_days =
            own->latest_start == GP_NO_DAY ? GP_NO_DAYS : own->latest_start - own->earliest_start;
        own->is_critical = is_critical(network, activity, own);
    }
}

gp_status gp_schedule_network(gp_job *job, const gp_network *network,
                              const gp_schedule_options *options, const gp_schedule **out)
{
    gp_schedule *schedule = GP_NEW(job, gp_schedule, 1);
    gp_dates *dates = GP_NEW(job, gp_dates, network->activity_count);
    uint8_t *is_spare = GP_NEW(job, uint8_t, network->arc_count);
    gp_known known = {.ready = GP_NEW(job, gp_day, network->activity_count),
                      .not_before = GP_NEW(job, uint8_t, network->activity_count)};
    if (network->has_start_links) known.start = GP_NEW(job, gp_day, network->activity_count);
    if (!schedule || !dates || !is_spare || !known.ready || !known.not_before ||
        (network->has_start_links && !known.start))
        return gp_no_memory(job);
    *schedule = (gp_schedule){.network = network,
                              .float_mode = options ? options->float_mode : GP_FLOAT_EACH,
                              .is_demand_driven = options && options->is_demand_driven,
                              .dates = dates,
                              .is_spare = is_spare,
                              .end = network->portfolio->status_date};
    run_forward(network, known, dates, is_spare, &schedule->end);
    gp_limits limits = {known.ready, known.start}; /* the dates are in `dates` by now */
    run_backward(schedule, &limits, dates);
    *out = schedule;
    return GP_OK;
}

uint32_t gp_driver(const gp_schedule *schedule, uint32_t activity)
{
    uint32_t arc = schedule->dates[activity].driver_arc;
    return arc == GP_NONE ? GP_NONE : schedule->network->arcs[arc].from;
}

int32_t gp_late_days(const gp_schedule *schedule, uint32_t activity)
{
    const gp_activity *a = &schedule->network->activities[activity];
    if (a->kind != GP_KIND_INTERVENTION) return 0;
    gp_day needed_by = schedule->network->portfolio->interventions[a->item].needed_by;
    gp_day ready = schedule->dates[activity].earliest_ready;
    return needed_by == GP_NO_DAY || ready <= needed_by ? 0 : ready - needed_by;
}

int32_t gp_late_cycles(const gp_schedule *schedule, uint32_t activity)
{
    if (gp_late_days(schedule, activity) == 0) return 0;
    const gp_portfolio *portfolio = schedule->network->portfolio;
    const gp_intervention *intervention =
        &portfolio->interventions[schedule->network->activities[activity].item];
    return gp_count_steps(&portfolio->calendar, intervention->needed_by, intervention->cycle,
                          schedule->dates[activity].earliest_ready);
}
