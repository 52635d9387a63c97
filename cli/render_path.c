/* SPDX-License-Identifier: MIT
 * `groeipad render path`: the development path of capabilities to interventions. */
#include "cli/against.h"
#include "cli/layout_file.h"
#include "cli/overwrite.h"
#include "cli/render.h"

#include <stdio.h>

#define HOPS_USUAL 2

typedef struct path_args {
    cli_picture_args picture;
    const char *id;
    const char *layout;
    const char *focus;
    uint32_t hops;
    bool wants_all;
    int group;   /* as in gp_grouping, without its first; or -1 */
    int detail;  /* as in gp_detail, without its first; or -1 */
    int columns; /* gp_columns, or -1 */
} path_args;

static const cli_option options[] = {
    {.name = "for",
     .kind = CLI_TEXT,
     .field = offsetof(path_args, id),
     .value = "ID",
     .summary = {"only what this intervention (or capability) rests on",
                 "alleen waar deze interventie (of capability) op steunt"}},
    {.name = "focus",
     .kind = CLI_TEXT,
     .field = offsetof(path_args, focus),
     .value = "ID",
     .summary = {"only what is near this one: what it rests on, what rests on it",
                 "alleen wat hier dichtbij is: waar het op steunt, wat erop steunt"}},
    {.name = "hops",
     .kind = CLI_NUMBER,
     .field = offsetof(path_args, hops),
     .value = "N",
     .minimum = 1,
     .maximum = GP_HOPS_MAX,
     .summary = {"with --focus: near is at most so many requirements away (otherwise: 2)",
                 "met --focus: dichtbij is hoogstens zoveel vereisten ver (anders: 2)"}},
    CLI_FILTER,
    {.name = "all",
     .kind = CLI_FLAG,
     .field = offsetof(path_args, wants_all),
     .summary = {"also draw requirements that others imply",
                 "teken ook eisen die uit andere volgen"}},
    {.name = "group",
     .kind = CLI_CHOICE,
     .field = offsetof(path_args, group),
     .value = "owner|tag|parent|stage",
     .summary = {"frames around what has the same owner, first tag, parent or stage",
                 "kaders om wat dezelfde eigenaar, hetzelfde eerste label, deel-van of dezelfde "
                 "fase heeft"}},
    {.name = "detail",
     .kind = CLI_CHOICE,
     .field = offsetof(path_args, detail),
     .value = "full|short|name",
     .summary = {"what each box says (otherwise: full; short above 300 boxes)",
                 "wat elk vak zegt (anders: full; short boven 300 vakken)"}},
    {.name = "columns",
     .kind = CLI_CHOICE,
     .field = offsetof(path_args, columns),
     .value = "layer|round|year",
     .summary = {"what a column is: a step of the path, or what begins in a planning round or year",
                 "wat een kolom is: een stap van het pad, of wat in een planronde of jaar "
                 "begint"}},
    {.name = "layout",
     .kind = CLI_TEXT,
     .field = offsetof(path_args, layout),
     .value = "FILE",
     .use = CLI_FILE_KEPT,
     .summary = {"keep boxes where this file says that they stood; it is written anew",
                 "laat vakken staan waar ze volgens dit bestand stonden; het wordt bijgewerkt"}},
    CLI_AGAINST,
    {0}};

static int wrong_in_dot(const cli_context *context, const char *option)
{
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language, "%s is for pictures, not for DOT",
                                "%s is voor plaatjes, niet voor DOT"),
                         option);
}

/* The layout file is read and written: it may be neither a portfolio nor the picture. */
static bool writes(const cli_context *context, const struct stat *file)
{
    const path_args *path = (const path_args *)(const void *)context->common;
    return path->layout && cli_is_file(file, path->layout);
}

static int judge(const cli_context *context)
{
    const path_args *path = (const path_args *)(const void *)context->common;
    const char *output = context->common->output;
    if (path->hops && !path->focus)
        return cli_wrong_use(
            context->command, context->language, "%s",
            gp_say(context->language, "--hops is for --focus ID", "--hops hoort bij --focus ID"));
    if (path->layout && path->group >= 0)
        return cli_wrong_use(context->command, context->language, "%s",
                             gp_say(context->language,
                                    "--group has no --layout: frames are laid out anew each time",
                                    "--group kan niet met --layout: kaders worden telkens opnieuw "
                                    "opgemaakt"));
    if (path->layout && path->columns > GP_COLUMNS_LAYER)
        return cli_wrong_use(context->command, context->language, "%s",
                             gp_say(context->language,
                                    "--layout keeps boxes in their columns, and --columns puts "
                                    "them there by date; take one of the two",
                                    "--layout houdt vakken in hun kolom, en --columns zet ze er "
                                    "op datum; neem een van beide"));
    if (path->group >= 0 && path->columns > GP_COLUMNS_LAYER)
        return cli_wrong_use(context->command, context->language, "%s",
                             gp_say(context->language,
                                    "--group puts boxes in frames, and --columns in columns by "
                                    "date; take one of the two",
                                    "--group zet vakken in kaders, en --columns in kolommen op "
                                    "datum; neem een van beide"));
    if (!path->layout || !cli_are_same(path->layout, output ? output : "-")) return CLI_OK;
    return cli_wrong_use(
        context->command, context->language,
        gp_say(context->language,
               "'%s' is the layout file and would be overwritten; name another file to write",
               "'%s' is het layoutbestand en zou worden overschreven; noem een ander bestand om te "
               "schrijven"),
        path->layout);
}

static void tell_coarse(const cli_context *context, const gp_picture *picture)
{
    cli_say(gp_say(context->language,
                   "groeipad: %u boxes: laid out more coarsely for their number; --for ID draws "
                   "the part under one of them\n",
                   "groeipad: %u vakken: vanwege hun aantal grover opgemaakt; --for ID tekent het "
                   "deel onder een ervan\n"),
            (unsigned)picture->box_count);
}

/* What DOT, which is laid out elsewhere, has no place for. */
static int check_dot(const cli_context *context, const path_args *path)
{
    if (path->columns > GP_COLUMNS_LAYER) return wrong_in_dot(context, "--columns");
    if (path->layout) return wrong_in_dot(context, "--layout");
    if (context->common->against) return wrong_in_dot(context, "--against");
    return CLI_OK;
}

/* What is asked for by id or by file. */
static int fill_view(cli_context *context, const path_args *path, gp_path_view *view)
{
    int code = CLI_OK;
    if (path->id) code = cli_find_activity(context, path->id, 0, &view->intervention);
    if (code == CLI_OK && path->focus) {
        view->hops = path->hops ? path->hops : HOPS_USUAL;
        code = cli_find_activity(context, path->focus, 0, &view->focus);
    }
    if (code == CLI_OK && path->layout) code = cli_read_layout(context, path->layout, view);
    return code;
}

static int draw_view(cli_context *context, const path_args *path, cli_picture_format format,
                     const gp_path_view *view, gp_picture *out)
{
    gp_status status = format == CLI_DOT
                           ? gp_write_path_dot(context->job, context->schedule, view, out)
                           : gp_draw_path(context->job, context->schedule, view, out);
    if (status == GP_OK && out->is_coarse) tell_coarse(context, out);
    if (status == GP_OK && path->layout) cli_keep_layout(context, path->layout, view, out);
    return cli_exit_of(context, status);
}

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const path_args *path = args;
    gp_path_view view = {.intervention = GP_NONE,
                         .all_requirements = path->wants_all,
                         .language = context->language,
                         .theme = (gp_theme)path->picture.theme,
                         .filter = context->writing.filter,
                         .detail = (gp_detail)(path->detail + 1),
                         .group = (gp_grouping)(path->group + 1),
                         .columns =
                             path->columns < 0 ? GP_COLUMNS_LAYER : (gp_columns)path->columns};
    cli_against against;
    int code = format == CLI_DOT ? check_dot(context, path) : CLI_OK;
    if (code == CLI_OK) code = fill_view(context, path, &view);
    if (code != CLI_OK) return code;
    code = cli_open_against(context, &against, &view.older);
    if (code == CLI_OK) code = draw_view(context, path, format, &view, out);
    cli_close_against(&against);
    return code;
}

const cli_view cli_view_path = {
    .command =
        {.name = "render path",
         .summary = {"the development path: capabilities left of what requires them, "
                     "to the interventions that rest on them",
                     "het ontwikkelpad: capabilities links van wat ze nodig heeft, tot aan de "
                     "interventies die erop steunen"},
         .usage = "FILE... [-o PICTURE.svg|.png|.pdf|.dot] [options]",
         .example = "groeipad render path examples/persoonlijke-dienstverlening.json "
                    "-o path.svg",
         .shows =
             {"draws path.svg: what must be there first stands left, the critical path is bold",
              "tekent path.svg: wat er eerst moet zijn staat links, het kritieke pad is vet"},
         .first = "VIEW",
         .reads_portfolio = true,
         .is_picture = true,
         .options = options,
         .args_size = sizeof(path_args),
         .judge = judge,
         .writes = writes,
         .run = cli_run_view},
    .has_dot = true,
    .draw = draw,
};
