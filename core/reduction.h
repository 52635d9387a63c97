/* SPDX-License-Identifier: MIT
 * The quick part of looking for redundant requirements. Private to core. */
#ifndef GP_REDUCTION_H
#define GP_REDUCTION_H

#include "core/job.h"

/* May the requirement be left out at all, if the others imply it? */
static inline bool gp_is_removable(const gp_arc *arc)
{
    return arc->group == 0 && arc->requirement != GP_NONE && !arc->has_lag;
}

/* Marks removable arcs that a chain within one spanning forest makes redundant: some of them, not
 * all. Does nothing where no arc spans many layers. Cost: O(V + E). */
gp_status gp_reduce_by_forest(gp_job *job, const gp_network *network, uint8_t *is_redundant);

#endif
