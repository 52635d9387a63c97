/* SPDX-License-Identifier: MIT
 * Findings about scenarios: an intervention that is explored with no future in mind, and a future
 * that no intervention is meant for. A portfolio that names no scenarios does not work with them,
 * and hears nothing. */
#include "core/check.h"

/* One per scenario that no intervention names; in a single future, about that one only. */
static gp_status report_unserved(gp_job *job, const gp_portfolio *portfolio)
{
    uint8_t *is_served = GP_NEW(job, uint8_t, portfolio->scenarios.count);
    if (!is_served) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        for (uint32_t k = 0; k < intervention->scenario_count; k++)
            is_served[intervention->scenarios[k]] = 1;
    }
    for (uint32_t i = 0; i < portfolio->scenarios.count; i++) {
        const gp_term *term = &portfolio->scenarios.terms[i];
        bool is_asked_about = portfolio->scenario == GP_NONE || portfolio->scenario == i;
        if (is_served[i] || !is_asked_about) continue;
        GP_TRY(gp_add_finding(
            job, &(gp_finding){.code = 404, .place = term->place, .subject = term->id}));
    }
    return GP_OK;
}

gp_status gp_check_scenarios(gp_job *job, const gp_schedule *schedule)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    if (portfolio->scenarios.count == 0) return GP_OK;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        if (intervention->stage != GP_EXPLORE || intervention->scenario_count) continue;
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 403,
                                                 .place = intervention->place,
                                                 .subject = portfolio->ids[intervention->symbol]}));
    }
    return report_unserved(job, portfolio);
}
