/* SPDX-License-Identifier: MIT
 * In which order do frames stand under each other? Those that many arrows join should be near each
 * other. Every group goes to the mean place of those that its arrows lead to, round after round;
 * the best order that came by is polished by letting neighbours change places for as long as the
 * arrows become shorter. */
#include "render/layout_groups.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 24
#define MOVE_ROUNDS 4

typedef struct ordering {
    const gp_layout *layout;
    const gp_frames *frames;
    uint32_t *place; /* by group */
    uint32_t *first; /* by group: its arrows in `other` */
    uint32_t *other; /* the group at the other end */
    uint32_t count;  /* of groups */
} ordering;

typedef struct turn {
    int64_t mean;
    uint32_t group;
} turn;

static int by_mean(const void *a, const void *b)
{
    const turn *x = a, *y = b;
    if (x->mean != y->mean) return x->mean < y->mean ? -1 : 1;
    return x->group < y->group ? -1 : x->group > y->group;
}

static gp_status list_ends(gp_job *job, ordering *o)
{
    const gp_layout *layout = o->layout;
    const uint32_t *group = o->frames->group;
    o->place = GP_NEW(job, uint32_t, o->count);
    o->first = GP_NEW(job, uint32_t, (size_t)o->count + 2);
    o->other = GP_NEW(job, uint32_t, 2 * (size_t)layout->arrow_count);
    if (!o->place || !o->first || !o->other) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        o->first[group[layout->arrows[i].from] + 2]++;
        o->first[group[layout->arrows[i].to] + 2]++;
    }
    for (uint32_t i = 0; i < o->count; i++) o->first[i + 2] += o->first[i + 1];
    for (uint32_t i = 0; i < layout->arrow_count; i++) { /* shifts the starts into their places */
        uint32_t from = group[layout->arrows[i].from], to = group[layout->arrows[i].to];
        o->other[o->first[from + 1]++] = to;
        o->other[o->first[to + 1]++] = from;
    }
    return GP_OK;
}

static uint64_t distance(uint32_t a, uint32_t b)
{
    return a < b ? b - a : a - b;
}

static uint64_t cost(const ordering *o)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < o->layout->arrow_count; i++)
        sum += distance(o->place[o->frames->group[o->layout->arrows[i].from]],
                        o->place[o->frames->group[o->layout->arrows[i].to]]);
    return sum;
}

static void move_to_means(const ordering *o, turn *turns)
{
    for (uint32_t g = 0; g < o->count; g++) {
        int64_t sum = (int64_t)o->place[g] * 1000;
        int64_t ends = (int64_t)o->first[g + 1] - o->first[g] + 1;
        for (uint32_t k = o->first[g]; k < o->first[g + 1]; k++)
            sum += (int64_t)o->place[o->other[k]] * 1000;
        turns[g] = (turn){sum / ends, g};
    }
    qsort(turns, o->count, sizeof *turns, by_mean);
    for (uint32_t i = 0; i < o->count; i++) o->place[turns[i].group] = i;
}

/* How much shorter its arrows are at `there`, where `beside` changes places with it. */
static int64_t gain_of(const ordering *o, uint32_t g, uint32_t there, uint32_t beside)
{
    int64_t gain = 0;
    for (uint32_t k = o->first[g]; k < o->first[g + 1]; k++) {
        uint32_t other = o->other[k];
        if (other == g || other == beside) continue;
        gain += (int64_t)distance(o->place[g], o->place[other]) -
                (int64_t)distance(there, o->place[other]);
    }
    return gain;
}

static bool polish(const ordering *o, uint32_t *order)
{
    bool has_changed = false;
    for (uint32_t i = 0; i + 1 < o->count; i++) {
        uint32_t a = order[i], b = order[i + 1];
        if (gain_of(o, a, i + 1, b) + gain_of(o, b, i, a) <= 0) continue;
        order[i] = b, order[i + 1] = a;
        o->place[b] = i, o->place[a] = i + 1;
        has_changed = true;
    }
    return has_changed;
}

#define MOVE_WORK_MAX ((uint64_t)8000000) /* places that are tried, times arrows, in a round */

static void take_places(const ordering *o, const uint32_t *order)
{
    for (uint32_t i = 0; i < o->count; i++) o->place[order[i]] = i;
}

static void move(uint32_t *order, uint32_t from, uint32_t to)
{
    uint32_t group = order[from];
    if (from < to) memmove(order + from, order + from + 1, (to - from) * sizeof *order);
    if (to < from) memmove(order + to + 1, order + to, (from - to) * sizeof *order);
    order[to] = group;
}

/* Each group goes to the place where its arrows are shortest, the others closing up. Where there
 * are so many that it would take long nothing moves. */
static bool move_each(const ordering *o, uint32_t *order)
{
    bool has_changed = false;
    uint64_t trials = (uint64_t)o->count * o->count;
    if (trials * (o->layout->arrow_count + o->count) > MOVE_WORK_MAX) return false;
    for (uint32_t g = 0; g < o->count; g++) {
        take_places(o, order);
        uint32_t at = o->place[g], best = at;
        uint64_t least = cost(o);
        for (uint32_t to = 0; to < o->count; to++) {
            move(order, at, to);
            take_places(o, order);
            uint64_t now = cost(o);
            move(order, to, at);
            if (now >= least) continue;
            least = now;
            best = to;
        }
        has_changed |= best != at;
        move(order, at, best);
    }
    take_places(o, order);
    return has_changed;
}

static void list_order(const ordering *o, uint32_t *order)
{
    for (uint32_t g = 0; g < o->count; g++) order[o->place[g]] = g;
}

gp_status gp_order_groups(gp_job *job, const gp_layout *layout, const gp_frames *frames,
                          uint32_t *order)
{
    ordering o = {.layout = layout, .frames = frames, .count = frames->count};
    turn *turns = GP_NEW(job, turn, frames->count);
    if (!turns) return gp_no_memory(job);
    GP_TRY(list_ends(job, &o));
    for (uint32_t g = 0; g < o.count; g++) o.place[g] = order[g] = g;
    if (frames->is_in_sequence) return GP_OK;
    uint64_t best = cost(&o);
    for (int round = 0; round < ROUNDS; round++) {
        move_to_means(&o, turns);
        uint64_t now = cost(&o);
        if (now >= best) continue;
        best = now;
        list_order(&o, order);
    }
    take_places(&o, order);
    for (int round = 0; round < ROUNDS && polish(&o, order); round++) continue;
    for (int round = 0; round < MOVE_ROUNDS && move_each(&o, order); round++) continue;
    return GP_OK;
}
