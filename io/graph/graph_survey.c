/* SPDX-License-Identifier: MIT
 * What does each type of a model become? The elements and relationships that count are counted
 * here; those that do not, and why, were counted when they were left out. */
#include "io/graph/graph_survey.h"
#include "io/graph/property_names.h"
#include "io/survey.h"

#include <string.h>

static gp_status add_nodes(gp_graph_import *import)
{
    for (uint32_t i = 0; i < import->graph->nodes.count; i++) {
        const gp_graph_node *node = gp_node_at(import->graph, i);
        if (node->kind == GP_NODE_OTHER) continue;
        const char *kind = gp_node_kind_names[node->kind];
        const gp_inventory_row row = {.part = "element",
                                      .type = GP_SAME(node->type ? node->type : "-"),
                                      .count = 1,
                                      .becomes = kind};
        GP_TRY(gp_survey_add(import->records->survey, &row, NULL));
    }
    return GP_OK;
}

static gp_status add_edges(gp_graph_import *import)
{
    for (uint32_t i = 0; i < import->graph->edges.count; i++) {
        const gp_graph_edge *edge = gp_edge_at(import->graph, i);
        if (edge->kind == GP_EDGE_OTHER) continue;
        bool is_requirement = edge->kind == GP_EDGE_REQUIRES;
        const gp_inventory_row row = {.part = "relation",
                                      .type = GP_SAME(edge->type ? edge->type : "-"),
                                      .count = 1,
                                      .becomes = is_requirement ? "requirement"
                                                                : gp_edge_kind_names[edge->kind]};
        GP_TRY(gp_survey_add(import->records->survey, &row, NULL));
    }
    return GP_OK;
}

static gp_status add_left_out(gp_graph_import *import)
{
    const gp_left_out *left_out = import->left_out.data;
    for (size_t i = 0; i < import->left_out.count; i++) {
        const gp_left_out *l = &left_out[i];
        const char *what = l->what.words.in[GP_ENGLISH];
        bool is_node = strcmp(what, "elements") == 0, is_edge = strcmp(what, "relationships") == 0;
        const gp_inventory_row row = {
            .part = is_node   ? "element"
                    : is_edge ? "relation"
                              : "other",
            .type = GP_SAME(l->type),
            .count = (uint32_t)l->count,
            .why = l->why.kind == GP_ARGUMENT_WORDS ? l->why.words : GP_SAME(l->why.text)};
        GP_TRY(gp_survey_add(import->records->survey, &row, NULL));
    }
    return GP_OK;
}

/* ---- properties ---- */

#define WITH_OWNER ((gp_words){{"what has it is left out", "wat hem heeft, telt niet mee"}})

/* What is no key of a record but says what a thing is, and is called. An edge has a kind and a sign
 * only. */
static const char *structure_of(const char *name, bool is_edge)
{
    static const char *const known[][2] = {{"kind", "type"},
                                           {"specialization", "type"},
                                           {"specialisatie", "type"},
                                           {"label", "name"},
                                           {"name", "name"},
                                           {"id", "id"},
                                           {"documentation", "x-documentation"},
                                           {"predefined", "dimension"},
                                           {"modifier", "direction"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (gp_is_same_name(name, known[i][0]))
            return !is_edge || i == 0 || i + 1 == sizeof known / sizeof *known ? known[i][1] : NULL;
    return NULL;
}

static gp_status add_list(gp_graph_import *import, const gp_graph *pristine,
                          const gp_properties *list, const gp_record_kind *keys, bool is_edge,
                          bool is_left_out)
{
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(pristine, i)->next) {
        const gp_property *property = gp_property_at(pristine, i);
        const char *name = gp_plain_name(import, property->name), *path = NULL;
        if (!name) return gp_no_memory(import->job);
        if (keys) path = gp_path_of_property(name, keys, import->names, import->scratch);
        if (import->scratch->has_failed) return gp_no_memory(import->job);
        if (!path) path = structure_of(name, is_edge);
        const gp_inventory_row row = {.part = "property",
                                      .type = GP_SAME(name),
                                      .count = 1,
                                      .becomes = is_left_out ? NULL
                                                 : path      ? path
                                                             : "x-properties",
                                      .why = is_left_out ? WITH_OWNER : GP_NO_WORDS};
        GP_TRY(gp_survey_add(import->records->survey, &row, property->value));
    }
    return GP_OK;
}

static const gp_record_kind *keys_of(const gp_graph_node *node)
{
    switch (node->kind) {
    case GP_NODE_CAPABILITY: return &gp_capability_kind;
    case GP_NODE_INTERVENTION: return &gp_intervention_kind;
    case GP_NODE_MEASUREMENT: return &gp_measurement_kind;
    default: return NULL;
    }
}

static gp_status add_properties(gp_graph_import *import, const gp_graph *pristine)
{
    const gp_graph *graph = import->graph;
    GP_TRY(add_list(import, pristine, &pristine->settings, &gp_top_kind, false, false));
    for (uint32_t i = 0; i < pristine->nodes.count; i++) {
        const gp_graph_node *node = gp_node_at(graph, i);
        GP_TRY(add_list(import, pristine, &gp_node_at(pristine, i)->properties, keys_of(node),
                        false, node->kind == GP_NODE_OTHER));
    }
    for (uint32_t i = 0; i < pristine->edges.count; i++) {
        const gp_graph_edge *edge = gp_edge_at(graph, i);
        GP_TRY(add_list(import, pristine, &gp_edge_at(pristine, i)->properties,
                        edge->kind == GP_EDGE_REQUIRES ? &gp_requirement_kind : NULL, true,
                        edge->kind == GP_EDGE_OTHER));
    }
    return GP_OK;
}

gp_status gp_survey_graph(gp_graph_import *import, const gp_graph *pristine)
{
    if (!import->records->survey) return GP_OK;
    GP_TRY(add_nodes(import));
    GP_TRY(add_edges(import));
    GP_TRY(add_left_out(import));
    return add_properties(import, pristine);
}
