/* SPDX-License-Identifier: MIT
 * `groeipad library`: which interventions apply for these people at this moment? */
#include "cli/commands.h"

typedef struct library_args {
    cli_common common;
    const char *segment, *situation;
    gp_day date;
} library_args;

static const cli_option options[] = {
    {.name = "segment",
     .kind = CLI_TEXT,
     .field = offsetof(library_args, segment),
     .value = "ID",
     .offers = CLI_OFFER_SEGMENTS,
     .summary = {"for these people (otherwise: any)", "voor deze mensen (anders: alle)"}},
    {.name = "situation",
     .kind = CLI_TEXT,
     .field = offsetof(library_args, situation),
     .value = "ID",
     .offers = CLI_OFFER_SITUATIONS,
     .summary = {"at this moment (otherwise: any)", "op dit moment (anders: elk)"}},
    {.name = "date",
     .kind = CLI_DAY,
     .field = offsetof(library_args, date),
     .value = "DATE",
     .summary = {"is it ready on this day? (otherwise: the status date)",
                 "is het op deze dag klaar? (anders: de peildatum)"}},
    CLI_FILTER,
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static int run(cli_context *context, const void *args)
{
    const library_args *library = args;
    gp_library_question question = {.date = library->date, .filter = context->writing.filter};
    int code = cli_find_term(context, "segment", &context->portfolio->segments, library->segment,
                             &question.segment);
    if (code == CLI_OK)
        code = cli_find_term(context, "situation", &context->portfolio->situations,
                             library->situation, &question.situation);
    if (code != CLI_OK) return code;
    gp_library found;
    gp_status status = gp_find_library(context->job, context->schedule, &question, &found);
    if (status == GP_OK)
        status = gp_write_library(context->job, context->portfolio, &found, &context->writing,
                                  &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_library = {
    .name = "library",
    .summary = {"the interventions that apply for a segment in a situation, and what is ready",
                "de interventies die gelden voor een segment in een situatie, en wat klaar is"},
    .usage = "FILE... [--segment ID] [--situation ID] [options]",
    .example = "groeipad library examples/persoonlijke-dienstverlening.json "
               "--situation keuze-maken",
    .shows = {"what can be used for them then, what later, and what that waits for",
              "wat er dan voor hen te gebruiken is, wat later, en waar dat op wacht"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(library_args),
    .run = run,
};
