/* SPDX-License-Identifier: MIT
 * Help, made from the rows of commands and options: what the program does and what it says that it
 * does cannot differ. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#define WIDTH 80

const char *cli_translate_usage(const char *usage, gp_language language, char *out)
{
    static const char *const words[][2] = {
        {"FILE", "BESTAND"},   {"VIEW", "AANZICHT"}, {"PICTURE", "PLAATJE"}, {"DATE", "DATUM"},
        {"FORMAT", "FORMAAT"}, {"FOLDER", "MAP"},    {"EXPR", "VRAAG"},      {"options", "opties"}};
    size_t length = 0;
    while (*usage && length + 16 < CLI_USAGE_SIZE) {
        const char *piece = usage;
        size_t size = 1, taken = 1;
        for (size_t i = 0; language == GP_DUTCH && i < sizeof words / sizeof *words; i++)
            if (strncmp(usage, words[i][0], strlen(words[i][0])) == 0) {
                piece = words[i][1];
                size = strlen(piece);
                taken = strlen(words[i][0]);
            }
        memcpy(out + length, piece, size);
        length += size;
        usage += taken;
    }
    out[length] = '\0';
    return out;
}

void cli_print_wrapped(const char *text, size_t at, size_t indent)
{
    bool is_fresh = true;
    while (*text) {
        size_t size = strcspn(text, " "), width = 0;
        for (size_t i = 0; i < size; i++) width += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (!is_fresh && at + 1 + width > WIDTH) {
            printf("\n%*s", (int)indent, "");
            at = indent;
            is_fresh = true;
        }
        if (!is_fresh) at += (size_t)printf(" ");
        printf("%.*s", (int)size, text);
        at += width;
        is_fresh = false;
        text += size + (text[size] == ' ');
    }
    putchar('\n');
}

/* An option of the command itself takes the place of a general one of that name. */
static bool is_replaced(const cli_command *command, const cli_option *option)
{
    return cli_find_option(command, option->name, strlen(option->name), '\0') != option;
}

static void print_options(const cli_command *command, const cli_option *option,
                          gp_language language)
{
    for (; option && option->name; option++) {
        if (is_replaced(command, option)) continue;
        char head[160], summary[256], usual[64] = "", value[CLI_USAGE_SIZE] = "";
        if (option->value) cli_translate_usage(option->value, language, value);
        if (option->otherwise) snprintf(usual, sizeof usual, " [%s]", option->otherwise);
        snprintf(head, sizeof head, "%s%c%s--%s%s%s", option->letter ? "-" : " ",
                 option->letter ? option->letter : ' ', option->letter ? ", " : "  ", option->name,
                 option->value ? " " : "", value);
        snprintf(summary, sizeof summary, "%s%s", option->summary[language], usual);
        if (strlen(head) > 28)
            printf("  %s\n%32s", head, "");
        else
            printf("  %-30s", head);
        cli_print_wrapped(summary, 32, 32);
    }
}

void cli_print_command_help(const cli_command *command, gp_language language)
{
    char usage[CLI_USAGE_SIZE];
    printf("%s groeipad %s %s\n\n", gp_say(language, "usage:", "gebruik:"), command->name,
           cli_translate_usage(command->usage, language, usage));
    cli_print_wrapped(command->summary[language], 0, 0);
    if (command->print_more) command->print_more(language);
    printf("\n%s\n", gp_say(language, "options", "opties"));
    print_options(command, command->options, language);
    if (command->is_picture) print_options(command, cli_picture_option, language);
    if (command->reads_portfolio) print_options(command, cli_portfolio_option, language);
    print_options(command, cli_every_option, language);
    printf("\n%s\n  %s\n", gp_say(language, "example", "voorbeeld"), command->example);
}

void cli_print_help(gp_language language)
{
    printf("%s\n\n",
           gp_say(language,
                  "groeipad " GP_VERSION
                  ": which capabilities do the planned interventions need, in what\norder, how "
                  "long does that take, and where does a fast intervention wait for a\nslow "
                  "capability?",
                  "groeipad " GP_VERSION
                  ": welke capabilities hebben de geplande interventies nodig, in\nwelke volgorde, "
                  "hoe lang duurt dat, en waar wacht een snelle interventie op een\ntrage "
                  "capability?"));
    printf("%s groeipad %s\n\n", gp_say(language, "usage:", "gebruik:"),
           gp_say(language, "COMMAND FILE... [options]", "OPDRACHT BESTAND... [opties]"));
    for (size_t i = 0; cli_commands[i]; i++) {
        printf("  %-10s", cli_commands[i]->name);
        cli_print_wrapped(cli_commands[i]->summary[language], 12, 12);
    }
    printf("\n%s\n",
           gp_say(language,
                  "groeipad COMMAND --help tells more about one; --version tells the version.\n"
                  "FILE may be '-' (standard input); several files make one portfolio.\n\n"
                  "example\n  groeipad clashes examples/persoonlijke-dienstverlening.json\n\n"
                  "exit: 0 fine; 1 findings from --fail-on upwards; 2 wrong use; 3 no portfolio\n"
                  "can be made of the input; 4 output could not be written; 70 a bug",
                  "groeipad OPDRACHT --help vertelt meer over een opdracht; --version de versie.\n"
                  "BESTAND mag '-' zijn (standaardinvoer); meer bestanden zijn samen een "
                  "portfolio.\n\n"
                  "voorbeeld\n  groeipad clashes examples/persoonlijke-dienstverlening.json\n\n"
                  "einde: 0 goed; 1 bevindingen vanaf --fail-on; 2 verkeerd gebruik; 3 van de\n"
                  "invoer is geen portfolio te maken; 4 uitvoer niet te schrijven; 70 een fout in\n"
                  "groeipad"));
}
