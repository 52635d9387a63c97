/* SPDX-License-Identifier: MIT
 * One estimate: does it vary, and if so between which days? */
#include "core/risk/model.h"

static bool is_same(gp_duration a, gp_duration b)
{
    return a.unit == b.unit && a.days == b.days && a.months == b.months;
}

static bool is_given(gp_duration duration)
{
    return duration.unit != GP_DURATION_NONE;
}

/* Days, or working days, of a duration that begins on `from`. */
static int32_t days_of(const gp_model *model, gp_day from, gp_duration duration, bool in_workdays)
{
    if (in_workdays) return duration.days;
    return gp_add_duration(model->tables.calendar, from, duration) - from;
}

static gp_status draw_discrete(gp_job *job, const gp_model *model, const gp_spread *spread,
                               gp_day from, gp_work *work, gp_chances *chances)
{
    int32_t *values = GP_NEW(job, int32_t, spread->chance_count);
    double *weights = GP_NEW(job, double, spread->chance_count);
    if (!values || !weights) return gp_no_memory(job);
    bool in_workdays = true;
    for (uint32_t i = 0; i < spread->chance_count; i++)
        in_workdays &= spread->chances[i].duration.unit == GP_DURATION_WORKDAYS;
    for (uint32_t i = 0; i < spread->chance_count; i++) {
        values[i] = days_of(model, from, spread->chances[i].duration, in_workdays);
        weights[i] = spread->chances[i].weight;
    }
    work->duration.unit = in_workdays ? GP_DURATION_WORKDAYS : GP_DURATION_CALENDAR;
    gp_shape shape = {.distribution = GP_DISCRETE,
                      .values = values,
                      .weights = weights,
                      .value_count = spread->chance_count};
    return gp_share_chances(job, model->shapes, &shape, chances);
}

/* A single duration, to which --spread gives its doubt. */
static bool add_doubt(const gp_model *model, gp_day from, gp_work *work, gp_shape *shape)
{
    const gp_risk_options *options = &model->options;
    bool in_workdays = work->duration.unit == GP_DURATION_WORKDAYS;
    int32_t likely = days_of(model, from, work->duration, in_workdays);
    if ((!options->spread_less && !options->spread_more) || likely == 0) return false;
    *shape = (gp_shape){.distribution = GP_PERT,
                        .least = likely * (100.0 - options->spread_less) / 100,
                        .likely = likely,
                        .most = likely * (100.0 + options->spread_more) / 100};
    work->duration.unit = in_workdays ? GP_DURATION_WORKDAYS : GP_DURATION_CALENDAR;
    return true;
}

static bool find_shape(const gp_model *model, const gp_estimate *estimate, gp_day from,
                       gp_work *work, gp_shape *shape)
{
    gp_duration min = is_given(estimate->min) ? estimate->min : estimate->likely;
    gp_duration max = is_given(estimate->max) ? estimate->max : estimate->likely;
    if (is_same(min, max)) return add_doubt(model, from, work, shape);
    bool in_workdays = min.unit == GP_DURATION_WORKDAYS && max.unit == GP_DURATION_WORKDAYS &&
                       estimate->likely.unit == GP_DURATION_WORKDAYS;
    *shape = (gp_shape){.distribution = estimate->spread ? estimate->spread->distribution : GP_PERT,
                        .least = days_of(model, from, min, in_workdays),
                        .likely = days_of(model, from, estimate->likely, in_workdays),
                        .most = days_of(model, from, max, in_workdays)};
    /* of unequal units a point may lie a day past the next one */
    if (shape->least > shape->likely) shape->least = shape->likely;
    if (shape->most < shape->likely) shape->most = shape->likely;
    work->duration.unit = in_workdays ? GP_DURATION_WORKDAYS : GP_DURATION_CALENDAR;
    return true;
}

gp_status gp_make_work(gp_job *job, const gp_model *model, const gp_estimate *estimate, gp_day from,
                       gp_work *work, gp_chances *chances, bool *is_drawn)
{
    gp_shape shape;
    *work = (gp_work){estimate->likely, GP_NONE};
    *is_drawn = true;
    if (estimate->spread && estimate->spread->distribution == GP_DISCRETE &&
        estimate->spread->chance_count > 1)
        return draw_discrete(job, model, estimate->spread, from, work, chances);
    *is_drawn = find_shape(model, estimate, from, work, &shape);
    return *is_drawn ? gp_share_chances(job, model->shapes, &shape, chances) : GP_OK;
}
