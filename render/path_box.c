/* SPDX-License-Identifier: MIT
 * How is a box drawn? Its outline says what kind it is, in every detail: in full, in short (name,
 * levels, the day it is ready), or with its name alone. What a box does not say stands in its
 * tooltip, and a screen reader is told all of it. */
#include "render/path_box.h"
#include "render/tooltip.h"

const char *gp_box_class(gp_box_kind kind)
{
    static const char *const classes[GP_BOX_KINDS] = {"intervention", "requested", "prerequisite",
                                                      "unfounded",    "missing",   "reference"};
    return classes[kind];
}

gp_word gp_box_word(gp_box_kind kind)
{
    static const gp_word kinds[GP_BOX_KINDS] = {GP_WORD_INTERVENTION, GP_WORD_REQUESTED,
                                                GP_WORD_PREREQUISITE, GP_WORD_UNFOUNDED,
                                                GP_WORD_MISSING,      GP_WORD_REFERENCE};
    return kinds[kind];
}

void gp_draw_outline(gp_buffer *buffer, gp_box_kind kind, gp_point at, gp_point size)
{
    gp_length least = size.x < size.y ? size.x : size.y;
    gp_length round = GP_CORNER_ROUND < least / 2 ? GP_CORNER_ROUND : least / 2;
    gp_length cut = GP_CORNER_CUT < least / 3 ? GP_CORNER_CUT : least / 3;
    switch (kind) {
    case GP_BOX_INTERVENTION: gp_svg_rectangle(buffer, "shape", at, size, round); break;
    case GP_BOX_PREREQUISITE: gp_svg_octagon(buffer, "shape", at, size, cut); break;
    default: gp_svg_rectangle(buffer, "shape", at, size, GP_UNITS(2)); break;
    }
}

void gp_draw_halo(gp_buffer *buffer, gp_point at, gp_point size)
{
    const gp_length out = GP_UNITS(4);
    gp_svg_rectangle(buffer, "halo", (gp_point){at.x - out, at.y - out},
                     (gp_point){size.x + 2 * out, size.y + 2 * out}, GP_UNITS(8));
}

void gp_draw_ladder(gp_buffer *buffer, gp_point at, uint32_t had, uint32_t step)
{
    for (uint32_t i = 0; i < GP_LEVEL_MAX; i++) {
        gp_length height = GP_UNITS(3) + GP_UNITS(1) * i; /* the rungs rise */
        const char *class_name = i < had ? "pip had" : i < step ? "pip step" : "pip";
        gp_point corner = {at.x + GP_PIP_STEP * i, at.y - height};
        gp_svg_rectangle(buffer, class_name, corner, (gp_point){GP_PIP, height}, 0);
    }
}

static void draw_sign(gp_buffer *buffer, gp_point at)
{
    gp_add_text(buffer, "<path class=\"sign\" d=\"M");
    gp_svg_point(buffer, at);
    gp_add_text(buffer, "h10l-5 -10zm4.3 -6.5h1.4l-.3 3.6h-.8zm.1 4.3h1.2v1.2h-1.2z\"/>\n");
}

/* The band at the foot of a late intervention, with a warning triangle. */
static void draw_late(gp_buffer *buffer, const gp_box_text *text, const char *words, gp_point at)
{
    gp_length padding = gp_measures_of(text->detail)->padding;
    gp_point corner = {at.x + GP_UNITS(4), at.y + text->size.y - GP_CLASH_BAND - GP_UNITS(4)};
    gp_point size = {text->size.x - GP_UNITS(8), GP_CLASH_BAND};
    gp_svg_rectangle(buffer, "mark", corner, size, GP_UNITS(9));
    gp_point pen = {at.x + padding + GP_LATE_INDENT, corner.y + GP_UNITS(13)};
    gp_svg_words(buffer, GP_FONT_CLASH, pen, words);
    draw_sign(buffer, (gp_point){at.x + padding, corner.y + GP_UNITS(14)});
}

/* The triangle alone, beside the name. */
static void draw_late_sign(gp_buffer *buffer, const gp_box_text *text, gp_point at)
{
    gp_point size = {GP_UNITS(16), GP_UNITS(16)};
    gp_point corner = {at.x + text->size.x - size.x - GP_UNITS(5),
                       at.y + (text->size.y - size.y) / 2};
    gp_svg_rectangle(buffer, "mark", corner, size, GP_UNITS(4));
    draw_sign(buffer, (gp_point){corner.x + GP_UNITS(3), corner.y + GP_UNITS(13)});
}

/* The name, and where its last line stands. */
static gp_point draw_name(gp_buffer *buffer, const gp_box_text *text, gp_point at)
{
    const gp_box_measures *m = gp_measures_of(text->detail);
    gp_point pen = {at.x + m->padding, at.y + m->name_down};
    if (text->detail == GP_DETAIL_FULL) gp_svg_words(buffer, GP_FONT_LINE, pen, text->tag);
    for (uint32_t i = 0; i < text->wrapped_count; i++) {
        pen.y += GP_NAME_STEP;
        gp_svg_text(buffer, GP_FONT_NAME, pen, &text->wrapped[i]);
    }
    return pen;
}

static void draw_words(gp_buffer *buffer, const gp_box_text *text, gp_point at)
{
    gp_point pen = draw_name(buffer, text, at);
    bool is_short = text->detail == GP_DETAIL_SHORT;
    if (is_short && text->brief && !text->late)
        gp_svg_words(buffer, GP_FONT_LINE, (gp_point){pen.x, pen.y + GP_LINE_STEP}, text->brief);
    if (text->detail != GP_DETAIL_FULL) return;
    for (int i = 0; i < 2; i++) {
        pen.y += GP_LINE_STEP;
        if (text->lines[i]) gp_svg_words(buffer, GP_FONT_LINE, pen, text->lines[i]);
    }
}

static void draw_lateness(gp_buffer *buffer, const gp_box_text *text, gp_point at)
{
    if (!text->late) return;
    if (text->detail == GP_DETAIL_NAME) draw_late_sign(buffer, text, at);
    if (text->detail == GP_DETAIL_SHORT) draw_late(buffer, text, text->brief, at);
    if (text->detail == GP_DETAIL_FULL) draw_late(buffer, text, text->late, at);
}

/* Above the band of what is late. */
static void draw_behind(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                        const gp_box_text *text, gp_point at)
{
    bool has_band = text->late && text->detail != GP_DETAIL_NAME;
    gp_length foot = GP_UNITS(7) + (has_band ? GP_CLASH_BAND : 0);
    gp_draw_behind_marks(buffer, model, box, text, (gp_point){at.x, at.y + text->size.y - foot});
}

/* The ladder of levels, at the end of the line with the day. */
static void draw_levels(gp_buffer *buffer, const gp_network *network, const gp_path_box *box,
                        const gp_box_text *text, gp_point at)
{
    const gp_activity *a = &network->activities[box->activity];
    const gp_box_measures *m = gp_measures_of(text->detail);
    if (a->kind != GP_KIND_CAPABILITY || box->kind == GP_BOX_REFERENCE) return;
    if (text->detail == GP_DETAIL_NAME) return;
    gp_length right = at.x + text->size.x - m->padding - GP_PIP_STEP * GP_LEVEL_MAX;
    gp_point corner = {right + (GP_PIP_STEP - GP_PIP),
                       at.y + m->name_down + GP_NAME_STEP * text->wrapped_count + GP_LINE_STEP};
    gp_draw_ladder(buffer, corner, gp_level_before(network, box->activity), a->level);
}

static void add_behind_label(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box)
{
    static const gp_word words[GP_WAYS] = {GP_WORD_BEHIND_LEFT, GP_WORD_BEHIND_RIGHT};
    for (gp_path_way way = 0; way < GP_WAYS; way++) {
        if (!box->behind[way].count) continue;
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, gp_word_of(words[way], model->view->language));
        gp_add_text(buffer, " ");
        gp_add_number(buffer, box->behind[way].count);
    }
}

static void open_box(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                     const gp_box_text *text)
{
    gp_add_text(buffer, "<g id=\"");
    gp_add_text(buffer, box->element_id);
    gp_add_text(buffer, "\" class=\"box ");
    gp_add_text(buffer, gp_box_class((gp_box_kind)box->kind));
    if (box->is_critical) gp_add_text(buffer, " critical");
    if (box->is_option) gp_add_text(buffer, " option");
    if (text->late) gp_add_text(buffer, " clash");
    if (model->has_changed && !text->badge) gp_add_text(buffer, " same");
    gp_add_text(buffer, "\" role=\"graphics-symbol\" aria-label=\"");
    gp_add_text(buffer, gp_word_of(gp_box_word((gp_box_kind)box->kind), model->view->language));
    gp_add_text(buffer, ": ");
    gp_svg_escape_short(buffer, text->name, 200);
    const char *const parts[] = {text->tag, text->lines[0], text->lines[1], text->late,
                                 text->badge};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i]) continue;
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, parts[i]);
    }
    add_behind_label(buffer, model, box);
    if (box->is_critical) {
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, gp_word_of(GP_WORD_CRITICAL, model->view->language));
    }
    gp_add_text(buffer, "\">\n<title>");
    gp_add_tooltip(buffer, model->schedule, model->view->language, box->activity);
    if (text->badge) gp_add_was(buffer, model->view->language, &text->was);
    gp_add_text(buffer, "</title>\n");
}

void gp_draw_box(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                 const gp_box_text *text, gp_point at)
{
    const gp_network *network = model->schedule->network;
    const char *url = gp_activity_url(network, box->activity);
    gp_svg_open_link(buffer, url);
    open_box(buffer, model, box, text);
    if (box->is_focus) gp_draw_halo(buffer, at, text->size);
    gp_draw_outline(buffer, (gp_box_kind)box->kind, at, text->size);
    draw_levels(buffer, network, box, text, at);
    draw_words(buffer, text, at);
    draw_behind(buffer, model, box, text, at);
    draw_lateness(buffer, text, at);
    gp_draw_badge(buffer, (gp_became)text->was.became, text->badge,
                  (gp_point){at.x + text->size.x, at.y});
    gp_add_text(buffer, "</g>\n");
    gp_svg_close_link(buffer, url);
}
