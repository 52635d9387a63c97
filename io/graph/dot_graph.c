/* SPDX-License-Identifier: MIT
 * From libcgraph's graph to ours: nodes and edges in the order of the file, and their attributes.
 */
#include "io/graph/dot_graph.h"
#include "io/graph/dot_label.h"
#include "io/graph/dot_scan.h"
#include "io/graph/graph_plain.h"

#include <cjson/cJSON.h>
#include <graphviz/cgraph.h>
#include <stdlib.h>
#include <string.h>

#define JSON_MARK ":json" /* ends the name of an attribute whose value is JSON text */

/* A graph, node or edge of libcgraph's. */
typedef struct thing {
    void *thing;
    int kind;
    gp_spot spot;
    gp_dot_owner owner; /* of its labels */
} thing;

static gp_spot spot_at(const gp_array *spots, uint32_t number)
{
    const gp_spot *all = spots->data;
    return number < spots->count && all[number].line ? all[number] : (gp_spot){1, 1};
}

/* ---- from libcgraph's graph to ours ---- */

/* Texts that DOT cannot say as they are come as JSON; here they are texts again. */
static gp_status add_json(gp_dot_graph *r, gp_properties *list, const char *name, const char *value,
                          gp_spot spot)
{
    cJSON *json;
    GP_TRY(gp_parse_json_value(r->import, value, &json));
    size_t size = strlen(name) - strlen(JSON_MARK);
    bool is_text = cJSON_IsString(json) && (*json->valuestring || strncmp(name, "x-", 2) == 0);
    const char *plain = gp_copy_text(r->import->job, name, size);
    gp_status status = plain ? gp_add_property(r->import->graph, list, is_text ? plain : name,
                                               is_text ? json->valuestring : value, spot)
                             : gp_no_memory(r->import->job);
    cJSON_Delete(json);
    return status;
}

static bool has_mark(const char *name)
{
    size_t size = strlen(name), mark = strlen(JSON_MARK);
    return size > mark && strcmp(name + size - mark, JSON_MARK) == 0;
}

/* Graphviz shows a label by rules of its own; what it shows is what is said. */
static gp_status add_label(gp_dot_graph *r, gp_properties *list, const char *name,
                           const char *value, const thing *of)
{
    const char *shown;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(r->import->job);
    if (!buffer) return gp_no_memory(r->import->job);
    gp_add_shown_label(buffer, value, &of->owner);
    GP_TRY(gp_finish_buffer(buffer, &shown, &size));
    return gp_add_property(r->import->graph, list, name, shown, of->spot);
}

static gp_status add_attributes(gp_dot_graph *r, const thing *of, gp_properties *list)
{
    int kind = of->kind;
    gp_spot spot = of->spot;
    for (Agsym_t *a = agnxtattr(r->dot, kind, NULL); a; a = agnxtattr(r->dot, kind, a)) {
        char *value = kind == AGRAPH ? a->defval : agxget(of->thing, a);
        if (!value || !*value) continue;
        if (kind == AGRAPH && gp_is_known_charset(a->name, value)) continue; /* it is UTF-8 now */
        if (aghtmlstr(value))
            GP_TRY(gp_leave_out(r->import, GP_WORDS("texts", "teksten"), "HTML",
                                GP_WORDS("only plain text is taken", "alleen platte tekst telt"),
                                spot));
        else if (has_mark(a->name))
            GP_TRY(add_json(r, list, a->name, value, spot));
        else if (gp_is_dot_label(a->name))
            GP_TRY(add_label(r, list, a->name, value, of));
        else
            GP_TRY(gp_add_property(r->import->graph, list, a->name, value, spot));
    }
    return GP_OK;
}

static gp_status add_node(gp_dot_graph *r, Agnode_t *dot_node)
{
    const char *name = agnameof(dot_node);
    gp_graph_node node = {.spot = spot_at(&r->node_spots, AGSEQ(dot_node)),
                          .properties = GP_NO_PROPERTIES};
    node.id = node.file_id = gp_copy_text(r->import->job, name, strlen(name));
    if (!node.file_id) return gp_no_memory(r->import->job);
    node.symbol = gp_graph_symbol(r->import->graph, node.file_id);
    if (node.symbol == GP_NONE) return gp_no_memory(r->import->job);
    const thing of = {dot_node, AGNODE, node.spot, {.graph = agnameof(r->dot), .node = name}};
    GP_TRY(add_attributes(r, &of, &node.properties));
    return gp_add_node(r->import->graph, &node);
}

static gp_status add_edge(gp_dot_graph *r, Agedge_t *dot_edge)
{
    gp_graph_edge edge = {.from = gp_graph_symbol(r->import->graph, agnameof(agtail(dot_edge))),
                          .to = gp_graph_symbol(r->import->graph, agnameof(aghead(dot_edge))),
                          .is_directed = agisdirected(r->dot),
                          .spot = spot_at(&r->edge_spots, AGSEQ(dot_edge)),
                          .properties = GP_NO_PROPERTIES};
    if (edge.from == GP_NONE || edge.to == GP_NONE) return gp_no_memory(r->import->job);
    const thing of = {dot_edge,
                      AGEDGE,
                      edge.spot,
                      {.graph = agnameof(r->dot),
                       .tail = agnameof(agtail(dot_edge)),
                       .head = agnameof(aghead(dot_edge)),
                       .is_directed = edge.is_directed}};
    GP_TRY(add_attributes(r, &of, &edge.properties));
    return gp_add_edge(r->import->graph, &edge);
}

static int compare_edges(const void *left, const void *right)
{
    Agedge_t *const *a = left, *const *b = right;
    return (AGSEQ(*a) > AGSEQ(*b)) - (AGSEQ(*a) < AGSEQ(*b));
}

/* Edges in the order of the file. */
static gp_status add_edges(gp_dot_graph *r)
{
    size_t count = 0, room = (size_t)agnedges(r->dot);
    Agedge_t **edges = GP_NEW(r->import->job, Agedge_t *, room);
    if (!edges) return gp_no_memory(r->import->job);
    for (Agnode_t *n = agfstnode(r->dot); n; n = agnxtnode(r->dot, n))
        for (Agedge_t *e = agfstout(r->dot, n); e && count < room; e = agnxtout(r->dot, e))
            edges[count++] = e;
    if (count > 1) qsort(edges, count, sizeof *edges, compare_edges);
    for (size_t i = 0; i < count; i++) GP_TRY(add_edge(r, edges[i]));
    return GP_OK;
}

/* ---- subgraphs: a cluster that is called as a node holds the parts of that ---- */

static Agraph_t *next_subgraph(const Agraph_t *root, Agraph_t *at)
{
    Agraph_t *next = agfstsubg(at);
    for (; !next && at != root; at = agparent(at)) next = agnxtsubg(at);
    return next;
}

static gp_status note_name(gp_dot_graph *r, gp_names *names, gp_array *nodes, const char *name,
                           uint32_t node)
{
    if (!name || !*name) return GP_OK;
    uint32_t number = gp_intern(names, name, strlen(name));
    if (number == GP_NONE) return gp_no_memory(r->import->job);
    if (number < nodes->count) return GP_OK;
    return gp_push(r->import->job, nodes, &node, 1) ? GP_OK : gp_no_memory(r->import->job);
}

/* What nodes are called: by their ids first, then as they are shown. */
static gp_status list_names(gp_dot_graph *r, gp_names *names, gp_array *nodes)
{
    const gp_graph *graph = r->import->graph;
    static const char *const shown[] = {"name", "label"};
    for (uint32_t i = 0; i < graph->nodes.count; i++)
        GP_TRY(note_name(r, names, nodes, gp_node_at(graph, i)->id, i));
    for (size_t s = 0; s < sizeof shown / sizeof *shown; s++)
        for (uint32_t i = 0; i < graph->nodes.count; i++)
            GP_TRY(note_name(r, names, nodes,
                             gp_find_property(graph, &gp_node_at(graph, i)->properties, shown[s]),
                             i));
    return GP_OK;
}

static uint32_t find_called(const gp_names *names, const gp_array *nodes, const char *text)
{
    uint32_t number = text && *text ? gp_find_name(names, text, strlen(text)) : GP_NONE;
    return number == GP_NONE ? GP_NONE : ((const uint32_t *)nodes->data)[number];
}

/* By its name, with or without the "cluster" that makes Graphviz draw a box, or its label. */
static uint32_t find_whole(Agraph_t *subgraph, const gp_names *names, const gp_array *nodes)
{
    char key[] = "label";
    const char *name = agnameof(subgraph);
    uint32_t found = name && *name != '%' ? find_called(names, nodes, name) : GP_NONE;
    if (found == GP_NONE && name && strncmp(name, "cluster", 7) == 0)
        found = find_called(names, nodes, name + 7 + strspn(name + 7, "_"));
    return found == GP_NONE ? find_called(names, nodes, agget(subgraph, key)) : found;
}

static uint32_t node_of(const gp_dot_graph *r, Agnode_t *dot_node)
{
    return gp_find_node(r->import->graph, gp_graph_symbol(r->import->graph, agnameof(dot_node)));
}

#define NO_GROUP                                                                                   \
    GP_WORDS("their nodes are taken, the group is not: no capability is called that",              \
             "hun knopen tellen mee, de groep niet: geen capability heet zo")

/* The innermost subgraph counts: it comes after those around it. */
static gp_status find_wholes(gp_dot_graph *r, uint32_t *whole_of)
{
    gp_array *nodes = GP_NEW(r->import->job, gp_array, 1);
    gp_names *names = gp_new_names(r->import->job);
    if (!nodes || !names) return gp_no_memory(r->import->job);
    nodes->size = sizeof(uint32_t);
    GP_TRY(list_names(r, names, nodes));
    for (Agraph_t *g = next_subgraph(r->dot, r->dot); g; g = next_subgraph(r->dot, g)) {
        uint32_t whole = find_whole(g, names, nodes);
        if (whole == GP_NONE && agparent(g) == r->dot)
            GP_TRY(gp_leave_out(r->import, GP_WORDS("parts", "onderdelen"), "subgraph", NO_GROUP,
                                (gp_spot){1, 1}));
        if (whole == GP_NONE) continue;
        for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n)) {
            uint32_t node = node_of(r, n);
            if (node != GP_NONE && node != whole) whole_of[node] = whole;
        }
    }
    return GP_OK;
}

static gp_status add_wholes(gp_dot_graph *r)
{
    gp_graph *graph = r->import->graph;
    uint32_t count = (uint32_t)graph->nodes.count;
    if (!agfstsubg(r->dot)) return GP_OK;
    uint32_t *whole_of = GP_NEW(r->import->job, uint32_t, count);
    if (!whole_of) return gp_no_memory(r->import->job);
    for (uint32_t i = 0; i < count; i++) whole_of[i] = GP_NONE;
    GP_TRY(find_wholes(r, whole_of));
    for (uint32_t i = 0; i < count; i++) {
        if (whole_of[i] == GP_NONE) continue;
        const gp_graph_node *node = gp_node_at(graph, i);
        const gp_graph_edge edge = {.kind = GP_EDGE_PARENT,
                                    .from = node->symbol,
                                    .to = gp_node_at(graph, whole_of[i])->symbol,
                                    .type = "subgraph",
                                    .is_directed = true,
                                    .spot = node->spot,
                                    .properties = GP_NO_PROPERTIES};
        GP_TRY(gp_add_edge(graph, &edge));
    }
    return GP_OK;
}

gp_status gp_take_dot_graph(gp_dot_graph *r)
{
    const thing of = {r->dot, AGRAPH, {1, 1}, {.graph = agnameof(r->dot)}};
    GP_TRY(add_attributes(r, &of, &r->import->graph->settings));
    for (Agnode_t *n = agfstnode(r->dot); n; n = agnxtnode(r->dot, n)) GP_TRY(add_node(r, n));
    GP_TRY(add_edges(r));
    GP_TRY(add_wholes(r));
    return gp_take_graph(r->import, &gp_plain_types_format);
}
