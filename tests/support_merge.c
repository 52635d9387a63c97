/* SPDX-License-Identifier: MIT
 * Merges trees: records by id, requirements by what they name, levels by level, objects as RFC 7396
 * has it, and all other lists as a whole. */
#include "tests/support_merge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const record_lists[] = {"interventions", "capabilities"};

static cJSON *get(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *id_of(const cJSON *entry)
{
    const cJSON *id = cJSON_IsString(entry) ? entry : get(entry, "id");
    return cJSON_IsString(id) ? id->valuestring : "";
}

static cJSON *find_record(const cJSON *list, const char *id)
{
    cJSON *record = list ? list->child : NULL;
    while (record && strcmp(id_of(record), id) != 0) record = record->next;
    return record;
}

static cJSON *find_any_record(const cJSON *top, const char *id)
{
    cJSON *found = find_record(get(top, record_lists[0]), id);
    return found ? found : find_record(get(top, record_lists[1]), id);
}

/* ---- taking out ---- */

static void take(cJSON *parent, cJSON *item)
{
    cJSON_Delete(cJSON_DetachItemViaPointer(parent, item));
}

/* Every requirement on it, in a list; a text that names it in `any` goes, and an empty `any`. */
static void drop_targets(cJSON *list, const char *id)
{
    for (cJSON *item = list ? list->child : NULL, *next; item; item = next) {
        next = item->next;
        cJSON *any = cJSON_IsObject(item) ? get(item, "any") : NULL;
        if (any) drop_targets(any, id);
        if (any ? !any->child : strcmp(id_of(item), id) == 0) take(list, item);
    }
}

/* Out of what risks and correlations say; a correlation of one is none. */
static void drop_from_risks(cJSON *top, const char *id)
{
    cJSON *risks = get(top, "risks"), *correlations = get(top, "correlations");
    for (cJSON *risk = risks ? risks->child : NULL; risk; risk = risk->next)
        drop_targets(get(risk, "affects"), id);
    for (cJSON *item = correlations ? correlations->child : NULL, *next; item; item = next) {
        next = item->next;
        drop_targets(get(item, "ids"), id);
        if (cJSON_GetArraySize(get(item, "ids")) < 2) take(correlations, item);
    }
}

static void drop_record(cJSON *top, const char *id)
{
    bool is_found = false;
    drop_from_risks(top, id);
    for (size_t i = 0; i < 2; i++) {
        cJSON *list = get(top, record_lists[i]), *record = find_record(list, id);
        if (record) take(list, record);
        is_found = is_found || record;
        for (cJSON *other = list ? list->child : NULL; other; other = other->next) {
            cJSON *parent = get(other, "parent"), *levels = get(other, "levels");
            if (parent && strcmp(parent->valuestring, id) == 0) take(other, parent);
            drop_targets(get(other, "requires"), id);
            for (cJSON *entry = levels ? levels->child : NULL; entry; entry = entry->next)
                drop_targets(get(entry, "requires"), id);
        }
    }
    assert_true(is_found);
}

/* Reads an id, quoted or up to what ends it, and moves on. */
static char *read_id(const char **at)
{
    const char *end = *at;
    char *id;
    if (**at == '"') {
        cJSON *text = cJSON_ParseWithOpts(*at, &end, false);
        id = strdup(text->valuestring);
        cJSON_Delete(text);
    } else {
        while (*end && *end != '.' && *end != '[' && strncmp(end, "->", 2) != 0) end++;
        id = strndup(*at, (size_t)(end - *at));
    }
    *at = end;
    return id;
}

static cJSON *find_level(const cJSON *levels, int number)
{
    cJSON *entry = levels ? levels->child : NULL;
    while (entry && get(entry, "level")->valueint != number) entry = entry->next;
    return entry;
}

static void drop_requirement(cJSON *holder, const char *target)
{
    cJSON *list = get(holder, "requires"), *entry = find_record(list, target);
    assert_non_null(entry);
    take(list, entry);
}

static void drop(cJSON *top, const char *target)
{
    bool is_quoted = *target == '"';
    const char *at = target;
    char *id = read_id(&at);
    cJSON *setting = is_quoted ? NULL : get(top, id), *record = find_any_record(top, id);
    if (!*at && setting && !record) {
        take(top, setting);
    } else if (!*at) {
        drop_record(top, id);
    } else {
        assert_non_null(record);
        if (strncmp(at, ".levels[", 8) == 0) {
            record = find_level(get(record, "levels"), atoi(at + 8));
            at = strchr(at, ']') + 1;
        }
        if (*at == '.') {
            at++;
            char *key = read_id(&at);
            assert_non_null(get(record, key));
            take(record, get(record, key));
            free(key);
        } else {
            at += 2;
            char *other = read_id(&at);
            drop_requirement(record, other);
            free(other);
        }
        assert_int_equal(*at, '\0');
    }
    free(id);
}

/* ---- merging ---- */

static void merge_object(cJSON *to, const cJSON *from);

static void set(cJSON *to, const cJSON *member)
{
    cJSON *known = get(to, member->string);
    if (cJSON_IsNull(member)) {
        if (known) take(to, known);
    } else if (cJSON_IsObject(known) && cJSON_IsObject(member) &&
               strncmp(member->string, "x-", 2) != 0) {
        merge_object(known, member);
    } else {
        if (known) take(to, known);
        cJSON_AddItemToObject(to, member->string, cJSON_Duplicate(member, true));
    }
}

static void merge_object(cJSON *to, const cJSON *from)
{
    for (const cJSON *member = from->child; member; member = member->next) set(to, member);
}

/* The list under a key of what is merged into. */
static cJSON *need_list(cJSON *to, const char *key)
{
    cJSON *list = get(to, key);
    return list ? list : cJSON_AddArrayToObject(to, key);
}

static void merge_requires(cJSON *to, const cJSON *from)
{
    for (const cJSON *entry = from->child; entry; entry = entry->next) {
        bool is_any = cJSON_IsObject(entry) && get(entry, "any");
        cJSON *known = is_any ? NULL : find_record(to, id_of(entry));
        if (!known) {
            cJSON_AddItemToArray(to, cJSON_Duplicate(entry, true));
        } else if (cJSON_IsObject(entry)) {
            if (cJSON_IsString(known)) {
                cJSON *object = cJSON_CreateObject();
                cJSON_AddStringToObject(object, "id", known->valuestring);
                cJSON_ReplaceItemViaPointer(to, known, object);
                known = object;
            }
            merge_object(known, entry);
        }
    }
}

static void merge_record(cJSON *to, const cJSON *from)
{
    for (const cJSON *member = from->child; member; member = member->next) {
        if (!get(to, member->string)) {
            set(to, member); /* a list that is not there is taken as it is */
        } else if (strcmp(member->string, "requires") == 0 && cJSON_IsArray(member)) {
            merge_requires(need_list(to, "requires"), member);
        } else if (strcmp(member->string, "levels") == 0 && cJSON_IsArray(member)) {
            cJSON *levels = need_list(to, "levels");
            for (const cJSON *entry = member->child; entry; entry = entry->next) {
                cJSON *known = find_level(levels, get(entry, "level")->valueint);
                if (!known) {
                    cJSON_AddItemToArray(levels, cJSON_Duplicate(entry, true));
                    continue;
                }
                for (const cJSON *key = entry->child; key; key = key->next)
                    if (strcmp(key->string, "requires") == 0 && get(known, "requires"))
                        merge_requires(need_list(known, "requires"), key);
                    else
                        set(known, key);
            }
        } else {
            set(to, member);
        }
    }
}

static bool has_all(const cJSON *ids, const cJSON *others)
{
    for (const cJSON *id = ids->child; id; id = id->next)
        if (!find_record(others, id->valuestring)) return false;
    return true;
}

static cJSON *find_same_ids(const cJSON *list, const cJSON *ids)
{
    cJSON *record = list->child;
    while (record && !(has_all(ids, get(record, "ids")) && has_all(get(record, "ids"), ids)))
        record = record->next;
    return record;
}

void merge_changes(cJSON *portfolio, const cJSON *changes)
{
    const cJSON *drops = get(changes, "drop");
    for (const cJSON *target = drops ? drops->child : NULL; target; target = target->next)
        drop(portfolio, target->valuestring);
    for (const cJSON *member = changes->child; member; member = member->next) {
        static const char *const lists[] = {
            "interventions", "capabilities", "dimensions", "segments", "situations",
            "scenarios",     "measurements", "measures",   "risks",    "correlations"};
        bool is_list = false;
        for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
            is_list = is_list || strcmp(lists[i], member->string) == 0;
        if (member == drops) continue;
        if (!is_list) {
            set(portfolio, member);
            continue;
        }
        cJSON *list = need_list(portfolio, member->string);
        for (const cJSON *record = member->child; record; record = record->next) {
            cJSON *known = get(record, "ids") ? find_same_ids(list, get(record, "ids"))
                           : *id_of(record)   ? find_record(list, id_of(record))
                                              : NULL;
            if (known)
                merge_record(known, record);
            else
                cJSON_AddItemToArray(list, cJSON_Duplicate(record, true));
        }
    }
}
