/* SPDX-License-Identifier: MIT
 * The cells of a row as members of a record, or of a level of it. */
#include "io/csv/csv_maker.h"

#include <string.h>

const gp_sheet_cell *gp_find_row_cell(const gp_maker *m, const gp_sheet_row *row, uint32_t column)
{
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    for (size_t i = 0; i < row->count; i++)
        if (cells[i].column == column && cells[i].step == 0) return &cells[i];
    return NULL;
}

void gp_add_maker_key(gp_maker *m, const char *key, gp_spot spot)
{
    gp_add_key(m->tree, key, strlen(key), spot);
}

/* ---- members ---- */

/* Is it about something else than a member of the record: its kind, what it requires? */
static bool is_told_elsewhere(const gp_sheet_cell *cell)
{
    return cell->column == GP_COLUMN_KIND || cell->column == GP_COLUMN_REQUIRES;
}

/* Of a level the row says elsewhere whose it is, and which. */
static bool is_member(const gp_sheet_row *row, const gp_sheet_cell *cell, uint8_t step)
{
    if (cell->step != step || is_told_elsewhere(cell)) return false;
    bool is_level = row->kind == GP_ROW_LEVEL || step;
    bool says_which = cell->column == GP_COLUMN_ID || cell->column == GP_COLUMN_LEVEL ||
                      cell->column == GP_COLUMN_STEP;
    return !is_level || !says_which;
}

static gp_status add_cell(gp_maker *m, const gp_sheet_cell *cell)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    bool is_own = cell->column == GP_NONE;
    const char *key = is_own ? cell->heading : columns[cell->column].key;
    gp_cell_shape shape = is_own ? GP_CELL_OWN : columns[cell->column].shape;
    gp_add_maker_key(m, key, cell->spot);
    return gp_decode_cell(&m->decoder, cell, key, shape);
}

static bool is_given(gp_maker *m, const gp_sheet_cell *cell)
{
    size_t count;
    if (cell->column == GP_NONE) return true;
    const gp_sheet_column *column = gp_sheet_columns(&count) + cell->column;
    return gp_says_something(&m->decoder, cell, column->key, column->shape);
}

gp_status gp_add_cells(gp_maker *m, const gp_sheet_row *row, const char *parent, uint8_t step)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    bool is_open = false;
    for (size_t i = 0; i < row->count; i++) {
        const char *own = cells[i].column == GP_NONE ? NULL : columns[cells[i].column].parent;
        bool is_here = parent ? own && strcmp(own, parent) == 0 : own == NULL;
        if (!is_here || !is_member(row, &cells[i], step) || !is_given(m, &cells[i])) continue;
        if (parent && !is_open) {
            gp_add_maker_key(m, parent, cells[i].spot);
            gp_open_node(m->tree, '{', cells[i].spot);
            is_open = true;
        }
        GP_TRY(add_cell(m, &cells[i]));
    }
    if (is_open) gp_close_node(m->tree);
    return GP_OK;
}
