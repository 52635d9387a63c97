/* SPDX-License-Identifier: MIT
 * Labels of DOT: what Graphviz shows for them, and how a text is written so that it shows that. */
#ifndef GP_DOT_LABEL_H
#define GP_DOT_LABEL_H

#include "core/job.h"

/* What the escapes of a label stand for: \N, \G, \E (with \T and \H). NULL: nothing. */
typedef struct gp_dot_owner {
    const char *graph, *node, *tail, *head;
    bool is_directed;
} gp_dot_owner;

/* Is an attribute of this name a label? */
bool gp_is_dot_label(const char *name);

/* Appends what a label shows: entities are characters, "\n", "\l" and "\r" end a line, any other
 * character after a backslash is itself. Cost: O(length). */
void gp_add_shown_label(gp_buffer *buffer, const char *label, const gp_dot_owner *owner);

/* Appends a label, without quotes, that shows the text. */
void gp_add_label(gp_buffer *buffer, const char *text);

#endif
