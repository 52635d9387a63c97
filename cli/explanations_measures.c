/* SPDX-License-Identifier: MIT
 * Pages of the findings about measures (GP14x): what could be decided, at a cost. */
#include "cli/explanations.h"

const cli_page cli_measure_pages[] = {
    CLI_PAGE(140,
             "`groeipad repair` proves that no cheaper decisions make the dates. It can, for\n"
             "measures that only make dates earlier, or make an intervention needed later.\n"
             "This one can also make a date later, in this plan or together with others, so\n"
             "repair leaves it out. The message says by which key of which record. It may\n"
             "still be a good measure: `--measure` makes it in any command.\n",
             "`groeipad repair` bewijst dat geen goedkopere besluiten de datums halen. Dat kan\n"
             "voor maatregelen die datums alleen vroeger maken, of een interventie later nodig\n"
             "laten zijn. Deze kan een datum ook later maken, in dit plan of samen met andere,\n"
             "dus laat repair haar weg. De melding zegt door welke sleutel van welk record. De\n"
             "maatregel kan nog steeds goed zijn: `--measure` neemt haar in elk commando.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"needed_by\": \"2026-04-01\",\n"
             "                        \"requires\": [\"team\", \"tools\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\"},\n"
             "                      {\"id\": \"tools\", \"lead_time\": \"2mo\"}],\n"
             "     \"measures\": [{\"id\": \"move-people\", \"cost\": 10, \"changes\":\n"
             "       {\"capabilities\": [{\"id\": \"team\", \"lead_time\": \"3mo\"},\n"
             "                         {\"id\": \"tools\", \"lead_time\": \"4mo\"}]}}]}\n",
             "Where the measure does two things that can be decided one by one, make two\n"
             "measures of it. Else compare the plan with and without it, and then repair the\n"
             "plan with it: `groeipad repair FILE --measure move-people`.\n",
             "Doet de maatregel twee dingen waarover los te besluiten is, maak er dan twee\n"
             "maatregelen van. Vergelijk anders het plan met en zonder haar, en herstel dan\n"
             "het plan met haar: `groeipad repair BESTAND --measure move-people`.\n"),
    CLI_PAGE(141,
             "The measure costs something and moves no date: no intervention rests on what it\n"
             "changes, or what it says is so already. Often an id or a level is another than\n"
             "was meant, or the work has been done in the meantime.\n",
             "De maatregel kost iets en verschuift geen datum: geen interventie steunt op wat\n"
             "ze wijzigt, of wat ze zegt is al zo. Vaak is een id of niveau een ander dan\n"
             "bedoeld, of is het werk intussen gedaan.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"needed_by\": \"2026-04-01\",\n"
             "                        \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\"}],\n"
             "     \"measures\": [{\"id\": \"hire\", \"cost\": 30, \"changes\":\n"
             "       {\"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\"}]}}]}\n",
             "Let it change what a late intervention waits for: `groeipad path` and `groeipad\n"
             "why` tell. Or take it out.\n",
             "Laat haar wijzigen waar een late interventie op wacht: `groeipad path` en\n"
             "`groeipad why` vertellen het. Of haal haar weg.\n"),
    CLI_PAGE(
        142,
        "Two measures change the same in ways of which neither always makes it earlier\n"
        "than the other, such as 60d and 2mo: so no order of the two is right, and repair\n"
        "takes one of them at most. Or what a measure \"needs\", itself or by what that\n"
        "needs in turn, is also excluded: then it can never be taken.\n",
        "Twee maatregelen wijzigen hetzelfde zo dat geen van de twee het altijd vroeger\n"
        "maakt dan de andere, zoals 60d en 2mo: geen volgorde van de twee klopt dan, en\n"
        "repair neemt er hooguit een. Of wat een maatregel nodig heeft (\"needs\"), zelf of\n"
        "via wat dat weer nodig heeft, is ook uitgesloten: dan kan zij nooit genomen\n"
        "worden.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\"}],\n"
        "     \"measures\": [\n"
        "       {\"id\": \"hire\", \"cost\": 30, \"changes\":\n"
        "         {\"capabilities\": [{\"id\": \"team\", \"lead_time\": \"3mo\"}]}},\n"
        "       {\"id\": \"train\", \"needs\": [\"hire\"], \"excludes\": [\"hire\"]}]}\n",
        "Take an id out of \"needs\" or \"excludes\". Write durations of the same step in the\n"
        "same unit, and where two measures do the same, keep one.\n",
        "Haal een id uit \"needs\" of \"excludes\". Schrijf duren van dezelfde stap in\n"
        "dezelfde eenheid, en doen twee maatregelen hetzelfde, houd er dan een.\n"),
    CLI_PAGE(143,
             "What a measure \"needs\" has to be taken as well. In a circle they can only be\n"
             "taken all at once, so they are one measure that is written as several; mostly\n"
             "an id is another than was meant.\n",
             "Wat een maatregel nodig heeft (\"needs\") moet ook genomen worden. In een kring\n"
             "kunnen ze alleen allemaal tegelijk genomen worden: dan zijn ze een maatregel\n"
             "die als enkele is opgeschreven. Meestal is een id een ander dan bedoeld.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"measures\": [{\"id\": \"hire\", \"needs\": [\"train\"]},\n"
             "                  {\"id\": \"train\", \"needs\": [\"hire\"]}]}\n",
             "Make one measure of them, with all the changes and the whole cost. Or take out\n"
             "the id that is not meant.\n",
             "Maak er een maatregel van, met alle wijzigingen en de hele kosten. Of haal de id\n"
             "weg die niet bedoeld is.\n"),
};

const size_t cli_measure_page_count = sizeof cli_measure_pages / sizeof *cli_measure_pages;
