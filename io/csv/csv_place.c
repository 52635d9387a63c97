/* SPDX-License-Identifier: MIT
 * Where in a spreadsheet is a place? Findings ask that, whoever makes them: rows and cells lie in
 * the order in which they were read, so a place is found by halving. */
#include "io/csv/csv_sheet.h"

#include <string.h>

static int compare(uint32_t source, gp_spot spot, gp_place place)
{
    if (source != place.source) return source < place.source ? -1 : 1;
    if (spot.line != place.line) return spot.line < place.line ? -1 : 1;
    return (spot.column > place.column) - (spot.column < place.column);
}

/* The last row that begins at the place or before it; NULL: none of that input. */
static const gp_sheet_row *find_row(const gp_sheets *sheets, gp_place place)
{
    const gp_sheet_row *rows = sheets->rows.data;
    size_t low = 0, high = sheets->rows.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(rows[middle].source, rows[middle].spot, place) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low && rows[low - 1].source == place.source ? &rows[low - 1] : NULL;
}

/* The cell of the row that begins at the place or before it; NULL: the place is the row's. */
static const gp_sheet_cell *find_cell(const gp_sheets *sheets, const gp_sheet_row *row,
                                      gp_place place)
{
    const gp_sheet_cell *cells = (const gp_sheet_cell *)sheets->cells.data + row->first;
    size_t low = 0, high = row->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(row->source, cells[middle].spot, place) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &cells[low - 1] : NULL;
}

/* The heading of a column, by its number from 1; NULL: there is none. */
static const char *heading_at(const gp_worksheet *sheet, uint32_t number)
{
    if (number == 0 || number > sheet->headings.count) return NULL;
    const char *text = ((const gp_heading *)sheet->headings.data)[number - 1].text;
    return text[0] ? text : NULL;
}

/* The number of the column that a key of a record has; 0: none. */
static uint32_t column_of(const gp_worksheet *sheet, const char *key)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const gp_heading *headings = sheet->headings.data;
    for (uint32_t i = 0; i < sheet->headings.count; i++) {
        bool is_ours = headings[i].column != GP_NONE && headings[i].step == 0;
        if (is_ours && strcmp(columns[headings[i].column].key, key) == 0) return i + 1;
    }
    return 0;
}

/* What a row of settings is about stands in another cell than its value. */
static const char *setting_of(const gp_sheets *sheets, const gp_sheet_row *row)
{
    const gp_sheet_cell *cells = (const gp_sheet_cell *)sheets->cells.data + row->first;
    for (size_t i = 0; row->kind == GP_ROW_SETTING && i < row->count; i++)
        if (cells[i].column == GP_COLUMN_ID) return cells[i].text;
    return NULL;
}

static bool find(const void *object, gp_place place, const char *key, gp_cell_place *out)
{
    const gp_sheets *sheets = object;
    const gp_sheet_row *current = &sheets->current;
    bool is_current = current->sheet && compare(current->source, current->spot, place) <= 0;
    const gp_sheet_row *row = is_current ? current : find_row(sheets, place);
    if (!row) return false;
    *out = (gp_cell_place){.sheet = row->sheet->name, .row = row->number};
    if (key) {
        out->column = column_of(row->sheet, key);
        out->heading = heading_at(row->sheet, out->column);
        return out->heading != NULL;
    }
    if (is_current) {
        out->column = sheets->current_column;
        out->heading = heading_at(row->sheet, out->column);
        return true;
    }
    const gp_sheet_cell *cell = find_cell(sheets, row, place);
    if (!cell) return true;
    const char *setting = cell->column == GP_COLUMN_VALUE ? setting_of(sheets, row) : NULL;
    out->column = cell->number;
    out->text = cell->text;
    out->heading = setting ? setting : heading_at(row->sheet, cell->number);
    return true;
}

gp_sheets *gp_need_sheets(gp_records *records)
{
    if (records->sheets) return records->sheets;
    gp_sheets *sheets = GP_NEW(records->job, gp_sheets, 1);
    if (!sheets) return NULL;
    sheets->rows.size = sizeof(gp_sheet_row);
    sheets->cells.size = sizeof(gp_sheet_cell);
    gp_set_cells(records->job, find, sheets);
    return records->sheets = sheets;
}
