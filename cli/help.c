/* SPDX-License-Identifier: MIT
 * Help for one command, made from the rows of commands and options, so that the help and what the
 * program does cannot differ. */
#include "cli/cli.h"

#include <stdio.h>

/* One line in place of the options for files of other programs. */
static void refer_to_formats(gp_language language)
{
    char text[512];
    size_t length = (size_t)snprintf(
        text, sizeof text, "%s",
        gp_say(language, "files of other programs:", "bestanden van andere programma's:"));
    for (const cli_option *option = cli_import_option; option->name; option++)
        length += (size_t)snprintf(text + length, sizeof text - length, " --%s%s", option->name,
                                   option[1].name ? "," : "");
    snprintf(text + length, sizeof text - length, "; %s groeipad help %s",
             gp_say(language, "see", "zie"), cli_topic_formats.name);
    putchar('\n');
    cli_print_wrapped(text, 0, 2);
}

void cli_print_command_help(const cli_command *command, gp_language language)
{
    char usage[CLI_USAGE_SIZE];
    const char *own = gp_say(language, "options", "opties");
    const char *general = gp_say(language, "general options", "algemene opties");
    printf("%s groeipad %s %s\n\n", gp_say(language, "usage:", "gebruik:"), command->name,
           cli_translate_usage(command->usage, language, usage));
    cli_print_wrapped(command->summary[language], 0, 0);
    if (command->print_more) command->print_more(language);
    cli_print_options(command, own, command->options, language);
    if (command->is_picture)
        cli_print_options(command, gp_say(language, "options of pictures", "opties van plaatjes"),
                          cli_picture_option, language);
    if (command->is_about_formats)
        cli_print_options(command,
                          gp_say(language, "options for files of other programs",
                                 "opties voor bestanden van andere programma's"),
                          cli_import_option, language);
    printf("\n%s\n  %s\n    ", gp_say(language, "example", "voorbeeld"), command->example);
    cli_print_wrapped(command->shows[language], 4, 4);
    if (command->reads_portfolio)
        cli_print_options(command, general, cli_portfolio_option, language);
    cli_print_options(command, command->reads_portfolio ? NULL : general, cli_every_option,
                      language);
    if (command->reads_portfolio && !command->is_about_formats) refer_to_formats(language);
}
