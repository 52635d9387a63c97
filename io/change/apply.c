/* SPDX-License-Identifier: MIT
 * Composes a record of OLD with a part of its edits made: key by key, what is edited is taken from
 * NEW and all else from OLD. Ids are written as the record is called with these edits. */
#include "io/change/apply.h"
#include "io/change/meaning.h"
#include "io/change/members.h"

#include <cjson/cJSON.h>

/* ---- members ---- */

/* Where the composing is. */
typedef struct scope {
    const gp_applying *applying;
    uint32_t symbol; /* GP_NONE: a record that comes or goes whole */
    uint8_t level;
    const char *outer;
} scope;

static gp_status add_member(void *object, const gp_key *key, const char *name, const cJSON *old,
                            const cJSON *new);

static gp_status add_inner(const scope *around, const gp_record_kind *kind, const char *name,
                           const cJSON *old, const cJSON *new)
{
    const gp_applying *a = around->applying;
    scope s = *around;
    s.outer = name;
    gp_spot spot = gp_spot_applied(a, GP_OLD, old);
    gp_add_its_key(a, GP_OLD, name, old);
    gp_open_node(a->tree, '{', spot);
    GP_TRY(gp_join_members(a->records->job, kind, old, new, add_member, &s));
    gp_close_node(a->tree);
    return GP_OK;
}

/* A parent that is there, and can be one. */
static void add_parent(const gp_applying *a, int version, const cJSON *node)
{
    uint32_t symbol = gp_symbol_in_new(a->sources, version, node->valuestring);
    if (symbol != GP_NONE && gp_kind_applied(a, symbol) == GP_EDIT_CAPABILITY)
        gp_add_id(a, version, "parent", node);
}

static void list_levels(const cJSON *list, const cJSON *out[GP_LEVEL_MAX + 1])
{
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        const cJSON *level = cJSON_GetObjectItemCaseSensitive(entry, "level");
        int number = cJSON_IsNumber(level) ? (int)level->valuedouble : 0;
        if (number >= 1 && number <= GP_LEVEL_MAX) out[number] = entry;
    }
}

/* One entry of `levels`, from both, or from the one that holds. */
static gp_status add_level(const scope *around, uint8_t level, const cJSON *old, const cJSON *new)
{
    const gp_applying *a = around->applying;
    scope s = *around;
    s.level = level;
    if (s.symbol != GP_NONE && (!old || !new)) {
        bool is_new = gp_is_made(a, gp_find_edit(a, s.symbol, level, NULL, NULL));
        s.symbol = GP_NONE;
        old = is_new ? NULL : old;
        new = is_new ? new : NULL;
    }
    if (!old && !new) return GP_OK;
    int version = old ? GP_OLD : GP_NEW;
    gp_spot spot = gp_spot_applied(a, version, old ? old : new);
    gp_open_node(a->tree, '{', spot);
    GP_TRY(gp_join_members(a->records->job, &gp_level_kind, old, new, add_member, &s));
    gp_close_node(a->tree);
    return GP_OK;
}

static gp_status add_levels(const scope *s, const cJSON *old, const cJSON *new)
{
    const gp_applying *a = s->applying;
    const cJSON *levels[GP_VERSIONS][GP_LEVEL_MAX + 1] = {{NULL}};
    int version = old ? GP_OLD : GP_NEW;
    gp_spot spot = gp_spot_applied(a, version, old ? old : new);
    list_levels(old, levels[GP_OLD]);
    list_levels(new, levels[GP_NEW]);
    gp_add_its_key(a, version, "levels", old ? old : new);
    gp_open_node(a->tree, '[', spot);
    for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++)
        GP_TRY(add_level(s, level, levels[GP_OLD][level], levels[GP_NEW][level]));
    gp_close_node(a->tree);
    return GP_OK;
}

static gp_status add_member(void *object, const gp_key *key, const char *name, const cJSON *old,
                            const cJSON *new)
{
    const scope *s = object;
    const gp_applying *a = s->applying;
    if (!key) return GP_OK; /* the user's own: no portfolio holds it */
    if (key->read == gp_read_requires) {
        gp_apply_requires(a, s->symbol, s->level, old, new);
        return GP_OK;
    }
    if (!s->outer && strcmp(name, "levels") == 0) return add_levels(s, old, new);
    const gp_record_kind *inner = s->outer ? NULL : gp_inner_kind(key);
    if (inner && cJSON_IsObject(old) && cJSON_IsObject(new))
        return add_inner(s, inner, name, old, new);
    bool is_new = s->symbol == GP_NONE;
    if (!is_new) {
        const char *outer = s->outer ? s->outer : name;
        is_new = gp_is_made(a, gp_find_edit(a, s->symbol, s->level, outer, s->outer ? name : NULL));
    } else {
        is_new = !old;
    }
    const cJSON *node = is_new ? new : old;
    int version = is_new ? GP_NEW : GP_OLD;
    if (!node) return GP_OK;
    if (!s->outer && !s->level && strcmp(name, "id") == 0)
        gp_add_id(a, version, name, node);
    else if (strcmp(name, "parent") == 0 && cJSON_IsString(node))
        add_parent(a, version, node);
    else
        gp_add_copy(a, version, name, node);
    return GP_OK;
}

/* ---- records ---- */

gp_status gp_emit_applied(const gp_applying *a, uint32_t symbol)
{
    const gp_pair *pair = gp_pair_of(a->sources, symbol);
    const cJSON *old = pair->records[GP_OLD], *new = pair->records[GP_NEW];
    uint8_t kind = gp_kind_applied(a, symbol);
    scope s = {.applying = a, .symbol = symbol};
    if (!kind) return GP_OK;
    if (!old || !new || pair->kinds[GP_OLD] != pair->kinds[GP_NEW]) {
        bool is_new = gp_is_made(a, gp_find_edit(a, symbol, 0, NULL, NULL));
        s.symbol = GP_NONE;
        old = is_new ? NULL : old;
        new = is_new ? new : NULL;
    }
    bool is_capability = kind == GP_EDIT_CAPABILITY;
    gp_start_tree(a->tree);
    gp_spot spot = gp_spot_applied(a, old ? GP_OLD : GP_NEW, old ? old : new);
    gp_open_node(a->tree, '{', spot);
    GP_TRY(gp_join_members(a->records->job,
                           is_capability ? &gp_capability_kind : &gp_intervention_kind, old, new,
                           add_member, &s));
    gp_close_node(a->tree);
    return gp_emit(a->records, is_capability ? "capabilities" : "interventions", a->tree);
}
