/* SPDX-License-Identifier: MIT
 * What elements and relationships mean. The trap is direction: "X requires Y" is drawn as
 * "Y serves X" in ArchiMate, while an association is drawn from X to Y. */
#include "io/graph/archimate_types.h"
#include "io/graph/asked_types.h"
#include "io/graph/property_names.h"

#include <string.h>

const gp_archimate_row gp_archimate_rows[GP_NODE_KINDS] = {
    [GP_NODE_CAPABILITY] = {"Capability", {NULL, NULL}},
    [GP_NODE_INTERVENTION] = {"CourseOfAction", {"Intervention", "Interventie"}},
    [GP_NODE_DIMENSION] = {"Driver", {"Dimension", "Dimensie"}},
    [GP_NODE_SEGMENT] = {"Stakeholder", {"Segment", "Segment"}},
    [GP_NODE_SITUATION] = {"BusinessEvent", {"Situation", "Situatie"}},
    [GP_NODE_SCENARIO] = {"Grouping", {"Scenario", "Scenario"}},
    [GP_NODE_MEASUREMENT] = {"Assessment", {"Measurement", "Meting"}},
    [GP_NODE_ANY] = {"OrJunction", {NULL, NULL}},
    [GP_NODE_ALL] = {"AndJunction", {NULL, NULL}},
    [GP_NODE_PLATEAU] = {"Plateau", {NULL, NULL}},
    [GP_NODE_MISSING] = {"Capability", {"Missing", "Ontbrekend"}},
    [GP_NODE_GROUP] = {"Grouping", {NULL, NULL}},
};

/* ---- elements ---- */

static gp_property *specialization_of(const gp_graph *graph, const gp_graph_node *node)
{
    for (uint32_t i = node->properties.first; i != GP_NONE; i = gp_property_at(graph, i)->next) {
        gp_property *p = gp_property_at(graph, i);
        if (gp_is_same_name(p->name, "specialization") || gp_is_same_name(p->name, "specialisatie"))
            return p;
    }
    return NULL;
}

static bool is_called(const gp_archimate_row *row, const char *specialization)
{
    return specialization && row->specialization[0] &&
           (gp_is_same_name(specialization, row->specialization[GP_ENGLISH]) ||
            gp_is_same_name(specialization, row->specialization[GP_DUTCH]));
}

/* Elements that are ours whatever they are called. */
static bool is_always(gp_node_kind kind)
{
    return kind == GP_NODE_CAPABILITY || kind == GP_NODE_INTERVENTION || kind == GP_NODE_ANY ||
           kind == GP_NODE_ALL || kind == GP_NODE_PLATEAU;
}

static gp_node_kind kind_of(const gp_graph_import *import, const gp_graph_node *node)
{
    const gp_records *records = import->records;
    const gp_property *p = specialization_of(import->graph, node);
    const char *specialization = p ? p->value : NULL;
    for (int kind = GP_NODE_KINDS - 1; kind > GP_NODE_OTHER; kind--) { /* missing comes first */
        const gp_archimate_row *row = &gp_archimate_rows[kind];
        if (strcmp(node->type, row->type) != 0) continue;
        if (is_called(row, specialization) || is_always((gp_node_kind)kind))
            return (gp_node_kind)kind;
    }
    if (gp_is_asked(node->type, gp_asked_types(records, GP_ASKED_INTERVENTIONS)))
        return GP_NODE_INTERVENTION;
    if (gp_is_asked(node->type, gp_asked_types(records, GP_ASKED_CAPABILITIES)))
        return GP_NODE_CAPABILITY;
    return strcmp(node->type, "Grouping") == 0 ? GP_NODE_GROUP : GP_NODE_OTHER;
}

/* Which junction is it? Archi's CSV and older files say so in a property, and mean all where they
 * say nothing. */
static void settle_junction(gp_graph *graph, gp_graph_node *node)
{
    bool is_any = false;
    if (strcmp(node->type, "Junction") != 0) return;
    for (uint32_t i = node->properties.first; i != GP_NONE;) {
        const gp_property *p = gp_property_at(graph, i);
        i = p->next;
        if (!gp_is_same_name(p->name, "junction type")) continue;
        is_any = gp_is_in_list(p->value, "or,xor");
        gp_drop_property(graph, &node->properties, p);
    }
    node->type = is_any ? "OrJunction" : "AndJunction";
}

/* Takes out the specialization where the kind says the same; that of a capability is its scope,
 * unless it has one. */
static void settle_specialization(gp_graph_import *import, gp_graph_node *node)
{
    gp_graph *graph = import->graph;
    gp_property *p = specialization_of(graph, node);
    if (!p) return;
    if (node->kind != GP_NODE_CAPABILITY) {
        if (is_called(&gp_archimate_rows[node->kind], p->value))
            gp_drop_property(graph, &node->properties, p);
        return;
    }
    const char *scope = gp_value_of_property("scope", p->value, import->scratch);
    bool is_general = gp_is_same_name(scope, "general");
    if (!is_general && !gp_is_same_name(scope, "bound")) return;
    if (gp_find_property(graph, &node->properties, "scope")) {
        gp_drop_property(graph, &node->properties, p);
    } else {
        p->name = "scope";
        p->value = is_general ? "general" : "bound";
    }
}

/* ---- relationships ---- */

typedef struct ends {
    gp_node_kind source, target;
} ends;

static bool is_ours(gp_node_kind kind)
{
    return kind == GP_NODE_CAPABILITY || kind == GP_NODE_INTERVENTION || kind == GP_NODE_ANY ||
           kind == GP_NODE_ALL || kind == GP_NODE_MISSING;
}

static void set(gp_graph_edge *edge, gp_edge_kind kind, bool is_turned)
{
    uint32_t source = edge->from;
    edge->kind = (uint8_t)kind;
    if (!is_turned) return;
    edge->from = edge->to;
    edge->to = source;
}

/* Names that say what a relationship means. */
static bool is_named_requirement(const gp_graph_edge *edge)
{
    return edge->name && gp_is_in_list(edge->name, "requires,vereist,needs,nodig");
}

static bool means_requirement(const gp_graph_import *import, const gp_graph_edge *edge)
{
    static const char usual[] = "Serving,Realization";
    const char *asked = gp_asked_types(import->records, GP_ASKED_RELATIONS);
    return is_named_requirement(edge) ||
           (gp_is_asked(edge->type, asked ? asked : usual) && gp_can_require(edge->type));
}

/* An association between an intervention and something it is about. */
static bool settle_about(gp_graph_edge *edge, ends e)
{
    static const struct {
        gp_node_kind from, to;
        gp_edge_kind kind;
    } about[] = {
        {GP_NODE_INTERVENTION, GP_NODE_SEGMENT, GP_EDGE_SEGMENT},
        {GP_NODE_INTERVENTION, GP_NODE_SITUATION, GP_EDGE_SITUATION},
        {GP_NODE_INTERVENTION, GP_NODE_DIMENSION, GP_EDGE_ADDRESSES},
        {GP_NODE_MEASUREMENT, GP_NODE_DIMENSION, GP_EDGE_MEASURES},
    };
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        bool is_turned = e.source == about[i].to && e.target == about[i].from;
        if (!is_turned && (e.source != about[i].from || e.target != about[i].to)) continue;
        set(edge, about[i].kind, is_turned);
        return true;
    }
    return false;
}

/* Drawn from what requires; without a direction only an intervention can be that. */
static void settle_association(const gp_graph_import *import, gp_graph_edge *edge, ends e)
{
    if (settle_about(edge, e) || !means_requirement(import, edge)) return;
    if (!is_ours(e.source) || !is_ours(e.target)) return;
    bool is_turned = !edge->is_directed && e.target == GP_NODE_INTERVENTION;
    bool is_clear = edge->is_directed ||
                    (e.source == GP_NODE_INTERVENTION) != (e.target == GP_NODE_INTERVENTION);
    if (is_clear) set(edge, GP_EDGE_REQUIRES, is_turned);
}

/* Its sign is the direction, where no property says that. */
static gp_status settle_influence(gp_graph_import *import, gp_graph_edge *edge, ends e)
{
    if (e.source != GP_NODE_INTERVENTION || e.target != GP_NODE_DIMENSION) return GP_OK;
    set(edge, GP_EDGE_ADDRESSES, false);
    gp_property *modifier = gp_property_named(import->graph, &edge->properties, "modifier");
    if (!modifier) return GP_OK;
    const char *value = modifier->value;
    bool is_said = gp_find_property(import->graph, &edge->properties, "direction") ||
                   gp_find_property(import->graph, &edge->properties, "richting");
    if (!is_said && (*value == '+' || *value == '-')) {
        modifier->name = "direction";
        modifier->value = *value == '+' ? "more" : "less";
        return GP_OK;
    }
    gp_drop_property(import->graph, &edge->properties, modifier);
    if (is_said) return GP_OK;
    return gp_leave_out(import, GP_WORDS("texts", "teksten"), "modifier",
                        GP_WORDS("they have no sign", "ze hebben geen teken"), edge->spot);
}

static bool may_be_part(gp_node_kind kind)
{
    return kind == GP_NODE_CAPABILITY || kind == GP_NODE_GROUP;
}

static void settle_whole(gp_graph_edge *edge, ends e)
{
    if (e.source == GP_NODE_SCENARIO && e.target == GP_NODE_INTERVENTION)
        set(edge, GP_EDGE_SCENARIO, true);
    if (e.source == GP_NODE_PLATEAU && is_ours(e.target)) set(edge, GP_EDGE_PLATEAU, true);
    if (may_be_part(e.source) && may_be_part(e.target)) set(edge, GP_EDGE_PARENT, true);
}

/* A plateau is realized by what is done for it, and realizes what it brings. */
static bool settle_realized(gp_graph_edge *edge, ends e)
{
    bool is_plateau = e.source == GP_NODE_PLATEAU && is_ours(e.target);
    bool is_for_plateau = e.target == GP_NODE_PLATEAU && is_ours(e.source);
    if (strcmp(edge->type, "Realization") != 0 || (!is_plateau && !is_for_plateau)) return false;
    set(edge, GP_EDGE_PLATEAU, is_plateau);
    return true;
}

static gp_status settle_edge(gp_graph_import *import, gp_graph_edge *edge)
{
    uint32_t source = gp_find_node(import->graph, edge->from);
    uint32_t target = gp_find_node(import->graph, edge->to);
    gp_turn_to(import, edge->source);
    edge->kind = GP_EDGE_OTHER;
    if (source == GP_NONE || target == GP_NONE) return GP_OK;
    ends e = {(gp_node_kind)gp_node_at(import->graph, source)->kind,
              (gp_node_kind)gp_node_at(import->graph, target)->kind};
    if (strcmp(edge->type, "Influence") == 0) return settle_influence(import, edge, e);
    if (strcmp(edge->type, "Association") == 0) {
        settle_association(import, edge, e);
        return GP_OK;
    }
    if (gp_is_in_list(edge->type, "Aggregation,Composition")) {
        settle_whole(edge, e);
        return GP_OK;
    }
    if (settle_realized(edge, e)) return GP_OK;
    bool is_made = strcmp(edge->type, "Realization") == 0 && e.source == GP_NODE_INTERVENTION;
    if (means_requirement(import, edge) && is_ours(e.source) && is_ours(e.target) && !is_made)
        set(edge, GP_EDGE_REQUIRES, true);
    return GP_OK;
}

/* A relationship that is taken along has no place for its name; some names say what it means. */
static gp_status leave_out_name(gp_graph_import *import, const gp_graph_edge *edge)
{
    bool is_taken = edge->kind != GP_EDGE_OTHER && edge->from != edge->to;
    if (!is_taken || is_named_requirement(edge) || !edge->name || !*edge->name) return GP_OK;
    gp_turn_to(import, edge->source);
    return gp_leave_out(import, GP_WORDS("texts", "teksten"), "name",
                        GP_WORDS("a portfolio keeps no names of relationships",
                                 "een portfolio bewaart geen namen van relaties"),
                        edge->spot);
}

gp_status gp_read_archimate_meaning(gp_graph_import *import)
{
    gp_graph *graph = import->graph;
    GP_TRY(gp_judge_archimate_types(import->records));
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        gp_graph_node *node = gp_node_at(graph, i);
        settle_junction(graph, node);
        node->kind = (uint8_t)kind_of(import, node);
        settle_specialization(import, node);
    }
    for (uint32_t i = 0; i < graph->edges.count; i++)
        GP_TRY(settle_edge(import, gp_edge_at(graph, i)));
    gp_link_graph(graph);
    for (uint32_t i = 0; i < graph->edges.count; i++)
        GP_TRY(leave_out_name(import, gp_edge_at(graph, i)));
    return GP_OK;
}

const gp_typed_format gp_archimate_types_format = {gp_read_archimate_meaning, true};
