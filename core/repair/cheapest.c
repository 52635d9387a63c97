/* SPDX-License-Identifier: MIT
 * Implicit hitting set: each round asks for the cheapest choice that has one of every cut known,
 * plans with it, and learns from what is still late. The choice never costs more than the answer:
 * so when nothing is late it is the answer. */
#include "core/repair/search.h"

/* What is late whatever is taken is not needed any more. */
static bool let_go_of_lost(gp_search *s)
{
    bool is_any = false;
    for (uint32_t t = 0; t < s->target_count; t++) {
        is_any |= s->is_lost[t] && s->is_needed[t];
        s->is_needed[t] &= !s->is_lost[t];
    }
    return is_any;
}

static void take_answer(gp_search *s, const bool *is_taken)
{
    memcpy(s->chosen, is_taken, s->model->candidate_count * sizeof *is_taken);
}

static bool is_proven(const gp_search *s)
{
    return s->has_best && s->bound >= s->best_cost - 1e-9 * (1 + s->best_cost);
}

/* The first sets: from none at all. */
static gp_status begin(gp_search *s)
{
    uint32_t added;
    bool is_found;
    do {
        memset(s->chosen, 0, s->model->candidate_count * sizeof *s->chosen);
        if (gp_look_at(s, s->chosen) == 0) {
            s->has_best = true;
            memcpy(s->best, s->chosen, s->model->candidate_count * sizeof *s->chosen);
            s->best_cost = 0;
            return GP_OK;
        }
        GP_TRY(gp_cut_late(s, &added));
    } while (let_go_of_lost(s));
    GP_TRY(gp_complete(s, &is_found));
    return is_found ? gp_keep_best(s) : GP_OK;
}

#define ROUNDS 100 /* choices that are near the cheapest, between two exact ones */

static gp_status try_choice(gp_search *s, const bool *is_taken)
{
    uint32_t added = 0;
    bool is_found;
    take_answer(s, is_taken);
    for (uint32_t round = 0; round < ROUNDS && gp_goes_on(s); round++) {
        if (gp_look_at(s, s->chosen) == 0) return gp_keep_best(s);
        GP_TRY(gp_cut_late(s, &added));
        if (let_go_of_lost(s)) return GP_OK;
        if (added == 0 && round == 0) s->is_exhausted = true; /* nothing can be learnt from it */
        GP_TRY(gp_hit_all(s, s->chosen, &is_found));
        if (added == 0 || !is_found) break;
    }
    take_answer(s, is_taken);
    GP_TRY(gp_complete(s, &is_found));
    return is_found ? gp_keep_best(s) : GP_OK;
}

gp_status gp_search_cheapest(gp_search *s, bool *is_possible)
{
    *is_possible = true;
    s->bound = 0;
    GP_TRY(begin(s));
    while (!is_proven(s) && gp_goes_on(s)) {
        gp_cover_answer answer;
        gp_cover_query query = gp_new_query(s, GP_COVER_COST);
        query.hint = s->has_best ? s->best : NULL;
        query.known_cost = s->has_best ? s->best_cost : -1;
        GP_TRY(gp_ask_cover(s, &query, &answer));
        if (answer.status == GP_COVER_INFEASIBLE && !s->has_best) {
            *is_possible = false;
            return GP_OK;
        }
        if (answer.status == GP_COVER_INFEASIBLE) answer.bound = s->best_cost;
        if (answer.bound > s->bound) s->bound = answer.bound;
        if (answer.status == GP_COVER_INFEASIBLE || is_proven(s)) break;
        if (answer.has_choice) GP_TRY(try_choice(s, answer.is_taken));
    }
    if (s->has_best && s->bound > s->best_cost) s->bound = s->best_cost;
    return GP_OK;
}

static uint32_t count_taken(const gp_search *s, const bool *is_taken)
{
    uint32_t count = 0;
    for (uint32_t c = 0; c < s->model->candidate_count; c++) count += is_taken[c];
    return count;
}

/* One that came by before the ties were settled. */
static void keep_fewer(gp_search *s)
{
    bool is_fewer = count_taken(s, s->chosen) < count_taken(s, s->best);
    if (is_fewer && gp_cost_of(s, s->chosen) <= s->best_cost && gp_look_at(s, s->chosen) == 0)
        memcpy(s->best, s->chosen, s->model->candidate_count * sizeof *s->chosen);
}

gp_status gp_search_settled(gp_search *s)
{
    s->tie_effort = GP_TIE_EFFORT;
    while (gp_goes_on(s)) {
        gp_cover_answer answer;
        uint32_t added;
        gp_cover_query query = gp_new_query(s, GP_COVER_COST);
        query.is_settled = true;
        query.hint = s->best;
        query.known_cost = s->best_cost;
        GP_TRY(gp_ask_cover(s, &query, &answer));
        if (answer.has_choice) take_answer(s, answer.is_taken);
        if (answer.has_choice && answer.status == GP_COVER_STOPPED) keep_fewer(s);
        if (answer.status != GP_COVER_OPTIMAL) return GP_OK;
        if (gp_look_at(s, s->chosen) == 0) {
            memcpy(s->best, s->chosen, s->model->candidate_count * sizeof *s->chosen);
            return GP_OK;
        }
        GP_TRY(gp_cut_late(s, &added));
        if (added == 0) s->is_exhausted = true;
    }
    return GP_OK;
}
