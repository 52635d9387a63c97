/* SPDX-License-Identifier: MIT
 * `groeipad render sweep`: how late each intervention is with each value of something. */
#include "cli/render.h"
#include "cli/sweep.h"

typedef struct sweep_args {
    cli_picture_args picture;
    cli_texts sweeps;
} sweep_args;

static const cli_option options[] = {CLI_SWEEP(sweep_args, sweeps), {0}};

static int judge(const cli_context *context)
{
    const sweep_args *asked = (const sweep_args *)(const void *)context->common;
    if (asked->sweeps.count) return CLI_OK;
    return cli_wrong_use(context->command, context->language, "%s",
                         gp_say(context->language,
                                "which values? For example --sweep planning.round=1y,6mo,3mo",
                                "welke waarden? Bijvoorbeeld --sweep planning.round=1y,6mo,3mo"));
}

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const sweep_args *asked = args;
    const gp_sweep_view view = {.language = context->language,
                                .theme = (gp_theme)asked->picture.theme,
                                .filter = context->writing.filter};
    const gp_sweep *sweep;
    cli_sweep_axes axes;
    (void)format;
    int code = cli_read_sweep(context, &asked->sweeps, &axes);
    if (code == CLI_OK) code = cli_find_sweep(context, &axes, &sweep);
    if (code != CLI_OK) return code;
    return cli_exit_of(context, gp_draw_sweep(context->job, context->schedule, sweep, &view, out));
}

const cli_view cli_view_sweep = {
    .command = {.name = "render sweep",
                .summary = {"days late by value: what each value of something does to every "
                            "intervention that is late",
                            "dagen te laat naar waarde: wat elke waarde doet met elke interventie "
                            "die te laat is"},
                .usage = "FILE... --sweep TARGET=V1,V2,... [-o PICTURE.svg|.png|.pdf] [options]",
                .example = "groeipad render sweep examples/persoonlijke-dienstverlening.json "
                           "--sweep planning.round=1y,6mo,3mo,none -o sweep.svg",
                .shows = {"draws sweep.svg: what shorter rounds bring, and to which intervention",
                          "tekent sweep.svg: wat kortere rondes opleveren, en voor welke "
                          "interventie"},
                .first = "VIEW",
                .reads_portfolio = true,
                .wants_document = true,
                .is_picture = true,
                .options = options,
                .args_size = sizeof(sweep_args),
                .judge = judge,
                .run = cli_run_view},
    .draw = draw,
};
