/* SPDX-License-Identifier: MIT
 * Writes DOT: all data as attributes, so that it reads back, and a label for the eye. libcgraph
 * would write it too, but it cannot say a text that ends in a backslash, or has one before a
 * quote; those are written as JSON here, in which a quote has another name. */
#include "io/graph/dot_label.h"
#include "io/graph/graph_plain.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct writer {
    gp_job *job;
    gp_graph *graph;
    gp_buffer *buffer;
} writer;

/* The only escape of a quoted text in DOT. */
static void add_quoted(gp_buffer *b, const char *text)
{
    gp_add_text(b, "\"");
    for (const char *c = text; *c; c++) {
        if (*c == '"') gp_add_text(b, "\\");
        gp_add_bytes(b, c, 1);
    }
    gp_add_text(b, "\"");
}

/* JSON text without a backslash before a quote. */
static void add_quoted_json(gp_buffer *b, const char *json)
{
    gp_add_text(b, "\"");
    for (const char *c = json; *c; c++) {
        bool is_pair = *c == '\\' && c[1];
        if (is_pair && c[1] == '"')
            gp_add_text(b, "\\u0022");
        else if (is_pair)
            gp_add_bytes(b, c, 2);
        else if (*c == '"')
            gp_add_text(b, "\\\"");
        else
            gp_add_bytes(b, c, 1);
        c += is_pair;
    }
    gp_add_text(b, "\"");
}

static bool has_mark(const char *name)
{
    size_t size = strlen(name);
    return size > 5 && strcmp(name + size - 5, ":json") == 0;
}

static gp_status add_as_json(writer *w, const char *name, const char *value)
{
    cJSON *text = cJSON_CreateString(value);
    char *json = text ? cJSON_PrintUnformatted(text) : NULL;
    cJSON_Delete(text);
    if (!json) return gp_no_memory(w->job);
    gp_buffer *marked = gp_new_buffer(w->job);
    const char *key = NULL;
    size_t size;
    if (marked) gp_add_text(marked, name);
    if (marked) gp_add_text(marked, ":json");
    if (marked && gp_finish_buffer(marked, &key, &size) == GP_OK) {
        add_quoted(w->buffer, key);
        gp_add_text(w->buffer, "=");
        add_quoted_json(w->buffer, json);
    }
    cJSON_free(json);
    return key ? GP_OK : gp_no_memory(w->job);
}

/* "label"="...": in labels Graphviz knows escapes and entities. */
static void add_label(gp_buffer *b, const char *name, const char *text)
{
    gp_add_text(b, name);
    gp_add_text(b, "=\"");
    gp_add_label(b, text);
    gp_add_text(b, "\"");
}

/* libcgraph cannot tell an empty text from none. */
static gp_status add_attribute(writer *w, const char *name, const char *value)
{
    bool is_json = has_mark(name);
    if (gp_is_dot_label(name) && *value) {
        add_label(w->buffer, name, value);
        return GP_OK;
    }
    if (!is_json && (!*value || strchr(value, '\\'))) return add_as_json(w, name, value);
    add_quoted(w->buffer, name);
    gp_add_text(w->buffer, "=");
    if (is_json)
        add_quoted_json(w->buffer, value);
    else
        add_quoted(w->buffer, value);
    return GP_OK;
}

static gp_status add_attributes(writer *w, const gp_properties *list)
{
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(w->graph, i)->next) {
        const gp_property *p = gp_property_at(w->graph, i);
        if (i != list->first) gp_add_text(w->buffer, ", ");
        GP_TRY(add_attribute(w, p->name, p->value));
    }
    return GP_OK;
}

static void add_shown_name(writer *w, const gp_properties *list, const char *name)
{
    if (!name || !*name || gp_property_named(w->graph, list, "label")) return;
    gp_add_text(w->buffer, ", ");
    add_label(w->buffer, "label", name);
}

static gp_status add_node(writer *w, const gp_graph_node *node)
{
    gp_add_text(w->buffer, "  ");
    add_quoted(w->buffer, node->file_id);
    gp_add_text(w->buffer, " [");
    GP_TRY(add_attributes(w, &node->properties));
    add_shown_name(w, &node->properties, node->name);
    gp_add_text(w->buffer, "];\n");
    return GP_OK;
}

static gp_status add_edge(writer *w, const gp_graph_edge *edge)
{
    gp_add_text(w->buffer, "  ");
    add_quoted(w->buffer, gp_node_at(w->graph, gp_plain_source(edge))->file_id);
    gp_add_text(w->buffer, " -> ");
    add_quoted(w->buffer, gp_node_at(w->graph, gp_plain_target(edge))->file_id);
    gp_add_text(w->buffer, " [");
    GP_TRY(add_attributes(w, &edge->properties));
    gp_add_text(w->buffer, "];\n");
    return GP_OK;
}

gp_status gp_write_dot(const gp_conversion *conversion, gp_output *out)
{
    gp_job *job = conversion->job;
    writer w = {.job = job, .buffer = gp_new_buffer(job)};
    if (!w.buffer) return gp_no_memory(job);
    GP_TRY(gp_make_graph(conversion, GP_FOR_DOT, &w.graph));
    GP_TRY(gp_write_plain_meaning(w.graph));
    gp_add_text(w.buffer, "digraph portfolio {\n");
    const gp_properties *settings = &w.graph->settings;
    for (uint32_t i = settings->first; i != GP_NONE; i = gp_property_at(w.graph, i)->next) {
        const gp_property *p = gp_property_at(w.graph, i);
        gp_add_text(w.buffer, "  ");
        GP_TRY(add_attribute(&w, p->name, p->value));
        gp_add_text(w.buffer, ";\n");
    }
    for (uint32_t i = 0; i < w.graph->nodes.count; i++)
        GP_TRY(add_node(&w, gp_node_at(w.graph, i)));
    for (uint32_t i = 0; i < w.graph->edges.count; i++)
        GP_TRY(add_edge(&w, gp_edge_at(w.graph, i)));
    gp_add_text(w.buffer, "}\n");
    return gp_finish_buffer(w.buffer, &out->text, &out->size);
}
