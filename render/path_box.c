/* SPDX-License-Identifier: MIT
 * What does a box say? Kind with stage or level, the name, the earliest dates ("not before"
 * where they rest on an unknown), float and buffer, and how late an intervention is. The
 * numbers are those of the schedule; this file only words them and finds out how much room
 * they take. */
#include "render/path_box.h"
#include "render/tooltip.h"

#include <string.h>

#define DOT_BETWEEN " \xC2\xB7 "
#define DASH_BETWEEN " \xE2\x80\x93 "
#define ARROW_BETWEEN " \xE2\x86\x92 "

/* What the functions that word something need. */
typedef struct wording {
    gp_job *job;
    const gp_path_model *model;
    gp_buffer *scratch;
} wording;

uint32_t gp_level_before(const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind != GP_KIND_CAPABILITY) return 0;
    if (a->actual == GP_ACTUAL_READY) return network->portfolio->capabilities[a->item].level;
    return a->level ? a->level - 1u : 0;
}

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

static void add_word(const wording *w, gp_word word)
{
    gp_add_text(w->scratch, gp_word_of(word, w->model->view->language));
}

static void add_days(const wording *w, gp_word word, int32_t days)
{
    add_word(w, word);
    gp_add_text(w->scratch, days < 0 ? " \xE2\x88\x92" : " ");
    gp_add_number(w->scratch, days < 0 ? -(int64_t)days : days);
    gp_add_text(w->scratch, " ");
    add_word(w, GP_WORD_DAYS_SHORT);
}

static gp_status keep(const wording *w, const char **out)
{
    const char *text;
    size_t size;
    GP_TRY(gp_finish_buffer(w->scratch, &text, &size));
    *out = gp_copy_text(w->job, text, size);
    w->scratch->bytes.count = 0;
    return *out ? GP_OK : gp_no_memory(w->job);
}

static void add_levels(const wording *w, uint32_t activity)
{
    const gp_network *network = w->model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    if (a->level == 0) return;
    gp_add_text(w->scratch, DOT_BETWEEN);
    add_word(w, GP_WORD_LEVEL);
    gp_add_text(w->scratch, " ");
    if (a->kind == GP_KIND_CAPABILITY) {
        gp_add_number(w->scratch, gp_level_before(network, activity));
        gp_add_text(w->scratch, ARROW_BETWEEN);
    }
    gp_add_number(w->scratch, a->level);
}

static gp_status write_tag(const wording *w, const gp_path_box *box, const char **out)
{
    static const gp_word kinds[GP_BOX_KINDS] = {GP_WORD_TAG_INTERVENTION, GP_WORD_TAG_REQUESTED,
                                                GP_WORD_TAG_PREREQUISITE, GP_WORD_TAG_UNFOUNDED,
                                                GP_WORD_TAG_MISSING,      GP_WORD_TAG_REFERENCE};
    const gp_network *network = w->model->schedule->network;
    const gp_activity *a = &network->activities[box->activity];
    add_word(w, box->is_option ? GP_WORD_OPTION : kinds[box->kind]);
    uint8_t stage = a->kind == GP_KIND_INTERVENTION
                        ? network->portfolio->interventions[a->item].stage
                        : (uint8_t)GP_STAGE_NONE;
    if (stage != GP_STAGE_NONE) {
        gp_add_text(w->scratch, DOT_BETWEEN);
        add_word(w, (gp_word)(GP_WORD_EXPLORE + (stage - GP_EXPLORE)));
    }
    add_levels(w, box->activity);
    return keep(w, out);
}

static gp_status write_dates(const wording *w, const gp_path_box *box, const char **out)
{
    const gp_dates *dates = &w->model->schedule->dates[box->activity];
    if (dates->not_before) {
        add_word(w, GP_WORD_NOT_BEFORE);
        gp_add_text(w->scratch, " ");
    } else {
        gp_add_day(w->scratch, dates->earliest_start);
        gp_add_text(w->scratch, DASH_BETWEEN);
    }
    gp_add_day(w->scratch, dates->earliest_ready);
    return keep(w, out);
}

static gp_status write_slack(const wording *w, const gp_path_box *box, const char **out)
{
    const gp_network *network = w->model->schedule->network;
    const gp_activity *a = &network->activities[box->activity];
    const gp_dates *dates = &w->model->schedule->dates[box->activity];
    bool is_intervention = a->kind == GP_KIND_INTERVENTION;
    gp_day needed =
        is_intervention ? network->portfolio->interventions[a->item].needed_by : GP_NO_DAY;
    if (a->is_unknown) {
        add_word(w, GP_WORD_UNKNOWN);
        return keep(w, out);
    }
    if (needed != GP_NO_DAY) {
        add_word(w, GP_WORD_NEEDED);
        gp_add_text(w->scratch, " ");
        gp_add_day(w->scratch, needed);
    } else if (is_intervention) {
        add_word(w, GP_WORD_NO_DATE);
        return keep(w, out);
    } else if (dates->float_days == GP_NO_DAYS) {
        add_word(w, GP_WORD_FIXED);
    } else {
        add_days(w, GP_WORD_FLOAT, dates->float_days);
    }
    gp_add_text(w->scratch, DOT_BETWEEN);
    add_days(w, GP_WORD_BUFFER, dates->buffer_days);
    return keep(w, out);
}

static gp_status write_late(const wording *w, const gp_path_box *box, const char **out)
{
    if (box->kind != GP_BOX_INTERVENTION) return GP_OK;
    int32_t days = gp_late_days(w->model->schedule, box->activity);
    if (days <= 0) return GP_OK;
    int32_t cycles = gp_late_cycles(w->model->schedule, box->activity);
    gp_add_number(w->scratch, days);
    gp_add_text(w->scratch, " ");
    add_word(w, days == 1 ? GP_WORD_DAY_LATE : GP_WORD_DAYS_LATE);
    gp_add_text(w->scratch, DOT_BETWEEN);
    gp_add_number(w->scratch, cycles);
    gp_add_text(w->scratch, " ");
    add_word(w, cycles == 1 ? GP_WORD_CYCLE : GP_WORD_CYCLES);
    return keep(w, out);
}

gp_status gp_write_boxes(gp_job *job, const gp_path_model *model, const gp_path_part *part,
                         gp_box_text **out)
{
    const wording w = {job, model, gp_new_buffer(job)};
    gp_box_text *texts = GP_NEW(job, gp_box_text, part->box_count);
    if (!texts || !w.scratch) return gp_no_memory(job);
    for (uint32_t i = 0; i < part->box_count; i++) {
        const gp_path_box *box = &part->boxes[i];
        gp_text_line first = {0};
        texts[i].name = gp_activity_name(model->schedule->network, box->activity);
        if (gp_wrap_text(texts[i].name, GP_FONT_NAME, GP_BOX_TEXT_MIN, 1, &first) == 0)
            texts[i].name = gp_activity_id(model->schedule->network, box->activity);
        GP_TRY(write_tag(&w, box, &texts[i].tag));
        if (box->kind == GP_BOX_REFERENCE) continue;
        GP_TRY(write_dates(&w, box, &texts[i].lines[0]));
        GP_TRY(write_slack(&w, box, &texts[i].lines[1]));
        GP_TRY(write_late(&w, box, &texts[i].late));
    }
    *out = texts;
    return GP_OK;
}

/* Widths of the texts that do not wrap: the dates leave room for the ladder of levels. */
#define LADDER_WIDTH (GP_PIP_STEP * GP_LEVEL_MAX + GP_UNITS(8))
#define LATE_INDENT GP_UNITS(15)

static gp_length widest(gp_length a, gp_length b)
{
    return a > b ? a : b;
}

gp_length gp_box_text_width(const gp_box_text *texts, uint32_t count)
{
    gp_length width = GP_BOX_TEXT_MIN;
    for (uint32_t i = 0; i < count; i++) {
        const gp_box_text *t = &texts[i];
        width = widest(width, gp_measure_word(t->name, GP_FONT_NAME));
        width = widest(width, gp_measure_text(t->tag, strlen(t->tag), GP_FONT_TAG));
        for (int k = 0; k < 2; k++)
            if (t->lines[k])
                width = widest(width,
                               (k == 0 ? LADDER_WIDTH : 0) +
                                   gp_measure_text(t->lines[k], strlen(t->lines[k]), GP_FONT_LINE));
        if (t->late)
            width = widest(width,
                           LATE_INDENT + gp_measure_text(t->late, strlen(t->late), GP_FONT_CLASH));
    }
    return width < GP_BOX_TEXT_MAX ? width : GP_BOX_TEXT_MAX;
}

#define TAG_DOWN GP_UNITS(14) /* from the top to the base line of the tag */
#define NAME_STEP GP_UNITS(15)
#define LINE_STEP GP_UNITS(13)
#define BOTTOM GP_UNITS(7)

void gp_size_boxes(gp_box_text *texts, const gp_path_part *part, gp_length text_width)
{
    for (uint32_t i = 0; i < part->box_count; i++) {
        gp_box_text *t = &texts[i];
        bool is_reference = part->boxes[i].kind == GP_BOX_REFERENCE;
        t->wrapped_count = gp_wrap_text(t->name, GP_FONT_NAME, text_width,
                                        is_reference ? 2 : GP_BOX_LINES, t->wrapped);
        t->size.x = text_width + 2 * GP_BOX_PADDING;
        t->size.y = TAG_DOWN + NAME_STEP * t->wrapped_count + BOTTOM;
        if (!is_reference) t->size.y += 2 * LINE_STEP;
        if (t->late) t->size.y += GP_CLASH_BAND + GP_UNITS(3);
    }
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

void gp_draw_ladder(gp_buffer *buffer, gp_point at, uint32_t had, uint32_t step)
{
    for (uint32_t i = 0; i < GP_LEVEL_MAX; i++) {
        gp_length height = GP_UNITS(3) + GP_UNITS(1) * i; /* the rungs rise */
        const char *class_name = i < had ? "pip had" : i < step ? "pip step" : "pip";
        gp_point corner = {at.x + GP_PIP_STEP * i, at.y - height};
        gp_svg_rectangle(buffer, class_name, corner, (gp_point){GP_PIP, height}, 0);
    }
}

/* The band at the foot of a late intervention, with a warning triangle. */
static void draw_late(gp_buffer *buffer, const gp_box_text *text, gp_point at)
{
    gp_point corner = {at.x + GP_UNITS(4), at.y + text->size.y - GP_CLASH_BAND - GP_UNITS(4)};
    gp_point size = {text->size.x - GP_UNITS(8), GP_CLASH_BAND};
    gp_svg_rectangle(buffer, "mark", corner, size, GP_UNITS(9));
    gp_point words = {at.x + GP_BOX_PADDING + LATE_INDENT, corner.y + GP_UNITS(13)};
    gp_svg_words(buffer, GP_FONT_CLASH, words, text->late);
    gp_point sign = {at.x + GP_BOX_PADDING, corner.y + GP_UNITS(14)};
    gp_add_text(buffer, "<path class=\"sign\" d=\"M");
    gp_svg_point(buffer, sign);
    gp_add_text(buffer, "h10l-5 -10zm4.3 -6.5h1.4l-.3 3.6h-.8zm.1 4.3h1.2v1.2h-1.2z\"/>\n");
}

static void draw_words(gp_buffer *buffer, const gp_box_text *text, gp_point at)
{
    gp_point pen = {at.x + GP_BOX_PADDING, at.y + TAG_DOWN};
    gp_svg_words(buffer, GP_FONT_TAG, pen, text->tag);
    for (uint32_t i = 0; i < text->wrapped_count; i++) {
        pen.y += NAME_STEP;
        gp_svg_text(buffer, GP_FONT_NAME, pen, &text->wrapped[i]);
    }
    for (int i = 0; i < 2; i++) {
        pen.y += LINE_STEP;
        if (text->lines[i]) gp_svg_words(buffer, GP_FONT_LINE, pen, text->lines[i]);
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
    gp_add_text(buffer, "\" role=\"graphics-symbol\" aria-label=\"");
    gp_add_text(buffer, gp_word_of(gp_box_word((gp_box_kind)box->kind), model->view->language));
    gp_add_text(buffer, ": ");
    gp_svg_escape_short(buffer, text->name, 200);
    const char *const parts[] = {text->tag, text->lines[0], text->lines[1], text->late};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i]) continue;
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, parts[i]);
    }
    if (box->is_critical) {
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, gp_word_of(GP_WORD_CRITICAL, model->view->language));
    }
    gp_add_text(buffer, "\">\n<title>");
    gp_add_tooltip(buffer, model->schedule, model->view->language, box->activity);
    gp_add_text(buffer, "</title>\n");
}

void gp_draw_box(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                 const gp_box_text *text, gp_point at)
{
    const gp_network *network = model->schedule->network;
    const gp_activity *a = &network->activities[box->activity];
    const char *url = gp_activity_url(network, box->activity);
    gp_svg_open_link(buffer, url);
    open_box(buffer, model, box, text);
    gp_draw_outline(buffer, (gp_box_kind)box->kind, at, text->size);
    if (a->kind == GP_KIND_CAPABILITY && box->kind != GP_BOX_REFERENCE) {
        gp_length right = at.x + text->size.x - GP_BOX_PADDING - GP_PIP_STEP * GP_LEVEL_MAX;
        gp_point corner = {right + (GP_PIP_STEP - GP_PIP),
                           at.y + TAG_DOWN + NAME_STEP * text->wrapped_count + LINE_STEP};
        gp_draw_ladder(buffer, corner, gp_level_before(network, box->activity), a->level);
    }
    draw_words(buffer, text, at);
    if (text->late) draw_late(buffer, text, at);
    gp_add_text(buffer, "</g>\n");
    gp_svg_close_link(buffer, url);
}
