/* SPDX-License-Identifier: MIT
 * Everything that the analyses have to say about a portfolio, as findings: what the CI gate
 * runs. Each rule is stated in docs/findings.md; this file only puts them together. */
#include "core/check.h"

gp_status gp_check_portfolio(gp_job *job, const gp_portfolio *portfolio, const gp_demand **demand)
{
    GP_TRY(gp_check_modelling(job, portfolio));
    GP_TRY(gp_check_bare(job, portfolio));
    GP_TRY(gp_check_twins(job, portfolio));
    return gp_find_demand(job, portfolio, demand);
}

gp_status gp_check_schedule(gp_job *job, const gp_schedule *schedule, const gp_demand *demand)
{
    GP_TRY(gp_check_demand(job, schedule->network, demand));
    GP_TRY(gp_check_dates(job, schedule));
    GP_TRY(gp_check_facts(job, schedule));
    GP_TRY(gp_check_rounds(job, schedule));
    GP_TRY(gp_check_clashes(job, schedule));
    GP_TRY(gp_check_scenarios(job, schedule));
    GP_TRY(gp_check_risk(job, schedule, demand));
    GP_TRY(gp_check_boards(job, schedule));
    return gp_check_fit(job, schedule);
}

gp_status gp_check(gp_job *job, const gp_schedule *schedule)
{
    const gp_demand *demand;
    GP_TRY(gp_check_portfolio(job, schedule->network->portfolio, &demand));
    GP_TRY(gp_check_schedule(job, schedule, demand));
    return gp_check_redundant(job, schedule->network);
}
