/* SPDX-License-Identifier: MIT
 * One activity as a monotone function of time: what the forward pass, trials and explanations
 * all use, so that they can never disagree. Private to core. */
#ifndef GP_PASS_H
#define GP_PASS_H

#include "core/job.h"

/* The day on which the work of an activity that starts on `start` is done: the longest of its
 * durations. The start itself where no lead time is known. */
gp_day gp_work_end(const gp_network *network, uint32_t activity, gp_day start);

/* The start that follows when everything before the activity is there on `day`: the next
 * round, or the day itself. */
gp_day gp_round_start(const gp_network *network, uint32_t activity, gp_day day);

/* The ready date that follows when the activity could be ready on `day`: the end of the
 * iteration for an intervention, else the day itself. */
gp_day gp_round_ready(const gp_network *network, uint32_t activity, gp_day day);

/* When an arc's predecessor that is ready on `ready` lets go: its lag later. */
gp_day gp_arrival(const gp_network *network, const gp_arc *arc, gp_day ready);

/* The ready date of the activity that the arc leads to, if that arc and its own release were all
 * that hold it up, and the arc's beginning is ready on `ready`. */
gp_day gp_enter(const gp_network *network, uint32_t arc, gp_day ready);

/* What is known of activities so far, by activity. Apart from gp_dates, because predecessors
 * are looked up at random and five bytes of each stay in the cache. */
typedef struct gp_known {
    gp_day *ready; /* earliest */
    uint8_t *not_before;
} gp_known;

/* Fills the earliest dates, the driver and the marks of one activity from what is known of its
 * predecessors. change: a change to this very activity, or NULL. is_spare: by arc, filled in
 * for its alternatives; or NULL. */
void gp_forward_one(const gp_network *network, gp_known known, uint32_t activity,
                    const gp_change *change, gp_dates *out, uint8_t *is_spare);

#endif
