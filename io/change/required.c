/* SPDX-License-Identifier: MIT
 * Reads entries of `requires` for comparing: "b" asks the same as {"id": "b"}, and as {"id": "b",
 * "level": 1}; what stands around an `any` holds for each alternative that says nothing else. */
#include "io/change/required.h"
#include "io/change/meaning.h"
#include "io/change/members.h"
#include "io/json/json_compact.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

typedef struct reading {
    gp_edit_sources *sources;
    int version;
    bool is_capability; /* what requires them */
} reading;

static const char *finish(gp_buffer *buffer)
{
    const char *text;
    size_t size;
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

/* The value that holds for an alternative: its own, or that of the entry around it. */
static const cJSON *find(const cJSON *alternative, const cJSON *around, const char *key)
{
    const cJSON *own =
        cJSON_IsObject(alternative) ? cJSON_GetObjectItemCaseSensitive(alternative, key) : NULL;
    return own || !around ? own : cJSON_GetObjectItemCaseSensitive(around, key);
}

/* What holds where nothing is said: by live where an intervention requires a capability. What
 * counts is what the target is in NEW: an entry that is no edit stays as it is written in OLD, and
 * has to say there what NEW's says. */
static const char *usual_by(const reading *r, const char *id)
{
    return r->is_capability || gp_is_intervention_in(r->sources, GP_NEW, id) ? "start" : "live";
}

static void add_unless(gp_buffer *buffer, const cJSON *value, const char *usual)
{
    const char *text = value ? value->valuestring : NULL;
    gp_add_text(buffer, text && strcmp(text, usual) != 0 ? text : "");
    gp_add_text(buffer, ";");
}

static bool is_nothing(const char *lag)
{
    gp_duration duration;
    return gp_parse_lag(lag, &duration) && duration.unit == GP_DURATION_CALENDAR &&
           duration.days == 0 && duration.months == 0;
}

/* What the user's own keys of an object say. */
static gp_status add_own(const reading *r, gp_buffer *buffer, const cJSON *object)
{
    gp_members members;
    GP_TRY(gp_list_members(r->sources->job, &gp_requirement_kind, object, &members));
    for (size_t i = 0; i < members.other_count; i++) {
        const char *text;
        if (cJSON_IsNull(members.others[i])) continue;
        GP_TRY(gp_copy_sorted_json(r->sources->job, members.others[i], &text));
        gp_add_text(buffer, members.others[i]->string);
        gp_add_text(buffer, text);
    }
    return GP_OK;
}

static gp_status read_alternative(const reading *r, const cJSON *node, const cJSON *around,
                                  gp_alternative *out, bool *is_read)
{
    const char *id = cJSON_IsString(node) ? node->valuestring : gp_text_of(node, "id");
    gp_buffer *buffer = gp_new_buffer(r->sources->job);
    *is_read = id != NULL;
    if (!buffer) return gp_no_memory(r->sources->job);
    if (!id) return GP_OK;
    const cJSON *level = find(node, around, "level"), *lag = find(node, around, "lag");
    out->id = gp_id_in_new(r->sources, r->version, id);
    gp_add_number(buffer, level ? (int64_t)level->valuedouble : 1);
    gp_add_text(buffer, ";");
    add_unless(buffer, find(around ? around : node, NULL, "by"), usual_by(r, out->id));
    add_unless(buffer, find(node, around, "from"), "ready");
    if (lag && lag->valuestring && !is_nothing(lag->valuestring))
        gp_add_meant_duration(buffer, lag->valuestring);
    GP_TRY(add_own(r, buffer, node));
    out->meaning = finish(buffer);
    return out->meaning ? GP_OK : gp_no_memory(r->sources->job);
}

static int compare_alternatives(const void *left, const void *right)
{
    const gp_alternative *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : strcmp(a->meaning, b->meaning);
}

/* The two texts by which an entry is known. */
static gp_status describe(gp_job *job, gp_required *entry)
{
    gp_buffer *targets = gp_new_buffer(job), *meaning = gp_new_buffer(job);
    if (!targets || !meaning) return gp_no_memory(job);
    for (uint32_t i = 0; i < entry->count; i++) {
        gp_add_text(targets, entry->alternatives[i].id);
        gp_add_text(targets, "\x01");
        gp_add_text(meaning, entry->alternatives[i].meaning);
        gp_add_text(meaning, "\x01");
    }
    gp_add_text(meaning, entry->own);
    entry->targets = finish(targets);
    entry->meaning = finish(meaning);
    return entry->targets && entry->meaning ? GP_OK : gp_no_memory(job);
}

static gp_status read_entry(const reading *r, const cJSON *node, gp_required *out, bool *is_read)
{
    gp_job *job = r->sources->job;
    const cJSON *any = cJSON_IsObject(node) ? cJSON_GetObjectItemCaseSensitive(node, "any") : NULL;
    size_t count = any ? 0 : 1;
    for (const cJSON *item = any ? any->child : NULL; item; item = item->next) count++;
    gp_buffer *own = gp_new_buffer(job);
    *out = (gp_required){.node = node, .alternatives = GP_NEW(job, gp_alternative, count)};
    if (!out->alternatives || !own) return gp_no_memory(job);
    for (const cJSON *item = any ? any->child : node; item; item = any ? item->next : NULL) {
        bool is_one;
        GP_TRY(
            read_alternative(r, item, any ? node : NULL, &out->alternatives[out->count], &is_one));
        out->count += is_one;
    }
    *is_read = out->count > 0;
    if (out->count > 1)
        qsort(out->alternatives, out->count, sizeof *out->alternatives, compare_alternatives);
    if (any) GP_TRY(add_own(r, own, node));
    out->own = finish(own);
    return out->own ? describe(job, out) : gp_no_memory(job);
}

static int compare_entries(const void *left, const void *right)
{
    const gp_required *a = left, *b = right;
    int order = strcmp(a->targets, b->targets);
    if (order == 0) order = strcmp(a->meaning, b->meaning);
    return order
               ? order
               : (a->node->valueint > b->node->valueint) - (a->node->valueint < b->node->valueint);
}

void gp_sort_required(gp_required *entries, uint32_t count)
{
    if (count > 1) qsort(entries, count, sizeof *entries, compare_entries);
}

gp_status gp_list_required(gp_edit_sources *sources, int version, bool is_capability,
                           const cJSON *list, gp_required **out, uint32_t *count)
{
    reading r = {sources, version, is_capability};
    size_t most = 0;
    for (const cJSON *item = list ? list->child : NULL; item; item = item->next) most++;
    gp_required *entries = GP_NEW(sources->job, gp_required, most);
    if (!entries) return gp_no_memory(sources->job);
    *count = 0;
    for (const cJSON *item = list ? list->child : NULL; item; item = item->next) {
        bool is_read;
        GP_TRY(read_entry(&r, item, &entries[*count], &is_read));
        *count += is_read;
    }
    gp_sort_required(entries, *count);
    *out = entries;
    return GP_OK;
}

gp_status gp_strip_required(gp_edit_sources *sources, gp_required *entry)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < entry->count; i++) {
        uint32_t symbol = gp_symbol_in_new(sources, GP_NEW, entry->alternatives[i].id);
        bool is_gone = symbol != GP_NONE && !gp_pair_of(sources, symbol)->records[GP_NEW];
        if (!is_gone) entry->alternatives[kept++] = entry->alternatives[i];
    }
    if (kept == entry->count) return GP_OK;
    entry->count = kept;
    return describe(sources->job, entry);
}
