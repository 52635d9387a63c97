/* SPDX-License-Identifier: MIT
 * Pages of the findings about risks and correlations (GP150, GP7xx), and about parts of a
 * run. */
#include "cli/explanations.h"

const cli_page cli_risk_pages[] = {
    CLI_PAGE(
        150,
        "A correlation says how much of what makes the work of these ids long or\n"
        "short they share: 0.6 is 60 percent. Who is in two correlations shares with\n"
        "both, and no more than all of it can be shared. So the coefficients of one\n"
        "id, without their minus, add up to at most 1.\n",
        "Een correlatie zegt hoeveel van wat het werk van deze id's lang of kort\n"
        "maakt ze delen: 0.6 is 60 procent. Wie in twee correlaties staat deelt met\n"
        "allebei, en meer dan alles valt er niet te delen. Dus zijn de coëfficiënten\n"
        "van één id, zonder hun min, samen hooguit 1.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"capabilities\": [{\"id\": \"team\"}, {\"id\": \"tools\"}, {\"id\": \"data\"}],\n"
        "     \"correlations\": [{\"ids\": [\"team\", \"tools\"], \"coefficient\": 0.6},\n"
        "                      {\"ids\": [\"team\", \"data\"], \"coefficient\": 0.7}]}\n",
        "Lower one of them. Where two correlations stand for the same cause, such as\n"
        "one supplier, make one of them: a list may have any number of ids.\n",
        "Maak er één lager. Staan twee correlaties voor dezelfde oorzaak, zoals één\n"
        "leverancier, maak er dan één van: een lijst kan zo lang zijn als nodig is.\n"),
    CLI_PAGE(
        701,
        "Whatever is drawn, this step is on the chain that decides when the intervention\n"
        "is live, and its lead time is a single number: it is the same in every draw. So\n"
        "the answer of `groeipad risk` is surer than anybody can be. A lead time without\n"
        "a spread is not wrong, but here all depends on it.\n",
        "Wat er ook getrokken wordt, deze stap zit op de keten die bepaalt wanneer de\n"
        "interventie live is, en zijn doorlooptijd is één getal: elke keer hetzelfde.\n"
        "Het antwoord van `groeipad risk` is daardoor zekerder dan iemand zijn kan. Een\n"
        "doorlooptijd zonder spreiding is niet fout, maar hier hangt alles ervan af.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\", \"tools\"]}],\n"
        "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\"},\n"
        "       {\"id\": \"tools\", \"lead_time\":\n"
        "         {\"min\": \"1mo\", \"likely\": \"2mo\", \"max\": \"4mo\"}}]}\n",
        "Ask who does the work how long it takes when all goes well, and when not:\n"
        "{\"min\": \"4mo\", \"likely\": \"6mo\", \"max\": \"1y\"}. Until then\n"
        "`--spread 20%/60%` shows what doubt would do.\n",
        "Vraag aan wie het werk doet hoe lang het duurt als alles meezit, en als het\n"
        "tegenzit: {\"min\": \"4mo\", \"likely\": \"6mo\", \"max\": \"1y\"}. Tot dan laat\n"
        "`--spread 20%/60%` zien wat twijfel doet.\n"),
    CLI_PAGE(702,
             "A risk delays the work of what it affects that is still to be done. Here\n"
             "there is no such work, or no intervention rests on it, so the risk moves no\n"
             "date and shows nowhere. Often what it affects has been finished in the\n"
             "meantime, or an id is another than was meant.\n",
             "Een risico vertraagt het werk van wat het raakt dat nog gedaan moet worden.\n"
             "Hier is zulk werk er niet, of er steunt geen interventie op, dus verschuift\n"
             "het risico geen datum en is het nergens te zien. Vaak is wat het raakt\n"
             "intussen af, of is een id een ander dan bedoeld.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"4mo\"},\n"
             "                      {\"id\": \"licence\", \"level\": 1}],\n"
             "     \"risks\": [{\"id\": \"late-contract\", \"probability\": 0.3,\n"
             "                \"delay\": \"2mo\", \"affects\": [\"licence\"]}]}\n",
             "Correct \"affects\", or take the risk out: it is over.\n",
             "Verbeter \"affects\", of haal het risico weg: het is voorbij.\n"),
    CLI_PAGE(
        703,
        "A correlation makes the work of several take long in the same cases. For\n"
        "that at least two of its ids must have work left of which the lead time\n"
        "varies: with a min, a max or a list. A lead time of one figure is taken as\n"
        "sure, and so is the duration of an intervention; `groeipad risk --spread`\n"
        "varies those too.\n",
        "Een correlatie laat het werk van meerdere in dezelfde gevallen lang duren.\n"
        "Daarvoor moeten minstens twee van de id's nog werk hebben waarvan de\n"
        "doorlooptijd varieert: met een min, een max of een lijst. Een doorlooptijd\n"
        "van één getal geldt als zeker, en de duur van een interventie ook; `groeipad\n"
        "risk --spread` laat ook die variëren.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\", \"tools\"]}],\n"
        "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"4mo\"},\n"
        "       {\"id\": \"tools\", \"lead_time\": {\"likely\": \"6mo\", \"max\": \"1y\"}}],\n"
        "     \"correlations\": [{\"ids\": [\"team\", \"tools\"], \"coefficient\": 0.5}]}\n",
        "Say how long the others can take: {\"min\": \"3mo\", \"likely\": \"4mo\", \"max\":\n"
        "\"8mo\"}. Or take the correlation out.\n",
        "Zeg hoe lang de andere kunnen duren: {\"min\": \"3mo\", \"likely\": \"4mo\", \"max\":\n"
        "\"8mo\"}. Of haal de correlatie weg.\n"),
    CLI_PAGE(
        704,
        "The risk can be made smaller at a cost, and in all that was drawn no\n"
        "intervention is live a day sooner by it: what the risk delays has time to spare,\n"
        "or the mitigation changes too little. Or live dates, all added up, are even\n"
        "later by it, as where what is done takes longer than what it prevents; that is\n"
        "said where no cost is given too. This is only said, never judged: a risk may\n"
        "cost more than days.\n",
        "Het risico is tegen kosten te beperken, en in alles wat getrokken is gaat\n"
        "daardoor geen interventie een dag eerder live: wat het risico ophoudt heeft tijd\n"
        "over, of de beperking verandert te weinig. Of livedatums zijn er, alles bij\n"
        "elkaar, zelfs later door, zoals waar de maatregel langer duurt dan wat zij\n"
        "voorkomt; dat wordt ook gezegd waar geen kosten staan. Dit wordt alleen gezegd,\n"
        "nooit beoordeeld: een risico kan meer kosten dan dagen.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\", \"tools\"]}],\n"
        "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\"},\n"
        "       {\"id\": \"tools\", \"lead_time\": \"1mo\"}],\n"
        "     \"risks\": [{\"id\": \"tender\", \"probability\": 0.3, \"delay\": \"2mo\",\n"
        "       \"affects\": [\"tools\"], \"mitigated\": {\"probability\": 0.1, \"cost\": "
        "5000}}]}\n",
        "Spend it where days are lost: the risks of `groeipad risk` stand with the most\n"
        "days first.\n",
        "Besteed het waar dagen verloren gaan: bij `groeipad risk` staan de risico's met\n"
        "de meeste dagen vooraan.\n"),
    CLI_PAGE(808,
             "A run of `groeipad risk` can be drawn in parts, which --merge adds up to the\n"
             "very answer of one run. For that each draw has to be in one of them, and all\n"
             "have to be of one run: the same portfolio, options and seed, and the same\n"
             "version of groeipad. The message says what is not so. Nothing was added up;\n"
             "the exit code is 3.\n",
             "Een run van `groeipad risk` kan in delen getrokken worden, die --merge optelt\n"
             "tot precies het antwoord van één run. Daarvoor moet elke trekking in een ervan\n"
             "staan, en moeten ze van één run zijn: hetzelfde portfolio, dezelfde opties en\n"
             "seed, en dezelfde versie van groeipad. De melding zegt wat niet zo is. Er is\n"
             "niets opgeteld; de afsluitcode is 3.\n",
             "    groeipad risk p.json --draws-from 0 --draws-to 5000 -o a.gprisk\n"
             "    groeipad risk p.json --draws-from 6000 --draws-to 9000 -o b.gprisk\n"
             "    groeipad risk --merge a.gprisk b.gprisk\n",
             "Draw what is missing, leave out what is there twice, and draw again what is of\n"
             "another run. --draws-to is the first draw that is not made, so one part ends\n"
             "where the next begins.\n",
             "Trek wat ontbreekt, laat weg wat er twee keer is, en trek opnieuw wat van een\n"
             "andere run is. --draws-to is de eerste trekking die niet meer gemaakt wordt, dus\n"
             "een deel eindigt waar het volgende begint.\n"),
};

const size_t cli_risk_page_count = sizeof cli_risk_pages / sizeof *cli_risk_pages;
