/* SPDX-License-Identifier: MIT
 * Measures that nobody wrote down: for every step that a late intervention rests on, what could be
 * done about it. Private to core/repair. */
#ifndef GP_REPAIR_AUTOMATIC_H
#define GP_REPAIR_AUTOMATIC_H

#include "core/repair/model.h"
#include "core/repair/scope.h"

/* What is made: a candidate each, with its effects. In effects on units the target is the first arc
 * of the unit in the schedule's network; in effects on work `first` counts from the beginning of
 * `durations`. */
typedef struct gp_automatic {
    gp_array *candidates; /* gp_candidate, by kind, id, level, and then the weaker first */
    gp_array *effects;    /* gp_effects, one each */
    gp_array *durations;  /* gp_duration */
} gp_automatic;

/* Appends them. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(n log n) of those that are made. */
gp_status gp_add_automatic(gp_job *job, const gp_schedule *schedule,
                           const gp_repair_options *options, const gp_repair_scope *scope,
                           const gp_automatic *out);

#endif
