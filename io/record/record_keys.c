/* SPDX-License-Identifier: MIT
 * What each key of the file is for, as `groeipad help portfolio` and the manual tell it. Which keys
 * there are, and what may be in them, is said by the tables of the records themselves; this table
 * has the words. A test finds a key without. */
#include "io/record/record.h"

#include <string.h>

/* The records in the order in which they are told. */
static const struct {
    const gp_record_kind *kind;
    const char *title[2];
} records[] = {
    {&gp_top_kind, {"The top of the file", "De bovenkant van het bestand"}},
    {&gp_intervention_kind, {"An intervention", "Een interventie"}},
    {&gp_capability_kind, {"A capability", "Een capability"}},
    {&gp_level_kind, {"An entry of levels: one step", "Een regel van levels: een stap"}},
    {&gp_requirement_kind,
     {"An entry of requires: an id, or an object with",
      "Een regel van requires: een id, of een object met"}},
    {&gp_alternative_kind,
     {"An entry of any: an id, or an object with", "Een regel van any: een id, of een object met"}},
    {&gp_estimate_kind,
     {"A lead time: a duration, a list, or an object with",
      "Een doorlooptijd: een duur, een lijst, of een object met"}},
    {&gp_chance_kind,
     {"An entry of a list of lead times", "Een regel van een lijst doorlooptijden"}},
    {&gp_aspects_kind, {"Aspects", "Aspecten"}},
    {&gp_planning_kind,
     {"Planning: \"none\", or an object with", "Planning: \"none\", of een object met"}},
    {&gp_calendar_kind, {"Calendar", "Kalender"}},
    {&gp_addressed_kind,
     {"An entry of addresses: an id, or an object with",
      "Een regel van addresses: een id, of een object met"}},
    {&gp_applies_kind,
     {"Applies: for whom, when, and who decides", "Applies: voor wie, wanneer, en wie beslist"}},
    {&gp_measurement_kind, {"A measurement", "Een meting"}},
    {&gp_a_term_kind,
     {"A dimension, segment or situation: an id, or an object with",
      "Een dimensie, segment of situatie: een id, of een object met"}},
    {&gp_scenario_kind, {"A scenario", "Een scenario"}},
    {&gp_measure_kind, {"A measure", "Een maatregel"}},
    {&gp_risk_kind, {"A risk", "Een risico"}},
    {&gp_mitigated_kind,
     {"Mitigated: a risk about which something is done",
      "Mitigated: een risico waar iets aan gedaan is"}},
    {&gp_correlation_kind, {"A correlation", "Een correlatie"}},
};
#define RECORD_COUNT (sizeof records / sizeof *records)

/* What may be in a value, where its function says all of it. */
static const struct {
    gp_read_value *read;
    const char *words[2];
} values[] = {
    {gp_read_text_value, {"text", "tekst"}},
    {gp_read_pooled, {"text", "tekst"}},
    {gp_read_tags, {"list of texts", "lijst van teksten"}},
    {gp_read_url, {"address", "adres"}},
    {gp_read_day, {"date", "datum"}},
    {gp_read_duration, {"duration", "duur"}},
    {gp_read_lag, {"duration, with a minus: so much earlier", "duur, met een min: zoveel eerder"}},
    {gp_read_step, {"duration", "duur"}},
    {gp_read_estimate, {"lead time", "doorlooptijd"}},
    {gp_read_aspects, {"aspects", "aspecten"}},
    {gp_read_share, {"0..1", "0..1"}},
    {gp_read_percent, {"0..100", "0..100"}},
    {gp_read_cost, {"0..1000000000000", "0..1000000000000"}},
    {gp_read_level_have, {"0..5", "0..5"}},
    {gp_read_level_want, {"1..5", "1..5"}},
    {gp_read_planning, {"planning", "planning"}},
    {gp_read_requires, {"list of requirements", "lijst van eisen"}},
    {gp_read_reference, {"id", "id"}},
    {gp_read_references, {"list of ids", "lijst van ids"}},
    {gp_read_records, {"list of ids", "lijst van ids"}},
    {gp_read_id, {"id", "id"}},
};

/* The words of a key; those with kind NULL hold in every record. `value`: NULL where the function
 * that reads it says enough. */
typedef struct key_words {
    const gp_record_kind *kind;
    const char *name;
    const char *value[2];
    const char *summary[2];
} key_words;

#define LIST_OF(english, dutch)                                                                    \
    {                                                                                              \
        "list of " english, "lijst van " dutch                                                     \
    }
#define NO_WORDS                                                                                   \
    {                                                                                              \
        NULL, NULL                                                                                 \
    }
/* clang-format off */
static const key_words words[] = {
    {&gp_top_kind, "$schema", {"text", "tekst"},
     {"where the schema is, for editors", "waar het schema staat, voor editors"}},
    {&gp_top_kind, "groeipad", {"1", "1"},
     {"the version of the format", "de versie van het formaat"}},
    {&gp_top_kind, "title", NO_WORDS,
     {"heading of every answer", "kop boven elk antwoord"}},
    {&gp_top_kind, "status_date", {"date", "datum"},
     {"\"today\": groeipad never looks at a clock", "\"vandaag\": groeipad kijkt nooit op de klok"}},
    {&gp_top_kind, "language", {"en|nl", "en|nl"},
     {"of texts, where --lang does not say otherwise; left out: en", "van de teksten, als --lang niet anders zegt; weggelaten: en"}},
    {&gp_top_kind, "planning", {"planning", "planning"},
     {"when work on capabilities may start; left out: any day", "wanneer werk aan capabilities mag beginnen; weggelaten: elke dag"}},
    {&gp_top_kind, "calendar", {"calendar", "kalender"},
     {"which days count in working days (20wd)", "welke dagen tellen in werkdagen (20wd)"}},
    {&gp_top_kind, "cycle", {"duration", "duur"},
     {"iteration of an intervention that gives none; left out: 2w", "iteratie van een interventie die er geen noemt; weggelaten: 2w"}},
    {&gp_top_kind, "cost_unit", {"text", "tekst"},
     {"what costs of measures are counted in, as k€ or points", "waarin kosten van maatregelen geteld worden, zoals k€ of punten"}},
    {&gp_top_kind, "dimensions", LIST_OF("dimensions", "dimensies"),
     {"what need and experience are measured on; left out: the eight of the white paper", "waarop behoefte en ervaring gemeten worden; weggelaten: de acht van het white paper"}},
    {&gp_top_kind, "segments", LIST_OF("segments", "segmenten"),
     {"groups of citizens", "groepen burgers"}},
    {&gp_top_kind, "situations", LIST_OF("situations", "situaties"),
     {"situations in which citizens meet the organisation", "situaties waarin burgers de organisatie treffen"}},
    {&gp_top_kind, "scenarios", LIST_OF("scenarios", "scenario's"),
     {"futures that are kept open", "toekomsten die openblijven"}},
    {&gp_top_kind, "measurements", LIST_OF("measurements", "metingen"),
     {"need and experience, dated", "behoefte en ervaring, met datum"}},
    {&gp_top_kind, "interventions", LIST_OF("interventions", "interventies"),
     {"what citizens will notice: short, iterative, outward", "wat burgers merken: kort, iteratief, naar buiten gericht"}},
    {&gp_top_kind, "capabilities", LIST_OF("capabilities", "capabilities"),
     {"what the organisation can do, or will have to: a mix of skills, methods and tools", "wat de organisatie kan, of moet gaan kunnen: een mix van vaardigheden, werkwijzen en hulpmiddelen"}},

    {&gp_top_kind, "measures", LIST_OF("measures", "maatregelen"),
     {"what could be done, at a cost: changes to the portfolio, made with --measure", "wat gedaan kan worden, en wat dat kost: wijzigingen van het portfolio, met --measure"}},
    {&gp_top_kind, "risks", LIST_OF("risks", "risico's"),
     {"what may happen and delay several; `groeipad risk` counts with it", "wat kan gebeuren en er enkele vertraagt; `groeipad risk` rekent ermee"}},
    {&gp_top_kind, "correlations", LIST_OF("correlations", "correlaties"),
     {"whose work takes long in the same cases", "van wie het werk in dezelfde gevallen lang duurt"}},
    {&gp_scenario_kind, "changes", {"a portfolio", "een portfolio"},
     {"what is otherwise in this future: merged in with --scenario, with \"drop\" for what goes", "wat er in deze toekomst anders is: komt erbij met --scenario, met \"drop\" voor wat weggaat"}},
    {&gp_measure_kind, "cost", NO_WORDS,
     {"what it costs, in cost_unit; left out: 0", "wat ze kost, in cost_unit; weggelaten: 0"}},
    {&gp_measure_kind, "needs", LIST_OF("ids", "ids"),
     {"measures that are taken as well where this one is", "maatregelen die ook genomen worden waar deze genomen wordt"}},
    {&gp_measure_kind, "excludes", LIST_OF("ids", "ids"),
     {"measures of which none is taken where this one is", "maatregelen die niet genomen worden waar deze genomen wordt"}},
    {&gp_measure_kind, "changes", {"a portfolio", "een portfolio"},
     {"what it changes, as in a file for --changes", "wat ze verandert, als in een bestand voor --changes"}},

    {&gp_intervention_kind, "stage", NO_WORDS,
     {"the board that it is on", "het bord waar ze op staat"}},
    {&gp_intervention_kind, "uncertainty", NO_WORDS,
     {"kept apart from the stage, on purpose", "met opzet los van de fase"}},
    {&gp_intervention_kind, "start", NO_WORDS,
     {"when its development starts; left out: the status date", "wanneer de ontwikkeling begint; weggelaten: de peildatum"}},
    {&gp_intervention_kind, "duration", NO_WORDS,
     {"how long its development takes; left out: one cycle", "hoe lang de ontwikkeling duurt; weggelaten: een cyclus"}},
    {&gp_intervention_kind, "cycle", NO_WORDS,
     {"length of one iteration; it goes live at the end of one", "lengte van een iteratie; aan het eind van een gaat ze live"}},
    {&gp_intervention_kind, "needed_by", NO_WORDS,
     {"when it has to be live; without it there is no clash", "wanneer ze live moet zijn; zonder is er geen botsing"}},
    {&gp_intervention_kind, "addresses", LIST_OF("dimensions", "dimensies"),
     {"the dimensions that it works on", "de dimensies waar ze op werkt"}},
    {&gp_intervention_kind, "applies", {"applies", "applies"},
     {"for whom, when, and who decides", "voor wie, wanneer, en wie beslist"}},
    {&gp_intervention_kind, "scenarios", NO_WORDS,
     {"the futures that it belongs to; left out: all", "de toekomsten waar ze bij hoort; weggelaten: alle"}},
    {&gp_intervention_kind, "progress", NO_WORDS,
     {"percent of the work that is done; the rest takes from the status date on", "procent van het werk dat gedaan is; de rest duurt vanaf de peildatum"}},
    {&gp_intervention_kind, "not_before", NO_WORDS,
     {"it does not start earlier; the cycles do not move", "ze begint niet eerder; de cycli schuiven niet"}},
    {&gp_intervention_kind, "not_ready_before", NO_WORDS,
     {"it is not live earlier; its start moves with it", "ze is niet eerder live; haar begin schuift mee"}},
    {&gp_intervention_kind, "start_by", NO_WORDS,
     {"when it should have started", "wanneer ze begonnen moet zijn"}},

    {&gp_capability_kind, "scope", NO_WORDS,
     {"bound to an intervention, or a general precondition", "gebonden aan een interventie, of een algemene voorwaarde"}},
    {&gp_capability_kind, "parent", NO_WORDS,
     {"the capability that it is part of: groups tables and pictures, moves no date", "de capability waar ze deel van is: groepeert tabellen en plaatjes, verschuift geen datum"}},
    {&gp_capability_kind, "lead_time", NO_WORDS,
     {"how long a step to the next level takes; left out: unknown", "hoe lang een stap naar het volgende niveau duurt; weggelaten: onbekend"}},
    {&gp_capability_kind, "status", NO_WORDS,
     {"where it stands; only available changes a date: without a level it means level 1", "hoe het ervoor staat; alleen available verandert een datum: zonder niveau betekent het niveau 1"}},
    {&gp_capability_kind, "level", NO_WORDS,
     {"what the organisation has now", "wat de organisatie nu heeft"}},
    {&gp_capability_kind, "levels", LIST_OF("steps", "stappen"),
     {"steps that differ from what stands here", "stappen die anders zijn dan wat hier staat"}},
    {&gp_capability_kind, "identified", NO_WORDS,
     {"when it was identified; after the status date work cannot start before it", "wanneer ze herkend is; na de peildatum begint het werk niet eerder"}},
    {&gp_capability_kind, "started", NO_WORDS,
     {"a fact: its first missing step started then", "een feit: toen begon de eerste stap die ontbreekt"}},
    {&gp_capability_kind, "ready", NO_WORDS,
     {"a fact: it is ready then, whatever it requires", "een feit: dan is ze klaar, wat ze ook vereist"}},
    {&gp_capability_kind, "progress", NO_WORDS,
     {"percent of its first missing step that is done; the rest takes from the status date on", "procent van de eerste stap die ontbreekt dat gedaan is; de rest duurt vanaf de peildatum"}},
    {&gp_capability_kind, "not_before", NO_WORDS,
     {"no step starts earlier", "geen stap begint eerder"}},
    {&gp_capability_kind, "not_ready_before", NO_WORDS,
     {"its last step is not ready earlier; its start moves with it", "de laatste stap is niet eerder klaar; het begin schuift mee"}},
    {&gp_capability_kind, "start_by", NO_WORDS,
     {"when its first missing step should have started", "wanneer de eerste stap die ontbreekt begonnen moet zijn"}},
    {&gp_capability_kind, "needed_by", NO_WORDS,
     {"when its last step should be ready", "wanneer de laatste stap klaar moet zijn"}},

    {&gp_level_kind, "level", NO_WORDS,
     {"the level that the step leads to", "het niveau waar de stap naartoe leidt"}},
    {&gp_level_kind, "lead_time", NO_WORDS,
     {"how long the step takes", "hoe lang de stap duurt"}},

    {&gp_requirement_kind, "id", NO_WORDS,
     {"the capability or intervention that must be there first", "de capability of interventie die er eerst moet zijn"}},
    {&gp_requirement_kind, "level", NO_WORDS,
     {"the level that is asked for; left out: its presence", "het niveau dat gevraagd wordt; weggelaten: dat ze er is"}},
    {&gp_requirement_kind, "by", NO_WORDS,
     {"before the start of what requires it, or before that is live or ready", "voor het begin van wat haar vereist, of voordat dat live of klaar is"}},
    {&gp_requirement_kind, "from", NO_WORDS,
     {"counted from the day that it is ready, or that it starts; left out: ready", "gerekend vanaf de dag dat ze klaar is, of begint; weggelaten: ready"}},
    {&gp_requirement_kind, "lag", NO_WORDS,
     {"so long after it", "zo lang daarna"}},
    {&gp_requirement_kind, "any", LIST_OF("alternatives", "alternatieven"),
     {"in place of id: one of these is enough", "in plaats van id: een van deze is genoeg"}},
    {&gp_alternative_kind, "id", NO_WORDS,
     {"one of several that are enough", "een van enkele die genoeg zijn"}},
    {&gp_alternative_kind, "level", NO_WORDS,
     {"the level that is asked for", "het niveau dat gevraagd wordt"}},
    {&gp_alternative_kind, "from", NO_WORDS,
     {"as of a requirement", "als van een eis"}},
    {&gp_alternative_kind, "lag", NO_WORDS,
     {"as of a requirement", "als van een eis"}},

    {&gp_estimate_kind, "min", NO_WORDS,
     {"the shortest that it can be", "zo kort als het kan zijn"}},
    {&gp_estimate_kind, "likely", NO_WORDS,
     {"the plan uses this one", "hiermee rekent het plan"}},
    {&gp_estimate_kind, "max", NO_WORDS,
     {"the longest that it can be", "zo lang als het kan zijn"}},
    {&gp_estimate_kind, "distribution", NO_WORDS,
     {"how likely the durations between min and max are; left out: pert", "hoe waarschijnlijk de duren tussen min en max zijn; weggelaten: pert"}},
    {&gp_chance_kind, "lead_time", NO_WORDS,
     {"one of the durations that it can be", "een van de duren die het kan zijn"}},
    {&gp_chance_kind, "weight", {"above 0", "boven 0"},
     {"how likely, beside the others; the plan uses the likeliest", "hoe waarschijnlijk, naast de andere; het plan neemt de waarschijnlijkste"}},
    {&gp_aspects_kind, "skills", NO_WORDS,
     {"of people; the longest of the three counts", "van mensen; de langste van de drie telt"}},
    {&gp_aspects_kind, "methods", NO_WORDS,
     {"ways of working", "manieren van werken"}},
    {&gp_aspects_kind, "tools", NO_WORDS,
     {"systems and other means", "systemen en andere middelen"}},

    {&gp_planning_kind, "round", NO_WORDS,
     {"time between planning rounds: 1y, 3mo", "tijd tussen planrondes: 1y, 3mo"}},
    {&gp_planning_kind, "from", NO_WORDS,
     {"one round; the others lie whole rounds before and after it", "een ronde; de andere liggen hele rondes ervoor en erna"}},
    {&gp_planning_kind, "dates", LIST_OF("dates", "data"),
     {"rounds at given dates, beside or before round", "rondes op gegeven data, naast of voor round"}},
    {&gp_planning_kind, "prepare", NO_WORDS,
     {"a proposal must be in this long before a round", "zo lang voor een ronde moet een voorstel er zijn"}},
    {&gp_planning_kind, "scope", NO_WORDS,
     {"does every step wait for a round, or only the first of a chain; at the top only", "wacht elke stap op een ronde, of alleen de eerste van een keten; alleen bovenaan"}},
    {&gp_calendar_kind, "workdays", {"list of mon|tue|wed|thu|fri|sat|sun", "lijst van mon|tue|wed|thu|fri|sat|sun"},
     {"days of the week that are worked; left out: Monday to Friday", "dagen van de week waarop gewerkt wordt; weggelaten: maandag tot vrijdag"}},
    {&gp_calendar_kind, "holidays", LIST_OF("dates", "data"),
     {"days that are not worked", "dagen waarop niet gewerkt wordt"}},

    {&gp_addressed_kind, "dimension", NO_WORDS,
     {"a dimension that it works on", "een dimensie waar ze op werkt"}},
    {&gp_addressed_kind, "direction", NO_WORDS,
     {"which way it pulls", "welke kant ze op trekt"}},
    {&gp_applies_kind, "segments", NO_WORDS,
     {"for whom; left out: for all", "voor wie; weggelaten: voor allen"}},
    {&gp_applies_kind, "situations", NO_WORDS,
     {"when; left out: always", "wanneer; weggelaten: altijd"}},
    {&gp_applies_kind, "decided_by", NO_WORDS,
     {"who decides that it is used", "wie beslist dat ze gebruikt wordt"}},

    {&gp_measurement_kind, "dimension", NO_WORDS,
     {"what is measured", "wat er gemeten is"}},
    {&gp_measurement_kind, "segment", NO_WORDS,
     {"for whom; left out: for all", "voor wie; weggelaten: voor allen"}},
    {&gp_measurement_kind, "situation", NO_WORDS,
     {"when; left out: always", "wanneer; weggelaten: altijd"}},
    {&gp_measurement_kind, "need", NO_WORDS,
     {"what citizens need", "wat burgers nodig hebben"}},
    {&gp_measurement_kind, "experience", NO_WORDS,
     {"what they experience", "wat ze ervaren"}},
    {&gp_measurement_kind, "mismatch", NO_WORDS,
     {"the judgement, where there is one", "het oordeel, als dat er is"}},
    {&gp_measurement_kind, "on", NO_WORDS,
     {"when it was measured", "wanneer het gemeten is"}},
    {&gp_measurement_kind, "source", NO_WORDS,
     {"where it comes from", "waar het vandaan komt"}},

    {&gp_risk_kind, "probability", NO_WORDS,
     {"how likely it is to happen", "hoe waarschijnlijk het gebeurt"}},
    {&gp_risk_kind, "delay", NO_WORDS,
     {"what it then adds to the time of each that it affects", "wat het dan toevoegt aan de duur van elk dat het raakt"}},
    {&gp_risk_kind, "affects", NO_WORDS,
     {"capabilities and interventions: those of their steps that are not done", "capabilities en interventies: de stappen daarvan die niet gedaan zijn"}},
    {&gp_risk_kind, "mitigated", {"mitigated", "mitigated"},
     {"what is left of it when something is done about it (--mitigated)", "wat ervan overblijft als er iets aan gedaan is (--mitigated)"}},
    {&gp_mitigated_kind, "probability", NO_WORDS,
     {"left out: as it is", "weggelaten: zoals het is"}},
    {&gp_mitigated_kind, "delay", NO_WORDS,
     {"left out: as it is", "weggelaten: zoals het is"}},
    {&gp_mitigated_kind, "cost", NO_WORDS,
     {"what it costs, in a unit of your own", "wat het kost, in een eigen eenheid"}},
    {&gp_correlation_kind, "ids", LIST_OF("ids", "ids"),
     {"two or more capabilities and interventions", "twee of meer capabilities en interventies"}},
    {&gp_correlation_kind, "coefficient", {"-1..1", "-1..1"},
     {"1: all long or all short together; below 0, of two: one long, one short", "1: samen lang of samen kort; onder 0, van twee: de een lang, de ander kort"}},

    {NULL, "id", NO_WORDS,
     {"what others call it by; upper and lower case differ", "waaronder anderen het noemen; hoofdletters tellen"}},
    {NULL, "name", NO_WORDS,
     {"its name; left out: the id", "de naam; weggelaten: het id"}},
    {NULL, "owner", NO_WORDS,
     {"who is responsible", "wie verantwoordelijk is"}},
    {NULL, "tags", NO_WORDS,
     {"words of your own, to choose by (--tag)", "eigen woorden, om op te kiezen (--tag)"}},
    {NULL, "aspects", NO_WORDS,
     {"lead times per aspect; the longest counts, in place of lead_time", "doorlooptijden per aspect; de langste telt, in plaats van lead_time"}},
    {NULL, "requires", NO_WORDS,
     {"what must be there first", "wat er eerst moet zijn"}},
    {NULL, "planning", NO_WORDS,
     {"rounds of its own; none: it may start any day", "eigen rondes; none: het mag elke dag beginnen"}},
    {NULL, "x-url", NO_WORDS,
     {"an address that pictures link to", "een adres waar plaatjes naar verwijzen"}},
};
/* clang-format on */
#undef NO_WORDS
#undef LIST_OF

bool gp_describe_record(size_t index, gp_file_record *out)
{
    if (index >= RECORD_COUNT) return false;
    out->title[GP_ENGLISH] = records[index].title[GP_ENGLISH];
    out->title[GP_DUTCH] = records[index].title[GP_DUTCH];
    return true;
}

static const key_words *find_words(const gp_record_kind *kind, const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if ((words[i].kind == kind || !words[i].kind) && strcmp(words[i].name, name) == 0)
            return &words[i];
    return NULL;
}

/* What may be in it, in a language. */
static const char *value_of(const gp_key *key, const key_words *said, gp_language language)
{
    if (said && said->value[language]) return said->value[language];
    if (key->read == gp_read_choice) return ((const gp_choice *)key->detail)->expected;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i].read == key->read) return values[i].words[language];
    if (key->detail) return ((const gp_choice *)key->detail)->expected;
    return "";
}

bool gp_describe_key(size_t record, size_t index, gp_file_key *out)
{
    if (record >= RECORD_COUNT || index >= records[record].kind->count) return false;
    const gp_key *key = &records[record].kind->keys[index];
    const key_words *said = find_words(records[record].kind, key->name);
    *out = (gp_file_key){.name = key->name, .is_required = key->is_required};
    for (int language = 0; language < 2; language++) {
        out->value[language] = value_of(key, said, (gp_language)language);
        out->summary[language] = said ? said->summary[language] : "";
    }
    return true;
}
