/* SPDX-License-Identifier: MIT
 * How wide a text is, and where it wraps. Private to render. */
#ifndef GP_METRICS_H
#define GP_METRICS_H

#include "render/theme.h"

/* Width of size bytes of UTF-8 in a font, on the generous side: no common sans font is wider. */
gp_length gp_measure_text(const char *text, size_t size, gp_font font);

/* Width of the widest part of a text that a line break would not split. */
gp_length gp_measure_word(const char *text, gp_font font);

/* The same in thousandths of a tenth, not rounded up: for sums. */
gp_length gp_measure_milli(const char *text, size_t size, gp_font font);

/* True for East Asian characters, between which lines may break. */
bool gp_is_wide(uint32_t character);

/* True for characters that are drawn on the one before them. */
bool gp_is_combining(uint32_t character);

/* One line of a wrapped text. */
typedef struct gp_text_line {
    const char *text;
    size_t size;
    bool is_cut; /* more text follows: an ellipsis belongs after it, and fits */
} gp_text_line;

/* Breaks a text into at most `line_max` lines no wider than `width` and returns how many. Lines end
 * at spaces, and after a hyphen or slash within a word; never within a date, nor between a number
 * and its unit where that can be helped. A word that is wider than a line is cut, and an ellipsis
 * says so; the next line goes on with the next word. gp_is_whole: is nothing cut? Where something
 * is, the whole text should be a tooltip. Cost: O(length). */
uint32_t gp_wrap_text(const char *text, gp_font font, gp_length width, uint32_t line_max,
                      gp_text_line *lines);
bool gp_is_whole(const gp_text_line *lines, uint32_t count);

#endif
