/* SPDX-License-Identifier: MIT
 * Composes the requirements of a record with a part of its edits made: OLD's entries, and NEW's in
 * the place of those that are edited. Along with a record that is gone go the alternatives on it.
 */
#include "io/change/apply.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

static const char *id_of(const cJSON *alternative)
{
    return cJSON_IsString(alternative) ? alternative->valuestring : gp_text_of(alternative, "id");
}

static const cJSON *any_of(const cJSON *entry)
{
    return cJSON_IsObject(entry) ? cJSON_GetObjectItemCaseSensitive(entry, "any") : NULL;
}

/* Did the record that OLD's alternative is on go? */
static bool is_gone(const gp_applying *a, const cJSON *alternative)
{
    const char *id = id_of(alternative);
    uint32_t symbol = id ? gp_symbol_in_new(a->sources, GP_OLD, id) : GP_NONE;
    if (symbol == GP_NONE) return false;
    const gp_pair *pair = gp_pair_of(a->sources, symbol);
    return pair->records[GP_OLD] && !pair->records[GP_NEW] && !gp_kind_applied(a, symbol);
}

static bool is_all_gone(const gp_applying *a, const cJSON *entry)
{
    const cJSON *any = any_of(entry);
    if (!any) return is_gone(a, entry);
    for (const cJSON *item = any->child; item; item = item->next)
        if (!is_gone(a, item)) return false;
    return true;
}

static void add_any(const gp_applying *a, int version, const cJSON *any, bool is_stripped);

/* A text, or an object whose `id` and `any` are written as the records are called. */
static void add_entry(const gp_applying *a, int version, const cJSON *entry, bool is_stripped)
{
    gp_spot spot = gp_spot_applied(a, version, entry);
    if (!cJSON_IsObject(entry)) {
        if (cJSON_IsString(entry)) gp_add_id(a, version, NULL, entry);
        return;
    }
    gp_open_node(a->tree, '{', spot);
    for (const cJSON *member = entry->child; member; member = member->next) {
        if (strcmp(member->string, "id") == 0 && cJSON_IsString(member))
            gp_add_id(a, version, "id", member);
        else if (strcmp(member->string, "any") == 0 && cJSON_IsArray(member))
            add_any(a, version, member, is_stripped);
        else
            gp_add_copy(a, version, member->string, member);
    }
    gp_close_node(a->tree);
}

static void add_any(const gp_applying *a, int version, const cJSON *any, bool is_stripped)
{
    gp_spot spot = gp_spot_applied(a, version, any);
    gp_add_key(a->tree, "any", 3, spot);
    gp_open_node(a->tree, '[', spot);
    for (const cJSON *item = any->child; item; item = item->next) {
        if (is_stripped && is_gone(a, item)) continue;
        gp_spot at = gp_spot_applied(a, version, item);
        if (!cJSON_IsObject(item)) {
            gp_add_id(a, version, NULL, item);
            continue;
        }
        gp_open_node(a->tree, '{', at);
        for (const cJSON *member = item->child; member; member = member->next)
            if (strcmp(member->string, "id") == 0 && cJSON_IsString(member))
                gp_add_id(a, version, "id", member);
            else
                gp_add_copy(a, version, member->string, member);
        gp_close_node(a->tree);
    }
    gp_close_node(a->tree);
}

/* ---- which entries ---- */

static int compare_node(const void *left, const void *right)
{
    int a = ((const cJSON *)left)->valueint, b = (*(const cJSON *const *)right)->valueint;
    return (a > b) - (a < b);
}

static bool has_gone(const gp_applying *a, const cJSON *entry)
{
    const gp_array *went = &a->sources->went;
    return went->count && bsearch(entry, went->data, went->count, sizeof entry, compare_node);
}

static int compare_edited(const void *left, const void *right)
{
    int a = ((const cJSON *)left)->valueint;
    int b = ((const gp_edited_entry *)right)->node->valueint;
    return (a > b) - (a < b);
}

/* Is OLD's entry replaced by an edit that is made? */
static bool is_replaced(const gp_applying *a, const cJSON *entry)
{
    const gp_edit_sources *sources = a->sources;
    const gp_edited_entry *found = sources->edited_count
                                       ? bsearch(entry, sources->edited, sources->edited_count,
                                                 sizeof *sources->edited, compare_edited)
                                       : NULL;
    return found && a->is_applied[found->edit];
}

static void add_made(const gp_applying *a, uint32_t symbol, uint8_t level)
{
    const gp_pair *pair = gp_pair_of(a->sources, symbol);
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        uint32_t edit = a->sources->by_record[i];
        const gp_edit_origin *origin = &a->sources->origins[edit];
        if (!a->edits[edit].require_count || origin->level != level || !a->is_applied[edit])
            continue;
        for (uint32_t k = 0; k < origin->counts[GP_NEW]; k++)
            add_entry(a, GP_NEW, origin->nodes[GP_NEW][k], false);
    }
}

void gp_apply_requires(const gp_applying *a, uint32_t symbol, uint8_t level, const cJSON *old,
                       const cJSON *new)
{
    int version = old ? GP_OLD : GP_NEW;
    gp_spot spot = gp_spot_applied(a, version, old ? old : new);
    gp_add_key(a->tree, "requires", 8, spot);
    gp_open_node(a->tree, '[', spot);
    for (const cJSON *entry = old ? old->child : NULL; entry; entry = entry->next) {
        bool is_stripped = symbol == GP_NONE || has_gone(a, entry);
        if (symbol != GP_NONE && is_replaced(a, entry)) continue;
        if (is_stripped && is_all_gone(a, entry)) continue;
        add_entry(a, GP_OLD, entry, is_stripped);
    }
    if (symbol != GP_NONE)
        add_made(a, symbol, level);
    else
        for (const cJSON *entry = new ? new->child : NULL; entry; entry = entry->next)
            add_entry(a, GP_NEW, entry, false);
    gp_close_node(a->tree);
}
