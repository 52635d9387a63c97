/* SPDX-License-Identifier: MIT
 * What there is to tell that is about no one command: which formats there are, with the options for
 * files of other programs, made from the rows of both. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

const cli_topic *const cli_topics[] = {&cli_topic_formats, NULL};

const cli_topic *cli_find_topic(const char *name)
{
    for (size_t i = 0; cli_topics[i]; i++)
        if (strcmp(cli_topics[i]->name, name) == 0) return cli_topics[i];
    return NULL;
}

static void print_format(const gp_file_format *format, gp_language language)
{
    const char *yes = gp_say(language, "yes", "ja");
    char names[64] = "";
    size_t length = 0;
    for (size_t i = 0; i < GP_EXTENSIONS_MAX && format->extensions[i]; i++) {
        int size = snprintf(names + length, sizeof names - length, "%s.%s", length ? " " : "",
                            format->extensions[i]);
        if (size > 0 && length + (size_t)size < sizeof names) length += (size_t)size;
    }
    printf("  %-18s %-12s %-5s %-9s %s\n", format->name, format->title,
           gp_is_read(format) ? yes : "-", gp_is_written(format) ? yes : "-", length ? names : "-");
}

static void print_formats(gp_language language)
{
    cli_print_wrapped(
        gp_say(language,
               "A portfolio may come from several files, each in a format of its own: its name "
               "tells which, or how it begins, or --from. groeipad convert writes the format that "
               "the name of -o tells, or --to.",
               "Een portfolio kan uit meer bestanden komen, elk in een eigen formaat: de naam zegt "
               "welk, of het begin, of --from. groeipad convert schrijft het formaat dat de naam "
               "van -o zegt, of --to."),
        0, 0);
    printf("\n  %-18s %-12s %-5s %-9s %s\n", gp_say(language, "format", "formaat"), "",
           gp_say(language, "read", "lezen"), gp_say(language, "written", "schrijven"),
           gp_say(language, "names end in", "namen eindigen op"));
    for (size_t i = 0; gp_file_format_at(i); i++) print_format(gp_file_format_at(i), language);
    cli_print_options(NULL,
                      gp_say(language,
                             "options for files of other programs, of every command that reads "
                             "a portfolio",
                             "opties voor bestanden van andere programma's, van elke opdracht die "
                             "leest"),
                      cli_import_option, language);
    printf("\n%s\n  groeipad inspect docs/formats/architecture.xml\n    ",
           gp_say(language, "example", "voorbeeld"));
    cli_print_wrapped(gp_say(language,
                             "what is in a file of others, and which of these options would use "
                             "more of it",
                             "wat er in een bestand van anderen staat, en welke van deze opties er "
                             "meer van gebruiken"),
                      4, 4);
}

const cli_topic cli_topic_formats = {
    .name = "formats",
    .summary = {"formats of files, and the options for files of other programs",
                "formaten van bestanden, en de opties voor bestanden van andere programma's"},
    .print = print_formats,
};
