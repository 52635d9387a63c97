/* SPDX-License-Identifier: MIT
 * What a file of changes takes out, in the order in which it is taken out: requirements and keys
 * before the records that they name. */
#include "io/change/changes.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

/* Would a target that begins with this id, without quotes, be read as something else? */
static bool wants_quotes(const char *id)
{
    static const char odd[] = " .[]|@=\"\\";
    if (!*id || strpbrk(id, odd) || strstr(id, "->")) return true;
    for (const unsigned char *c = (const unsigned char *)id; *c; c++)
        if (*c < 0x21 || *c > 0x7E) return true;
    for (size_t i = 0; i < gp_top_kind.count; i++)
        if (strcmp(gp_top_kind.keys[i].name, id) == 0) return true;
    return strncmp(id, "x-", 2) == 0 || strcmp(id, "measures") == 0;
}

static void add_id(gp_buffer *target, const char *id)
{
    gp_json json = {.buffer = target};
    if (wants_quotes(id))
        gp_json_text(&json, id);
    else
        gp_add_text(target, id);
}

typedef struct drops {
    gp_job *job;
    gp_changes_writer *writer;
    gp_buffer *target; /* the one that is made */
    uint32_t count;
} drops;

/* Writes the target that was made. */
static gp_status put(drops *d)
{
    const char *text;
    size_t size;
    gp_json *json = &d->writer->json;
    GP_TRY(gp_finish_buffer(d->target, &text, &size));
    if (d->count++ == 0) {
        gp_json_line(json);
        gp_json_key(json, "drop");
        gp_json_open(json, '[');
    }
    gp_json_text(json, text);
    d->target->bytes.count = 0;
    return GP_OK;
}

static gp_status drop_key(drops *d, const char *id, const char *key)
{
    add_id(d->target, id);
    gp_add_text(d->target, ".");
    if (strpbrk(key, " .[]|@=\"\\") || strstr(key, "->"))
        add_id(d->target, key);
    else
        gp_add_text(d->target, key);
    return put(d);
}

/* By the id that OLD has for it. */
static gp_status drop_requirement(drops *d, const char *id, const gp_edit *edit, const cJSON *entry)
{
    const char *target = cJSON_IsString(entry) ? entry->valuestring : gp_text_of(entry, "id");
    add_id(d->target, id);
    if (edit->key) {
        gp_add_text(d->target, ".");
        gp_add_text(d->target, edit->key);
    }
    gp_add_text(d->target, "->");
    add_id(d->target, target);
    return put(d);
}

static bool has(const cJSON *record, const char *key)
{
    return record && cJSON_GetObjectItemCaseSensitive(record, key);
}

/* An object of the user's own that becomes another: merged, the two would be one. */
static bool is_own_object(const gp_edit_origin *origin)
{
    return origin->outer && !origin->inner && !origin->level &&
           strncmp(origin->outer, "x-", 2) == 0 && origin->counts[GP_OLD] &&
           origin->counts[GP_NEW] && cJSON_IsObject(origin->nodes[GP_OLD][0]) &&
           cJSON_IsObject(origin->nodes[GP_NEW][0]);
}

static gp_status drop_of_record(drops *d, uint32_t symbol)
{
    const gp_changes_writer *w = d->writer;
    const gp_pair *pair = gp_pair_of(w->sources, symbol);
    const cJSON *old = pair->records[GP_OLD];
    const char *id = gp_name(&w->sources->ids, symbol);
    uint8_t way = w->ways[symbol];
    if (!old || way & (GP_WAY_WHOLE | GP_WAY_DROPPED)) return GP_OK;
    if (way & GP_WAY_REQUIRES && has(old, "requires")) GP_TRY(drop_key(d, id, "requires"));
    if (way & GP_WAY_LEVELS && has(old, "levels")) GP_TRY(drop_key(d, id, "levels"));
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        uint32_t number = w->sources->by_record[i];
        const gp_edit *edit = &w->edits->edits[number];
        const gp_edit_origin *origin = &w->sources->origins[number];
        bool is_told = way & (origin->level ? GP_WAY_LEVELS : GP_WAY_REQUIRES);
        if (edit->require_count && edit->what == GP_EDIT_REMOVED && !is_told)
            GP_TRY(drop_requirement(d, id, edit, origin->nodes[GP_OLD][0]));
        if (is_own_object(origin)) GP_TRY(drop_key(d, id, origin->outer));
    }
    return GP_OK;
}

/* OLD's record: one that went, or comes back as another. */
static gp_status drop_record(drops *d, uint32_t symbol)
{
    if (!(d->writer->ways[symbol] & GP_WAY_DROPPED)) return GP_OK;
    add_id(d->target, gp_name(&d->writer->sources->ids, symbol));
    return put(d);
}

static gp_status drop_list(drops *d, const char *name)
{
    const gp_edit_sources *sources = d->writer->sources;
    if (!gp_is_list_anew(d->writer, name)) return GP_OK;
    if (!cJSON_GetObjectItemCaseSensitive(sources->documents[GP_OLD]->top, name)) return GP_OK;
    gp_add_text(d->target, name);
    return put(d);
}

static gp_status drop_settings(drops *d)
{
    const gp_changes_writer *w = d->writer;
    for (uint32_t i = 0; i < w->edits->count && w->edits->edits[i].kind == GP_EDIT_SETTING; i++) {
        if (!is_own_object(&w->sources->origins[i])) continue;
        gp_add_text(d->target, w->sources->origins[i].outer);
        GP_TRY(put(d));
    }
    return GP_OK;
}

gp_status gp_write_drops(gp_job *job, gp_changes_writer *w)
{
    drops d = {.job = job, .writer = w, .target = gp_new_buffer(job)};
    if (!d.target) return gp_no_memory(job);
    GP_TRY(drop_settings(&d));
    for (uint32_t i = 0; i < w->count; i++) GP_TRY(drop_of_record(&d, w->symbols[i]));
    for (uint32_t i = 0; i < w->count; i++) GP_TRY(drop_record(&d, w->symbols[i]));
    for (size_t i = 0; i < GP_OTHER_LISTS; i++) GP_TRY(drop_list(&d, gp_other_lists[i]));
    if (d.count) gp_json_close(&w->json, ']');
    return GP_OK;
}
