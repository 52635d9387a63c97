/* SPDX-License-Identifier: MIT
 * What do the futures of a portfolio ask for, each by itself and together? Every future is
 * narrowed, built and scheduled like a portfolio of its own; then capability by capability they are
 * laid side by side. (Robustness over scenarios: what all ask for is no regret, what some ask for
 * is an option.) */
#include "core/futures.h"

/* Interventions that belong to the scenario and fell away all the same. */
static gp_status list_fallen(gp_job *job, const gp_portfolio *whole, gp_future *future)
{
    uint32_t *symbols = GP_NEW(job, uint32_t, whole->intervention_count);
    if (!symbols) return gp_no_memory(job);
    future->fallen.symbols = symbols;
    for (uint32_t i = 0; i < whole->intervention_count; i++) {
        const gp_intervention *intervention = &whole->interventions[i];
        if (gp_is_in_scenario(intervention, future->scenario) &&
            future->portfolio->items[intervention->symbol].kind == GP_ITEM_ELSEWHERE)
            symbols[future->fallen.count++] = intervention->symbol;
    }
    return GP_OK;
}

static gp_status plan_future(gp_job *job, const gp_portfolio *whole, uint32_t scenario,
                             gp_future *future)
{
    *future = (gp_future){.scenario = scenario, .decide_by = GP_NO_DAY};
    GP_TRY(gp_select_scenario(job, whole, scenario, &future->portfolio));
    GP_TRY(gp_build_network(job, future->portfolio, &future->network));
    GP_TRY(gp_schedule_network(job, future->network, NULL, &future->schedule));
    GP_TRY(gp_find_asked(job, future->portfolio, &future->asked));
    for (uint32_t i = 0; i < future->portfolio->intervention_count; i++)
        if (gp_late_days(future->schedule, future->network->intervention_activity[i]) > 0)
            future->clash_count++;
    return list_fallen(job, whole, future);
}

/* A narrowed portfolio has one future; else there is one per scenario. */
static gp_status plan_futures(gp_job *job, const gp_portfolio *portfolio, gp_future **out,
                              uint32_t *count)
{
    bool is_narrow = portfolio->scenario != GP_NONE;
    uint32_t first = is_narrow ? portfolio->scenario : 0;
    *count = is_narrow ? 1 : portfolio->scenarios.count;
    *out = GP_NEW(job, gp_future, *count);
    if (!*out) return gp_no_memory(job);
    for (uint32_t i = 0; i < *count; i++)
        GP_TRY(plan_future(job, portfolio, first + i, &(*out)[i]));
    return GP_OK;
}

static gp_status find_robustness(gp_job *job, const gp_portfolio *portfolio, gp_scenarios *all)
{
    uint8_t *robustness = GP_NEW(job, uint8_t, portfolio->capability_count);
    uint8_t *level = GP_NEW(job, uint8_t, portfolio->capability_count);
    if (!robustness || !level) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        uint8_t lowest = GP_LEVEL_MAX, highest = 0;
        for (uint32_t f = 0; f < all->future_count; f++) {
            gp_asked asked = all->futures[f].asked[i];
            if (asked.level < lowest) lowest = asked.level;
            if (asked.maybe > highest) highest = asked.maybe;
        }
        if (highest == 0) continue;
        level[i] = lowest;
        robustness[i] = lowest ? GP_NO_REGRET : GP_OPTION;
    }
    all->robustness = robustness;
    all->no_regret_level = level;
    return GP_OK;
}

gp_status gp_compare_scenarios(gp_job *job, const gp_portfolio *portfolio, gp_scenarios *out)
{
    gp_scenarios all = {.choice = {.decide_by = GP_NO_DAY, .is_exact = true}};
    gp_future *futures;
    GP_TRY(plan_futures(job, portfolio, &futures, &all.future_count));
    all.futures = futures;
    GP_TRY(find_robustness(job, portfolio, &all));
    GP_TRY(gp_find_choice(job, portfolio, futures, all.future_count, &all.choice));
    GP_TRY(gp_find_stakes(job, futures, all.future_count, &all));
    *out = all;
    return GP_OK;
}
