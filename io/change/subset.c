/* SPDX-License-Identifier: MIT
 * Reads OLD with a part of the edits made. What no edit is about went through the tables once, as
 * it lies in the document of OLD, for all variants; each has a copy of that draft. Only the records
 * that some edit is about are composed anew. */
#include "io/change/apply.h"
#include "io/change/meaning.h"
#include "io/change/members.h"
#include "io/change/variant.h"

#include <cjson/cJSON.h>

static bool is_records(const char *name)
{
    return strcmp(name, "interventions") == 0 || strcmp(name, "capabilities") == 0;
}

/* ---- settings ---- */

/* The edit of a key at the top, or within it; they come first of all. GP_NONE: there is none. */
static uint32_t find_setting(const gp_applying *a, uint32_t count, const char *outer,
                             const char *inner)
{
    for (uint32_t i = 0; i < count && a->edits[i].kind == GP_EDIT_SETTING; i++) {
        const gp_edit_origin *origin = &a->sources->origins[i];
        if (strcmp(origin->outer, outer) != 0 || !origin->inner != !inner) continue;
        if (!inner || strcmp(origin->inner, inner) == 0) return i;
    }
    return GP_NONE;
}

typedef struct scope {
    const gp_applying *applying;
    uint32_t count; /* of all edits */
    const char *outer;
} scope;

/* The value that holds, and the version that it is of. NULL: there is none. */
static const cJSON *choose(const scope *s, const char *outer, const char *inner, const cJSON *old,
                           const cJSON *new, int *version)
{
    uint32_t edit = find_setting(s->applying, s->count, outer, inner);
    bool is_new = edit != GP_NONE && s->applying->is_applied[edit];
    *version = is_new ? GP_NEW : GP_OLD;
    return is_new ? new : old;
}

static gp_status add_inner(void *object, const gp_key *key, const char *name, const cJSON *old,
                           const cJSON *new)
{
    const scope *s = object;
    int version;
    const cJSON *node = key ? choose(s, s->outer, name, old, new, &version) : NULL;
    if (node) gp_add_copy(s->applying, version, name, node);
    return GP_OK;
}

static gp_status emit_setting(void *object, const gp_key *key, const char *name, const cJSON *old,
                              const cJSON *new)
{
    scope s = *(const scope *)object;
    const gp_applying *a = s.applying;
    int version;
    if (!key || key->detail) return GP_OK; /* the user's own, and lists */
    const gp_record_kind *inner = gp_inner_kind(key);
    gp_start_tree(a->tree);
    if (inner && cJSON_IsObject(old) && cJSON_IsObject(new)) {
        s.outer = name;
        gp_open_node(a->tree, '{', gp_spot_applied(a, GP_OLD, old));
        GP_TRY(gp_join_members(a->records->job, inner, old, new, add_inner, &s));
        gp_close_node(a->tree);
    } else {
        const cJSON *node = choose(&s, name, NULL, old, new, &version);
        if (!node) return GP_OK;
        gp_add_copy(a, version, NULL, node);
    }
    return gp_emit(a->records, name, a->tree);
}

/* ---- interventions and capabilities ---- */

/* OLD's records of one list that no edit is about; the others come in the order of OLD. */
static gp_status draft_records(gp_records *records, const gp_edit_sources *sources,
                               const cJSON *list, uint32_t *next)
{
    const uint32_t *touched = sources->touched.data;
    const gp_key *row;
    GP_TRY(gp_find_key(records, &gp_top_kind, list->string, (gp_place){0}, &row));
    for (const cJSON *record = list->child; record; record = record->next) {
        bool is_touched = *next < sources->touched.count &&
                          gp_pair_of(sources, touched[*next])->records[GP_OLD] == record;
        if (is_touched)
            ++*next;
        else
            GP_TRY(gp_take_record(records, row, record));
    }
    return GP_OK;
}

static gp_status make_common(gp_job *job, const gp_edit_sources *sources, gp_draft **out)
{
    gp_records *records;
    uint32_t next = 0;
    GP_TRY(gp_start_variant(job, sources->documents[GP_OLD], NULL, &records));
    gp_use_document(records, sources->documents[GP_OLD]);
    for (const cJSON *list = sources->documents[GP_OLD]->top->child; list; list = list->next)
        if (is_records(list->string)) GP_TRY(draft_records(records, sources, list, &next));
    *out = records->draft;
    return GP_OK;
}

/* Variants may be asked for in several threads: the first one makes what they have in common. */
static gp_status use_common(gp_job *job, const gp_edit_sources *sources, gp_draft **out)
{
    gp_common_draft *common = sources->common;
    gp_status status = GP_OK;
    pthread_mutex_lock(&common->lock);
    if (!common->draft) {
        gp_job_free(common->job);
        common->job = gp_job_new();
        status = common->job ? make_common(common->job, sources, &common->draft) : GP_NO_MEMORY;
    }
    pthread_mutex_unlock(&common->lock);
    return status == GP_NO_MEMORY ? gp_no_memory(job)
           : status != GP_OK      ? status
                                  : gp_copy_draft(job, common->draft, out);
}

static gp_status take_all_records(const gp_applying *a)
{
    const gp_array *touched = &a->sources->touched;
    for (size_t i = 0; i < touched->count; i++)
        GP_TRY(gp_emit_applied(a, ((const uint32_t *)touched->data)[i]));
    return GP_OK;
}

/* ---- other lists: no date rests on them ---- */

/* Risks and correlations name records that may not be there yet, or no more, or be called
 * otherwise, and a part of the edits may make measures need each other in a circle: they are NEW's
 * where all edits are made, and else there are none. */
static bool is_for_all(const char *name)
{
    return strcmp(name, "risks") == 0 || strcmp(name, "correlations") == 0 ||
           strcmp(name, "measures") == 0;
}

static gp_status emit_copy(const gp_applying *a, int version, const char *name, const cJSON *node)
{
    gp_start_tree(a->tree);
    gp_add_copy(a, version, NULL, node);
    return gp_emit(a->records, name, a->tree);
}

/* A record of OLD that edits are about: NEW's where one is made. What goes stays until all edits
 * are made: a record that is not edited yet may name it. */
static gp_status emit_edited(const gp_applying *a, const char *name, const cJSON *old,
                             uint32_t *next)
{
    const gp_edit_sources *sources = a->sources;
    bool is_made = false;
    const cJSON *new = NULL;
    for (; *next < sources->by_list_count; ++*next) {
        uint32_t edit = sources->by_list[*next];
        if (sources->origins[edit].records[GP_OLD] != old) break;
        new = sources->origins[edit].records[GP_NEW];
        is_made = is_made || a->is_applied[edit];
    }
    if (is_made && new) return emit_copy(a, GP_NEW, name, new);
    return is_made && a->is_all ? GP_OK : emit_copy(a, GP_OLD, name, old);
}

/* Where the edits of a list begin. */
static uint32_t first_of(const gp_edit_sources *sources, const char *name)
{
    uint32_t first = 0;
    while (first < sources->by_list_count &&
           strcmp(sources->origins[sources->by_list[first]].list, name) != 0)
        first++;
    return first;
}

static gp_status take_list(const gp_applying *a, const cJSON *list)
{
    const gp_edit_sources *sources = a->sources;
    const gp_key *row;
    uint32_t next = first_of(sources, list->string);
    GP_TRY(gp_find_key(a->records, &gp_top_kind, list->string, (gp_place){0}, &row));
    if (!row || !row->detail) return GP_OK;
    gp_use_document(a->records, sources->documents[GP_OLD]);
    for (const cJSON *record = list->child; record; record = record->next) {
        bool is_edited = next < sources->by_list_count &&
                         sources->origins[sources->by_list[next]].records[GP_OLD] == record;
        if (!is_edited) {
            GP_TRY(gp_take_record(a->records, row, record));
            continue;
        }
        GP_TRY(emit_edited(a, list->string, record, &next));
        gp_use_document(a->records, sources->documents[GP_OLD]);
    }
    return GP_OK;
}

static bool is_term(const gp_edit *edit)
{
    return edit->kind >= GP_EDIT_DIMENSION && edit->kind <= GP_EDIT_SCENARIO;
}

/* What comes is there as soon as any edit is made: a record that is edited may name it. */
static gp_status take_added(const gp_applying *a, uint32_t count)
{
    const gp_edit_sources *sources = a->sources;
    for (uint32_t i = 0; i < count; i++) {
        const gp_edit_origin *origin = &sources->origins[i];
        bool is_there = a->is_applied[i] || (a->is_any && is_term(&a->edits[i]));
        if (origin->list && !origin->records[GP_OLD] && is_there && !is_for_all(origin->list))
            GP_TRY(emit_copy(a, GP_NEW, origin->list, origin->records[GP_NEW]));
    }
    return GP_OK;
}

/* Of two versions of which one lists dimensions and one has those of the paper, both are there. */
static gp_status take_paper_dimensions(const gp_applying *a)
{
    size_t count;
    const gp_paper_dimension *eight = gp_paper_dimensions(&count);
    bool has_own = gp_draft_has_term(a->records->draft, GP_DIMENSION, NULL, 0);
    bool has_old =
        cJSON_GetObjectItemCaseSensitive(a->sources->documents[GP_OLD]->top, "dimensions");
    bool has_new =
        cJSON_GetObjectItemCaseSensitive(a->sources->documents[GP_NEW]->top, "dimensions");
    if (!has_own || has_old == has_new || !a->is_any || a->is_all) return GP_OK;
    for (size_t i = 0; i < count; i++) {
        gp_term term = {.id = eight[i].id, .name = eight[i].name[GP_ENGLISH]};
        if (!gp_draft_has_term(a->records->draft, GP_DIMENSION, term.id, strlen(term.id)))
            GP_TRY(gp_draft_term(a->records->draft, GP_DIMENSION, &term));
    }
    return GP_OK;
}

static gp_status take_rest(const gp_applying *a)
{
    for (const cJSON *list = a->sources->documents[GP_NEW]->top->child; list; list = list->next)
        for (const cJSON *record = is_for_all(list->string) ? list->child : NULL; record;
             record = record->next)
            GP_TRY(emit_copy(a, GP_NEW, list->string, record));
    return GP_OK;
}

static gp_status take_lists(const gp_applying *a, uint32_t count)
{
    for (const cJSON *list = a->sources->documents[GP_OLD]->top->child; list; list = list->next)
        if (cJSON_IsArray(list) && !is_records(list->string) && !is_for_all(list->string) &&
            strncmp(list->string, "x-", 2) != 0)
            GP_TRY(take_list(a, list));
    if (a->is_all) GP_TRY(take_rest(a));
    GP_TRY(take_added(a, count));
    return take_paper_dimensions(a);
}

/* ---- all ---- */

/* Finds those of NEW after those of OLD, unless one job read both. */
static gp_status share_sources(gp_job *job, gp_applying *a)
{
    const gp_job *jobs[] = {a->sources->documents[GP_OLD]->job, a->sources->documents[GP_NEW]->job};
    if (jobs[GP_OLD] == jobs[GP_NEW]) return GP_OK;
    a->moved = (uint8_t)gp_source_count(jobs[GP_OLD]);
    for (uint32_t i = gp_source_count(job) - a->moved; i < gp_source_count(jobs[GP_NEW]); i++) {
        uint32_t source = gp_add_source(job, gp_source_name(jobs[GP_NEW], i));
        if (source == GP_NONE) return GP_OK;
        if (gp_is_option(jobs[GP_NEW], i)) gp_mark_option(job, source);
    }
    return GP_OK; /* where there are too many, places are in another file */
}

gp_status gp_read_subset(gp_job *job, const gp_document *old, const gp_edits *edits,
                         const bool *is_applied, const gp_read_options *options,
                         const gp_portfolio **out)
{
    gp_applying a = {.sources = edits->sources,
                     .edits = edits->edits,
                     .is_applied = is_applied,
                     .is_all = true,
                     .tree = gp_new_tree(job)};
    scope s = {.applying = &a, .count = edits->count};
    const gp_document *const *documents = a.sources->documents;
    if (!a.tree) return gp_no_memory(job);
    for (uint32_t i = 0; i < edits->count; i++) {
        a.is_any = a.is_any || is_applied[i];
        a.is_all = a.is_all && is_applied[i];
    }
    GP_TRY(gp_start_variant(job, old, options, &a.records));
    GP_TRY(use_common(job, a.sources, &a.records->draft));
    gp_draft_settings(a.records->draft)->status_date = a.records->status_date;
    GP_TRY(share_sources(job, &a));
    GP_TRY(gp_join_members(job, &gp_top_kind, documents[GP_OLD]->top, documents[GP_NEW]->top,
                           emit_setting, &s));
    GP_TRY(take_lists(&a, edits->count));
    GP_TRY(take_all_records(&a));
    return gp_finish_records(a.records, out);
}
