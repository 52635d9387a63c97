/* SPDX-License-Identifier: MIT
 * How what became of a step is drawn: an arrow for what moved, marks for what is new, gone or
 * reached, ghosts, and badges on boxes. */
#include "render/older.h"

#include <string.h>

#define ARROW GP_UNITS(14)

/* Nothing for what only moved. */
static void draw_mark(gp_buffer *buffer, gp_became became, gp_point middle)
{
    gp_length x = middle.x, y = middle.y, half = GP_SIGN / 2 - GP_UNITS(1);
    if (became < GP_BECAME_NEW) return;
    gp_svg_open_path(buffer, "became");
    if (became == GP_BECAME_NEW) {
        gp_svg_move(buffer, x - half, y);
        gp_svg_line(buffer, x + half, y);
        gp_svg_move(buffer, x, y - half);
        gp_svg_line(buffer, x, y + half);
    } else if (became == GP_BECAME_GONE) {
        gp_svg_move(buffer, x - half, y - half);
        gp_svg_line(buffer, x + half, y + half);
        gp_svg_move(buffer, x + half, y - half);
        gp_svg_line(buffer, x - half, y + half);
    } else {
        gp_svg_move(buffer, x - half, y);
        gp_svg_line(buffer, x - half / 3, y + half);
        gp_svg_line(buffer, x + half, y - half);
    }
    gp_svg_close_path(buffer);
}

void gp_draw_ghost(gp_buffer *buffer, gp_point at, gp_point size)
{
    gp_svg_rectangle(buffer, "ghost", at, size, 0);
}

#define TIP GP_UNITS(5)
#define TIP_HALF GP_UNITS(3)

void gp_draw_shift(gp_buffer *buffer, gp_length from, gp_length to, gp_length y)
{
    gp_length way = to > from ? TIP : -TIP, back = to - way;
    bool has_line = to > from ? back > from : back < from;
    if (has_line) {
        gp_svg_open_path(buffer, "shift");
        gp_svg_move(buffer, from, y);
        gp_svg_line(buffer, back, y);
        gp_svg_close_path(buffer);
    }
    gp_svg_open_path(buffer, "shift-tip");
    gp_svg_move(buffer, to, y);
    gp_svg_line(buffer, back, y - TIP_HALF);
    gp_svg_line(buffer, back, y + TIP_HALF);
    gp_svg_line(buffer, to, y);
    gp_svg_close_path(buffer);
}

gp_length gp_sign_width(gp_became became)
{
    return became < GP_BECAME_NEW ? ARROW : GP_SIGN;
}

void gp_draw_sign(gp_buffer *buffer, gp_became became, gp_length left, gp_length right, gp_length y)
{
    bool is_back = became == GP_BECAME_SOONER;
    if (became < GP_BECAME_NEW)
        gp_draw_shift(buffer, is_back ? right : left, is_back ? left : right, y);
    else
        draw_mark(buffer, became, (gp_point){left + (right - left) / 2, y});
}

#define BADGE_HEIGHT GP_UNITS(13)
#define BADGE_UP GP_UNITS(10) /* above the edge of the box: what it says first stays free */
#define BADGE_SIDE GP_UNITS(4)
#define BADGE_IN GP_UNITS(6) /* from the corner of the box */
#define BADGE_BASE ((gp_length)98)

void gp_draw_badge(gp_buffer *buffer, gp_became became, const char *words, gp_point corner)
{
    if (became == GP_BECAME_SAME || !words || !*words) return;
    gp_length sign = gp_sign_width(became);
    gp_length width = gp_measure_text(words, strlen(words), GP_FONT_TAG) + sign + 3 * BADGE_SIDE;
    gp_point at = {corner.x - BADGE_IN - width, corner.y - BADGE_UP};
    gp_length left = at.x + BADGE_SIDE, middle = at.y + BADGE_HEIGHT / 2;
    gp_svg_rectangle(buffer, "badge", at, (gp_point){width, BADGE_HEIGHT}, GP_UNITS(3));
    gp_draw_sign(buffer, became, left, left + sign, middle);
    gp_svg_words(buffer, GP_FONT_TAG, (gp_point){left + sign + BADGE_SIDE, at.y + BADGE_BASE},
                 words);
}
