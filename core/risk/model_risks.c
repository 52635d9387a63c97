/* SPDX-License-Identifier: MIT
 * Risks that steps share, and what they can move; work that varies together. */
#include "core/pass.h"
#include "core/risk/model.h"

#define WORDS 4294967296.0          /* 2^32 */
#define ROW_MOST ((int64_t)1 << 30) /* days that a sum of delays has room for */

static gp_status make_case(gp_job *job, gp_model *model, double probability,
                           const gp_estimate *delay, gp_stream stream, gp_risk_case *out)
{
    gp_variable *variable = &model->variables[model->variable_count];
    bool is_drawn;
    out->below = (uint64_t)(probability * WORDS + 0.5);
    GP_TRY(gp_make_work(job, model, delay, model->schedule->network->portfolio->status_date,
                        &out->delay, &variable->chances, &is_drawn));
    if (!is_drawn) return GP_OK;
    variable->stream = stream;
    variable->own = 1;
    out->delay.variable = model->variable_count++;
    return GP_OK;
}

static gp_status make_risk(gp_job *job, gp_model *model, const gp_risk *risk, gp_risk_model *out)
{
    uint64_t key = gp_record_key(risk->id);
    gp_stream delay = {key, GP_STREAM_DELAY};
    out->happening = (gp_stream){key, GP_STREAM_HAPPENING};
    GP_TRY(make_case(job, model, risk->probability, &risk->delay, delay, &out->plain));
    out->mitigated = out->plain;
    bool has_delay = risk->mitigated_delay.likely.unit != GP_DURATION_NONE;
    out->has_mitigated = has_delay || risk->mitigated_probability >= 0;
    if (!out->has_mitigated) return GP_OK;
    double probability =
        risk->mitigated_probability >= 0 ? risk->mitigated_probability : risk->probability;
    if (has_delay)
        return make_case(job, model, probability, &risk->mitigated_delay, delay, &out->mitigated);
    out->mitigated.below = (uint64_t)(probability * WORDS + 0.5);
    return GP_OK;
}

/* ---- whom a risk hits ---- */

/* The steps of a record that are still to be done. */
static void find_steps(const gp_network *network, uint32_t symbol, uint32_t *first, uint32_t *count)
{
    gp_item item = network->portfolio->items[symbol];
    *first = *count = 0;
    if (item.kind == GP_ITEM_INTERVENTION) {
        *first = network->intervention_activity[item.index];
        *count = 1;
    } else if (item.kind == GP_ITEM_CAPABILITY && network->capability_steps[item.index]) {
        *first = network->capability_first[item.index];
        *count = network->capability_steps[item.index];
    }
}

/* Marks the steps that a risk delays. */
static void mark_hit(const gp_schedule *schedule, const gp_risk *risk, uint8_t *is_hit)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) is_hit[i] = 0;
    for (uint32_t i = 0; i < risk->affect_count; i++) {
        uint32_t first, count;
        find_steps(network, risk->affects[i], &first, &count);
        for (uint32_t k = first; k < first + count; k++)
            is_hit[k] = network->activities[k].actual != GP_ACTUAL_READY &&
                        !network->activities[k].is_unknown && !gp_is_past(schedule, k);
    }
}

/* Marks what waits for something that is marked, and lists all of it. */
static gp_status list_downstream(gp_job *job, const gp_model *model, uint8_t *is_moved,
                                 gp_risk_model *out)
{
    const gp_network *network = model->schedule->network;
    uint32_t count = 0, moves = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++)
            is_moved[activity] |= is_moved[network->arcs[a].from];
        count += is_moved[activity];
        moves += is_moved[activity] && network->activities[activity].kind == GP_KIND_INTERVENTION;
    }
    uint32_t *downstream = GP_NEW(job, uint32_t, count);
    uint32_t *interventions = GP_NEW(job, uint32_t, moves);
    if (!downstream || !interventions) return gp_no_memory(job);
    out->downstream = downstream;
    out->moves = interventions;
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (is_moved[network->order[i]]) downstream[out->downstream_count++] = network->order[i];
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++)
        if (is_moved[network->intervention_activity[i]]) interventions[out->move_count++] = i;
    return GP_OK;
}

static gp_status list_struck(gp_job *job, const gp_network *network, const uint8_t *is_hit,
                             gp_risk_model *out)
{
    for (uint32_t i = 0; i < network->activity_count; i++) out->struck_count += is_hit[i];
    uint32_t *struck = GP_NEW(job, uint32_t, out->struck_count);
    if (!struck) return gp_no_memory(job);
    out->struck = struck;
    for (uint32_t i = 0, at = 0; i < network->activity_count; i++)
        if (is_hit[i]) struck[at++] = i;
    return GP_OK;
}

/* The most days of a delay; negative: it is not in calendar days. */
static int64_t most_days(const gp_model *model, const gp_work *delay)
{
    if (delay->duration.unit != GP_DURATION_CALENDAR || delay->duration.months) return -1;
    if (delay->variable == GP_NONE) return delay->duration.days;
    const gp_chances *chances = &model->variables[delay->variable].chances;
    return gp_value_of(chances, chances->count - 1);
}

/* Days can be added up before they are added to a date, in any order, so that a risk is taken out
 * of a sum and not all others are added again. */
static void find_delay_rows(gp_model *model, const gp_risk_model *risks)
{
    const gp_network *network = model->schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        gp_step_model *step = &model->steps[i];
        int64_t sum = 0;
        step->delay_row = GP_NONE;
        for (uint32_t k = 0; k < step->hit_count && sum >= 0; k++) {
            const gp_risk_model *risk = &risks[model->hits[step->hit_first + k]];
            int64_t plain = most_days(model, &risk->plain.delay);
            int64_t mitigated = most_days(model, &risk->mitigated.delay);
            sum = plain < 0 || mitigated < 0 ? -1 : sum + plain + mitigated;
        }
        if (step->hit_count && sum >= 0 && sum < ROW_MOST)
            step->delay_row = model->delay_row_count++;
    }
}

static gp_status find_hits(gp_job *job, gp_model *model, gp_risk_model *risks)
{
    const gp_network *network = model->schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    gp_step_model *steps = model->steps;
    uint8_t *marks = GP_NEW(job, uint8_t, network->activity_count);
    if (!marks) return gp_no_memory(job);
    uint32_t total = 0;
    for (uint32_t r = 0; r < portfolio->risk_count; r++) {
        mark_hit(model->schedule, &portfolio->risks[r], marks);
        for (uint32_t i = 0; i < network->activity_count; i++) steps[i].hit_count += marks[i];
    }
    for (uint32_t i = 0; i < network->activity_count; i++) {
        steps[i].hit_first = total;
        total += steps[i].hit_count;
        steps[i].hit_count = 0;
    }
    uint32_t *hits = GP_NEW(job, uint32_t, total);
    if (!hits) return gp_no_memory(job);
    model->hits = hits;
    for (uint32_t r = 0; r < portfolio->risk_count; r++) {
        mark_hit(model->schedule, &portfolio->risks[r], marks);
        for (uint32_t i = 0; i < network->activity_count; i++)
            if (marks[i]) hits[steps[i].hit_first + steps[i].hit_count++] = r;
        GP_TRY(list_struck(job, network, marks, &risks[r]));
        GP_TRY(list_downstream(job, model, marks, &risks[r]));
    }
    find_delay_rows(model, risks);
    return GP_OK;
}

/* ---- what varies together ---- */

static double root_of(double coefficient)
{
    return __builtin_sqrt(coefficient < 0 ? -coefficient : coefficient);
}

/* How often each activity's variables share a factor, or with `uses`: which, and how much. */
static void list_uses(const gp_model *model, const gp_correlation *correlation, uint32_t number,
                      uint32_t *counts, gp_factor_use *uses)
{
    const gp_network *network = model->schedule->network;
    for (uint32_t i = 0; i < correlation->symbol_count; i++) {
        uint32_t first, count;
        find_steps(network, correlation->symbols[i], &first, &count);
        for (uint32_t k = first; k < first + count; k++) {
            for (uint32_t w = 0; w < model->steps[k].work_count; w++) {
                uint32_t variable = model->works[model->steps[k].work_first + w].variable;
                if (variable == GP_NONE) continue;
                double weight = root_of(correlation->coefficient);
                if (correlation->coefficient < 0 && i == 1) weight = -weight;
                if (uses)
                    uses[model->variables[variable].factor_first + counts[variable]] =
                        (gp_factor_use){number, weight};
                counts[variable]++;
            }
        }
    }
}

/* The factor of a correlation is named by whom it is of. */
static gp_stream factor_of(const gp_portfolio *portfolio, const gp_correlation *correlation)
{
    uint64_t key = 0;
    for (uint32_t i = 0; i < correlation->symbol_count; i++)
        key = key * 31 + gp_record_key(portfolio->ids[correlation->symbols[i]]);
    return (gp_stream){key, GP_STREAM_FACTOR};
}

static gp_status find_factors(gp_job *job, gp_model *model)
{
    const gp_portfolio *portfolio = model->schedule->network->portfolio;
    gp_variable *variables = model->variables;
    uint32_t *counts = GP_NEW(job, uint32_t, model->variable_count);
    gp_stream *factors = GP_NEW(job, gp_stream, portfolio->correlation_count);
    if (!counts || !factors) return gp_no_memory(job);
    uint32_t total = 0;
    for (uint32_t i = 0; i < portfolio->correlation_count; i++) {
        factors[i] = factor_of(portfolio, &portfolio->correlations[i]);
        list_uses(model, &portfolio->correlations[i], i, counts, NULL);
    }
    for (uint32_t i = 0; i < model->variable_count; i++) {
        variables[i].factor_first = total;
        total += variables[i].factor_count = counts[i];
        counts[i] = 0;
    }
    gp_factor_use *uses = GP_NEW(job, gp_factor_use, total);
    if (!uses) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->correlation_count; i++)
        list_uses(model, &portfolio->correlations[i], i, counts, uses);
    for (uint32_t i = 0; i < model->variable_count; i++) {
        double rest = 1;
        for (uint32_t k = 0; k < variables[i].factor_count; k++) {
            double weight = uses[variables[i].factor_first + k].weight;
            rest -= weight * weight;
        }
        variables[i].own = rest > 0 ? root_of(rest) : 0;
    }
    model->factors = factors;
    model->factor_uses = uses;
    return total ? gp_make_normal(job, &model->normal) : GP_OK;
}

gp_status gp_model_risks(gp_job *job, gp_model *model)
{
    const gp_portfolio *portfolio = model->schedule->network->portfolio;
    GP_TRY(find_factors(job, model));
    gp_risk_model *risks = GP_NEW(job, gp_risk_model, portfolio->risk_count);
    if (!risks) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->risk_count; i++)
        GP_TRY(make_risk(job, model, &portfolio->risks[i], &risks[i]));
    GP_TRY(find_hits(job, model, risks));
    model->risks = risks;
    return GP_OK;
}
