/* SPDX-License-Identifier: MIT
 * One panel of a sweep: days late upward from the needed date, the values along it, a line for each
 * intervention with its name at its end. */
#include "render/sweep_picture.h"

#include <stdlib.h>
#include <string.h>

#define NUMBER_ROOM GP_UNITS(17) /* what a number above a point takes, up to the point above it */
#define TICKS_MOST 8
#define LEADER GP_UNITS(40) /* from the end of a line to its name */

static gp_length y_of(const gp_sweep_picture *picture, gp_length zero, int32_t days)
{
    return zero - picture->plot_height * days / (picture->most ? picture->most : 1);
}

static void draw_stroke(gp_buffer *buffer, const char *class_name, gp_point from, gp_point to)
{
    gp_svg_open_path(buffer, class_name);
    gp_svg_move(buffer, from.x, from.y);
    gp_svg_line(buffer, to.x, to.y);
    gp_svg_close_path(buffer);
}

static const char *number_words(const gp_sheet *sheet, int64_t number)
{
    gp_add_number(sheet->scratch, number);
    return gp_take_words(sheet);
}

static gp_length width_of(const char *text)
{
    return gp_measure_text(text, strlen(text), GP_FONT_CAPTION);
}

/* ---- axes ---- */

/* 1, 2, 5, 10, 20 ... days. */
static int32_t tick_step(int32_t most)
{
    static const int32_t times[] = {2, 5, 10};
    int32_t step = 1, base = 1;
    for (uint32_t i = 0; most / step >= TICKS_MOST; i++) {
        step = base * times[i % 3];
        if (i % 3 == 2) base = step;
    }
    return step;
}

static void draw_days(const gp_sweep_picture *picture, gp_point origin)
{
    const gp_sheet *sheet = &picture->sheet;
    int32_t step = tick_step(picture->most);
    for (int32_t days = 0; days <= picture->most; days += step) {
        gp_length y = y_of(picture, origin.y, days);
        const char *words = number_words(sheet, days);
        draw_stroke(sheet->buffer, days ? "grid" : "zero", (gp_point){origin.x, y},
                    (gp_point){origin.x + picture->plot_width, y});
        gp_svg_words(sheet->buffer, GP_FONT_CAPTION,
                     (gp_point){origin.x - GP_UNITS(6) - width_of(words), y + GP_UNITS(4)}, words);
    }
}

static const char *value_words(const gp_sweep_picture *picture, uint32_t place)
{
    return place ? picture->along->values[place - 1]
                 : gp_say(picture->sheet.language, "as it is", "zoals nu");
}

/* The room of a value: half of what lies between it and its neighbours. */
static gp_length room_of(const gp_sweep_picture *picture, uint32_t place)
{
    const gp_length *places = picture->places;
    gp_length room = places[0] * 2;
    if (place && places[place] - places[place - 1] < room) room = places[place] - places[place - 1];
    if (place < picture->along->count && places[place + 1] - places[place] < room)
        room = places[place + 1] - places[place];
    return room - GP_UNITS(4);
}

static void draw_values(const gp_sweep_picture *picture, gp_point origin)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length top = origin.y - picture->plot_height, middle = picture->places[0] * 7 / 4;
    draw_stroke(sheet->buffer, "apart", (gp_point){origin.x + middle, top},
                (gp_point){origin.x + middle, origin.y + GP_UNITS(18)});
    for (uint32_t i = 0; i <= picture->along->count; i++) {
        const char *words = value_words(picture, i);
        gp_length x = origin.x + picture->places[i], room = room_of(picture, i);
        gp_length width = width_of(words) < room ? width_of(words) : room;
        draw_stroke(sheet->buffer, "grid", (gp_point){x, top}, (gp_point){x, origin.y});
        gp_draw_cut(sheet, GP_FONT_CAPTION, NULL,
                    (gp_point){x - width / 2, origin.y + GP_UNITS(17)}, room, words, false);
    }
    gp_draw_cut(sheet, GP_FONT_CAPTION, NULL,
                (gp_point){origin.x + picture->places[1] - GP_UNITS(10), origin.y + GP_UNITS(32)},
                picture->plot_width + GP_SWEEP_LABELS - picture->places[1], picture->along->target,
                false);
}

/* All values in full, for whoever points at one that was cut. */
static const char *axis_words(const gp_sweep_picture *picture)
{
    gp_buffer *scratch = picture->sheet.scratch;
    gp_add_text(scratch, picture->along->target);
    for (uint32_t i = 0; i < picture->along->count; i++) {
        gp_add_text(scratch, i ? ", " : "=");
        gp_add_text(scratch, picture->along->values[i]);
    }
    return gp_take_words(&picture->sheet);
}

/* ---- numbers ---- */

static int descending(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
    return a < b ? 1 : a > b ? -1 : 0;
}

/* The days at the points of a place, where no other point stands in the way. */
static void draw_numbers(const gp_sweep_picture *picture, uint32_t panel, uint32_t place,
                         gp_point origin)
{
    const gp_sweep_row *row = gp_sweep_row_at(picture, panel, place);
    const gp_sheet *sheet = &picture->sheet;
    int32_t days[GP_SWEEP_LINES_MAX];
    gp_length above = INT64_MIN / 2;
    for (uint32_t i = 0; i < picture->line_count; i++)
        days[i] = row->lives[picture->lines[i].intervention].late_days;
    qsort(days, picture->line_count, sizeof *days, descending);
    for (uint32_t i = 0; i < picture->line_count && days[i] > 0; i++) {
        gp_length base = y_of(picture, origin.y, days[i]) - GP_UNITS(7);
        const char *words = number_words(sheet, days[i]);
        const gp_text_line line = {words, strlen(words), false};
        if (i && days[i] == days[i - 1]) continue;
        gp_length before = above;
        above = base;
        if (base - before < NUMBER_ROOM) continue;
        gp_svg_label(sheet->buffer, "caption number",
                     (gp_point){origin.x + picture->places[place] - width_of(words) / 2, base},
                     &line, "", false);
    }
}

/* ---- lines ---- */

static const char *name_of(const gp_sweep_picture *picture, const gp_sweep_line *line)
{
    const gp_portfolio *portfolio = picture->sheet.portfolio;
    uint32_t symbol = picture->sweep->symbols[line->intervention];
    const char *name = portfolio->interventions[portfolio->items[symbol].index].name;
    return name && *name ? name : portfolio->ids[symbol];
}

/* "Digital post. Days late: as it is 105; 1y 105; 3mo 21". */
static const char *line_words(const gp_sweep_picture *picture, uint32_t panel,
                              const gp_sweep_line *line)
{
    gp_buffer *scratch = picture->sheet.scratch;
    gp_add_text(scratch, gp_say(picture->sheet.language, "days late: ", "dagen te laat: "));
    for (uint32_t i = 0; i <= picture->along->count; i++) {
        const gp_sweep_live *live = &gp_sweep_row_at(picture, panel, i)->lives[line->intervention];
        gp_add_text(scratch, i ? "; " : "");
        gp_add_text(scratch, value_words(picture, i));
        gp_add_text(scratch, " ");
        if (live->ready == GP_NO_DAY)
            gp_add_text(scratch, "-");
        else
            gp_add_number(scratch, live->late_days);
    }
    return gp_take_words(&picture->sheet);
}

/* A line, and what stands at its end. */
typedef struct ended_line {
    uint32_t number;
    int32_t days; /* at the last point that there is */
    gp_point end;
    gp_length label;
} ended_line;

static int by_end(const void *left, const void *right)
{
    const ended_line *a = left, *b = right;
    if (a->end.y != b->end.y) return a->end.y < b->end.y ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void place_labels(const gp_sweep_picture *picture, ended_line *lines, gp_length zero)
{
    gp_length wanted[GP_SWEEP_LINES_MAX];
    qsort(lines, picture->line_count, sizeof *lines, by_end);
    for (uint32_t i = 0; i < picture->line_count; i++) wanted[i] = lines[i].end.y;
    gp_spread_labels(wanted, picture->line_count, GP_SWEEP_LABEL_STEP, zero - picture->plot_height,
                     zero);
    for (uint32_t i = 0; i < picture->line_count; i++) lines[i].label = wanted[i];
}

static void draw_end(const gp_sweep_picture *picture, const ended_line *line, gp_point origin)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length left = origin.x + picture->plot_width + LEADER;
    const char *days = number_words(sheet, line->days);
    gp_length room = GP_UNITS(34);
    draw_stroke(sheet->buffer, "leader", (gp_point){line->end.x + GP_UNITS(6), line->end.y},
                (gp_point){left - GP_UNITS(3), line->label});
    gp_svg_words(sheet->buffer, GP_FONT_LABEL, (gp_point){left, line->label + GP_UNITS(4)}, days);
    gp_draw_cut(sheet, GP_FONT_LABEL, NULL, (gp_point){left + room, line->label + GP_UNITS(4)},
                GP_SWEEP_LABELS - LEADER - room, name_of(picture, &picture->lines[line->number]),
                false);
}

static void draw_line(const gp_sweep_picture *picture, uint32_t panel, const ended_line *line,
                      gp_point *points, bool *is_there, gp_point origin)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_sweep_line *found = &picture->lines[line->number];
    uint32_t symbol = picture->sweep->symbols[found->intervention];
    char prefix[32] = "sweep";
    if (panel) {
        gp_add_text(sheet->scratch, "sweep-");
        gp_add_number(sheet->scratch, panel + 1);
        const char *words = gp_take_words(sheet);
        if (strlen(words) < sizeof prefix) strcpy(prefix, words);
    }
    const gp_item_words words = {
        .prefix = prefix,
        .id = sheet->portfolio->ids[symbol],
        .class_name = "late",
        .label = name_of(picture, found),
        .title = line_words(picture, panel, found),
        .is_activity = true,
        .activity =
            sheet->schedule->network->intervention_activity[sheet->portfolio->items[symbol].index]};
    for (uint32_t i = 0; i <= picture->along->count; i++) {
        const gp_sweep_live *live = &gp_sweep_row_at(picture, panel, i)->lives[found->intervention];
        points[i] =
            (gp_point){origin.x + picture->places[i], y_of(picture, origin.y, live->late_days)};
        is_there[i] = live->ready != GP_NO_DAY;
    }
    gp_open_item(sheet, &words);
    gp_draw_sweep_line(sheet->buffer, line->number, points, is_there, picture->along->count + 1);
    draw_end(picture, line, origin);
    gp_close_item(sheet, &words);
}

/* Where a line ends: at the last value with which there is such an intervention. */
static ended_line end_of(const gp_sweep_picture *picture, uint32_t panel, uint32_t number,
                         gp_point origin)
{
    uint32_t place = picture->along->count, intervention = picture->lines[number].intervention;
    while (place && gp_sweep_row_at(picture, panel, place)->lives[intervention].ready == GP_NO_DAY)
        place--;
    int32_t days = gp_sweep_row_at(picture, panel, place)->lives[intervention].late_days;
    return (ended_line){.number = number,
                        .days = days,
                        .end = {origin.x + picture->places[place], y_of(picture, origin.y, days)}};
}

static void draw_lines(const gp_sweep_picture *picture, uint32_t panel, gp_point origin)
{
    ended_line lines[GP_SWEEP_LINES_MAX];
    gp_job *job = picture->sheet.job;
    gp_point *points = GP_NEW(job, gp_point, picture->along->count + 1);
    bool *is_there = GP_NEW(job, bool, picture->along->count + 1);
    if (!points || !is_there) {
        picture->sheet.buffer->has_failed = true;
        return;
    }
    for (uint32_t i = 0; i < picture->line_count; i++) lines[i] = end_of(picture, panel, i, origin);
    place_labels(picture, lines, origin.y);
    for (uint32_t i = 0; i < picture->line_count; i++)
        draw_line(picture, panel, &lines[i], points, is_there, origin);
    for (uint32_t i = 0; i <= picture->along->count; i++) draw_numbers(picture, panel, i, origin);
}

void gp_draw_sweep_panel(const gp_sweep_picture *picture, uint32_t panel, gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_sweep_axis *other = &picture->sweep->axes[0];
    gp_point origin = {at.x + GP_SWEEP_DAYS, at.y + GP_SWEEP_HEAD + picture->plot_height};
    const char *full = axis_words(picture), *head = NULL;
    if (picture->along != other) {
        gp_add_text(sheet->scratch, other->target);
        gp_add_text(sheet->scratch, "=");
        gp_add_text(sheet->scratch, other->values[panel]);
        head = gp_take_words(sheet);
        gp_add_text(sheet->scratch, head);
        gp_add_text(sheet->scratch, "\n");
        gp_add_text(sheet->scratch, full);
        full = gp_take_words(sheet);
    }
    gp_add_text(sheet->scratch, "panel-");
    gp_add_number(sheet->scratch, panel + 1);
    const gp_item_words words = {
        .prefix = gp_take_words(sheet), .class_name = "panel", .label = full, .title = full};
    gp_open_item(sheet, &words);
    if (head)
        gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){at.x, at.y + GP_UNITS(14)},
                    picture->plot_width + GP_SWEEP_DAYS + GP_SWEEP_LABELS, head, false);
    draw_days(picture, origin);
    draw_values(picture, origin);
    draw_lines(picture, panel, origin);
    gp_close_item(sheet, &words);
}
