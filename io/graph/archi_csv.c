/* SPDX-License-Identifier: MIT
 * Fills a property graph from lists. What a property belongs to may stand in a list that is read
 * later, so properties wait for the end; relationships do not, their ends are names until then. */
#include "io/graph/archi_csv.h"
#include "io/formats.h"
#include "io/graph/archi_columns.h"
#include "io/graph/archimate_ids.h"
#include "io/graph/archimate_names.h"
#include "io/graph/archimate_types.h"
#include "io/graph/property_names.h"

#include <string.h>

/* A row of a list of properties. */
typedef struct waiting {
    const char *id, *key, *value;
    gp_spot spot;
    uint32_t source;
} waiting;

/* The model that all lists make together. */
typedef struct gp_archi {
    gp_graph_import *import;
    gp_array waiting;
    gp_names *relations; /* ids of relationships: numbers of edge_of */
    gp_array edge_of;    /* uint32_t */
    const char *id;      /* of the model; or NULL */
    uint32_t source;     /* of what the model says about itself */
} gp_archi;

struct gp_archi_list {
    gp_archi *archi;
    gp_archi_heading heading;
    const char **titles; /* by number of the cell, less one; NULL: it has none */
    uint32_t width;
};

static gp_status need_archi(gp_records *records, gp_archi **out)
{
    gp_job *job = records->job;
    *out = records->archi;
    if (*out) return GP_OK;
    gp_archi *archi = GP_NEW(job, gp_archi, 1);
    if (!archi) return gp_no_memory(job);
    archi->waiting.size = sizeof(waiting);
    archi->edge_of.size = sizeof(uint32_t);
    archi->relations = gp_new_names(job);
    if (!archi->relations) return gp_no_memory(job);
    GP_TRY(gp_start_import(records, &archi->import));
    archi->import->graph->has_sources = true;
    *out = records->archi = archi;
    return GP_OK;
}

gp_status gp_begin_archi_list(gp_records *records, const gp_raw_cell *cells, size_t count,
                              gp_archi_list **out)
{
    gp_archi_heading heading = gp_read_archi_heading(cells, count);
    gp_job *job = records->job;
    *out = NULL;
    if (heading.kind == GP_ARCHI_NONE) return GP_OK;
    gp_archi_list *list = GP_NEW(job, gp_archi_list, 1);
    if (!list) return gp_no_memory(job);
    list->heading = heading;
    list->width = cells[count - 1].number;
    list->titles = GP_NEW(job, const char *, list->width);
    if (!list->titles) return gp_no_memory(job);
    for (size_t i = 0; i < count; i++) {
        const char *title = cells[i].text + strspn(cells[i].text, " ");
        if (*title) list->titles[cells[i].number - 1] = title;
    }
    GP_TRY(need_archi(records, &list->archi));
    *out = list;
    return GP_OK;
}

/* ---- rows ---- */

/* The text of a column in a row; "" where there is none. */
static const char *text_of(const gp_archi_list *list, const gp_raw_cell *cells, size_t count,
                           gp_archi_column column)
{
    for (size_t i = 0; i < count; i++)
        if (cells[i].number == list->heading.numbers[column]) return cells[i].text;
    return "";
}

static bool is_column(const gp_archi_list *list, uint32_t number)
{
    for (size_t i = 0; i < GP_ARCHI_COLUMNS; i++)
        if (list->heading.numbers[i] == number) return true;
    return false;
}

/* Columns that are nothing else are properties. */
static gp_status add_properties(gp_archi_list *list, const gp_raw_cell *cells, size_t count,
                                gp_properties *properties)
{
    gp_graph_import *import = list->archi->import;
    for (size_t i = 0; i < count; i++) {
        uint32_t number = cells[i].number;
        if (!*cells[i].text || is_column(list, number)) continue;
        const char *title = number <= list->width ? list->titles[number - 1] : NULL;
        if (title)
            GP_TRY(gp_add_property(import->graph, properties, title, cells[i].text, cells[i].spot));
        else
            GP_TRY(gp_leave_out(import, GP_WORDS("cells", "cellen"), NULL,
                                GP_WORDS("no heading stands above them", "er staat geen kop boven"),
                                cells[i].spot));
    }
    return GP_OK;
}

/* Archi's first row is the model itself. */
static gp_status take_model(gp_archi *archi, const gp_graph_node *row)
{
    gp_graph *graph = archi->import->graph;
    if (archi->id) return GP_OK;
    archi->id = row->file_id;
    archi->source = archi->import->source;
    graph->title = row->name;
    graph->documentation = row->documentation;
    graph->spot = row->spot;
    if (!*row->file_id) return GP_OK;
    return gp_add_property(graph, &graph->settings, "x-model-id", row->file_id, row->spot);
}

static gp_status take_element(gp_archi_list *list, gp_graph_node *node, const gp_raw_cell *cells,
                              size_t count)
{
    gp_graph *graph = list->archi->import->graph;
    const char *type = text_of(list, cells, count, GP_ARCHI_TYPE);
    node->name = text_of(list, cells, count, GP_ARCHI_NAME);
    node->documentation = text_of(list, cells, count, GP_ARCHI_DOCUMENTATION);
    node->file_id = text_of(list, cells, count, GP_ARCHI_ID);
    if (gp_is_same_name(type, "archimate model")) return take_model(list->archi, node);
    if (!*node->file_id) node->file_id = node->name; /* as Archi, which gives such a row an id */
    node->id = node->file_id;
    node->type = *type ? gp_archimate_type(gp_find_archimate_element(type), type) : "-";
    node->symbol = gp_graph_symbol(graph, node->file_id);
    if (node->symbol == GP_NONE) return gp_no_memory(graph->job);
    GP_TRY(add_properties(list, cells, count, &node->properties));
    return gp_add_node(graph, node);
}

static gp_status note_relation(gp_archi *archi, const char *id)
{
    gp_job *job = archi->import->job;
    uint32_t edge = (uint32_t)archi->import->graph->edges.count;
    uint32_t number = gp_intern(archi->relations, id, strlen(id));
    if (number == GP_NONE) return gp_no_memory(job);
    bool is_new = number == archi->edge_of.count;
    return !is_new || gp_push(job, &archi->edge_of, &edge, 1) ? GP_OK : gp_no_memory(job);
}

static gp_status take_relation(gp_archi_list *list, gp_graph_edge *edge, const gp_raw_cell *cells,
                               size_t count)
{
    gp_graph_import *import = list->archi->import;
    const char *type = text_of(list, cells, count, GP_ARCHI_TYPE);
    edge->file_id = text_of(list, cells, count, GP_ARCHI_ID);
    edge->name = text_of(list, cells, count, GP_ARCHI_NAME);
    edge->type = *type ? gp_archimate_type(gp_find_archimate_relation(type), type) : "-";
    edge->from = gp_graph_symbol(import->graph, text_of(list, cells, count, GP_ARCHI_SOURCE));
    edge->to = gp_graph_symbol(import->graph, text_of(list, cells, count, GP_ARCHI_TARGET));
    if (edge->from == GP_NONE || edge->to == GP_NONE) return gp_no_memory(import->job);
    if (*text_of(list, cells, count, GP_ARCHI_DOCUMENTATION))
        GP_TRY(gp_leave_out(
            import, GP_WORDS("texts", "teksten"), "documentation",
            GP_WORDS("a requirement has no documentation", "een eis heeft geen toelichting"),
            edge->spot));
    GP_TRY(add_properties(list, cells, count, &edge->properties));
    GP_TRY(note_relation(list->archi, edge->file_id));
    return gp_add_edge(import->graph, edge);
}

static gp_status take_property(gp_archi_list *list, gp_spot spot, const gp_raw_cell *cells,
                               size_t count)
{
    gp_archi *archi = list->archi;
    waiting w = {.id = text_of(list, cells, count, GP_ARCHI_ID),
                 .key = text_of(list, cells, count, GP_ARCHI_KEY),
                 .value = text_of(list, cells, count, GP_ARCHI_VALUE),
                 .spot = spot,
                 .source = archi->import->source};
    for (size_t i = 0; i < count; i++)
        if (cells[i].number == list->heading.numbers[GP_ARCHI_VALUE]) w.spot = cells[i].spot;
    bool is_kept = gp_push(archi->import->job, &archi->waiting, &w, 1) != NULL;
    return is_kept ? GP_OK : gp_no_memory(archi->import->job);
}

gp_status gp_take_archi_row(gp_archi_list *list, gp_spot spot, const gp_raw_cell *cells,
                            size_t count)
{
    gp_graph_import *import = list->archi->import;
    import->source = import->graph->source = import->records->source;
    if (list->heading.kind == GP_ARCHI_PROPERTIES) return take_property(list, spot, cells, count);
    if (list->heading.kind == GP_ARCHI_RELATIONS)
        return take_relation(list, &(gp_graph_edge){.spot = spot, .properties = GP_NO_PROPERTIES},
                             cells, count);
    return take_element(list, &(gp_graph_node){.spot = spot, .properties = GP_NO_PROPERTIES}, cells,
                        count);
}

/* ---- the end ---- */

/* What an exchange file has attributes for is a property here. */
static gp_status add_to_edge(gp_archi *archi, gp_graph_edge *edge, const waiting *w)
{
    bool is_directed = gp_is_same_name(w->key, "directed");
    const char *key = gp_is_same_name(w->key, "influence strength") ? "modifier" : w->key;
    if (is_directed && strcmp(edge->type, "Association") == 0) {
        edge->is_directed = gp_is_in_list(w->value, "true,1");
        return GP_OK;
    }
    return gp_add_property(archi->import->graph, &edge->properties, key, w->value, w->spot);
}

static gp_status add_waiting(gp_archi *archi, const waiting *w)
{
    gp_graph_import *import = archi->import;
    gp_graph *graph = import->graph;
    import->source = graph->source = w->source;
    uint32_t symbol = gp_graph_symbol(graph, w->id);
    if (symbol == GP_NONE) return gp_no_memory(import->job);
    uint32_t node = gp_find_node(graph, symbol);
    uint32_t number = gp_find_name(archi->relations, w->id, strlen(w->id));
    if (node != GP_NONE)
        return gp_add_property(graph, &gp_node_at(graph, node)->properties, w->key, w->value,
                               w->spot);
    if (number != GP_NONE)
        return add_to_edge(archi,
                           gp_edge_at(graph, ((const uint32_t *)archi->edge_of.data)[number]), w);
    if (archi->id && strcmp(archi->id, w->id) == 0)
        return gp_add_property(graph, &graph->settings, w->key, w->value, w->spot);
    return gp_leave_out(
        import, GP_WORDS("properties", "eigenschappen"), w->key,
        GP_WORDS("nothing in the lists has their id", "niets in de lijsten heeft hun id"), w->spot);
}

/* A list of relationships alone: that is one thing to say, not one for each of them. */
static gp_status leave_out_all(gp_graph_import *import)
{
    for (uint32_t i = 0; i < import->graph->edges.count; i++) {
        const gp_graph_edge *edge = gp_edge_at(import->graph, i);
        import->source = edge->source;
        GP_TRY(gp_leave_out(import, GP_LEFT_OUT_EDGES, edge->type,
                            GP_WORDS("there is no list of elements with them",
                                     "er is geen lijst van elementen bij"),
                            edge->spot));
    }
    import->graph->edges.count = 0;
    return GP_OK;
}

gp_status gp_emit_archi_lists(gp_records *records)
{
    gp_archi *archi = records->archi;
    if (!archi) return GP_OK;
    const waiting *all = archi->waiting.data;
    for (size_t i = 0; i < archi->waiting.count; i++) GP_TRY(add_waiting(archi, &all[i]));
    if (archi->import->graph->nodes.count == 0) GP_TRY(leave_out_all(archi->import));
    archi->import->graph->source = archi->source;
    GP_TRY(gp_sift_archimate_ids(archi->import));
    GP_TRY(gp_take_graph(archi->import, &gp_archimate_types_format));
    records->entries = NULL;
    records->sources = NULL;
    return GP_OK;
}
