/* SPDX-License-Identifier: MIT
 * `groeipad report`: everything on one page that opens without a tool. */
#include "cli/against.h"
#include "cli/clashes_find.h"
#include "cli/commands.h"
#include "cli/compare_find.h"
#include "cli/risk_find.h"
#include "groeipad/report.h"

#include <stdlib.h>

typedef struct report_args {
    cli_common common;
    bool wants_risk;
    cli_risk_args drawing;
} report_args;

static const cli_option options[] = {
    {.name = "risk",
     .kind = CLI_FLAG,
     .field = offsetof(report_args, wants_risk),
     .summary = {"also how sure the dates are", "ook hoe zeker de datums zijn"}},
    CLI_RISK(report_args, drawing),
    CLI_AGAINST,
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .field = offsetof(report_args, common) + offsetof(cli_common, format),
     .value = "html",
     .otherwise = "html",
     .endings = "html|htm=html",
     .summary = {"a page is HTML, and its file is called so",
                 "een pagina is HTML, en zo heet haar bestand"}},
    CLI_FAIL_ON("never"),
    {0}};

/* What the results of a page rest on, until it is written. */
typedef struct making {
    cli_against against;
    cli_repair_worlds worlds, clash_worlds;
    gp_clashes clashes;
    gp_risk_answer risk;
    gp_job *job; /* of all that is found for the page: what is found there is no finding of it */
    gp_report report;
} making;

static int judge(const cli_context *context)
{
    const report_args *asked = (const report_args *)(const void *)context->common;
    const cli_risk_args *drawing = &asked->drawing;
    bool is_drawing =
        drawing->draws || drawing->threads || drawing->spread || drawing->is_mitigated;
    if (!is_drawing || asked->wants_risk) return CLI_OK;
    return cli_wrong_use(context->command, context->language, "%s",
                         gp_say(context->language, "how to draw is of use with --risk only",
                                "hoe te trekken is alleen van nut met --risk"));
}

#define REPAIR_EFFORT UINT64_C(20000000) /* a second or two; `groeipad repair` seeks on */

/* What makes the dates. Who needs the proof of a hard case asks `repair`: the page says where the
 * search was stopped. */
static int find_repair(cli_context *context, making *m)
{
    gp_repair_options seeking;
    gp_default_repair(context->portfolio, &seeking);
    int code = cli_open_worlds(context, &m->worlds);
    if (code != CLI_OK) return code;
    seeking.worlds = &m->worlds.worlds;
    seeking.effort = REPAIR_EFFORT;
    gp_status status = gp_find_repair(context->job, context->schedule, &seeking, &m->report.repair);
    return status == GP_INVALID ? cli_give_up(context, status) : cli_exit_of(context, status);
}

static int find_clashes(cli_context *context, making *m)
{
    gp_clash_options seeking = {.helped = (uint32_t)atoi(CLI_CLASHES_HELPED),
                                .tells_shared_once = true};
    m->report.clashes = &m->clashes;
    return cli_find_clashes(context, &seeking, &m->clash_worlds, &m->clashes);
}

static int find_what_moved(cli_context *context, making *m)
{
    const gp_edits *edits;
    int code = cli_open_against(context, &m->against, &m->report.older);
    if (code != CLI_OK || !m->report.older) return code;
    gp_status status =
        gp_find_edits(context->job, m->against.version.document, context->document, &edits);
    if (status == GP_OK)
        status = cli_find_comparison(context, &m->against.version, edits, &m->report.comparison);
    return cli_exit_of(context, status);
}

static bool has_changes(const cli_common *common)
{
    return common->changes.count || common->change_files.count || common->measures.count;
}

/* Once more, without some of what was asked for. */
static int read_again(const cli_context *context, making *m, const cli_common *asked,
                      const gp_document **out)
{
    cli_context other = *context;
    other.common = asked;
    other.again = context->job;
    other.job = m->job;
    gp_status status = cli_read_files(&other, NULL, context->files, context->file_count, true);
    *out = other.document;
    return cli_exit_of(&other, status);
}

/* The page chooses among scenarios itself, so it opens the portfolio without the changes of one;
 * and what it saves are changes to the files, so it knows what those say. */
static int read_as_written(const cli_context *context, making *m)
{
    cli_common common = *context->common;
    int code = CLI_OK;
    common.scenario = NULL;
    if (context->common->scenario) code = read_again(context, m, &common, &m->report.as_written);
    if (code != CLI_OK || !has_changes(&common)) return code;
    common.changes.count = common.change_files.count = common.measures.count = 0;
    return read_again(context, m, &common, &m->report.unchanged);
}

/* In a job of its own, so that the findings on the page are those of `check`. */
static int find_all(const cli_context *context, const report_args *asked, making *m)
{
    cli_context own = *context;
    own.job = m->job = gp_job_new();
    if (!m->job) return cli_out_of_memory(context->language);
    int code = read_as_written(context, m);
    if (code == CLI_OK) code = find_what_moved(&own, m);
    if (code == CLI_OK) code = find_clashes(&own, m);
    if (code == CLI_OK) code = find_repair(&own, m);
    if (code != CLI_OK || !asked->wants_risk) return code;
    m->report.risk = &m->risk;
    return cli_find_risk(&own, &asked->drawing, &m->risk);
}

/* Why the page cannot plan again, where it cannot. */
static void tell_what_if(const cli_context *context, const gp_report *report)
{
    if (!gp_report_has_engine())
        cli_say("groeipad: %s\n",
                gp_say(context->language,
                       "this page has no what-if: groeipad was built without clang, lld, "
                       "wasi-libc and libclang-rt-dev-wasm32",
                       "deze pagina heeft geen wat-als: groeipad is gebouwd zonder clang, lld, "
                       "wasi-libc en libclang-rt-dev-wasm32"));
    else if (report->is_fixed)
        cli_say("groeipad: %s\n",
                gp_say(context->language,
                       "this page has no what-if: it would make the changes of --scenario after "
                       "the others; put those in the file",
                       "deze pagina heeft geen wat-als: die zou de wijzigingen van --scenario na "
                       "de andere maken; zet die in het bestand"));
}

static int write_page(cli_context *context, making *m)
{
    gp_status status =
        gp_write_report(context->job, &m->report, context->language, &context->output);
    if (status == GP_OK) tell_what_if(context, &m->report);
    return cli_exit_of(context, status);
}

static int run(cli_context *context, const void *args)
{
    making *m = calloc(1, sizeof *m);
    if (!m) return cli_out_of_memory(context->language);
    m->report = (gp_report){.document = context->document,
                            .schedule = context->schedule,
                            .files = context->files,
                            .file_count = context->file_count,
                            .is_status_date_given = context->common->status_date != GP_NO_DAY};
    const cli_common *common = context->common;
    m->report.is_fixed = common->scenario && has_changes(common);
    int code = find_all(context, args, m);
    if (code == CLI_OK) code = write_page(context, m);
    cli_close_worlds(&m->clash_worlds);
    cli_close_worlds(&m->worlds);
    cli_close_against(&m->against);
    gp_job_free(m->job);
    free(m);
    return code;
}

const cli_command cli_report = {
    .name = "report",
    .summary = {"everything on one page that opens in a browser, with what-if",
                "alles op één pagina die in een browser opent, met wat-als"},
    .usage = "FILE... [-o REPORT.html] [options]",
    .example = "groeipad report examples/persoonlijke-dienstverlening.json -o report.html",
    .shows = {"writes report.html: pictures, tables and why, to search, filter and try changes in",
              "schrijft report.html: plaatjes, tabellen en waarom, om in te zoeken, te filteren en "
              "wijzigingen in te proberen"},
    .reads_portfolio = true,
    .wants_document = true,
    .judges_measures = true,
    .options = options,
    .args_size = sizeof(report_args),
    .judge = judge,
    .run = run,
};
