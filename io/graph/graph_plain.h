/* SPDX-License-Identifier: MIT
 * What GraphML and DOT share: all that a node or an edge is stands in its attributes, the kind
 * too, and edges are drawn from what is required to what requires it. */
#ifndef GP_GRAPH_PLAIN_H
#define GP_GRAPH_PLAIN_H

#include "io/graph/graph_export.h"
#include "io/graph/graph_trial.h"

/* Gives nodes and edges their kind, name and direction by the attributes that say so, and links
 * the graph. A node that says nothing is a capability, an edge a requirement. Edges that are not
 * directed mean nothing. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_read_plain_meaning(gp_graph_import *import);

/* The other way: puts title, kind, name and documentation before the properties. */
gp_status gp_write_plain_meaning(gp_graph *graph);

/* Which end an edge is drawn from, as nodes. */
static inline uint32_t gp_plain_source(const gp_graph_edge *edge)
{
    return edge->kind == GP_EDGE_REQUIRES ? edge->to : edge->from;
}

static inline uint32_t gp_plain_target(const gp_graph_edge *edge)
{
    return edge->kind == GP_EDGE_REQUIRES ? edge->from : edge->to;
}

/* The same, for gp_take_graph. */
extern const gp_typed_format gp_plain_types_format;

#endif
