/* SPDX-License-Identifier: MIT
 * The file of --layout: read before a picture is drawn, written when it has been. */
#ifndef CLI_LAYOUT_FILE_H
#define CLI_LAYOUT_FILE_H

#include "cli/cli.h"
#include "groeipad/render.h"

/* Returns what to exit with, and says on stderr why where it is not CLI_OK. A file that is not
 * there, or is empty, is one that will be made. */
int cli_read_layout(cli_context *context, const char *path, gp_path_view *view);

/* It will be written where the picture is, and not at all where nothing changed. */
void cli_keep_layout(cli_context *context, const char *path, const gp_path_view *view,
                     const gp_picture *picture);

#endif
