/* SPDX-License-Identifier: MIT
 * Kinds, names and directions as attributes. */
#include "io/graph/graph_plain.h"
#include "io/graph/asked_types.h"
#include "io/graph/property_names.h"

#include <string.h>

/* ---- reading ---- */

/* The value of an attribute that is no property of the record, which it is taken from; or NULL. */
static const char *take(gp_graph *graph, gp_properties *list, const char *name)
{
    const gp_property *property = gp_property_named(graph, list, name);
    if (!property) return NULL;
    gp_drop_property(graph, list, property);
    return property->value;
}

static const struct {
    const char *name;
    gp_node_kind kind;
} dutch[] = {
    {"interventie", GP_NODE_INTERVENTION}, {"dimensie", GP_NODE_DIMENSION},
    {"situatie", GP_NODE_SITUATION},       {"meting", GP_NODE_MEASUREMENT},
    {"ontbrekend", GP_NODE_MISSING},
};

static gp_node_kind node_kind_of(const char *name)
{
    for (int kind = GP_NODE_OTHER + 1; kind < GP_NODE_KINDS; kind++)
        if (gp_is_same_name(name, gp_node_kind_names[kind])) return (gp_node_kind)kind;
    for (size_t i = 0; i < sizeof dutch / sizeof *dutch; i++)
        if (gp_is_same_name(name, dutch[i].name)) return dutch[i].kind;
    return GP_NODE_OTHER;
}

static gp_edge_kind edge_kind_of(const char *name)
{
    for (int kind = GP_EDGE_OTHER + 1; kind < GP_EDGE_KINDS; kind++)
        if (gp_is_same_name(name, gp_edge_kind_names[kind])) return (gp_edge_kind)kind;
    return GP_EDGE_OTHER;
}

/* What the options make of a type that is none of ours. */
static gp_node_kind asked_kind_of(const gp_graph_import *import, const char *type)
{
    const gp_read_options *options = import->records->options;
    if (gp_is_asked(type, options->intervention_types)) return GP_NODE_INTERVENTION;
    return gp_is_asked(type, options->capability_types) ? GP_NODE_CAPABILITY : GP_NODE_OTHER;
}

static void read_node(const gp_graph_import *import, gp_graph_node *node)
{
    gp_graph *graph = import->graph;
    gp_properties *list = &node->properties;
    const char *label = gp_find_property(graph, list, "label");
    node->type = take(graph, list, "kind");
    node->kind = (uint8_t)(node->type ? node_kind_of(node->type) : GP_NODE_CAPABILITY);
    if (node->kind == GP_NODE_OTHER) node->kind = (uint8_t)asked_kind_of(import, node->type);
    node->name = take(graph, list, "name");
    node->documentation = take(graph, list, "documentation");
    bool is_said = !node->name || !label || strcmp(label, node->name) == 0;
    if (is_said) label = take(graph, list, "label"); /* for the eye; a name says the same */
    if (!node->name) node->name = label;
}

static void read_edge(const gp_graph_import *import, gp_graph_edge *edge)
{
    if (edge->kind == GP_EDGE_PARENT) return; /* by what lies in what, and no line of the file */
    edge->type = take(import->graph, &edge->properties, "kind");
    edge->kind = (uint8_t)(edge->type ? edge_kind_of(edge->type) : GP_EDGE_REQUIRES);
    bool is_asked = gp_is_asked(edge->type, import->records->options->relation_types);
    if (edge->kind == GP_EDGE_OTHER && is_asked) edge->kind = GP_EDGE_REQUIRES;
    if (!edge->is_directed) edge->kind = GP_EDGE_OTHER;
    if (!edge->type) edge->type = edge->is_directed ? "requires" : "--";
    if (edge->kind != GP_EDGE_REQUIRES) return;
    uint32_t source = edge->from;
    edge->from = edge->to;
    edge->to = source;
}

gp_status gp_read_plain_meaning(gp_graph_import *import)
{
    gp_graph *graph = import->graph;
    const char *label = take(graph, &graph->settings, "label");
    graph->title = take(graph, &graph->settings, "title");
    if (!graph->title) graph->title = label;
    graph->documentation = take(graph, &graph->settings, "documentation");
    for (uint32_t i = 0; i < graph->nodes.count; i++) read_node(import, gp_node_at(graph, i));
    for (uint32_t i = 0; i < graph->edges.count; i++) read_edge(import, gp_edge_at(graph, i));
    gp_link_graph(graph);
    return gp_judge_types(import);
}

const gp_typed_format gp_plain_types_format = {gp_read_plain_meaning, false};

/* ---- writing ---- */

typedef struct said {
    const char *name, *value; /* value NULL: not said */
} said;

/* New properties go behind the others; turned round the list so that they come first. */
static gp_status put_first(gp_graph *graph, gp_properties *list, const said *all, size_t count)
{
    gp_properties first = GP_NO_PROPERTIES;
    for (size_t i = 0; i < count; i++)
        if (all[i].value && *all[i].value)
            GP_TRY(gp_add_property(graph, &first, all[i].name, all[i].value, (gp_spot){0, 0}));
    if (first.last == GP_NONE) return GP_OK;
    gp_property_at(graph, first.last)->next = list->first;
    if (list->last == GP_NONE) list->last = first.last;
    list->first = first.first;
    return GP_OK;
}

gp_status gp_write_plain_meaning(gp_graph *graph)
{
    const said top[] = {{"title", graph->title}, {"documentation", graph->documentation}};
    GP_TRY(put_first(graph, &graph->settings, top, 2));
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        gp_graph_node *node = gp_node_at(graph, i);
        const said all[] = {{"kind", gp_node_kind_names[node->kind]},
                            {"name", node->name},
                            {"documentation", node->documentation}};
        GP_TRY(put_first(graph, &node->properties, all, 3));
    }
    for (uint32_t i = 0; i < graph->edges.count; i++) {
        gp_graph_edge *edge = gp_edge_at(graph, i);
        const said kind = {"kind", gp_edge_kind_names[edge->kind]};
        GP_TRY(put_first(graph, &edge->properties, &kind, 1));
    }
    return GP_OK;
}
