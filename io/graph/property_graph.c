/* SPDX-License-Identifier: MIT
 * Nodes, edges and properties in growing arrays. File ids become numbers by the symbol table of a
 * draft, which is all that draft is for. */
#include "io/graph/property_graph.h"

#include <string.h>

const char *const gp_node_kind_names[GP_NODE_KINDS] = {
    [GP_NODE_CAPABILITY] = "capability",
    [GP_NODE_INTERVENTION] = "intervention",
    [GP_NODE_DIMENSION] = "dimension",
    [GP_NODE_SEGMENT] = "segment",
    [GP_NODE_SITUATION] = "situation",
    [GP_NODE_SCENARIO] = "scenario",
    [GP_NODE_MEASUREMENT] = "measurement",
    [GP_NODE_ANY] = "any",
    [GP_NODE_ALL] = "all",
    [GP_NODE_PLATEAU] = "plateau",
    [GP_NODE_MISSING] = "missing",
    [GP_NODE_GROUP] = "group",
};

const char *const gp_edge_kind_names[GP_EDGE_KINDS] = {
    [GP_EDGE_REQUIRES] = "requires", [GP_EDGE_ADDRESSES] = "addresses",
    [GP_EDGE_SEGMENT] = "segment",   [GP_EDGE_SITUATION] = "situation",
    [GP_EDGE_SCENARIO] = "scenario", [GP_EDGE_MEASURES] = "measures",
    [GP_EDGE_PLATEAU] = "plateau",   [GP_EDGE_PARENT] = "parent",
};

gp_status gp_new_graph(gp_job *job, gp_graph **out)
{
    gp_graph *graph = GP_NEW(job, gp_graph, 1);
    if (!graph) return gp_no_memory(job);
    graph->job = job;
    graph->node_of.size = sizeof(uint32_t);
    graph->nodes.size = sizeof(gp_graph_node);
    graph->edges.size = sizeof(gp_graph_edge);
    graph->properties.size = sizeof(gp_property);
    graph->settings = GP_NO_PROPERTIES;
    graph->symbols = gp_new_names(job);
    if (!graph->symbols) return gp_no_memory(job);
    *out = graph;
    return GP_OK;
}

uint32_t gp_graph_symbol(gp_graph *graph, const char *file_id)
{
    static const uint32_t none = GP_NONE;
    uint32_t symbol = gp_intern(graph->symbols, file_id, strlen(file_id));
    while (symbol != GP_NONE && graph->node_of.count <= symbol)
        if (!gp_push(graph->job, &graph->node_of, &none, 1)) return GP_NONE;
    return symbol;
}

uint32_t gp_find_node(const gp_graph *graph, uint32_t symbol)
{
    return symbol < graph->node_of.count ? ((uint32_t *)graph->node_of.data)[symbol] : GP_NONE;
}

gp_status gp_add_node(gp_graph *graph, const gp_graph_node *node)
{
    uint32_t *node_of = (uint32_t *)graph->node_of.data + node->symbol;
    if (*node_of == GP_NONE) *node_of = (uint32_t)graph->nodes.count;
    gp_graph_node *added = gp_push(graph->job, &graph->nodes, node, 1);
    if (!added) return gp_no_memory(graph->job);
    added->source = graph->source;
    return GP_OK;
}

gp_status gp_add_edge(gp_graph *graph, const gp_graph_edge *edge)
{
    gp_graph_edge *added = gp_push(graph->job, &graph->edges, edge, 1);
    if (!added) return gp_no_memory(graph->job);
    added->source = graph->source;
    return GP_OK;
}

gp_status gp_add_property(gp_graph *graph, gp_properties *list, const char *name, const char *value,
                          gp_spot spot)
{
    uint32_t index = (uint32_t)graph->properties.count;
    gp_property property = {.name = gp_copy_text(graph->job, name, strlen(name)),
                            .value = gp_copy_text(graph->job, value, strlen(value)),
                            .spot = spot,
                            .source = graph->source,
                            .next = GP_NONE};
    if (!property.name || !property.value || !gp_push(graph->job, &graph->properties, &property, 1))
        return gp_no_memory(graph->job);
    if (list->last == GP_NONE)
        list->first = index;
    else
        gp_property_at(graph, list->last)->next = index;
    list->last = index;
    return GP_OK;
}

void gp_drop_property(gp_graph *graph, gp_properties *list, const gp_property *property)
{
    uint32_t before = GP_NONE, at = list->first;
    while (gp_property_at(graph, at) != property) {
        before = at;
        at = gp_property_at(graph, at)->next;
    }
    if (before == GP_NONE)
        list->first = property->next;
    else
        gp_property_at(graph, before)->next = property->next;
    if (list->last == at) list->last = before;
}

gp_status gp_reserve_id(gp_graph *graph, const char *base, const char **out)
{
    gp_buffer *buffer = gp_new_buffer(graph->job);
    if (!buffer) return gp_no_memory(graph->job);
    gp_add_text(buffer, base);
    for (size_t whole = buffer->bytes.count;;) {
        size_t size;
        GP_TRY(gp_finish_buffer(buffer, out, &size));
        uint32_t symbol = gp_graph_symbol(graph, *out);
        if (symbol == GP_NONE) return gp_no_memory(graph->job);
        uint32_t *taken = (uint32_t *)graph->node_of.data + symbol;
        if (*taken == GP_NONE) {
            *taken = 0;
            return GP_OK;
        }
        buffer->bytes.count = whole;
        gp_add_text(buffer, "-");
        gp_add_number(buffer, ++graph->taken_count + 1);
    }
}

gp_property *gp_property_named(const gp_graph *graph, const gp_properties *list, const char *name)
{
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(graph, i)->next)
        if (strcmp(gp_property_at(graph, i)->name, name) == 0) return gp_property_at(graph, i);
    return NULL;
}

const char *gp_find_property(const gp_graph *graph, const gp_properties *list, const char *name)
{
    const gp_property *property = gp_property_named(graph, list, name);
    return property ? property->value : NULL;
}

void gp_link_graph(gp_graph *graph)
{
    for (uint32_t i = 0; i < graph->edges.count; i++) {
        gp_graph_edge *edge = gp_edge_at(graph, i);
        edge->from = gp_find_node(graph, edge->from);
        edge->to = gp_find_node(graph, edge->to);
    }
}
