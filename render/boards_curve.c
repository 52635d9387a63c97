/* SPDX-License-Identifier: MIT
 * The S curve of the white paper's fifth figure: value against investment. It is a scheme, always
 * the same logistic curve, without units: only the board of an intervention and its uncertainty
 * say where it stands. On a board the uncertain ones stand first, as they will come to be certain;
 * where a board is full they are stacked above the curve. */
#include "render/boards.h"

#define CURVE_HEIGHT GP_UNITS(190)
#define MARK_GAP GP_UNITS(6)
#define AXIS_LABEL GP_UNITS(16) /* room for the words at an axis */
#define AXIS_GAP GP_UNITS(8)    /* between the lowest mark and the axis */
#define COLUMN_INSET GP_UNITS(10)

/* The logistic function, steepness 9, at 24 equal steps: from 0 to 1000. */
#define STEPS 24
static const int16_t logistic[STEPS + 1] = {0,   5,   12,  23,  37,  58,  86,  125, 175,
                                            239, 317, 405, 500, 595, 683, 761, 825, 875,
                                            914, 942, 963, 977, 988, 995, 1000};

/* Where marks stand on one board. */
typedef struct grid {
    uint32_t rows, slots;
    gp_length spacing, left;
} grid;

static grid grid_of(const gp_boards_picture *picture, const gp_board_column *column)
{
    gp_length room = column->width - 2 * COLUMN_INSET;
    uint32_t most = (uint32_t)(room / (picture->mark_width + MARK_GAP));
    uint32_t count = column->board->intervention_count;
    if (most < 1) most = 1;
    grid g = {.rows = (count + most - 1) / most, .left = column->left + COLUMN_INSET};
    if (g.rows < 1) g.rows = 1;
    g.slots = (count + g.rows - 1) / g.rows;
    g.spacing = g.slots ? room / g.slots : room;
    return g;
}

static gp_length slot_middle(const grid *g, uint32_t slot)
{
    return g->left + g->spacing * slot + g->spacing / 2;
}

/* How far the curve is above its foot at x. */
static gp_length rise_at(const gp_boards_picture *picture, gp_length x)
{
    gp_length left = picture->columns[0].left;
    gp_length width = picture->columns[2].left + picture->columns[2].width - left;
    gp_length along = (x - left) * STEPS, step = along / width, rest = along % width;
    if (step >= STEPS) return CURVE_HEIGHT;
    gp_length value = logistic[step] * width + (logistic[step + 1] - logistic[step]) * rest;
    return value / width * CURVE_HEIGHT / 1000;
}

/* How far the highest mark or the curve itself is above the foot of the curve. */
static gp_length height_of(const gp_boards_picture *picture)
{
    gp_length height = CURVE_HEIGHT + GP_MARK_SIZE / 2;
    for (int i = 0; i < 3; i++) {
        grid g = grid_of(picture, &picture->columns[i]);
        for (uint32_t slot = 0; slot < g.slots; slot++) {
            gp_length stack = (GP_MARK_SIZE + MARK_GAP) * (g.rows - 1) + GP_MARK_SIZE / 2;
            gp_length top = rise_at(picture, slot_middle(&g, slot)) + stack;
            if (top > height) height = top;
        }
    }
    return height;
}

/* The curve as Bézier segments through the points of the table. */
static void draw_line(const gp_boards_picture *picture, gp_length foot)
{
    gp_point points[3 * STEPS + 1];
    gp_length left = picture->columns[0].left;
    gp_length width = picture->columns[2].left + picture->columns[2].width - left;
    for (int i = 0; i <= STEPS; i++) {
        int before = i ? i - 1 : 0, after = i < STEPS ? i + 1 : STEPS;
        gp_length slope = (logistic[after] - logistic[before]) * CURVE_HEIGHT / 1000;
        gp_length lean = slope / (after - before) / 3, third = width / STEPS / 3;
        gp_point p = {left + width * i / STEPS, foot - logistic[i] * CURVE_HEIGHT / 1000};
        points[3 * i] = p;
        if (i) points[3 * i - 1] = (gp_point){p.x - third, p.y + lean};
        if (i < STEPS) points[3 * i + 1] = (gp_point){p.x + third, p.y - lean};
    }
    gp_svg_curve(picture->sheet.buffer, "curve", points, 3 * STEPS + 1);
}

static void draw_axes(const gp_boards_picture *picture, gp_length top, gp_length axis)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length left = picture->columns[0].left;
    gp_length right = picture->columns[2].left + picture->columns[2].width;
    gp_svg_open_path(sheet->buffer, "axis");
    gp_svg_move(sheet->buffer, left, top);
    gp_svg_line(sheet->buffer, left, axis);
    gp_svg_line(sheet->buffer, right, axis);
    gp_svg_close_path(sheet->buffer);
    gp_svg_head(sheet->buffer, "axis-head", (gp_point){left, top}, (gp_point){left, top - 100});
    gp_svg_head(sheet->buffer, "axis-head", (gp_point){right - 100, axis}, (gp_point){right, axis});
    gp_svg_words(sheet->buffer, GP_FONT_CAPTION, (gp_point){left + COLUMN_INSET, top + GP_UNITS(4)},
                 gp_say(sheet->language, "value", "waarde"));
    gp_draw_cut(sheet, GP_FONT_CAPTION, NULL, (gp_point){right - COLUMN_INSET, axis + AXIS_LABEL},
                picture->columns[2].width, gp_say(sheet->language, "investment", "investering"),
                true);
    gp_draw_cut(sheet, GP_FONT_CAPTION, NULL, (gp_point){left + COLUMN_INSET, axis + AXIS_LABEL},
                picture->columns[0].width - COLUMN_INSET,
                gp_say(sheet->language, "a scheme: the axes have no units",
                       "een schema: de assen hebben geen eenheid"),
                false);
}

/* ---- marks ---- */

static void draw_marks(const gp_boards_picture *picture, const gp_board_column *column,
                       gp_length foot)
{
    const gp_sheet *sheet = &picture->sheet;
    grid g = grid_of(picture, column);
    for (uint32_t i = 0; i < column->board->intervention_count; i++) {
        uint32_t index = column->order[i];
        const gp_intervention *intervention = &sheet->portfolio->interventions[index];
        uint32_t activity = sheet->schedule->network->intervention_activity[index];
        gp_length middle = slot_middle(&g, i / g.rows);
        gp_length y = foot - rise_at(picture, middle) - GP_MARK_SIZE / 2 -
                      (GP_MARK_SIZE + MARK_GAP) * (i % g.rows);
        bool is_late = gp_late_days(sheet->schedule, activity) > 0;
        const gp_item_words words = {
            .prefix = "mark",
            .id = sheet->portfolio->ids[intervention->symbol],
            .class_name = is_late ? "mark overdue" : "mark",
            .role = "graphics-symbol",
            .label = intervention->name,
            .title =
                gp_uncertainty_name((gp_uncertainty)intervention->uncertainty, sheet->language),
            .is_activity = true,
            .activity = activity};
        gp_open_item(sheet, &words);
        gp_draw_mark(picture, (gp_uncertainty)intervention->uncertainty, column->first_number + i,
                     (gp_point){middle - picture->mark_width / 2, y});
        gp_close_item(sheet, &words);
    }
}

gp_length gp_draw_curve(const gp_boards_picture *picture, gp_length top)
{
    gp_length foot = top + AXIS_LABEL + height_of(picture);
    gp_length axis = foot + GP_MARK_SIZE / 2 + AXIS_GAP;
    if (!picture->sheet.buffer) return axis + AXIS_LABEL;
    draw_axes(picture, top, axis);
    draw_line(picture, foot);
    for (int i = 0; i < 3; i++) draw_marks(picture, &picture->columns[i], foot);
    return axis + AXIS_LABEL;
}
