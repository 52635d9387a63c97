/* SPDX-License-Identifier: MIT
 * Reads GraphML (graphdrawing.org) into a property graph. Attributes are called by keys that may
 * stand anywhere. igraph reads GraphML too, but it keeps no places and turns what it does not
 * know into warnings of its own; this layer does not link it. */
#include "io/formats.h"
#include "io/graph/graph_definitions.h"
#include "io/graph/graph_plain.h"
#include "io/xml/xml_read.h"

#include <string.h>

/* What a <data> element belongs to. */
typedef enum owner { OWNER_NONE, OWNER_GRAPH, OWNER_NODE, OWNER_EDGE } owner;

typedef struct reader {
    gp_graph_import *import;
    gp_graph *graph;
    gp_definitions *definitions;
    owner owners[GP_XML_DEPTH_MAX + 1]; /* by depth: whose data stands in this element */
    uint32_t things[GP_XML_DEPTH_MAX + 1];
    uint32_t depth, data_depth; /* data_depth: of the open <data>; 0: none */
    uint32_t label_depth;       /* of the open label of yEd; 0: none */
    gp_buffer *label;           /* its text so far */
    gp_spot label_spot;
    const char *key;
    gp_spot spot;
    uint32_t graph_count;
    bool has_drawing;                       /* the open <data> has elements in it */
    bool is_directed[GP_XML_DEPTH_MAX + 1]; /* by depth of a <graph>: edges that do not say it */
} reader;

#define NO_PLACE                                                                                   \
    GP_WORDS("the portfolio has no place for them", "daar heeft het portfolio geen plaats voor")

static gp_status copy(reader *r, const char *text, const char **out)
{
    *out = gp_copy_text(r->import->job, text ? text : "", text ? strlen(text) : 0);
    return *out ? GP_OK : gp_no_memory(r->import->job);
}

static gp_status start_root(reader *r, gp_xml *xml, const gp_xml_element *root)
{
    r->graph->spot = root->spot;
    if (strcmp(root->name, "graphml") == 0) return GP_OK;
    r->import->records->is_incomplete = true;
    gp_xml_stop(xml);
    return gp_add_finding(
        r->import->job, &(gp_finding){.code = 101,
                                      .place = gp_place_in(r->import->records->source, root->spot),
                                      .arguments = {GP_WORDS("another kind of XML", "ander XML"),
                                                    GP_TEXT("<graphml>")}});
}

static gp_status start_key(reader *r, const gp_xml_element *element)
{
    const char *id = gp_xml_find(element, "id"), *name = gp_xml_find(element, "attr.name");
    uint32_t number;
    GP_TRY(gp_define(r->definitions, id ? id : "", &number));
    return copy(r, name ? name : id, gp_definition_name(r->definitions, number));
}

static gp_status start_graph(reader *r, const gp_xml_element *element)
{
    const char *usual = gp_xml_find(element, "edgedefault");
    r->is_directed[element->depth] = !usual || strcmp(usual, "undirected") != 0;
    r->owners[element->depth] = r->graph_count++ == 0 ? OWNER_GRAPH : OWNER_NONE;
    if (r->graph_count == 1 || r->owners[element->depth - 1] == OWNER_NODE) return GP_OK;
    return gp_leave_out(
        r->import, GP_WORDS("parts", "onderdelen"), "graph",
        GP_WORDS("their nodes are taken, the group is not", "hun knopen tellen mee, de groep niet"),
        element->spot);
}

/* A node in a graph in a node, as yEd writes groups: it is part of that. */
static gp_status add_part(reader *r, const gp_graph_node *node, uint32_t depth)
{
    if (depth < 4 || r->owners[depth - 2] != OWNER_NODE) return GP_OK;
    gp_graph_edge edge = {.kind = GP_EDGE_PARENT,
                          .from = node->symbol,
                          .to = gp_node_at(r->graph, r->things[depth - 2])->symbol,
                          .type = "graph",
                          .is_directed = true,
                          .spot = node->spot,
                          .properties = GP_NO_PROPERTIES};
    return gp_add_edge(r->graph, &edge);
}

static gp_status start_node(reader *r, const gp_xml_element *element)
{
    gp_graph_node node = {.spot = element->spot, .properties = GP_NO_PROPERTIES};
    GP_TRY(copy(r, gp_xml_find(element, "id"), &node.file_id));
    node.id = node.file_id;
    node.symbol = gp_graph_symbol(r->graph, node.file_id);
    if (node.symbol == GP_NONE) return gp_no_memory(r->import->job);
    r->owners[element->depth] = OWNER_NODE;
    r->things[element->depth] = (uint32_t)r->graph->nodes.count;
    GP_TRY(gp_add_node(r->graph, &node));
    return add_part(r, &node, element->depth);
}

static gp_status start_edge(reader *r, const gp_xml_element *element)
{
    const char *source = gp_xml_find(element, "source"), *target = gp_xml_find(element, "target");
    const char *directed = gp_xml_find(element, "directed");
    gp_graph_edge edge = {.spot = element->spot, .properties = GP_NO_PROPERTIES};
    edge.from = gp_graph_symbol(r->graph, source ? source : "");
    edge.to = gp_graph_symbol(r->graph, target ? target : "");
    if (edge.from == GP_NONE || edge.to == GP_NONE) return gp_no_memory(r->import->job);
    edge.is_directed =
        directed ? strcmp(directed, "true") == 0 : r->is_directed[element->depth - 1];
    r->owners[element->depth] = OWNER_EDGE;
    r->things[element->depth] = (uint32_t)r->graph->edges.count;
    return gp_add_edge(r->graph, &edge);
}

static gp_status start_data(reader *r, const gp_xml_element *element)
{
    r->data_depth = element->depth;
    r->spot = element->spot;
    return copy(r, gp_xml_find(element, "key"), &r->key);
}

static gp_status start_other(reader *r, const gp_xml_element *element)
{
    static const char *const expected[] = {"desc", "locator", "default", "port", "hyperedge"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (strcmp(element->name, expected[i]) == 0)
            return gp_leave_out(r->import, GP_WORDS("parts", "onderdelen"), element->name, NO_PLACE,
                                element->spot);
    return GP_OK;
}

/* In a drawing only labels count; within one of them stands how it is laid out. */
static gp_status start_drawing(reader *r, const gp_xml_element *element)
{
    bool is_label =
        strcmp(element->name, "NodeLabel") == 0 || strcmp(element->name, "EdgeLabel") == 0;
    if (r->label_depth && element->depth == r->label_depth + 1)
        gp_add_text(r->label, element->before);
    if (!is_label || r->label_depth) return GP_OK;
    r->label_depth = element->depth;
    r->label_spot = element->spot;
    r->label->bytes.count = 0;
    return GP_OK;
}

static gp_status on_start(void *state, gp_xml *xml, const gp_xml_element *element)
{
    reader *r = state;
    r->depth = element->depth;
    r->owners[element->depth] = OWNER_NONE;
    if (element->depth == 0) return start_root(r, xml, element);
    r->has_drawing = r->data_depth != 0; /* what a program draws with, such as yEd */
    if (r->has_drawing) return start_drawing(r, element);
    if (strcmp(element->name, "key") == 0) return start_key(r, element);
    if (strcmp(element->name, "graph") == 0) return start_graph(r, element);
    if (strcmp(element->name, "node") == 0) return start_node(r, element);
    if (strcmp(element->name, "edge") == 0) return start_edge(r, element);
    if (strcmp(element->name, "data") == 0) return start_data(r, element);
    return start_other(r, element);
}

static gp_properties *list_of(reader *r, uint32_t depth)
{
    switch (r->owners[depth]) {
    case OWNER_GRAPH: return &r->graph->settings;
    case OWNER_NODE: return &gp_node_at(r->graph, r->things[depth])->properties;
    case OWNER_EDGE: return &gp_edge_at(r->graph, r->things[depth])->properties;
    default: return NULL;
    }
}

/* A drawing within data (yEd) gives no text of its own; what it calls the node is its label. */
static gp_status end_data(reader *r, const char *text)
{
    gp_properties *list = list_of(r, r->data_depth - 1);
    r->data_depth = 0;
    if (!list)
        return gp_leave_out(r->import, GP_WORDS("parts", "onderdelen"), "data", NO_PLACE, r->spot);
    if (r->has_drawing) return GP_OK;
    return gp_add_property(r->graph, list, r->key, text, r->spot);
}

static gp_status end_label(reader *r)
{
    static const char blank[] = " \t\r\n";
    gp_properties *list = list_of(r, r->data_depth - 1);
    const char *text;
    size_t size;
    r->label_depth = 0;
    GP_TRY(gp_finish_buffer(r->label, &text, &size));
    while (size && strchr(blank, text[size - 1])) size--;
    size_t from = strspn(text, blank);
    if (!list || from >= size) return GP_OK;
    const char *label = gp_copy_text(r->import->job, text + from, size - from);
    uint32_t number; /* defined here, so that it is a name like those of keys */
    GP_TRY(gp_define(r->definitions, "label", &number));
    const char **known = gp_definition_name(r->definitions, number);
    if (!*known) *known = "label";
    if (!label) return gp_no_memory(r->import->job);
    return gp_add_property(r->graph, list, "label", label, r->label_spot);
}

static gp_status on_end(void *state, const char *name, const char *text)
{
    (void)name;
    reader *r = state;
    uint32_t depth = r->depth;
    r->depth = depth ? depth - 1 : 0;
    if (!r->data_depth) return GP_OK;
    if (depth == r->data_depth) return end_data(r, text);
    if (r->label_depth && depth <= r->label_depth + 1) gp_add_text(r->label, text);
    return depth == r->label_depth ? end_label(r) : GP_OK;
}

bool gp_sniff_graphml(const char *head, size_t size)
{
    (void)size;
    return strstr(head, "<graphml") != NULL;
}

gp_status gp_read_graphml(gp_records *records, gp_input *input)
{
    reader *r = GP_NEW(records->job, reader, 1);
    bool is_whole;
    if (!r) return gp_no_memory(records->job);
    const gp_xml_handler handler = {on_start, on_end, r};
    gp_begin(records, input, (gp_spot){1, 1});
    GP_TRY(gp_start_import(records, &r->import));
    GP_TRY(gp_new_definitions(records->job, &r->definitions));
    r->graph = r->import->graph;
    r->label = gp_new_buffer(records->job);
    if (!r->label) return gp_no_memory(records->job);
    for (size_t i = 0; i <= GP_XML_DEPTH_MAX; i++) r->is_directed[i] = true;
    GP_TRY(gp_read_xml(records->job, input, &handler, &is_whole));
    records->is_incomplete = records->is_incomplete || !is_whole;
    if (!is_whole) return GP_OK;
    GP_TRY(gp_bind_definitions(r->definitions, r->import, ""));
    return gp_take_graph(r->import, &gp_plain_types_format);
}
