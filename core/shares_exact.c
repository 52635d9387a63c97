/* SPDX-License-Identifier: MIT
 * Shares over all orders. What a unit does in an order depends only on which units were made before
 * it, so the mean over n! orders is a sum over 2^n worlds, and each world counts for all units at
 * once: for those that are in it with one sign, for the others with the other. The worlds follow
 * one another by one unit each (Gray 1953).
 *
 * A unit that does nothing to an intervention takes nothing from the others, so interventions to
 * which nearly the same matters are asked about in the same worlds. */
#include "core/shares.h"

#include <stdlib.h>

/* Interventions that are asked about together. */
typedef struct batch {
    uint64_t *units; /* that matter to one of them */
    uint32_t unit_count, count;
} batch;

typedef struct work {
    gp_worlds *worlds;
    const gp_questions *questions;
    gp_tally *tallies;
    batch *batches;
    uint32_t batch_count;
    uint32_t *batch_of; /* by moved; GP_NONE: too much matters to it */
    uint32_t *members;  /* moved, of one batch */
    uint32_t count;
    uint32_t units[GP_EXACT_UNITS]; /* of that batch; the one that is toggled most comes first */
    uint32_t unit_count;
    int64_t weights[GP_EXACT_UNITS + 1]; /* of a unit that comes after so many: s! (n - s - 1)! */
    int64_t orders;                      /* n! */
} work;

/* ---- batches ---- */

typedef struct ranked {
    uint32_t moved, count;
} ranked;

static int most_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->count != b->count) return a->count > b->count ? -1 : 1;
    return (a->moved > b->moved) - (a->moved < b->moved);
}

/* Into the first batch where that takes no more worlds than by itself. */
static uint32_t find_batch(const work *w, const ranked *one)
{
    const uint64_t *own = w->questions->moved[one->moved].relevant;
    for (uint32_t b = 0; b < w->batch_count; b++) {
        uint32_t both = 0;
        for (uint32_t i = 0; i < w->questions->words; i++)
            both += (uint32_t)__builtin_popcountll(own[i] | w->batches[b].units[i]);
        if (both > GP_EXACT_UNITS) continue;
        if (1u << both <= (1u << w->batches[b].unit_count) + (1u << one->count)) return b;
    }
    return w->batch_count;
}

static void join(work *w, uint32_t b, const ranked *one)
{
    const uint64_t *own = w->questions->moved[one->moved].relevant;
    batch *to = &w->batches[b];
    for (uint32_t i = 0; i < w->questions->words; i++) to->units[i] |= own[i];
    to->unit_count = gp_count_units(w->questions, to->units);
    to->count++;
    w->batch_of[one->moved] = b;
}

static gp_status make_batches(gp_job *scratch, work *w)
{
    const gp_questions *questions = w->questions;
    uint32_t count = questions->moved_count;
    ranked *all = GP_NEW(scratch, ranked, count);
    w->batches = GP_NEW(scratch, batch, count);
    w->batch_of = GP_NEW(scratch, uint32_t, count);
    w->members = GP_NEW(scratch, uint32_t, count);
    if (!all || !w->batches || !w->batch_of || !w->members) return gp_no_memory(scratch);
    for (uint32_t i = 0; i < count; i++)
        all[i] = (ranked){i, gp_count_units(questions, questions->moved[i].relevant)};
    if (count) qsort(all, count, sizeof *all, most_first);
    for (uint32_t i = 0; i < count; i++) {
        w->batch_of[all[i].moved] = GP_NONE;
        if (all[i].count > GP_EXACT_UNITS) continue;
        uint32_t b = find_batch(w, &all[i]);
        if (b == w->batch_count) {
            w->batches[b].units = GP_NEW(scratch, uint64_t, questions->words);
            if (!w->batches[b].units) return gp_no_memory(scratch);
            w->batch_count++;
        }
        join(w, b, &all[i]);
    }
    return GP_OK;
}

/* ---- one batch ---- */

/* The first is toggled in every second world, the next in every fourth: so what costs least goes
 * first. */
static void order_units(work *w, const batch *b)
{
    const uint32_t *cost = w->questions->cost;
    w->unit_count = 0;
    for (uint32_t u = 0; u < w->questions->units.count; u++) {
        if (!gp_has_bit(b->units, u)) continue;
        uint32_t at = w->unit_count++;
        for (; at > 0 && cost[w->units[at - 1]] > cost[u]; at--) w->units[at] = w->units[at - 1];
        w->units[at] = u;
    }
}

static void weigh(work *w)
{
    int64_t factorials[GP_EXACT_UNITS + 1] = {1};
    for (uint32_t i = 1; i <= w->unit_count; i++) factorials[i] = factorials[i - 1] * i;
    w->orders = factorials[w->unit_count];
    for (uint32_t s = 0; s < w->unit_count; s++)
        w->weights[s] = factorials[s] * factorials[w->unit_count - s - 1];
    w->weights[w->unit_count] = 0;
}

/* Counts a world in which an intervention is so many days later than in OLD. */
static void count_world(const work *w, gp_tally *tally, uint32_t world, int32_t days, int32_t slip)
{
    uint32_t size = (uint32_t)__builtin_popcount(world);
    int64_t in = size ? w->weights[size - 1] * days : 0, out = w->weights[size] * days;
    for (uint32_t i = 0; i < w->unit_count; i++) {
        uint32_t unit = w->units[i];
        bool is_in = world >> i & 1;
        tally->sum[unit] += is_in ? in : -out;
        if (size == 1 && is_in) tally->alone[unit] = days;
        if (size + 1 == w->unit_count && !is_in) tally->without[unit] = slip - days;
    }
}

static void count_all(const work *w, uint32_t world)
{
    for (uint32_t i = 0; i < w->count; i++) {
        const gp_moved *moved = &w->questions->moved[w->members[i]];
        int32_t days = gp_live_day(w->worlds, w->members[i]) - moved->from;
        count_world(w, &w->tallies[w->members[i]], world, days, moved->to - moved->from);
    }
}

static gp_status run_batch(work *w, uint32_t b)
{
    w->count = 0;
    for (uint32_t i = 0; i < w->questions->moved_count; i++)
        if (w->batch_of[i] == b) w->members[w->count++] = i;
    order_units(w, &w->batches[b]);
    weigh(w);
    for (uint32_t i = 0; i < w->count; i++) w->tallies[w->members[i]].parts = w->orders;
    GP_TRY(gp_aim_worlds(w->worlds, w->members, w->count));
    uint32_t world = 0, last = 1u << w->unit_count;
    count_all(w, world);
    for (uint32_t k = 1; k < last; k++) {
        uint32_t bit = (uint32_t)__builtin_ctz(k);
        world ^= 1u << bit;
        GP_TRY(gp_toggle_unit(w->worlds, w->units[bit]));
        count_all(w, world);
    }
    return w->unit_count ? gp_toggle_unit(w->worlds, w->units[w->unit_count - 1]) : GP_OK;
}

gp_status gp_share_exactly(gp_job *scratch, gp_worlds *worlds, const gp_questions *questions,
                           gp_tally *tallies)
{
    work w = {.worlds = worlds, .questions = questions, .tallies = tallies};
    GP_TRY(make_batches(scratch, &w));
    for (uint32_t b = 0; b < w.batch_count; b++) GP_TRY(run_batch(&w, b));
    return GP_OK;
}
