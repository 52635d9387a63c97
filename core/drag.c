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

/* The steps with work on a path, in its order; the GP_DRAG_MAX with the most where there are more.
 */
static gp_status list_candidates(gp_job *job, const gp_trials *trials, candidate **out,
                                 uint32_t *out_count)
{
    const gp_schedule *schedule = trials->schedule;
    candidate *candidates = GP_NEW(job, candidate, trials->step_count);
    uint32_t count = 0;
    if (!candidates) return gp_no_memory(job);
    for (uint32_t i = 0; i < trials->step_count; i++) {
        const gp_dates *dates = &schedule->dates[trials->steps[i]];
        const gp_activity *a = &schedule->network->activities[trials->steps[i]];
        if (a->is_unknown || a->actual == GP_ACTUAL_READY) continue; /* no work to take away */
        if (dates->earliest_ready > dates->earliest_start)
            candidates[count++] = (candidate){i, dates->earliest_ready - dates->earliest_start};
    }
    if (count > GP_DRAG_MAX) {
        qsort(candidates, count, sizeof *candidates, most_work_first);
        count = GP_DRAG_MAX;
        qsort(candidates, count, sizeof *candidates, in_path_order);
    }
    *out = candidates;
    *out_count = count;
    return GP_OK;
}

static gp_status try_candidates(gp_job *job, gp_job *scratch, gp_trials *trials, gp_drags *out)
{
    gp_day ready = trials->schedule->dates[trials->steps[trials->step_count - 1]].earliest_ready;
    candidate *candidates = NULL;
    uint32_t count = 0;
    if (list_candidates(scratch, trials, &candidates, &count) != GP_OK) return gp_no_memory(job);
    gp_drag *drags = GP_NEW(job, gp_drag, count);
    if (!drags) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t activity = trials->steps[candidates[i].position];
        gp_day without = gp_try_change(trials, &(gp_change){GP_CHANGE_NO_WORK, activity, 0});
        drags[i] = (gp_drag){activity, ready - without};
    }
    if (trials->has_failed) return gp_no_memory(job);
    *out = (gp_drags){drags, count};
    return GP_OK;
}

gp_status gp_drag_by_trials(gp_job *job, gp_trials *trials, gp_drags *out)
{
    gp_job *scratch = gp_job_new();
    if (!scratch) return gp_no_memory(job);
    gp_status status = try_candidates(job, scratch, trials, out);
    gp_job_free(scratch);
    return status;
}

gp_status gp_find_drag(gp_job *job, const gp_schedule *schedule, const gp_path *path, gp_drags *out)
{
    gp_job *scratch = gp_job_new(); /* trials are as large as the network */
    gp_status status = GP_NO_MEMORY;
    gp_trials trials;
    if (scratch && gp_open_trials(scratch, schedule, &trials) == GP_OK) {
        gp_aim_trials(&trials, path->activities[path->count - 1]);
        status = gp_drag_by_trials(job, &trials, out);
    }
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(job);
}
