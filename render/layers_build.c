/* SPDX-License-Identifier: MIT
 * Which slots are there? One for each box, and one in each column that an arrow passes, so that
 * every line leads from a column to the next and a layered layout can make room for it
 * (Sugiyama, Tagawa and Toda 1981). */
#include "render/layers.h"

/* The longest arrow that still gets passages, so that all together stay within the bound. */
static gp_status find_reach(gp_job *job, const gp_layout *layout, uint32_t column_count,
                            uint32_t *reach)
{
    uint32_t *arrows_of = GP_NEW(job, uint32_t, (size_t)column_count + 1);
    if (!arrows_of) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        const gp_layout_arrow *a = &layout->arrows[i];
        arrows_of[layout->boxes[a->to].column - layout->boxes[a->from].column]++;
    }
    uint64_t total = 0;
    *reach = 1;
    for (uint32_t span = 2; span <= column_count; span++) {
        total += (uint64_t)arrows_of[span] * (span - 1);
        if (total > GP_PASSAGES_MAX) break;
        *reach = span;
    }
    return GP_OK;
}

static uint32_t span_of(const gp_layout *layout, uint32_t arrow)
{
    const gp_layout_arrow *a = &layout->arrows[arrow];
    return layout->boxes[a->to].column - layout->boxes[a->from].column;
}

static gp_status make_slots(gp_layers *layers, uint32_t reach)
{
    gp_layout *layout = layers->layout;
    uint32_t count = layout->box_count;
    layers->passage_first = GP_NEW(layers->job, uint32_t, (size_t)layout->arrow_count + 1);
    if (!layers->passage_first) return gp_no_memory(layers->job);
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        uint32_t span = span_of(layout, i);
        layers->passage_first[i] = count;
        if (span <= reach) count += span - 1;
    }
    layers->passage_first[layout->arrow_count] = layers->slot_count = count;
    layers->slots = GP_NEW(layers->job, gp_slot, count);
    if (!layers->slots) return gp_no_memory(layers->job);
    for (uint32_t i = 0; i < layout->box_count; i++) {
        const gp_layout_box *box = &layout->boxes[i];
        layers->slots[i] = (gp_slot){.column = box->column,
                                     .height = box->size.y,
                                     .middle = box->at.y + box->size.y / 2,
                                     .is_box = true,
                                     .is_kept = box->is_kept};
    }
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        uint32_t first = layers->passage_first[i];
        uint32_t column = layout->boxes[layout->arrows[i].from].column + 1;
        for (uint32_t slot = first; slot < layers->passage_first[i + 1]; slot++)
            layers->slots[slot].column = column + (slot - first);
    }
    return GP_OK;
}

/* Calls take() for each line from a slot to one in the next column. */
static void each_link(gp_layers *layers,
                      void (*take)(gp_layers *layers, uint32_t from, uint32_t to))
{
    const gp_layout *layout = layers->layout;
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        uint32_t first = layers->passage_first[i], end = layers->passage_first[i + 1];
        uint32_t from = layout->arrows[i].from;
        if (first == end && span_of(layout, i) > 1) continue; /* too long for passages */
        for (uint32_t slot = first; slot < end; slot++) {
            take(layers, from, slot);
            from = slot;
        }
        take(layers, from, layout->arrows[i].to);
    }
}

static void count_link(gp_layers *layers, uint32_t from, uint32_t to)
{
    layers->first[GP_RIGHT][from + 2]++;
    layers->first[GP_LEFT][to + 2]++;
    layers->link_count++;
}

static void keep_link(gp_layers *layers, uint32_t from, uint32_t to)
{
    layers->near[GP_RIGHT][layers->first[GP_RIGHT][from + 1]++] = to;
    layers->near[GP_LEFT][layers->first[GP_LEFT][to + 1]++] = from;
}

static gp_status make_links(gp_layers *layers)
{
    for (int side = 0; side < GP_SIDES; side++) {
        layers->first[side] = GP_NEW(layers->job, uint32_t, (size_t)layers->slot_count + 2);
        if (!layers->first[side]) return gp_no_memory(layers->job);
    }
    each_link(layers, count_link);
    for (int side = 0; side < GP_SIDES; side++) {
        layers->near[side] = GP_NEW(layers->job, uint32_t, layers->link_count);
        if (!layers->near[side]) return gp_no_memory(layers->job);
        for (uint32_t i = 0; i < layers->slot_count; i++)
            layers->first[side][i + 2] += layers->first[side][i + 1];
    }
    each_link(layers, keep_link);
    return GP_OK;
}

static gp_status make_columns(gp_layers *layers)
{
    layers->column_first = GP_NEW(layers->job, uint32_t, (size_t)layers->column_count + 2);
    layers->order = GP_NEW(layers->job, uint32_t, layers->slot_count);
    if (!layers->column_first || !layers->order) return gp_no_memory(layers->job);
    for (uint32_t i = 0; i < layers->slot_count; i++)
        layers->column_first[layers->slots[i].column + 2]++;
    for (uint32_t i = 0; i < layers->column_count; i++)
        layers->column_first[i + 2] += layers->column_first[i + 1];
    for (uint32_t i = 0; i < layers->slot_count; i++) { /* shifts the starts into their places */
        uint32_t column = layers->slots[i].column, at = layers->column_first[column + 1]++;
        layers->slots[i].order = at - layers->column_first[column];
        layers->order[at] = i;
    }
    return GP_OK;
}

gp_status gp_build_layers(gp_job *job, gp_layout *layout, gp_layers *layers)
{
    uint32_t reach = 1;
    *layers = (gp_layers){.job = job, .layout = layout};
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (layout->boxes[i].column >= layers->column_count)
            layers->column_count = layout->boxes[i].column + 1;
    GP_TRY(find_reach(job, layout, layers->column_count, &reach));
    GP_TRY(make_slots(layers, reach));
    GP_TRY(make_links(layers));
    return make_columns(layers);
}
