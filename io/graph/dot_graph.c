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

gp_status gp_take_dot_graph(gp_dot_graph *r)
{
    const thing of = {r->dot, AGRAPH, {1, 1}, {.graph = agnameof(r->dot)}};
    GP_TRY(add_attributes(r, &of, &r->import->graph->settings));
    for (Agnode_t *n = agfstnode(r->dot); n; n = agnxtnode(r->dot, n)) GP_TRY(add_node(r, n));
    for (Agraph_t *g = agfstsubg(r->dot); g; g = agnxtsubg(g))
        GP_TRY(gp_leave_out(r->import, GP_WORDS("parts", "onderdelen"), "subgraph",
                            GP_WORDS("their nodes are taken, the group is not",
                                     "hun knopen tellen mee, de groep niet"),
                            (gp_spot){1, 1}));
    GP_TRY(add_edges(r));
    return gp_take_graph(r->import, &gp_plain_types_format);
}
