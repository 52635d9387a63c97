/* SPDX-License-Identifier: MIT
 * Where will a fast intervention wait for a slow capability? Each intervention that cannot be
 * live when it is needed, with the path that holds it up and, per capability on it, whether the
 * date by which it had to be identified can still be met, and in which stage that falls. */
#include "core/identify.h"

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

/* The last capability on the path: the one that the intervention waits for. */
static uint32_t find_driver(const gp_network *network, const gp_path *path)
{
    for (uint32_t i = path->count; i-- > 0;)
        if (network->activities[path->activities[i]].kind != GP_KIND_INTERVENTION)
            return path->activities[i];
    return GP_NONE;
}

static gp_status fill_clash(gp_job *job, gp_own_dates *own, uint32_t activity, gp_clash *clash)
{
    const gp_schedule *schedule = own->schedule;
    const gp_network *network = schedule->network;
    *clash = (gp_clash){
        .activity = activity,
        .needed_by =
            network->portfolio->interventions[network->activities[activity].item].needed_by,
        .earliest_ready = schedule->dates[activity].earliest_ready,
        .late_days = gp_late_days(schedule, activity),
        .late_cycles = gp_late_cycles(schedule, activity),
    };
    GP_TRY(gp_trace_path(job, schedule, activity, &clash->path));
    clash->driver = find_driver(network, &clash->path);
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

static gp_status help(gp_job *job, const gp_schedule *schedule, gp_clash *clash)
{
    GP_TRY(gp_find_drag(job, schedule, &clash->path, &clash->drags));
    GP_TRY(gp_find_remedies(job, schedule, clash, &clash->remedies));
    clash->is_helped = true;
    return GP_OK;
}

gp_status gp_find_clashes(gp_job *job, const gp_schedule *schedule, const gp_clash_options *options,
                          gp_clashes *out)
{
    uint32_t helped = options ? options->helped : 0;
    const gp_network *network = schedule->network;
    uint32_t total = network->portfolio->intervention_count, count = 0;
    ranked *late = GP_NEW(job, ranked, total);
    if (!late) return gp_no_memory(job);
    for (uint32_t i = 0; i < total; i++) {
        uint32_t activity = network->intervention_activity[i];
        int32_t days = gp_late_days(schedule, activity);
        if (days > 0) late[count++] = (ranked){gp_activity_id(network, activity), days, activity};
    }
    qsort(late, count, sizeof *late, latest_first);
    gp_clash *clashes = GP_NEW(job, gp_clash, count);
    gp_own_dates *own;
    if (!clashes) return gp_no_memory(job);
    GP_TRY(gp_new_own_dates(job, schedule, &own));
    for (uint32_t i = 0; i < count; i++)
        GP_TRY(fill_clash(job, own, late[i].activity, &clashes[i]));
    if (helped > count) helped = count;
    for (uint32_t i = 0; i < helped; i++) GP_TRY(help(job, schedule, &clashes[i]));
    *out = (gp_clashes){clashes, count, helped};
    return GP_OK;
}
