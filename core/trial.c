/* SPDX-License-Identifier: MIT
 * A change to one step of a critical path, followed forward: only activities behind one that moved
 * are computed again, in topological order.
 *
 * Where every way from a step to the end runs through a later step (a dominator, seen from the
 * end), the days of that later step are all that the end learns of the change. So the change is
 * followed from one such step to the next, and what it was there is remembered: of a thousand
 * changes that move a chain by the same days the rest of the chain is computed once, for all paths
 * that share it. */
#include "core/trial.h"
#include "core/path.h"

#include <string.h>

#define STOPS 256           /* about so many on the longest path */
#define HOPS_FIRST 1024     /* a power of two */
#define HOPS_MAX (1u << 19) /* what comes then is not remembered */

static gp_moment_state state_in(const gp_schedule *schedule, uint32_t activity)
{
    const gp_dates *dates = &schedule->dates[activity];
    return (gp_moment_state){dates->earliest_ready, dates->earliest_start, dates->not_before};
}

static bool is_same(gp_moment_state a, gp_moment_state b)
{
    return a.ready == b.ready && a.start == b.start && a.not_before == b.not_before;
}

static void put(gp_trials *t, uint32_t activity, gp_moment_state state)
{
    t->known.ready[activity] = state.ready;
    t->known.start[activity] = state.start;
    t->known.not_before[activity] = state.not_before;
}

gp_status gp_open_trials(gp_job *job, const gp_schedule *schedule, gp_trials *out)
{
    const gp_network *network = schedule->network;
    uint32_t count = network->activity_count;
    gp_trials t = {
        .job = job,
        .schedule = schedule,
        .known = {GP_NEW(job, gp_day, count), GP_NEW(job, gp_day, count),
                  GP_NEW(job, uint8_t, count)},
        .rank = GP_NEW(job, uint32_t, count),
        .waiting = GP_NEW(job, uint64_t, count / 64 + 1),
        .moved = GP_NEW(job, uint32_t, count),
        .seen = GP_NEW(job, uint32_t, count),
        .furthest = GP_NEW(job, uint32_t, count),
        .path_at = GP_NEW(job, uint32_t, count),
        .steps = GP_NEW(job, uint32_t, count),
        .next = GP_NEW(job, uint32_t, count),
        .is_stop = GP_NEW(job, uint8_t, count),
        .hops = GP_NEW(job, gp_trial_hop, HOPS_FIRST),
        .hop_capacity = HOPS_FIRST,
    };
    if (!t.known.ready || !t.known.start || !t.known.not_before || !t.rank || !t.waiting ||
        !t.moved || !t.seen || !t.furthest || !t.path_at || !t.steps || !t.next || !t.is_stop ||
        !t.hops)
        return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        t.rank[network->order[i]] = i;
        put(&t, i, state_in(schedule, i));
    }
    *out = t;
    return GP_OK;
}

/* ---- what waits to be computed ---- */

static void wait(gp_trials *t, uint32_t activity)
{
    t->waiting[t->rank[activity] / 64] |= UINT64_C(1) << t->rank[activity] % 64;
}

/* Takes the first that waits, of those with a rank from `first` to `last`. */
static bool take_first(gp_trials *t, uint32_t first, uint32_t last, uint32_t *rank)
{
    for (uint32_t word = first / 64; word <= last / 64; word++) {
        if (!t->waiting[word]) continue;
        *rank = word * 64 + (uint32_t)__builtin_ctzll(t->waiting[word]);
        t->waiting[word] &= t->waiting[word] - 1;
        return true;
    }
    return false;
}

static bool take_last(gp_trials *t, uint32_t first, uint32_t last, uint32_t *rank)
{
    for (uint32_t word = last / 64 + 1; word-- > first / 64;) {
        if (!t->waiting[word]) continue;
        uint32_t bit = 63 - (uint32_t)__builtin_clzll(t->waiting[word]);
        t->waiting[word] &= ~(UINT64_C(1) << bit);
        *rank = word * 64 + bit;
        return true;
    }
    return false;
}

/* ---- aiming ---- */

static bool is_on_path(const gp_trials *t, uint32_t activity)
{
    uint32_t at = t->path_at[activity];
    return at < t->step_count && t->steps[at] == activity;
}

/* Marks what the end rests on; all of it waits. Returns the lowest rank. */
static uint32_t mark_ancestors(gp_trials *t, uint32_t end)
{
    const gp_network *network = t->schedule->network;
    uint32_t count = 1, lowest = t->rank[end];
    t->moved[0] = end;
    t->seen[end] = t->aim;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t to = t->moved[i];
        wait(t, to);
        if (t->rank[to] < lowest) lowest = t->rank[to];
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++) {
            uint32_t from = network->arcs[a].from;
            if (t->seen[from] == t->aim) continue;
            t->seen[from] = t->aim;
            t->moved[count++] = from;
        }
    }
    return lowest;
}

/* The furthest step of the path that a way from the activity can meet before any other step. */
static uint32_t look_ahead(const gp_trials *t, uint32_t activity)
{
    const gp_network *network = t->schedule->network;
    uint32_t most = 0;
    for (uint32_t i = network->leaving_first[activity]; i < network->leaving_first[activity + 1];
         i++) {
        uint32_t to = network->arcs[network->leaving[i]].to;
        if (t->seen[to] == t->aim && t->furthest[to] > most) most = t->furthest[to];
    }
    return most;
}

/* A way leaps over a step where one before it can go further. What is leapt over from a step is so
 * from all before it: so each step is passed by once. */
static void find_next(gp_trials *t, uint32_t step, uint32_t furthest)
{
    uint32_t next = step + 1;
    while (next < furthest) next = t->next[next];
    t->next[step] = next;
}

/* The first in each stretch of steps that are as many on every path: paths that share a beginning
 * have the same stops there. */
static void choose_stops(gp_trials *t)
{
    uint32_t stretch = t->schedule->network->activity_count / STOPS + 1, last = t->step_count - 1;
    memset(t->is_stop, 0, t->step_count);
    for (uint32_t step = 0, before = GP_NONE; step < last; step = t->next[step]) {
        t->is_stop[step] = step / stretch != before ? 2 : 1;
        before = step / stretch;
    }
    t->is_stop[last] = 2;
}

static void find_steps(gp_trials *t, uint32_t end)
{
    const gp_arc *arcs = t->schedule->network->arcs;
    bool to_start = false;
    uint32_t count = 0;
    for (uint32_t at = end; at != GP_NONE;) {
        uint32_t arc = gp_arc_into(t->schedule, at, to_start);
        t->moved[count++] = at;
        at = arc == GP_NONE ? GP_NONE : arcs[arc].from;
        to_start = arc != GP_NONE && arcs[arc].is_from_start;
    }
    t->step_count = count;
    for (uint32_t i = 0; i < count; i++) {
        t->steps[i] = t->moved[count - 1 - i];
        t->path_at[t->steps[i]] = i;
    }
}

void gp_aim_trials(gp_trials *t, uint32_t end)
{
    uint32_t rank = t->rank[end];
    find_steps(t, end);
    t->aim++;
    uint32_t lowest = mark_ancestors(t, end);
    while (take_last(t, lowest, rank, &rank)) {
        uint32_t activity = t->schedule->network->order[rank];
        uint32_t furthest = activity == end ? 0 : look_ahead(t, activity);
        t->furthest[activity] = is_on_path(t, activity) ? t->path_at[activity] : furthest;
        if (is_on_path(t, activity) && activity != end)
            find_next(t, t->path_at[activity], furthest);
    }
    choose_stops(t);
}

/* ---- following ---- */

static gp_moment_state compute(const gp_trials *t, uint32_t activity, const gp_change *change)
{
    gp_dates dates;
    gp_forward_one(t->schedule->network, t->known, activity, change, &dates, NULL);
    return (gp_moment_state){dates.earliest_ready, dates.earliest_start, dates.not_before};
}

static void move(gp_trials *t, uint32_t activity, gp_moment_state state, uint32_t *count)
{
    const gp_network *network = t->schedule->network;
    put(t, activity, state);
    t->moved[(*count)++] = activity;
    for (uint32_t i = network->leaving_first[activity]; i < network->leaving_first[activity + 1];
         i++) {
        uint32_t to = network->arcs[network->leaving[i]].to;
        if (t->seen[to] == t->aim) wait(t, to);
    }
}

/* What `to`, through which every way from `from` runs, is when `from` is so. */
static gp_moment_state cross(gp_trials *t, uint32_t from, gp_moment_state state, uint32_t to)
{
    gp_moment_state out = state_in(t->schedule, to);
    uint32_t count = 0, rank = t->rank[from], last = t->rank[to];
    move(t, from, state, &count);
    while (take_first(t, rank, last, &rank)) {
        uint32_t activity = t->schedule->network->order[rank];
        gp_moment_state now = compute(t, activity, NULL);
        if (activity == to)
            out = now;
        else if (!is_same(now, state_in(t->schedule, activity)))
            move(t, activity, now, &count);
    }
    while (count > 0) {
        uint32_t activity = t->moved[--count];
        put(t, activity, state_in(t->schedule, activity));
    }
    return out;
}

/* ---- what was tried before ---- */

static gp_trial_hop *find_hop(const gp_trials *t, uint32_t from, gp_moment_state state)
{
    uint64_t hash = (uint64_t)from << 32 ^ (uint32_t)state.ready;
    hash = (hash ^ (uint64_t)(uint32_t)state.start << 21 ^ state.not_before) *
           UINT64_C(0x9e3779b97f4a7c15);
    uint32_t at = (uint32_t)(hash >> 32) & (t->hop_capacity - 1);
    while (t->hops[at].from &&
           (t->hops[at].from != from + 1 || !is_same(t->hops[at].before, state)))
        at = (at + 1) & (t->hop_capacity - 1);
    return &t->hops[at];
}

static void make_room(gp_trials *t)
{
    gp_trial_hop *before = t->hops, *more = GP_NEW(t->job, gp_trial_hop, t->hop_capacity * 2u);
    if (!more) {
        t->has_failed = true;
        return;
    }
    uint32_t count = t->hop_capacity;
    t->hops = more;
    t->hop_capacity = count * 2;
    for (uint32_t i = 0; i < count; i++)
        if (before[i].from) *find_hop(t, before[i].from - 1, before[i].before) = before[i];
}

static void remember(gp_trials *t, gp_trial_hop hop)
{
    if (t->hop_count >= t->hop_capacity / 2) {
        if (t->hop_capacity >= HOPS_MAX) return;
        make_room(t);
        if (t->has_failed) return;
    }
    gp_trial_hop *place = find_hop(t, hop.from - 1, hop.before);
    if (!place->from) t->hop_count++;
    *place = hop;
}

/* May a hop be taken towards this end? Another end may have ways around the place where it led. */
static bool leads_on(const gp_trials *t, const gp_trial_hop *hop)
{
    return hop->from && is_on_path(t, hop->to) && t->is_stop[t->path_at[hop->to]];
}

/* From a step on to the next stop, or to where all is as it was. */
static gp_trial_hop hop_on(gp_trials *t, uint32_t step, gp_moment_state state)
{
    gp_trial_hop hop = {.from = t->steps[step] + 1, .before = state};
    do {
        state = cross(t, t->steps[step], state, t->steps[t->next[step]]);
        step = t->next[step];
    } while (t->is_stop[step] != 2 && !is_same(state, state_in(t->schedule, t->steps[step])));
    hop.to = t->steps[step];
    hop.after = state;
    remember(t, hop);
    return hop;
}

gp_day gp_try_change(gp_trials *t, const gp_change *change)
{
    uint32_t step = t->path_at[change->activity], last = t->step_count - 1;
    gp_moment_state state = compute(t, change->activity, change);
    while (step != last) {
        uint32_t activity = t->steps[step];
        if (is_same(state, state_in(t->schedule, activity)))
            return t->schedule->dates[t->steps[last]].earliest_ready;
        gp_trial_hop hop = *find_hop(t, activity, state);
        if (!leads_on(t, &hop)) hop = hop_on(t, step, state);
        step = t->path_at[hop.to];
        state = hop.after;
    }
    return state.ready;
}
