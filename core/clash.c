/* SPDX-License-Identifier: MIT
 * Where will a fast intervention wait for a slow capability? Each intervention that cannot be
 * live when it is needed, with the path that holds it up and, per capability on it, whether the
 * date by which it had to be identified can still be met, and in which stage that falls. */
#include "core/clash_repair.h"
#include "core/identify.h"
#include "core/trial.h"

#include <stdlib.h>
#include <string.h>

/* Only a capability can be identified; interventions on the path have stages of their own. */
static gp_status judge_path(gp_job *job, gp_own_dates *own, gp_clash *clash)
{
    const gp_network *network = own->schedule->network;
    gp_identify *identify = GP_NEW(job, gp_identify, clash->path.count);
    if (!identify) return gp_no_memory(job);
    for (uint32_t i = 0; i < clash->path.count; i++) {
        uint32_t activity = clash->path.activities[i];
        if (network->activities[activity].kind != GP_KIND_INTERVENTION)
            identify[clash->identify_count++] = gp_judge_identify(own, clash->activity, activity);
    }
    clash->identify = identify;
    return GP_OK;
}

/* By activity the last capability on the path to it, itself included, or GP_NONE; `starts`: on the
 * path to its start, where any arc leaves from one, else the same array. */
typedef struct drivers {
    uint32_t *ready, *starts;
} drivers;

static uint32_t find_driver(const gp_schedule *schedule, const drivers *known, uint32_t activity,
                            uint32_t arc)
{
    const gp_network *network = schedule->network;
    if (network->activities[activity].kind != GP_KIND_INTERVENTION) return activity;
    if (arc == GP_NONE) return GP_NONE;
    const gp_arc *into = &network->arcs[arc];
    return into->is_from_start ? known->starts[into->from] : known->ready[into->from];
}

static gp_status find_drivers(gp_job *job, const gp_schedule *schedule, drivers *out)
{
    const gp_network *network = schedule->network;
    drivers found = {.ready = GP_NEW(job, uint32_t, network->activity_count)};
    found.starts = found.ready;
    if (network->has_start_links) found.starts = GP_NEW(job, uint32_t, network->activity_count);
    if (!found.ready || !found.starts) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        const gp_dates *dates = &schedule->dates[activity];
        if (network->has_start_links)
            found.starts[activity] = find_driver(schedule, &found, activity, dates->start_arc);
        found.ready[activity] = find_driver(schedule, &found, activity, dates->driver_arc);
    }
    *out = found;
    return GP_OK;
}

static gp_status fill_clash(gp_job *job, gp_own_dates *own, const gp_path *path, uint32_t driver,
                            gp_clash *clash)
{
    const gp_schedule *schedule = own->schedule;
    const gp_network *network = schedule->network;
    uint32_t activity = path->activities[path->count - 1];
    *clash = (gp_clash){
        .activity = activity,
        .needed_by =
            network->portfolio->interventions[network->activities[activity].item].needed_by,
        .earliest_ready = schedule->dates[activity].earliest_ready,
        .late_days = gp_late_days(schedule, activity),
        .late_cycles = gp_late_cycles(schedule, activity),
        .driver = driver,
        .path = *path,
    };
    return judge_path(job, own, clash);
}

typedef struct ranked {
    const char *id;
    int32_t late_days;
    uint32_t activity;
} ranked;

static int latest_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->late_days != b->late_days) return a->late_days < b->late_days ? 1 : -1;
    return strcmp(a->id, b->id);
}

static gp_status help(gp_job *job, gp_trials *trials, gp_clash *clash)
{
    gp_aim_trials(trials, clash->activity);
    GP_TRY(gp_drag_by_trials(job, trials, &clash->drags));
    GP_TRY(gp_remedies_by_trials(job, trials, clash, &clash->remedies));
    clash->is_helped = true;
    return GP_OK;
}

static gp_status help_worst(gp_job *job, const gp_schedule *schedule, gp_clash *clashes,
                            uint32_t count)
{
    gp_job *scratch = count ? gp_job_new() : NULL; /* trials are as large as the network */
    gp_trials trials;
    gp_status status = GP_OK;
    if (count == 0) return GP_OK;
    if (!scratch || gp_open_trials(scratch, schedule, &trials) != GP_OK) status = gp_no_memory(job);
    for (uint32_t i = 0; i < count && status == GP_OK; i++)
        status = help(job, &trials, &clashes[i]);
    gp_job_free(scratch);
    return status;
}

/* The interventions that are late, the latest first. */
static gp_status list_late(gp_job *job, const gp_schedule *schedule, const bool *only,
                           uint32_t **out, uint32_t *out_count)
{
    const gp_network *network = schedule->network;
    uint32_t total = network->portfolio->intervention_count, count = 0;
    ranked *late = GP_NEW(job, ranked, total);
    uint32_t *activities = GP_NEW(job, uint32_t, total);
    if (!late || !activities) return gp_no_memory(job);
    for (uint32_t i = 0; i < total; i++) {
        uint32_t activity = network->intervention_activity[i];
        int32_t days = gp_late_days(schedule, activity);
        if (only && !only[i]) continue;
        if (days > 0) late[count++] = (ranked){gp_activity_id(network, activity), days, activity};
    }
    qsort(late, count, sizeof *late, latest_first);
    for (uint32_t i = 0; i < count; i++) activities[i] = late[i].activity;
    *out = activities;
    *out_count = count;
    return GP_OK;
}

gp_status gp_find_clashes(gp_job *job, const gp_schedule *schedule, const gp_clash_options *options,
                          gp_clashes *out)
{
    const gp_paths_options telling = {.tells_shared_once = options && options->tells_shared_once};
    uint32_t helped = options ? options->helped : 0;
    const bool *only = options ? options->only : NULL;
    uint32_t *late = NULL, count = 0;
    drivers known = {0};
    GP_TRY(list_late(job, schedule, only, &late, &count));
    GP_TRY(find_drivers(job, schedule, &known));
    gp_path *paths = GP_NEW(job, gp_path, count);
    gp_clash *clashes = GP_NEW(job, gp_clash, count);
    gp_own_dates *own;
    if (!paths || !clashes) return gp_no_memory(job);
    GP_TRY(gp_new_own_dates(job, schedule, &own));
    GP_TRY(gp_trace_paths(job, schedule, late, count, &telling, paths));
    for (uint32_t i = 0; i < count; i++)
        GP_TRY(fill_clash(job, own, &paths[i], known.ready[late[i]], &clashes[i]));
    if (helped > count) helped = count;
    GP_TRY(help_worst(job, schedule, clashes, helped));
    if (options && options->repairing)
        GP_TRY(gp_repair_clashes(job, schedule, options->repairing, clashes, helped));
    *out = (gp_clashes){clashes, count, helped, only != NULL};
    return GP_OK;
}
