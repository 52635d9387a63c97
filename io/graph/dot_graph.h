/* SPDX-License-Identifier: MIT
 * A graph that libcgraph has parsed, and where its things stand in the text. Private to
 * io/graph/dot_*.c. */
#ifndef GP_DOT_GRAPH_H
#define GP_DOT_GRAPH_H

#include "io/graph/graph_import.h"

struct Agraph_s; /* of libcgraph */

typedef struct gp_dot_graph {
    gp_graph_import *import;
    struct Agraph_s *dot;
    gp_array node_spots, edge_spots; /* gp_spot, by sequence number */
} gp_dot_graph;

/* Fills the property graph in and hands it over (gp_emit_graph). Errors: GP_NO_MEMORY. */
gp_status gp_take_dot_graph(gp_dot_graph *made);

#endif
