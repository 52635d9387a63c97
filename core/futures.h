/* SPDX-License-Identifier: MIT
 * The parts of gp_compare_scenarios. Private to core. */
#ifndef GP_FUTURES_H
#define GP_FUTURES_H

#include "core/network.h"
#include "groeipad/scenarios.h"

/* The key of a step of some future, the same in all futures of one portfolio: number below
 * gp_step_key_count(portfolio). */
uint32_t gp_step_key(const gp_activity *activity);
uint32_t gp_step_symbol(uint32_t key);
uint32_t gp_step_key_count(const gp_portfolio *portfolio);

/* By activity: does an intervention wait for it? Of alternatives only the chosen one counts, and
 * what is under way waits only for what must be there by its end. Owner: the job. */
gp_status gp_mark_used(gp_job *job, const gp_schedule *schedule, uint8_t **out);

/* A future with all that it is planned with: large, so it lives in a job of its own. */
typedef struct gp_future_plan {
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
} gp_future_plan;

/* portfolio: the whole one, or one of its ways. */
gp_status gp_plan_future(gp_job *job, const gp_portfolio *portfolio, uint32_t scenario,
                         gp_future_plan *out);

/* The choice between the futures; fills in their decide_by. work: activities and arcs of all
 * futures together. */
gp_status gp_find_choice(gp_job *job, const gp_portfolio *portfolio, gp_future *futures,
                         uint32_t count, uint64_t work, gp_scenario_choice *out);

/* What it costs where a step misses its first chance. Each future is shown when it is planned, and
 * its steps are candidates; the search has the candidates with the least buffer tried. */
typedef struct gp_stake_search gp_stake_search;
gp_status gp_start_stakes(gp_job *job, const gp_portfolio *portfolio, gp_stake_search **out);
gp_status gp_add_candidates(gp_stake_search *search, const gp_future_plan *plan);
gp_status gp_find_stakes(gp_stake_search *search, const gp_future *futures, uint32_t count,
                         uint64_t work, gp_scenarios *out);

#endif
