/* SPDX-License-Identifier: MIT
 * start = round up (max (release, arrivals before the start, held back (arrivals by ready)))
 * ready = round up (max (start + work, arrivals before the ready date))
 * where "held back" is the last start whose work is done by then.
 * Every part is monotone, so one pass in topological order gives the least solution. */
#include "core/activity.h"
#include "core/pass.h"

#include <string.h>

/* The least n that is at least what is left of `whole`. */
static int32_t part_left(int32_t whole, uint8_t progress)
{
    return (int32_t)(((int64_t)whole * (100 - progress) + 99) / 100);
}

/* What is left of work that has begun, from the status date on. Months become the days that they
 * would take from there. */
static gp_day rest_end(const gp_network *network, const gp_activity *a, gp_duration duration)
{
    const gp_calendar *calendar = &network->portfolio->calendar;
    gp_day from = network->portfolio->status_date;
    if (duration.unit != GP_DURATION_WORKDAYS)
        return from + part_left(gp_add_duration(calendar, from, duration) - from, a->progress);
    duration.days = part_left(duration.days, a->progress);
    return gp_add_duration(calendar, from, duration);
}

gp_day gp_work_end(const gp_network *network, uint32_t activity, gp_day start)
{
    const gp_activity *a = &network->activities[activity];
    const gp_calendar *calendar = &network->portfolio->calendar;
    gp_day end = start;
    if (a->is_unknown) return start;
    for (uint32_t i = 0; i < a->duration_count; i++) {
        gp_duration duration = network->durations[a->duration_first + i];
        gp_day done = a->progress ? rest_end(network, a, duration)
                                  : gp_add_duration(calendar, start, duration);
        if (done > end) end = done;
    }
    return end;
}

gp_day gp_work_start(const gp_network *network, uint32_t activity, gp_day day)
{
    const gp_activity *a = &network->activities[activity];
    const gp_calendar *calendar = &network->portfolio->calendar;
    gp_day start = day;
    if (a->is_unknown) return day;
    for (uint32_t i = 0; i < a->duration_count; i++) {
        gp_day own = gp_subtract_duration(calendar, day, network->durations[a->duration_first + i]);
        if (own < start) start = own;
    }
    return start;
}

gp_day gp_round_start(const gp_network *network, uint32_t activity, gp_day day)
{
    const gp_activity *a = &network->activities[activity];
    if (!a->is_rounded || a->is_unknown) return day;
    return gp_next_round(&network->portfolio->calendar, a->planning, day);
}

gp_day gp_round_ready(const gp_network *network, uint32_t activity, gp_day day)
{
    const gp_activity *a = &network->activities[activity];
    const gp_portfolio *portfolio = network->portfolio;
    if (a->kind != GP_KIND_INTERVENTION) return day;
    const gp_intervention *intervention = &portfolio->interventions[a->item];
    return gp_round_up(&portfolio->calendar, gp_cycle_from(portfolio, intervention),
                       intervention->cycle, day);
}

gp_day gp_arrival(const gp_network *network, const gp_arc *arc, gp_day day)
{
    if (!arc->has_lag) return day;
    return gp_add_duration(&network->portfolio->calendar, day,
                           network->portfolio->requirements[arc->requirement].lag);
}

bool gp_is_past(const gp_schedule *schedule, uint32_t activity)
{
    const gp_network *network = schedule->network;
    gp_day start = schedule->dates[activity].earliest_start;
    gp_day status = network->portfolio->status_date;
    const gp_activity *a = &network->activities[activity];
    return a->kind == GP_KIND_INTERVENTION && (start < status || a->progress == 100) &&
           gp_work_end(network, activity, start) <= status;
}

static gp_day arrival(const gp_network *network, gp_known known, const gp_arc *arc)
{
    return gp_arrival(network, arc,
                      arc->is_from_start ? known.start[arc->from] : known.ready[arc->from]);
}

/* The latest arrival so far. */
typedef struct bound {
    gp_day day;
    uint32_t arc; /* GP_NONE: the floor it began with */
} bound;

/* Of two arrivals on the same day the one with the smaller id counts, then the lower level. */
static bool has_smaller_id(const gp_network *network, uint32_t arc, uint32_t than)
{
    uint32_t a = network->arcs[arc].from, b = network->arcs[than].from;
    int order = strcmp(gp_activity_id(network, a), gp_activity_id(network, b));
    return order ? order < 0 : network->activities[a].level < network->activities[b].level;
}

static void raise_bound(const gp_network *network, bound *to, uint32_t arc, gp_day day)
{
    if (day < to->day) return;
    if (day == to->day && (to->arc == GP_NONE || !has_smaller_id(network, arc, to->arc))) return;
    *to = (bound){day, arc};
}

/* Of alternatives the one that is ready first, known dates before unknown ones, then as
 * written. Returns its arc; *end is the first arc after them. */
static uint32_t choose(const gp_network *network, gp_known known, uint32_t first, uint32_t last,
                       uint32_t *end, uint8_t *is_spare)
{
    const gp_arc *arcs = network->arcs;
    uint32_t best = first, at = first + 1;
    for (; at < last && arcs[at].group == arcs[first].group; at++) {
        bool is_unknown = known.not_before[arcs[at].from];
        bool best_unknown = known.not_before[arcs[best].from];
        bool is_sooner = arrival(network, known, &arcs[at]) < arrival(network, known, &arcs[best]);
        if (is_unknown != best_unknown ? best_unknown : is_sooner) best = at;
    }
    *end = at;
    for (uint32_t i = first; is_spare && i < at; i++) is_spare[i] = i != best;
    return best;
}

typedef struct bounds {
    bound start, live;
    bool start_not_before, live_not_before;
} bounds;

/* A day before which the activity may not be ready moves its work as a whole. */
static void hold_back(const gp_network *network, uint32_t activity, bounds *b, uint32_t arc,
                      gp_day day)
{
    gp_day start = gp_work_start(network, activity, day);
    if (arc == GP_NONE) {
        b->live.day = day;
        if (start > b->start.day) b->start.day = start;
        return;
    }
    raise_bound(network, &b->live, arc, day);
    raise_bound(network, &b->start, arc, start);
}

static void take_arc(const gp_network *network, gp_known known, uint32_t activity, bounds *b,
                     uint32_t index)
{
    const gp_arc *arc = &network->arcs[index];
    gp_day day = arrival(network, known, arc);
    if (arc->by == GP_BY_START) {
        b->start_not_before |= known.not_before[arc->from];
        raise_bound(network, &b->start, index, day);
        return;
    }
    b->live_not_before |= known.not_before[arc->from];
    if (arc->by == GP_BY_READY)
        hold_back(network, activity, b, index, day);
    else
        raise_bound(network, &b->live, index, day);
}

static bounds find_bounds(const gp_network *network, gp_known known, uint32_t activity,
                          uint8_t *is_spare)
{
    const gp_activity *a = &network->activities[activity];
    bounds b = {{a->release, GP_NONE}, {INT32_MIN, GP_NONE}, false, false};
    if (a->kept & GP_KEEP_NOT_READY_BEFORE)
        hold_back(network, activity, &b, GP_NONE, gp_window_of(network, a)->not_ready_before);
    uint32_t last = network->arc_first[activity + 1], end;
    for (uint32_t i = network->arc_first[activity]; i < last; i = end) {
        uint32_t chosen = i;
        end = i + 1;
        if (network->arcs[i].group) chosen = choose(network, known, i, last, &end, is_spare);
        take_arc(network, known, activity, &b, chosen);
    }
    return b;
}

static gp_day work_end(const gp_network *network, uint32_t activity, gp_day start,
                       const gp_change *change)
{
    if (change && change->kind == GP_CHANGE_NO_WORK) return start;
    gp_day end = gp_work_end(network, activity, start);
    if (!change || change->kind != GP_CHANGE_SHORTEN) return end;
    return end - change->days > start ? end - change->days : start;
}

static gp_day later(gp_day a, gp_day b)
{
    return a > b ? a : b;
}

/* The step is left out: what it builds on is enough, or is there already. */
static void leave_out(const gp_network *network, gp_known known, uint32_t activity, gp_dates *out)
{
    uint32_t first = network->arc_first[activity];
    bool has_level_before =
        first < network->arc_first[activity + 1] && network->arcs[first].requirement == GP_NONE;
    uint32_t before = has_level_before ? network->arcs[first].from : GP_NONE;
    gp_day ready = has_level_before ? known.ready[before] : GP_DAY_FIRST;
    *out = (gp_dates){.earliest_start = ready,
                      .earliest_ready = ready,
                      .driver_arc = has_level_before ? first : GP_NONE,
                      .start_arc = has_level_before ? first : GP_NONE,
                      .not_before = has_level_before && known.not_before[before]};
}

/* From the start, which stands, to the ready date. */
static void finish(const gp_network *network, uint32_t activity, const gp_change *change,
                   const bounds *b, gp_dates *out)
{
    const gp_activity *a = &network->activities[activity];
    gp_day end = work_end(network, activity, out->earliest_start, change);
    if (a->actual == GP_ACTUAL_STARTED) end = later(end, network->portfolio->status_date);
    bool is_held = b->live.day > end || (b->live.day == end && b->live.arc == out->start_arc);
    out->is_driven_live = b->live.arc != GP_NONE && is_held;
    out->driver_arc = out->is_driven_live ? b->live.arc : out->start_arc;
    out->earliest_ready = gp_round_ready(network, activity, later(end, b->live.day));
}

/* Sets the start, or the day before which it is not where no round is known so late. */
static gp_day start_of(const gp_network *network, uint32_t activity, const gp_change *change,
                       bounds *b)
{
    const gp_activity *a = &network->activities[activity];
    bool is_now = change && change->kind == GP_CHANGE_START_NOW;
    if (is_now) b->start = (bound){network->portfolio->status_date, GP_NONE};
    if (is_now || (change && change->kind == GP_CHANGE_OFF_ROUND)) return b->start.day;
    if (a->is_rounded && !gp_knows_round(a->planning, b->start.day)) b->start_not_before = true;
    return gp_round_start(network, activity, b->start.day);
}

void gp_forward_one(const gp_network *network, gp_known known, uint32_t activity,
                    const gp_change *change, gp_dates *out, uint8_t *is_spare)
{
    const gp_activity *a = &network->activities[activity];
    if (change && change->kind == GP_CHANGE_ACCEPT_LEVEL) {
        leave_out(network, known, activity, out);
        return;
    }
    if (a->actual == GP_ACTUAL_READY) {
        out->earliest_start = a->release;
        out->earliest_ready = a->fixed_ready;
        out->driver_arc = out->start_arc = GP_NONE;
        out->is_driven_live = false;
        out->not_before = a->is_unknown || out->earliest_ready >= GP_DAY_LAST;
        return;
    }
    bounds b = find_bounds(network, known, activity, is_spare);
    if (a->actual == GP_ACTUAL_STARTED) {
        out->earliest_start = a->release;
        out->start_arc = GP_NONE;
        b.start_not_before = false;
    } else {
        out->earliest_start = start_of(network, activity, change, &b);
        out->start_arc = b.start.arc;
    }
    finish(network, activity, change, &b, out);
    out->not_before = b.start_not_before || b.live_not_before || a->is_unknown ||
                      out->earliest_ready >= GP_DAY_LAST;
}

/* From what holds its start and its ready date up to both. */
static gp_moments take_time(const gp_network *network, uint32_t activity, gp_moments held)
{
    gp_day start = gp_round_start(network, activity, held.start);
    gp_day ready = later(held.ready, gp_work_end(network, activity, start));
    return (gp_moments){start, gp_round_ready(network, activity, ready)};
}

gp_moments gp_enter(const gp_network *network, uint32_t arc_index, gp_moments from)
{
    const gp_arc *arc = &network->arcs[arc_index];
    const gp_activity *a = &network->activities[arc->to];
    gp_day day = gp_arrival(network, arc, arc->is_from_start ? from.start : from.ready);
    gp_moments held = {a->release, INT32_MIN};
    if (arc->by == GP_BY_LIVE || a->actual == GP_ACTUAL_STARTED)
        return (gp_moments){gp_round_start(network, arc->to, a->release),
                            gp_round_ready(network, arc->to, day)};
    if (arc->by == GP_BY_READY) held.ready = day;
    held.start =
        later(held.start, arc->by == GP_BY_READY ? gp_work_start(network, arc->to, day) : day);
    return take_time(network, arc->to, held);
}
