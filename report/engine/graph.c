/* SPDX-License-Identifier: MIT
 * Graphs, vectors and failures, in place of igraph's. What can be written here beyond a call are
 * the handlers and what waits to be given back, as in igraph; the page has one thread. */
#include <igraph.h>

#include <stdlib.h>
#include <string.h>

/* ---- failures ---- */

#define DEFERRED_MAX 16 /* core's kernels have four */

static igraph_error_handler_t *on_error;
static igraph_warning_handler_t *on_warning;
static struct {
    gp_graph_undo *undo;
    void *object;
} deferred[DEFERRED_MAX];
static int deferred_count;

igraph_error_handler_t *igraph_set_error_handler(igraph_error_handler_t *handler)
{
    igraph_error_handler_t *before = on_error;
    on_error = handler;
    return before;
}

igraph_warning_handler_t *igraph_set_warning_handler(igraph_warning_handler_t *handler)
{
    igraph_warning_handler_t *before = on_warning;
    on_warning = handler;
    return before;
}

const char *igraph_strerror(igraph_error_t code)
{
    if (code == IGRAPH_SUCCESS) return "no failure";
    return code == IGRAPH_ENOMEM ? "memory ran out" : "a graph that cannot be";
}

void gp_graph_defer(gp_graph_undo *undo, void *object)
{
    if (deferred_count == DEFERRED_MAX) abort();
    deferred[deferred_count].undo = undo;
    deferred[deferred_count++].object = object;
}

void gp_graph_forget(int count)
{
    deferred_count -= count;
}

void gp_graph_undo_all(void)
{
    while (deferred_count > 0) {
        deferred_count--;
        deferred[deferred_count].undo(deferred[deferred_count].object);
    }
}

igraph_error_t gp_graph_fail(igraph_error_t code)
{
    if (on_error) on_error(igraph_strerror(code), __FILE__, __LINE__, code);
    return code;
}

/* ---- vectors ---- */

igraph_error_t igraph_vector_int_init(igraph_vector_int_t *vector, igraph_integer_t count)
{
    vector->items = calloc((size_t)count + 1, sizeof *vector->items);
    vector->count = count;
    return vector->items ? IGRAPH_SUCCESS : IGRAPH_ENOMEM;
}

igraph_error_t igraph_vector_int_resize(igraph_vector_int_t *vector, igraph_integer_t count)
{
    igraph_integer_t *items = realloc(vector->items, ((size_t)count + 1) * sizeof *items);
    if (!items) return IGRAPH_ENOMEM;
    if (count > vector->count)
        memset(items + vector->count, 0, (size_t)(count - vector->count) * sizeof *items);
    vector->items = items;
    vector->count = count;
    return IGRAPH_SUCCESS;
}

igraph_integer_t igraph_vector_int_size(const igraph_vector_int_t *vector)
{
    return vector->count;
}

void igraph_vector_int_destroy(igraph_vector_int_t *vector)
{
    free(vector->items);
    vector->items = NULL;
}

igraph_error_t igraph_vector_init(igraph_vector_t *vector, igraph_integer_t count)
{
    vector->items = calloc((size_t)count + 1, sizeof *vector->items);
    vector->count = count;
    return vector->items ? IGRAPH_SUCCESS : IGRAPH_ENOMEM;
}

void igraph_vector_destroy(igraph_vector_t *vector)
{
    free(vector->items);
    vector->items = NULL;
}

/* ---- graphs ---- */

/* Sorts the edges by the end that they leave: a counting sort, so those of a vertex stay in order.
 * ends: from and to of each, of which `side` is the one that is left. */
static igraph_error_t sort_edges(const igraph_t *graph, const igraph_integer_t *ends, int side,
                                 gp_graph_way *way)
{
    size_t edges = (size_t)graph->edges;
    way->first = calloc((size_t)graph->vertices + 2, sizeof *way->first);
    way->edges = malloc((edges + 1) * sizeof *way->edges);
    way->ends = malloc((edges + 1) * sizeof *way->ends);
    if (!way->first || !way->edges || !way->ends) return IGRAPH_ENOMEM;
    for (size_t i = 0; i < edges; i++) way->first[ends[2 * i + (size_t)side] + 2]++;
    for (igraph_integer_t v = 2; v < graph->vertices + 2; v++) way->first[v] += way->first[v - 1];
    for (size_t i = 0; i < edges; i++) {
        igraph_integer_t at = way->first[ends[2 * i + (size_t)side] + 1]++;
        way->edges[at] = (igraph_integer_t)i;
        way->ends[at] = ends[2 * i + (size_t)!side];
    }
    return IGRAPH_SUCCESS;
}

igraph_error_t igraph_create(igraph_t *graph, const igraph_vector_int_t *ends,
                             igraph_integer_t vertices, int is_directed)
{
    (void)is_directed;
    *graph = (igraph_t){.vertices = vertices, .edges = ends->count / 2};
    for (igraph_integer_t i = 0; i < graph->edges * 2; i++)
        if (ends->items[i] < 0 || ends->items[i] >= vertices) return IGRAPH_EINVAL;
    igraph_error_t code = sort_edges(graph, ends->items, 0, &graph->out);
    if (code == IGRAPH_SUCCESS) code = sort_edges(graph, ends->items, 1, &graph->in);
    if (code != IGRAPH_SUCCESS) igraph_destroy(graph);
    return code;
}

void igraph_destroy(igraph_t *graph)
{
    gp_graph_way *const ways[] = {&graph->out, &graph->in};
    for (size_t i = 0; i < 2; i++) {
        free(ways[i]->first);
        free(ways[i]->edges);
        free(ways[i]->ends);
        *ways[i] = (gp_graph_way){0};
    }
}
