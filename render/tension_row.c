/* SPDX-License-Identifier: MIT
 * How is the tension of one intervention drawn? A band shows how far its own rhythm reaches, up to
 * twelve iterations; a bar runs from one iteration to what its chain of capabilities takes, solid
 * for work and hatched for waiting; marks of three shapes say what is what, and words at the right
 * say it in numbers. A bar that leaves the band is out of reach of the rhythm. */
#include "core/job.h"
#include "render/element_id.h"
#include "render/tension.h"

#include <string.h>

#define BAND GP_UNITS(34)
#define BAR GP_UNITS(14)
#define NAME_LINES 2
#define INSET GP_UNITS(10)
#define LINE_STEP GP_UNITS(15)
#define DASH " \xE2\x80\x93 "
#define DOT " \xC2\xB7 "

/* ---- shapes ---- */

void gp_draw_tension_mark(gp_buffer *buffer, gp_tension_mark mark, gp_point middle)
{
    gp_length x = middle.x, y = middle.y, half = GP_UNITS(4);
    switch (mark) {
    case GP_MARK_CYCLE:
        gp_svg_rectangle(buffer, "point cycle", (gp_point){x - half, y - half},
                         (gp_point){2 * half, 2 * half}, half);
        break;
    case GP_MARK_DURATION:
        half = GP_UNITS(7);
        gp_svg_rectangle(buffer, "point duration", (gp_point){x - half, y - half},
                         (gp_point){2 * half, 2 * half}, 0);
        break;
    case GP_MARK_CHAIN:
        gp_svg_open_path(buffer, "point chain");
        gp_svg_move(buffer, x, y - GP_UNITS(10));
        gp_svg_line(buffer, x, y + GP_UNITS(10));
        gp_svg_close_path(buffer);
        break;
    }
}

void gp_draw_working(gp_buffer *buffer, gp_length from, gp_length to, gp_length middle)
{
    if (to <= from) return;
    gp_svg_rectangle(buffer, "work", (gp_point){from, middle - BAR / 2}, (gp_point){to - from, BAR},
                     0);
}

void gp_draw_waiting(gp_buffer *buffer, gp_length from, gp_length to, gp_length middle)
{
    if (to <= from) return;
    gp_length top = middle - BAR / 2;
    gp_svg_rectangle(buffer, "wait", (gp_point){from, top}, (gp_point){to - from, BAR}, 0);
    gp_svg_open_path(buffer, "hatch");
    for (gp_length x = from + GP_UNITS(3); x < to; x += GP_UNITS(6)) { /* lines that rise */
        gp_length across = to - x < BAR / 2 ? to - x : BAR / 2;
        gp_svg_move(buffer, x, top + BAR);
        gp_svg_line(buffer, x + across, top + BAR - 2 * across);
    }
    gp_svg_close_path(buffer);
}

static void draw_shapes(gp_buffer *buffer, const gp_log_axis *axis, const gp_tension_row *row,
                        gp_length middle)
{
    gp_length cycle = gp_log_x(axis, row->cycle), duration = gp_log_x(axis, row->duration);
    gp_length work = gp_log_x(axis, row->work), all = gp_log_x(axis, row->days);
    if (row->cycle > 0) {
        int64_t reach = (int64_t)row->cycle * GP_TENSION_CYCLES;
        gp_length end = gp_log_x(axis, reach < axis->last ? (int32_t)reach : axis->last);
        gp_svg_rectangle(buffer, "reach", (gp_point){cycle, middle - BAND / 2},
                         (gp_point){end - cycle, BAND}, 0);
    }
    if (row->has_chain) {
        gp_length from = row->cycle > 0 ? cycle : axis->left;
        gp_draw_working(buffer, from, work, middle);
        gp_draw_waiting(buffer, work > from ? work : from, all, middle);
        gp_draw_tension_mark(buffer, GP_MARK_CHAIN, (gp_point){all, middle});
    }
    if (row->duration > 0)
        gp_draw_tension_mark(buffer, GP_MARK_DURATION, (gp_point){duration, middle});
    if (row->cycle > 0) gp_draw_tension_mark(buffer, GP_MARK_CYCLE, (gp_point){cycle, middle});
}

/* ---- words ---- */

static void add_days(gp_buffer *out, const char *before, int32_t days, gp_language language)
{
    gp_add_text(out, before);
    gp_add_number(out, days);
    gp_add_text(out,
                days == 1 ? gp_say(language, " day", " dag") : gp_say(language, " days", " dagen"));
}

/* In few words where there is little room: "at least" is a sign. */
static void add_head(gp_buffer *out, const gp_tension_row *row, gp_language language, bool is_short)
{
    bool is_least = row->is_least && row->has_chain;
    if (is_least && is_short) gp_add_text(out, "\xE2\x89\xA5 ");
    if (!row->has_chain) {
        gp_add_text(out, gp_say(language, "no capability fixes its date",
                                "geen capability bepaalt de datum"));
    } else if (row->cycle > 0) {
        gp_add_number(out, row->cycles);
        gp_add_text(out, " ");
        gp_add_text(out, gp_word_of(row->cycles == 1 ? GP_WORD_CYCLE : GP_WORD_CYCLES, language));
    } else {
        add_days(out, "", row->days, language);
    }
    if (is_least && !is_short) gp_add_text(out, gp_say(language, " at least", " ten minste"));
    if (row->is_out) gp_add_text(out, gp_say(language, DOT "out of rhythm", DOT "uit het ritme"));
    if (row->late > 0) add_days(out, DOT, row->late, language);
    if (row->late > 0) gp_add_text(out, gp_say(language, " late", " te laat"));
}

static void add_sum(gp_buffer *out, const gp_tension_row *row, gp_language language)
{
    if (!row->has_chain) return;
    add_days(out, gp_say(language, "chain ", "keten "), row->days, language);
    gp_add_text(out, ": ");
    gp_add_number(out, row->work);
    gp_add_text(out, gp_say(language, " work, ", " werk, "));
    gp_add_number(out, row->days - row->work);
    gp_add_text(out, gp_say(language, " waiting", " wachten"));
}

static void add_waits(gp_buffer *out, const gp_tension_row *row, gp_language language)
{
    const struct {
        int32_t days;
        const char *words;
    } waits[] = {
        {row->elapsed.round_wait, gp_say(language, "round", "planronde")},
        {row->elapsed.cycle_wait, gp_say(language, "iteration", "iteratie")},
        {row->elapsed.release_wait, gp_say(language, "release", "vrijgave")},
        {row->elapsed.lag, gp_say(language, "lag", "wachttijd")},
    };
    bool is_first = true;
    for (size_t i = 0; row->has_chain && i < sizeof waits / sizeof *waits; i++) {
        if (waits[i].days == 0) continue;
        gp_add_text(out, is_first ? "" : DOT);
        gp_add_text(out, waits[i].words);
        gp_add_text(out, " ");
        gp_add_number(out, waits[i].days);
        is_first = false;
    }
}

static void add_own(gp_buffer *out, const gp_schedule *schedule, const gp_tension_row *row,
                    gp_language language)
{
    const gp_network *network = schedule->network;
    const gp_intervention *intervention =
        &network->portfolio->interventions[network->activities[row->activity].item];
    char cycle[GP_DURATION_SIZE] = "-", duration[GP_DURATION_SIZE] = "-";
    if (row->cycle > 0) gp_format_duration(intervention->cycle, cycle);
    if (row->duration > 0) gp_format_duration(intervention->duration, duration);
    gp_add_text(out, gp_say(language, "iteration ", "iteratie "));
    gp_add_text(out, cycle);
    gp_add_text(out, gp_say(language, DOT "planned duration ", DOT "geplande duur "));
    gp_add_text(out, duration);
}

/* One line of words, made by `add` in the scratch buffer; returns the base line after it. */
typedef struct pen {
    gp_buffer *buffer;
    gp_job *job;
    gp_point at;
    gp_length room, step;
} pen;

static void write_line(pen *p, const char *class_name, gp_font font, gp_buffer *words)
{
    const char *text;
    size_t size;
    gp_text_line line = {0};
    if (gp_finish_buffer(words, &text, &size) != GP_OK || size == 0) return;
    gp_wrap_text(text, font, p->room, 1, &line);
    gp_svg_label(p->buffer, class_name, p->at, &line, "", false);
    p->at.y += p->step;
    words->bytes.count = 0;
}

static bool is_too_wide(gp_buffer *words, gp_length room)
{
    const char *text;
    size_t size;
    return gp_finish_buffer(words, &text, &size) == GP_OK &&
           gp_measure_text(text, size, GP_FONT_LABEL) > room;
}

/* The base line of the first of so many lines that stand in the middle of a row. */
static gp_length first_line(uint32_t count, gp_length top)
{
    return top + (GP_TENSION_STEP - LINE_STEP * count) / 2 + LINE_STEP - GP_UNITS(4);
}

/* How many lines of words a row has: the last only where its chain waits for something. */
static uint32_t count_lines(const gp_tension_row *row)
{
    const gp_elapsed *e = &row->elapsed;
    bool has_waits = e->round_wait || e->cycle_wait || e->release_wait || e->lag;
    return row->has_chain ? 2 + has_waits : 1;
}

static void draw_words(const gp_sheet *sheet, const gp_log_axis *axis, const gp_tension_row *row,
                       gp_length top)
{
    gp_buffer *scratch = sheet->scratch;
    gp_language language = sheet->language;
    pen p = {.buffer = sheet->buffer,
             .at = {axis->left + axis->width + 2 * INSET, first_line(count_lines(row), top)},
             .room = GP_TENSION_WORDS - 2 * INSET,
             .step = LINE_STEP};
    scratch->bytes.count = 0;
    add_head(scratch, row, language, false);
    if (is_too_wide(scratch, p.room)) {
        scratch->bytes.count = 0;
        add_head(scratch, row, language, true);
    }
    write_line(&p, row->is_out || row->late > 0 ? "gap" : "label", GP_FONT_LABEL, scratch);
    add_sum(scratch, row, language);
    write_line(&p, "line", GP_FONT_LINE, scratch);
    add_waits(scratch, row, language);
    write_line(&p, "line", GP_FONT_LINE, scratch);
}

static void draw_name(const gp_sheet *sheet, const gp_log_axis *axis, const gp_tension_row *row,
                      gp_length top)
{
    gp_text_line lines[NAME_LINES] = {{0}};
    gp_length room = GP_TENSION_NAMES - 2 * INSET;
    const char *name = gp_activity_name(sheet->schedule->network, row->activity);
    uint32_t count = gp_wrap_text(name, GP_FONT_NAME, room, NAME_LINES, lines);
    if (count == 0) count = gp_wrap_text(row->id, GP_FONT_NAME, room, NAME_LINES, lines);
    pen p = {.buffer = sheet->buffer,
             .at = {axis->left - GP_TENSION_NAMES + INSET, first_line(count + 1, top)},
             .room = room,
             .step = LINE_STEP};
    for (uint32_t i = 0; i < count; i++) {
        gp_svg_text(sheet->buffer, GP_FONT_NAME, p.at, &lines[i]);
        p.at.y += p.step;
    }
    sheet->scratch->bytes.count = 0;
    add_own(sheet->scratch, sheet->schedule, row, sheet->language);
    write_line(&p, "tag", GP_FONT_TAG, sheet->scratch);
}

/* ---- a row ---- */

/* What a screen reader and a tooltip say, the same words. */
static void add_spoken(gp_buffer *buffer, const gp_schedule *schedule, const gp_tension_row *row,
                       gp_language language, const char *between)
{
    const char *name = gp_activity_name(schedule->network, row->activity);
    gp_svg_escape(buffer, name, strlen(name));
    gp_add_text(buffer, between);
    add_own(buffer, schedule, row, language);
    gp_add_text(buffer, between);
    add_head(buffer, row, language, false);
    if (!row->has_chain) return;
    gp_add_text(buffer, between);
    add_sum(buffer, row, language);
    gp_add_text(buffer, between);
    gp_add_day(buffer, row->elapsed.from);
    gp_add_text(buffer, DASH);
    gp_add_day(buffer, row->elapsed.to);
}

static void draw_row(const gp_sheet *sheet, const gp_log_axis *axis, const gp_tension_row *row,
                     gp_length top)
{
    gp_buffer *buffer = sheet->buffer;
    const gp_schedule *schedule = sheet->schedule;
    gp_language language = sheet->language;
    const char *url = gp_activity_url(schedule->network, row->activity);
    gp_svg_open_link(buffer, url);
    gp_add_text(buffer, "<g id=\"tension");
    gp_add_activity_id(buffer, schedule->network, row->activity);
    gp_add_text(buffer, "\" class=\"row");
    if (row->is_out) gp_add_text(buffer, " out");
    if (row->late > 0) gp_add_text(buffer, " clash");
    gp_add_text(buffer, "\" role=\"graphics-symbol\" aria-label=\"");
    add_spoken(buffer, schedule, row, language, ", ");
    gp_add_text(buffer, "\">\n<title>");
    add_spoken(buffer, schedule, row, language, "\n");
    gp_add_text(buffer, "</title>\n");
    draw_name(sheet, axis, row, top);
    draw_shapes(buffer, axis, row, top + GP_TENSION_STEP / 2);
    draw_words(sheet, axis, row, top);
    gp_add_text(buffer, "</g>\n");
    gp_svg_close_link(buffer, url);
}

void gp_draw_tension_rows(const gp_sheet *sheet, const gp_log_axis *axis,
                          const gp_tension_row *rows, uint32_t count, gp_length top)
{
    for (uint32_t i = 0; i < count; i++) {
        draw_row(sheet, axis, &rows[i], top);
        top += GP_TENSION_STEP;
    }
    sheet->scratch->bytes.count = 0;
}
