/* SPDX-License-Identifier: MIT
 * What the writers of `leverage` look up in its answer. */
#include "io/answers/leverage.h"

bool gp_rests_in_scenario(const gp_leverages *all, uint32_t capability, uint32_t scenario)
{
    const uint64_t *words = &all->scenarios[(size_t)capability * all->scenario_words];
    return words[scenario / 64] >> scenario % 64 & 1;
}

uint32_t gp_list_through(const gp_leverages *all, uint32_t symbol, uint32_t out[GP_THROUGH_MAX],
                         bool *is_cut)
{
    uint32_t count = 0, at = all->dominator[symbol];
    for (; at != GP_NONE && count < GP_THROUGH_MAX; at = all->dominator[at]) count++;
    *is_cut = at != GP_NONE;
    uint32_t left = count;
    for (at = all->dominator[symbol]; left > 0; at = all->dominator[at]) out[--left] = at;
    return count;
}
