/* SPDX-License-Identifier: MIT
 * Pages of the findings about the file (GP1xx) and about the machine around it (GP8xx, GP9xx):
 * what stands in the way of reading a portfolio at all. */
#include "cli/explanations.h"

const cli_page cli_file_pages[] = {
    CLI_PAGE(101,
             "The text is not well formed in its format: JSON as RFC 8259 defines it, YAML,\n"
             "XML, CSV or DOT. The line and column are those of the very character that\n"
             "cannot stand there. Where the end of the broken record can be found, reading\n"
             "goes on behind it, so one run shows more than one mistake.\n",
             "De tekst klopt niet volgens zijn formaat: JSON zoals RFC 8259 die vastlegt,\n"
             "YAML, XML, CSV of DOT. Regel en kolom zijn die van het teken dat daar niet kan\n"
             "staan. Waar het einde van het kapotte record te vinden is, leest groeipad\n"
             "daarachter verder, dus één keer draaien toont meer dan één fout.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"capabilities\": [{\"id\": \"team\" \"lead_time\": \"4mo\"}]}\n",
             "Put in what is expected: here a comma between the two keys. A file that is cut\n"
             "off, a comma too many and text after the end give this finding too.\n",
             "Zet er wat verwacht wordt: hier een komma tussen de twee sleutels. Ook een\n"
             "afgebroken bestand, een komma te veel en tekst na het einde geven deze\n"
             "melding.\n"),
    CLI_PAGE(102,
             "The key is known, but its value is of another kind: a number where text\n"
             "belongs, a text where a list belongs. Nothing is guessed: a guess would show\n"
             "up as a date that nobody meant.\n",
             "De sleutel is bekend, maar de waarde is van een andere soort: een getal waar\n"
             "tekst hoort, tekst waar een lijst hoort. Er wordt niets geraden: een gok duikt\n"
             "later op als een datum die niemand bedoeld heeft.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": 4}]}\n",
             "Write the kind that is expected: \"lead_time\": \"4mo\". docs/format.md gives the\n"
             "type of every key.\n",
             "Schrijf de soort die verwacht wordt: \"lead_time\": \"4mo\". In docs/format.md\n"
             "staat het type van elke sleutel.\n"),
    CLI_PAGE(103,
             "Every record needs an id, a three-point estimate needs \"likely\", and a\n"
             "portfolio needs a status date: groeipad has no clock, so that the same file\n"
             "gives the same answer tomorrow.\n",
             "Elk record heeft een id nodig, een driepuntsschatting heeft \"likely\" nodig en\n"
             "een portfolio een peildatum: groeipad heeft geen klok, zodat hetzelfde bestand\n"
             "morgen hetzelfde antwoord geeft.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"capabilities\": [{\"name\": \"Trained team\", \"lead_time\": \"4mo\"}]}\n",
             "Add the key. The status date may also be given with --status-date.\n",
             "Voeg de sleutel toe. De peildatum kan ook met --status-date.\n"),
    CLI_PAGE(104,
             "The key is not part of the format, so it has no effect. Most often it is a\n"
             "typing error, and then a lead time or a requirement silently does not count:\n"
             "the nearest known key is named. With --strict it is an error (GP126).\n",
             "De sleutel hoort niet bij het formaat en heeft dus geen effect. Meestal is het\n"
             "een tikfout, en dan telt een doorlooptijd of een eis stilletjes niet mee: de\n"
             "sleutel die er het meest op lijkt, staat erbij. Met --strict is het een fout\n"
             "(GP126).\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"capabilities\": [{\"id\": \"team\", \"leadtime\": \"4mo\"}]}\n",
             "Correct the key: \"lead_time\". Start keys of your own with \"x-\"; those are left\n"
             "alone.\n",
             "Verbeter de sleutel: \"lead_time\". Laat eigen sleutels met \"x-\" beginnen; die\n"
             "blijven ongemoeid.\n"),
    CLI_PAGE(105,
             "Two records have the same id, or one record has the same key twice.\n"
             "Requirements point at ids, so it would be unclear which of the two is meant.\n"
             "Interventions and capabilities share one set of ids, over all files that are\n"
             "read together.\n",
             "Twee records hebben dezelfde id, of één record heeft twee keer dezelfde\n"
             "sleutel. Eisen verwijzen naar ids, dus zou onduidelijk zijn welke van de twee\n"
             "bedoeld is. Interventies en capabilities delen hun ids, over alle bestanden\n"
             "samen.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"4mo\"},\n"
             "                      {\"id\": \"team\", \"lead_time\": \"6mo\"}]}\n",
             "Rename one of the two, or take it out. Where the capability is meant to grow,\n"
             "use \"levels\" in one record.\n",
             "Geef een van de twee een andere naam, of haal er een weg. Gaat het om groei\n"
             "van dezelfde capability, gebruik dan \"levels\" in één record.\n"),
    CLI_PAGE(106,
             "The value is of the right kind but outside what is allowed: a date that does\n"
             "not exist, a duration that cannot be read, a level above 5, a word that is not\n"
             "in the list. The finding names what is expected.\n",
             "De waarde is van de goede soort, maar valt buiten wat mag: een datum die niet\n"
             "bestaat, een duur die niet te lezen is, een niveau boven 5, een woord dat niet\n"
             "in de lijst staat. De melding noemt wat verwacht wordt.\n",
             "    {\"status_date\": \"2026-02-30\",\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"4mo\"}]}\n",
             "Correct the value. Dates run from 1600-01-01 to 2399-12-31; durations look\n"
             "like 10d, 2w, 6mo, 1y6mo, 20wd or P1Y6M, up to 800 years.\n",
             "Verbeter de waarde. Datums lopen van 1600-01-01 tot en met 2399-12-31; een\n"
             "duur ziet eruit als 10d, 2w, 6mo, 1y6mo, 20wd of P1Y6M, tot 800 jaar.\n"),
    CLI_PAGE(107,
             "A requires B and, along a way, B requires A. Nothing on the circle can start\n"
             "first, so no date exists for it or for anything behind it. The whole circle is\n"
             "printed with the place of every requirement, and the fewest that would break\n"
             "it.\n",
             "A vereist B en, al dan niet met een omweg, vereist B ook A. Niets in de kring\n"
             "kan als eerste beginnen, dus is er geen datum voor, en ook niet voor wat\n"
             "erachter ligt. De hele kring staat er, met de plaats van elke eis en de minste\n"
             "die hem verbreken.\n",
             "    {\"status_date\": \"2026-01-05\", \"capabilities\": [\n"
             "       {\"id\": \"data\", \"lead_time\": \"6mo\", \"requires\": [\"trust\"]},\n"
             "       {\"id\": \"trust\", \"lead_time\": \"3mo\", \"requires\": [\"data\"]}]}\n",
             "Ask which of the two can begin without the other. Often the answer is a level:\n"
             "data at level 1 first, then trust, then data at level 2. Levels are steps of\n"
             "their own, so that is no circle.\n",
             "Vraag welke van de twee zonder de andere kan beginnen. Vaak is het antwoord\n"
             "een niveau: eerst data op niveau 1, dan vertrouwen, dan data op niveau 2.\n"
             "Niveaus zijn aparte stappen, dus dat is geen kring.\n"),
    CLI_PAGE(108,
             "A capability belongs to the organisation and stays; an intervention is\n"
             "behaviour at a moment of contact and changes every few weeks. Capabilities are\n"
             "there for interventions. The other way round nothing stable could be planned.\n",
             "Een capability hoort bij de organisatie en blijft; een interventie is gedrag\n"
             "op een contactmoment en verandert om de paar weken. Capabilities zijn er voor\n"
             "interventies. Andersom zou er niets stabiels te plannen zijn.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"pilot\"}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"4mo\",\n"
             "                       \"requires\": [\"pilot\"]}]}\n",
             "Turn the requirement round, or describe what the intervention leaves behind\n"
             "(such as experience with callers) as a capability and require that.\n",
             "Draai de eis om, of beschrijf wat de interventie achterlaat (zoals ervaring\n"
             "met bellers) als capability en vereis die.\n"),
    CLI_PAGE(109,
             "A requirement points at the record that it stands in. That is the smallest\n"
             "circle: it could never start.\n",
             "Een eis verwijst naar het record waar hij in staat. Dat is de kleinste kring:\n"
             "het zou nooit kunnen beginnen.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"4mo\",\n"
             "                       \"requires\": [\"team\"]}]}\n",
             "Take the requirement out. That a higher level needs the lower one goes without\n"
             "saying: steps from level to level are chained already.\n",
             "Haal de eis weg. Dat een hoger niveau het lagere nodig heeft, spreekt vanzelf:\n"
             "de stappen van niveau naar niveau volgen al op elkaar.\n"),
    CLI_PAGE(
        110,
        "What is required here follows from the other requirements already. It changes\n"
        "no date. It does make the portfolio harder to keep: who takes away the real\n"
        "reason leaves this one behind. Pictures leave such lines out and say how many.\n",
        "Wat hier vereist wordt, volgt al uit de andere eisen. Geen datum verandert\n"
        "erdoor. Het maakt het portfolio wel lastiger bij te houden: wie de echte reden\n"
        "weghaalt, laat deze staan. Plaatjes laten zulke lijnen weg en zeggen hoeveel\n"
        "het er zijn.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"interventions\": [{\"id\": \"advice\", \"requires\": [\"algorithms\", "
        "\"ethics\"]}],\n"
        "     \"capabilities\": [\n"
        "       {\"id\": \"algorithms\", \"lead_time\": \"9mo\", \"requires\": [\"ethics\"]},\n"
        "       {\"id\": \"ethics\", \"lead_time\": \"3mo\"}]}\n",
        "Take it out, or leave it in where it says something to the reader.\n",
        "Haal de eis weg, of laat hem staan als hij de lezer iets zegt.\n"),
    CLI_PAGE(111,
             "Several files are read as one portfolio, and two of them give another value\n"
             "for the same setting. The first file wins: put the settings in one file and\n"
             "give that one first.\n",
             "Meer bestanden worden als één portfolio gelezen, en twee ervan geven dezelfde\n"
             "instelling een andere waarde. Het eerste bestand wint: zet de instellingen in\n"
             "één bestand en noem dat het eerst.\n",
             "    {\"status_date\": \"2026-01-05\", \"cycle\": \"2w\"}\n"
             "\n"
             "    {\"cycle\": \"4w\", \"interventions\": [{\"id\": \"pilot\"}]}\n",
             "Take the setting out of all files but one.\n",
             "Haal de instelling uit alle bestanden behalve één.\n"),

    CLI_PAGE(113,
             "A mistake hides what rests on it. So everything else is judged, and this says\n"
             "what was not: dates of what holds a mistake or requires something that does,\n"
             "whether an id is defined while a record without one could be it, and findings\n"
             "that need all of the portfolio. Nothing is reported that is only wrong because\n"
             "something else was left out.\n",
             "Een fout verbergt wat erop steunt. Daarom wordt al het andere beoordeeld, en\n"
             "staat hier wat niet: datums van wat een fout bevat of zoiets vereist, of een id\n"
             "beschreven is terwijl een record zonder id het kan zijn, en bevindingen waarvoor\n"
             "het hele portfolio nodig is. Niets wordt gemeld dat alleen fout is omdat iets\n"
             "anders is weggelaten.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"open\", \"requires\": [\"team\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"soon\"}]}\n",
             "Mend the mistakes that stand beside it: here the lead time of 'team', on which\n"
             "the date of 'open' rests.\n",
             "Herstel de fouten die ernaast staan: hier de doorlooptijd van 'team', waarop de\n"
             "datum van 'open' steunt.\n"),
    CLI_PAGE(114,
             "Two ids look the same and differ in a character that one hardly sees: an\n"
             "accent in its letter or apart, a space of typesetting, an invisible character,\n"
             "a Cyrillic or Greek letter. It comes with text from elsewhere. The first\n"
             "character in which they differ is named.\n",
             "Twee id's zien er hetzelfde uit en verschillen in een teken dat bijna niet te\n"
             "zien is: een accent in zijn letter of los, een spatie van zetwerk, een\n"
             "onzichtbaar teken, een Cyrillische of Griekse letter. Het komt mee met tekst\n"
             "van elders. Het eerste teken waarin ze verschillen staat erbij.\n",
             "    {\"status_date\": \"2026-01-05\",\n"
             "     \"interventions\": [{\"id\": \"open\", \"requires\": [\"te\\u0430m\"]}],\n"
             "     \"capabilities\": [{\"id\": \"team\", \"lead_time\": \"1mo\"}]}\n",
             "Type the id anew in both places; here the \"a\" of the requirement is Cyrillic.\n",
             "Typ de id op beide plaatsen opnieuw; hier is de \"a\" van de eis Cyrillisch.\n"),
    CLI_PAGE(115,
             "A portfolio without interventions and without capabilities is allowed, and every\n"
             "answer about it is empty. Most often a list has another name than groeipad\n"
             "knows (GP104 stands beside it then), or it is the wrong file.\n",
             "Een portfolio zonder interventies en zonder capabilities mag, en elk antwoord\n"
             "erover is leeg. Meestal heeft een lijst een andere naam dan groeipad kent (dan\n"
             "staat GP104 ernaast), of is het het verkeerde bestand.\n",
             "    {\"status_date\": \"2026-01-05\", \"capabilities\": []}\n",
             "Describe an intervention and what it requires; `groeipad init` writes a\n"
             "portfolio to begin with.\n",
             "Beschrijf een interventie en wat die vereist; `groeipad init` schrijft een\n"
             "portfolio om mee te beginnen.\n"),
    CLI_PAGE(116,
             "By \"parent\" a capability is part of another, and that one, along a way, of the\n"
             "first. A grouping of that shape has no top, so no picture and no table can show\n"
             "it. The whole circle is printed, each part of the next. Nothing is wrong with\n"
             "dates: those rest on \"requires\" alone (a circle of those is GP107).\n",
             "Volgens \"parent\" is een capability deel van een andere, en die, al dan niet met\n"
             "een omweg, van de eerste. Zo'n indeling heeft geen top, dus kan geen plaatje en\n"
             "geen tabel hem tonen. De hele kring staat er, elk deel van de volgende. Aan de\n"
             "data mankeert niets: die steunen alleen op \"requires\" (een kring daarvan is\n"
             "GP107).\n",
             "    {\"status_date\": \"2026-01-05\", \"capabilities\": [\n"
             "       {\"id\": \"data\", \"lead_time\": \"6mo\", \"parent\": \"trust\"},\n"
             "       {\"id\": \"trust\", \"lead_time\": \"3mo\", \"parent\": \"data\"}]}\n",
             "Take one of these parents out: the widest of them is part of nothing.\n",
             "Haal een van deze parents weg: de ruimste van hen is nergens deel van.\n"),
    CLI_PAGE(117,
             "\"parent\" names the capability that this one is part of. What it names here is\n"
             "described nowhere, or is an intervention. The nearest id is suggested.\n",
             "\"parent\" noemt de capability waar deze deel van is. Wat er hier staat is nergens\n"
             "beschreven, of is een interventie. De dichtstbijzijnde id wordt voorgesteld.\n",
             "    {\"status_date\": \"2026-01-05\", \"capabilities\": [\n"
             "       {\"id\": \"data\", \"lead_time\": \"6mo\"},\n"
             "       {\"id\": \"consent\", \"lead_time\": \"3mo\", \"parent\": \"dta\"}]}\n",
             "Correct the id, or describe the group as a capability: an id and a name will\n"
             "do, with \"status\": \"available\" where there is no work on it itself. For\n"
             "groups that are no capabilities there is \"tags\".\n",
             "Verbeter de id, of beschrijf de groep als capability: een id en een naam zijn\n"
             "genoeg, met \"status\": \"available\" als er zelf geen werk aan is. Voor groepen\n"
             "die geen capability zijn is er \"tags\".\n"),
    CLI_PAGE(118,
             "A change (--set, --require, --drop, --changes, or the changes of a scenario or\n"
             "a measure) names a record, a requirement or a key that is not in the portfolio.\n"
             "Nothing is made up: a typing mistake would else be a plan of its own.\n",
             "Een wijziging (--set, --require, --drop, --changes, of die van een scenario of\n"
             "een maatregel) noemt een record, een eis of een sleutel die niet in het\n"
             "portfolio staat. Er wordt niets verzonnen: een tikfout zou anders een eigen\n"
             "plan zijn.\n",
             "    groeipad check examples/minimal.json --set trained-tem.lead_time=3mo\n",
             "Name what is there; the nearest is suggested. To add a record, put it into a\n"
             "file of changes, or use --require for a requirement.\n",
             "Noem wat er is; het dichtstbijzijnde wordt voorgesteld. Zet een nieuw record in\n"
             "een bestand met wijzigingen; voor een eis is er --require.\n"),
    CLI_PAGE(119,
             "The text of a change cannot be read. A target is an id and a key, with a dot\n"
             "between them (c360.lead_time, c360.levels[2].lead_time), a requirement\n"
             "(int-7->c360), or a setting (planning.round).\n",
             "De tekst van een wijziging is niet te lezen. Een doel is een id en een sleutel\n"
             "met een punt ertussen (c360.lead_time, c360.levels[2].lead_time), een eis\n"
             "(int-7->c360), of een instelling (planning.round).\n",
             "    groeipad check examples/minimal.json --set trained-team=3mo\n",
             "An id with dots, blanks, brackets or arrows stands in double quotes; the shell\n"
             "takes quotes away, so put single ones around the whole.\n",
             "Een id met punten, spaties, haken of pijlen staat tussen dubbele\n"
             "aanhalingstekens; de shell haalt die weg, dus zet er enkele om het geheel.\n"),
    CLI_PAGE(120,
             "The portfolio is written in a format that has no place for everything in it.\n"
             "What is named here is not in the new file; the file it came from is as it\n"
             "was. Keys of your own (x-...) are the usual case.\n",
             "Het portfolio wordt geschreven in een formaat dat niet voor alles plaats heeft.\n"
             "Wat hier genoemd wordt staat niet in het nieuwe bestand; het bestand waar het\n"
             "uit kwam is zoals het was. Meestal gaat het om eigen sleutels (x-...).\n",
             "    groeipad convert examples/persoonlijke-dienstverlening.json --to csv\n",
             "Keep working in the file that has everything, and convert from there.\n",
             "Blijf werken in het bestand dat alles heeft, en zet het vandaar om.\n"),
    CLI_PAGE(122,
             "An element of an ArchiMate model has no id, or one that is taken; or an end of\n"
             "a relationship is no element of the model. It is named here, and the rest of\n"
             "the model is read.\n",
             "Een element van een ArchiMate-model heeft geen id, of een die al bestaat; of een\n"
             "uiteinde van een relatie is geen element van het model. Het wordt hier genoemd,\n"
             "en de rest van het model wordt gelezen.\n",
             "    <relationship identifier=\"id-r1\" source=\"id-gone\" target=\"id-desk\"\n"
             "                  xsi:type=\"Serving\"/>\n",
             "Mend the model where it was made, or leave it: --strict makes an error of it.\n",
             "Herstel het model waar het gemaakt is, of laat het zo: met --strict is het een\n"
             "fout.\n"),
    CLI_PAGE(123,
             "The file is an ArchiMate exchange file of an older version. It is read as one\n"
             "of version 3: the types that have another name there are listed, with how many\n"
             "there are. Options such as --relation-type know the names of 3.\n",
             "Het bestand is een ArchiMate-uitwisselbestand van een oudere versie. Het wordt\n"
             "gelezen als een van versie 3: de typen die daar anders heten staan erbij, met\n"
             "hun aantal. Opties zoals --relation-type kennen de namen van 3.\n",
             "    <model xmlns=\"http://www.opengroup.org/xsd/archimate\" identifier=\"id-1\">\n"
             "      <name>City</name>\n"
             "    </model>\n",
             "Nothing has to be done. Archi, and other tools, export 3 as well.\n",
             "Er hoeft niets. Archi en andere programma's exporteren ook 3.\n"),
    CLI_PAGE(125,
             "The file has things that a portfolio has no place for: elements of other\n"
             "types, relationships that are no requirements, views, translations, and\n"
             "properties whose name is a key of ours and whose value is not. They are\n"
             "counted by type and reason, at the place of the first one; the rest is read.\n"
             "In a workbook of Excel it is sheets of others, and cells beside a table.\n",
             "Het bestand heeft zaken waar een portfolio geen plaats voor heeft: elementen\n"
             "van andere typen, relaties die geen eis zijn, views, vertalingen, en\n"
             "eigenschappen met de naam van een sleutel van ons en een andere waarde. Ze\n"
             "worden geteld per type en reden, bij de plaats van de eerste; de rest wordt\n"
             "gelezen. In een werkmap van Excel zijn het werkbladen van anderen, en cellen\n"
             "naast een tabel.\n",
             "    <element identifier=\"id-1\" xsi:type=\"BusinessActor\">\n"
             "      <name>Front office</name>\n"
             "    </element>\n",
             "--intervention-type, --capability-type and --relation-type take other types\n"
             "along; docs/archimate.md tells which are taken. --property status= says that no\n"
             "`status` in the file is ours. --strict makes it an error.\n",
             "--intervention-type, --capability-type en --relation-type nemen andere typen\n"
             "mee; docs/archimate.md zegt welke meetellen. --property status= zegt dat geen\n"
             "`status` in het bestand van ons is. Met --strict is het een fout.\n"),
    CLI_PAGE(126,
             "--strict was given, and something in the file would be left out. No portfolio\n"
             "is made of it, so nothing can be missing from an answer without your knowing.\n",
             "--strict is gegeven, en iets in het bestand zou wegvallen. Er wordt geen\n"
             "portfolio van gemaakt, zodat in geen antwoord iets ongemerkt ontbreekt.\n",
             "    groeipad check model.xml --strict\n",
             "Take the types along with the options that GP125 names, or leave out --strict.\n",
             "Neem de typen mee met de opties die bij GP125 staan, of laat --strict weg.\n"),
    CLI_PAGE(127,
             "An MS Project plan has something that a portfolio cannot say: a task scheduled\n"
             "by hand, a part of a day, a calendar of a task's own. The task is named;\n"
             "the rest is read.\n",
             "Een planning van MS Project heeft iets wat een portfolio niet kan zeggen: een\n"
             "taak die met de hand gepland is, een deel van een dag, een eigen kalender\n"
             "van een taak. De taak wordt genoemd; de rest wordt gelezen.\n",
             "    <Task><UID>7</UID><Name>Training</Name>\n"
             "      <Duration>PT12H0M0S</Duration></Task>\n",
             "See whether it matters to the dates; docs/msproject.md says what does come\n"
             "along.\n",
             "Kijk of het voor de datums uitmaakt; docs/msproject.md zegt wat wel meekomt.\n"),
    CLI_PAGE(128,
             "A task of an MS Project plan has begun, and neither Stop nor Resume says where\n"
             "the rest of it begins, nor does the plan have a StatusDate. The rest is taken to\n"
             "follow what was done, so nothing is finished sooner than planned; when it is\n"
             "behind, the true dates are later.\n",
             "Een taak uit een planning van MS Project is begonnen, en noch Stop noch Resume\n"
             "zegt waar de rest begint, en de planning heeft geen StatusDate. Aangenomen is\n"
             "dat de rest volgt op wat gedaan is, dus niets is eerder klaar dan gepland; loopt\n"
             "het achter, dan zijn de echte datums later.\n",
             "    <Task><UID>7</UID><Name>Training</Name><Duration>PT80H0M0S</Duration>\n"
             "      <PercentComplete>50</PercentComplete></Task>\n",
             "Give the day on which this was the state of things: --status-date 2026-01-12.\n"
             "In MS Project: Project > Status Date, and reschedule uncompleted work.\n",
             "Geef de dag waarop dit de stand van zaken was: --status-date 2026-01-12. In MS\n"
             "Project: Project > Statusdatum, en plan onvoltooid werk opnieuw.\n"),
    CLI_PAGE(129,
             "A model holds much that is no part of a portfolio as it is read, and little or\n"
             "nothing that requires something. The message names the options that would use\n"
             "it, chosen by what its relationships join, and what they make: the import was\n"
             "tried with them, and no requirements run in a circle.\n",
             "Een model heeft veel dat zo gelezen geen deel van een portfolio is, en weinig of\n"
             "niets dat iets vereist. De melding noemt de opties die het zouden gebruiken,\n"
             "gekozen naar wat de relaties verbinden, en wat die opleveren: de import is ermee\n"
             "geprobeerd, en er is geen kring van eisen.\n",
             "    <element identifier=\"id-1\" xsi:type=\"WorkPackage\"/>\n"
             "    <element identifier=\"id-2\" xsi:type=\"Capability\"/>\n"
             "    <relationship identifier=\"id-3\" xsi:type=\"Association\"\n"
             "                  source=\"id-1\" target=\"id-2\"/>\n",
             "Give the options, if the model means that. Who knows the model knows better:\n"
             "what is an intervention here, and which relationship says what must be there\n"
             "first? docs/archimate.md has the directions.\n",
             "Geef de opties, als het model dat bedoelt. Wie het model kent, weet het beter:\n"
             "wat is hier een interventie, en welke relatie zegt wat er eerst moet zijn? De\n"
             "richtingen staan in docs/archimate.md.\n"),
    CLI_PAGE(130,
             "`check --baseline FILE` lets findings pass that are known. This entry lets\n"
             "nothing pass: what it names is not found any more, or the day until which it\n"
             "was to stay is before the status date, and so it counts again. An entry that\n"
             "stays behind would hide the same mistake when somebody makes it anew. The same\n"
             "goes for \"x-groeipad\": {\"ignore\": [...]} in the portfolio itself.\n"
             "With --strict it is an error.\n",
             "`check --baseline BESTAND` laat bevindingen door die bekend zijn. Deze regel\n"
             "laat niets door: wat erin staat wordt niet meer gevonden, of de dag tot wanneer\n"
             "het mocht blijven ligt voor de peildatum, en dan telt het weer mee. Een regel\n"
             "die blijft staan zou dezelfde fout verbergen als iemand die opnieuw maakt. Dat\n"
             "geldt ook voor \"x-groeipad\": {\"ignore\": [...]} in het portfolio zelf.\n"
             "Met --strict is het een fout.\n",
             "    {\"groeipad_baseline\": 1, \"known\": [\n"
             "      {\"code\": \"GP204\", \"subject\": \"mended\", \"until\": \"2026-06-30\"}]}\n",
             "Take the entry out, or write the file anew: `check --write-baseline FILE` keeps\n"
             "what is said of entries that still match. Where it needs more time, move its\n"
             "\"until\".\n",
             "Haal de regel weg, of schrijf het bestand opnieuw: `check --write-baseline\n"
             "BESTAND` bewaart wat er staat bij regels die nog kloppen. Is er meer tijd nodig,\n"
             "verzet dan \"until\".\n"),
    CLI_PAGE(801,
             "The file does not exist, may not be read, is a folder, or is larger than 512\n"
             "MiB; or git does not have it (REV:path), and the message says why. Nothing was\n"
             "analysed; the exit code is 3.\n",
             "Het bestand bestaat niet, mag niet gelezen worden, is een map of is groter dan\n"
             "512 MiB; of git heeft het niet (REV:pad), en de melding zegt waarom niet. Er is\n"
             "niets geanalyseerd; de afsluitcode is 3.\n",
             "    groeipad check no-such-file.json\n",
             "Check the name and the rights. `-` reads standard input.\n",
             "Controleer de naam en de rechten. `-` leest de standaardinvoer.\n"),
    CLI_PAGE(802,
             "The output could not be written: no such folder, no right to write, or a full\n"
             "disk. Files appear whole or not at all, so what stood there before is still\n"
             "there. The exit code is 4.\n",
             "De uitvoer was niet te schrijven: de map bestaat niet, schrijven mag niet of\n"
             "de schijf is vol. Een bestand verschijnt heel of niet, dus wat er stond, staat\n"
             "er nog. De afsluitcode is 4.\n",
             "    groeipad render path portfolio.json -o no-such-folder/path.svg\n",
             "Make the folder or the room, and run the command again.\n",
             "Maak de map of de ruimte, en geef de opdracht opnieuw.\n"),
    CLI_PAGE(805,
             "The file is no portfolio, but it is known what it is: told by its first bytes,\n"
             "the root of its XML or the keys of its JSON, whatever its name says. The\n"
             "message says how to get from there to a format that is read: JSON, YAML, CSV,\n"
             "Excel, ArchiMate, GraphML, DOT and MS Project XML. Of a part of a run of\n"
             "`groeipad risk` (.gprisk) it says what adds it up: --merge.\n",
             "Het bestand is geen portfolio, maar wat het wel is, is bekend: door de eerste\n"
             "bytes, de wortel van de XML of de sleutels van de JSON, hoe het ook heet. De\n"
             "melding zegt hoe u vandaar naar een formaat komt dat gelezen wordt: JSON,\n"
             "YAML, CSV, Excel, ArchiMate, GraphML, DOT en MS Project-XML. Van een deel van\n"
             "een run van `groeipad risk` (.gprisk) zegt zij wat het optelt: --merge.\n",
             "    groeipad check plan.mpp\n",
             "Do what the message says. If the file is in such a format after all, say so:\n"
             "`--from json`.\n",
             "Doe wat de melding zegt. Is het bestand toch in zo'n formaat, zeg dat dan:\n"
             "`--from json`.\n"),
    CLI_PAGE(806,
             "An option names a type that ArchiMate does not have, or the files do not; a\n"
             "relationship that says how things are put together, which is no requirement;\n"
             "or a key that no record has. With it the option would do nothing, in silence.\n"
             "The exit code is 2.\n",
             "Een optie noemt een type dat ArchiMate niet kent, of dat niet in de bestanden\n"
             "staat; een relatie die zegt hoe dingen in elkaar zitten, en die is geen eis; of\n"
             "een sleutel die geen record heeft. De optie zou dan stilletjes niets doen. De\n"
             "afsluitcode is 2.\n",
             "    groeipad check model.xml --relation-type Aggregation\n",
             "Take the nearest, which the message names. A part is no requirement: where the\n"
             "whole really needs the part first, draw a Serving from the part to the whole.\n",
             "Neem de dichtstbijzijnde, die in de melding staat. Een deel is geen eis: waar\n"
             "het geheel het deel echt eerst nodig heeft, teken een Serving van deel naar\n"
             "geheel.\n"),
    CLI_PAGE(901,
             "There was not enough memory for this portfolio. Nothing half-made is shown or\n"
             "written. Reading and planning 100,000 capabilities takes well under 200 MB.\n",
             "Er was te weinig geheugen voor dit portfolio. Er wordt niets getoond of\n"
             "geschreven dat maar half af is. 100.000 capabilities lezen en plannen kost\n"
             "ruim minder dan 200 MB.\n",
             "    ulimit -v 20000; groeipad plan portfolio.json\n",
             "Raise the limit of the process or the container, or split the portfolio.\n",
             "Verhoog de grens van het proces of de container, of splits het portfolio.\n"),
    CLI_PAGE(902,
             "groeipad gave a library something that it refused, or found its own figures to\n"
             "disagree. Rather than print a doubtful date it stops. The exit code is 70.\n",
             "groeipad gaf een bibliotheek iets dat die weigerde, of vond dat de eigen\n"
             "cijfers niet kloppen. Liever dan een twijfelachtige datum te tonen, stopt het.\n"
             "De afsluitcode is 70.\n",
             "    groeipad --version\n", "Please report it, with the portfolio and the version.\n",
             "Meld het, met het portfolio en de versie.\n"),
};

const size_t cli_file_page_count = sizeof cli_file_pages / sizeof *cli_file_pages;
