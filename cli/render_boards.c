/* SPDX-License-Identifier: MIT
 * `groeipad render boards`: the S curve with its three boards. */
#include "cli/render.h"

static const cli_option options[] = {{0}};

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const cli_picture_args *picture = args;
    const gp_boards_view view = {.language = context->language, .theme = (gp_theme)picture->theme};
    (void)format;
    return cli_exit_of(context, gp_draw_boards(context->job, context->schedule, &view, out));
}

const cli_view cli_view_boards = {
    .command = {.name = "render boards",
                .summary = {"the S curve with the boards explore, develop and exploit, and what "
                            "each asks of the capabilities",
                            "de S-curve met de borden verkennen, ontwikkelen en exploiteren, en "
                            "wat elk van de capabilities vraagt"},
                .usage = "FILE... [-o PICTURE.svg|.png|.pdf] [options]",
                .example = "groeipad render boards examples/persoonlijke-dienstverlening.json "
                           "-o boards.svg",
                .first = "VIEW",
                .reads_portfolio = true,
                .is_picture = true,
                .options = options,
                .args_size = sizeof(cli_picture_args),
                .run = cli_run_view},
    .draw = draw,
};
