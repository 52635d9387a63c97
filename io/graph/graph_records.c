/* SPDX-License-Identifier: MIT
 * Hands a property graph over, node by node. Edges that cannot mean anything are taken out first,
 * and counted. */
#include "io/graph/graph_import.h"
#include "io/graph/property_names.h"

#include <string.h>

/* ---- which edges mean something ---- */

#define NO_PLACE                                                                                   \
    GP_WORDS("the portfolio has no place for them", "daar heeft het portfolio geen plaats voor")
#define NO_REQUIREMENT GP_WORDS("they do not count as requirements", "ze gelden niet als eis")
#define NO_END GP_WORDS("an end of them is left out", "een van de uiteinden telt niet mee")
#define NO_CAPABILITY                                                                              \
    GP_WORDS("a capability cannot require an intervention",                                        \
             "een capability kan geen interventie vereisen")
#define NO_PART                                                                                    \
    GP_WORDS("only a capability is part of something, and of a capability",                        \
             "alleen een capability is ergens deel van, en wel van een capability")
#define NO_SELF GP_WORDS("they lead back to themselves", "ze leiden naar zichzelf terug")

static bool may_require(gp_node_kind kind)
{
    return kind == GP_NODE_CAPABILITY || kind == GP_NODE_INTERVENTION || kind == GP_NODE_ANY ||
           kind == GP_NODE_ALL;
}

/* What the edge leads from and to, by its kind. None: fine. */
static gp_argument problem_of(const gp_graph_import *import, const gp_graph_edge *edge)
{
    static const uint8_t ends[GP_EDGE_KINDS] = {[GP_EDGE_ADDRESSES] = GP_NODE_DIMENSION,
                                                [GP_EDGE_SEGMENT] = GP_NODE_SEGMENT,
                                                [GP_EDGE_SITUATION] = GP_NODE_SITUATION,
                                                [GP_EDGE_SCENARIO] = GP_NODE_SCENARIO,
                                                [GP_EDGE_PLATEAU] = GP_NODE_PLATEAU};
    if (edge->kind == GP_EDGE_OTHER) return NO_REQUIREMENT;
    if (edge->from == GP_NONE || edge->to == GP_NONE) return NO_END;
    gp_node_kind from = (gp_node_kind)gp_node_at(import->graph, edge->from)->kind;
    gp_node_kind to = (gp_node_kind)gp_node_at(import->graph, edge->to)->kind;
    if (from == GP_NODE_OTHER || to == GP_NODE_OTHER) return NO_END;
    if (edge->kind == GP_EDGE_REQUIRES) {
        if (edge->from == edge->to) return NO_SELF;
        if (from == GP_NODE_CAPABILITY && to == GP_NODE_INTERVENTION) return NO_CAPABILITY;
        return may_require(from) && (may_require(to) || to == GP_NODE_MISSING) ? GP_NO_ARGUMENT
                                                                               : NO_PLACE;
    }
    if (edge->kind == GP_EDGE_PARENT) {
        if (edge->from == edge->to) return NO_SELF;
        return from == GP_NODE_CAPABILITY && to == GP_NODE_CAPABILITY ? GP_NO_ARGUMENT : NO_PART;
    }
    if (edge->kind == GP_EDGE_MEASURES)
        return from == GP_NODE_MEASUREMENT && to == GP_NODE_DIMENSION ? GP_NO_ARGUMENT : NO_PLACE;
    if (edge->kind == GP_EDGE_PLATEAU) return to == GP_NODE_PLATEAU ? GP_NO_ARGUMENT : NO_PLACE;
    return from == GP_NODE_INTERVENTION && to == ends[edge->kind] ? GP_NO_ARGUMENT : NO_PLACE;
}

static gp_status check_edges(gp_graph_import *import)
{
    for (uint32_t i = 0; i < import->graph->edges.count; i++) {
        gp_graph_edge *edge = gp_edge_at(import->graph, i);
        gp_argument problem = problem_of(import, edge);
        if (problem.kind == GP_ARGUMENT_NONE) continue;
        gp_turn_to(import, edge->source);
        edge->kind = GP_EDGE_OTHER;
        GP_TRY(gp_leave_out(import, GP_LEFT_OUT_EDGES, edge->type, problem, edge->spot));
    }
    return GP_OK;
}

/* Edges by the node that they leave, in the order of the file. */
static gp_status group_edges(gp_graph_import *import)
{
    uint32_t node_count = (uint32_t)import->graph->nodes.count;
    uint32_t edge_count = (uint32_t)import->graph->edges.count;
    uint32_t *first = import->edge_first = GP_NEW(import->job, uint32_t, (size_t)node_count + 2);
    import->edges = GP_NEW(import->job, uint32_t, (size_t)edge_count + 1);
    import->seen = GP_NEW(import->job, uint32_t, (size_t)node_count + 1);
    if (!first || !import->edges || !import->seen) return gp_no_memory(import->job);
    for (uint32_t i = 0; i < edge_count; i++) {
        const gp_graph_edge *edge = gp_edge_at(import->graph, i);
        if (edge->kind != GP_EDGE_OTHER) first[edge->from + 2]++;
    }
    for (uint32_t n = 2; n <= node_count + 1; n++) first[n] += first[n - 1];
    for (uint32_t i = 0; i < edge_count; i++) {
        const gp_graph_edge *edge = gp_edge_at(import->graph, i);
        if (edge->kind != GP_EDGE_OTHER) import->edges[first[edge->from + 1]++] = i;
    }
    return GP_OK;
}

/* ---- records ---- */

static void emit_texts(gp_graph_import *import, const gp_graph_node *node)
{
    gp_tree *tree = import->tree;
    bool is_named = node->name && *node->name && strcmp(node->name, node->id) != 0;
    if (is_named) gp_add_member(tree, "name", node->name, node->spot);
    if (node->documentation && *node->documentation)
        gp_add_member(tree, "x-documentation", node->documentation, node->spot);
}

/* What is emitted under which key, in the order of docs/format.md. */
static const struct {
    gp_node_kind kind;
    const char *key;
    const gp_record_kind *keys;
} sections[] = {
    {GP_NODE_DIMENSION, "dimensions", NULL},
    {GP_NODE_SEGMENT, "segments", NULL},
    {GP_NODE_SITUATION, "situations", NULL},
    {GP_NODE_SCENARIO, "scenarios", NULL},
    {GP_NODE_MEASUREMENT, "measurements", &gp_measurement_kind},
    {GP_NODE_INTERVENTION, "interventions", &gp_intervention_kind},
    {GP_NODE_CAPABILITY, "capabilities", &gp_capability_kind},
};

/* Terms have their own keys and no table that shows: only own properties. */
static const gp_record_kind no_keys = {GP_TEXT_ROW(""), NULL, 0};

static void emit_dimension_of(gp_graph_import *import, uint32_t node)
{
    for (uint32_t i = import->edge_first[node]; i < import->edge_first[node + 1]; i++) {
        const gp_graph_edge *edge = gp_edge_at(import->graph, import->edges[i]);
        if (edge->kind == GP_EDGE_MEASURES)
            gp_add_member(import->tree, "dimension", gp_node_at(import->graph, edge->to)->id,
                          edge->spot);
    }
}

static gp_status emit_node(gp_graph_import *import, uint32_t node, size_t section)
{
    const gp_graph_node *n = gp_node_at(import->graph, node);
    const gp_record_kind *keys = sections[section].keys ? sections[section].keys : &no_keys;
    gp_start_tree(import->tree);
    gp_turn_to(import, n->source);
    import->origins.count = 0;
    GP_TRY(gp_note_origin(import, GP_LEFT_OUT_NODES,
                          n->type ? n->type : gp_node_kind_names[n->kind], NULL, NULL));
    gp_open_node(import->tree, '{', n->spot);
    if (n->kind == GP_NODE_MEASUREMENT)
        emit_dimension_of(import, node);
    else
        gp_add_member(import->tree, "id", n->id, n->spot);
    if (n->kind != GP_NODE_MEASUREMENT) emit_texts(import, n);
    GP_TRY(gp_emit_items(import, node, keys));
    gp_close_node(import->tree);
    return gp_emit_tree(import, sections[section].key);
}

/* Dimensions of the paper are there without a record. Who writes every attribute on every node
 * writes an empty one, or a "false", where it is not so. */
static bool is_predefined(const gp_graph_import *import, const gp_graph_node *node)
{
    const gp_property *said = gp_property_named(import->graph, &node->properties, "predefined");
    return said && (strcmp(said->value, "true") == 0 || strcmp(said->value, "1") == 0);
}

static bool is_record(const gp_graph_import *import, uint32_t node, gp_node_kind kind)
{
    const gp_graph_node *n = gp_node_at(import->graph, node);
    return n->kind == kind && !(kind == GP_NODE_DIMENSION && is_predefined(import, n));
}

/* On what becomes a record `predefined` has said what it had to, or means something else. */
static void drop_predefined(gp_graph_import *import, gp_graph_node *node)
{
    const gp_property *said = gp_property_named(import->graph, &node->properties, "predefined");
    bool is_said = said && (!*said->value || strcmp(said->value, "false") == 0 ||
                            strcmp(said->value, "0") == 0);
    if (is_said) gp_drop_property(import->graph, &node->properties, said);
}

#define NO_RECORD                                                                                  \
    GP_WORDS("they stand at a junction, or at what is described nowhere",                          \
             "ze staan bij een junction, of bij wat nergens beschreven is")

static gp_status leave_out_text(gp_graph_import *import, const char *what, const char *text,
                                const gp_graph_node *node)
{
    if (!text || !*text || strcmp(text, node->id) == 0) return GP_OK;
    return gp_leave_out(import, GP_WORDS("texts", "teksten"), what, NO_RECORD, node->spot);
}

/* What tools and people call a junction that has no name. */
static bool is_plain_junction(const char *name)
{
    return gp_is_in_list(name, "junction,or,and,any,all,of,en,or junction,and junction,xor");
}

/* What a node that becomes no record says besides its edges. */
static gp_status leave_out_said(gp_graph_import *import, const gp_graph_node *node)
{
    bool is_junction = node->kind == GP_NODE_ANY || node->kind == GP_NODE_ALL;
    bool is_called = node->name && !(is_junction && is_plain_junction(node->name));
    if (is_called) GP_TRY(leave_out_text(import, "name", node->name, node));
    GP_TRY(leave_out_text(import, "documentation", node->documentation, node));
    for (uint32_t i = node->properties.first; i != GP_NONE;) {
        const gp_property *property = gp_property_at(import->graph, i);
        i = property->next;
        bool is_said = *property->value && strcmp(property->name, "predefined") != 0;
        if (is_said)
            GP_TRY(gp_leave_out(import, GP_LEFT_OUT_PROPERTIES, property->name, NO_RECORD,
                                property->spot));
    }
    return GP_OK;
}

#define LEADS_NOWHERE                                                                              \
    GP_WORDS("the junction leads to nothing that requires it",                                     \
             "de junction leidt naar niets dat erop wacht")
#define NOBODY_REQUIRES GP_WORDS("nothing requires them", "niets heeft ze nodig")

/* Junctions, and what is described nowhere, come about in what requires them. Where nothing does,
 * they are left out, and so is what leads to the junction. */
static gp_status leave_out_unasked(gp_graph_import *import, uint32_t number)
{
    gp_graph_node *node = gp_node_at(import->graph, number);
    const char *type = node->type ? node->type : gp_node_kind_names[node->kind];
    gp_turn_to(import, node->source);
    node->kind = GP_NODE_OTHER;
    GP_TRY(gp_leave_out(import, GP_LEFT_OUT_NODES, type, NOBODY_REQUIRES, node->spot));
    for (uint32_t i = import->edge_first[number]; i < import->edge_first[number + 1]; i++) {
        gp_graph_edge *edge = gp_edge_at(import->graph, import->edges[i]);
        gp_turn_to(import, edge->source);
        edge->kind = GP_EDGE_OTHER;
        GP_TRY(gp_leave_out(import, GP_LEFT_OUT_EDGES, edge->type, LEADS_NOWHERE, edge->spot));
    }
    return GP_OK;
}

static gp_status leave_out_node(gp_graph_import *import, uint32_t number)
{
    const gp_graph_node *node = gp_node_at(import->graph, number);
    bool comes_about =
        node->kind == GP_NODE_ANY || node->kind == GP_NODE_ALL || node->kind == GP_NODE_MISSING;
    gp_turn_to(import, node->source);
    if (comes_about && !import->seen[number]) return leave_out_unasked(import, number);
    switch (node->kind) {
    case GP_NODE_OTHER:
        return gp_leave_out(import, GP_LEFT_OUT_NODES, node->type, NO_PLACE, node->spot);
    case GP_NODE_ANY:
    case GP_NODE_ALL:
    case GP_NODE_MISSING: return leave_out_said(import, node);
    case GP_NODE_DIMENSION:
        return is_predefined(import, node) ? leave_out_said(import, node) : GP_OK;
    default: return GP_OK;
    }
}

static gp_status emit_nodes(gp_graph_import *import)
{
    for (size_t s = 0; s < sizeof sections / sizeof *sections; s++)
        for (uint32_t i = 0; i < import->graph->nodes.count; i++)
            if (is_record(import, i, sections[s].kind)) {
                drop_predefined(import, gp_node_at(import->graph, i));
                GP_TRY(emit_node(import, i, s));
            }
    for (uint32_t i = 0; i < import->graph->nodes.count; i++) GP_TRY(leave_out_node(import, i));
    return GP_OK;
}

static gp_status emit_setting(gp_graph_import *import, const char *key, const char *value)
{
    if (!value || !*value) return GP_OK;
    gp_start_tree(import->tree);
    gp_turn_to(import, import->graph->source);
    import->origins.count = 0;
    GP_TRY(gp_note_origin(import, GP_LEFT_OUT_PROPERTIES, key, NULL, NULL));
    gp_add_text_node(import->tree, value, strlen(value), import->graph->spot);
    return gp_emit_tree(import, key);
}

gp_status gp_start_import(gp_records *records, gp_graph_import **out)
{
    gp_job *job = records->job;
    gp_graph_import *import = GP_NEW(job, gp_graph_import, 1);
    if (!import) return gp_no_memory(job);
    *import =
        (gp_graph_import){.job = job,
                          .records = records,
                          .tree = gp_new_tree(job),
                          .scratch = gp_new_buffer(job),
                          .names = records->options ? records->options->property_names : NULL};
    if (!import->tree || !import->scratch) return gp_no_memory(job);
    import->left_out.size = sizeof(gp_left_out);
    import->open.size = sizeof(uint32_t);
    import->causes = gp_new_names(job);
    if (!import->causes) return gp_no_memory(job);
    GP_TRY(gp_new_graph(job, &import->graph));
    import->source = import->graph->source = records->source;
    *out = import;
    return GP_OK;
}

static gp_status emit_all(gp_graph_import *import)
{
    const gp_graph *graph = import->graph;
    GP_TRY(gp_take_groups(import));
    GP_TRY(gp_take_ids(import));
    GP_TRY(check_edges(import));
    GP_TRY(gp_take_parents(import));
    GP_TRY(gp_apply_plateaus(import));
    GP_TRY(group_edges(import));
    GP_TRY(emit_setting(import, "title", graph->title));
    GP_TRY(emit_setting(import, "x-documentation", graph->documentation));
    GP_TRY(gp_emit_settings(import));
    return emit_nodes(import);
}

gp_status gp_emit_graph(gp_graph_import *import)
{
    import->records->is_foreign = true;
    gp_status status = emit_all(import);
    import->records->is_foreign = false;
    return status == GP_OK ? gp_report_left_out(import) : status;
}
