/* SPDX-License-Identifier: MIT
 * Sheets: rows of cells, from CSV or from any other reader of spreadsheets. A reader says what
 * stands where:
 *
 *     gp_begin_worksheet(records, "Interventions", &sheet)       NULL: the input is one sheet
 *     gp_start_row(sheet, 1, spot)                           its number, as people see it
 *     gp_add_cell(sheet, 5, "2026-01-05", spot)              the fifth column, E
 *     gp_end_row(sheet)  ...  gp_end_worksheet(sheet)
 *
 * Cells are texts as people would type them: days as 2026-01-05, numbers with a point. The first
 * row with headings of ours says what the columns are. Spots ascend through all sheets of an input;
 * where a sheet has a name, people do not see them but the sheet, the column and the row.
 *
 * Rows wait until all inputs are read, because what an intervention requires may stand in other
 * rows, and in another file. Then gp_emit_sheets (io/formats.h) makes records of them. */
#ifndef GP_CSV_SHEET_H
#define GP_CSV_SHEET_H

#include "io/csv/csv_columns.h"
#include "io/record/record.h"

typedef struct gp_worksheet gp_worksheet;

#define GP_SHEET_COLUMNS_MAX 1000

/* Errors of all: GP_NO_MEMORY; what is wrong in the sheet is findings only. After a finding that
 * makes the rest of the sheet useless gp_is_broken, and what is added is left out. */
gp_status gp_begin_worksheet(gp_records *records, const char *name, gp_worksheet **out);
gp_status gp_start_row(gp_worksheet *sheet, uint32_t number, gp_spot spot);
gp_status gp_add_cell(gp_worksheet *sheet, uint32_t number, const char *text, gp_spot spot);
void gp_mark_number(gp_worksheet *sheet); /* the cell added last holds a number, and no text */
gp_status gp_end_row(gp_worksheet *sheet);
gp_status gp_end_worksheet(gp_worksheet *sheet);
bool gp_is_broken(const gp_worksheet *sheet);

/* How many columns the heading has; 0: no heading yet. */
uint32_t gp_sheet_width(const gp_worksheet *sheet);

/* ---- what is kept of them ---- */

/* What the heading of a column says. */
typedef struct gp_heading {
    const char *text; /* as the sheet has it; "" where it has none */
    const char *own;  /* the user's own key; or NULL */
    uint32_t column;  /* a gp_sheet_column; GP_NONE: of the user's own, or left out */
    uint8_t step;     /* of a capability's `levels`: the level that it is about; 0: of none */
    bool is_known;    /* false: its cells are left out */
    gp_spot spot;
} gp_heading;

typedef struct gp_sheet_cell {
    uint32_t column; /* a gp_sheet_column; or GP_NONE: of the user's own */
    uint32_t number; /* of the column in the sheet, from 1 */
    uint8_t step;
    bool is_number;      /* the file says so: a point in it is one of decimals */
    const char *heading; /* of the user's own: the key */
    const char *text;
    gp_spot spot;
} gp_sheet_cell;

/* A row: its cells that hold something. */
typedef struct gp_sheet_row {
    gp_row_kind kind; /* GP_ROW_KINDS: the heading, or a row that is left out */
    uint32_t source;
    uint32_t number; /* in the sheet, from 1 */
    gp_spot spot;
    const gp_worksheet *sheet;
    size_t first, count; /* cells */
    uint32_t next;       /* a requirement, or a level: the next of the same id; GP_NONE: no more */
    uint8_t step;        /* likewise: the level that it is about; 0: none */
    bool is_taken;       /* likewise: the record that has it was found */
} gp_sheet_row;

typedef struct gp_sheets {
    gp_array rows;                   /* gp_sheet_row */
    gp_array cells;                  /* gp_sheet_cell */
    struct gp_foreign_rows *foreign; /* rows of kinds that are left out: csv_foreign.c; or NULL */
    gp_sheet_row current;            /* the row that is being read; its sheet NULL: none */
    uint32_t current_column;         /* the column that is being read */
} gp_sheets;

/* One sheet while it is read, and its headings for as long as there are findings. */
struct gp_worksheet {
    gp_records *records;
    gp_sheets *all;
    uint32_t source;
    const char *name;
    gp_array headings; /* gp_heading, one a column */
    gp_row_kind kind;  /* of all rows; GP_ROW_KINDS: their first column says */
    gp_array waiting;  /* gp_raw_row: those before the heading was found, and the one being read */
    gp_array raw;      /* gp_raw_cell: theirs */
    struct gp_archi_list *model; /* it is a list of a model, which takes its rows; or NULL */
    bool has_heading, is_broken;
    bool is_optional; /* among others: without headings of ours it is left out, and not wrong */
};

typedef struct gp_raw_cell {
    uint32_t number;
    bool is_number;
    const char *text;
    gp_spot spot;
} gp_raw_cell;

typedef struct gp_raw_row {
    uint32_t number;
    size_t first, count;
    gp_spot spot;
} gp_raw_row;

/* The sheets of the records, made where need be, and known to the job for the cells of findings.
 * NULL: memory ran out. */
gp_sheets *gp_need_sheets(gp_records *records);

/* csv_heading.c: makes headings of a row, and finds out what kind of rows follow. */
gp_status gp_take_headings(gp_worksheet *sheet, const gp_raw_row *row);

/* Do the cells of a row tell, as headings, what kind of rows follow? A sheet among others may be
 * somebody's list with a `date` or a `type`: records have an id, measurements a dimension. */
bool gp_tells_kind(const gp_worksheet *sheet, const gp_raw_row *row);

/* Likewise, of a list whose columns somebody else understands. */
gp_status gp_name_headings(gp_worksheet *sheet, const gp_raw_row *row);

/* How many cells of a row are headings that are known. */
size_t gp_count_headings(const gp_worksheet *sheet, const gp_raw_row *row);

/* A sheet that is no use any more, by a finding (GP101). */
gp_status gp_refuse_sheet(gp_worksheet *sheet, gp_spot spot, gp_argument problem,
                          gp_argument expected);

#endif
