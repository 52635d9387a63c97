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
    {"planning dates", "planning.dates"},
    {"plandatums", "planning.dates"},
    {"voorbereiding", "planning.prepare"},
    {"niveau", "level"},
    {"kind", "scope"},
    {"soort", "scope"},
    {"eigenaar", "owner"},
    {"labels", "tags"},
    {"deel van", "parent"},
    {"part of", "parent"},
    {"tag", "tags"},
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
    {"voortgang", "progress"},
    {"nodig", "need"},
    {"ervaren", "experience"},
    {"gemeten op", "on"},
    {"bron", "source"},
};

static const char *const number_keys[] = {"level", "need", "experience", "progress", "groeipad"};
static const char *const list_paths[] = {"calendar.workdays", "calendar.holidays", "tags"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- names ---- */

bool gp_is_in_list(const char *name, const char *list)
{
    while (list && *list) {
        list += strspn(list, ", ");
        size_t size = strcspn(list, ",");
        size_t next = size;
        while (size && list[size - 1] == ' ') size--;
        if (size && gp_is_same_part(name, list, size)) return true;
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
        if (equals < size && gp_is_same_part(name, own + equals + 1, size - equals - 1)) {
            size_t length;
            scratch->bytes.count = 0;
            gp_add_bytes(scratch, own, equals);
            if (gp_finish_buffer(scratch, &path, &length) != GP_OK) return NULL;
        }
        own += size + (own[size] == ',');
    }
    return path;
}

/* "owner.email" is no path: an owner is a text. */
static bool may_have_parts(const char *path)
{
    static const char objects[] = "lead_time,aspects,planning,levels,applies,calendar";
    size_t size = strcspn(path, ".");
    if (!path[size] || strncmp(path, "x-", 2) == 0) return true;
    for (const char *at = objects; *at; at += strcspn(at, ","), at += *at == ',')
        if (strcspn(at, ",") == size && strncmp(at, path, size) == 0) return true;
    return false;
}

static const char *find_known(const char *name, const gp_record_kind *keys)
{
    if (has_first_part(keys, name) && may_have_parts(name)) return name;
    for (size_t i = 0; i < keys->count; i++)
        if (gp_is_same_name(name, keys->keys[i].name)) return keys->keys[i].name;
    for (size_t i = 0; i < COUNT(aliases); i++)
        if (gp_is_same_name(name, aliases[i].name) && has_first_part(keys, aliases[i].path))
            return aliases[i].path;
    return NULL;
}

bool gp_is_switched_off(const char *path, const char *own)
{
    while (own && *own) {
        size_t size = strcspn(own, ","), equals = strcspn(own, "=");
        bool is_off = equals && equals + 1 == size && strncmp(path, own, equals) == 0;
        if (is_off && (!path[equals] || path[equals] == '.')) return true;
        own += size + (own[size] == ',');
    }
    return false;
}

const char *gp_path_of_property(const char *name, const gp_record_kind *keys, const char *own,
                                gp_buffer *scratch)
{
    static const char structure[] = "id,name,requires,any,dimension,x-documentation,x-properties";
    const char *path = find_own(name, own, scratch);
    if (path) return has_first_part(keys, path) ? path : NULL;
    if (gp_is_in_list(name, structure)) return NULL; /* no property says these */
    path = find_known(name, keys);
    return path && !gp_is_switched_off(path, own) ? path : NULL;
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

const char *gp_value_of_property(const char *path, const char *value, gp_buffer *scratch)
{
    return gp_written_value(path, value, scratch);
}

/* igraph, networkx and pandas write every attribute on every node: a number that is not there as
 * "NaN", a text as nothing. */
bool gp_is_not_given(const char *path, const char *value, gp_buffer *scratch)
{
    if (!*gp_value_of_property(path, value, scratch)) return true; /* "n.v.t." */
    bool is_nan = strcmp(value, "NaN") == 0 || strcmp(value, "nan") == 0;
    return !*value || (is_nan && gp_is_number_path(path));
}

bool gp_is_list_path(const char *path)
{
    return is_one_of(path, list_paths, COUNT(list_paths));
}
