/* SPDX-License-Identifier: MIT
 * --column: what the columns of somebody else's sheet are called. */
#ifndef GP_CSV_NAMES_H
#define GP_CSV_NAMES_H

#include "io/csv/csv_sheet.h"

/* Takes the option's OURS=THEIRS apart. Errors: GP_WRONG_OPTION (OURS is no column of ours),
 * GP_NO_MEMORY. */
gp_status gp_start_column_names(gp_records *records);

/* What a heading is called here: OURS where it is a THEIRS, NULL where it is an OURS that stands
 * for another heading now, else itself. */
const char *gp_name_of_heading(const gp_records *records, const char *heading);

/* Is it a THEIRS? From then on it is not missed. */
bool gp_is_named_column(gp_records *records, const char *heading);

/* A THEIRS that no sheet has. Errors: GP_WRONG_OPTION, GP_NO_MEMORY. */
gp_status gp_end_column_names(gp_records *records);

#endif
