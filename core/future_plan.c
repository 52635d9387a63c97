/* SPDX-License-Identifier: MIT
 * One future, planned like a portfolio of its own. */
#include "core/futures.h"

gp_status gp_plan_future(gp_job *job, const gp_portfolio *portfolio, uint32_t scenario,
                         gp_future_plan *out)
{
    GP_TRY(gp_select_scenario(job, portfolio, scenario, &out->portfolio));
    GP_TRY(gp_build_network(job, out->portfolio, &out->network));
    return gp_schedule_network(job, out->network, NULL, &out->schedule);
}
