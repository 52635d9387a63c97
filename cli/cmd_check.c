/* SPDX-License-Identifier: MIT
 * `groeipad check`: every finding. The gate of a CI pipeline. */
#include "cli/commands.h"
#include "cli/overwrite.h"
#include "cli/select.h"
#include "groeipad/baseline.h"

#include <unistd.h>

typedef struct check_args {
    cli_common common;
    cli_selection selection;
    const char *baseline, *new_baseline;
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
    {.name = "baseline",
     .kind = CLI_TEXT,
     .field = offsetof(check_args, baseline),
     .value = "FILE",
     .summary = {"let pass what this file knows: only new findings count",
                 "laat door wat dit bestand kent: alleen nieuwe bevindingen tellen"}},
    {.name = "write-baseline",
     .kind = CLI_TEXT,
     .field = offsetof(check_args, new_baseline),
     .value = "FILE",
     .use = CLI_FILE_WRITTEN,
     .summary = {"write what is found now to this file, for --baseline",
                 "schrijf wat nu gevonden wordt naar dit bestand, voor --baseline"}},
    CLI_CATALOGUE,
    CLI_FILTER,
    {0}};

static const check_args *args_of(const cli_context *context)
{
    return (const check_args *)(const void *)context->common;
}

static const cli_selection *selection_of(const cli_context *context)
{
    return &args_of(context)->selection;
}

static int judge(const cli_context *context)
{
    const check_args *asked = args_of(context);
    if (asked->baseline && asked->new_baseline)
        return cli_wrong_use(context->command, context->language, "%s",
                             gp_say(context->language,
                                    "--baseline reads, --write-baseline writes: give one of them",
                                    "--baseline leest, --write-baseline schrijft: geef een van "
                                    "de twee"));
    const char *output = context->common->output;
    if (asked->new_baseline && cli_are_same(asked->new_baseline, output ? output : "-"))
        return cli_wrong_use(
            context->command, context->language,
            gp_say(context->language,
                   "'%s' would get both the answer and what is known; name two files",
                   "'%s' zou zowel het antwoord krijgen als wat bekend is; noem twee "
                   "bestanden"),
            asked->new_baseline);
    return cli_judge_selection(context, selection_of(context));
}

static int select_findings(cli_context *context)
{
    return cli_select_findings(context, selection_of(context));
}

typedef struct counting {
    uint32_t at, from;
} counting;

static bool is_later(const gp_finding *finding, void *object)
{
    counting *of = object;
    (void)finding;
    return of->at++ >= of->from;
}

/* There is no baseline, and only why that is counts: nothing says what would be new. */
static int refuse_baseline(cli_context *context, gp_status status, uint32_t before)
{
    counting of = {0, before};
    if (status == GP_NO_MEMORY) return cli_out_of_memory(context->language);
    gp_keep_findings(context->job, is_later, &of);
    gp_sort_findings(context->job);
    bool is_silent = context->common->is_quiet && !cli_names_file(context->common->output);
    gp_status written =
        is_silent ? GP_OK : gp_write_check(context->job, NULL, &context->writing, &context->output);
    int code = cli_exit_of(context, written);
    if (code == CLI_OK) code = cli_deliver(context);
    return code == CLI_OK ? cli_code_of(status) : code;
}

/* What is known passes before anything is selected: so what is not asked about is not called gone.
 */
static int pass_known(cli_context *context)
{
    const gp_baseline *baseline;
    const char *name = args_of(context)->baseline;
    uint32_t before;
    if (!name) return select_findings(context);
    (void)gp_findings(context->job, &before);
    gp_status status = gp_read_baseline(context->job, name, &baseline);
    if (status != GP_OK) return refuse_baseline(context, status, before);
    status = gp_apply_baseline(context->job, baseline, context->portfolio->status_date,
                               context->common->is_strict, &context->writing.known);
    return status == GP_OK ? select_findings(context) : cli_exit_of(context, status);
}

/* Writes what is selected. A baseline that is there is read first, for what it says of entries;
 * what is no baseline is not written over. */
static int write_baseline(cli_context *context)
{
    const gp_baseline *old = NULL;
    const char *name = args_of(context)->new_baseline;
    gp_output text;
    int code = select_findings(context);
    if (code != CLI_OK) return code;
    gp_job *found = context->job;
    gp_status status = GP_OK;
    uint32_t before;
    (void)gp_findings(found, &before);
    if (access(name, F_OK) == 0) status = gp_read_baseline(found, name, &old);
    if (status != GP_OK) return refuse_baseline(context, status, before);
    status = gp_write_baseline(found, old, &text);
    if (status != GP_OK) return cli_exit_of(context, status);
    context->output = text;
    code = cli_deliver_to_file(context, name);
    context->output = (gp_output){0};
    if (code != CLI_OK) return code;
    return cli_exit_of(context, gp_know_all(found, name, &context->writing.known));
}

/* The baseline is written besides the output. */
static bool writes(const cli_context *context, const struct stat *file)
{
    const char *name = args_of(context)->new_baseline;
    return name && cli_is_file(file, name);
}

static int run(cli_context *context, const void *args)
{
    const check_args *asked = args;
    int code = asked->new_baseline ? write_baseline(context) : pass_known(context);
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
    .judges_measures = true,
    .options = options,
    .args_size = sizeof(check_args),
    .judge = judge,
    .select = select_findings,
    .writes = writes,
    .run = run,
};
