/* SPDX-License-Identifier: MIT
 * The latest dates that one intervention sets by itself. Private to core. */
#ifndef GP_OWN_DATES_H
#define GP_OWN_DATES_H

#include "core/backward.h"

/* Asked of one intervention after the other; the arrays are used again each time. */
typedef struct gp_own_dates {
    const gp_schedule *schedule;
    uint32_t intervention; /* the activity they were found for last, or GP_NONE */
    uint32_t *activities;  /* all that it waits for, itself first, each before what it waits for */
    uint32_t count;
    gp_day *latest_start; /* by activity, of those only; GP_NO_DAY: under way or given */
    gp_day *identify_by;  /* likewise */
    uint32_t *waiting;    /* likewise: one that waits for it, on the way from the intervention */
    uint8_t *is_found;    /* by activity: is it one of those? */
    uint32_t *rank;       /* by activity: its place in the topological order */
    uint32_t lowest;      /* nothing with a lower rank was looked at */
    gp_limits limits;
    struct gp_own_frame *stack;
} gp_own_dates;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V). */
gp_status gp_new_own_dates(gp_job *job, const gp_schedule *schedule, gp_own_dates **out);

/* Finds them for an intervention (an activity). Cost: O(what it waits for, and the arcs between);
 * nothing where it was the last one that was asked for. */
void gp_find_own_dates(gp_own_dates *own, uint32_t intervention);

/* The same down to `first`, one of those that it waits for: of what stands before it in the plan no
 * dates are found. Where only the end of a chain is asked for, nothing goes through the whole. */
void gp_find_own_dates_from(gp_own_dates *own, uint32_t intervention, uint32_t first);

#endif
