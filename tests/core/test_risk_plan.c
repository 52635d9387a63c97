/* SPDX-License-Identifier: MIT
 * Without spread every draw is the plan, to the day: on every example, and on hundreds of random
 * portfolios with all that the time model knows. Dates and their shares, who is on a driving path,
 * when to decide, how late: each against the schedule itself. */
#include "core/job.h"
#include "groeipad/io.h"
#include "groeipad/risk.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define PORTFOLIOS 250
#define DRAWS 130 /* two batches, and a part of one */

/* ---- the same portfolio without spread ---- */

static void take_spread(gp_estimate *estimate)
{
    if (estimate->likely.unit == GP_DURATION_NONE) return;
    estimate->min = estimate->max = estimate->likely;
    estimate->spread = NULL;
}

static void take_spread_of_lead(gp_job *job, gp_lead *lead)
{
    take_spread(&lead->lead_time);
    if (!lead->aspects) return;
    gp_estimate *aspects = gp_allocate(job, GP_ASPECT_COUNT, sizeof *aspects);
    memcpy(aspects, lead->aspects, GP_ASPECT_COUNT * sizeof *aspects);
    for (int i = 0; i < GP_ASPECT_COUNT; i++) take_spread(&aspects[i]);
    lead->aspects = aspects;
}

static const gp_portfolio *without_spread(gp_job *job, const gp_portfolio *portfolio)
{
    gp_portfolio *copy = gp_allocate(job, 1, sizeof *copy);
    gp_capability *all = gp_allocate(job, portfolio->capability_count, sizeof *all);
    memcpy(all, portfolio->capabilities, portfolio->capability_count * sizeof *all);
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        take_spread_of_lead(job, &all[i].lead);
        if (!all[i].levels) continue;
        gp_level *levels = gp_allocate(job, all[i].level_count, sizeof *levels);
        memcpy(levels, all[i].levels, all[i].level_count * sizeof *levels);
        for (uint32_t k = 0; k < all[i].level_count; k++) take_spread_of_lead(job, &levels[k].lead);
        all[i].levels = levels;
    }
    *copy = *portfolio;
    copy->capabilities = all;
    copy->risk_count = copy->correlation_count = 0;
    return copy;
}

/* ---- the checks ---- */

typedef struct checked {
    const gp_schedule *schedule;
    const char *name; /* of the portfolio */
    uint32_t lives, steps, deadlines;
} checked;

static void expect(const checked *c, uint32_t activity, const char *what, double found,
                   double expected)
{
    if (found >= expected && found <= expected) return;
    const gp_network *network = c->schedule->network;
    fail_msg("%s, %s@%u: %s is %f, not %f", c->name, gp_activity_id(network, activity),
             network->activities[activity].level, what, found, expected);
}

static void check_live(checked *c, const gp_risk_live *live)
{
    uint32_t activity = c->schedule->network->intervention_activity[live->intervention];
    const gp_dates *dates = &c->schedule->dates[activity];
    gp_day ready = dates->earliest_ready;
    expect(c, activity, "the plan", live->plan, ready);
    expect(c, activity, "its probability", live->plan_probability, 1);
    expect(c, activity, "days after it", live->mean_days_after_plan, 0);
    expect(c, activity, "merge bias", live->merge_bias_days, 0);
    expect(c, activity, "joins", live->merge_count, 0);
    expect(c, activity, "not before", live->not_before, dates->not_before ? DRAWS : 0);
    for (int q = 0; q < GP_RISK_QUANTILES; q++)
        expect(c, activity, "a quantile", live->quantiles[q], ready);
    expect(c, activity, "days", live->bar_count, 1);
    expect(c, activity, "the day", live->bars[0].day, ready);
    expect(c, activity, "draws on it", live->bars[0].draws, DRAWS);
    c->lives++;
    if (live->needed_by == GP_NO_DAY) {
        expect(c, activity, "no probability", live->probability, -1);
        return;
    }
    bool is_late = ready > live->needed_by;
    expect(c, activity, "probability", live->probability, !is_late);
    expect(c, activity, "standard error", live->standard_error, 0);
    expect(c, activity, "days late", live->expected_late_days,
           is_late ? ready - live->needed_by : 0);
}

/* Whether a step is on the driving path of an intervention, as the schedule has it. */
static bool is_on_path(const gp_schedule *schedule, uint32_t step, uint32_t end)
{
    uint32_t at = end;
    while (at != step) {
        uint32_t arc = schedule->dates[at].driver_arc;
        if (arc == GP_NONE) return false;
        at = schedule->network->arcs[arc].from;
    }
    return true;
}

static void check_step(checked *c, const gp_risk_step *step)
{
    const gp_schedule *schedule = c->schedule;
    const gp_dates *dates = &schedule->dates[step->activity];
    bool is_on_any = false;
    for (uint32_t i = 0; i < step->by_count; i++) {
        const gp_risk_by *by = &step->by[i];
        bool is_on = is_on_path(schedule, step->activity,
                                schedule->network->intervention_activity[by->intervention]);
        is_on_any |= is_on;
        expect(c, step->activity, "criticality for one", by->criticality, is_on);
        expect(c, step->activity, "rank correlation", by->spearman, 0);
        expect(c, step->activity, "ssi", by->ssi, 0);
        expect(c, step->activity, "cruciality", by->cruciality, 0);
    }
    expect(c, step->activity, "criticality", step->criticality, is_on_any);
    expect(c, step->activity, "deviation", step->sd_days, 0);
    for (int i = 0; i < GP_RISK_SURES; i++) {
        if (step->identify_by[i] == GP_NO_DAY) continue;
        expect(c, step->activity, "identify by", step->identify_by[i], dates->identify_by);
        c->deadlines++;
    }
    c->steps++;
}

static void check(gp_job *job, const gp_portfolio *portfolio, uint64_t seed, checked *c)
{
    const gp_network *network;
    gp_risk_sums *sums;
    gp_risk_answer answer;
    if (gp_build_network(job, portfolio, &network) != GP_OK) return; /* a dependency cycle */
    assert_int_equal(gp_schedule_network(job, network, NULL, &c->schedule), GP_OK);
    gp_risk_options options = {.seed = seed, .draws = DRAWS, .threads = 1 + (uint32_t)seed % 2};
    assert_int_equal(gp_run_risk(job, c->schedule, &options, &sums), GP_OK);
    assert_int_equal(gp_answer_risk(job, c->schedule, sums, &answer), GP_OK);
    assert_int_equal(answer.draws, DRAWS);
    assert_int_equal(answer.live_count, portfolio->intervention_count);
    for (uint32_t i = 0; i < answer.live_count; i++) check_live(c, &answer.lives[i]);
    for (uint32_t i = 0; i < answer.steps; i++) check_step(c, &answer.steps_of[i]);
    for (uint32_t i = 0; i < answer.together_count; i++) {
        bool are_in_time = true;
        for (uint32_t k = 0; k < answer.together[i].of.count; k++) {
            const gp_risk_live *live = &answer.lives[answer.together[i].of.interventions[k]];
            are_in_time &= live->plan <= live->needed_by;
        }
        assert_true(answer.together[i].probability >= are_in_time &&
                    answer.together[i].probability <= are_in_time);
    }
}

static void test_examples_without_spread_are_the_plan(void **state)
{
    (void)state;
    static const char *const names[] = {
        "examples/minimal.json",
        "examples/clean.json",
        "examples/persoonlijke-dienstverlening.json",
        "examples/history/2023-04-12.json",
        "examples/risk/chain.json",
        "examples/risk/join.json",
        "examples/risk/pert.json",
        "examples/risk/shared.json",
        "examples/risk/copula.json",
        "docs/time/months.json",
        "docs/time/levels.json",
        "docs/time/dates.json",
        "docs/time/rounds.json",
        "docs/time/links.json",
        "docs/time/lags.json",
        "docs/time/facts.json",
        "docs/time/windows.json",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        checked c = {.name = names[i]};
        assert_int_equal(gp_read_files(job, &names[i], 1, NULL, &portfolio), GP_OK);
        check(job, without_spread(job, portfolio), i, &c);
        assert_true(c.lives > 0);
        gp_job_free(job);
    }
}

static void test_random_portfolios_without_spread_are_the_plan(void **state)
{
    (void)state;
    checked c = {.name = "random"};
    for (uint64_t number = 0; number < PORTFOLIOS; number++) {
        generator g = {0};
        char name[32];
        const gp_portfolio *portfolio = random_portfolio(&g, number + 5000);
        snprintf(name, sizeof name, "portfolio %u", (unsigned)number);
        c.name = name;
        if (portfolio) check(g.draft.job, without_spread(g.draft.job, portfolio), number, &c);
        gp_job_free(g.draft.job);
    }
    assert_true(c.lives > PORTFOLIOS && c.steps > 3 * PORTFOLIOS);
    assert_true(c.deadlines > 3 * PORTFOLIOS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples_without_spread_are_the_plan),
        cmocka_unit_test(test_random_portfolios_without_spread_are_the_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
