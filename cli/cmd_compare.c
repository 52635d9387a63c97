/* SPDX-License-Identifier: MIT
 * `groeipad compare`: what changed between two versions, what moved, and why? Or, with --sweep:
 * what comes of each value that something may have? */
#include "cli/commands.h"
#include "cli/compare_find.h"
#include "cli/sweep.h"
#include "cli/versions.h"

typedef struct compare_args {
    cli_common common;
    cli_texts sweeps;
    uint32_t at_least;
    int to;
} compare_args;

static const cli_option options[] = {
    CLI_GIT,
    CLI_SWEEP(compare_args, sweeps),
    CLI_FORMAT("text|json|csv|sarif|junit|github|markdown"),
    CLI_FAIL_ON("never"),
    {.name = "at-least",
     .kind = CLI_NUMBER,
     .field = offsetof(compare_args, at_least),
     .value = "DAYS",
     .minimum = 1,
     .otherwise = "1",
     .summary = {"GP601: only of interventions that are so many days later",
                 "GP601: alleen van interventies die zoveel dagen later zijn"}},
    {.name = "to",
     .kind = CLI_CHOICE,
     .field = offsetof(compare_args, to),
     .value = "changes",
     .summary = {"write the edits as a file for --changes: with it OLD becomes NEW",
                 "schrijf de wijzigingen als bestand voor --changes: OUD wordt er NIEUW mee"}},
    CLI_ALL("every row of each list", "elke regel van elke lijst"),
    CLI_FILTER,
    {0}};

static const compare_args *args_of(const cli_context *context)
{
    return (const compare_args *)(const void *)context->common;
}

static bool has_changes(const cli_common *common)
{
    return common->changes.count || common->change_files.count || common->measures.count;
}

static int judge(const cli_context *context)
{
    const cli_common *common = context->common;
    bool is_sweep = args_of(context)->sweeps.count > 0;
    bool has_older = context->older || common->revision;
    if (is_sweep && has_older)
        return cli_wrong_use(context->command, context->language, "%s",
                             gp_say(context->language, "--sweep is about one version",
                                    "--sweep gaat over één versie"));
    if (is_sweep || has_older) return CLI_OK;
    if (context->file_count > 1)
        return cli_wrong_use(
            context->command, context->language, "%s",
            gp_say(context->language,
                   "two versions are compared: OLD NEW; more files of one version "
                   "go with --git REV",
                   "er worden twee versies vergeleken: OUD NIEUW; meer bestanden van "
                   "één versie gaan met --git REV"));
    if (has_changes(common)) return CLI_OK;
    return cli_wrong_use(
        context->command, context->language, "%s",
        gp_say(context->language,
               "with what? Another file, --git REV, a change (--set ...) or --sweep",
               "waarmee? Een ander bestand, --git REV, een wijziging (--set ...) of "
               "--sweep"));
}

static int run_sweep(cli_context *context, const compare_args *asked)
{
    const gp_sweep *sweep;
    cli_sweep_axes axes;
    int code = cli_read_sweep(context, &asked->sweeps, &axes);
    if (code == CLI_OK) code = cli_find_sweep(context, &axes, &sweep);
    if (code != CLI_OK) return code;
    return cli_exit_of(context, gp_write_sweep(context->job, context->portfolio, sweep,
                                               &context->writing, &context->output));
}

/* ---- two versions ---- */

static bool is_of_comparing(const gp_finding *finding, void *object)
{
    (void)object;
    return finding->code / 100 == 6;
}

static gp_status answer(cli_context *context, const cli_version *old)
{
    const compare_args *asked = args_of(context);
    const gp_edits *edits;
    const gp_comparison *comparison;
    gp_status status = gp_find_edits(context->job, old->document, context->document, &edits);
    if (status != GP_OK) return status;
    if (asked->to >= 0) return gp_write_changes(context->job, edits, &context->output);
    status = cli_find_comparison(context, old, edits, &comparison);
    if (status != GP_OK) return status;
    gp_keep_findings(context->job, is_of_comparing, NULL);
    status = gp_check_comparison(context->job, comparison, (int32_t)asked->at_least);
    gp_sort_findings(context->job);
    context->writing.tells_shared_once = !context->common->tells_all;
    if (status != GP_OK) return status;
    return gp_write_comparison(context->job, comparison, &context->writing, &context->output);
}

static int run(cli_context *context, const void *args)
{
    const compare_args *asked = args;
    if (asked->sweeps.count) return run_sweep(context, asked);
    cli_version old;
    const cli_asked_version version = {
        .revision = context->common->revision,
        .names = context->older ? &context->older : context->files,
        .count = context->older ? 1 : context->file_count,
        .wants_document = true,
        .is_same = !context->older && !context->common->revision,
    };
    int code = cli_open_version(context, &version, &old);
    if (code == CLI_OK) code = cli_exit_of(context, answer(context, &old));
    cli_close_version(&old);
    return code;
}

const cli_command cli_compare = {
    .name = "compare",
    .summary =
        {"what changed between two versions, what moved, and why; or what a value would do",
         "wat er veranderde tussen twee versies, wat verschoof, en waardoor; of wat een waarde "
         "doet"},
    .usage = "OLD NEW | FILE --set ... | --git REV FILE... | FILE --sweep ... [options]",
    .example = "groeipad compare examples/minimal.json --set planning.round=6mo",
    .shows = {"how much earlier the intervention is live with rounds of half a year",
              "hoeveel eerder de interventie live is met rondes van een half jaar"},
    .reads_portfolio = true,
    .wants_document = true,
    .tells_findings = true,
    .takes_older = true,
    .takes_folders = true,
    .options = options,
    .args_size = sizeof(compare_args),
    .judge = judge,
    .run = run,
};
