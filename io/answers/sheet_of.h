/* SPDX-License-Identifier: MIT
 * An answer as a sheet: the rows and columns of its CSV, to choose from and to sort. So every
 * answer that has CSV can be asked for by its columns. Private to io. */
#ifndef GP_SHEET_OF_H
#define GP_SHEET_OF_H

#include "core/job.h"
#include "groeipad/io.h"

#define GP_SHEET_COLUMNS_MAX 32

typedef struct gp_sheet_cell {
    const char *text; /* what it holds */
    const char *raw;  /* as CSV has it; NULL: it is not in there */
    size_t raw_size;
} gp_sheet_cell;

typedef struct gp_answer_sheet {
    const char *headings[GP_SHEET_COLUMNS_MAX];
    size_t column_count;
    const gp_sheet_cell *cells; /* row by row */
    size_t row_count;
} gp_answer_sheet;

/* The sheet of a CSV text with commas, and where that has ids without names, a column "name" behind
 * them. Owner: the job; borrows from the text. Errors: GP_NO_MEMORY. Cost: O(length). */
gp_status gp_read_sheet_of(gp_job *job, const gp_portfolio *portfolio, const gp_output *csv,
                           gp_answer_sheet *out);

/* The column that a word names: by its heading, or what that is in Dutch; the size of the sheet's
 * columns where there is none. */
size_t gp_find_sheet_column(const gp_answer_sheet *sheet, const char *word);

/* The nearest name of a column, or NULL. */
const char *gp_nearest_sheet_column(const gp_answer_sheet *sheet, const char *word);

/* What people read in a cell: of a column that holds words of the format, those of the language. */
const char *gp_sheet_word(const char *heading, const char *text, gp_language language);

/* What people read above a column. Owner: the job, or static; NULL when memory ran out. */
const char *gp_sheet_title(gp_job *job, const char *heading, gp_language language);

#endif
