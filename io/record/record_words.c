/* SPDX-License-Identifier: MIT
 * The words of every choice: as files have them, in Dutch, and what else people write. One table,
 * so that a reader of any format, and every suggestion, knows the same words. */
#include "io/record/words.h"

#include "groeipad/draft.h"

#include <string.h>

#define I_DIAERESIS "\xC3\xAF"
#define COUNT(table) (sizeof(table) / sizeof *(table))

static const gp_word stages[] = {
    {"explore", "verkennen", {"exploring", "verkenning"}},
    {"develop", "ontwikkelen", {"developing", "ontwikkeling"}},
    {"exploit", "exploiteren", {"exploiting", "benutten", "exploitatie"}},
};
const gp_choice gp_stage_choice = {stages, COUNT(stages), "\"explore\" | \"develop\" | \"exploit\"",
                                   GP_EXPLORE};

static const gp_word uncertainties[] = {
    {"low", "laag", {NULL}},
    {"medium", "middel", {"midden", "gemiddeld"}},
    {"high", "hoog", {NULL}},
};
const gp_choice gp_uncertainty_choice = {uncertainties, COUNT(uncertainties),
                                         "\"low\" | \"medium\" | \"high\"", GP_UNCERTAINTY_LOW};

static const gp_word deciders[] = {
    {"policy", "beleid", {NULL}},
    {"staff", "medewerker", {"medewerkers"}},
};
const gp_choice gp_decider_choice = {deciders, COUNT(deciders), "\"policy\" | \"staff\"",
                                     GP_DECIDED_POLICY};

static const gp_word directions[] = {
    {"more", "meer", {NULL}},
    {"less", "minder", {NULL}},
    {"otherwise", "anders", {NULL}},
};
const gp_choice gp_direction_choice = {directions, COUNT(directions),
                                       "\"more\" | \"less\" | \"otherwise\"", GP_DIRECTION_MORE};

static const gp_word bys[] = {
    {"start", "begin", {NULL}},
    {"live", "in gebruik", {"go live", "golive"}},
    {"ready", "gereed", {"klaar"}},
};
const gp_choice gp_by_choice = {bys, COUNT(bys), "\"live\" | \"start\" | \"ready\"", GP_BY_START};

static const gp_word froms[] = {
    {"ready", "gereed", {"klaar"}},
    {"start", "begin", {NULL}},
};
const gp_choice gp_from_choice = {froms, COUNT(froms), "\"ready\" | \"start\"", 0};

static const gp_word mismatches[] = {
    {"too-little", "te weinig", {NULL}},
    {"too-much", "te veel", {"teveel"}},
    {"wrong-way", "op de verkeerde manier", {"verkeerd", "verkeerde manier", "the wrong way"}},
};
const gp_choice gp_mismatch_choice = {
    mismatches, COUNT(mismatches), "\"too-little\" | \"too-much\" | \"wrong-way\"", GP_TOO_LITTLE};

static const gp_word scopes[] = {
    {"bound", "interventiegebonden", {"gebonden"}},
    {"general", "randvoorwaardelijk", {"algemeen"}},
};
const gp_choice gp_scope_choice = {scopes, COUNT(scopes), "\"bound\" | \"general\"",
                                   GP_SCOPE_BOUND};

static const gp_word statuses[] = {
    {"unidentified",
     "niet ge" I_DIAERESIS "dentificeerd",
     {"niet geidentificeerd", "niet herkend"}},
    {"identified", "ge" I_DIAERESIS "dentificeerd", {"geidentificeerd", "herkend"}},
    {"planned", "gepland", {NULL}},
    {"in-development", "in ontwikkeling", {NULL}},
    {"available", "beschikbaar", {"ja", "yes"}},
    {"at-risk", "loopt risico", {"risico"}},
};
const gp_choice gp_status_choice = {
    statuses, COUNT(statuses),
    "\"unidentified\" | \"identified\" | \"planned\" | \"in-development\" | \"available\" | "
    "\"at-risk\"",
    GP_UNIDENTIFIED};

/* Which steps wait for a round: the scope of the planning, not that of a capability. */
static const gp_word rounds[] = {
    {"each", "elke stap", {"elk", "elke", "iedere"}},
    {"chain-start", "begin van de keten", {"begin keten", "ketenbegin"}},
};
const gp_choice gp_rounds_choice = {rounds, COUNT(rounds), "\"each\" | \"chain-start\"", 0};

static const gp_word languages[] = {
    {"en", "Engels", {"English"}},
    {"nl", "Nederlands", {"Dutch"}},
};
const gp_choice gp_language_choice = {languages, COUNT(languages), "\"en\" | \"nl\"", 0};

static const gp_word weekdays[] = {
    {"mon", "ma", {"maandag", "monday"}},     {"tue", "di", {"dinsdag", "tuesday"}},
    {"wed", "wo", {"woensdag", "wednesday"}}, {"thu", "do", {"donderdag", "thursday"}},
    {"fri", "vr", {"vrijdag", "friday"}},     {"sat", "za", {"zaterdag", "saturday"}},
    {"sun", "zo", {"zondag", "sunday"}},
};
const gp_choice gp_weekday_choice = {weekdays, COUNT(weekdays),
                                     "mon | tue | wed | thu | fri | sat | sun", 0};

/* How the durations between the points of an estimate are spread. */
static const gp_word distributions[] = {
    {"pert", "pert", {"pert-beta", "beta"}},
    {"triangular", "driehoekig", {"triangle", "driehoek"}},
    {"uniform", "uniform", {"gelijkmatig"}},
};
const gp_choice gp_distribution_choice = {distributions, COUNT(distributions),
                                          "\"pert\" | \"triangular\" | \"uniform\"", GP_PERT};

/* "none" is the one word that stands for a whole planning. */
static const gp_word plannings[] = {{"none", "geen", {"nee", "no"}}};
static const gp_choice planning_choice = {plannings, COUNT(plannings), "\"none\"", 0};

static const struct {
    const char *key;
    const gp_choice *choice;
} choices[] = {
    {"stage", &gp_stage_choice},
    {"uncertainty", &gp_uncertainty_choice},
    {"decided_by", &gp_decider_choice},
    {"direction", &gp_direction_choice},
    {"by", &gp_by_choice},
    {"from", &gp_from_choice},
    {"mismatch", &gp_mismatch_choice},
    {"scope", &gp_scope_choice},
    {"status", &gp_status_choice},
    {"language", &gp_language_choice},
    {"workdays", &gp_weekday_choice},
    {"distribution", &gp_distribution_choice},
    {"planning", &planning_choice},
};

/* ---- names ---- */

static char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool separates(char c)
{
    return c == ' ' || c == '-' || c == '_';
}

/* "Lead time" is "lead_time" is "LeadTime". */
bool gp_is_same_part(const char *left, const char *right, size_t size)
{
    const char *end = right + size;
    for (;; left++, right++) {
        while (separates(*left)) left++;
        while (right < end && separates(*right)) right++;
        if (!*left || right == end) return !*left && right == end;
        if (to_lower(*left) != to_lower(*right)) return false;
    }
}

bool gp_is_same_name(const char *left, const char *right)
{
    return gp_is_same_part(left, right, strlen(right));
}

/* ---- words ---- */

static const char *last_part(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : path;
}

static bool ends_in(const char *path, const char *end)
{
    size_t size = strlen(path), length = strlen(end);
    return size >= length && strcmp(path + size - length, end) == 0;
}

const gp_choice *gp_choice_of(const char *path)
{
    if (ends_in(path, "planning.scope")) return &gp_rounds_choice;
    if (ends_in(path, "planning.from")) return NULL; /* a day */
    for (size_t i = 0; i < COUNT(choices); i++)
        if (strcmp(choices[i].key, last_part(path)) == 0) return choices[i].choice;
    return NULL;
}

static bool is_word(const gp_word *word, const char *text)
{
    if (gp_is_same_name(text, word->name) || gp_is_same_name(text, word->dutch)) return true;
    for (size_t i = 0; i < GP_OTHER_WORDS && word->others[i]; i++)
        if (gp_is_same_name(text, word->others[i])) return true;
    return false;
}

const char *gp_read_word(const gp_choice *choice, const char *text)
{
    for (size_t i = 0; i < choice->count; i++)
        if (is_word(&choice->words[i], text)) return choice->words[i].name;
    return NULL;
}
