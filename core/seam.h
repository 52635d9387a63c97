/* SPDX-License-Identifier: MIT
 * Where igraph is called: its kernels run here, and its failures become ours. */
#ifndef GP_SEAM_H
#define GP_SEAM_H

#include "core/job.h"
#include "groeipad/plan.h"

#include <igraph.h>

/* A kernel is written in igraph's own idiom (IGRAPH_CHECK, IGRAPH_FINALLY) and calls nothing of
 * ours that may fail. */
typedef igraph_error_t gp_kernel(void *state);

/* Runs the kernel on a graph of so many vertices and edges, with igraph's handlers replaced for the
 * time being: igraph neither aborts nor prints. Its failures are reported: memory that ran out as
 * such, all else as a bug of ours. */
gp_status gp_run_kernel(gp_job *job, gp_kernel *kernel, void *state, size_t vertices, size_t edges);

/* For a kernel: the arcs of the network as a graph, which the kernel destroys. */
igraph_error_t gp_make_network_graph(igraph_t *graph, const gp_network *network);

#endif
