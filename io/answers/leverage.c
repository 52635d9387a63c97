/* SPDX-License-Identifier: MIT
 * What the writers of `leverage` look up in its answer. */
#include "io/answers/leverage.h"

bool gp_rests_in_scenario(const gp_leverages *all, uint32_t capability, uint32_t scenario)
{
    const uint64_t *words = &all->scenarios[(size_t)capability * all->scenario_words];
    return words[scenario / 64] >> scenario % 64 & 1;
}

/* The next step up whose id is another one, or GP_NONE. */
static uint32_t above(const gp_leverages *all, uint32_t step)
{
    uint32_t at = all->step_dominator[step];
    while (at != GP_NONE && all->step_symbol[at] == all->step_symbol[step])
        at = all->step_dominator[at];
    return at;
}

uint32_t gp_list_through(const gp_leverages *all, uint32_t symbol, uint32_t out[GP_THROUGH_MAX],
                         bool *is_cut)
{
    uint32_t own = all->step_first[symbol + 1] - 1, count = 0, at = above(all, own);
    for (; at != GP_NONE && count < GP_THROUGH_MAX; at = above(all, at)) count++;
    *is_cut = at != GP_NONE;
    uint32_t left = count;
    for (at = above(all, own); left > 0; at = above(all, at)) out[--left] = all->step_symbol[at];
    return count;
}
