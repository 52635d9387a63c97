/* SPDX-License-Identifier: MIT
 * Help for one command, made from the rows of commands and options, so that the help and what the
 * program does cannot differ. */
#include "cli/manual.h"

#include <stdio.h>

/* One line in place of the options for files of other programs. */
static void refer_to_formats(const cli_manual *manual)
{
    char text[512];
    size_t length = (size_t)snprintf(
        text, sizeof text, "%s",
        cli_manual_words(manual, "files of other programs:", "bestanden van andere programma's:"));
    for (const cli_option *option = cli_import_option; option->name; option++)
        length += (size_t)snprintf(text + length, sizeof text - length, " --%s%s", option->name,
                                   option[1].name ? "," : "");
    snprintf(text + length, sizeof text - length, "; %s groeipad help %s",
             cli_manual_words(manual, "see", "zie"), cli_topic_formats.name);
    putchar('\n');
    cli_manual_text(manual, text);
}

static void tell_imports(const cli_manual *manual, const cli_command *command)
{
    cli_manual_options(manual, command,
                       cli_manual_words(manual, "options for files of other programs",
                                        "opties voor bestanden van andere programma's"),
                       cli_import_option);
}

void cli_tell_command(const cli_manual *manual, const cli_command *command)
{
    const char *general = cli_manual_words(manual, "general options", "algemene opties");
    if (command->tell_more) command->tell_more(manual);
    cli_manual_options(manual, command, cli_manual_words(manual, "options", "opties"),
                       command->options);
    if (command->is_picture)
        cli_manual_options(manual, command,
                           cli_manual_words(manual, "options of pictures", "opties van plaatjes"),
                           cli_picture_option);
    if (command->is_about_formats) tell_imports(manual, command);
    cli_manual_heading(manual, cli_manual_words(manual, "example", "voorbeeld"));
    cli_manual_example(manual, command->example, command->shows[manual->language]);
    if (command->reads_portfolio) {
        cli_manual_options(manual, command, cli_manual_words(manual, "what if", "wat als"),
                           cli_change_option);
        cli_manual_options(manual, command, general, cli_portfolio_option);
    }
    cli_manual_options(manual, command, command->reads_portfolio ? NULL : general,
                       cli_every_option);
    if (!command->reads_portfolio || command->is_about_formats) return;
    if (manual->is_man) /* which has room for all of it */
        tell_imports(manual, command);
    else
        refer_to_formats(manual);
}

void cli_print_command_help(const cli_command *command, gp_language language)
{
    const cli_manual manual = {.language = language};
    char usage[CLI_USAGE_SIZE];
    printf("%s groeipad %s %s\n\n", cli_manual_words(&manual, "usage:", "gebruik:"), command->name,
           cli_translate_usage(command->usage, language, usage));
    cli_manual_text(&manual, command->summary[language]);
    cli_tell_command(&manual, command);
}
