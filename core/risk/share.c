/* SPDX-License-Identifier: MIT
 * What is said of a share of the draws: the same in text and in pictures. */
#include "groeipad/risk.h"

#define NEARLY 1e-9 /* less than a share of the draws can be */

double gp_live_chance(const gp_risk_live *live, double share)
{
    if (!live->varies || share < 0) return share;
    return share <= 0 ? NEARLY : share >= 1 ? 1 - NEARLY : share;
}

/* One that is surely late makes all of them late. */
double gp_together_chance(const gp_risk_answer *answer, const gp_risk_together *set)
{
    double share = set->probability;
    for (uint32_t i = 0; i < set->of.count; i++) {
        const gp_risk_live *live = &answer->lives[set->of.interventions[i]];
        if (!live->varies && live->probability <= 0) return 0;
        share = gp_live_chance(live, share);
    }
    return share;
}

bool gp_is_of_all(const gp_portfolio *portfolio, const gp_together *set)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        count += portfolio->interventions[i].needed_by != GP_NO_DAY;
    return count == set->count;
}
