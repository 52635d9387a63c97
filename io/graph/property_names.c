/* SPDX-License-Identifier: MIT
 * Which key of a portfolio does a property stand for? Tables of names and words, in English and
 * Dutch; the rest of the file looks them up. */
#include "io/graph/property_names.h"

#include <string.h>

/* ---- the tables ---- */

typedef struct alias {
    const char *name, *path;
} alias;

static const alias aliases[] = {
    {"doorlooptijd", "lead_time"},
    {"titel", "title"},
    {"peildatum", "status_date"},
    {"taal", "language"},
    {"fase", "stage"},
    {"onzekerheid", "uncertainty"},
    {"need by", "needed_by"},
    {"nodig op", "needed_by"},
    {"dev start", "start"},
    {"start ontwikkeling", "start"},
    {"duur", "duration"},
    {"iteration", "cycle"},
    {"iteratie", "cycle"},
    {"cyclus", "cycle"},
    {"planning cycle", "planning.round"},
    {"plancyclus", "planning.round"},
    {"planronde", "planning.round"},
    {"planning anchor", "planning.from"},
    {"planmoment", "planning.from"},
    {"voorbereiding", "planning.prepare"},
    {"niveau", "level"},
    {"kind", "scope"},
    {"soort", "scope"},
    {"eigenaar", "owner"},
    {"identified on", "identified"},
    {"geidentificeerd op", "identified"},
    {"ge\xC3\xAF"
     "dentificeerd op",
     "identified"},
    {"begonnen op", "started"},
    {"gestart op", "started"},
    {"gereed op", "ready"},
    {"aspect skills", "aspects.skills"},
    {"vaardigheden", "aspects.skills"},
    {"aspect ways", "aspects.methods"},
    {"aspect methods", "aspects.methods"},
    {"werkwijzen", "aspects.methods"},
    {"aspect tools", "aspects.tools"},
    {"hulpmiddelen", "aspects.tools"},
    {"lead time min", "lead_time.min"},
    {"lead time likely", "lead_time.likely"},
    {"lead time max", "lead_time.max"},
    {"doorlooptijd min", "lead_time.min"},
    {"doorlooptijd verwacht", "lead_time.likely"},
    {"doorlooptijd max", "lead_time.max"},
    {"besloten door", "applies.decided_by"},
    {"wachttijd", "lag"},
    {"at", "by"},
    {"moment", "by"},
    {"richting", "direction"},
    {"nodig", "need"},
    {"ervaren", "experience"},
    {"gemeten op", "on"},
    {"bron", "source"},
};

/* Words of choices, by the last part of the path. */
static const struct {
    const char *key, *word, *value;
} words[] = {
    {"stage", "verkennen", "explore"},
    {"stage", "ontwikkelen", "develop"},
    {"stage", "benutten", "exploit"},
    {"stage", "exploiteren", "exploit"},
    {"uncertainty", "laag", "low"},
    {"uncertainty", "midden", "medium"},
    {"uncertainty", "gemiddeld", "medium"},
    {"uncertainty", "hoog", "high"},
    {"status", "niet geidentificeerd", "unidentified"},
    {"status", "geidentificeerd", "identified"},
    {"status",
     "ge\xC3\xAF"
     "dentificeerd",
     "identified"},
    {"status", "gepland", "planned"},
    {"status", "in ontwikkeling", "in-development"},
    {"status", "beschikbaar", "available"},
    {"status", "risico", "at-risk"},
    {"scope", "interventiegebonden", "bound"},
    {"scope", "gebonden", "bound"},
    {"scope", "randvoorwaardelijk", "general"},
    {"scope", "algemeen", "general"},
    {"decided_by", "beleid", "policy"},
    {"decided_by", "medewerker", "staff"},
    {"direction", "meer", "more"},
    {"direction", "minder", "less"},
    {"direction", "anders", "otherwise"},
    {"mismatch", "te weinig", "too-little"},
    {"mismatch", "te veel", "too-much"},
    {"mismatch", "verkeerd", "wrong-way"},
    {"by", "go live", "live"},
    {"by", "golive", "live"},
    {"planning", "geen", "none"},
};

static const struct {
    const char *word, *unit;
} units[] = {
    {"dag", "d"},        {"dagen", "d"},     {"day", "d"},     {"days", "d"}, {"wk", "w"},
    {"week", "w"},       {"weken", "w"},     {"weeks", "w"},   {"mnd", "mo"}, {"maand", "mo"},
    {"maanden", "mo"},   {"month", "mo"},    {"months", "mo"}, {"jr", "y"},   {"jaar", "y"},
    {"jaren", "y"},      {"year", "y"},      {"years", "y"},   {"d", "d"},    {"w", "w"},
    {"mo", "mo"},        {"m", "mo"},        {"y", "y"},       {"j", "y"},    {"werkdag", "wd"},
    {"werkdagen", "wd"}, {"workdays", "wd"}, {"wd", "wd"},
};

static const char *const duration_keys[] = {"lead_time", "skills", "methods", "tools",
                                            "min",       "likely", "max",     "duration",
                                            "cycle",     "lag",    "round",   "prepare"};
static const char *const number_keys[] = {"level", "need", "experience", "groeipad"};
static const char *const list_paths[] = {"calendar.workdays", "calendar.holidays"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

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
static bool is_same(const char *left, const char *right, size_t size)
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
    return is_same(left, right, strlen(right));
}

bool gp_is_in_list(const char *name, const char *list)
{
    while (list && *list) {
        list += strspn(list, ", ");
        size_t size = strcspn(list, ",");
        size_t next = size;
        while (size && list[size - 1] == ' ') size--;
        if (size && is_same(name, list, size)) return true;
        list += next;
    }
    return false;
}

static bool has_first_part(const gp_record_kind *keys, const char *path)
{
    size_t size = strcspn(path, ".");
    if (strncmp(path, "x-", 2) == 0) return true;
    for (size_t i = 0; i < keys->count; i++)
        if (strncmp(keys->keys[i].name, path, size) == 0 && !keys->keys[i].name[size]) return true;
    return false;
}

/* "path=Name,path=Name": the path of a name, copied to the scratch buffer. */
static const char *find_own(const char *name, const char *own, gp_buffer *scratch)
{
    const char *path = NULL;
    while (own && *own && !path) {
        size_t size = strcspn(own, ","), equals = strcspn(own, "=");
        if (equals < size && is_same(name, own + equals + 1, size - equals - 1)) {
            size_t length;
            scratch->bytes.count = 0;
            gp_add_bytes(scratch, own, equals);
            if (gp_finish_buffer(scratch, &path, &length) != GP_OK) return NULL;
        }
        own += size + (own[size] == ',');
    }
    return path;
}

const char *gp_path_of_property(const char *name, const gp_record_kind *keys, const char *own,
                                gp_buffer *scratch)
{
    static const char structure[] = "id,name,requires,any,dimension,x-documentation,x-properties";
    const char *path = find_own(name, own, scratch);
    if (path) return has_first_part(keys, path) ? path : NULL;
    if (gp_is_in_list(name, structure)) return NULL; /* no property says these */
    if (has_first_part(keys, name)) return name;
    for (size_t i = 0; i < keys->count; i++)
        if (gp_is_same_name(name, keys->keys[i].name)) return keys->keys[i].name;
    for (size_t i = 0; i < COUNT(aliases); i++)
        if (gp_is_same_name(name, aliases[i].name) && has_first_part(keys, aliases[i].path))
            return aliases[i].path;
    return NULL;
}

/* ---- values ---- */

static const char *last_part(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : path;
}

static bool is_one_of(const char *key, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(key, keys[i]) == 0) return true;
    return false;
}

bool gp_is_number_path(const char *path)
{
    return is_one_of(last_part(path), number_keys, COUNT(number_keys));
}

bool gp_is_list_path(const char *path)
{
    return is_one_of(path, list_paths, COUNT(list_paths));
}

static const char *find_unit(const char *word, size_t size)
{
    for (size_t i = 0; i < COUNT(units); i++)
        if (is_same(units[i].word, word, size)) return units[i].unit;
    return NULL;
}

/* "1 jaar en 6 maanden" -> "1y6mo". NULL: no words of time. */
static const char *read_time_words(const char *value, gp_buffer *scratch)
{
    static const char blanks[] = " ,.";
    const char *text;
    size_t size;
    scratch->bytes.count = 0;
    for (const char *at = value + strspn(value, blanks); *at;) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 0) return NULL;
        gp_add_bytes(scratch, at, digits);
        at += digits + strspn(at + digits, blanks);
        size_t letters = strcspn(at, " ,.0123456789");
        const char *unit = find_unit(at, letters);
        if (!unit) return NULL;
        gp_add_text(scratch, unit);
        at += letters + strspn(at + letters, blanks);
        size_t and = strncmp(at, "en ", 3) == 0 ? 3 : strncmp(at, "and ", 4) == 0 ? 4 : 0;
        at += and;
    }
    return gp_finish_buffer(scratch, &text, &size) == GP_OK && size ? text : NULL;
}

const char *gp_value_of_property(const char *path, const char *value, gp_buffer *scratch)
{
    const char *key = last_part(path);
    for (size_t i = 0; i < COUNT(words); i++)
        if (strcmp(words[i].key, key) == 0 && gp_is_same_name(value, words[i].word))
            return words[i].value;
    gp_duration duration;
    if (!is_one_of(key, duration_keys, COUNT(duration_keys))) return value;
    if (gp_parse_duration(value, &duration)) return value;
    const char *read = read_time_words(value, scratch);
    return read && gp_parse_duration(read, &duration) ? read : value;
}
