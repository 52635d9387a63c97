/* SPDX-License-Identifier: MIT
 * The SVG painter: elements, numbers and escaped text into a buffer. Private to render. */
#ifndef GP_SVG_H
#define GP_SVG_H

#include "render/metrics.h"

typedef struct gp_point {
    gp_length x, y;
} gp_point;

/* Appends text for XML content or attributes: markup is escaped, and what XML or the eye
 * cannot bear (control characters, bytes that are no UTF-8, direction overrides) left out. */
void gp_svg_escape(gp_buffer *buffer, const char *text, size_t size);

/* The same, with at most `character_max` characters and an ellipsis where there are more. */
void gp_svg_escape_short(gp_buffer *buffer, const char *text, uint32_t character_max);

/* ` name="value"` of a length; x and y of a point. */
void gp_svg_length(gp_buffer *buffer, const char *name, gp_length value);
void gp_svg_point(gp_buffer *buffer, gp_point point);

/* One line of text that starts at `at` (the left end of its base line). Combining marks are
 * drawn up to GP_MARKS_MAX on one character. */
#define GP_MARKS_MAX 6
void gp_svg_text(gp_buffer *buffer, gp_font font, gp_point at, const gp_text_line *line);
void gp_svg_words(gp_buffer *buffer, gp_font font, gp_point at, const char *text);

/* Makes a link of what is drawn between the two; url NULL: nothing. */
void gp_svg_open_link(gp_buffer *buffer, const char *url);
void gp_svg_close_link(gp_buffer *buffer, const char *url);

/* One line of text of any class, with a text after it; right-aligned at `at` where is_end. */
void gp_svg_label(gp_buffer *buffer, const char *class_name, gp_point at, const gp_text_line *line,
                  const char *after, bool is_end);

/* Opens <path class="..." d=" and closes it; between them go gp_svg_move and gp_svg_line. */
void gp_svg_open_path(gp_buffer *buffer, const char *class_name);
void gp_svg_move(gp_buffer *buffer, gp_length x, gp_length y);
void gp_svg_line(gp_buffer *buffer, gp_length x, gp_length y);
void gp_svg_close_path(gp_buffer *buffer);

/* A rectangle with the corner radius `round`. */
void gp_svg_rectangle(gp_buffer *buffer, const char *class_name, gp_point at, gp_point size,
                      gp_length round);

/* A rectangle whose corners are cut off. */
void gp_svg_octagon(gp_buffer *buffer, const char *class_name, gp_point at, gp_point size,
                    gp_length cut);

/* A path through Bézier segments: points[0], then three for each segment. */
void gp_svg_curve(gp_buffer *buffer, const char *class_name, const gp_point *points,
                  uint32_t count);

/* An arrow head from the middle of its base to its tip. */
void gp_svg_head(gp_buffer *buffer, const char *class_name, gp_point base, gp_point tip);

#endif
