/* SPDX-License-Identifier: MIT
 * The parts of looking for redundant requirements. Private to core. */
#ifndef GP_REDUCTION_H
#define GP_REDUCTION_H

#include "core/job.h"
#include "groeipad/plan.h"

/* What is known of an arc so far. */
typedef enum gp_arc_verdict { GP_ARC_OPEN, GP_ARC_REDUNDANT, GP_ARC_NEEDED } gp_arc_verdict;

/* The search so far. */
typedef struct gp_reduction_search {
    gp_job *job;
    const gp_network *network;
    uint8_t *verdict; /* gp_arc_verdict by arc */
} gp_reduction_search;

/* Does the arc say that `to` waits until `from` is ready, or longer? Not so an alternative, a
 * lead, or a requirement that only asks for the start. */
static inline bool gp_waits_for_ready(const gp_arc *arc)
{
    return arc->group == 0 && !arc->is_lead && !arc->is_from_start;
}

/* A start that is a fact, or a given date, does not wait for what is before it. */
static inline bool gp_passes_on(const gp_network *network, uint32_t activity)
{
    return network->activities[activity].actual == GP_ACTUAL_NONE;
}

/* If two arcs into one activity were for the same thing, would the first bind at least as much
 * as the second? What must be there before the start is also there before the ready date. The
 * exception is work that has begun: what had to be there before its start does not bind it any
 * more. */
static inline bool gp_is_as_strict(const gp_network *network, const gp_arc *arc,
                                   const gp_arc *other)
{
    if (arc->by == other->by) return true;
    if (arc->by == GP_BY_START) return network->activities[arc->to].actual != GP_ACTUAL_STARTED;
    return arc->by == GP_BY_READY && other->by == GP_BY_LIVE;
}

/* May the requirement be left out at all, if the others imply it? */
static inline bool gp_is_removable(const gp_arc *arc)
{
    return gp_waits_for_ready(arc) && arc->requirement != GP_NONE && !arc->has_lag;
}

static inline uint32_t gp_layers_over(const gp_network *network, const gp_arc *arc)
{
    return network->layer[arc->to] - network->layer[arc->from];
}

/* Is it still to be found out whether a chain implies the arc? Only over two layers or more is
 * there room for one. */
static inline bool gp_is_open(const gp_reduction_search *s, uint32_t index)
{
    const gp_arc *arc = &s->network->arcs[index];
    return s->verdict[index] == GP_ARC_OPEN && gp_is_removable(arc) &&
           gp_layers_over(s->network, arc) >= 2;
}

/* Marks open arcs that a chain within one spanning forest makes redundant: some of them, not
 * all. Does nothing where no arc spans many layers. Cost: O(V + E). */
gp_status gp_reduce_by_forest(gp_reduction_search *s);

/* Settles open arcs that span few layers, except where too many activities lie around them.
 * Cost: O(V + E), times a bound. */
gp_status gp_reduce_by_meeting(gp_reduction_search *s);

/* Settles all open arcs. *is_complete: false where the work came to GP_REDUCTION_WORK_MAX. */
gp_status gp_reduce_by_blocks(gp_reduction_search *s, bool *is_complete);

#endif
