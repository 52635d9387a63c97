/* SPDX-License-Identifier: MIT
 * `groeipad gaps`: what is missing, unplanned, out of reach, unfounded, premature. */
#include "cli/commands.h"

typedef struct gaps_args {
    cli_common common;
} gaps_args;

static const cli_option options[] = {
    CLI_FOR("only this intervention or capability, and what it rests on",
            "alleen deze interventie of capability, en waar die op steunt"),
    CLI_CATALOGUE,
    CLI_FILTER,
    CLI_COLUMNS,
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    const gp_gap_options seeking = {context->catalogue, context->writing.filter};
    gp_gaps found, gaps;
    uint32_t symbol;
    const bool *is_chosen;
    int code = context->about ? cli_find_symbol(context, context->about, &symbol) : CLI_OK;
    if (code != CLI_OK) return code;
    gp_status status = gp_find_gaps(context->job, context->network, &seeking, &found);
    if (status == GP_OK) gaps = found;
    if (status == GP_OK && context->about)
        status = gp_find_under(context->job, context->schedule, symbol, &is_chosen);
    if (status == GP_OK && context->about)
        status = gp_select_gaps(context->job, &found, is_chosen, &gaps);
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
    .usage = "FILE... [ID] [options]",
    .example = "groeipad gaps examples/persoonlijke-dienstverlening.json",
    .shows = {"per kind the capabilities that need somebody's attention, and who asks for them",
              "per soort de capabilities die aandacht vragen, en wie erom vraagt"},
    .has_about = true,
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(gaps_args),
    .run = run,
};
