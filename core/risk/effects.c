/* SPDX-License-Identifier: MIT
 * What a risk does: the same draws are walked again as if it never happened and, where it can be
 * mitigated, in its other case. Only what it can move is walked. */
#include "core/risk/tally.h"

/* All that the other walk does not move is as in the first. */
static void share_draws(gp_tally *tally)
{
    const gp_network *network = tally->model->schedule->network;
    gp_walk *walk = tally->walk, *other = tally->other;
    size_t rows = network->activity_count;
    other->batch = walk->batch;
    memcpy(other->delays, walk->delays, sizeof *walk->delays * tally->model->delay_row_count);
    memcpy(other->ready, walk->ready, sizeof *walk->ready * rows);
    memcpy(other->start, walk->start, sizeof *walk->start * rows);
    memcpy(other->not_before, walk->not_before, sizeof *walk->not_before * rows);
}

static void walk_case(gp_tally *tally, uint32_t risk, gp_case in)
{
    const gp_risk_model *of = &tally->model->risks[risk];
    gp_case own = (gp_case)tally->walk->cases[risk];
    tally->other->cases[risk] = (uint8_t)in;
    gp_add_delay(tally->other, risk, own, -1);
    gp_add_delay(tally->other, risk, in, 1);
    for (uint32_t i = 0; i < of->downstream_count; i++)
        gp_forward_lanes(tally->other, of->downstream[i], NULL);
    gp_add_delay(tally->other, risk, in, -1);
    gp_add_delay(tally->other, risk, own, 1);
    tally->other->cases[risk] = (uint8_t)own;
}

static void restore(gp_tally *tally, uint32_t risk)
{
    const gp_risk_model *of = &tally->model->risks[risk];
    for (uint32_t i = 0; i < of->downstream_count; i++) {
        uint32_t activity = of->downstream[i];
        memcpy(tally->other->ready[activity], tally->walk->ready[activity], sizeof(gp_row));
        memcpy(tally->other->start[activity], tally->walk->start[activity], sizeof(gp_row));
        tally->other->not_before[activity] = tally->walk->not_before[activity];
    }
}

/* Adds factor x (live dates of the other walk). */
static void add_lives(gp_tally *tally, uint32_t risk, uint32_t place, int32_t factor,
                      const gp_walk *walk, uint32_t from, uint32_t to)
{
    const gp_risk_model *of = &tally->model->risks[risk];
    for (uint32_t i = 0; i < of->move_count; i++) {
        const gp_day *days = walk->ready[tally->model->lives[of->moves[i]].activity];
        int64_t sum = 0;
        for (uint32_t lane = from; lane < to; lane++) sum += days[lane];
        tally->sums->sums[place + of->move_first + i] += factor * sum;
    }
}

static void count_effect(gp_tally *tally, uint32_t risk, uint32_t from, uint32_t to)
{
    const gp_layout *layout = &tally->model->layout;
    bool has_other = tally->model->risks[risk].has_mitigated;
    bool is_mitigated = tally->walk->cases[risk] == GP_CASE_MITIGATED;
    uint32_t own = is_mitigated ? layout->lost_mitigated : layout->lost;
    uint32_t otherwise = is_mitigated ? layout->lost : layout->lost_mitigated;
    uint64_t happens = tally->walk->happens[0][risk] | tally->walk->happens[1][risk];
    if (!happens) return; /* nothing is lost either way */
    add_lives(tally, risk, own, 1, tally->walk, from, to);
    if (has_other) {
        walk_case(tally, risk, is_mitigated ? GP_CASE_PLAIN : GP_CASE_MITIGATED);
        add_lives(tally, risk, otherwise, 1, tally->other, from, to);
    }
    walk_case(tally, risk, GP_CASE_NEVER);
    add_lives(tally, risk, own, -1, tally->other, from, to);
    if (has_other) add_lives(tally, risk, otherwise, -1, tally->other, from, to);
    restore(tally, risk);
}

void gp_count_effects(gp_tally *tally, uint32_t from, uint32_t to)
{
    const gp_model *model = tally->model;
    uint32_t count = model->schedule->network->portfolio->risk_count;
    uint64_t lanes = gp_lanes_between(from, to);
    if (!count) return;
    share_draws(tally);
    for (uint32_t i = 0; i < count; i++) {
        uint8_t in = tally->walk->cases[i];
        tally->sums->sums[model->layout.happened + i] +=
            __builtin_popcountll(tally->walk->happens[in][i] & lanes);
        count_effect(tally, i, from, to);
    }
}
