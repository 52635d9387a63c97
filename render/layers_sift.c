/* SPDX-License-Identifier: MIT
 * Where in its column does a slot cross the fewest lines? Every place is tried, by walking past
 * the neighbours one by one and adding up what each step wins or costs (sifting: Matuszewski,
 * Schoenfeld and Molitor 1999). Slots that are kept stay; the others move among them. */
#include "render/layers.h"

#include <stdlib.h>
#include <string.h>

typedef struct sifting {
    gp_layers *layers;
    uint32_t *places[GP_SIDES]; /* parallel to near: places of the neighbours, ascending */
    bool has_improved;
} sifting;

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The neighbours' columns do not change while this one is sifted. */
static void look_beside(sifting *s, uint32_t column)
{
    gp_layers *layers = s->layers;
    for (uint32_t i = layers->column_first[column]; i < layers->column_first[column + 1]; i++)
        for (int side = 0; side < GP_SIDES; side++) {
            uint32_t slot = layers->order[i], first = layers->first[side][slot];
            uint32_t count = layers->first[side][slot + 1] - first;
            for (uint32_t k = first; k < first + count; k++)
                s->places[side][k] = layers->slots[layers->near[side][k]].order;
            if (count > 1) qsort(s->places[side] + first, count, sizeof(uint32_t), by_number);
        }
}

/* Crossings on one side when a stands above b, less those when b stands above a. */
static int64_t compare_side(const sifting *s, uint32_t a, uint32_t b, int side)
{
    const uint32_t *places = s->places[side];
    uint32_t i = s->layers->first[side][a], a_end = s->layers->first[side][a + 1];
    uint32_t k = s->layers->first[side][b], b_first = k, b_end = s->layers->first[side][b + 1];
    int64_t above = 0, below = 0;
    uint32_t equal = b_first;
    for (; i < a_end; i++) {
        while (k < b_end && places[k] < places[i]) k++;
        if (equal < k) equal = k;
        while (equal < b_end && places[equal] == places[i]) equal++;
        above += k - b_first;   /* of a's line lie lines of b that end higher */
        below += b_end - equal; /* and lower */
    }
    return above - below;
}

static int64_t compare(const sifting *s, uint32_t a, uint32_t b)
{
    return compare_side(s, a, b, GP_LEFT) + compare_side(s, a, b, GP_RIGHT);
}

/* What no line leads to crosses nothing wherever it stands. */
static bool has_lines(const gp_layers *layers, uint32_t slot)
{
    for (int side = 0; side < GP_SIDES; side++)
        if (layers->first[side][slot] < layers->first[side][slot + 1]) return true;
    return false;
}

/* The place for the slot at `from` where it crosses the fewest; nearest to where it is. */
static uint32_t best_place(const sifting *s, const uint32_t *column, uint32_t count, uint32_t from)
{
    uint32_t slot = column[from], best = from;
    int64_t sum = 0, fewest = 0;
    for (uint32_t i = from; i-- > 0;) { /* upwards */
        sum += compare(s, slot, column[i]);
        if (sum < fewest) {
            fewest = sum;
            best = i;
        }
    }
    sum = 0;
    for (uint32_t i = from + 1; i < count; i++) { /* downwards */
        sum += compare(s, column[i], slot);
        if (sum < fewest) {
            fewest = sum;
            best = i;
        }
    }
    return best;
}

static void move(gp_layers *layers, uint32_t *column, uint32_t from, uint32_t to)
{
    uint32_t slot = column[from];
    if (from < to)
        memmove(column + from, column + from + 1, (to - from) * sizeof *column);
    else
        memmove(column + to + 1, column + to, (from - to) * sizeof *column);
    column[to] = slot;
    for (uint32_t i = from < to ? from : to; i <= (from < to ? to : from); i++)
        layers->slots[column[i]].order = i;
}

static void sift_column(sifting *s, uint32_t column, uint32_t *todo)
{
    gp_layers *layers = s->layers;
    uint32_t first = layers->column_first[column];
    uint32_t count = layers->column_first[column + 1] - first;
    memcpy(todo, layers->order + first, count * sizeof *todo);
    look_beside(s, column);
    for (uint32_t i = 0; i < count; i++) {
        const gp_slot *slot = &layers->slots[todo[i]];
        if (slot->is_kept || !has_lines(layers, todo[i])) continue;
        uint32_t from = slot->order;
        uint32_t to = best_place(s, layers->order + first, count, from);
        if (to == from) continue;
        move(layers, layers->order + first, from, to);
        s->has_improved = true;
    }
}

uint32_t gp_sift_rounds(const gp_layers *layers, uint32_t round_max, uint64_t work_max)
{
    uint64_t widest = 1;
    for (uint32_t column = 0; column < layers->column_count; column++) {
        uint64_t count = layers->column_first[column + 1] - layers->column_first[column];
        if (count > widest) widest = count;
    }
    uint64_t rounds = work_max / (widest * ((uint64_t)layers->link_count + 1));
    return rounds < round_max ? (uint32_t)rounds : round_max;
}

gp_status gp_sift_layers(gp_layers *layers, uint32_t round_max)
{
    sifting s = {.layers = layers, .has_improved = true};
    uint32_t *todo = GP_NEW(layers->job, uint32_t, layers->slot_count);
    for (int side = 0; side < GP_SIDES; side++) {
        s.places[side] = GP_NEW(layers->job, uint32_t, layers->link_count);
        if (!s.places[side] || !todo) return gp_no_memory(layers->job);
    }
    for (uint32_t round = 0; round < round_max && s.has_improved; round++) {
        s.has_improved = false;
        for (uint32_t column = 0; column < layers->column_count; column++)
            sift_column(&s, column, todo);
        for (uint32_t column = layers->column_count; column-- > 0;) sift_column(&s, column, todo);
    }
    return GP_OK;
}
