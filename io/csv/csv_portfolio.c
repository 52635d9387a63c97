/* SPDX-License-Identifier: MIT
 * Writes a portfolio as CSV that a spreadsheet opens: all in one sheet, or one file for each kind
 * of rows. */
#include "io/csv/csv_table.h"

#include <string.h>

/* Would a spreadsheet run it, or would reading take an apostrophe away? */
static bool needs_guard(const char *text)
{
    text += strspn(text, "'");
    return *text && strchr("=+-@\t\r\n", *text);
}

static void print_cell(gp_buffer *out, const char *text, char separator, bool is_first)
{
    bool is_quoted = text[strcspn(text, ",;\t\"\r\n")] != '\0';
    if (!is_first) gp_add_bytes(out, &separator, 1);
    if (is_quoted) gp_add_text(out, "\"");
    if (needs_guard(text)) gp_add_text(out, "'");
    while (*text) {
        size_t plain = strcspn(text, "\"");
        gp_add_bytes(out, text, plain);
        text += plain;
        if (*text++ != '"') break;
        gp_add_text(out, "\"\"");
    }
    if (is_quoted) gp_add_text(out, "\"");
}

static void print_row(const gp_sheet_table *table, const gp_table_row *row, gp_language language,
                      char separator, gp_buffer *out)
{
    for (size_t i = 0; i < table->column_count + table->own_count; i++) {
        const gp_table_cell *cell = gp_find_table_cell(table, row, i);
        const char *text = cell ? cell->text : "";
        if (i < table->column_count && table->columns[i] == GP_COLUMN_KIND)
            text = gp_row_word(row->kind, language);
        print_cell(out, text, separator, i == 0);
    }
    gp_add_text(out, "\r\n");
}

gp_status gp_write_portfolio_csv(const gp_conversion *conversion, gp_output *out)
{
    const gp_convert_options *options = conversion->options;
    gp_language language = options->language;
    const gp_sheet_table *table;
    char separator = options->separator;
    if (!separator) separator = language == GP_DUTCH ? ';' : ',';
    /* Where ; separates, the point of decimals is a comma. */
    GP_TRY(gp_make_sheet_table(conversion, options->part, separator == ';' ? ',' : '.', &table));
    gp_buffer *buffer = gp_new_buffer(conversion->job);
    if (!buffer) return gp_no_memory(conversion->job);
    gp_add_text(buffer, "\xEF\xBB\xBF"); /* or Excel takes it for another encoding */
    for (size_t i = 0; i < table->column_count + table->own_count; i++)
        print_cell(buffer, gp_table_heading(table, i, language), separator, i == 0);
    gp_add_text(buffer, "\r\n");
    const gp_table_row *rows = table->rows.data;
    for (size_t i = 0; i < table->rows.count; i++)
        print_row(table, &rows[i], language, separator, buffer);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
