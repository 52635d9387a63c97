/* SPDX-License-Identifier: MIT
 * Help about the whole program: the commands that there are, one line each. */
#include "cli/manual.h"

#include <stdio.h>

const cli_exit_words cli_exits[] = {
    {CLI_OK, {"fine", "goed"}},
    {CLI_FINDINGS, {"findings from --fail-on upwards", "bevindingen vanaf --fail-on"}},
    {CLI_WRONG_USE, {"wrong use", "verkeerd gebruik"}},
    {CLI_NO_PORTFOLIO,
     {"no portfolio can be made of the input", "van de invoer is geen portfolio te maken"}},
    {CLI_NOT_WRITTEN, {"output could not be written", "uitvoer niet te schrijven"}},
    {CLI_BUG, {"a bug", "een fout in groeipad"}},
    {CLI_OK, {NULL, NULL}},
};

#define COLUMN 12 /* where what a command does begins */

static void tell_exits(const cli_manual *manual)
{
    char text[512];
    size_t length =
        (size_t)snprintf(text, sizeof text, "%s", cli_manual_words(manual, "exit:", "einde:"));
    for (size_t i = 0; cli_exits[i].words[0] && length < sizeof text; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s %d %s", i ? ";" : "",
                                   (int)cli_exits[i].code, cli_exits[i].words[manual->language]);
    cli_manual_text(manual, text);
}

void cli_tell_program(const cli_manual *manual, const cli_command *const *commands)
{
    cli_manual_text(
        manual, cli_manual_words(manual,
                                 "Which capabilities do the planned interventions need, in what "
                                 "order, how long does that take, and where does a fast "
                                 "intervention wait for a slow capability?",
                                 "Welke capabilities hebben de geplande interventies nodig, in "
                                 "welke volgorde, hoe lang duurt dat, en waar wacht een snelle "
                                 "interventie op een trage capability?"));
    cli_manual_heading(manual, cli_manual_words(manual, "commands", "opdrachten"));
    for (size_t i = 0; commands[i]; i++)
        if (!commands[i]->is_hidden)
            cli_manual_item(manual, commands[i]->name, commands[i]->summary[manual->language],
                            COLUMN);
    cli_manual_heading(manual, cli_manual_words(manual, "topics", "onderwerpen"));
    for (size_t i = 0; cli_topics[i]; i++)
        cli_manual_item(manual, cli_topics[i]->name, cli_topics[i]->summary[manual->language],
                        COLUMN);
    if (!manual->is_man) putchar('\n');
    cli_manual_text(manual,
                    cli_manual_words(manual,
                                     "groeipad help COMMAND|TOPIC tells more about one; "
                                     "--version tells the version.",
                                     "groeipad help OPDRACHT|ONDERWERP vertelt meer over een "
                                     "ervan; --version de versie."));
    cli_manual_text(manual,
                    cli_manual_words(manual,
                                     "FILE may be '-' (standard input); several files make one "
                                     "portfolio.",
                                     "BESTAND mag '-' zijn (standaardinvoer); meer bestanden "
                                     "zijn samen een portfolio."));
    cli_manual_heading(manual, cli_manual_words(manual, "example", "voorbeeld"));
    cli_manual_example(manual, "groeipad clashes examples/persoonlijke-dienstverlening.json",
                       cli_manual_words(manual, "who is late, what for, and what would help",
                                        "wie te laat is, waardoor, en wat zou helpen"));
}

void cli_print_help(const cli_command *const *commands, gp_language language)
{
    const cli_manual manual = {.language = language};
    printf("groeipad %s\n\n%s groeipad %s\n\n", GP_VERSION,
           cli_manual_words(&manual, "usage:", "gebruik:"),
           cli_manual_words(&manual, "COMMAND FILE... [options]", "OPDRACHT BESTAND... [opties]"));
    cli_tell_program(&manual, commands);
    putchar('\n');
    tell_exits(&manual);
}
