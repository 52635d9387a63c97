/* SPDX-License-Identifier: MIT
 * Where will a fast intervention wait for a slow capability? Each intervention that cannot be
 * live when it is needed, with the path that holds it up and, per capability on it, whether the
 * date by which it had to be identified can still be met, and in which stage that falls. */
#include "core/job.h"

#include <stdlib.h>
#include <string.h>

/* In which stage of the intervention does a day fall: before its start it is explored, then
 * developed, and exploited once it is live. */
static gp_stage stage_on(const gp_schedule *schedule, uint32_t intervention, gp_day day)
{
    const gp_dates *dates = &schedule->dates[intervention];
    if (day < dates->earliest_start) return GP_EXPLORE;
    return day < dates->earliest_ready ? GP_DEVELOP : GP_EXPLOIT;
}

static gp_stage stage_now(const gp_schedule *schedule, uint32_t intervention)
{
    const gp_network *network = schedule->network;
    const gp_activity *a = &network->activities[intervention];
    uint8_t stage = network->portfolio->interventions[a->item].stage;
    if (stage != GP_STAGE_NONE) return (gp_stage)stage;
    return stage_on(schedule, intervention, network->portfolio->status_date);
}

/* Identified already, and if so on which day at the latest? */
static gp_day identified_on(const gp_network *network, const gp_activity *a)
{
    if (a->kind != GP_KIND_CAPABILITY) return GP_NO_DAY;
    const gp_capability *capability = &network->portfolio->capabilities[a->item];
    if (capability->identified != GP_NO_DAY) return capability->identified;
    bool is_known = capability->status > GP_UNIDENTIFIED || capability->level > 0;
    return is_known ? network->portfolio->status_date : GP_NO_DAY;
}

static gp_identify judge(const gp_schedule *schedule, uint32_t intervention, uint32_t activity)
{
    const gp_network *network = schedule->network;
    gp_day by = schedule->dates[activity].identify_by;
    gp_identify out = {activity, by, GP_IN_TIME, stage_now(schedule, intervention)};
    if (by == GP_NO_DAY) return out; /* under way or done */
    gp_day status = network->portfolio->status_date;
    gp_day identified = identified_on(network, &network->activities[activity]);
    out.stage = stage_on(schedule, intervention, by);
    if (identified != GP_NO_DAY && identified <= status)
        out.verdict = identified <= by ? GP_IN_TIME : GP_TOO_LATE;
    else if (by < status)
        out.verdict = GP_TOO_LATE;
    else if (out.stage <= stage_now(schedule, intervention))
        out.verdict = GP_IDENTIFY_NOW;
    return out;
}

/* Only a capability can be identified; interventions on the path have stages of their own. */
static gp_status judge_path(gp_job *job, const gp_schedule *schedule, gp_clash *clash)
{
    const gp_network *network = schedule->network;
    gp_identify *identify = GP_NEW(job, gp_identify, clash->path.count);
    if (!identify) return gp_no_memory(job);
    for (uint32_t i = 0; i < clash->path.count; i++) {
        uint32_t activity = clash->path.activities[i];
        if (network->activities[activity].kind != GP_KIND_INTERVENTION)
            identify[clash->identify_count++] = judge(schedule, clash->activity, activity);
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

static gp_status fill_clash(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                            gp_clash *clash)
{
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
    return judge_path(job, schedule, clash);
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

gp_status gp_find_clashes(gp_job *job, const gp_schedule *schedule, gp_clashes *out)
{
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
    if (!clashes) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        GP_TRY(fill_clash(job, schedule, late[i].activity, &clashes[i]));
    *out = (gp_clashes){clashes, count};
    return GP_OK;
}
