/* SPDX-License-Identifier: MIT
 * What every picture opens with: the svg element, title and desc for screen readers, the style
 * sheet, the page. Private to render. */
#ifndef GP_PAGE_H
#define GP_PAGE_H

#include "render/svg.h"

typedef struct gp_page {
    const char *name; /* of the view, for ids: "path" gives path-title */
    gp_language language;
    const char *title, *subtitle; /* in full */
    const char *reading;          /* how to read the picture, a sentence or more */
    gp_theme theme;
    gp_point size;
    const gp_style *style; /* of the view, or NULL */
    const gp_style *more;  /* beside it, or NULL */
} gp_page;

/* Everything up to what the picture itself draws; gp_close_page ends it. */
void gp_open_page(gp_buffer *buffer, const gp_page *page);
void gp_close_page(gp_buffer *buffer);

/* Draws a text in at most three lines no wider than `width` with its top left at `at`, all of it as
 * a tooltip where it is longer, and returns where it ends. */
gp_length gp_draw_lines(gp_buffer *buffer, gp_font font, gp_point at, gp_length width,
                        const char *text);

#endif
