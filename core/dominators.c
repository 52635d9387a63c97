/* SPDX-License-Identifier: MIT
 * Which steps does every chain of requirements to an intervention run through? Only requirements
 * that must be met count, as the user wrote them. Steps that need nothing are tied to one
 * artificial root; the steps that every chain from that root to some step passes are its
 * dominators. */
#include "core/dominators.h"
#include "core/seam.h"

static igraph_error_t find_tree(void *state)
{
    const gp_flow *flow = state;
    igraph_vector_int_t ends, dominators;
    igraph_t graph;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, (igraph_integer_t)flow->edge_count * 2));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (uint32_t i = 0; i < flow->edge_count * 2; i++) VECTOR(ends)[i] = flow->ends[i];
    IGRAPH_CHECK(igraph_create(&graph, &ends, flow->vertex_count, IGRAPH_DIRECTED));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_vector_int_init(&dominators, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &dominators);
    IGRAPH_CHECK(igraph_dominator_tree(&graph, flow->root, &dominators, NULL, NULL, IGRAPH_OUT));
    for (uint32_t i = 0; i < flow->vertex_count; i++) {
        igraph_integer_t above = VECTOR(dominators)[i]; /* negative: none */
        flow->dominator[i] = above < 0 || i == flow->root ? GP_NONE : (uint32_t)above;
    }
    igraph_vector_int_destroy(&dominators);
    igraph_destroy(&graph);
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(3);
    return IGRAPH_SUCCESS;
}

gp_status gp_find_flow_dominators(gp_job *job, const gp_flow *flow)
{
    gp_flow copy = *flow;
    return gp_run_kernel(job, find_tree, &copy, flow->vertex_count, flow->edge_count);
}

typedef struct edges {
    uint32_t *ends;
    uint32_t count;
} edges;

static void add_edge(edges *all, uint32_t from, uint32_t to)
{
    all->ends[2 * all->count] = from;
    all->ends[2 * all->count + 1] = to;
    all->count++;
}

/* Adds what a step rests on and must be met; the root where there is nothing. */
static void add_requirements(const gp_written *written, uint32_t step, edges *all)
{
    uint32_t before = all->count;
    gp_written_cursor at = {.step = step};
    for (uint32_t target; (target = gp_next_written(written, &at)) != GP_NONE;)
        if (at.is_must && target != step) add_edge(all, target, step);
    if (all->count == before) add_edge(all, written->count, step);
}

gp_status gp_find_dominators(gp_job *job, const gp_written *written, uint32_t **out)
{
    const gp_portfolio *portfolio = written->portfolio;
    uint32_t count = written->count;
    edges all = {
        GP_NEW(job, uint32_t, ((size_t)portfolio->requirement_count + 2 * (size_t)count) * 2), 0};
    uint32_t *dominator = GP_NEW(job, uint32_t, (size_t)count + 1);
    if (!all.ends || !dominator) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        if (portfolio->items[written->symbol[i]].kind != GP_ITEM_ELSEWHERE)
            add_requirements(written, i, &all);
    gp_flow flow = {.vertex_count = count + 1,
                    .edge_count = all.count,
                    .root = count,
                    .ends = all.ends,
                    .dominator = dominator};
    GP_TRY(gp_find_flow_dominators(job, &flow));
    for (uint32_t i = 0; i < count; i++)
        if (dominator[i] == count) dominator[i] = GP_NONE;
    *out = dominator;
    return GP_OK;
}
