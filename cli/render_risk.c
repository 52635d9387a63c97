/* SPDX-License-Identifier: MIT
 * `groeipad render risk`: how sure each date is, and what it varies with. */
#include "cli/render.h"
#include "cli/risk_find.h"

typedef struct risk_args {
    cli_picture_args picture;
    cli_risk_args drawing;
    uint32_t top;
} risk_args;

static const cli_option options[] = {
    CLI_RISK(risk_args, drawing),
    {.name = "top",
     .kind = CLI_NUMBER,
     .field = offsetof(risk_args, top),
     .value = "N",
     .otherwise = "40",
     .minimum = 1,
     .maximum = 10000,
     .summary = {"draw the N interventions that are least sure",
                 "teken de N interventies die het minst zeker zijn"}},
    {0}};

static int judge(const cli_context *context)
{
    const risk_args *asked = (const risk_args *)(const void *)context->common;
    gp_risk_options unused = {0};
    return cli_read_risk(context, &asked->drawing, &unused);
}

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const risk_args *asked = args;
    const gp_risk_view view = {.language = context->language,
                               .theme = (gp_theme)asked->picture.theme,
                               .filter = context->writing.filter,
                               .card_most = asked->top};
    gp_risk_answer answer;
    (void)format;
    int code = cli_find_risk(context, &asked->drawing, &answer);
    if (code != CLI_OK) return code;
    return cli_exit_of(context, gp_draw_risk(context->job, context->schedule, &answer, &view, out));
}

const cli_view cli_view_risk = {
    .command = {.name = "render risk",
                .summary = {"how sure each date is: the chance to be live by each day, and the "
                            "risks and steps that decide it",
                            "hoe zeker elke datum is: de kans om op elke dag live te zijn, en de "
                            "risico's en stappen die dat bepalen"},
                .usage = "FILE... [-o PICTURE.svg|.png|.pdf] [options]",
                .example = "groeipad render risk examples/persoonlijke-dienstverlening.json "
                           "--spread 20%/60% -o risk.svg",
                .shows = {"draws risk.svg: the interventions, least sure first, each with its S "
                          "curve",
                          "tekent risk.svg: de interventies, de minst zekere eerst, elk met haar "
                          "S-curve"},
                .first = "VIEW",
                .reads_portfolio = true,
                .is_picture = true,
                .options = options,
                .args_size = sizeof(risk_args),
                .judge = judge,
                .run = cli_run_view},
    .draw = draw,
};
