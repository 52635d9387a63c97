/* SPDX-License-Identifier: MIT
 * Who places the boxes? Graphviz' dot gives the better picture, but its time grows with the
 * square of the boxes and of the columns that arrows cross. Above a stated limit the boxes are
 * placed by columns: column by longest chain, order within it by the barycentre of the
 * neighbours to the right (Sugiyama, Tagawa and Toda 1981), ties by id. */
#include "render/layout.h"
#include "render/groeipad_render.h"

#include <stdlib.h>

/* Boxes by the number of arrows that still leave them: sinks first, then whatever leads only
 * to boxes that have been seen (Kahn 1962, backwards). */
static gp_status walk_back(gp_job *job, const gp_layout *layout, uint32_t *distance)
{
    uint32_t *leaving = GP_NEW(job, uint32_t, layout->box_count);
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)layout->box_count + 2);
    uint32_t *into = GP_NEW(job, uint32_t, layout->arrow_count);
    uint32_t *queue = GP_NEW(job, uint32_t, layout->box_count);
    if (!leaving || !first || !into || !queue) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        leaving[layout->arrows[i].from]++;
        first[layout->arrows[i].to + 2]++;
    }
    for (uint32_t i = 0; i < layout->box_count; i++) first[i + 2] += first[i + 1];
    for (uint32_t i = 0; i < layout->arrow_count; i++) /* shifts the starts into their places */
        into[first[layout->arrows[i].to + 1]++] = i;
    uint32_t count = 0;
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (leaving[i] == 0) queue[count++] = i;
    for (uint32_t head = 0; head < count; head++) {
        uint32_t to = queue[head];
        for (uint32_t k = first[to]; k < first[to + 1]; k++) {
            uint32_t from = layout->arrows[into[k]].from;
            if (distance[from] < distance[to] + 1) distance[from] = distance[to] + 1;
            if (--leaving[from] == 0) queue[count++] = from;
        }
    }
    return GP_OK;
}

gp_status gp_find_columns(gp_job *job, const gp_layout *layout, const uint32_t **columns)
{
    uint32_t *distance = GP_NEW(job, uint32_t, layout->box_count);
    if (!distance) return gp_no_memory(job);
    GP_TRY(walk_back(job, layout, distance));
    uint32_t last = 0;
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (distance[i] > last) last = distance[i];
    for (uint32_t i = 0; i < layout->box_count; i++) distance[i] = last - distance[i];
    *columns = distance;
    return GP_OK;
}

/* A box with what sorts it within its column. */
typedef struct place {
    uint32_t box, column;
    int64_t barycentre;
} place;

static int by_column(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->column != y->column) return x->column < y->column ? -1 : 1;
    if (x->barycentre != y->barycentre) return x->barycentre < y->barycentre ? -1 : 1;
    return x->box < y->box ? -1 : x->box > y->box;
}

/* The mean position, in thousandths, of the boxes that each box leads to. */
static gp_status weigh(gp_job *job, const gp_layout *layout, place *places)
{
    int64_t *sum = GP_NEW(job, int64_t, layout->box_count);
    uint32_t *count = GP_NEW(job, uint32_t, layout->box_count);
    int64_t *position = GP_NEW(job, int64_t, layout->box_count);
    if (!sum || !count || !position) return gp_no_memory(job);
    qsort(places, layout->box_count, sizeof *places, by_column);
    uint32_t start = 0;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        if (places[i].column != places[start].column) start = i;
        position[places[i].box] = ((int64_t)i - start) * 1000;
    }
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        sum[layout->arrows[i].from] += position[layout->arrows[i].to];
        count[layout->arrows[i].from]++;
    }
    for (uint32_t i = 0; i < layout->box_count; i++) {
        uint32_t box = places[i].box;
        places[i].barycentre = count[box] ? sum[box] / count[box] : position[box];
    }
    qsort(places, layout->box_count, sizeof *places, by_column);
    return GP_OK;
}

static void stack(gp_layout *layout, const place *places)
{
    gp_point at = {0, 0};
    gp_length widest = 0;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        gp_layout_box *box = &layout->boxes[places[i].box];
        if (i && places[i].column != places[i - 1].column) {
            at = (gp_point){at.x + widest + 2 * GP_COLUMN_GAP, 0};
            widest = 0;
        }
        box->at = at;
        at.y += box->size.y + GP_ROW_GAP;
        if (box->size.x > widest) widest = box->size.x;
        if (at.y - GP_ROW_GAP > layout->size.y) layout->size.y = at.y - GP_ROW_GAP;
    }
    layout->size.x = at.x + widest;
}

/* One curve from the right side of a box to the left side of another. */
static gp_status connect(gp_job *job, const gp_layout *layout, gp_layout_arrow *arrow)
{
    const gp_layout_box *from = &layout->boxes[arrow->from], *to = &layout->boxes[arrow->to];
    arrow->points = GP_NEW(job, gp_point, 4);
    if (!arrow->points) return gp_no_memory(job);
    gp_point start = {from->at.x + from->size.x, from->at.y + from->size.y / 2};
    arrow->tip = (gp_point){to->at.x, to->at.y + to->size.y / 2};
    gp_point end = {arrow->tip.x - GP_ARROW_HEAD, arrow->tip.y};
    arrow->points[0] = start;
    arrow->points[1] = (gp_point){start.x + GP_COLUMN_GAP, start.y};
    arrow->points[2] = (gp_point){end.x - GP_COLUMN_GAP, end.y};
    arrow->points[3] = end;
    arrow->point_count = 4;
    return GP_OK;
}

gp_status gp_layout_columns(gp_job *job, gp_layout *layout, const uint32_t *columns)
{
    place *places = GP_NEW(job, place, layout->box_count);
    if (!places) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->box_count; i++)
        places[i] = (place){.box = i, .column = columns[i]};
    for (int sweep = 0; sweep < 4; sweep++) GP_TRY(weigh(job, layout, places));
    layout->size = (gp_point){0, 0};
    stack(layout, places);
    for (uint32_t i = 0; i < layout->arrow_count; i++)
        GP_TRY(connect(job, layout, &layout->arrows[i]));
    return GP_OK;
}

gp_status gp_lay_out(gp_job *job, gp_layout *layout)
{
    const uint32_t *columns;
    layout->size = (gp_point){0, 0};
    if (layout->box_count == 0) return GP_OK;
    GP_TRY(gp_find_columns(job, layout, &columns));
    uint64_t spans = 0;
    for (uint32_t i = 0; i < layout->arrow_count; i++)
        spans += columns[layout->arrows[i].to] - columns[layout->arrows[i].from];
    layout->is_coarse = layout->box_count > GP_PICTURE_BOXES_MAX || spans > GP_PICTURE_SPANS_MAX;
    if (layout->is_coarse) return gp_layout_columns(job, layout, columns);
    return gp_layout_graphviz(job, layout);
}
