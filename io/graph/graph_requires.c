/* SPDX-License-Identifier: MIT
 * What the edges of a node become in its record: lists of ids, and requirements. A junction that
 * asks for all disappears, one that asks for any becomes `any`; junctions may lead to junctions,
 * which are expanded with a stack, each once for a requirement. */
#include "io/graph/graph_import.h"
#include "io/graph/property_names.h"

#include <string.h>

static const char *node_id(const gp_graph_import *import, uint32_t node)
{
    return gp_node_at(import->graph, node)->id;
}

static const gp_key direction_key = {"direction", NULL, 0, NULL, false};
static const gp_record_kind direction_keys = {GP_TEXT_ROW(""), &direction_key, 1};

/* What an edge says about the requirement but whom it is of. */
static gp_status emit_facts(gp_graph_import *import, const gp_graph_edge *edge,
                            const gp_record_kind *keys)
{
    for (uint32_t i = edge->properties.first; i != GP_NONE;) {
        const gp_property *property = gp_property_at(import->graph, i);
        i = property->next;
        if (strcmp(property->name, "step") != 0) GP_TRY(gp_emit_property(import, property, keys));
    }
    return GP_OK;
}

/* ---- ids, and dimensions with a direction ---- */

gp_status gp_emit_targets(gp_graph_import *import, const uint32_t *edges, uint32_t count)
{
    gp_tree *tree = import->tree;
    gp_open_node(tree, '[', gp_edge_at(import->graph, edges[0])->spot);
    for (uint32_t i = 0; i < count; i++) {
        const gp_graph_edge *edge = gp_edge_at(import->graph, edges[i]);
        const char *id = node_id(import, edge->to);
        if (edge->kind != GP_EDGE_ADDRESSES || edge->properties.first == GP_NONE) {
            gp_add_text_node(tree, id, strlen(id), edge->spot);
            continue;
        }
        gp_open_node(tree, '{', edge->spot);
        gp_add_member(tree, "dimension", id, edge->spot);
        GP_TRY(emit_facts(import, edge, &direction_keys));
        gp_close_node(tree);
    }
    gp_close_node(tree);
    return GP_OK;
}

/* ---- requirements ---- */

static bool says_nothing(const gp_graph_import *import, const gp_graph_edge *edge)
{
    uint32_t first = edge->properties.first;
    if (first == GP_NONE) return true;
    const gp_property *property = gp_property_at(import->graph, first);
    return property->next == GP_NONE && strcmp(property->name, "step") == 0;
}

static gp_status emit_plain(gp_graph_import *import, const gp_graph_edge *edge)
{
    gp_tree *tree = import->tree;
    const char *id = node_id(import, edge->to);
    if (says_nothing(import, edge)) {
        gp_add_text_node(tree, id, strlen(id), edge->spot);
        return GP_OK;
    }
    gp_open_node(tree, '{', edge->spot);
    gp_add_member(tree, "id", id, edge->spot);
    GP_TRY(emit_facts(import, edge, &gp_requirement_kind));
    gp_close_node(tree);
    return GP_OK;
}

static gp_node_kind kind_of_target(const gp_graph_import *import, const gp_graph_edge *edge)
{
    return (gp_node_kind)gp_node_at(import->graph, edge->to)->kind;
}

/* Puts the requirements of a junction on the stack, so that the first comes off first. */
static gp_status open_junction(gp_graph_import *import, uint32_t junction)
{
    if (import->seen[junction] == import->asked) return GP_OK;
    import->seen[junction] = import->asked;
    uint32_t first = import->edge_first[junction];
    for (uint32_t i = import->edge_first[junction + 1]; i-- > first;)
        if (!gp_push(import->job, &import->open, &import->edges[i], 1))
            return gp_no_memory(import->job);
    return GP_OK;
}

static const gp_graph_edge *pop(gp_graph_import *import)
{
    return gp_edge_at(import->graph, ((uint32_t *)import->open.data)[--import->open.count]);
}

#define NOT_ALL_IN_ANY                                                                             \
    GP_WORDS("alternatives of which one needs several at once cannot be said",                     \
             "alternatieven waarvan er een uit meer delen bestaat zijn niet uit te drukken")

/* {"any": [...]}: `floor` is where the stack stood before. */
static gp_status emit_any(gp_graph_import *import, const gp_graph_edge *outer)
{
    gp_tree *tree = import->tree;
    size_t floor = import->open.count;
    gp_open_node(tree, '{', outer->spot);
    gp_add_key(tree, "any", 3, outer->spot);
    gp_open_node(tree, '[', outer->spot);
    GP_TRY(open_junction(import, outer->to));
    while (import->open.count > floor) {
        const gp_graph_edge *edge = pop(import);
        gp_node_kind kind = kind_of_target(import, edge);
        if (kind == GP_NODE_ANY)
            GP_TRY(open_junction(import, edge->to));
        else if (kind == GP_NODE_ALL)
            GP_TRY(gp_leave_out(import, GP_LEFT_OUT_EDGES, edge->type, NOT_ALL_IN_ANY, edge->spot));
        else
            GP_TRY(emit_plain(import, edge));
    }
    gp_close_node(tree);
    GP_TRY(emit_facts(import, outer, &gp_requirement_kind));
    gp_close_node(tree);
    return GP_OK;
}

static gp_status emit_one(gp_graph_import *import, uint32_t asked)
{
    import->open.count = 0;
    import->asked++;
    if (!gp_push(import->job, &import->open, &asked, 1)) return gp_no_memory(import->job);
    while (import->open.count) {
        const gp_graph_edge *edge = pop(import);
        gp_node_kind kind = kind_of_target(import, edge);
        if (kind == GP_NODE_ANY)
            GP_TRY(emit_any(import, edge));
        else if (kind == GP_NODE_ALL)
            GP_TRY(open_junction(import, edge->to));
        else
            GP_TRY(emit_plain(import, edge));
    }
    return GP_OK;
}

gp_status gp_emit_requirements(gp_graph_import *import, const uint32_t *edges, uint32_t count)
{
    gp_open_node(import->tree, '[', gp_edge_at(import->graph, edges[0])->spot);
    for (uint32_t i = 0; i < count; i++) GP_TRY(emit_one(import, edges[i]));
    gp_close_node(import->tree);
    return GP_OK;
}
