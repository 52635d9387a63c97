/* SPDX-License-Identifier: MIT
 * The table of finding codes: severity, names of the arguments and the texts in English and
 * Dutch. Everything that the tool says about a portfolio is worded here and nowhere else.
 * {subject}, {suggestion} and the argument names are filled in by core/finding.c; {count|day|days}
 * is the word for one where the argument is 1, else the other; {key=status_date|words} is there
 * where the argument is that text. */
#include "groeipad/job.h"

#define ROW(code_, severity_) .code = (code_), .severity = (severity_)
#define ARGUMENTS(...) .arguments = {__VA_ARGS__}
#define TITLE(english, dutch) .title = {(english), (dutch)}
#define MESSAGE(english, dutch) .message = {(english), (dutch)}
#define HINT(english, dutch) .hint = {(english), (dutch)}

static const gp_rule rules[] = {
    {ROW(101, GP_ERROR), ARGUMENTS("problem", "expected"),
     TITLE("The file is not well formed", "Het bestand is niet welgevormd"),
     MESSAGE("not well formed: {problem}, expected {expected}",
             "niet welgevormd: {problem}, verwacht: {expected}")},
    {ROW(102, GP_ERROR), ARGUMENTS("key", "found", "expected"),
     TITLE("A value of the wrong type", "Een waarde van het verkeerde type"),
     MESSAGE("'{key}' is {found}, expected {expected}",
             "'{key}' is {found}, verwacht: {expected}")},
    {ROW(103, GP_ERROR), ARGUMENTS("key", "where"),
     TITLE("A required key is missing", "Een verplichte sleutel ontbreekt"),
     MESSAGE("{where} has no '{key}'", "{where} heeft geen '{key}'"),
     HINT("add \"{key}\"{key=status_date|, or give --status-date DATE}",
          "voeg \"{key}\" toe{key=status_date|, of geef --status-date DATUM}")},
    {ROW(104, GP_WARNING), ARGUMENTS("key", "where"),
     TITLE("An unknown key", "Een onbekende sleutel"),
     MESSAGE("unknown key '{key}' in {where}; it does not count",
             "onbekende sleutel '{key}' in {where}; die telt niet mee"),
     HINT("keys of your own start with \"x-\"", "eigen sleutels beginnen met \"x-\"")},
    {ROW(105, GP_ERROR), ARGUMENTS("what"),
     TITLE("The same id or key twice", "Twee keer dezelfde id of sleutel"),
     MESSAGE("{what} '{subject}' is there already", "{what} '{subject}' bestaat al"),
     HINT("give one of the two another name, or take it out",
          "geef een van de twee een andere naam, of haal er een weg")},
    {ROW(106, GP_ERROR), ARGUMENTS("key", "value", "expected"),
     TITLE("A value that is not allowed", "Een waarde die niet mag"),
     MESSAGE("'{key}' is '{value}', expected {expected}",
             "'{key}' is '{value}', verwacht: {expected}")},
    {ROW(107, GP_ERROR), ARGUMENTS("cycle", "edges", "cut"),
     TITLE("A dependency cycle", "Een kring van afhankelijkheden"),
     MESSAGE("dependency cycle of {edges} {edges|requirement|requirements}: {cycle}",
             "kring van {edges} {edges|afhankelijkheid|afhankelijkheden}: {cycle}"),
     HINT("take out {cut}", "haal weg: {cut}")},
    {ROW(108, GP_ERROR), ARGUMENTS("target"),
     TITLE("A capability requires an intervention", "Een capability vereist een interventie"),
     MESSAGE("capability '{subject}' requires intervention '{target}'",
             "capability '{subject}' vereist de interventie '{target}'"),
     HINT("a capability may require capabilities only; turn the requirement round, or name what "
          "the intervention leaves behind as a capability",
          "een capability kan alleen capabilities vereisen; draai de eis om, of beschrijf wat de "
          "interventie oplevert als capability")},
    {ROW(109, GP_ERROR), ARGUMENTS("level"),
     TITLE("Something requires itself", "Iets vereist zichzelf"),
     MESSAGE("'{subject}' requires itself", "'{subject}' vereist zichzelf"),
     HINT("take the requirement out", "haal de eis weg")},
    {ROW(110, GP_INFO), ARGUMENTS("target"), TITLE("A redundant requirement", "Een overbodige eis"),
     MESSAGE("'{subject}' need not name '{target}': its other requirements imply it",
             "'{subject}' hoeft '{target}' niet te noemen: dat volgt uit de andere eisen"),
     HINT("take it out, or leave it in for the reader",
          "haal de eis weg, of laat die staan voor de lezer")},
    {ROW(111, GP_WARNING), ARGUMENTS("key", "value", "kept"),
     TITLE("Files that contradict each other", "Bestanden die elkaar tegenspreken"),
     MESSAGE("'{key}' was {kept} in an earlier file; '{value}' is left out",
             "'{key}' was {kept} in een eerder bestand; '{value}' telt niet mee")},
    {ROW(112, GP_WARNING), ARGUMENTS("key", "value"),
     TITLE("A link that is left out", "Een link die niet meedoet"),
     MESSAGE(
         "'{key}' is '{value}', expected http:, https:, mailto: or a relative address; it is "
         "left out",
         "'{key}' is '{value}', verwacht: http:, https:, mailto: of een relatief adres; de link "
         "doet niet mee"),
     HINT("pictures may be opened by anyone: only addresses that are safe to click become links",
          "iedereen kan een plaatje openen: alleen adressen waarop veilig te klikken is worden "
          "links")},
    {ROW(113, GP_INFO), ARGUMENTS("what", "why"),
     TITLE("Not judged, because of mistakes", "Niet beoordeeld, vanwege fouten"),
     MESSAGE("not judged: {what}; {why}", "niet beoordeeld: {what}; {why}"),
     HINT("mend the mistakes, and run again", "herstel de fouten, en draai opnieuw")},
    {ROW(114, GP_WARNING), ARGUMENTS("other", "difference"),
     TITLE("Ids that look alike", "Id's die op elkaar lijken"),
     MESSAGE("'{subject}' looks like '{other}' and is another id: {difference}",
             "'{subject}' lijkt op '{other}' en is een andere id: {difference}"),
     HINT("write both in the same way", "schrijf beide op dezelfde manier")},
    {ROW(115, GP_WARNING), TITLE("An empty portfolio", "Een leeg portfolio"),
     MESSAGE("there is nothing in the portfolio: no intervention and no capability",
             "er staat niets in het portfolio: geen interventie en geen capability"),
     HINT("`groeipad init` writes one to begin with",
          "`groeipad init` schrijft er een om mee te beginnen")},
    {ROW(116, GP_ERROR), ARGUMENTS("cycle", "count"),
     TITLE("Capabilities that are part of themselves", "Capabilities die deel zijn van zichzelf"),
     MESSAGE("'{subject}' is part of itself, by \"parent\": {cycle}",
             "'{subject}' is deel van zichzelf, volgens \"parent\": {cycle}"),
     HINT("take one of these parents out", "haal een van deze parents weg")},
    {ROW(117, GP_ERROR), ARGUMENTS("parent", "what"),
     TITLE("A parent that is no capability", "Een parent die geen capability is"),
     MESSAGE("'{subject}' is part of '{parent}', by \"parent\", and that is {what}",
             "'{subject}' is deel van '{parent}', volgens \"parent\", en dat is {what}"),
     HINT("a parent is a capability of the portfolio: describe it, or name another",
          "een parent is een capability van het portfolio: beschrijf die, of noem een andere")},
    {ROW(118, GP_ERROR), ARGUMENTS("what"),
     TITLE("A change to what is not there", "Een wijziging van wat er niet is"),
     MESSAGE("a change names '{what}', and there is no such thing",
             "een wijziging noemt '{what}', en dat is er niet"),
     HINT("name what is there: `groeipad plan` lists the ids, and a risk is named as "
          "risks.supplier; a file of changes (--changes) may add records",
          "noem wat er is: `groeipad plan` somt de ids op, en een risico heet zoiets als "
          "risks.leverancier; een bestand met wijzigingen (--changes) mag records toevoegen")},
    {ROW(119, GP_ERROR), ARGUMENTS("text", "problem"),
     TITLE("A text that is no change", "Een tekst die geen wijziging is"),
     MESSAGE("'{text}' is no change: {problem}", "'{text}' is geen wijziging: {problem}"),
     HINT(
         "--set c360.lead_time=6mo, --require int-7->c360@2, --drop c9; an id with dots, blanks or "
         "arrows stands in double quotes",
         "--set c360.lead_time=6mo, --require int-7->c360@2, --drop c9; een id met punten, spaties "
         "of pijlen staat tussen dubbele aanhalingstekens")},
    {ROW(120, GP_WARNING), ARGUMENTS("key", "where", "format"),
     TITLE("Lost in conversion", "Verloren bij het omzetten"),
     MESSAGE("{format} has no place for '{key}' of {where}; it is left out",
             "{format} heeft geen plaats voor '{key}' van {where}; dat valt weg"),
     HINT("keep the portfolio in JSON or YAML, and convert from there",
          "bewaar het portfolio als JSON of YAML, en zet het vandaar om")},
    {ROW(122, GP_WARNING), ARGUMENTS("what", "type", "why"),
     TITLE("A part of a model that cannot be read", "Een deel van een model dat niet te lezen is"),
     MESSAGE("{what} '{subject}' of type {type} is left out: {why}",
             "{what} '{subject}' van type {type} telt niet mee: {why}"),
     HINT("mend it in the tool that the model was made in, and export it again",
          "herstel dit in het programma waarin het model gemaakt is, en exporteer het opnieuw")},
    {ROW(123, GP_INFO), ARGUMENTS("version", "renamed"),
     TITLE("A model of an older version", "Een model van een oudere versie"),
     MESSAGE("ArchiMate {version} is read as 3: {renamed}",
             "ArchiMate {version} wordt gelezen als 3: {renamed}")},
    {ROW(125, GP_WARNING), ARGUMENTS("count", "what", "type", "why"),
     TITLE("Left out on reading", "Niet meegenomen bij het lezen"),
     MESSAGE("{what} of type {type}: {count} left out, {why}",
             "{what} van type {type}: {count} niet meegenomen, {why}")},
    {ROW(126, GP_ERROR), ARGUMENTS("count", "what", "type", "why"),
     TITLE("Refused on reading, by --strict", "Geweigerd bij het lezen, door --strict"),
     MESSAGE("{what} of type {type}: {count} would be left out, {why}",
             "{what} van type {type}: {count} {count|zou|zouden} wegvallen, {why}"),
     HINT("without --strict this is a warning", "zonder --strict is dit een waarschuwing")},
    {ROW(127, GP_WARNING), ARGUMENTS("where", "what", "value"),
     TITLE("A part of a plan that is not carried over",
           "Een deel van een planning dat niet meekomt"),
     MESSAGE("not carried over of '{where}': {what}{value}",
             "komt niet mee van '{where}': {what}{value}"),
     HINT("docs/msproject.md says what has a place, and what to do instead",
          "docs/msproject.md zegt wat een plaats heeft, en wat anders kan")},
    {ROW(128, GP_WARNING), ARGUMENTS("count", "date"),
     TITLE("Work in progress without a status date", "Lopend werk zonder peildatum"),
     MESSAGE(
         "'{subject}' has begun, and nothing says from when on the rest of it takes place (such "
         "tasks: {count}); it is taken to have gone on from its start, and the status date to "
         "be {date}",
         "'{subject}' is begonnen, en niets zegt vanaf wanneer de rest ervan plaatsvindt "
         "(zulke taken: {count}); aangenomen is dat het vanaf het begin doorging, en peildatum "
         "{date}"),
     HINT("say on which day this was the state of things: --status-date",
          "zeg op welke dag dit de stand van zaken was: --status-date")},

    {ROW(129, GP_WARNING), ARGUMENTS("unused", "options", "makes"),
     TITLE("Options would make more of a model", "Opties zouden meer van een model maken"),
     MESSAGE("{unused} are not used; `{options}` makes {makes} of them",
             "niet gebruikt: {unused}; `{options}` maakt er {makes} van"),
     HINT("`groeipad inspect` shows what else there is",
          "`groeipad inspect` toont wat er nog meer is")},
    {ROW(130, GP_INFO), ARGUMENTS("entry", "why"),
     TITLE("What may stay, and is not there", "Wat mag blijven, en er niet is"),
     MESSAGE("{entry} {why}", "{entry} {why}"),
     HINT("take it out of where it is kept, or give it another \"until\"",
          "haal het weg waar het bewaard wordt, of geef het een andere \"until\"")},

    {ROW(140, GP_WARNING), ARGUMENTS("what", "key"),
     TITLE("A measure that can make a date later", "Een maatregel die een datum later kan maken"),
     MESSAGE("measure '{subject}' can also make dates later, by '{key}' of '{what}'; repair does "
             "without it",
             "maatregel '{subject}' kan datums ook later maken, door '{key}' van '{what}'; repair "
             "doet het zonder"),
     HINT("make two measures of it, or see what it does: `groeipad compare FILE --measure ID`",
          "maak er twee maatregelen van, of kijk wat die doet: `groeipad compare BESTAND --measure "
          "ID`")},
    {ROW(141, GP_WARNING),
     TITLE("A measure that changes nothing", "Een maatregel die niets verandert"),
     MESSAGE("measure '{subject}' changes no date: nothing rests on what it changes, or all of it "
             "is so already",
             "maatregel '{subject}' verandert geen datum: niets steunt op wat die wijzigt, of "
             "alles is al zo"),
     HINT("change what a critical path goes through (`groeipad path`), or take the measure out",
          "wijzig waar een kritiek pad langs gaat (`groeipad path`), of haal de maatregel weg")},
    /* Of two that change the same: what that is. Of `needs` and `excludes`: "", and why. */
    {ROW(142, GP_WARNING), ARGUMENTS("other", "what", "why"),
     TITLE("Measures that contradict each other", "Maatregelen die elkaar tegenspreken"),
     MESSAGE("measure '{subject}' contradicts '{other}': {what=||both change }{what}{why}",
             "maatregel '{subject}' spreekt '{other}' tegen: {what=||allebei wijzigen ze "
             "}{what}{why}"),
     HINT("{what=|take an id out of \"needs\" or \"excludes\": as they are, one measure can never "
          "be taken|repair takes one of the two at most; write both alike, or make one of them}",
          "{what=|haal een id uit \"needs\" of \"excludes\": zo is er een maatregel die nooit "
          "genomen kan worden|repair neemt hooguit een van de twee; schrijf ze allebei op dezelfde "
          "manier, of maak er een van}")},
    {ROW(143, GP_ERROR), ARGUMENTS("circle"),
     TITLE("Measures that need each other in a circle",
           "Maatregelen die elkaar in een kring nodig hebben"),
     MESSAGE("measures need each other in a circle: {circle}",
             "maatregelen hebben elkaar in een kring nodig: {circle}"),
     HINT("what only makes sense together is one measure; or take one id out of \"needs\"",
          "wat alleen samen zin heeft is één maatregel; of haal een id uit \"needs\"")},

    {ROW(150, GP_ERROR), ARGUMENTS("sum"),
     TITLE("Correlations that cannot hold together", "Correlaties die niet samengaan"),
     MESSAGE("the coefficients of the correlations of '{subject}' add up to {sum}, expected at "
             "most 1",
             "de coëfficiënten van de correlaties van '{subject}' zijn samen {sum}, verwacht: "
             "hooguit 1"),
     HINT("lower one of them, or take '{subject}' out of one",
          "maak er een lager, of haal '{subject}' uit een van de lijsten")},

    {ROW(201, GP_ERROR), ARGUMENTS("required_by", "count"),
     TITLE("A missing capability", "Een ontbrekende capability"),
     MESSAGE("'{subject}' is required by '{required_by}' and defined nowhere",
             "'{required_by}' vereist '{subject}', en dat is nergens beschreven"),
     HINT("describe it as a capability; until then every date that rests on it is \"not before\"",
          "beschrijf deze capability; tot dan is elke datum die erop steunt een \"niet eerder "
          "dan\"")},
    {ROW(202, GP_WARNING), ARGUMENTS("level"),
     TITLE("No lead time is known", "Er is geen doorlooptijd bekend"),
     MESSAGE("no lead time is known for '{subject}' to level {level}",
             "van '{subject}' naar niveau {level} is geen doorlooptijd bekend"),
     HINT("add \"lead_time\", an estimate will do: {{\"min\", \"likely\", \"max\"}}",
          "voeg \"lead_time\" toe, een schatting is genoeg: {{\"min\", \"likely\", \"max\"}}")},
    {ROW(203, GP_WARNING), ARGUMENTS("required_level", "reachable_level", "required_by"),
     TITLE("A required level is never reached", "Een vereist niveau wordt nooit bereikt"),
     MESSAGE("'{required_by}' requires '{subject}' at level {required_level}, but its steps end at "
             "level {reachable_level}",
             "'{required_by}' vereist '{subject}' op niveau {required_level}, maar de stappen gaan "
             "tot niveau {reachable_level}"),
     HINT("add the step to \"levels\", or require less",
          "voeg de stap toe aan \"levels\", of vereis minder")},
    {ROW(204, GP_WARNING), TITLE("An unfounded capability", "Een ongegronde capability"),
     MESSAGE("no intervention rests on '{subject}'", "geen interventie steunt op '{subject}'"),
     HINT("name the intervention that needs it, or stop investing in it",
          "noem de interventie die dit nodig heeft, of stop met investeren")},
    {ROW(205, GP_WARNING), ARGUMENTS("explored_by"),
     TITLE("A premature investment", "Een voorbarige investering"),
     MESSAGE("only interventions that are being explored ask for '{subject}': {explored_by}",
             "alleen interventies die nog verkend worden vragen om '{subject}': {explored_by}"),
     HINT("identify it now, develop it when the intervention is developed",
          "identificeer het nu, ontwikkel het pas als de interventie ontwikkeld wordt")},
    {ROW(206, GP_WARNING), ARGUMENTS("prerequisite", "name"),
     TITLE("A prerequisite that the catalogue names is absent",
           "Een randvoorwaarde uit de catalogus ontbreekt"),
     MESSAGE("the catalogue knows that '{subject}' needs '{prerequisite}' ({name}), and the "
             "portfolio does not mention that",
             "de catalogus weet dat '{subject}' '{prerequisite}' nodig heeft ({name}), en het "
             "portfolio noemt dat niet"),
     HINT("describe it and require it, or know why it is not needed here",
          "beschrijf en vereis het, of weet waarom het hier niet nodig is")},
    {ROW(207, GP_INFO), ARGUMENTS("scope", "count"),
     TITLE("The scope disagrees with the requirements", "De scope klopt niet met de eisen"),
     MESSAGE("'{subject}' has scope '{scope}', and {count} {count|intervention asks|interventions "
             "ask} for it",
             "'{subject}' heeft scope '{scope}', en {count} {count|interventie vraagt|interventies "
             "vragen} erom")},
    {ROW(208, GP_INFO), ARGUMENTS("count"),
     TITLE("One capability under many interventions", "Eén capability onder veel interventies"),
     MESSAGE("{count} {count|intervention asks|interventions ask} for '{subject}' themselves: a "
             "delay there hits them all",
             "{count} {count|interventie vraagt|interventies vragen} zelf om '{subject}': "
             "vertraging daar raakt ze allemaal"),
     HINT("`groeipad leverage` counts those that rest on it through others as well",
          "`groeipad leverage` telt ook wie er via andere op steunt")},
    {ROW(209, GP_INFO), ARGUMENTS("owned", "count", "kind", "others"),
     TITLE("No owner", "Zonder eigenaar"),
     MESSAGE("'{subject}'{others} has no owner; {owned} of the {count} {kind} {owned|has|have} one",
             "'{subject}' heeft{others} geen eigenaar; {owned} van de {count} {kind} "
             "{owned|heeft|hebben} er wel een"),
     HINT("name who sees to it, in \"owner\"", "noem wie ervoor zorgt, in \"owner\"")},
    {ROW(210, GP_INFO),
     TITLE("An intervention that hangs in the air", "Een interventie die in de lucht hangt"),
     MESSAGE("'{subject}' requires nothing, and nothing was measured that it would improve",
             "'{subject}' vereist niets, en er is niets gemeten wat beter zou worden"),
     HINT("name the capabilities that it needs, in \"requires\", or what it addresses and a "
          "measurement of that",
          "noem welke capabilities er nodig zijn, in \"requires\", of waarop de interventie zich "
          "richt en een meting daarvan")},

    {ROW(301, GP_ERROR), ARGUMENTS("needed_by", "ready", "late_days", "capability"),
     TITLE("A capability is too late", "Een capability komt te laat"),
     MESSAGE(
         "'{subject}' is needed by {needed_by} and live on {ready} at the earliest, {late_days} "
         "{late_days|day|days} late: it waits for '{capability}'",
         "'{subject}' is nodig op {needed_by} en op zijn vroegst live op {ready}, {late_days} "
         "{late_days|dag|dagen} te laat: het wachten is op '{capability}'"),
     HINT("`groeipad clashes` says what would help", "`groeipad clashes` zegt wat helpt")},
    {ROW(302, GP_WARNING), ARGUMENTS("identify_by", "status_date", "level"),
     TITLE("The identify-by date has passed", "De uiterste identificatiedatum is voorbij"),
     MESSAGE(
         "'{subject}' to level {level} had to be identified by {identify_by}",
         "'{subject}' naar niveau {level} had uiterlijk {identify_by} geïdentificeerd moeten zijn"),
     HINT("start it outside the rounds, or move what waits for it",
          "begin buiten de planrondes om, of verschuif wat erop wacht")},
    {ROW(303, GP_WARNING), ARGUMENTS("identify_by", "intervention", "start"),
     TITLE("Too late if found out during development",
           "Te laat als het pas tijdens de ontwikkeling blijkt"),
     MESSAGE("'{subject}' must be identified by {identify_by}, before the development of "
             "'{intervention}' starts on {start}",
             "'{subject}' moet uiterlijk {identify_by} geïdentificeerd zijn, voordat op {start} de "
             "ontwikkeling van '{intervention}' begint"),
     HINT("identify it while the intervention is being explored",
          "identificeer het terwijl de interventie nog verkend wordt")},
    {ROW(304, GP_INFO), ARGUMENTS("round_wait", "late_days"),
     TITLE("Most of the delay is waiting for rounds",
           "De meeste vertraging is wachten op planrondes"),
     MESSAGE("the path of '{subject}' waits {round_wait} {round_wait|day|days} for planning rounds "
             "and is {late_days} "
             "{late_days|day|days} late",
             "het pad van '{subject}' wacht {round_wait} {round_wait|dag|dagen} op planrondes en "
             "is {late_days} {late_days|dag|dagen} "
             "te laat"),
     HINT("plan more often, or start a step outside the rounds",
          "plan vaker, of begin een stap buiten de planrondes om")},
    {ROW(305, GP_INFO), ARGUMENTS("chain_days", "cycles"),
     TITLE("Tempo: the chain against the cycle", "Tempo: de keten tegenover de cyclus"),
     MESSAGE("the chain under '{subject}' takes {chain_days} {chain_days|day|days}, {cycles} "
             "{cycles|time|times} its cycle",
             "de keten onder '{subject}' duurt {chain_days} {chain_days|dag|dagen}, {cycles} keer "
             "de eigen cyclus")},
    {ROW(306, GP_INFO), ARGUMENTS("buffer_days", "needed_by"),
     TITLE("A thin buffer", "Een krappe buffer"),
     MESSAGE("'{subject}' has {buffer_days} {buffer_days|day|days} left until {needed_by}, less "
             "than one cycle",
             "'{subject}' heeft {buffer_days} {buffer_days|dag|dagen} over tot {needed_by}, minder "
             "dan één cyclus")},
    {ROW(307, GP_WARNING), ARGUMENTS("key", "date", "other_key", "other_date"),
     TITLE("Dates that contradict each other", "Datums die elkaar tegenspreken"),
     MESSAGE("'{subject}': {key} {date} contradicts {other_key} {other_date}",
             "'{subject}': {key} {date} is in strijd met {other_key} {other_date}")},
    {ROW(308, GP_WARNING), ARGUMENTS("horizon"), TITLE("Beyond the horizon", "Voorbij de horizon"),
     MESSAGE("'{subject}' is not ready before {horizon}, the last day that dates can have",
             "'{subject}' is niet eerder klaar dan {horizon}, de laatste dag die een datum kan "
             "hebben")},
    {ROW(309, GP_WARNING), ARGUMENTS("key", "date", "earliest", "late_days"),
     TITLE("A date of its own that cannot be kept", "Een eigen datum die niet te halen is"),
     MESSAGE("'{subject}' has {key} {date}, and that is {earliest} at the earliest: {late_days} "
             "{late_days|day|days} late",
             "'{subject}' heeft {key} {date}, en dat wordt op zijn vroegst {earliest}: {late_days} "
             "{late_days|dag|dagen} te laat"),
     HINT("`groeipad why` says what holds it up; move the date or what it waits for",
          "`groeipad why` zegt wat het ophoudt; verschuif de datum of waar het op wacht")},
    {ROW(310, GP_WARNING), ARGUMENTS("last", "start", "steps"),
     TITLE("No planning round is known so late", "Geen planronde bekend die zo laat valt"),
     MESSAGE(
         "no planning round is known after {last}, and '{subject}' cannot start before {start}; "
         "steps without a round: {steps}",
         "na {last} is geen planronde bekend, en '{subject}' kan niet voor {start} beginnen; "
         "stappen zonder ronde: {steps}"),
     HINT("add a date to \"dates\", or a \"round\" in which they go on",
          "voeg een datum toe aan \"dates\", of een \"round\" waarmee ze doorgaan")},
    {ROW(311, GP_INFO), ARGUMENTS("from", "last"),
     TITLE("A \"from\" that does not count", "Een \"from\" die niet meetelt"),
     MESSAGE("'from' is {from} and does not count: until {last} the rounds are at \"dates\", and "
             "from there they go on",
             "'from' is {from} en telt niet mee: tot {last} zijn de planrondes op \"dates\", en "
             "vandaar gaan ze door"),
     HINT("take it out, or give a day after {last}", "haal het weg, of geef een dag na {last}")},
    {ROW(312, GP_WARNING), ARGUMENTS("began", "target", "ready"),
     TITLE("Work that began before what it requires", "Werk dat begon voor wat het vereist"),
     MESSAGE(
         "'{subject}' began on {began}, before '{target}', which it requires and which is there "
         "from {ready}",
         "'{subject}' begon op {began}, eerder dan '{target}', die het vereist en die er vanaf "
         "{ready} is"),
     HINT("correct the date or the progress that is wrong, or take the requirement out",
          "verbeter de datum of de voortgang die niet klopt, of haal de eis weg")},

    {ROW(401, GP_INFO), ARGUMENTS("weeks", "live", "reason"),
     TITLE("No short-cycle intervention to start with",
           "Geen interventie met een korte cyclus om mee te beginnen"),
     MESSAGE("{reason}; the first is '{subject}', live on {live} at the earliest",
             "{reason}; de eerste is '{subject}', op zijn vroegst live op {live}"),
     HINT("start with an intervention that needs only what the organisation can do already",
          "begin met een interventie die alleen nodig heeft wat de organisatie al kan")},
    {ROW(402, GP_INFO), ARGUMENTS("stage", "key", "value"),
     TITLE("Stage against uncertainty or dates", "Fase tegenover onzekerheid of datums"),
     MESSAGE("'{subject}' has stage '{stage}', which does not go with {key} {value}",
             "'{subject}' heeft stage '{stage}'; dat past niet bij {key} {value}"),
     HINT("they may differ, but say so on purpose: look which of the two is out of date",
          "ze mogen verschillen, maar dan bewust: ga na welk van de twee verouderd is")},
    {ROW(403, GP_INFO),
     TITLE("An explored intervention in no scenario", "Een verkende interventie zonder scenario"),
     MESSAGE("'{subject}' is being explored and names no scenario: it counts in all of them",
             "'{subject}' wordt verkend en noemt geen scenario: de interventie telt in alle mee"),
     HINT("name the scenarios in which it makes sense, in \"scenarios\"",
          "noem de scenario's waarin dit zin heeft, in \"scenarios\"")},
    {ROW(404, GP_WARNING),
     TITLE("A scenario that nothing serves", "Een scenario waar niets voor is"),
     MESSAGE("no intervention is meant for the scenario '{subject}'",
             "geen enkele interventie is bedoeld voor het scenario '{subject}'"),
     HINT("explore an intervention for it, or take the scenario out",
          "verken er een interventie voor, of haal het scenario weg")},
    {ROW(405, GP_INFO), ARGUMENTS("stage"), TITLE("An empty board", "Een leeg bord"),
     MESSAGE("no intervention has stage '{stage}': that board is empty",
             "geen interventie heeft stage '{stage}': dat bord is leeg"),
     HINT("keep something on every board: the three go on side by side",
          "houd op elk bord iets: de drie lopen naast elkaar")},
    {ROW(406, GP_WARNING), ARGUMENTS("needed_by", "live"),
     TITLE("A fixed date for what is still being explored",
           "Een vaste datum voor wat nog verkend wordt"),
     MESSAGE("'{subject}' is still being explored and needed by {needed_by}, but what it rests on "
             "takes until {live}",
             "'{subject}' wordt nog verkend en is nodig op {needed_by}, maar wat eronder ligt "
             "duurt tot {live}"),
     HINT("develop its capabilities now, or take the date off until it is developed",
          "ontwikkel de capabilities nu, of laat de datum weg tot de ontwikkeling begint")},
    {ROW(407, GP_WARNING), ARGUMENTS("capability", "required_level", "level"),
     TITLE("Exploited on a capability below the level it asks",
           "Geëxploiteerd op een capability onder het gevraagde niveau"),
     MESSAGE("'{subject}' has stage 'exploit' and asks for '{capability}' at level "
             "{required_level}; the organisation has level {level}",
             "'{subject}' heeft stage 'exploit' en vraagt '{capability}' op niveau "
             "{required_level}; de organisatie heeft niveau {level}"),
     HINT("strengthen the capability, or correct its level or the stage",
          "versterk de capability, of verbeter het niveau of de fase")},
    {ROW(408, GP_INFO), ARGUMENTS("given", "lacking"),
     TITLE("An aspect is lacking", "Er ontbreekt een aspect"),
     MESSAGE("'{subject}' gives a lead time for {given}, and none for {lacking}",
             "'{subject}' heeft een doorlooptijd voor {given}, en geen voor {lacking}"),
     HINT("a capability is there when all three are; write \"0d\" for what is there already",
          "een capability is er pas als alle drie er zijn; schrijf \"0d\" voor wat er al is")},
    {ROW(409, GP_INFO), ARGUMENTS("reason"),
     TITLE("An intervention that looks like a change of the organisation",
           "Een interventie die een organisatieverandering lijkt"),
     MESSAGE("'{subject}' looks like a change of the organisation: it has no context, nothing "
             "says who decides, and {reason}",
             "'{subject}' lijkt een verandering van de organisatie: er is geen context, nergens "
             "staat wie beslist, en {reason}"),
     HINT("describe it as a capability, or say for whom it is and who decides (\"applies\")",
          "beschrijf dit als capability, of zeg voor wie het is en wie beslist (\"applies\")")},
    {ROW(410, GP_INFO), ARGUMENTS("name"),
     TITLE("A capability named after who does it", "Een capability genoemd naar wie het doet"),
     MESSAGE("'{subject}' is called '{name}': that says who, not what the organisation can do",
             "'{subject}' heet '{name}': dat zegt wie, niet wat de organisatie kan"),
     HINT("name what can be done, and put the team in \"owner\"",
          "noem wat er kan, en zet het team in \"owner\"")},
    {ROW(411, GP_INFO), TITLE("A context that nothing recognises", "Een context die niets herkent"),
     MESSAGE("'{subject}' is applied by policy in a context, and rests on no capability: what "
             "recognises the context?",
             "'{subject}' wordt volgens beleid in een context toegepast en steunt op geen enkele "
             "capability: wat herkent de context?"),
     HINT("require the capability that recognises it, or let staff decide",
          "vereis de capability die dat herkent, of laat medewerkers beslissen")},

    {ROW(501, GP_WARNING), ARGUMENTS("gap", "context", "measured_on"),
     TITLE("A gap that no intervention answers", "Een kloof waar geen interventie op antwoordt"),
     MESSAGE("'{subject}' is {gap} for {context} (measured on {measured_on}), and no intervention "
             "answers that",
             "'{subject}' is {gap} voor {context} (gemeten op {measured_on}), en geen interventie "
             "geeft daar antwoord op"),
     HINT("choose or develop an intervention that addresses it there",
          "kies of ontwikkel een interventie die zich daar op deze dimensie richt")},
    {ROW(502, GP_INFO), ARGUMENTS("why"),
     TITLE("An intervention that answers no measured gap",
           "Een interventie die op geen gemeten kloof antwoordt"),
     MESSAGE("'{subject}' answers no measured gap: {why}",
             "'{subject}' geeft geen antwoord op een gemeten kloof: {why}"),
     HINT("measure need and experience there first, or name what it addresses",
          "meet daar eerst behoefte en ervaring, of noem waarop de interventie zich richt")},
    {ROW(503, GP_WARNING), ARGUMENTS("dimension", "direction", "context", "gap"),
     TITLE("An intervention that works in the wrong direction",
           "Een interventie die de verkeerde kant op werkt"),
     MESSAGE("'{subject}' gives {direction} '{dimension}' to {context}, where it is {gap} already",
             "'{subject}' geeft {direction} '{dimension}' aan {context}, waar het al {gap} is"),
     HINT("more personal is not always better: turn its direction, or leave it out there",
          "persoonlijker is niet altijd beter: keer de richting om, of pas het daar niet toe")},
    {ROW(504, GP_INFO), ARGUMENTS("context", "intervention", "event", "on"),
     TITLE("Due for measuring again", "Toe aan een nieuwe meting"),
     MESSAGE("measure '{subject}' again for {context}: '{intervention}' {event} on {on}, after the "
             "last measurement",
             "meet '{subject}' opnieuw voor {context}: '{intervention}' {event} op {on}, na de "
             "laatste meting"),
     HINT("add the new measurement, with its date; keep the old one for the trend",
          "voeg de nieuwe meting toe, met de datum; laat de oude staan voor het verloop")},
    {ROW(505, GP_INFO), ARGUMENTS("context", "measured_on"),
     TITLE("Measured once: the trend is unknown", "Eén keer gemeten: het verloop is onbekend"),
     MESSAGE("'{subject}' was measured once for {context}, on {measured_on}: its trend is unknown",
             "'{subject}' is voor {context} één keer gemeten, op {measured_on}: het verloop is "
             "onbekend")},
    {ROW(506, GP_WARNING), ARGUMENTS("other", "dimension"),
     TITLE("Two interventions pull in opposite directions",
           "Twee interventies trekken in tegengestelde richting"),
     MESSAGE("'{subject}' and '{other}' pull '{dimension}' in opposite directions for the same "
             "people at the same moment",
             "'{subject}' en '{other}' trekken '{dimension}' in tegengestelde richting, bij "
             "dezelfde mensen op hetzelfde moment"),
     HINT("limit one of them to other segments or situations, or choose",
          "beperk een van beide tot andere segmenten of situaties, of kies")},
    {ROW(507, GP_WARNING), ARGUMENTS("dimension", "too_little", "too_much"),
     TITLE("One intervention for contexts that need opposites",
           "Eén interventie voor contexten die het tegengestelde nodig hebben"),
     MESSAGE("'{subject}' treats all alike, but '{dimension}' is too little for {too_little} and "
             "too much for {too_much}",
             "'{subject}' behandelt iedereen gelijk, maar '{dimension}' is te weinig voor "
             "{too_little} en te veel voor {too_much}"),
     HINT("say with \"applies\" for whom and when it is meant",
          "zeg met \"applies\" voor wie en wanneer het bedoeld is")},

    {ROW(601, GP_WARNING), ARGUMENTS("days", "old", "new", "because"),
     TITLE("An intervention has become later", "Een interventie is later geworden"),
     MESSAGE(
         "'{subject}' is live {days} {days|day|days} later than it was: {new}, not {old}{because}",
         "'{subject}' is {days} {days|dag|dagen} later live dan het was: {new}, niet "
         "{old}{because}"),
     HINT("`groeipad compare` tells what each edit has to do with it",
          "`groeipad compare` vertelt wat elke wijziging ermee te maken heeft")},
    {ROW(602, GP_ERROR), ARGUMENTS("late_days", "ready"),
     TITLE("A clash that was not there", "Een botsing die er niet was"),
     MESSAGE("'{subject}' was in time and is now {late_days} {late_days|day|days} late: live on "
             "{ready}",
             "'{subject}' was op tijd en is nu {late_days} {late_days|dag|dagen} te laat: live op "
             "{ready}"),
     HINT("`groeipad clashes` tells what would help", "`groeipad clashes` vertelt wat zou helpen")},
    {ROW(603, GP_ERROR),
     TITLE("A capability that is newly missing", "Een capability die nu ontbreekt"),
     MESSAGE("'{subject}' is required now and described nowhere",
             "'{subject}' is nu vereist en staat nergens beschreven"),
     HINT("describe it, or take the requirement back", "beschrijf die, of haal de eis weer weg")},
    {ROW(604, GP_WARNING), ARGUMENTS("level", "day"),
     TITLE("A date to decide that is past now", "Een beslisdatum die nu voorbij is"),
     MESSAGE(
         "the day to identify '{subject}' (level {level}) by was still to come, and is past "
         "now: {day}",
         "de dag waarop '{subject}' (niveau {level}) geïdentificeerd moest zijn kwam nog, en is "
         "nu voorbij: {day}"),
     HINT("decide about it now, or move what needs it",
          "beslis er nu over, of verplaats wat die nodig heeft")},
    {ROW(605, GP_INFO),
     TITLE("A capability that is newly unfounded", "Een capability die nu ongegrond is"),
     MESSAGE("nothing rests on '{subject}' any more: no intervention needs it",
             "niets steunt meer op '{subject}': geen interventie heeft die nodig")},
    {ROW(606, GP_INFO), ARGUMENTS("old"),
     TITLE("A record that was renamed, by the looks of it",
           "Een record dat zo te zien hernoemd is"),
     MESSAGE("'{subject}' looks like what was called '{old}'",
             "'{subject}' lijkt te zijn wat '{old}' heette")},
    {ROW(607, GP_INFO),
     TITLE("A critical path that is another one", "Een kritiek pad dat een ander is"),
     MESSAGE("the date of '{subject}' rests on another chain than it did",
             "de datum van '{subject}' rust op een andere keten dan eerst"),
     HINT("`groeipad path --for` shows it", "`groeipad path --for` laat het zien")},
    {ROW(701, GP_INFO), ARGUMENTS("intervention", "duration"),
     TITLE("A single lead time that always decides", "Eén doorlooptijd die altijd beslist"),
     MESSAGE("'{subject}' is on every chain that decides when '{intervention}' is live, and takes "
             "{duration} without any doubt",
             "'{subject}' zit op elke keten die bepaalt wanneer '{intervention}' live is, en duurt "
             "{duration} zonder enige twijfel"),
     HINT("give it min, likely and max, or see with --spread what it could do",
          "geef er min, likely en max voor, of bekijk met --spread wat het kan doen")},
    {ROW(702, GP_WARNING), ARGUMENTS("why"),
     TITLE("A risk that affects nothing", "Een risico dat niets raakt"),
     MESSAGE("risk '{subject}' delays nothing: {why}", "risico '{subject}' vertraagt niets: {why}"),
     HINT("correct its \"affects\", or take it out", "verbeter \"affects\", of haal het weg")},
    {ROW(703, GP_WARNING), ARGUMENTS("why"),
     TITLE("A correlation that changes nothing", "Een correlatie die niets verandert"),
     MESSAGE("the correlation of '{subject}' changes nothing: {why}",
             "de correlatie van '{subject}' verandert niets: {why}"),
     HINT("give their lead times a min and a max, or take the correlation out",
          "geef hun doorlooptijden een min en een max, of haal de correlatie weg")},
    {ROW(704, GP_INFO), ARGUMENTS("cost", "result"),
     TITLE("A mitigation that wins nothing", "Een beperking die niets wint"),
     MESSAGE("mitigating '{subject}' {result}", "'{subject}' beperken {result}"),
     HINT("spend it on a risk that costs days: groeipad risk tells which",
          "besteed het aan een risico dat dagen kost: groeipad risk vertelt welk")},
    {ROW(801, GP_ERROR), ARGUMENTS("problem"),
     TITLE("A file cannot be read", "Een bestand is niet te lezen"),
     MESSAGE("cannot read '{subject}': {problem}", "'{subject}' is niet te lezen: {problem}")},
    {ROW(802, GP_ERROR), ARGUMENTS("problem"),
     TITLE("A file cannot be written", "Een bestand is niet te schrijven"),
     MESSAGE("cannot write '{subject}': {problem}", "'{subject}' is niet te schrijven: {problem}")},
    {ROW(803, GP_ERROR), ARGUMENTS("library"),
     TITLE("What makes images is not installed", "Wat beelden maakt is niet geïnstalleerd"),
     MESSAGE("PNG and PDF need librsvg, and '{library}' is not there",
             "PNG en PDF hebben librsvg nodig, en '{library}' is er niet"),
     HINT("install it (Debian: librsvg2-2), or write SVG",
          "installeer die (Debian: librsvg2-2), of schrijf SVG")},
    {ROW(804, GP_ERROR), ARGUMENTS("problem"),
     TITLE("An image cannot be made", "Een beeld is niet te maken"),
     MESSAGE("the image cannot be made: {problem}", "het beeld is niet te maken: {problem}")},
    {ROW(805, GP_ERROR), ARGUMENTS("what", "way"),
     TITLE("A file of another program", "Een bestand van een ander programma"),
     MESSAGE("'{subject}' is {what}; {way}", "'{subject}' is {what}; {way}")},
    {ROW(806, GP_ERROR), ARGUMENTS("option", "value", "problem"),
     TITLE("An option that cannot be followed", "Een optie die niet te volgen is"),
     MESSAGE("--{option} is '{value}': {problem}", "--{option} is '{value}': {problem}")},
    {ROW(807, GP_ERROR),
     TITLE("Columns of rounds without rounds", "Kolommen van rondes zonder rondes"),
     MESSAGE("the portfolio has no planning rounds to make columns of; take --columns year, or "
             "describe them under \"planning\"",
             "het portfolio heeft geen planrondes om kolommen van te maken; neem --columns year, "
             "of beschrijf ze onder \"planning\""),
     HINT("describe them under \"planning\", or take years: `--columns year`",
          "beschrijf ze onder \"planning\", of neem jaren: `--columns year`")},
    {ROW(808, GP_ERROR), ARGUMENTS("problem"),
     TITLE("A part that does not belong to the run", "Een deel dat niet bij de run hoort"),
     MESSAGE("'{subject}': {problem}", "'{subject}': {problem}"),
     HINT("draw it again, or leave it out: `groeipad explain GP808`",
          "trek het opnieuw, of laat het weg: `groeipad explain GP808`")},
    {ROW(901, GP_ERROR), TITLE("Memory ran out", "Het geheugen is op"),
     MESSAGE("memory ran out", "het geheugen is op")},
    {ROW(902, GP_ERROR), ARGUMENTS("what"), TITLE("A bug in groeipad", "Een fout in groeipad"),
     MESSAGE("a bug in groeipad: {what}", "een fout in groeipad: {what}"),
     HINT("please report it with the portfolio", "meld dit, met het portfolio erbij")},
};

const gp_rule *gp_rules(size_t *count)
{
    *count = sizeof rules / sizeof *rules;
    return rules;
}

const gp_rule *gp_find_rule(uint16_t code)
{
    size_t count;
    const gp_rule *all = gp_rules(&count);
    for (size_t i = 0; i < count; i++)
        if (all[i].code == code) return &all[i];
    return NULL;
}
