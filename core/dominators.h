/* SPDX-License-Identifier: MIT
 * What does every way run through? Dominators, by igraph (Lengauer and Tarjan 1979).
 * Private to core. */
#ifndef GP_DOMINATORS_H
#define GP_DOMINATORS_H

#include "core/written.h"

/* A directed graph for the asking: edge i leads from ends[2 * i] to ends[2 * i + 1]. */
typedef struct gp_flow {
    uint32_t vertex_count, edge_count, root;
    const uint32_t *ends;
    uint32_t *dominator; /* out, by vertex: its immediate dominator; GP_NONE: the root itself, and
                            what the root does not lead to */
} gp_flow;

/* Fills flow->dominator. Errors: GP_NO_MEMORY. Cost: O(E log V). */
gp_status gp_find_flow_dominators(gp_job *job, const gp_flow *flow);

/* By written step: of the steps that every chain to it runs through, the nearest one; GP_NONE where
 * there is none. Chains begin at steps that need nothing and consist of requirements that must be
 * met. Owner: the job. */
gp_status gp_find_dominators(gp_job *job, const gp_written *written, uint32_t **out);

#endif
