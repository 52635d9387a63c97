/* SPDX-License-Identifier: MIT
 * What each batch adds: live dates and latest starts by day, who is on a driving path, how ranks of
 * durations and live dates go together. */
#include "core/risk/lanes.h"
#include "core/risk/tally.h"

gp_status gp_new_tally(gp_job *job, gp_risk_sums *sums, const gp_ranks *ranks, gp_walk *walk,
                       gp_tally **out)
{
    const gp_model *model = sums->model;
    const gp_network *network = model->schedule->network;
    gp_tally *tally = GP_NEW(job, gp_tally, 1);
    if (!tally) return gp_no_memory(job);
    *tally =
        (gp_tally){.model = model,
                   .ranks = ranks,
                   .walk = walk,
                   .sums = sums,
                   .on = GP_NEW(job, uint64_t, network->activity_count),
                   .any = GP_NEW(job, uint64_t, network->activity_count),
                   .step_ranks = gp_allocate(job, model->varied_count, sizeof *tally->step_ranks)};
    if (!tally->on || !tally->any || !tally->step_ranks) return gp_no_memory(job);
    if (!walk) GP_TRY(gp_new_walk(job, model, NULL, &tally->walk));
    if (network->portfolio->risk_count) GP_TRY(gp_new_walk(job, model, tally->walk, &tally->other));
    for (uint32_t i = 0; i < model->histogram_count; i++)
        GP_TRY(gp_expect_days(sums->job, &sums->histograms[i], ranks->days[i].first,
                              ranks->days[i].last));
    *out = tally;
    return GP_OK;
}

/* ---- latest starts ---- */

typedef struct late {
    gp_job *job;
    gp_tally *tally;
    uint32_t from, to;
    gp_status status;
} late;

static void count_late(void *object, uint32_t activity, const gp_row latest_start)
{
    late *l = object;
    const gp_step_model *step = &l->tally->model->steps[activity];
    if (!step->has_latest || l->status != GP_OK) return;
    l->status = gp_count_days(l->job, &l->tally->sums->histograms[step->latest_histogram],
                              latest_start, l->from, l->to);
}

/* ---- driving paths ---- */

/* One step back from an activity, in the draws in which it is on a driving path. */
static void follow(gp_tally *tally, uint32_t activity)
{
    const gp_arc *arcs = tally->model->schedule->network->arcs;
    const uint32_t *driver = tally->walk->driver[activity];
    tally->any[activity] |= tally->on[activity];
    for (uint64_t left = tally->on[activity]; left; left &= left - 1) {
        int lane = __builtin_ctzll(left);
        if (driver[lane] != GP_NONE) tally->on[arcs[driver[lane]].from] |= 1ull << lane;
    }
}

/* Follows drivers back from one intervention in all draws at once. */
static void trace(gp_tally *tally, const gp_live_model *live, uint64_t lanes)
{
    uint32_t *counts = &tally->sums->criticals[live->pair_first];
    for (uint32_t i = 0; i < live->rests_on_count; i++) tally->on[live->rests_on[i]] = 0;
    tally->on[live->activity] = lanes;
    for (uint32_t i = live->rests_on_count; i-- > 0;) {
        uint64_t left = tally->on[live->rests_on[i]];
        if (!left) continue; /* most are on no driving path */
        counts[i] += (uint32_t)__builtin_popcountll(left);
        follow(tally, live->rests_on[i]);
    }
}

/* The same from all those together of which each is too much. */
static void trace_others(gp_tally *tally, uint64_t lanes)
{
    const gp_model *model = tally->model;
    const gp_network *network = model->schedule->network;
    bool has_others = false;
    for (uint32_t i = 0; i < network->activity_count; i++) tally->on[i] = 0;
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++) {
        if (model->lives[i].rests_on) continue;
        tally->on[model->lives[i].activity] = lanes;
        has_others = true;
    }
    for (uint32_t i = network->activity_count; has_others && i-- > 0;)
        follow(tally, network->order[i]);
}

static void count_critical(gp_tally *tally, uint64_t lanes)
{
    const gp_model *model = tally->model;
    const gp_network *network = model->schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) tally->any[i] = 0;
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++)
        if (model->lives[i].rests_on) trace(tally, &model->lives[i], lanes);
    trace_others(tally, lanes);
    for (uint32_t i = 0; i < network->activity_count; i++)
        tally->sums->sums[model->layout.critical + i] += __builtin_popcountll(tally->any[i]);
}

/* ---- ranks ---- */

/* Days, their squares, ranks, their squares. */
GP_VECTORS static void add_squares(const gp_day *restrict days, const int16_t *restrict ranks,
                                   int64_t *restrict sums)
{
    int64_t day_sum = 0, square_sum = 0;
    int32_t rank_sum = 0, rank_squares = 0; /* at most 64 x 2,048 x 2,048 */
    for (int lane = 0; lane < GP_LANES; lane++) {
        day_sum += days[lane];
        square_sum += (int64_t)days[lane] * days[lane];
        rank_sum += ranks[lane];
        rank_squares += ranks[lane] * ranks[lane];
    }
    sums[0] += day_sum;
    sums[1] += square_sum;
    sums[2] += rank_sum;
    sums[3] += rank_squares;
}

/* In lanes that are not counted a rank, or a day, is 0, which adds nothing. */
static void clear_ranks(uint32_t from, uint32_t to, int16_t ranks[GP_LANES])
{
    for (uint32_t lane = 0; lane < GP_LANES; lane++)
        if (lane < from || lane >= to) ranks[lane] = 0;
}

static const gp_day *keep_days(uint32_t from, uint32_t to, const gp_day *days, gp_row room)
{
    for (uint32_t lane = 0; lane < GP_LANES; lane++)
        room[lane] = lane < from || lane >= to ? 0 : days[lane];
    return room;
}

static void count_steps(gp_tally *tally, uint32_t from, uint32_t to)
{
    const gp_model *model = tally->model;
    bool is_whole = from == 0 && to == GP_LANES;
    gp_row room;
    for (uint32_t i = 0; i < model->varied_count; i++) {
        int16_t *ranks = tally->step_ranks[i];
        const gp_day *days = gp_step_days(tally->walk, model->varied[i], room);
        gp_rank_days(&tally->ranks->steps[i], days, ranks);
        if (!is_whole) {
            clear_ranks(from, to, ranks);
            days = keep_days(from, to, days, room);
        }
        add_squares(days, ranks,
                    &tally->sums->sums[model->layout.variations + i * GP_VARIATION_SUMS]);
    }
}

/* Sums of products of the ranks of one intervention and those of all that vary beneath it. */
GP_VECTORS static void add_products(const gp_live_model *live, const gp_step_model *steps,
                                    int16_t (*step_ranks)[GP_LANES], const int16_t *live_ranks,
                                    int64_t *sums)
{
    for (uint32_t i = 0; i < live->rests_on_count; i++) {
        uint32_t variation = steps[live->rests_on[i]].variation;
        if (variation == GP_NONE) continue;
        const int16_t *ranks = step_ranks[variation];
        int32_t sum = 0; /* 64 products of at most 2,048 x 2,048 */
        for (int lane = 0; lane < GP_LANES; lane++) sum += ranks[lane] * live_ranks[lane];
        sums[i] += sum;
    }
}

static uint64_t count_live(gp_tally *tally, uint32_t i, uint32_t from, uint32_t to)
{
    const gp_model *model = tally->model;
    const gp_live_model *live = &model->lives[i];
    const gp_day *days = tally->walk->ready[live->activity];
    int64_t *sums = &tally->sums->sums[model->layout.live_sums + i * GP_LIVE_SUMS];
    int16_t ranks[GP_LANES];
    uint64_t in_time = 0;
    gp_rank_days(&tally->ranks->lives[i], days, ranks);
    clear_ranks(from, to, ranks);
    add_products(live, model->steps, tally->step_ranks, ranks,
                 &tally->sums->sums[model->layout.pair_ranks + live->pair_first]);
    for (uint32_t lane = from; lane < to; lane++) {
        sums[0] += ranks[lane];
        sums[1] += (int32_t)ranks[lane] * ranks[lane];
        in_time |= (uint64_t)(live->needed_by != GP_NO_DAY && days[lane] <= live->needed_by)
                   << lane;
    }
    sums[2] +=
        __builtin_popcountll(tally->walk->not_before[live->activity] & gp_lanes_between(from, to));
    sums[3] += __builtin_popcountll(in_time);
    return in_time;
}

static gp_status count_lives(gp_job *job, gp_tally *tally, uint32_t from, uint32_t to)
{
    const gp_model *model = tally->model;
    uint32_t count = model->schedule->network->portfolio->intervention_count;
    for (uint32_t i = 0; i < count; i++) {
        tally->on[i] = count_live(tally, i, from, to); /* there are more activities than these */
        GP_TRY(gp_count_days(job, &tally->sums->histograms[i],
                             tally->walk->ready[model->lives[i].activity], from, to));
    }
    for (uint32_t i = 0; i < model->together_count; i++) {
        uint64_t all = gp_lanes_between(from, to);
        for (uint32_t k = 0; k < model->together[i].count; k++)
            all &= tally->on[model->together[i].interventions[k]];
        tally->sums->sums[model->layout.together + i] += __builtin_popcountll(all);
    }
    return GP_OK;
}

gp_status gp_count_batch(gp_job *job, gp_tally *tally, uint32_t from, uint32_t to)
{
    const gp_network *network = tally->model->schedule->network;
    uint32_t first = from / GP_LANES * GP_LANES;
    gp_walk_sums arrivals = {tally->sums->sums, from - first, to - first};
    late l = {job, tally, from - first, to - first, GP_OK};
    gp_draw_all(tally->walk, first);
    for (uint32_t i = 0; i < network->activity_count; i++)
        gp_forward_lanes(tally->walk, network->order[i], &arrivals);
    gp_backward_lanes(tally->walk, count_late, &l);
    GP_TRY(l.status);
    count_steps(tally, from - first, to - first);
    GP_TRY(count_lives(job, tally, from - first, to - first));
    count_critical(tally, gp_lanes_between(from - first, to - first));
    gp_count_effects(tally, from - first, to - first);
    return GP_OK;
}
