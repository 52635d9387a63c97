/* SPDX-License-Identifier: MIT
 * Where do the boxes of one part of the picture go? What is connected by arrows is laid out
 * as a graph; boxes that stand alone would make one endless column there, so they fill rows
 * below it. An intervention stands in the last column even when it stands alone, unless
 * nothing at all is connected. */
#include "render/path_picture.h"

typedef struct placing {
    gp_job *job;
    const gp_path_part *part;
    uint32_t *graph_box; /* by box: its index in the graph, or GP_NONE */
    gp_layout graph;
} placing;

static gp_status pick(placing *p, gp_layout *layout)
{
    uint32_t count = p->part->box_count;
    p->graph_box = GP_NEW(p->job, uint32_t, count);
    p->graph.boxes = GP_NEW(p->job, gp_layout_box, count);
    p->graph.arrows = GP_NEW(p->job, gp_layout_arrow, p->part->arrow_count);
    if (!p->graph_box || !p->graph.boxes || !p->graph.arrows) return gp_no_memory(p->job);
    bool has_arrows = p->part->arrow_count > 0;
    for (uint32_t i = 0; i < count; i++)
        p->graph_box[i] = has_arrows && p->part->boxes[i].kind == GP_BOX_INTERVENTION ? 0 : GP_NONE;
    for (uint32_t i = 0; i < p->part->arrow_count; i++) {
        p->graph_box[p->part->arrows[i].from] = 0;
        p->graph_box[p->part->arrows[i].to] = 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (p->graph_box[i] == GP_NONE) continue;
        p->graph_box[i] = p->graph.box_count;
        p->graph.boxes[p->graph.box_count] = layout->boxes[i];
        p->graph.boxes[p->graph.box_count++].is_sink =
            p->part->boxes[i].is_last && p->part->boxes[i].kind == GP_BOX_INTERVENTION;
    }
    p->graph.arrow_count = p->part->arrow_count;
    for (uint32_t i = 0; i < p->part->arrow_count; i++) {
        const gp_path_arrow *a = &p->part->arrows[i];
        uint32_t weight = a->is_chain ? 12 : a->is_critical ? 4 : a->is_option ? 1 : 2;
        p->graph.arrows[i] = (gp_layout_arrow){
            .from = p->graph_box[a->from], .to = p->graph_box[a->to], .weight = weight};
    }
    return GP_OK;
}

/* Rows of boxes that stand alone, under the graph. */
static void fill_rows(const placing *p, gp_length width, gp_layout *layout)
{
    gp_point pen = {0, layout->size.y ? layout->size.y + GP_ROW_GAP : 0};
    gp_length row = 0;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        gp_layout_box *box = &layout->boxes[i];
        if (p->graph_box[i] != GP_NONE) continue;
        if (pen.x > 0 && pen.x + box->size.x > width) {
            pen = (gp_point){0, pen.y + row + GP_ROW_GAP};
            row = 0;
        }
        box->at = pen;
        if (box->size.y > row) row = box->size.y;
        if (pen.x + box->size.x > layout->size.x) layout->size.x = pen.x + box->size.x;
        if (pen.y + row > layout->size.y) layout->size.y = pen.y + row;
        pen.x += box->size.x + GP_ROW_GAP;
    }
}

gp_status gp_place_part(gp_job *job, const gp_path_part *part, const gp_box_text *texts,
                        gp_length width, gp_layout *layout)
{
    placing p = {.job = job, .part = part};
    *layout = (gp_layout){.box_count = part->box_count};
    layout->boxes = GP_NEW(job, gp_layout_box, part->box_count);
    if (!layout->boxes) return gp_no_memory(job);
    for (uint32_t i = 0; i < part->box_count; i++) layout->boxes[i].size = texts[i].size;
    GP_TRY(pick(&p, layout));
    GP_TRY(gp_lay_out(job, &p.graph));
    for (uint32_t i = 0; i < part->box_count; i++)
        if (p.graph_box[i] != GP_NONE) layout->boxes[i] = p.graph.boxes[p.graph_box[i]];
    layout->arrows = p.graph.arrows;
    layout->arrow_count = p.graph.arrow_count;
    layout->size = p.graph.size;
    layout->is_coarse = p.graph.is_coarse;
    fill_rows(&p, width > layout->size.x ? width : layout->size.x, layout);
    return GP_OK;
}
