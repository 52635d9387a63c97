/* SPDX-License-Identifier: MIT
 * Answers in CSV as the spreadsheets of a language take them. Private to io. */
#ifndef GP_CSV_FINISH_H
#define GP_CSV_FINISH_H

#include "core/job.h"
#include "groeipad/io.h"

/* What stands between cells: as asked for, or as the language has it. Where it is a semicolon,
 * decimals have a comma. */
char gp_csv_separator(const gp_write_options *options);

/* Puts the separator in the place of the commas of a finished answer, with quotes around cells that
 * hold one, and a byte order mark before Dutch ones, or Excel takes them for another encoding. A
 * status that is not GP_OK, and an answer in another format, go back as they came. Errors:
 * GP_NO_MEMORY. Cost: O(size). */
gp_status gp_finish_csv(gp_job *job, const gp_write_options *options, gp_status status,
                        gp_output *out);

#endif
