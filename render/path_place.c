/* SPDX-License-Identifier: MIT
 * Where do the boxes of one part of the picture go? What is connected by arrows is laid out
 * as a graph; boxes that stand alone would make one endless column there, so they fill rows
 * below it, as wide as the page. */
#include "render/path_memory.h"

typedef struct placing {
    gp_path_picture *picture;
    gp_part part;
    uint32_t *graph_box; /* by box: its index in the graph, or GP_NONE */
    gp_layout graph;
} placing;

/* Which boxes belong to the graph, and what is known of where they and the others stood. Where
 * columns are periods all do. */
static void pick_boxes(placing *p, gp_layout *layout)
{
    const gp_path_part *part = &p->picture->model->parts[p->part];
    bool has_periods = p->graph.period_count > 0;
    for (uint32_t i = 0; i < part->box_count; i++) p->graph_box[i] = has_periods ? 0 : GP_NONE;
    for (uint32_t i = 0; i < part->arrow_count; i++) {
        p->graph_box[part->arrows[i].from] = 0;
        p->graph_box[part->arrows[i].to] = 0;
    }
    for (uint32_t i = 0; i < part->box_count; i++) {
        layout->boxes[i].is_alone = p->graph_box[i] == GP_NONE;
        gp_recall_place(&p->picture->memory, p->part, part->boxes[i].element_id, &layout->boxes[i]);
        p->graph_box[i] = GP_NONE;
        if (layout->boxes[i].is_alone) continue;
        p->graph_box[i] = p->graph.box_count;
        p->graph.boxes[p->graph.box_count] = layout->boxes[i];
        p->graph.box_count++;
    }
}

static gp_status pick(placing *p, gp_layout *layout)
{
    gp_job *job = p->picture->sheet.job;
    const gp_path_part *part = &p->picture->model->parts[p->part];
    p->graph_box = GP_NEW(job, uint32_t, part->box_count);
    p->graph.boxes = GP_NEW(job, gp_layout_box, part->box_count);
    p->graph.arrows = GP_NEW(job, gp_layout_arrow, part->arrow_count);
    if (!p->graph_box || !p->graph.boxes || !p->graph.arrows) return gp_no_memory(job);
    pick_boxes(p, layout);
    p->graph.arrow_count = part->arrow_count;
    for (uint32_t i = 0; i < part->arrow_count; i++) {
        const gp_path_arrow *a = &part->arrows[i];
        p->graph.arrows[i] =
            (gp_layout_arrow){.from = p->graph_box[a->from], .to = p->graph_box[a->to]};
    }
    return GP_OK;
}

gp_status gp_place_part(gp_path_picture *picture, gp_part part, gp_length width)
{
    placing p = {.picture = picture, .part = part};
    const gp_path_part *boxes = &picture->model->parts[part];
    gp_layout *layout = &picture->layouts[part];
    *layout = (gp_layout){
        .box_count = boxes->box_count, .width = layout->width, .height = layout->height};
    layout->boxes = GP_NEW(picture->sheet.job, gp_layout_box, boxes->box_count);
    if (!layout->boxes) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < boxes->box_count; i++)
        layout->boxes[i].size = picture->texts[part][i].size;
    if (part == GP_PART_FOUNDED) p.graph.period_count = picture->periods.count;
    for (uint32_t i = 0; i < boxes->box_count && p.graph.period_count; i++)
        layout->boxes[i].period = picture->periods.of_box[i];
    GP_TRY(pick(&p, layout));
    p.graph.step = picture->memory.step;
    p.graph.width = layout->width;
    p.graph.height = layout->height;
    GP_TRY(gp_lay_out(picture->sheet.job, &p.graph));
    for (uint32_t i = 0; i < boxes->box_count; i++)
        if (p.graph_box[i] != GP_NONE) layout->boxes[i] = p.graph.boxes[p.graph_box[i]];
    layout->arrows = p.graph.arrows;
    layout->arrow_count = p.graph.arrow_count;
    layout->size = p.graph.size;
    layout->step = p.graph.step;
    if (p.graph.period_count) { /* the last may have a heading and no box */
        uint32_t last = p.graph.period_column[p.graph.period_count] - 1;
        gp_length right = layout->step * last + layout->boxes[0].size.x;
        if (right > layout->size.x) layout->size.x = right;
    }
    layout->period_column = p.graph.period_column;
    layout->is_coarse = p.graph.is_coarse;
    return gp_fill_rows(picture->sheet.job, layout,
                        width > layout->size.x ? width : layout->size.x);
}
