/* SPDX-License-Identifier: MIT
 * Work that takes a while: a terminal shows how far it is, and Ctrl-C stops it and keeps what there
 * is. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/cli.h"

#include <signal.h>

typedef struct cli_progress {
    const cli_context *context;
    struct sigaction before; /* what Ctrl-C did */
    int timer;               /* -1: nothing is shown */
    size_t shown;            /* columns on the terminal */
} cli_progress;

/* From here Ctrl-C asks to stop; a second one ends the program at once. */
void cli_begin_progress(const cli_context *context, cli_progress *progress);

/* Has somebody asked to stop? */
bool cli_wants_to_stop(void);

/* Is it time to show how far it is? And shows it: a line, over the one before. */
bool cli_is_progress_due(const cli_progress *progress);
void cli_show_progress(cli_progress *progress, const char *line);

/* A gp_risk_progress; its object is the progress. */
bool cli_tell_progress(void *object, uint32_t done, uint32_t of);

/* Takes away what is shown. */
void cli_end_progress(cli_progress *progress);

#endif
