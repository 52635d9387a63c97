/* SPDX-License-Identifier: MIT
 * Which vertices does every way from a root to another run through? By Cooper, Harvey and Kennedy
 * ("A Simple, Fast Dominance Algorithm", Rice University 2001): the vertices in the order in which
 * a depth-first search leaves them, the last first, and for each the meeting of what is above its
 * predecessors, until nothing changes. Without circles one round is enough. */
#include <igraph.h>

#include <stdlib.h>

#define NONE (-1)

typedef struct tree {
    const igraph_t *graph;
    igraph_integer_t *above; /* by vertex */
    igraph_integer_t *left;  /* by vertex: when the search left it, from 0; NONE: never met */
    igraph_integer_t *order; /* by that number */
    igraph_integer_t *next, *path;
    igraph_integer_t count;
} tree;

static void number_from(tree *t, igraph_integer_t root)
{
    const gp_graph_way *out = &t->graph->out;
    igraph_integer_t depth = 0;
    t->path[depth++] = root;
    t->next[root] = out->first[root];
    while (depth > 0) {
        igraph_integer_t vertex = t->path[depth - 1];
        if (t->next[vertex] == out->first[vertex + 1]) {
            t->left[vertex] = t->count;
            t->order[t->count++] = vertex;
            depth--;
            continue;
        }
        igraph_integer_t to = out->ends[t->next[vertex]++];
        if (t->next[to] != NONE) continue;
        t->next[to] = out->first[to];
        t->path[depth++] = to;
    }
}

static igraph_integer_t meet(const tree *t, igraph_integer_t a, igraph_integer_t b)
{
    while (a != b) {
        while (t->left[a] < t->left[b]) a = t->above[a];
        while (t->left[b] < t->left[a]) b = t->above[b];
    }
    return a;
}

/* Where all that is known of its predecessors meets. */
static igraph_integer_t find_above(const tree *t, igraph_integer_t vertex)
{
    const gp_graph_way *in = &t->graph->in;
    igraph_integer_t found = NONE;
    for (igraph_integer_t i = in->first[vertex]; i < in->first[vertex + 1]; i++) {
        igraph_integer_t from = in->ends[i];
        if (t->above[from] == NONE) continue;
        found = found == NONE ? from : meet(t, from, found);
    }
    return found;
}

static void settle(tree *t, igraph_integer_t root)
{
    int has_changed = 1;
    t->above[root] = root;
    while (has_changed) {
        has_changed = 0;
        for (igraph_integer_t i = t->count - 1; i-- > 0;) { /* the root is the last */
            igraph_integer_t vertex = t->order[i], found = find_above(t, vertex);
            if (found == t->above[vertex]) continue;
            t->above[vertex] = found;
            has_changed = 1;
        }
    }
}

igraph_error_t igraph_dominator_tree(const igraph_t *graph, igraph_integer_t root,
                                     igraph_vector_int_t *above, igraph_t *unused,
                                     igraph_vector_int_t *leftout, igraph_neimode_t mode)
{
    size_t size = (size_t)graph->vertices + 1;
    if (unused || leftout || mode != IGRAPH_OUT) return IGRAPH_EINVAL;
    IGRAPH_CHECK(igraph_vector_int_resize(above, graph->vertices));
    igraph_integer_t *room = malloc(size * 5 * sizeof *room);
    if (!room) return IGRAPH_ENOMEM;
    tree t = {graph, room, room + size, room + size * 2, room + size * 3, room + size * 4, 0};
    for (igraph_integer_t v = 0; v < graph->vertices; v++)
        t.above[v] = t.left[v] = t.next[v] = NONE;
    number_from(&t, root);
    settle(&t, root);
    for (igraph_integer_t v = 0; v < graph->vertices; v++)
        above->items[v] = v == root ? -1 : t.above[v] == NONE ? -2 : t.above[v];
    free(room);
    return IGRAPH_SUCCESS;
}
