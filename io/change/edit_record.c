/* SPDX-License-Identifier: MIT
 * What differs between a record in one version and in the other: key by key, as its table says. In
 * the objects of a planning, of aspects and so on each key is a difference of its own where both
 * have the object, and so it is in the entries of `levels`, which match by level. */
#include "io/change/edits.h"
#include "io/change/meaning.h"
#include "io/change/members.h"
#include "io/change/named_ids.h"

#include <cjson/cJSON.h>

#define OWN_KEY 99u /* its place among the rows of a table: after all of them */

/* Where a visit is: in a record or the settings, or in an object within. */
typedef struct scope {
    gp_edit_sources *sources;
    gp_edit_row row;    /* of the edits to come */
    const char *prefix; /* of their keys: "planning.", "levels[2]."; "" */
    const char *outer;  /* the key that the object stands under; NULL: at the top */
    uint32_t base;      /* of ranks */
    uint32_t unit;      /* by which a row differs from the next */
    const gp_record_kind *kind;
    unsigned dates; /* gp_input_part: a key that leaves it known moves no date; 0: no key
                     * does */
} scope;

static const char *join(gp_job *job, const char *left, const char *right)
{
    gp_buffer *buffer = gp_new_buffer(job);
    const char *text;
    size_t size;
    if (!buffer) return NULL;
    gp_add_text(buffer, left);
    gp_add_text(buffer, right);
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static gp_status visit(void *object, const gp_key *row, const char *name, const cJSON *old,
                       const cJSON *new);

/* Both have an object under the key. */
static gp_status compare_inner(const scope *around, const gp_edit_row *row,
                               const gp_record_kind *kind, const char *name, const cJSON *old,
                               const cJSON *new)
{
    gp_job *job = around->sources->job;
    scope s = *around;
    s.row = *row;
    s.outer = name;
    s.base = row->rank;
    s.unit = 1;
    s.kind = kind;
    const char *key = join(job, around->prefix, name);
    s.prefix = key ? join(job, key, ".") : NULL;
    if (!s.prefix) return gp_no_memory(job);
    return gp_join_members(job, kind, old, new, visit, &s);
}

static gp_status compare_values(const scope *s, const gp_key *key, gp_edit_row row,
                                const char *name, const cJSON *old, const cJSON *new)
{
    gp_job *job = s->sources->job;
    const char *meanings[GP_VERSIONS];
    if (gp_is_same_tree(old, new)) return GP_OK;
    GP_TRY(gp_copy_meaning(job, key, old, &meanings[GP_OLD]));
    GP_TRY(gp_copy_meaning(job, key, new, &meanings[GP_NEW]));
    if (strcmp(meanings[GP_OLD], meanings[GP_NEW]) == 0) return GP_OK;
    row.edit.key = join(job, s->prefix, name);
    if (!row.edit.key) return gp_no_memory(job);
    row.order = row.edit.key;
    row.origin.outer = s->outer ? s->outer : name;
    row.origin.inner = s->outer ? name : NULL;
    return gp_add_node_edit(s->sources, row, old, new);
}

/* ---- levels ---- */

static void list_levels(const cJSON *list, const cJSON *out[GP_LEVEL_MAX + 1])
{
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        const cJSON *level = cJSON_GetObjectItemCaseSensitive(entry, "level");
        int number = cJSON_IsNumber(level) ? (int)level->valuedouble : 0;
        if (number >= 1 && number <= GP_LEVEL_MAX) out[number] = entry;
    }
}

static gp_status compare_level(const scope *around, uint8_t level, const cJSON *old,
                               const cJSON *new)
{
    static const char *const keys[] = {"",          "levels[1]", "levels[2]",
                                       "levels[3]", "levels[4]", "levels[5]"};
    static const char *const prefixes[] = {"",           "levels[1].", "levels[2].",
                                           "levels[3].", "levels[4].", "levels[5]."};
    scope s = *around;
    if ((!old && !new) || (old && new &&gp_is_same_tree(old, new))) return GP_OK;
    s.row.edit.kind = GP_EDIT_LEVEL;
    s.row.origin.level = level;
    s.base = s.row.rank = level * 10000u;
    s.prefix = prefixes[level];
    s.kind = &gp_level_kind;
    s.unit = 100;
    if (old && new) return gp_join_members(s.sources->job, s.kind, old, new, visit, &s);
    s.row.edit.key = s.row.order = keys[level];
    s.row.edit.matters = true;
    return gp_add_node_edit(s.sources, s.row, old, new);
}

static gp_status compare_levels(const scope *s, const cJSON *old, const cJSON *new)
{
    const cJSON *levels[GP_VERSIONS][GP_LEVEL_MAX + 1] = {{NULL}};
    list_levels(old, levels[GP_OLD]);
    list_levels(new, levels[GP_NEW]);
    for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++)
        GP_TRY(compare_level(s, level, levels[GP_OLD][level], levels[GP_NEW][level]));
    return GP_OK;
}

/* ---- keys ---- */

static bool is_identity(const scope *s, const gp_key *row)
{
    if (!row || s->outer) return false;
    if (s->kind == &gp_level_kind) return strcmp(row->name, "level") == 0;
    if (s->kind == &gp_correlation_kind) return strcmp(row->name, "ids") == 0;
    return strcmp(row->name, "id") == 0;
}

static bool matters(const scope *s, const gp_key *row)
{
    return row && s->dates && (s->outer ? s->row.edit.matters : !(row->leaves & s->dates));
}

/* A parent that is called something else now is the same one; one that is gone took this with it.
 */
static bool is_same_parent(const gp_edit_sources *sources, const cJSON *old, const cJSON *new)
{
    if (!cJSON_IsString(old)) return false;
    const char *id = gp_id_in_new(sources, GP_OLD, old->valuestring);
    if (cJSON_IsString(new)) return strcmp(id, new->valuestring) == 0;
    uint32_t symbol = gp_symbol_in_new(sources, GP_NEW, id);
    return !new &&symbol != GP_NONE && !gp_pair_of(sources, symbol)->records[GP_NEW];
}

/* Do two lists name the same records, whatever they are called? */
static gp_status is_same_set(const scope *s, const cJSON *old, const cJSON *new, bool *is_same)
{
    const char *names[GP_VERSIONS];
    GP_TRY(gp_name_list(s->sources->job, old, s->sources, GP_OLD, &names[GP_OLD]));
    GP_TRY(gp_name_list(s->sources->job, new, s->sources, GP_NEW, &names[GP_NEW]));
    *is_same = names[GP_OLD] && names[GP_NEW] && strcmp(names[GP_OLD], names[GP_NEW]) == 0;
    return GP_OK;
}

/* Only how the duration is spread is another: no date rests on that. */
static gp_status is_spread_alone(const scope *s, const cJSON *old, const cJSON *new, bool *is_so)
{
    const char *likely[GP_VERSIONS] = {gp_likely_text(old), gp_likely_text(new)},
               *meant[GP_VERSIONS];
    size_t size;
    *is_so = false;
    for (int version = 0; version < GP_VERSIONS; version++) {
        gp_buffer *buffer = gp_new_buffer(s->sources->job);
        if (!buffer) return gp_no_memory(s->sources->job);
        if (!likely[version]) return GP_OK;
        gp_add_meant_duration(buffer, likely[version]);
        GP_TRY(gp_finish_buffer(buffer, &meant[version], &size));
    }
    *is_so = strcmp(meant[GP_OLD], meant[GP_NEW]) == 0;
    return GP_OK;
}

static gp_status visit(void *object, const gp_key *key, const char *name, const cJSON *old,
                       const cJSON *new)
{
    const scope *s = object;
    gp_edit_row row = s->row;
    if (is_identity(s, key)) return GP_OK;
    row.edit.matters = matters(s, key);
    if (key && key->read == gp_read_estimate && row.edit.matters) {
        bool is_spread;
        GP_TRY(is_spread_alone(s, old, new, &is_spread));
        row.edit.matters = !is_spread;
    }
    if (key && key->read == gp_read_records) {
        bool is_same;
        GP_TRY(is_same_set(s, old, new, &is_same));
        if (is_same) return GP_OK;
    }
    row.rank = s->base + s->unit * (key ? (uint32_t)(key - s->kind->keys) : OWN_KEY);
    if (key && key->read == gp_read_requires)
        return gp_compare_requires(s->sources, &s->row, old, new);
    if (key && !s->outer && strcmp(name, "levels") == 0) return compare_levels(s, old, new);
    if (key && strcmp(name, "parent") == 0 && is_same_parent(s->sources, old, new)) return GP_OK;
    const gp_record_kind *inner = s->outer ? NULL : gp_inner_kind(key);
    if (inner && cJSON_IsObject(old) && cJSON_IsObject(new))
        return compare_inner(s, &row, inner, name, old, new);
    return compare_values(s, key, row, name, old, new);
}

gp_status gp_compare_pair(gp_edit_sources *sources, uint32_t symbol)
{
    const gp_pair *pair = gp_pair_of(sources, symbol);
    const cJSON *old = pair->records[GP_OLD], *new = pair->records[GP_NEW];
    scope s = {.sources = sources, .prefix = "", .unit = 100, .dates = GP_PART_DATES};
    s.row.edit.kind = pair->kinds[new ? GP_NEW : GP_OLD];
    s.row.edit.id = gp_name(&sources->ids, symbol);
    s.row.origin.symbol = symbol;
    if (old && new && pair->kinds[GP_OLD] == pair->kinds[GP_NEW]) {
        bool is_capability = s.row.edit.kind == GP_EDIT_CAPABILITY;
        s.kind = is_capability ? &gp_capability_kind : &gp_intervention_kind;
        return gp_join_members(sources->job, s.kind, old, new, visit, &s);
    }
    s.row.edit.matters = true;
    return gp_add_node_edit(sources, s.row, old, new);
}

gp_status gp_compare_keys(gp_edit_sources *sources, const gp_edit_row *row,
                          const gp_record_kind *kind, const cJSON *old, const cJSON *new)
{
    scope s = {.sources = sources, .row = *row, .prefix = "", .unit = 100, .kind = kind};
    return gp_join_members(sources->job, kind, old, new, visit, &s);
}

/* Which version of the format it is does not count: there is one. */
static gp_status visit_setting(void *object, const gp_key *key, const char *name, const cJSON *old,
                               const cJSON *new)
{
    bool is_list = (key && key->detail) || strcmp(name, "measures") == 0;
    if (is_list || strcmp(name, "groeipad") == 0) return GP_OK;
    return visit(object, key, name, old, new);
}

gp_status gp_compare_settings(gp_edit_sources *sources)
{
    scope s = {.sources = sources,
               .prefix = "",
               .unit = 100,
               .kind = &gp_top_kind,
               .dates = GP_PART_SETTINGS};
    s.row.edit.kind = GP_EDIT_SETTING;
    s.row.origin.symbol = GP_NONE;
    return gp_join_members(sources->job, s.kind, sources->documents[GP_OLD]->top,
                           sources->documents[GP_NEW]->top, visit_setting, &s);
}
