/* SPDX-License-Identifier: MIT
 * The parts of gp_compare_scenarios. Private to core. */
#ifndef GP_FUTURES_H
#define GP_FUTURES_H

#include "core/network.h"
#include "groeipad/scenarios.h"

/* The key of a step of some future, the same in all futures of one portfolio: number below
 * gp_step_key_count(portfolio). */
uint32_t gp_step_key(const gp_activity *activity);
uint32_t gp_step_key_count(const gp_portfolio *portfolio);

/* By activity: does an intervention wait for it? Of alternatives only the chosen one counts, and
 * what is under way or has a given date waits for nothing any more. Owner: the job. */
gp_status gp_mark_used(gp_job *job, const gp_schedule *schedule, uint8_t **out);

/* The choice between the futures. */
gp_status gp_find_choice(gp_job *job, const gp_portfolio *portfolio, gp_future *futures,
                         uint32_t count, gp_scenario_choice *out);

/* What it costs where a step misses its first chance. */
gp_status gp_find_stakes(gp_job *job, const gp_future *futures, uint32_t count, gp_scenarios *out);

#endif
