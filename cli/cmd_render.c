/* SPDX-License-Identifier: MIT
 * `groeipad render`: pictures. The name of the file says which format; without a file it is SVG,
 * or what --format asks for. */
#include "cli/commands.h"
#include "render/groeipad_render.h"

#include <stdio.h>
#include <string.h>

typedef struct render_args {
    cli_common common;
    const char *id;
    bool wants_all;
} render_args;

static const cli_option options[] = {
    {.name = "for",
     .kind = CLI_TEXT,
     .field = offsetof(render_args, id),
     .value = "ID",
     .summary = {"only what this intervention (or capability) rests on",
                 "alleen waar deze interventie (of capability) op steunt"}},
    {.name = "all",
     .kind = CLI_FLAG,
     .field = offsetof(render_args, wants_all),
     .summary = {"also draw requirements that others imply",
                 "teken ook eisen die uit andere volgen"}},
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .field = offsetof(cli_common, format),
     .value = "svg|dot",
     .summary = {"the kind of picture (otherwise: as the file is called, or svg)",
                 "het soort plaatje (anders: naar de naam van het bestand, of svg)"}},
    CLI_FAIL_ON("never"),
    {0}};

enum { SVG, DOT };

/* -1 where the file's name does not say. */
static int format_of(const char *path)
{
    const char *dot = path ? strrchr(path, '.') : NULL;
    if (!cli_names_file(path)) return SVG;
    if (!dot) return -1;
    if (strcmp(dot, ".svg") == 0) return SVG;
    return strcmp(dot, ".dot") == 0 || strcmp(dot, ".gv") == 0 ? DOT : -1;
}

static int run(cli_context *context, const void *args)
{
    const render_args *render = args;
    gp_language language = context->language;
    int format =
        render->common.format >= 0 ? render->common.format : format_of(render->common.output);
    gp_path_view view = {
        .intervention = GP_NONE, .all_requirements = render->wants_all, .language = language};
    if (strcmp(context->first, "path") != 0)
        return cli_wrong_use(context->command, language,
                             cli_say(language, "there is no view '%s'; there is: path",
                                     "er is geen aanzicht '%s'; er is: path"),
                             context->first);
    if (format < 0)
        return cli_wrong_use(context->command, language,
                             cli_say(language, "'%s' should end in .svg or .dot",
                                     "'%s' moet eindigen op .svg of .dot"),
                             render->common.output);
    if (render->id) {
        int code = cli_find_activity(context, render->id, 0, &view.intervention);
        if (code != CLI_OK) return code;
    }
    gp_picture picture = {0};
    gp_status status = format == SVG
                           ? gp_draw_path(context->job, context->schedule, &view, &picture)
                           : gp_write_path_dot(context->job, context->schedule, &view, &picture);
    if (picture.is_coarse)
        fprintf(stderr,
                cli_say(language,
                        "groeipad: %u boxes are too many for a fine layout; --for ID draws "
                        "the part under one of them\n",
                        "groeipad: %u vakken zijn te veel voor een fijne opmaak; --for ID "
                        "tekent het deel onder een ervan\n"),
                (unsigned)picture.box_count);
    context->output = (gp_output){picture.text, picture.size};
    return cli_exit_of(context, status);
}

const cli_command cli_render = {
    .name = "render",
    .summary = {"a picture; the view path: the development path of capabilities to interventions",
                "een plaatje; het aanzicht path: het ontwikkelpad van capabilities naar "
                "interventies"},
    .usage = "VIEW FILE... [-o PICTURE.svg|.dot] [options]",
    .example = "groeipad render path examples/persoonlijke-dienstverlening.json -o path.svg",
    .first = "VIEW",
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(render_args),
    .run = run,
};
