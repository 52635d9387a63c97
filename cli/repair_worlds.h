/* SPDX-License-Identifier: MIT
 * The portfolio of a command with measures taken. */
#ifndef CLI_REPAIR_WORLDS_H
#define CLI_REPAIR_WORLDS_H

#include "cli/cli.h"

typedef struct cli_repair_worlds {
    gp_repair_worlds worlds; /* for what asks core */
    cli_context *context;
    const gp_document *document;
    gp_job *job; /* that has read it, where the command has not; or NULL */
} cli_repair_worlds;

/* Opens them. Where the command keeps no document the files are read once more, so ask where there
 * are measures. Says on stderr why that cannot be. Close them in any case; not before what was
 * found with them is told. */
int cli_open_worlds(cli_context *context, cli_repair_worlds *out);
void cli_close_worlds(cli_repair_worlds *worlds);

#endif
