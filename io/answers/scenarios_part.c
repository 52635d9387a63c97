/* SPDX-License-Identifier: MIT
 * The scenarios with only the rows of what passes a filter: steps and stakes here, demand and dates
 * where they are written. When the choice has to be made is a matter of the whole. */
#include "core/job.h"
#include "io/answers/scenario_words.h"

static gp_status keep_steps(gp_job *job, const gp_filter *filter, const gp_future_step **steps,
                            uint32_t *count)
{
    gp_future_step *kept = GP_NEW(job, gp_future_step, *count);
    uint32_t kept_count = 0;
    if (!kept) return gp_no_memory(job);
    for (uint32_t i = 0; i < *count; i++)
        if (gp_passes(filter, (*steps)[i].symbol)) kept[kept_count++] = (*steps)[i];
    *steps = kept;
    *count = kept_count;
    return GP_OK;
}

/* A stake is a capability's, and of the intervention that waits for it. */
gp_status gp_part_of_scenarios(gp_job *job, const gp_filter *filter, const gp_scenarios *all,
                               gp_scenarios *out)
{
    *out = *all;
    if (!filter) return GP_OK;
    gp_scenario_choice *choice = &out->choice;
    GP_TRY(keep_steps(job, filter, &choice->binds, &choice->bind_count));
    GP_TRY(keep_steps(job, filter, &choice->identify, &choice->identify_count));
    gp_stake *stakes = GP_NEW(job, gp_stake, all->stake_count);
    if (!stakes) return gp_no_memory(job);
    out->stakes = stakes;
    out->stake_count = 0;
    for (uint32_t i = 0; i < all->stake_count; i++)
        if (gp_passes(filter, all->stakes[i].symbol) ||
            gp_passes(filter, all->stakes[i].intervention))
            stakes[out->stake_count++] = all->stakes[i];
    return GP_OK;
}
