/* SPDX-License-Identifier: MIT
 * `groeipad trace`: from a citizen's gap to the decision that comes first. */
#include "cli/commands.h"
#include "groeipad/citizens.h"

#include <string.h>

typedef struct trace_args {
    cli_common common;
} trace_args;

static const cli_option options[] = {
    CLI_FOR(
        "only gaps that this intervention can close, or those that rest on this capability; or of "
        "this dimension, segment or situation",
        "alleen kloven die deze interventie kan dichten, of die op deze capability steunen; of van "
        "deze dimensie, dit segment of deze situatie"),
    CLI_FILTER,
    CLI_ALL_CHAINS,
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static uint32_t find_term(const gp_terms *terms, const char *text)
{
    for (uint32_t i = 0; i < terms->count; i++)
        if (strcmp(terms->terms[i].id, text) == 0 || gp_says_same(text, terms->terms[i].name))
            return i;
    return GP_NONE;
}

/* A dimension, a segment or a situation, where no intervention or capability is called that. */
static int choose(cli_context *context, gp_trace_choice *choice)
{
    const gp_portfolio *portfolio = context->portfolio;
    uint32_t symbol = gp_find_symbol(portfolio, context->about);
    if (symbol == GP_NONE) {
        *choice = (gp_trace_choice){NULL, find_term(&portfolio->dimensions, context->about),
                                    find_term(&portfolio->segments, context->about),
                                    find_term(&portfolio->situations, context->about)};
        if (choice->dimension != GP_NONE || choice->segment != GP_NONE ||
            choice->situation != GP_NONE)
            return CLI_OK;
        int code = cli_find_symbol(context, context->about, &symbol);
        if (code != CLI_OK) return code;
    }
    return cli_exit_of(
        context, gp_find_resting(context->job, context->schedule, symbol, &choice->interventions));
}

static gp_status filter_traces(cli_context *context, gp_traces *traces)
{
    const gp_traces all = *traces;
    gp_trace_choice choice = {NULL, GP_NONE, GP_NONE, GP_NONE};
    gp_status status = gp_filter_interventions(
        context->job, context->portfolio, context->writing.filter, NULL, &choice.interventions);
    if (status != GP_OK) return status;
    return gp_select_traces(context->job, context->portfolio, &all, &choice, traces);
}

static int run(cli_context *context, const void *args)
{
    (void)args;
    /* Of a choice all steps are told: what it shares may be with traces that are not chosen. */
    const gp_trace_options telling = {.tells_shared_once = context->writing.tells_shared_once &&
                                                           !context->about &&
                                                           !context->writing.filter};
    gp_traces found, traces;
    gp_trace_choice choice;
    int code = context->about ? choose(context, &choice) : CLI_OK;
    if (code != CLI_OK) return code;
    gp_status status = gp_find_traces(context->job, context->schedule, &telling, &found);
    if (status == GP_OK) traces = found;
    if (status == GP_OK && context->about)
        status = gp_select_traces(context->job, context->portfolio, &found, &choice, &traces);
    if (status == GP_OK && context->writing.filter) status = filter_traces(context, &traces);
    if (status == GP_OK)
        status = gp_write_trace(context->job, context->schedule, &traces, &context->writing,
                                &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_trace = {
    .name = "trace",
    .summary = {"from every gap to the day on which it can close, and what to decide first",
                "van elke kloof naar de dag waarop die dicht kan, en wat eerst te beslissen is"},
    .usage = "FILE... [ID] [options]",
    .example = "groeipad trace examples/persoonlijke-dienstverlening.json",
    .shows = {"per gap the interventions, capabilities and decisions that close it, with dates",
              "per kloof de interventies, capabilities en besluiten die haar dichten, met datums"},
    .has_about = true,
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(trace_args),
    .run = run,
};
