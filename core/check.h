/* SPDX-License-Identifier: MIT
 * The parts of gp_check. Private to core. */
#ifndef GP_CHECK_H
#define GP_CHECK_H

#include "core/job.h"
#include "groeipad/demand.h"

/* gp_check in three parts: what needs the portfolio alone, the schedule, and (below) the network.
 */
gp_status gp_check_portfolio(gp_job *job, const gp_portfolio *portfolio, const gp_demand **demand);
gp_status gp_check_schedule(gp_job *job, const gp_schedule *schedule, const gp_demand *demand);

gp_status gp_check_redundant(gp_job *job, const gp_network *network); /* GP110 */
gp_status gp_check_demand(gp_job *job, const gp_network *network,
                          const gp_demand *demand); /* GP2xx */
gp_status gp_check_risk(gp_job *job, const gp_schedule *schedule,
                        const gp_demand *demand);                       /* GP702, GP703 */
gp_status gp_check_dates(gp_job *job, const gp_schedule *schedule);     /* GP307, GP308 */
gp_status gp_check_facts(gp_job *job, const gp_schedule *schedule);     /* GP307, GP312 */
gp_status gp_check_rounds(gp_job *job, const gp_schedule *schedule);    /* GP310 */
gp_status gp_check_clashes(gp_job *job, const gp_schedule *schedule);   /* GP301-306 */
gp_status gp_check_scenarios(gp_job *job, const gp_schedule *schedule); /* GP403, GP404 */
gp_status gp_check_boards(gp_job *job, const gp_schedule *schedule);  /* GP401, GP402, GP405-407 */
gp_status gp_check_twins(gp_job *job, const gp_portfolio *portfolio); /* GP114 */
gp_status gp_check_modelling(gp_job *job, const gp_portfolio *portfolio); /* GP408-411 */
gp_status gp_check_bare(gp_job *job, const gp_portfolio *portfolio);      /* GP209, GP210 */
gp_status gp_check_fit(gp_job *job, const gp_schedule *schedule);         /* GP5xx */

/* By intervention: do others require it? Capabilities cannot. NULL when memory ran out. */
bool *gp_find_required_interventions(gp_job *job, const gp_portfolio *portfolio);

#endif
