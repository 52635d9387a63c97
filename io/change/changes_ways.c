/* SPDX-License-Identifier: MIT
 * Settles how each record is changed. A list of requirements in which every entry names one record,
 * and no record twice, is changed entry by entry; any other is taken out and given anew. So is one
 * that still names a record that is taken out, if only to come back: what is required of it goes
 * along with it.
 */
#include "io/change/changes.h"
#include "io/change/meaning.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

typedef struct chooser {
    gp_changes_writer *writer;
    gp_job *job;
} chooser;

static const char *target_of(const cJSON *entry)
{
    return cJSON_IsString(entry) ? entry->valuestring : gp_text_of(entry, "id");
}

/* Is it the id of a record that is taken out, or that comes back as another? */
static bool is_taken_out(const chooser *c, const char *id)
{
    const gp_edit_sources *sources = c->writer->sources;
    uint32_t symbol = id ? gp_find_name(&sources->ids, id, strlen(id)) : GP_NONE;
    if (symbol == GP_NONE) return false;
    bool is_back =
        c->writer->ways[symbol] & GP_WAY_WHOLE && gp_pair_of(sources, symbol)->records[GP_OLD];
    return is_back || c->writer->ways[symbol] & GP_WAY_DROPPED;
}

static int compare_ids(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Does each entry name one record, and each another? */
static gp_status judge_list(const chooser *c, const cJSON *list, bool *is_plain)
{
    size_t count = 0;
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) count++;
    const char **ids = GP_NEW(c->job, const char *, count);
    if (!ids) return gp_no_memory(c->job);
    count = 0;
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        ids[count] = target_of(entry);
        if (!ids[count++]) *is_plain = false;
    }
    if (!*is_plain || count < 2) return GP_OK;
    qsort(ids, count, sizeof *ids, compare_ids);
    for (size_t i = 1; i < count; i++)
        if (strcmp(ids[i - 1], ids[i]) == 0) *is_plain = false;
    return GP_OK;
}

static bool names_taken_out(const chooser *c, const cJSON *list)
{
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        const cJSON *any =
            cJSON_IsObject(entry) ? cJSON_GetObjectItemCaseSensitive(entry, "any") : NULL;
        for (const cJSON *item = any ? any->child : NULL; item; item = item->next)
            if (is_taken_out(c, target_of(item))) return true;
        if (!any && is_taken_out(c, target_of(entry))) return true;
    }
    return false;
}

static const cJSON *list_in(const cJSON *record, const char *key)
{
    return record ? cJSON_GetObjectItemCaseSensitive(record, key) : NULL;
}

/* The `requires` of an entry of `levels`, or of the record itself (level 0). */
static const cJSON *requires_of(const cJSON *record, uint8_t level)
{
    const cJSON *levels = level ? list_in(record, "levels") : NULL;
    if (!level) return list_in(record, "requires");
    for (const cJSON *entry = levels ? levels->child : NULL; entry; entry = entry->next) {
        const cJSON *number = cJSON_GetObjectItemCaseSensitive(entry, "level");
        if (number && (int)number->valuedouble == level) return list_in(entry, "requires");
    }
    return NULL;
}

/* ---- by what is edited ---- */

static gp_status choose_by_edit(const chooser *c, uint32_t number)
{
    gp_changes_writer *w = c->writer;
    const gp_edit *edit = &w->edits->edits[number];
    const gp_edit_origin *origin = &w->sources->origins[number];
    if (origin->symbol == GP_NONE) return GP_OK;
    const gp_pair *pair = gp_pair_of(w->sources, origin->symbol);
    uint8_t *way = &w->ways[origin->symbol];
    bool is_record = !edit->key && !edit->require_count;
    if (is_record && edit->what != GP_EDIT_ADDED && edit->what != GP_EDIT_RENAMED)
        *way |= GP_WAY_DROPPED;
    if (is_record && edit->what != GP_EDIT_REMOVED) *way |= GP_WAY_WHOLE;
    if (edit->kind == GP_EDIT_LEVEL && !origin->outer && edit->what == GP_EDIT_REMOVED)
        *way |= GP_WAY_LEVELS;
    if (edit->what == GP_EDIT_RENAMED) {
        const char *id = gp_text_of(pair->records[GP_OLD], "id");
        w->ways[gp_find_name(&w->sources->ids, id, strlen(id))] |= GP_WAY_DROPPED;
    }
    if (!edit->require_count) return GP_OK;
    bool is_plain = edit->require_count == 1;
    for (int version = 0; version < GP_VERSIONS; version++)
        GP_TRY(judge_list(c, requires_of(pair->records[version], origin->level), &is_plain));
    if (!is_plain) *way |= origin->level ? GP_WAY_LEVELS : GP_WAY_REQUIRES;
    return GP_OK;
}

/* ---- by what is taken out ---- */

static void choose_by_drops(const chooser *c, uint32_t symbol)
{
    const gp_pair *pair = gp_pair_of(c->writer->sources, symbol);
    const cJSON *old = pair->records[GP_OLD], *new = pair->records[GP_NEW];
    uint8_t *way = &c->writer->ways[symbol];
    if (!old || !new || *way & GP_WAY_WHOLE) return;
    if (names_taken_out(c, requires_of(new, 0))) *way |= GP_WAY_REQUIRES;
    for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++)
        if (names_taken_out(c, requires_of(new, level))) *way |= GP_WAY_LEVELS;
    if (is_taken_out(c, gp_text_of(new, "parent"))) *way |= GP_WAY_PARENT;
}

/* ---- other lists ---- */

const char *const gp_other_lists[GP_OTHER_LISTS] = {"dimensions", "segments",     "situations",
                                                    "scenarios",  "measurements", "measures",
                                                    "risks",      "correlations"};

/* A record that is taken out, if only to come back, takes itself out of these. */
static bool loses_records(const gp_changes_writer *w, const char *name)
{
    bool is_of_risks = strcmp(name, "risks") == 0 || strcmp(name, "correlations") == 0;
    const cJSON *top = w->sources->documents[GP_OLD]->top;
    const cJSON *list = is_of_risks ? cJSON_GetObjectItemCaseSensitive(top, name) : NULL;
    for (uint32_t symbol = 0; list && list->child && symbol < w->sources->pairs.count; symbol++)
        if (w->ways[symbol] & GP_WAY_DROPPED) return true;
    return false;
}

bool gp_is_list_anew(const gp_changes_writer *w, const char *name)
{
    if (loses_records(w, name)) return true;
    for (uint32_t i = 0; i < w->edits->count; i++) {
        const gp_edit *edit = &w->edits->edits[i];
        const char *list = w->sources->origins[i].list;
        if (!list || strcmp(list, name) != 0) continue;
        bool is_deep = edit->key && (strcmp(edit->key, "mitigated") == 0 || /* objects within it */
                                     strcmp(edit->key, "changes") == 0);
        if (!edit->id || is_deep || (!edit->key && edit->what == GP_EDIT_REMOVED)) return true;
    }
    return false;
}

/* ---- all ---- */

typedef struct known {
    const char *id;
    uint32_t symbol;
} known;

static int compare_known(const void *left, const void *right)
{
    return strcmp(((const known *)left)->id, ((const known *)right)->id);
}

static gp_status list_changed(gp_job *job, gp_changes_writer *w)
{
    size_t all = w->sources->pairs.count;
    known *changed = GP_NEW(job, known, all);
    uint32_t *symbols = GP_NEW(job, uint32_t, all);
    if (!changed || !symbols) return gp_no_memory(job);
    for (uint32_t symbol = 0; symbol < all; symbol++)
        if (w->ways[symbol] || gp_pair_of(w->sources, symbol)->edit_count)
            changed[w->count++] = (known){gp_name(&w->sources->ids, symbol), symbol};
    if (w->count > 1) qsort(changed, w->count, sizeof *changed, compare_known);
    for (uint32_t i = 0; i < w->count; i++) symbols[i] = changed[i].symbol;
    w->symbols = symbols;
    return GP_OK;
}

gp_status gp_choose_ways(gp_job *job, gp_changes_writer *w)
{
    chooser c = {.writer = w, .job = job};
    bool has_drops = false;
    w->ways = GP_NEW(job, uint8_t, w->sources->pairs.count);
    if (!w->ways) return gp_no_memory(job);
    for (uint32_t i = 0; i < w->edits->count; i++) GP_TRY(choose_by_edit(&c, i));
    for (uint32_t i = 0; i < w->sources->pairs.count; i++)
        has_drops = has_drops || w->ways[i] & GP_WAY_DROPPED;
    for (uint32_t i = 0; has_drops && i < w->sources->pairs.count; i++) choose_by_drops(&c, i);
    return list_changed(job, w);
}
