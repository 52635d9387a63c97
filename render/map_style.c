/* SPDX-License-Identifier: MIT
 * How the map looks: fills by class, outlines that say the same on grey paper, and the signs. */
#include "render/map_picture.h"

#define RULE(name, fill, line)                                                                     \
    {                                                                                              \
        "." name " .shape,." name " .lid", fill, line                                              \
    }

static const gp_style_rule rules[] = {
    RULE("done", GP_COLOUR_MAP_3, GP_COLOUR_INTERVENTION_LINE),
    RULE("coming", GP_COLOUR_REQUESTED, GP_COLOUR_REQUESTED_LINE),
    RULE("overdue", GP_COLOUR_HEAT_3, GP_COLOUR_CLASH),
    RULE("hazy", GP_COLOUR_PREREQUISITE, GP_COLOUR_PREREQUISITE_LINE),
    RULE("level0", GP_COLOUR_PAGE, GP_COLOUR_PREREQUISITE_LINE),
    RULE("level1", GP_COLOUR_MAP_1, GP_COLOUR_INTERVENTION_LINE),
    RULE("level2", GP_COLOUR_MAP_2, GP_COLOUR_INTERVENTION_LINE),
    RULE("level3", GP_COLOUR_MAP_3, GP_COLOUR_INTERVENTION_LINE),
    RULE("level4", GP_COLOUR_MAP_4, GP_COLOUR_INTERVENTION_LINE),
    RULE("level5", GP_COLOUR_MAP_5, GP_COLOUR_INTERVENTION_LINE),
    RULE("heat1", GP_COLOUR_HEAT_1, GP_COLOUR_CLASH),
    RULE("heat2", GP_COLOUR_HEAT_2, GP_COLOUR_CLASH),
    RULE("heat3", GP_COLOUR_HEAT_3, GP_COLOUR_CLASH),
    RULE("asked", GP_COLOUR_REQUESTED, GP_COLOUR_REQUESTED_LINE),
    RULE("before", GP_COLOUR_PREREQUISITE, GP_COLOUR_PREREQUISITE_LINE),
    RULE("early", GP_COLOUR_HUE_VIOLET, GP_COLOUR_INK),
    RULE("hollow", GP_COLOUR_UNFOUNDED, GP_COLOUR_UNFOUNDED_LINE),
    RULE("hue1", GP_COLOUR_INTERVENTION, GP_COLOUR_INTERVENTION_LINE),
    RULE("hue2", GP_COLOUR_REQUESTED, GP_COLOUR_REQUESTED_LINE),
    RULE("hue3", GP_COLOUR_HUE_GREEN, GP_COLOUR_PREREQUISITE_LINE),
    RULE("hue4", GP_COLOUR_UNFOUNDED, GP_COLOUR_UNFOUNDED_LINE),
    RULE("hue5", GP_COLOUR_PREREQUISITE, GP_COLOUR_PREREQUISITE_LINE),
    RULE("hue6", GP_COLOUR_HEAT_1, GP_COLOUR_CLASH),
    RULE("hue7", GP_COLOUR_HUE_VIOLET, GP_COLOUR_PREREQUISITE_LINE),
    RULE("hue8", GP_COLOUR_HEAT_2, GP_COLOUR_CLASH),
    RULE("missing", GP_COLOUR_MISSING, GP_COLOUR_MISSING_LINE),
    {".context .shape,.context .lid", GP_COLOUR_PAGE, GP_COLOUR_GRID},
    {".frame .shape", GP_COLOUR_PANEL, GP_COLOUR_ARROW},
    {".frame.odd .shape", GP_COLOUR_PAGE, GP_COLOUR_ARROW},
    {".group .lid", GP_COLOUR_GRID, GP_COLOUR_ARROW},
    {".box text", GP_COLOUR_INK, GP_COLOUR_NONE},
    {".solid", GP_COLOUR_INK, GP_COLOUR_INK},
    {".hollow-sign", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".pip.due", GP_COLOUR_CLASH, GP_COLOUR_CLASH},
    {".pip.later", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {".pip.had", GP_COLOUR_INK, GP_COLOUR_INK},
};

const gp_style gp_map_style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes =
                                   ".overdue .shape,.heat3 .shape{stroke-width:2.6px}\n"
                                   ".heat2 .shape{stroke-width:1.9px}\n"
                                   ".missing .shape{stroke-width:1.8px;stroke-dasharray:7 4}\n"
                                   ".nowhere .shape{stroke-width:1.8px;stroke-dasharray:7 4}\n"
                                   ".hazy .shape{stroke-dasharray:2 3}\n"
                                   ".hollow .shape{stroke-dasharray:8 3 2 3}\n"
                                   ".frame .shape{stroke-width:1px;stroke-dasharray:none}\n"
                                   ".lid{stroke-width:1px}\n"
                                   ".hollow-sign{fill:none;stroke-width:1.6px}\n"
                                   ".pip.later{stroke-width:1.1px}\n"};

/* ---- signs: drawn into a square of GP_MAP_SIGN ---- */

static void draw_line(gp_buffer *buffer, const char *class_name, gp_point at, const int *points,
                      int count)
{
    gp_svg_open_path(buffer, class_name);
    for (int i = 0; i < count; i++) {
        gp_length x = at.x + points[2 * i], y = at.y + points[2 * i + 1];
        if (i)
            gp_svg_line(buffer, x, y);
        else
            gp_svg_move(buffer, x, y);
    }
    gp_svg_close_path(buffer);
}

/* Bars that are not full are no more than their foot. */
static void draw_bars(gp_buffer *buffer, gp_point at, uint32_t full)
{
    for (uint32_t i = 0; i < 3; i++) {
        gp_length height = i < full ? GP_UNITS(4) + GP_UNITS(3) * i : 12;
        gp_point corner = {at.x + GP_UNITS(4) * i, at.y + GP_UNITS(10) - height};
        gp_svg_rectangle(buffer, "solid", corner, (gp_point){24, height}, 0);
    }
}

static void draw_disc(gp_buffer *buffer, const char *class_name, gp_point at)
{
    gp_svg_rectangle(buffer, class_name, (gp_point){at.x + 10, at.y + 10},
                     (gp_point){GP_UNITS(8), GP_UNITS(8)}, GP_UNITS(4));
}

static void draw_number(gp_buffer *buffer, gp_point at, uint32_t number)
{
    char text[12];
    gp_text_line line = {.text = text};
    uint32_t digits = 0;
    for (uint32_t rest = number; rest || digits == 0; rest /= 10) digits++;
    line.size = digits;
    for (uint32_t i = digits; i-- > 0; number /= 10) text[i] = (char)('0' + number % 10);
    gp_svg_label(buffer, "gap", (gp_point){at.x + GP_MAP_SIGN + GP_UNITS(1), at.y + GP_UNITS(9)},
                 &line, "", true);
}

void gp_draw_map_sign(gp_buffer *buffer, gp_point at, gp_map_sign sign, uint32_t number)
{
    static const int check[] = {5, 55, 40, 90, 100, 15}, cross[] = {15, 15, 85, 85},
                     crossed[] = {85, 15, 15, 85}, triangle[] = {0, 95, 50, 0, 100, 95, 0, 95},
                     hook[] = {20, 30, 25, 12, 50, 5, 75, 15, 78, 35, 50, 52, 50, 68},
                     dot[] = {50, 82, 50, 92}, diamond[] = {0, 50, 50, 0, 100, 50, 50, 100, 0, 50};
    switch (sign) {
    case GP_SIGN_NO_SHAPE: return;
    case GP_SIGN_CHECK: draw_line(buffer, "hollow-sign", at, check, 3); return;
    case GP_SIGN_RING: draw_disc(buffer, "hollow-sign", at); return;
    case GP_SIGN_DISC: draw_disc(buffer, "solid", at); return;
    case GP_SIGN_HALF:
        draw_disc(buffer, "hollow-sign", at);
        gp_svg_rectangle(buffer, "solid", (gp_point){at.x + 10, at.y + 50},
                         (gp_point){GP_UNITS(8), GP_UNITS(4)}, GP_UNITS(2));
        return;
    case GP_SIGN_DIAMOND: draw_line(buffer, "solid", at, diamond, 5); return;
    case GP_SIGN_TRIANGLE: draw_line(buffer, "solid", at, triangle, 4); return;
    case GP_SIGN_QUESTION:
        draw_line(buffer, "hollow-sign", at, hook, 7);
        draw_line(buffer, "hollow-sign", at, dot, 2);
        return;
    case GP_SIGN_CROSS:
        draw_line(buffer, "hollow-sign", at, cross, 2);
        draw_line(buffer, "hollow-sign", at, crossed, 2);
        return;
    case GP_SIGN_NUMBER: draw_number(buffer, at, number); return;
    default: draw_bars(buffer, at, (uint32_t)(sign - GP_SIGN_BARS_0)); return;
    }
}

/* A level that should be there and is not is a triangle, as what is too late. */
static void draw_due(gp_buffer *buffer, gp_point foot, gp_length height)
{
    gp_svg_open_path(buffer, "pip due");
    gp_svg_move(buffer, foot.x, foot.y);
    gp_svg_line(buffer, foot.x + GP_PIP / 2, foot.y - height);
    gp_svg_line(buffer, foot.x + GP_PIP, foot.y);
    gp_add_text(buffer, "Z");
    gp_svg_close_path(buffer);
}

void gp_draw_map_pips(gp_buffer *buffer, gp_point at, const gp_map_pips *pips)
{
    for (uint32_t i = 0; i < pips->count; i++) {
        gp_length height = GP_UNITS(5) + GP_UNITS(1) * i; /* they rise, as in the path */
        gp_point foot = {at.x + GP_PIP_STEP * i, at.y};
        if (i >= pips->there && i < pips->asked)
            draw_due(buffer, foot, height + GP_UNITS(1));
        else if (i < pips->there || i < pips->in_all)
            gp_svg_rectangle(buffer, i < pips->there ? "pip had" : "pip later",
                             (gp_point){foot.x, foot.y - height}, (gp_point){GP_PIP, height}, 0);
    }
}
