/* SPDX-License-Identifier: MIT
 * `groeipad boards`: explore, develop, exploit, and what each asks of the capabilities. */
#include "cli/commands.h"

typedef struct boards_args {
    cli_common common;
} boards_args;

static const cli_option options[] = {
    CLI_FILTER, CLI_COLUMNS, CLI_FORMAT("text|json|csv"), CLI_FAIL_ON("never"), {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    gp_boards boards;
    gp_load load;
    const gp_filter *filter = context->writing.filter;
    gp_status status = gp_find_boards_of(context->job, context->schedule, filter, &boards);
    if (status == GP_OK) status = gp_find_load_of(context->job, context->schedule, filter, &load);
    if (status == GP_OK)
        status = gp_write_boards(context->job, context->schedule, &boards, &load, &context->writing,
                                 &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_boards = {
    .name = "boards",
    .summary = {"explore, develop, exploit: what is on each board, and which capabilities it asks "
                "to identify, develop or strengthen, and by when",
                "verkennen, ontwikkelen, exploiteren: wat er op elk bord staat, en welke "
                "capabilities dat vraagt te identificeren, ontwikkelen of versterken, en wanneer"},
    .usage = "FILE... [options]",
    .example = "groeipad boards examples/persoonlijke-dienstverlening.json",
    .shows = {"three boards with what each asks and by when, and the load per quarter",
              "drie borden met wat elk vraagt en wanneer, en de belasting per kwartaal"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(boards_args),
    .run = run,
};
