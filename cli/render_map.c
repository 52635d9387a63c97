/* SPDX-License-Identifier: MIT
 * `groeipad render map`: the capability map, on one day or on several beside each other. */
#include "cli/against.h"
#include "cli/at.h"
#include "cli/render.h"

typedef struct map_args {
    cli_picture_args picture;
    int colour, group;
    const char *at;
} map_args;

static const cli_option options[] = {
    CLI_AT(map_args, at),
    {.name = "colour",
     .kind = CLI_CHOICE,
     .field = offsetof(map_args, colour),
     .value = "gap|level|late|buffer|demand|owner|stage",
     .otherwise = "gap",
     .summary = {"what the colours say", "wat de kleuren zeggen"}},
    {.name = "group",
     .kind = CLI_CHOICE,
     .field = offsetof(map_args, group),
     .value = "parent|tag|owner",
     .otherwise = "parent",
     .summary = {"what the frames are (tag: the first of each)",
                 "wat de kaders zijn (tag: het eerste label van elk)"}},
    CLI_AGAINST,
    {0}};

/* Boxes of several panels have no room for what became of them. */
static int check_against(const cli_context *context, const gp_map_options *asked)
{
    if (!context->common->against) return CLI_OK;
    if (asked->date_count <= 1 && !asked->is_at_rounds) return CLI_OK;
    return cli_wrong_use(context->command, context->language, "%s",
                         gp_say(context->language,
                                "--against is for the map on one day; name one with --at, or none",
                                "--against is voor de kaart op één dag; noem er een met --at, of "
                                "geen"));
}

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const map_args *map = args;
    cli_days days;
    gp_map_view view = {.options = {.filter = context->writing.filter},
                        .colour = (gp_map_colour)map->colour,
                        .group = (gp_map_group)map->group,
                        .language = context->language,
                        .theme = (gp_theme)map->picture.theme};
    (void)format;
    cli_against against;
    int code = cli_read_at(context, map->at, &days, &view.options);
    if (code == CLI_OK) code = check_against(context, &view.options);
    if (code != CLI_OK) return code;
    code = cli_open_against(context, &against, &view.older);
    if (code == CLI_OK)
        code = cli_exit_of(context, gp_draw_map(context->job, context->schedule, &view, out));
    cli_close_against(&against);
    return code;
}

const cli_view cli_view_map = {
    .command =
        {.name = "render map",
         .summary = {"the capability map: boxes in boxes, coloured by how they stand on a day",
                     "de capabilitykaart: vakken in kaders, gekleurd naar hoe ze er op een dag "
                     "voor staan"},
         .usage = "FILE... [-o PICTURE.svg] [options]",
         .example = "groeipad render map examples/persoonlijke-dienstverlening.json "
                    "--at 2023,2024,2025 -o map.svg",
         .shows = {"draws map.svg: three plateaus, every capability in the same place in each",
                   "tekent map.svg: drie plateaus, elke capability in elk op dezelfde plaats"},
         .first = "VIEW",
         .reads_portfolio = true,
         .is_picture = true,
         .options = options,
         .args_size = sizeof(map_args),
         .run = cli_run_view},
    .draw = draw,
};
