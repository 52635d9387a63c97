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
                        uint8_t *is_spare)
{
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        gp_dates *own = &dates[activity];
        fetch_ahead(network, i + 16);
        gp_forward_one(network, known, activity, NULL, own, is_spare);
        known.ready[activity] = own->earliest_ready;
        if (known.start) known.start[activity] = own->earliest_start;
        known.not_before[activity] = own->not_before;
    }
}

/* Marks by activity what it is part of, from what waits for it down. */
static void mark_parts(const gp_schedule *schedule, uint8_t *part)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) part[i] = 0;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        uint8_t *own = &part[activity];
        fetch_ahead(network, i - 16); /* wraps round past the end: harmless */
        if (network->activities[activity].kind == GP_KIND_INTERVENTION)
            *own = GP_PART_PLAN | GP_PART_RESTED;
        else if (network->leaving_first[activity] == network->leaving_first[activity + 1])
            *own = GP_PART_PLAN;
        for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++)
            if (!schedule->is_spare[a]) part[network->arcs[a].from] |= *own;
    }
}

static gp_day find_end(const gp_schedule *schedule, const uint8_t *part)
{
    gp_day end = schedule->network->portfolio->status_date;
    for (uint32_t i = 0; i < schedule->network->activity_count; i++)
        if (part[i] & GP_PART_PLAN && schedule->dates[i].earliest_ready > end)
            end = schedule->dates[i].earliest_ready;
    return end;
}

static gp_day sooner(gp_day a, gp_day b)
{
    return a < b ? a : b;
}

/* What the activity itself must keep to, whatever waits for it. */
static gp_day own_limit(const gp_schedule *schedule, uint32_t activity, bool is_in_plan,
                        const gp_dates *dates)
{
    const gp_network *network = schedule->network;
    const gp_activity *a = &network->activities[activity];
    bool has_end = schedule->float_mode != GP_FLOAT_EACH && is_in_plan;
    gp_day end = has_end ? schedule->end : GP_NO_LIMIT;
    if (schedule->float_mode == GP_FLOAT_PORTFOLIO) return end;
    bool is_there = gp_is_there(network, activity, dates);
    if (a->kept & GP_KEEP_NEEDED_BY && !is_there)
        return sooner(end, gp_window_of(network, a)->needed_by);
    if (a->kind != GP_KIND_INTERVENTION) return end;
    gp_day needed_by = network->portfolio->interventions[a->item].needed_by;
    if (needed_by != GP_NO_DAY && !is_there) return sooner(end, needed_by);
    return schedule->float_mode == GP_FLOAT_BOTH ? end : dates->earliest_ready;
}

/* Its start must be no later than this, of its own. */
static gp_day own_start_limit(const gp_schedule *schedule, const gp_activity *a)
{
    bool is_kept = a->kept & GP_KEEP_START_BY && schedule->float_mode != GP_FLOAT_PORTFOLIO;
    return is_kept ? gp_window_of(schedule->network, a)->start_by : GP_NO_LIMIT;
}

/* What an activity has to keep to. */
typedef struct bounds {
    gp_day ready, start; /* GP_NO_LIMIT: any day */
    bool is_pressing;    /* for somebody; else nobody waits for it, or for what waits for it */
} bounds;

static gp_day day_of(gp_day idle)
{
    return idle == GP_NO_LIMIT ? idle : idle - GP_IDLE;
}

static bounds find_bounds(const gp_schedule *schedule, const gp_limits *limits, uint32_t activity,
                          const gp_dates *dates)
{
    const gp_activity *a = &schedule->network->activities[activity];
    bool is_in_plan = !limits->part || limits->part[activity] & GP_PART_PLAN;
    gp_day ready =
        sooner(limits->ready[activity], own_limit(schedule, activity, is_in_plan, dates));
    gp_day start = limits->start ? limits->start[activity] : GP_NO_LIMIT;
    start = a->actual == GP_ACTUAL_NONE ? sooner(start, own_start_limit(schedule, a)) : GP_NO_LIMIT;
    if (ready >= GP_IDLE && start >= GP_IDLE) return (bounds){day_of(ready), day_of(start), false};
    return (bounds){ready >= GP_IDLE ? GP_NO_LIMIT : ready, start >= GP_IDLE ? GP_NO_LIMIT : start,
                    true};
}

/* What an activity may pass back to those it waits for, by what they must precede. */
typedef struct allowed {
    gp_day start, live;
    bool is_idle; /* nobody waits for it */
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
        if (limit >= GP_DAY_LAST) continue; /* any day will do */
        if (arc->has_lag)
            limit = gp_subtract_duration(&network->portfolio->calendar, limit,
                                         network->portfolio->requirements[arc->requirement].lag);
        gp_day *to = arc->is_from_start ? limits->start : limits->ready;
        to[arc->from] = sooner(to[arc->from], by.is_idle ? limit + GP_IDLE : limit);
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

bool gp_back_one(const gp_schedule *schedule, const gp_limits *limits, uint32_t activity,
                 gp_dates *own)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    const gp_activity *a = &network->activities[activity];
    bounds held = find_bounds(schedule, limits, activity, own);
    bool is_free = held.ready == GP_NO_LIMIT && held.start == GP_NO_LIMIT;
    own->latest_ready = is_free ? own->earliest_ready : held.ready;
    own->latest_start = own->identify_by = GP_NO_DAY;
    if (a->actual == GP_ACTUAL_READY) return held.is_pressing;
    allowed by = {GP_DAY_LAST, own->latest_ready, !held.is_pressing};
    if (a->kind == GP_KIND_INTERVENTION) {
        const gp_intervention *intervention = &portfolio->interventions[a->item];
        by.live = gp_round_down(&portfolio->calendar, gp_cycle_from(portfolio, intervention),
                                intervention->cycle, by.live);
    }
    if (a->actual == GP_ACTUAL_NONE) limit_start(schedule, activity, held.start, own, &by);
    if (!is_free || !schedule->is_demand_driven) pass_limits_back(schedule, limits, activity, by);
    return held.is_pressing;
}

/* No day is left. Where work is counted in working days, so is what is left: a weekend is no
 * buffer. */
static bool has_no_buffer(const gp_network *network, uint32_t activity, const gp_dates *own)
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
    uint8_t wanted = schedule->float_mode == GP_FLOAT_EACH ? GP_PART_RESTED : GP_PART_PLAN;
    for (uint32_t i = 0; i < network->activity_count; i++) limits->ready[i] = GP_NO_LIMIT;
    for (uint32_t i = 0; limits->start && i < network->activity_count; i++)
        limits->start[i] = GP_NO_LIMIT;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        gp_dates *own = &dates[activity];
        fetch_ahead(network, i - 16); /* wraps round past the end: harmless */
        bool is_pressed = gp_back_one(schedule, limits, activity, own);
        own->buffer_days = own->latest_ready - own->earliest_ready;
        own->float_days =
            own->latest_start == GP_NO_DAY ? GP_NO_DAYS : own->latest_start - own->earliest_start;
        own->is_critical =
            is_pressed && limits->part[activity] & wanted && has_no_buffer(network, activity, own);
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
                              .is_spare = is_spare};
    run_forward(network, known, dates, is_spare);
    uint8_t *part = known.not_before; /* which is in `dates` by now, and so are the days */
    mark_parts(schedule, part);
    schedule->end = find_end(schedule, part);
    gp_limits limits = {known.ready, known.start, part};
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
    const gp_dates *dates = &schedule->dates[activity];
    gp_day ready = dates->earliest_ready;
    if (needed_by == GP_NO_DAY || ready <= needed_by) return 0;
    return gp_is_there(schedule->network, activity, dates) ? 0 : ready - needed_by;
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
