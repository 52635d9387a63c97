/* SPDX-License-Identifier: MIT
 * The checklist: each step where it is done, partly done and to do, with its figures. */
#include "tests/support_draft.h"
#include "groeipad/boards.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const gp_advice *advise(test_draft *t)
{
    const gp_schedule *schedule;
    const gp_advice *advice;
    const gp_network *network = test_network(t);
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    assert_int_equal(gp_find_advice(t->job, schedule, &advice), GP_OK);
    return advice;
}

/* "mark count/total/further ids". */
static void assert_step(const gp_advice *advice, const char *expected)
{
    static const char *const marks[] = {"to do", "partly", "done"};
    char text[512];
    int size = snprintf(text, sizeof text, "%s %d/%d/%d", marks[advice->mark], (int)advice->count,
                        (int)advice->total, (int)advice->further);
    for (uint32_t i = 0; i < advice->id_count; i++)
        size += snprintf(text + size, sizeof text - (size_t)size, " %s", advice->ids[i]);
    assert_string_equal(text, expected);
}

static void an_empty_portfolio_has_all_to_do(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    const gp_advice *advice = advise(&t);
    for (int i = 0; i < GP_ADVICE_COUNT; i++) {
        assert_step(&advice[i], "to do 0/0/0");
        assert_int_equal(advice[i].day, GP_NO_DAY);
    }
    gp_job_free(t.job);
}

static void start_counts_what_can_start(void **state)
{
    (void)state;
    static const struct {
        int32_t days;
        gp_stage stage;
        const char *expected;
    } cases[] = {
        {91, GP_DEVELOP, "done 1/2/0 tried"}, {92, GP_DEVELOP, "partly 0/2/0"},
        {182, GP_STAGE_NONE, "partly 0/2/0"}, {196, GP_DEVELOP, "to do 0/2/0"},
        {14, GP_EXPLORE, "to do 0/2/0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        start_test_draft(&t);
        gp_intervention tried = test_intervention(cases[i].stage, cases[i].days);
        tried.cycle = DAYS(1);
        add_test_intervention(&t, "idea", test_intervention(GP_EXPLORE, 14), "");
        add_test_intervention(&t, "tried", tried, "");
        const gp_advice *start = &advise(&t)[GP_ADVICE_START];
        assert_step(start, cases[i].expected);
        assert_int_equal(start->day, cases[i].stage == GP_EXPLORE ? GP_NO_DAY : cases[i].days);
        gp_job_free(t.job);
    }
}

/* The dimension of an id, in a record that lives as long as the draft. */
static const gp_addressed *address(test_draft *t, const char *dimension)
{
    gp_addressed addressed = {
        gp_draft_term_reference(t->draft, GP_DIMENSION, dimension, (gp_place){0}), 0};
    return test_keep(t, &addressed, sizeof addressed);
}

static void measure(test_draft *t, const char *dimension, uint32_t situation, gp_day on)
{
    gp_measurement measurement = {
        .dimension = gp_draft_term_reference(t->draft, GP_DIMENSION, dimension, (gp_place){0}),
        .segment = GP_NONE,
        .situation = situation,
        .need = 0.5,
        .experience = 0.5,
        .on = on};
    assert_int_equal(gp_draft_measurement(t->draft, &measurement), GP_OK);
}

static void measured_again_is_in_one_context(void **state)
{
    (void)state;
    static const struct {
        const char *measured; /* t: time, c: time while calling, l: language; one day apart */
        const char *expected;
        gp_day newest;
    } cases[] = {
        {"", "to do 0/2/0 language time", GP_NO_DAY},
        {"t", "partly 1/2/0 language", 0},
        {"tl", "partly 2/2/0", 1},
        {"tc", "partly 1/2/0 language", 1}, /* two contexts, once each */
        {"ct", "partly 1/2/0 language", 1},
        {"tctl", "partly 2/2/1", 3},
        {"tltl", "done 2/2/2", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        start_test_draft(&t);
        gp_term calling = {.id = "calling", .name = "Calling"};
        assert_int_equal(gp_draft_term(t.draft, GP_SITUATION, &calling), GP_OK);
        for (int n = 0; cases[i].measured[n]; n++) {
            char what = cases[i].measured[n];
            uint32_t situation = what == 'c' ? gp_draft_term_reference(t.draft, GP_SITUATION,
                                                                       "calling", (gp_place){0})
                                             : GP_NONE;
            measure(&t, what == 'l' ? "language" : "time", situation, n);
        }
        gp_intervention letters = test_intervention(GP_DEVELOP, 14), calls = letters;
        letters.address_count = calls.address_count = 1;
        letters.addresses = address(&t, "language");
        calls.addresses = address(&t, "time");
        add_test_intervention(&t, "letters", letters, "");
        add_test_intervention(&t, "calls", calls, "");
        const gp_advice *step = &advise(&t)[GP_ADVICE_MEASURE];
        assert_step(step, cases[i].expected);
        assert_int_equal(step->day, cases[i].newest);
        gp_job_free(t.job);
    }
}

static void interventions_are_chosen_explored_and_current(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_term lake = {.id = "lake", .name = "Lake"};
    assert_int_equal(gp_draft_term(t.draft, GP_SCENARIO, &lake), GP_OK);
    uint32_t scenario = gp_draft_term_reference(t.draft, GP_SCENARIO, "lake", (gp_place){0});
    gp_intervention letters = test_intervention(GP_EXPLOIT, 14);
    letters.uncertainty = GP_UNCERTAINTY_LOW;
    letters.needed_by = -5; /* and it is exploited */
    letters.addresses = address(&t, "language");
    letters.address_count = 1;
    letters.decided_by = GP_DECIDED_POLICY;
    add_test_intervention(&t, "letters", letters, "");
    gp_intervention late = letters;
    late.stage = GP_DEVELOP;
    late.address_count = 0;
    add_test_intervention(&t, "late", late, "");
    gp_intervention idea = letters;
    idea.stage = GP_EXPLORE;
    idea.needed_by = GP_NO_DAY;
    idea.start = 0;
    idea.scenarios = test_keep(&t, &scenario, sizeof scenario);
    idea.scenario_count = 1;
    add_test_intervention(&t, "idea", idea, "");
    gp_intervention forgotten = idea;
    forgotten.start = -1;
    forgotten.scenario_count = 0;
    forgotten.decided_by = GP_DECIDED_NONE;
    add_test_intervention(&t, "forgotten", forgotten, "");
    gp_intervention bare = letters;
    bare.uncertainty = GP_UNCERTAINTY_NONE;
    add_test_intervention(&t, "bare", bare, "");
    const gp_advice *advice = advise(&t);
    assert_step(&advice[GP_ADVICE_CHOOSE], "partly 3/5/0 late forgotten");
    assert_step(&advice[GP_ADVICE_EXPLORE], "partly 1/2/1 forgotten");
    assert_step(&advice[GP_ADVICE_CURRENT], "partly 2/5/0 late forgotten bare");
    gp_job_free(t.job);
}

static void capabilities_are_derived_identified_and_planned(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_capability ready = test_capability(30), begun = ready, known = ready, there = ready;
    gp_capability in_time = ready, late = test_capability(900);
    ready.ready = 0;
    begun.started = -3;
    known.status = GP_PLANNED;
    there.level = 1;
    in_time.identified = -900; /* its identify-by date has passed, but it was known by then */
    add_test_capability(&t, "hope", test_capability(30), "");
    add_test_capability(&t, "ready", ready, "");
    add_test_capability(&t, "begun", begun, "");
    add_test_capability(&t, "known", known, "");
    add_test_capability(&t, "unknown", test_capability(-1), "");
    add_test_capability(&t, "there", there, "");
    add_test_capability(&t, "in-time", in_time, "late");
    late.identified = -900;
    add_test_capability(&t, "late", late, "");
    add_test_capability(&t, "too-late", test_capability(700), "");
    add_test_capability(&t, "spare", test_capability(800), "");
    gp_intervention advice_of = test_intervention(GP_DEVELOP, 14);
    advice_of.needed_by = 600;
    add_test_intervention(&t, "advice", advice_of,
                          "ready begun known unknown there@2 in-time too-late nowhere known|spare");
    const gp_advice *advice = advise(&t);
    assert_step(&advice[GP_ADVICE_DERIVE], "partly 9/10/1 hope nowhere");
    assert_step(&advice[GP_ADVICE_IDENTIFY], "partly 3/5/1 unknown too-late");
    assert_int_equal(advice[GP_ADVICE_IDENTIFY].day, 588); /* unknown: the last cycle in time */
    assert_step(&advice[GP_ADVICE_TRACKS], "partly 6/7/2 unknown");
    gp_job_free(t.job);
}

static void what_is_there_needs_nothing(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_capability there = test_capability(30);
    there.level = 1;
    add_test_capability(&t, "there", there, "");
    add_test_intervention(&t, "letters", test_intervention(GP_EXPLOIT, 14), "there");
    const gp_advice *advice = advise(&t);
    assert_step(&advice[GP_ADVICE_DERIVE], "done 1/1/0");
    assert_step(&advice[GP_ADVICE_IDENTIFY], "done 0/0/0");
    assert_step(&advice[GP_ADVICE_TRACKS], "done 0/0/1"); /* kept up, since it is exploited */
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_portfolio_has_all_to_do),
        cmocka_unit_test(start_counts_what_can_start),
        cmocka_unit_test(measured_again_is_in_one_context),
        cmocka_unit_test(interventions_are_chosen_explored_and_current),
        cmocka_unit_test(capabilities_are_derived_identified_and_planned),
        cmocka_unit_test(what_is_there_needs_nothing),
    };
    return cmocka_run_group_tests_name("advice", tests, NULL, NULL);
}
