/* SPDX-License-Identifier: MIT
 * The critical paths of many activities at once. Every date has one driver, so paths that meet,
 * seen from their ends, never part again: together they are trees, and the beginning that two of
 * them share is told once. A place in a tree is an activity and which of its dates counts, its
 * start or its ready date: these may have drivers of their own. */
#include "core/path.h"

typedef struct forest {
    gp_job *scratch;
    const gp_schedule *schedule;
    uint32_t *length;    /* by place: steps from the first one to here; 0: not known yet */
    uint32_t *told_by;   /* by place: the path that tells it, counted from 1; 0: none does */
    uint32_t *waiting;   /* places on the way back */
    gp_elapsed **so_far; /* by path: of the whole up to each of the steps that it tells */
} forest;

static uint32_t place_of(uint32_t activity, bool to_start)
{
    return 2 * activity + to_start;
}

static gp_path_step step_at(uint32_t place)
{
    return (gp_path_step){place / 2, place % 2};
}

static uint32_t arc_into(const forest *f, uint32_t place)
{
    gp_path_step step = step_at(place);
    return gp_arc_into(f->schedule, step.activity, step.to_start);
}

/* The place before this one, or GP_NONE. */
static uint32_t place_before(const forest *f, uint32_t place)
{
    uint32_t arc = arc_into(f, place);
    if (arc == GP_NONE) return GP_NONE;
    const gp_arc *into = &f->schedule->network->arcs[arc];
    return place_of(into->from, into->is_from_start);
}

/* Steps of the path to a place. Each place is walked over once. */
static uint32_t measure(forest *f, uint32_t place)
{
    uint32_t count = 0;
    for (; place != GP_NONE && !f->length[place]; place = place_before(f, place))
        f->waiting[count++] = place;
    uint32_t length = place == GP_NONE ? 0 : f->length[place];
    while (count > 0) f->length[f->waiting[--count]] = ++length;
    return length;
}

static gp_status open_forest(gp_job *scratch, const gp_schedule *schedule, uint32_t count,
                             forest *f)
{
    size_t places = 2 * (size_t)schedule->network->activity_count;
    *f = (forest){.scratch = scratch,
                  .schedule = schedule,
                  .length = GP_NEW(scratch, uint32_t, places),
                  .told_by = GP_NEW(scratch, uint32_t, places),
                  .waiting = GP_NEW(scratch, uint32_t, places),
                  .so_far = GP_NEW(scratch, gp_elapsed *, count)};
    return f->length && f->told_by && f->waiting && f->so_far ? GP_OK : gp_no_memory(scratch);
}

static gp_day day_at(const forest *f, uint32_t place)
{
    const gp_dates *dates = &f->schedule->dates[step_at(place).activity];
    return step_at(place).to_start ? dates->earliest_start : dates->earliest_ready;
}

/* Adds up along what a path tells itself, from where it joins one that was told. */
static gp_status add_up(forest *f, uint32_t index, uint32_t joined, gp_path *path)
{
    gp_elapsed *so_far = GP_NEW(f->scratch, gp_elapsed, path->count), sum = {0};
    gp_day at;
    if (!so_far) return gp_no_memory(f->scratch);
    if (joined == GP_NONE) {
        sum.from = at = gp_path_from(f->schedule, path->activities[0]);
    } else {
        const gp_path *teller = (const gp_path *)path - index + (f->told_by[joined] - 1);
        sum = f->so_far[f->told_by[joined] - 1][f->length[joined] - 1 - teller->after_steps];
        at = day_at(f, joined);
    }
    for (uint32_t i = 0; i < path->count; i++) {
        uint32_t place = f->waiting[path->count - 1 - i];
        gp_add_elapsed(f->schedule, step_at(place), path->arcs[i], at, &sum);
        at = day_at(f, place);
        so_far[i] = sum;
    }
    f->so_far[index] = so_far;
    path->elapsed = sum;
    path->elapsed.to = at;
    return GP_OK;
}

/* Tells the path to an activity up to where it joins one that was told; at least its end. */
static gp_status tell(gp_job *job, forest *f, const uint32_t *ends, uint32_t index, gp_path *path)
{
    uint32_t place = place_of(ends[index], false), count = 0;
    do {
        f->waiting[count++] = place;
        place = place_before(f, place);
    } while (place != GP_NONE && !f->told_by[place]);
    uint32_t *activities = GP_NEW(job, uint32_t, count), *arcs = GP_NEW(job, uint32_t, count);
    if (!activities || !arcs) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t own = f->waiting[count - 1 - i];
        activities[i] = step_at(own).activity;
        arcs[i] = arc_into(f, own);
    }
    *path = (gp_path){.activities = activities, .arcs = arcs, .count = count, .after = GP_NONE};
    if (place != GP_NONE) {
        path->after = ends[f->told_by[place] - 1];
        path->after_steps = f->length[place];
    }
    if (add_up(f, index, place, path) != GP_OK) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        if (!f->told_by[f->waiting[i]]) f->told_by[f->waiting[i]] = index + 1;
    return GP_OK;
}

static gp_status tell_all(gp_job *job, gp_job *scratch, const gp_schedule *schedule,
                          const uint32_t *activities, uint32_t count, gp_path *out)
{
    forest f;
    if (open_forest(scratch, schedule, count, &f) != GP_OK) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) measure(&f, place_of(activities[i], false));
    for (uint32_t i = 0; i < count; i++) GP_TRY(tell(job, &f, activities, i, &out[i]));
    return GP_OK;
}

gp_status gp_tell_paths_once(gp_job *job, const gp_schedule *schedule, const uint32_t *activities,
                             uint32_t count, gp_path *out)
{
    gp_job *scratch = gp_job_new();
    if (!scratch) return gp_no_memory(job);
    gp_status status = tell_all(job, scratch, schedule, activities, count, out);
    gp_job_free(scratch);
    return status;
}

/* Are the paths longer together than they may be to be told each in full? */
static gp_status are_long(gp_job *job, const gp_schedule *schedule, const uint32_t *activities,
                          uint32_t count, bool *out)
{
    const gp_network *network = schedule->network;
    uint64_t most = GP_WHOLE_STEPS + (uint64_t)GP_WHOLE_STEPS_EACH * network->activity_count;
    uint64_t steps = 0;
    forest f;
    for (uint32_t i = 0; i < count; i++) steps += network->layer[activities[i]] + 1;
    *out = false;
    if (steps <= most) return GP_OK; /* no path is longer than the chains of arcs before its end */
    gp_job *scratch = gp_job_new();
    if (!scratch || open_forest(scratch, schedule, 0, &f) != GP_OK) {
        gp_job_free(scratch);
        return gp_no_memory(job);
    }
    steps = 0;
    for (uint32_t i = 0; i < count; i++) steps += measure(&f, place_of(activities[i], false));
    gp_job_free(scratch);
    *out = steps > most;
    return GP_OK;
}

gp_status gp_trace_paths(gp_job *job, const gp_schedule *schedule, const uint32_t *activities,
                         uint32_t count, const gp_paths_options *options, gp_path *out)
{
    bool is_long = false;
    if (options && options->tells_shared_once)
        GP_TRY(are_long(job, schedule, activities, count, &is_long));
    if (is_long) return gp_tell_paths_once(job, schedule, activities, count, out);
    for (uint32_t i = 0; i < count; i++)
        GP_TRY(gp_trace_path(job, schedule, activities[i], &out[i]));
    return GP_OK;
}
