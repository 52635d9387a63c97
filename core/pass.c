/* SPDX-License-Identifier: MIT
 * start = round up (max (release, arrivals before the start))
 * ready = round up (max (start + work, arrivals before the ready date))
 * Every part is monotone, so one pass in topological order gives the least solution. */
#include "core/pass.h"

#include <string.h>

gp_day gp_work_end(const gp_network *network, uint32_t activity, gp_day start)
{
    const gp_activity *a = &network->activities[activity];
    const gp_calendar *calendar = &network->portfolio->calendar;
    gp_day end = start;
    if (a->is_unknown) return start;
    for (uint32_t i = 0; i < a->duration_count; i++) {
        gp_day done = gp_add_duration(calendar, start, network->durations[a->duration_first + i]);
        if (done > end) end = done;
    }
    return end;
}

gp_day gp_round_start(const gp_network *network, uint32_t activity, gp_day day)
{
    const gp_activity *a = &network->activities[activity];
    if (!a->is_rounded || a->is_unknown) return day;
    return gp_round_up(&network->portfolio->calendar, a->planning->from, a->planning->round, day);
}

gp_day gp_round_ready(const gp_network *network, uint32_t activity, gp_day day)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind != GP_KIND_INTERVENTION) return day;
    return gp_round_up(&network->portfolio->calendar, a->release,
                       network->portfolio->interventions[a->item].cycle, day);
}

gp_day gp_arrival(const gp_network *network, const gp_arc *arc, gp_day ready)
{
    if (!arc->has_lag) return ready;
    return gp_add_duration(&network->portfolio->calendar, ready,
                           network->portfolio->requirements[arc->requirement].lag);
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

static void raise_bound(const gp_network *network, bound *to, uint32_t arc, gp_day arrival)
{
    if (arrival < to->day) return;
    if (arrival == to->day && (to->arc == GP_NONE || !has_smaller_id(network, arc, to->arc)))
        return;
    *to = (bound){arrival, arc};
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
        gp_day arrival = gp_arrival(network, &arcs[at], known.ready[arcs[at].from]);
        gp_day best_arrival = gp_arrival(network, &arcs[best], known.ready[arcs[best].from]);
        if (is_unknown != best_unknown ? best_unknown : arrival < best_arrival) best = at;
    }
    *end = at;
    for (uint32_t i = first; is_spare && i < at; i++) is_spare[i] = i != best;
    return best;
}

typedef struct bounds {
    bound start, live;
    bool not_before;
} bounds;

static bounds find_bounds(const gp_network *network, gp_known known, uint32_t activity,
                          uint8_t *is_spare)
{
    const gp_activity *a = &network->activities[activity];
    bounds b = {{a->release, GP_NONE}, {INT32_MIN, GP_NONE}, false};
    uint32_t last = network->arc_first[activity + 1], end;
    for (uint32_t i = network->arc_first[activity]; i < last; i = end) {
        const gp_arc *arc = &network->arcs[i];
        uint32_t chosen = i;
        end = i + 1;
        if (arc->group) {
            chosen = choose(network, known, i, last, &end, is_spare);
            arc = &network->arcs[chosen];
        }
        b.not_before |= known.not_before[arc->from];
        raise_bound(network, arc->by == GP_BY_START ? &b.start : &b.live, chosen,
                    gp_arrival(network, arc, known.ready[arc->from]));
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
                      .not_before = has_level_before && known.not_before[before]};
}

void gp_forward_one(const gp_network *network, gp_known known, uint32_t activity,
                    const gp_change *change, gp_dates *out, uint8_t *is_spare)
{
    const gp_activity *a = &network->activities[activity];
    gp_change_kind changed = change ? change->kind : GP_CHANGE_NO_WORK;
    gp_day status = network->portfolio->status_date;
    if (change && changed == GP_CHANGE_ACCEPT_LEVEL) {
        leave_out(network, known, activity, out);
        return;
    }
    bounds b = find_bounds(network, known, activity, is_spare);
    if (a->actual == GP_ACTUAL_READY) {
        out->earliest_start = a->release;
        out->earliest_ready = a->fixed_ready;
        b = (bounds){.start = {.arc = GP_NONE}, .live = {INT32_MIN, GP_NONE}};
    } else if (a->actual == GP_ACTUAL_STARTED) {
        out->earliest_start = a->release;
        out->earliest_ready = later(work_end(network, activity, a->release, change), status);
        b = (bounds){.start = {.arc = GP_NONE}, .live = {INT32_MIN, GP_NONE}};
    } else {
        if (change && changed == GP_CHANGE_START_NOW) {
            out->earliest_start = status;
            b.start.arc = GP_NONE;
        } else {
            bool off_round = change && changed == GP_CHANGE_OFF_ROUND;
            out->earliest_start =
                off_round ? b.start.day : gp_round_start(network, activity, b.start.day);
        }
        gp_day end = work_end(network, activity, out->earliest_start, change);
        out->is_driven_live = b.live.arc != GP_NONE && b.live.day > end;
        out->earliest_ready = gp_round_ready(network, activity, later(end, b.live.day));
    }
    if (a->actual != GP_ACTUAL_NONE) out->is_driven_live = false;
    out->driver_arc = out->is_driven_live ? b.live.arc : b.start.arc;
    out->not_before = b.not_before || a->is_unknown || out->earliest_ready >= GP_DAY_LAST;
}

gp_day gp_enter(const gp_network *network, uint32_t arc, gp_day ready)
{
    uint32_t to = network->arcs[arc].to;
    gp_day arrival = network->activities[to].release;
    gp_day let_go = gp_arrival(network, &network->arcs[arc], ready);
    if (network->arcs[arc].by == GP_BY_LIVE) return gp_round_ready(network, to, let_go);
    if (let_go > arrival) arrival = let_go;
    gp_day start = gp_round_start(network, to, arrival);
    return gp_round_ready(network, to, gp_work_end(network, to, start));
}
