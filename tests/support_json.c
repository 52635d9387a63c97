/* SPDX-License-Identifier: MIT
 * Makes random portfolios as JSON trees, and sends them through a format and back. */
#include "tests/support_json.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

typedef struct maker {
    uint64_t seed;
    const json_taste *taste;
    int capability_count, intervention_count, term_count;
} maker;

static uint32_t draw(maker *m, uint32_t count)
{
    m->seed ^= m->seed << 13;
    m->seed ^= m->seed >> 7;
    m->seed ^= m->seed << 17;
    return (uint32_t)(m->seed >> 33) % count;
}

static bool sometimes(maker *m)
{
    return draw(m, 3) == 0;
}

/* ---- values ---- */

static const char *const odd_texts[] = {"no",
                                        "Yes",
                                        "on",
                                        "null",
                                        "~",
                                        "true",
                                        "404",
                                        "1e3",
                                        "0x1F",
                                        "1:30",
                                        ".5",
                                        "-",
                                        "- a",
                                        "a: b",
                                        "# not a comment",
                                        "a #b",
                                        "'quoted'",
                                        "\"double\"",
                                        "it's",
                                        "<<",
                                        "=",
                                        "@home",
                                        "`tick`",
                                        "*star",
                                        "&and",
                                        "!tag",
                                        "%percent",
                                        "{brace}",
                                        "[bracket]",
                                        "a, b",
                                        "; semi",
                                        "tab\there",
                                        "line\nend",
                                        "two\r\nlines\n",
                                        " leading",
                                        "trailing ",
                                        "=1+1",
                                        "+31 30",
                                        "-5",
                                        "'=x",
                                        "''",
                                        "caf\xC3\xA9",
                                        "\xE2\x82\xAC 5",
                                        "\xF0\x9F\x98\x80",
                                        "back\\slash",
                                        "|",
                                        ">",
                                        "? what",
                                        "",
                                        "2026-01-05",
                                        "\xC2\xA0nbsp",
                                        "\x7F",
                                        "\xE2\x80\xA8",
                                        "\xEF\xBB\xBFmark",
                                        "a\tb;c,d\"e"};
#define ODD_COUNT (sizeof odd_texts / sizeof *odd_texts)

static const char *draw_text(maker *m)
{
    static const char *const plain[] = {"IT", "a short text", "Klant en markt", "team blue"};
    const char *text = plain[draw(m, 4)];
    if (m->taste->has_odd_texts && draw(m, 2)) text = odd_texts[draw(m, ODD_COUNT)];
    return m->taste->is_tabular && !*text ? "-" : text; /* an empty cell is no text */
}

static const char *draw_one(maker *m, const char *const *words, uint32_t count)
{
    return words[draw(m, count)];
}

static const char *draw_duration(maker *m)
{
    static const char *const words[] = {"10d", "2w", "6mo", "1y6mo", "20wd", "P6M", "1mo2w3d"};
    return draw_one(m, words, 7);
}

static const char *draw_day(maker *m)
{
    static const char *const words[] = {"2025-12-31", "2026-02-28", "2026-06-15", "2027-01-01"};
    return draw_one(m, words, 4);
}

static void put(cJSON *object, const char *key, const char *text)
{
    cJSON_AddStringToObject(object, key, text);
}

/* An id that is a text of its own: the number makes it unique. */
static void print_id(maker *m, char kind, int index, char out[64])
{
    static const char *const odd[] = {"no", "404 ", "=a", "a: ", "\"q\" ", "-", "1e", "x;y,"};
    const char *start = m->taste->has_odd_texts ? odd[(kind + index) % 8] : "";
    snprintf(out, 64, "%s%c%d", start, kind, index);
}

/* Weights that differ, so that the order says nothing. */
static cJSON *draw_chances(maker *m)
{
    cJSON *list = cJSON_CreateArray();
    for (uint32_t i = 1 + draw(m, 3); i > 0; i--) {
        cJSON *chance = cJSON_CreateObject();
        put(chance, "lead_time", draw_duration(m));
        cJSON_AddNumberToObject(chance, "weight", i + 0.25 * draw(m, 4));
        cJSON_AddItemToArray(list, chance);
    }
    return list;
}

static cJSON *draw_estimate(maker *m)
{
    static const char *const distributions[] = {"pert", "triangular", "uniform"};
    if (!sometimes(m)) return cJSON_CreateString(draw_duration(m));
    if (sometimes(m)) return draw_chances(m);
    cJSON *estimate = cJSON_CreateObject();
    if (draw(m, 2)) put(estimate, "min", "1mo");
    put(estimate, "likely", "2mo");
    if (draw(m, 2)) put(estimate, "max", "P4M");
    if (sometimes(m)) put(estimate, "distribution", distributions[draw(m, 3)]);
    return estimate;
}

/* ---- keys of the user's own ---- */

static cJSON *draw_leaf(maker *m)
{
    switch (draw(m, 6)) {
    case 0: return cJSON_CreateNumber(draw(m, 1000));
    case 1: return cJSON_CreateNumber(-0.1 * draw(m, 1000));
    case 2: return cJSON_CreateTrue();
    case 3: return cJSON_CreateNull();
    default: return cJSON_CreateString(draw_text(m));
    }
}

static cJSON *draw_any(maker *m, int depth)
{
    if (depth == 0 || draw(m, 2)) return draw_leaf(m);
    bool is_list = draw(m, 2);
    cJSON *value = is_list ? cJSON_CreateArray() : cJSON_CreateObject();
    for (uint32_t i = draw(m, 4); i > 0; i--) {
        char key[64];
        snprintf(key, sizeof key, "%s%u", draw_text(m), (unsigned)i);
        if (is_list)
            cJSON_AddItemToArray(value, draw_any(m, depth - 1));
        else
            cJSON_AddItemToObject(value, key, draw_any(m, depth - 1));
    }
    return value;
}

static void add_own(maker *m, cJSON *object)
{
    if (m->taste->has_own_keys && sometimes(m))
        cJSON_AddItemToObject(object, "x-own",
                              m->taste->is_tabular ? cJSON_CreateString(draw_text(m))
                                                   : draw_any(m, 3));
    if (m->taste->has_own_keys && sometimes(m))
        cJSON_AddItemToObject(object, "x-odd: key",
                              m->taste->is_tabular ? cJSON_CreateString(draw_text(m))
                                                   : draw_leaf(m));
}

/* ---- records ---- */

static cJSON *draw_requirement(maker *m, int before, bool is_capability)
{
    char id[64];
    print_id(m, 'c', (int)draw(m, (uint32_t)before), id);
    if (draw(m, 2)) return cJSON_CreateString(id);
    cJSON *requirement = cJSON_CreateObject();
    put(requirement, "id", id);
    if (draw(m, 2)) cJSON_AddNumberToObject(requirement, "level", 1 + draw(m, 3));
    if (sometimes(m)) put(requirement, "by", is_capability || draw(m, 2) ? "start" : "live");
    if (sometimes(m)) put(requirement, "lag", draw_duration(m));
    if (sometimes(m)) {
        put(requirement, "from", "start");
        if (!cJSON_HasObjectItem(requirement, "by")) put(requirement, "by", "ready");
        if (!cJSON_HasObjectItem(requirement, "lag")) put(requirement, "lag", "-2w");
    }
    add_own(m, requirement);
    if (m->taste->is_tabular && !requirement->child->next) put(requirement, "lag", "2w");
    return requirement;
}

static cJSON *draw_any_of(maker *m, int before)
{
    cJSON *requirement = cJSON_CreateObject(), *any = cJSON_AddArrayToObject(requirement, "any");
    for (uint32_t i = 1 + draw(m, 3); i > 0; i--) {
        char id[64];
        print_id(m, 'c', (int)draw(m, (uint32_t)before), id);
        cJSON_AddItemToArray(any, cJSON_CreateString(id));
    }
    if (draw(m, 2)) put(requirement, "by", "start");
    return requirement;
}

/* Dates to keep to, and progress. */
static void add_window(maker *m, cJSON *record)
{
    if (!sometimes(m)) return;
    if (sometimes(m)) put(record, "not_before", draw_day(m));
    if (sometimes(m)) put(record, "not_ready_before", draw_day(m));
    if (sometimes(m)) put(record, "start_by", draw_day(m));
    if (sometimes(m)) cJSON_AddNumberToObject(record, "progress", draw(m, 101));
}

static void add_requires(maker *m, cJSON *record, int before, bool is_capability)
{
    uint32_t count = draw(m, 4);
    if (before == 0 || count == 0) return;
    cJSON *list = cJSON_AddArrayToObject(record, "requires");
    for (; count > 0; count--)
        cJSON_AddItemToArray(list, sometimes(m) ? draw_any_of(m, before)
                                                : draw_requirement(m, before, is_capability));
}

static void add_aspects(maker *m, cJSON *object)
{
    static const char *const names[] = {"skills", "methods", "tools"};
    cJSON *aspects = cJSON_AddObjectToObject(object, "aspects");
    for (int i = 0; i < 3; i++)
        if (i == 0 || draw(m, 2)) cJSON_AddItemToObject(aspects, names[i], draw_estimate(m));
}

/* Rounds of its own: a grid, dates, or dates and then a grid. */
static void add_planning(maker *m, cJSON *to)
{
    static const char *const days[] = {"2026-03-05", "2026-06-11", "2027-01-21"};
    uint32_t kind = draw(m, 4);
    if (kind == 0) {
        put(to, "planning", "none");
        return;
    }
    cJSON *planning = cJSON_AddObjectToObject(to, "planning");
    if (kind != 2) put(planning, "round", draw(m, 2) ? "3mo" : "20wd");
    if (kind == 1) put(planning, "from", "2026-01-01");
    if (kind != 1)
        cJSON_AddItemToObject(planning, "dates",
                              cJSON_CreateStringArray(days, (int)(1 + draw(m, 3))));
    if (draw(m, 2)) put(planning, "prepare", "6w");
}

static void add_levels(maker *m, cJSON *capability, int before)
{
    cJSON *levels = cJSON_AddArrayToObject(capability, "levels");
    for (int level = 1; level <= 3; level++) {
        cJSON *entry = cJSON_CreateObject();
        cJSON_AddItemToArray(levels, entry);
        cJSON_AddNumberToObject(entry, "level", level);
        if (draw(m, 2)) cJSON_AddItemToObject(entry, "lead_time", draw_estimate(m));
        if (sometimes(m)) add_aspects(m, entry);
        if (sometimes(m)) add_planning(m, entry);
        if (m->taste->is_tabular) add_requires(m, entry, before, true);
        add_own(m, entry);
    }
}

/* A tag; in a table no bar, and nothing around it that reading takes away. */
static const char *draw_tag(maker *m)
{
    const char *text = draw_text(m);
    size_t size = strlen(text);
    if (!size) return "tag";
    bool has_edge = strchr(" \xC2", text[0]) || strchr(" \n", text[size - 1]);
    return m->taste->is_tabular && (has_edge || strchr(text, '|')) ? "a; b" : text;
}

static void add_tags(maker *m, cJSON *record)
{
    cJSON *list = cJSON_AddArrayToObject(record, "tags");
    for (uint32_t i = draw(m, 3) + 1; i; i--)
        cJSON_AddItemToArray(list, cJSON_CreateString(draw_tag(m)));
}

/* One with a smaller number, or in every other portfolio a larger one: there is never a circle. */
static void add_parent(maker *m, cJSON *capability, int index)
{
    char id[64];
    bool is_after = m->capability_count % 2 != 0;
    int count = is_after ? m->capability_count - 1 - index : index;
    if (count <= 0) return;
    int number = (int)draw(m, (uint32_t)count);
    print_id(m, 'c', is_after ? index + 1 + number : number, id);
    put(capability, "parent", id);
}

static cJSON *draw_capability(maker *m, int index)
{
    static const char *const scopes[] = {"bound", "general"};
    static const char *const statuses[] = {"unidentified", "planned", "available", "at-risk"};
    char id[64];
    cJSON *c = cJSON_CreateObject();
    print_id(m, 'c', index, id);
    put(c, "id", id);
    if (draw(m, 2)) put(c, "name", draw_text(m));
    if (draw(m, 2)) put(c, "scope", draw_one(m, scopes, 2));
    if (draw(m, 2)) put(c, "status", draw_one(m, statuses, 4));
    if (draw(m, 2)) cJSON_AddNumberToObject(c, "level", draw(m, 6));
    if (draw(m, 2)) cJSON_AddItemToObject(c, "lead_time", draw_estimate(m));
    if (sometimes(m)) add_aspects(m, c);
    if (sometimes(m)) add_levels(m, c, index);
    if (sometimes(m)) add_planning(m, c);
    if (sometimes(m)) put(c, "identified", draw_day(m));
    add_window(m, c);
    if (sometimes(m)) put(c, "needed_by", draw_day(m));
    if (sometimes(m)) put(c, "started", "2025-12-01");
    if (sometimes(m)) put(c, "ready", "2026-12-01");
    if (sometimes(m)) put(c, "owner", draw_text(m));
    if (sometimes(m)) add_tags(m, c);
    if (sometimes(m)) add_parent(m, c, index);
    add_requires(m, c, index, true);
    add_own(m, c);
    return c;
}

/* A list of ids of terms, perhaps an empty one. */
static void add_terms(maker *m, cJSON *object, const char *key, char kind)
{
    cJSON *list = cJSON_AddArrayToObject(object, key);
    for (int i = 0; i < m->term_count; i++) {
        char id[64];
        print_id(m, kind, i, id);
        if (draw(m, 2) || i == 0) cJSON_AddItemToArray(list, cJSON_CreateString(id));
    }
}

static void add_addresses(maker *m, cJSON *intervention)
{
    cJSON *list = cJSON_AddArrayToObject(intervention, "addresses");
    cJSON_AddItemToArray(list, cJSON_CreateString("empathy"));
    if (draw(m, 2)) return;
    cJSON *addressed = cJSON_CreateObject();
    put(addressed, "dimension", "autonomy");
    put(addressed, "direction", draw(m, 2) ? "more" : "otherwise");
    cJSON_AddItemToArray(list, addressed);
}

static void add_applies(maker *m, cJSON *intervention)
{
    cJSON *applies = cJSON_AddObjectToObject(intervention, "applies");
    add_terms(m, applies, "segments", 's');
    if (draw(m, 2)) add_terms(m, applies, "situations", 't');
    if (draw(m, 2)) put(applies, "decided_by", draw(m, 2) ? "policy" : "staff");
}

static cJSON *draw_intervention(maker *m, int index)
{
    static const char *const stages[] = {"explore", "develop", "exploit"};
    static const char *const doubts[] = {"low", "medium", "high"};
    char id[64];
    cJSON *i = cJSON_CreateObject();
    print_id(m, 'i', index, id);
    put(i, "id", id);
    if (draw(m, 2)) put(i, "name", draw_text(m));
    if (draw(m, 2)) put(i, "stage", draw_one(m, stages, 3));
    if (draw(m, 2)) put(i, "uncertainty", draw_one(m, doubts, 3));
    if (draw(m, 2)) put(i, "start", draw_day(m));
    if (draw(m, 2)) put(i, "duration", draw_duration(m));
    if (sometimes(m)) put(i, "cycle", "3w");
    if (draw(m, 2)) put(i, "needed_by", draw_day(m));
    add_window(m, i);
    if (draw(m, 2)) add_addresses(m, i);
    if (draw(m, 2)) add_applies(m, i);
    if (sometimes(m)) add_terms(m, i, "scenarios", 'f');
    if (sometimes(m)) put(i, "owner", draw_text(m));
    if (sometimes(m)) add_tags(m, i);
    add_requires(m, i, m->capability_count, false);
    add_own(m, i);
    return i;
}

static cJSON *draw_measurement(maker *m)
{
    char id[64];
    cJSON *x = cJSON_CreateObject();
    put(x, "dimension", draw(m, 2) ? "empathy" : "place");
    print_id(m, 's', 0, id);
    if (draw(m, 2)) put(x, "segment", id);
    print_id(m, 't', 0, id);
    if (draw(m, 2)) put(x, "situation", id);
    if (draw(m, 2)) cJSON_AddNumberToObject(x, "need", 0.01 * draw(m, 101));
    if (draw(m, 2)) cJSON_AddNumberToObject(x, "experience", draw(m, 2));
    if (draw(m, 2)) put(x, "mismatch", draw(m, 2) ? "too-little" : "wrong-way");
    put(x, "on", draw_day(m));
    if (draw(m, 2)) put(x, "source", draw_text(m));
    add_own(m, x);
    return x;
}

/* Some records, each once. */
static cJSON *draw_records(maker *m, int least)
{
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < m->capability_count + m->intervention_count; i++) {
        bool is_capability = i < m->capability_count;
        char id[64];
        if (i >= least && draw(m, 2)) continue;
        print_id(m, is_capability ? 'c' : 'i', is_capability ? i : i - m->capability_count, id);
        cJSON_AddItemToArray(list, cJSON_CreateString(id));
    }
    return list;
}

static cJSON *draw_risk(maker *m, int number)
{
    char id[64];
    cJSON *x = cJSON_CreateObject();
    print_id(m, 'r', number, id);
    put(x, "id", id);
    if (draw(m, 2)) put(x, "name", draw_text(m));
    cJSON_AddNumberToObject(x, "probability", 0.01 * draw(m, 101));
    cJSON_AddItemToObject(x, "delay", draw_estimate(m));
    cJSON_AddItemToObject(x, "affects", draw_records(m, draw(m, 4) > 0));
    if (draw(m, 2)) put(x, "owner", draw_text(m));
    if (draw(m, 2)) {
        cJSON *mitigated = cJSON_AddObjectToObject(x, "mitigated");
        if (draw(m, 2)) cJSON_AddNumberToObject(mitigated, "probability", 0.01 * draw(m, 10));
        if (draw(m, 2)) cJSON_AddItemToObject(mitigated, "delay", draw_estimate(m));
        cJSON_AddNumberToObject(mitigated, "cost", draw(m, 100000));
    }
    add_own(m, x);
    return x;
}

/* Not much of each, so that two of them hold together; the second is of the first two alone. */
static cJSON *draw_correlation(maker *m, int number)
{
    cJSON *x = cJSON_CreateObject(), *ids = draw_records(m, number ? 2 : 3);
    while (number && cJSON_GetArraySize(ids) > 2) cJSON_DeleteItemFromArray(ids, 2);
    cJSON_AddItemToObject(x, "ids", ids);
    uint32_t share = draw(m, 51);
    bool is_opposite = cJSON_GetArraySize(ids) == 2 && share && draw(m, 2);
    cJSON_AddNumberToObject(x, "coefficient", (is_opposite ? -0.01 : 0.01) * share);
    add_own(m, x);
    return x;
}

/* ---- the portfolio ---- */

static void add_settings(maker *m, cJSON *top)
{
    if (draw(m, 2)) cJSON_AddNumberToObject(top, "groeipad", 1);
    if (draw(m, 2)) put(top, "title", draw_text(m));
    put(top, "status_date", "2026-01-05");
    if (draw(m, 2)) put(top, "language", draw(m, 2) ? "nl" : "en");
    if (draw(m, 2)) put(top, "cycle", "2w");
    if (draw(m, 2)) {
        add_planning(m, top);
        cJSON *planning = cJSON_GetObjectItem(top, "planning");
        if (cJSON_IsObject(planning) && draw(m, 2)) put(planning, "scope", "chain-start");
    }
    if (draw(m, 2)) {
        cJSON *calendar = cJSON_AddObjectToObject(top, "calendar");
        cJSON *days = cJSON_AddArrayToObject(calendar, "workdays");
        cJSON_AddItemToArray(days, cJSON_CreateString("mon"));
        days = cJSON_AddArrayToObject(calendar, "holidays");
        if (draw(m, 2) || m->taste->is_tabular)
            cJSON_AddItemToArray(days, cJSON_CreateString("2026-04-27"));
    }
}

static void add_term_list(maker *m, cJSON *top, const char *key, char kind)
{
    cJSON *list = cJSON_AddArrayToObject(top, key);
    for (int i = 0; i < m->term_count; i++) {
        char id[64];
        cJSON *term = cJSON_CreateObject();
        print_id(m, kind, i, id);
        put(term, "id", id);
        if (draw(m, 2)) put(term, "name", draw_text(m));
        add_own(m, term);
        cJSON_AddItemToArray(list, term);
    }
}

static cJSON *draw_portfolio(maker *m)
{
    uint32_t least = m->taste->is_tabular; /* an empty list has no rows */
    m->capability_count = 1 + (int)draw(m, 6);
    m->intervention_count = (int)draw(m, 4);
    m->term_count = 1 + (int)draw(m, 3);
    cJSON *top = cJSON_CreateObject();
    add_settings(m, top);
    add_own(m, top);
    add_term_list(m, top, "segments", 's');
    add_term_list(m, top, "situations", 't');
    add_term_list(m, top, "scenarios", 'f');
    cJSON *list = cJSON_AddArrayToObject(top, "measurements");
    for (uint32_t i = least + draw(m, 3); i > 0; i--)
        cJSON_AddItemToArray(list, draw_measurement(m));
    m->intervention_count += (int)least;
    list = cJSON_AddArrayToObject(top, "interventions");
    for (int i = 0; i < m->intervention_count; i++)
        cJSON_AddItemToArray(list, draw_intervention(m, i));
    list = cJSON_AddArrayToObject(top, "capabilities");
    for (int i = 0; i < m->capability_count; i++) cJSON_AddItemToArray(list, draw_capability(m, i));
    if (draw(m, 2)) return top;
    list = cJSON_AddArrayToObject(top, "risks");
    for (int i = (int)(least + draw(m, 3)); i > 0; i--) cJSON_AddItemToArray(list, draw_risk(m, i));
    if (least && m->capability_count + m->intervention_count < 2) return top;
    list = cJSON_AddArrayToObject(top, "correlations");
    if (least) cJSON_AddItemToArray(list, draw_correlation(m, 0));
    for (int i = (int)least; i < 2 && m->capability_count + m->intervention_count >= 2 + i; i++)
        if (draw(m, 2)) cJSON_AddItemToArray(list, draw_correlation(m, i));
    return top;
}

/* What a scenario or a measure changes. */
static cJSON *draw_changes(maker *m)
{
    char id[64];
    cJSON *changes = cJSON_CreateObject();
    if (draw(m, 3) == 0) put(changes, "planning", "none");
    if (draw(m, 3) == 0) put(changes, "title", draw_text(m));
    if (draw(m, 3) == 0) cJSON_AddItemToObject(changes, "x-any", draw_any(m, 3));
    if (draw(m, 2)) {
        cJSON *list = cJSON_AddArrayToObject(changes, "capabilities"), *one = cJSON_CreateObject();
        print_id(m, 'c', 0, id);
        put(one, "id", id);
        put(one, "lead_time", draw_duration(m));
        cJSON_AddItemToArray(list, one);
    }
    return changes;
}

static void link_measure(maker *m, cJSON *x, const char *key, int other)
{
    char id[64];
    if (draw(m, 2)) return;
    print_id(m, 'm', other, id);
    cJSON *list = cJSON_GetObjectItem(x, key);
    if (!list) list = cJSON_AddArrayToObject(x, key);
    cJSON_AddItemToArray(list, cJSON_CreateString(id));
}

/* Of three the first may need the second, and exclude the third, as may the second. */
static cJSON *draw_measure(maker *m, int number)
{
    static const double costs[] = {0, 0.5, 1.125, 30, 999.875, 0.125, 123456.75, 1e12, 1e-7};
    char id[64];
    cJSON *x = cJSON_CreateObject();
    print_id(m, 'm', number, id);
    put(x, "id", id);
    if (draw(m, 2)) put(x, "name", draw_text(m));
    if (draw(m, 3)) cJSON_AddNumberToObject(x, "cost", costs[draw(m, 9)]);
    if (number == 0) link_measure(m, x, "needs", 1);
    if (number == 2) link_measure(m, x, "excludes", 1);
    if (number == 2) link_measure(m, x, "excludes", 0);
    if (number < 2) link_measure(m, x, "excludes", 2);
    if (draw(m, 2)) cJSON_AddItemToObject(x, "changes", draw_changes(m));
    add_own(m, x);
    return x;
}

static void add_measures(maker *m, cJSON *top)
{
    if (draw(m, 2)) put(top, "cost_unit", draw_text(m));
    if (draw(m, 2)) return;
    cJSON *list = cJSON_AddArrayToObject(top, "measures");
    for (int i = 0; i < 3; i++) cJSON_AddItemToArray(list, draw_measure(m, i));
}

cJSON *random_json(uint64_t seed, const json_taste *taste)
{
    maker m = {.seed = seed * UINT64_C(0x9E3779B97F4A7C15) + 1, .taste = taste};
    cJSON *top = draw_portfolio(&m);
    add_measures(&m, top);
    return top;
}

/* ---- there and back ---- */

static gp_output convert(gp_job *job, const char *name, gp_output in, const char *format)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = format,
                                        .language = strlen(in.text) % 2 ? GP_DUTCH : GP_ENGLISH};
    gp_output out = {0};
    gp_status status =
        gp_read_document_text(job, name, in.text, in.size, NULL, &portfolio, &document);
    if (status == GP_OK) status = gp_convert(job, document, portfolio, NULL, &options, &out);
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        print_message("%s:%u:%u: %s\n", name, (unsigned)findings[i].place.line,
                      (unsigned)findings[i].place.column, message);
    }
    if (status != GP_OK || count) print_message("%.*s\n", (int)in.size, in.text);
    assert_int_equal(status, GP_OK);
    assert_int_equal(count, 0);
    return out;
}

void check_round_trip(const cJSON *portfolio, const char *name, const char *format)
{
    gp_job *job = gp_job_new();
    char *json = cJSON_PrintUnformatted(portfolio);
    assert_non_null(json);
    gp_output there = convert(job, "p.json", (gp_output){json, strlen(json)}, format);
    gp_output back = convert(job, name, there, "json");
    cJSON *after = cJSON_ParseWithLength(back.text, back.size);
    if (!cJSON_Compare(portfolio, after, true))
        print_message("before: %s\nthere: %s\nback: %s\n", json, there.text, back.text);
    assert_true(cJSON_Compare(portfolio, after, true));
    cJSON_Delete(after);
    cJSON_free(json);
    gp_job_free(job);
}

void list_places(const gp_job *job, char *out, size_t size)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    size_t at = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < count && at < size; i++)
        at +=
            (size_t)snprintf(out + at, size - at, "%s%u@%u:%u", i ? " " : "", findings[i].code,
                             (unsigned)findings[i].place.line, (unsigned)findings[i].place.column);
}
