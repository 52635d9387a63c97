/* SPDX-License-Identifier: MIT
 * Latest dates, GP_LANES draws at a time: core/schedule.c lane by lane, for what presses somebody.
 * Where nothing presses, in a draw that chose another alternative, any day will do. */
#include "core/activity.h"
#include "core/risk/walk.h"

/* What an activity may pass back to those it waits for, by what they must precede; GP_DAY_LAST: any
 * day. */
typedef struct allowed {
    gp_row start, live, ready;
} allowed;

static void keep_sooner_day(gp_row to, gp_day day)
{
    for (int lane = 0; lane < GP_LANES; lane++)
        if (to[lane] > day) to[lane] = day;
}

/* All its work was done before the status date: no date judges it. */
static uint64_t lanes_there(const gp_walk *walk, uint32_t activity)
{
    const gp_network *network = walk->model->schedule->network;
    uint64_t there = 0;
    if (network->activities[activity].progress != 100) return 0;
    for (int lane = 0; lane < GP_LANES; lane++)
        there |= (uint64_t)(walk->ready[activity][lane] <= network->portfolio->status_date) << lane;
    return there & ~walk->not_before[activity];
}

/* The latest ready date: what waits for it, and the date of its own. */
static void limit_ready(const gp_walk *walk, uint32_t activity, gp_row limit)
{
    const gp_network *network = walk->model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    uint64_t there = lanes_there(walk, activity);
    gp_row own;
    gp_day day = GP_NO_DAY;
    if (a->kept & GP_KEEP_NEEDED_BY)
        day = gp_window_of(network, a)->needed_by;
    else if (a->kind == GP_KIND_INTERVENTION)
        day = network->portfolio->interventions[a->item].needed_by;
    if (day == GP_NO_DAY && a->kind != GP_KIND_INTERVENTION) return;
    for (int lane = 0; lane < GP_LANES; lane++) {
        bool has_date = day != GP_NO_DAY && !(there >> lane & 1);
        gp_day ready = a->kind == GP_KIND_INTERVENTION ? walk->ready[activity][lane] : INT32_MAX;
        own[lane] = has_date ? day : ready;
    }
    gp_keep_sooner(limit, own);
}

/* The last round that is early enough. Who can be in a round that is known stays in those. */
static void limit_to_round(const gp_walk *walk, uint32_t activity, gp_row start)
{
    const gp_activity *a = &walk->model->schedule->network->activities[activity];
    const gp_planning *planning = a->planning;
    gp_round_down_lanes(walk->model->steps[activity].grid, start);
    if (gp_knows_round(planning, GP_DAY_LAST)) return;
    for (int lane = 0; lane < GP_LANES; lane++)
        if (!gp_knows_round(planning, start[lane]) &&
            gp_knows_round(planning, walk->start[activity][lane]) && start[lane] < GP_DAY_LAST)
            start[lane] = planning->dates[planning->date_count - 1];
}

/* The latest start: of its work, and of what waits for that start. */
static void limit_start(const gp_walk *walk, uint32_t activity, const gp_row by_start, allowed *by)
{
    const gp_network *network = walk->model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    memcpy(by->start, by->live, sizeof by->start);
    gp_start_work_lanes(walk, activity, by->start);
    if (by_start) gp_keep_sooner(by->start, by_start);
    if (a->kept & GP_KEEP_START_BY) keep_sooner_day(by->start, gp_window_of(network, a)->start_by);
    if (a->is_rounded && !a->is_unknown) limit_to_round(walk, activity, by->start);
}

/* The last day on which something may be ready so that the work held back to it starts no later
 * than allowed. */
static void allow_ready(const gp_walk *walk, uint32_t activity, allowed *by)
{
    const gp_activity *a = &walk->model->schedule->network->activities[activity];
    memcpy(by->ready, by->live, sizeof by->ready);
    if (a->actual != GP_ACTUAL_NONE) return;
    gp_row end;
    for (int lane = 0; lane < GP_LANES; lane++)
        end[lane] = by->start[lane] >= GP_DAY_LAST ? GP_DAY_LAST : by->start[lane] + 1;
    gp_end_work_lanes(walk, activity, end);
    for (int lane = 0; lane < GP_LANES; lane++)
        if (by->start[lane] < GP_DAY_LAST && end[lane] - 1 < by->ready[lane])
            by->ready[lane] = end[lane] - 1;
}

/* The lanes in which the activity at the end of the arc still waits for the one at its beginning:
 * as gp_waits_for. */
static uint64_t waiting(const gp_walk *walk, uint32_t index)
{
    const gp_network *network = walk->model->schedule->network;
    const gp_arc *arc = &network->arcs[index];
    bool has_started = network->activities[arc->to].actual == GP_ACTUAL_STARTED;
    bool was_started =
        arc->is_from_start && network->activities[arc->from].actual != GP_ACTUAL_NONE;
    if ((has_started && arc->by == GP_BY_START) || was_started) return 0;
    return arc->group ? walk->chosen[index] : UINT64_MAX;
}

static void pass_back(gp_walk *walk, uint32_t index, const gp_row by)
{
    const gp_portfolio *portfolio = walk->model->schedule->network->portfolio;
    const gp_arc *arc = &walk->model->schedule->network->arcs[index];
    gp_day *to = arc->is_from_start ? walk->limit_start[arc->from] : walk->limit_ready[arc->from];
    uint64_t lanes = waiting(walk, index);
    gp_row limit;
    if (!lanes) return;
    if (lanes == UINT64_MAX && !arc->has_lag) {
        gp_keep_sooner(to, by);
        return;
    }
    memcpy(limit, by, sizeof limit);
    if (arc->has_lag)
        gp_subtract_lanes(&walk->model->tables, portfolio->requirements[arc->requirement].lag, NULL,
                          limit);
    for (int lane = 0; lane < GP_LANES; lane++)
        if (lanes >> lane & 1 && by[lane] < GP_DAY_LAST && limit[lane] < to[lane])
            to[lane] = limit[lane];
}

static void back_one(gp_walk *walk, uint32_t activity, gp_late *late, void *object)
{
    const gp_network *network = walk->model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    gp_day *limit = walk->limit_ready[activity];
    const gp_day *by_start = walk->limit_start ? walk->limit_start[activity] : NULL;
    allowed by;
    if (a->actual == GP_ACTUAL_READY) return;
    limit_ready(walk, activity, limit);
    memcpy(by.live, limit, sizeof by.live);
    memcpy(by.start, limit, sizeof by.start);
    if (a->kind == GP_KIND_INTERVENTION)
        gp_round_down_lanes(walk->model->steps[activity].grid, by.live);
    if (a->actual == GP_ACTUAL_NONE) {
        limit_start(walk, activity, by_start, &by);
        if (late) late(object, activity, by.start);
    }
    bool has_ready = false;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++) {
        uint8_t kind = network->arcs[i].by;
        if (kind == GP_BY_READY && !has_ready) {
            allow_ready(walk, activity, &by);
            has_ready = true;
        }
        pass_back(walk, i,
                  kind == GP_BY_START  ? by.start
                  : kind == GP_BY_LIVE ? by.live
                                       : by.ready);
    }
}

void gp_backward_lanes(gp_walk *walk, gp_late *late, void *object)
{
    const gp_network *network = walk->model->schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        for (int lane = 0; lane < GP_LANES; lane++) walk->limit_ready[i][lane] = GP_DAY_LAST;
        for (int lane = 0; walk->limit_start && lane < GP_LANES; lane++)
            walk->limit_start[i][lane] = GP_DAY_LAST;
    }
    for (uint32_t i = network->activity_count; i-- > 0;)
        back_one(walk, network->order[i], late, object);
}
