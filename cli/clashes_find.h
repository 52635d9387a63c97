/* SPDX-License-Identifier: MIT
 * Clashes, with the cheapest measures for each. */
#ifndef CLI_CLASHES_FIND_H
#define CLI_CLASHES_FIND_H

#include "cli/repair_worlds.h"

#define CLI_CLASHES_HELPED "20" /* for so many, the worst, it is sought what helps */

/* Finds them, with what helps where that takes no too long; says on stderr why it cannot. The
 * worlds are opened for it: close them in any case, when the clashes are told. */
int cli_find_clashes(cli_context *context, gp_clash_options *seeking, cli_repair_worlds *worlds,
                     gp_clashes *out);

#endif
