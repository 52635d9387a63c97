/* SPDX-License-Identifier: MIT
 * What do the futures of a portfolio ask for, each by itself and together? Every future is
 * narrowed, built and scheduled like a portfolio of its own, and let go when what is asked of it is
 * noted; then capability by capability they are laid side by side. (Robustness over scenarios: what
 * all ask for is no regret, what some ask for is an option.) */
#include "core/futures.h"

#include <string.h>

/* What is asked of the futures, which are planned one after the other. */
typedef struct survey {
    gp_job *job;
    const gp_portfolio *whole;
    gp_future *futures;
    uint32_t count;
    uint64_t work; /* activities and arcs of all futures */
    gp_stake_search *stakes;
} survey;

/* Interventions that belong to the scenario and fell away all the same. */
static gp_status list_fallen(const survey *s, const gp_future_plan *plan, gp_future *future)
{
    uint32_t count = 0;
    for (int is_counted = 0; is_counted < 2; is_counted++) {
        uint32_t *symbols = GP_NEW(s->job, uint32_t, count);
        if (!symbols) return gp_no_memory(s->job);
        future->fallen = (gp_symbols){symbols, 0};
        for (uint32_t i = 0; i < s->whole->intervention_count; i++) {
            const gp_intervention *intervention = &s->whole->interventions[i];
            if (plan->portfolio->items[intervention->symbol].kind != GP_ITEM_ELSEWHERE ||
                !gp_is_in_scenario(intervention, future->scenario))
                continue;
            if (is_counted) symbols[future->fallen.count++] = intervention->symbol;
            count += !is_counted;
        }
    }
    return GP_OK;
}

static gp_status list_lives(const survey *s, const gp_future_plan *plan, gp_future *future)
{
    uint32_t count = plan->portfolio->intervention_count;
    gp_future_live *lives = GP_NEW(s->job, gp_future_live, count);
    if (!lives) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t activity = plan->network->intervention_activity[i];
        const gp_dates *dates = &plan->schedule->dates[activity];
        lives[i] = (gp_future_live){
            .intervention = s->whole->items[plan->portfolio->interventions[i].symbol].index,
            .ready = dates->earliest_ready,
            .late_days = gp_late_days(plan->schedule, activity),
            .not_before = dates->not_before};
        future->clash_count += lives[i].late_days > 0;
    }
    future->lives = lives;
    future->live_count = count;
    return GP_OK;
}

static gp_status keep_asked(const survey *s, gp_job *scratch, const gp_future_plan *plan,
                            gp_future *future)
{
    const gp_asked *asked;
    size_t count = s->whole->capability_count;
    gp_asked *kept = GP_NEW(s->job, gp_asked, count);
    if (!kept) return gp_no_memory(s->job);
    GP_TRY(gp_find_asked(scratch, plan->portfolio, &asked));
    if (count) memcpy(kept, asked, count * sizeof *kept);
    future->asked = kept;
    return GP_OK;
}

static gp_status survey_future(survey *s, gp_job *scratch, gp_future *future)
{
    gp_future_plan plan;
    GP_TRY(gp_plan_future(scratch, s->whole, future->scenario, &plan));
    s->work += plan.network->activity_count + plan.network->arc_count;
    GP_TRY(keep_asked(s, scratch, &plan, future));
    GP_TRY(list_fallen(s, &plan, future));
    GP_TRY(list_lives(s, &plan, future));
    return gp_add_candidates(s->stakes, &plan);
}

/* A narrowed portfolio has one future; else there is one per scenario. Each is let go when it is
 * counted. */
static gp_status survey_futures(survey *s)
{
    bool is_narrow = s->whole->scenario != GP_NONE;
    uint32_t first = is_narrow ? s->whole->scenario : 0;
    s->count = is_narrow ? 1 : s->whole->scenarios.count;
    s->futures = GP_NEW(s->job, gp_future, s->count);
    if (!s->futures) return gp_no_memory(s->job);
    GP_TRY(gp_start_stakes(s->job, s->whole, &s->stakes));
    for (uint32_t i = 0; i < s->count; i++) {
        gp_job *scratch = gp_job_new();
        s->futures[i] = (gp_future){.scenario = first + i, .decide_by = GP_NO_DAY};
        gp_status status = scratch ? survey_future(s, scratch, &s->futures[i]) : GP_NO_MEMORY;
        gp_job_free(scratch);
        if (status == GP_INVALID)
            return gp_plan_future(s->job, s->whole, first + i, &(gp_future_plan){0});
        if (status != GP_OK) return gp_no_memory(s->job);
    }
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
    survey s = {.job = job, .whole = portfolio};
    GP_TRY(survey_futures(&s));
    all.futures = s.futures;
    all.future_count = s.count;
    GP_TRY(find_robustness(job, portfolio, &all));
    GP_TRY(gp_find_choice(job, portfolio, s.futures, s.count, s.work, &all.choice));
    GP_TRY(gp_find_stakes(s.stakes, s.futures, s.count, s.work, &all));
    *out = all;
    return GP_OK;
}
