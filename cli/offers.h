/* SPDX-License-Identifier: MIT
 * What a shell could put in the place of a word: the question, and who answers its parts. */
#ifndef CLI_OFFERS_H
#define CLI_OFFERS_H

#include "cli/cli.h"

#define CLI_OFFER_BEGIN 1024

/* What stands on the line before the word that is completed. */
typedef struct cli_question {
    cli_context *context;
    gp_language language;
    const cli_command *command; /* NULL: it is still to come */
    const cli_option *option;   /* whose value is completed; NULL: none */
    const char **operands;      /* of the command */
    size_t operand_count;
    const char *word;            /* what is there of it; of a list only its last part */
    const char *before;          /* what of the shell's word comes before that, */
    size_t before_size;          /* so many bytes */
    char begin[CLI_OFFER_BEGIN]; /* what stands before an id within the word */
    bool is_query;
    int code;                      /* CLI_OK, or what to exit with: why has been said */
    bool is_unknown;               /* what stands in the command's place is none */
    const gp_portfolio *portfolio; /* NULL: not read yet, or there is none */
} cli_question;

/* Prints a candidate, and what it means (or NULL), where it begins as the word does. */
void cli_offer_text(const cli_question *line, const char *text, const char *meaning);

/* The commands; the options of a table, or of a command. */
void cli_offer_commands(const cli_question *line);
void cli_offer_option(const cli_question *line, const cli_option *option);

/* Asks the shell for something: "files", "nospace". */
void cli_offer_ask(const cli_question *line, const char *what);

/* What could be the value of line->option; an operand of that name ("FILE", "ID", "VIEW"). */
void cli_offer_value(cli_question *line);
void cli_offer_by_name(cli_question *line, const char *name);

#endif
