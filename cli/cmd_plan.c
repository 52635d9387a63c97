/* SPDX-License-Identifier: MIT
 * `groeipad plan`: what has to be done, in which order, from when and until when. */
#include "cli/commands.h"

typedef struct plan_args {
    cli_common common;
} plan_args;

static const cli_option options[] = {
    {.name = "float",
     .kind = CLI_CHOICE,
     .field = offsetof(cli_common, float_mode),
     .value = "each|portfolio|both",
     .otherwise = "each",
     .summary = {"latest dates from each intervention's needed_by, from the end of the whole, or "
                 "from both",
                 "uiterste datums vanuit de needed_by van elke interventie, vanuit het einde van "
                 "het geheel, of vanuit beide"}},
    CLI_FILTER,
    CLI_ALL_CHAINS,
    CLI_COLUMNS,
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    return cli_exit_of(context, gp_write_plan(context->job, context->schedule, &context->writing,
                                              &context->output));
}

const cli_command cli_plan = {
    .name = "plan",
    .summary = {"order, earliest and latest dates, float, buffer, and what is critical",
                "volgorde, vroegste en uiterste datums, speling, buffer, en wat kritiek is"},
    .usage = "FILE... [options]",
    .example = "groeipad plan examples/persoonlijke-dienstverlening.json",
    .shows = {"every step in order, with its dates; '*' is critical, 'by' names what fixes it",
              "elke stap op volgorde, met datums; '*' is kritiek, 'door' noemt wat hem vastlegt"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(plan_args),
    .run = run,
};
