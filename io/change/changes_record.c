/* SPDX-License-Identifier: MIT
 * A record in a file of changes: its id, and what of it is another. */
#include "io/change/changes.h"
#include "io/change/meaning.h"

#include <cjson/cJSON.h>

typedef struct scope {
    gp_changes_writer *writer;
    uint32_t symbol;
    uint8_t level;
    uint8_t way;
} scope;

static const gp_edit_origin *origin_of(const scope *s, uint32_t index, const gp_edit **edit)
{
    uint32_t number = s->writer->sources->by_record[index];
    *edit = &s->writer->edits->edits[number];
    return &s->writer->sources->origins[number];
}

static const cJSON *node(const gp_edit_origin *origin, int version)
{
    return origin->counts[version] ? origin->nodes[version][0] : NULL;
}

static bool is_own(const gp_edit_origin *origin)
{
    return !origin->inner && strncmp(origin->outer, "x-", 2) == 0;
}

/* The keys of the record, or of an entry of its levels; those in one object together. */
static void write_keys(const scope *s)
{
    gp_json *json = &s->writer->json;
    const gp_pair *pair = gp_pair_of(s->writer->sources, s->symbol);
    const char *open = NULL;
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        const gp_edit *edit;
        const gp_edit_origin *origin = origin_of(s, i, &edit);
        if (edit->require_count || !origin->outer || origin->level != s->level) continue;
        bool is_within = open && origin->inner && strcmp(open, origin->outer) == 0;
        if (open && !is_within) gp_json_close(json, '}');
        if (!is_within) gp_write_own_key(json, origin->outer);
        if (origin->inner && !is_within) gp_json_open(json, '{');
        open = origin->inner ? origin->outer : NULL;
        if (origin->inner) gp_write_own_key(json, origin->inner);
        if (is_own(origin) && node(origin, GP_NEW)) /* taken out before */
            gp_write_value(json, node(origin, GP_NEW));
        else
            gp_write_patch(json, node(origin, GP_OLD), node(origin, GP_NEW));
    }
    if (open) gp_json_close(json, '}');
}

/* An entry that asks something else of the same record: "b" is {"id": "b"}. */
static void write_requirement(gp_json *json, const cJSON *old, const cJSON *new)
{
    const cJSON *id = cJSON_IsObject(new) ? cJSON_GetObjectItemCaseSensitive(new, "id") : new;
    gp_json_open(json, '{');
    gp_write_own_key(json, "id");
    gp_write_value(json, id);
    for (const cJSON *member = cJSON_IsObject(new) ? new->child : NULL; member;
         member = member->next) {
        if (member == id) continue;
        gp_write_own_key(json, member->string);
        gp_write_value(json, member);
    }
    for (const cJSON *member = cJSON_IsObject(old) ? old->child : NULL; member;
         member = member->next) {
        bool is_kept =
            strcmp(member->string, "id") == 0 ||
            (cJSON_IsObject(new) && cJSON_GetObjectItemCaseSensitive(new, member->string));
        if (is_kept) continue;
        gp_write_own_key(json, member->string);
        gp_json_null(json);
    }
    gp_json_close(json, '}');
}

static void write_requires(const scope *s)
{
    gp_json *json = &s->writer->json;
    const gp_pair *pair = gp_pair_of(s->writer->sources, s->symbol);
    bool is_open = false;
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        const gp_edit *edit;
        const gp_edit_origin *origin = origin_of(s, i, &edit);
        if (!edit->require_count || origin->level != s->level) continue;
        if (!origin->counts[GP_NEW]) continue;
        if (!is_open) {
            gp_json_key(json, "requires");
            gp_json_open(json, '[');
        }
        is_open = true;
        if (origin->counts[GP_OLD])
            write_requirement(json, node(origin, GP_OLD), node(origin, GP_NEW));
        else
            gp_write_value(json, node(origin, GP_NEW));
    }
    if (is_open) gp_json_close(json, ']');
}

static const cJSON *member_of(const scope *s, const char *key)
{
    const gp_pair *pair = gp_pair_of(s->writer->sources, s->symbol);
    return cJSON_GetObjectItemCaseSensitive(pair->records[GP_NEW], key);
}

/* One level: an entry that came, or what differs in one. */
static void write_level(scope s, bool *is_open)
{
    gp_json *json = &s.writer->json;
    const gp_pair *pair = gp_pair_of(s.writer->sources, s.symbol);
    const cJSON *whole = NULL;
    bool is_edited = false;
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        const gp_edit *edit;
        const gp_edit_origin *origin = origin_of(&s, i, &edit);
        if (origin->level != s.level) continue;
        is_edited = is_edited || !edit->require_count || origin->counts[GP_NEW];
        if (!edit->require_count && !origin->outer) whole = node(origin, GP_NEW);
    }
    if (!is_edited) return;
    if (!*is_open) {
        gp_json_key(json, "levels");
        gp_json_open(json, '[');
    }
    *is_open = true;
    if (whole) {
        gp_write_value(json, whole);
        return;
    }
    gp_json_open(json, '{');
    gp_json_add_number(json, "level", s.level);
    write_keys(&s);
    write_requires(&s);
    gp_json_close(json, '}');
}

static void write_anew(const scope *s, const char *key)
{
    const cJSON *value = member_of(s, key);
    if (!value) return;
    gp_json_key(&s->writer->json, key);
    gp_write_value(&s->writer->json, value);
}

static bool has_key_edit(const scope *s, const char *key)
{
    const gp_pair *pair = gp_pair_of(s->writer->sources, s->symbol);
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        const gp_edit *edit;
        const gp_edit_origin *origin = origin_of(s, i, &edit);
        if (!origin->level && origin->outer && strcmp(origin->outer, key) == 0) return true;
    }
    return false;
}

static void write_record(scope s)
{
    gp_json *json = &s.writer->json;
    gp_json_line(json);
    const gp_pair *pair = gp_pair_of(s.writer->sources, s.symbol);
    if (s.way & GP_WAY_WHOLE) {
        gp_write_value(json, pair->records[GP_NEW]);
        return;
    }
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", gp_name(&s.writer->sources->ids, s.symbol));
    write_keys(&s);
    if (s.way & GP_WAY_PARENT && !has_key_edit(&s, "parent")) write_anew(&s, "parent");
    if (s.way & GP_WAY_REQUIRES)
        write_anew(&s, "requires");
    else
        write_requires(&s);
    if (s.way & GP_WAY_LEVELS) {
        write_anew(&s, "levels");
    } else {
        bool is_open = false;
        for (s.level = 1; s.level <= GP_LEVEL_MAX; s.level++) write_level(s, &is_open);
        if (is_open) gp_json_close(json, ']');
    }
    gp_json_close(json, '}');
}

void gp_write_changed_records(gp_changes_writer *w, uint8_t kind)
{
    bool is_open = false;
    for (uint32_t i = 0; i < w->count; i++) {
        scope s = {.writer = w, .symbol = w->symbols[i], .way = w->ways[w->symbols[i]]};
        const gp_pair *pair = gp_pair_of(w->sources, s.symbol);
        if (!pair->records[GP_NEW] || pair->kinds[GP_NEW] != kind) continue;
        if (!is_open) {
            gp_json_line(&w->json);
            gp_json_key(&w->json, kind == GP_EDIT_CAPABILITY ? "capabilities" : "interventions");
            gp_json_open(&w->json, '[');
        }
        is_open = true;
        write_record(s);
    }
    if (is_open) gp_json_close(&w->json, ']');
}
