/* SPDX-License-Identifier: MIT
 * Which chains come next after the critical path? Every path to an activity is a sequence of
 * deviations from driver paths (Lawler 1972 for k best paths). Because each step is monotone and
 * a driver path is the latest of all ways to reach its end, the ready date of a deviation is
 * known exactly before it is followed: taking the latest first yields the chains in order. */
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
    uint32_t arc;      /* the arc it is entered by, GP_NONE: by its own release */
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

/* The ready date of an activity that is entered by this arc (GP_NONE: its release) alone. */
static gp_day enter(const gp_schedule *schedule, uint32_t activity, uint32_t arc, gp_day ready)
{
    const gp_network *network = schedule->network;
    if (arc != GP_NONE) return gp_enter(network, arc, ready);
    gp_day start = gp_round_start(network, activity, network->activities[activity].release);
    return gp_round_ready(network, activity, gp_work_end(network, activity, start));
}

/* Follows the rest of the route from `position` to its end. */
static gp_day follow(const gp_schedule *schedule, const route *path, uint32_t position,
                     gp_day ready)
{
    while (position-- > 0)
        ready = enter(schedule, path->activities[position], path->arcs[position], ready);
    return ready;
}

/* An arrival that the release hides anyway is no chain of its own. */
static bool binds(const gp_schedule *schedule, uint32_t activity, uint32_t arc)
{
    const gp_network *network = schedule->network;
    const gp_arc *a = &network->arcs[arc];
    if (schedule->is_spare[arc]) return false;
    if (a->by == GP_BY_LIVE) return true;
    return gp_arrival(network, a, schedule->dates[a->from].earliest_ready) >
           network->activities[activity].release;
}

static gp_status deviate_at(ranking *r, uint32_t route_index, uint32_t position)
{
    const gp_network *network = r->schedule->network;
    const route *path = &((const route *)r->routes.data)[route_index];
    uint32_t activity = path->activities[position];
    uint32_t used = position + 1 < path->count ? path->arcs[position] : GP_NONE;
    if (network->activities[activity].actual != GP_ACTUAL_NONE) return GP_OK;
    for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++) {
        if (a == used || !binds(r->schedule, activity, a)) continue;
        gp_day before = r->schedule->dates[network->arcs[a].from].earliest_ready;
        gp_day ready = follow(r->schedule, path, position, enter(r->schedule, activity, a, before));
        GP_TRY(push(r, (deviation){ready, route_index, position, a, 0}));
        path = &((const route *)r->routes.data)[route_index];
    }
    if (used == GP_NONE) return GP_OK;
    gp_day ready = follow(r->schedule, path, position, enter(r->schedule, activity, GP_NONE, 0));
    return push(r, (deviation){ready, route_index, position, GP_NONE, 0});
}

/* ---- routes ---- */

/* The driver path of `from` behind a copy of the first `kept` activities of a route. */
static gp_status add_route(ranking *r, const route *kept_of, uint32_t kept, uint32_t arc,
                           uint32_t from)
{
    uint32_t length = kept, at;
    for (at = from; at != GP_NONE; at = gp_driver(r->schedule, at)) length++;
    route added = {GP_NEW(r->job, uint32_t, length), GP_NEW(r->job, uint32_t, length), 0, kept};
    if (!added.activities || !added.arcs) return gp_no_memory(r->job);
    if (kept) {
        memcpy(added.activities, kept_of->activities, kept * sizeof(uint32_t));
        memcpy(added.arcs, kept_of->arcs, kept * sizeof(uint32_t));
        added.arcs[kept - 1] = arc;
    }
    added.count = kept;
    for (at = from; at != GP_NONE; at = gp_driver(r->schedule, at)) {
        added.activities[added.count] = at;
        added.arcs[added.count++] = r->schedule->dates[at].driver_arc;
    }
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
    uint32_t next = d->arc == GP_NONE ? GP_NONE : network->arcs[d->arc].from;
    return add_route(r, &from, d->position + 1, d->arc, next);
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

gp_status gp_find_chains(gp_job *job, const gp_schedule *schedule, uint32_t activity, uint32_t top,
                         gp_chains *out)
{
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
