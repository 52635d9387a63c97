/* SPDX-License-Identifier: MIT
 * `groeipad scenarios`: what each future asks for, and until when the choice can wait. */
#include "cli/commands.h"

typedef struct scenarios_args {
    cli_common common;
    bool wants_all;
} scenarios_args;

static const cli_option options[] = {
    {.name = "all",
     .kind = CLI_FLAG,
     .field = offsetof(scenarios_args, wants_all),
     .summary = {"name every scenario, in long lists too, as text",
                 "noem elk scenario, ook in lange lijsten, als tekst"}},
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static int run(cli_context *context, const void *args)
{
    gp_write_options writing = context->writing;
    writing.is_whole = ((const scenarios_args *)args)->wants_all;
    gp_scenarios scenarios;
    gp_status status = gp_compare_scenarios(context->job, context->portfolio, &scenarios);
    if (status == GP_OK)
        status = gp_write_scenarios(context->job, context->portfolio, &scenarios, &writing,
                                    &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_scenarios = {
    .name = "scenarios",
    .summary = {"what each scenario asks for: no-regret capabilities, options, and until when the "
                "choice can wait",
                "wat elk scenario vraagt: wat altijd nodig is, wat een optie is, en tot wanneer "
                "de keuze kan wachten"},
    .usage = "FILE... [options]",
    .example = "groeipad scenarios examples/persoonlijke-dienstverlening.json",
    .shows = {"what every future asks for, and until when the choice between them can wait",
              "wat elke toekomst vraagt, en tot wanneer de keuze ertussen kan wachten"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(scenarios_args),
    .run = run,
};
