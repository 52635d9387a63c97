/* SPDX-License-Identifier: MIT
 * What a repair is about: the interventions that are late, and all that they rest on. Private to
 * core/repair. */
#ifndef GP_REPAIR_SCOPE_H
#define GP_REPAIR_SCOPE_H

#include "core/job.h"
#include "groeipad/repair.h"

typedef struct gp_repair_scope {
    const uint32_t *late; /* activities of the interventions that are late and asked for, in the
                           * order of the file */
    uint32_t late_count;
    const bool *is_wanted; /* by activity: one of them rests on it, or it is one of them;
                            * alternatives that were not chosen included */
    uint32_t step_count;   /* of those, capabilities' steps that have work to do */
} gp_repair_scope;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_find_repair_scope(gp_job *job, const gp_schedule *schedule,
                               const gp_repair_options *options, gp_repair_scope *out);

#endif
