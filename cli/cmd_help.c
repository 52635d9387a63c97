/* SPDX-License-Identifier: MIT
 * `groeipad help`: all commands, one of them, or a topic that is about no one command. */
#include "cli/commands.h"
#include "cli/render.h"

#include <string.h>

typedef struct help_args {
    cli_common common;
} help_args;

#define NAMES_MAX 64

static const cli_command *find_command(const cli_command *const *commands, const char *name)
{
    while (*commands && strcmp((*commands)->name, name) != 0) commands++;
    return *commands;
}

static int unknown_name(const cli_context *context, const char *name)
{
    const char *names[NAMES_MAX];
    size_t count = 0;
    for (size_t i = 0; context->commands[i] && count < NAMES_MAX; i++)
        names[count++] = context->commands[i]->name;
    for (size_t i = 0; cli_topics[i] && count < NAMES_MAX; i++)
        names[count++] = cli_topics[i]->name;
    for (size_t i = 0; cli_views[i] && count < NAMES_MAX; i++)
        names[count++] = cli_view_name(cli_views[i]);
    const char *nearest = gp_nearest_text(name, names, count);
    if (nearest)
        return cli_wrong_use(context->command, context->language,
                             gp_say(context->language, "nothing is called '%s', did you mean '%s'?",
                                    "niets heet '%s', bedoelt u '%s'?"),
                             name, nearest);
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language, "nothing is called '%s'", "niets heet '%s'"),
                         name);
}

static int run(cli_context *context, const void *args)
{
    gp_language language = context->language;
    (void)args;
    if (!context->first) {
        cli_print_help(context->commands, language);
        return CLI_OK;
    }
    const cli_view *view = cli_find_view(context->last ? context->last : context->first);
    const cli_command *command = find_command(context->commands, context->first);
    const cli_topic *topic = cli_find_topic(context->first);
    bool is_of_view = context->last && command == &cli_render;
    if (context->last && !is_of_view)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "'%s' is one too many", "'%s' is er een te veel"),
                             context->last);
    if (view && (is_of_view || !command))
        cli_print_command_help(&view->command, language);
    else if (is_of_view || (!command && !topic))
        return unknown_name(context, is_of_view ? context->last : context->first);
    else if (command)
        cli_print_command_help(command, language);
    else
        topic->print(language);
    return CLI_OK;
}

const cli_command cli_help = {
    .name = "help",
    .summary = {"these commands; or all about one of them, or about a topic",
                "deze opdrachten; of alles over een ervan, of over een onderwerp"},
    .usage = "[COMMAND|TOPIC]",
    .example = "groeipad help formats",
    .shows = {"which formats are read and written, and the options for files of other programs",
              "welke formaten gelezen en geschreven worden, en de opties voor andermans bestanden"},
    .first = "COMMAND",
    .last = "VIEW",
    .is_operand_optional = true,
    .args_size = sizeof(help_args),
    .run = run,
};
