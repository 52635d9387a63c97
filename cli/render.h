/* SPDX-License-Identifier: MIT
 * Views: each is a row beside its code in cli/render_*.c, with options and help of its own
 * like a command. What all pictures share (format, file, delivery) is in picture.c. */
#ifndef CLI_RENDER_H
#define CLI_RENDER_H

#include "cli/cli.h"
#include "groeipad/render.h"

typedef enum cli_picture_format { CLI_SVG, CLI_DOT, CLI_PNG, CLI_PDF } cli_picture_format;

/* What every view has; an args struct of a view begins with it. */
typedef struct cli_picture_args {
    cli_common common;
    int theme;              /* gp_theme */
    uint32_t scale_percent; /* of images */
} cli_picture_args;

typedef struct cli_view {
    cli_command command; /* its name is "render NAME"; run is cli_run_view */
    bool has_dot;        /* it can also be written as DOT */
    /* Draws as SVG or DOT; returns CLI_OK, or says on stderr why not and returns what to exit
     * with. */
    int (*draw)(cli_context *context, const void *args, cli_picture_format format, gp_picture *out);
} cli_view;

/* The views, in the order in which help shows them; NULL ends the table. */
extern const cli_view *const cli_views[];
extern const cli_view cli_view_path, cli_view_roadmap, cli_view_map, cli_view_tension;
extern const cli_view cli_view_boards, cli_view_fit, cli_view_model, cli_view_sweep, cli_view_risk;

/* The word after "render " of a view; the view of such a word, NULL: there is none. */
const char *cli_view_name(const cli_view *view);
const cli_view *cli_find_view(const char *name);

/* Which picture is asked for and where it goes: the `run` of every view. */
int cli_run_view(cli_context *context, const void *args);

#endif
