/* SPDX-License-Identifier: MIT
 * The shapes of need, experience and what lies between them. A share is drawn along the axis of
 * its own dimension, which has no numbers: only which side the one is of the other can be read,
 * and how that has changed. Every shape says the same without its colour. */
#include "render/fit_picture.h"

#define EARLIER_UP GP_UNITS(11) /* above the axis */
#define CUT GP_UNITS(3)

gp_fit_sign gp_fit_sign_of(const gp_reading *reading)
{
    if (!reading->is_known) return GP_FIT_UNKNOWN;
    switch (reading->gap) {
    case GP_TOO_LITTLE: return GP_FIT_TOO_LITTLE;
    case GP_TOO_MUCH: return GP_FIT_TOO_MUCH;
    case GP_WRONG_WAY: return GP_FIT_WRONG_WAY;
    default: return GP_FIT_NO_GAP;
    }
}

const char *gp_fit_sign_words(gp_fit_sign sign, gp_language language)
{
    static const char *const words[][2] = {{"too little", "te weinig"},
                                           {"too much", "te veel"},
                                           {"the wrong way", "op de verkeerde manier"},
                                           {"no gap", "geen kloof"},
                                           {"not known", "niet bekend"}};
    return words[sign][language == GP_DUTCH];
}

static void draw_triangle(gp_buffer *buffer, gp_point base, gp_length tip)
{
    gp_svg_open_path(buffer, "sort");
    gp_svg_move(buffer, base.x, base.y - GP_SIGN_SIZE);
    gp_svg_line(buffer, tip, base.y - GP_SIGN_SIZE / 2);
    gp_svg_line(buffer, base.x, base.y);
    gp_add_text(buffer, "Z");
    gp_svg_close_path(buffer);
}

/* Two strokes: crossed, or above each other. */
static void draw_strokes(gp_buffer *buffer, gp_point at, bool is_cross)
{
    gp_length right = at.x + GP_SIGN_SIZE, top = at.y - GP_SIGN_SIZE;
    gp_svg_open_path(buffer, "sort stroke");
    gp_svg_move(buffer, at.x, is_cross ? top : top + CUT);
    gp_svg_line(buffer, right, is_cross ? at.y : top + CUT);
    gp_svg_move(buffer, at.x, is_cross ? at.y : at.y - CUT);
    gp_svg_line(buffer, right, is_cross ? top : at.y - CUT);
    gp_svg_close_path(buffer);
}

void gp_draw_fit_sign(gp_buffer *buffer, gp_fit_sign sign, gp_point at)
{
    const gp_point size = {GP_SIGN_SIZE, GP_SIGN_SIZE};
    switch (sign) {
    case GP_FIT_TOO_LITTLE: draw_triangle(buffer, at, at.x + GP_SIGN_SIZE); break;
    case GP_FIT_TOO_MUCH: draw_triangle(buffer, (gp_point){at.x + GP_SIGN_SIZE, at.y}, at.x); break;
    case GP_FIT_WRONG_WAY: draw_strokes(buffer, at, true); break;
    case GP_FIT_NO_GAP: draw_strokes(buffer, at, false); break;
    default:
        gp_svg_rectangle(buffer, "sort stroke", (gp_point){at.x, at.y - size.y}, size, 0);
        break;
    }
}

void gp_draw_answer(gp_buffer *buffer, gp_point at)
{
    gp_length middle = at.y - GP_UNITS(4);
    gp_svg_open_path(buffer, "answer");
    gp_svg_move(buffer, at.x + GP_UNITS(12), middle);
    gp_svg_line(buffer, at.x + GP_UNITS(4), middle);
    gp_svg_close_path(buffer);
    gp_svg_head(buffer, "answer-head", (gp_point){at.x + GP_UNITS(6), middle},
                (gp_point){at.x, middle});
}

void gp_draw_need(gp_buffer *buffer, gp_point at, bool is_earlier)
{
    gp_length half = is_earlier ? GP_UNITS(4) : GP_UNITS(9);
    gp_svg_open_path(buffer, "need");
    gp_svg_move(buffer, at.x, at.y - half);
    gp_svg_line(buffer, at.x + half, at.y);
    gp_svg_line(buffer, at.x, at.y + half);
    gp_svg_line(buffer, at.x - half, at.y);
    gp_add_text(buffer, "Z");
    gp_svg_close_path(buffer);
}

void gp_draw_experience(gp_buffer *buffer, gp_point at, bool is_earlier)
{
    gp_length half = is_earlier ? GP_UNITS(3) : GP_UNITS(5);
    gp_svg_rectangle(buffer, "experience", (gp_point){at.x - half, at.y - half},
                     (gp_point){2 * half, 2 * half}, half);
}

static gp_length share_x(const gp_fit_axis *axis, gp_share share)
{
    return axis->left + axis->width * share / GP_SHARE_FULL;
}

static void draw_between(gp_buffer *buffer, const char *class_name, gp_length from, gp_length to,
                         gp_length y)
{
    gp_svg_open_path(buffer, class_name);
    gp_svg_move(buffer, from, y);
    gp_svg_line(buffer, to, y);
    gp_svg_close_path(buffer);
}

static void draw_reading(const gp_fit_picture *picture, const gp_fit *fit, uint32_t index,
                         const gp_fit_axis *axis)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_reading *reading = &fit->readings[index];
    bool is_earlier = index + 1 < fit->reading_count;
    gp_length y = is_earlier ? axis->y - EARLIER_UP : axis->y;
    bool has_both = reading->need != GP_NO_SHARE && reading->experience != GP_NO_SHARE;
    const char *source = sheet->portfolio->measurements[reading->measurement].source;
    gp_add_day(sheet->scratch, reading->on);
    gp_add_text(sheet->scratch, ", ");
    gp_add_text(sheet->scratch, gp_fit_sign_words(gp_fit_sign_of(reading), sheet->language));
    if (source) {
        gp_add_text(sheet->scratch, ", ");
        gp_add_text(sheet->scratch, source);
    }
    gp_add_text(sheet->buffer, is_earlier ? "<g class=\"reading earlier\">\n<title>"
                                          : "<g class=\"reading\">\n<title>");
    const char *words = gp_take_words(sheet);
    gp_svg_escape_short(sheet->buffer, words, 400);
    gp_add_text(sheet->buffer, "</title>\n");
    if (has_both)
        draw_between(sheet->buffer,
                     reading->gap == GP_WRONG_WAY ? "distance otherwise" : "distance",
                     share_x(axis, reading->need), share_x(axis, reading->experience), y);
    if (reading->need != GP_NO_SHARE)
        gp_draw_need(sheet->buffer, (gp_point){share_x(axis, reading->need), y}, is_earlier);
    if (reading->experience != GP_NO_SHARE)
        gp_draw_experience(sheet->buffer, (gp_point){share_x(axis, reading->experience), y},
                           is_earlier);
    gp_add_text(sheet->buffer, "</g>\n");
}

void gp_draw_readings(const gp_fit_picture *picture, const gp_fit *fit, const gp_fit_axis *axis)
{
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    gp_buffer *buffer = picture->sheet.buffer;
    draw_between(buffer, "axis", axis->left, axis->left + axis->width, axis->y);
    for (uint32_t i = 0; i < fit->reading_count; i++) draw_reading(picture, fit, i, axis);
    gp_point foot = {axis->left, axis->y + GP_UNITS(20)};
    if (newest->need == GP_NO_SHARE && newest->experience == GP_NO_SHARE) {
        gp_draw_cut(
            &picture->sheet, GP_FONT_TAG, NULL, foot, axis->width,
            gp_say(picture->sheet.language, "judged, not measured", "beoordeeld, niet gemeten"),
            false);
        return;
    }
    gp_svg_words(buffer, GP_FONT_TAG, foot, gp_say(picture->sheet.language, "less", "minder"));
    foot.x += axis->width;
    gp_draw_cut(&picture->sheet, GP_FONT_TAG, NULL, foot, axis->width / 2,
                gp_say(picture->sheet.language, "more", "meer"), true);
}
