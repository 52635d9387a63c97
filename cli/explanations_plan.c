/* SPDX-License-Identifier: MIT
 * Pages of the findings about demand (GP2xx) and time (GP3xx): what the growth model has to say
 * about a portfolio that could be read. */
#include "cli/explanations.h"

const cli_page cli_plan_pages[] = {
    CLI_PAGE(201,
             "Something requires this capability and no record describes it. It is the gap\n"
             "that the growth model is after: a prerequisite that nobody has on a list,\n"
             "found while there is time. The analysis goes on; every date that rests on it\n"
             "is \"not before\".\n",
             "Iets vereist deze capability en geen record beschrijft haar. Dit is het gat\n"
             "waar het groeimodel om draait: een randvoorwaarde die op geen lijst staat,\n"
             "gevonden nu het nog kan. De analyse gaat door; elke datum die erop steunt is\n"
             "\"niet eerder dan\".\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"algorithms\"]}]}\n",
             "Describe it under \"capabilities\" with a lead time, or correct the id: the\n"
             "nearest one is named where there is one.\n",
             "Beschrijf de capability onder \"capabilities\" met een doorlooptijd, of verbeter\n"
             "de id: de id die er het meest op lijkt, staat erbij als die er is.\n"),
    CLI_PAGE(
        202,
        "The capability is described, but not how long the step to this level takes.\n"
        "Every date that rests on it can only be \"not before\": it will be later, and\n"
        "nobody knows how much.\n",
        "De capability is beschreven, maar niet hoelang de stap naar dit niveau duurt.\n"
        "Elke datum die erop steunt is \"niet eerder dan\": het wordt later, en niemand\n"
        "weet hoeveel.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"algorithms\"]}],\n"
        "     \"capabilities\": [{\"id\": \"algorithms\"}]}\n",
        "Add \"lead_time\". An estimate will do: {\"min\": \"6mo\", \"likely\": \"9mo\", \"max\":\n"
        "\"15mo\"}; the plan uses \"likely\".\n",
        "Voeg \"lead_time\" toe. Een schatting is genoeg: {\"min\": \"6mo\", \"likely\": \"9mo\",\n"
        "\"max\": \"15mo\"}; het plan gebruikt \"likely\".\n"),
    CLI_PAGE(203,
             "The steps in \"levels\" end below what is required, and the capability has no\n"
             "lead time of its own for steps that are not listed. The last steps have no\n"
             "plan, so dates that rest on them are \"not before\".\n",
             "De stappen in \"levels\" houden op onder wat vereist is, en de capability heeft\n"
             "geen eigen doorlooptijd voor stappen die er niet bij staan. De laatste stappen\n"
             "hebben geen plan, dus is elke datum die erop steunt \"niet eerder dan\".\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\",\n"
             "                        \"requires\": [{\"id\": \"data\", \"level\": 3}]}],\n"
             "     \"capabilities\": [{\"id\": \"data\",\n"
             "                       \"levels\": [{\"level\": 1, \"lead_time\": \"6mo\"}]}]}\n",
             "Add the missing steps to \"levels\", or require a level that will do.\n",
             "Voeg de ontbrekende stappen toe aan \"levels\", of vereis een niveau dat\n"
             "volstaat.\n"),
    CLI_PAGE(204,
             "No intervention rests on this capability, not even by way of others. The white\n"
             "paper names blockchain: developed in the hope that value will follow.\n"
             "Capabilities are best developed on demand; what is built in hope takes room\n"
             "from what citizens will notice. What is there already and only holds others,\n"
             "by \"parent\", is a heading and is left alone.\n",
             "Geen interventie steunt op deze capability, ook niet via andere. Het witboek\n"
             "noemt blockchain: ontwikkeld in de hoop dat er waarde volgt. Capabilities\n"
             "ontwikkel je het best vraaggestuurd; wat in de hoop gebouwd wordt, neemt\n"
             "ruimte in van wat burgers gaan merken. Wat er al is en alleen andere bevat,\n"
             "volgens \"parent\", is een kopje en blijft ongemoeid.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"capabilities\": [{\"id\": \"blockchain\", \"lead_time\": \"12mo\"}]}\n",
             "Name the intervention that needs it, in its \"requires\", or stop investing in\n"
             "it.\n",
             "Noem de interventie die haar nodig heeft, in de \"requires\" daarvan, of stop\n"
             "met investeren.\n"),
    CLI_PAGE(
        205,
        "Only interventions that are still being explored ask for it, and exploring is\n"
        "the board of great uncertainty: which of them will be realised is open. The\n"
        "growth model's action for that board is to identify capabilities, not to\n"
        "develop them. What is available already is left alone, and levels count: who\n"
        "asks for level 1 does not ask for what only level 2 requires.\n",
        "Alleen interventies die nog verkend worden vragen erom, en verkennen is het\n"
        "bord van grote onzekerheid: welke er werkelijkheid worden, is open. De actie\n"
        "van het groeimodel bij dat bord is capabilities identificeren, niet\n"
        "ontwikkelen. Wat er al is blijft buiten beschouwing, en niveaus tellen: wie om\n"
        "niveau 1 vraagt, vraagt niet om wat alleen niveau 2 nodig heeft.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"chain-service\", \"stage\": \"explore\",\n"
        "                        \"requires\": [\"chain-data\"]}],\n"
        "     \"capabilities\": [{\"id\": \"chain-data\", \"lead_time\": \"24mo\",\n"
        "                       \"status\": \"in-development\", \"started\": \"2025-10-01\"}]}\n",
        "Identify it and know its identify-by date; develop it when the intervention is\n"
        "developed. Where every scenario asks for it, it may still be wise: then say\n"
        "so.\n",
        "Identificeer haar en ken de uiterste identificatiedatum; ontwikkel haar als de\n"
        "interventie ontwikkeld wordt. Vraagt elk scenario erom, dan kan het toch wijs\n"
        "zijn: leg dat dan vast.\n"),
    CLI_PAGE(207,
             "The capability's \"scope\" says that it is bound to an intervention (bound) or a\n"
             "general precondition (general), and the requirements tell otherwise. The scope\n"
             "decides who pays and who decides, so it is worth being right.\n",
             "De \"scope\" van de capability zegt dat zij bij één interventie hoort (bound) of\n"
             "een algemene randvoorwaarde is (general), en de eisen vertellen iets anders.\n"
             "De scope bepaalt wie betaalt en wie beslist, dus het loont dat die klopt.\n",
             "    {\"status_date\": \"2026-01-05\", \"interventions\": [\n"
             "       {\"id\": \"advice\", \"requires\": [\"data\"]},\n"
             "       {\"id\": \"letters\", \"requires\": [\"data\"]}],\n"
             "     \"capabilities\": [{\"id\": \"data\", \"scope\": \"bound\", \"lead_time\": "
             "\"6mo\"}]}\n",
             "Change the scope, or the requirements.\n", "Pas de scope aan, of de eisen.\n"),
    CLI_PAGE(208,
             "Many interventions ask for this one capability themselves. Every day that it\n"
             "slips reaches all of them. It is no mistake: it says where to look first.\n",
             "Veel interventies vragen zelf om deze ene capability. Elke dag vertraging daar\n"
             "raakt ze allemaal. Het is geen fout: het zegt waar je het eerst moet kijken.\n",
             "    {\"status_date\": \"2026-01-05\", \"interventions\": [\n"
             "       {\"id\": \"a\", \"requires\": [\"data\"]}, {\"id\": \"b\", \"requires\": "
             "[\"data\"]},\n"
             "       {\"id\": \"c\", \"requires\": [\"data\"]}, {\"id\": \"d\", \"requires\": "
             "[\"data\"]},\n"
             "       {\"id\": \"e\", \"requires\": [\"data\"]}, {\"id\": \"f\", \"requires\": "
             "[\"data\"]}],\n"
             "     \"capabilities\": [{\"id\": \"data\", \"lead_time\": \"6mo\"}]}\n",
             "Give it an owner and a buffer, or deliver it in levels so that the first\n"
             "interventions need not wait for the last step.\n",
             "Geef haar een eigenaar en een buffer, of lever haar in niveaus op, zodat de\n"
             "eerste interventies niet op de laatste stap wachten.\n"),

    CLI_PAGE(209,
             "Others of its kind have an owner and this one has none: then nobody sees to it.\n"
             "Where at least half of the capabilities (or interventions) have an owner, each\n"
             "that has none is told; where fewer have one, one note tells of all; where none\n"
             "has one, nothing is said.\n",
             "Andere van deze soort hebben een eigenaar en deze niet: dan zorgt niemand\n"
             "ervoor. Heeft minstens de helft van de capabilities (of interventies) een\n"
             "eigenaar, dan wordt elke zonder genoemd; hebben er minder een, dan noemt één\n"
             "opmerking ze samen; heeft geen er een, dan wordt er niets gezegd.\n",
             "    {\"status_date\": \"2026-01-05\", \"interventions\": [\n"
             "       {\"id\": \"advice\", \"requires\": [\"data\", \"writing\"]}],\n"
             "     \"capabilities\": [\n"
             "       {\"id\": \"data\", \"lead_time\": \"6mo\", \"owner\": \"IT\"},\n"
             "       {\"id\": \"writing\", \"lead_time\": \"3mo\"}]}\n",
             "Name who sees to it, in \"owner\". `groeipad plan --owner` and `groeipad boards`\n"
             "show what an owner has.\n",
             "Noem in \"owner\" wie ervoor zorgt. `groeipad plan --owner` en `groeipad boards`\n"
             "tonen wat een eigenaar heeft.\n"),
    CLI_PAGE(210,
             "The intervention requires nothing, no other one requires it, and no dimension\n"
             "that it addresses was ever measured. So the plan says nothing of what it needs,\n"
             "and nobody can tell what it is for: it hangs in the air.\n",
             "De interventie vereist niets, geen andere vereist haar, en geen dimensie waar\n"
             "zij zich op richt is ooit gemeten. Zo zegt het plan niet wat er nodig is, en\n"
             "valt niet te zeggen waar zij voor dient: zij hangt in de lucht.\n",
             "    {\"status_date\": \"2026-01-05\", \"interventions\": [\n"
             "       {\"id\": \"newsletter\", \"addresses\": [\"language\"]}]}\n",
             "Name the capabilities that it needs, in \"requires\"; or measure the dimension\n"
             "that it works on; or leave it out.\n",
             "Noem in \"requires\" welke capabilities er nodig zijn; of meet de dimensie waar\n"
             "zij aan werkt; of laat haar weg.\n"),

    CLI_PAGE(301,
             "The intervention cannot be live on the date in \"needed_by\", because a\n"
             "capability on its path is ready too late. This is the field of tension of the\n"
             "white paper: interventions turn in weeks, capabilities take months to years.\n"
             "Found out while building, it is usually too late.\n",
             "De interventie kan niet live zijn op de datum in \"needed_by\", omdat een\n"
             "capability op haar pad te laat klaar is. Dit is het spanningsveld uit het\n"
             "witboek: interventies draaien in weken, capabilities kosten maanden tot jaren.\n"
             "Blijkt het pas tijdens het bouwen, dan is het meestal te laat.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"needed_by\": \"2026-06-01\",\n"
             "                        \"requires\": [\"algorithms\"]}],\n"
             "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"9mo\"}]}\n",
             "`groeipad clashes` shows the chain, where the days go and what each remedy\n"
             "wins; every remedy is computed by really scheduling again.\n",
             "`groeipad clashes` toont de keten, waar de dagen blijven en wat elke maatregel\n"
             "wint; elke maatregel is doorgerekend door echt opnieuw te plannen.\n"),
    CLI_PAGE(
        302,
        "To be in time, work on this step had to be proposed on its identify-by date at\n"
        "the latest: the latest start, less the time that a proposal needs before a\n"
        "planning round. That date is before the status date, and the work has not\n"
        "begun.\n",
        "Om op tijd te zijn, had deze stap uiterlijk op de identificatiedatum\n"
        "voorgesteld moeten zijn: de uiterste start, min de tijd die een voorstel voor\n"
        "een planronde nodig heeft. Die datum ligt vóór de peildatum, en het werk is\n"
        "niet begonnen.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"planning\": {\"round\": \"1y\", \"from\": \"2026-01-01\", \"prepare\": \"3mo\"},\n"
        "     \"interventions\": [{\"id\": \"advice\", \"needed_by\": \"2026-09-01\",\n"
        "                        \"requires\": [\"algorithms\"]}],\n"
        "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"4mo\"}]}\n",
        "Start it outside the planning rounds, or move what waits for it.\n",
        "Begin buiten de planrondes om, of verschuif wat erop wacht.\n"),
    CLI_PAGE(303,
             "The identify-by date of this capability falls before the development of the\n"
             "intervention starts. Who finds out during development that it is needed is too\n"
             "late: the white paper's main warning. The date is still ahead, so there is\n"
             "time now.\n",
             "De uiterste identificatiedatum van deze capability valt voordat de\n"
             "ontwikkeling van de interventie begint. Wie pas tijdens de ontwikkeling merkt\n"
             "dat zij nodig is, is te laat: de hoofdwaarschuwing van het witboek. De datum\n"
             "ligt nog voor ons.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"start\": \"2027-01-04\",\n"
             "                        \"duration\": \"12w\", \"needed_by\": \"2027-06-01\",\n"
             "                        \"requires\": [\"algorithms\"]}],\n"
             "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"9mo\"}]}\n",
             "Identify it while the intervention is being explored, and record that with\n"
             "\"identified\" and a status.\n",
             "Identificeer haar terwijl de interventie nog verkend wordt, en leg dat vast\n"
             "met \"identified\" en een status.\n"),
    CLI_PAGE(304,
             "More than half of the days that the intervention is late are days on which\n"
             "nobody works: its capabilities wait for a planning round. Working faster will\n"
             "not help; planning more often will.\n",
             "Meer dan de helft van de dagen die de interventie te laat is, werkt niemand:\n"
             "haar capabilities wachten op een planronde. Sneller werken helpt niet; vaker\n"
             "plannen wel.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"planning\": {\"round\": \"1y\", \"from\": \"2026-01-01\"},\n"
             "     \"interventions\": [{\"id\": \"advice\", \"needed_by\": \"2026-09-01\",\n"
             "                        \"requires\": [\"algorithms\"]}],\n"
             "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"4mo\"}]}\n",
             "Plan more often, start one step outside the rounds, or approve the chain as\n"
             "one programme: \"scope\": \"chain-start\".\n",
             "Plan vaker, begin één stap buiten de planrondes om, of keur de keten als één\n"
             "programma goed: \"scope\": \"chain-start\".\n"),
    CLI_PAGE(305,
             "The chain of capabilities under the intervention takes many of its iteration\n"
             "cycles. It puts a figure to the difference in tempo: while the chain is being\n"
             "built, the intervention could have been measured and changed that many times.\n"
             "Reported from 12 cycles on.\n",
             "De keten van capabilities onder de interventie duurt vele van haar iteraties.\n"
             "Het is het tempoverschil in een getal: terwijl de keten gebouwd wordt, had de\n"
             "interventie even zo vaak gemeten en aangepast kunnen worden. Gemeld vanaf 12\n"
             "cycli.\n",
             "    {\"status_date\": \"2026-01-05\", \"cycle\": \"2w\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"algorithms\"]}],\n"
             "     \"capabilities\": [{\"id\": \"algorithms\", \"lead_time\": \"9mo\"}]}\n",
             "Start with an intervention of a short cycle that needs little, and let the\n"
             "chain grow in levels meanwhile.\n",
             "Begin met een interventie met een korte cyclus die weinig nodig heeft, en laat\n"
             "de keten intussen in niveaus groeien.\n"),
    CLI_PAGE(
        306,
        "The intervention is live in time, with less than one of its own cycles to\n"
        "spare. One iteration more and the date is lost.\n",
        "De interventie is op tijd live, met minder dan één eigen cyclus over. Eén\n"
        "iteratie extra en de datum is verloren.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"advice\", \"duration\": \"12w\", \"cycle\": \"4w\",\n"
        "                        \"needed_by\": \"2026-04-06\"}]}\n",
        "Begin earlier, do less in the first version, or agree on a later date while\n"
        "that still costs nothing.\n",
        "Begin eerder, doe minder in de eerste versie, of spreek een latere datum af nu\n"
        "dat nog niets kost.\n"),
    CLI_PAGE(307,
             "Two dates of one record cannot both be true, such as ready before started; or a\n"
             "date and a fact, such as progress on what starts in the future, or ready before\n"
             "the status date with a status of \"planned\". The figures go on as written, so\n"
             "every date that rests on them is doubtful.\n",
             "Twee datums van één record kunnen niet allebei kloppen, zoals klaar vóór\n"
             "begonnen; of een datum en een feit, zoals voortgang van wat in de toekomst\n"
             "begint, of klaar vóór de peildatum met status \"planned\". Er wordt gerekend met\n"
             "wat er staat, dus is elke datum die erop steunt twijfelachtig.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"started\": \"2025-10-01\",\n"
             "                       \"ready\": \"2025-09-01\"}]}\n",
             "Correct the date that is wrong, or say what is there: \"status\" or \"level\".\n",
             "Verbeter de datum die niet klopt, of zeg wat er is: \"status\" of \"level\".\n"),
    CLI_PAGE(308,
             "The date falls after 2399-12-31, the last day that groeipad counts with, and\n"
             "stays on that day. Most often a duration has a unit too large (years for\n"
             "days).\n",
             "De datum valt na 2399-12-31, de laatste dag waarmee groeipad rekent, en blijft\n"
             "daar staan. Meestal heeft een duur een te grote eenheid (jaren in plaats van\n"
             "dagen).\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"400y\"}]}\n",
             "Correct the duration.\n", "Verbeter de duur.\n"),
    CLI_PAGE(309,
             "The record has a date of its own, \"start_by\" or a capability's \"needed_by\",\n"
             "and cannot keep it: what it waits for, a planning round or its own work takes\n"
             "too long. An intervention's needed_by is GP301.\n",
             "Het record heeft een eigen datum, \"start_by\" of \"needed_by\" van een\n"
             "capability, en haalt die niet: waar het op wacht, een planronde of het eigen\n"
             "werk duurt te lang. Voor needed_by van een interventie is er GP301.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\",\n"
             "                       \"needed_by\": \"2026-05-01\"}]}\n",
             "Ask `groeipad why` what holds it up, and shorten that, begin earlier or move\n"
             "the date.\n",
             "Vraag `groeipad why` wat het ophoudt, en verkort dat, begin eerder of verschuif\n"
             "de datum.\n"),
    CLI_PAGE(310,
             "Planning rounds are at given dates, and a step comes after the last of them.\n"
             "Nobody knows when the next round will be, so it starts not before the day on\n"
             "which it could, and all that rests on it is \"not before\" too. The finding\n"
             "names the first such step and how many there are.\n",
             "De planrondes zijn op opgegeven datums, en een stap komt na de laatste daarvan.\n"
             "Niemand weet wanneer de volgende is. Dus begint hij niet voor de dag waarop hij\n"
             "zou kunnen, en alles wat erop steunt is ook \"niet voor\". De bevinding noemt\n"
             "de eerste zo'n stap, en hoeveel het er zijn.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"planning\": {\"dates\": [\"2026-03-05\", \"2026-06-11\"]},\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\",\n"
             "                       \"requires\": [\"rules\"]},\n"
             "                      {\"id\": \"rules\", \"lead_time\": \"4mo\"}]}\n",
             "Add the date of the next round, or a \"round\": after the last date they then go\n"
             "on in that step.\n",
             "Voeg de datum van de volgende ronde toe, of een \"round\": na de laatste datum\n"
             "gaan ze dan met die tussenpoos door.\n"),
    CLI_PAGE(311,
             "Rounds are at given dates, and after the last of them once in so many days or\n"
             "months, counted from that last date. A \"from\" after it moves those; this one\n"
             "does not come after it, so it changes nothing.\n",
             "De planrondes zijn op opgegeven datums, en na de laatste daarvan elke zoveel\n"
             "dagen of maanden, geteld vanaf die laatste datum. Een \"from\" daarna verschuift\n"
             "die; deze komt er niet na, dus verandert hij niets.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"planning\": {\"dates\": [\"2026-03-05\", \"2026-06-11\"],\n"
             "                  \"round\": \"3mo\", \"from\": \"2026-01-01\"},\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\"}]}\n",
             "Take the \"from\" out, or give it a day after the last date.\n",
             "Haal \"from\" weg, of geef het een dag na de laatste datum.\n"),
    CLI_PAGE(312,
             "Work is under way, or done, and began before something that it requires for its\n"
             "start was there: that was ready later, or is not done yet. It keeps the start\n"
             "that it had, and what it requires no longer holds it up.\n",
             "Werk is onderweg, of af, en begon voor er was wat het voor zijn begin vereist:\n"
             "dat was later klaar, of is nog niet af. Het houdt het begin dat het had, en wat\n"
             "het vereist houdt het niet meer tegen.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"6mo\",\n"
             "                       \"started\": \"2025-11-03\", \"requires\": [\"rules\"]},\n"
             "                      {\"id\": \"rules\", \"lead_time\": \"4mo\"}]}\n",
             "Correct the date or the progress that is wrong. Where the work could begin\n"
             "without it, take the requirement out, or require it by the ready date.\n",
             "Verbeter de datum of de voortgang die niet klopt. Kon het werk zonder beginnen,\n"
             "haal de eis dan weg, of eis het voor de datum waarop het klaar is.\n"),
};

const size_t cli_plan_page_count = sizeof cli_plan_pages / sizeof *cli_plan_pages;
