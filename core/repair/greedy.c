/* SPDX-License-Identifier: MIT
 * A set that will do, soon: for what is latest the measure that wins most days for its cost, until
 * nothing is late; then out with those that are not missed. */
#include "core/repair/search.h"

#include <stdlib.h>

/* ---- what may be taken ---- */

static bool is_excluded(const gp_search *s, const bool *is_taken, uint32_t candidate)
{
    for (uint32_t i = s->exclude_first[candidate]; i < s->exclude_first[candidate + 1]; i++)
        if (is_taken[s->excludes[i]]) return true;
    return false;
}

/* Lists a candidate and all that it needs and that is not taken yet; false: it may not be. */
static bool list_needed(const gp_search *s, const bool *is_taken, uint32_t candidate,
                        uint32_t *list, uint32_t room, uint32_t *count)
{
    *count = 0;
    list[(*count)++] = candidate;
    for (uint32_t i = 0; i < *count; i++) {
        if (is_excluded(s, is_taken, list[i])) return false;
        for (uint32_t n = s->need_first[list[i]]; n < s->need_first[list[i] + 1]; n++) {
            bool is_listed = is_taken[s->needs[n]];
            for (uint32_t k = 0; k < *count; k++) is_listed |= list[k] == s->needs[n];
            if (is_listed) continue;
            if (*count == room) return false;
            list[(*count)++] = s->needs[n];
        }
    }
    for (uint32_t i = 0; i < *count; i++)
        for (uint32_t e = s->exclude_first[list[i]]; e < s->exclude_first[list[i] + 1]; e++)
            for (uint32_t k = 0; k < *count; k++)
                if (list[k] == s->excludes[e]) return false;
    return true;
}

#define TOGETHER 64 /* measures that are taken at once, because one needs the other */

bool gp_may_take(const gp_search *s, const bool *is_taken, uint32_t candidate)
{
    uint32_t list[TOGETHER], count;
    return !is_taken[candidate] && list_needed(s, is_taken, candidate, list, TOGETHER, &count);
}

/* ---- adding ---- */

static int64_t days_late(const gp_search *s)
{
    int64_t days = 0;
    for (uint32_t t = 0; t < s->target_count; t++)
        if (s->is_needed[t]) days += gp_late_if(&s->plan, s->targets[t]);
    return days;
}

static void take_list(gp_search *s, const uint32_t *list, uint32_t count, bool is_taken)
{
    for (uint32_t i = 0; i < count; i++) gp_take_candidate(&s->plan, list[i], is_taken);
    gp_settle_plan(&s->plan);
}

typedef struct pick {
    uint32_t candidate;
    double worth, cost;
} pick;

static bool is_better(const pick *a, const pick *b)
{
    if (b->candidate == GP_NONE) return true;
    if (a->worth != b->worth) return a->worth > b->worth;
    return a->cost != b->cost ? a->cost < b->cost : a->candidate < b->candidate;
}

/* Which of the cut wins most days for its cost? Where none wins any, the cheapest. */
static pick pick_of_cut(gp_search *s)
{
    const uint32_t *cut = s->prover.cut.data;
    pick best = {.candidate = GP_NONE};
    int64_t before = days_late(s);
    for (size_t i = 0; i < s->prover.cut.count; i++) {
        uint32_t list[TOGETHER], count;
        if (s->chosen[cut[i]] || !list_needed(s, s->chosen, cut[i], list, TOGETHER, &count))
            continue;
        pick one = {.candidate = cut[i]};
        for (uint32_t k = 0; k < count; k++) one.cost += s->model->candidates[list[k]].cost;
        take_list(s, list, count, true);
        one.worth = (double)(before - days_late(s)) / (one.cost + 1e-6);
        take_list(s, list, count, false);
        if (is_better(&one, &best)) best = one;
    }
    return best;
}

static uint32_t find_latest(const gp_search *s)
{
    uint32_t latest = GP_NONE;
    int32_t most = 0;
    for (uint32_t t = 0; t < s->target_count; t++) {
        int32_t days = s->is_needed[t] ? gp_late_if(&s->plan, s->targets[t]) : 0;
        if (days > most) {
            latest = t;
            most = days;
        }
    }
    return latest;
}

static gp_status add_one(gp_search *s, uint32_t target, bool *is_stuck)
{
    bool holds;
    uint32_t list[TOGETHER], count = 0;
    GP_TRY(gp_prove_late(&s->prover, &s->plan, s->targets[target]));
    GP_TRY(gp_grow_cut(&s->prover, s->plan.is_taken, 1, GP_CUT_DEAR_TAKEN, &holds));
    pick best = {.candidate = GP_NONE};
    if (holds) best = pick_of_cut(s);
    *is_stuck = best.candidate == GP_NONE ||
                !list_needed(s, s->chosen, best.candidate, list, TOGETHER, &count);
    if (*is_stuck) return GP_OK;
    for (uint32_t i = 0; i < count; i++) s->chosen[list[i]] = true;
    take_list(s, list, count, true);
    return GP_OK;
}

/* ---- taking out ---- */

typedef struct ranked {
    uint32_t candidate;
    double cost;
} ranked;

static int dearest_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->cost != b->cost) return a->cost > b->cost ? -1 : 1;
    return (a->candidate < b->candidate) - (a->candidate > b->candidate);
}

static bool is_needed_by_another(const gp_search *s, uint32_t candidate)
{
    for (uint32_t i = 0; i < s->model->need_count; i++)
        if (s->model->needs[i][1] == candidate && s->chosen[s->model->needs[i][0]]) return true;
    return false;
}

static bool take_out(gp_search *s, uint32_t candidate)
{
    if (!s->chosen[candidate] || is_needed_by_another(s, candidate)) return false;
    gp_take_candidate(&s->plan, candidate, false);
    gp_settle_plan(&s->plan);
    if (gp_count_late(s) > 0) {
        gp_take_candidate(&s->plan, candidate, true);
        gp_settle_plan(&s->plan);
        return false;
    }
    s->chosen[candidate] = false;
    return true;
}

/* Until none can be taken out: what needed another is gone first. */
static gp_status take_out_all(gp_search *s)
{
    gp_job *scratch = gp_job_new();
    ranked *all = scratch ? GP_NEW(scratch, ranked, s->model->candidate_count) : NULL;
    uint32_t count = 0;
    if (!all) {
        gp_job_free(scratch);
        return gp_no_memory(s->job);
    }
    for (uint32_t c = 0; c < s->model->candidate_count; c++)
        if (s->chosen[c]) all[count++] = (ranked){c, s->model->candidates[c].cost};
    if (count) qsort(all, count, sizeof *all, dearest_first);
    for (bool is_less = true; is_less;) {
        is_less = false;
        for (uint32_t i = 0; i < count; i++)
            if (take_out(s, all[i].candidate)) is_less = s->model->need_count > 0;
    }
    gp_job_free(scratch);
    return GP_OK;
}

gp_status gp_complete(gp_search *s, bool *is_found)
{
    uint32_t late = gp_look_at(s, s->chosen);
    *is_found = false;
    for (uint32_t round = 0; late > 0 && round < s->model->candidate_count; round++) {
        bool is_stuck;
        GP_TRY(add_one(s, find_latest(s), &is_stuck));
        if (is_stuck) return GP_OK;
        late = gp_count_late(s);
    }
    if (late > 0) return GP_OK;
    *is_found = true;
    return take_out_all(s);
}

/* ---- exchanging ---- */

/* Without one of them, and what that takes instead. */
static gp_status try_without(gp_search *s, uint32_t candidate)
{
    bool is_found;
    memcpy(s->chosen, s->best, s->model->candidate_count * sizeof *s->best);
    if (is_needed_by_another(s, candidate)) return GP_OK;
    s->chosen[candidate] = false;
    GP_TRY(gp_complete(s, &is_found));
    double cost = is_found ? gp_cost_of(s, s->chosen) : s->best_cost;
    if (cost >= s->best_cost) return GP_OK;
    memcpy(s->best, s->chosen, s->model->candidate_count * sizeof *s->best);
    s->best_cost = cost;
    return GP_OK;
}

gp_status gp_keep_best(gp_search *s)
{
    double cost = gp_cost_of(s, s->chosen);
    if (s->has_best && cost >= s->best_cost) return GP_OK;
    memcpy(s->best, s->chosen, s->model->candidate_count * sizeof *s->best);
    s->best_cost = cost;
    s->has_best = true;
    for (uint32_t c = 0; c < s->model->candidate_count && gp_goes_on(s); c++)
        if (s->best[c]) GP_TRY(try_without(s, c));
    return GP_OK;
}
