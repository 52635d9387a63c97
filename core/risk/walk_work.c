/* SPDX-License-Identifier: MIT
 * The work of a step in each draw: the longest of its durations, then the delays of the risks that
 * happen. As gp_work_end and gp_work_start of core/pass.c. */
#include "core/risk/lanes.h"
#include "core/risk/walk.h"

static const int32_t *drawn_of(const gp_walk *walk, const gp_work *work)
{
    return work->variable == GP_NONE ? NULL : gp_values_of(walk, work->variable);
}

GP_VECTORS void gp_keep_later(gp_day *restrict to, const gp_day *restrict other)
{
    for (int lane = 0; lane < GP_LANES; lane++)
        to[lane] = to[lane] < other[lane] ? other[lane] : to[lane];
}

GP_VECTORS void gp_keep_sooner(gp_day *restrict to, const gp_day *restrict other)
{
    for (int lane = 0; lane < GP_LANES; lane++)
        to[lane] = to[lane] > other[lane] ? other[lane] : to[lane];
}

static void copy_where(uint64_t lanes, const gp_row from, gp_row to)
{
    for (int lane = 0; lane < GP_LANES; lane++)
        if (lanes >> lane & 1) to[lane] = from[lane];
}

void gp_add_delay(gp_walk *walk, uint32_t risk, gp_case in, int32_t sign)
{
    const gp_model *model = walk->model;
    const gp_risk_model *of = &model->risks[risk];
    if (in == GP_CASE_NEVER || !walk->happens[in][risk]) return;
    const gp_work *work = in == GP_CASE_PLAIN ? &of->plain.delay : &of->mitigated.delay;
    const int32_t *drawn = drawn_of(walk, work);
    gp_row days;
    for (int lane = 0; lane < GP_LANES; lane++) {
        bool happens = walk->happens[in][risk] >> lane & 1;
        days[lane] = happens ? sign * (drawn ? drawn[lane] : work->duration.days) : 0;
    }
    for (uint32_t i = 0; i < of->struck_count; i++) {
        uint32_t row = model->steps[of->struck[i]].delay_row;
        for (int lane = 0; row != GP_NONE && lane < GP_LANES; lane++)
            walk->delays[row][lane] += days[lane];
    }
}

/* The delays of what happens, each after the other; or, back from the end, the other way round. */
static void delay(const gp_walk *walk, const gp_step_model *step, bool is_back, gp_row days)
{
    const gp_model *model = walk->model;
    const gp_duration in_days = {.unit = GP_DURATION_CALENDAR};
    if (step->delay_row != GP_NONE) {
        const int32_t *sum = walk->delays[step->delay_row];
        if (is_back)
            gp_subtract_lanes(&model->tables, in_days, sum, days);
        else
            gp_add_lanes(&model->tables, in_days, sum, days);
        return;
    }
    for (uint32_t i = 0; i < step->hit_count; i++) {
        uint32_t place = is_back ? step->hit_count - 1 - i : i;
        uint32_t risk = model->hits[step->hit_first + place];
        uint8_t in = walk->cases[risk];
        if (in == GP_CASE_NEVER || !walk->happens[in][risk]) continue;
        const gp_risk_model *of = &model->risks[risk];
        const gp_work *work = in == GP_CASE_PLAIN ? &of->plain.delay : &of->mitigated.delay;
        gp_row moved;
        memcpy(moved, days, sizeof moved);
        if (is_back)
            gp_subtract_lanes(&model->tables, work->duration, drawn_of(walk, work), moved);
        else
            gp_add_lanes(&model->tables, work->duration, drawn_of(walk, work), moved);
        copy_where(walk->happens[in][risk], moved, days);
    }
}

void gp_end_work_lanes(const gp_walk *walk, uint32_t activity, gp_row days)
{
    const gp_model *model = walk->model;
    const gp_network *network = model->schedule->network;
    const gp_step_model *step = &model->steps[activity];
    gp_row from, done;
    if (step->work_count == 1 && !step->hit_count && !network->activities[activity].progress) {
        const gp_work *work = &model->works[step->work_first];
        gp_add_lanes(&model->tables, work->duration, drawn_of(walk, work), days);
        return;
    }
    memcpy(from, days, sizeof from);
    if (network->activities[activity].progress) /* what is left is counted from the status date */
        for (int lane = 0; lane < GP_LANES; lane++) from[lane] = network->portfolio->status_date;
    for (uint32_t i = 0; i < step->work_count; i++) {
        const gp_work *work = &model->works[step->work_first + i];
        memcpy(done, from, sizeof done);
        gp_add_lanes(&model->tables, work->duration, drawn_of(walk, work), done);
        gp_keep_later(days, done);
    }
    delay(walk, step, false, days);
}

void gp_start_work_lanes(const gp_walk *walk, uint32_t activity, gp_row days)
{
    const gp_model *model = walk->model;
    const gp_step_model *step = &model->steps[activity];
    gp_row by, own;
    if (step->work_count == 1 && !step->hit_count) {
        const gp_work *work = &model->works[step->work_first];
        gp_subtract_lanes(&model->tables, work->duration, drawn_of(walk, work), days);
        return;
    }
    delay(walk, step, true, days);
    memcpy(by, days, sizeof by);
    for (uint32_t i = 0; i < step->work_count; i++) {
        const gp_work *work = &model->works[step->work_first + i];
        memcpy(own, by, sizeof own);
        gp_subtract_lanes(&model->tables, work->duration, drawn_of(walk, work), own);
        gp_keep_sooner(days, own);
    }
}

void gp_arrive_lanes(const gp_walk *walk, const gp_arc *arc, gp_row days)
{
    const gp_portfolio *portfolio = walk->model->schedule->network->portfolio;
    if (!arc->has_lag) return;
    gp_add_lanes(&walk->model->tables, portfolio->requirements[arc->requirement].lag, NULL, days);
}
