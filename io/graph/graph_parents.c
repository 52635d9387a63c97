/* SPDX-License-Identifier: MIT
 * What a capability is part of: relationships between wholes and parts, groups, and a property
 * "parent" all say it, and in a model of somebody else they need not agree. A capability is part of
 * one other at most, and never of itself; what says more is left out (GP125). */
#include "io/graph/graph_import.h"
#include "io/graph/property_names.h"

#include <cjson/cJSON.h>
#include <string.h>

static bool is_of_kind(const gp_graph *graph, uint32_t node, gp_node_kind kind)
{
    return node != GP_NONE && gp_node_at(graph, node)->kind == kind;
}

/* ---- groups ---- */

static bool says_state(gp_graph_import *import, const gp_graph_node *node)
{
    static const char *const states[] = {"status", "level", "lead_time", "levels", "aspects"};
    for (uint32_t i = node->properties.first; i != GP_NONE;) {
        const gp_property *p = gp_property_at(import->graph, i);
        i = p->next;
        const char *path =
            gp_path_of_property(p->name, &gp_capability_kind, import->names, import->scratch);
        for (size_t s = 0; path && s < sizeof states / sizeof *states; s++)
            if (strncmp(path, states[s], strlen(states[s])) == 0) return true;
    }
    return false;
}

/* A group that holds a capability is one itself, and there already: there is no work on a group. */
static gp_status take_group(gp_graph_import *import, gp_graph_node *group)
{
    group->kind = GP_NODE_CAPABILITY;
    if (says_state(import, group)) return GP_OK;
    return gp_add_property(import->graph, &group->properties, "status", "available", group->spot);
}

/* From each capability up through the groups that hold it; a group is taken once. */
static gp_status climb_groups(gp_graph_import *import)
{
    gp_graph *graph = import->graph;
    size_t node_count = graph->nodes.count, edge_count = graph->edges.count, open_count = 0;
    uint32_t *first = GP_NEW(import->job, uint32_t, node_count + 1); /* edge + 1, by its part */
    uint32_t *next = GP_NEW(import->job, uint32_t, edge_count + 1);
    uint32_t *open = GP_NEW(import->job, uint32_t, node_count + 1);
    if (!first || !next || !open) return gp_no_memory(import->job);
    for (uint32_t i = 0; i < edge_count; i++) {
        const gp_graph_edge *edge = gp_edge_at(graph, i);
        if (edge->kind != GP_EDGE_PARENT || edge->from == GP_NONE) continue;
        next[i] = first[edge->from];
        first[edge->from] = i + 1;
    }
    for (uint32_t i = 0; i < node_count; i++)
        if (is_of_kind(graph, i, GP_NODE_CAPABILITY)) open[open_count++] = i;
    while (open_count) {
        uint32_t part = open[--open_count];
        for (uint32_t e = first[part]; e; e = next[e - 1]) {
            uint32_t whole = gp_edge_at(graph, e - 1)->to;
            if (!is_of_kind(graph, whole, GP_NODE_GROUP)) continue;
            GP_TRY(take_group(import, gp_node_at(graph, whole)));
            open[open_count++] = whole;
        }
    }
    return GP_OK;
}

gp_status gp_take_groups(gp_graph_import *import)
{
    gp_graph *graph = import->graph;
    bool has_groups = false;
    for (uint32_t i = 0; i < graph->nodes.count && !has_groups; i++)
        has_groups = is_of_kind(graph, i, GP_NODE_GROUP);
    if (!has_groups) return GP_OK;
    GP_TRY(climb_groups(import));
    for (uint32_t i = 0; i < graph->nodes.count; i++)
        if (is_of_kind(graph, i, GP_NODE_GROUP)) gp_node_at(graph, i)->kind = GP_NODE_OTHER;
    return import->scratch->has_failed ? gp_no_memory(import->job) : GP_OK;
}

/* ---- a property that says it ---- */

#define NO_SUCH_PARENT                                                                             \
    GP_WORDS("expected the id of a capability; --property parent= keeps them as properties of "    \
             "your own",                                                                           \
             "verwacht: het id van een capability; --property parent= bewaart ze als eigen "       \
             "eigenschappen")

/* Capabilities by their ids. */
typedef struct by_id {
    gp_names *names;
    gp_array nodes; /* uint32_t, by number of the name */
} by_id;

static gp_status list_ids(gp_graph_import *import, by_id *out)
{
    const gp_graph *graph = import->graph;
    out->names = gp_new_names(import->job);
    if (!out->names) return gp_no_memory(import->job);
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        if (!is_of_kind(graph, i, GP_NODE_CAPABILITY)) continue;
        const char *id = gp_node_at(graph, i)->id;
        uint32_t number = gp_intern(out->names, id, strlen(id));
        if (number == GP_NONE) return gp_no_memory(import->job);
        if (number < out->nodes.count) continue; /* the first of two with one id */
        if (!gp_push(import->job, &out->nodes, &i, 1)) return gp_no_memory(import->job);
    }
    return GP_OK;
}

static uint32_t find_id(const by_id *all, const char *id)
{
    uint32_t number = gp_find_name(all->names, id, strlen(id));
    return number == GP_NONE ? GP_NONE : ((const uint32_t *)all->nodes.data)[number];
}

/* What XML cannot hold stands in JSON text, under a name with a mark. */
static gp_status read_said(gp_graph_import *import, const gp_property *p, const char **out)
{
    const char *name = gp_plain_name(import, p->name);
    *out = p->value;
    if (!name) return gp_no_memory(import->job);
    if (name == p->name) return GP_OK;
    cJSON *json = NULL;
    GP_TRY(gp_parse_json_value(import, p->value, &json));
    if (cJSON_IsString(json))
        *out = gp_copy_text(import->job, json->valuestring, strlen(json->valuestring));
    cJSON_Delete(json);
    return *out ? GP_OK : gp_no_memory(import->job);
}

static bool says_parent(gp_graph_import *import, const gp_property *p)
{
    const char *name = gp_plain_name(import, p->name);
    const char *path =
        name ? gp_path_of_property(name, &gp_capability_kind, import->names, import->scratch)
             : NULL;
    return path && strcmp(path, "parent") == 0;
}

static gp_status add_said(gp_graph_import *import, uint32_t part, uint32_t whole,
                          const gp_property *said)
{
    gp_graph *graph = import->graph;
    uint32_t source = graph->source;
    const gp_graph_edge edge = {.kind = GP_EDGE_PARENT,
                                .from = part,
                                .to = whole,
                                .type = "parent",
                                .is_directed = true,
                                .spot = said->spot,
                                .properties = GP_NO_PROPERTIES};
    graph->source = said->source;
    gp_status status = gp_add_edge(graph, &edge);
    graph->source = source;
    return status;
}

static gp_status take_property(gp_graph_import *import, const by_id *all, uint32_t part,
                               const gp_property *p)
{
    const gp_property said = *p;
    const char *value;
    gp_drop_property(import->graph, &gp_node_at(import->graph, part)->properties, p);
    GP_TRY(read_said(import, &said, &value));
    if (gp_is_not_given("parent", value, import->scratch)) return GP_OK;
    uint32_t whole = find_id(all, value);
    gp_turn_to(import, said.source);
    if (whole == GP_NONE || whole == part)
        return gp_leave_out(import, GP_LEFT_OUT_PROPERTIES, said.name, NO_SUCH_PARENT, said.spot);
    return add_said(import, part, whole, &said);
}

static gp_status take_properties(gp_graph_import *import)
{
    gp_graph *graph = import->graph;
    by_id *all = GP_NEW(import->job, by_id, 1); /* it holds an array */
    if (!all) return gp_no_memory(import->job);
    all->nodes.size = sizeof(uint32_t);
    GP_TRY(list_ids(import, all));
    for (uint32_t part = 0; part < graph->nodes.count; part++) {
        if (!is_of_kind(graph, part, GP_NODE_CAPABILITY)) continue;
        for (uint32_t i = gp_node_at(graph, part)->properties.first; i != GP_NONE;) {
            const gp_property *p = gp_property_at(graph, i);
            i = p->next;
            if (says_parent(import, p)) GP_TRY(take_property(import, all, part, p));
        }
    }
    return import->scratch->has_failed ? gp_no_memory(import->job) : GP_OK;
}

/* ---- one for each, and no circle ---- */

#define SAID_BEFORE                                                                                \
    GP_WORDS(                                                                                      \
        "a capability is part of one other: that it is composed of counts before others, and "     \
        "of equals the first",                                                                     \
        "een capability is deel van één andere: een compositie telt voor de rest, en van "       \
        "gelijke de eerste")
#define IN_A_CIRCLE                                                                                \
    GP_WORDS("with them a capability would be part of itself",                                     \
             "daarmee zou een capability deel van zichzelf zijn")

static int rank_of(const gp_graph_edge *edge)
{
    if (strcmp(edge->type, "parent") == 0 || strcmp(edge->type, "Composition") == 0) return 0;
    return strcmp(edge->type, "Aggregation") == 0 ? 1 : 2;
}

static gp_status leave_out_edge(gp_graph_import *import, gp_graph_edge *edge, gp_argument why)
{
    edge->kind = GP_EDGE_OTHER;
    gp_turn_to(import, edge->source);
    return gp_leave_out(import, GP_LEFT_OUT_EDGES, edge->type, why, edge->spot);
}

/* By node: the edge to what it is part of, or GP_NONE. */
static gp_status choose(gp_graph_import *import, uint32_t *chosen)
{
    gp_graph *graph = import->graph;
    for (uint32_t i = 0; i < graph->edges.count; i++) {
        gp_graph_edge *edge = gp_edge_at(graph, i);
        if (edge->kind != GP_EDGE_PARENT) continue;
        uint32_t *best = &chosen[edge->from];
        gp_graph_edge *known = *best == GP_NONE ? NULL : gp_edge_at(graph, *best);
        bool is_same = known && known->to == edge->to;
        bool is_better = !known || rank_of(edge) < rank_of(known);
        gp_graph_edge *loser = is_better ? known : edge;
        if (is_better) *best = i;
        if (loser && is_same) loser->kind = GP_EDGE_OTHER; /* the same said twice is nothing lost */
        if (loser && !is_same) GP_TRY(leave_out_edge(import, loser, SAID_BEFORE));
    }
    return GP_OK;
}

static gp_status open_circles(gp_graph_import *import, const uint32_t *chosen, uint32_t *seen)
{
    gp_graph *graph = import->graph;
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        uint32_t at = i, last = GP_NONE;
        while (at != GP_NONE && seen[at] == 0) {
            seen[at] = i + 1;
            last = chosen[at];
            at = last == GP_NONE || gp_edge_at(graph, last)->kind != GP_EDGE_PARENT
                     ? GP_NONE
                     : gp_edge_at(graph, last)->to;
        }
        if (at != GP_NONE && seen[at] == i + 1 && last != GP_NONE)
            GP_TRY(leave_out_edge(import, gp_edge_at(graph, last), IN_A_CIRCLE));
    }
    return GP_OK;
}

gp_status gp_take_parents(gp_graph_import *import)
{
    GP_TRY(take_properties(import));
    uint32_t count = (uint32_t)import->graph->nodes.count;
    uint32_t *chosen = GP_NEW(import->job, uint32_t, (size_t)count + 1);
    uint32_t *seen = GP_NEW(import->job, uint32_t, (size_t)count + 1);
    if (!chosen || !seen) return gp_no_memory(import->job);
    for (uint32_t i = 0; i < count; i++) chosen[i] = GP_NONE;
    GP_TRY(choose(import, chosen));
    return open_circles(import, chosen, seen);
}
