/* SPDX-License-Identifier: MIT
 * `groeipad risk`: lead times are guesses, so how sure are the dates? */
#include "cli/commands.h"
#include "cli/risk_find.h"
#include "cli/risk_options.h"
#include "cli/risk_parts.h"
#include "cli/risk_ranks.h"
#include "cli/risk_sets.h"

#include <stdlib.h>
#include <string.h>

#define DRAWS_UNTIL_ERROR 10000000u /* where --until-error is to stop them */

typedef struct risk_args {
    cli_common common;
    cli_risk_args drawing;
    cli_part_args part;
    const char *until_error;
    cli_texts together;
    uint32_t top;
} risk_args;

static const cli_option options[] = {
    CLI_RISK(risk_args, drawing),
    {.name = "until-error",
     .kind = CLI_TEXT,
     .field = offsetof(risk_args, until_error),
     .value = "PERCENT",
     .summary = {"stop as soon as the standard error of every chance is this small: 0.5% "
                 "(after 10000000 draws at last, or --draws)",
                 "stop zodra de standaardfout van elke kans zo klein is: 0.5% (uiterlijk na "
                 "10000000 trekkingen, of --draws)"}},
    {.name = "together",
     .kind = CLI_TEXTS,
     .field = offsetof(risk_args, together),
     .value = "ID,...",
     .summary = {"how likely all of these interventions are in time, with commas between; again: "
                 "another set (otherwise: all that have a date)",
                 "hoe waarschijnlijk al deze interventies op tijd zijn, met komma's ertussen; nog "
                 "eens: nog een groep (anders: alle met een datum)"}},
    {.name = "top",
     .kind = CLI_NUMBER,
     .field = offsetof(risk_args, top),
     .value = "N",
     .otherwise = "10",
     .summary = {"show at most N rows of each list as text; 0: all",
                 "toon hoogstens N rijen van elke lijst als tekst; 0: alle"}},
    CLI_FILTER,
    CLI_PARTS(risk_args, part),
    CLI_FAIL_ON("never"),
    {0}};

/* "0.5%", "0.5", "0,5 %" as 0.005; more than 0, at most 50 percent. */
static bool read_error(const char *text, double *out)
{
    uint32_t number = 0, unit = 0, digits = 0;
    for (; (*text >= '0' && *text <= '9') || ((*text == '.' || *text == ',') && !unit); text++) {
        if (*text < '0') {
            unit = 1;
            continue;
        }
        if (digits++ > 6) return false;
        number = number * 10 + (uint32_t)(*text - '0');
        if (unit) unit *= 10;
    }
    if (*text == ' ') text++;
    if (*text == '%') text++;
    *out = (double)number / (unit ? unit : 1) / 100;
    return *text == '\0' && *out > 0 && *out <= 0.5;
}

/* An option of a whole run that has no meaning with parts; NULL: none. */
static const char *find_said(const risk_args *asked)
{
    if (asked->until_error) return "until-error";
    return asked->part.is_merging && asked->together.count ? "together" : NULL;
}

/* Fills in what the options say; says on stderr what is wrong. */
static int read_options(const cli_context *context, const risk_args *asked, gp_risk_options *out)
{
    int code = cli_read_risk(context, &asked->drawing, out);
    if (code == CLI_OK) code = cli_judge_parts(context, &asked->part, find_said(asked), out);
    if (code != CLI_OK || !asked->until_error) return code;
    if (out->draws == 0) out->draws = DRAWS_UNTIL_ERROR;
    if (read_error(asked->until_error, &out->until_error)) return CLI_OK;
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language,
                                "--until-error is '%.40s', expected a percentage above 0 and up "
                                "to 50, as in 0.5%%",
                                "--until-error is '%.40s', verwacht: een percentage boven 0 en "
                                "tot 50, zoals 0.5%%"),
                         asked->until_error);
}

static int judge(const cli_context *context)
{
    gp_risk_options unused = {0};
    return read_options(context, (const risk_args *)(const void *)context->common, &unused);
}

static gp_status load(cli_context *context)
{
    return cli_load_parts(context, &((const risk_args *)(const void *)context->common)->part);
}

static gp_status draw(cli_context *context, gp_risk_options *asked, gp_risk_sums **out)
{
    if (context->parts)
        return gp_add_parts(context->job, context->schedule, context->parts, context->part_count,
                            out);
    return cli_draw_risk(context, cli_draw_on_ranks, asked, out);
}

static gp_status answer(cli_context *context, const gp_risk_sums *sums)
{
    gp_risk_answer found;
    gp_status status = gp_answer_risk(context->job, context->schedule, sums, &found);
    if (status != GP_OK) return status;
    return gp_write_risk(context->job, context->schedule, &found, &context->writing,
                         &context->output);
}

static int run(cli_context *context, const void *args)
{
    const risk_args *asked = args;
    gp_risk_options drawing = {0};
    gp_risk_sums *sums;
    cli_risk_sets sets;
    int code = context->parts ? CLI_OK : read_options(context, asked, &drawing);
    if (code != CLI_OK) return code;
    code = cli_read_sets(context, &asked->together, &sets);
    if (code == CLI_OK) {
        drawing.together = sets.count ? sets.sets : NULL;
        drawing.together_count = sets.count;
        gp_status status = draw(context, &drawing, &sums);
        context->writing.row_limit = asked->top;
        if (status == GP_OK) {
            cli_tell_stopped(context, sums);
            status = asked->common.format == CLI_FORMAT_PART
                         ? cli_write_part(context, &drawing, sums)
                         : answer(context, sums);
        }
        code = cli_exit_of(context, status);
    }
    free(sets.interventions);
    return code;
}

const cli_command cli_risk = {
    .name = "risk",
    .summary = {"how sure the dates are: the plan, calculated many times with other lead times",
                "hoe zeker de datums zijn: het plan, vele malen berekend met andere "
                "doorlooptijden"},
    .usage = "FILE... [options]",
    .example = "groeipad risk examples/persoonlijke-dienstverlening.json --spread 20%/60%",
    .shows = {"the chance of each intervention to be in time, and what has to be decided by when "
              "to be sure",
              "de kans van elke interventie om op tijd te zijn, en wat wanneer besloten moet zijn "
              "om zeker te zijn"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(risk_args),
    .load = load,
    .judge = judge,
    .run = run,
};
