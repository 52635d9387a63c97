/* SPDX-License-Identifier: MIT
 * Random portfolios with all that the time model knows: levels, aspects, alternatives, lags and
 * leads, links from starts and to ready dates, rounds, cycles, dates to keep to, facts, progress,
 * unknowns, missing capabilities, calendars. */
#ifndef GP_TESTS_SUPPORT_RANDOM_H
#define GP_TESTS_SUPPORT_RANDOM_H

#include "tests/support_draft.h"

#define RANDOM_CAPABILITIES 9
#define RANDOM_INTERVENTIONS 4
#define RANDOM_DATES 6           /* of one planning */
#define RANDOM_STATUS_DATE 19156 /* 2022-06-13 */

/* What a random portfolio points to; it must live as long as the draft's job. */
typedef struct generator {
    uint64_t seed;
    uint64_t citizens; /* the stream for what citizens need */
    test_draft draft;
    gp_day holidays[20];
    gp_planning plannings[RANDOM_CAPABILITIES * 2];
    gp_day dates[RANDOM_CAPABILITIES * 2 + 1][RANDOM_DATES]; /* of rounds; the portfolio's last */
    gp_estimate aspects[RANDOM_CAPABILITIES * 2][GP_ASPECT_COUNT];
    gp_level levels[RANDOM_CAPABILITIES][GP_LEVEL_MAX];
    gp_window windows[RANDOM_CAPABILITIES + RANDOM_INTERVENTIONS];
    uint32_t capability_count;
    bool has_cycles; /* requirements may point forward */
} generator;

/* A portfolio that depends on `seed` alone. It may hold dependency cycles. Owner: the job of
 * g->draft, which the caller frees. */
const gp_portfolio *random_portfolio(generator *g, uint64_t seed);

#endif
