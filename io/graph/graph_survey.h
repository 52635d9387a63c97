/* SPDX-License-Identifier: MIT
 * Counts what is in a property graph, by the types and names that the file has. */
#ifndef GP_GRAPH_SURVEY_H
#define GP_GRAPH_SURVEY_H

#include "io/graph/graph_trial.h"

/* Of a graph that was handed over; `pristine` is the copy of before its meaning was read. Does
 * nothing where the records are not surveyed. Errors: GP_NO_MEMORY. Cost: O(V + E + properties). */
gp_status gp_survey_graph(gp_graph_import *import, const gp_graph *pristine);

#endif
