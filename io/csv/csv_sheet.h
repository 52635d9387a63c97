/* SPDX-License-Identifier: MIT
 * Rows of spreadsheets. They wait until all inputs are read, because what an intervention requires
 * may stand in other rows, and in another file. */
#ifndef GP_CSV_SHEET_H
#define GP_CSV_SHEET_H

#include "io/csv/csv_columns.h"
#include "io/record/record.h"

typedef struct gp_sheet_cell {
    uint32_t column;     /* a gp_sheet_column; or GP_NONE: of the user's own */
    const char *heading; /* of the user's own: the key */
    const char *text;
    gp_spot spot;
} gp_sheet_cell;

/* A row: its cells that hold something. */
typedef struct gp_sheet_row {
    gp_row_kind kind;
    uint32_t source;
    gp_spot spot;
    size_t first, count; /* cells */
    uint32_t next;       /* a requirement: the next one of the same id; GP_NONE: no more */
    bool is_taken;       /* a requirement: the record that has it was found */
} gp_sheet_row;

typedef struct gp_sheets {
    gp_array rows;  /* gp_sheet_row */
    gp_array cells; /* gp_sheet_cell */
} gp_sheets;

/* The sheets of the records, made where need be. NULL: memory ran out. */
gp_sheets *gp_need_sheets(gp_records *records);

#endif
