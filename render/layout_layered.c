/* SPDX-License-Identifier: MIT
 * A layout by columns (Sugiyama, Tagawa and Toda 1981) that fills a page, and that must not move
 * when something is added: no engine that we measured keeps its boxes in place. What is new is
 * taken apart into what hangs together; each piece is folded to the page, ordered and placed; and
 * they are packed. A picture is a function of where its boxes stand: once they have their places,
 * arrows are drawn as if all boxes had been kept, so drawing it again from its layout file gives
 * the same bytes. */
#include "render/layers.h"

/* Wide enough for the arrows of a tall picture not to run straight up and down. */
static gp_length gap_for(gp_length height)
{
    gp_length more = height / 200;
    if (more > GP_UNITS(50)) more = GP_UNITS(50);
    return GP_COLUMN_GAP + more - more % GP_UNITS(10);
}

static void choose_step(gp_layout *layout, const gp_layers *layers)
{
    gp_length widest = 0, top = 0, foot = 0;
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (layout->boxes[i].size.x > widest) widest = layout->boxes[i].size.x;
    for (uint32_t i = 0; i < layers->slot_count; i++) {
        if (layers->slots[i].middle < top) top = layers->slots[i].middle;
        if (layers->slots[i].middle > foot) foot = layers->slots[i].middle;
    }
    gp_length least = widest + (layout->step ? GP_COLUMN_GAP : gap_for(foot - top));
    if (layout->step < least) layout->step = least;
}

/* Every box keeps the place that it was just given; false where all had it already. */
static bool keep_places(gp_layout *layout, const gp_layers *layers)
{
    bool has_changed = false;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        gp_layout_box *box = &layout->boxes[i];
        gp_length top = layers->slots[i].middle - layers->slots[i].height / 2;
        has_changed |= !box->is_kept || box->at.y != top;
        box->is_known = box->is_kept = true;
        box->at.y = top;
    }
    return has_changed;
}

static gp_status place_around_kept(gp_job *job, gp_layout *layout, gp_layers *layers)
{
    GP_TRY(gp_build_layers(job, layout, layers));
    GP_TRY(gp_order_around_kept(layers));
    return gp_place_around_kept(layers);
}

static gp_status find_outline(gp_job *job, const gp_layers *layers, gp_piece *piece)
{
    piece->column_count = layers->column_count;
    piece->top = GP_NEW(job, gp_length, layers->column_count);
    piece->foot = GP_NEW(job, gp_length, layers->column_count);
    if (!piece->top || !piece->foot) return gp_no_memory(job);
    for (uint32_t column = 0; column < layers->column_count; column++) {
        uint32_t first = layers->column_first[column], end = layers->column_first[column + 1];
        if (first == end) continue;
        const gp_slot *top = &layers->slots[layers->order[first]];
        const gp_slot *foot = &layers->slots[layers->order[end - 1]];
        piece->top[column] = top->middle - top->height / 2;
        piece->foot[column] = foot->middle + (foot->height + 1) / 2;
    }
    return GP_OK;
}

static gp_status place_piece(gp_job *job, gp_piece *piece)
{
    gp_layers layers;
    gp_layout *layout = &piece->layout;
    GP_TRY(gp_find_columns(job, layout));
    GP_TRY(gp_fold_columns(job, layout));
    GP_TRY(gp_build_layers(job, layout, &layers));
    GP_TRY(gp_order_layers(&layers));
    GP_TRY(gp_place_layers(&layers));
    keep_places(layout, &layers);
    return find_outline(job, &layers, piece);
}

/* Every piece by itself, and then all of them on one page. */
static gp_status place_anew(gp_job *job, gp_layout *layout)
{
    gp_piece *pieces;
    uint32_t count;
    GP_TRY(gp_take_pieces(job, layout, &pieces, &count));
    for (uint32_t i = 0; i < count; i++) GP_TRY(place_piece(job, &pieces[i]));
    GP_TRY(gp_pack_pieces(job, pieces, count, layout->width));
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < pieces[i].layout.box_count; k++) {
            gp_layout_box *box = &layout->boxes[pieces[i].boxes[k]];
            *box = pieces[i].layout.boxes[k];
            box->column += pieces[i].column;
            box->at.y += pieces[i].y;
        }
    return GP_OK;
}

static gp_status place_in_periods(gp_job *job, gp_layout *layout)
{
    gp_layers layers;
    GP_TRY(gp_fill_periods(job, layout));
    GP_TRY(gp_build_layers(job, layout, &layers));
    GP_TRY(gp_order_layers(&layers));
    GP_TRY(gp_place_layers(&layers));
    keep_places(layout, &layers);
    return GP_OK;
}

gp_status gp_layout_layered(gp_job *job, gp_layout *layout)
{
    gp_layers layers;
    bool has_known = false;
    for (uint32_t i = 0; i < layout->box_count; i++) has_known |= layout->boxes[i].is_known;
    if (layout->period_count)
        GP_TRY(place_in_periods(job, layout));
    else if (!has_known)
        GP_TRY(place_anew(job, layout));
    GP_TRY(place_around_kept(job, layout, &layers));
    choose_step(layout, &layers);
    if (keep_places(layout, &layers)) GP_TRY(place_around_kept(job, layout, &layers));
    return gp_route_layers(&layers);
}
