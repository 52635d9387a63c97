/* SPDX-License-Identifier: MIT
 * Requirements that reach far back, such as "everything needs the foundation", cost the search in
 * blocks most: their bits travel through the whole network. Nearly all of them are implied by one
 * long chain, and that is cheap to see. Each activity keeps one of those it waits for, the last
 * one in layers; that makes a forest, whose preorder numbers tell ancestors at once. (Agrawal,
 * Borgida and Jagadish 1989 answer reachability from such tree intervals.) */
#include "core/reduction.h"

#define FAR_LAYERS 16 /* shorter arcs cost the blocks little */
#define ARCS_TRIED 16 /* of those into one activity */

typedef struct forest {
    const gp_network *network;
    uint32_t *parent; /* by activity, or GP_NONE */
    uint32_t *number; /* in preorder */
    uint32_t *size;   /* of the tree below it, itself included */
} forest;

static bool has_far_arc(const gp_network *network)
{
    for (uint32_t i = 0; i < network->arc_count; i++)
        if (gp_layers_over(network, &network->arcs[i]) > FAR_LAYERS) return true;
    return false;
}

static void choose_parent(forest *f, uint32_t activity)
{
    const gp_network *network = f->network;
    f->parent[activity] = GP_NONE;
    f->size[activity] = 1;
    uint32_t first = network->arc_first[activity], end = network->arc_first[activity + 1];
    for (uint32_t i = first; i < end; i++) {
        uint32_t from = network->arcs[i].from, parent = f->parent[activity];
        if (!gp_waits_for_ready(&network->arcs[i]) || !gp_passes_on(network, from)) continue;
        if (parent == GP_NONE || network->layer[from] > network->layer[parent])
            f->parent[activity] = from;
    }
}

/* next: scratch, by activity: the number of its next child. */
static void number_trees(forest *f, uint32_t *next)
{
    const gp_network *network = f->network;
    uint32_t next_root = 0;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        if (f->parent[activity] != GP_NONE) f->size[f->parent[activity]] += f->size[activity];
    }
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i], parent = f->parent[activity];
        uint32_t *free = parent == GP_NONE ? &next_root : &next[parent];
        f->number[activity] = *free;
        *free += f->size[activity];
        next[activity] = f->number[activity] + 1;
    }
}

static bool is_ancestor(const forest *f, uint32_t ancestor, uint32_t activity)
{
    return f->number[activity] - f->number[ancestor] < f->size[ancestor];
}

/* Does the forest lead from the arc's beginning to something else that its end waits for, at
 * least as strictly? Every activity on such a chain passes time on: only those are parents. */
static bool is_implied(const forest *f, const gp_arc *arc)
{
    const gp_network *network = f->network;
    uint32_t first = network->arc_first[arc->to], end = network->arc_first[arc->to + 1];
    if (end - first > ARCS_TRIED) end = first + ARCS_TRIED;
    for (uint32_t i = first; i < end; i++) {
        const gp_arc *last = &network->arcs[i];
        if (!gp_waits_for_ready(last) || last->from == arc->from ||
            !gp_passes_on(network, last->from))
            continue;
        if (!gp_is_as_strict(network, last, arc)) continue;
        if (is_ancestor(f, arc->from, last->from)) return true;
    }
    return false;
}

gp_status gp_reduce_by_forest(gp_reduction_search *s)
{
    gp_job *job = s->job;
    const gp_network *network = s->network;
    size_t count = network->activity_count;
    if (!has_far_arc(network)) return GP_OK;
    forest f = {.network = network,
                .parent = GP_NEW(job, uint32_t, count),
                .number = GP_NEW(job, uint32_t, count),
                .size = GP_NEW(job, uint32_t, count)};
    uint32_t *next = GP_NEW(job, uint32_t, count);
    if (!f.parent || !f.number || !f.size || !next) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) choose_parent(&f, i);
    number_trees(&f, next);
    for (uint32_t i = 0; i < network->arc_count; i++)
        if (gp_is_open(s, i) && is_implied(&f, &network->arcs[i])) s->verdict[i] = GP_ARC_REDUNDANT;
    return GP_OK;
}
