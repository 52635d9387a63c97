/* SPDX-License-Identifier: MIT
 * How much of the wait is the fault of each activity on a critical path? Its drag (Devaux
 * 1999): schedule again as if it took no time, and see how much earlier the end comes. */
#include "core/trial.h"

#include <stdlib.h>
#include <string.h>

typedef struct candidate {
    uint32_t position; /* on the path */
    int32_t work;      /* days from its start to its ready date */
} candidate;

static int most_work_first(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    if (a->work != b->work) return a->work < b->work ? 1 : -1;
    return (a->position > b->position) - (a->position < b->position);
}

static int in_path_order(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    return (a->position > b->position) - (a->position < b->position);
}

gp_status gp_find_drag(gp_job *job, const gp_schedule *schedule, const gp_path *path, gp_drags *out)
{
    uint32_t target = path->activities[path->count - 1], count = 0;
    gp_day ready = schedule->dates[target].earliest_ready;
    gp_path whole = *path;
    if (path->after_steps) GP_TRY(gp_trace_path(job, schedule, target, &whole));
    path = &whole;
    candidate *candidates = GP_NEW(job, candidate, path->count);
    gp_trial trial;
    if (!candidates) return gp_no_memory(job);
    for (uint32_t i = 0; i < path->count; i++) {
        const gp_dates *dates = &schedule->dates[path->activities[i]];
        const gp_activity *a = &schedule->network->activities[path->activities[i]];
        if (a->is_unknown || a->actual == GP_ACTUAL_READY) continue; /* no work to take away */
        if (dates->earliest_ready > dates->earliest_start)
            candidates[count++] = (candidate){i, dates->earliest_ready - dates->earliest_start};
    }
    if (count > GP_DRAG_MAX) {
        qsort(candidates, count, sizeof *candidates, most_work_first);
        count = GP_DRAG_MAX;
        qsort(candidates, count, sizeof *candidates, in_path_order);
    }
    gp_drag *drags = GP_NEW(job, gp_drag, count);
    gp_job *scratch = gp_job_new(); /* a trial is as large as the network */
    if (!drags || !scratch || gp_start_trial(scratch, schedule, target, &trial) != GP_OK) {
        gp_job_free(scratch);
        return gp_no_memory(job);
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t activity = path->activities[candidates[i].position];
        gp_day without = gp_try_change(&trial, &(gp_change){GP_CHANGE_NO_WORK, activity, 0});
        drags[i] = (gp_drag){activity, ready - without};
    }
    gp_job_free(scratch);
    *out = (gp_drags){drags, count};
    return GP_OK;
}
