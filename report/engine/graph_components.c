/* SPDX-License-Identifier: MIT
 * Which vertices belong together? Strong components by Tarjan's depth-first search (SIAM Journal on
 * Computing 1(2), 1972), with a stack of its own in place of recursion; weak ones by walking along
 * the edges both ways. */
#include <igraph.h>

#include <stdlib.h>

typedef struct search {
    const igraph_t *graph;
    igraph_integer_t *member; /* component; -1: not yet known */
    igraph_integer_t *number; /* in which order it was met, from 1; 0: not yet */
    igraph_integer_t *low;    /* the first one met that it leads back to */
    igraph_integer_t *next;   /* the edge to look along */
    igraph_integer_t *path;   /* from the root to where the search is */
    igraph_integer_t *open;   /* met, and of a component that is not complete */
    igraph_integer_t met, open_count, count;
} search;

static void enter(search *s, igraph_integer_t vertex)
{
    s->number[vertex] = s->low[vertex] = ++s->met;
    s->next[vertex] = s->graph->out.first[vertex];
    s->open[s->open_count++] = vertex;
}

static void lower(search *s, igraph_integer_t vertex, igraph_integer_t to)
{
    if (s->low[vertex] > to) s->low[vertex] = to;
}

/* All that was met after the vertex, and is open, is its component. */
static void close_component(search *s, igraph_integer_t vertex)
{
    igraph_integer_t last;
    do {
        last = s->open[--s->open_count];
        s->member[last] = s->count;
    } while (last != vertex);
    s->count++;
}

static void search_from(search *s, igraph_integer_t root)
{
    const gp_graph_way *out = &s->graph->out;
    igraph_integer_t depth = 0;
    s->path[depth++] = root;
    enter(s, root);
    while (depth > 0) {
        igraph_integer_t vertex = s->path[depth - 1];
        if (s->next[vertex] < out->first[vertex + 1]) {
            igraph_integer_t to = out->ends[s->next[vertex]++];
            if (s->number[to] == 0) {
                s->path[depth++] = to;
                enter(s, to);
            } else if (s->member[to] < 0) {
                lower(s, vertex, s->number[to]);
            }
            continue;
        }
        depth--;
        if (depth > 0) lower(s, s->path[depth - 1], s->low[vertex]);
        if (s->low[vertex] == s->number[vertex]) close_component(s, vertex);
    }
}

static void find_strong(search *s)
{
    for (igraph_integer_t v = 0; v < s->graph->vertices; v++)
        if (s->number[v] == 0) search_from(s, v);
}

static void reach(search *s, const gp_graph_way *way, igraph_integer_t vertex)
{
    for (igraph_integer_t i = way->first[vertex]; i < way->first[vertex + 1]; i++) {
        igraph_integer_t to = way->ends[i];
        if (s->member[to] >= 0) continue;
        s->member[to] = s->count;
        s->open[s->open_count++] = to;
    }
}

static void find_weak(search *s)
{
    for (igraph_integer_t v = 0; v < s->graph->vertices; v++) {
        if (s->member[v] >= 0) continue;
        s->member[v] = s->count;
        s->open[s->open_count++] = v;
        while (s->open_count > 0) {
            igraph_integer_t at = s->open[--s->open_count];
            reach(s, &s->graph->out, at);
            reach(s, &s->graph->in, at);
        }
        s->count++;
    }
}

static igraph_error_t tell(const search *s, igraph_vector_int_t *members,
                           igraph_vector_int_t *sizes)
{
    igraph_integer_t vertices = s->graph->vertices;
    if (members) {
        IGRAPH_CHECK(igraph_vector_int_resize(members, vertices));
        for (igraph_integer_t v = 0; v < vertices; v++) members->items[v] = s->member[v];
    }
    if (!sizes) return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_vector_int_resize(sizes, s->count));
    for (igraph_integer_t i = 0; i < s->count; i++) sizes->items[i] = 0;
    for (igraph_integer_t v = 0; v < vertices; v++) sizes->items[s->member[v]]++;
    return IGRAPH_SUCCESS;
}

igraph_error_t igraph_connected_components(const igraph_t *graph, igraph_vector_int_t *members,
                                           igraph_vector_int_t *sizes, igraph_integer_t *count,
                                           igraph_connectedness_t mode)
{
    size_t size = (size_t)graph->vertices + 1;
    igraph_integer_t *room = calloc(size * 6, sizeof *room);
    if (!room) return IGRAPH_ENOMEM;
    search s = {graph,
                room,
                room + size,
                room + size * 2,
                room + size * 3,
                room + size * 4,
                room + size * 5,
                0,
                0,
                0};
    for (igraph_integer_t v = 0; v < graph->vertices; v++) s.member[v] = -1;
    if (mode == IGRAPH_STRONG)
        find_strong(&s);
    else
        find_weak(&s);
    igraph_error_t code = tell(&s, members, sizes);
    *count = s.count;
    free(room);
    return code;
}
