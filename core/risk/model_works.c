/* SPDX-License-Identifier: MIT
 * What varies: the durations of each step, as tables of days. The points of an estimate become days
 * where the plan has the step begin; what is left of begun work is counted from the status date. */
#include "core/network.h"
#include "core/pass.h"
#include "core/risk/model.h"

/* A duration of a step, and which of its own it is. */
typedef struct estimate_of {
    const gp_estimate *estimate;
    uint32_t number; /* 0: lead_time or duration, else 1 + gp_aspect */
} estimate_of;

typedef struct works {
    gp_job *job;
    gp_model *model;
    gp_step_model *steps;
    gp_work *works;
    gp_variable *variables;
    uint32_t work_count;
    gp_estimate *durations; /* by intervention: its duration, as an estimate */
} works;

static uint32_t list_lead(const gp_lead *lead, estimate_of out[GP_ASPECT_COUNT])
{
    uint32_t count = 0;
    for (uint32_t i = 0; lead->aspects && i < GP_ASPECT_COUNT; i++)
        if (lead->aspects[i].likely.unit != GP_DURATION_NONE)
            out[count++] = (estimate_of){&lead->aspects[i], 1 + i};
    if (count == 0 && lead->lead_time.likely.unit != GP_DURATION_NONE)
        out[count++] = (estimate_of){&lead->lead_time, 0};
    return count;
}

/* As core/network.c takes them. */
static uint32_t list_estimates(const works *w, const gp_activity *a,
                               estimate_of out[GP_ASPECT_COUNT])
{
    const gp_portfolio *portfolio = w->model->schedule->network->portfolio;
    if (a->is_unknown || a->actual == GP_ACTUAL_READY || a->kind == GP_KIND_MISSING) return 0;
    if (a->kind == GP_KIND_INTERVENTION) {
        out[0] = (estimate_of){&w->durations[a->item], 0};
        return 1;
    }
    const gp_capability *capability = &portfolio->capabilities[a->item];
    const gp_level *entry = gp_level_entry(capability, a->level);
    uint32_t count = entry ? list_lead(&entry->lead, out) : 0;
    return count ? count : list_lead(&capability->lead, out);
}

/* What is left of so many days: the least number that is at least that share. */
static int32_t left_of(int32_t days, uint8_t progress)
{
    return (int32_t)(((int64_t)days * (100 - progress) + 99) / 100);
}

/* What is left of each value of a table: a table of its own, whose words stay. */
static gp_status keep_left(works *w, uint8_t progress, gp_chances *chances)
{
    int32_t *left = GP_NEW(w->job, int32_t, chances->count);
    if (!left) return gp_no_memory(w->job);
    for (uint32_t i = 0; i < chances->count; i++)
        left[i] = left_of(gp_value_of(chances, i), progress);
    chances->values = left;
    return GP_OK;
}

static gp_status add_work(works *w, uint32_t activity, estimate_of of)
{
    const gp_network *network = w->model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    gp_step_model *step = &w->steps[activity];
    gp_work *work = &w->works[w->work_count++];
    gp_variable *variable = &w->variables[w->model->variable_count];
    gp_day from = a->progress ? network->portfolio->status_date
                              : w->model->schedule->dates[activity].earliest_start;
    bool is_drawn;
    if (!a->progress && gp_is_past(w->model->schedule, activity)) {
        *work = (gp_work){of.estimate->likely, GP_NONE};
        step->work_count++;
        return GP_OK;
    }
    GP_TRY(gp_make_work(w->job, w->model, of.estimate, from, work, &variable->chances, &is_drawn));
    step->work_count++;
    if (is_drawn) {
        work->variable = w->model->variable_count++;
        variable->stream =
            (gp_stream){gp_record_key(gp_activity_id(network, activity)),
                        GP_STREAM_WORK + a->level * (GP_ASPECT_COUNT + 1u) + of.number};
        variable->own = 1;
        step->has_spread = true;
        return a->progress ? keep_left(w, a->progress, &variable->chances) : GP_OK;
    }
    if (!a->progress) return GP_OK;
    gp_duration whole = work->duration;
    int32_t days = whole.unit == GP_DURATION_WORKDAYS
                       ? whole.days
                       : gp_add_duration(&network->portfolio->calendar, from, whole) - from;
    work->duration = (gp_duration){.days = left_of(days, a->progress), .unit = whole.unit};
    return GP_OK;
}

static gp_status make_durations(works *w)
{
    const gp_portfolio *portfolio = w->model->schedule->network->portfolio;
    w->durations = GP_NEW(w->job, gp_estimate, portfolio->intervention_count);
    if (!w->durations) return gp_no_memory(w->job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        w->durations[i].likely = portfolio->interventions[i].duration;
    return GP_OK;
}

gp_status gp_model_works(gp_job *job, gp_model *model)
{
    const gp_network *network = model->schedule->network;
    uint32_t durations = 0;
    for (uint32_t i = 0; i < network->activity_count; i++)
        durations += network->activities[i].duration_count;
    works w = {.job = job,
               .model = model,
               .steps = GP_NEW(job, gp_step_model, network->activity_count),
               .works = GP_NEW(job, gp_work, durations),
               .variables =
                   GP_NEW(job, gp_variable, durations + 2u * network->portfolio->risk_count)};
    if (!w.steps || !w.works || !w.variables) return gp_no_memory(job);
    GP_TRY(gp_new_shapes(job, durations + 2u * network->portfolio->risk_count, &model->shapes));
    model->steps = w.steps;
    model->works = w.works;
    model->variables = w.variables;
    GP_TRY(make_durations(&w));
    for (uint32_t i = 0; i < network->activity_count; i++) {
        estimate_of estimates[GP_ASPECT_COUNT];
        uint32_t count = list_estimates(&w, &network->activities[i], estimates);
        w.steps[i].work_first = w.work_count;
        for (uint32_t k = 0; k < count; k++) GP_TRY(add_work(&w, i, estimates[k]));
        GP_TRY(gp_cut_begun(job, model, i));
    }
    return GP_OK;
}
