/* SPDX-License-Identifier: MIT
 * What a command reads: its files, an older version, and what its options name. One list for
 * everybody who asks: what may not be written over, what --watch looks after. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "cli/cli.h"

/* Is the value of the option a file? */
bool cli_names_files(const cli_option *option);

/* Calls visit with each; is_own: the command writes it anew as well. Stops at the first answer that
 * is not CLI_OK, and returns it. */
typedef int cli_visit_input(void *object, const char *name, bool is_own);
int cli_each_input(const cli_context *context, cli_visit_input *visit, void *object);

#endif
