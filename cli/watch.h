/* SPDX-License-Identifier: MIT
 * --watch: the command once more, each time an input changes. */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include "cli/cli.h"

/* One run of what was parsed. Returns its exit code. */
typedef int cli_run_once(const cli_context *parsed, const void *args);

/* Runs, waits until an input has changed, and runs again; until Ctrl-C, which is exit code 0, or
 * until standard output takes nothing any more. Says on stderr why that cannot be. */
int cli_watch(const cli_context *parsed, const void *args, cli_run_once *run);

#endif
