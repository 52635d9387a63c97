/* SPDX-License-Identifier: MIT
 * How large is a box? All boxes of a picture are as wide as the widest text in them needs. A name
 * takes several lines; in a picture of many boxes, where they are short, the width is the least at
 * which nearly all names fit. */
#include "render/path_box.h"

#include <string.h>

/* By gp_detail: full, short, name. */
static const gp_box_measures measures[] = {
    [GP_DETAIL_FULL] = {.least = GP_BOX_TEXT_MIN,
                        .most = GP_BOX_TEXT_MAX,
                        .padding = GP_BOX_PADDING,
                        .line_max = GP_BOX_LINES,
                        .name_down = GP_UNITS(14)},
    [GP_DETAIL_SHORT] = {.least = GP_UNITS(120),
                         .most = GP_UNITS(170),
                         .padding = GP_UNITS(8),
                         .line_max = 2},
    [GP_DETAIL_NAME] = {
        .least = GP_UNITS(110), .most = GP_UNITS(170), .padding = GP_UNITS(8), .line_max = 2}};

const gp_box_measures *gp_measures_of(gp_detail detail)
{
    return &measures[detail];
}

static gp_length widest(gp_length a, gp_length b)
{
    return a > b ? a : b;
}

static gp_length width_of(const char *text, gp_font font)
{
    return text ? gp_measure_text(text, strlen(text), font) : 0;
}

static gp_length behind_width(const gp_box_text *text)
{
    gp_length width = 0;
    for (gp_path_way way = 0; way < GP_WAYS; way++)
        if (text->behind[way])
            width += GP_BEHIND_SIGN + 2 * GP_BEHIND_GAP +
                     gp_measure_text(text->behind[way], strlen(text->behind[way]), GP_FONT_TAG);
    return width;
}

/* What does not wrap. The line with the day leaves room for the ladder of levels. */
static gp_length line_width(const gp_box_text *t)
{
    if (t->detail == GP_DETAIL_NAME) return 0;
    if (t->detail == GP_DETAIL_SHORT && t->late)
        return GP_LATE_INDENT + width_of(t->brief, GP_FONT_CLASH);
    if (t->detail == GP_DETAIL_SHORT) return GP_LADDER_WIDTH + width_of(t->brief, GP_FONT_LINE);
    gp_length width = width_of(t->tag, GP_FONT_LINE);
    if (t->lines[0]) width = widest(width, GP_LADDER_WIDTH + width_of(t->lines[0], GP_FONT_LINE));
    width = widest(width, width_of(t->lines[1], GP_FONT_LINE));
    return t->late ? widest(width, GP_LATE_INDENT + width_of(t->late, GP_FONT_CLASH)) : width;
}

/* What is left for the name of a box that has a mark beside it. */
static gp_length name_room(const gp_box_text *t, gp_length text_width)
{
    bool has_sign = t->detail == GP_DETAIL_NAME && t->late;
    return has_sign ? text_width - GP_LATE_SIGN : text_width;
}

#define CUT_SHARE 20 /* one name in so many may be cut for narrow boxes */

/* The least width at which few names are cut. */
static gp_length width_for_names(const gp_box_text *texts, uint32_t count, gp_length least,
                                 gp_length most)
{
    for (gp_length width = least; width < most; width += GP_UNITS(10)) {
        uint32_t cut = 0;
        for (uint32_t i = 0; i < count; i++) {
            gp_text_line lines[GP_BOX_LINES] = {{0}};
            uint32_t had = gp_wrap_text(texts[i].name, GP_FONT_NAME, name_room(&texts[i], width),
                                        measures[texts[i].detail].line_max, lines);
            cut += had && lines[had - 1].is_cut;
        }
        if (cut <= count / CUT_SHARE) return width;
    }
    return widest(least, most);
}

gp_length gp_box_text_width(const gp_box_text *texts, uint32_t count)
{
    if (count == 0) return 0;
    const gp_box_measures *m = &measures[texts[0].detail];
    gp_length width = m->least, lines = 0;
    for (uint32_t i = 0; i < count; i++) {
        width = widest(width, gp_measure_word(texts[i].name, GP_FONT_NAME));
        lines = widest(lines, widest(line_width(&texts[i]), behind_width(&texts[i])));
    }
    bool is_full = texts[0].detail == GP_DETAIL_FULL;
    if (is_full) width = widest(width, lines);
    if (width > m->most) width = m->most;
    return is_full ? width : width_for_names(texts, count, widest(width, lines), m->most);
}

#define BOTTOM GP_UNITS(7)

static gp_length height_of(const gp_box_text *t, bool is_reference)
{
    bool has_behind = t->behind[GP_WAY_LEFT] || t->behind[GP_WAY_RIGHT];
    gp_length height = measures[t->detail].name_down + GP_NAME_STEP * t->wrapped_count + BOTTOM +
                       (has_behind ? GP_BEHIND_STEP : 0);
    if (is_reference || t->detail == GP_DETAIL_NAME) return height;
    if (t->detail == GP_DETAIL_SHORT) return height + (t->late ? GP_CLASH_BAND : GP_LINE_STEP);
    height += 2 * GP_LINE_STEP;
    return t->late ? height + GP_CLASH_BAND + GP_UNITS(3) : height;
}

void gp_size_boxes(gp_box_text *texts, const gp_path_part *part, gp_length text_width)
{
    for (uint32_t i = 0; i < part->box_count; i++) {
        gp_box_text *t = &texts[i];
        const gp_box_measures *m = &measures[t->detail];
        bool is_reference = part->boxes[i].kind == GP_BOX_REFERENCE;
        uint32_t line_max = is_reference && m->line_max > 2 ? 2 : m->line_max;
        t->wrapped_count =
            gp_wrap_text(t->name, GP_FONT_NAME, name_room(t, text_width), line_max, t->wrapped);
        t->size.x = text_width + 2 * m->padding;
        t->size.y = height_of(t, is_reference);
    }
}
