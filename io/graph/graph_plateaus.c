/* SPDX-License-Identifier: MIT
 * What a plateau says goes to what it holds: its date is when an intervention is needed, its level
 * a step of a capability. What an element says itself stands; of several plateaus the earliest
 * date counts, whatever stands first in the file. A plateau that has nothing to give is left out,
 * and so are the relationships that carry nothing. */
#include "groeipad/time.h"
#include "io/graph/graph_import.h"
#include "io/graph/property_names.h"

#include <string.h>

/* By node: of a plateau what it gives, of an intervention the best date so far. */
typedef struct horizon {
    uint32_t date, level; /* properties; GP_NONE */
    gp_day day;           /* that the date says */
    char step;            /* that the level says: '1'..'5' */
    bool is_used;         /* something got it */
} horizon;

static bool stands_for(gp_graph_import *import, const gp_property *property,
                       const gp_record_kind *keys, const char *wanted)
{
    const char *path = gp_path_of_property(property->name, keys, import->names, import->scratch);
    return path && strcmp(path, wanted) == 0;
}

/* ---- what a plateau gives ---- */

#define NO_DATE                                                                                    \
    GP_WORDS("expected a date such as 2027-01-31", "verwacht: een datum zoals 2027-01-31")
#define NO_LEVEL GP_WORDS("expected a level, 1 to 5", "verwacht: een niveau, 1 tot 5")
#define NOT_GIVEN_ON                                                                               \
    GP_WORDS("a plateau gives only its date and its level",                                        \
             "een plateau geeft alleen een datum en een niveau mee")

#define SAID_BEFORE                                                                                \
    GP_WORDS("the same was said before, and the first counts",                                     \
             "hetzelfde was al gezegd, en de eerste telt")

static gp_status leave_out_property(gp_graph_import *import, const gp_property *p, gp_argument why)
{
    gp_turn_to(import, p->source);
    return gp_leave_out(import, GP_LEFT_OUT_PROPERTIES, p->name, why, p->spot);
}

static bool read_day(gp_graph_import *import, const gp_property *p, gp_day *day)
{
    return gp_parse_date(gp_value_of_property("needed_by", p->value, import->scratch), day);
}

static gp_status note_date(gp_graph_import *import, uint32_t index, horizon *h)
{
    const gp_property *p = gp_property_at(import->graph, index);
    gp_day day;
    if (!read_day(import, p, &day)) return leave_out_property(import, p, NO_DATE);
    if (h->date != GP_NONE) return leave_out_property(import, p, SAID_BEFORE);
    h->date = index;
    h->day = day;
    return GP_OK;
}

static gp_status note_level(gp_graph_import *import, uint32_t index, horizon *h)
{
    const gp_property *p = gp_property_at(import->graph, index);
    const char *value = gp_value_of_property("level", p->value, import->scratch);
    bool is_level = value[0] >= '1' && value[0] <= '0' + GP_LEVEL_MAX && !value[1];
    if (!is_level) return leave_out_property(import, p, NO_LEVEL);
    if (h->level != GP_NONE) return leave_out_property(import, p, SAID_BEFORE);
    h->level = index;
    h->step = value[0];
    return GP_OK;
}

static gp_status leave_out_text(gp_graph_import *import, const char *what, const char *text,
                                const gp_graph_node *node)
{
    if (!text || !*text) return GP_OK;
    gp_turn_to(import, node->source);
    return gp_leave_out(import, GP_WORDS("texts", "teksten"), what, NOT_GIVEN_ON, node->spot);
}

/* The plateaus that gave something have no record for their texts; the others are left out. */
static gp_status leave_out_plateau(gp_graph_import *import, const gp_graph_node *node,
                                   const horizon *h)
{
    if (h->date == GP_NONE && h->level == GP_NONE) return GP_OK; /* that was said */
    if (h->is_used) {
        GP_TRY(leave_out_text(import, "name", node->name, node));
        return leave_out_text(import, "documentation", node->documentation, node);
    }
    gp_turn_to(import, node->source);
    return gp_leave_out(
        import, GP_LEFT_OUT_NODES, node->type,
        GP_WORDS("nothing takes their date or level", "niets neemt hun datum of niveau over"),
        node->spot);
}

static gp_status note_plateau(gp_graph_import *import, const gp_graph_node *node, horizon *h)
{
    for (uint32_t i = node->properties.first; i != GP_NONE;) {
        const gp_property *p = gp_property_at(import->graph, i);
        uint32_t index = i;
        i = p->next;
        if (gp_is_not_given("needed_by", p->value, import->scratch)) continue;
        if (stands_for(import, p, &gp_intervention_kind, "needed_by"))
            GP_TRY(note_date(import, index, h));
        else if (stands_for(import, p, &gp_capability_kind, "level"))
            GP_TRY(note_level(import, index, h));
        else
            GP_TRY(leave_out_property(import, p, NOT_GIVEN_ON));
        if (import->scratch->has_failed) return gp_no_memory(import->job);
    }
    if (h->date != GP_NONE || h->level != GP_NONE) return GP_OK;
    gp_turn_to(import, node->source);
    return gp_leave_out(import, GP_LEFT_OUT_NODES, node->type,
                        GP_WORDS("they have neither a date nor a level to give",
                                 "ze hebben geen datum en geen niveau om mee te geven"),
                        node->spot);
}

/* ---- what becomes of it ---- */

/* Does an element say when it is needed? What it says and is no date makes way for the plateau's.
 */
static gp_status find_own_date(gp_graph_import *import, gp_graph_node *node, bool *out)
{
    *out = false;
    for (uint32_t i = node->properties.first; i != GP_NONE && !*out;) {
        const gp_property *p = gp_property_at(import->graph, i);
        gp_day day;
        i = p->next;
        if (!stands_for(import, p, &gp_intervention_kind, "needed_by")) continue;
        if (gp_is_not_given("needed_by", p->value, import->scratch)) continue;
        *out = read_day(import, p, &day);
        if (*out) continue;
        GP_TRY(leave_out_property(import, p, NO_DATE));
        gp_drop_property(import->graph, &node->properties, p);
    }
    return import->scratch->has_failed ? gp_no_memory(import->job) : GP_OK;
}

/* A copy of a plateau's property, under the name that it has in the record. */
static gp_status give(gp_graph_import *import, gp_graph_node *node, const char *name,
                      uint32_t property)
{
    gp_graph *graph = import->graph;
    uint32_t index = (uint32_t)graph->properties.count;
    const gp_property p = *gp_property_at(graph, property);
    GP_TRY(gp_add_property(graph, &node->properties, name, p.value, p.spot));
    gp_property_at(graph, index)->source = p.source;
    return GP_OK;
}

static gp_status give_level(gp_graph_import *import, gp_graph_node *node, const horizon *plateau)
{
    char name[] = "levels.0.level";
    name[7] = plateau->step;
    if (gp_find_property(import->graph, &node->properties, name)) return GP_OK;
    return give(import, node, name, plateau->level);
}

/* Nothing to carry: of a plateau with no date, or no level, for what it holds. */
static gp_status drop_edge(gp_graph_import *import, gp_graph_edge *edge, gp_node_kind kind)
{
    gp_argument why = GP_WORDS("their plateau gives a junction nothing",
                               "hun plateau geeft een junction niets mee");
    if (kind == GP_NODE_INTERVENTION)
        why = GP_WORDS("their plateau has no date for an intervention",
                       "hun plateau heeft geen datum voor een interventie");
    if (kind == GP_NODE_CAPABILITY)
        why = GP_WORDS("their plateau has no level for a capability",
                       "hun plateau heeft geen niveau voor een capability");
    edge->kind = GP_EDGE_OTHER;
    gp_turn_to(import, edge->source);
    return gp_leave_out(import, GP_LEFT_OUT_EDGES, edge->type, why, edge->spot);
}

static gp_status apply(gp_graph_import *import, horizon *horizons, gp_graph_edge *edge)
{
    gp_graph_node *node = gp_node_at(import->graph, edge->from);
    horizon *plateau = &horizons[edge->to];
    gp_node_kind kind = (gp_node_kind)node->kind;
    bool is_step = kind == GP_NODE_CAPABILITY && plateau->level != GP_NONE;
    if (!is_step && (kind != GP_NODE_INTERVENTION || plateau->date == GP_NONE))
        return drop_edge(import, edge, kind);
    plateau->is_used = true;
    if (is_step) return give_level(import, node, plateau);
    horizon *best = &horizons[edge->from];
    if (best->date == GP_NONE || plateau->day < best->day) {
        best->date = plateau->date;
        best->day = plateau->day;
    }
    return GP_OK;
}

static gp_status give_dates(gp_graph_import *import, const horizon *horizons)
{
    gp_graph *graph = import->graph;
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        gp_graph_node *node = gp_node_at(graph, i);
        bool is_said;
        if (node->kind != GP_NODE_INTERVENTION || horizons[i].date == GP_NONE) continue;
        GP_TRY(find_own_date(import, node, &is_said));
        if (is_said) continue;
        GP_TRY(give(import, node, "needed_by", horizons[i].date));
    }
    return GP_OK;
}

gp_status gp_apply_plateaus(gp_graph_import *import)
{
    gp_graph *graph = import->graph;
    horizon *horizons = GP_NEW(import->job, horizon, graph->nodes.count + 1);
    if (!horizons) return gp_no_memory(import->job);
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        const gp_graph_node *node = gp_node_at(graph, i);
        horizons[i] = (horizon){.date = GP_NONE, .level = GP_NONE};
        if (node->kind == GP_NODE_PLATEAU) GP_TRY(note_plateau(import, node, &horizons[i]));
    }
    for (uint32_t i = 0; i < graph->edges.count; i++) {
        gp_graph_edge *edge = gp_edge_at(graph, i);
        if (edge->kind == GP_EDGE_PLATEAU) GP_TRY(apply(import, horizons, edge));
    }
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        const gp_graph_node *node = gp_node_at(graph, i);
        if (node->kind == GP_NODE_PLATEAU) GP_TRY(leave_out_plateau(import, node, &horizons[i]));
    }
    return give_dates(import, horizons);
}
