/* SPDX-License-Identifier: MIT
 * `groeipad help`: all commands, one of them, or a topic that is about no one command. */
#include "cli/commands.h"
#include "cli/render.h"

#include <stdio.h>
#include <string.h>

typedef struct help_args {
    cli_common common;
} help_args;

enum { AS_TEXT, AS_MAN, AS_LIST };

static const cli_option options[] = {
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .field = offsetof(cli_common, format),
     .value = "text|man|list",
     .otherwise = "text",
     .summary =
         {"man: the source of a page for man; list: the pages that there are, as NAME "
          "SECTION",
          "man: de bron van een bladzijde voor man; list: welke bladzijden er zijn, als NAAM "
          "SECTIE"}},
    {0}};

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
        if (!context->commands[i]->is_hidden) names[count++] = context->commands[i]->name;
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

/* The pages for man, a line each. */
static void list_pages(const cli_context *context)
{
    printf("groeipad 1\n");
    for (size_t i = 0; context->commands[i]; i++)
        if (!context->commands[i]->is_hidden) printf("%s 1\n", context->commands[i]->name);
    for (size_t i = 0; cli_topics[i]; i++)
        printf("%s %d\n", cli_topics[i]->name, cli_topics[i]->section);
}

static void print_all(const cli_context *context)
{
    if (context->common->format == AS_LIST)
        list_pages(context);
    else if (context->common->format == AS_MAN)
        cli_print_man(context->commands, context->language);
    else
        cli_print_help(context->commands, context->language);
}

static void print_command(const cli_context *context, const cli_command *command)
{
    if (context->common->format == AS_MAN)
        cli_print_command_man(context->commands, command, context->language);
    else
        cli_print_command_help(command, context->language);
}

static void print_topic(const cli_context *context, const cli_topic *topic)
{
    if (context->common->format == AS_MAN)
        cli_print_topic_man(context->commands, topic, context->language);
    else
        cli_print_topic_help(topic, context->language);
}

static int run(cli_context *context, const void *args)
{
    (void)args;
    if (!context->first) {
        print_all(context);
        return CLI_OK;
    }
    const cli_view *view = cli_find_view(context->last ? context->last : context->first);
    const cli_command *command = find_command(context->commands, context->first);
    const cli_topic *topic = cli_find_topic(context->first);
    bool is_of_view = context->last && command == &cli_render;
    if (context->last && !is_of_view)
        return cli_wrong_use(
            context->command, context->language,
            gp_say(context->language, "'%s' is one too many", "'%s' is er een te veel"),
            context->last);
    if (view && (is_of_view || !command))
        print_command(context, &view->command);
    else if (is_of_view || (!command && !topic))
        return unknown_name(context, is_of_view ? context->last : context->first);
    else if (command)
        print_command(context, command);
    else
        print_topic(context, topic);
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
    .options = options,
    .first = "COMMAND",
    .last = "VIEW",
    .is_operand_optional = true,
    .args_size = sizeof(help_args),
    .run = run,
};
