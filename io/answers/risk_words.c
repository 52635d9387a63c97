/* SPDX-License-Identifier: MIT
 * What the writers of `risk` share. */
#include "io/answers/risk_words.h"

bool gp_shows_risk_live(const gp_filter *filter, const gp_portfolio *portfolio,
                        const gp_risk_live *live)
{
    return gp_passes(filter, portfolio->interventions[live->intervention].symbol);
}

bool gp_shows_risk_step(const gp_filter *filter, const gp_network *network,
                        const gp_risk_step *step)
{
    return gp_passes(filter, network->activities[step->activity].symbol);
}

bool gp_shows_risk(const gp_filter *filter, const gp_portfolio *portfolio,
                   const gp_risk_effect *effect)
{
    for (uint32_t i = 0; filter && i < effect->delay_count; i++) {
        uint32_t intervention = effect->delays[i].intervention;
        if (gp_passes(filter, portfolio->interventions[intervention].symbol)) return true;
    }
    return !filter;
}

bool gp_shows_together(const gp_filter *filter, const gp_portfolio *portfolio,
                       const gp_together *set)
{
    if (!filter || !gp_is_of_all(portfolio, set)) return true;
    for (uint32_t i = 0; i < set->count; i++)
        if (!gp_passes(filter, portfolio->interventions[set->interventions[i]].symbol))
            return false;
    return true;
}

gp_risk_wins gp_add_wins(const gp_portfolio *portfolio, const gp_risk_effect *effect)
{
    const gp_risk *risk = &portfolio->risks[effect->risk];
    gp_risk_wins sum = {.cost_per_day = -1};
    double left = 0;
    for (uint32_t i = 0; i < effect->delay_count; i++) {
        const gp_risk_delay *delay = &effect->delays[i];
        sum.days += delay->mean_days;
        left += delay->mitigated_mean_days;
    }
    if (risk->mitigated_probability < 0) return sum;
    sum.is_mitigable = true;
    sum.wins_days = sum.days - left;
    if (risk->mitigation_cost >= 0 && sum.wins_days >= GP_RISK_NO_DAYS)
        sum.cost_per_day = risk->mitigation_cost / sum.wins_days;
    return sum;
}
