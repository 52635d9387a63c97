/* SPDX-License-Identifier: MIT
 * What is counted: for whom, of what, and where the sums stand. */
#include "core/pass.h"
#include "core/risk/model.h"

/* It is ready, or live. */
static bool has_happened(const gp_model *model, uint32_t activity)
{
    return model->schedule->network->activities[activity].actual == GP_ACTUAL_READY ||
           (gp_is_past(model->schedule, activity) &&
            model->schedule->dates[activity].earliest_ready <= model->zero);
}

/* Marks what some intervention rests on, with its work still to do. */
static void mark_reported(gp_model *model)
{
    const gp_network *network = model->schedule->network;
    gp_step_model *steps = model->steps;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        if (network->activities[activity].kind == GP_KIND_INTERVENTION)
            steps[activity].is_reported = true;
        if (!steps[activity].is_reported) continue;
        for (uint32_t a = network->arc_first[activity]; a < network->arc_first[activity + 1]; a++)
            steps[network->arcs[a].from].is_reported = true;
    }
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (has_happened(model, i)) steps[i].is_reported = false;
}

/* Can a risk delay it, mitigated or not? */
static bool is_hit(const gp_model *model, const gp_step_model *step)
{
    for (uint32_t i = 0; i < step->hit_count; i++) {
        const gp_risk_model *risk = &model->risks[model->hits[step->hit_first + i]];
        if (risk->plain.below || risk->mitigated.below) return true;
    }
    return false;
}

static bool has_plain_days(const gp_work *work)
{
    return work->duration.unit == GP_DURATION_CALENDAR && work->duration.months == 0;
}

/* Does its work take the same days wherever it begins? */
static bool is_plain(const gp_model *model, uint32_t activity)
{
    const gp_step_model *step = &model->steps[activity];
    if (model->schedule->network->activities[activity].progress) return false;
    for (uint32_t i = 0; i < step->work_count; i++)
        if (!has_plain_days(&model->works[step->work_first + i])) return false;
    for (uint32_t i = 0; i < step->hit_count; i++) {
        const gp_risk_model *risk = &model->risks[model->hits[step->hit_first + i]];
        if (!has_plain_days(&risk->plain.delay) || !has_plain_days(&risk->mitigated.delay))
            return false;
    }
    return true;
}

static gp_status list_steps(gp_job *job, gp_model *model)
{
    const gp_network *network = model->schedule->network;
    uint32_t *varied = GP_NEW(job, uint32_t, network->activity_count);
    if (!varied) return gp_no_memory(job);
    mark_reported(model);
    model->histogram_count = network->portfolio->intervention_count;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        gp_step_model *step = &model->steps[i];
        step->is_plain = is_plain(model, i);
        step->variation = GP_NONE;
        if (!step->is_reported) continue;
        model->steps_reported++;
        model->steps_sure += !step->has_spread && !a->is_unknown;
        if (step->has_spread || is_hit(model, step)) {
            step->variation = model->varied_count;
            varied[model->varied_count++] = i;
        }
        step->has_latest = a->actual == GP_ACTUAL_NONE && a->kind != GP_KIND_INTERVENTION;
        if (step->has_latest) step->latest_histogram = model->histogram_count++;
    }
    model->varied = varied;
    return GP_OK;
}

/* What an intervention rests on, where that is not too much to tell of each with all before it.
 * room: goes after each of them, because to find it takes room for all activities. */
static gp_status list_under(gp_job *job, gp_job *room, const gp_model *model, gp_live_model *live,
                            uint32_t *pairs)
{
    gp_activities under;
    uint32_t most = model->options.pairs_max;
    GP_TRY(gp_find_ancestors(room, model->schedule, live->activity, NULL, &under));
    if (under.count > most - *pairs) {
        *pairs = most; /* nor of any after it */
        return GP_OK;
    }
    uint32_t *rests_on = GP_NEW(job, uint32_t, under.count);
    if (!rests_on) return gp_no_memory(job);
    memcpy(rests_on, under.activities, sizeof *rests_on * under.count);
    live->rests_on = rests_on;
    live->rests_on_count = under.count;
    live->pair_first = *pairs;
    *pairs += under.count;
    return GP_OK;
}

static gp_status list_live(gp_job *job, const gp_model *model, gp_live_model *live, uint32_t *pairs)
{
    if (*pairs >= model->options.pairs_max) return GP_OK;
    gp_job *room = gp_job_new();
    if (!room) return gp_no_memory(job);
    gp_status status = list_under(job, room, model, live, pairs);
    gp_job_free(room);
    return status == GP_NO_MEMORY ? gp_no_memory(job) : status;
}

static gp_status list_lives(gp_job *job, gp_model *model)
{
    const gp_network *network = model->schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    gp_live_model *lives = GP_NEW(job, gp_live_model, portfolio->intervention_count);
    if (!lives) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        lives[i].activity = network->intervention_activity[i];
        lives[i].needed_by = portfolio->interventions[i].needed_by;
        GP_TRY(list_live(job, model, &lives[i], &model->pair_count));
    }
    model->lives = lives;
    return GP_OK;
}

/* One set of all that have a date, where nobody asked for others. */
static gp_status list_together(gp_job *job, gp_model *model)
{
    const gp_portfolio *portfolio = model->schedule->network->portfolio;
    model->together = model->options.together;
    model->together_count = model->options.together_count;
    if (model->together) return GP_OK;
    gp_together *all = GP_NEW(job, gp_together, 1);
    uint32_t *interventions = GP_NEW(job, uint32_t, portfolio->intervention_count);
    if (!all || !interventions) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        if (portfolio->interventions[i].needed_by != GP_NO_DAY) interventions[all->count++] = i;
    all->interventions = interventions;
    model->together = all;
    model->together_count = all->count > 0;
    return GP_OK;
}

static uint32_t take(uint32_t *next, uint32_t count)
{
    uint32_t first = *next;
    *next += count;
    return first;
}

static void lay_out(gp_model *model)
{
    const gp_network *network = model->schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    gp_risk_model *risks = model->risks;
    uint32_t next = 0, moves = 0;
    for (uint32_t i = 0; i < portfolio->risk_count; i++)
        risks[i].move_first = take(&moves, risks[i].move_count);
    model->layout = (gp_layout){
        .critical = take(&next, network->activity_count),
        .readies = take(&next, network->activity_count),
        .begins = take(&next, network->has_start_links ? network->activity_count : 0),
        .arrivals = take(&next, network->arc_count),
        .held_starts = take(&next, network->arc_count),
        .starts = take(&next, network->activity_count),
        .ends = take(&next, network->activity_count),
        .lives = take(&next, network->activity_count),
        .variations = take(&next, model->varied_count * GP_VARIATION_SUMS),
        .live_sums = take(&next, portfolio->intervention_count * GP_LIVE_SUMS),
        .together = take(&next, model->together_count),
        .pair_ranks = take(&next, model->pair_count),
        .happened = take(&next, portfolio->risk_count),
        .lost = take(&next, moves),
        .lost_mitigated = take(&next, moves),
    };
    model->layout.count = next;
}

gp_status gp_model_lives(gp_job *job, gp_model *model)
{
    GP_TRY(list_steps(job, model));
    GP_TRY(list_lives(job, model));
    GP_TRY(list_together(job, model));
    lay_out(model);
    return GP_OK;
}
