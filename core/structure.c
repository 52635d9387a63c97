/* SPDX-License-Identifier: MIT
 * What shape does the network have? How many parts have nothing to do with each other (weakly
 * connected components, by igraph), how many steps must come one after another, and how many
 * can go side by side at most by their layers. */
#include "core/network.h"
#include "core/seam.h"
#include "groeipad/demand.h"

typedef struct shape {
    const gp_network *network;
    gp_structure found;
} shape;

static igraph_error_t find_parts(void *state)
{
    shape *s = state;
    const gp_network *network = s->network;
    igraph_vector_int_t sizes;
    igraph_t graph;
    igraph_integer_t count;
    IGRAPH_CHECK(gp_make_network_graph(&graph, network));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_vector_int_init(&sizes, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &sizes);
    IGRAPH_CHECK(igraph_connected_components(&graph, NULL, &sizes, &count, IGRAPH_WEAK));
    s->found.part_count = (uint32_t)count;
    for (igraph_integer_t i = 0; i < count; i++) {
        uint32_t size = (uint32_t)VECTOR(sizes)[i];
        if (size > s->found.largest_part) s->found.largest_part = size;
        s->found.alone_count += size == 1;
    }
    igraph_vector_int_destroy(&sizes);
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

gp_status gp_find_structure(gp_job *job, const gp_network *network, gp_structure *out)
{
    shape s = {.network = network};
    uint32_t *in_layer = GP_NEW(job, uint32_t, (size_t)network->activity_count + 1);
    if (!in_layer) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t layer = network->layer[i];
        if (layer >= s.found.depth) s.found.depth = layer + 1;
        if (++in_layer[layer] > s.found.width) s.found.width = in_layer[layer];
    }
    GP_TRY(gp_run_kernel(job, find_parts, &s, network->activity_count, network->arc_count));
    *out = s.found;
    return GP_OK;
}
