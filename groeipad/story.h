/* SPDX-License-Identifier: MIT
 * Every date of a plan, explained at once, for who shows any of them when it is asked for. Critical
 * paths that meet, seen from their ends, never part; so each step of them is told once, and says
 * what comes before it. */
#ifndef GROEIPAD_STORY_H
#define GROEIPAD_STORY_H

#include "groeipad/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The last part of why an activity is ready, or starts, when it does: what happens to the activity
 * itself. Before it goes the story at `after`, and so on back to a root: together they are what
 * gp_explain_date tells. */
typedef struct gp_story {
    uint32_t activity;
    bool is_to_start;         /* told up to its start, from where another one counts */
    uint32_t after;           /* index of the story before it; GP_NONE: it begins here */
    const gp_reason *reasons; /* may be none */
    uint32_t count;
} gp_story;

typedef struct gp_stories {
    const gp_story *stories; /* first one for each activity, in the order of the network, up to its
                              * ready date; then those up to a start that are asked for */
    uint32_t count;
} gp_stories;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V), whatever the length of the paths. */
GP_API gp_status gp_tell_stories(gp_job *job, const gp_schedule *schedule, gp_stories *out);

/* When an intervention is live, and what the days until then go to. */
typedef struct gp_live {
    uint32_t activity;
    gp_day needed_by, ready;        /* GP_NO_DAY: none is asked */
    int32_t late_days, late_cycles; /* 0: in time, or no date is asked */
    uint32_t driver;                /* activity; GP_NONE: nothing holds it up */
    gp_elapsed elapsed;
} gp_live;

typedef struct gp_lives {
    const gp_live *lives; /* in the order of the portfolio */
    uint32_t count;
} gp_lives;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + length of the paths, told once). */
GP_API gp_status gp_find_lives(gp_job *job, const gp_schedule *schedule, gp_lives *out);

#ifdef __cplusplus
}
#endif
#endif
