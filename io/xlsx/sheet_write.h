/* SPDX-License-Identifier: MIT
 * One sheet of a workbook. */
#ifndef GP_SHEET_WRITE_H
#define GP_SHEET_WRITE_H

#include "io/csv/csv_table.h"

/* The numbers of the styles in xl/styles.xml. */
typedef enum gp_sheet_style {
    GP_STYLE_NUMBER,
    GP_STYLE_HEADING,
    GP_STYLE_TEXT, /* whatever is typed there stays text */
    GP_STYLE_DAY
} gp_sheet_style;

/* Appends the XML of a table as a sheet: its <worksheet>. *range: the cells that have a filter,
 * "$A$1:$F$12". A text that a cell cannot hold, and rows that a sheet cannot, are reported
 * (GP120). Errors: GP_NO_MEMORY. */
gp_status gp_write_sheet(const gp_conversion *conversion, const gp_sheet_table *table,
                         const char *title, gp_buffer *out, const char **range);

#endif
