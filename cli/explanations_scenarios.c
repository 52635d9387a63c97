/* SPDX-License-Identifier: MIT
 * The pages about scenarios, and about what a catalogue knows. */
#include "cli/explanations.h"

const cli_page cli_scenario_pages[] = {
    CLI_PAGE(206,
             "A catalogue tells which capabilities others need, and why: advice algorithms\n"
             "need the prevention of bias, every digital capability needs digital leadership.\n"
             "The portfolio has, or asks for, what such a line is about, and does not mention\n"
             "what it needs. It is found with `--catalogue FILE`, on `gaps` and on `check`.\n",
             "Een catalogus vertelt welke capabilities andere nodig hebben, en waarom:\n"
             "adviesalgoritmes vragen om het voorkomen van bias, elke digitale capability om\n"
             "digital leadership. Het portfolio heeft waar zo'n regel over gaat, of vraagt\n"
             "erom, en noemt niet wat daarvoor nodig is. Het blijkt met `--catalogue FILE`,\n"
             "bij `gaps` en bij `check`.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"algorithms\"]}],\n"
             "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"9mo\"}]}\n"
             "\n"
             "  and a catalogue: {\"capabilities\": [\n"
             "       {\"id\": \"algorithms\", \"requires\": [\"no-bias\"]}]}\n",
             "Describe it as a capability and require it. Where it is really not needed here,\n"
             "take the line out of your copy of the catalogue.\n",
             "Beschrijf het als capability en vereis het. Is het hier echt niet nodig, haal de\n"
             "regel dan uit uw kopie van de catalogus.\n"),
    CLI_PAGE(403,
             "The intervention is on the board of exploring, the portfolio works with\n"
             "scenarios, and this intervention names none of them. So it counts in every\n"
             "scenario, and the capabilities that it asks for look like no-regret ones. What\n"
             "is being explored is mostly good for one future and not for another: that is\n"
             "what the white paper uses scenarios for.\n",
             "De interventie staat op het bord verkennen, het portfolio werkt met scenario's,\n"
             "en deze interventie noemt er geen. Zij telt dus in elk scenario mee, en wat zij\n"
             "aan capabilities vraagt lijkt daardoor altijd nodig. Wat verkend wordt past\n"
             "meestal bij de ene toekomst en niet bij de andere: daar gebruikt het witboek\n"
             "scenario's voor.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"scenarios\": [{\"id\": \"lake\"}],\n"
             "     \"interventions\": [\n"
             "       {\"id\": \"robot\", \"stage\": \"explore\"},\n"
             "       {\"id\": \"sharing\", \"stage\": \"explore\", \"scenarios\": [\"lake\"]}]}\n",
             "Name its scenarios. If it really makes sense in all of them, name them all.\n",
             "Noem de scenario's. Heeft de interventie echt in alle zin, noem ze dan alle.\n"),
    CLI_PAGE(404,
             "The portfolio lists this scenario, and no intervention names it. Nothing was\n"
             "thought of yet for that future, so `groeipad scenarios` cannot tell which\n"
             "capabilities it will ask for, nor until when the choice can wait.\n",
             "Het portfolio noemt dit scenario, en geen interventie noemt het. Voor die\n"
             "toekomst is nog niets bedacht, dus `groeipad scenarios` kan niet zeggen om\n"
             "welke capabilities zij vraagt, en ook niet tot wanneer de keuze kan wachten.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"scenarios\": [{\"id\": \"lake\"}, {\"id\": \"lock\"}],\n"
             "     \"interventions\": [\n"
             "       {\"id\": \"sharing\", \"stage\": \"explore\", \"scenarios\": [\"lake\"]}]}\n",
             "Explore an intervention for it, or take the scenario out of the list.\n",
             "Verken er een interventie voor, of haal het scenario uit de lijst.\n"),
};

const size_t cli_scenario_page_count = sizeof cli_scenario_pages / sizeof *cli_scenario_pages;
