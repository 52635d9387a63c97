/* SPDX-License-Identifier: MIT
 * One activity of the backward pass, for the plan as a whole (core/schedule.c) and for one
 * intervention by itself (core/own_dates.c), so that the two can never disagree. Private to core.
 */
#ifndef GP_BACKWARD_H
#define GP_BACKWARD_H

#include "core/job.h"
#include "groeipad/plan.h"

/* By activity: the latest day that what comes after it allows; GP_NO_LIMIT where nothing does. A
 * limit of what nobody waits for is idle: GP_IDLE more than its day, and so later than any other.
 * It tells how long such a thing can wait for what waits for it, and gives way to every limit that
 * presses. */
typedef struct gp_limits {
    gp_day *ready;
    gp_day *start;       /* NULL where no arc leaves from a start */
    const uint8_t *part; /* what it is part of; NULL: all are part of the plan */
} gp_limits;
/* What an activity is part of: bits. */
enum {
    GP_PART_PLAN = 1,  /* it is no alternative that was not chosen, nor under such alone */
    GP_PART_RESTED = 2 /* what an intervention rests on, or one itself */
};

#define GP_NO_LIMIT INT32_MAX
#define GP_IDLE ((gp_day)1 << 30)

/* Does the activity at the end of the arc still wait for the one at its beginning? An alternative
 * that was not chosen is not waited for; nor what had to come before a start that has been, nor a
 * start that has been itself. */
static inline bool gp_waits_for(const gp_schedule *schedule, uint32_t arc)
{
    const gp_activity *activities = schedule->network->activities;
    const gp_arc *a = &schedule->network->arcs[arc];
    bool has_started = activities[a->to].actual == GP_ACTUAL_STARTED;
    bool was_started = a->is_from_start && activities[a->from].actual != GP_ACTUAL_NONE;
    return !schedule->is_spare[arc] && !(has_started && a->by == GP_BY_START) && !was_started;
}

/* Fills the latest dates of an activity from its earliest ones, which stand in `own`, and from the
 * limits that what waits for it has set; then sets limits for what it waits for itself. Returns
 * whether any of its limits presses. */
bool gp_back_one(const gp_schedule *schedule, const gp_limits *limits, uint32_t activity,
                 gp_dates *own);

#endif
