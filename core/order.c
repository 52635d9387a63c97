/* SPDX-License-Identifier: MIT
 * In what order can everything be done? igraph's topological sorting (Kahn 1962: ties in the
 * order of the file), and for each activity the longest chain of arcs before it. The igraph
 * graph lives only as long as the question: at 46 bytes an arc it would be most of the memory. */
#include "core/network.h"
#include "core/seam.h"

typedef struct sorting {
    const gp_network *network;
    uint32_t *order;
} sorting;

static igraph_error_t make_graph(const gp_network *network, igraph_t *graph)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, (igraph_integer_t)network->arc_count * 2));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (uint32_t i = 0; i < network->arc_count; i++) {
        VECTOR(ends)[2 * i] = network->arcs[i].from;
        VECTOR(ends)[2 * i + 1] = network->arcs[i].to;
    }
    IGRAPH_CHECK(igraph_create(graph, &ends, network->activity_count, IGRAPH_DIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t sort(void *state)
{
    sorting *s = state;
    igraph_t graph;
    igraph_vector_int_t order;
    IGRAPH_CHECK(make_graph(s->network, &graph));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_vector_int_init(&order, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &order);
    IGRAPH_CHECK(igraph_topological_sorting(&graph, &order, IGRAPH_OUT));
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&order); i++)
        s->order[i] = (uint32_t)VECTOR(order)[i];
    igraph_vector_int_destroy(&order);
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static void find_layers(const gp_network *network, const uint32_t *order, uint32_t *layer)
{
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t to = order[i], deepest = 0;
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++) {
            uint32_t below = layer[network->arcs[a].from] + 1;
            if (below > deepest) deepest = below;
        }
        layer[to] = deepest;
    }
}

gp_status gp_order_network(gp_job *job, gp_network *network)
{
    uint32_t *order = GP_NEW(job, uint32_t, network->activity_count);
    uint32_t *layer = GP_NEW(job, uint32_t, network->activity_count);
    if (!order || !layer) return gp_no_memory(job);
    sorting state = {network, order};
    igraph_error_t code;
    GP_TRY(gp_run_kernel(job, sort, &state, &code));
    if (code == IGRAPH_EINVAL) return gp_report_cycles(job, network);
    find_layers(network, order, layer);
    network->order = order;
    network->layer = layer;
    return GP_OK;
}
