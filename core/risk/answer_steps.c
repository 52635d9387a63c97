/* SPDX-License-Identifier: MIT
 * What each step has to do with the live dates, and when to decide on it: criticality index (Van
 * Slyke 1963), rank correlation (Spearman 1904), cruciality (Williams 1992) and the schedule
 * sensitivity index (PMI 2004). */
#include "core/pass.h"
#include "core/risk/answer.h"

#include <stdlib.h>

const uint8_t gp_risk_sures[GP_RISK_SURES] = {50, 80, 95};

typedef struct steps {
    const gp_model *model;
    const gp_risk_sums *sums;
    gp_risk_step *all; /* by activity */
    gp_risk_by *by;    /* of all */
    double *deviation; /* of live dates, by intervention */
} steps;

static void measure_duration(const steps *s, uint32_t activity, gp_risk_step *out)
{
    const gp_model *model = s->model;
    const gp_schedule *schedule = model->schedule;
    uint32_t variation = model->steps[activity].variation;
    if (variation == GP_NONE) {
        const gp_activity *a = &schedule->network->activities[activity];
        gp_day start = schedule->dates[activity].earliest_start;
        gp_day from = a->progress ? schedule->network->portfolio->status_date : start;
        out->mean_days = gp_work_end(schedule->network, activity, start) - from;
        return;
    }
    const int64_t *own = &s->sums->sums[model->layout.variations + variation * GP_VARIATION_SUMS];
    double draws = s->sums->draws, mean = (double)own[0] / draws;
    double variance = (double)own[1] / draws - mean * mean;
    out->mean_days = mean;
    out->sd_days = variance > 0 ? __builtin_sqrt(variance) : 0;
}

/* Pearson's coefficient of ranks, from their sums. */
static double correlate(const steps *s, const int64_t *step, const int64_t *live, int64_t products)
{
    double draws = s->sums->draws;
    double together = draws * (double)products - (double)step[2] * (double)live[0];
    double own = draws * (double)step[3] - (double)step[2] * (double)step[2];
    double other = draws * (double)live[1] - (double)live[0] * (double)live[0];
    if (own <= 0 || other <= 0) return 0;
    double rho = together / (__builtin_sqrt(own) * __builtin_sqrt(other));
    return rho > 1 ? 1 : rho < -1 ? -1 : rho;
}

static gp_risk_by relate(const steps *s, uint32_t intervention, uint32_t place,
                         const gp_risk_step *step)
{
    const gp_layout *layout = &s->model->layout;
    const int64_t *sums = s->sums->sums;
    uint32_t pair = s->model->lives[intervention].pair_first + place;
    uint32_t variation = s->model->steps[step->activity].variation;
    double criticality = (double)s->sums->criticals[pair] / s->sums->draws;
    double spearman = 0, ssi = 0;
    if (variation != GP_NONE)
        spearman = correlate(s, &sums[layout->variations + variation * GP_VARIATION_SUMS],
                             &sums[layout->live_sums + intervention * GP_LIVE_SUMS],
                             sums[layout->pair_ranks + pair]);
    if (s->deviation[intervention] > 0)
        ssi = criticality * step->sd_days / s->deviation[intervention];
    double cruciality = criticality * (spearman < 0 ? -spearman : spearman);
    return (gp_risk_by){intervention, (float)criticality, (float)spearman, (float)ssi,
                        (float)cruciality};
}

static gp_status relate_all(gp_job *job, steps *s)
{
    const gp_model *model = s->model;
    const gp_network *network = model->schedule->network;
    uint32_t count = network->portfolio->intervention_count, total = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < model->lives[i].rests_on_count; k++)
            s->all[model->lives[i].rests_on[k]].by_count++;
    for (uint32_t i = 0; i < network->activity_count; i++) total += s->all[i].by_count;
    gp_risk_by *by = GP_NEW(job, gp_risk_by, total);
    uint32_t *filled = GP_NEW(job, uint32_t, network->activity_count);
    if (!by || !filled) return gp_no_memory(job);
    for (uint32_t i = 0, at = 0; i < network->activity_count; i++) {
        filled[i] = at;
        s->all[i].by = by + at;
        at += s->all[i].by_count;
    }
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < model->lives[i].rests_on_count; k++) {
            uint32_t activity = model->lives[i].rests_on[k];
            by[filled[activity]++] = relate(s, i, k, &s->all[activity]);
        }
    return GP_OK;
}

static void find_latest(const steps *s, uint32_t activity, gp_risk_step *out)
{
    const gp_network *network = s->model->schedule->network;
    const gp_step_model *step = &s->model->steps[activity];
    for (int i = 0; i < GP_RISK_SURES; i++) {
        out->identify_by[i] = GP_NO_DAY;
        if (!step->has_latest) continue;
        gp_day start = gp_last_day_of(&s->sums->histograms[step->latest_histogram],
                                      gp_draws_for(s->sums->draws, gp_risk_sures[i]));
        if (start != GP_NO_DAY)
            out->identify_by[i] =
                gp_subtract_duration(&network->portfolio->calendar, start,
                                     network->activities[activity].planning->prepare);
    }
}

static void measure_step(const steps *s, uint32_t activity)
{
    gp_risk_step *out = &s->all[activity];
    const gp_step_model *step = &s->model->steps[activity];
    out->activity = activity;
    out->is_sure =
        !step->has_spread && !s->model->schedule->network->activities[activity].is_unknown;
    out->criticality = (double)s->sums->sums[s->model->layout.critical + activity] / s->sums->draws;
    measure_duration(s, activity, out);
    find_latest(s, activity, out);
}

/* ---- order ---- */

typedef struct sortable {
    gp_risk_step step;
    uint32_t rank;
} sortable;

static int by_criticality(const void *left, const void *right)
{
    const sortable *a = left, *b = right;
    if (a->step.criticality != b->step.criticality)
        return a->step.criticality > b->step.criticality ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static gp_status sort_steps(gp_job *job, const steps *s, const gp_risk_step **out)
{
    const gp_model *model = s->model;
    sortable *sorted = GP_NEW(job, sortable, model->steps_reported);
    gp_risk_step *steps_of = GP_NEW(job, gp_risk_step, model->steps_reported);
    if (!sorted || !steps_of) return gp_no_memory(job);
    uint32_t at = 0;
    for (uint32_t i = 0; i < model->schedule->network->activity_count; i++)
        if (model->steps[i].is_reported) sorted[at++] = (sortable){s->all[i], model->rank[i]};
    qsort(sorted, at, sizeof *sorted, by_criticality);
    for (uint32_t i = 0; i < at; i++) steps_of[i] = sorted[i].step;
    *out = steps_of;
    return GP_OK;
}

gp_status gp_answer_steps(gp_job *job, const gp_model *model, const gp_risk_sums *sums,
                          const gp_risk_step **out)
{
    const gp_network *network = model->schedule->network;
    uint32_t count = network->portfolio->intervention_count;
    steps s = {model, sums, GP_NEW(job, gp_risk_step, network->activity_count), NULL,
               GP_NEW(job, double, count)};
    if (!s.all || !s.deviation) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        s.deviation[i] = gp_measure_histogram(&sums->histograms[i], sums->draws).deviation;
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (model->steps[i].is_reported) measure_step(&s, i);
    GP_TRY(relate_all(job, &s));
    return sort_steps(job, &s, out);
}
