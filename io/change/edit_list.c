/* SPDX-License-Identifier: MIT
 * Adds edits, and says of each what it was and what it is. */
#include "io/change/edits.h"
#include "io/json/json_compact.h"

#include <cjson/cJSON.h>

/* The nodes as they are written; several as a list. NULL where there are none. */
static gp_status copy_nodes(gp_job *job, const cJSON *const *nodes, uint32_t count,
                            const char **out)
{
    *out = NULL;
    if (count == 0) return GP_OK;
    if (count == 1) return gp_copy_json(job, nodes[0], out);
    gp_buffer *buffer = gp_new_buffer(job);
    size_t size;
    if (!buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        gp_add_text(buffer, i ? "," : "[");
        gp_add_json(buffer, nodes[i]);
    }
    gp_add_text(buffer, "]");
    return gp_finish_buffer(buffer, out, &size);
}

gp_status gp_add_edit(gp_edit_sources *sources, const gp_edit_row *row)
{
    gp_edit_row added = *row;
    const uint32_t *counts = row->origin.counts;
    gp_edit *edit = &added.edit;
    if (counts[GP_OLD] && counts[GP_NEW])
        edit->what = GP_EDIT_CHANGED;
    else
        edit->what = counts[GP_NEW] ? GP_EDIT_ADDED : GP_EDIT_REMOVED;
    GP_TRY(copy_nodes(sources->job, row->origin.nodes[GP_OLD], counts[GP_OLD], &edit->old_value));
    GP_TRY(copy_nodes(sources->job, row->origin.nodes[GP_NEW], counts[GP_NEW], &edit->new_value));
    int version = counts[GP_NEW] ? GP_NEW : GP_OLD;
    edit->is_place_in_old = version == GP_OLD;
    edit->place = gp_document_place(sources->documents[version], row->origin.nodes[version][0]);
    return gp_push(sources->job, &sources->rows, &added, 1) ? GP_OK : gp_no_memory(sources->job);
}

gp_status gp_add_node_edit(gp_edit_sources *sources, gp_edit_row row, const cJSON *old,
                           const cJSON *new)
{
    const cJSON **nodes = GP_NEW(sources->job, const cJSON *, GP_VERSIONS);
    if (!nodes) return gp_no_memory(sources->job);
    nodes[GP_OLD] = old;
    nodes[GP_NEW] = new;
    for (int version = 0; version < GP_VERSIONS; version++) {
        row.origin.nodes[version] = &nodes[version];
        row.origin.counts[version] = nodes[version] != NULL;
    }
    return gp_add_edit(sources, &row);
}
