/* SPDX-License-Identifier: MIT
 * Writes an ArchiMate Model Exchange File that Archi opens and the schema of The Open Group
 * (3.1; valid for 3.2 as well) accepts. docs/archimate.md says what becomes what. */
#include "io/graph/archimate_write.h"
#include "io/graph/property_names.h"
#include "io/xml/xml_text.h"

#include <string.h>

/* ---- texts ---- */

static void add_text(gp_archimate *m, int indent, const char *tag, const char *text)
{
    gp_buffer *b = m->buffer;
    while (indent-- > 0) gp_add_text(b, " ");
    gp_add_text(b, "<");
    gp_add_text(b, tag);
    if (m->language) gp_add_xml_attribute(b, "xml:lang", m->language);
    gp_add_text(b, ">");
    gp_add_xml_text(b, text);
    gp_add_text(b, "</");
    gp_add_text(b, tag);
    gp_add_text(b, ">\n");
}

/* ---- properties ---- */

/* The identifier of the definition of a property of this name, made when it is new. It is called
 * after the property, so that it is the same in every export. */
static gp_status define(gp_archimate *m, const char *name, const char **out)
{
    gp_job *job = m->conversion->job;
    uint32_t number = gp_intern(m->definitions, name, strlen(name));
    if (number == GP_NONE) return gp_no_memory(job);
    if (number == m->names.count) {
        const char *base, *identifier = NULL;
        size_t size;
        gp_buffer *buffer = gp_new_buffer(job);
        if (!buffer) return gp_no_memory(job);
        bool is_specialization = strcmp(name, "Specialization") == 0; /* as Archi calls it */
        if (!is_specialization) gp_add_text(buffer, "propid-");
        gp_add_xml_id(buffer, is_specialization ? "specialization" : name);
        GP_TRY(gp_finish_buffer(buffer, &base, &size));
        GP_TRY(gp_reserve_id(m->graph, base, &identifier));
        if (!gp_push(job, &m->names, &name, 1) || !gp_push(job, &m->identifiers, &identifier, 1))
            return gp_no_memory(job);
    }
    *out = ((const char **)m->identifiers.data)[number];
    return GP_OK;
}

static gp_status add_property(gp_archimate *m, int indent, const char *name, const char *value)
{
    const char *identifier = NULL;
    GP_TRY(define(m, name, &identifier));
    for (int i = 0; i < indent; i++) gp_add_text(m->buffer, " ");
    gp_add_text(m->buffer, "<property");
    gp_add_xml_attribute(m->buffer, "propertyDefinitionRef", identifier);
    gp_add_text(m->buffer, "><value>");
    gp_add_xml_text(m->buffer, value);
    gp_add_text(m->buffer, "</value></property>\n");
    return GP_OK;
}

/* The list, and before it the specialization (or NULL) unless the list has one. */
static gp_status add_properties(gp_archimate *m, const char *indent, const gp_properties *list,
                                const char *specialization)
{
    int depth = (int)strlen(indent);
    if (specialization && gp_find_property(m->graph, list, "Specialization")) specialization = NULL;
    if (list->first == GP_NONE && !specialization) return GP_OK;
    gp_add_text(m->buffer, indent);
    gp_add_text(m->buffer, "<properties>\n");
    if (specialization) GP_TRY(add_property(m, depth + 2, "Specialization", specialization));
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(m->graph, i)->next) {
        const gp_property *p = gp_property_at(m->graph, i);
        GP_TRY(add_property(m, depth + 2, p->name, p->value));
    }
    gp_add_text(m->buffer, indent);
    gp_add_text(m->buffer, "</properties>\n");
    return GP_OK;
}

static gp_status add_definitions(gp_archimate *m)
{
    const char *const *names = m->names.data, *const *identifiers = m->identifiers.data;
    if (m->names.count == 0) return GP_OK;
    gp_add_text(m->buffer, "  <propertyDefinitions>\n");
    for (size_t i = 0; i < m->names.count; i++) {
        gp_add_text(m->buffer, "    <propertyDefinition");
        gp_add_xml_attribute(m->buffer, "identifier", identifiers[i]);
        gp_add_text(m->buffer, " type=\"string\">\n");
        gp_add_xml_element(m->buffer, 6, "name", names[i]);
        gp_add_text(m->buffer, "    </propertyDefinition>\n");
    }
    gp_add_text(m->buffer, "  </propertyDefinitions>\n");
    return GP_OK;
}

/* ---- elements ---- */

static const char *specialization_of(const gp_archimate *m, const gp_graph_node *node)
{
    static const char *const scopes[2][2] = {{"Bound", "Interventiegebonden"},
                                             {"General", "Randvoorwaardelijk"}};
    gp_language language = m->conversion->options->language;
    const char *scope = gp_find_property(m->graph, &node->properties, "scope");
    if (node->kind == GP_NODE_CAPABILITY && scope)
        return scopes[strcmp(scope, "general") == 0][language];
    return gp_archimate_rows[node->kind].specialization[language];
}

static gp_status add_element(gp_archimate *m, const gp_graph_node *node)
{
    gp_buffer *b = m->buffer;
    gp_add_text(b, "    <element");
    gp_add_xml_attribute(b, "identifier", node->file_id);
    gp_add_xml_attribute(b, "xsi:type", gp_archimate_rows[node->kind].type);
    if (node->kind == GP_NODE_ANY) {
        gp_add_text(b, "/>\n");
        return GP_OK;
    }
    gp_add_text(b, ">\n");
    add_text(m, 6, "name", node->name && *node->name ? node->name : node->id);
    if (node->documentation) add_text(m, 6, "documentation", node->documentation);
    GP_TRY(add_properties(m, "      ", &node->properties, specialization_of(m, node)));
    gp_add_text(b, "    </element>\n");
    return GP_OK;
}

static gp_status add_elements(gp_archimate *m)
{
    if (m->graph->nodes.count == 0) return GP_OK;
    gp_add_text(m->buffer, "  <elements>\n");
    for (uint32_t i = 0; i < m->graph->nodes.count; i++)
        GP_TRY(add_element(m, gp_node_at(m->graph, i)));
    gp_add_text(m->buffer, "  </elements>\n");
    return GP_OK;
}

/* ---- relationships ---- */

static const struct {
    const char *type;
    bool is_turned; /* drawn from what is required */
} relations[GP_EDGE_KINDS] = {
    [GP_EDGE_REQUIRES] = {"Serving", true},     [GP_EDGE_ADDRESSES] = {"Influence", false},
    [GP_EDGE_SEGMENT] = {"Association", false}, [GP_EDGE_SITUATION] = {"Association", false},
    [GP_EDGE_SCENARIO] = {"Aggregation", true}, [GP_EDGE_MEASURES] = {"Association", false},
    [GP_EDGE_PLATEAU] = {"Aggregation", true},  [GP_EDGE_PARENT] = {"Aggregation", true},
};

static const char *modifier_of(const gp_archimate *m, const gp_graph_edge *edge)
{
    const char *direction = gp_find_property(m->graph, &edge->properties, "direction");
    if (edge->kind != GP_EDGE_ADDRESSES || !direction) return NULL;
    return strcmp(direction, "more") == 0 ? "+" : strcmp(direction, "less") == 0 ? "-" : NULL;
}

/* Names itself after its ends, so that it is called the same in every export. */
static gp_status name_edge(gp_archimate *m, gp_graph_edge *edge)
{
    const char *parts[] = {gp_edge_kind_names[edge->kind], "-",
                           gp_node_at(m->graph, edge->from)->file_id, "-",
                           gp_node_at(m->graph, edge->to)->file_id};
    gp_buffer *buffer = gp_new_buffer(m->conversion->job);
    const char *base;
    size_t size;
    if (!buffer) return gp_no_memory(m->conversion->job);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) gp_add_text(buffer, parts[i]);
    GP_TRY(gp_finish_buffer(buffer, &base, &size));
    return gp_reserve_id(m->graph, base, &edge->file_id);
}

static gp_status add_relationship(gp_archimate *m, gp_graph_edge *edge)
{
    gp_buffer *b = m->buffer;
    const char *from = gp_node_at(m->graph, edge->from)->file_id;
    const char *to = gp_node_at(m->graph, edge->to)->file_id;
    const char *modifier = modifier_of(m, edge);
    bool is_turned = relations[edge->kind].is_turned;
    GP_TRY(name_edge(m, edge));
    gp_add_text(b, "    <relationship");
    gp_add_xml_attribute(b, "identifier", edge->file_id);
    gp_add_xml_attribute(b, "source", is_turned ? to : from);
    gp_add_xml_attribute(b, "target", is_turned ? from : to);
    gp_add_xml_attribute(b, "xsi:type", relations[edge->kind].type);
    if (modifier) gp_add_xml_attribute(b, "modifier", modifier);
    if (edge->properties.first == GP_NONE) {
        gp_add_text(b, "/>\n");
        return GP_OK;
    }
    gp_add_text(b, ">\n");
    GP_TRY(add_properties(m, "      ", &edge->properties, NULL));
    gp_add_text(b, "    </relationship>\n");
    return GP_OK;
}

static gp_status add_relationships(gp_archimate *m)
{
    if (m->graph->edges.count == 0) return GP_OK;
    gp_add_text(m->buffer, "  <relationships>\n");
    for (uint32_t i = 0; i < m->graph->edges.count; i++)
        GP_TRY(add_relationship(m, gp_edge_at(m->graph, i)));
    gp_add_text(m->buffer, "  </relationships>\n");
    return GP_OK;
}

/* ---- the model ---- */

/* The identifier that the model came with, which then is no property. */
static const char *take_identifier(gp_graph *graph)
{
    for (uint32_t i = graph->settings.first; i != GP_NONE; i = gp_property_at(graph, i)->next) {
        const gp_property *p = gp_property_at(graph, i);
        if (strcmp(p->name, "x-model-id") != 0) continue;
        gp_drop_property(graph, &graph->settings, p);
        return p->value;
    }
    return GP_ARCHIMATE_MODEL;
}

static gp_status add_head(gp_archimate *m)
{
    gp_buffer *b = m->buffer, *scratch = gp_new_buffer(m->conversion->job);
    const char *base, *identifier;
    size_t size;
    if (!scratch) return gp_no_memory(m->conversion->job);
    gp_add_xml_id(scratch, take_identifier(m->graph));
    GP_TRY(gp_finish_buffer(scratch, &base, &size));
    GP_TRY(gp_reserve_id(m->graph, base, &identifier));
    gp_add_text(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model");
    gp_add_xml_attribute(b, "xmlns", GP_ARCHIMATE_SPACE);
    gp_add_xml_attribute(b, "xmlns:xsi", GP_XSI_SPACE);
    gp_add_xml_attribute(b, "xsi:schemaLocation", GP_ARCHIMATE_SPACE " " GP_ARCHIMATE_SCHEMA);
    gp_add_xml_attribute(b, "identifier", identifier);
    gp_add_text(b, ">\n");
    add_text(m, 2, "name", m->graph->title ? m->graph->title : "");
    if (m->graph->documentation) add_text(m, 2, "documentation", m->graph->documentation);
    return add_properties(m, "  ", &m->graph->settings, NULL);
}

gp_status gp_write_archimate(const gp_conversion *conversion, gp_output *out)
{
    gp_job *job = conversion->job;
    const gp_portfolio *portfolio = conversion->portfolio;
    gp_archimate *m = GP_NEW(job, gp_archimate, 1);
    if (!m) return gp_no_memory(job);
    *m = (gp_archimate){.conversion = conversion, .buffer = gp_new_buffer(job)};
    if (!m->buffer) return gp_no_memory(job);
    if (portfolio->has_language) m->language = portfolio->language == GP_DUTCH ? "nl" : "en";
    m->names.size = m->identifiers.size = sizeof(const char *);
    m->definitions = gp_new_names(job);
    if (!m->definitions) return gp_no_memory(job);
    GP_TRY(gp_make_graph(conversion, GP_FOR_ARCHIMATE, &m->graph));
    GP_TRY(add_head(m));
    GP_TRY(add_elements(m));
    GP_TRY(add_relationships(m));
    GP_TRY(add_definitions(m));
    GP_TRY(gp_write_archimate_view(m));
    gp_add_text(m->buffer, "</model>\n");
    return gp_finish_buffer(m->buffer, &out->text, &out->size);
}
