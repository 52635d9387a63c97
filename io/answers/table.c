/* SPDX-License-Identifier: MIT
 * How is a table laid out in 80 columns? Every column gets the width of its widest cell. Where
 * that is too wide: gaps of one blank instead of two, then columns that may be cut are cut, then
 * columns that may be dropped are dropped. Ids and dates are never cut; a table of very long ids
 * is rather too wide than wrong. */
#include "io/answers/table.h"
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
    size_t width[GP_COLUMNS_MAX]; /* 0: left out */
    size_t gap;
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

static size_t total_width(const gp_table *table, const layout *fit, size_t indent)
{
    size_t width = indent;
    for (size_t i = 0; i < table->column_count; i++)
        if (fit->width[i]) width += fit->width[i] + fit->gap;
    return width > indent ? width - fit->gap : width;
}

static void measure(const gp_table *table, layout *fit)
{
    const char *const *cells = table->cells.data;
    for (size_t i = 0; i < table->cells.count; i++) {
        size_t width = gp_terminal_width(cells[i]);
        size_t column = i % table->column_count;
        if (width > fit->width[column]) fit->width[column] = width;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        size_t width = gp_terminal_width(table->columns[i].title);
        if (fit->width[i] && width > fit->width[i]) fit->width[i] = width;
    }
}

static void cut_columns(const gp_table *table, layout *fit, size_t indent)
{
    for (size_t i = 0; i < table->column_count; i++) {
        size_t width = total_width(table, fit, indent), least = table->columns[i].cut_to;
        if (width <= GP_TABLE_WIDTH || !least || fit->width[i] <= least) continue;
        size_t excess = width - GP_TABLE_WIDTH;
        fit->width[i] = fit->width[i] - least > excess ? fit->width[i] - excess : least;
    }
}

static void drop_columns(const gp_table *table, layout *fit, size_t indent)
{
    while (total_width(table, fit, indent) > GP_TABLE_WIDTH) {
        size_t worst = GP_COLUMNS_MAX;
        for (size_t i = 0; i < table->column_count; i++)
            if (fit->width[i] && table->columns[i].drop &&
                (worst == GP_COLUMNS_MAX || table->columns[i].drop > table->columns[worst].drop))
                worst = i;
        if (worst == GP_COLUMNS_MAX) return;
        fit->width[worst] = 0;
    }
}

static layout lay_out(const gp_table *table, size_t indent)
{
    layout fit = {.gap = 2};
    measure(table, &fit);
    if (total_width(table, &fit, indent) <= GP_TABLE_WIDTH) return fit;
    cut_columns(table, &fit, indent);
    if (total_width(table, &fit, indent) <= GP_TABLE_WIDTH) return fit;
    fit.gap = 1;
    drop_columns(table, &fit, indent);
    return fit;
}

/* Appends at most `width` columns of the text, the last one an ellipsis where it was cut. */
static void add_cut(gp_buffer *buffer, const char *text, size_t width)
{
    size_t end = 0, used = 0, size = strlen(text);
    while (end < size) {
        size_t wide, length = gp_shown_character(text + end, size - end, &wide);
        if (used + wide > width - 1) break;
        used += wide;
        end += length;
    }
    gp_add_shown(buffer, gp_copy_text(buffer->job, text, end));
    gp_add_text(buffer, "…");
    gp_add_blanks(buffer, width - used - 1);
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
    layout fit = lay_out(table, indent);
    for (size_t i = 0; i < table->column_count; i++) titles[i] = table->columns[i].title;
    gp_add_blanks(buffer, indent);
    add_row(buffer, table, &fit, titles);
    for (size_t i = 0; i + table->column_count <= table->cells.count; i += table->column_count) {
        gp_add_blanks(buffer, indent);
        add_row(buffer, table, &fit, cells + i);
    }
}

bool gp_shows_column(const gp_table *table, size_t column, size_t indent)
{
    return lay_out(table, indent).width[column] != 0;
}
