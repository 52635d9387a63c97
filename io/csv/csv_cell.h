/* SPDX-License-Identifier: MIT
 * One cell as a value of a portfolio, and a value as a cell. */
#ifndef GP_CSV_CELL_H
#define GP_CSV_CELL_H

#include "io/csv/csv_sheet.h"
#include "io/tree.h"

/* Adds what the cell says to a tree, everything in it at the place of the cell. What it should
 * have been, but is not, becomes a text: the tables of records then report it. */
void gp_decode_cell(gp_tree *tree, const gp_sheet_cell *cell, gp_cell_shape shape);

/* The next part of a cell up to a mark, without the blanks around it; false at the end. */
bool gp_next_part(const char **at, char mark, const char **part, size_t *size);

/* Writes a value as a cell into an empty buffer. False where it does not fit in one. `point`: of
 * decimals. */
bool gp_encode_cell(gp_buffer *out, const struct cJSON *value, gp_cell_shape shape, char point);

#endif
