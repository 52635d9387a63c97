/* SPDX-License-Identifier: MIT
 * How is a table laid out on a page? Every column gets the width of its widest cell. Where that is
 * too wide, columns give way in this order:
 *
 *   1. titles: the brief ones in place of the long
 *   2. columns that say what is said elsewhere as well (drop >= GP_GOES_BEFORE_CUT)
 *   3. texts that may be cut, the widest first, each to its own least
 *   4. gaps: one blank in place of two
 *   5. the other columns that may go
 *   6. texts once more, to GP_LEAST_CUT
 *
 * After each column that goes, what is left is laid out anew, so what gave way before it comes back
 * where there is room for it now. Dates and numbers are never cut; a table of too many of them is
 * rather too wide than wrong. */
#include "io/answers/table.h"
#include "groeipad/portfolio.h"
#include "io/answers/words.h"

#include <string.h>

struct gp_table {
    gp_job *job;
    gp_column columns[GP_COLUMNS_MAX];
    size_t column_count;
    gp_array cells; /* const char *, row by row */
    bool has_failed;
};

typedef struct layout {
    size_t room;                   /* what all of it may take */
    size_t widest[GP_COLUMNS_MAX]; /* of the cells; 0: there are none, or it was left out */
    size_t width[GP_COLUMNS_MAX];  /* as it is laid out */
    size_t gap;
    bool is_brief; /* titles */
} layout;

gp_table *gp_new_table(gp_job *job, const gp_column *columns, size_t count)
{
    gp_table *table = GP_NEW(job, gp_table, 1);
    if (!table) return NULL;
    table->job = job;
    table->column_count = count;
    table->cells.size = sizeof(const char *);
    memcpy(table->columns, columns, count * sizeof *columns);
    return table;
}

void gp_cell(gp_table *table, const char *text)
{
    if (!text || !gp_push(table->job, &table->cells, &text, 1)) table->has_failed = true;
}

void gp_number_cell(gp_table *table, int64_t number)
{
    gp_cell(table, gp_number_text(table->job, number));
}

void gp_days_cell(gp_table *table, int32_t days)
{
    gp_cell(table, days == GP_NO_DAYS ? "-" : gp_number_text(table->job, days));
}

void gp_day_cell(gp_table *table, gp_day day)
{
    gp_cell(table, gp_day_text(table->job, day));
}

static const char *title_of(const gp_column *column, bool is_brief)
{
    return is_brief && column->brief ? column->brief : column->title;
}

static void measure(const gp_table *table, layout *fit)
{
    const char *const *cells = table->cells.data;
    for (size_t i = 0; i < table->cells.count; i++) {
        size_t width = gp_terminal_width(cells[i]);
        size_t column = i % table->column_count;
        if (width > fit->widest[column]) fit->widest[column] = width;
    }
}

/* How much wider it is than the page. */
static size_t excess(const gp_table *table, const layout *fit)
{
    size_t width = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (fit->width[i]) width += fit->width[i] + (width ? fit->gap : 0);
    return width > fit->room ? width - fit->room : 0;
}

/* Gives every column what it needs, with such gaps and titles. */
static bool spread(const gp_table *table, layout *fit, size_t gap, bool is_brief)
{
    fit->gap = gap;
    fit->is_brief = is_brief;
    for (size_t i = 0; i < table->column_count; i++) {
        size_t title = gp_terminal_width(title_of(&table->columns[i], is_brief));
        fit->width[i] = fit->widest[i] && title > fit->widest[i] ? title : fit->widest[i];
    }
    return excess(table, fit) == 0;
}

/* Cuts texts by what is too much, a column at a time from the widest, to their least. */
static bool cut(const gp_table *table, layout *fit, bool is_last_resort)
{
    for (size_t over = excess(table, fit); over > 0; over--) {
        size_t widest = GP_COLUMNS_MAX;
        for (size_t i = 0; i < table->column_count; i++) {
            size_t least = table->columns[i].cut_to;
            if (is_last_resort && least > GP_LEAST_CUT) least = GP_LEAST_CUT;
            if (!least || fit->width[i] <= least) continue;
            if (widest == GP_COLUMNS_MAX || fit->width[i] > fit->width[widest]) widest = i;
        }
        if (widest == GP_COLUMNS_MAX) return false;
        fit->width[widest]--;
    }
    return true;
}

static bool fits_uncut(const gp_table *table, layout *fit)
{
    return spread(table, fit, 2, false) || spread(table, fit, 2, true);
}

static bool fits_cut(const gp_table *table, layout *fit)
{
    return fits_uncut(table, fit) || cut(table, fit, false) || spread(table, fit, 1, true) ||
           cut(table, fit, false);
}

/* Leaves out the column that goes first of those from `least` on; false: none is left. */
static bool drop(const gp_table *table, layout *fit, uint8_t least)
{
    size_t worst = GP_COLUMNS_MAX;
    for (size_t i = 0; i < table->column_count; i++)
        if (fit->widest[i] && table->columns[i].drop >= least &&
            (worst == GP_COLUMNS_MAX || table->columns[i].drop >= table->columns[worst].drop))
            worst = i;
    if (worst == GP_COLUMNS_MAX) return false;
    fit->widest[worst] = 0;
    return true;
}

static layout lay_out(const gp_buffer *buffer, const gp_table *table, size_t indent)
{
    size_t page = gp_page_width(buffer);
    layout fit = {.room = page > indent ? page - indent : 1};
    measure(table, &fit);
    do
        if (fits_uncut(table, &fit)) return fit;
    while (drop(table, &fit, GP_GOES_BEFORE_CUT));
    do
        if (fits_cut(table, &fit)) return fit;
    while (drop(table, &fit, 1));
    cut(table, &fit, true);
    return fit;
}

/* How many bytes at its end tell the level of a step, as in "Customer view (2)". */
static size_t level_size(const char *text, size_t size)
{
    bool has_level = size > 4 && text[size - 1] == ')' && text[size - 2] >= '1' &&
                     text[size - 2] <= '0' + GP_LEVEL_MAX && memcmp(text + size - 4, " (", 2) == 0;
    return has_level ? 4 : 0;
}

/* Appends at most `width` columns of the text, with an ellipsis where it was cut: at its end, but
 * before the level of a step. */
static void add_cut(gp_buffer *buffer, const char *text, size_t width)
{
    size_t end = 0, used = 0, size = strlen(text), level = level_size(text, size);
    if (level + 2 > width) level = 0;
    while (end < size) {
        size_t wide, length = gp_shown_character(text + end, size - end, &wide);
        if (used + wide + level + 1 > width) break;
        used += wide;
        end += length;
    }
    gp_add_shown_part(buffer, text, end);
    gp_add_text(buffer, "…");
    gp_add_bytes(buffer, text + size - level, level);
    gp_add_blanks(buffer, width - used - level - 1);
}

static void add_cell(gp_buffer *buffer, const char *text, size_t width, bool is_right)
{
    size_t has = gp_terminal_width(text);
    if (has > width) {
        add_cut(buffer, text, width);
        return;
    }
    if (is_right) gp_add_blanks(buffer, width - has);
    gp_add_shown(buffer, text);
    if (!is_right) gp_add_blanks(buffer, width - has);
}

/* A line ends at its last character: blanks at the end would show up in every difference. */
static void end_line(gp_buffer *buffer)
{
    const char *bytes = buffer->bytes.data;
    while (buffer->bytes.count && bytes[buffer->bytes.count - 1] == ' ') buffer->bytes.count--;
    gp_add_bytes(buffer, "\n", 1);
}

static void add_row(gp_buffer *buffer, const gp_table *table, const layout *fit,
                    const char *const *cells)
{
    bool is_first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        if (!fit->width[i]) continue;
        if (!is_first) gp_add_blanks(buffer, fit->gap);
        is_first = false;
        add_cell(buffer, cells[i], fit->width[i], table->columns[i].is_right);
    }
    end_line(buffer);
}

void gp_add_table(gp_buffer *buffer, const gp_table *table, size_t indent)
{
    const char *titles[GP_COLUMNS_MAX];
    const char *const *cells = table->cells.data;
    if (table->has_failed) buffer->has_failed = true;
    if (table->cells.count == 0 || table->has_failed) return;
    layout fit = lay_out(buffer, table, indent);
    for (size_t i = 0; i < table->column_count; i++)
        titles[i] = title_of(&table->columns[i], fit.is_brief);
    gp_add_blanks(buffer, indent);
    add_row(buffer, table, &fit, titles);
    for (size_t i = 0; i + table->column_count <= table->cells.count; i += table->column_count) {
        gp_add_blanks(buffer, indent);
        add_row(buffer, table, &fit, cells + i);
    }
}

bool gp_shows_column(const gp_buffer *buffer, const gp_table *table, size_t column, size_t indent)
{
    return lay_out(buffer, table, indent).width[column] != 0;
}
