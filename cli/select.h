/* SPDX-License-Identifier: MIT
 * What of the findings is wanted. */
#ifndef CLI_SELECT_H
#define CLI_SELECT_H

#include "cli/cli.h"

typedef struct cli_selection {
    int order;    /* severity, file, code; -1: file */
    int severity; /* gp_severity: this one and worse; -1: all */
    cli_texts selected, ignored;
} cli_selection;

/* Says on stderr which word of --select or --ignore is about no code. */
int cli_judge_selection(const cli_context *context, const cli_selection *by);

/* Takes out of the job what is not selected and puts the rest in order. The errors because of which
 * there is no portfolio stay. Returns what to exit with where it is not CLI_OK. */
int cli_select_findings(cli_context *context, const cli_selection *by);

#endif
