/* SPDX-License-Identifier: MIT
 * The cheapest measures, against every choice there is: each one that `excludes` and `needs` allow
 * is made through the door and planned. Of those the answer is the best: without a budget, with
 * one, and for every number of interventions in time. GP_REPAIR_CASES=1000: so many portfolios. */
#include "core/job.h"
#include "tests/support_draft.h"
#include "tests/support_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every choice, by its bits. */
typedef struct table {
    repair_world *world;
    uint32_t count, live_count;
    uint32_t lives[REPAIR_LIVES_MAX];  /* interventions */
    int32_t (*late)[REPAIR_LIVES_MAX]; /* of those asked for; late[c][0] < 0: cannot be */
    int64_t *costs;                    /* thousandths */
    bool is_refused;                   /* what is allowed makes no portfolio */
} table;

static int64_t thousandths(double cost)
{
    return llround(cost * 1000);
}

static void spread(uint32_t choice, uint32_t count, bool *is_taken)
{
    for (uint32_t i = 0; i < count; i++) is_taken[i] = choice >> i & 1;
}

static void fill_choice(table *t, uint32_t choice, const repair_pairs *pairs)
{
    bool is_taken[REPAIR_MEASURES_MAX] = {false};
    gp_job *job = gp_job_new();
    spread(choice, t->count, is_taken);
    t->late[choice][0] = -1;
    for (uint32_t i = 0; i < t->count; i++)
        if (is_taken[i]) t->costs[choice] += thousandths(t->world->repair->considered[i].cost);
    if (is_allowed(pairs, is_taken)) {
        const gp_schedule *plan = plan_with(job, t->world, is_taken);
        t->is_refused = t->is_refused || !plan;
        for (uint32_t i = 0; plan && i < t->live_count; i++)
            t->late[choice][i] = late_in(t->world, t->lives[i], plan);
    }
    gp_job_free(job);
}

/* Those that were asked for, and are needed by some day. */
static void find_lives(table *t)
{
    const gp_portfolio *portfolio = t->world->portfolio;
    const bool *only = t->world->options.only;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        if (portfolio->interventions[i].needed_by != GP_NO_DAY && (!only || only[i]))
            t->lives[t->live_count++] = i;
}

static void fill(table *t, repair_world *world)
{
    const gp_repair *repair = world->repair;
    *t = (table){.world = world, .count = repair->considered_count};
    find_lives(t);
    t->late = calloc((size_t)1 << t->count, sizeof *t->late);
    t->costs = calloc((size_t)1 << t->count, sizeof *t->costs);
    const repair_pairs pairs = pairs_of(world);
    for (uint32_t choice = 0; choice < 1u << t->count; choice++) fill_choice(t, choice, &pairs);
}

static void empty(table *t)
{
    free(t->late);
    free(t->costs);
}

static bool can_be(const table *t, uint32_t choice)
{
    return t->live_count == 0 || t->late[choice][0] >= 0;
}

static uint32_t in_time(const table *t, uint32_t choice)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < t->live_count; i++) count += t->late[choice][i] == 0;
    return count;
}

static int64_t late_days(const table *t, uint32_t choice)
{
    int64_t days = 0;
    for (uint32_t i = 0; i < t->live_count; i++) days += t->late[choice][i];
    return days;
}

/* Ties: the fewest measures, then the smallest number that only one of them has. */
static bool comes_first(uint32_t a, uint32_t b)
{
    int size_a = __builtin_popcount(a), size_b = __builtin_popcount(b);
    uint32_t differs = a ^ b;
    return size_a != size_b ? size_a < size_b : (a & (differs & -differs)) != 0;
}

static bool is_cheaper(const table *t, uint32_t a, uint32_t b)
{
    return t->costs[a] != t->costs[b] ? t->costs[a] < t->costs[b] : comes_first(a, b);
}

#define NO_CHOICE UINT32_MAX

/* The least cost at which so many are in time. */
static uint32_t cheapest(const table *t, uint32_t wanted)
{
    uint32_t best = NO_CHOICE;
    for (uint32_t c = 0; c < 1u << t->count; c++)
        if (can_be(t, c) && in_time(t, c) >= wanted &&
            (best == NO_CHOICE || is_cheaper(t, c, best)))
            best = c;
    return best;
}

/* The most in time for the budget, then the fewest days late, then the least cost. */
static uint32_t best_for(const table *t, int64_t budget)
{
    uint32_t best = 0;
    for (uint32_t c = 1; c < 1u << t->count; c++) {
        if (!can_be(t, c) || t->costs[c] > budget) continue;
        int64_t more = (int64_t)in_time(t, c) - in_time(t, best);
        int64_t fewer = late_days(t, best) - late_days(t, c);
        if (more > 0 || (more == 0 && (fewer > 0 || (fewer == 0 && is_cheaper(t, c, best)))))
            best = c;
    }
    return best;
}

/* ---- the answer ---- */

static uint32_t choice_of(const gp_repair *repair)
{
    uint32_t choice = 0;
    for (uint32_t i = 0; i < repair->choice_count; i++)
        choice |= 1u << repair->choices[i].candidate;
    return choice;
}

static const char *named(const table *t, uint32_t choice)
{
    bool is_taken[REPAIR_MEASURES_MAX] = {false};
    if (choice == NO_CHOICE) return "nothing";
    spread(choice, t->count, is_taken);
    return name_choice(t->world, is_taken);
}

/* What was found, and what should have been. */
static void compare(const table *t, bool holds, const char *what, uint32_t found, uint32_t expected)
{
    if (!holds) print_message("found    %s\nexpected %s\n", named(t, found), named(t, expected));
    need_that(t->world, holds, what);
}

static void need_same(const table *t, const char *what, uint32_t found, uint32_t expected)
{
    compare(t, found == expected, what, found, expected);
}

static void need_cost(const table *t, const char *what, double found, uint32_t expected)
{
    compare(t, thousandths(found) == t->costs[expected], what, NO_CHOICE, expected);
}

/* What was considered makes nothing later, whatever else is made. */
static void nothing_gets_later(const table *t)
{
    for (uint32_t c = 0; c < 1u << t->count; c++)
        for (uint32_t m = 0; can_be(t, c) && m < t->count; m++) {
            uint32_t more = c | 1u << m;
            bool is_later = false;
            if (more == c || !can_be(t, more)) continue;
            for (uint32_t i = 0; i < t->live_count; i++)
                is_later = is_later || t->late[more][i] > t->late[c][i];
            compare(t, !is_later, "a measure makes it later", more, c);
            if (is_later) return;
        }
}

/* Not all can be in time: those that can be are, at the least cost; where not even those can all be
 * together, as many of them as can. */
static void check_impossible(const table *t)
{
    const gp_repair *repair = t->world->repair;
    uint32_t certain = 0, choice, left = t->live_count;
    need_that(t->world, repair->status == GP_REPAIR_IMPOSSIBLE, "it cannot be");
    need_that(t->world, repair->lost_count > 0, "something is lost");
    for (uint32_t i = 0; i < repair->lost_count; i++) certain += repair->lost[i].is_certain;
    for (uint32_t i = 0; i < t->live_count; i++) {
        bool is_certain = false, is_ever = false;
        for (uint32_t k = 0; k < repair->lost_count; k++)
            is_certain = is_certain || (repair->lost[k].is_certain &&
                                        repair->lost[k].intervention == t->lives[i]);
        for (uint32_t c = 0; c < 1u << t->count; c++)
            is_ever = is_ever || (can_be(t, c) && t->late[c][i] == 0);
        need_that(t->world, !(is_certain && is_ever), "certain to be late");
    }
    left -= certain;
    choice = cheapest(t, left);
    while (choice == NO_CHOICE && left > 0) choice = cheapest(t, --left);
    need_same(t, "the cheapest for the others", choice_of(repair), choice);
    need_cost(t, "its cost", repair->cost, choice);
}

static void check_whole(const table *t)
{
    const gp_repair *repair = t->world->repair;
    uint32_t best = cheapest(t, t->live_count);
    if (late_days(t, 0) == 0) {
        need_that(t->world, repair->status == GP_REPAIR_NOTHING_LATE, "nothing is late");
        return;
    }
    if (best == NO_CHOICE) {
        check_impossible(t);
        return;
    }
    need_same(t, "the cheapest", choice_of(repair), best);
    need_cost(t, "its cost", repair->cost, best);
    need_cost(t, "the bound", repair->bound, best);
    need_that(t->world, repair->status == GP_REPAIR_PROVEN, "it is proven");
}

static void check_budget(const table *t, double budget)
{
    repair_world again = *t->world;
    again.options.budget = budget;
    const gp_repair *repair = repair_of(&again);
    uint32_t best = best_for(t, thousandths(budget));
    char what[60];
    if (repair->status == GP_REPAIR_NOTHING_LATE) return;
    snprintf(what, sizeof what, "with a budget of %g", budget);
    need_same(t, what, choice_of(repair), best);
    need_cost(t, what, repair->cost, best);
}

static void check_curve(const table *t)
{
    repair_world again = *t->world;
    again.options.has_curve = true;
    const gp_repair *repair = repair_of(&again);
    uint32_t at = 0, most = 0;
    if (repair->status == GP_REPAIR_NOTHING_LATE) return;
    for (uint32_t c = 0; c < 1u << t->count; c++)
        if (can_be(t, c) && in_time(t, c) > most) most = in_time(t, c);
    bool is_whole =
        repair->curve_count > 0 && repair->curve[repair->curve_count - 1].in_time == most;
    need_that(t->world, is_whole, "the curve goes to the end");
    for (uint32_t wanted = 0; is_whole && wanted <= most; wanted++) {
        while (repair->curve[at].in_time < wanted) at++;
        uint32_t best = cheapest(t, wanted), found = 0;
        for (uint32_t i = 0; i < repair->curve[at].count; i++)
            found |= 1u << repair->curve[at].candidates[i];
        need_cost(t, "the curve tells the cost", repair->curve[at].cost, best);
        need_that(t->world, repair->curve[at].is_proven, "the curve is proven");
        compare(t,
                can_be(t, found) && in_time(t, found) >= repair->curve[at].in_time &&
                    t->costs[found] == t->costs[best],
                "the curve", found, best);
    }
}

static void check_all(repair_world *world, uint64_t seed)
{
    table t;
    fill(&t, world);
    need_that(world, !t.is_refused, "what is allowed makes a portfolio");
    nothing_gets_later(&t);
    check_whole(&t);
    check_budget(&t, 0);
    check_budget(&t, (double)test_random(&seed, 20) / 2);
    check_curve(&t);
    empty(&t);
}

/* ---- cases ---- */

#define USUAL_MAX 9u /* there are twice as many choices with one more */

typedef struct tally {
    uint64_t cases, late, considered, measures, chosen, impossible;
} tally;

static void count(tally *sum, const repair_world *world)
{
    const gp_repair *repair = world->repair;
    sum->cases++;
    sum->late += repair->status != GP_REPAIR_NOTHING_LATE;
    sum->measures += world->portfolio->measure_count;
    sum->considered += repair->considered_count;
    sum->chosen += repair->choice_count;
    sum->impossible += repair->status == GP_REPAIR_IMPOSSIBLE;
}

static void tell_tally(const char *what, const tally *sum)
{
    print_message("%s: %d portfolios, %d late, %d impossible; of %d measures %d considered, %d "
                  "chosen\n",
                  what, (int)sum->cases, (int)sum->late, (int)sum->impossible, (int)sum->measures,
                  (int)sum->considered, (int)sum->chosen);
}

static tally try_tastes(uint64_t first, uint64_t cases, const repair_taste *taste,
                        void (*prepare)(repair_world *world, uint64_t seed))
{
    tally sum = {0};
    for (uint64_t seed = first; seed < first + cases; seed++) {
        repair_world world;
        open_world(&world, random_repairable(seed, taste));
        if (prepare) prepare(&world, seed);
        repair_of(&world);
        if (world.repair->considered_count <= (seed % 16 ? USUAL_MAX : REPAIR_MEASURES_MAX)) {
            count(&sum, &world);
            check_all(&world, seed);
        }
        close_world(&world);
    }
    return sum;
}

static void measures_of_the_file(void **state)
{
    (void)state;
    static const repair_taste few = {.capabilities = 6, .interventions = 4, .measures = 9};
    static const repair_taste many = {.capabilities = 7, .interventions = 4, .measures = 14};
    static const repair_taste plain = {
        .capabilities = 6, .interventions = 4, .measures = 9, .is_plain = true};
    uint64_t cases = repair_cases(300);
    tally sum = try_tastes(1, cases / 2, &few, NULL);
    tell_tally("any measures", &sum);
    sum = try_tastes(100001, cases * 2 / 5, &plain, NULL);
    tell_tally("plain measures", &sum);
    assert_true(getenv("GP_REPAIR_GO_ON") ||
                (sum.late > sum.cases / 2 && sum.considered > sum.measures / 3));
    sum = try_tastes(200001, cases / 10, &many, NULL);
    tell_tally("many measures", &sum);
}

/* Some kinds, at other costs. */
static void choose_kinds(repair_world *world, uint64_t seed)
{
    for (int kind = GP_DECIDE_OFF_ROUND; kind < GP_CANDIDATE_KINDS; kind++)
        if (test_random(&seed, 3) == 0)
            world->options.costs[kind] = test_random(&seed, 2) ? -1 : 0.5 * test_random(&seed, 7);
    world->options.has_automatic = true;
    world->options.later = 1 + test_random(&seed, 3);
}

static void automatic_measures(void **state)
{
    (void)state;
    static const repair_taste taste = {.capabilities = 3, .interventions = 2};
    static const repair_taste mixed = {.capabilities = 3, .interventions = 2, .measures = 4};
    uint64_t cases = repair_cases(300);
    tally sum = try_tastes(300001, cases, &taste, choose_kinds);
    tell_tally("automatic measures", &sum);
    assert_true(sum.cases > cases / 3);
    sum = try_tastes(400001, cases / 2, &mixed, choose_kinds);
    tell_tally("both", &sum);
}

/* Some of the interventions, and not all of the measures. */
static void choose_some(repair_world *world, uint64_t seed)
{
    const gp_portfolio *portfolio = world->portfolio;
    bool *only = GP_NEW(world->job, bool, portfolio->intervention_count + 1u);
    bool *not_measures = GP_NEW(world->job, bool, portfolio->measure_count + 1u);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) only[i] = test_random(&seed, 2);
    for (uint32_t i = 0; i < portfolio->measure_count; i++)
        not_measures[i] = test_random(&seed, 4) == 0;
    world->options.only = only;
    world->options.not_measures = not_measures;
}

static void some_interventions_and_measures(void **state)
{
    (void)state;
    static const repair_taste taste = {.capabilities = 6, .interventions = 4, .measures = 8};
    tally sum = try_tastes(500001, repair_cases(300) / 4, &taste, choose_some);
    tell_tally("some of them", &sum);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(measures_of_the_file),
                                       cmocka_unit_test(automatic_measures),
                                       cmocka_unit_test(some_interventions_and_measures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
