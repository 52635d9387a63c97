/* SPDX-License-Identifier: MIT
 * Finds what differs between two documents: records match by id, in one walk over either; what is
 * written alike in both is not looked at key by key. What comes out is in an order of its own, so
 * neither the order of records and keys nor the format of a file makes any difference. */
#include "groeipad/io.h"
#include "io/change/edits.h"
#include "io/change/meaning.h"

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
    *out = made;
    return GP_OK;
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
    GP_TRY(gp_pair_records(sources));
    GP_TRY(gp_find_renames(sources));
    GP_TRY(gp_compare_settings(sources));
    GP_TRY(compare_records(sources));
    GP_TRY(gp_compare_lists(sources));
    return finish(sources, out);
}
