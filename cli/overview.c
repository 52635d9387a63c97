/* SPDX-License-Identifier: MIT
 * Help about the whole program: the commands that there are, one line each. */
#include "cli/cli.h"

#include <stdio.h>

void cli_print_help(const cli_command *const *commands, gp_language language)
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
    for (size_t i = 0; commands[i]; i++) {
        printf("  %-10s", commands[i]->name);
        cli_print_wrapped(commands[i]->summary[language], 12, 12);
    }
    printf("\n%s\n", gp_say(language, "also: groeipad help TOPIC", "ook: groeipad help ONDERWERP"));
    for (size_t i = 0; cli_topics[i]; i++) {
        printf("  %-10s", cli_topics[i]->name);
        cli_print_wrapped(cli_topics[i]->summary[language], 12, 12);
    }
    printf("\n%s\n",
           gp_say(language,
                  "groeipad help COMMAND tells more about one; --version tells the version.\n"
                  "FILE may be '-' (standard input); several files make one portfolio.\n\n"
                  "example\n  groeipad clashes examples/persoonlijke-dienstverlening.json\n\n"
                  "exit: 0 fine; 1 findings from --fail-on upwards; 2 wrong use; 3 no portfolio\n"
                  "can be made of the input; 4 output could not be written; 70 a bug",
                  "groeipad help OPDRACHT vertelt meer over een opdracht; --version de versie.\n"
                  "BESTAND mag '-' zijn (standaardinvoer); meer bestanden zijn samen een "
                  "portfolio.\n\n"
                  "voorbeeld\n  groeipad clashes examples/persoonlijke-dienstverlening.json\n\n"
                  "einde: 0 goed; 1 bevindingen vanaf --fail-on; 2 verkeerd gebruik; 3 van de\n"
                  "invoer is geen portfolio te maken; 4 uitvoer niet te schrijven; 70 een fout in\n"
                  "groeipad"));
}
