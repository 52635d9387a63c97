/* SPDX-License-Identifier: MIT
 * Random edits of a portfolio as a tree. Each is tried on a copy: one that cannot be read is let
 * go. */
#include "tests/support_random_edits.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t draw(uint64_t *seed, uint32_t count)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 33) % count;
}

static cJSON *list_of(cJSON *top, const char *name)
{
    cJSON *list = cJSON_GetObjectItemCaseSensitive(top, name);
    return list ? list : cJSON_AddArrayToObject(top, name);
}

static cJSON *draw_record(cJSON *top, uint64_t *seed, const char *list_name)
{
    cJSON *list = list_of(top, list_name);
    int count = cJSON_GetArraySize(list);
    return count ? cJSON_GetArrayItem(list, (int)draw(seed, (uint32_t)count)) : NULL;
}

static cJSON *draw_any_record(cJSON *top, uint64_t *seed)
{
    return draw_record(top, seed, draw(seed, 3) ? "capabilities" : "interventions");
}

static void replace(cJSON *object, const char *key, cJSON *value)
{
    cJSON_DeleteItemFromObjectCaseSensitive(object, key);
    if (value) cJSON_AddItemToObject(object, key, value);
}

typedef struct choice {
    const char *key, *json; /* NULL: the key goes */
} choice;
#define DRAW(seed, table) &(table)[draw(seed, sizeof(table) / sizeof *(table))]

static void set_key(cJSON *top, uint64_t *seed)
{
    static const choice choices[] = {
        {"lead_time", "\"5mo\""},
        {"lead_time", "{\"min\":\"1mo\",\"likely\":\"2mo\"}"},
        {"lead_time", NULL},
        {"level", "1"},
        {"level", NULL},
        {"status", "\"available\""},
        {"status", NULL},
        {"aspects", "{\"skills\":\"7mo\"}"},
        {"aspects", "{\"tools\":\"1mo\",\"skills\":{\"likely\":\"2w\",\"max\":\"9w\"}}"},
        {"aspects", NULL},
        {"planning", "\"none\""},
        {"planning", "{\"round\":\"3mo\",\"from\":\"2026-01-01\"}"},
        {"planning", "{\"dates\":[\"2026-05-05\",\"2027-05-05\"]}"},
        {"planning", NULL},
        {"name", "\"Another name\""},
        {"name", NULL},
        {"owner", "\"HR\""},
        {"tags", "[\"x\",\"y\"]"},
        {"tags", NULL},
        {"not_before", "\"2027-03-01\""},
        {"not_before", NULL},
        {"needed_by", "\"2027-09-01\""},
        {"ready", "\"2026-09-01\""},
        {"ready", NULL},
        {"progress", "40"},
        {"x-own", "{\"a\":[1,2],\"b\":\"c\"}"},
        {"x-own", NULL},
        {"duration", "\"9w\""},
        {"cycle", "\"1w\""},
        {"start", "\"2026-08-01\""},
        {"stage", "\"explore\""},
        {"applies", "{\"decided_by\":\"staff\"}"},
        {"applies", NULL},
        {"addresses", "[\"empathy\"]"},
        {"addresses", NULL},
        {"scenarios", NULL},
        {"parent", NULL},
        {"levels", NULL},
        {"levels", "[{\"level\":2,\"lead_time\":\"1mo\"}]"},
        {"requires", NULL},
    };
    const choice *c = DRAW(seed, choices);
    cJSON *record = draw_any_record(top, seed);
    if (record) replace(record, c->key, c->json ? cJSON_Parse(c->json) : NULL);
}

static void set_setting(cJSON *top, uint64_t *seed)
{
    static const choice choices[] = {
        {"status_date", "\"2026-03-01\""},
        {"title", "\"Another title\""},
        {"title", NULL},
        {"cycle", "\"3w\""},
        {"cycle", NULL},
        {"planning", NULL},
        {"planning", "{\"round\":\"6mo\",\"from\":\"2026-02-01\",\"prepare\":\"2w\"}"},
        {"calendar", "{\"workdays\":[\"mon\",\"tue\"]}"},
        {"calendar", "{\"holidays\":[\"2026-12-25\",\"2026-12-26\"]}"},
        {"calendar", NULL},
        {"language", "\"nl\""},
        {"x-top", "[true]"},
        {"measurements", NULL},
    };
    const choice *c = DRAW(seed, choices);
    replace(top, c->key, c->json ? cJSON_Parse(c->json) : NULL);
}

static const char *id_of(const cJSON *record)
{
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(record, "id");
    return id ? id->valuestring : NULL;
}

/* A requirement of one of the records, or of nobody's. */
static cJSON *draw_requirement(cJSON *top, uint64_t *seed)
{
    static const choice more[] = {{"level", "2"},        {"level", "3"},    {"by", "\"start\""},
                                  {"from", "\"start\""}, {"lag", "\"2w\""}, {"lag", "\"-1w\""}};
    cJSON *target = draw_record(top, seed, "capabilities");
    const char *id = target && draw(seed, 8) ? id_of(target) : "nobody";
    if (draw(seed, 2)) return cJSON_CreateString(id);
    const choice *c = DRAW(seed, more);
    cJSON *entry = cJSON_CreateObject();
    cJSON_AddStringToObject(entry, "id", id);
    cJSON_AddItemToObject(entry, c->key, cJSON_Parse(c->json));
    return entry;
}

/* Where requirements stand: a record, or an entry of its levels. */
static cJSON *draw_holder(cJSON *top, uint64_t *seed)
{
    cJSON *record = draw_any_record(top, seed);
    cJSON *levels = record ? cJSON_GetObjectItemCaseSensitive(record, "levels") : NULL;
    int count = cJSON_GetArraySize(levels);
    if (count && draw(seed, 2)) return cJSON_GetArrayItem(levels, (int)draw(seed, (uint32_t)count));
    return record;
}

static void edit_requires(cJSON *top, uint64_t *seed)
{
    cJSON *holder = draw_holder(top, seed);
    if (!holder) return;
    cJSON *list = list_of(holder, "requires");
    int count = cJSON_GetArraySize(list);
    uint32_t what = draw(seed, 4);
    if (what && count) cJSON_DeleteItemFromArray(list, (int)draw(seed, (uint32_t)count));
    if (what == 1) return;
    cJSON *entry = draw_requirement(top, seed);
    if (what == 2) {
        cJSON *any = cJSON_CreateArray(), *around = cJSON_CreateObject();
        cJSON_AddItemToArray(any, entry);
        cJSON_AddItemToArray(any, draw_requirement(top, seed));
        for (cJSON *one = any->child; one; one = one->next) /* only around them there is one */
            cJSON_DeleteItemFromObjectCaseSensitive(one, "by");
        cJSON_AddItemToObject(around, "any", any);
        if (draw(seed, 2)) cJSON_AddStringToObject(around, "by", "ready");
        entry = around;
    }
    cJSON_AddItemToArray(list, entry);
}

static void edit_levels(cJSON *top, uint64_t *seed)
{
    cJSON *record = draw_record(top, seed, "capabilities");
    if (!record) return;
    cJSON *list = list_of(record, "levels");
    int count = cJSON_GetArraySize(list);
    if (count && draw(seed, 2)) {
        cJSON *entry = cJSON_GetArrayItem(list, (int)draw(seed, (uint32_t)count));
        replace(entry, "lead_time", draw(seed, 3) ? cJSON_Parse("\"11w\"") : NULL);
        return;
    }
    if (count && draw(seed, 2)) {
        cJSON_DeleteItemFromArray(list, 0);
        return;
    }
    cJSON *entry = cJSON_CreateObject(), *requires = cJSON_AddArrayToObject(entry, "requires");
    cJSON_AddNumberToObject(entry, "level", 1 + draw(seed, 4));
    cJSON_AddStringToObject(entry, "lead_time", "4mo");
    if (draw(seed, 2)) cJSON_AddItemToArray(requires, draw_requirement(top, seed));
    cJSON_AddItemToArray(list, entry);
}

/* ---- records ---- */

/* Every text that is this id and names a record: another id, or NULL to take it out. */
static void replace_id(cJSON *list, const char *id, const char *with)
{
    for (cJSON *item = list ? list->child : NULL, *next; item; item = next) {
        next = item->next;
        cJSON *any = cJSON_GetObjectItemCaseSensitive(item, "any");
        const char *own = cJSON_IsString(item) ? item->valuestring : id_of(item);
        if (any) {
            replace_id(any, id, with);
            if (!any->child) cJSON_Delete(cJSON_DetachItemViaPointer(list, item));
        } else if (own && strcmp(own, id) == 0) {
            if (!with)
                cJSON_Delete(cJSON_DetachItemViaPointer(list, item));
            else if (cJSON_IsString(item))
                cJSON_ReplaceItemViaPointer(list, item, cJSON_CreateString(with));
            else
                replace(item, "id", cJSON_CreateString(with));
        }
    }
}

static void replace_everywhere(cJSON *top, const char *id, const char *with, bool parents_only)
{
    static const char *const lists[] = {"interventions", "capabilities"};
    for (size_t i = 0; i < 2; i++) {
        cJSON *list = list_of(top, lists[i]);
        for (cJSON *record = list->child; record; record = record->next) {
            cJSON *parent = cJSON_GetObjectItemCaseSensitive(record, "parent");
            if (cJSON_IsString(parent) && strcmp(parent->valuestring, id) == 0)
                replace(record, "parent", with ? cJSON_CreateString(with) : NULL);
            if (parents_only) continue;
            replace_id(cJSON_GetObjectItemCaseSensitive(record, "requires"), id, with);
            cJSON *levels = cJSON_GetObjectItemCaseSensitive(record, "levels");
            for (cJSON *entry = levels ? levels->child : NULL; entry; entry = entry->next)
                replace_id(cJSON_GetObjectItemCaseSensitive(entry, "requires"), id, with);
        }
    }
}

static void remove_record(cJSON *top, uint64_t *seed)
{
    const char *list = draw(seed, 2) ? "capabilities" : "interventions";
    cJSON *record = draw_record(top, seed, list);
    if (!record) return;
    record = cJSON_DetachItemViaPointer(list_of(top, list), record);
    replace_everywhere(top, id_of(record), NULL, draw(seed, 3) == 0);
    cJSON_Delete(record);
}

static void add_record(cJSON *top, uint64_t *seed)
{
    char id[32];
    bool is_capability = draw(seed, 3) > 0;
    cJSON *record = cJSON_CreateObject(), *requires = cJSON_AddArrayToObject(record, "requires");
    snprintf(id, sizeof id, "new-%u", draw(seed, 1000));
    cJSON_AddStringToObject(record, "id", id);
    cJSON_AddItemToArray(requires, draw_requirement(top, seed));
    if (is_capability) cJSON_AddStringToObject(record, "lead_time", "3mo");
    cJSON *holder = is_capability && draw(seed, 2) ? draw_holder(top, seed) : NULL;
    if (holder) cJSON_AddItemToArray(list_of(holder, "requires"), cJSON_CreateString(id));
    cJSON_AddItemToArray(list_of(top, is_capability ? "capabilities" : "interventions"), record);
}

static void change_kind(cJSON *top, uint64_t *seed)
{
    bool is_capability = draw(seed, 2);
    cJSON *from = list_of(top, is_capability ? "capabilities" : "interventions");
    cJSON *to = list_of(top, is_capability ? "interventions" : "capabilities");
    cJSON *record = draw_record(top, seed, is_capability ? "capabilities" : "interventions");
    if (!record) return;
    cJSON *now = cJSON_CreateObject();
    cJSON_AddStringToObject(now, "id", id_of(record));
    if (draw(seed, 2)) cJSON_AddItemToArray(list_of(now, "requires"), draw_requirement(top, seed));
    cJSON_Delete(cJSON_DetachItemViaPointer(from, record));
    cJSON_AddItemToArray(to, now);
}

static void rename_record(cJSON *top, uint64_t *seed)
{
    char id[32], old[1100];
    cJSON *record = draw_any_record(top, seed);
    if (!record) return;
    snprintf(old, sizeof old, "%s", id_of(record));
    snprintf(id, sizeof id, "renamed-%u", draw(seed, 1000));
    replace(record, "id", cJSON_CreateString(id));
    if (draw(seed, 2)) replace(record, "name", cJSON_CreateString(old));
    replace_everywhere(top, old, id, false);
}

static void edit_terms(cJSON *top, uint64_t *seed)
{
    static const char *const lists[] = {"dimensions", "segments", "situations", "scenarios"};
    const char *name = lists[draw(seed, 4)];
    cJSON *list = cJSON_GetObjectItemCaseSensitive(top, name);
    cJSON *term = list ? draw_record(top, seed, name) : NULL;
    if (term && draw(seed, 2)) {
        replace(term, "name", cJSON_CreateString("A term"));
        return;
    }
    if (term && draw(seed, 2)) {
        cJSON_Delete(cJSON_DetachItemViaPointer(list, term));
        return;
    }
    term = cJSON_CreateObject();
    cJSON_AddStringToObject(term, "id", "new-term");
    cJSON_AddItemToArray(list_of(top, name), term);
    cJSON *intervention = draw_record(top, seed, "interventions");
    if (intervention && strcmp(name, "scenarios") == 0)
        cJSON_AddItemToArray(list_of(intervention, "scenarios"), cJSON_CreateString("new-term"));
}

static void edit_measurements(cJSON *top, uint64_t *seed)
{
    cJSON *measurement = draw_record(top, seed, "measurements");
    if (measurement) replace(measurement, "need", cJSON_CreateNumber(0.25));
}

static void edit_risks(cJSON *top, uint64_t *seed)
{
    cJSON *list = list_of(top, "risks"), *record = draw_any_record(top, seed);
    cJSON *risk = draw_record(top, seed, "risks");
    if (risk && draw(seed, 2)) {
        replace(risk, draw(seed, 2) ? "mitigated" : "owner", NULL);
        replace(risk, "delay", cJSON_Parse("{\"likely\":\"1mo\",\"distribution\":\"uniform\"}"));
        return;
    }
    if (risk && draw(seed, 2)) {
        cJSON_Delete(cJSON_DetachItemViaPointer(list, risk));
        return;
    }
    cJSON *correlation = draw_record(top, seed, "correlations");
    if (correlation) replace(correlation, "coefficient", cJSON_CreateNumber(0.125));
    risk = cJSON_Parse("{\"id\":\"new-risk\",\"probability\":0.5,\"delay\":\"2w\",\"affects\":[]}");
    cJSON_AddItemToArray(list, risk);
    if (record) cJSON_AddItemToArray(list_of(risk, "affects"), cJSON_CreateString(id_of(record)));
}

static void edit_measures(cJSON *top, uint64_t *seed)
{
    static const choice choices[] = {
        {"cost", NULL},
        {"cost", "0"},
        {"cost", "2.5"},
        {"needs", NULL},
        {"needs", "[\"new-measure\"]"},
        {"excludes", NULL},
        {"excludes", "[\"new-measure\"]"},
        {"name", "\"Another\""},
        {"changes", NULL},
        {"changes", "{\"title\":\"t\"}"},
        {"changes", "{\"planning\":\"none\",\"drop\":[\"x\"]}"},
    };
    cJSON *measure = draw_record(top, seed, "measures");
    const choice *c = DRAW(seed, choices);
    if (measure && draw(seed, 4)) {
        replace(measure, c->key, c->json ? cJSON_Parse(c->json) : NULL);
        return;
    }
    if (measure && draw(seed, 2)) {
        cJSON_Delete(cJSON_DetachItemViaPointer(list_of(top, "measures"), measure));
        return;
    }
    replace(top, "cost_unit", cJSON_CreateString(draw(seed, 2) ? "points" : "k"));
    cJSON_AddItemToArray(list_of(top, "measures"),
                         cJSON_Parse("{\"id\":\"new-measure\",\"cost\":1}"));
}

/* ---- all ---- */

static bool is_readable(const cJSON *top)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    char *text = cJSON_PrintUnformatted(top);
    bool is_read = gp_read_text(job, "p.json", text, strlen(text), NULL, &portfolio) == GP_OK;
    cJSON_free(text);
    gp_job_free(job);
    return is_read;
}

cJSON *edit_at_random(const cJSON *portfolio, uint64_t seed, uint32_t count, bool renames)
{
    static void (*const edits[])(cJSON *, uint64_t *) = {
        set_key,           set_key,    set_setting,   edit_requires, edit_requires,
        edit_levels,       add_record, remove_record, edit_terms,    change_kind,
        edit_measurements, edit_risks, edit_measures, rename_record};
    const uint32_t all = sizeof edits / sizeof *edits;
    cJSON *now = cJSON_Duplicate(portfolio, true);
    seed = seed * 2654435761u + 88172645463325252u;
    for (uint32_t i = 0; i < 8; i++) draw(&seed, 2);
    for (uint32_t i = 0; i < count; i++) {
        cJSON *tried = cJSON_Duplicate(now, true);
        edits[draw(&seed, renames ? all : all - 1)](tried, &seed);
        cJSON *kept = is_readable(tried) ? tried : now;
        cJSON_Delete(kept == now ? tried : now);
        now = kept;
    }
    return now;
}

/* Lists of the settings keep their order: it may say something. */
static void shuffle(cJSON *node, uint64_t *seed)
{
    static const char *const ordered[] = {"tags", "dates", "measurements"};
    for (size_t i = 0; node->string && i < 3; i++)
        if (strcmp(node->string, ordered[i]) == 0) return;
    if (node->string && strncmp(node->string, "x-", 2) == 0) return;
    for (cJSON *child = node->child; child; child = child->next) shuffle(child, seed);
    int count = cJSON_GetArraySize(node);
    for (int i = 0; i < count; i++) {
        cJSON *item = cJSON_DetachItemFromArray(node, (int)draw(seed, (uint32_t)(count - i)));
        char *key = item->string; /* cJSON_AddItemToArray keeps it */
        cJSON_AddItemToArray(node, item);
        item->string = key;
    }
}

cJSON *shuffle_at_random(const cJSON *portfolio, uint64_t seed)
{
    cJSON *now = cJSON_Duplicate(portfolio, true);
    seed = seed * 2654435761u + 88172645463325252u;
    for (uint32_t i = 0; i < 8; i++) draw(&seed, 2);
    shuffle(now, &seed);
    return now;
}
