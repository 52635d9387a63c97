/* SPDX-License-Identifier: MIT
 * --against: the older version that a picture is held against. */
#ifndef CLI_AGAINST_H
#define CLI_AGAINST_H

#include "cli/versions.h"
#include "groeipad/render.h"

/* The row of a view that can be held against one. */
#define CLI_AGAINST                                                                                \
    {                                                                                              \
        .name = "against", .kind = CLI_TEXT, .field = offsetof(cli_common, against),               \
        .value = "FILE", .summary = {                                                              \
            "also where things stood in this older version (a file, or REV:FILE of git), what is " \
            "new and what is gone",                                                                \
            "ook waar alles stond in deze oudere versie (een bestand, of REV:FILE van git), wat "  \
            "nieuw is en wat vervallen"                                                            \
        }                                                                                          \
    }

typedef struct cli_against {
    cli_version version;
    gp_filter filter;
    const char **words; /* owners, tags and capabilities that it knows, of those asked for */
    size_t word_count;
    uint8_t *nobody; /* what it lets through where it knows nobody who is asked for */
    gp_older older;
} cli_against;

/* Opens the version that --against asks for, and finds what moved; *older: NULL where none is asked
 * for. Where it cannot be read all is said, and the exit code is what comes back. Close it in any
 * case, after the picture is drawn. */
int cli_open_against(cli_context *context, cli_against *out, const gp_older **older);
void cli_close_against(cli_against *against);

#endif
