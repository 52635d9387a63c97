/* SPDX-License-Identifier: MIT
 * What there is to tell that is about no one command: which formats there are, with the options for
 * files of other programs, and which keys the file has. All from the rows. */
#include "cli/manual.h"

#include <stdio.h>
#include <string.h>

const cli_topic *const cli_topics[] = {&cli_topic_formats, &cli_topic_portfolio, NULL};

const cli_topic *cli_find_topic(const char *name)
{
    for (size_t i = 0; cli_topics[i]; i++)
        if (strcmp(cli_topics[i]->name, name) == 0) return cli_topics[i];
    return NULL;
}

void cli_print_topic_help(const cli_topic *topic, gp_language language)
{
    const cli_manual manual = {.language = language};
    topic->tell(&manual);
}

/* ---- formats ---- */

static void tell_format(const cli_manual *manual, const gp_file_format *format)
{
    const char *yes = cli_manual_words(manual, "yes", "ja");
    char names[64] = "", line[160];
    size_t length = 0;
    for (size_t i = 0; i < GP_EXTENSIONS_MAX && format->extensions[i]; i++) {
        int size = snprintf(names + length, sizeof names - length, "%s.%s", length ? " " : "",
                            format->extensions[i]);
        if (size > 0 && length + (size_t)size < sizeof names) length += (size_t)size;
    }
    snprintf(line, sizeof line, "  %-18s %-12s %-5s %-9s %s", format->name, format->title,
             gp_is_read(format) ? yes : "-", gp_is_written(format) ? yes : "-",
             length ? names : "-");
    cli_manual_line(manual, line);
}

static void tell_formats(const cli_manual *manual)
{
    char line[160];
    cli_manual_text(
        manual,
        cli_manual_words(
            manual,
            "A portfolio may come from several files, each in a format of its own: its name tells "
            "which, or how it begins, or --from. groeipad convert writes the format that the name "
            "of -o tells, or --to.",
            "Een portfolio kan uit meer bestanden komen, elk in een eigen formaat: de naam zegt "
            "welk, of het begin, of --from. groeipad convert schrijft het formaat dat de naam van "
            "-o zegt, of --to."));
    if (!manual->is_man) putchar('\n');
    snprintf(line, sizeof line, "  %-18s %-12s %-5s %-9s %s",
             cli_manual_words(manual, "format", "formaat"), "",
             cli_manual_words(manual, "read", "lezen"),
             cli_manual_words(manual, "written", "schrijven"),
             cli_manual_words(manual, "names end in", "namen eindigen op"));
    cli_manual_begin_lines(manual);
    cli_manual_line(manual, line);
    for (size_t i = 0; gp_file_format_at(i); i++) tell_format(manual, gp_file_format_at(i));
    cli_manual_end_lines(manual);
    cli_manual_options(manual, NULL,
                       cli_manual_words(manual, "options for files of other programs",
                                        "opties voor bestanden van andere programma's"),
                       cli_import_option);
    cli_manual_heading(manual, cli_manual_words(manual, "example", "voorbeeld"));
    cli_manual_example(
        manual, "groeipad inspect docs/formats/architecture.xml",
        cli_manual_words(manual,
                         "what is in a file of others, and which of these options would "
                         "use more of it",
                         "wat er in een bestand van anderen staat, en welke van deze "
                         "opties er meer van gebruiken"));
}

const cli_topic cli_topic_formats = {
    .name = "formats",
    .summary = {"formats of files, and the options for files of other programs",
                "formaten van bestanden, en de opties voor bestanden van andere programma's"},
    .section = 5,
    .tell = tell_formats,
};

/* ---- the file ---- */

static void tell_key(const cli_manual *manual, const gp_file_key *key)
{
    char text[512];
    snprintf(text, sizeof text, "(%s%s) %s", key->value[manual->language],
             key->is_required ? cli_manual_words(manual, ", required", ", verplicht") : "",
             key->summary[manual->language]);
    cli_manual_item(manual, key->name, text, 20);
}

static void tell_portfolio(const cli_manual *manual)
{
    gp_file_record record;
    gp_file_key key;
    cli_manual_text(
        manual,
        cli_manual_words(
            manual,
            "A portfolio is a JSON object, or the same in YAML; sheets have these keys as columns "
            "(docs/csv.md), models as properties. Dates are YYYY-MM-DD. A duration is 10d, 2w, "
            "6mo, 1y, 1y6mo, 20wd (working days) or ISO 8601 (P1Y6M). Keys that begin with x- are "
            "your own.",
            "Een portfolio is een JSON-object, of hetzelfde in YAML; bladen hebben deze sleutels "
            "als kolommen (docs/csv.md), modellen als eigenschappen. Datums zijn JJJJ-MM-DD. Een "
            "duur is 10d, 2w, 6mo, 1y, 1y6mo, 20wd (werkdagen) of ISO 8601 (P1Y6M). Sleutels die "
            "met x- beginnen zijn van uzelf."));
    for (size_t i = 0; gp_describe_record(i, &record); i++) {
        cli_manual_heading(manual, record.title[manual->language]);
        for (size_t k = 0; gp_describe_key(i, k, &key); k++) tell_key(manual, &key);
    }
    cli_manual_heading(manual, cli_manual_words(manual, "example", "voorbeeld"));
    cli_manual_example(manual, "groeipad init portfolio.yaml",
                       cli_manual_words(manual, "a small portfolio with comments, to change",
                                        "een klein portfolio met commentaar, om aan te passen"));
}

const cli_topic cli_topic_portfolio = {
    .name = "portfolio",
    .summary = {"every key of the portfolio file, and what may be in it",
                "elke sleutel van het portfoliobestand, en wat erin mag staan"},
    .section = 5,
    .tell = tell_portfolio,
};
