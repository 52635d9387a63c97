/* SPDX-License-Identifier: MIT
 * The pilot: the first draws of the seed, counted by day and turned into mid-ranks in place. */
#include "core/risk/ranks.h"

void gp_step_days(const gp_walk *walk, uint32_t activity, gp_row days)
{
    const gp_schedule *schedule = walk->model->schedule;
    const gp_activity *a = &schedule->network->activities[activity];
    gp_day planned = schedule->dates[activity].earliest_start;
    gp_day from = a->progress ? schedule->network->portfolio->status_date : planned;
    if (walk->model->steps[activity].is_plain) {
        for (int lane = 0; lane < GP_LANES; lane++)
            days[lane] = 0; /* the same days, wherever it begins */
        from = 0;
    } else {
        for (int lane = 0; lane < GP_LANES; lane++) days[lane] = planned;
    }
    gp_end_work_lanes(walk, activity, days);
    for (int lane = 0; lane < GP_LANES; lane++) days[lane] -= from;
}

/* From counts to twice the mid-ranks: all before, twice, and those of the day itself. */
static void turn_to_ranks(gp_histogram *histogram)
{
    uint32_t before = 0;
    for (uint32_t i = 0; i < histogram->count; i++) {
        uint32_t draws = histogram->draws[i];
        histogram->draws[i] = 2 * before + draws;
        before += draws;
    }
    histogram->never = before; /* of these ranks are: later days come after all of them */
}

gp_status gp_find_ranks(gp_job *job, const gp_model *model, gp_walk *walk, gp_ranks *out)
{
    const gp_network *network = model->schedule->network;
    uint32_t live_count = network->portfolio->intervention_count;
    gp_histogram *steps = GP_NEW(job, gp_histogram, model->varied_count);
    gp_histogram *lives = GP_NEW(job, gp_histogram, live_count);
    if (!steps || !lives) return gp_no_memory(job);
    for (uint32_t first = 0; first < GP_PILOT_DRAWS; first += GP_LANES) {
        gp_draw_all(walk, first);
        for (uint32_t i = 0; i < network->activity_count; i++)
            gp_forward_lanes(walk, network->order[i], NULL);
        for (uint32_t i = 0; i < live_count; i++)
            GP_TRY(
                gp_count_days(job, &lives[i], walk->ready[model->lives[i].activity], 0, GP_LANES));
        for (uint32_t i = 0; i < model->varied_count; i++) {
            gp_row days;
            gp_step_days(walk, model->varied[i], days);
            GP_TRY(gp_count_days(job, &steps[i], days, 0, GP_LANES));
        }
    }
    for (uint32_t i = 0; i < model->varied_count; i++) turn_to_ranks(&steps[i]);
    for (uint32_t i = 0; i < live_count; i++) turn_to_ranks(&lives[i]);
    *out = (gp_ranks){steps, lives};
    return GP_OK;
}

void gp_rank_days(const gp_histogram *ranks, const gp_row days, uint32_t from, uint32_t to,
                  int16_t out[GP_LANES])
{
    for (uint32_t lane = 0; lane < GP_LANES; lane++) out[lane] = 0;
    for (uint32_t lane = from; lane < to; lane++) {
        uint32_t place = (uint32_t)(days[lane] - ranks->first);
        if (place < ranks->count)
            out[lane] = (int16_t)ranks->draws[place];
        else
            out[lane] = (int16_t)(days[lane] < ranks->first ? 0 : 2 * ranks->never);
    }
}
