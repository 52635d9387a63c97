/* SPDX-License-Identifier: MIT
 * Merges a change into a record. */
#include "io/change/merge.h"

#include <cjson/cJSON.h>
#include <string.h>

/* ---- levels ---- */

static bool is_level(const cJSON *entry, double level)
{
    const cJSON *own = gp_member_of(entry, "level");
    return cJSON_IsNumber(own) && own->valuedouble == level;
}

cJSON *gp_level_of(const cJSON *record, uint8_t level)
{
    const cJSON *levels = gp_member_of(record, "levels");
    if (!cJSON_IsArray(levels)) return NULL;
    for (cJSON *entry = levels->child; entry; entry = entry->next)
        if (is_level(entry, level)) return entry;
    return NULL;
}

/* The list under a key of a record, made where there is none; *is_list: false: it is something
 * else. */
static gp_status need_list(gp_merge *merge, cJSON *record, const cJSON *change, cJSON **out)
{
    cJSON *list = gp_member_of(record, change->string);
    *out = cJSON_IsArray(list) ? list : NULL;
    if (list) return GP_OK;
    list = gp_make_node(merge->workshop, cJSON_Array, gp_standing_in(merge->from, change));
    if (!list) return gp_no_memory(merge->workshop->job);
    list->string = change->string;
    gp_put_last(record, list);
    *out = list;
    return GP_OK;
}

static gp_status merge_keys(gp_merge *merge, cJSON *record, const cJSON *change);

static gp_status merge_levels(gp_merge *merge, cJSON *record, const cJSON *change)
{
    cJSON *list;
    GP_TRY(need_list(merge, record, change, &list));
    if (!list) return gp_set_member(merge, record, change);
    for (const cJSON *entry = change->child; entry; entry = entry->next) {
        const cJSON *level = gp_member_of(entry, "level");
        cJSON *into = list->child;
        while (into && !(cJSON_IsNumber(level) && is_level(into, level->valuedouble)))
            into = into->next;
        if (!into) {
            bool is_object = cJSON_IsObject(entry) && level;
            into = is_object ? gp_make_node(merge->workshop, cJSON_Object,
                                            gp_standing_in(merge->from, entry))
                             : gp_copy_into(merge->workshop, entry, merge->from, NULL);
            if (!into) return gp_no_memory(merge->workshop->job);
            gp_put_last(list, into);
            if (!is_object) continue; /* the tables say what is wrong with it */
            GP_TRY(gp_set_member(merge, into, level));
        }
        GP_TRY(merge_keys(merge, into, entry));
    }
    return GP_OK;
}

/* ---- a record ---- */

/* What a list or an object of a record is merged by; "levels" within an entry of levels is unknown
 * to the tables, and goes as it is. */
static gp_status merge_member(gp_merge *merge, cJSON *record, const cJSON *member)
{
    if (cJSON_IsArray(member) && strcmp(member->string, "requires") == 0) {
        cJSON *list;
        GP_TRY(need_list(merge, record, member, &list));
        return list ? gp_merge_requires(merge, list, member) : gp_set_member(merge, record, member);
    }
    if (!cJSON_IsObject(member)) return gp_set_member(merge, record, member);
    cJSON *object = gp_need_object(merge, record, member);
    return object ? gp_merge_object(merge, object, member, NULL)
                  : gp_no_memory(merge->workshop->job);
}

/* All keys but those that say which record, or which entry, it is. */
static gp_status merge_keys(gp_merge *merge, cJSON *record, const cJSON *change)
{
    for (const cJSON *member = change->child; member; member = member->next)
        if (strcmp(member->string, "id") != 0 && strcmp(member->string, "level") != 0)
            GP_TRY(merge_member(merge, record, member));
    return GP_OK;
}

gp_status gp_merge_record(gp_merge *merge, cJSON *record, const cJSON *change)
{
    for (const cJSON *member = change->child; member; member = member->next) {
        bool is_levels = cJSON_IsArray(member) && strcmp(member->string, "levels") == 0;
        if (strcmp(member->string, "id") == 0 && gp_member_of(record, "id")) continue;
        if (is_levels)
            GP_TRY(merge_levels(merge, record, member));
        else
            GP_TRY(merge_member(merge, record, member));
    }
    return GP_OK;
}

/* ---- what is dropped ---- */

static void note_lack(gp_merge *merge, const char *what, uint32_t column, const cJSON *parent)
{
    const char *names[32];
    size_t count = 0;
    if (merge->lacks) return;
    for (const cJSON *member = parent ? parent->child : NULL; member && count < 32;
         member = member->next)
        if (member->string) names[count++] = member->string;
    merge->lacks = what;
    merge->lacks_column = column;
    merge->nearest = gp_nearest_text(what, names, count);
}

static gp_status drop_key(gp_merge *merge, cJSON *object, const gp_target *target)
{
    for (uint32_t i = 0; i < target->key_count; i++) {
        cJSON *member = gp_member_of(object, target->keys[i].text);
        if (!member) {
            note_lack(merge, target->keys[i].text, target->keys[i].column, object);
            return GP_OK;
        }
        if (i + 1 == target->key_count)
            gp_take_out(object, member);
        else
            object = member;
    }
    return GP_OK;
}

gp_status gp_drop_target(gp_merge *merge, cJSON *record, const gp_target *target)
{
    cJSON *from = target->level ? gp_level_of(record, target->level) : record;
    if (!from) {
        static const char *const levels[] = {"levels[1]", "levels[2]", "levels[3]", "levels[4]",
                                             "levels[5]"};
        note_lack(merge, levels[target->level - 1], target->level_word.column, NULL);
        return GP_OK;
    }
    if (target->require_count) return gp_drop_requirement(merge, from, target);
    if (target->key_count) return drop_key(merge, from, target);
    gp_take_out(gp_member_of(record, "levels"), from);
    return GP_OK;
}
