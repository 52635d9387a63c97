/* SPDX-License-Identifier: MIT
 * The view of an ArchiMate model: a node for each box of the development path, where the picture
 * has it, and a connection for each relationship between two of them. A capability with several
 * steps is one element with several nodes. */
#include "io/graph/archimate_write.h"
#include "io/xml/xml_text.h"

#include <string.h>

#define JUNCTION_SIZE 15
#define JUNCTION_GAP 32 /* from a junction to the box that it leads to */

typedef struct view {
    gp_archimate *model;
    const gp_network *network;
    uint32_t *element_of;          /* by symbol of the portfolio: its node in the graph */
    const gp_box_place **place_of; /* by activity; NULL: it has no box */
    const char **node_of;          /* by activity: the identifier of its node in the view */
    const char **junction_node;    /* by node of the graph: likewise, of a junction */
    const gp_graph_edge **into;    /* by node of the graph: the edge that leads to a junction */
    gp_names *pairs;               /* from and to of edges: numbers of edge_of */
    gp_array edge_of;              /* const gp_graph_edge * */
    uint32_t line_count;
} view;

/* ---- what belongs to what ---- */

static bool is_item(const gp_graph_node *node)
{
    return node->kind == GP_NODE_CAPABILITY || node->kind == GP_NODE_INTERVENTION ||
           node->kind == GP_NODE_MISSING;
}

/* The number of a pair: what requires, and what is required; through a junction or not. */
static uint32_t number_of(view *v, uint32_t from, uint32_t to, bool is_any)
{
    const uint32_t key[] = {from, to, is_any};
    uint32_t number = gp_intern(v->pairs, (const char *)key, sizeof key);
    while (number != GP_NONE && v->edge_of.count <= number)
        if (!gp_push(v->model->conversion->job, &v->edge_of, NULL, 1)) return GP_NONE;
    return number;
}

static gp_status note_edge(view *v, const gp_graph_edge *edge)
{
    const gp_graph *graph = v->model->graph;
    bool is_any = gp_node_at(graph, edge->from)->kind == GP_NODE_ANY;
    if (edge->kind != GP_EDGE_REQUIRES) return GP_OK;
    if (gp_node_at(graph, edge->to)->kind == GP_NODE_ANY) {
        v->into[edge->to] = edge;
        return GP_OK;
    }
    uint32_t from = is_any && v->into[edge->from] ? v->into[edge->from]->from : edge->from;
    uint32_t number = number_of(v, from, edge->to, is_any);
    if (number == GP_NONE) return gp_no_memory(v->model->conversion->job);
    const gp_graph_edge **slot = (const gp_graph_edge **)v->edge_of.data + number;
    if (!*slot) *slot = edge;
    return GP_OK;
}

static gp_status prepare(view *v)
{
    gp_job *job = v->model->conversion->job;
    const gp_graph *graph = v->model->graph;
    const gp_portfolio *portfolio = v->model->conversion->portfolio;
    const gp_box_places *boxes = &v->model->conversion->options->boxes;
    uint32_t activities = v->network->activity_count;
    v->element_of = GP_NEW(job, uint32_t, portfolio->symbol_count);
    v->place_of = GP_NEW(job, const gp_box_place *, activities);
    v->node_of = GP_NEW(job, const char *, activities);
    v->junction_node = GP_NEW(job, const char *, graph->nodes.count);
    v->into = GP_NEW(job, const gp_graph_edge *, graph->nodes.count);
    v->edge_of.size = sizeof(const gp_graph_edge *);
    if (!v->element_of || !v->place_of || !v->node_of || !v->junction_node || !v->into)
        return gp_no_memory(job);
    v->pairs = gp_new_names(job);
    if (!v->pairs) return gp_no_memory(job);
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        const gp_graph_node *node = gp_node_at(graph, i);
        uint32_t symbol = is_item(node) ? gp_find_symbol(portfolio, node->id) : GP_NONE;
        if (symbol != GP_NONE) v->element_of[symbol] = i;
    }
    for (uint32_t i = 0; i < boxes->count; i++)
        v->place_of[boxes->places[i].activity] = &boxes->places[i];
    for (uint32_t i = 0; i < graph->edges.count; i++) GP_TRY(note_edge(v, gp_edge_at(graph, i)));
    return GP_OK;
}

/* ---- nodes ---- */

static void add_number(gp_buffer *buffer, const char *name, int32_t number)
{
    gp_add_text(buffer, " ");
    gp_add_text(buffer, name);
    gp_add_text(buffer, "=\"");
    gp_add_number(buffer, number > 0 ? number : 0);
    gp_add_text(buffer, "\"");
}

static gp_status add_node(view *v, const char *element, const gp_box_place *place, const char **out)
{
    gp_buffer *b = v->model->buffer, *base = gp_new_buffer(v->model->conversion->job);
    const char *text;
    size_t size;
    if (!base) return gp_no_memory(v->model->conversion->job);
    gp_add_text(base, "node-");
    gp_add_text(base, element);
    GP_TRY(gp_finish_buffer(base, &text, &size));
    GP_TRY(gp_reserve_id(v->model->graph, text, out));
    gp_add_text(b, "        <node");
    gp_add_xml_attribute(b, "identifier", *out);
    gp_add_xml_attribute(b, "elementRef", element);
    gp_add_text(b, " xsi:type=\"Element\"");
    add_number(b, "x", place->x);
    add_number(b, "y", place->y);
    add_number(b, "w", place->width);
    add_number(b, "h", place->height);
    gp_add_text(b, "/>\n");
    return GP_OK;
}

static gp_status add_boxes(view *v)
{
    for (uint32_t a = 0; a < v->network->activity_count; a++) {
        if (!v->place_of[a]) continue;
        uint32_t element = v->element_of[v->network->activities[a].symbol];
        const char *file_id = gp_node_at(v->model->graph, element)->file_id;
        GP_TRY(add_node(v, file_id, v->place_of[a], &v->node_of[a]));
    }
    return GP_OK;
}

/* ---- connections ---- */

static gp_status add_connection(view *v, const gp_graph_edge *edge, const char *source,
                                const char *target, gp_buffer *connections)
{
    const char *base, *identifier;
    size_t size;
    gp_buffer *name = gp_new_buffer(v->model->conversion->job);
    if (!name) return gp_no_memory(v->model->conversion->job);
    gp_add_text(name, "line-");
    gp_add_number(name, ++v->line_count);
    GP_TRY(gp_finish_buffer(name, &base, &size));
    GP_TRY(gp_reserve_id(v->model->graph, base, &identifier));
    gp_add_text(connections, "        <connection");
    gp_add_xml_attribute(connections, "identifier", identifier);
    gp_add_xml_attribute(connections, "relationshipRef", edge->file_id);
    gp_add_text(connections, " xsi:type=\"Relationship\"");
    gp_add_xml_attribute(connections, "source", source);
    gp_add_xml_attribute(connections, "target", target);
    gp_add_text(connections, "/>\n");
    return GP_OK;
}

/* The node of a junction, left of what it leads to, and the connection between the two. */
static gp_status need_junction(view *v, uint32_t junction, uint32_t activity,
                               gp_buffer *connections)
{
    const gp_box_place *box = v->place_of[activity];
    if (v->junction_node[junction]) return GP_OK;
    const gp_box_place place = {.x = box->x - JUNCTION_GAP,
                                .y = box->y + (box->height - JUNCTION_SIZE) / 2,
                                .width = JUNCTION_SIZE,
                                .height = JUNCTION_SIZE};
    const char *file_id = gp_node_at(v->model->graph, junction)->file_id;
    GP_TRY(add_node(v, file_id, &place, &v->junction_node[junction]));
    return add_connection(v, v->into[junction], v->junction_node[junction], v->node_of[activity],
                          connections);
}

static gp_status connect(view *v, const gp_arc *arc, gp_buffer *connections)
{
    const gp_activity *activities = v->network->activities;
    if (arc->requirement == GP_NONE || !v->node_of[arc->from] || !v->node_of[arc->to]) return GP_OK;
    uint32_t number = number_of(v, v->element_of[activities[arc->to].symbol],
                                v->element_of[activities[arc->from].symbol], arc->group != 0);
    if (number == GP_NONE) return gp_no_memory(v->model->conversion->job);
    const gp_graph_edge *edge = ((const gp_graph_edge **)v->edge_of.data)[number];
    if (!edge) return GP_OK;
    const char *target = v->node_of[arc->to];
    if (arc->group) {
        GP_TRY(need_junction(v, edge->from, arc->to, connections));
        target = v->junction_node[edge->from];
    }
    return add_connection(v, edge, v->node_of[arc->from], target, connections);
}

gp_status gp_write_archimate_view(gp_archimate *model)
{
    const gp_conversion *conversion = model->conversion;
    gp_buffer *connections = gp_new_buffer(conversion->job);
    const char *identifier, *text;
    size_t size;
    view *v = GP_NEW(conversion->job, view, 1); /* its arrays are freed with the job */
    if (!conversion->schedule || conversion->options->boxes.count == 0) return GP_OK;
    if (!v || !connections) return gp_no_memory(conversion->job);
    v->model = model;
    v->network = conversion->schedule->network;
    GP_TRY(prepare(v));
    GP_TRY(gp_reserve_id(model->graph, GP_ARCHIMATE_VIEW, &identifier));
    gp_add_text(model->buffer, "  <views>\n    <diagrams>\n      <view");
    gp_add_xml_attribute(model->buffer, "identifier", identifier);
    gp_add_text(model->buffer, " xsi:type=\"Diagram\">\n");
    bool is_dutch = conversion->options->language == GP_DUTCH;
    gp_add_xml_element(model->buffer, 8, "name", is_dutch ? "Ontwikkelpad" : "Development path");
    GP_TRY(add_boxes(v));
    for (uint32_t i = 0; i < v->network->arc_count; i++)
        GP_TRY(connect(v, &v->network->arcs[i], connections));
    GP_TRY(gp_finish_buffer(connections, &text, &size));
    gp_add_bytes(model->buffer, text, size);
    gp_add_text(model->buffer, "      </view>\n    </diagrams>\n  </views>\n");
    return GP_OK;
}
