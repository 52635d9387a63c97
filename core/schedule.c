/* SPDX-License-Identifier: MIT
 * When can everything be done, and when must it at the latest? A forward pass for the earliest
 * dates; a backward pass that takes the upper adjoint of each monotone step, which makes the
 * latest dates exact, calendar months and planning rounds included. Both are O(V + E): the
 * method of CPM (Kelley and Walker 1959) with functions in place of sums. */
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
        known.not_before[activity] = own->not_before;
        if (own->earliest_ready > *end) *end = own->earliest_ready;
    }
}

static gp_day sooner(gp_day a, gp_day b)
{
    return a < b ? a : b;
}

/* The last start whose work is done by `day`. */
static gp_day latest_work_start(const gp_network *network, const gp_activity *a, gp_day day)
{
    const gp_calendar *calendar = &network->portfolio->calendar;
    gp_day start = day;
    if (a->is_unknown) return day;
    for (uint32_t i = 0; i < a->duration_count; i++)
        start = sooner(
            start, gp_subtract_duration(calendar, day, network->durations[a->duration_first + i]));
    return start;
}

/* What the activity itself must keep to, whatever waits for it. */
static gp_day own_limit(const gp_schedule *schedule, const gp_activity *a, const gp_dates *dates)
{
    if (schedule->float_mode == GP_FLOAT_PORTFOLIO) return schedule->end;
    if (a->kind != GP_KIND_INTERVENTION) return INT32_MAX;
    gp_day needed_by = schedule->network->portfolio->interventions[a->item].needed_by;
    return needed_by != GP_NO_DAY ? needed_by : dates->earliest_ready;
}

static void pass_limits_back(const gp_network *network, const uint8_t *is_spare, gp_day *limits,
                             uint32_t activity, gp_day start_limit, gp_day live_limit)
{
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++) {
        const gp_arc *arc = &network->arcs[i];
        if (is_spare[i]) continue;
        gp_day limit = arc->by == GP_BY_START ? start_limit : live_limit;
        if (arc->has_lag)
            limit = gp_subtract_duration(&network->portfolio->calendar, limit,
                                         network->portfolio->requirements[arc->requirement].lag);
        limits[arc->from] = sooner(limits[arc->from], limit);
    }
}

/* limits: by activity, the latest ready date that what comes after it allows. */
static void back_one(const gp_schedule *schedule, gp_day *limits, gp_dates *own, uint32_t activity)
{
    const gp_network *network = schedule->network;
    const gp_activity *a = &network->activities[activity];
    const gp_calendar *calendar = &network->portfolio->calendar;
    own->latest_ready = sooner(limits[activity], own_limit(schedule, a, own));
    bool is_idle = own->latest_ready == INT32_MAX;
    if (is_idle) own->latest_ready = own->earliest_ready;
    own->latest_start = own->identify_by = GP_NO_DAY;
    if (a->actual != GP_ACTUAL_NONE) return;
    gp_day live = own->latest_ready;
    if (a->kind == GP_KIND_INTERVENTION)
        live = gp_round_down(calendar, a->release, network->portfolio->interventions[a->item].cycle,
                             live);
    gp_day start = latest_work_start(network, a, live);
    if (a->is_rounded && !a->is_unknown)
        start = gp_round_down(calendar, a->planning->from, a->planning->round, start);
    own->latest_start = start;
    if (a->kind != GP_KIND_INTERVENTION)
        own->identify_by = gp_subtract_duration(calendar, start, a->planning->prepare);
    if (is_idle && schedule->is_demand_driven) return;
    pass_limits_back(network, schedule->is_spare, limits, activity, start, live);
}

static void run_backward(const gp_schedule *schedule, gp_day *limits, gp_dates *dates)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) limits[i] = INT32_MAX;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        gp_dates *own = &dates[activity];
        fetch_ahead(network, i - 16); /* wraps round past the end: harmless */
        back_one(schedule, limits, own, activity);
        own->buffer_days = own->latest_ready - own->earliest_ready;
        own->float_days =
            own->latest_start == GP_NO_DAY ? GP_NO_DAYS : own->latest_start - own->earliest_start;
        own->is_critical = own->buffer_days <= 0;
    }
}

gp_status gp_schedule_network(gp_job *job, const gp_network *network,
                              const gp_schedule_options *options, const gp_schedule **out)
{
    gp_schedule *schedule = GP_NEW(job, gp_schedule, 1);
    gp_dates *dates = GP_NEW(job, gp_dates, network->activity_count);
    uint8_t *is_spare = GP_NEW(job, uint8_t, network->arc_count);
    gp_known known = {GP_NEW(job, gp_day, network->activity_count),
                      GP_NEW(job, uint8_t, network->activity_count)};
    if (!schedule || !dates || !is_spare || !known.ready || !known.not_before)
        return gp_no_memory(job);
    *schedule = (gp_schedule){.network = network,
                              .float_mode = options ? options->float_mode : GP_FLOAT_EACH,
                              .is_demand_driven = options && options->is_demand_driven,
                              .dates = dates,
                              .is_spare = is_spare,
                              .end = network->portfolio->status_date};
    run_forward(network, known, dates, is_spare, &schedule->end);
    run_backward(schedule, known.ready, dates); /* the ready dates are in `dates` by now */
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
