/* SPDX-License-Identifier: MIT
 * What is drawn for a batch: durations and delays, and which risks happen. */
#include "core/risk/walk.h"

static gp_status make_draws(gp_job *job, const gp_model *model, gp_walk *walk)
{
    const gp_portfolio *portfolio = model->schedule->network->portfolio;
    walk->block = GP_NONE;
    walk->values = GP_NEW(job, gp_row, (size_t)model->variable_count * GP_BLOCK_BATCHES);
    walk->factors =
        GP_NEW(job, gp_word_row, (size_t)portfolio->correlation_count * GP_BLOCK_BATCHES);
    for (int i = 0; i < 2; i++) walk->happens[i] = GP_NEW(job, uint64_t, portfolio->risk_count);
    bool has_all = walk->values && walk->factors && walk->happens[0] && walk->happens[1];
    return has_all ? GP_OK : gp_no_memory(job);
}

static gp_status make_limits(gp_job *job, const gp_network *network, gp_walk *walk)
{
    walk->limit_ready = GP_NEW(job, gp_row, network->activity_count);
    if (!walk->limit_ready) return gp_no_memory(job);
    if (!network->has_start_links) return GP_OK;
    walk->limit_start = GP_NEW(job, gp_row, network->activity_count);
    return walk->limit_start ? GP_OK : gp_no_memory(job);
}

gp_status gp_new_walk(gp_job *job, const gp_model *model, const gp_walk *draws, gp_walk **out)
{
    const gp_network *network = model->schedule->network;
    uint32_t count = network->activity_count;
    gp_walk *walk = GP_NEW(job, gp_walk, 1);
    if (!walk) return gp_no_memory(job);
    if (draws) *walk = *draws;
    if (!draws) GP_TRY(make_draws(job, model, walk));
    if (!draws) GP_TRY(make_limits(job, network, walk));
    walk->model = model;
    walk->ready = GP_NEW(job, gp_row, count);
    walk->start = GP_NEW(job, gp_row, count);
    walk->driver = GP_NEW(job, gp_word_row, count);
    walk->not_before = GP_NEW(job, uint64_t, count);
    walk->chosen = GP_NEW(job, uint64_t, network->arc_count);
    walk->cases = GP_NEW(job, uint8_t, network->portfolio->risk_count);
    walk->delays = GP_NEW(job, gp_row, model->delay_row_count);
    if (!walk->delays || !walk->ready || !walk->start || !walk->driver || !walk->not_before ||
        !walk->chosen || !walk->cases)
        return gp_no_memory(job);
    for (uint32_t i = 0; i < network->portfolio->risk_count; i++)
        walk->cases[i] = model->options.is_mitigated ? GP_CASE_MITIGATED : GP_CASE_PLAIN;
    *out = walk;
    return GP_OK;
}

/* Words that share common factors: the weighted sum of standard normal values is one again. */
static void mix_factors(const gp_walk *walk, const gp_variable *variable, uint32_t batch,
                        gp_word_row words)
{
    const gp_model *model = walk->model;
    double sum[GP_LANES], part[GP_LANES];
    gp_to_normal(model->normal, words, sum);
    for (int lane = 0; lane < GP_LANES; lane++) sum[lane] *= variable->own;
    for (uint32_t i = 0; i < variable->factor_count; i++) {
        const gp_factor_use *use = &model->factor_uses[variable->factor_first + i];
        gp_to_normal(model->normal, walk->factors[use->correlation * GP_BLOCK_BATCHES + batch],
                     part);
        for (int lane = 0; lane < GP_LANES; lane++) sum[lane] += use->weight * part[lane];
    }
    gp_from_normal(model->normal, sum, words);
}

static uint64_t lanes_below(const gp_word_row words, uint64_t below)
{
    uint64_t lanes = 0;
    for (int lane = 0; lane < GP_LANES; lane++) lanes |= (uint64_t)(words[lane] < below) << lane;
    return lanes;
}

static void draw_factors(gp_walk *walk, uint32_t first)
{
    const gp_model *model = walk->model;
    uint32_t count = model->schedule->network->portfolio->correlation_count;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t batch = 0; batch < GP_BLOCK_BATCHES; batch++)
            gp_draw_words(model->options.seed, model->factors[i], first + batch * GP_LANES,
                          walk->factors[i * GP_BLOCK_BATCHES + batch]);
}

static void draw_block(gp_walk *walk, uint32_t first)
{
    const gp_model *model = walk->model;
    gp_word_row words;
    draw_factors(walk, first);
    for (uint32_t i = 0; i < model->variable_count; i++) {
        const gp_variable *variable = &model->variables[i];
        for (uint32_t batch = 0; batch < GP_BLOCK_BATCHES; batch++) {
            gp_draw_words(model->options.seed, variable->stream, first + batch * GP_LANES, words);
            if (variable->factor_count) mix_factors(walk, variable, batch, words);
            gp_draw_chances(&variable->chances, words, walk->values[i * GP_BLOCK_BATCHES + batch]);
        }
    }
    walk->block = first;
}

void gp_draw_all(gp_walk *walk, uint32_t first)
{
    const gp_model *model = walk->model;
    const gp_portfolio *portfolio = model->schedule->network->portfolio;
    uint32_t block = first / GP_BLOCK_DRAWS * GP_BLOCK_DRAWS;
    gp_word_row words;
    if (walk->block != block) draw_block(walk, block);
    walk->batch = (first - block) / GP_LANES;
    for (uint32_t i = 0; i < portfolio->risk_count; i++) {
        const gp_risk_model *risk = &model->risks[i];
        gp_draw_words(model->options.seed, risk->happening, first, words);
        walk->happens[GP_CASE_PLAIN][i] = lanes_below(words, risk->plain.below);
        walk->happens[GP_CASE_MITIGATED][i] = lanes_below(words, risk->mitigated.below);
    }
    memset(walk->delays, 0, sizeof *walk->delays * model->delay_row_count);
    for (uint32_t i = 0; i < portfolio->risk_count; i++)
        gp_add_delay(walk, i, (gp_case)walk->cases[i], 1);
}
