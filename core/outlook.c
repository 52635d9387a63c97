/* SPDX-License-Identifier: MIT
 * One future under one way: its interventions are needed by their limits, and the backward pass
 * then says of each step the last day on which no intervention loses time. Only the steps that
 * count are kept, twelve bytes each, for a portfolio may have a thousand futures. */
#include "core/outlook.h"

/* The portfolio with each intervention needed by its limit. Interventions stand in one order in the
 * whole portfolio and in both plans of the future; a way may have fewer of them. */
static gp_status set_limits(gp_job *job, const gp_portfolio *way, const gp_future *future,
                            const gp_portfolio *narrow, const gp_portfolio **out)
{
    gp_portfolio *limited = GP_NEW(job, gp_portfolio, 1);
    gp_intervention *copy = GP_NEW(job, gp_intervention, narrow->intervention_count);
    const gp_future_live *live = future->lives;
    if (!limited || !copy) return gp_no_memory(job);
    for (uint32_t i = 0; i < narrow->intervention_count; i++) {
        copy[i] = narrow->interventions[i];
        while (live->intervention != way->items[copy[i].symbol].index) live++;
        if (copy[i].needed_by < live->ready) copy[i].needed_by = live->ready;
    }
    *limited = *narrow;
    limited->interventions = copy;
    *out = limited;
    return GP_OK;
}

static bool is_identified(const gp_network *network, const gp_activity *a)
{
    if (a->kind != GP_KIND_CAPABILITY) return false;
    const gp_capability *capability = &network->portfolio->capabilities[a->item];
    if (capability->identified != GP_NO_DAY)
        return capability->identified <= network->portfolio->status_date;
    return capability->status > GP_UNIDENTIFIED || capability->level > 0;
}

static gp_outlook_step make_step(const gp_schedule *schedule, uint32_t activity)
{
    const gp_activity *a = &schedule->network->activities[activity];
    const gp_dates *dates = &schedule->dates[activity];
    bool is_intervention = a->kind == GP_KIND_INTERVENTION;
    return (gp_outlook_step){.key = gp_step_key(a),
                             .by = is_intervention ? dates->latest_start : dates->identify_by,
                             .level = a->level,
                             .is_intervention = is_intervention,
                             .is_identified = is_identified(schedule->network, a),
                             .not_before = dates->not_before};
}

static gp_status keep_steps(gp_job *job, const gp_schedule *schedule, const uint8_t *is_used,
                            gp_outlook *out)
{
    const gp_network *network = schedule->network;
    uint32_t count = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) count += is_used[i];
    gp_outlook_step *steps = GP_NEW(job, gp_outlook_step, count);
    if (!steps) return gp_no_memory(job);
    *out = (gp_outlook){.steps = steps, .is_feasible = true};
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (is_used[i]) steps[out->step_count++] = make_step(schedule, i);
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++)
        if (gp_late_days(schedule, network->intervention_activity[i]) > 0) out->is_feasible = false;
    return GP_OK;
}

static gp_status look_out(gp_job *job, gp_job *scratch, const gp_portfolio *way,
                          const gp_future *future, gp_outlook *out)
{
    static const gp_schedule_options demanded = {.is_demand_driven = true};
    const gp_portfolio *narrow, *limited;
    const gp_network *network;
    const gp_schedule *schedule;
    uint8_t *is_used;
    GP_TRY(gp_select_scenario(scratch, way, future->scenario, &narrow));
    GP_TRY(set_limits(scratch, way, future, narrow, &limited));
    GP_TRY(gp_build_network(scratch, limited, &network));
    GP_TRY(gp_schedule_network(scratch, network, &demanded, &schedule));
    GP_TRY(gp_mark_used(scratch, schedule, &is_used));
    return keep_steps(job, schedule, is_used, out);
}

gp_status gp_look_out(gp_job *job, const gp_portfolio *way, const gp_future *future,
                      gp_outlook *out)
{
    gp_job *scratch = gp_job_new();
    gp_status status = scratch ? look_out(job, scratch, way, future, out) : GP_NO_MEMORY;
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(job); /* the only way it can fail */
}
