/* SPDX-License-Identifier: MIT
 * Pages of the findings about dimensions (GP5xx): need against experience, and a loop that has to
 * keep turning. */
#include "cli/explanations.h"

const cli_page cli_fit_pages[] = {
    CLI_PAGE(501,
             "Citizens were asked, need and experience differ, and no intervention addresses\n"
             "this dimension there in a direction that would help. Too little asks for more,\n"
             "too much for less, the wrong way for otherwise; an address without a direction\n"
             "answers any gap.\n",
             "Burgers is gevraagd, behoefte en ervaring verschillen, en geen interventie\n"
             "richt zich daar op deze dimensie in een richting die helpt. Te weinig vraagt\n"
             "om meer, te veel om minder, op de verkeerde manier om anders; zonder richting\n"
             "past een interventie bij elke kloof.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"measurements\": [{\"dimension\": \"empathy\", \"on\": \"2025-11-03\",\n"
             "                       \"need\": 0.7, \"experience\": 0.4}]}\n",
             "Choose an intervention that answers it, or develop one. `groeipad trace` shows\n"
             "for the other gaps when they can close.\n",
             "Kies een interventie die erop antwoordt, of ontwikkel er een. `groeipad trace`\n"
             "laat van de andere kloven zien wanneer ze dicht kunnen.\n"),
    CLI_PAGE(502,
             "The portfolio has measurements, and none of them shows a gap that this\n"
             "intervention answers: it addresses no dimension, nothing was measured where it\n"
             "applies, or what was measured there asks for something else. It may be a good\n"
             "idea; that citizens need it is not shown.\n",
             "Het portfolio heeft metingen, en geen ervan toont een kloof waarop deze\n"
             "interventie antwoordt: zij richt zich op geen dimensie, waar zij geldt is\n"
             "niets gemeten, of wat daar gemeten is vraagt om iets anders. Het kan een goed\n"
             "idee zijn; dat burgers het nodig hebben, is niet aangetoond.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"measurements\": [{\"dimension\": \"empathy\", \"on\": \"2025-11-03\",\n"
             "                       \"need\": 0.7, \"experience\": 0.4}],\n"
             "     \"interventions\": [{\"id\": \"longer-hours\", \"addresses\": [\"time\"]}]}\n",
             "Measure need and experience where it applies, name the dimension that it\n"
             "serves, or leave it out.\n",
             "Meet behoefte en ervaring waar de interventie geldt, noem de dimensie die zij\n"
             "dient, of laat haar weg.\n"),
    CLI_PAGE(503,
             "More personal is not better: service can overshoot. This intervention gives\n"
             "more of a dimension of which there is too much already, or less where there is\n"
             "too little, and it is right for no context that it applies to as a whole.\n",
             "Persoonlijker is niet beter: dienstverlening kan doorschieten. Deze\n"
             "interventie geeft meer van een dimensie waarvan er al te veel is, of minder\n"
             "waar er te weinig is, en past bij geen enkele context waarvoor zij in het\n"
             "geheel geldt.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"measurements\": [{\"dimension\": \"empathy\", \"on\": \"2025-11-03\",\n"
             "                       \"mismatch\": \"too-much\"}],\n"
             "     \"interventions\": [{\"id\": \"warm-words\", \"addresses\":\n"
             "       [{\"dimension\": \"empathy\", \"direction\": \"more\"}]}]}\n",
             "Turn the direction, limit with \"applies\" for whom and when it is meant, or do\n"
             "not do it.\n",
             "Keer de richting om, beperk met \"applies\" voor wie en wanneer het bedoeld is,\n"
             "of doe het niet.\n"),
    CLI_PAGE(504,
             "The loop is measure, intervene, measure again. An intervention that answers\n"
             "this gap went live, or ended an iteration of its development, after the last\n"
             "measurement: whether it helps is not known until it is measured again.\n",
             "De cyclus is meten, ingrijpen, opnieuw meten. Een interventie die op deze\n"
             "kloof antwoordt ging live, of sloot een iteratie van de ontwikkeling af, na de\n"
             "laatste meting: of zij helpt, is pas bekend als er opnieuw gemeten is.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"measurements\": [{\"dimension\": \"empathy\", \"on\": \"2025-03-03\",\n"
             "                       \"need\": 0.7, \"experience\": 0.4}],\n"
             "     \"interventions\": [{\"id\": \"warm-words\", \"start\": \"2025-04-07\",\n"
             "       \"duration\": \"8w\", \"addresses\": [\"empathy\"]}]}\n",
             "Measure, and add the result with its date. Keep the earlier measurement: the\n"
             "two together are the trend.\n",
             "Meet, en voeg de uitkomst toe met de datum. Laat de vorige meting staan: de\n"
             "twee samen zijn het verloop.\n"),
    CLI_PAGE(505,
             "One measurement says where need and experience stand, not whether the gap is\n"
             "closing. Several on one day count as one.\n",
             "Eén meting zegt hoe behoefte en ervaring ervoor staan, niet of de kloof\n"
             "kleiner wordt. Meer metingen op één dag tellen als een.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"measurements\": [{\"dimension\": \"empathy\", \"on\": \"2025-11-03\",\n"
             "                       \"need\": 0.7, \"experience\": 0.4}]}\n",
             "Plan the next measurement, with the same questions for the same people.\n",
             "Plan de volgende meting, met dezelfde vragen voor dezelfde mensen.\n"),
    CLI_PAGE(506,
             "Two interventions meet the same people at the same moment, in the same future,\n"
             "and one asks for more of a dimension where the other asks for less. Together\n"
             "they cancel out, whatever was measured. After 16 million comparisons (thousands\n"
             "of interventions on one dimension) the search stops: what it found stands.\n",
             "Twee interventies treffen dezelfde mensen op hetzelfde moment, in dezelfde\n"
             "toekomst, en de ene vraagt om meer van een dimensie waar de andere om minder\n"
             "vraagt. Samen heffen ze elkaar op, wat er ook gemeten is. Na 16 miljoen\n"
             "vergelijkingen (duizenden interventies op een dimensie) stopt het zoeken: wat er\n"
             "gevonden is, staat.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [\n"
             "       {\"id\": \"all-options\", \"addresses\":\n"
             "         [{\"dimension\": \"complexity\", \"direction\": \"more\"}]},\n"
             "       {\"id\": \"short-form\", \"addresses\":\n"
             "         [{\"dimension\": \"complexity\", \"direction\": \"less\"}]}]}\n",
             "Limit one of them with \"applies\" to the people or the moments that need it, or\n"
             "choose between the two.\n",
             "Beperk een van beide met \"applies\" tot de mensen of momenten die het nodig\n"
             "hebben, of kies tussen de twee.\n"),
    CLI_PAGE(
        507,
        "For some people there is too little of this dimension and for others too much,\n"
        "and one intervention applies to both. What helps the one harms the other: it\n"
        "has to be contextual.\n",
        "Voor sommige mensen is er te weinig van deze dimensie en voor andere te veel,\n"
        "en één interventie geldt voor beide. Wat de een helpt, schaadt de ander: de\n"
        "interventie moet contextueel worden.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"segments\": [{\"id\": \"new\"}, {\"id\": \"regular\"}],\n"
        "     \"measurements\": [\n"
        "       {\"dimension\": \"empathy\", \"segment\": \"new\", \"on\": \"2025-11-03\",\n"
        "        \"mismatch\": \"too-little\"},\n"
        "       {\"dimension\": \"empathy\", \"segment\": \"regular\", \"on\": \"2025-11-03\",\n"
        "        \"mismatch\": \"too-much\"}],\n"
        "     \"interventions\": [{\"id\": \"warm-words\", \"addresses\": [\"empathy\"]}]}\n",
        "Limit it with \"applies\", and make another one for the others where they need\n"
        "it.\n",
        "Beperk haar met \"applies\", en maak een andere voor de anderen waar die het\n"
        "nodig hebben.\n"),
};
const size_t cli_fit_page_count = sizeof cli_fit_pages / sizeof *cli_fit_pages;
