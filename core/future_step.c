/* SPDX-License-Identifier: MIT
 * One step in several futures: every future has a network of its own, in which the step is another
 * activity or is not there. A key that comes from the portfolio names it in all of them. */
#include "core/futures.h"
#include "core/backward.h"

/* A missing capability is one step, whatever level is asked of it. */
uint32_t gp_step_key(const gp_activity *activity)
{
    uint8_t level = activity->kind == GP_KIND_MISSING ? 0 : activity->level;
    return activity->symbol * (GP_LEVEL_MAX + 1u) + level;
}

uint32_t gp_step_symbol(uint32_t key)
{
    return key / (GP_LEVEL_MAX + 1u);
}

uint32_t gp_step_key_count(const gp_portfolio *portfolio)
{
    return portfolio->symbol_count * (GP_LEVEL_MAX + 1u);
}

gp_status gp_mark_used(gp_job *job, const gp_schedule *schedule, uint8_t **out)
{
    const gp_network *network = schedule->network;
    uint8_t *is_used = GP_NEW(job, uint8_t, network->activity_count);
    if (!is_used) return gp_no_memory(job);
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        if (network->activities[activity].kind == GP_KIND_INTERVENTION) is_used[activity] = 1;
        if (!is_used[activity]) continue;
        for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++)
            if (gp_waits_for(schedule, a)) is_used[network->arcs[a].from] = 1;
    }
    *out = is_used;
    return GP_OK;
}
