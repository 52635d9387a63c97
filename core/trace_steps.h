/* SPDX-License-Identifier: MIT
 * The steps that a trace lists. Private to core. */
#ifndef GP_TRACE_STEPS_H
#define GP_TRACE_STEPS_H

#include "core/own_dates.h"
#include "groeipad/citizens.h"

typedef struct gp_step_lists {
    gp_job *job;
    gp_own_dates *own; /* of the intervention that is being followed */
    uint64_t most;  /* steps that all lists may have together before what they share is told once */
    uint64_t count; /* in all lists so far */
    uint8_t *is_told; /* by activity; NULL as long as every list is whole */
    gp_array way;     /* uint32_t: from a first decision up to its intervention */
    gp_array steps;   /* gp_trace_step: the list that is made */
} gp_step_lists;

/* Lists the steps of the last of the traces, whose decision is known: those on the critical path of
 * its intervention and on the way to the decision that comes first. `before`: an earlier trace of
 * the same intervention, or NULL. Where the lists become longer than they may be, those of all
 * traces are cut down to what no trace before them has. Errors: GP_NO_MEMORY. */
gp_status gp_list_steps(gp_step_lists *lists, gp_trace *traces, uint32_t count,
                        const gp_trace *before);

#endif
