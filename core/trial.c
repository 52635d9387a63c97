/* SPDX-License-Identifier: MIT
 * A forward pass over the part of the network that a change can reach on its way to one
 * target: only activities behind one that moved are computed again. */
#include "core/trial.h"

static void put_back(gp_trial *trial, uint32_t activity)
{
    trial->known.ready[activity] = trial->schedule->dates[activity].earliest_ready;
    trial->known.start[activity] = trial->schedule->dates[activity].earliest_start;
    trial->known.not_before[activity] = trial->schedule->dates[activity].not_before;
    trial->has_moved[activity] = 0;
}

gp_status gp_start_trial(gp_job *job, const gp_schedule *schedule, uint32_t target, gp_trial *out)
{
    uint32_t count = schedule->network->activity_count;
    gp_trial trial = {.job = job,
                      .schedule = schedule,
                      .known = {GP_NEW(job, gp_day, count), GP_NEW(job, gp_day, count),
                                GP_NEW(job, uint8_t, count)},
                      .position = GP_NEW(job, uint32_t, count),
                      .has_moved = GP_NEW(job, uint8_t, count),
                      .target = target};
    if (!trial.known.ready || !trial.known.start || !trial.known.not_before || !trial.position ||
        !trial.has_moved)
        return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) put_back(&trial, i);
    GP_TRY(gp_find_ancestors(job, schedule, target, NULL, &trial.ancestors));
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
        gp_dates dates;
        gp_forward_one(network, trial->known, activity, own, &dates, NULL);
        trial->has_moved[activity] = dates.earliest_ready != trial->known.ready[activity] ||
                                     dates.earliest_start != trial->known.start[activity] ||
                                     dates.not_before != trial->known.not_before[activity];
        trial->known.ready[activity] = dates.earliest_ready;
        trial->known.start[activity] = dates.earliest_start;
        trial->known.not_before[activity] = dates.not_before;
    }
    gp_day ready = trial->known.ready[trial->target];
    for (uint32_t i = first; i < all->count; i++)
        if (trial->has_moved[all->activities[i]]) put_back(trial, all->activities[i]);
    return ready;
}
