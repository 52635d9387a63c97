/* SPDX-License-Identifier: MIT
 * `groeipad check`: every finding. The gate of a CI pipeline. */
#include "cli/commands.h"

typedef struct check_args {
    cli_common common;
} check_args;

static const cli_option options[] = {
    CLI_FORMAT("text|json|csv|sarif|junit|github"), CLI_FAIL_ON("error"), CLI_CATALOGUE, {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    bool is_silent = context->common->is_quiet && !cli_names_file(context->common->output);
    if (is_silent) return CLI_OK; /* the exit status says it */
    return cli_exit_of(context, gp_write_check(context->job, context->portfolio, &context->writing,
                                               &context->output));
}

const cli_command cli_check = {
    .name = "check",
    .summary = {"every finding: mistakes in the file, missing capabilities, clashes; the CI gate",
                "elke bevinding: fouten in het bestand, ontbrekende capabilities, botsingen; de "
                "poort in CI"},
    .usage = "FILE... [options]",
    .example = "groeipad check examples/persoonlijke-dienstverlening.json --fail-on never",
    .shows =
        {"every finding with its line, what was wrong and how to mend it; last how many",
         "elke bevinding met haar regel, wat er mis is en hoe het goed komt; als laatste hoeveel"},
    .reads_portfolio = true,
    .answers_findings = true,
    .options = options,
    .args_size = sizeof(check_args),
    .run = run,
};
