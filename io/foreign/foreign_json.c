/* SPDX-License-Identifier: MIT
 * JSON that is no portfolio: whose is it? Its keys say so. Only the beginning of the text is at
 * hand, so this passes over values by counting brackets; whether it is JSON at all the reader says.
 */
#include "io/foreign/foreign.h"

#include <string.h>

#define BLANKS " \t\r\n"
#define KEYS_MAX 64  /* keys that are looked at */
#define KEYS_SHOWN 4 /* and named */

/* Files of others by one key, or by two that go together. */
typedef struct known {
    const char *key, *other;
    gp_argument what, way;
} known;

#define AS_CSV                                                                                     \
    GP_WORDS_ROW("put what is in it in a spreadsheet (docs/csv.md), or in the shape of "           \
                 "docs/format.md",                                                                 \
                 "zet wat erin staat in een werkblad (docs/csv.md), of in de vorm van "            \
                 "docs/format.md")

static const known files[] = {
    {"groeipad", "command",
     GP_WORDS_ROW("an answer of groeipad's own", "een antwoord van groeipad zelf"),
     GP_WORDS_ROW("give the portfolio that it was made of",
                  "geef het portfolio waar het van gemaakt is")},
    {"dependencies", NULL, GP_WORDS_ROW("a package.json of npm", "een package.json van npm"),
     AS_CSV},
    {"devDependencies", NULL, GP_WORDS_ROW("a package.json of npm", "een package.json van npm"),
     AS_CSV},
    {"graph", NULL, GP_WORDS_ROW("a graph as JSON", "een graaf als JSON"),
     GP_WORDS_ROW("export it as GraphML or DOT", "exporteer hem als GraphML of DOT")},
    {"nodes", "edges", GP_WORDS_ROW("a graph as JSON", "een graaf als JSON"),
     GP_WORDS_ROW("export it as GraphML or DOT", "exporteer hem als GraphML of DOT")},
    {"nodes", "links", GP_WORDS_ROW("a graph as JSON", "een graaf als JSON"),
     GP_WORDS_ROW("export it as GraphML or DOT", "exporteer hem als GraphML of DOT")},
    {"runs", "version", GP_WORDS_ROW("a report in SARIF", "een rapport in SARIF"), AS_CSV},
    {"features", "type", GP_WORDS_ROW("a map (GeoJSON)", "een kaart (GeoJSON)"), AS_CSV},
    {"cells", "nbformat", GP_WORDS_ROW("a notebook of Jupyter", "een notebook van Jupyter"),
     AS_CSV},
};

/* ---- the keys at the top ---- */

typedef struct keys {
    const char *all[KEYS_MAX];
    size_t count;
    bool is_whole; /* the object ended in this text */
} keys;

/* Behind a string that begins here; NULL: it does not end. */
static const char *pass_string(const char *at)
{
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1]) at++;
    return *at ? at + 1 : NULL;
}

/* At the ',' or '}' behind a value; NULL: it does not end here. */
static const char *pass_value(const char *at)
{
    size_t depth = 0;
    while (at && *at) {
        if (*at == '"') {
            at = pass_string(at);
            continue;
        }
        if (depth == 0 && strchr(",}]", *at)) return at;
        if (*at == '{' || *at == '[') depth++;
        if (*at == '}' || *at == ']') depth--;
        at++;
    }
    return NULL;
}

static gp_status list_keys(gp_job *job, const char *at, keys *out)
{
    at++; /* the '{' */
    while (out->count < KEYS_MAX) {
        at += strspn(at, BLANKS);
        out->is_whole = *at == '}';
        if (*at != '"') return GP_OK;
        const char *end = pass_string(at);
        if (!end) return GP_OK;
        const char *key = gp_copy_text(job, at + 1, (size_t)(end - at) - 2);
        if (!key) return gp_no_memory(job);
        out->all[out->count++] = key;
        end += strspn(end, BLANKS);
        at = *end == ':' ? pass_value(end + 1) : NULL;
        if (!at) return GP_OK;
        out->is_whole = *at == '}';
        if (*at != ',') return GP_OK;
        at++;
    }
    return GP_OK;
}

static bool has_key(const keys *k, const char *key)
{
    for (size_t i = 0; i < k->count; i++)
        if (strcmp(k->all[i], key) == 0) return true;
    return false;
}

/* ---- are they ours ---- */

/* Keys that files of others have as well prove nothing. */
static bool proves(const char *key)
{
    static const char *const common[] = {"title", "language", "$schema", "groeipad"};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (strcmp(common[i], key) == 0) return false;
    for (size_t i = 0; i < gp_top_kind.count; i++)
        if (strcmp(gp_top_kind.keys[i].name, key) == 0) return true;
    return strncmp(key, "x-", 2) == 0;
}

static bool is_known(const char *key)
{
    for (size_t i = 0; i < gp_top_kind.count; i++)
        if (strcmp(gp_top_kind.keys[i].name, key) == 0) return true;
    return false;
}

static bool is_portfolio(const keys *k)
{
    size_t unknown = 0;
    for (size_t i = 0; i < k->count; i++) {
        if (proves(k->all[i])) return true;
        unknown += !is_known(k->all[i]);
    }
    return unknown == 0;
}

/* The key of ours that one of these is nearest to, or NULL. */
static const char *find_nearest(const keys *k)
{
    const char *names[32];
    for (size_t i = 0; i < gp_top_kind.count; i++) names[i] = gp_top_kind.keys[i].name;
    const char *nearest = NULL;
    for (size_t i = 0; i < k->count && !nearest; i++)
        if (!is_known(k->all[i])) nearest = gp_nearest_text(k->all[i], names, gp_top_kind.count);
    return nearest;
}

/* "JSON with the keys 'a', 'b', ..., none of which a portfolio has". */
static gp_status describe(gp_job *job, const keys *k, gp_foreign *out)
{
    static const char *const first[] = {"JSON with the keys ", "JSON met de sleutels "};
    out->what = GP_WORDS(NULL, NULL);
    for (int language = 0; language < 2; language++) {
        gp_buffer *buffer = gp_new_buffer(job);
        const char *text;
        size_t size;
        if (!buffer) return gp_no_memory(job);
        gp_add_text(buffer, first[language]);
        for (size_t i = 0; i < k->count && i < KEYS_SHOWN; i++) {
            const char *shown = gp_copy_cut(job, k->all[i]);
            if (!shown) return gp_no_memory(job);
            gp_add_text(buffer, i ? ", '" : "'");
            gp_add_text(buffer, shown);
            gp_add_text(buffer, "'");
        }
        if (k->count > KEYS_SHOWN) gp_add_text(buffer, ", ...");
        GP_TRY(gp_finish_buffer(buffer, &text, &size));
        out->what.words.in[language] = text;
    }
    out->way = GP_WORDS("a portfolio has 'interventions' and 'capabilities' (docs/format.md)",
                        "een portfolio heeft 'interventions' en 'capabilities' (docs/format.md)");
    out->suggestion = find_nearest(k);
    return GP_OK;
}

static bool is_file(const keys *k, const known *file)
{
    return has_key(k, file->key) && (!file->other || has_key(k, file->other));
}

static gp_status judge_object(gp_job *job, const char *at, gp_foreign_verdict *verdict,
                              gp_foreign *out)
{
    keys *k = GP_NEW(job, keys, 1);
    if (!k) return gp_no_memory(job);
    GP_TRY(list_keys(job, at, k));
    bool is_answer = is_file(k, &files[0]); /* it has keys of a portfolio too */
    if (!is_answer && is_portfolio(k)) return GP_OK;
    bool is_all = k->is_whole || k->count == KEYS_MAX;
    *verdict = is_answer || is_all ? GP_FOREIGN : GP_UNDECIDED;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!is_file(k, &files[i])) continue;
        out->what = files[i].what;
        out->way = files[i].way;
        return GP_OK;
    }
    return describe(job, k, out);
}

gp_status gp_judge_foreign_json(gp_job *job, const char *text, gp_foreign_verdict *verdict,
                                gp_foreign *out)
{
    gp_spot spot = {1, 1};
    *verdict = GP_NOT_FOREIGN;
    for (; *text && strchr(BLANKS, *text); text++) {
        spot.column++;
        if (*text == '\n') spot = (gp_spot){spot.line + 1, 1};
    }
    *out = (gp_foreign){.spot = spot};
    if (*text == '{') return judge_object(job, text, verdict, out);
    if (*text == '[') *verdict = GP_FOREIGN;
    out->what = GP_WORDS("a list in JSON", "een lijst in JSON");
    out->way = GP_WORDS("a portfolio is an object: {\"interventions\": [...], \"capabilities\": "
                        "[...]} (docs/format.md)",
                        "een portfolio is een object: {\"interventions\": [...], "
                        "\"capabilities\": [...]} (docs/format.md)");
    return GP_OK;
}
