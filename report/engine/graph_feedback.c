/* SPDX-License-Identifier: MIT
 * Without which edges is there no circle? By Eades, Lin and Smyth ("A fast and effective heuristic
 * for the feedback arc set problem", Information Processing Letters 47(6), 1993): vertices are put
 * in a row, those that nothing leaves at its end, those that nothing enters at its beginning, and
 * of the others the one that most leaves, less what enters it. Edges that run back are the answer.
 * What is sought here are a few hundred vertices at most, so the next one is found by looking. */
#include <igraph.h>

#include <stdlib.h>

typedef struct row {
    const igraph_t *graph;
    const igraph_vector_t *weights;
    double *leaving, *entering;   /* what weighs on edges to vertices that are left */
    igraph_integer_t *outs, *ins; /* how many those are */
    igraph_integer_t *place;      /* in the row, from 1; 0: it is left */
    igraph_integer_t first, last; /* places that are free: first .. last */
} row;

static void count_edges(row *r)
{
    const gp_graph_way *out = &r->graph->out;
    for (igraph_integer_t v = 0; v < r->graph->vertices; v++)
        for (igraph_integer_t i = out->first[v]; i < out->first[v + 1]; i++) {
            igraph_integer_t to = out->ends[i];
            if (to == v) continue; /* is cut in any case */
            double weight = r->weights->items[out->edges[i]];
            r->leaving[v] += weight;
            r->entering[to] += weight;
            r->outs[v]++;
            r->ins[to]++;
        }
}

static void put(row *r, igraph_integer_t vertex, igraph_integer_t place)
{
    const gp_graph_way *out = &r->graph->out, *in = &r->graph->in;
    r->place[vertex] = place;
    for (igraph_integer_t i = out->first[vertex]; i < out->first[vertex + 1]; i++) {
        r->entering[out->ends[i]] -= r->weights->items[out->edges[i]];
        r->ins[out->ends[i]]--;
    }
    for (igraph_integer_t i = in->first[vertex]; i < in->first[vertex + 1]; i++) {
        r->leaving[in->ends[i]] -= r->weights->items[in->edges[i]];
        r->outs[in->ends[i]]--;
    }
}

/* Puts what nothing leaves, or nothing enters, where it belongs. Was there any? */
static int put_ends(row *r)
{
    int has_put = 0;
    for (igraph_integer_t v = 0; v < r->graph->vertices; v++) {
        if (r->place[v]) continue;
        if (r->outs[v] == 0)
            put(r, v, r->last--);
        else if (r->ins[v] == 0)
            put(r, v, r->first++);
        else
            continue;
        has_put = 1;
    }
    return has_put;
}

static igraph_integer_t find_most(const row *r)
{
    igraph_integer_t most = -1;
    for (igraph_integer_t v = 0; v < r->graph->vertices; v++) {
        if (r->place[v]) continue;
        if (most < 0 || r->leaving[v] - r->entering[v] > r->leaving[most] - r->entering[most])
            most = v;
    }
    return most;
}

static void fill(row *r)
{
    while (r->first <= r->last)
        if (!put_ends(r)) put(r, find_most(r), r->first++);
}

static igraph_error_t tell(const row *r, igraph_vector_int_t *cut)
{
    const gp_graph_way *out = &r->graph->out;
    igraph_integer_t count = 0;
    IGRAPH_CHECK(igraph_vector_int_resize(cut, r->graph->edges));
    for (igraph_integer_t v = 0; v < r->graph->vertices; v++)
        for (igraph_integer_t i = out->first[v]; i < out->first[v + 1]; i++)
            if (r->place[out->ends[i]] <= r->place[v]) cut->items[count++] = out->edges[i];
    return igraph_vector_int_resize(cut, count);
}

igraph_error_t igraph_feedback_arc_set(const igraph_t *graph, igraph_vector_int_t *cut,
                                       const igraph_vector_t *weights,
                                       igraph_fas_algorithm_t algorithm)
{
    size_t size = (size_t)graph->vertices + 1;
    if (algorithm != IGRAPH_FAS_APPROX_EADES) return IGRAPH_EINVAL;
    double *sums = calloc(size * 2, sizeof *sums);
    igraph_integer_t *room = calloc(size * 3, sizeof *room);
    igraph_error_t code = IGRAPH_ENOMEM;
    if (sums && room) {
        row r = {graph,       weights,         sums, sums + size,    room,
                 room + size, room + size * 2, 1,    graph->vertices};
        count_edges(&r);
        fill(&r);
        code = tell(&r, cut);
    }
    free(sums);
    free(room);
    return code;
}
