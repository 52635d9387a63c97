/* SPDX-License-Identifier: MIT
 * What if? The ready date that the end of a critical path would have, had one activity on that path
 * changed. Private to core. */
#ifndef GP_TRIAL_H
#define GP_TRIAL_H

#include "core/pass.h"

/* All that others can see of an activity. */
typedef struct gp_moment_state {
    gp_day ready, start;
    bool not_before;
} gp_moment_state;

/* Where a change has come to, and what it is there. */
typedef struct gp_trial_hop {
    uint32_t from, to; /* activities; `from` counted from 1, 0: none */
    gp_moment_state before, after;
} gp_trial_hop;

typedef struct gp_trials {
    gp_job *job; /* owns the arrays; best a job of its own, freed after the trials */
    const gp_schedule *schedule;
    gp_known known;     /* as in the schedule between two trials */
    uint32_t *rank;     /* by activity: its place in the topological order */
    uint64_t *waiting;  /* a bit by rank: to be computed again */
    uint32_t *moved;    /* activities whose dates are not those of the schedule */
    uint32_t *seen;     /* by activity: the last aim of which it is an ancestor */
    uint32_t *furthest; /* by activity: the last step of the path that it meets first */
    uint32_t *path_at;  /* by activity: its step, where the path has it there */
    uint32_t *steps;    /* the critical path that is aimed at the end of */
    uint32_t step_count;
    uint32_t aim;     /* how many paths were aimed at, this one included */
    uint32_t *next;   /* by step: the first one that every way from here to the end runs through */
    uint8_t *is_stop; /* by step: where hops end; every way along the path runs through it */
    gp_trial_hop *hops; /* a hash table */
    uint32_t hop_count, hop_capacity;
    bool has_failed; /* memory ran out: what was tried is right, but it may have been slow */
} gp_trials;

/* Cost: O(V). */
gp_status gp_open_trials(gp_job *job, const gp_schedule *schedule, gp_trials *out);

/* Aims at an activity: the changes that follow are changes to steps of its critical path. Cost:
 * O(what it rests on). */
void gp_aim_trials(gp_trials *trials, uint32_t end);

/* The ready date of the end if the change held. Cost: O(what comes after the change, up to where
 * all is as it was, or as it was tried before). */
gp_day gp_try_change(gp_trials *trials, const gp_change *change);

/* gp_find_drag and gp_find_remedies by trials that are aimed at the path of the clash. */
gp_status gp_drag_by_trials(gp_job *job, gp_trials *trials, gp_drags *out);
gp_status gp_remedies_by_trials(gp_job *job, gp_trials *trials, const gp_clash *clash,
                                gp_remedies *out);

#endif
