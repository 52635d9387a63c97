/* SPDX-License-Identifier: MIT
 * Answers as the comment of a merge request: Markdown with tables. What users wrote is shown as
 * text, whatever it holds, and the whole fits into a comment. Private to io. */
#ifndef GP_MARKDOWN_H
#define GP_MARKDOWN_H

#include "core/job.h"
#include "groeipad/io.h"

#define GP_COMMENT_ROWS 50 /* of a table or a list */

/* A text of the user in a line or a cell: marks of Markdown and HTML as what they look like. */
void gp_add_safe(gp_buffer *buffer, const char *text);

/* No more rows, or a comment would be too long to be taken. */
bool gp_is_comment_full(const gp_buffer *buffer);

/* "and 12 more", where something else stands on the line, as within a cell. */
void gp_add_left_words(gp_buffer *buffer, gp_language language, uint32_t count);

/* The same on a line of its own, after `before`; nothing where there are none. */
void gp_add_left(gp_buffer *buffer, gp_language language, uint32_t count, const char *before);

/* What is collapsed until somebody opens it, under a title with a count. */
void gp_open_details(gp_buffer *buffer, const char *title, uint32_t count);
void gp_close_details(gp_buffer *buffer);

#endif
