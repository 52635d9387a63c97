/* SPDX-License-Identifier: MIT
 * The pilot: the first draws of the seed, counted by day and turned into mid-ranks in place. */
#include "core/risk/ranks.h"
#include "core/risk/lanes.h"

const gp_day *gp_step_days(const gp_walk *walk, uint32_t activity, gp_row room)
{
    const gp_model *model = walk->model;
    const gp_network *network = model->schedule->network;
    const gp_step_model *step = &model->steps[activity];
    const gp_activity *a = &network->activities[activity];
    gp_day begin = model->schedule->dates[activity].earliest_start, from = begin;
    if (step->is_plain && step->work_count == 1 && !step->hit_count)
        return gp_values_of(walk, model->works[step->work_first].variable);
    if (step->is_plain)
        begin = from = 0; /* the same days, wherever it begins */
    else if (a->progress)
        from = network->portfolio->status_date;
    for (int lane = 0; lane < GP_LANES; lane++) room[lane] = begin;
    gp_end_work_lanes(walk, activity, room);
    for (int lane = 0; lane < GP_LANES; lane++) room[lane] -= from;
    return room;
}

/* From counts to twice the mid-ranks: all before, twice, and those of the day itself. */
static gp_status turn_to_ranks(gp_job *job, const gp_histogram *counts, gp_rank_table *out)
{
    uint32_t first = 0, end = counts->count;
    while (first < end && !counts->draws[first]) first++;
    while (end > first && !counts->draws[end - 1]) end--;
    int32_t *ranks = GP_NEW(job, int32_t, end - first + 2);
    if (!ranks) return gp_no_memory(job);
    int32_t before = 0;
    for (uint32_t i = first; i < end; i++) {
        int32_t draws = (int32_t)counts->draws[i];
        ranks[i - first + 1] = 2 * before + draws;
        before += draws;
    }
    ranks[end - first + 1] = 2 * before;
    *out = (gp_rank_table){counts->first + (gp_day)first, (int32_t)(end - first), ranks};
    return GP_OK;
}

/* What the pilot counts; its memory goes when the ranks are there. */
typedef struct pilot {
    gp_job *job;
    gp_walk *walk;
    gp_histogram *steps, *lives;
    gp_day_span *days;
} pilot;

static void widen(gp_day_span *span, const gp_day *days)
{
    for (int lane = 0; lane < GP_LANES; lane++) {
        if (days[lane] >= GP_DAY_LAST) continue;
        if (days[lane] < span->first) span->first = days[lane];
        if (days[lane] > span->last) span->last = days[lane];
    }
}

static void widen_latest(void *object, uint32_t activity, const gp_row latest_start)
{
    pilot *p = object;
    const gp_step_model *step = &p->walk->model->steps[activity];
    if (step->has_latest) widen(&p->days[step->latest_histogram], latest_start);
}

static gp_status count_pilot(pilot *p, uint32_t first)
{
    const gp_model *model = p->walk->model;
    const gp_network *network = model->schedule->network;
    gp_row room;
    gp_draw_all(p->walk, first);
    for (uint32_t i = 0; i < network->activity_count; i++)
        gp_forward_lanes(p->walk, network->order[i], NULL);
    gp_backward_lanes(p->walk, widen_latest, p);
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++) {
        const gp_day *days = p->walk->ready[model->lives[i].activity];
        widen(&p->days[i], days);
        GP_TRY(gp_count_days(p->job, &p->lives[i], days, 0, GP_LANES));
    }
    for (uint32_t i = 0; i < model->varied_count; i++)
        GP_TRY(gp_count_days(p->job, &p->steps[i], gp_step_days(p->walk, model->varied[i], room), 0,
                             GP_LANES));
    return GP_OK;
}

static gp_status find_ranks(gp_job *job, pilot *p, gp_ranks *out)
{
    const gp_model *model = p->walk->model;
    uint32_t live_count = model->schedule->network->portfolio->intervention_count;
    gp_rank_table *steps = GP_NEW(job, gp_rank_table, model->varied_count);
    gp_rank_table *lives = GP_NEW(job, gp_rank_table, live_count);
    p->days = GP_NEW(job, gp_day_span, model->histogram_count);
    p->steps = GP_NEW(p->job, gp_histogram, model->varied_count);
    p->lives = GP_NEW(p->job, gp_histogram, live_count);
    if (!steps || !lives || !p->days || !p->steps || !p->lives) return gp_no_memory(job);
    for (uint32_t i = 0; i < model->histogram_count; i++)
        p->days[i] = (gp_day_span){INT32_MAX, INT32_MIN};
    for (uint32_t first = 0; first < GP_PILOT_DRAWS; first += GP_LANES)
        GP_TRY(count_pilot(p, first));
    for (uint32_t i = 0; i < model->varied_count; i++)
        GP_TRY(turn_to_ranks(job, &p->steps[i], &steps[i]));
    for (uint32_t i = 0; i < live_count; i++) GP_TRY(turn_to_ranks(job, &p->lives[i], &lives[i]));
    *out = (gp_ranks){steps, lives, p->days};
    return GP_OK;
}

gp_status gp_find_ranks(gp_job *job, gp_walk *walk, gp_ranks *out)
{
    pilot p = {.job = gp_job_new(), .walk = walk};
    if (!p.job) return gp_no_memory(job);
    gp_status status = find_ranks(job, &p, out);
    gp_job_free(p.job);
    return status == GP_NO_MEMORY ? gp_no_memory(job) : status;
}

GP_VECTORS void gp_rank_days(const gp_rank_table *table, const gp_row days, int16_t out[GP_LANES])
{
    for (int lane = 0; lane < GP_LANES; lane++) {
        int32_t place = days[lane] - table->first;
        place = place < -1 ? -1 : place > table->count ? table->count : place;
        out[lane] = (int16_t)table->ranks[place + 1];
    }
}
