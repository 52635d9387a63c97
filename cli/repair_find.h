/* SPDX-License-Identifier: MIT
 * From options to the cheapest measures. */
#ifndef CLI_REPAIR_FIND_H
#define CLI_REPAIR_FIND_H

#include "cli/repair_options.h"
#include "cli/repair_worlds.h"

/* Seeks them, for the portfolio of the context: on a terminal with a line that says how far it is.
 * Ctrl-C stops it, and the best so far is the answer. Says on stderr why there is none. Owner: the
 * job; the worlds must live as long. */
int cli_find_repair(cli_context *context, const cli_repair_args *asked,
                    const cli_repair_worlds *worlds, const gp_repair **out);

#endif
