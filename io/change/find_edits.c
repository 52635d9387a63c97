/* SPDX-License-Identifier: MIT
 * Finds what differs between two documents: records match by id, in one walk over either; what is
 * written alike in both is not looked at key by key. What comes out is in an order of its own, so
 * neither the order of records and keys nor the format of a file makes any difference. */
#include "groeipad/io.h"
#include "io/change/edits.h"
#include "io/change/meaning.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

static int compare_ids(const char *a, const char *b)
{
    if (!a || !b) return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static int compare_rows(const void *left, const void *right)
{
    const gp_edit_row *a = left, *b = right;
    int order = (int)a->edit.kind - (int)b->edit.kind;
    if (order == 0) order = compare_ids(a->edit.id, b->edit.id);
    if (order == 0) order = (a->rank > b->rank) - (a->rank < b->rank);
    if (order == 0) order = compare_ids(a->order, b->order);
    if (order == 0) order = (int)b->edit.what - (int)a->edit.what; /* a renaming first */
    if (order == 0) order = compare_ids(a->edit.old_value, b->edit.old_value);
    return order ? order : compare_ids(a->edit.new_value, b->edit.new_value);
}

static gp_status compare_records(gp_edit_sources *sources)
{
    for (uint32_t symbol = 0; symbol < sources->pairs.count; symbol++) {
        const gp_pair *pair = gp_pair_of(sources, symbol);
        if (!pair->records[GP_OLD] && !pair->records[GP_NEW]) continue; /* renamed */
        bool is_same = pair->kinds[GP_OLD] == pair->kinds[GP_NEW] &&
                       gp_is_same_tree(pair->records[GP_OLD], pair->records[GP_NEW]);
        if (is_same) continue;
        if (!gp_push(sources->job, &sources->touched, &symbol, 1))
            return gp_no_memory(sources->job);
        GP_TRY(gp_compare_pair(sources, symbol));
    }
    return GP_OK;
}

/* ---- what a part of the edits is made from ---- */

typedef struct position {
    const char *list; /* NULL: interventions and capabilities */
    uint32_t at;
    uint32_t number;
} position;

static int compare_positions(const void *left, const void *right)
{
    const position *a = left, *b = right;
    int order = compare_ids(a->list, b->list);
    if (order) return order;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static gp_status order_touched(gp_edit_sources *sources)
{
    uint32_t *symbols = sources->touched.data;
    size_t count = sources->touched.count;
    position *positions = GP_NEW(sources->job, position, count);
    if (!positions) return gp_no_memory(sources->job);
    for (size_t i = 0; i < count; i++)
        positions[i] = (position){NULL, gp_pair_of(sources, symbols[i])->position, symbols[i]};
    if (count > 1) qsort(positions, count, sizeof *positions, compare_positions);
    for (size_t i = 0; i < count; i++) symbols[i] = positions[i].number;
    return GP_OK;
}

static int compare_nodes(const void *left, const void *right)
{
    int a = (*(const cJSON *const *)left)->valueint, b = (*(const cJSON *const *)right)->valueint;
    return (a > b) - (a < b);
}

/* The edits of each record side by side. */
static gp_status file_by_record(gp_edit_sources *sources, size_t count)
{
    uint32_t *filed = GP_NEW(sources->job, uint32_t, count), first = 0;
    if (!filed) return gp_no_memory(sources->job);
    for (size_t i = 0; i < count; i++)
        if (sources->origins[i].symbol != GP_NONE)
            gp_pair_of(sources, sources->origins[i].symbol)->edit_count++;
    for (uint32_t symbol = 0; symbol < sources->pairs.count; symbol++) {
        gp_pair *pair = gp_pair_of(sources, symbol);
        pair->first_edit = first;
        first += pair->edit_count;
        pair->edit_count = 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (sources->origins[i].symbol == GP_NONE) continue;
        gp_pair *pair = gp_pair_of(sources, sources->origins[i].symbol);
        filed[pair->first_edit + pair->edit_count++] = i;
    }
    sources->by_record = filed;
    return GP_OK;
}

static gp_status file_by_list(gp_edit_sources *sources, size_t count)
{
    position *positions = GP_NEW(sources->job, position, count);
    uint32_t *filed = GP_NEW(sources->job, uint32_t, count), kept = 0;
    if (!positions || !filed) return gp_no_memory(sources->job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_edit_origin *origin = &sources->origins[i];
        if (origin->list && origin->records[GP_OLD])
            positions[kept++] = (position){origin->list, origin->position, i};
    }
    if (kept > 1) qsort(positions, kept, sizeof *positions, compare_positions);
    for (uint32_t i = 0; i < kept; i++) filed[i] = positions[i].number;
    sources->by_list = filed;
    sources->by_list_count = kept;
    return GP_OK;
}

static int compare_edited(const void *left, const void *right)
{
    int a = ((const gp_edited_entry *)left)->node->valueint;
    int b = ((const gp_edited_entry *)right)->node->valueint;
    return (a > b) - (a < b);
}

static gp_status file_entries(gp_edit_sources *sources, const gp_edit *edits, size_t count)
{
    uint32_t entries = 0;
    for (size_t i = 0; i < count; i++)
        if (edits[i].require_count) entries += sources->origins[i].counts[GP_OLD];
    gp_edited_entry *edited = GP_NEW(sources->job, gp_edited_entry, entries);
    if (!edited) return gp_no_memory(sources->job);
    entries = 0;
    for (uint32_t i = 0; i < count; i++) {
        const gp_edit_origin *origin = &sources->origins[i];
        for (uint32_t k = 0; edits[i].require_count && k < origin->counts[GP_OLD]; k++)
            edited[entries++] = (gp_edited_entry){origin->nodes[GP_OLD][k], i};
    }
    if (entries > 1) qsort(edited, entries, sizeof *edited, compare_edited);
    sources->edited = edited;
    sources->edited_count = entries;
    return GP_OK;
}

static gp_status file(gp_edit_sources *sources, const gp_edit *edits, size_t count)
{
    if (sources->went.count > 1)
        qsort(sources->went.data, sources->went.count, sizeof(const cJSON *), compare_nodes);
    GP_TRY(order_touched(sources));
    GP_TRY(file_by_record(sources, count));
    GP_TRY(file_entries(sources, edits, count));
    return file_by_list(sources, count);
}

/* Puts them in order, and apart: what is told of an edit, and what it was made from. */
static gp_status finish(gp_edit_sources *sources, const gp_edits **out)
{
    size_t count = sources->rows.count;
    gp_edit_row *rows = sources->rows.data;
    gp_edits *made = GP_NEW(sources->job, gp_edits, 1);
    gp_edit *edits = GP_NEW(sources->job, gp_edit, count);
    gp_edit_origin *origins = GP_NEW(sources->job, gp_edit_origin, count);
    if (!made || !edits || !origins) return gp_no_memory(sources->job);
    if (count > 1) qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < count; i++) {
        edits[i] = rows[i].edit;
        origins[i] = rows[i].origin;
    }
    sources->origins = origins;
    *made = (gp_edits){edits, (uint32_t)count, sources};
    GP_TRY(file(sources, edits, count));
    *out = made;
    return GP_OK;
}

static void free_common(void *object)
{
    gp_common_draft *common = object;
    gp_job_free(common->job);
    pthread_mutex_destroy(&common->lock);
}

static gp_status start_common(gp_edit_sources *sources)
{
    gp_common_draft *common = GP_NEW(sources->job, gp_common_draft, 1);
    if (!common) return gp_no_memory(sources->job);
    pthread_mutex_init(&common->lock, NULL);
    gp_status status = gp_defer(sources->job, free_common, common);
    if (status != GP_OK) pthread_mutex_destroy(&common->lock);
    sources->common = common;
    return status;
}

gp_status gp_find_edits(gp_job *job, const gp_document *old, const gp_document *new,
                        const gp_edits **out)
{
    gp_edit_sources *sources = GP_NEW(job, gp_edit_sources, 1);
    if (!sources) return gp_no_memory(job);
    sources->job = job;
    sources->documents[GP_OLD] = old;
    sources->documents[GP_NEW] = new;
    gp_init_names(&sources->ids, job);
    sources->pairs.size = sizeof(gp_pair);
    sources->rows.size = sizeof(gp_edit_row);
    sources->touched.size = sizeof(uint32_t);
    sources->went.size = sizeof(const cJSON *);
    GP_TRY(start_common(sources));
    GP_TRY(gp_pair_records(sources));
    GP_TRY(gp_find_renames(sources));
    GP_TRY(gp_compare_settings(sources));
    GP_TRY(compare_records(sources));
    GP_TRY(gp_compare_lists(sources));
    return finish(sources, out);
}
