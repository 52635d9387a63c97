/* SPDX-License-Identifier: MIT
 * What composing a record takes: which edits are made, what a record is called with them, and
 * copies of nodes of either version, which know where they stand. */
#include "io/change/apply.h"

#include <cjson/cJSON.h>

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

uint32_t gp_find_edit(const gp_applying *a, uint32_t symbol, uint8_t level, const char *outer,
                      const char *inner)
{
    const gp_pair *pair = gp_pair_of(a->sources, symbol);
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        uint32_t edit = a->sources->by_record[i];
        const gp_edit_origin *origin = &a->sources->origins[edit];
        bool is_other = a->edits[edit].what == GP_EDIT_RENAMED || a->edits[edit].require_count;
        if (!is_other && origin->level == level && is_same_text(origin->outer, outer) &&
            is_same_text(origin->inner, inner))
            return edit;
    }
    return GP_NONE;
}

bool gp_is_made(const gp_applying *a, uint32_t edit)
{
    return edit != GP_NONE && a->is_applied[edit];
}

uint8_t gp_kind_applied(const gp_applying *a, uint32_t symbol)
{
    const gp_pair *pair = gp_pair_of(a->sources, symbol);
    bool is_whole = !pair->records[GP_OLD] || !pair->records[GP_NEW] ||
                    pair->kinds[GP_OLD] != pair->kinds[GP_NEW];
    bool is_new = is_whole && gp_is_made(a, gp_find_edit(a, symbol, 0, NULL, NULL));
    int version = is_new ? GP_NEW : GP_OLD;
    return pair->records[version] ? pair->kinds[version] : 0;
}

/* ---- ids ---- */

/* Does it keep the id of OLD, since its renaming is not made? */
static bool keeps_id(const gp_applying *a, const gp_pair *pair)
{
    for (uint32_t i = pair->first_edit; i < pair->first_edit + pair->edit_count; i++) {
        uint32_t edit = a->sources->by_record[i];
        if (a->edits[edit].what == GP_EDIT_RENAMED) return !a->is_applied[edit];
    }
    return false;
}

const char *gp_id_applied(const gp_applying *a, int version, const char *id)
{
    uint32_t symbol = gp_symbol_in_new(a->sources, version, id);
    if (symbol == GP_NONE) return id;
    const gp_pair *pair = gp_pair_of(a->sources, symbol);
    if (!keeps_id(a, pair)) return gp_name(&a->sources->ids, symbol);
    const char *before = gp_text_of(pair->records[GP_OLD], "id");
    return before ? before : id;
}

/* ---- copies ---- */

gp_spot gp_spot_applied(const gp_applying *a, int version, const cJSON *node)
{
    const gp_document *document = a->sources->documents[version];
    uint8_t source = ((const uint8_t *)document->sources.data)[node->valueint];
    gp_set_tree_source(a->tree, source + (version == GP_NEW ? a->moved : 0u));
    return ((const gp_entry *)document->entries.data)[node->valueint].value;
}

void gp_add_its_key(const gp_applying *a, int version, const char *key, const cJSON *node)
{
    const gp_document *document = a->sources->documents[version];
    const gp_entry *entry = (const gp_entry *)document->entries.data + node->valueint;
    if (key) gp_add_key(a->tree, key, strlen(key), entry->key);
}

void gp_add_id(const gp_applying *a, int version, const char *key, const cJSON *node)
{
    gp_spot spot = gp_spot_applied(a, version, node);
    const char *id = gp_id_applied(a, version, node->valuestring);
    gp_add_its_key(a, version, key, node);
    gp_add_text_node(a->tree, id, strlen(id), spot);
}

static void add_leaf(const gp_applying *a, const cJSON *node, gp_spot spot)
{
    if (cJSON_IsString(node))
        gp_add_text_node(a->tree, node->valuestring, strlen(node->valuestring), spot);
    else if (cJSON_IsNumber(node))
        gp_add_number_node(a->tree, node->valuedouble, spot);
    else if (cJSON_IsBool(node))
        gp_add_truth_node(a->tree, cJSON_IsTrue(node), spot);
    else
        gp_add_null_node(a->tree, spot);
}

void gp_add_copy(const gp_applying *a, int version, const char *key, const cJSON *tree)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 2];
    size_t depth = 0;
    for (const cJSON *node = tree; node;) {
        gp_spot spot = gp_spot_applied(a, version, node);
        bool is_object = cJSON_IsObject(node), is_open = is_object || cJSON_IsArray(node);
        gp_add_its_key(a, version, node == tree ? key : node->string, node);
        if (is_open)
            gp_open_node(a->tree, is_object ? '{' : '[', spot);
        else
            add_leaf(a, node, spot);
        if (is_open && node->child) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        if (is_open) gp_close_node(a->tree);
        while (depth && !node->next) {
            node = open[--depth];
            gp_close_node(a->tree);
        }
        node = depth ? node->next : NULL;
    }
}
