/* SPDX-License-Identifier: MIT
 * One future of a portfolio: by hand, and random portfolios against a fixpoint that is slow and
 * plain. Findings about scenarios. */
#include "tests/support_random.h"
#include "groeipad/scenarios.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

/* Names the scenarios of an intervention, "ab" = the first two, in a draft's portfolio. */
static void add_in(test_draft *t, const char *id, gp_stage stage, const char *scenarios,
                   const char *requires)
{
    uint32_t numbers[8], count = 0;
    gp_intervention intervention = test_intervention(stage, 14);
    for (; scenarios[count]; count++) {
        const char name[] = {scenarios[count], '\0'};
        numbers[count] = gp_draft_term_reference(t->draft, GP_SCENARIO, name, (gp_place){0});
    }
    intervention.scenarios = test_keep(t, numbers, sizeof numbers);
    intervention.scenario_count = count;
    add_test_intervention(t, id, intervention, requires);
}

static void start(test_draft *t, const char *scenarios)
{
    start_test_draft(t);
    for (size_t i = 0; scenarios[i]; i++) {
        const char name[] = {scenarios[i], '\0'};
        gp_term term = {.id = test_keep(t, name, sizeof name)};
        assert_int_equal(gp_draft_term(t->draft, GP_SCENARIO, &term), GP_OK);
    }
}

static gp_item_kind kind_of(const gp_portfolio *portfolio, const char *id)
{
    return portfolio->items[gp_find_symbol(portfolio, id)].kind;
}

static const gp_portfolio *select_in(test_draft *t, const gp_portfolio *whole, const char *id)
{
    const gp_portfolio *future;
    uint32_t scenario = gp_find_scenario(whole, id);
    assert_int_not_equal(scenario, GP_NONE);
    assert_int_equal(gp_select_scenario(t->job, whole, scenario, &future), GP_OK);
    assert_int_equal(future->scenario, scenario);
    return future;
}

static void what_needs_a_fallen_one_falls_too(void **state)
{
    (void)state;
    test_draft t;
    start(&t, "ab");
    add_in(&t, "shared", GP_DEVELOP, "", "view nowhere");
    add_in(&t, "of-b", GP_EXPLORE, "b", "vault elsewhere@2");
    add_in(&t, "builds-on-b", GP_EXPLORE, "", "of-b view");
    add_in(&t, "further", GP_EXPLORE, "", "shared builds-on-b");
    add_in(&t, "either", GP_EXPLORE, "", "of-b|shared view");
    add_in(&t, "both-fell", GP_EXPLORE, "", "of-b|builds-on-b");
    add_in(&t, "in-both", GP_EXPLORE, "ab", "view@2");
    add_test_capability(&t, "view", test_capability(10), "");
    add_test_capability(&t, "vault", test_capability(10), "lost");
    const gp_portfolio *whole = finish_test_draft(&t), *a = select_in(&t, whole, "a");
    assert_int_equal(a->intervention_count, 3);
    assert_int_equal(kind_of(a, "of-b"), GP_ITEM_ELSEWHERE);
    assert_int_equal(kind_of(a, "builds-on-b"), GP_ITEM_ELSEWHERE);
    assert_int_equal(kind_of(a, "further"), GP_ITEM_ELSEWHERE);
    assert_int_equal(kind_of(a, "both-fell"), GP_ITEM_ELSEWHERE);
    assert_int_equal(kind_of(a, "elsewhere"), GP_ITEM_ELSEWHERE); /* not missing here */
    assert_int_equal(kind_of(a, "nowhere"), GP_ITEM_MISSING);
    assert_int_equal(kind_of(a, "lost"), GP_ITEM_MISSING); /* a capability asks for it */
    assert_int_equal(a->missing_count, 2);
    assert_int_equal(a->capability_count, 2);
    const gp_intervention *either = &a->interventions[1];
    assert_string_equal(a->ids[either->symbol], "either");
    assert_int_equal(either->requires.count, 2);
    assert_string_equal(a->ids[a->requirements[either->requires.first].target], "shared");
    assert_int_equal(select_in(&t, whole, "b")->intervention_count, 7);
    const gp_network *network;
    assert_int_equal(gp_build_network(t.job, a, &network), GP_OK);
    assert_int_equal(gp_find_activity(network, gp_find_symbol(a, "of-b"), 0), GP_NONE);
    assert_null(gp_nearest_id(a, "of-bb"));
    assert_int_equal(gp_find_scenario(whole, "c"), GP_NONE);
    assert_int_equal(whole->scenario, GP_NONE);
    gp_job_free(t.job);
}

/* ---- random portfolios ---- */

static bool is_fallen(const gp_portfolio *p, const bool *is_out, uint32_t intervention)
{
    gp_span span = p->interventions[intervention].requires;
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        bool is_lost = true; /* the whole unit that requirement i belongs to */
        for (uint32_t k = span.first; k < span.first + span.count; k++) {
            bool is_same = k == i || (p->requirements[i].group &&
                                      p->requirements[k].group == p->requirements[i].group);
            gp_item item = p->items[p->requirements[k].target];
            if (is_same && !(item.kind == GP_ITEM_INTERVENTION && is_out[item.index]))
                is_lost = false;
        }
        if (is_lost) return true;
    }
    return false;
}

static void check_span(const gp_portfolio *whole, const bool *is_out, gp_span from,
                       const gp_portfolio *future, gp_span to)
{
    uint32_t at = to.first;
    for (uint32_t i = from.first; i < from.first + from.count; i++) {
        const gp_requirement *r = &whole->requirements[i];
        gp_item item = whole->items[r->target];
        if (item.kind == GP_ITEM_INTERVENTION && is_out[item.index]) continue;
        assert_true(at < to.first + to.count);
        assert_memory_equal(&future->requirements[at++], r, sizeof *r);
    }
    assert_int_equal(at, to.first + to.count);
}

static void check_future(const gp_portfolio *whole, const gp_portfolio *future, uint32_t scenario)
{
    bool is_out[RANDOM_INTERVENTIONS + 1] = {false};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < whole->intervention_count; i++)
        is_out[i] = !gp_is_in_scenario(&whole->interventions[i], scenario);
    for (uint32_t round = 0; round < whole->intervention_count; round++)
        for (uint32_t i = 0; i < whole->intervention_count; i++)
            if (is_fallen(whole, is_out, i)) is_out[i] = true;
    for (uint32_t i = 0; i < whole->intervention_count; i++) {
        if (is_out[i]) continue;
        assert_true(kept < future->intervention_count);
        const gp_intervention *copy = &future->interventions[kept];
        assert_int_equal(copy->symbol, whole->interventions[i].symbol);
        assert_int_equal(future->items[copy->symbol].index, kept);
        check_span(whole, is_out, whole->interventions[i].requires, future, copy->requires);
        kept++;
    }
    assert_int_equal(kept, future->intervention_count);
    for (uint32_t i = 0; i < whole->capability_count; i++) {
        const gp_capability *from = &whole->capabilities[i], *to = &future->capabilities[i];
        check_span(whole, is_out, from->requires, future, to->requires);
        for (uint32_t k = 0; k < from->level_count; k++)
            check_span(whole, is_out, from->levels[k].requires, future, to->levels[k].requires);
    }
    bool is_named[64] = {false};
    for (uint32_t i = 0; i < future->requirement_count; i++)
        is_named[future->requirements[i].target] = true;
    for (uint32_t i = 0; i < whole->symbol_count; i++)
        if (whole->items[i].kind == GP_ITEM_MISSING)
            assert_int_equal(future->items[i].kind,
                             is_named[i] ? GP_ITEM_MISSING : GP_ITEM_ELSEWHERE);
}

static void futures_agree_with_a_slow_fixpoint(void **state)
{
    (void)state;
    static generator g;
    static const gp_term terms[] = {{.id = "a", .name = "a"}, {.id = "b", .name = "b"}};
    static const uint32_t numbers[] = {0, 1};
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        const gp_portfolio *whole = random_portfolio(&g, seed);
        gp_portfolio *changed = (gp_portfolio *)(uintptr_t)whole;
        changed->scenarios = (gp_terms){terms, 2};
        uint64_t draw = seed * 31;
        for (uint32_t i = 0; i < whole->intervention_count; i++) {
            gp_intervention *one = (gp_intervention *)(uintptr_t)&whole->interventions[i];
            uint32_t choice = test_random(&draw, 4); /* none, a, b, both */
            one->scenarios = &numbers[choice == 2];
            one->scenario_count = choice == 3 ? 2 : choice > 0;
        }
        for (uint32_t scenario = 0; scenario < 2; scenario++) {
            const gp_portfolio *future;
            const gp_network *network;
            gp_job *job = g.draft.job;
            assert_int_equal(gp_select_scenario(job, whole, scenario, &future), GP_OK);
            check_future(whole, future, scenario);
            if (gp_build_network(job, whole, &network) == GP_OK)
                assert_int_equal(gp_build_network(job, future, &network), GP_OK);
        }
        gp_job_free(g.draft.job);
    }
}

/* ---- findings ---- */

static uint32_t count_findings(test_draft *t, const gp_portfolio *portfolio, uint16_t code,
                               const char *subject)
{
    const gp_network *network;
    const gp_schedule *schedule;
    uint32_t total, count = 0, before;
    gp_findings(t->job, &before);
    assert_int_equal(gp_build_network(t->job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    assert_int_equal(gp_check(t->job, schedule), GP_OK);
    const gp_finding *findings = gp_findings(t->job, &total);
    for (uint32_t i = before; i < total; i++) {
        if (findings[i].code != code) continue;
        assert_string_equal(findings[i].subject, subject);
        count++;
    }
    return count;
}

static void explored_without_scenario_and_scenario_without_intervention(void **state)
{
    (void)state;
    test_draft t;
    start(&t, "abc");
    add_in(&t, "loose", GP_EXPLORE, "", "");
    add_in(&t, "firm", GP_DEVELOP, "", "");
    add_in(&t, "meant", GP_EXPLORE, "a", "");
    add_in(&t, "too", GP_DEVELOP, "b", "");
    const gp_portfolio *whole = finish_test_draft(&t);
    assert_int_equal(count_findings(&t, whole, 403, "loose"), 1);
    assert_int_equal(count_findings(&t, whole, 404, "c"), 1);
    const gp_portfolio *a = select_in(&t, whole, "a"); /* says nothing of b and c */
    assert_int_equal(count_findings(&t, a, 403, "loose"), 1);
    assert_int_equal(count_findings(&t, a, 404, ""), 0);
    assert_int_equal(count_findings(&t, select_in(&t, whole, "c"), 404, "c"), 1);
    gp_job_free(t.job);
    start(&t, "");
    add_in(&t, "loose", GP_EXPLORE, "", "");
    whole = finish_test_draft(&t); /* does not work with scenarios */
    assert_int_equal(count_findings(&t, whole, 403, "") + count_findings(&t, whole, 404, ""), 0);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_needs_a_fallen_one_falls_too),
        cmocka_unit_test(futures_agree_with_a_slow_fixpoint),
        cmocka_unit_test(explored_without_scenario_and_scenario_without_intervention),
    };
    return cmocka_run_group_tests_name("scenario", tests, NULL, NULL);
}
