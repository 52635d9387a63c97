/* SPDX-License-Identifier: MIT
 * The S curve of an intervention: which share of the draws is live by which day. The needed date
 * and the plan's are lines with the chance of each in figures; half and 80 % are marks with their
 * dates. Lines differ in dashes and weight, marks in filling. */
#include "render/risk_picture.h"
#include "render/time_axis.h"

#include <string.h>

#define SPAN_LEAST 28 /* days of an axis */
#define FAR_PART 2    /* a line further off than the curve is wide by this part is not drawn */
#define RARE_PART 200 /* of the draws, at either end: the curve is as good as flat there */
#define STEP_LEAST ((gp_length)3) /* along the curve */
#define MARK_HALF ((gp_length)40)
#define MARK_ROOM GP_UNITS(108) /* of the words of a mark */
#define NEEDED_BASE GP_UNITS(48)
#define LINE_GAP GP_UNITS(4) /* between a line and the words beside it */
#define PLAN_BASE GP_UNITS(62)
#define NAME_INSET GP_UNITS(3) /* between the line of a tick and its name */

typedef struct curve {
    const gp_sheet *sheet;
    const gp_risk_live *live;
    gp_point at;         /* of the card */
    gp_length top, foot; /* of the plot */
    gp_time_axis axis;
    uint32_t draws;
} curve;

static gp_length y_of(const curve *c, double share)
{
    return c->foot - (gp_length)((double)(c->foot - c->top) * share + 0.5);
}

static void draw_stroke(gp_buffer *buffer, const char *class_name, gp_point from, gp_point to)
{
    gp_svg_open_path(buffer, class_name);
    gp_svg_move(buffer, from.x, from.y);
    gp_svg_line(buffer, to.x, to.y);
    gp_svg_close_path(buffer);
}

static gp_length width_of(const char *text, gp_font font)
{
    return gp_measure_text(text, strlen(text), font);
}

/* ---- axes ---- */

static void reach(gp_day day, gp_day least, gp_day most, gp_day *first, gp_day *last)
{
    if (day == GP_NO_DAY || day < least || day > most) return;
    if (day < *first) *first = day;
    if (day > *last) *last = day;
}

/* The first day by which so many draws are live, or more. */
static gp_day day_of(const gp_risk_live *live, uint64_t draws)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < live->bar_count; i++) {
        sum += live->bars[i].draws;
        if (sum >= draws) return live->bars[i].day;
    }
    return live->plan;
}

static uint64_t count_draws(const gp_risk_live *live)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < live->bar_count; i++) sum += live->bars[i].draws;
    return sum;
}

/* All draws but the rarest at both ends, and the two lines where they are not far off. */
static void fit(const gp_risk_live *live, gp_time_axis *axis)
{
    uint64_t draws = count_draws(live), rare = draws / RARE_PART;
    gp_day first = day_of(live, rare + 1), last = day_of(live, draws - rare);
    gp_day far = (last - first) / FAR_PART;
    if (far < SPAN_LEAST) far = SPAN_LEAST;
    gp_day least = first - far, most = last + far;
    reach(live->plan, least, most, &first, &last);
    reach(live->needed_by, least, most, &first, &last);
    if (last - first < SPAN_LEAST) {
        first -= (SPAN_LEAST - (last - first)) / 2;
        last = first + SPAN_LEAST;
    }
    if (first <= GP_DAY_FIRST) first = GP_DAY_FIRST + 1;
    if (last >= GP_DAY_LAST) last = GP_DAY_LAST - 1;
    gp_fit_axis(axis, first - 1, last + 1, false);
    if (axis->fine <= GP_TICK_YEAR) gp_fit_axis(axis, first - 1, last + 1, true);
}

static bool is_on_axis(const gp_time_axis *axis, gp_day day)
{
    return day != GP_NO_DAY && day >= axis->from && day < axis->to;
}

bool gp_has_needed_line(const gp_risk_live *live)
{
    gp_time_axis axis = {.width = GP_RISK_PLOT_WIDTH};
    fit(live, &axis);
    return is_on_axis(&axis, live->needed_by);
}

bool gp_has_plan_line(const gp_risk_live *live)
{
    gp_time_axis axis = {.width = GP_RISK_PLOT_WIDTH};
    fit(live, &axis);
    return is_on_axis(&axis, live->plan);
}

static void draw_shares(const curve *c)
{
    static const uint8_t shares[] = {0, 50, 80, 100};
    gp_length left = c->axis.left, right = left + c->axis.width;
    for (uint32_t i = 0; i < sizeof shares; i++) {
        gp_length y = y_of(c, shares[i] / 100.0);
        gp_add_chance(c->sheet->scratch, shares[i] / 100.0);
        const char *words = gp_take_words(c->sheet);
        draw_stroke(c->sheet->buffer, "grid", (gp_point){left, y}, (gp_point){right, y});
        gp_svg_words(
            c->sheet->buffer, GP_FONT_CAPTION,
            (gp_point){left - GP_UNITS(5) - width_of(words, GP_FONT_CAPTION), y + GP_UNITS(4)},
            words);
    }
}

/* A line where a unit of the calendar begins, from `top` down to the name that stands right behind
 * it, where it has room: the name of a week is its first day, which is there and not in the middle.
 */
static void draw_ticks(const curve *c, gp_tick tick, gp_length top, gp_length base)
{
    const gp_time_axis *axis = &c->axis;
    for (gp_day day = gp_tick_start(tick, axis->from); day < axis->to && day <= GP_DAY_LAST;) {
        gp_day next = gp_tick_next(tick, day);
        gp_length from = gp_axis_x(axis, day), to = gp_axis_x(axis, next);
        gp_add_tick_name(c->sheet->scratch, tick, day, c->sheet->language);
        const char *name = gp_take_words(c->sheet);
        gp_length width = width_of(name, GP_FONT_TAG);
        if (day > axis->from)
            draw_stroke(c->sheet->buffer, "grid", (gp_point){from, top}, (gp_point){from, base});
        bool is_named = day >= axis->from || tick == axis->coarse; /* else that day is not here */
        if (is_named && to - from >= width + 2 * NAME_INSET)
            gp_svg_words(c->sheet->buffer, GP_FONT_TAG, (gp_point){from + NAME_INSET, base}, name);
        day = next;
    }
}

static void draw_axes(const curve *c)
{
    gp_length fine = c->foot + GP_UNITS(14), coarse = c->foot + GP_UNITS(27);
    draw_ticks(c, c->axis.fine, c->top, fine);
    if (c->axis.coarse != GP_TICKS) draw_ticks(c, c->axis.coarse, fine + GP_UNITS(3), coarse);
    draw_shares(c);
}

/* ---- dates ---- */

static void draw_halo(const curve *c, gp_font font, gp_point at, const char *words)
{
    char classes[32];
    const gp_text_line line = {words, strlen(words), false};
    const char *name = gp_font_of(font)->name;
    if (strlen(name) + sizeof " halo" > sizeof classes) return;
    strcpy(classes, name);
    strcat(classes, " halo");
    gp_svg_label(c->sheet->buffer, classes, at, &line, "", false);
}

/* The words above the line of a day: they stay over the plot, and beside the line of another day
 * that passes them (GP_NO_DAY: none does). */
static void draw_heading(const curve *c, gp_day day, gp_day other, gp_length base,
                         const char *words)
{
    gp_length width = width_of(words, GP_FONT_LABEL);
    gp_length least = c->at.x, most = c->axis.left + c->axis.width + GP_UNITS(10) - width;
    gp_length x = gp_axis_x(&c->axis, day) - width / 2;
    if (x > most) x = most;
    if (x < least) x = least;
    gp_length line = gp_axis_x(&c->axis, other);
    bool is_passed = other != GP_NO_DAY && x - LINE_GAP < line && line < x + width + LINE_GAP;
    if (is_passed) {
        gp_length before = line - LINE_GAP - width, behind = line + LINE_GAP;
        bool is_before = (day < other && before >= least) || behind > most;
        x = is_before ? before : behind;
    }
    draw_halo(c, GP_FONT_LABEL, (gp_point){x, base}, words);
}

/* "needed 2026-09-01: 23 %", with an arrow where that day lies beside the plot. */
static const char *heading_words(const curve *c, gp_day day, const char *what, double chance)
{
    gp_buffer *scratch = c->sheet->scratch;
    bool is_bound = c->live->not_before > 0;
    if (day < c->axis.from) gp_add_text(scratch, "\xE2\x86\x90 ");
    gp_add_text(scratch, what);
    gp_add_text(scratch, " ");
    gp_add_day(scratch, day);
    gp_add_text(scratch, is_bound ? ": \xE2\x89\xA4" : ": ");
    gp_add_live_chance(scratch, c->live, chance);
    if (day >= c->axis.to) gp_add_text(scratch, " \xE2\x86\x92");
    return gp_take_words(c->sheet);
}

static void draw_day_lines(const curve *c)
{
    const gp_risk_live *live = c->live;
    gp_buffer *buffer = c->sheet->buffer;
    gp_length plan = gp_axis_x(&c->axis, live->plan);
    if (is_on_axis(&c->axis, live->plan))
        draw_stroke(buffer, "plan", (gp_point){plan, c->at.y + PLAN_BASE + GP_UNITS(3)},
                    (gp_point){plan, c->foot});
    if (!is_on_axis(&c->axis, live->needed_by)) return;
    gp_length needed = gp_axis_x(&c->axis, live->needed_by);
    draw_stroke(buffer, "needed", (gp_point){needed, c->at.y + NEEDED_BASE + GP_UNITS(3)},
                (gp_point){needed, c->foot});
}

static void draw_headings(const curve *c)
{
    const gp_risk_live *live = c->live;
    gp_language language = c->sheet->language;
    bool is_asked = live->needed_by != GP_NO_DAY;
    gp_day passing = is_on_axis(&c->axis, live->needed_by) ? live->needed_by : GP_NO_DAY;
    draw_heading(
        c, live->plan, passing, c->at.y + PLAN_BASE,
        heading_words(c, live->plan, gp_say(language, "plan", "plan"), live->plan_probability));
    if (is_asked)
        draw_heading(c, live->needed_by, GP_NO_DAY, c->at.y + NEEDED_BASE,
                     heading_words(c, live->needed_by, gp_say(language, "needed", "nodig"),
                                   live->probability));
}

/* ---- the curve ---- */

static void draw_draws(const curve *c)
{
    const gp_risk_live *live = c->live;
    gp_buffer *buffer = c->sheet->buffer;
    uint64_t sum = 0;
    gp_length last = c->axis.left;
    double share = 0;
    gp_svg_open_path(buffer, "draws");
    gp_svg_move(buffer, last, c->foot);
    for (uint32_t i = 0; i < live->bar_count; i++) {
        gp_length x = gp_axis_x(&c->axis, live->bars[i].day);
        bool is_told = x - last >= STEP_LEAST || i == 0 || i + 1 == live->bar_count;
        if (is_told) gp_svg_line(buffer, x, y_of(c, share));
        sum += live->bars[i].draws;
        share = c->draws ? (double)sum / c->draws : 0;
        if (!is_told) continue;
        gp_svg_line(buffer, x, y_of(c, share));
        last = x;
    }
    gp_svg_line(buffer, c->axis.left + c->axis.width, y_of(c, share));
    gp_svg_close_path(buffer);
}

void gp_draw_risk_mark(gp_buffer *buffer, gp_point middle, bool is_sure)
{
    gp_svg_octagon(buffer, is_sure ? "point sure" : "point",
                   (gp_point){middle.x - MARK_HALF, middle.y - MARK_HALF},
                   (gp_point){2 * MARK_HALF, 2 * MARK_HALF}, MARK_HALF * 3 / 5);
}

/* Does the line of a date run through words that stand from `left` to `right`? Of two the one that
 * is met last from the mark. */
static bool is_crossed(const curve *c, gp_length left, gp_length right, bool is_behind,
                       gp_length *line)
{
    const gp_day days[] = {c->live->needed_by, c->live->plan};
    bool is_found = false;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        if (days[i] == GP_NO_DAY || !is_on_axis(&c->axis, days[i])) continue;
        gp_length x = gp_axis_x(&c->axis, days[i]);
        if (x <= left || x >= right || (is_found && (x > *line) != is_behind)) continue;
        *line = x;
        is_found = true;
    }
    return is_found;
}

/* Words of this width, behind the mark or before it, where no line runs through them: at *x, or
 * where they may be moved past a line. False: nowhere within the plot. */
static bool find_free(const curve *c, gp_length *x, gp_length width, bool is_behind, bool may_move)
{
    gp_length least = c->axis.left, most = c->axis.left + c->axis.width + GP_UNITS(10) - width;
    gp_length line = 0;
    while (*x >= least && *x <= most) {
        if (!is_crossed(c, *x, *x + width, is_behind, &line)) return true;
        if (!may_move) return false;
        *x = is_behind ? line + LINE_GAP : line - LINE_GAP - width;
    }
    return false;
}

/* The words stand under the curve behind the mark, or else above the curve before it: where no line
 * runs through them, beside the mark rather than past the line. */
static void draw_mark(const curve *c, uint32_t quantile)
{
    gp_day day = c->live->quantiles[quantile];
    double share = quantile == GP_RISK_P80 ? 0.8 : 0.5;
    gp_point at = {gp_axis_x(&c->axis, day), y_of(c, share)};
    gp_buffer *scratch = c->sheet->scratch;
    gp_draw_risk_mark(c->sheet->buffer, at, quantile == GP_RISK_P80);
    gp_add_chance(scratch, share);
    gp_add_text(scratch, c->live->not_before ? ": \xE2\x89\xA5" : ": ");
    gp_add_day(scratch, day);
    const char *words = gp_take_words(c->sheet);
    gp_length width = width_of(words, GP_FONT_LABEL);
    gp_length before = at.x - GP_UNITS(8) - width, behind = at.x + GP_UNITS(8);
    bool has_room = at.x + MARK_ROOM <= c->axis.left + c->axis.width + GP_UNITS(10);
    bool is_behind = has_room;
    gp_length x = has_room ? behind : before;
    for (int i = 0; i < 4; i++) {
        bool tries_behind = i % 2 == 0;
        gp_length tried = tries_behind ? behind : before;
        if (tries_behind && !has_room) continue;
        if (!find_free(c, &tried, width, tries_behind, i >= 2)) continue;
        is_behind = tries_behind;
        x = tried;
        break;
    }
    draw_halo(c, GP_FONT_LABEL, (gp_point){x, is_behind ? at.y + GP_UNITS(10) : at.y - GP_UNITS(5)},
              words);
}

void gp_draw_risk_curve(const gp_risk_picture *picture, const gp_risk_card *card, gp_point at)
{
    curve c = {.sheet = &picture->sheet,
               .live = card->live,
               .at = at,
               .top = at.y + GP_RISK_PLOT_TOP,
               .foot = at.y + GP_RISK_PLOT_TOP + GP_RISK_PLOT_HEIGHT,
               .axis = {.left = at.x + GP_RISK_PLOT_LEFT, .width = GP_RISK_PLOT_WIDTH},
               .draws = picture->answer->draws};
    fit(card->live, &c.axis);
    draw_axes(&c);
    draw_day_lines(&c);
    draw_draws(&c);
    draw_headings(&c);
    draw_mark(&c, GP_RISK_P50);
    draw_mark(&c, GP_RISK_P80);
}
