/* SPDX-License-Identifier: MIT
 * Where do arrows and new boxes go between boxes that stay where they are? Arrows start out
 * straight, new boxes beside what they belong to; each is put into its column at that height,
 * and then sifted among the others. Boxes that are kept never change their order. */
#include "render/layers.h"

#define SIFT_WORK_MAX 6000000
#define ROUNDS 6

/* A box without a place: at the mean height of the boxes that have one and that an arrow joins
 * it to; at the foot where there is none. */
static gp_status guess_boxes(gp_layers *layers)
{
    const gp_layout *layout = layers->layout;
    gp_length *sum = GP_NEW(layers->job, gp_length, layout->box_count);
    uint32_t *count = GP_NEW(layers->job, uint32_t, layout->box_count);
    if (!sum || !count) return gp_no_memory(layers->job);
    gp_length foot = 0;
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (layout->boxes[i].is_known && layers->slots[i].middle > foot)
            foot = layers->slots[i].middle;
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        uint32_t from = layout->arrows[i].from, to = layout->arrows[i].to;
        if (layout->boxes[from].is_known) sum[to] += layers->slots[from].middle, count[to]++;
        if (layout->boxes[to].is_known) sum[from] += layers->slots[to].middle, count[from]++;
    }
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (!layout->boxes[i].is_known)
            layers->slots[i].middle = count[i] ? sum[i] / count[i] : foot + GP_ROW_GAP;
    return GP_OK;
}

static void draw_straight(gp_layers *layers)
{
    const gp_layout *layout = layers->layout;
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        gp_length from = layers->slots[layout->arrows[i].from].middle;
        gp_length to = layers->slots[layout->arrows[i].to].middle;
        uint32_t first = layers->passage_first[i];
        uint32_t steps = layers->passage_first[i + 1] - first + 1;
        for (uint32_t k = 1; k < steps; k++)
            layers->slots[first + k - 1].middle = from + (to - from) * (gp_length)k / steps;
    }
}

gp_status gp_order_around_kept(gp_layers *layers)
{
    gp_rank *ranks = GP_NEW(layers->job, gp_rank, layers->slot_count);
    if (!ranks) return gp_no_memory(layers->job);
    GP_TRY(guess_boxes(layers));
    draw_straight(layers);
    for (uint32_t column = 0; column < layers->column_count; column++) {
        uint32_t first = layers->column_first[column];
        for (uint32_t i = first; i < layers->column_first[column + 1]; i++)
            ranks[i - first] = (gp_rank){layers->slots[layers->order[i]].middle, layers->order[i]};
        gp_sort_column(layers, column, ranks);
    }
    return gp_sift_layers(layers, gp_sift_rounds(layers, ROUNDS, SIFT_WORK_MAX));
}
