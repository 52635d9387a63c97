/* SPDX-License-Identifier: MIT
 * Which interventions are late, and what do they rest on? */
#include "core/repair/scope.h"

static gp_status list_late(gp_job *job, const gp_schedule *schedule, const bool *only,
                           gp_repair_scope *scope)
{
    const gp_network *network = schedule->network;
    uint32_t total = network->portfolio->intervention_count;
    uint32_t *late = GP_NEW(job, uint32_t, total);
    if (!late) return gp_no_memory(job);
    for (uint32_t i = 0; i < total; i++) {
        uint32_t activity = network->intervention_activity[i];
        if (only && !only[i]) continue;
        if (gp_late_days(schedule, activity) > 0) late[scope->late_count++] = activity;
    }
    scope->late = late;
    return GP_OK;
}

static bool has_work(const gp_activity *a)
{
    return a->kind == GP_KIND_CAPABILITY && a->actual != GP_ACTUAL_READY;
}

gp_status gp_find_repair_scope(gp_job *job, const gp_schedule *schedule,
                               const gp_repair_options *options, gp_repair_scope *out)
{
    const gp_network *network = schedule->network;
    gp_repair_scope scope = {.late_count = 0};
    bool *is_wanted = GP_NEW(job, bool, network->activity_count);
    if (!is_wanted) return gp_no_memory(job);
    GP_TRY(list_late(job, schedule, options->only, &scope));
    for (uint32_t i = 0; i < scope.late_count; i++) is_wanted[scope.late[i]] = true;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        if (!is_wanted[to]) continue;
        scope.step_count += has_work(&network->activities[to]);
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++)
            is_wanted[network->arcs[a].from] = true;
    }
    scope.is_wanted = is_wanted;
    *out = scope;
    return GP_OK;
}
