/* SPDX-License-Identifier: MIT
 * What a budget buys, and what it costs to have some in time: the same search, where the programme
 * may choose which interventions are to be in time, and how late the others stay. */
#include "core/repair/search.h"

/* What a set comes to. */
typedef struct outcome {
    uint32_t in_time;
    int64_t days; /* late, of all together */
    double cost;
} outcome;

static outcome look(gp_search *s, const bool *is_taken)
{
    outcome found = {.cost = gp_cost_of(s, is_taken)};
    gp_look_at(s, is_taken);
    for (uint32_t t = 0; t < s->target_count; t++) {
        int32_t days = gp_late_if(&s->plan, s->targets[t]);
        found.in_time += days == 0;
        found.days += days;
    }
    return found;
}

static bool is_better(const outcome *a, const outcome *b)
{
    if (a->in_time != b->in_time) return a->in_time > b->in_time;
    return a->days != b->days ? a->days < b->days : a->cost < b->cost;
}

static void keep(gp_search *s, const bool *is_taken, double cost)
{
    memcpy(s->best, is_taken, s->model->candidate_count * sizeof *is_taken);
    s->best_cost = cost;
    s->has_best = true;
}

/* Cuts for every target that the programme takes for better than it is. */
static gp_status learn(gp_search *s, const gp_cover_answer *answer, bool with_days, uint32_t *added)
{
    *added = 0;
    for (uint32_t t = 0; t < s->target_count; t++) {
        int32_t days = gp_late_if(&s->plan, s->targets[t]);
        if (days == 0) continue;
        if (answer->is_in_time[t]) GP_TRY(gp_cut_target(s, t, 1, added));
        if (with_days && days > 1) GP_TRY(gp_cut_target(s, t, days, added));
        if (with_days && days == 1 && !answer->is_in_time[t]) GP_TRY(gp_cut_target(s, t, 1, added));
    }
    return GP_OK;
}

static gp_status no_one_needed(gp_search *s, const bool **out)
{
    *out = GP_NEW(s->job, bool, s->target_count);
    return *out ? GP_OK : gp_no_memory(s->job);
}

static uint32_t count_in_time(const gp_search *s, const gp_cover_answer *answer)
{
    uint32_t count = 0;
    for (uint32_t t = 0; t < s->target_count; t++) count += answer->is_in_time[t];
    return count;
}

/* Which of several sets that are as good would take too long to settle. */
static bool is_tie_open(const gp_search *s, const gp_cover_answer *answer)
{
    return answer->status == GP_COVER_STOPPED && !s->is_stopped && !s->is_exhausted;
}

gp_status gp_search_bought(gp_search *s, double budget, bool *is_proven)
{
    const bool *no_one;
    bool is_settled = false;
    GP_TRY(no_one_needed(s, &no_one));
    memset(s->chosen, 0, s->model->candidate_count * sizeof *s->chosen);
    outcome best = look(s, s->chosen);
    keep(s, s->chosen, 0);
    *is_proven = false;
    while (gp_goes_on(s)) {
        gp_cover_answer answer;
        uint32_t added;
        gp_cover_query query = gp_new_query(s, GP_COVER_IN_TIME);
        query.is_needed = no_one;
        query.budget = budget;
        query.is_settled = is_settled;
        GP_TRY(gp_ask_cover(s, &query, &answer));
        *is_proven = is_settled && is_tie_open(s, &answer);
        if (*is_proven || !answer.has_choice) return GP_OK;
        outcome found = look(s, answer.is_taken);
        bool is_as_told = answer.status == GP_COVER_OPTIMAL &&
                          found.in_time >= count_in_time(s, &answer) &&
                          found.days <= (int64_t)answer.late_days;
        if (is_better(&found, &best) || (is_as_told && is_settled)) {
            best = found;
            keep(s, answer.is_taken, found.cost);
        }
        if (is_as_told && is_settled) {
            *is_proven = true;
            return GP_OK;
        }
        if (is_as_told) is_settled = true;
        if (is_as_told) s->tie_effort = GP_TIE_EFFORT;
        GP_TRY(learn(s, &answer, true, &added));
        if (!is_as_told && added == 0) s->is_exhausted = true;
    }
    return GP_OK;
}

gp_status gp_search_some(gp_search *s, uint32_t in_time, bool *is_proven, bool *is_possible)
{
    const bool *no_one;
    bool is_settled = false;
    GP_TRY(no_one_needed(s, &no_one));
    *is_proven = false;
    *is_possible = true;
    s->has_best = false;
    while (gp_goes_on(s)) {
        gp_cover_answer answer;
        uint32_t added;
        gp_cover_query query = gp_new_query(s, GP_COVER_COST);
        query.is_needed = no_one;
        query.in_time = in_time;
        query.is_settled = is_settled;
        GP_TRY(gp_ask_cover(s, &query, &answer));
        *is_possible = answer.status != GP_COVER_INFEASIBLE;
        *is_proven = is_settled && is_tie_open(s, &answer);
        if (*is_proven || !answer.has_choice) return GP_OK;
        outcome found = look(s, answer.is_taken);
        bool is_as_told = answer.status == GP_COVER_OPTIMAL && found.in_time >= in_time;
        if (is_as_told) keep(s, answer.is_taken, found.cost);
        if (is_as_told && is_settled) {
            *is_proven = true;
            return GP_OK;
        }
        if (is_as_told) {
            is_settled = true;
            s->tie_effort = GP_TIE_EFFORT;
            continue;
        }
        GP_TRY(learn(s, &answer, false, &added));
        if (added == 0) s->is_exhausted = true;
    }
    return GP_OK;
}
