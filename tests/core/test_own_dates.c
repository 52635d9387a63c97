/* SPDX-License-Identifier: MIT
 * An intervention is judged by its own date: what clashes and trace say of it is what they say
 * where it stands alone. */
#include "tests/support_alone.h"
#include "tests/support_random.h"
#include "groeipad/citizens.h"
#include "groeipad/time.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define ROUNDS 2000

static gp_day day(int16_t year, int8_t month, int8_t of_month)
{
    return gp_day_of((gp_date){year, month, of_month});
}

static gp_intervention needed(gp_day by)
{
    gp_intervention intervention = test_intervention(GP_DEVELOP, 14);
    intervention.needed_by = by;
    return intervention;
}

/* Two interventions wait for one capability; the first is needed five months sooner. */
static void each_by_its_own_date(void **state)
{
    (void)state;
    test_draft t;
    gp_clashes clashes;
    const gp_schedule *schedule;
    start_test_draft(&t);
    gp_draft_settings(t.draft)->status_date = day(2026, 1, 5);
    gp_capability capability = test_capability(-1);
    capability.lead.lead_time.likely = MONTHS(6);
    add_test_intervention(&t, "a", needed(day(2026, 2, 1)), "c");
    add_test_intervention(&t, "b", needed(day(2026, 7, 1)), "c");
    add_test_capability(&t, "c", capability, "");
    assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
    assert_int_equal(gp_find_clashes(t.job, schedule, NULL, &clashes), GP_OK);
    assert_int_equal(clashes.count, 2);
    assert_int_equal(clashes.clashes[0].identify[0].identify_by, day(2025, 7, 19));
    assert_int_equal(clashes.clashes[1].identify[0].identify_by, day(2025, 12, 22));
    gp_job_free(t.job);
}

/* ---- against the portfolio that holds it alone ---- */

static void compare_clash(const gp_network *network, const gp_clash *clash, const gp_network *alone,
                          const gp_clash *own)
{
    assert_int_equal(clash->identify_count, own->identify_count);
    for (uint32_t i = 0; i < own->identify_count; i++) {
        const gp_identify *a = &clash->identify[i], *b = &own->identify[i];
        assert_int_equal(same_step(alone, b->activity, network), a->activity);
        assert_int_equal(a->identify_by, b->identify_by);
        assert_int_equal(a->verdict, b->verdict);
        assert_int_equal(a->stage, b->stage);
    }
}

static void compare_clashes(test_draft *t, const gp_schedule *schedule, const gp_clash *clash)
{
    const gp_network *network = schedule->network;
    uint32_t index = network->activities[clash->activity].item;
    const gp_schedule *alone = schedule_alone(t, schedule, index);
    gp_clashes own;
    if (!alone) return;
    assert_int_equal(gp_find_clashes(t->job, alone, NULL, &own), GP_OK);
    for (uint32_t i = 0; i < own.count; i++)
        if (alone->network->activities[own.clashes[i].activity].symbol ==
            network->activities[clash->activity].symbol) {
            compare_clash(network, clash, alone->network, &own.clashes[i]);
            return;
        }
    fail_msg("it does not clash alone");
}

static void compare_trace(const gp_network *network, const gp_trace *trace, const gp_network *alone,
                          const gp_trace *own)
{
    assert_int_equal(trace->step_count, own->step_count);
    for (uint32_t i = 0; i < own->step_count; i++) {
        const gp_trace_step *a = &trace->steps[i], *b = &own->steps[i];
        assert_int_equal(same_step(alone, b->activity, network), a->activity);
        assert_int_equal(a->identify_by, b->identify_by);
        assert_int_equal(a->verdict, b->verdict);
        assert_int_equal(a->is_critical, b->is_critical);
    }
    assert_int_equal(trace->decision.kind, own->decision.kind);
    assert_int_equal(trace->decision.by, own->decision.by);
    assert_int_equal(trace->decision.verdict, own->decision.verdict);
    if (own->decision.kind != GP_DECISION_NONE)
        assert_int_equal(same_step(alone, own->decision.activity, network),
                         trace->decision.activity);
}

/* Gaps have the same numbers in both, since the measurements are the same; alone an intervention
 * may answer more of them. */
static void compare_traces(test_draft *t, const gp_schedule *schedule, const gp_trace *trace)
{
    const gp_portfolio *p = schedule->network->portfolio;
    gp_traces own;
    if (trace->intervention == GP_NONE) return;
    const gp_schedule *alone = schedule_alone(t, schedule, trace->intervention);
    if (!alone) return;
    assert_int_equal(gp_trace_gaps(t->job, alone, &own), GP_OK);
    for (uint32_t i = 0; i < own.count; i++) {
        const gp_trace *other = &own.traces[i];
        if (other->fit != trace->fit || other->intervention == GP_NONE) continue;
        if (alone->network->portfolio->interventions[other->intervention].symbol !=
            p->interventions[trace->intervention].symbol)
            continue;
        compare_trace(schedule->network, trace, alone->network, other);
    }
}

static void random_blocks_are_those_alone(void **state)
{
    (void)state;
    static generator g;
    uint32_t compared = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        const gp_portfolio *p = random_portfolio(&g, seed * 7919);
        const gp_network *network;
        const gp_schedule *schedule;
        gp_clashes clashes;
        gp_traces traces;
        if (gp_build_network(g.draft.job, p, &network) == GP_OK) {
            assert_int_equal(gp_schedule_network(g.draft.job, network, NULL, &schedule), GP_OK);
            assert_int_equal(gp_find_clashes(g.draft.job, schedule, NULL, &clashes), GP_OK);
            assert_int_equal(gp_trace_gaps(g.draft.job, schedule, &traces), GP_OK);
            for (uint32_t i = 0; i < clashes.count; i++, compared++)
                compare_clashes(&g.draft, schedule, &clashes.clashes[i]);
            for (uint32_t i = 0; i < traces.count; i++)
                compare_traces(&g.draft, schedule, &traces.traces[i]);
        }
        gp_job_free(g.draft.job);
    }
    assert_true(compared > ROUNDS / 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_by_its_own_date),
        cmocka_unit_test(random_blocks_are_those_alone),
    };
    return cmocka_run_group_tests_name("own dates", tests, NULL, NULL);
}
