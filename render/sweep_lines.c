/* SPDX-License-Identifier: MIT
 * Which lines the picture of a sweep has, where its values stand, and what a line looks like: in
 * grey too every line has dashes and marks of its own. */
#include "render/sweep_picture.h"

#include <stdlib.h>
#include <string.h>

#define VALUE_ROOM GP_UNITS(46) /* a value and the number above a point */
#define PLOT_LEAST GP_UNITS(480)
#define PLOT_MOST GP_UNITS(1200) /* of values that stand to scale */
#define MONTH_DAYS 30.436875     /* on the average */
#define WEEK_SHARE 1.4           /* days to a working day */

/* ---- lines ---- */

static int by_days(const void *left, const void *right)
{
    const gp_sweep_line *a = left, *b = right;
    if (a->late_days != b->late_days) return a->late_days < b->late_days ? 1 : -1;
    return a->intervention < b->intervention ? -1 : a->intervention > b->intervention;
}

static int64_t count_days(const gp_sweep *sweep, uint32_t intervention)
{
    int64_t days = 0;
    for (uint32_t i = 0; i < sweep->row_count; i++)
        days += sweep->rows[i].lives[intervention].late_days;
    return days;
}

static int32_t find_most(const gp_sweep_picture *picture)
{
    int32_t most = 0;
    for (uint32_t i = 0; i < picture->sweep->row_count; i++)
        for (uint32_t k = 0; k < picture->line_count; k++) {
            const gp_sweep_live *lives = picture->sweep->rows[i].lives;
            int32_t days = lives[picture->lines[k].intervention].late_days;
            if (days > most) most = days;
        }
    return most;
}

gp_status gp_find_sweep_lines(gp_sweep_picture *picture, const gp_filter *filter)
{
    const gp_sweep *sweep = picture->sweep;
    gp_sweep_line *lines = GP_NEW(picture->sheet.job, gp_sweep_line, sweep->symbol_count);
    if (!lines) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < sweep->symbol_count; i++) {
        int64_t days = count_days(sweep, i);
        if (days == 0 || (filter && !gp_passes(filter, sweep->symbols[i]))) continue;
        lines[picture->late_count++] = (gp_sweep_line){i, days};
    }
    if (picture->late_count) qsort(lines, picture->late_count, sizeof *lines, by_days);
    picture->lines = lines;
    picture->line_count =
        picture->late_count < GP_SWEEP_LINES_MAX ? picture->late_count : GP_SWEEP_LINES_MAX;
    picture->most = find_most(picture);
    return GP_OK;
}

const gp_sweep_row *gp_sweep_row_at(const gp_sweep_picture *picture, uint32_t panel, uint32_t place)
{
    return &picture->sweep->rows[place ? panel * picture->along->count + place : 0];
}

/* ---- values ---- */

/* How long a value is, in days; no planning rounds ("none") are rounds of no length. False: it is
 * no duration. */
static bool measure_value(const char *value, double *days)
{
    gp_duration duration;
    *days = 0;
    if (strcmp(value, "none") == 0) return true;
    if (!gp_parse_duration(value, &duration)) return false;
    *days = duration.months * MONTH_DAYS +
            duration.days * (duration.unit == GP_DURATION_WORKDAYS ? WEEK_SHARE : 1);
    return true;
}

static bool are_in_order(const double *days, uint32_t count)
{
    if (count < 2) return false;
    for (uint32_t i = 1; i < count; i++)
        if (days[i] == days[i - 1] || (days[i] > days[i - 1]) != (days[1] > days[0])) return false;
    return true;
}

/* How wide the values are together, where the two that are next to each other have room. */
static gp_length width_to_scale(const double *days, uint32_t count)
{
    double whole = days[count - 1] - days[0], least = 1;
    for (uint32_t i = 1; i < count; i++) {
        double part = (days[i] - days[i - 1]) / whole;
        if (part < least) least = part;
    }
    double width = (double)VALUE_ROOM / least;
    return width > (double)PLOT_MOST ? PLOT_MOST + 1 : (gp_length)width;
}

gp_status gp_place_sweep_values(gp_sweep_picture *picture)
{
    const gp_sweep_axis *axis = picture->along;
    gp_length *places = GP_NEW(picture->sheet.job, gp_length, axis->count + 1);
    double *days = GP_NEW(picture->sheet.job, double, axis->count);
    if (!places || !days) return gp_no_memory(picture->sheet.job);
    picture->is_to_scale = true;
    for (uint32_t i = 0; i < axis->count; i++)
        picture->is_to_scale &= measure_value(axis->values[i], &days[i]);
    picture->is_to_scale = picture->is_to_scale && are_in_order(days, axis->count);
    gp_length width = picture->is_to_scale ? width_to_scale(days, axis->count) : 0;
    picture->is_to_scale = picture->is_to_scale && width <= PLOT_MOST;
    if (!picture->is_to_scale) width = VALUE_ROOM * (axis->count - 1);
    if (width < PLOT_LEAST - 3 * VALUE_ROOM) width = PLOT_LEAST - 3 * VALUE_ROOM;
    places[0] = VALUE_ROOM;
    for (uint32_t i = 0; i < axis->count; i++) {
        gp_length after = picture->is_to_scale ? (gp_length)((double)width * (days[i] - days[0]) /
                                                             (days[axis->count - 1] - days[0]))
                          : axis->count > 1    ? width * i / (axis->count - 1)
                                               : width;
        places[i + 1] = places[0] + VALUE_ROOM * 3 / 2 + after;
    }
    picture->places = places;
    picture->plot_width = places[axis->count] + GP_UNITS(16);
    return GP_OK;
}

/* ---- labels ---- */

void gp_spread_labels(gp_length *wanted, uint32_t count, gp_length step, gp_length first,
                      gp_length last)
{
    gp_length least = first;
    for (uint32_t i = 0; i < count; i++) {
        if (wanted[i] < least) wanted[i] = least;
        least = wanted[i] + step;
    }
    for (uint32_t i = count; i-- > 0;) {
        if (wanted[i] > last) wanted[i] = last;
        last = wanted[i] - step;
    }
}

/* ---- how they look ---- */

/* Five shapes, four dashes, filled and open: forty that are all different. */
#define SHAPES 5u
#define DASHES 4u

static const char *const line_classes[DASHES] = {"line", "line dashed", "line dotted",
                                                 "line mixed"};
static const char *const mark_classes[DASHES] = {"mark", "mark dashed", "mark dotted",
                                                 "mark mixed"};
static const char *const open_classes[DASHES] = {"mark open", "mark open dashed",
                                                 "mark open dotted", "mark open mixed"};

static void draw_corners(gp_buffer *buffer, const char *class_name, gp_point at,
                         const gp_point *corners, uint32_t count)
{
    gp_svg_open_path(buffer, class_name);
    for (uint32_t i = 0; i < count; i++) {
        gp_length x = at.x + corners[i].x, y = at.y + corners[i].y;
        if (i)
            gp_svg_line(buffer, x, y);
        else
            gp_svg_move(buffer, x, y);
    }
    gp_add_text(buffer, "Z");
    gp_svg_close_path(buffer);
}

static void draw_mark(gp_buffer *buffer, uint32_t number, gp_point at)
{
    static const gp_point up[] = {{0, -45}, {42, 32}, {-42, 32}};
    static const gp_point down[] = {{0, 45}, {42, -32}, {-42, -32}};
    static const gp_point diamond[] = {{0, -46}, {46, 0}, {0, 46}, {-46, 0}};
    bool is_open = number / (SHAPES * DASHES) % 2;
    const char *class_name = (is_open ? open_classes : mark_classes)[number % DASHES];
    const gp_length half = 35;
    switch (number % SHAPES) {
    case 0:
    case 1:
        gp_svg_rectangle(buffer, class_name, (gp_point){at.x - half, at.y - half},
                         (gp_point){2 * half, 2 * half}, number % SHAPES ? 0 : half);
        return;
    case 2: draw_corners(buffer, class_name, at, up, 3); return;
    case 3: draw_corners(buffer, class_name, at, diamond, 4); return;
    default: draw_corners(buffer, class_name, at, down, 3); return;
    }
}

void gp_draw_sweep_line(gp_buffer *buffer, uint32_t number, const gp_point *points,
                        const bool *is_there, uint32_t count)
{
    bool is_down = false;
    gp_svg_open_path(buffer, line_classes[number % DASHES]);
    for (uint32_t i = 0; i < count; i++) {
        if (is_there[i] && is_down) gp_svg_line(buffer, points[i].x, points[i].y);
        if (is_there[i] && !is_down) gp_svg_move(buffer, points[i].x, points[i].y);
        is_down = is_there[i];
    }
    gp_svg_close_path(buffer);
    for (uint32_t i = 0; i < count; i++)
        if (is_there[i]) draw_mark(buffer, number, points[i]);
}
