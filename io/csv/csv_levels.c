/* SPDX-License-Identifier: MIT
 * The `levels` of a capability: from columns of its own row that name a level, from rows of the
 * kind level, and from rows that say what a level requires. */
#include "io/csv/csv_maker.h"

#include <string.h>

static const uint32_t none = GP_NONE;

/* The first row of levels of the record; GP_NONE: it has none. */
static uint32_t first_of(const gp_maker *m, const gp_sheet_row *row)
{
    const gp_sheet_cell *id = gp_find_row_cell(m, row, GP_COLUMN_ID);
    uint32_t number = id ? gp_find_name(m->decoder.ids, id->text, strlen(id->text)) : none;
    return number < m->first_step.count ? ((const uint32_t *)m->first_step.data)[number] : none;
}

static const gp_sheet_cell *find_step_cell(const gp_maker *m, const gp_sheet_row *row, uint8_t step,
                                           uint32_t column)
{
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    for (size_t i = 0; i < row->count; i++)
        if (cells[i].step == step && (column == GP_NONE || cells[i].column == column))
            return &cells[i];
    return NULL;
}

/* Is there a row of its own for the level? */
static bool has_level_row(const gp_maker *m, uint32_t first, uint8_t step)
{
    for (uint32_t at = first; at != GP_NONE; at = gp_row_at(m, at)->next)
        if (gp_row_at(m, at)->step == step) return true;
    return false;
}

/* Only `levels` of a capability have a column for a level: "level 2" with yes or no. */
static bool has_level(gp_maker *m, const gp_sheet_row *row, uint32_t rows, uint8_t step)
{
    static const char *const no[] = {"nee", "no", "0"};
    const gp_sheet_cell *cell = find_step_cell(m, row, step, GP_COLUMN_LEVEL);
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    for (size_t i = 0; i < row->count; i++)
        if (cells[i].step == step && &cells[i] != cell) return true;
    for (size_t i = 0; cell && i < 3; i++)
        if (gp_is_same_name(cell->text, no[i])) cell = NULL;
    if (cell && gp_says_something(&m->decoder, cell, "level", GP_CELL_NUMBER)) return true;
    return gp_has_required_rows(m, row, step) && !has_level_row(m, rows, step);
}

/* A level of columns in the row of its capability. */
static gp_status add_columns(gp_maker *m, const gp_sheet_row *row, uint8_t step)
{
    const gp_sheet_cell *cell = find_step_cell(m, row, step, GP_NONE);
    gp_spot spot = cell ? cell->spot : row->spot;
    gp_set_tree_source(m->tree, row->source);
    gp_open_node(m->tree, '{', spot);
    gp_add_maker_key(m, "level", spot);
    gp_add_number_node(m->tree, step, spot);
    GP_TRY(gp_add_cells(m, row, NULL, step));
    GP_TRY(gp_add_cells(m, row, "aspects", step));
    cell = find_step_cell(m, row, step, GP_COLUMN_REQUIRES);
    GP_TRY(gp_add_requires(m, row, cell, step));
    gp_set_tree_source(m->tree, row->source);
    gp_close_node(m->tree);
    return GP_OK;
}

/* A level that is a row. */
static gp_status add_row(gp_maker *m, const gp_sheet_row *row)
{
    const gp_sheet_cell *level = gp_find_row_cell(m, row, GP_COLUMN_STEP);
    if (!level) level = gp_find_row_cell(m, row, GP_COLUMN_LEVEL);
    gp_set_tree_source(m->tree, row->source);
    gp_open_node(m->tree, '{', row->spot);
    if (level) {
        gp_add_maker_key(m, "level", level->spot);
        GP_TRY(gp_decode_cell(&m->decoder, level, "level", GP_CELL_NUMBER));
    }
    GP_TRY(gp_add_cells(m, row, NULL, 0));
    GP_TRY(gp_add_cells(m, row, "aspects", 0));
    GP_TRY(gp_add_requires(m, row, gp_find_row_cell(m, row, GP_COLUMN_REQUIRES), row->step));
    gp_set_tree_source(m->tree, row->source);
    gp_close_node(m->tree);
    return GP_OK;
}

gp_status gp_add_levels(gp_maker *m, const gp_sheet_row *row)
{
    uint32_t rows = first_of(m, row);
    bool is_there = rows != GP_NONE;
    for (uint8_t step = 1; step <= GP_LEVEL_MAX; step++)
        is_there = is_there || has_level(m, row, rows, step);
    if (!is_there) return GP_OK;
    gp_add_maker_key(m, "levels", row->spot);
    gp_open_node(m->tree, '[', row->spot);
    for (uint8_t step = 1; step <= GP_LEVEL_MAX; step++)
        if (has_level(m, row, rows, step)) GP_TRY(add_columns(m, row, step));
    for (uint32_t at = rows; at != GP_NONE; at = gp_row_at(m, at)->next) {
        gp_row_at(m, at)->is_taken = true;
        GP_TRY(add_row(m, gp_row_at(m, at)));
    }
    gp_set_tree_source(m->tree, row->source);
    gp_close_node(m->tree);
    return GP_OK;
}
