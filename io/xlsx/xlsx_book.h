/* SPDX-License-Identifier: MIT
 * A workbook that is read: what its parts need of each other. */
#ifndef GP_XLSX_BOOK_H
#define GP_XLSX_BOOK_H

#include "io/record/record.h"
#include "io/xlsx/zip_read.h"
#include "io/xml/xml_read.h"

/* How a number is shown, as its style says. */
typedef enum gp_shown { GP_SHOWN_NUMBER, GP_SHOWN_PERCENT, GP_SHOWN_DAY, GP_SHOWN_TIME } gp_shown;

typedef struct gp_book_sheet {
    const char *name;
    const char *path; /* in the archive; NULL: it is no sheet of cells */
    bool is_hidden;
} gp_book_sheet;

typedef struct gp_book {
    gp_records *records;
    gp_job *job;
    gp_input *input;
    gp_zip *zip;
    gp_array sheets;    /* gp_book_sheet */
    gp_array strings;   /* const char *: the texts that cells share */
    gp_array styles;    /* uint8_t, a gp_shown: of each style of cells */
    bool is_1904;       /* days are counted from 1904-01-01, as on a Mac of old */
    uint32_t last_line; /* of the sheets read so far: rows of all sheets are counted on */
} gp_book;

/* All of these: what is broken is reported (GP101, GP805) and ends the reading with GP_INVALID.
 * Errors: that, GP_IO, GP_NO_MEMORY. */

/* Reads one file of the archive by a handler. A path that is not there is an error. */
gp_status gp_read_book_part(gp_book *book, const char *path, const gp_xml_handler *handler);

/* Which sheets there are, and where, the strings and the styles. */
gp_status gp_read_book(gp_book *book);
gp_status gp_read_book_strings(gp_book *book, const char *path);
gp_status gp_read_book_styles(gp_book *book, const char *path);

/* Reads the cells of a sheet and hands its rows over. *is_ours: its headings are a portfolio's;
 * *rows: that it has. */
gp_status gp_read_book_sheet(gp_book *book, const gp_book_sheet *sheet, bool *is_ours,
                             uint32_t *rows);

/* ---- values ---- */

/* How a number format shows a number: by its number, and the code of one of the file's own. */
gp_shown gp_shown_by_number(uint32_t number);
gp_shown gp_shown_by_code(const char *code);

/* A number of a cell as people would type it: "2026-01-05", "14:30", "50%", "0.5"; itself where it
 * is no number. Lives as long as `out`. */
#define GP_CELL_NUMBER_SIZE 64
const char *gp_cell_number(const gp_book *book, const char *text, gp_shown shown,
                           char out[GP_CELL_NUMBER_SIZE]);

/* A text without the escapes of SpreadsheetML: "_x000D_" is a line end. Appends it. */
void gp_add_unescaped(gp_buffer *to, const char *text);

#endif
