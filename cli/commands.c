/* SPDX-License-Identifier: MIT
 * The table of commands, in the order in which help shows them. */
#include "cli/cli.h"
#include "cli/commands.h"

#include <string.h>

/* One per line, so that additions merge. */
/* clang-format off */
const cli_command *const cli_commands[] = {
    &cli_check,
    &cli_plan,
    &cli_path,
    &cli_why,
    &cli_query,
    &cli_clashes,
    &cli_repair,
    &cli_risk,
    &cli_compare,
    &cli_gaps,
    &cli_map,
    &cli_boards,
    &cli_fit,
    &cli_library,
    &cli_trace,
    &cli_scenarios,
    &cli_leverage,
    &cli_advice,
    &cli_render,
    &cli_report,
    &cli_convert,
    &cli_inspect,
    &cli_explain,
    &cli_init,
    &cli_help,
    &cli_complete,
    NULL,
};
/* clang-format on */

const cli_command *cli_find_command(const char *name)
{
    for (size_t i = 0; cli_commands[i]; i++)
        if (strcmp(cli_commands[i]->name, name) == 0) return cli_commands[i];
    return NULL;
}
