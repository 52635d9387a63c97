/* SPDX-License-Identifier: MIT
 * From gap to decision, and the library of interventions: small portfolios by hand. The status
 * date is day 0, cycles are 14 days, and there are no rounds. */
#include "tests/support_citizens.h"
#include "groeipad/citizens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static gp_intervention needed(gp_intervention intervention, gp_day by)
{
    intervention.needed_by = by;
    return intervention;
}

static gp_capability with_status(gp_capability capability, gp_capability_status status)
{
    capability.status = status & 7u;
    return capability;
}

static const char *id_of(const gp_schedule *schedule, uint32_t activity)
{
    return activity == GP_NONE ? "" : gp_activity_id(schedule->network, activity);
}

static void a_gap_is_followed_to_its_first_decision(void **state)
{
    (void)state;
    test_draft t;
    gp_traces traces;
    start_test_draft(&t);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.2, 0, -3);
    add_test_capability(&t, "data", with_status(test_capability(60), GP_UNIDENTIFIED), "");
    add_test_capability(&t, "robot", with_status(test_capability(30), GP_IDENTIFIED), "data");
    add_test_capability(&t, "side", with_status(test_capability(10), GP_IDENTIFIED), "");
    add_test_intervention(
        &t, "a", needed(test_aimed(&t, test_intervention(GP_EXPLORE, 14), "time>more", ""), 140),
        "robot side");
    const gp_schedule *schedule = test_schedule(&t);
    assert_int_equal(gp_trace_gaps(t.job, schedule, &traces), GP_OK);
    assert_int_equal(traces.count, 1);
    const gp_trace *trace = &traces.traces[0];
    assert_int_equal(trace->closing, GP_CLOSING_PLANNED);
    assert_int_equal(trace->from, 98); /* 60 + 30 days, to the end of a cycle */
    assert_false(trace->not_before);
    assert_int_equal(trace->step_count, 2);
    assert_string_equal(id_of(schedule, trace->steps[0].activity), "data");
    assert_string_equal(id_of(schedule, trace->steps[1].activity), "robot");
    assert_true(trace->steps[0].is_critical && trace->steps[1].is_critical);
    assert_false(trace->steps[0].is_identified);
    assert_int_equal(trace->decision.kind, GP_DECISION_IDENTIFY);
    assert_string_equal(id_of(schedule, trace->decision.activity), "data");
    assert_int_equal(trace->decision.by, 50); /* 140 - 30 - 60 */
    assert_int_equal(traces.agenda_count, 1);
    assert_int_equal(traces.agenda[0].count, 1);
    gp_job_free(t.job);
}

/* The first decision may lie beside the critical path; then the way to it is shown as well. */
static void the_way_to_a_decision_beside_the_critical_path(void **state)
{
    (void)state;
    test_draft t;
    gp_traces traces;
    start_test_draft(&t);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.2, 0, -3);
    gp_capability begun = test_capability(200);
    begun.started = -10;
    add_test_capability(&t, "begun", begun, "");
    add_test_capability(&t, "deep", test_capability(30), "");
    add_test_capability(&t, "upper", with_status(test_capability(30), GP_PLANNED), "deep");
    add_test_intervention(
        &t, "a", test_aimed(&t, test_intervention(GP_DEVELOP, 14), "time>more", ""), "begun upper");
    const gp_schedule *schedule = test_schedule(&t);
    assert_int_equal(gp_trace_gaps(t.job, schedule, &traces), GP_OK);
    const gp_trace *trace = &traces.traces[0];
    assert_int_equal(trace->step_count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        const char *id = id_of(schedule, trace->steps[i].activity);
        assert_int_equal(trace->steps[i].is_critical, strcmp(id, "begun") == 0);
        assert_int_equal(trace->steps[i].identify_by == GP_NO_DAY, strcmp(id, "begun") == 0);
    }
    assert_string_equal(id_of(schedule, trace->decision.activity), "deep");
    gp_job_free(t.job);
}

static void what_is_at_work_live_unknown_or_absent(void **state)
{
    static const struct {
        const char *dimension;
        gp_closing closing;
        bool not_before;
        gp_decision_kind decision;
    } rows[] = {
        {"complexity", GP_CLOSING_AT_WORK, false, GP_DECISION_NONE},
        {"language", GP_CLOSING_LIVE, false, GP_DECISION_NONE},
        {"place", GP_CLOSING_PLANNED, true, GP_DECISION_IDENTIFY},
        {"time", GP_CLOSING_PLANNED, false, GP_DECISION_START}, /* the intervention itself */
        {"empathy", GP_CLOSING_NONE, false, GP_DECISION_NONE},
    };
    (void)state;
    test_draft t;
    gp_traces traces;
    start_test_draft(&t);
    for (size_t i = 0; i < 5; i++)
        add_test_measurement(&t, rows[i].dimension, NULL, NULL, 0.7, 0.2, 0, i == 0 ? -3 : -90);
    add_test_measurement(&t, "autonomy", NULL, NULL, 0.5, 0.5, 0, -3); /* no gap, no trace */
    gp_intervention live = test_intervention(GP_EXPLOIT, 14);
    live.start = -60;
    add_test_intervention(&t, "live", test_aimed(&t, live, "complexity language", ""), "");
    gp_intervention plain = test_intervention(GP_DEVELOP, 14);
    add_test_intervention(&t, "hoping", test_aimed(&t, plain, "place", ""), "nowhere");
    add_test_intervention(&t, "plain", test_aimed(&t, plain, "time", ""), "");
    const gp_schedule *schedule = test_schedule(&t);
    assert_int_equal(gp_trace_gaps(t.job, schedule, &traces), GP_OK);
    assert_int_equal(traces.count, 5);
    for (size_t i = 0; i < 5; i++) {
        const gp_trace *trace = &traces.traces[i];
        if (trace->closing != rows[i].closing || trace->decision.kind != rows[i].decision)
            fail_msg("%s: %d, %d", rows[i].dimension, trace->closing, trace->decision.kind);
        assert_int_equal(trace->not_before, rows[i].not_before);
    }
    assert_int_equal(traces.agenda_count, 2);
    gp_job_free(t.job);
}

static void one_decision_for_several_interventions(void **state)
{
    (void)state;
    test_draft t;
    gp_traces traces;
    start_test_draft(&t);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.2, 0, -3);
    add_test_measurement(&t, "place", NULL, NULL, 0.7, 0.2, 0, -3);
    add_test_capability(&t, "data", test_capability(20), "");
    add_test_intervention(&t, "a", test_aimed(&t, test_intervention(GP_DEVELOP, 14), "time", ""),
                          "data");
    add_test_intervention(
        &t, "b", test_aimed(&t, test_intervention(GP_EXPLORE, 28), "place time", ""), "data");
    const gp_schedule *schedule = test_schedule(&t);
    assert_int_equal(gp_trace_gaps(t.job, schedule, &traces), GP_OK);
    assert_int_equal(traces.agenda_count, 1);
    assert_int_equal(traces.agenda[0].count, 2);
    assert_int_equal(traces.traces[1].intervention, 0);
    assert_int_equal(traces.traces[1].other_count, 1); /* "b" answers time as well */
    assert_int_equal(traces.agenda[0].decision.verdict, GP_IDENTIFY_NOW);
    gp_job_free(t.job);
}

/* ---- library ---- */

static void make_library(test_draft *t)
{
    start_test_draft(t);
    add_test_contexts(t, 2, 2);
    gp_capability there = test_capability(10);
    there.level = 1;
    add_test_capability(t, "there", there, "");
    add_test_capability(t, "soon", test_capability(20), "");
    add_test_intervention(t, "all",
                          test_aimed(t, test_intervention(GP_DEVELOP, 14), "time>more", ""),
                          "there soon there@2 nowhere|soon");
    add_test_intervention(t, "some",
                          test_aimed(t, test_intervention(GP_DEVELOP, 14), "time", "s0 t1"), "all");
}

static void the_library_of_a_context(void **state)
{
    static const struct {
        uint32_t segment, situation;
        uint32_t count; /* "some" is the second */
    } rows[] = {{GP_NONE, GP_NONE, 2}, {0, GP_NONE, 2}, {1, GP_NONE, 1}, {0, 1, 2}, {0, 0, 1},
                {GP_NONE, 1, 2}};
    (void)state;
    test_draft t;
    gp_library library;
    make_library(&t);
    const gp_schedule *schedule = test_schedule(&t);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_library_question question = {rows[i].segment, rows[i].situation, GP_NO_DAY, NULL};
        assert_int_equal(gp_find_library(t.job, schedule, &question, &library), GP_OK);
        assert_int_equal(library.count, rows[i].count);
        assert_int_equal(library.question.date, 0);
    }
    gp_job_free(t.job);
}

static void what_is_ready_on_a_day(void **state)
{
    static const struct {
        gp_day date;
        uint8_t ready[5]; /* there, soon, there@2, nowhere|soon */
    } rows[] = {{0, {1, 0, 0, 0, 0}}, {10, {1, 0, 1, 0, 0}}, {20, {1, 1, 1, 0, 1}}};
    static const gp_readiness readiness[] = {GP_READY_NOW, GP_READY_FROM, GP_READY_FROM,
                                             GP_READY_NOT_BEFORE, GP_READY_FROM};
    (void)state;
    test_draft t;
    gp_library library;
    make_library(&t);
    const gp_schedule *schedule = test_schedule(&t);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_library_question question = {GP_NONE, GP_NONE, rows[i].date, NULL};
        assert_int_equal(gp_find_library(t.job, schedule, &question, &library), GP_OK);
        const gp_library_entry *all = &library.entries[0], *some = &library.entries[1];
        assert_int_equal(all->need_count, 5);
        for (uint32_t n = 0; n < 5; n++) {
            assert_int_equal(all->needs[n].is_ready, rows[i].ready[n]);
            assert_int_equal(all->needs[n].readiness, readiness[n]);
        }
        assert_int_equal(all->needs[3].group, all->needs[4].group);
        assert_int_not_equal(all->needs[3].group, 0);
        assert_int_equal(all->readiness, GP_READY_FROM);
        assert_int_equal(all->from, 28);
        assert_int_equal(some->needs[0].level, 0); /* an intervention */
        assert_int_equal(some->needs[0].from, 28);
    }
    gp_job_free(t.job);
}

/* Sixty interventions, each with a step of its own, over one chain of two thousand: the lists
 * together are too long, so each step is told by the first trace that has it, as it is told there
 * where all are told. */
static void what_traces_share_is_told_once(void **state)
{
    enum { CHAIN = 2000, GOALS = 60 };
    static bool is_told[CHAIN + 2 * GOALS + 10];
    (void)state;
    test_draft t;
    gp_traces whole, once;
    start_test_draft(&t);
    add_test_contexts(&t, GOALS, 0);
    char id[16], before[16] = "", segment[16], needs[16];
    for (int i = 0; i < CHAIN; i++) {
        snprintf(id, sizeof id, "c%d", i);
        add_test_capability(&t, id, with_status(test_capability(1), GP_UNIDENTIFIED), before);
        memcpy(before, id, sizeof id);
    }
    for (int i = 0; i < GOALS; i++) {
        snprintf(needs, sizeof needs, "own%d", i);
        snprintf(segment, sizeof segment, "s%d", i);
        snprintf(id, sizeof id, "i%d", i);
        add_test_capability(&t, needs, with_status(test_capability(1 + i), GP_IDENTIFIED), before);
        add_test_measurement(&t, "time", segment, NULL, 0.7, 0.2, 0, -3);
        add_test_measurement(&t, "empathy", segment, NULL, 0.7, 0.2, 0, -3);
        gp_intervention goal = needed(test_intervention(GP_EXPLORE, 14), 400 + i);
        add_test_intervention(&t, id, test_aimed(&t, goal, "time>more empathy>more", segment),
                              needs);
    }
    const gp_schedule *schedule = test_schedule(&t);
    const gp_trace_options options = {.tells_shared_once = true};
    assert_int_equal(gp_trace_gaps(t.job, schedule, &whole), GP_OK);
    assert_int_equal(gp_find_traces(t.job, schedule, &options, &once), GP_OK);
    assert_int_equal(whole.count, 2 * GOALS);
    assert_int_equal(once.count, 2 * GOALS);
    for (uint32_t i = 0; i < whole.count; i++) {
        const gp_trace *all = &whole.traces[i], *some = &once.traces[i];
        uint32_t at = 0;
        assert_int_equal(all->step_count, CHAIN + 1);
        assert_int_equal(all->told_before, 0);
        assert_int_equal(some->step_count + some->told_before, all->step_count);
        assert_int_equal(some->decision.activity, all->decision.activity);
        assert_int_equal(some->decision.by, all->decision.by);
        for (uint32_t k = 0; k < all->step_count; k++) {
            bool *told = &is_told[all->steps[k].activity];
            if (*told) continue;
            *told = true;
            assert_true(at < some->step_count);
            const gp_trace_step *here = &some->steps[at++], *there = &all->steps[k];
            assert_int_equal(here->activity, there->activity);
            assert_int_equal(here->is_critical, there->is_critical);
            assert_int_equal(here->identify_by, there->identify_by);
            assert_int_equal(here->is_identified, there->is_identified);
            assert_int_equal(here->verdict, there->verdict);
        }
        assert_int_equal(at, some->step_count);
    }
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gap_is_followed_to_its_first_decision),
        cmocka_unit_test(the_way_to_a_decision_beside_the_critical_path),
        cmocka_unit_test(what_is_at_work_live_unknown_or_absent),
        cmocka_unit_test(one_decision_for_several_interventions),
        cmocka_unit_test(the_library_of_a_context),
        cmocka_unit_test(what_is_ready_on_a_day),
        cmocka_unit_test(what_traces_share_is_told_once),
    };
    return cmocka_run_group_tests_name("trace", tests, NULL, NULL);
}
