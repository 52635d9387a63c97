/* SPDX-License-Identifier: MIT
 * What the edges of a node become in its record: lists of ids, and requirements. A junction that
 * asks for all disappears, one that asks for any becomes `any`; junctions may lead to junctions,
 * which are expanded with a stack, each once for a requirement. */
#include "io/graph/graph_paths.h"

#include <stdlib.h>
#include <string.h>

static const char *node_id(const gp_graph_import *import, uint32_t node)
{
    return gp_node_at(import->graph, node)->id;
}

const char *gp_step_of(const gp_graph_import *import, const gp_graph_edge *edge)
{
    const char *step = gp_find_property(import->graph, &edge->properties, "step");
    bool is_step = step && *step >= '1' && *step <= '0' + GP_LEVEL_MAX && !step[1];
    bool may_be = edge->kind == GP_EDGE_REQUIRES &&
                  gp_node_at(import->graph, edge->from)->kind == GP_NODE_CAPABILITY;
    return is_step && may_be ? step : "";
}

/* ---- what an edge says about a requirement, but whom it is of ---- */

static gp_status add_fact(gp_graph_import *import, const gp_graph_edge *edge,
                          const gp_property *property, const gp_record_kind *keys)
{
    bool is_step = edge->kind == GP_EDGE_REQUIRES && strcmp(property->name, "step") == 0;
    if (!is_step) return gp_collect_item(import, &import->facts, property, keys);
    if (!*property->value) return GP_OK;         /* nothing was filled in */
    if (*gp_step_of(import, edge)) return GP_OK; /* the list that it stands in says so */
    gp_turn_to(import, property->source);
    return gp_leave_out(
        import, GP_LEFT_OUT_PROPERTIES, property->name,
        GP_WORDS("a capability has steps to level 1 to 5, and nothing else has",
                 "een capability heeft stappen naar niveau 1 tot 5, en verder niets"),
        property->spot);
}

/* In the order of the file; those that are no key of ours last, in an object of their own. */
static int compare_facts(const void *left, const void *right)
{
    const gp_flat *a = left, *b = right;
    if (!a->said != !b->said) return a->said ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static gp_status collect_facts(gp_graph_import *import, const gp_graph_edge *edge,
                               const gp_record_kind *keys)
{
    gp_start_items(&import->facts);
    for (uint32_t i = edge->properties.first; i != GP_NONE;) {
        const gp_property *property = gp_property_at(import->graph, i);
        i = property->next;
        GP_TRY(add_fact(import, edge, property, keys));
    }
    GP_TRY(gp_sort_items(import, &import->facts));
    if (import->facts.count > 1)
        qsort(import->facts.data, import->facts.count, sizeof(gp_flat), compare_facts);
    return GP_OK;
}

static gp_status emit_facts(gp_graph_import *import)
{
    return gp_emit_sorted(import, import->facts.data, import->facts.count, NULL);
}

static const gp_key direction_key = {"direction", NULL, 0, NULL, false, 0};
static const gp_record_kind direction_keys = {GP_TEXT_ROW(""), &direction_key, 1};

static gp_status note_edge(gp_graph_import *import, const gp_graph_edge *edge)
{
    gp_turn_to(import, edge->source);
    return gp_note_origin(import, GP_LEFT_OUT_EDGES, edge->type, NULL, NULL);
}

/* An id has no place for what an edge says more. */
static gp_status leave_out_facts(gp_graph_import *import, const gp_graph_edge *edge,
                                 gp_argument why)
{
    for (uint32_t i = edge->properties.first; i != GP_NONE;) {
        const gp_property *property = gp_property_at(import->graph, i);
        i = property->next;
        bool is_step = *gp_step_of(import, edge) && strcmp(property->name, "step") == 0;
        if (!*property->value || is_step) continue;
        gp_turn_to(import, property->source);
        GP_TRY(gp_leave_out(import, GP_LEFT_OUT_PROPERTIES, property->name, why, property->spot));
    }
    return GP_OK;
}

#define ONLY_AN_ID                                                                                 \
    GP_WORDS("these relationships only say whom they are about",                                   \
             "deze relaties zeggen alleen over wie ze gaan")

/* An id, or an object with that and with the facts that were collected. */
static gp_status emit_id(gp_graph_import *import, const gp_graph_edge *edge, const char *key,
                         bool has_facts)
{
    gp_tree *tree = import->tree;
    const char *id = node_id(import, edge->to);
    if (!has_facts) {
        gp_add_text_node(tree, id, strlen(id), edge->spot);
        return GP_OK;
    }
    gp_open_node(tree, '{', edge->spot);
    gp_add_member(tree, key, id, edge->spot);
    GP_TRY(emit_facts(import));
    gp_close_node(tree);
    return GP_OK;
}

/* ---- ids, and dimensions with a direction ---- */

gp_status gp_emit_target(gp_graph_import *import, uint32_t edge)
{
    const gp_graph_edge *it = gp_edge_at(import->graph, edge);
    GP_TRY(note_edge(import, it));
    GP_TRY(leave_out_facts(import, it, ONLY_AN_ID));
    return emit_id(import, it, NULL, false);
}

gp_status gp_emit_targets(gp_graph_import *import, const uint32_t *edges, uint32_t count)
{
    gp_tree *tree = import->tree;
    gp_open_node(tree, '[', gp_edge_at(import->graph, edges[0])->spot);
    for (uint32_t i = 0; i < count; i++) {
        const gp_graph_edge *edge = gp_edge_at(import->graph, edges[i]);
        bool has_facts = edge->kind == GP_EDGE_ADDRESSES;
        GP_TRY(note_edge(import, edge));
        if (has_facts)
            GP_TRY(collect_facts(import, edge, &direction_keys));
        else
            GP_TRY(leave_out_facts(import, edge, ONLY_AN_ID));
        GP_TRY(emit_id(import, edge, "dimension", has_facts && import->facts.count));
    }
    gp_close_node(tree);
    return GP_OK;
}

/* ---- requirements ---- */

static gp_status emit_plain(gp_graph_import *import, const gp_graph_edge *edge)
{
    import->seen[edge->to] = import->asked;
    GP_TRY(note_edge(import, edge));
    GP_TRY(collect_facts(import, edge, &gp_requirement_kind));
    return emit_id(import, edge, "id", import->facts.count > 0);
}

#define BEFORE_A_JUNCTION                                                                          \
    GP_WORDS("on the way to a junction nothing can be said: say it behind the junction",           \
             "voor een junction is niets te zeggen: zeg het achter de junction")

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

/* A junction that disappears, and with it what is said on the way to it. */
static gp_status open_inner(gp_graph_import *import, const gp_graph_edge *edge)
{
    GP_TRY(leave_out_facts(import, edge, BEFORE_A_JUNCTION));
    return open_junction(import, edge->to);
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
    GP_TRY(note_edge(import, outer));
    gp_open_node(tree, '{', outer->spot);
    gp_add_key(tree, "any", 3, outer->spot);
    gp_open_node(tree, '[', outer->spot);
    GP_TRY(open_junction(import, outer->to));
    while (import->open.count > floor) {
        const gp_graph_edge *edge = pop(import);
        gp_node_kind kind = kind_of_target(import, edge);
        gp_turn_to(import, edge->source);
        if (kind == GP_NODE_ANY)
            GP_TRY(open_inner(import, edge));
        else if (kind == GP_NODE_ALL)
            GP_TRY(gp_leave_out(import, GP_LEFT_OUT_EDGES, edge->type, NOT_ALL_IN_ANY, edge->spot));
        else
            GP_TRY(emit_plain(import, edge));
    }
    gp_close_node(tree);
    GP_TRY(collect_facts(import, outer, &gp_requirement_kind));
    GP_TRY(emit_facts(import));
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
            GP_TRY(open_inner(import, edge));
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
