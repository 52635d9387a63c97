/* SPDX-License-Identifier: MIT
 * Made up from ids and dates alone: the same portfolio has the same answer. */
#include "tests/support_risk.h"
#include "core/job.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define DRAWS 10000u
#define BARS 60u
#define LEVERS 17u /* steps that matter to one intervention, at most */
#define RISKS 5u

static const uint8_t percents[GP_RISK_QUANTILES] = {10, 50, 80, 90, 95};

static double share_until(const gp_risk_live *live, gp_day day, uint32_t draws)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < live->bar_count && live->bars[i].day <= day; i++)
        sum += live->bars[i].draws;
    return (double)sum / draws;
}

void tell_live(gp_risk_live *live, uint32_t draws)
{
    double days = 0, late = 0;
    for (uint32_t q = 0; q < GP_RISK_QUANTILES; q++) {
        uint32_t i = 0;
        while (share_until(live, live->bars[i].day, draws) < percents[q] / 100.0) i++;
        live->quantiles[q] = live->bars[i].day;
    }
    for (uint32_t i = 0; i < live->bar_count; i++) {
        const gp_risk_bar *bar = &live->bars[i];
        days += (double)(bar->day - live->plan) * bar->draws;
        if (live->needed_by != GP_NO_DAY && bar->day > live->needed_by)
            late += (double)(bar->day - live->needed_by) * bar->draws;
    }
    live->mean_days_after_plan = live->merge_bias_days = days / draws;
    live->plan_probability = share_until(live, live->plan, draws);
    live->probability = live->standard_error = live->expected_late_days = -1;
    live->expected_late_cycles = -1;
    if (live->needed_by == GP_NO_DAY) return;
    live->probability = share_until(live, live->needed_by, draws);
    live->expected_late_days = late / draws;
    live->expected_late_cycles = late / draws / 30;
    live->standard_error = 0.004;
}

/* Rises and falls, with a gap as a round makes one; or one day where `width` is 0. */
static void make_bars(gp_job *job, gp_risk_live *live, uint64_t *random, uint32_t width)
{
    gp_risk_bar *bars = GP_NEW(job, gp_risk_bar, BARS);
    uint32_t left = DRAWS, count = width ? BARS : 1;
    uint32_t gap = width > 60 ? test_random(random, BARS) : BARS;
    assert_non_null(bars);
    gp_day day = live->plan - (gp_day)(width / 4);
    for (uint32_t i = 0; i < count && left; i++) {
        uint32_t most = 1 + (i < count / 3 ? i * i : (count - i) * (count - i) / 4);
        uint32_t draws = i + 1 == count ? left : test_random(random, most * 3 + 2);
        if (draws > left) draws = left;
        if (draws) bars[live->bar_count++] = (gp_risk_bar){day, draws};
        left -= draws;
        day += 1 + (gp_day)(width / BARS) + (i == gap ? (gp_day)width / 4 : 0);
    }
    live->bars = bars;
}

static void make_live(gp_job *job, const gp_schedule *schedule, uint32_t intervention,
                      gp_risk_live *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    uint32_t activity = schedule->network->intervention_activity[intervention];
    uint64_t random = 11 + intervention * 7919;
    uint32_t width = intervention % 9 == 5 ? 0 : 20 + test_random(&random, 500);
    *out = (gp_risk_live){.intervention = intervention,
                          .needed_by = portfolio->interventions[intervention].needed_by,
                          .plan = schedule->dates[activity].earliest_ready,
                          .not_before = schedule->dates[activity].not_before ? DRAWS / 3 : 0,
                          .is_detailed = true,
                          .steps = 12,
                          .sure_steps = 5};
    make_bars(job, out, &random, width);
    tell_live(out, DRAWS);
}

/* Of every intervention some steps, as many as its number says. */
static void make_steps(gp_job *job, const gp_schedule *schedule, gp_risk_answer *out)
{
    const gp_network *network = schedule->network;
    uint32_t interventions = network->portfolio->intervention_count;
    gp_risk_step *steps = GP_NEW(job, gp_risk_step, network->activity_count);
    uint64_t random = 5;
    assert_non_null(steps);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        gp_risk_by *by = GP_NEW(job, gp_risk_by, interventions);
        uint32_t count = 0;
        bool is_sure = test_random(&random, 4) == 0;
        assert_non_null(by);
        for (uint32_t k = 0; k < interventions; k++) {
            if ((i + k) % (interventions + 1) >= LEVERS || k % 7 == 3) continue;
            float share = (float)test_random(&random, 1001) / 1000.0f;
            float rank = (float)test_random(&random, 1001) / 1000.0f - 0.1f;
            by[count++] = (gp_risk_by){k, share, rank, share * 0.7f, share * rank};
        }
        gp_day start = schedule->dates[i].latest_start;
        steps[i] = (gp_risk_step){.activity = i,
                                  .is_sure = is_sure,
                                  .criticality = 1 - i / (double)network->activity_count,
                                  .mean_days = 90,
                                  .sd_days = is_sure ? 0 : 20,
                                  .by = by,
                                  .by_count = count,
                                  .identify_by = {start, start - 30, start - 60}};
    }
    out->steps_of = steps;
    out->steps = network->activity_count;
    out->sure_steps = network->activity_count / 4;
}

static void make_effects(gp_job *job, const gp_portfolio *portfolio, gp_risk_answer *out)
{
    gp_risk_effect *effects = GP_NEW(job, gp_risk_effect, portfolio->risk_count);
    assert_non_null(effects);
    for (uint32_t i = 0; i < portfolio->risk_count; i++) {
        gp_risk_delay *delays = GP_NEW(job, gp_risk_delay, portfolio->intervention_count);
        uint32_t count = 0;
        bool is_mitigable = portfolio->risks[i].mitigated_probability >= 0;
        assert_non_null(delays);
        for (uint32_t k = 0; k < portfolio->intervention_count; k++) {
            double days = (double)((i * 13 + k * 7) % 40) * 1.5;
            if ((i + k) % 3 == 2) continue;
            double left = i % 3 ? days / 4 : 0; /* some are gone when they are mitigated */
            delays[count++] = (gp_risk_delay){k, days, is_mitigable ? left : -1};
        }
        effects[i] = (gp_risk_effect){i, DRAWS / (2 + i), delays, count};
    }
    out->effects = effects;
    out->effect_count = portfolio->risk_count;
}

static void add_risks(gp_job *job, gp_portfolio *portfolio)
{
    static const char *const names[RISKS] = {
        "Nobody <& nothing> to be had: a rather long name for a risk", "vendor late", "strike", "",
        "a-name-without-any-place-in-which-it-might-be-broken-in-two"};
    gp_risk *risks = GP_NEW(job, gp_risk, RISKS);
    assert_non_null(risks);
    for (uint32_t i = 0; i < RISKS; i++)
        risks[i] = (gp_risk){.id = "a-risk",
                             .name = names[i],
                             .probability = 0.3,
                             .mitigated_probability = i % 2 ? -1 : 0.1,
                             .mitigation_cost = -1};
    portfolio->risks = risks;
    portfolio->risk_count = RISKS;
}

/* All with a date, which is the usual; and the first three. */
static void make_together(gp_job *job, gp_risk_answer *out)
{
    gp_risk_together *sets = GP_NEW(job, gp_risk_together, 2);
    uint32_t *asked = GP_NEW(job, uint32_t, out->live_count), count = 0;
    assert_non_null(sets);
    assert_non_null(asked);
    for (uint32_t i = 0; i < out->live_count; i++)
        if (out->lives[i].needed_by != GP_NO_DAY) asked[count++] = out->lives[i].intervention;
    sets[0] = (gp_risk_together){{asked, count}, 0.04, 0.002};
    sets[1] = (gp_risk_together){{asked, count < 3 ? count : 3}, 0.18, 0.004};
    out->together = sets;
    out->together_count = 2;
}

void make_risk(gp_job *job, const gp_schedule *schedule, test_risk *out)
{
    *out = (test_risk){.portfolio = *schedule->network->portfolio,
                       .network = *schedule->network,
                       .schedule = *schedule,
                       .answer = {.draws = DRAWS, .seed = 1}};
    if (out->portfolio.risk_count == 0) add_risks(job, &out->portfolio);
    out->network.portfolio = &out->portfolio;
    out->schedule.network = &out->network;
    uint32_t count = out->portfolio.intervention_count;
    gp_risk_live *lives = GP_NEW(job, gp_risk_live, count);
    assert_non_null(lives);
    for (uint32_t i = 0; i < count; i++) make_live(job, &out->schedule, i, &lives[i]);
    out->answer.lives = lives;
    out->answer.live_count = count;
    make_steps(job, &out->schedule, &out->answer);
    make_effects(job, &out->portfolio, &out->answer);
    make_together(job, &out->answer);
}
