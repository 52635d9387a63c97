/* SPDX-License-Identifier: MIT
 * What if? Schedules again, with one change, all that one activity rests on. Private to core. */
#ifndef GP_TRIAL_H
#define GP_TRIAL_H

#include "core/pass.h"

typedef struct gp_trial {
    gp_job *job; /* owns the arrays; best a job of its own, freed after the trials */
    const gp_schedule *schedule;
    gp_known known;          /* as in the schedule between two trials */
    gp_activities ancestors; /* of the target, in topological order */
    uint32_t *position;      /* by activity: its place in ancestors */
    uint8_t *has_moved;      /* by activity, within a trial */
    uint32_t target;
} gp_trial;

gp_status gp_start_trial(gp_job *job, const gp_schedule *schedule, uint32_t target, gp_trial *out);

/* The ready date of the target if the change held. The changed activity must be one of its
 * ancestors. Cost: O(what comes after the change, within the ancestors). */
gp_day gp_try_change(gp_trial *trial, const gp_change *change);

#endif
