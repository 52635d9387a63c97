/* SPDX-License-Identifier: MIT
 * `groeipad check`: every finding. The gate of a CI pipeline. */
#include "cli/commands.h"
#include "cli/select.h"

typedef struct check_args {
    cli_common common;
    cli_selection selection;
} check_args;

static const cli_option options[] = {
    CLI_FORMAT("text|json|csv|sarif|junit|github"),
    CLI_FAIL_ON("error"),
    {.name = "severity",
     .kind = CLI_CHOICE,
     .field = offsetof(check_args, selection.severity),
     .value = "info|warning|error",
     .otherwise = "info",
     .summary = {"only findings this bad, or worse", "alleen bevindingen zo erg, of erger"}},
    {.name = "select",
     .kind = CLI_TEXTS,
     .field = offsetof(check_args, selection.selected),
     .value = "CODES",
     .summary = {"only these: GP301,GP4 (GP4: all of GP401 to GP499)",
                 "alleen deze: GP301,GP4 (GP4: alles van GP401 tot GP499)"}},
    {.name = "ignore",
     .kind = CLI_TEXTS,
     .field = offsetof(check_args, selection.ignored),
     .value = "CODES",
     .summary = {"not these; they do not count for the exit status either",
                 "niet deze; ze tellen ook niet mee voor de afsluitcode"}},
    {.name = "sort",
     .kind = CLI_CHOICE,
     .field = offsetof(check_args, selection.order),
     .value = "severity|file|code",
     .otherwise = "file",
     .summary = {"in which order: the worst first, as in the file, by code",
                 "in welke volgorde: het ergste eerst, als in het bestand, naar code"}},
    CLI_CATALOGUE,
    CLI_FILTER,
    {0}};

static const cli_selection *selection_of(const cli_context *context)
{
    return &((const check_args *)(const void *)context->common)->selection;
}

static int judge(const cli_context *context)
{
    return cli_judge_selection(context, selection_of(context));
}

static int select_findings(cli_context *context)
{
    return cli_select_findings(context, selection_of(context));
}

static int run(cli_context *context, const void *args)
{
    (void)args;
    int code = select_findings(context);
    bool is_silent = context->common->is_quiet && !cli_names_file(context->common->output);
    if (code != CLI_OK || is_silent) return code; /* the exit status says it */
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
    .judge = judge,
    .select = select_findings,
    .run = run,
};
