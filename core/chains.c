/* SPDX-License-Identifier: MIT
 * Which chains come next after the critical path? Every path to an activity is a sequence of
 * deviations from driver paths (Lawler 1972 for k best paths). Because each step is monotone and
 * a driver path is the latest of all ways to reach its end, the ready date of a deviation is
 * known exactly before it is followed: taking the latest first yields the chains in order. A chain
 * begins where nothing that it waits for holds it up: the end of a chain by itself is no other. */
#include "core/pass.h"

#include <string.h>

/* A path written from its end backwards: activities[0] is the target; arcs[i] leads from
 * activities[i + 1] into activities[i]. */
typedef struct route {
    uint32_t *activities, *arcs;
    uint32_t count;
    uint32_t fixed; /* deviations before this position were looked at already */
} route;

typedef struct deviation {
    gp_day ready;      /* of the target along it */
    uint32_t route;    /* the route it leaves */
    uint32_t position; /* the activity that is entered otherwise */
    uint32_t arc;      /* the arc it is entered by */
    uint32_t number;   /* order of discovery: decides ties */
} deviation;

typedef struct ranking {
    gp_job *job; /* scratch */
    const gp_schedule *schedule;
    gp_array routes; /* route */
    gp_array heap;   /* deviation, latest first */
    uint32_t found;
} ranking;

/* ---- a binary heap ---- */

static bool comes_first(const deviation *a, const deviation *b)
{
    return a->ready != b->ready ? a->ready > b->ready : a->number < b->number;
}

static gp_status push(ranking *r, deviation added)
{
    added.number = r->found++;
    if (!gp_push(r->job, &r->heap, &added, 1)) return gp_no_memory(r->job);
    deviation *heap = r->heap.data;
    size_t at = r->heap.count - 1;
    while (at > 0 && comes_first(&added, &heap[(at - 1) / 2])) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = added;
    return GP_OK;
}

static deviation pop(ranking *r)
{
    deviation *heap = r->heap.data, first = heap[0], last = heap[--r->heap.count];
    size_t at = 0, count = r->heap.count;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= count) break;
        if (child + 1 < count && comes_first(&heap[child + 1], &heap[child])) child++;
        if (!comes_first(&heap[child], &last)) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = last;
    return first;
}

/* ---- dates along one chain ---- */

/* Follows the rest of the route from `position` to its end. */
static gp_day follow(const gp_schedule *schedule, const route *path, uint32_t position,
                     gp_moments from)
{
    while (position-- > 0) from = gp_enter(schedule->network, path->arcs[position], from);
    return from.ready;
}

static gp_moments moments_of(const gp_schedule *schedule, uint32_t activity)
{
    const gp_dates *dates = &schedule->dates[activity];
    return (gp_moments){dates->earliest_start, dates->earliest_ready};
}

/* An arrival before the release changes nothing, so it makes no chain of its own. Nor does one
 * that only moves the ready date, where what comes after waits for the start. */
static bool binds(const gp_schedule *schedule, uint32_t activity, uint32_t arc, bool to_start)
{
    const gp_network *network = schedule->network;
    const gp_arc *a = &network->arcs[arc];
    if (schedule->is_spare[arc] || (to_start && a->by == GP_BY_LIVE)) return false;
    if (a->by != GP_BY_START) return true;
    return gp_arrival_in(schedule, a) > network->activities[activity].release;
}

static gp_status deviate_at(ranking *r, uint32_t route_index, uint32_t position)
{
    const gp_schedule *schedule = r->schedule;
    const gp_network *network = schedule->network;
    const route *path = &((const route *)r->routes.data)[route_index];
    uint32_t activity = path->activities[position];
    uint32_t used = position + 1 < path->count ? path->arcs[position] : GP_NONE;
    bool to_start = position > 0 && network->arcs[path->arcs[position - 1]].is_from_start;
    if (network->activities[activity].actual != GP_ACTUAL_NONE) return GP_OK;
    for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++) {
        if (a == used || !binds(schedule, activity, a, to_start)) continue;
        gp_moments own = gp_enter(network, a, moments_of(schedule, network->arcs[a].from));
        gp_day ready = follow(schedule, path, position, own);
        GP_TRY(push(r, (deviation){ready, route_index, position, a, 0}));
        path = &((const route *)r->routes.data)[route_index];
    }
    return GP_OK;
}

/* ---- routes ---- */

/* The arc that fixed the moment of an activity that counts for what comes after it. */
static uint32_t arc_into(const gp_schedule *schedule, uint32_t activity, bool is_start)
{
    const gp_dates *dates = &schedule->dates[activity];
    return is_start ? dates->start_arc : dates->driver_arc;
}

/* Follows drivers back from an activity and appends to a route that has room; NULL: counts. */
static uint32_t follow_drivers(const gp_schedule *schedule, uint32_t activity, bool is_start,
                               route *to)
{
    const gp_arc *arcs = schedule->network->arcs;
    uint32_t count = 0;
    while (activity != GP_NONE) {
        uint32_t arc = arc_into(schedule, activity, is_start);
        if (to) {
            to->activities[to->count] = activity;
            to->arcs[to->count++] = arc;
        }
        count++;
        activity = arc == GP_NONE ? GP_NONE : arcs[arc].from;
        is_start = arc != GP_NONE && arcs[arc].is_from_start;
    }
    return count;
}

/* The driver path of `from` behind a copy of the first `kept` activities of a route. */
static gp_status add_route(ranking *r, const route *kept_of, uint32_t kept, uint32_t arc,
                           uint32_t from)
{
    bool is_start = arc != GP_NONE && r->schedule->network->arcs[arc].is_from_start;
    uint32_t length = kept + follow_drivers(r->schedule, from, is_start, NULL);
    route added = {GP_NEW(r->job, uint32_t, length), GP_NEW(r->job, uint32_t, length), 0, kept};
    if (!added.activities || !added.arcs) return gp_no_memory(r->job);
    if (kept) {
        memcpy(added.activities, kept_of->activities, kept * sizeof(uint32_t));
        memcpy(added.arcs, kept_of->arcs, kept * sizeof(uint32_t));
        added.arcs[kept - 1] = arc;
    }
    added.count = kept;
    follow_drivers(r->schedule, from, is_start, &added);
    return gp_push(r->job, &r->routes, &added, 1) ? GP_OK : gp_no_memory(r->job);
}

static gp_status deviate(ranking *r, uint32_t route_index)
{
    const route *path = &((const route *)r->routes.data)[route_index];
    uint32_t end = path->count < GP_CHAIN_DEPTH ? path->count : GP_CHAIN_DEPTH;
    for (uint32_t i = path->fixed; i < end; i++) GP_TRY(deviate_at(r, route_index, i));
    return GP_OK;
}

/* The chain that a deviation makes, as a route of its own. */
static gp_status take(ranking *r, const deviation *d)
{
    const gp_network *network = r->schedule->network;
    route from = ((const route *)r->routes.data)[d->route];
    return add_route(r, &from, d->position + 1, d->arc, network->arcs[d->arc].from);
}

static gp_status keep_chain(gp_job *job, const ranking *r, gp_day ready, gp_day critical,
                            gp_chain *out)
{
    const route *last = (const route *)r->routes.data + r->routes.count - 1;
    uint32_t *activities = GP_NEW(job, uint32_t, last->count);
    if (!activities) return gp_no_memory(job);
    for (uint32_t i = 0; i < last->count; i++)
        activities[last->count - 1 - i] = last->activities[i];
    *out = (gp_chain){activities, last->count, ready, critical - ready};
    return GP_OK;
}

static gp_status rank(gp_job *job, ranking *r, uint32_t activity, uint32_t top, gp_chain *chains,
                      uint32_t *count)
{
    gp_day critical = r->schedule->dates[activity].earliest_ready;
    GP_TRY(add_route(r, NULL, 0, GP_NONE, activity));
    while (*count < top) {
        GP_TRY(deviate(r, (uint32_t)r->routes.count - 1));
        if (r->heap.count == 0) break;
        deviation d = pop(r);
        GP_TRY(take(r, &d));
        GP_TRY(keep_chain(job, r, d.ready, critical, &chains[(*count)++]));
    }
    return GP_OK;
}

gp_status gp_find_chains(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                         const gp_longest_options *options, gp_chains *out)
{
    uint32_t top = options ? options->top : GP_LONGEST_TOP;
    gp_chain *chains = GP_NEW(job, gp_chain, top);
    gp_job *scratch = gp_job_new();
    ranking *r = scratch ? GP_NEW(scratch, ranking, 1) : NULL;
    uint32_t count = 0;
    if (!chains || !r) {
        gp_job_free(scratch);
        return gp_no_memory(job);
    }
    *r = (ranking){.job = scratch, .schedule = schedule};
    r->routes.size = sizeof(route);
    r->heap.size = sizeof(deviation);
    gp_status status = rank(job, r, activity, top, chains, &count);
    gp_job_free(scratch);
    if (status != GP_OK) return gp_no_memory(job); /* the only way it can fail */
    *out = (gp_chains){chains, count};
    return GP_OK;
}
