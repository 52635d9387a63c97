/* SPDX-License-Identifier: MIT
 * `groeipad render path`: the development path of capabilities to interventions. */
#include "cli/render.h"

#include <stdio.h>

typedef struct path_args {
    cli_picture_args picture;
    const char *id;
    bool wants_all;
} path_args;

static const cli_option options[] = {
    {.name = "for",
     .kind = CLI_TEXT,
     .field = offsetof(path_args, id),
     .value = "ID",
     .summary = {"only what this intervention (or capability) rests on",
                 "alleen waar deze interventie (of capability) op steunt"}},
    {.name = "all",
     .kind = CLI_FLAG,
     .field = offsetof(path_args, wants_all),
     .summary = {"also draw requirements that others imply",
                 "teken ook eisen die uit andere volgen"}},
    {0}};

static int draw(cli_context *context, const void *args, cli_picture_format format, gp_picture *out)
{
    const path_args *path = args;
    gp_language language = context->language;
    gp_path_view view = {
        .intervention = GP_NONE, .all_requirements = path->wants_all, .language = language};
    if (path->id) {
        int code = cli_find_activity(context, path->id, 0, &view.intervention);
        if (code != CLI_OK) return code;
    }
    gp_status status = format == CLI_DOT
                           ? gp_write_path_dot(context->job, context->schedule, &view, out)
                           : gp_draw_path(context->job, context->schedule, &view, out);
    if (out->is_coarse)
        fprintf(stderr,
                cli_say(language,
                        "groeipad: %u boxes are too many for a fine layout; --for ID draws "
                        "the part under one of them\n",
                        "groeipad: %u vakken zijn te veel voor een fijne opmaak; --for ID "
                        "tekent het deel onder een ervan\n"),
                (unsigned)out->box_count);
    return cli_exit_of(context, status);
}

const cli_view cli_view_path = {
    .command = {.name = "render path",
                .summary = {"the development path: capabilities left of what requires them, "
                            "interventions at the right",
                            "het ontwikkelpad: capabilities links van wat ze nodig heeft, "
                            "interventies rechts"},
                .usage = "FILE... [-o PICTURE.svg|.dot] [options]",
                .example = "groeipad render path examples/persoonlijke-dienstverlening.json "
                           "-o path.svg",
                .first = "VIEW",
                .reads_portfolio = true,
                .is_picture = true,
                .options = options,
                .args_size = sizeof(path_args),
                .run = cli_run_view},
    .has_dot = true,
    .draw = draw,
};
