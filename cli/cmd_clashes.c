/* SPDX-License-Identifier: MIT
 * `groeipad clashes`: fast interventions that wait for slow capabilities, and what would help. */
#include "cli/commands.h"

#include <stdio.h>

typedef struct clashes_args {
    cli_common common;
    uint32_t remedies;
} clashes_args;

static const cli_option options[] = {{.name = "remedies",
                                      .kind = CLI_NUMBER,
                                      .field = offsetof(clashes_args, remedies),
                                      .value = "N",
                                      .otherwise = "20",
                                      .summary = {"seek what helps for the N worst clashes",
                                                  "zoek wat helpt voor de N ergste botsingen"}},
                                     CLI_FORMAT("text|json|csv"),
                                     CLI_FAIL_ON("never"),
                                     {0}};

/* Text says itself for how many clashes nothing was sought; other formats have nowhere to. */
static void tell_left_out(const cli_context *context, uint32_t remedies)
{
    uint32_t count, clashes = 0;
    const gp_finding *findings = gp_findings(context->job, &count);
    for (uint32_t i = 0; i < count; i++) clashes += findings[i].code == 301;
    if (clashes <= remedies || context->writing.format == GP_FORMAT_TEXT) return;
    fprintf(stderr,
            gp_say(context->language,
                   "groeipad: remedies were sought for the %u worst of %u clashes; "
                   "--remedies N seeks more\n",
                   "groeipad: voor de %u ergste van %u botsingen is gezocht naar wat helpt; "
                   "--remedies N zoekt meer\n"),
            (unsigned)remedies, (unsigned)clashes);
}

static int run(cli_context *context, const void *args)
{
    const clashes_args *clashes = args;
    const gp_clash_options seeking = {.helped = clashes->remedies};
    tell_left_out(context, clashes->remedies);
    gp_clashes found;
    gp_status status = gp_find_clashes(context->job, context->schedule, &seeking, &found);
    if (status == GP_OK)
        status = gp_write_clashes(context->job, context->schedule, &found, &context->writing,
                                  &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_clashes = {
    .name = "clashes",
    .summary = {"interventions that wait for capabilities: how late, why, and what helps",
                "interventies die op capabilities wachten: hoe laat, waarom, en wat helpt"},
    .usage = "FILE... [options]",
    .example = "groeipad clashes examples/persoonlijke-dienstverlening.json",
    .reads_portfolio = true,
    .told_code = 301,
    .options = options,
    .args_size = sizeof(clashes_args),
    .run = run,
};
