/* SPDX-License-Identifier: MIT
 * `groeipad render model`: the growth model of three pillars on one page. */
#include "cli/render.h"

static const cli_option options[] = {{0}};

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const cli_picture_args *picture = args;
    const gp_model_view view = {.language = context->language, .theme = (gp_theme)picture->theme};
    (void)format;
    return cli_exit_of(context, gp_draw_model(context->job, context->schedule, &view, out));
}

const cli_view cli_view_model = {
    .command = {.name = "render model",
                .summary = {"the growth model on one page: three pillars, each with its counts and "
                            "its most urgent finding",
                            "het groeimodel op een pagina: drie pijlers, elk met zijn aantallen "
                            "en zijn dringendste bevinding"},
                .usage = "FILE... [-o PICTURE.svg|.png|.pdf] [options]",
                .example = "groeipad render model examples/persoonlijke-dienstverlening.json "
                           "-o model.svg",
                .first = "VIEW",
                .reads_portfolio = true,
                .is_picture = true,
                .options = options,
                .args_size = sizeof(cli_picture_args),
                .run = cli_run_view},
    .draw = draw,
};
