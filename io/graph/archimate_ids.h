/* SPDX-License-Identifier: MIT
 * Ids that a model lacks, or has twice. */
#ifndef GP_ARCHIMATE_IDS_H
#define GP_ARCHIMATE_IDS_H

#include "io/graph/graph_import.h"

/* Takes out of a graph, before it is linked, what its ids make unreadable: elements without an id
 * or with one that another has already, and relationships of which an end is no element. Each is
 * named (GP122), and where the options are strict counted as an error too (GP126); those that lead
 * to a relationship are counted only.
 * Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_sift_archimate_ids(gp_graph_import *import);

#endif
