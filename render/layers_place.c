/* SPDX-License-Identifier: MIT
 * How high does each slot stand? As near as it can to the slots that its lines lead to, the
 * order of its column kept: column by column, from the left and from the right, the wishes of
 * all slots of a column are granted together. Passages pull hardest, at each other, so that long
 * arrows become straight (the priorities of Sugiyama, Tagawa and Toda 1981). */
#include "render/layers.h"

#define ROUNDS 8
#define LINE_GAP GP_UNITS(7)      /* between two arrows that pass */
#define LINE_BOX_GAP GP_UNITS(10) /* between an arrow and a box */
#define HEADROOM GP_UNITS(18)     /* for arrows that pass over the top of the picture */
#define ENDLESS ((gp_length)1 << 40)
#define KEPT_WEIGHT 100000

typedef struct placing {
    gp_layers *layers;
    gp_wish *wishes;
    gp_wish_block *scratch;
} placing;

static gp_status begin(placing *p, gp_layers *layers)
{
    *p = (placing){.layers = layers,
                   .wishes = GP_NEW(layers->job, gp_wish, layers->slot_count),
                   .scratch = GP_NEW(layers->job, gp_wish_block, layers->slot_count)};
    return p->wishes && p->scratch ? GP_OK : gp_no_memory(layers->job);
}

static gp_length apart(const gp_slot *upper, const gp_slot *lower)
{
    gp_length gap = upper->is_box && lower->is_box   ? GP_ROW_GAP
                    : upper->is_box || lower->is_box ? LINE_BOX_GAP
                                                     : LINE_GAP;
    return upper->height / 2 + (lower->height + 1) / 2 + gap;
}

static int64_t pull(const gp_slot *a, const gp_slot *b)
{
    if (a->is_box && b->is_box) return 1;
    return a->is_box || b->is_box ? 2 : 8;
}

/* Where a slot wants to be for its neighbours on the sides asked for; where it is, if none. */
static gp_length wish_of(const gp_layers *layers, uint32_t slot, bool left, bool right)
{
    const bool wanted[GP_SIDES] = {left, right};
    const gp_slot *s = &layers->slots[slot];
    int64_t weight = 0, sum = 0;
    for (int side = 0; side < GP_SIDES; side++) {
        if (!wanted[side]) continue;
        for (uint32_t k = layers->first[side][slot]; k < layers->first[side][slot + 1]; k++) {
            const gp_slot *other = &layers->slots[layers->near[side][k]];
            int64_t own = pull(s, other);
            sum += own * other->middle;
            weight += own;
        }
    }
    return weight ? sum / weight : s->middle;
}

static void settle_column(placing *p, uint32_t column, bool left, bool right)
{
    gp_layers *layers = p->layers;
    uint32_t first = layers->column_first[column];
    uint32_t count = layers->column_first[column + 1] - first;
    const gp_slot *above = NULL;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = layers->order[first + i];
        const gp_slot *s = &layers->slots[slot];
        p->wishes[i] = (gp_wish){.at = wish_of(layers, slot, left, right),
                                 .weight = s->is_box ? 2 : 3,
                                 .apart = above ? apart(above, s) : 0};
        above = s;
    }
    gp_grant_wishes(p->wishes, count, -ENDLESS, ENDLESS, p->scratch);
    for (uint32_t i = 0; i < count; i++)
        layers->slots[layers->order[first + i]].middle = p->wishes[i].at;
}

/* Every column by itself, its middle at 0. */
static void stack_columns(gp_layers *layers)
{
    for (uint32_t column = 0; column < layers->column_count; column++) {
        gp_slot *above = NULL;
        gp_length at = 0;
        uint32_t first = layers->column_first[column], end = layers->column_first[column + 1];
        for (uint32_t i = first; i < end; i++) {
            gp_slot *s = &layers->slots[layers->order[i]];
            at += above ? apart(above, s) : 0;
            s->middle = at;
            above = s;
        }
        for (uint32_t i = first; i < end; i++) layers->slots[layers->order[i]].middle -= at / 2;
    }
}

static void start_at_top(gp_layers *layers)
{
    gp_length top = ENDLESS;
    for (uint32_t i = 0; i < layers->slot_count; i++) {
        const gp_slot *s = &layers->slots[i];
        gp_length edge = s->middle - s->height / 2;
        if (edge < top) top = edge;
    }
    for (uint32_t i = 0; i < layers->slot_count; i++) layers->slots[i].middle -= top;
}

gp_status gp_place_layers(gp_layers *layers)
{
    placing p;
    GP_TRY(begin(&p, layers));
    stack_columns(layers);
    for (int round = 0; round < ROUNDS; round++) {
        bool is_last = round >= ROUNDS - 3;
        for (uint32_t column = 1; column < layers->column_count; column++)
            settle_column(&p, column, true, is_last);
        for (uint32_t column = layers->column_count; column-- > 0;)
            settle_column(&p, column, is_last, true);
    }
    start_at_top(layers);
    return GP_OK;
}

/* ---- around what is kept ---- */

/* The boxes of a column: those that are kept give way as little as they can. */
static void settle_boxes(placing *p, uint32_t column)
{
    gp_layers *layers = p->layers;
    uint32_t first = layers->column_first[column], end = layers->column_first[column + 1];
    uint32_t count = 0;
    const gp_slot *above = NULL;
    gp_length low = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t slot = layers->order[i];
        const gp_slot *s = &layers->slots[slot];
        if (!s->is_box) continue;
        if (!above) low = s->height / 2;
        p->wishes[count++] =
            (gp_wish){.at = s->is_kept ? s->middle : wish_of(layers, slot, true, true),
                      .weight = s->is_kept ? KEPT_WEIGHT : 1,
                      .apart = above ? apart(above, s) : 0};
        above = s;
    }
    gp_grant_wishes(p->wishes, count, low, ENDLESS, p->scratch);
    for (uint32_t i = first, k = 0; i < end; i++)
        if (layers->slots[layers->order[i]].is_box)
            layers->slots[layers->order[i]].middle = p->wishes[k++].at;
}

static gp_length smaller(gp_length a, gp_length b)
{
    return a < b ? a : b;
}

/* A run of arrows that pass between two boxes: closer together where there is little room. */
static void settle_run(placing *p, uint32_t first, uint32_t count, gp_length top, gp_length bottom)
{
    gp_layers *layers = p->layers;
    gp_length room = bottom - top, margin = smaller(LINE_BOX_GAP, room / (count + 1));
    gp_length gap = count > 1 ? smaller(LINE_GAP, (room - 2 * margin) / (count - 1)) : 0;
    for (uint32_t i = 0; i < count; i++)
        p->wishes[i] = (gp_wish){
            .at = wish_of(layers, layers->order[first + i], true, true), .weight = 1, .apart = gap};
    gp_grant_wishes(p->wishes, count, top + margin, bottom - margin, p->scratch);
    for (uint32_t i = 0; i < count; i++)
        layers->slots[layers->order[first + i]].middle = p->wishes[i].at;
}

static void settle_passages(placing *p, uint32_t column)
{
    gp_layers *layers = p->layers;
    uint32_t end = layers->column_first[column + 1];
    gp_length top = -HEADROOM;
    for (uint32_t i = layers->column_first[column]; i < end; i++) {
        uint32_t first = i;
        while (i < end && !layers->slots[layers->order[i]].is_box) i++;
        const gp_slot *box = i < end ? &layers->slots[layers->order[i]] : NULL;
        gp_length bottom = box ? box->middle - box->height / 2 : ENDLESS;
        if (i > first) settle_run(p, first, i - first, top, bottom);
        if (box) top = box->middle + (box->height + 1) / 2;
    }
}

gp_status gp_place_around_kept(gp_layers *layers)
{
    placing p;
    GP_TRY(begin(&p, layers));
    for (uint32_t column = 0; column < layers->column_count; column++) settle_boxes(&p, column);
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t column = 0; column < layers->column_count; column++)
            settle_passages(&p, column);
        for (uint32_t column = layers->column_count; column-- > 0;) settle_passages(&p, column);
    }
    return GP_OK;
}
