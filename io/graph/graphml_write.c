/* SPDX-License-Identifier: MIT
 * Writes GraphML (graphdrawing.org), as igraph, Gephi, yEd and networkx read it: a key for each
 * attribute of the graph, the nodes and the edges. */
#include "io/graph/graph_plain.h"
#include "io/graph/property_names.h"
#include "io/xml/xml_text.h"

#include <string.h>

#define GRAPHML_SPACE "http://graphml.graphdrawing.org/xmlns"

typedef enum domain { OF_GRAPH, OF_NODE, OF_EDGE, DOMAINS } domain;
static const char *const domain_names[DOMAINS] = {"graph", "node", "edge"};

typedef struct writer {
    gp_job *job;
    gp_graph *graph;
    gp_buffer *keys, *body;
    gp_names *known; /* domain and name: numbers of ids */
    gp_array ids;    /* const char * */
} writer;

/* The id of a key, which is declared when it is new. */
static gp_status need_key(writer *w, domain of, const char *name, const char **out)
{
    gp_buffer *buffer = gp_new_buffer(w->job);
    const char *text;
    size_t size;
    if (!buffer) return gp_no_memory(w->job);
    gp_add_text(buffer, domain_names[of]);
    gp_add_text(buffer, "-");
    gp_add_text(buffer, name);
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    uint32_t number = gp_intern(w->known, text, size);
    if (number == GP_NONE) return gp_no_memory(w->job);
    if (number < w->ids.count) {
        *out = ((const char **)w->ids.data)[number];
        return GP_OK;
    }
    buffer->bytes.count = strlen(domain_names[of]) + 1;
    gp_add_xml_id(buffer, name);
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    GP_TRY(gp_reserve_id(w->graph, text, out));
    gp_add_text(w->keys, "  <key");
    gp_add_xml_attribute(w->keys, "id", *out);
    gp_add_xml_attribute(w->keys, "for", domain_names[of]);
    gp_add_xml_attribute(w->keys, "attr.name", name);
    gp_add_xml_attribute(w->keys, "attr.type", gp_is_number_path(name) ? "double" : "string");
    gp_add_text(w->keys, "/>\n");
    return gp_push(w->job, &w->ids, out, 1) ? GP_OK : gp_no_memory(w->job);
}

static gp_status add_data(writer *w, domain of, const char *indent, const gp_properties *list)
{
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(w->graph, i)->next) {
        const gp_property *p = gp_property_at(w->graph, i);
        const char *key = NULL;
        GP_TRY(need_key(w, of, p->name, &key));
        gp_add_text(w->body, indent);
        gp_add_text(w->body, "<data");
        gp_add_xml_attribute(w->body, "key", key);
        gp_add_text(w->body, ">");
        gp_add_xml_text(w->body, p->value);
        gp_add_text(w->body, "</data>\n");
    }
    return GP_OK;
}

static gp_status add_node(writer *w, const gp_graph_node *node)
{
    gp_add_text(w->body, "    <node");
    gp_add_xml_attribute(w->body, "id", node->file_id);
    gp_add_text(w->body, ">\n");
    GP_TRY(add_data(w, OF_NODE, "      ", &node->properties));
    gp_add_text(w->body, "    </node>\n");
    return GP_OK;
}

static gp_status add_edge(writer *w, const gp_graph_edge *edge)
{
    gp_add_text(w->body, "    <edge");
    gp_add_xml_attribute(w->body, "source", gp_node_at(w->graph, gp_plain_source(edge))->file_id);
    gp_add_xml_attribute(w->body, "target", gp_node_at(w->graph, gp_plain_target(edge))->file_id);
    gp_add_text(w->body, ">\n");
    GP_TRY(add_data(w, OF_EDGE, "      ", &edge->properties));
    gp_add_text(w->body, "    </edge>\n");
    return GP_OK;
}

static gp_status add_all(writer *w)
{
    GP_TRY(add_data(w, OF_GRAPH, "    ", &w->graph->settings));
    for (uint32_t i = 0; i < w->graph->nodes.count; i++)
        GP_TRY(add_node(w, gp_node_at(w->graph, i)));
    for (uint32_t i = 0; i < w->graph->edges.count; i++)
        GP_TRY(add_edge(w, gp_edge_at(w->graph, i)));
    return GP_OK;
}

gp_status gp_write_graphml(const gp_conversion *conversion, gp_output *out)
{
    gp_job *job = conversion->job;
    writer *w = GP_NEW(job, writer, 1);
    const char *body;
    size_t size;
    if (!w) return gp_no_memory(job);
    *w = (writer){.job = job, .keys = gp_new_buffer(job), .body = gp_new_buffer(job)};
    if (!w->keys || !w->body) return gp_no_memory(job);
    w->ids.size = sizeof(const char *);
    w->known = gp_new_names(job);
    if (!w->known) return gp_no_memory(job);
    GP_TRY(gp_make_graph(conversion, GP_FOR_GRAPHML, &w->graph));
    GP_TRY(gp_write_plain_meaning(w->graph));
    gp_add_text(w->keys, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml");
    gp_add_xml_attribute(w->keys, "xmlns", GRAPHML_SPACE);
    gp_add_text(w->keys, ">\n");
    GP_TRY(add_all(w));
    GP_TRY(gp_finish_buffer(w->body, &body, &size));
    gp_add_text(w->keys, "  <graph edgedefault=\"directed\">\n");
    gp_add_bytes(w->keys, body, size);
    gp_add_text(w->keys, "  </graph>\n</graphml>\n");
    return gp_finish_buffer(w->keys, &out->text, &out->size);
}
