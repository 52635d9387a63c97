/* SPDX-License-Identifier: MIT
 * Rows of kinds that are somebody else's. */
#ifndef GP_CSV_FOREIGN_H
#define GP_CSV_FOREIGN_H

#include "io/csv/csv_sheet.h"

/* Counts the row, whose kind this cell is, as one that is left out. Errors: GP_NO_MEMORY. */
gp_status gp_leave_out_row(gp_worksheet *sheet, const gp_raw_cell *kind);

/* Reports what was counted, a kind once (GP125; GP126 where the options are strict). */
gp_status gp_report_foreign_rows(gp_records *records);

#endif
