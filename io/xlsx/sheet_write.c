/* SPDX-License-Identifier: MIT
 * A table as a sheet: cells with their types, a heading that stays in view and has a filter, and
 * columns as wide as what is in them. */
#include "io/xlsx/sheet_write.h"
#include "io/xml/xml_text.h"

#include <cjson/cJSON.h>
#include <string.h>

#define ROWS_MAX 1048576 /* of a sheet, its heading included */
#define TEXT_MAX 32767   /* of a cell, in units of UTF-16 */
#define WIDTH_MIN 8
#define WIDTH_MAX 60
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

typedef struct sheet {
    const gp_conversion *conversion;
    const gp_sheet_table *table;
    gp_language language;
    gp_buffer *out;
    size_t columns, rows; /* rows: that are written */
} sheet;

/* ---- what a cell may hold ---- */

/* How long a text is for Excel; *shown: characters, for the width of its column. */
static size_t measure(const char *text, size_t *shown)
{
    size_t units = 0, size = strlen(text);
    *shown = 0;
    for (size_t at = 0; at < size;) {
        uint32_t character;
        size_t length = gp_decode_utf8(text + at, size - at, &character);
        units += character > 0xFFFF && length ? 2 : 1;
        at += length ? length : 1;
        ++*shown;
    }
    return units;
}

/* Does a text look like a character that is written by its number, "_x0041_"? */
static bool is_escape(const char *at)
{
    if (at[0] != '_' || at[1] != 'x') return false;
    for (int i = 2; i < 6; i++)
        if (!at[i] || !strchr("0123456789abcdefABCDEF", at[i])) return false;
    return at[6] == '_';
}

/* A character that XML does not know is written by its number, "_x0001_"; so is the _ of a text
 * that looks like that. */
static bool needs_number(const char *at, uint32_t character)
{
    bool is_control = character < ' ' && !strchr("\t\n\r", (int)character);
    return is_control || character == 0xFFFE || character == 0xFFFF || is_escape(at);
}

static void add_text(gp_buffer *out, const char *text)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t left = strlen(text); left;) {
        uint32_t character;
        char one[8] = "";
        size_t length = gp_decode_utf8(text, left, &character);
        if (length == 0) length = 1;
        memcpy(one, text, length);
        if (needs_number(text, character)) {
            gp_add_text(out, "_x");
            for (int shift = 12; shift >= 0; shift -= 4)
                gp_add_bytes(out, &digits[character >> shift & 15], 1);
            gp_add_text(out, "_");
        } else {
            gp_add_xml_text(out, one);
        }
        text += length;
        left -= length;
    }
}

/* ---- cells ---- */

/* "AB12", or "$AB$12" with a mark. */
static void add_place(gp_buffer *out, const char *mark, size_t column, size_t row)
{
    char letters[8];
    size_t at = sizeof letters;
    for (column++; column; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    gp_add_text(out, mark);
    gp_add_bytes(out, letters + at, sizeof letters - at);
    gp_add_text(out, mark);
    gp_add_number(out, (int64_t)row);
}

static void start_cell(sheet *s, size_t column, size_t row, gp_sheet_style style, const char *type)
{
    gp_add_text(s->out, "<c r=\"");
    add_place(s->out, "", column, row);
    gp_add_text(s->out, "\"");
    if (style) gp_add_text(s->out, " s=\"");
    if (style) gp_add_number(s->out, style);
    if (style) gp_add_text(s->out, "\"");
    gp_add_text(s->out, type);
    gp_add_text(s->out, ">");
}

static void add_text_cell(sheet *s, size_t column, size_t row, gp_sheet_style style,
                          const char *text)
{
    start_cell(s, column, row, style, " t=\"inlineStr\"");
    gp_add_text(s->out, "<is><t xml:space=\"preserve\">");
    add_text(s->out, text);
    gp_add_text(s->out, "</t></is></c>");
}

static void add_value_cell(sheet *s, size_t column, size_t row, gp_sheet_style style,
                           const char *value)
{
    start_cell(s, column, row, style, "");
    gp_add_text(s->out, "<v>");
    gp_add_text(s->out, value);
    gp_add_text(s->out, "</v></c>");
}

/* The number that Excel has for a day; 0: it is before those that Excel counts right. */
static int64_t serial_of(const char *text)
{
    const int64_t first = 25569, least = 61; /* 1970-01-01; 1900-03-01 */
    gp_day day;
    if (!gp_parse_date(text, &day) || day + first < least) return 0;
    return day + first;
}

static gp_status add_cell(sheet *s, size_t column, size_t row, const gp_table_cell *cell)
{
    size_t shown;
    int64_t serial = cell->shape == GP_CELL_DAY ? serial_of(cell->text) : 0;
    if (cell->shape == GP_CELL_NUMBER) {
        add_value_cell(s, column, row, GP_STYLE_NUMBER, cell->text);
    } else if (serial) {
        start_cell(s, column, row, GP_STYLE_DAY, "");
        gp_add_text(s->out, "<v>");
        gp_add_number(s->out, serial);
        gp_add_text(s->out, "</v></c>");
    } else if (measure(cell->text, &shown) > TEXT_MAX) {
        const char *key = cell->node && cell->node->string ? cell->node->string
                                                           : gp_table_heading(s->table, column, 0);
        return gp_report_loss(s->conversion, cell->node, cell->subject, key);
    } else {
        add_text_cell(s, column, row, GP_STYLE_TEXT, cell->text);
    }
    return GP_OK;
}

static bool is_kind(const sheet *s, size_t column)
{
    return column < s->table->column_count && s->table->columns[column] == GP_COLUMN_KIND;
}

static gp_status add_row(sheet *s, size_t number)
{
    const gp_table_row *row = (const gp_table_row *)s->table->rows.data + number - 2;
    gp_add_text(s->out, "<row r=\"");
    gp_add_number(s->out, (int64_t)number);
    gp_add_text(s->out, "\">");
    for (size_t i = 0; i < s->columns; i++) {
        const gp_table_cell *cell = gp_find_table_cell(s->table, row, i);
        if (is_kind(s, i))
            add_text_cell(s, i, number, GP_STYLE_TEXT, gp_row_word(row->kind, s->language));
        else if (cell)
            GP_TRY(add_cell(s, i, number, cell));
    }
    gp_add_text(s->out, "</row>");
    return GP_OK;
}

static void add_heading(sheet *s)
{
    gp_add_text(s->out, "<row r=\"1\">");
    for (size_t i = 0; i < s->columns; i++)
        add_text_cell(s, i, 1, GP_STYLE_HEADING, gp_table_heading(s->table, i, s->language));
    gp_add_text(s->out, "</row>");
}

/* ---- columns ---- */

/* What people type below gets the type of the column. */
static gp_sheet_style style_of(const sheet *s, size_t column)
{
    size_t count;
    if (column >= s->table->column_count) return GP_STYLE_TEXT;
    switch (gp_sheet_columns(&count)[s->table->columns[column]].shape) {
    case GP_CELL_DAY: return GP_STYLE_DAY;
    case GP_CELL_NUMBER: return GP_STYLE_NUMBER;
    default: return GP_STYLE_TEXT;
    }
}

/* Columns are as wide as their longest text, within bounds. The arrow of a filter takes room. */
static void add_columns(sheet *s, size_t *widths)
{
    for (size_t i = 0; i < s->columns; i++) {
        measure(gp_table_heading(s->table, i, s->language), &widths[i]);
        widths[i] += 2;
        for (size_t k = 0; k < s->rows; k++) {
            size_t shown = 0;
            const gp_table_row *row = (const gp_table_row *)s->table->rows.data + k;
            const gp_table_cell *cell = gp_find_table_cell(s->table, row, i);
            if (cell) measure(cell->text, &shown);
            if (is_kind(s, i)) measure(gp_row_word(row->kind, s->language), &shown);
            if (shown > widths[i]) widths[i] = shown;
        }
        if (widths[i] < WIDTH_MIN) widths[i] = WIDTH_MIN;
        if (widths[i] > WIDTH_MAX) widths[i] = WIDTH_MAX;
    }
    gp_add_text(s->out, "<cols>");
    for (size_t i = 0; i < s->columns; i++) {
        const size_t numbers[] = {i + 1, i + 1, widths[i] + 1, style_of(s, i)};
        static const char *const names[] = {"<col min=\"", "\" max=\"", "\" width=\"",
                                            "\" style=\""};
        for (size_t k = 0; k < 4; k++) {
            gp_add_text(s->out, names[k]);
            gp_add_number(s->out, (int64_t)numbers[k]);
        }
        gp_add_text(s->out, "\" customWidth=\"1\"/>");
    }
    gp_add_text(s->out, "</cols>");
}

/* ---- the sheet ---- */

/* "Interventions: 12 rows below row 1048576". */
static gp_status report_rows(sheet *s, const char *title, size_t count)
{
    static const char *const words[] = {" rows of the sheet ", " regels van het werkblad "};
    gp_argument what = GP_WORDS(NULL, NULL);
    for (int language = 0; language < 2; language++) {
        gp_buffer *buffer = gp_new_buffer(s->conversion->job);
        size_t size;
        if (!buffer) return gp_no_memory(s->conversion->job);
        gp_add_number(buffer, (int64_t)count);
        gp_add_text(buffer, words[language]);
        gp_add_text(buffer, title);
        gp_add_text(buffer, language ? " na rij 1048576" : " beyond row 1048576");
        GP_TRY(gp_finish_buffer(buffer, &what.words.in[language], &size));
    }
    return gp_report_whole_loss(s->conversion, what);
}

static gp_status name_range(sheet *s, const char **out)
{
    gp_buffer *buffer = gp_new_buffer(s->conversion->job);
    size_t size;
    if (!buffer) return gp_no_memory(s->conversion->job);
    add_place(buffer, "$", 0, 1);
    gp_add_text(buffer, ":");
    add_place(buffer, "$", s->columns - 1, s->rows + 1);
    return gp_finish_buffer(buffer, out, &size);
}

gp_status gp_write_sheet(const gp_conversion *conversion, const gp_sheet_table *table,
                         const char *title, gp_buffer *out, const char **range)
{
    size_t widths[64 + GP_TABLE_OWN_MAX];
    sheet s = {.conversion = conversion,
               .table = table,
               .language = conversion->options->language,
               .out = out,
               .columns = table->column_count + table->own_count,
               .rows = table->rows.count};
    if (s.rows > ROWS_MAX - 1) {
        s.rows = ROWS_MAX - 1;
        GP_TRY(report_rows(&s, title, table->rows.count - s.rows));
    }
    GP_TRY(name_range(&s, range));
    gp_add_text(out, "<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView workbookViewId=\"0\">"
                     "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                     "state=\"frozen\"/></sheetView></sheetViews>");
    add_columns(&s, widths);
    gp_add_text(out, "<sheetData>");
    add_heading(&s);
    for (size_t i = 0; i < s.rows; i++) GP_TRY(add_row(&s, i + 2));
    gp_add_text(out, "</sheetData><autoFilter ref=\"A1:");
    add_place(out, "", s.columns - 1, s.rows + 1);
    gp_add_text(out, "\"/></worksheet>");
    return GP_OK;
}
