/* SPDX-License-Identifier: MIT
 * What may be decided, for whom, and for how much: the options of all that seeks the cheapest
 * measures. */
#ifndef CLI_REPAIR_OPTIONS_H
#define CLI_REPAIR_OPTIONS_H

#include "cli/cli.h"

/* What they say; a member of the args struct of a command that has them. */
typedef struct cli_repair_args {
    const char *automatic; /* --auto */
    uint32_t later;
    cli_texts about;     /* --for */
    cli_texts forbidden; /* --not */
    const char *budget;
    uint32_t hundredths; /* of a second; 0: not given */
    bool has_curve;
} cli_repair_args;

/* Their rows; `at` is a cli_repair_args of the args struct. */
#define CLI_REPAIR(args, at) CLI_REPAIR_FOR(args, at), CLI_REPAIR_CHOICES(args, at)

/* Those for whom it is, and those for what may be decided. */
#define CLI_REPAIR_FOR(args, at)                                                                   \
    {                                                                                              \
        .name = "for", .kind = CLI_TEXTS,                                                          \
        .field = offsetof(args, at) + offsetof(cli_repair_args, about), .value = "ID,...",         \
        .summary = {                                                                               \
            "only the dates of these interventions, or of those that rest on these "               \
            "capabilities",                                                                        \
            "alleen de datums van deze interventies, of van die op deze capabilities "             \
            "steunen"                                                                              \
        }                                                                                          \
    }

#define CLI_REPAIR_CHOICES(args, at)                                                               \
    {.name = "not",                                                                                \
     .kind = CLI_TEXTS,                                                                            \
     .field = offsetof(args, at) + offsetof(cli_repair_args, forbidden),                           \
     .value = "ID,...",                                                                            \
     .summary = {"not these measures, and no automatic measure of these records",                  \
                 "niet deze maatregelen, en geen automatische van deze records"}},                 \
        {.name = "auto",                                                                           \
         .kind = CLI_TEXT,                                                                         \
         .is_list = true,                                                                          \
         .field = offsetof(args, at) + offsetof(cli_repair_args, automatic),                       \
         .value = "all|KIND[=COST],...",                                                           \
         .words = "all|off-round|shorten|level|date",                                              \
         .summary = {"automatic measures too, of these kinds: off-round, shorten, level, date "    \
                     "(otherwise: all where the file has no measures)",                            \
                     "ook automatische maatregelen, van deze soorten: off-round, shorten, "        \
                     "level, date (anders: alle als het bestand geen maatregelen heeft)"}},        \
        {.name = "later",                                                                          \
         .kind = CLI_NUMBER,                                                                       \
         .field = offsetof(args, at) + offsetof(cli_repair_args, later),                           \
         .value = "N",                                                                             \
         .minimum = 1,                                                                             \
         .maximum = GP_LATER_MAX,                                                                  \
         .otherwise = "6",                                                                         \
         .summary = {"a date may move by so many cycles at most",                                  \
                     "een datum mag hoogstens zoveel cycli verschuiven"}},                         \
        {.name = "budget",                                                                         \
         .kind = CLI_TEXT,                                                                         \
         .field = offsetof(args, at) + offsetof(cli_repair_args, budget),                          \
         .value = "COST",                                                                          \
         .summary = {"the most dates for this at most, then the fewest days late",                 \
                     "hoogstens hiervoor de meeste datums, dan de minste dagen te laat"}},         \
    {                                                                                              \
        .name = "seconds", .kind = CLI_FACTOR,                                                     \
        .field = offsetof(args, at) + offsetof(cli_repair_args, hundredths), .value = "N",         \
        .maximum = 8640000, .summary = {                                                           \
            "search for so long, 0.1 to 86400, in place of a fixed effort; the best so far is "    \
            "the answer",                                                                          \
            "zoek zo lang, 0.1 tot 86400, in plaats van met een vaste inspanning; het beste tot "  \
            "dan toe is het antwoord"                                                              \
        }                                                                                          \
    }

/* Whether what they say can be read; says on stderr what is wrong. Before a file is read. */
int cli_judge_repair(const cli_context *context, const cli_repair_args *asked);

/* Fills in what they ask of the portfolio of the context, but for the lists of ids. Says on stderr
 * what is wrong. */
int cli_read_repair(const cli_context *context, const cli_repair_args *asked,
                    gp_repair_options *out);

/* Those that the lists name. */
typedef struct cli_repair_marks {
    bool *only;         /* by intervention; NULL: all */
    bool *not_measures; /* by measure */
    bool *not_symbols;  /* by symbol */
} cli_repair_marks;

/* Reads the lists. Says on stderr what is wrong. Free them in any case. */
int cli_read_repair_marks(cli_context *context, const cli_repair_args *asked,
                          cli_repair_marks *out);
void cli_free_repair_marks(cli_repair_marks *marks);

#endif
