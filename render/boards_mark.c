/* SPDX-License-Identifier: MIT
 * The stage and the uncertainty of an intervention: in words, and as the mark that stands for it on
 * a board, a number in a shape. */
#include "render/boards.h"

#include <string.h>

const char *gp_stage_name(gp_stage stage, gp_language language)
{
    static const char *const names[GP_BOARD_COUNT][2] = {{"No stage given", "Zonder fase"},
                                                         {"Explore", "Verkennen"},
                                                         {"Develop", "Ontwikkelen"},
                                                         {"Exploit", "Exploiteren"}};
    return names[stage][language == GP_DUTCH];
}

const char *gp_uncertainty_name(gp_uncertainty uncertainty, gp_language language)
{
    static const char *const names[][2] = {{"uncertainty not given", "onzekerheid niet gegeven"},
                                           {"low uncertainty", "lage onzekerheid"},
                                           {"medium uncertainty", "middelgrote onzekerheid"},
                                           {"high uncertainty", "hoge onzekerheid"}};
    return names[uncertainty][language == GP_DUTCH];
}

static void draw_diamond(gp_buffer *buffer, gp_point at, gp_point size)
{
    gp_svg_open_path(buffer, "shape");
    gp_svg_move(buffer, at.x + size.x / 2, at.y);
    gp_svg_line(buffer, at.x + size.x, at.y + size.y / 2);
    gp_svg_line(buffer, at.x + size.x / 2, at.y + size.y);
    gp_svg_line(buffer, at.x, at.y + size.y / 2);
    gp_add_text(buffer, "Z");
    gp_svg_close_path(buffer);
}

void gp_draw_mark_shape(gp_buffer *buffer, gp_uncertainty uncertainty, gp_point at, gp_point size)
{
    gp_length inset = GP_UNITS(2);
    const gp_point inner = {at.x + inset, at.y + inset};
    const gp_point smaller = {size.x - 2 * inset, size.y - 2 * inset};
    switch (uncertainty) {
    case GP_UNCERTAINTY_HIGH: draw_diamond(buffer, at, size); break;
    case GP_UNCERTAINTY_MEDIUM: gp_svg_rectangle(buffer, "shape", inner, smaller, 0); break;
    case GP_UNCERTAINTY_LOW:
        gp_svg_rectangle(buffer, "shape", inner, smaller, smaller.y / 2);
        break;
    default: gp_svg_octagon(buffer, "shape unknown", inner, smaller, GP_UNITS(7)); break;
    }
}

void gp_draw_mark(const gp_boards_picture *picture, gp_uncertainty uncertainty, uint32_t number,
                  gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_draw_mark_shape(sheet->buffer, uncertainty, at,
                       (gp_point){picture->mark_width, GP_MARK_SIZE});
    gp_add_number(sheet->scratch, number);
    const char *text = gp_take_words(sheet);
    gp_length width = gp_measure_text(text, strlen(text), GP_FONT_TAG);
    gp_svg_label(sheet->buffer, "tag number",
                 (gp_point){at.x + (picture->mark_width - width) / 2, at.y + GP_UNITS(17) + 5},
                 &(gp_text_line){.text = text, .size = strlen(text)}, "", false);
}
