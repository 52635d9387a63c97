/* SPDX-License-Identifier: MIT
 * Pages of the findings about the growth model's boards and about modelling (GP4xx): what the
 * white paper advises, and what a portfolio calls by the wrong name. */
#include "cli/explanations.h"

const cli_page cli_board_pages[] = {
    CLI_PAGE(401,
             "The white paper advises to start with the short cycle: an intervention that\n"
             "needs only what the organisation can do already, so that citizens notice\n"
             "something soon and the organisation learns to measure and adjust. No\n"
             "intervention here is one: not merely explored, waiting for nothing that is not\n"
             "there on the status date, and live within 13 weeks of it. The message says why\n"
             "not. What is live, or under way to be by then, is a start that was made.\n",
             "Het witboek raadt aan met de korte cyclus te beginnen: een interventie die\n"
             "alleen nodig heeft wat de organisatie al kan, zodat burgers snel iets merken\n"
             "en de organisatie leert meten en bijstellen. Zo'n interventie is er hier niet:\n"
             "niet alleen in verkenning, zonder te wachten op iets wat er op de peildatum\n"
             "niet is, en binnen 13 weken live. De melding zegt waarom niet. Wat live is, of\n"
             "dat dan zal zijn en al bezig is, is een begin dat gemaakt is.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"algorithms\"]}],\n"
             "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"9mo\"}]}\n",
             "Look for something small on the same dimension: another text, another order, a\n"
             "call back. Or take a first version of an intervention that needs less.\n",
             "Zoek iets kleins op dezelfde dimensie: een andere tekst, een andere volgorde,\n"
             "terugbellen. Of neem een eerste versie van een interventie die minder vraagt.\n"),
    CLI_PAGE(402,
             "Stage, uncertainty and dates are three things that you say, and none follows\n"
             "from another: an urgent question may be explored fast. Yet some pairs are\n"
             "rare. Exploited with a high uncertainty, or live only more than a year from\n"
             "now; explored with a low uncertainty, or with a start that has passed.\n",
             "Fase, onzekerheid en datums zijn drie dingen die u zegt, en geen volgt uit een\n"
             "andere: een dringende vraag kan snel verkend worden. Toch zijn sommige paren\n"
             "zeldzaam. Geëxploiteerd met een hoge onzekerheid, of pas over meer dan een\n"
             "jaar live; verkend met een lage onzekerheid, of met een begin dat voorbij is.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"letters\", \"stage\": \"exploit\",\n"
             "                        \"uncertainty\": \"high\"}]}\n",
             "Look which of the two is out of date. Where both are right, leave it so.\n",
             "Ga na welk van de twee verouderd is. Kloppen ze allebei, laat het dan zo.\n"),
    CLI_PAGE(405,
             "The three boards go on side by side: exploring feeds developing, developing\n"
             "feeds exploiting. A board with nothing on it is a gap in that row, to come in\n"
             "a year or felt today. Reported where three interventions or more have a stage.\n",
             "De drie borden lopen naast elkaar: verkennen voedt ontwikkelen, ontwikkelen\n"
             "voedt exploiteren. Een bord waar niets op staat is een gat in die rij, dat er\n"
             "straks komt of er al is. Gemeld als drie of meer interventies een fase hebben.\n",
             "    {\"status_date\": \"2026-01-05\", \"interventions\": [\n"
             "       {\"id\": \"letters\", \"stage\": \"exploit\"},\n"
             "       {\"id\": \"advice\", \"stage\": \"develop\"},\n"
             "       {\"id\": \"co-browsing\", \"stage\": \"develop\"}]}\n",
             "Explore something in the background, take something into development, or start\n"
             "with something small that can be exploited soon.\n",
             "Verken iets op de achtergrond, neem iets in ontwikkeling, of begin met iets\n"
             "kleins dat snel geëxploiteerd kan worden.\n"),
    CLI_PAGE(406,
             "The intervention is explored, so it may yet be dropped, but a date has been\n"
             "promised for it, and what it rests on takes longer than that. Both at once\n"
             "cannot hold: its capabilities would have to be developed before anybody knows\n"
             "whether they are wanted.\n",
             "De interventie wordt verkend en kan dus nog afvallen, maar er is een datum\n"
             "voor toegezegd, en wat eronder ligt duurt langer. Dat gaat niet samen: de\n"
             "capabilities zouden ontwikkeld moeten worden voordat iemand weet of ze gewenst\n"
             "zijn.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"stage\": \"explore\",\n"
             "                        \"needed_by\": \"2026-06-01\",\n"
             "                        \"requires\": [\"algorithms\"]}],\n"
             "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"9mo\"}]}\n",
             "Decide: develop it (and its capabilities) now, or take \"needed_by\" off until\n"
             "its development starts.\n",
             "Kies: ontwikkel haar (met haar capabilities) nu, of laat \"needed_by\" weg tot\n"
             "de ontwikkeling begint.\n"),
    CLI_PAGE(
        407,
        "The intervention is on the board exploit, so it is applied to citizens, and\n"
        "the organisation does not have a capability that it requires at the level that\n"
        "it asks. A capability has to be kept up as long as an intervention rests on\n"
        "it.\n",
        "De interventie staat op het bord exploiteren en wordt dus op burgers\n"
        "toegepast, en de organisatie heeft een capability die zij vereist niet op het\n"
        "gevraagde niveau. Een capability moet onderhouden worden zolang een\n"
        "interventie erop steunt.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"letters\", \"stage\": \"exploit\",\n"
        "                        \"requires\": [{\"id\": \"writing\", \"level\": 2}]}],\n"
        "     \"capabilities\": [{\"id\": \"writing\", \"level\": 1, \"lead_time\": \"4mo\"}]}\n",
        "Strengthen the capability first, or correct its \"level\", or the stage.\n",
        "Versterk eerst de capability, of verbeter \"level\", of de fase.\n"),
    CLI_PAGE(
        408,
        "A capability is a mix of skills, methods and tools, and it is there when all\n"
        "three are. Of some a lead time is given, of others nothing. What was left out\n"
        "is taken to need no time, and that is seldom so: tooling that nobody can work\n"
        "with.\n",
        "Een capability is een mix van vaardigheden, werkwijzen en hulpmiddelen, en is\n"
        "er pas als alle drie er zijn. Van een deel staat er een doorlooptijd, van de\n"
        "rest niets. Wat ontbreekt telt als klaar, en dat is zelden zo: een hulpmiddel\n"
        "waar niemand mee kan werken.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"co-browsing\", \"requires\": [\"looking-along\"]}],\n"
        "     \"capabilities\": [{\"id\": \"looking-along\",\n"
        "                       \"aspects\": {\"tools\": \"3mo\"}}]}\n",
        "Give the other aspects a lead time; \"0d\" for what is there already.\n",
        "Geef de andere aspecten een doorlooptijd; \"0d\" voor wat er al is.\n"),
    CLI_PAGE(409,
             "An intervention is behaviour that is applied or not, contact by contact. This\n"
             "one has no segment and no situation, nothing says who decides, and others\n"
             "require it or it addresses no dimension. Then it is most likely a change of\n"
             "the organisation: something it will be able to do, which is a capability.\n"
             "Reported only where other interventions do say for whom they are or who\n"
             "decides.\n",
             "Een interventie is gedrag dat per contact wel of niet wordt toegepast. Deze\n"
             "heeft geen segment en geen situatie, nergens staat wie beslist, en andere\n"
             "vereisen haar of er is geen dimensie bij genoemd. Dan is het waarschijnlijk\n"
             "een verandering van de organisatie: iets wat zij gaat kunnen, en dat is een\n"
             "capability. Alleen gemeld waar andere interventies wel zeggen voor wie ze zijn\n"
             "of wie beslist.\n",
             "    {\"status_date\": \"2026-01-05\", \"interventions\": [\n"
             "       {\"id\": \"new-front-office\"},\n"
             "       {\"id\": \"call-back\", \"applies\": {\"decided_by\": \"staff\"},\n"
             "        \"requires\": [\"new-front-office\"]}]}\n",
             "Describe it under \"capabilities\", or say with \"applies\" for whom it is and who\n"
             "decides.\n",
             "Beschrijf dit onder \"capabilities\", of zeg met \"applies\" voor wie het is en\n"
             "wie beslist.\n"),
    CLI_PAGE(
        410,
        "A capability is something that the organisation can do; it does not fix who\n"
        "does it. A name that is a team, a department or a job hides what is needed,\n"
        "and keeps other ways of getting it out of sight.\n",
        "Een capability is iets wat de organisatie kan; wie het doet ligt daarmee niet\n"
        "vast. Een naam die een team, een afdeling of een functie is, verhult wat er\n"
        "nodig is, en houdt andere manieren om eraan te komen buiten beeld.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"data\"]}],\n"
        "     \"capabilities\": [{\"id\": \"data\", \"name\": \"The data team\",\n"
        "                       \"lead_time\": \"6mo\"}]}\n",
        "Name what can be done (\"Reliable data about customers\"), and put the team in\n"
        "\"owner\".\n",
        "Noem wat er dan kan (\"Betrouwbare klantgegevens\"), en zet het team in \"owner\".\n"),
    CLI_PAGE(411,
             "Policy decides that this is applied in a certain context: a segment, or a\n"
             "situation. Then something must recognise that context at every contact, and\n"
             "the intervention requires no capability at all.\n",
             "Beleid bepaalt dat dit in een bepaalde context wordt toegepast: een segment of\n"
             "een situatie. Dan moet iets die context bij elk contact herkennen, en de\n"
             "interventie vereist geen enkele capability.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"segments\": [{\"id\": \"first-time\"}],\n"
             "     \"interventions\": [{\"id\": \"reminder\", \"applies\":\n"
             "       {\"segments\": [\"first-time\"], \"decided_by\": \"policy\"}}]}\n",
             "Require the capability that recognises the context, also where it is there\n"
             "already (\"status\": \"available\"); or let staff decide.\n",
             "Vereis de capability die de context herkent, ook als die er al is (\"status\":\n"
             "\"available\"); of laat medewerkers beslissen.\n"),
};

const size_t cli_board_page_count = sizeof cli_board_pages / sizeof *cli_board_pages;
