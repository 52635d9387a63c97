/* SPDX-License-Identifier: MIT
 * The quick part of looking for redundant requirements. Private to core. */
#ifndef GP_REDUCTION_H
#define GP_REDUCTION_H

#include "core/job.h"

/* Does the arc say that `to` waits until `from` is ready, or longer? Not so an alternative, a
 * lead, or a requirement that only asks for the start. */
static inline bool gp_waits_for_ready(const gp_arc *arc)
{
    return arc->group == 0 && !arc->is_lead && !arc->is_from_start;
}

/* Does an arc bind its end as much as another one into it, were it for the same thing? What must be
 * there before the start must be there before the ready date too, but for work that has begun:
 * nothing before its start binds it. */
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

/* Marks removable arcs that a chain within one spanning forest makes redundant: some of them, not
 * all. Does nothing where no arc spans many layers. Cost: O(V + E). */
gp_status gp_reduce_by_forest(gp_job *job, const gp_network *network, uint8_t *is_redundant);

#endif
