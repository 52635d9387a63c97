/* SPDX-License-Identifier: MIT
 * One cell as a value of a portfolio, and a value as a cell. */
#ifndef GP_CSV_CELL_H
#define GP_CSV_CELL_H

#include "io/csv/csv_sheet.h"
#include "io/tree.h"

/* Adds the value of a cell to a tree, all of it at the place of the cell. A cell that does not
 * have the shape that it should have is added as a text, which the tables of records then
 * report. */
void gp_decode_cell(gp_tree *tree, const gp_sheet_cell *cell, gp_cell_shape shape);

/* The next part of a cell up to a mark, without the blanks around it; false at the end. */
bool gp_next_part(const char **at, char mark, const char **part, size_t *size);

/* Writes a value as a cell into an empty buffer, with `point` as the decimal point. False: one
 * cell cannot hold it. */
bool gp_encode_cell(gp_buffer *out, const struct cJSON *value, gp_cell_shape shape, char point);

#endif
