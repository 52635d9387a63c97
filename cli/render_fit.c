/* SPDX-License-Identifier: MIT
 * `groeipad render fit`: need against experience, a panel per dimension. */
#include "cli/render.h"

static const cli_option options[] = {{0}};

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const cli_picture_args *picture = args;
    const gp_fit_view view = {.language = context->language, .theme = (gp_theme)picture->theme};
    (void)format;
    return cli_exit_of(context, gp_draw_fit(context->job, context->schedule, &view, out));
}

const cli_view cli_view_fit = {
    .command = {.name = "render fit",
                .summary = {"need against experience, a panel per dimension, and the interventions "
                            "that answer a gap",
                            "behoefte tegenover ervaring, een paneel per dimensie, en de "
                            "interventies die op een kloof antwoorden"},
                .usage = "FILE... [-o PICTURE.svg|.png|.pdf] [options]",
                .example = "groeipad render fit examples/persoonlijke-dienstverlening.json "
                           "-o fit.svg",
                .first = "VIEW",
                .reads_portfolio = true,
                .is_picture = true,
                .options = options,
                .args_size = sizeof(cli_picture_args),
                .run = cli_run_view},
    .draw = draw,
};
