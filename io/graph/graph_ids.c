/* SPDX-License-Identifier: MIT
 * Whose is a property "id"? Where we write a file whose own ids must be names, it is the id in the
 * portfolio, and then no two of a kind have the same. In the files of others it may be a number of
 * theirs: as soon as one is there twice they all are. Then elements go by the ids of the file, and
 * the properties stay what they are. */
#include "io/graph/graph_import.h"
#include "io/graph/property_names.h"

#include <string.h>

/* Kinds that share their ids have the same space; 0: they are no records. */
static uint8_t space_of(gp_node_kind kind)
{
    static const uint8_t spaces[GP_NODE_KINDS] = {
        [GP_NODE_CAPABILITY] = 1, [GP_NODE_INTERVENTION] = 1, [GP_NODE_MISSING] = 1,
        [GP_NODE_DIMENSION] = 2,  [GP_NODE_SEGMENT] = 3,      [GP_NODE_SITUATION] = 4,
        [GP_NODE_SCENARIO] = 5,
    };
    return spaces[kind];
}

static gp_property *id_property(const gp_graph *graph, const gp_graph_node *node)
{
    return gp_property_named(graph, &node->properties, "id");
}

/* The id of a node as the property says, or as the file does: taken by an earlier one? */
static gp_status claim(gp_graph_import *import, gp_names *claimed, uint8_t space, const char *id,
                       bool *is_taken)
{
    const char *text;
    size_t size, before = claimed->texts.count;
    import->scratch->bytes.count = 0;
    gp_add_bytes(import->scratch, (const char *)&space, 1);
    gp_add_text(import->scratch, id);
    GP_TRY(gp_finish_buffer(import->scratch, &text, &size));
    uint32_t number = gp_intern(claimed, text, size);
    if (number == GP_NONE) return gp_no_memory(import->job);
    *is_taken = number < before;
    return GP_OK;
}

/* Has every node an id of its own when the properties count? First those that have none. */
static gp_status are_unique(gp_graph_import *import, bool *out)
{
    const gp_graph *graph = import->graph;
    gp_names *claimed = gp_new_names(import->job);
    if (!claimed) return gp_no_memory(import->job);
    *out = true;
    for (int has_property = 0; has_property <= 1; has_property++)
        for (uint32_t i = 0; i < graph->nodes.count; i++) {
            const gp_graph_node *node = gp_node_at(graph, i);
            const gp_property *id = id_property(graph, node);
            uint8_t space = space_of((gp_node_kind)node->kind);
            bool is_said = id && *id->value, is_taken;
            if (!space || is_said != (has_property == 1)) continue;
            GP_TRY(claim(import, claimed, space, is_said ? id->value : node->file_id, &is_taken));
            if (is_said && is_taken) *out = false;
        }
    return GP_OK;
}

gp_status gp_take_ids(gp_graph_import *import)
{
    gp_graph *graph = import->graph;
    bool is_ours = !gp_is_switched_off("id", import->names);
    if (is_ours) GP_TRY(are_unique(import, &is_ours));
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        gp_graph_node *node = gp_node_at(graph, i);
        const gp_property *id = id_property(graph, node);
        if (!id || (!is_ours && *id->value)) continue;
        if (*id->value) node->id = id->value;
        gp_drop_property(graph, &node->properties, id);
    }
    return GP_OK;
}
