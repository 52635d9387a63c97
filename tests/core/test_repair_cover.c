/* SPDX-License-Identifier: MIT
 * The cheapest choice of measures, against all choices there are. */
#include "core/repair/cover.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>

#define MEASURES_MAX 11
#define TARGETS_MAX 4
#define CUTS_MAX 14
#define PROGRAMMES 2000

static uint64_t draw(uint64_t *state)
{
    *state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = *state;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint32_t below(uint64_t *state, uint32_t end)
{
    return (uint32_t)(draw(state) % end);
}

/* ---- a small programme, and all choices ---- */

typedef struct small_cut {
    uint32_t target, set; /* a bit a measure */
    int32_t late_days;
} small_cut;

typedef struct small {
    uint32_t measures, targets, cut_count, exclude_count, need_count;
    double costs[MEASURES_MAX];
    small_cut cuts[CUTS_MAX];
    uint32_t excludes[4][2], needs[4][2];
    bool is_needed[TARGETS_MAX];
    gp_cover_query query;
} small;

/* What one choice comes to, and how it compares. */
typedef struct outcome {
    uint32_t set, in_time, late_days, count;
    double cost;
} outcome;

static uint32_t count_bits(uint32_t set)
{
    uint32_t count = 0;
    for (; set; set &= set - 1) count++;
    return count;
}

static outcome judge(const small *s, uint32_t set, bool *is_in_time)
{
    int32_t days[TARGETS_MAX] = {0};
    outcome o = {.set = set, .count = count_bits(set)};
    for (uint32_t i = 0; i < s->cut_count; i++)
        if (!(s->cuts[i].set & set) && s->cuts[i].late_days > days[s->cuts[i].target])
            days[s->cuts[i].target] = s->cuts[i].late_days;
    for (uint32_t i = 0; i < s->targets; i++) {
        is_in_time[i] = days[i] == 0;
        o.in_time += is_in_time[i];
        o.late_days += (uint32_t)days[i];
    }
    for (uint32_t i = 0; i < s->measures; i++)
        if (set >> i & 1) o.cost += s->costs[i];
    return o;
}

static bool is_allowed(const small *s, const outcome *o, const bool *is_in_time)
{
    for (uint32_t i = 0; i < s->targets; i++)
        if ((!s->query.is_needed || s->query.is_needed[i]) && !is_in_time[i]) return false;
    for (uint32_t i = 0; i < s->exclude_count; i++)
        if ((o->set >> s->excludes[i][0] & 1) && (o->set >> s->excludes[i][1] & 1)) return false;
    for (uint32_t i = 0; i < s->need_count; i++)
        if ((o->set >> s->needs[i][0] & 1) && !(o->set >> s->needs[i][1] & 1)) return false;
    return o->in_time >= s->query.in_time &&
           (s->query.budget < 0 || o->cost <= s->query.budget + 1e-9);
}

/* Is a to be preferred to b? Where not settled, equal ones are not. */
static bool is_better(const small *s, const outcome *a, const outcome *b, bool is_settled)
{
    if (s->query.goal == GP_COVER_IN_TIME) {
        if (a->in_time != b->in_time) return a->in_time > b->in_time;
        if (a->late_days != b->late_days) return a->late_days < b->late_days;
    }
    if (a->cost < b->cost - 1e-9 || a->cost > b->cost + 1e-9) return a->cost < b->cost;
    if (!is_settled || a->set == b->set) return false;
    if (a->count != b->count) return a->count < b->count;
    uint32_t differ = a->set ^ b->set;
    return a->set & (differ & -differ);
}

static bool find_best(const small *s, outcome *best)
{
    bool is_found = false, is_in_time[TARGETS_MAX];
    for (uint32_t set = 0; set < UINT32_C(1) << s->measures; set++) {
        outcome now = judge(s, set, is_in_time);
        if (!is_allowed(s, &now, is_in_time)) continue;
        if (!is_found || is_better(s, &now, best, true)) *best = now;
        is_found = true;
    }
    return is_found;
}

static void make_costs(small *s, uint64_t *state)
{
    uint32_t kind = below(state, 6);
    for (uint32_t i = 0; i < s->measures; i++)
        s->costs[i] = kind == 0   ? 1
                      : kind == 1 ? below(state, 3)
                      : kind == 2 ? 0.1 * (1 + below(state, 30))
                      : kind == 3 ? 1000.0 * below(state, 50)
                      : kind == 4 ? 0.25 * below(state, 9) + 0.000001 * below(state, 3)
                                  : 1 + below(state, 2);
}

static void make_small(small *s, uint64_t *state)
{
    *s = (small){.measures = 1 + below(state, MEASURES_MAX),
                 .targets = 1 + below(state, TARGETS_MAX)};
    make_costs(s, state);
    s->cut_count = below(state, CUTS_MAX + 1);
    for (uint32_t i = 0; i < s->cut_count; i++) {
        uint32_t set = (uint32_t)(draw(state) & draw(state)) & ((UINT32_C(1) << s->measures) - 1);
        if (set == 0 && below(state, 5)) set = UINT32_C(1) << below(state, s->measures);
        s->cuts[i] = (small_cut){below(state, s->targets), set, 1 + (int32_t)below(state, 40)};
    }
    s->exclude_count = below(state, 2) ? below(state, 4) : 0;
    s->need_count = below(state, 2) ? below(state, 4) : 0;
    for (uint32_t i = 0; i < 4; i++) {
        s->excludes[i][0] = below(state, s->measures);
        s->excludes[i][1] = below(state, s->measures);
        s->needs[i][0] = below(state, s->measures);
        s->needs[i][1] = below(state, s->measures);
    }
    for (uint32_t i = 0; i < s->targets; i++) s->is_needed[i] = below(state, 2);
}

static void make_query(small *s, uint64_t *state)
{
    s->query = (gp_cover_query){.goal = below(state, 3) ? GP_COVER_COST : GP_COVER_IN_TIME,
                                .is_settled = below(state, 4) != 0,
                                .budget = -1,
                                .known_cost = -1,
                                .effort = 1000000};
    bool has_none[TARGETS_MAX] = {false};
    if (s->query.goal == GP_COVER_IN_TIME && below(state, 4))
        memcpy(s->is_needed, has_none, sizeof has_none);
    if (s->query.goal == GP_COVER_IN_TIME || below(state, 3) == 0)
        s->query.is_needed = s->is_needed;
    if (below(state, 3) == 0) s->query.in_time = below(state, s->targets + 1);
    if (below(state, 3) == 0) s->query.budget = s->costs[0] * below(state, 5) + below(state, 3);
}

static gp_cover *make_cover(gp_job *job, const small *s, const uint32_t *order)
{
    gp_cover *cover;
    assert_int_equal(gp_new_cover(job, s->costs, s->measures, s->targets, &cover), GP_OK);
    for (uint32_t i = 0; i < s->cut_count; i++) {
        const small_cut *cut = &s->cuts[order ? order[i] : i];
        uint32_t members[MEASURES_MAX], count = 0;
        for (uint32_t k = 0; k < s->measures; k++)
            if (cut->set >> k & 1) members[count++] = k;
        assert_int_equal(gp_cover_cut(cover, cut->target, cut->late_days, members, count), GP_OK);
    }
    for (uint32_t i = 0; i < s->exclude_count; i++)
        assert_int_equal(gp_cover_exclude(cover, s->excludes[i][0], s->excludes[i][1]), GP_OK);
    for (uint32_t i = 0; i < s->need_count; i++)
        assert_int_equal(gp_cover_need(cover, s->needs[i][0], s->needs[i][1]), GP_OK);
    return cover;
}

static uint32_t set_of(const small *s, const bool *is_taken)
{
    uint32_t set = 0;
    for (uint32_t i = 0; i < s->measures; i++) set |= (uint32_t)is_taken[i] << i;
    return set;
}

static void fail_with(uint64_t seed, const char *what, const gp_cover_answer *a,
                      const outcome *best, bool is_possible)
{
    fail_msg("seed %llu: %s: status %d cost %g bound %g days %u; all choices: %s set %x cost %g",
             (unsigned long long)seed, what, a->status, a->cost, a->bound, a->late_days,
             is_possible ? "possible" : "impossible", best->set, best->cost);
}

static void check_answer(uint64_t seed, const small *s, const gp_cover_answer *a)
{
    outcome best = {0};
    bool is_possible = find_best(s, &best), is_in_time[TARGETS_MAX];
    if (a->status == GP_COVER_STOPPED || is_possible != (a->status == GP_COVER_OPTIMAL) ||
        a->has_choice != is_possible)
        fail_with(seed, "status", a, &best, is_possible);
    if (!is_possible) return;
    outcome found = judge(s, set_of(s, a->is_taken), is_in_time);
    if (!is_allowed(s, &found, is_in_time)) fail_with(seed, "not allowed", a, &best, true);
    if (is_better(s, &best, &found, s->query.is_settled))
        fail_with(seed, "not the best", a, &best, true);
    for (uint32_t i = 0; i < s->targets; i++) assert_int_equal(a->is_in_time[i], is_in_time[i]);
    assert_int_equal(a->late_days, found.late_days);
    assert_true(a->cost < found.cost + 1e-9 && a->cost > found.cost - 1e-9);
    if (a->bound > a->cost || a->bound < a->cost - 1e-9) fail_with(seed, "bound", a, &best, true);
}

static gp_cover_answer solve(gp_job *job, gp_cover *cover, const gp_cover_query *query)
{
    gp_cover_answer answer;
    assert_int_equal(gp_solve_cover(job, cover, query, &answer), GP_OK);
    return answer;
}

/* With a hint and the cost of a choice that is known, the answer is no other. */
static void check_hints(uint64_t seed, gp_job *job, small *s, uint64_t *state)
{
    bool hint[MEASURES_MAX], is_in_time[TARGETS_MAX];
    for (uint32_t i = 0; i < s->measures; i++) hint[i] = below(state, 4) != 0;
    outcome hinted = judge(s, set_of(s, hint), is_in_time);
    s->query.hint = hint;
    if (s->query.goal == GP_COVER_COST && is_allowed(s, &hinted, is_in_time))
        s->query.known_cost = hinted.cost;
    gp_cover_answer answer = solve(job, make_cover(job, s, NULL), &s->query);
    check_answer(seed, s, &answer);
    s->query.hint = NULL;
    outcome best;
    if (s->query.goal == GP_COVER_COST && find_best(s, &best)) {
        s->query.known_cost = best.cost;
        answer = solve(job, make_cover(job, s, NULL), &s->query);
        check_answer(seed, s, &answer);
        if (best.cost >= 0.01) {
            s->query.known_cost = best.cost * (1 - 1e-8);
            answer = solve(job, make_cover(job, s, NULL), &s->query);
            if (answer.status != GP_COVER_INFEASIBLE)
                fail_with(seed, "known", &answer, &best, true);
            assert_true(answer.bound >= s->query.known_cost - 1e-9);
        }
    }
    s->query.known_cost = -1;
}

/* In another order of the rows a settled answer is the same. */
static void check_order(gp_job *job, const small *s, uint64_t *state, const gp_cover_answer *a)
{
    uint32_t order[CUTS_MAX];
    for (uint32_t i = 0; i < s->cut_count; i++) {
        uint32_t at = below(state, i + 1);
        order[i] = order[at];
        order[at] = i;
    }
    gp_cover_answer b = solve(job, make_cover(job, s, order), &s->query);
    assert_int_equal(a->status, b.status);
    if (a->has_choice && s->query.is_settled)
        assert_memory_equal(a->is_taken, b.is_taken, s->measures);
}

static void test_small(void **unused)
{
    (void)unused;
    uint32_t possible = 0;
    for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
        uint64_t state = seed;
        small s;
        gp_job *job = gp_job_new();
        make_small(&s, &state);
        make_query(&s, &state);
        gp_cover_answer answer = solve(job, make_cover(job, &s, NULL), &s.query);
        check_answer(seed, &s, &answer);
        check_order(job, &s, &state, &answer);
        check_hints(seed, job, &s, &state);
        possible += answer.has_choice;
        gp_job_free(job);
    }
    assert_in_range(possible, PROGRAMMES / 4, PROGRAMMES - PROGRAMMES / 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
