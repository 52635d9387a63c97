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

/* ---- alternatives that may change places ---- */

/* After the last of given dates no round is known: so whether a date is known depends on it. */
static bool can_become_known(const gp_activity *a)
{
    return a->is_rounded && a->planning->date_count && a->planning->round.unit == GP_DURATION_NONE;
}

static gp_status find_doubtful(gp_job *job, const gp_network *network, gp_repair_scope *scope)
{
    uint32_t count = network->activity_count;
    bool *can_change = GP_NEW(job, bool, count), *is_doubtful = GP_NEW(job, bool, count);
    if (!can_change || !is_doubtful) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t to = network->order[i];
        can_change[to] = can_become_known(&network->activities[to]);
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++)
            can_change[to] |= can_change[network->arcs[a].from];
    }
    for (uint32_t i = count; i-- > 0;) {
        uint32_t to = network->order[i];
        bool has_change = false; /* in alternatives of it */
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++)
            has_change |= network->arcs[a].group && can_change[network->arcs[a].from];
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++)
            is_doubtful[network->arcs[a].from] |=
                is_doubtful[to] || (has_change && network->arcs[a].group);
    }
    scope->is_doubtful = is_doubtful;
    return GP_OK;
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
    GP_TRY(find_doubtful(job, network, &scope));
    *out = scope;
    return GP_OK;
}
