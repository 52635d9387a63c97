/* SPDX-License-Identifier: MIT
 * From rows to records: what the files that make them share. */
#ifndef GP_CSV_MAKER_H
#define GP_CSV_MAKER_H

#include "io/csv/csv_cell.h"

typedef struct gp_maker {
    gp_records *records;
    gp_sheets *sheets;
    gp_decoder decoder;
    gp_tree *tree;                  /* the decoder's */
    gp_array first, last;           /* uint32_t by number of an id: its requirements; GP_NONE */
    gp_array first_step, last_step; /* likewise: its rows of levels */
} gp_maker;

static inline gp_sheet_row *gp_row_at(const gp_maker *m, size_t index)
{
    return (gp_sheet_row *)m->sheets->rows.data + index;
}

static inline const gp_sheet_cell *gp_cells_of(const gp_maker *m, const gp_sheet_row *row)
{
    return (const gp_sheet_cell *)m->sheets->cells.data + row->first;
}

/* The cell of a row in a column that is of no step; NULL: it is empty. */
const gp_sheet_cell *gp_find_row_cell(const gp_maker *m, const gp_sheet_row *row, uint32_t column);

void gp_add_maker_key(gp_maker *m, const char *key, gp_spot spot);

/* The number of an id in the maker's lists, made when new. */
gp_status gp_number_of(gp_maker *m, const gp_sheet_cell *id, uint32_t *out);

/* csv_requires.c: the requirements and the rows of levels by the id that has them; what a record,
 * or a step of its (step > 0), requires: the cell, then the rows; and rows that no record took. */
gp_status gp_list_rows(gp_maker *m);
gp_status gp_add_requires(gp_maker *m, const gp_sheet_row *row, const gp_sheet_cell *cell,
                          uint8_t step);
bool gp_has_required_rows(const gp_maker *m, const gp_sheet_row *row, uint8_t step);
gp_status gp_report_untaken(gp_maker *m);

/* csv_levels.c: the `levels` of a capability. */
gp_status gp_add_levels(gp_maker *m, const gp_sheet_row *row);

/* The cells of a step that belong in an object of this name (NULL: in the record, or the level,
 * itself). */
gp_status gp_add_cells(gp_maker *m, const gp_sheet_row *row, const char *parent, uint8_t step);

/* csv_settings.c: rows of settings; those of the calendar make one. */
gp_status gp_emit_setting(gp_maker *m, const gp_sheet_row *row);
gp_status gp_emit_calendar(gp_maker *m);

#endif
