/* SPDX-License-Identifier: MIT
 * `groeipad repair`: the few decisions that make every date, at the least cost, with a proof. */
#include "cli/commands.h"
#include "cli/repair_find.h"
#include "groeipad/baseline.h"

typedef struct repair_args {
    cli_common common;
    cli_repair_args asked;
    int to;
} repair_args;

static const cli_option options[] = {
    CLI_REPAIR(repair_args, asked),
    {.name = "curve",
     .kind = CLI_FLAG,
     .field = offsetof(repair_args, asked) + offsetof(cli_repair_args, has_curve),
     .summary = {"also what each number of dates costs at least",
                 "ook wat elk aantal datums minstens kost"}},
    CLI_FORMAT("text|json|csv|markdown"),
    {.name = "to",
     .kind = CLI_CHOICE,
     .field = offsetof(repair_args, to),
     .value = "changes",
     .summary = {"write the decisions as a file for --changes",
                 "schrijf de besluiten als bestand voor --changes"}},
    CLI_ALL("every row of each list", "elke regel van elke lijst"),
    CLI_FILTER,
    CLI_FAIL_ON("never"),
    {0}};

static const repair_args *args_of(const cli_context *context)
{
    return (const repair_args *)(const void *)context->common;
}

static int judge(const cli_context *context)
{
    return cli_judge_repair(context, &args_of(context)->asked);
}

static gp_status answer(cli_context *context, const gp_repair *repair)
{
    if (args_of(context)->to >= 0)
        return gp_write_repair_changes(context->job, context->document, repair, &context->output);
    return gp_write_repair(context->job, context->document, repair, &context->writing,
                           &context->output);
}

static int run(cli_context *context, const void *args)
{
    const gp_repair *repair;
    cli_repair_worlds worlds;
    int code = cli_open_worlds(context, &worlds);
    if (code == CLI_OK)
        code = cli_find_repair(context, &((const repair_args *)args)->asked, &worlds, &repair);
    if (code == CLI_OK) {
        gp_status status = gp_apply_waivers(context->job, context->portfolio->status_date,
                                            context->common->is_strict);
        gp_sort_findings(context->job);
        code = cli_exit_of(context, status == GP_OK ? answer(context, repair) : status);
    }
    cli_close_worlds(&worlds);
    return code;
}

const cli_command cli_repair = {
    .name = "repair",
    .summary = {"the cheapest decisions that make all dates, with a proof",
                "de goedkoopste besluiten die alle datums halen, met bewijs"},
    .usage = "FILE... [options]",
    .example = "groeipad repair examples/persoonlijke-dienstverlening.json",
    .shows = {"what to decide by when, what each decision is needed for, and why it cannot be less",
              "wat wanneer besloten moet zijn, waar elk besluit voor nodig is, en waarom het niet "
              "met minder kan"},
    .reads_portfolio = true,
    .wants_document = true,
    .finds_later = true,
    .options = options,
    .args_size = sizeof(repair_args),
    .judge = judge,
    .run = run,
};
