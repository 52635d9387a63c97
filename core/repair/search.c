/* SPDX-License-Identifier: MIT
 * What a search is made of: the plan with what is taken, the cuts that it found so far, and the
 * effort that it may spend. */
#include "core/repair/search.h"

/* ---- opening ---- */

/* Pairs as lists by their first. */
static gp_status index_pairs(gp_job *job, const uint32_t (*pairs)[2], uint32_t count, bool both,
                             uint32_t candidates, const uint32_t **list, const uint32_t **first)
{
    uint32_t *at = GP_NEW(job, uint32_t, (size_t)candidates + 2);
    uint32_t *all = GP_NEW(job, uint32_t, (size_t)count * 2);
    if (!at || !all) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        at[pairs[i][0] + 2]++;
        if (both) at[pairs[i][1] + 2]++;
    }
    for (uint32_t i = 2; i < candidates + 2; i++) at[i] += at[i - 1];
    for (uint32_t i = 0; i < count; i++) {
        all[at[pairs[i][0] + 1]++] = pairs[i][1];
        if (both) all[at[pairs[i][1] + 1]++] = pairs[i][0];
    }
    *list = all;
    *first = at;
    return GP_OK;
}

gp_status gp_new_search_cover(gp_search *s, gp_cover **out)
{
    const gp_repair_model *model = s->model;
    double *costs = GP_NEW(s->job, double, model->candidate_count);
    if (!costs) return gp_no_memory(s->job);
    for (uint32_t c = 0; c < model->candidate_count; c++) costs[c] = model->candidates[c].cost;
    GP_TRY(gp_new_cover(s->job, costs, model->candidate_count, s->target_count, out));
    for (uint32_t i = 0; i < model->exclude_count; i++)
        GP_TRY(gp_cover_exclude(*out, model->excludes[i][0], model->excludes[i][1]));
    for (uint32_t i = 0; i < model->need_count; i++)
        GP_TRY(gp_cover_need(*out, model->needs[i][0], model->needs[i][1]));
    return GP_OK;
}

gp_status gp_open_search(gp_job *job, const gp_repair_model *model,
                         const gp_repair_options *options, const gp_repair_scope *scope,
                         gp_search **out)
{
    gp_search *s = GP_NEW(job, gp_search, 1);
    if (!s) return gp_no_memory(job);
    *s = (gp_search){.job = job,
                     .model = model,
                     .options = options,
                     .targets = scope->late,
                     .target_count = scope->late_count,
                     .is_needed = GP_NEW(job, bool, scope->late_count),
                     .is_lost = GP_NEW(job, bool, scope->late_count),
                     .cuts = {.size = sizeof(gp_found_cut)},
                     .best = GP_NEW(job, bool, model->candidate_count),
                     .chosen = GP_NEW(job, bool, model->candidate_count)};
    if (!s->is_needed || !s->is_lost || !s->best || !s->chosen) return gp_no_memory(job);
    for (uint32_t t = 0; t < s->target_count; t++) s->is_needed[t] = true;
    GP_TRY(index_pairs(job, model->excludes, model->exclude_count, true, model->candidate_count,
                       &s->excludes, &s->exclude_first));
    GP_TRY(index_pairs(job, model->needs, model->need_count, false, model->candidate_count,
                       &s->needs, &s->need_first));
    GP_TRY(gp_open_what_if(job, model, &s->plan));
    GP_TRY(gp_open_prover(job, model, &s->prover));
    GP_TRY(gp_new_search_cover(s, &s->cover));
    *out = s;
    return GP_OK;
}

/* ---- going on ---- */

double gp_cost_of(const gp_search *s, const bool *is_taken)
{
    double cost = 0;
    for (uint32_t c = 0; c < s->model->candidate_count; c++)
        if (is_taken[c]) cost += s->model->candidates[c].cost;
    return cost;
}

static uint64_t spent(const gp_search *s)
{
    return s->plan.effort + s->prover.effort + s->cover_effort * GP_PIVOT_EFFORT;
}

static uint64_t effort_of(const gp_search *s)
{
    return s->options->effort ? s->options->effort : GP_REPAIR_EFFORT;
}

bool gp_goes_on(gp_search *s)
{
    if (spent(s) >= effort_of(s)) s->is_exhausted = true;
    if (s->is_exhausted || s->is_stopped) return false;
    const gp_repair_state state = {s->has_best ? s->best_cost : -1, s->bound, s->target_count};
    if (s->options->progress && !s->options->progress(s->options->object, &state))
        s->is_stopped = true;
    return !s->is_stopped;
}

bool gp_ask_to_go_on(void *object)
{
    gp_search *s = object;
    const gp_repair_state state = {s->has_best ? s->best_cost : -1, s->bound, s->target_count};
    if (s->options->progress && !s->options->progress(s->options->object, &state))
        s->is_stopped = true;
    return !s->is_stopped;
}

gp_cover_query gp_new_query(gp_search *s, gp_cover_goal goal)
{
    uint64_t limit = effort_of(s), used = spent(s);
    return (gp_cover_query){.goal = goal,
                            .is_needed = s->is_needed,
                            .budget = -1,
                            .known_cost = -1,
                            .effort = limit == UINT64_MAX ? UINT64_MAX
                                      : used < limit      ? (limit - used) / GP_PIVOT_EFFORT + 1
                                                          : 1,
                            .goes_on = gp_ask_to_go_on,
                            .object = s};
}

gp_status gp_ask_cover(gp_search *s, const gp_cover_query *query, gp_cover_answer *out)
{
    gp_cover_query asked = *query;
    bool is_tie = query->is_settled && s->tie_effort < query->effort;
    if (is_tie) asked.effort = s->tie_effort;
    GP_TRY(gp_solve_cover(s->job, s->cover, &asked, out));
    s->cover_effort += out->effort;
    if (is_tie) s->tie_effort -= out->effort < s->tie_effort ? out->effort : s->tie_effort;
    if (out->status == GP_COVER_STOPPED && !s->is_stopped && !is_tie) s->is_exhausted = true;
    return GP_OK;
}

/* ---- looking ---- */

uint32_t gp_count_late(const gp_search *s)
{
    uint32_t late = 0;
    for (uint32_t t = 0; t < s->target_count; t++)
        late += s->is_needed[t] && gp_late_if(&s->plan, s->targets[t]) > 0;
    return late;
}

uint32_t gp_look_at(gp_search *s, const bool *is_taken)
{
    gp_take_candidates(&s->plan, is_taken);
    gp_settle_plan(&s->plan);
    return gp_count_late(s);
}

/* ---- cuts ---- */

static gp_status add_cut(gp_search *s, uint32_t target, int32_t late_days)
{
    uint32_t count = (uint32_t)s->prover.cut.count;
    uint32_t *candidates = GP_NEW(s->job, uint32_t, count);
    if (!candidates) return gp_no_memory(s->job);
    if (count) memcpy(candidates, s->prover.cut.data, count * sizeof *candidates);
    const gp_found_cut cut = {target, late_days, candidates, count};
    if (!gp_push(s->job, &s->cuts, &cut, 1)) return gp_no_memory(s->job);
    if (count == 0) s->is_lost[target] = true;
    return gp_cover_cut(s->cover, target, late_days, candidates, count);
}

static bool is_last_cut(const gp_search *s, uint32_t number)
{
    const gp_found_cut *cuts = s->cuts.data;
    const gp_found_cut *cut = &cuts[number];
    return cut->count == s->prover.cut.count &&
           (cut->count == 0 ||
            memcmp(cut->candidates, s->prover.cut.data, cut->count * sizeof(uint32_t)) == 0);
}

gp_status gp_cut_target(gp_search *s, uint32_t target, int32_t late_days, uint32_t *added)
{
    uint32_t first = (uint32_t)s->cuts.count;
    GP_TRY(gp_prove_late(&s->prover, &s->plan, s->targets[target]));
    for (int order = 0; order < GP_CUT_ORDERS; order++) {
        bool holds, is_known = false;
        GP_TRY(gp_grow_cut(&s->prover, s->plan.is_taken, late_days, (gp_cut_order)order, &holds));
        if (!holds) return GP_OK;
        for (uint32_t i = first; i < s->cuts.count; i++) is_known |= is_last_cut(s, i);
        if (is_known) continue;
        GP_TRY(add_cut(s, target, late_days));
        (*added)++;
    }
    return GP_OK;
}

/* The candidates of the first cut of a target are taken, to see what else is in the way. false: all
 * of them were: some that cannot stand beside each other, of which one counts. */
static bool take_cut(gp_search *s, uint32_t number)
{
    const gp_found_cut *cut = &((const gp_found_cut *)s->cuts.data)[number];
    bool is_new = false;
    for (uint32_t i = 0; i < cut->count; i++) {
        is_new |= !s->plan.is_taken[cut->candidates[i]];
        gp_take_candidate(&s->plan, cut->candidates[i], true);
    }
    gp_settle_plan(&s->plan);
    return is_new;
}

gp_status gp_cut_late(gp_search *s, uint32_t *added)
{
    *added = 0;
    for (uint32_t t = 0; t < s->target_count; t++) {
        while (s->is_needed[t] && gp_late_if(&s->plan, s->targets[t]) > 0) {
            uint32_t first = (uint32_t)s->cuts.count, own = 0;
            GP_TRY(gp_cut_target(s, t, 1, &own));
            *added += own;
            if (own == 0 || s->is_lost[t] || !take_cut(s, first)) break;
        }
    }
    return GP_OK;
}
