/* SPDX-License-Identifier: MIT
 * `groeipad render tension`: which interventions are out of reach of their own rhythm. */
#include "cli/render.h"

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const cli_picture_args *picture = args;
    const gp_tension_view view = {.language = context->language,
                                  .theme = (gp_theme)picture->theme,
                                  .filter = context->writing.filter};
    (void)format;
    return cli_exit_of(context, gp_draw_tension(context->job, context->schedule, &view, out));
}

const cli_view cli_view_tension = {
    .command =
        {.name = "render tension",
         .summary = {"the field of tension: each intervention's iteration against the lead "
                     "time of its capabilities",
                     "het spanningsveld: van elke interventie de iteratie tegenover de "
                     "doorlooptijd van haar capabilities"},
         .usage = "FILE... [-o PICTURE.svg] [options]",
         .example = "groeipad render tension examples/persoonlijke-dienstverlening.json "
                    "-o tension.svg",
         .shows = {"draws tension.svg: whoever leaves the blue band waits longer than its rhythm",
                   "tekent tension.svg: wie de blauwe band verlaat, wacht langer dan zijn ritme"},
         .first = "VIEW",
         .reads_portfolio = true,
         .is_picture = true,
         .args_size = sizeof(cli_picture_args),
         .run = cli_run_view},
    .draw = draw,
};
