/* SPDX-License-Identifier: MIT
 * A forward pass over the part of the network that a change can reach on its way to one
 * target: only activities behind one that moved are computed again. */
#include "core/trial.h"
#include "core/pass.h"

#include <string.h>

gp_status gp_start_trial(gp_job *job, const gp_schedule *schedule, uint32_t target, gp_trial *out)
{
    uint32_t count = schedule->network->activity_count;
    gp_trial trial = {.job = job,
                      .schedule = schedule,
                      .dates = GP_NEW(job, gp_dates, count),
                      .position = GP_NEW(job, uint32_t, count),
                      .has_moved = GP_NEW(job, uint8_t, count),
                      .target = target};
    if (!trial.dates || !trial.position || !trial.has_moved) return gp_no_memory(job);
    memcpy(trial.dates, schedule->dates, count * sizeof *trial.dates);
    GP_TRY(gp_find_ancestors(job, schedule, target, true, &trial.ancestors));
    for (uint32_t i = 0; i < trial.ancestors.count; i++)
        trial.position[trial.ancestors.activities[i]] = i;
    *out = trial;
    return GP_OK;
}

static bool is_behind_a_move(const gp_trial *trial, uint32_t activity)
{
    const gp_network *network = trial->schedule->network;
    for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++)
        if (trial->has_moved[network->arcs[a].from]) return true;
    return false;
}

gp_day gp_try_change(gp_trial *trial, const gp_change *change)
{
    const gp_network *network = trial->schedule->network;
    const gp_activities *all = &trial->ancestors;
    uint32_t first = trial->position[change->activity];
    for (uint32_t i = first; i < all->count; i++) {
        uint32_t activity = all->activities[i];
        const gp_change *own = activity == change->activity ? change : NULL;
        if (!own && !is_behind_a_move(trial, activity)) continue;
        gp_dates *dates = &trial->dates[activity];
        gp_day before = dates->earliest_ready;
        bool was_unknown = dates->not_before;
        gp_forward_one(network, trial->dates, activity, own, dates, NULL);
        trial->has_moved[activity] =
            dates->earliest_ready != before || dates->not_before != was_unknown;
    }
    gp_day ready = trial->dates[trial->target].earliest_ready;
    for (uint32_t i = first; i < all->count; i++) {
        trial->dates[all->activities[i]] = trial->schedule->dates[all->activities[i]];
        trial->has_moved[all->activities[i]] = 0;
    }
    return ready;
}
