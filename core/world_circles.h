/* SPDX-License-Identifier: MIT
 * What would make a circle without something else. Private to core. */
#ifndef GP_WORLD_CIRCLES_H
#define GP_WORLD_CIRCLES_H

#include "core/world_graph.h"

/* Joins the units that change arcs of a circle that all arcs of all worlds make; where the source
 * says so, all that change any arc. */
gp_status gp_join_circles(gp_world_source *source, const gp_records_of_worlds *records,
                          const gp_world_graph *graph, bool *has_joined);

/* Marks the units that change arcs into a record from those of a component; GP_NONE: from any. */
void gp_mark_arc_units(const gp_records_of_worlds *records, const gp_world_graph *graph,
                       uint32_t symbol, uint32_t component, bool *is_marked);

#endif
