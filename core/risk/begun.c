/* SPDX-License-Identifier: MIT
 * Work that has begun, without word of how far it is. That it is not over by the status date is
 * known, so it takes one of the durations that last until then: the distribution, given that. */
#include "core/risk/model.h"

static bool lasts(const gp_model *model, gp_day start, gp_duration duration)
{
    return gp_add_duration(model->tables.calendar, start, duration) >= model->zero;
}

/* The first value of a table that lasts until the status date; its count where none does. */
static uint32_t first_lasting(const gp_model *model, gp_day start, uint8_t unit,
                              const gp_chances *chances)
{
    uint32_t low = 0, high = chances->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        gp_duration value = {.days = gp_value_of(chances, middle), .unit = unit};
        if (lasts(model, start, value))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

gp_status gp_cut_begun(gp_job *job, const gp_model *model, uint32_t activity)
{
    const gp_step_model *step = &model->steps[activity];
    gp_day start = model->schedule->dates[activity].earliest_start;
    uint32_t most = UINT32_MAX, cut_from = 0; /* words of the values that are over */
    gp_variable *cut = NULL;
    if (start >= model->zero || model->schedule->network->activities[activity].progress)
        return GP_OK;
    for (uint32_t i = step->work_first; i < step->work_first + step->work_count; i++) {
        const gp_work *work = &model->works[i];
        if (work->variable == GP_NONE) {
            if (lasts(model, start, work->duration)) return GP_OK; /* this one explains it */
            continue;
        }
        gp_variable *variable = &model->variables[work->variable];
        uint32_t from = first_lasting(model, start, work->duration.unit, &variable->chances);
        if (from == 0) return GP_OK;
        if (from == variable->chances.count || variable->chances.limits[from - 1] >= most) continue;
        most = variable->chances.limits[from - 1];
        cut_from = from;
        cut = variable;
    }
    return cut ? gp_cut_chances(job, &cut->chances, cut_from, &cut->chances) : GP_OK;
}
