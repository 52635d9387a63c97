/* SPDX-License-Identifier: MIT
 * In which order do the slots of a column stand, so that few arrows cross? By sweeps from column
 * to column: each slot goes to the mean place of its neighbours (the barycentre of Sugiyama,
 * Tagawa and Toda 1981), from two starts, and the best order seen is kept. Crossings are counted
 * with a tree of sums (Barth, Mutzel and Juenger 2004; Fenwick 1994). The starts walk the arrows
 * from the boxes in the order of their ids, so the same boxes and arrows give the same picture. */
#include "render/layers.h"

#include <stdlib.h>
#include <string.h>

#define SIFT_WORK_MAX 1500000 /* slots times links of their column, over all columns */
#define SHAKE_WORK_MAX 1000000
#define SIFT_ROUNDS 8

static int by_value(const void *a, const void *b)
{
    const gp_rank *x = a, *y = b;
    if (x->value != y->value) return x->value < y->value ? -1 : 1;
    return x->slot < y->slot ? -1 : x->slot > y->slot;
}

void gp_sort_column(gp_layers *layers, uint32_t column, gp_rank *ranks)
{
    uint32_t first = layers->column_first[column];
    uint32_t count = layers->column_first[column + 1] - first;
    qsort(ranks, count, sizeof *ranks, by_value);
    for (uint32_t i = 0; i < count; i++) {
        layers->order[first + i] = ranks[i].slot;
        layers->slots[ranks[i].slot].order = i;
    }
}

/* ---- counting ---- */

/* Lines that end at or above a place, in a Fenwick tree. */
static uint32_t sum_up_to(const uint32_t *tree, uint32_t place)
{
    uint32_t sum = 0;
    for (uint32_t i = place + 1; i > 0; i -= i & (0 - i)) sum += tree[i];
    return sum;
}

static void add_at(uint32_t *tree, uint32_t size, uint32_t place)
{
    for (uint32_t i = place + 1; i <= size; i += i & (0 - i)) tree[i]++;
}

/* Crossings between a column and the next. tree: zeroed, a place for each slot there and one. */
static uint64_t count_between(const gp_layers *layers, uint32_t column, uint32_t *tree)
{
    uint32_t size = layers->column_first[column + 2] - layers->column_first[column + 1];
    uint64_t crossings = 0;
    uint32_t seen = 0;
    for (uint32_t i = layers->column_first[column]; i < layers->column_first[column + 1]; i++) {
        uint32_t slot = layers->order[i];
        uint32_t first = layers->first[GP_RIGHT][slot], end = layers->first[GP_RIGHT][slot + 1];
        for (uint32_t k = first; k < end; k++)
            crossings += seen - sum_up_to(tree, layers->slots[layers->near[GP_RIGHT][k]].order);
        for (uint32_t k = first; k < end; k++)
            add_at(tree, size, layers->slots[layers->near[GP_RIGHT][k]].order);
        seen += end - first;
    }
    return crossings;
}

gp_status gp_count_layer_crossings(const gp_layers *layers, uint64_t *out)
{
    uint32_t *tree = GP_NEW(layers->job, uint32_t, (size_t)layers->slot_count + 1);
    if (!tree) return gp_no_memory(layers->job);
    *out = 0;
    for (uint32_t column = 0; column + 1 < layers->column_count; column++) {
        uint32_t size = layers->column_first[column + 2] - layers->column_first[column + 1];
        memset(tree, 0, ((size_t)size + 1) * sizeof *tree);
        *out += count_between(layers, column, tree);
    }
    return GP_OK;
}

/* ---- sweeping ---- */

/* The mean place of the neighbours on a side, in thousandths; its own, brought to the size of
 * their column, where it has none. */
static int64_t barycentre(const gp_layers *layers, uint32_t slot, gp_side side)
{
    const gp_slot *s = &layers->slots[slot];
    uint32_t first = layers->first[side][slot], end = layers->first[side][slot + 1];
    int64_t sum = 0;
    if (first == end) {
        uint32_t beside = side == GP_LEFT ? s->column - 1 : s->column + 1;
        uint32_t own = layers->column_first[s->column + 1] - layers->column_first[s->column];
        uint32_t other = layers->column_first[beside + 1] - layers->column_first[beside];
        return (int64_t)s->order * 1000 * other / own;
    }
    for (uint32_t k = first; k < end; k++) sum += layers->slots[layers->near[side][k]].order;
    return sum * 1000 / (end - first);
}

/* Ties stay in the order in which they are: the key's last digits. */
static void sort_by_barycentre(gp_layers *layers, uint32_t column, gp_side side, gp_rank *ranks)
{
    uint32_t first = layers->column_first[column];
    uint32_t count = layers->column_first[column + 1] - first;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = layers->order[first + i];
        ranks[i] = (gp_rank){barycentre(layers, slot, side) * (count + 1) + i, slot};
    }
    gp_sort_column(layers, column, ranks);
}

static void sweep(gp_layers *layers, gp_rank *ranks)
{
    for (uint32_t column = 1; column < layers->column_count; column++)
        sort_by_barycentre(layers, column, GP_LEFT, ranks);
    for (uint32_t column = layers->column_count - 1; column-- > 0;)
        sort_by_barycentre(layers, column, GP_RIGHT, ranks);
}

/* ---- starting ---- */

/* Slots in the order in which a walk along the arrows meets them, the one way or the other; each
 * column takes them as they come. */
static gp_status start(gp_layers *layers, gp_side side)
{
    uint32_t *stack =
        GP_NEW(layers->job, uint32_t, (size_t)layers->slot_count + layers->link_count);
    uint8_t *is_seen = GP_NEW(layers->job, uint8_t, layers->slot_count);
    uint32_t *filled = GP_NEW(layers->job, uint32_t, layers->column_count);
    if (!stack || !is_seen || !filled) return gp_no_memory(layers->job);
    uint32_t depth = 0;
    for (uint32_t i = layers->layout->box_count; i-- > 0;) {
        gp_side other = side == GP_LEFT ? GP_RIGHT : GP_LEFT;
        if (layers->first[other][i] == layers->first[other][i + 1]) stack[depth++] = i;
    }
    while (depth > 0) {
        uint32_t slot = stack[--depth];
        gp_slot *s = &layers->slots[slot];
        if (is_seen[slot]) continue;
        is_seen[slot] = 1;
        s->order = filled[s->column]++;
        layers->order[layers->column_first[s->column] + s->order] = slot;
        for (uint32_t k = layers->first[side][slot + 1]; k-- > layers->first[side][slot];)
            stack[depth++] = layers->near[side][k];
    }
    return GP_OK;
}

static void restore(gp_layers *layers, const uint32_t *order)
{
    for (uint32_t column = 0; column < layers->column_count; column++)
        for (uint32_t i = layers->column_first[column]; i < layers->column_first[column + 1]; i++) {
            layers->order[i] = order[i];
            layers->slots[order[i]].order = i - layers->column_first[column];
        }
}

static uint64_t sift_work(const gp_layers *layers)
{
    uint64_t work = 0;
    for (uint32_t column = 0; column < layers->column_count; column++) {
        uint32_t first = layers->column_first[column], end = layers->column_first[column + 1];
        uint64_t links = 0;
        for (uint32_t i = first; i < end; i++)
            for (int side = 0; side < GP_SIDES; side++)
                links += layers->first[side][layers->order[i] + 1] -
                         layers->first[side][layers->order[i]];
        work += links * (end - first);
    }
    return work;
}

/* The best order so far, and what finding a better one needs. */
typedef struct search {
    gp_layers *layers;
    gp_rank *ranks;
    uint32_t *best;
    uint64_t fewest;
    bool is_thorough; /* also sifts: for what is not too large */
} search;

static gp_status keep_better(search *s)
{
    uint64_t crossings;
    GP_TRY(gp_count_layer_crossings(s->layers, &crossings));
    if (crossings >= s->fewest) return GP_OK;
    s->fewest = crossings;
    memcpy(s->best, s->layers->order, s->layers->slot_count * sizeof *s->best);
    return GP_OK;
}

static gp_status improve(search *s, int sweeps)
{
    for (int i = 0; i < sweeps; i++) {
        sweep(s->layers, s->ranks);
        GP_TRY(keep_better(s));
    }
    if (!s->is_thorough) return GP_OK;
    GP_TRY(gp_sift_layers(s->layers, SIFT_ROUNDS));
    return keep_better(s);
}

/* Throws one slot in eight to another place of its column: the same ones in every run. */
static void shake(gp_layers *layers, gp_rank *ranks, uint64_t *seed)
{
    for (uint32_t column = 0; column < layers->column_count; column++) {
        uint32_t first = layers->column_first[column];
        uint32_t count = layers->column_first[column + 1] - first;
        for (uint32_t i = 0; i < count; i++) {
            *seed = *seed * 6364136223846793005U + 1442695040888963407U;
            uint32_t drawn = (uint32_t)(*seed >> 33);
            uint32_t place = drawn % 8 ? i : drawn / 8 % count;
            ranks[i] = (gp_rank){place, layers->order[first + i]};
        }
        gp_sort_column(layers, column, ranks);
    }
}

gp_status gp_order_layers(gp_layers *layers)
{
    search s = {.layers = layers,
                .ranks = GP_NEW(layers->job, gp_rank, layers->slot_count),
                .best = GP_NEW(layers->job, uint32_t, layers->slot_count),
                .fewest = UINT64_MAX};
    if (!s.best || !s.ranks) return gp_no_memory(layers->job);
    uint64_t seed = 1, work = sift_work(layers);
    s.is_thorough = work <= SIFT_WORK_MAX;
    for (int side = 0; side < (s.is_thorough ? GP_SIDES : 1); side++) {
        GP_TRY(start(layers, (gp_side)side));
        GP_TRY(improve(&s, s.is_thorough ? 12 : 5));
    }
    uint64_t spent = work;
    for (uint32_t i = 0; s.is_thorough && spent < SHAKE_WORK_MAX && i < layers->slot_count; i++) {
        if (s.fewest == 0) break;
        spent += work + 1000;
        restore(layers, s.best);
        shake(layers, s.ranks, &seed);
        GP_TRY(improve(&s, 3));
    }
    restore(layers, s.best);
    return GP_OK;
}
