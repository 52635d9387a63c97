/* SPDX-License-Identifier: MIT
 * One activity as a monotone function of time: what the forward pass, trials and explanations
 * all use, so that they can never disagree. Private to core. */
#ifndef GP_PASS_H
#define GP_PASS_H

#include "core/job.h"
#include "groeipad/plan.h"

/* The day on which the work of an activity that starts on `start` is done: the longest of its
 * durations. The start itself where no lead time is known. Where part of it is done already,
 * the rest is counted from the status date. */
gp_day gp_work_end(const gp_network *network, uint32_t activity, gp_day start);

/* Its upper adjoint: the last start whose work is done by `day`. */
gp_day gp_work_start(const gp_network *network, uint32_t activity, gp_day day);

/* The start that follows when everything before the activity is there on `day`: the next
 * round, or the day itself. */
gp_day gp_round_start(const gp_network *network, uint32_t activity, gp_day day);

/* The ready date that follows when the activity could be ready on `day`: the end of the
 * iteration for an intervention, else the day itself. */
gp_day gp_round_ready(const gp_network *network, uint32_t activity, gp_day day);

/* The day on which an arc lets go whose predecessor is ready, or has started, on `day`: that day
 * and the lag of the arc. */
gp_day gp_arrival(const gp_network *network, const gp_arc *arc, gp_day day);

/* When the arc lets go in a schedule. */
static inline gp_day gp_arrival_in(const gp_schedule *schedule, const gp_arc *arc)
{
    const gp_dates *from = &schedule->dates[arc->from];
    return gp_arrival(schedule->network, arc,
                      arc->is_from_start ? from->earliest_start : from->earliest_ready);
}

/* Is all its work done, and nothing left to wait for? Nobody says since when: the status date
 * stands for a day before it, and no date that was to be kept is judged by that. */
static inline bool gp_is_there(const gp_network *network, uint32_t activity, const gp_dates *dates)
{
    return network->activities[activity].progress == 100 && !dates->not_before &&
           dates->earliest_ready <= network->portfolio->status_date;
}

/* Is the work of an intervention over by the plan, on the status date or before? Of a capability
 * that is said by its `ready`. */
bool gp_is_past(const gp_schedule *schedule, uint32_t activity);

/* When an activity starts and is ready along one way only. */
typedef struct gp_moments {
    gp_day start, ready;
} gp_moments;

/* The moments of the activity that the arc leads to, if nothing but that arc and its own release
 * held it up and its beginning had the moments `from`. */
gp_moments gp_enter(const gp_network *network, uint32_t arc, gp_moments from);

/* What is known of activities so far, by activity. Apart from gp_dates, because predecessors
 * are looked up at random and five bytes of each stay in the cache. */
typedef struct gp_known {
    gp_day *ready; /* earliest */
    gp_day *start; /* earliest; NULL where no arc leaves from a start */
    uint8_t *not_before;
} gp_known;

/* Fills the earliest dates, the driver and the marks of one activity from what is known of its
 * predecessors. change: a change to this very activity, or NULL. is_spare: by arc, filled in
 * for its alternatives; or NULL. */
void gp_forward_one(const gp_network *network, gp_known known, uint32_t activity,
                    const gp_change *change, gp_dates *out, uint8_t *is_spare);

#endif
