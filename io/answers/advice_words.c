/* SPDX-License-Identifier: MIT
 * How does the checklist say what it counted? One pattern per step, and one for where there is
 * nothing to count: "0 of 0" would read as a result. */
#include "io/answers/advice_words.h"
#include "io/answers/words.h"

const char *gp_advice_key(gp_advice_step step)
{
    static const char *const keys[] = {"start-short", "measure",  "choose", "explore",
                                       "derive",      "identify", "tracks", "current"};
    return keys[step];
}

const char *gp_mark_key(gp_mark mark)
{
    static const char *const keys[] = {"to-do", "partly", "done"};
    return keys[mark];
}

const char *gp_advice_title(gp_advice_step step, gp_language language)
{
    static const char *const titles[][2] = {
        {"Start with the short cycle", "Begin met de korte cyclus"},
        {"Map need and experience, and measure again",
         "Breng behoefte en ervaring in kaart, en meet opnieuw"},
        {"Choose interventions from the library, per context",
         "Kies interventies uit de bibliotheek, per context"},
        {"Explore in the background, with scenarios", "Verken op de achtergrond, met scenario's"},
        {"Derive capabilities from interventions", "Leid capabilities af van interventies"},
        {"Identify capabilities in time", "Identificeer capabilities op tijd"},
        {"Plan capabilities in tracks, side by side", "Plan capabilities in sporen, naast elkaar"},
        {"Keep the portfolio current", "Houd het portfolio actueel"},
    };
    return titles[step][language];
}

const char *gp_mark_word(gp_mark mark, gp_language language)
{
    static const char *const words[][2] = {
        {"to do", "te doen"}, {"partly", "deels"}, {"done", "gedaan"}};
    return words[mark][language];
}

/* {0} count, {1} total, {2} further, {3} day. Figures stand after their words: "1 of 1" too. */
static const char *const patterns[][2] = {
    {"interventions that can start now and be live within 13 weeks: {0} of {1}",
     "interventies die nu kunnen beginnen en binnen 13 weken live zijn: {0} van {1}"},
    {"dimensions that interventions address and that are measured: {0} of {1}; more than once in "
     "one context: {2}; newest measurement: {3}",
     "dimensies waar interventies op werken en die gemeten zijn: {0} van {1}; vaker dan één keer "
     "in dezelfde context: {2}; nieuwste meting: {3}"},
    {"interventions that say what they address, and when they are applied or who decides: {0} of "
     "{1}; for a segment or a situation: {2}",
     "interventies die zeggen waar ze op werken, en wanneer ze worden toegepast of wie beslist: "
     "{0} van {1}; voor een segment of een situatie: {2}"},
    {"explored interventions that name a scenario: {0} of {1}; scenarios: {2}",
     "verkende interventies die een scenario noemen: {0} van {1}; scenario's: {2}"},
    {"capabilities that an intervention rests on: {0} of {1}; asked for and described nowhere: "
     "{2}",
     "capabilities waar een interventie op steunt: {0} van {1}; gevraagd en nergens beschreven: "
     "{2}"},
    {"capabilities still to begin that are identified: {0} of {1}; too late for their identify-by "
     "date: {2}; next such date: {3}",
     "capabilities die nog moeten beginnen en geïdentificeerd zijn: {0} van {1}; te laat voor hun "
     "uiterste identificatiedatum: {2}; eerstvolgende datum: {3}"},
    {"capabilities with a step to go and a lead time for it: {0} of {1}; tracks in use: {2} of 3",
     "capabilities met een stap te gaan en een doorlooptijd daarvoor: {0} van {1}; sporen in "
     "gebruik: {2} van 3"},
    {"interventions with a stage, an uncertainty and no date that went by: {0} of {1}; newest "
     "measurement: {3}",
     "interventies met een fase, een onzekerheid en geen datum die al voorbij is: {0} van {1}; "
     "nieuwste meting: {3}"},
};

static const char *const nothing[][2] = {
    {"there are no interventions", "er zijn geen interventies"},
    {"no intervention says which dimension it addresses",
     "geen interventie zegt op welke dimensie zij werkt"},
    {"there are no interventions", "er zijn geen interventies"},
    {"nothing is being explored", "er wordt niets verkend"},
    {"no capability is described; asked for and described nowhere: {2}",
     "er is geen capability beschreven; gevraagd en nergens beschreven: {2}"},
    {"no capability still has to begin", "er is geen capability die nog moet beginnen"},
    {"no capability has a step to go", "er is geen capability met een stap te gaan"},
    {"there are no interventions", "er zijn geen interventies"},
};

/* Where nothing starts, the date of the first says how far off that is. */
static const char *pattern_of(gp_advice_step step, const gp_advice *advice, gp_language language)
{
    if (advice->total == 0) return nothing[step][language];
    if (step == GP_ADVICE_START && advice->further > 0)
        return gp_say(language,
                      "interventions that can start now and be live within 13 weeks: {0} of {1}; "
                      "live already, or under way to be: {2}",
                      "interventies die nu kunnen beginnen en binnen 13 weken live zijn: {0} van "
                      "{1}; al live, of onderweg daarheen: {2}");
    if (step != GP_ADVICE_START || advice->count > 0) return patterns[step][language];
    if (advice->day == GP_NO_DAY)
        return gp_say(language, "everything is still being explored", "alles wordt nog verkend");
    return gp_say(language,
                  "interventions that can start now and be live within 13 weeks: {0} of {1}; the "
                  "first is live on {3}",
                  "interventies die nu kunnen beginnen en binnen 13 weken live zijn: {0} van {1}; "
                  "de eerste is live op {3}");
}

const char *gp_advice_evidence(gp_job *job, gp_advice_step step, const gp_advice *advice,
                               gp_language language)
{
    const char *values[] = {gp_number_text(job, advice->count), gp_number_text(job, advice->total),
                            gp_number_text(job, advice->further),
                            advice->day == GP_NO_DAY ? gp_say(language, "none", "geen")
                                                     : gp_day_text(job, advice->day)};
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, pattern_of(step, advice, language), values);
    return gp_buffer_text(buffer);
}
