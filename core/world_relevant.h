/* SPDX-License-Identifier: MIT
 * Which edits may matter to which intervention. Private to core. */
#ifndef GP_WORLD_RELEVANT_H
#define GP_WORLD_RELEVANT_H

#include "core/world_graph.h"

/* Fills `relevant` of what moved, and `cost` of the questions. */
gp_status gp_find_relevant(gp_job *job, const gp_records_of_worlds *records,
                           const gp_world_graph *graph, gp_questions *questions, gp_moved *moved);

#endif
