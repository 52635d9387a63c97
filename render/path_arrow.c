/* SPDX-License-Identifier: MIT
 * How is an arrow drawn? Filled heads for what must be ready before the start, open ones for
 * what must be ready before going live; a double line for the strengthening of a capability
 * from level to level; dotted for an alternative that was not chosen; bold on the critical
 * path. Critical arrows are painted last, so none of the others crosses over them. */
#include "render/path_picture.h"

#include <stdlib.h>

#define NAME_MAX_SHOWN 80 /* characters of a name in a tooltip */

static void add_end(const gp_path_picture *picture, uint32_t activity)
{
    const gp_network *network = picture->model->schedule->network;
    gp_svg_escape_short(picture->sheet.buffer, gp_activity_name(network, activity), NAME_MAX_SHOWN);
    if (network->activities[activity].level == 0) return;
    gp_add_text(picture->sheet.buffer, " (");
    gp_add_text(picture->sheet.buffer, gp_word_of(GP_WORD_LEVEL, picture->sheet.language));
    gp_add_text(picture->sheet.buffer, " ");
    gp_add_number(picture->sheet.buffer, network->activities[activity].level);
    gp_add_text(picture->sheet.buffer, ")");
}

/* What must have happened to one end before what happens to the other. */
static gp_word binding_of(const gp_arc *arc)
{
    static const gp_word words[2][3] = {
        {GP_WORD_READY_BY_START, GP_WORD_READY_BY_LIVE, GP_WORD_READY_BY_READY},
        {GP_WORD_STARTED_BY_START, GP_WORD_STARTED_BY_LIVE, GP_WORD_STARTED_BY_READY}};
    return words[arc->is_from_start][arc->by];
}

static void add_title(const gp_path_picture *picture, const gp_path_arrow *arrow)
{
    const gp_network *network = picture->model->schedule->network;
    const gp_arc *arc = &network->arcs[arrow->arc];
    gp_word binding = arrow->is_chain ? GP_WORD_ARROW_CHAIN : binding_of(arc);
    gp_add_text(picture->sheet.buffer, "<title>");
    add_end(picture, arc->from);
    gp_add_text(picture->sheet.buffer, " \xE2\x86\x92 ");
    add_end(picture, arc->to);
    gp_add_text(picture->sheet.buffer, "\n");
    gp_add_text(picture->sheet.buffer, gp_word_of(binding, picture->sheet.language));
    if (arrow->is_option) {
        gp_add_text(picture->sheet.buffer, ", ");
        gp_add_text(picture->sheet.buffer,
                    gp_word_of(GP_WORD_ARROW_OPTION, picture->sheet.language));
    }
    if (arc->has_lag && arc->requirement != GP_NONE) {
        char lag[GP_DURATION_SIZE];
        gp_format_duration(network->portfolio->requirements[arc->requirement].lag, lag);
        gp_add_text(picture->sheet.buffer, ", ");
        gp_add_text(picture->sheet.buffer, gp_word_of(GP_WORD_LAG, picture->sheet.language));
        gp_add_text(picture->sheet.buffer, " ");
        gp_add_text(picture->sheet.buffer, lag);
    }
    gp_add_text(picture->sheet.buffer, "</title>\n");
}

static void open_arrow(const gp_path_picture *picture, const gp_path_arrow *arrow)
{
    gp_buffer *buffer = picture->sheet.buffer;
    const gp_arc *arc = &picture->model->schedule->network->arcs[arrow->arc];
    gp_add_text(buffer, "<g id=\"arrow");
    gp_add_activity_id(buffer, picture->model->schedule->network, arc->from);
    gp_add_activity_id(buffer, picture->model->schedule->network, arc->to);
    gp_add_text(buffer, "\" class=\"arrow");
    if (arrow->is_chain) gp_add_text(buffer, " chain");
    if (arrow->is_option) gp_add_text(buffer, " option");
    if (arrow->is_critical) gp_add_text(buffer, " critical");
    gp_add_text(buffer, "\">\n");
    add_title(picture, arrow);
}

static gp_point shifted(gp_point point, gp_point by)
{
    return (gp_point){point.x + by.x, point.y + by.y};
}

static gp_status draw_arrow(const gp_path_picture *picture, gp_part part, uint32_t index)
{
    const gp_path_arrow *arrow = &picture->model->parts[part].arrows[index];
    const gp_layout_arrow *place = &picture->layouts[part].arrows[index];
    gp_point *points = GP_NEW(picture->sheet.job, gp_point, place->point_count);
    if (!points) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < place->point_count; i++)
        points[i] = shifted(place->points[i], picture->origin[part]);
    open_arrow(picture, arrow);
    gp_svg_curve(picture->sheet.buffer, "line", points, place->point_count);
    if (arrow->is_chain) gp_svg_curve(picture->sheet.buffer, "rail", points, place->point_count);
    gp_svg_head(picture->sheet.buffer, arrow->is_live ? "head live" : "head",
                points[place->point_count - 1], shifted(place->tip, picture->origin[part]));
    gp_add_text(picture->sheet.buffer, "</g>\n");
    return GP_OK;
}

static gp_status draw_arrows(const gp_path_picture *picture, gp_part part, bool is_critical)
{
    const gp_path_part *p = &picture->model->parts[part];
    for (uint32_t i = 0; i < p->arrow_count; i++)
        if (p->arrows[i].is_critical == is_critical) GP_TRY(draw_arrow(picture, part, i));
    return GP_OK;
}

/* A box and where it stands, to draw the boxes as one reads them. */
typedef struct place {
    uint32_t group;
    gp_point at;
    uint32_t box;
} place;

static int by_place(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    if (x->at.x != y->at.x) return x->at.x < y->at.x ? -1 : 1;
    if (x->at.y != y->at.y) return x->at.y < y->at.y ? -1 : 1;
    return x->box < y->box ? -1 : x->box > y->box;
}

/* By frame, by column and then downwards, so that a screen reader meets what must come first
 * first. */
static gp_status draw_boxes(const gp_path_picture *picture, gp_part part)
{
    const gp_path_part *p = &picture->model->parts[part];
    bool has_frames = picture->frames.count && part == GP_PART_FOUNDED;
    place *places = GP_NEW(picture->sheet.job, place, p->box_count);
    if (!places) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < p->box_count; i++)
        places[i] = (place){has_frames ? picture->frames.group[i] : 0,
                            shifted(picture->layouts[part].boxes[i].at, picture->origin[part]), i};
    if (p->box_count) qsort(places, p->box_count, sizeof *places, by_place);
    for (uint32_t i = 0; i < p->box_count; i++) {
        uint32_t box = places[i].box, group = places[i].group;
        if (has_frames && (i == 0 || places[i - 1].group != group)) gp_open_frame(picture, group);
        gp_draw_box(picture->sheet.buffer, picture->model, &p->boxes[box],
                    &picture->texts[part][box], places[i].at);
        if (has_frames && (i + 1 == p->box_count || places[i + 1].group != group))
            gp_close_frame(picture, group);
    }
    return GP_OK;
}

gp_status gp_draw_part(const gp_path_picture *picture, gp_part part)
{
    if (part == GP_PART_FOUNDED) gp_draw_frames(picture);
    GP_TRY(draw_arrows(picture, part, false));
    GP_TRY(draw_arrows(picture, part, true));
    return draw_boxes(picture, part);
}
