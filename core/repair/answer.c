/* SPDX-License-Identifier: MIT
 * What is told of a search: the plan before and after, and what stays late. The plan after is that
 * of the portfolio with the changes made, as everybody can make it: where its dates are not those
 * of the search, it is a bug, and nothing is told. */
#include "core/repair/answer.h"

#include <stdlib.h>

gp_status gp_list_taken(gp_job *job, const bool *is_taken, uint32_t count, const uint32_t **out,
                        uint32_t *out_count)
{
    uint32_t *list = GP_NEW(job, uint32_t, count);
    *out_count = 0;
    if (!list) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        if (is_taken[i]) list[(*out_count)++] = i;
    *out = list;
    return GP_OK;
}

/* ---- the plan after ---- */

static gp_status schedule_after(gp_job *job, const gp_search *s, gp_repair *repair)
{
    const gp_schedule *before = s->model->schedule;
    const gp_schedule_options planning = {.float_mode = before->float_mode,
                                          .is_demand_driven = before->is_demand_driven};
    const gp_repair_worlds *worlds = s->options->worlds;
    const gp_candidate **taken = GP_NEW(job, const gp_candidate *, s->model->candidate_count);
    const gp_portfolio *portfolio;
    const gp_network *network;
    uint32_t count = 0;
    if (!taken) return gp_no_memory(job);
    for (uint32_t c = 0; c < s->model->candidate_count; c++)
        if (s->best[c]) taken[count++] = &repair->considered[c];
    repair->after = before;
    if (count == 0) return GP_OK;
    GP_TRY(worlds->make(worlds->object, job, taken, count, &portfolio));
    GP_TRY(gp_build_network(job, portfolio, &network));
    return gp_schedule_network(job, network, &planning, &repair->after);
}

/* The same intervention in another portfolio; GP_NONE: it is not there. */
static uint32_t find_live(const gp_schedule *schedule, const char *id)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    uint32_t symbol = gp_find_symbol(portfolio, id);
    if (symbol == GP_NONE || portfolio->items[symbol].kind != GP_ITEM_INTERVENTION) return GP_NONE;
    return schedule->network->intervention_activity[portfolio->items[symbol].index];
}

static void tell_after(const gp_schedule *after, const char *id, gp_repair_live *live)
{
    uint32_t activity = find_live(after, id);
    live->after = live->needed_by_after = GP_NO_DAY;
    if (activity == GP_NONE) return;
    const gp_network *network = after->network;
    live->needed_by_after =
        network->portfolio->interventions[network->activities[activity].item].needed_by;
    live->after = after->dates[activity].earliest_ready;
    live->late_after = gp_late_days(after, activity);
    live->not_before_after = after->dates[activity].not_before;
}

/* Where no plan was made with the measures: what the search knows. */
static void tell_searched(const gp_search *s, uint32_t activity, gp_repair_live *live)
{
    live->after = s->plan.known.ready[activity];
    live->needed_by_after = s->plan.needed_by[activity];
    live->late_after = gp_late_if(&s->plan, activity);
    live->not_before_after = s->plan.known.not_before[activity];
}

static gp_status tell_live(gp_job *job, const gp_search *s, uint32_t index, gp_repair *repair,
                           gp_repair_live *live)
{
    const gp_schedule *before = s->model->schedule;
    const gp_intervention *intervention = &before->network->portfolio->interventions[index];
    uint32_t activity = before->network->intervention_activity[index];
    *live = (gp_repair_live){.intervention = index,
                             .needed_by = intervention->needed_by,
                             .before = before->dates[activity].earliest_ready,
                             .late_before = gp_late_days(before, activity),
                             .not_before = before->dates[activity].not_before};
    tell_searched(s, activity, live);
    if (!repair->after) return GP_OK;
    gp_day searched = live->after;
    tell_after(repair->after, gp_activity_id(before->network, activity), live);
    return live->after == searched ? GP_OK
                                   : gp_bug(job, "repair: a date is not that of the changes made");
}

static gp_status tell_lives(gp_job *job, const gp_search *s, gp_repair *repair)
{
    const gp_portfolio *portfolio = s->model->schedule->network->portfolio;
    gp_repair_live *lives = GP_NEW(job, gp_repair_live, portfolio->intervention_count);
    uint32_t count = 0;
    if (!lives) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        bool is_asked = !s->options->only || s->options->only[i];
        if (is_asked && portfolio->interventions[i].needed_by != GP_NO_DAY)
            GP_TRY(tell_live(job, s, i, repair, &lives[count++]));
    }
    repair->lives = lives;
    repair->live_count = count;
    return GP_OK;
}

/* ---- what stays late ---- */

/* A schedule with every measure taken, on the network of the model. */
static gp_status schedule_all(gp_job *job, const gp_search *s, const gp_schedule **out)
{
    gp_what_if *all = GP_NEW(job, gp_what_if, 1);
    if (!all) return gp_no_memory(job);
    GP_TRY(gp_open_what_if(job, s->model, all));
    for (uint32_t c = 0; c < s->model->candidate_count; c++) gp_take_candidate(all, c, true);
    gp_settle_plan(all);
    return gp_schedule_network(job, &all->network, NULL, out);
}

static gp_status tell_lost(gp_job *job, const gp_search *s, uint32_t target, const gp_schedule *all,
                           gp_repair *repair, gp_repair_lost *lost)
{
    const gp_network *network = s->model->schedule->network;
    uint32_t activity = s->targets[target];
    *lost = (gp_repair_lost){.intervention = network->activities[activity].item,
                             .is_certain = s->is_lost[target],
                             .schedule = s->is_lost[target] ? all : repair->after};
    if (!s->is_lost[target])
        activity = find_live(lost->schedule, gp_activity_id(network, activity));
    lost->late_days = gp_late_days(lost->schedule, activity);
    return gp_trace_path(job, lost->schedule, activity, &lost->path);
}

static gp_status tell_all_lost(gp_job *job, const gp_search *s, gp_repair *repair)
{
    const gp_schedule *all = NULL;
    gp_repair_lost *lost = GP_NEW(job, gp_repair_lost, s->target_count);
    if (!lost) return gp_no_memory(job);
    for (uint32_t t = 0; t < s->target_count; t++) {
        bool is_told = s->is_lost[t] || repair->status == GP_REPAIR_IMPOSSIBLE;
        if (!is_told || gp_late_if(&s->plan, s->targets[t]) == 0) continue;
        if (s->is_lost[t] && !all) GP_TRY(schedule_all(job, s, &all));
        GP_TRY(tell_lost(job, s, t, all, repair, &lost[repair->lost_count++]));
    }
    repair->lost = lost;
    return GP_OK;
}

/* ---- the cuts ---- */

gp_status gp_tell_cuts(gp_job *job, gp_search *s, gp_repair *repair)
{
    const gp_found_cut *found = s->cuts.data;
    gp_array *numbers = GP_NEW(s->job, gp_array, 1);
    if (!numbers) return gp_no_memory(job);
    numbers->size = sizeof(uint32_t);
    GP_TRY(gp_find_certificate(s, repair->bound, numbers));
    gp_repair_cut *cuts = GP_NEW(job, gp_repair_cut, numbers->count);
    if (!cuts) return gp_no_memory(job);
    for (size_t i = 0; i < numbers->count; i++) {
        const gp_found_cut *cut = &found[((const uint32_t *)numbers->data)[i]];
        uint32_t *candidates = GP_NEW(job, uint32_t, cut->count);
        if (!candidates) return gp_no_memory(job);
        memcpy(candidates, cut->candidates, cut->count * sizeof *candidates);
        cuts[i] = (gp_repair_cut){s->model->network.activities[s->targets[cut->target]].item,
                                  candidates, cut->count};
    }
    repair->cuts = cuts;
    repair->cut_count = (uint32_t)numbers->count;
    return GP_OK;
}

/* ---- all of it ---- */

static gp_status copy_pairs(gp_job *job, const uint32_t (*pairs)[2], uint32_t count,
                            const uint32_t (**out)[2])
{
    uint32_t(*copy)[2] = gp_allocate(job, count, sizeof *copy);
    if (!copy) return gp_no_memory(job);
    if (count) memcpy(copy, pairs, count * sizeof *copy);
    *out = (const uint32_t(*)[2])copy;
    return GP_OK;
}

static gp_status tell_considered(gp_job *job, const gp_search *s, gp_repair *repair)
{
    uint32_t count = s->model->candidate_count;
    gp_candidate *considered = GP_NEW(job, gp_candidate, count);
    if (!considered) return gp_no_memory(job);
    if (count) memcpy(considered, s->model->candidates, count * sizeof *considered);
    GP_TRY(copy_pairs(job, s->model->excludes, s->model->exclude_count, &repair->excludes));
    GP_TRY(copy_pairs(job, s->model->needs, s->model->need_count, &repair->needs));
    repair->exclude_count = s->model->exclude_count;
    repair->need_count = s->model->need_count;
    repair->considered = considered;
    repair->considered_count = count;
    return GP_OK;
}

gp_status gp_answer_repair(gp_job *job, gp_search *s, const gp_repair_scope *scope,
                           gp_repair *repair)
{
    repair->is_stopped = s->is_stopped;
    repair->is_exhausted = s->is_exhausted;
    repair->before = s->model->schedule;
    gp_look_at(s, s->best);
    if (!repair->considered) GP_TRY(tell_considered(job, s, repair));
    if (!s->options->is_brief) GP_TRY(schedule_after(job, s, repair));
    GP_TRY(tell_lives(job, s, repair));
    if (s->options->budget < 0 && !s->options->is_brief) GP_TRY(tell_all_lost(job, s, repair));
    return gp_tell_choices(job, s, scope, repair);
}
