/* SPDX-License-Identifier: MIT
 * Text for a terminal: how wide a text is, tables that line up, paragraphs that wrap.
 * Private to io. */
#ifndef GP_TABLE_H
#define GP_TABLE_H

#include "core/job.h"

#define GP_TABLE_WIDTH 80 /* columns of a page where nobody says how wide it is */

/* How many columns a text takes: combining marks none, CJK and emoji two. */
size_t gp_terminal_width(const char *text);

/* How many of the `size` > 0 bytes are the first character of a text, its marks included; *width:
 * the columns that it takes. */
size_t gp_shown_character(const char *text, size_t size, size_t *width);

/* Texts that are NULL could not be made: they mark the buffer or the table as failed. */

/* Appends text with control characters shown as U+FFFD: a name in a portfolio must not be able
 * to steer somebody's terminal. */
void gp_add_shown(gp_buffer *buffer, const char *text);
void gp_add_shown_part(gp_buffer *buffer, const char *text, size_t size);

/* How many columns the page has that the buffer is written for. */
size_t gp_page_width(const gp_buffer *buffer);

/* Appends words, broken at spaces so that lines stay within the page; a word that no
 * line has room for stays whole, unless it is Chinese or the like. The first line goes on at column
 * `at`, later ones start at `indent`. Ends with a newline. */
void gp_add_wrapped(gp_buffer *buffer, const char *text, size_t at, size_t indent);

/* Appends `count` blanks. */
void gp_add_blanks(gp_buffer *buffer, size_t count);

typedef struct gp_column {
    const char *title;
    bool is_right;     /* numbers stand at the right */
    uint8_t drop;      /* where the table is too wide, the highest goes first, of equal ones the
                        * last; 0: never */
    uint16_t cut_to;   /* may be cut to this width, with an ellipsis; 0: never */
    const char *brief; /* a shorter title for where room is short; NULL: none */
} gp_column;

/* Columns that say what is said elsewhere as well: they go before a text is cut, the others
 * after. */
#define GP_GOES_BEFORE_CUT 10

/* Where no page is wide enough, texts are cut to this. */
#define GP_LEAST_CUT 8

#define GP_COLUMNS_MAX 32
typedef struct gp_table gp_table;

/* A table of the given columns (at most GP_COLUMNS_MAX), or NULL when memory ran out. */
gp_table *gp_new_table(gp_job *job, const gp_column *columns, size_t count);

/* Fills the next cell, row by row, from left to right. */
void gp_cell(gp_table *table, const char *text);
void gp_number_cell(gp_table *table, int64_t number);
void gp_days_cell(gp_table *table, int32_t days); /* "-" where unknown */
void gp_day_cell(gp_table *table, gp_day day);    /* "-" where none */

/* Appends the table with its titles, each line after `indent` blanks; columns that have no
 * text in any row are left out. */
void gp_add_table(gp_buffer *buffer, const gp_table *table, size_t indent);

/* Whether a column is there when the table is appended to this buffer at this indent. */
bool gp_shows_column(const gp_buffer *buffer, const gp_table *table, size_t column, size_t indent);

#endif
