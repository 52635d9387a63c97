/* SPDX-License-Identifier: MIT
 * `groeipad render boards`, `fit` and `model`: pictures that have no options but those of all
 * pictures. */
#include "cli/render.h"

static const cli_option options[] = {{0}};

/* What the three rows have in common. */
#define SHEET                                                                                      \
    .usage = "FILE... [-o PICTURE.svg|.png|.pdf] [options]", .first = "VIEW",                      \
    .reads_portfolio = true, .is_picture = true, .options = options,                               \
    .args_size = sizeof(cli_picture_args), .run = cli_run_view

static gp_theme theme_of(const void *args)
{
    return (gp_theme)((const cli_picture_args *)args)->theme;
}

static int draw_boards(cli_context *context, const void *args, cli_picture_format format,
                       gp_picture *out)
{
    const gp_boards_view view = {
        .language = context->language, .theme = theme_of(args), .filter = context->writing.filter};
    (void)format;
    return cli_exit_of(context, gp_draw_boards(context->job, context->schedule, &view, out));
}

const cli_view cli_view_boards = {
    .command =
        {.name = "render boards",
         .summary = {"the S curve with the boards explore, develop and exploit, and what "
                     "each asks of the capabilities",
                     "de S-curve met de borden verkennen, ontwikkelen en exploiteren, en "
                     "wat elk van de capabilities vraagt"},
         .example = "groeipad render boards examples/persoonlijke-dienstverlening.json "
                    "-o boards.svg",
         .shows =
             {"draws boards.svg: the interventions numbered on the curve, what they ask below",
              "tekent boards.svg: de interventies genummerd op de curve, daaronder wat ze vragen"},
         SHEET},
    .draw = draw_boards,
};

static int draw_fit(cli_context *context, const void *args, cli_picture_format format,
                    gp_picture *out)
{
    const gp_fit_view view = {
        .language = context->language, .theme = theme_of(args), .filter = context->writing.filter};
    (void)format;
    return cli_exit_of(context, gp_draw_fit(context->job, context->schedule, &view, out));
}

const cli_view cli_view_fit = {
    .command =
        {.name = "render fit",
         .summary = {"need against experience, a panel per dimension, and the interventions "
                     "that answer a gap",
                     "behoefte tegenover ervaring, een paneel per dimensie, en de "
                     "interventies die op een kloof antwoorden"},
         .example = "groeipad render fit examples/persoonlijke-dienstverlening.json "
                    "-o fit.svg",
         .shows = {"draws fit.svg: where experience falls short of need, and what is done about it",
                   "tekent fit.svg: waar de ervaring achterblijft, en wat daaraan gebeurt"},
         SHEET},
    .draw = draw_fit,
};

static int draw_model(cli_context *context, const void *args, cli_picture_format format,
                      gp_picture *out)
{
    const gp_model_view view = {
        .language = context->language, .theme = theme_of(args), .filter = context->writing.filter};
    (void)format;
    return cli_exit_of(context, gp_draw_model(context->job, context->schedule, &view, out));
}

const cli_view cli_view_model = {
    .command = {.name = "render model",
                .summary = {"the growth model on one page: three pillars, each with its counts and "
                            "its most urgent finding",
                            "het groeimodel op een pagina: drie pijlers, elk met zijn aantallen "
                            "en zijn dringendste bevinding"},
                .example = "groeipad render model examples/persoonlijke-dienstverlening.json "
                           "-o model.svg",
                .shows = {"draws model.svg: one page to talk about",
                          "tekent model.svg: een pagina om het over te hebben"},
                SHEET},
    .draw = draw_model,
};
