/* SPDX-License-Identifier: MIT
 * The model as a whole, and its identity: a number that is another one where anything that the sums
 * rest on is. */
#include "core/activity.h"
#include "core/risk/model.h"

#define YEARS_AROUND 10

/* The days that draws are likely to meet: as long again as the plan takes, and ten years. */
static gp_status make_tables(gp_job *job, gp_model *model)
{
    const gp_network *network = model->schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    gp_day first = portfolio->status_date, last = model->schedule->end;
    bool has_workdays = false;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        for (uint32_t k = 0; k < a->duration_count; k++)
            has_workdays |= network->durations[a->duration_first + k].unit == GP_DURATION_WORKDAYS;
    }
    for (uint32_t i = 0; i < portfolio->requirement_count && !has_workdays; i++)
        has_workdays = portfolio->requirements[i].lag.unit == GP_DURATION_WORKDAYS;
    for (uint32_t i = 0; i < portfolio->risk_count; i++)
        has_workdays |= portfolio->risks[i].delay.likely.unit == GP_DURATION_WORKDAYS;
    int32_t around = last - first + YEARS_AROUND * 366;
    int32_t before = first - around < GP_DAY_FIRST ? GP_DAY_FIRST : first - around;
    return gp_make_day_tables(job, &portfolio->calendar, before, last + around, has_workdays,
                              &model->tables);
}

/* ---- identity: FNV-1a (Fowler, Noll, Vo 1991) over what matters ---- */

static void mix(uint64_t *hash, uint64_t value)
{
    for (int i = 0; i < 8; i++) {
        *hash ^= value >> (8 * i) & 255;
        *hash *= 1099511628211u;
    }
}

static void mix_days(uint64_t *hash, gp_day day)
{
    mix(hash, (uint64_t)(int64_t)day);
}

static void mix_duration(uint64_t *hash, gp_duration duration)
{
    mix(hash, (uint64_t)duration.days << 32 | (uint64_t)duration.months << 8 | duration.unit);
    mix(hash, duration.is_lead);
}

static void mix_work(uint64_t *hash, const gp_model *model, const gp_work *work)
{
    mix_duration(hash, work->duration);
    if (work->variable == GP_NONE) return;
    const gp_variable *variable = &model->variables[work->variable];
    mix(hash, variable->stream.record);
    mix(hash, variable->stream.variable);
    for (uint32_t i = 0; i < variable->chances.count; i++)
        mix(hash, (uint64_t)(uint32_t)gp_value_of(&variable->chances, i) << 32 |
                      variable->chances.limits[i]);
    for (uint32_t i = 0; i < variable->factor_count; i++) {
        const gp_factor_use *use = &model->factor_uses[variable->factor_first + i];
        uint64_t bits;
        memcpy(&bits, &use->weight, sizeof bits);
        mix(hash, bits);
        mix(hash, model->factors[use->correlation].record);
    }
}

static void mix_planning(uint64_t *hash, const gp_planning *planning)
{
    mix_duration(hash, planning->round);
    mix_duration(hash, planning->prepare);
    mix_days(hash, planning->from);
    for (uint32_t i = 0; i < planning->date_count; i++) mix_days(hash, planning->dates[i]);
}

static void mix_activity(uint64_t *hash, const gp_model *model, uint32_t activity)
{
    const gp_network *network = model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    const gp_step_model *step = &model->steps[activity];
    mix(hash, gp_record_key(gp_activity_id(network, activity)));
    mix(hash, (uint64_t)a->kind << 40 | (uint64_t)a->level << 32 | (uint64_t)a->actual << 24 |
                  (uint64_t)a->progress << 16 | (uint64_t)a->kept << 8 | a->is_unknown);
    mix_days(hash, a->release);
    mix_days(hash, a->fixed_ready);
    if (a->is_rounded) mix_planning(hash, a->planning);
    if (a->kept) {
        const gp_window *window = gp_window_of(network, a);
        mix_days(hash, window->not_ready_before);
        mix_days(hash, window->start_by);
        mix_days(hash, window->needed_by);
    }
    if (a->kind == GP_KIND_INTERVENTION) {
        mix_duration(hash, network->portfolio->interventions[a->item].cycle);
        mix_days(hash, network->portfolio->interventions[a->item].needed_by);
    }
    for (uint32_t i = 0; i < step->work_count; i++)
        mix_work(hash, model, &model->works[step->work_first + i]);
    for (uint32_t i = 0; i < step->hit_count; i++) mix(hash, model->hits[step->hit_first + i]);
}

static void mix_arc(uint64_t *hash, const gp_portfolio *portfolio, const gp_arc *arc)
{
    mix(hash, (uint64_t)arc->from << 32 | arc->to);
    mix(hash, (uint64_t)arc->group << 16 | (uint64_t)arc->by << 8 |
                  (uint64_t)(arc->is_from_start ? 1 : 0));
    if (arc->has_lag) mix_duration(hash, portfolio->requirements[arc->requirement].lag);
}

static uint64_t identify(const gp_model *model)
{
    const gp_network *network = model->schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    uint64_t hash = gp_record_key(GP_VERSION);
    mix_days(&hash, portfolio->status_date);
    mix(&hash, portfolio->calendar.days_off);
    for (uint32_t i = 0; i < portfolio->calendar.holiday_count; i++)
        mix_days(&hash, portfolio->calendar.holidays[i]);
    for (uint32_t i = 0; i < network->activity_count; i++) mix_activity(&hash, model, i);
    for (uint32_t i = 0; i < network->arc_count; i++) mix_arc(&hash, portfolio, &network->arcs[i]);
    for (uint32_t i = 0; i < portfolio->risk_count; i++) {
        const gp_risk_case *cases[2] = {&model->risks[i].plain, &model->risks[i].mitigated};
        mix(&hash, model->risks[i].happening.record);
        for (int k = 0; k < 2; k++) {
            mix(&hash, cases[k]->below);
            mix_work(&hash, model, &cases[k]->delay);
        }
    }
    for (uint32_t i = 0; i < model->together_count; i++)
        for (uint32_t k = 0; k < model->together[i].count; k++)
            mix(&hash, (uint64_t)i << 32 | model->together[i].interventions[k]);
    mix(&hash, model->options.is_mitigated);
    return hash;
}

gp_status gp_make_model(gp_job *job, const gp_schedule *schedule, const gp_risk_options *options,
                        const gp_model **out)
{
    gp_model *model = GP_NEW(job, gp_model, 1);
    if (!model) return gp_no_memory(job);
    model->schedule = schedule;
    if (options) model->options = *options;
    if (model->options.draws == 0) model->options.draws = GP_RISK_DRAWS;
    if (model->options.pairs_max == 0) model->options.pairs_max = GP_RISK_PAIRS_MAX;
    model->zero = schedule->network->portfolio->status_date;
    GP_TRY(make_tables(job, model));
    GP_TRY(gp_model_works(job, model));
    GP_TRY(gp_model_risks(job, model));
    GP_TRY(gp_model_arcs(job, model));
    GP_TRY(gp_model_lives(job, model));
    model->identity = identify(model);
    *out = model;
    return GP_OK;
}
