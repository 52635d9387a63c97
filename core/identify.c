/* SPDX-License-Identifier: MIT
 * Is a capability identified in time? By when it must be depends on who asks, and so does what that
 * is worth: an intervention that is being explored has time to find out, one that is being
 * developed has not. */
#include "core/identify.h"

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

gp_identify gp_judge_identify(gp_own_dates *own, uint32_t intervention, uint32_t activity)
{
    const gp_schedule *schedule = own->schedule;
    const gp_network *network = schedule->network;
    gp_find_own_dates_from(own, intervention, activity);
    gp_day by = own->is_found[activity] ? own->identify_by[activity] : GP_NO_DAY;
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

bool gp_is_identified(const gp_network *network, uint32_t activity)
{
    gp_day day = identified_on(network, &network->activities[activity]);
    return day != GP_NO_DAY && day <= network->portfolio->status_date;
}
