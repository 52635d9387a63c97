/* SPDX-License-Identifier: MIT
 * The list of decisions above a roadmap, for on a wall: what is decided, by when, what it costs and
 * what is late again without it, in columns that are read from left to right; and what stays late.
 * Paper has room for some: it says how many more there are. */
#include "render/repair_words.h"
#include "render/roadmap_repair.h"

#include <string.h>

#define PADDING GP_UNITS(12)
#define HEADING GP_UNITS(22)
#define COLUMN_MIN GP_UNITS(330)
#define COLUMN_MAX GP_UNITS(520)
#define COLUMN_GAP GP_UNITS(26)
#define ROW_GAP GP_UNITS(10)
#define WHAT_LINES 3
#define WHEN_LINES 2
#define WHAT_STEP GP_UNITS(16)
#define USES_LINES 2
#define USES_NAMED 4 /* interventions; the tooltip has all of them */
#define LINE_STEP GP_UNITS(15)
#define BASE GP_UNITS(11) /* of the first line, from the top of an entry */
#define LOST_LINES 3
#define LOST_NAMED 12
#define LOST_SIGN GP_UNITS(20)

typedef struct entry {
    const char *what, *when, *uses, *whole;
    gp_length height;
} entry;

typedef struct panel {
    const gp_sheet *sheet;
    const gp_repair *repair;
    entry *entries;
    uint32_t count, columns;
    gp_length column, indent; /* of a column, and of the words in it */
    const char *lost, *whole_lost;
    gp_length lost_height;
} panel;

static uint32_t count_lines(gp_font font, gp_length width, uint32_t most, const char *text)
{
    gp_text_line lines[GP_SHEET_LINES] = {{0}};
    return *text ? gp_wrap_text(text, font, width, most, lines) : 0;
}

static gp_length words_width(const panel *p)
{
    return p->column - p->indent;
}

static void fill_entry(const panel *p, uint32_t i)
{
    const gp_repair_choice *choice = &p->repair->choices[i];
    const gp_candidate *candidate = &p->repair->considered[choice->candidate];
    gp_buffer *scratch = p->sheet->scratch;
    gp_language language = p->sheet->language;
    entry *e = &p->entries[i];
    gp_add_decision(scratch, language, p->repair, candidate);
    e->what = gp_take_words(p->sheet);
    gp_add_decide_by(scratch, language, p->repair, choice);
    e->when = gp_take_words(p->sheet);
    gp_add_uses(scratch, language, p->repair, choice, USES_NAMED);
    e->uses = gp_take_words(p->sheet);
    gp_add_uses(scratch, language, p->repair, choice, 0);
    e->whole = gp_take_words(p->sheet);
    e->height = WHAT_STEP * count_lines(GP_FONT_NAME, words_width(p), WHAT_LINES, e->what) +
                LINE_STEP * count_lines(GP_FONT_CAPTION, words_width(p), WHEN_LINES, e->when) +
                LINE_STEP * count_lines(GP_FONT_CAPTION, words_width(p), USES_LINES, e->uses);
}

static void set_columns(panel *p, gp_length room)
{
    gp_length widest = gp_decision_number_width(p->count);
    uint32_t columns = (uint32_t)((room + COLUMN_GAP) / (COLUMN_MIN + COLUMN_GAP));
    if (columns > p->count) columns = p->count;
    if (columns == 0) columns = 1;
    gp_length width = (room + COLUMN_GAP) / columns - COLUMN_GAP;
    p->columns = columns;
    p->column = width < COLUMN_MAX ? width : COLUMN_MAX;
    p->indent = widest + GP_UNITS(6);
}

static gp_status fill(panel *p, gp_length room)
{
    gp_buffer *scratch = p->sheet->scratch;
    set_columns(p, room);
    p->entries = GP_NEW(p->sheet->job, entry, p->count);
    if (!p->entries) return gp_no_memory(p->sheet->job);
    for (uint32_t i = 0; i < p->count; i++) fill_entry(p, i);
    gp_add_lost(scratch, p->sheet->language, p->repair, LOST_NAMED);
    p->lost = gp_take_words(p->sheet);
    gp_add_lost(scratch, p->sheet->language, p->repair, 0);
    p->whole_lost = gp_take_words(p->sheet);
    p->lost_height =
        LINE_STEP * count_lines(GP_FONT_CAPTION, room - LOST_SIGN, LOST_LINES, p->lost);
    return GP_OK;
}

static gp_length row_height(const panel *p, uint32_t first)
{
    gp_length height = 0;
    for (uint32_t i = first; i < p->count && i < first + p->columns; i++)
        if (p->entries[i].height > height) height = p->entries[i].height;
    return height + ROW_GAP;
}

/* How many entries there is room for, in whole rows; `height` gets what they take. At least a row.
 */
static uint32_t count_shown(const panel *p, gp_length room, gp_length *height)
{
    uint32_t shown = 0;
    *height = 0;
    while (shown < p->count) {
        gp_length row = row_height(p, shown);
        bool is_last = shown + p->columns >= p->count;
        gp_length after = is_last ? 0 : LINE_STEP;
        if (room && shown && *height + row + after > room) break;
        *height += row;
        shown += p->columns;
    }
    return shown < p->count ? shown : p->count;
}

/* ---- drawing ---- */

static void open_entry(const gp_sheet *sheet, uint32_t number, const char *class_name,
                       const char *label, const char *const lines[3])
{
    gp_buffer *buffer = sheet->buffer;
    gp_add_text(buffer, "<g id=\"decision");
    if (number) {
        gp_add_text(buffer, "__");
        gp_add_number(buffer, number);
    } else {
        gp_add_text(buffer, "s__late");
    }
    gp_add_text(buffer, "\" class=\"");
    gp_add_text(buffer, class_name);
    gp_add_text(buffer, "\" role=\"group\" aria-label=\"");
    gp_svg_escape_short(buffer, label, 200);
    gp_add_text(buffer, "\">\n<title>");
    for (int i = 0; i < 3; i++) {
        if (!lines[i] || !*lines[i]) continue;
        if (i) gp_add_text(buffer, "\n");
        gp_svg_escape(buffer, lines[i], strlen(lines[i]));
    }
    gp_add_text(buffer, "</title>\n");
}

/* The text that is cut, and the whole of it, begin alike: so where it is cut the tooltip has the
 * rest. */
static void draw_entry(const panel *p, uint32_t i, gp_point at)
{
    const gp_sheet *sheet = p->sheet;
    const entry *e = &p->entries[i];
    gp_point pen = {at.x + p->indent, at.y + BASE};
    open_entry(sheet, i + 1, "decision", e->what,
               (const char *const[3]){e->what, e->when, e->whole});
    gp_draw_decision_number(sheet->buffer, i + 1, at);
    pen.y += WHAT_STEP * gp_draw_wrapped(sheet, GP_FONT_NAME, pen, words_width(p), WHAT_LINES,
                                         WHAT_STEP, e->what);
    pen.y += LINE_STEP * gp_draw_wrapped(sheet, GP_FONT_CAPTION, pen, words_width(p), WHEN_LINES,
                                         LINE_STEP, e->when);
    if (*e->uses)
        gp_draw_wrapped(sheet, GP_FONT_CAPTION, pen, words_width(p), USES_LINES, LINE_STEP,
                        e->uses);
    gp_add_text(sheet->buffer, "</g>\n");
}

static void draw_lost(const panel *p, gp_point at, gp_length room)
{
    const gp_sheet *sheet = p->sheet;
    if (!*p->lost) return;
    open_entry(sheet, 0, "lost", p->lost, (const char *const[3]){p->whole_lost});
    gp_svg_rectangle(sheet->buffer, "gap", (gp_point){at.x, at.y + GP_UNITS(2)},
                     (gp_point){LOST_SIGN - GP_UNITS(6), GP_UNITS(9)}, 0);
    gp_draw_wrapped(sheet, GP_FONT_CAPTION, (gp_point){at.x + LOST_SIGN, at.y + BASE},
                    room - LOST_SIGN, LOST_LINES, LINE_STEP, p->lost);
    gp_add_text(sheet->buffer, "</g>\n");
}

static void draw_more(const panel *p, uint32_t count, gp_point at)
{
    gp_language language = p->sheet->language;
    gp_buffer *scratch = p->sheet->scratch;
    gp_add_number(scratch, count);
    gp_add_text(scratch, count == 1
                             ? gp_say(language, " more decision: groeipad repair tells it",
                                      " besluit meer: groeipad repair noemt het")
                             : gp_say(language, " more decisions: groeipad repair tells them",
                                      " besluiten meer: groeipad repair noemt ze"));
    gp_svg_words(p->sheet->buffer, GP_FONT_CAPTION, (gp_point){at.x, at.y + BASE},
                 gp_take_words(p->sheet));
}

static void draw_rows(const panel *p, uint32_t shown, gp_point at)
{
    for (uint32_t row = 0; row < shown; row += p->columns) {
        for (uint32_t i = row; i < shown && i < row + p->columns; i++)
            draw_entry(p, i, (gp_point){at.x + (i - row) * (p->column + COLUMN_GAP), at.y});
        at.y += row_height(p, row);
    }
}

static const char *heading_of(const panel *p)
{
    gp_language language = p->sheet->language;
    if (p->count == 0) return gp_say(language, "No decisions", "Geen besluiten");
    if (p->count == 1) return gp_say(language, "The decision", "Het besluit");
    return gp_say(language, "Decisions, in the order in which they have to be taken",
                  "Besluiten, in de volgorde waarin ze genomen moeten worden");
}

gp_length gp_draw_decisions(const gp_sheet *sheet, const gp_roadmap *map, gp_length top,
                            gp_length room)
{
    if (!map->repair) return top;
    const gp_repair *repair = map->repair->asked->repair;
    gp_length width = sheet->width - 2 * GP_MARGIN, inner = width - 2 * PADDING, taken;
    panel p = {.sheet = sheet, .repair = repair, .count = repair->choice_count};
    if (gp_count_repaired(repair).late == 0) return top;
    if (fill(&p, inner) != GP_OK) return top;
    gp_length other = 2 * PADDING + HEADING + p.lost_height;
    uint32_t shown = count_shown(&p, room > other ? room - other : room, &taken);
    gp_length more = shown < p.count ? LINE_STEP : 0;
    gp_point pen = {GP_MARGIN + PADDING, top + PADDING};
    gp_add_text(sheet->buffer, "<g id=\"decisions\" class=\"decisions\" role=\"group\" "
                               "aria-label=\"");
    gp_add_text(sheet->buffer, gp_say(sheet->language, "Decisions", "Besluiten"));
    gp_add_text(sheet->buffer, "\">\n");
    gp_svg_rectangle(sheet->buffer, "ground", (gp_point){GP_MARGIN, top},
                     (gp_point){width, other + taken + more}, GP_UNITS(4));
    gp_svg_words(sheet->buffer, GP_FONT_NAME, (gp_point){pen.x, pen.y + BASE}, heading_of(&p));
    pen.y += HEADING;
    draw_rows(&p, shown, pen);
    pen.y += taken;
    if (more) draw_more(&p, p.count - shown, pen);
    pen.y += more;
    draw_lost(&p, pen, inner);
    gp_add_text(sheet->buffer, "</g>\n");
    return top + other + taken + more;
}
