/* SPDX-License-Identifier: MIT
 * Reads an ArchiMate Model Exchange File (The Open Group, 2.1 and 3.0 to 3.2) into a property
 * graph: elements, relationships and properties. It streams: views, which are most of a file, pass
 * by. Definitions of properties come after their use, so names are filled in at the end. */
#include "io/formats.h"
#include "io/graph/archimate_ids.h"
#include "io/graph/archimate_types.h"
#include "io/graph/archimate_version.h"
#include "io/graph/graph_definitions.h"

#include <string.h>

/* The list at the top of a model that is being read. */
typedef enum section {
    SECTION_NONE,
    SECTION_MODEL, /* the model itself */
    SECTION_ELEMENTS,
    SECTION_RELATIONSHIPS,
    SECTION_DEFINITIONS,
    SECTION_ORGANIZATIONS,
    SECTION_VIEWS
} section;

typedef struct reader {
    gp_graph_import *import;
    gp_graph *graph;
    gp_archimate_version *version;
    section section;
    uint32_t depth;        /* of the element that is open */
    bool is_in_thing;      /* an element, relationship or definition is open */
    const char *reference; /* of the property that is open; NULL: it has its value */
    gp_spot property_spot;
    gp_definitions *definitions;
    uint32_t definition; /* the open one */
    bool is_own_view;    /* the open view is one that we wrote, so far */
    gp_spot view_spot;
} reader;

static gp_status copy(reader *r, const char *text, const char **out)
{
    *out = gp_copy_text(r->import->job, text ? text : "", text ? strlen(text) : 0);
    return *out ? GP_OK : gp_no_memory(r->import->job);
}

/* ---- the root ---- */

static gp_status start_model(reader *r, gp_xml *xml, const gp_xml_element *root)
{
    GP_TRY(gp_start_archimate(r->import, xml, root, &r->version));
    r->graph->spot = root->spot;
    const char *identifier = gp_xml_find(root, "identifier");
    if (!identifier || strcmp(identifier, GP_ARCHIMATE_MODEL) == 0) return GP_OK;
    return gp_add_property(r->graph, &r->graph->settings, "x-model-id", identifier, root->spot);
}

/* ---- elements, relationships, definitions ---- */

static gp_status count_part(reader *r, const char *name, gp_spot spot)
{
    return gp_leave_out(r->import, GP_WORDS("parts", "onderdelen"), name,
                        GP_WORDS("the portfolio has no place for them",
                                 "daar heeft het portfolio geen plaats voor"),
                        spot);
}

static gp_status start_section(reader *r, const gp_xml_element *element)
{
    static const struct {
        const char *name;
        section section;
    } sections[] = {{"name", SECTION_MODEL},
                    {"documentation", SECTION_MODEL},
                    {"properties", SECTION_MODEL},
                    {"elements", SECTION_ELEMENTS},
                    {"relationships", SECTION_RELATIONSHIPS},
                    {"propertyDefinitions", SECTION_DEFINITIONS},
                    {"propertydefs", SECTION_DEFINITIONS}, /* 2.1, as the next */
                    {"organization", SECTION_ORGANIZATIONS},
                    {"organizations", SECTION_ORGANIZATIONS},
                    {"views", SECTION_VIEWS}};
    r->section = SECTION_NONE;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (strcmp(element->name, sections[i].name) == 0) r->section = sections[i].section;
    return r->section == SECTION_NONE ? count_part(r, element->name, element->spot) : GP_OK;
}

static gp_status start_node(reader *r, const gp_xml_element *element)
{
    const char *id = gp_xml_find(element, "identifier"), *type = gp_xml_find(element, "type");
    gp_graph_node node = {.spot = element->spot, .properties = GP_NO_PROPERTIES};
    GP_TRY(copy(r, id, &node.file_id));
    GP_TRY(gp_name_element(r->import, r->version, type, &node.type));
    node.id = node.file_id;
    node.symbol = gp_graph_symbol(r->graph, node.file_id);
    if (node.symbol == GP_NONE) return gp_no_memory(r->import->job);
    r->is_in_thing = true;
    return gp_add_node(r->graph, &node);
}

static gp_status start_edge(reader *r, const gp_xml_element *element)
{
    const char *source = gp_xml_find(element, "source"), *target = gp_xml_find(element, "target");
    const char *directed = gp_xml_find(element, "isDirected");
    const char *modifier = gp_xml_find(element, "modifier");
    gp_graph_edge edge = {.spot = element->spot, .properties = GP_NO_PROPERTIES};
    const char *type = gp_xml_find(element, "type");
    GP_TRY(copy(r, gp_xml_find(element, "identifier"), &edge.file_id));
    GP_TRY(gp_name_relation(r->import, r->version, type, &edge.type));
    edge.from = gp_graph_symbol(r->graph, source ? source : "");
    edge.to = gp_graph_symbol(r->graph, target ? target : "");
    if (edge.from == GP_NONE || edge.to == GP_NONE) return gp_no_memory(r->import->job);
    edge.is_directed = directed && (strcmp(directed, "true") == 0 || strcmp(directed, "1") == 0);
    if (modifier)
        GP_TRY(gp_add_property(r->graph, &edge.properties, "modifier", modifier, element->spot));
    r->is_in_thing = true;
    return gp_add_edge(r->graph, &edge);
}

static gp_status start_definition(reader *r, const gp_xml_element *element)
{
    const char *id = gp_xml_find(element, "identifier");
    const char *name = gp_xml_find(element, "name"); /* 2.1; an element within, since 3 */
    GP_TRY(gp_define(r->definitions, id ? id : "", &r->definition));
    r->is_in_thing = true;
    return name ? copy(r, name, gp_definition_name(r->definitions, r->definition)) : GP_OK;
}

static bool begins_with(const char *text, const char *start)
{
    return text && strncmp(text, start, strlen(start)) == 0;
}

/* The view that we write ourselves holds nothing that the portfolio has not. As soon as somebody
 * has put a box or a line in it, it is a view like any other. */
static gp_status start_view(reader *r, const gp_xml_element *element)
{
    const char *id = gp_xml_find(element, "identifier");
    bool is_line = strcmp(element->name, "connection") == 0;
    if (strcmp(element->name, "view") == 0) {
        r->view_spot = element->spot;
        r->is_own_view = begins_with(id, GP_ARCHIMATE_VIEW);
        return r->is_own_view ? GP_OK : count_part(r, "view", element->spot);
    }
    bool is_ours = is_line ? begins_with(id, "line-") : begins_with(id, "node-");
    if (!r->is_own_view || is_ours || (!is_line && strcmp(element->name, "node") != 0))
        return GP_OK;
    r->is_own_view = false;
    return count_part(r, "view", r->view_spot);
}

/* What the portfolio has no place for but a file may have many of. */
static gp_status count_other(reader *r, const gp_xml_element *element)
{
    if (r->section == SECTION_VIEWS) return start_view(r, element);
    bool is_folder = r->section == SECTION_ORGANIZATIONS && element->depth == 2;
    return is_folder ? count_part(r, "organization", element->spot) : GP_OK;
}

static gp_status start_thing(reader *r, const gp_xml_element *element)
{
    bool is_thing = element->depth == 2;
    if (is_thing && r->section == SECTION_ELEMENTS) return start_node(r, element);
    if (is_thing && r->section == SECTION_RELATIONSHIPS) return start_edge(r, element);
    if (is_thing && r->section == SECTION_DEFINITIONS) return start_definition(r, element);
    return count_other(r, element);
}

/* ---- properties and texts ---- */

static bool holds_properties(const reader *r)
{
    return r->section == SECTION_MODEL || r->section == SECTION_ELEMENTS ||
           r->section == SECTION_RELATIONSHIPS;
}

static gp_status start_property(reader *r, const gp_xml_element *element)
{
    const char *reference = gp_xml_find(element, "propertyDefinitionRef");
    if (!reference) reference = gp_xml_find(element, "identifierref"); /* 2.1 */
    r->property_spot = element->spot;
    return copy(r, reference, &r->reference);
}

static gp_properties *open_list(reader *r)
{
    if (r->section == SECTION_MODEL) return &r->graph->settings;
    if (r->section == SECTION_ELEMENTS)
        return &gp_node_at(r->graph, (uint32_t)r->graph->nodes.count - 1)->properties;
    return &gp_edge_at(r->graph, (uint32_t)r->graph->edges.count - 1)->properties;
}

#define OTHER_LANGUAGE GP_WORDS("only the first language is taken", "alleen de eerste taal telt")

static gp_status count_translation(reader *r, const char *what)
{
    return gp_leave_out(r->import, GP_WORDS("texts", "teksten"), what, OTHER_LANGUAGE,
                        r->property_spot);
}

static gp_status end_value(reader *r, const char *text)
{
    if (!r->reference) return count_translation(r, "value");
    gp_properties list = *open_list(r); /* adding may move what holds it, not the list itself */
    GP_TRY(gp_add_property(r->graph, &list, r->reference, text, r->property_spot));
    *open_list(r) = list;
    r->reference = NULL;
    return GP_OK;
}

/* Where the text of this name goes: of the open thing, or of the model. */
static const char **text_place(reader *r, bool is_name)
{
    if (r->section == SECTION_MODEL) return is_name ? &r->graph->title : &r->graph->documentation;
    if (r->section == SECTION_ELEMENTS) {
        gp_graph_node *node = gp_node_at(r->graph, (uint32_t)r->graph->nodes.count - 1);
        return is_name ? &node->name : &node->documentation;
    }
    if (r->section == SECTION_RELATIONSHIPS && is_name)
        return &gp_edge_at(r->graph, (uint32_t)r->graph->edges.count - 1)->name;
    if (r->section == SECTION_DEFINITIONS && is_name)
        return gp_definition_name(r->definitions, r->definition);
    return NULL;
}

/* 2.1 calls the name of a thing its label. */
static bool is_name_of_thing(const char *name)
{
    return strcmp(name, "name") == 0 || strcmp(name, "label") == 0;
}

static gp_status end_text(reader *r, const char *name, const char *text)
{
    bool is_name = is_name_of_thing(name);
    const char **place = text_place(r, is_name);
    if (place && *place) return count_translation(r, is_name ? "name" : "documentation");
    if (place) return copy(r, text, place);
    if (r->section != SECTION_RELATIONSHIPS) return GP_OK;
    return gp_leave_out(
        r->import, GP_WORDS("texts", "teksten"), "documentation",
        GP_WORDS("a requirement has no documentation", "een eis heeft geen toelichting"),
        r->property_spot);
}

/* ---- events ---- */

static gp_status on_start(void *state, gp_xml *xml, const gp_xml_element *element)
{
    reader *r = state;
    r->depth = element->depth;
    if (element->depth == 0) return start_model(r, xml, element);
    if (element->depth == 1) GP_TRY(start_section(r, element));
    if (holds_properties(r) && strcmp(element->name, "property") == 0)
        return start_property(r, element);
    bool is_text = is_name_of_thing(element->name) || strcmp(element->name, "documentation") == 0;
    if (is_text) r->property_spot = element->spot;
    return element->depth > 1 ? start_thing(r, element) : GP_OK;
}

static gp_status on_end(void *state, const char *name, const char *text)
{
    reader *r = state;
    uint32_t depth = r->depth--;
    uint32_t inner = r->section == SECTION_MODEL ? 1 : 3; /* the depth of names */
    if (r->section != SECTION_MODEL && depth == 2) r->is_in_thing = false;
    if (r->section != SECTION_MODEL && !r->is_in_thing) return GP_OK;
    if (holds_properties(r) && depth == inner + 2 && strcmp(name, "value") == 0)
        return end_value(r, text);
    bool is_text = is_name_of_thing(name) || strcmp(name, "documentation") == 0;
    return is_text && depth == inner ? end_text(r, name, text) : GP_OK;
}

/* ---- the end ---- */

static gp_status finish(reader *r)
{
    GP_TRY(gp_report_version(r->import, r->version));
    GP_TRY(gp_bind_definitions(r->definitions, r->import, "modifier"));
    GP_TRY(gp_sift_archimate_ids(r->import));
    return gp_take_graph(r->import, &gp_archimate_types_format);
}

gp_status gp_read_archimate(gp_records *records, gp_input *input)
{
    reader *r = GP_NEW(records->job, reader, 1);
    if (!r) return gp_no_memory(records->job);
    const gp_xml_handler handler = {on_start, on_end, r};
    bool is_whole;
    gp_begin(records, input, (gp_spot){1, 1});
    GP_TRY(gp_start_import(records, &r->import));
    GP_TRY(gp_new_definitions(records->job, &r->definitions));
    r->graph = r->import->graph;
    GP_TRY(gp_read_xml(records->job, input, &handler, &is_whole));
    if (!is_whole) records->is_incomplete = true;
    return is_whole ? finish(r) : GP_OK;
}

bool gp_sniff_archimate(const char *head, size_t size)
{
    (void)size;
    return strstr(head, "opengroup.org/xsd/archimate") ||
           strstr(head, "archimatetool.com/archimate");
}
