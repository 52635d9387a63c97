/* SPDX-License-Identifier: MIT
 * Merges lists of requirements. An entry is known by the record that it names, an `any` by the set
 * of its alternatives. "b" says the same as {"id": "b"}. */
#include "io/change/merge.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

/* The id that an entry or an alternative names; NULL: none. */
static const char *id_in(const cJSON *entry)
{
    if (cJSON_IsString(entry)) return entry->valuestring;
    const cJSON *id = gp_member_of(entry, "id");
    return cJSON_IsString(id) ? id->valuestring : NULL;
}

static const cJSON *alternatives_of(const cJSON *entry)
{
    const cJSON *any = gp_member_of(entry, "any");
    return cJSON_IsArray(any) ? any : NULL;
}

static int compare_ids(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* What tells entries apart: the ids, ascending, a line each. "": it names nothing. NULL: memory ran
 * out. */
static const char *key_of(gp_job *job, const char **ids, size_t count)
{
    size_t size = 1;
    if (count > 1) qsort(ids, count, sizeof *ids, compare_ids);
    for (size_t i = 0; i < count; i++) size += strlen(ids[i]) + 1;
    char *key = GP_NEW(job, char, size), *end = key;
    for (size_t i = 0; key && i < count; i++) {
        size_t length = strlen(ids[i]);
        memcpy(end, ids[i], length);
        end[length] = '\n';
        end += length + 1;
    }
    return key;
}

static const char *entry_key(gp_job *job, const cJSON *entry)
{
    const cJSON *any = alternatives_of(entry);
    const char *one = id_in(entry);
    size_t count = 0, most = 1;
    for (const cJSON *item = any ? any->child : NULL; item; item = item->next) most++;
    const char **ids = GP_NEW(job, const char *, most);
    if (!ids) return NULL;
    if (one) ids[count++] = one;
    for (const cJSON *item = any ? any->child : NULL; item; item = item->next)
        if (id_in(item)) ids[count++] = id_in(item);
    return key_of(job, ids, count);
}

static const char *target_key(gp_job *job, const gp_target *target)
{
    const char **ids = GP_NEW(job, const char *, target->require_count);
    if (!ids) return NULL;
    for (uint32_t i = 0; i < target->require_count; i++) ids[i] = target->requires[i].text;
    return key_of(job, ids, target->require_count);
}

/* Entries of a list by their keys: of the same twice the first. */
typedef struct index {
    gp_names names;
    gp_array entries; /* cJSON *, by name */
} index;

static gp_status note_entry(index *all, gp_job *job, cJSON *entry)
{
    const char *key = entry_key(job, entry);
    size_t before = all->names.texts.count;
    if (!key) return gp_no_memory(job);
    uint32_t name = gp_intern(&all->names, key, strlen(key));
    if (name == GP_NONE) return gp_no_memory(job);
    if (name == before && !gp_push(job, &all->entries, &entry, 1)) return gp_no_memory(job);
    return GP_OK;
}

static gp_status list_entries(gp_job *job, const cJSON *list, const index **out)
{
    index *all = GP_NEW(job, index, 1); /* what grows lives as long as the job */
    if (!all) return gp_no_memory(job);
    all->entries.size = sizeof(cJSON *);
    gp_init_names(&all->names, job);
    *out = all;
    for (cJSON *entry = list->child; entry; entry = entry->next)
        GP_TRY(note_entry(all, job, entry));
    return GP_OK;
}

static cJSON *find_entry(const index *all, const char *key)
{
    uint32_t name = *key ? gp_find_name(&all->names, key, strlen(key)) : GP_NONE;
    return name == GP_NONE ? NULL : ((cJSON *const *)all->entries.data)[name];
}

/* ---- merging ---- */

/* An id as text becomes an object that can have more keys. NULL: memory ran out. */
static cJSON *need_object(gp_merge *merge, cJSON *list, cJSON *entry)
{
    if (!cJSON_IsString(entry)) return entry;
    gp_standing standing = gp_standing_of(merge->workshop, entry);
    cJSON *object = gp_make_node(merge->workshop, cJSON_Object, standing);
    cJSON *id = gp_make_node(merge->workshop, cJSON_String, standing);
    if (!object || !id) return NULL;
    id->string = (char *)(uintptr_t) "id"; /* nobody writes to it */
    id->valuestring = entry->valuestring;
    gp_put_instead(list, entry, object);
    gp_put_last(object, id);
    return object;
}

static gp_status merge_alternatives(gp_merge *merge, cJSON *any, const cJSON *change)
{
    for (const cJSON *item = change->child; item; item = item->next) {
        cJSON *own = any->child;
        while (own && !(id_in(own) && id_in(item) && strcmp(id_in(own), id_in(item)) == 0))
            own = own->next;
        if (!own || !cJSON_IsObject(item)) continue; /* sets are the same: it is there */
        own = need_object(merge, any, own);
        if (!own) return gp_no_memory(merge->workshop->job);
        GP_TRY(gp_merge_object(merge, own, item, "id"));
    }
    return GP_OK;
}

static gp_status merge_entry(gp_merge *merge, cJSON *list, cJSON *entry, const cJSON *change)
{
    if (!cJSON_IsObject(change)) return GP_OK; /* no more than an id */
    entry = need_object(merge, list, entry);
    if (!entry) return gp_no_memory(merge->workshop->job);
    for (const cJSON *member = change->child; member; member = member->next) {
        cJSON *any = gp_member_of(entry, "any");
        if (strcmp(member->string, "id") == 0) continue;
        if (any && cJSON_IsArray(member) && strcmp(member->string, "any") == 0)
            GP_TRY(merge_alternatives(merge, any, member));
        else
            GP_TRY(gp_set_member(merge, entry, member));
    }
    return GP_OK;
}

/* An alternative of that id, in one of the entries: what it asks for is its own, when it counts is
 * that of all. *is_found: false: there is none. */
static gp_status merge_alternative(gp_merge *merge, cJSON *list, const cJSON *change,
                                   bool *is_found)
{
    const char *id = id_in(change);
    *is_found = false;
    for (cJSON *entry = list->child; id && entry && !*is_found; entry = entry->next) {
        cJSON *any = gp_member_of(entry, "any");
        for (cJSON *own = cJSON_IsArray(any) ? any->child : NULL; own; own = own->next) {
            if (!id_in(own) || strcmp(id_in(own), id) != 0) continue;
            *is_found = true;
            own = need_object(merge, any, own);
            if (!own) return gp_no_memory(merge->workshop->job);
            for (const cJSON *member = change->child; member; member = member->next) {
                bool is_shared =
                    strcmp(member->string, "by") == 0 || strcmp(member->string, "from") == 0;
                if (strcmp(member->string, "id") != 0)
                    GP_TRY(gp_set_member(merge, is_shared ? entry : own, member));
            }
            break;
        }
    }
    return GP_OK;
}

/* Which of the ids in the list is nearest to one that is not there. */
static gp_status note_lack(gp_merge *merge, const cJSON *list, const char *id)
{
    gp_array *ids = GP_NEW(merge->workshop->job, gp_array, 1);
    if (!ids) return gp_no_memory(merge->workshop->job);
    if (merge->lacks) return GP_OK;
    ids->size = sizeof(const char *);
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        const cJSON *any = alternatives_of(entry);
        const char *one = id_in(entry);
        if (one && !gp_push(merge->workshop->job, ids, &one, 1))
            return gp_no_memory(merge->workshop->job);
        for (const cJSON *item = any ? any->child : NULL; item; item = item->next)
            if ((one = id_in(item)) && !gp_push(merge->workshop->job, ids, &one, 1))
                return gp_no_memory(merge->workshop->job);
    }
    merge->lacks = id;
    merge->nearest = gp_nearest_text(id, ids->data, ids->count);
    return GP_OK;
}

static const char *name_in(const cJSON *entry)
{
    const cJSON *any = alternatives_of(entry);
    const char *id = any && any->child ? id_in(any->child) : id_in(entry);
    return id ? id : "";
}

gp_status gp_merge_requires(gp_merge *merge, cJSON *list, const cJSON *change)
{
    gp_job *job = merge->workshop->job;
    const index *all;
    GP_TRY(list_entries(job, list, &all));
    for (const cJSON *wanted = change->child; wanted; wanted = wanted->next) {
        bool is_found = false;
        const char *key = entry_key(job, wanted);
        if (!key) return gp_no_memory(job);
        cJSON *entry = find_entry(all, key);
        if (entry) {
            GP_TRY(merge_entry(merge, list, entry, wanted));
            continue;
        }
        if (merge->is_strict) {
            GP_TRY(merge_alternative(merge, list, wanted, &is_found));
            gp_standing standing = gp_standing_in(merge->from, wanted);
            if (!is_found && !merge->lacks)
                merge->lacks_place = gp_place_in(standing.source, standing.entry.value);
            if (!is_found) GP_TRY(note_lack(merge, list, name_in(wanted)));
            continue;
        }
        cJSON *copy = gp_copy_into(merge->workshop, wanted, merge->from, NULL);
        if (!copy) return gp_no_memory(job);
        gp_put_last(list, copy);
    }
    return GP_OK;
}

/* ---- dropping ---- */

/* Takes the alternatives of an id out of all entries, and entries that have none left. */
static bool drop_alternatives(cJSON *list, const char *id)
{
    bool is_any = false;
    for (cJSON *entry = list->child, *next; entry; entry = next) {
        cJSON *any = gp_member_of(entry, "any");
        next = entry->next;
        bool is_changed = false;
        for (cJSON *own = cJSON_IsArray(any) ? any->child : NULL, *after; own; own = after) {
            after = own->next;
            if (!id_in(own) || strcmp(id_in(own), id) != 0) continue;
            gp_take_out(any, own);
            is_changed = true;
        }
        if (is_changed && !any->child) gp_take_out(list, entry);
        is_any |= is_changed;
    }
    return is_any;
}

gp_status gp_drop_requirement(gp_merge *merge, cJSON *record, const gp_target *target)
{
    gp_job *job = merge->workshop->job;
    cJSON *list = gp_member_of(record, "requires");
    const char *key = target_key(job, target);
    if (!key) return gp_no_memory(job);
    bool is_found = false;
    for (cJSON *entry = cJSON_IsArray(list) ? list->child : NULL, *next; entry; entry = next) {
        const char *own = entry_key(job, entry);
        next = entry->next;
        if (!own) return gp_no_memory(job);
        if (strcmp(own, key) != 0) continue;
        gp_take_out(list, entry);
        is_found = true;
    }
    if (!is_found && target->require_count == 1 && cJSON_IsArray(list))
        is_found = drop_alternatives(list, target->requires[0].text);
    if (!is_found && !merge->lacks) merge->lacks_column = target->requires[0].column;
    return is_found ? GP_OK
                    : note_lack(merge, cJSON_IsArray(list) ? list : NULL, target->requires[0].text);
}

static void drop_all(cJSON *record, const char *id)
{
    cJSON *list = gp_member_of(record, "requires");
    if (!cJSON_IsArray(list)) return;
    for (cJSON *entry = list->child, *next; entry; entry = next) {
        next = entry->next;
        if (id_in(entry) && strcmp(id_in(entry), id) == 0) gp_take_out(list, entry);
    }
    drop_alternatives(list, id);
}

/* Out of a list of ids. */
static void drop_id(cJSON *list, const char *id)
{
    for (cJSON *item = cJSON_IsArray(list) ? list->child : NULL, *next; item; item = next) {
        next = item->next;
        if (cJSON_IsString(item) && strcmp(item->valuestring, id) == 0) gp_take_out(list, item);
    }
}

void gp_drop_references(cJSON *record, const char *id)
{
    drop_id(gp_member_of(record, "affects"), id);
    drop_id(gp_member_of(record, "ids"), id);
    cJSON *parent = gp_member_of(record, "parent");
    const cJSON *levels = gp_member_of(record, "levels");
    if (cJSON_IsString(parent) && strcmp(parent->valuestring, id) == 0) gp_take_out(record, parent);
    drop_all(record, id);
    for (cJSON *entry = cJSON_IsArray(levels) ? levels->child : NULL; entry; entry = entry->next)
        drop_all(entry, id);
}

void gp_drop_measure(cJSON *measure, const char *id)
{
    drop_id(gp_member_of(measure, "needs"), id);
    drop_id(gp_member_of(measure, "excludes"), id);
}
