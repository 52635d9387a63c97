/* SPDX-License-Identifier: MIT
 * In what order to compute what may hang together in a circle: strongly connected components
 * (Tarjan 1972), which come out last first. */
#include "core/world_graph.h"

typedef struct search {
    const gp_world_graph *graph;
    uint32_t *number, *low; /* by home; number 0: not seen yet */
    uint32_t *at;           /* by home: the next arc to follow */
    uint32_t *path, *open;  /* stacks: of the search, and of homes without a component */
    uint32_t path_count, open_count, numbered, placed, components;
} search;

static void enter(search *s, uint32_t home)
{
    s->number[home] = s->low[home] = ++s->numbered;
    s->at[home] = s->graph->next_first[home];
    s->path[s->path_count++] = s->open[s->open_count++] = home;
}

/* All that was opened since is one component. */
static void close(search *s, uint32_t home)
{
    uint32_t other;
    do {
        other = s->open[--s->open_count];
        s->graph->component[other] = s->components;
        s->graph->component_size[s->components]++;
        s->graph->order[--s->placed] = other;
        s->graph->rank[other] = s->placed;
    } while (other != home);
    s->components++;
}

static void visit(search *s, uint32_t start)
{
    const gp_world_graph *graph = s->graph;
    enter(s, start);
    while (s->path_count) {
        uint32_t home = s->path[s->path_count - 1];
        if (s->at[home] < graph->next_first[home + 1]) {
            uint32_t next = graph->next[s->at[home]++];
            if (!s->number[next])
                enter(s, next);
            else if (graph->component[next] == GP_NONE && s->number[next] < s->low[home])
                s->low[home] = s->number[next];
            continue;
        }
        s->path_count--;
        if (s->path_count && s->low[home] < s->low[s->path[s->path_count - 1]])
            s->low[s->path[s->path_count - 1]] = s->low[home];
        if (s->low[home] == s->number[home]) close(s, home);
    }
}

gp_status gp_order_homes(gp_job *job, gp_world_graph *graph)
{
    uint32_t count = graph->home_count;
    search s = {graph,
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count),
                .placed = count};
    graph->order = GP_NEW(job, uint32_t, count);
    graph->rank = GP_NEW(job, uint32_t, count);
    graph->component = GP_NEW(job, uint32_t, count);
    graph->component_size = GP_NEW(job, uint32_t, count);
    if (!s.number || !s.low || !s.at || !s.path || !s.open || !graph->order || !graph->rank ||
        !graph->component || !graph->component_size)
        return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) graph->component[i] = GP_NONE;
    for (uint32_t i = 0; i < count; i++)
        if (!s.number[i]) visit(&s, i);
    for (uint32_t i = 0; i < s.components; i++) graph->has_circles |= graph->component_size[i] > 1;
    return GP_OK;
}
