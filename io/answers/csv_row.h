/* SPDX-License-Identifier: MIT
 * The cells and rows of answers in CSV, as RFC 4180 has it, over a gp_buffer. (Portfolios in CSV
 * are sheets: io/csv.) Private to io. */
#ifndef GP_CSV_ROW_H
#define GP_CSV_ROW_H

#include "core/job.h"
#include "groeipad/io.h"

typedef struct gp_csv {
    gp_buffer *buffer;
    bool needs_comma;
} gp_csv;

/* Cells of the row at hand; NULL, GP_NO_DAY and GP_NO_DAYS are empty cells. */
void gp_csv_text(gp_csv *csv, const char *text);
void gp_csv_number(gp_csv *csv, int64_t number);
void gp_csv_days(gp_csv *csv, int32_t days);
void gp_csv_day(gp_csv *csv, gp_day day);
void gp_csv_truth(gp_csv *csv, bool is_true);

/* Ends the row. */
void gp_csv_end(gp_csv *csv);

#endif
