/* SPDX-License-Identifier: MIT
 * What one path and many paths at once share. Private to core. */
#ifndef GP_PATH_H
#define GP_PATH_H

#include "core/pass.h"

/* A step of a path: what comes after it waits for its start, or for its ready date. */
typedef struct gp_path_step {
    uint32_t activity;
    bool to_start;
} gp_path_step;

/* The arc that fixed the date of an activity that counts: its start, or its ready date. */
static inline uint32_t gp_arc_into(const gp_schedule *schedule, uint32_t activity, bool to_start)
{
    const gp_dates *dates = &schedule->dates[activity];
    return to_start ? dates->start_arc : dates->driver_arc;
}

/* A path begins on the status date, or with the start of its first activity where that is
 * earlier. */
gp_day gp_path_from(const gp_schedule *schedule, uint32_t root);

/* Takes the reasons of a story, one after the other. */
typedef gp_status gp_tell(void *state, const gp_reason *reason);

/* Tells one step of a path: the reasons of that activity. arc: the one into it, GP_NONE for the
 * first of a path; *at: the day that counts of the step before, or gp_path_from; then that of this
 * one. */
gp_status gp_tell_step(const gp_schedule *schedule, gp_path_step step, uint32_t arc, gp_tell *tell,
                       void *state, gp_day *at);

/* Adds what the days of one step went to. arc: the one into it, GP_NONE for the first of a path;
 * from: the day that counts of the step before, or gp_path_from. */
void gp_add_elapsed(const gp_schedule *schedule, gp_path_step step, uint32_t arc, gp_day from,
                    gp_elapsed *sum);

/* gp_trace_paths where what is shared is told once, however short the paths are. */
gp_status gp_tell_paths_once(gp_job *job, const gp_schedule *schedule, const uint32_t *activities,
                             uint32_t count, gp_path *out);

#endif
