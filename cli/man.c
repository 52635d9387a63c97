/* SPDX-License-Identifier: MIT
 * Pages for man, from the rows that help is told from: groeipad(1), one per command, and one per
 * topic. They have no date in them: the same version gives the same bytes. */
#include "cli/manual.h"

#include <stdio.h>
#include <string.h>

/* The page's first lines. name: NULL for the program itself. */
static void begin(const cli_manual *manual, const char *name, int section, const char *summary)
{
    printf(".\\\" made by groeipad help --format man\n");
    printf(".TH groeipad%s%s %d \"\" \"groeipad %s\" \"%s\"\n", name ? "\\-" : "", name ? name : "",
           section, GP_VERSION,
           section == 1 ? cli_manual_words(manual, "Commands", "Opdrachten")
                        : cli_manual_words(manual, "File formats", "Bestandsformaten"));
    cli_manual_heading(manual, cli_manual_words(manual, "name", "naam"));
    printf("groeipad%s%s \\- ", name ? "\\-" : "", name ? name : "");
    cli_print_roff(summary);
    putchar('\n');
}

static void tell_synopsis(const cli_manual *manual, const char *name, const char *usage)
{
    char words[CLI_USAGE_SIZE];
    cli_manual_heading(manual, cli_manual_words(manual, "synopsis", "overzicht"));
    printf(".B groeipad%s%s\n", name ? " " : "", name ? name : "");
    cli_print_roff(cli_translate_usage(usage, manual->language, words));
    putchar('\n');
}

static void tell_exits(const cli_manual *manual)
{
    cli_manual_heading(manual, cli_manual_words(manual, "exit status", "eindcode"));
    for (size_t i = 0; cli_exits[i].words[0]; i++) {
        char code[8];
        snprintf(code, sizeof code, "%d", (int)cli_exits[i].code);
        cli_manual_item(manual, code, cli_exits[i].words[manual->language], 4);
    }
}

/* All pages but the one itself (NULL: the program's). */
static void tell_others(const cli_manual *manual, const cli_command *const *commands,
                        const char *name)
{
    cli_manual_heading(manual, cli_manual_words(manual, "see also", "zie ook"));
    printf("%s", name ? ".BR groeipad (1)" : "");
    bool is_first = !name;
    for (size_t i = 0; commands[i]; i++) {
        if (commands[i]->is_hidden || (name && strcmp(commands[i]->name, name) == 0)) continue;
        printf("%s.BR groeipad\\-%s (1)", is_first ? "" : ",\n", commands[i]->name);
        is_first = false;
    }
    for (size_t i = 0; cli_topics[i]; i++)
        if (!name || strcmp(cli_topics[i]->name, name) != 0)
            printf(",\n.BR groeipad\\-%s (%d)", cli_topics[i]->name, cli_topics[i]->section);
    putchar('\n');
}

void cli_print_command_man(const cli_command *const *commands, const cli_command *command,
                           gp_language language)
{
    bool is_begun = false;
    const cli_manual manual = {.language = language, .is_man = true, .is_begun = &is_begun};
    begin(&manual, command->name, 1, command->summary[language]);
    tell_synopsis(&manual, command->name, command->usage);
    cli_tell_command(&manual, command);
    tell_exits(&manual);
    tell_others(&manual, commands, command->name);
}

void cli_print_topic_man(const cli_command *const *commands, const cli_topic *topic,
                         gp_language language)
{
    bool is_begun = false;
    const cli_manual manual = {.language = language, .is_man = true, .is_begun = &is_begun};
    begin(&manual, topic->name, topic->section, topic->summary[language]);
    cli_manual_heading(&manual, cli_manual_words(&manual, "description", "beschrijving"));
    topic->tell(&manual);
    tell_others(&manual, commands, topic->name);
}

void cli_print_man(const cli_command *const *commands, gp_language language)
{
    bool is_begun = false;
    const cli_manual manual = {.language = language, .is_man = true, .is_begun = &is_begun};
    begin(
        &manual, NULL, 1,
        cli_manual_words(&manual, "plans capability growth under digital service interventions",
                         "plant de groei van capabilities onder interventies in dienstverlening"));
    tell_synopsis(&manual, NULL, "COMMAND FILE... [options]");
    cli_manual_heading(&manual, cli_manual_words(&manual, "description", "beschrijving"));
    cli_tell_program(&manual, commands);
    cli_manual_options(&manual, NULL, cli_manual_words(&manual, "what if", "wat als"),
                       cli_change_option);
    cli_manual_options(&manual, NULL,
                       cli_manual_words(&manual, "general options", "algemene opties"),
                       cli_portfolio_option);
    cli_manual_options(&manual, NULL, NULL, cli_every_option);
    tell_exits(&manual);
    tell_others(&manual, commands, NULL);
}
