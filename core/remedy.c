/* SPDX-License-Identifier: MIT
 * What would help a late intervention? Each candidate on its critical path is tried by
 * scheduling again; what wins no day is no remedy. Shortening looks for the smallest number of
 * days that is enough, by halving: the ready date is monotone in it. */
#include "core/path.h"
#include "core/trial.h"

#include <stdlib.h>
#include <string.h>

typedef struct attempt {
    gp_job *job;
    gp_trials *trials; /* aimed at the whole path of the clash */
    const gp_clash *clash;
    gp_array *remedies;
} attempt;

static gp_status keep(attempt *t, gp_remedy remedy)
{
    remedy.wins_days = t->clash->earliest_ready - remedy.new_ready;
    if (remedy.wins_days <= 0 && remedy.kind != GP_REMEDY_MOVE_DATE) return GP_OK;
    return gp_push(t->job, t->remedies, &remedy, 1) ? GP_OK : gp_no_memory(t->job);
}

static gp_status try_kind(attempt *t, gp_remedy_kind kind, gp_change_kind change, uint32_t activity)
{
    gp_day ready = gp_try_change(t->trials, &(gp_change){change, activity, 0});
    return keep(t, (gp_remedy){kind, activity, 0, 0, ready});
}

/* The smallest number of days that makes the intervention ready in time; none where even no
 * work at all would not do. */
static gp_status try_shorten(attempt *t, uint32_t activity)
{
    const gp_dates *dates = &t->trials->schedule->dates[activity];
    int32_t low = 0, high = dates->earliest_ready - dates->earliest_start;
    gp_day ready = gp_try_change(t->trials, &(gp_change){GP_CHANGE_SHORTEN, activity, high});
    if (high <= 0 || ready > t->clash->needed_by) return GP_OK;
    while (low + 1 < high) { /* low is not enough, high is */
        int32_t middle = low + (high - low) / 2;
        gp_day tried = gp_try_change(t->trials, &(gp_change){GP_CHANGE_SHORTEN, activity, middle});
        if (tried <= t->clash->needed_by) {
            high = middle;
            ready = tried;
        } else {
            low = middle;
        }
    }
    return keep(t, (gp_remedy){GP_REMEDY_SHORTEN, activity, high, 0, ready});
}

/* Asked for by something else than the next step of the same capability. */
static bool is_last_step(const attempt *t, uint32_t position)
{
    const gp_activity *activities = t->trials->schedule->network->activities;
    const uint32_t *steps = t->trials->steps;
    if (position + 1 == t->trials->step_count) return true;
    return activities[steps[position]].symbol != activities[steps[position + 1]].symbol;
}

static gp_status try_activity(attempt *t, uint32_t activity, uint32_t position)
{
    const gp_network *network = t->trials->schedule->network;
    const gp_activity *a = &network->activities[activity];
    const gp_dates *dates = &t->trials->schedule->dates[activity];
    if (a->actual == GP_ACTUAL_READY || a->kind == GP_KIND_MISSING) return GP_OK;
    if (!a->is_unknown) GP_TRY(try_shorten(t, activity));
    if (a->kind == GP_KIND_CAPABILITY && a->level > 1 && is_last_step(t, position))
        GP_TRY(try_kind(t, GP_REMEDY_ACCEPT_LEVEL, GP_CHANGE_ACCEPT_LEVEL, activity));
    if (a->actual != GP_ACTUAL_NONE) return GP_OK;
    if (a->is_rounded) GP_TRY(try_kind(t, GP_REMEDY_OFF_ROUND, GP_CHANGE_OFF_ROUND, activity));
    bool is_root = dates->driver_arc == GP_NONE;
    if (is_root && dates->earliest_start > network->portfolio->status_date)
        GP_TRY(try_kind(t, GP_REMEDY_START_NOW, GP_CHANGE_START_NOW, activity));
    return GP_OK;
}

typedef struct ranked {
    uint32_t activity, position;
    int32_t days;
} ranked;

static int most_days_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->days != b->days) return a->days < b->days ? 1 : -1;
    return (a->position > b->position) - (a->position < b->position);
}

/* Days that each activity adds to the path: from the ready date before it to its own. */
static gp_status rank_steps(gp_job *job, const gp_trials *trials, ranked **out)
{
    const gp_schedule *schedule = trials->schedule;
    ranked *all = GP_NEW(job, ranked, trials->step_count);
    if (!all) return gp_no_memory(job);
    gp_day before = gp_path_from(schedule, trials->steps[0]);
    for (uint32_t i = 0; i < trials->step_count; i++) {
        gp_day ready = schedule->dates[trials->steps[i]].earliest_ready;
        all[i] = (ranked){trials->steps[i], i, ready - before};
        before = ready;
    }
    qsort(all, trials->step_count, sizeof *all, most_days_first);
    *out = all;
    return GP_OK;
}

static int in_order_of_path(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    return (a->position > b->position) - (a->position < b->position);
}

/* A remedy while they are sorted. They were found along the path: that breaks ties. */
typedef struct found_remedy {
    gp_remedy remedy;
    uint32_t number;
} found_remedy;

static int most_won_first(const void *left, const void *right)
{
    const found_remedy *a = left, *b = right;
    if (a->remedy.wins_days != b->remedy.wins_days)
        return a->remedy.wins_days < b->remedy.wins_days ? 1 : -1;
    if (a->remedy.kind != b->remedy.kind) return a->remedy.kind < b->remedy.kind ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static gp_status sort_remedies(gp_job *scratch, gp_array *remedies)
{
    gp_remedy *all = remedies->data;
    found_remedy *found = GP_NEW(scratch, found_remedy, remedies->count);
    if (!found) return GP_NO_MEMORY;
    for (uint32_t i = 0; i < remedies->count; i++) found[i] = (found_remedy){all[i], i};
    if (remedies->count) qsort(found, remedies->count, sizeof *found, most_won_first);
    for (uint32_t i = 0; i < remedies->count; i++) all[i] = found[i].remedy;
    return GP_OK;
}

static gp_status try_all(attempt *t, gp_job *scratch)
{
    uint32_t count = t->trials->step_count;
    ranked *all = NULL;
    if (rank_steps(scratch, t->trials, &all) != GP_OK) return gp_no_memory(t->job);
    if (count > GP_REMEDY_PATH_MAX) count = GP_REMEDY_PATH_MAX;
    if (count) qsort(all, count, sizeof *all, in_order_of_path);
    for (uint32_t i = 0; i < count; i++) GP_TRY(try_activity(t, all[i].activity, all[i].position));
    if (t->trials->has_failed) return gp_no_memory(t->job);
    return keep(t, (gp_remedy){GP_REMEDY_MOVE_DATE, t->clash->activity, t->clash->late_days, 0,
                               t->clash->earliest_ready});
}

gp_status gp_remedies_by_trials(gp_job *job, gp_trials *trials, const gp_clash *clash,
                                gp_remedies *out)
{
    gp_array *remedies = GP_NEW(job, gp_array, 1);
    attempt t = {.job = job, .trials = trials, .clash = clash, .remedies = remedies};
    if (!remedies) return gp_no_memory(job);
    remedies->size = sizeof(gp_remedy);
    gp_job *scratch = gp_job_new();
    gp_status status = scratch ? try_all(&t, scratch) : gp_no_memory(job);
    if (status == GP_OK && sort_remedies(scratch, remedies) != GP_OK) status = gp_no_memory(job);
    gp_job_free(scratch);
    GP_TRY(status);
    *out = (gp_remedies){remedies->data, (uint32_t)remedies->count};
    return GP_OK;
}

gp_status gp_find_remedies(gp_job *job, const gp_schedule *schedule, const gp_clash *clash,
                           gp_remedies *out)
{
    gp_job *scratch = gp_job_new(); /* trials are as large as the network */
    gp_status status = GP_NO_MEMORY;
    gp_trials trials;
    if (scratch && gp_open_trials(scratch, schedule, &trials) == GP_OK) {
        gp_aim_trials(&trials, clash->activity);
        status = gp_remedies_by_trials(job, &trials, clash, out);
    }
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(job);
}
