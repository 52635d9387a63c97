/* SPDX-License-Identifier: MIT
 * How sure each live date is. */
#include "core/risk/answer.h"

#include <stdlib.h>

const uint8_t gp_risk_quantiles[GP_RISK_QUANTILES] = {10, 50, 80, 90, 95};

#define MERGE_MIN 0.05 /* days: less is not worth a line */

/* The day of place i; draws without a day count as the last one. */
static gp_day day_at(const gp_histogram *histogram, uint32_t i)
{
    return i < histogram->count ? histogram->first + (gp_day)i : GP_DAY_LAST;
}

static uint32_t draws_at(const gp_histogram *histogram, uint32_t i)
{
    return i < histogram->count ? histogram->draws[i] : histogram->never;
}

gp_moments_of gp_measure_histogram(const gp_histogram *histogram, uint32_t draws)
{
    int64_t sum = 0;
    double squares = 0;
    for (uint32_t i = 0; i <= histogram->count; i++)
        sum += (int64_t)day_at(histogram, i) * draws_at(histogram, i);
    double mean = (double)sum / draws;
    for (uint32_t i = 0; i <= histogram->count; i++) {
        double off = day_at(histogram, i) - mean;
        squares += off * off * draws_at(histogram, i);
    }
    return (gp_moments_of){mean, __builtin_sqrt(squares / draws)};
}

static double share_by(const gp_histogram *histogram, gp_day day, uint32_t draws)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i <= histogram->count; i++)
        if (day_at(histogram, i) <= day) count += draws_at(histogram, i);
    return (double)count / draws;
}

static void measure_lateness(const gp_portfolio *portfolio, const gp_histogram *histogram,
                             uint32_t draws, gp_risk_live *out)
{
    int64_t days = 0, cycles = 0;
    const gp_intervention *own = &portfolio->interventions[out->intervention];
    for (uint32_t i = 0; i <= histogram->count; i++) {
        gp_day day = day_at(histogram, i);
        if (day <= out->needed_by || !draws_at(histogram, i)) continue;
        days += (int64_t)(day - out->needed_by) * draws_at(histogram, i);
        cycles += (int64_t)gp_count_steps(&portfolio->calendar, out->needed_by, own->cycle, day) *
                  draws_at(histogram, i);
    }
    out->expected_late_days = (double)days / draws;
    out->expected_late_cycles = (double)cycles / draws;
}

static void measure(const gp_model *model, const gp_risk_sums *sums, uint32_t i, gp_risk_live *out)
{
    const gp_portfolio *portfolio = model->schedule->network->portfolio;
    const gp_histogram *histogram = &sums->histograms[i];
    const int64_t *own = &sums->sums[model->layout.live_sums + i * GP_LIVE_SUMS];
    *out = (gp_risk_live){.intervention = i,
                          .needed_by = model->lives[i].needed_by,
                          .plan = model->schedule->dates[model->lives[i].activity].earliest_ready,
                          .probability = -1,
                          .standard_error = -1,
                          .expected_late_days = -1,
                          .expected_late_cycles = -1,
                          .not_before = (uint32_t)own[2]};
    out->is_detailed = model->lives[i].rests_on != NULL;
    out->plan_probability = share_by(histogram, out->plan, sums->draws);
    out->mean_days_after_plan = gp_measure_histogram(histogram, sums->draws).mean - out->plan;
    out->merge_bias_days = out->mean_days_after_plan;
    for (int q = 0; q < GP_RISK_QUANTILES; q++)
        out->quantiles[q] =
            gp_first_day_of(histogram, gp_draws_for(sums->draws, gp_risk_quantiles[q]));
    if (out->needed_by == GP_NO_DAY) return;
    out->probability = (double)own[3] / sums->draws;
    out->standard_error = __builtin_sqrt(out->probability * (1 - out->probability) / sums->draws);
    measure_lateness(portfolio, histogram, sums->draws, out);
}

static gp_status list_bars(gp_job *job, const gp_histogram *histogram, gp_risk_live *out)
{
    for (uint32_t i = 0; i <= histogram->count; i++) out->bar_count += draws_at(histogram, i) > 0;
    gp_risk_bar *bars = GP_NEW(job, gp_risk_bar, out->bar_count);
    if (!bars) return gp_no_memory(job);
    for (uint32_t i = 0, at = 0; i <= histogram->count; i++)
        if (draws_at(histogram, i))
            bars[at++] = (gp_risk_bar){day_at(histogram, i), draws_at(histogram, i)};
    out->bars = bars;
    return GP_OK;
}

static int by_days(const void *left, const void *right)
{
    const gp_risk_merge *a = left, *b = right;
    if (a->days != b->days) return a->days > b->days ? -1 : 1;
    return a->activity < b->activity ? -1 : a->activity > b->activity;
}

static gp_status list_merges(gp_job *job, const gp_model *model, const double *days,
                             gp_risk_live *out)
{
    const gp_live_model *live = &model->lives[out->intervention];
    for (uint32_t i = 0; i < live->rests_on_count; i++)
        out->merge_count += days[live->rests_on[i]] >= MERGE_MIN;
    gp_risk_merge *merges = GP_NEW(job, gp_risk_merge, out->merge_count);
    if (!merges) return gp_no_memory(job);
    for (uint32_t i = 0, at = 0; i < live->rests_on_count; i++)
        if (days[live->rests_on[i]] >= MERGE_MIN)
            merges[at++] = (gp_risk_merge){live->rests_on[i], (float)days[live->rests_on[i]]};
    qsort(merges, out->merge_count, sizeof *merges, by_days);
    out->merges = merges;
    return GP_OK;
}

static void count_steps(const gp_model *model, gp_risk_live *out)
{
    const gp_live_model *live = &model->lives[out->intervention];
    const gp_network *network = model->schedule->network;
    for (uint32_t i = 0; i < live->rests_on_count; i++) {
        const gp_step_model *step = &model->steps[live->rests_on[i]];
        if (!step->is_reported) continue;
        out->steps++;
        out->sure_steps += !step->has_spread && !network->activities[live->rests_on[i]].is_unknown;
    }
}

static bool varies_by(const gp_risk_case *risk)
{
    return risk->below && (risk->below >> 32 == 0 || risk->delay.variable != GP_NONE);
}

/* Is its work drawn, or delayed by what may happen? */
static bool has_work_that_varies(const gp_model *model, const gp_step_model *step,
                                 bool is_mitigated)
{
    for (uint32_t i = 0; i < step->hit_count; i++) {
        const gp_risk_model *risk = &model->risks[model->hits[step->hit_first + i]];
        if (varies_by(is_mitigated ? &risk->mitigated : &risk->plain)) return true;
    }
    return step->has_spread;
}

/* By activity: does it vary, or something that it waits for? What has begun waits for no start. */
static gp_status find_varying(gp_job *job, const gp_model *model, bool is_mitigated, bool **out)
{
    const gp_network *network = model->schedule->network;
    bool *varies = *out = GP_NEW(job, bool, network->activity_count);
    if (!varies) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        const gp_step_model *step = &model->steps[activity];
        bool has_begun = network->activities[activity].actual != GP_ACTUAL_NONE;
        if (!step->is_reported) continue;
        varies[activity] = has_work_that_varies(model, step, is_mitigated);
        for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++)
            if (!has_begun || network->arcs[a].by != GP_BY_START)
                varies[activity] |= varies[network->arcs[a].from];
    }
    return GP_OK;
}

gp_status gp_answer_lives(gp_job *job, const gp_model *model, const gp_risk_sums *sums,
                          bool details, gp_risk_live **out)
{
    uint32_t count = model->schedule->network->portfolio->intervention_count;
    gp_risk_live *lives = GP_NEW(job, gp_risk_live, count);
    double *merges = NULL;
    bool *varies;
    if (!lives) return gp_no_memory(job);
    GP_TRY(find_varying(job, model, details && model->options.is_mitigated, &varies));
    if (details) GP_TRY(gp_find_merges(job, model, sums, &merges));
    for (uint32_t i = 0; i < count; i++) {
        measure(model, sums, i, &lives[i]);
        lives[i].varies = varies[model->lives[i].activity];
        if (!details) continue;
        GP_TRY(list_bars(job, &sums->histograms[i], &lives[i]));
        GP_TRY(list_merges(job, model, merges, &lives[i]));
        count_steps(model, &lives[i]);
    }
    *out = lives;
    return GP_OK;
}
