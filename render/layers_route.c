/* SPDX-License-Identifier: MIT
 * How do arrows run? Level past the boxes of a column and in a curve through the gap to the
 * next, so none goes through a box; curves of one gap cross only where their order says so. */
#include "render/layers.h"

/* A line so far: segments are added at its end. */
typedef struct line {
    gp_point *points;
    uint32_t count;
} line;

static gp_point last_of(const line *l)
{
    return l->points[l->count - 1];
}

static void curve_to(line *l, gp_point end)
{
    gp_point start = last_of(l);
    gp_length bend = (end.x - start.x) / 2;
    l->points[l->count++] = (gp_point){start.x + bend, start.y};
    l->points[l->count++] = (gp_point){end.x - bend, end.y};
    l->points[l->count++] = end;
}

/* A level piece that goes on level becomes longer, not two. */
static void level_to(line *l, gp_length x)
{
    gp_point end = {x, last_of(l).y};
    bool is_level = l->count >= 4 && l->points[l->count - 4].y == end.y &&
                    l->points[l->count - 3].y == end.y && l->points[l->count - 2].y == end.y;
    if (is_level) l->count -= 3;
    curve_to(l, end);
}

static gp_status route(const gp_layers *layers, uint32_t index, const gp_length *rights)
{
    gp_layout *layout = layers->layout;
    gp_layout_arrow *arrow = &layout->arrows[index];
    const gp_layout_box *from = &layout->boxes[arrow->from], *to = &layout->boxes[arrow->to];
    uint32_t first = layers->passage_first[index], end = layers->passage_first[index + 1];
    line l = {.points = GP_NEW(layers->job, gp_point, 4 + 6 * (size_t)(end - first) + 3)};
    if (!l.points) return gp_no_memory(layers->job);
    l.points[l.count++] = (gp_point){from->at.x + from->size.x, layers->slots[arrow->from].middle};
    if (last_of(&l).x < rights[from->column]) level_to(&l, rights[from->column]);
    for (uint32_t slot = first; slot < end; slot++) {
        const gp_slot *s = &layers->slots[slot];
        gp_point entry = {layout->step * s->column, s->middle};
        if (last_of(&l).y == entry.y)
            level_to(&l, entry.x);
        else
            curve_to(&l, entry);
        level_to(&l, rights[s->column]);
    }
    arrow->tip = (gp_point){to->at.x, layers->slots[arrow->to].middle};
    curve_to(&l, (gp_point){arrow->tip.x - GP_ARROW_HEAD, arrow->tip.y});
    arrow->points = l.points;
    arrow->point_count = l.count;
    return GP_OK;
}

gp_status gp_route_layers(gp_layers *layers)
{
    gp_layout *layout = layers->layout;
    gp_length *rights = GP_NEW(layers->job, gp_length, layers->column_count);
    if (!rights) return gp_no_memory(layers->job);
    layout->size = (gp_point){0, 0};
    for (uint32_t i = 0; i < layers->slot_count; i++) {
        const gp_slot *s = &layers->slots[i];
        gp_length foot = s->middle + (s->height + 1) / 2;
        if (foot > layout->size.y) layout->size.y = foot;
        if (!s->is_box) continue;
        gp_layout_box *box = &layout->boxes[i];
        box->at = (gp_point){layout->step * s->column, s->middle - s->height / 2};
        gp_length right = box->at.x + box->size.x;
        if (right > rights[s->column]) rights[s->column] = right;
        if (right > layout->size.x) layout->size.x = right;
    }
    for (uint32_t column = 0; column < layers->column_count; column++)
        if (rights[column] == 0) rights[column] = layout->step * column;
    for (uint32_t i = 0; i < layout->arrow_count; i++) GP_TRY(route(layers, i, rights));
    return GP_OK;
}
