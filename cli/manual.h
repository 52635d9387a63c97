/* SPDX-License-Identifier: MIT
 * What help tells: on a terminal of 80 columns, or as the source of a page for man. What is
 * told is the same for both. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "cli/cli.h"

struct cli_manual {
    gp_language language;
    bool is_man;    /* roff, with the macros of man */
    bool *is_begun; /* of roff: the section has text, so that more of it is a paragraph */
};

/* The words in its language. */
const char *cli_manual_words(const cli_manual *manual, const char *english, const char *dutch);

void cli_manual_heading(const cli_manual *manual, const char *text);
void cli_manual_text(const cli_manual *manual, const char *text);

/* A line of a list: on a terminal the text begins at `column`. */
void cli_manual_item(const cli_manual *manual, const char *head, const char *text, size_t column);

/* A line as it stands, between cli_manual_begin_lines and cli_manual_end_lines. */
void cli_manual_begin_lines(const cli_manual *manual);
void cli_manual_line(const cli_manual *manual, const char *text);
void cli_manual_end_lines(const cli_manual *manual);

/* A command line, and what it tells. */
void cli_manual_example(const cli_manual *manual, const char *command, const char *shows);

/* Text in which nothing means anything to roff. */
void cli_print_roff(const char *text);

#endif
