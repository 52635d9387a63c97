/* SPDX-License-Identifier: MIT
 * A cell that holds JSON: what scenarios and measures change is a portfolio of its own. */
#include "io/csv/csv_cell.h"
#include "io/json/json_compact.h"
#include "io/json/json_tree.h"

#include <cjson/cJSON.h>
#include <string.h>

#define DEPTH_MAX (GP_TREE_DEPTH_MAX - 2) /* the record and its member are around it */

/* Leaves the tree room for what is around it? */
static bool is_shallow(const cJSON *root)
{
    const cJSON *open[DEPTH_MAX];
    size_t depth = 0;
    for (const cJSON *node = root; node;) {
        if (node->child) {
            if (depth == DEPTH_MAX) return false;
            open[depth++] = node;
            node = node->child;
            continue;
        }
        while (depth && !node->next) node = open[--depth];
        node = depth ? node->next : NULL;
    }
    return true;
}

gp_status gp_decode_json(gp_decoder *d, const gp_sheet_cell *cell)
{
    gp_job *job = d->records->job;
    size_t size = strlen(cell->text);
    cJSON *json;
    char *padded = GP_NEW(job, char, size + GP_JSON_PADDING);
    if (!padded) return gp_no_memory(job);
    memcpy(padded, cell->text, size);
    GP_TRY(gp_parse_json(job, padded, size, &json));
    if (json && cJSON_IsObject(json) && is_shallow(json))
        gp_add_json_nodes(d->tree, json, cell->spot);
    else
        gp_add_text_node(d->tree, cell->text, size, cell->spot); /* which is no object: reported */
    cJSON_Delete(json);
    return GP_OK;
}

bool gp_encode_json(gp_buffer *out, const cJSON *value)
{
    if (!cJSON_IsObject(value) || !is_shallow(value)) return false;
    gp_add_json(out, value);
    return true;
}
