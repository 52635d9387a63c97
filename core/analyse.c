/* SPDX-License-Identifier: MIT
 * Plans a portfolio and checks it, with what does not need each other side by side. */
#include "core/beside.h"
#include "core/check.h"
#include "core/rest.h"

/* All checks, in three parts, and what they need and make. */
typedef struct analysis {
    const gp_portfolio *portfolio;
    const gp_schedule_options *options;
    const gp_demand *demand;
    const gp_network *network;
    const gp_schedule *schedule;
} analysis;

static gp_status build(gp_job *job, void *state)
{
    analysis *a = state;
    return gp_build_network(job, a->portfolio, &a->network);
}

static gp_status check_portfolio(gp_job *job, void *state)
{
    analysis *a = state;
    return gp_check_portfolio(job, a->portfolio, &a->demand);
}

static gp_status schedule_and_check(gp_job *job, void *state)
{
    analysis *a = state;
    GP_TRY(gp_schedule_network(job, a->network, a->options, &a->schedule));
    return gp_check_schedule(job, a->schedule, a->demand);
}

static gp_status check_network(gp_job *job, void *state)
{
    const analysis *a = state;
    return gp_check_redundant(job, a->network);
}

/* A circle is no reason to keep silent about the rest. */
static gp_status check_without_circles(gp_job *job, const gp_portfolio *portfolio)
{
    gp_known_parts known = {.doubts = GP_NEW(job, uint16_t, portfolio->symbol_count),
                            .told_circles = true};
    if (!known.doubts) return gp_no_memory(job);
    GP_TRY(gp_judge_rest(job, portfolio, &known));
    return GP_INVALID;
}

gp_status gp_analyse(gp_job *job, const gp_portfolio *portfolio, const gp_schedule_options *options,
                     const gp_network **network, const gp_schedule **schedule)
{
    analysis a = {.portfolio = portfolio, .options = options};
    gp_status status = gp_do_both(job, portfolio, build, check_portfolio, &a);
    if (status == GP_INVALID) return check_without_circles(job, portfolio);
    if (status != GP_OK) return status;
    GP_TRY(gp_do_both(job, portfolio, schedule_and_check, check_network, &a));
    *network = a.network;
    *schedule = a.schedule;
    return GP_OK;
}
