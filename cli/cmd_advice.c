/* SPDX-License-Identifier: MIT
 * `groeipad advice`: the white paper's steps as a checklist against this portfolio. */
#include "cli/commands.h"

typedef struct advice_args {
    cli_common common;
} advice_args;

static const cli_option options[] = {CLI_FORMAT("text|json|csv"), CLI_FAIL_ON("never"), {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    const gp_advice *advice;
    gp_status status = gp_find_advice(context->job, context->schedule, &advice);
    if (status == GP_OK)
        status = gp_write_advice(context->job, context->portfolio, advice, &context->writing,
                                 &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_advice = {
    .name = "advice",
    .summary = {"the white paper's steps as a checklist: what is done, partly done or to do, with "
                "the evidence",
                "de stappen van het witboek als checklist: wat gedaan is, deels gedaan of te doen, "
                "met de onderbouwing"},
    .usage = "FILE... [options]",
    .example = "groeipad advice examples/persoonlijke-dienstverlening.json",
    .shows = {"step by step what is done, what is not, and the numbers that say so",
              "stap voor stap wat gedaan is, wat niet, en de cijfers die dat zeggen"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(advice_args),
    .run = run,
};
