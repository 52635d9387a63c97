/* SPDX-License-Identifier: MIT
 * `groeipad clashes`: fast interventions that wait for slow capabilities, and what would help. */
#include "cli/clashes_find.h"
#include "cli/commands.h"

#include <stdio.h>

typedef struct clashes_args {
    cli_common common;
    uint32_t remedies;
} clashes_args;

static const cli_option options[] = {
    CLI_FOR("only this intervention, or those that rest on this capability",
            "alleen deze interventie, of die op deze capability steunen"),
    {.name = "remedies",
     .kind = CLI_NUMBER,
     .field = offsetof(clashes_args, remedies),
     .value = "N",
     .otherwise = CLI_CLASHES_HELPED,
     .summary = {"seek what helps for the N worst clashes",
                 "zoek wat helpt voor de N ergste botsingen"}},
    CLI_FILTER,
    CLI_ALL_CHAINS,
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

/* Text says itself for how many clashes nothing was sought; other formats have nowhere to. */
static void tell_left_out(const cli_context *context, const gp_clashes *found)
{
    if (found->count == found->helped_count || context->writing.format == GP_FORMAT_TEXT) return;
    cli_say(gp_say(context->language,
                   "groeipad: clashes for which remedies were sought, the worst: %u of %u; "
                   "--remedies N seeks more\n",
                   "groeipad: botsingen waarvoor is gezocht naar wat helpt, de ergste: %u van %u; "
                   "--remedies N zoekt meer\n"),
            (unsigned)found->helped_count, (unsigned)found->count);
}

static int find(cli_context *context, gp_clash_options *seeking)
{
    gp_clashes found;
    cli_repair_worlds worlds;
    int code = cli_find_clashes(context, seeking, &worlds, &found);
    if (code == CLI_OK) {
        tell_left_out(context, &found);
        code = cli_exit_of(context, gp_write_clashes(context->job, context->schedule, &found,
                                                     &context->writing, &context->output));
    }
    cli_close_worlds(&worlds);
    return code;
}

static int run(cli_context *context, const void *args)
{
    gp_clash_options seeking = {.helped = ((const clashes_args *)args)->remedies,
                                .tells_shared_once = context->writing.tells_shared_once};
    uint32_t symbol;
    int code = context->about ? cli_find_symbol(context, context->about, &symbol) : CLI_OK;
    if (code != CLI_OK) return code;
    gp_status status = GP_OK;
    if (context->about)
        status = gp_find_resting(context->job, context->schedule, symbol, &seeking.only);
    if (status == GP_OK && context->writing.filter)
        status = gp_filter_interventions(context->job, context->portfolio, context->writing.filter,
                                         seeking.only, &seeking.only);
    return status == GP_OK ? find(context, &seeking) : cli_exit_of(context, status);
}

const cli_command cli_clashes = {
    .name = "clashes",
    .summary = {"interventions that wait for capabilities: how late, why, and what helps",
                "interventies die op capabilities wachten: hoe laat, waarom, en wat helpt"},
    .usage = "FILE... [ID] [options]",
    .example = "groeipad clashes examples/persoonlijke-dienstverlening.json",
    .shows = {"who is late, by how much, what it waits for, and what would win most days",
              "wie te laat is, hoeveel, waarop het wacht, en wat de meeste dagen wint"},
    .has_about = true,
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(clashes_args),
    .run = run,
};
