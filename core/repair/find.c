/* SPDX-License-Identifier: MIT
 * From a schedule to the cheapest measures that make all dates. */
#include "core/job.h"
#include "groeipad/repair.h"

void gp_default_repair(const gp_portfolio *portfolio, gp_repair_options *out)
{
    *out = (gp_repair_options){
        .has_automatic = portfolio->measure_count == 0, .later = GP_LATER_CYCLES, .budget = -1};
    out->costs[GP_DECIDE_OFF_ROUND] = GP_COST_OFF_ROUND;
    out->costs[GP_DECIDE_SHORTEN] = GP_COST_SHORTEN;
    out->costs[GP_DECIDE_LEVEL] = GP_COST_LEVEL;
    out->costs[GP_DECIDE_DATE] = GP_COST_DATE;
}

gp_status gp_find_repair(gp_job *job, const gp_schedule *schedule, const gp_repair_options *options,
                         const gp_repair **out)
{
    (void)options;
    gp_repair *repair = GP_NEW(job, gp_repair, 1);
    if (!repair) return gp_no_memory(job);
    *repair = (gp_repair){.status = GP_REPAIR_NOTHING_LATE, .before = schedule, .after = schedule};
    *out = repair;
    return GP_OK;
}
