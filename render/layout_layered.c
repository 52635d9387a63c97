/* SPDX-License-Identifier: MIT
 * A layout of our own by columns (Sugiyama, Tagawa and Toda 1981), for pictures that are too
 * large for Graphviz and for those that must not move when something is added: no engine that
 * we measured keeps its boxes in place. A stable picture is a function of where its boxes
 * stand: once they have their places, arrows are drawn as if all boxes had been kept, so drawing
 * it again from its layout file gives the same bytes. */
#include "render/layers.h"

/* Wide enough for the arrows of a tall picture not to run straight up and down. */
static gp_length gap_for(gp_length height)
{
    gp_length more = height / 25;
    if (more > GP_UNITS(200)) more = GP_UNITS(200);
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

static gp_status place_anew(gp_job *job, gp_layout *layout, gp_layers *layers)
{
    GP_TRY(gp_build_layers(job, layout, layers));
    GP_TRY(gp_order_layers(layers));
    return gp_place_layers(layers);
}

gp_status gp_layout_layered(gp_job *job, gp_layout *layout)
{
    gp_layers layers;
    bool has_known = false;
    for (uint32_t i = 0; i < layout->box_count; i++) has_known |= layout->boxes[i].is_known;
    if (has_known)
        GP_TRY(place_around_kept(job, layout, &layers));
    else
        GP_TRY(place_anew(job, layout, &layers));
    choose_step(layout, &layers);
    if (layout->is_stable && keep_places(layout, &layers))
        GP_TRY(place_around_kept(job, layout, &layers));
    return gp_route_layers(&layers);
}
