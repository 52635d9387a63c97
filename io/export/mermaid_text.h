/* SPDX-License-Identifier: MIT */
#ifndef GP_MERMAID_TEXT_H
#define GP_MERMAID_TEXT_H

#include "core/job.h"

/* Appends a name or a title so that every Mermaid diagram shows it as it is: what the grammar
 * would take for its own is written as its number (#58;). Control characters become blanks. */
void gp_add_mermaid_text(gp_buffer *buffer, const char *text);

#endif
