/* SPDX-License-Identifier: MIT
 * Earliest dates, GP_LANES draws at a time: core/pass.c lane by lane, and the test holds the two
 * together. */
#include "core/activity.h"
#include "core/risk/lanes.h"
#include "core/risk/walk.h"

#define ALL_LANES UINT64_MAX

/* The latest arrival so far in each lane, and its arc; GP_NONE: the floor it began with. */
typedef struct bound {
    gp_row day;
    gp_word_row arc;
    uint64_t not_before;
} bound;

typedef struct forward {
    gp_walk *walk;
    const gp_walk_sums *sums;
    uint32_t activity;
    bool has_starts, has_lives; /* something before it holds up its start, its ready date */
    bound start, live;
} forward;

GP_VECTORS static void fill(bound *to, gp_day day)
{
    for (int lane = 0; lane < GP_LANES; lane++) {
        to->day[lane] = day;
        to->arc[lane] = GP_NONE;
    }
    to->not_before = 0;
}

/* Arcs come in the order of their ids, so on the same day the one before stays. */
GP_VECTORS static void raise(gp_day *restrict to, uint32_t *restrict arcs,
                             const gp_day *restrict days, uint32_t arc)
{
    for (int lane = 0; lane < GP_LANES; lane++) {
        bool is_later = days[lane] > to[lane];
        to[lane] = is_later ? days[lane] : to[lane];
        arcs[lane] = is_later ? arc : arcs[lane];
    }
}

/* In these lanes only; looked at after the arcs that are no alternatives, so ids are compared. */
static void raise_in(const gp_model *model, bound *to, const gp_row days, uint32_t arc,
                     uint64_t lanes)
{
    const gp_arc *arcs = model->schedule->network->arcs;
    for (; lanes; lanes &= lanes - 1) {
        int lane = __builtin_ctzll(lanes);
        uint32_t than = to->arc[lane];
        if (days[lane] < to->day[lane]) continue;
        if (days[lane] == to->day[lane] &&
            (than == GP_NONE || model->rank[arcs[arc].from] >= model->rank[arcs[than].from]))
            continue;
        to->day[lane] = days[lane];
        to->arc[lane] = arc;
    }
}

/* Days from zero on: 64 lanes of 800 years at most. */
GP_VECTORS static int32_t sum_all(const gp_day *restrict days, gp_day zero)
{
    int32_t sum = 0;
    for (int lane = 0; lane < GP_LANES; lane++) sum += days[lane] - zero;
    return sum;
}

static void add_up(const forward *f, uint32_t place, const gp_row days)
{
    if (!f->sums) return;
    gp_day zero = f->walk->model->zero;
    int32_t sum = 0;
    if (f->sums->from == 0 && f->sums->to == GP_LANES)
        sum = sum_all(days, zero);
    else
        for (uint32_t lane = f->sums->from; lane < f->sums->to; lane++) sum += days[lane] - zero;
    f->sums->sums[place] += sum;
}

static const gp_day *arrive(const gp_walk *walk, const gp_arc *arc, gp_row room)
{
    const gp_day *from = arc->is_from_start ? walk->start[arc->from] : walk->ready[arc->from];
    if (!arc->has_lag) return from;
    memcpy(room, from, sizeof(gp_row));
    gp_arrive_lanes(walk, arc, room);
    return room;
}

static bound *bound_of(forward *f, const gp_arc *arc)
{
    f->has_starts |= arc->by != GP_BY_LIVE;
    f->has_lives |= arc->by != GP_BY_START;
    return arc->by == GP_BY_START ? &f->start : &f->live;
}

static void take_arc(forward *f, uint32_t index)
{
    const gp_layout *layout = &f->walk->model->layout;
    const gp_arc *arc = &f->walk->model->schedule->network->arcs[index];
    gp_row room, held;
    const gp_day *days = arrive(f->walk, arc, room);
    if (arc->has_lag) add_up(f, layout->arrivals + index, days);
    bound *to = bound_of(f, arc);
    to->not_before |= f->walk->not_before[arc->from];
    raise(to->day, to->arc, days, index);
    if (arc->by != GP_BY_READY) return;
    memcpy(held, days, sizeof held);
    gp_start_work_lanes(f->walk, f->activity, held);
    add_up(f, layout->held_starts + index, held);
    raise(f->start.day, f->start.arc, held, index);
}

/* Of alternatives the one that is ready first, known dates before unknown ones, then as written. */
static void choose(const forward *f, uint32_t first, uint32_t end, gp_row days)
{
    gp_walk *walk = f->walk;
    const gp_arc *all = walk->model->schedule->network->arcs;
    gp_row room;
    gp_word_row arcs;
    uint64_t unknown = walk->not_before[all[first].from];
    memcpy(days, arrive(walk, &all[first], room), sizeof(gp_row));
    for (int lane = 0; lane < GP_LANES; lane++) arcs[lane] = first;
    for (uint32_t i = first + 1; i < end; i++) {
        const gp_day *own = arrive(walk, &all[i], room);
        uint64_t own_unknown = walk->not_before[all[i].from];
        for (int lane = 0; lane < GP_LANES; lane++) {
            bool is_unknown = own_unknown >> lane & 1, best_unknown = unknown >> lane & 1;
            if (is_unknown != best_unknown ? !best_unknown : own[lane] >= days[lane]) continue;
            days[lane] = own[lane];
            arcs[lane] = i;
            unknown = (unknown & ~(1ull << lane)) | (uint64_t)is_unknown << lane;
        }
    }
    for (uint32_t i = first; i < end; i++) walk->chosen[i] = 0;
    for (int lane = 0; lane < GP_LANES; lane++) walk->chosen[arcs[lane]] |= 1ull << lane;
}

/* One alternative, in the draws that chose it. */
static void take_chosen(forward *f, uint32_t index, const gp_row days)
{
    const gp_model *model = f->walk->model;
    const gp_arc *arc = &model->schedule->network->arcs[index];
    uint64_t lanes = f->walk->chosen[index];
    gp_row held;
    bound *to = bound_of(f, arc);
    if (!lanes) return;
    to->not_before |= lanes & f->walk->not_before[arc->from];
    raise_in(model, to, days, index, lanes);
    if (arc->by != GP_BY_READY) return;
    memcpy(held, days, sizeof held);
    gp_start_work_lanes(f->walk, f->activity, held);
    raise_in(model, &f->start, held, index, lanes);
}

static void take_group(forward *f, uint32_t first, uint32_t end)
{
    gp_row days;
    choose(f, first, end, days);
    add_up(f, f->walk->model->layout.arrivals + first, days);
    for (uint32_t i = first; i < end; i++) take_chosen(f, i, days);
}

static void find_bounds(forward *f)
{
    const gp_network *network = f->walk->model->schedule->network;
    const gp_activity *a = &network->activities[f->activity];
    uint32_t last = network->arc_first[f->activity + 1], end;
    fill(&f->start, a->release);
    fill(&f->live, INT32_MIN);
    f->has_starts = f->has_lives = false;
    if (a->kept & GP_KEEP_NOT_READY_BEFORE) {
        gp_row held;
        fill(&f->live, gp_window_of(network, a)->not_ready_before);
        memcpy(held, f->live.day, sizeof held);
        gp_start_work_lanes(f->walk, f->activity, held);
        gp_keep_later(f->start.day, held);
    }
    for (uint32_t i = network->arc_first[f->activity]; i < last; i = end) {
        uint32_t arc = f->walk->model->sorted_arcs[i];
        end = i + 1;
        if (!network->arcs[arc].group) {
            take_arc(f, arc);
            continue;
        }
        while (end < last &&
               network->arcs[f->walk->model->sorted_arcs[end]].group == network->arcs[arc].group)
            end++;
        take_group(f, arc, arc + (end - i));
    }
}

static void set_start(forward *f, gp_row start)
{
    const gp_model *model = f->walk->model;
    const gp_activity *a = &model->schedule->network->activities[f->activity];
    if (f->has_starts) add_up(f, model->layout.starts + f->activity, f->start.day);
    if (a->actual == GP_ACTUAL_STARTED) {
        fill(&f->start, a->release);
        memcpy(start, f->start.day, sizeof(gp_row));
        return;
    }
    memcpy(start, f->start.day, sizeof(gp_row));
    if (a->is_rounded && !gp_knows_round(a->planning, GP_DAY_LAST))
        for (int lane = 0; lane < GP_LANES; lane++)
            f->start.not_before |= (uint64_t)!gp_knows_round(a->planning, start[lane]) << lane;
    if (a->kind != GP_KIND_INTERVENTION && model->steps[f->activity].grid)
        gp_round_up_lanes(model->steps[f->activity].grid, start);
}

/* What fixed the ready date: what had to be there by then, or what fixed the start. */
GP_VECTORS static void find_driver(const gp_day *restrict end, const gp_day *restrict live,
                                   const uint32_t *restrict live_arcs,
                                   const uint32_t *restrict start_arcs, uint32_t *restrict driver)
{
    for (int lane = 0; lane < GP_LANES; lane++) {
        bool is_held = live[lane] > end[lane] ||
                       (live[lane] == end[lane] && live_arcs[lane] == start_arcs[lane]);
        bool is_driven_live = live_arcs[lane] != GP_NONE && is_held;
        driver[lane] = is_driven_live ? live_arcs[lane] : start_arcs[lane];
    }
}

static void finish(forward *f, const gp_row start, gp_row ready)
{
    const gp_model *model = f->walk->model;
    const gp_activity *a = &model->schedule->network->activities[f->activity];
    memcpy(ready, start, sizeof(gp_row));
    gp_end_work_lanes(f->walk, f->activity, ready);
    if (a->actual == GP_ACTUAL_STARTED)
        for (int lane = 0; lane < GP_LANES; lane++)
            if (ready[lane] < model->schedule->network->portfolio->status_date)
                ready[lane] = model->schedule->network->portfolio->status_date;
    if (f->has_lives) add_up(f, model->layout.ends + f->activity, ready);
    find_driver(ready, f->live.day, f->live.arc, f->start.arc, f->walk->driver[f->activity]);
    gp_keep_later(ready, f->live.day);
    if (f->has_lives) add_up(f, model->layout.lives + f->activity, ready);
    if (a->kind == GP_KIND_INTERVENTION) gp_round_up_lanes(model->steps[f->activity].grid, ready);
}

GP_VECTORS static gp_day latest_of(const gp_day *restrict days)
{
    gp_day latest = GP_DAY_FIRST;
    for (int lane = 0; lane < GP_LANES; lane++) latest = latest < days[lane] ? days[lane] : latest;
    return latest;
}

static uint64_t lanes_at_last(const gp_row days)
{
    uint64_t lanes = 0;
    if (latest_of(days) < GP_DAY_LAST) return 0;
    for (int lane = 0; lane < GP_LANES; lane++)
        lanes |= (uint64_t)(days[lane] >= GP_DAY_LAST) << lane;
    return lanes;
}

static void set_fixed(gp_walk *walk, uint32_t activity, const gp_activity *a)
{
    for (int lane = 0; lane < GP_LANES; lane++) {
        walk->start[activity][lane] = a->release;
        walk->ready[activity][lane] = a->fixed_ready;
        walk->driver[activity][lane] = GP_NONE;
    }
    walk->not_before[activity] = a->is_unknown || a->fixed_ready >= GP_DAY_LAST ? ALL_LANES : 0;
}

void gp_forward_lanes(gp_walk *walk, uint32_t activity, const gp_walk_sums *sums)
{
    const gp_activity *a = &walk->model->schedule->network->activities[activity];
    if (a->actual == GP_ACTUAL_READY) {
        set_fixed(walk, activity, a); /* merges ask for no sums of it: its days are known */
        return;
    }
    forward f; /* large: only what is used is set */
    f.walk = walk;
    f.sums = sums;
    f.activity = activity;
    find_bounds(&f);
    set_start(&f, walk->start[activity]);
    finish(&f, walk->start[activity], walk->ready[activity]);
    const gp_layout *layout = &walk->model->layout;
    add_up(&f, layout->readies + activity, walk->ready[activity]);
    if (walk->model->schedule->network->has_start_links)
        add_up(&f, layout->begins + activity, walk->start[activity]);
    walk->not_before[activity] = a->is_unknown ? ALL_LANES
                                               : f.start.not_before | f.live.not_before |
                                                     lanes_at_last(walk->ready[activity]);
}
