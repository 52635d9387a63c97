/* SPDX-License-Identifier: MIT
 * How scenarios and what they share are called in formats. Private to io. */
#ifndef GP_SCENARIO_WORDS_H
#define GP_SCENARIO_WORDS_H

#include "groeipad/scenarios.h"

const char *gp_robustness_key(uint8_t robustness);

/* The id of the scenario that a future is of. */
const char *gp_future_id(const gp_portfolio *portfolio, const gp_future *future);

/* What people call that scenario: its name, or an id that says the same. */
const char *gp_future_called(const gp_portfolio *portfolio, const gp_future *future);

/* All of them, with the steps and stakes of what passes only; filter NULL: all. Owner: the job;
 * borrows from `all`. Errors: GP_NO_MEMORY. */
gp_status gp_part_of_scenarios(gp_job *job, const gp_filter *filter, const gp_scenarios *all,
                               gp_scenarios *out);

#endif
