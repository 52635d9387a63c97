/* SPDX-License-Identifier: MIT
 * Everything that the analyses have to say about a portfolio, as findings: what the CI gate
 * runs. Each rule is stated in docs/findings.md; this file only puts them together. */
#include "core/beside.h"
#include "core/check.h"

/* All checks, in three parts, and what they need and make. */
typedef struct checks {
    const gp_portfolio *portfolio;
    const gp_schedule_options *options;
    const gp_demand *demand;
    const gp_network *network;
    const gp_schedule *schedule;
} checks;

static gp_status check_portfolio(gp_job *job, void *state)
{
    checks *c = state;
    GP_TRY(gp_check_modelling(job, c->portfolio));
    return gp_find_demand(job, c->portfolio, &c->demand);
}

static gp_status check_network(gp_job *job, void *state)
{
    const checks *c = state;
    return gp_check_redundant(job, c->network);
}

static gp_status check_schedule(gp_job *job, const checks *c)
{
    GP_TRY(gp_check_demand(job, c->network, c->demand));
    GP_TRY(gp_check_dates(job, c->schedule));
    GP_TRY(gp_check_clashes(job, c->schedule));
    GP_TRY(gp_check_scenarios(job, c->schedule));
    GP_TRY(gp_check_boards(job, c->schedule));
    return gp_check_fit(job, c->schedule);
}

gp_status gp_check(gp_job *job, const gp_schedule *schedule)
{
    checks c = {.portfolio = schedule->network->portfolio,
                .network = schedule->network,
                .schedule = schedule};
    GP_TRY(check_portfolio(job, &c));
    GP_TRY(check_schedule(job, &c));
    return check_network(job, &c);
}

static gp_status build(gp_job *job, void *state)
{
    checks *c = state;
    return gp_build_network(job, c->portfolio, &c->network);
}

static gp_status schedule_and_check(gp_job *job, void *state)
{
    checks *c = state;
    GP_TRY(gp_schedule_network(job, c->network, c->options, &c->schedule));
    return check_schedule(job, c);
}

gp_status gp_analyse(gp_job *job, const gp_portfolio *portfolio, const gp_schedule_options *options,
                     const gp_network **network, const gp_schedule **schedule)
{
    checks c = {.portfolio = portfolio, .options = options};
    GP_TRY(gp_do_both(job, portfolio, build, check_portfolio, &c));
    GP_TRY(gp_do_both(job, portfolio, schedule_and_check, check_network, &c));
    *network = c.network;
    *schedule = c.schedule;
    return GP_OK;
}
