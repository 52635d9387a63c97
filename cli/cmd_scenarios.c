/* SPDX-License-Identifier: MIT
 * `groeipad scenarios`: what each future asks for, and until when the choice can wait. */
#include "cli/commands.h"

static const cli_option options[] = {CLI_ALL("name every scenario, in long lists too, as text",
                                             "noem elk scenario, ook in lange lijsten, als tekst"),
                                     CLI_FILTER,
                                     CLI_FORMAT("text|json|csv"),
                                     CLI_FAIL_ON("never"),
                                     {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    gp_scenarios scenarios;
    gp_status status = gp_compare_scenarios(context->job, context->portfolio, &scenarios);
    if (status == GP_OK)
        status = gp_write_scenarios(context->job, context->portfolio, &scenarios, &context->writing,
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
    .args_size = sizeof(cli_common),
    .run = run,
};
