/* SPDX-License-Identifier: MIT
 * CSV as RFC 4180 has it: cells and rows over a gp_buffer. Private to io. */
#ifndef GP_CSV_WRITE_H
#define GP_CSV_WRITE_H

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

/* The CSV files, one function per command. */
gp_status gp_csv_check(gp_job *job, gp_language language, gp_output *out);
gp_status gp_csv_plan(gp_job *job, const gp_schedule *schedule, gp_output *out);
gp_status gp_csv_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                      gp_output *out);
gp_status gp_csv_why(gp_job *job, const gp_schedule *schedule, uint32_t activity, gp_output *out);
gp_status gp_csv_clashes(gp_job *job, const gp_schedule *schedule, uint32_t remedies,
                         gp_output *out);
gp_status gp_csv_gaps(gp_job *job, const gp_schedule *schedule, const gp_portfolio *catalogue,
                      gp_output *out);
gp_status gp_csv_boards(gp_job *job, const gp_schedule *schedule, gp_output *out);
gp_status gp_csv_fit(gp_job *job, const gp_schedule *schedule, gp_output *out);
gp_status gp_csv_library(gp_job *job, const gp_schedule *schedule,
                         const gp_library_question *question, gp_output *out);
gp_status gp_csv_trace(gp_job *job, const gp_schedule *schedule, gp_output *out);
gp_status gp_csv_advice(gp_job *job, const gp_schedule *schedule, gp_language language,
                        gp_output *out);

#endif
