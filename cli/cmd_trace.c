/* SPDX-License-Identifier: MIT
 * `groeipad trace`: from a citizen's gap to the decision that comes first. */
#include "cli/commands.h"

typedef struct trace_args {
    cli_common common;
} trace_args;

static const cli_option options[] = {
    CLI_ALL, CLI_FORMAT("text|json|csv"), CLI_FAIL_ON("never"), {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    const gp_trace_options telling = {.tells_shared_once = context->writing.tells_shared_once};
    gp_traces traces;
    gp_status status = gp_find_traces(context->job, context->schedule, &telling, &traces);
    if (status == GP_OK)
        status = gp_write_trace(context->job, context->schedule, &traces, &context->writing,
                                &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_trace = {
    .name = "trace",
    .summary = {"from every gap to the day on which it can close, and what to decide first",
                "van elke kloof naar de dag waarop die dicht kan, en wat eerst te beslissen is"},
    .usage = "FILE... [options]",
    .example = "groeipad trace examples/persoonlijke-dienstverlening.json",
    .shows = {"per gap the interventions, capabilities and decisions that close it, with dates",
              "per kloof de interventies, capabilities en besluiten die haar dichten, met datums"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(trace_args),
    .run = run,
};
