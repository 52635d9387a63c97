/* SPDX-License-Identifier: MIT
 * What the writers of `risk` share: which rows there are, and what follows from an answer. Private
 * to io. */
#ifndef GP_RISK_WORDS_H
#define GP_RISK_WORDS_H

#include "groeipad/filter.h"
#include "groeipad/risk.h"

/* Whether a filter (NULL: none) shows an intervention, a step, a risk: a risk where it shows an
 * intervention that loses days to it. */
bool gp_shows_risk_live(const gp_filter *filter, const gp_portfolio *portfolio,
                        const gp_risk_live *live);
bool gp_shows_risk_step(const gp_filter *filter, const gp_network *network,
                        const gp_risk_step *step);
bool gp_shows_risk(const gp_filter *filter, const gp_portfolio *portfolio,
                   const gp_risk_effect *effect);

/* A set that was asked for is always shown. All that have a date (the set where nobody asks for
 * another) only where the filter shows all of them: else it is no answer about what it shows. */
bool gp_shows_together(const gp_filter *filter, const gp_portfolio *portfolio,
                       const gp_together *set);

/* What mitigating a risk wins, over all interventions together. Less than half a thousandth of a
 * day is none: answers have three decimals. */
#define GP_RISK_NO_DAYS 0.0005
typedef struct gp_risk_wins {
    double days;         /* lost to the risk in the mean, added up */
    bool is_mitigable;   /* else nothing is won */
    double wins_days;    /* of these when it is mitigated; negative: so many more are lost */
    double cost_per_day; /* negative: no cost is known, or nothing is won */
} gp_risk_wins;
gp_risk_wins gp_add_wins(const gp_portfolio *portfolio, const gp_risk_effect *effect);

#endif
