/* SPDX-License-Identifier: MIT
 * A portfolio as a table, before it is written: in CSV, or as a sheet of a workbook. */
#ifndef GP_CSV_TABLE_H
#define GP_CSV_TABLE_H

#include "io/csv/csv_cell.h"
#include "io/formats.h"

#define GP_TABLE_OWN_MAX 96 /* columns of the user's own, and of levels in one table */

typedef struct gp_table_cell {
    uint32_t column;     /* a gp_sheet_column; or GP_NONE: of the user's own */
    const char *heading; /* of the user's own: the key */
    const char *text;
    gp_cell_shape shape;      /* of the text */
    const char *subject;      /* the id of the record that it is of; NULL: of none */
    const struct cJSON *node; /* in the document; NULL: it is no value there */
} gp_table_cell;

typedef struct gp_table_row {
    gp_row_kind kind;
    size_t first, count; /* cells that hold something */
} gp_table_row;

typedef struct gp_sheet_table {
    gp_array rows, cells; /* gp_table_row, gp_table_cell */
    uint32_t columns[64]; /* gp_sheet_column, in the order of the table */
    size_t column_count;
    const char *own[GP_TABLE_OWN_MAX]; /* headings of the user's own, and "level 2 lead time": their
                                          columns come last */
    uint32_t own_count;
} gp_sheet_table;

/* The rows of a part (one of gp_csv_parts; NULL: all in one), with `point` as the decimal point.
 * What has no cell is reported as lost. Errors: GP_NO_MEMORY. */
gp_status gp_make_sheet_table(const gp_conversion *conversion, const char *part, char point,
                              const gp_sheet_table **out);

/* Which kinds of rows are in a part: bits. NULL: all. */
uint16_t gp_kinds_of_part(const char *part);

/* The cell of a row in a column, from 0, or NULL: it is empty. What the row is has no cell. */
const gp_table_cell *gp_find_table_cell(const gp_sheet_table *table, const gp_table_row *row,
                                        size_t column);

const char *gp_table_heading(const gp_sheet_table *table, size_t column, gp_language language);

#endif
