/* SPDX-License-Identifier: MIT
 * `groeipad map`: the capability map as a table: which level is there on a day, and is that what
 * is asked? */
#include "cli/at.h"
#include "cli/commands.h"

typedef struct map_args {
    cli_common common;
    const char *at;
} map_args;

static const cli_option options[] = {CLI_AT(map_args, at),        CLI_FILTER,           CLI_COLUMNS,
                                     CLI_FORMAT("text|json|csv"), CLI_FAIL_ON("never"), {0}};

static int run(cli_context *context, const void *args)
{
    gp_map_options asked = {.filter = context->writing.filter};
    cli_days days;
    gp_map map;
    int code = cli_read_at(context, ((const map_args *)args)->at, &days, &asked);
    if (code != CLI_OK) return code;
    gp_status status = gp_find_map(context->job, context->schedule, &asked, &map);
    if (status == GP_OK)
        status = gp_write_map(context->job, context->portfolio, &map, &context->writing,
                              &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_map = {
    .name = "map",
    .summary = {"the capability map: which level is there on a day, against what is asked",
                "de capabilitykaart: welk niveau er op een dag is, tegenover wat gevraagd is"},
    .usage = "FILE... [options]",
    .example = "groeipad map examples/persoonlijke-dienstverlening.json --at 2023,2024,2025",
    .shows = {"per capability the level that is there on 1 January of each year, and what must be",
              "per capability het niveau dat er op 1 januari van elk jaar is, en wat er moet zijn"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(map_args),
    .run = run,
};
