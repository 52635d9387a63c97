/* SPDX-License-Identifier: MIT
 * `groeipad gaps`: what is missing, unplanned, out of reach, unfounded, premature. */
#include "cli/commands.h"

typedef struct gaps_args {
    cli_common common;
} gaps_args;

static const cli_option options[] = {
    CLI_CATALOGUE, CLI_FILTER, CLI_FORMAT("text|json|csv"), CLI_FAIL_ON("never"), {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    const gp_gap_options seeking = {context->catalogue, context->writing.filter};
    gp_gaps gaps;
    gp_status status = gp_find_gaps(context->job, context->network, &seeking, &gaps);
    if (status == GP_OK)
        status = gp_write_gaps(context->job, context->portfolio, &gaps, &context->writing,
                               &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_gaps = {
    .name = "gaps",
    .summary = {"capabilities that are missing, unplanned, out of reach, unfounded or premature",
                "capabilities die ontbreken, ongepland, buiten bereik, ongegrond of voorbarig "
                "zijn"},
    .usage = "FILE... [options]",
    .example = "groeipad gaps examples/persoonlijke-dienstverlening.json",
    .shows = {"per kind the capabilities that need somebody's attention, and who asks for them",
              "per soort de capabilities die aandacht vragen, en wie erom vraagt"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(gaps_args),
    .run = run,
};
