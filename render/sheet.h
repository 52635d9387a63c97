/* SPDX-License-Identifier: MIT
 * A sheet: a picture of panels with words, which is drawn from top to bottom and is as tall as
 * that makes it. What all views share. Private to render. */
#ifndef GP_SHEET_H
#define GP_SHEET_H

#include "render/page.h"
#include "render/texts.h"

typedef struct gp_sheet {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_portfolio *portfolio;
    gp_language language;
    gp_buffer *buffer;  /* what is drawn */
    gp_buffer *scratch; /* words in the making; see gp_take_words */
    gp_length width;    /* of the page */
    gp_length corner;   /* of that, what the title leaves free at its end */
    gp_page page;       /* title, subtitle, reading, style: what the view has to say of itself */
} gp_sheet;

/* Makes the buffers. Errors: GP_NO_MEMORY. */
gp_status gp_start_sheet(gp_sheet *sheet, gp_job *job, const gp_schedule *schedule,
                         gp_language language);

/* Draws title and subtitle of sheet->page, and returns where they end. */
gp_length gp_draw_sheet_head(const gp_sheet *sheet);

/* Puts what was drawn on a page that is `height` tall. */
gp_status gp_finish_sheet(gp_sheet *sheet, gp_length height, gp_picture *out);

/* The words in scratch, kept, and scratch empty again; "" where memory ran out. */
const char *gp_take_words(const gp_sheet *sheet);

/* Draws a text on one line no wider than `width`, with an ellipsis where it is longer; class_name:
 * NULL, or what is to stand beside that of the font. is_end: `at` is its right end. */
void gp_draw_cut(const gp_sheet *sheet, gp_font font, const char *class_name, gp_point at,
                 gp_length width, const char *text, bool is_end);

/* Draws a text in at most line_max (at most GP_SHEET_LINES) lines under each other, the first with
 * its base line at at.y, and returns how many there are. */
#define GP_SHEET_LINES 4
uint32_t gp_draw_wrapped(const gp_sheet *sheet, gp_font font, gp_point at, gp_length width,
                         uint32_t line_max, gp_length step, const char *text);

/* Opens a group <g id="PREFIX__ID" class role="group" aria-label>, with a title in full; ended by
 * gp_close_item. id NULL: the prefix alone. */
typedef struct gp_item_words {
    const char *prefix, *id, *class_name;
    const char *role;  /* NULL: "group" */
    const char *label; /* short: for a screen reader */
    const char *title; /* in full: the tooltip; NULL: the label */
    bool is_activity;  /* the tooltip is that of the activity below, and it is a link if it has
                          one; `title` stands above it where it is not NULL */
    uint32_t activity;
} gp_item_words;
void gp_open_item(const gp_sheet *sheet, const gp_item_words *words);
void gp_close_item(const gp_sheet *sheet, const gp_item_words *words);

/* Shapes that say how urgent: a triangle that stands on its side, filled, with its left lower
 * corner at `at` (behind); one that points on (ahead). */
void gp_draw_behind(gp_buffer *buffer, gp_point at);
void gp_draw_ahead(gp_buffer *buffer, gp_point at);
#define GP_SIGN_SIZE GP_UNITS(10)

#endif
