/* SPDX-License-Identifier: MIT
 * Why did it move? Shares worked out by hand. */
#include "groeipad/compare.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

/* ---- an example by hand: two things that must be there, and both take longer ---- */

static const gp_portfolio *draft_longer(gp_job *job, int32_t c, int32_t d)
{
    test_draft t = {.job = job};
    assert_int_equal(gp_new_draft(job, &t.draft), GP_OK);
    gp_draft_settings(t.draft)->status_date = 0;
    gp_draft_settings(t.draft)->cycle = DAYS(1);
    add_test_intervention(&t, "i", test_intervention(GP_DEVELOP, 0), "c d");
    add_test_capability(&t, "c", test_capability(c), "");
    add_test_capability(&t, "d", test_capability(d), "");
    return finish_test_draft(&t);
}

static gp_status make_longer(void *object, gp_job *job, const bool *is_applied,
                             const gp_portfolio **out)
{
    (void)object;
    *out = draft_longer(job, is_applied[0] ? 20 : 10, is_applied[1] ? 25 : 10);
    return GP_OK;
}

static const gp_schedule *plan(gp_job *job, const gp_portfolio *portfolio)
{
    const gp_network *network;
    const gp_schedule *schedule;
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    return schedule;
}

/* f(none) 10, f(c) 20, f(d) 25, f(both) 25: c has (10 + 0) / 2, d has (15 + 5) / 2. */
static void two_that_are_late_share_the_days(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_edit rows[] = {
        {.what = GP_EDIT_CHANGED,
         .kind = GP_EDIT_CAPABILITY,
         .matters = true,
         .id = "c",
         .key = "lead_time"},
        {.what = GP_EDIT_CHANGED,
         .kind = GP_EDIT_CAPABILITY,
         .matters = true,
         .id = "d",
         .key = "lead_time"},
    };
    const gp_edits edits = {rows, 2, NULL};
    const gp_variants variants = {make_longer, NULL};
    const gp_shares *shares;
    assert_int_equal(gp_find_shares(job, plan(job, draft_longer(job, 10, 10)),
                                    plan(job, draft_longer(job, 20, 25)), &edits, &variants,
                                    &shares),
                     GP_OK);
    assert_int_equal(shares->count, 1);
    const gp_slip *slip = &shares->slips[0];
    assert_int_equal(slip->count, 2);
    assert_false(slip->is_estimated);
    const gp_edit_share expected[] = {{1, GP_NONE, 10, 15, 5}, {0, GP_NONE, 5, 10, 0}};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(slip->shares[i].edit, expected[i].edit);
        assert_int_equal(slip->shares[i].group, expected[i].group);
        assert_int_equal(slip->shares[i].share, expected[i].share);
        assert_int_equal(slip->shares[i].alone, expected[i].alone);
        assert_int_equal(slip->shares[i].without, expected[i].without);
    }
    gp_job_free(job);
}

/* ---- two requirements that cannot be there both: c on d went, d on c came ---- */

static gp_status make_turned(void *object, gp_job *job, const bool *is_applied,
                             const gp_portfolio **out)
{
    (void)object;
    test_draft t = {.job = job};
    assert_int_equal(gp_new_draft(job, &t.draft), GP_OK);
    gp_draft_settings(t.draft)->status_date = 0;
    gp_draft_settings(t.draft)->cycle = DAYS(1);
    add_test_intervention(&t, "i", test_intervention(GP_DEVELOP, 0), "c");
    add_test_capability(&t, "c", test_capability(10), is_applied[0] ? "" : "d");
    add_test_capability(&t, "d", test_capability(20), is_applied[1] ? "c" : "");
    return gp_finish_draft(t.draft, out);
}

static const gp_schedule *plan_turned(gp_job *job, bool is_turned)
{
    const bool is_applied[] = {is_turned, is_turned};
    const gp_portfolio *portfolio;
    assert_int_equal(make_turned(NULL, job, is_applied, &portfolio), GP_OK);
    return plan(job, portfolio);
}

/* OLD: d then c, day 30. NEW: c by itself, day 10. Neither edit is made without the other. */
static void what_makes_a_circle_alone_is_made_together(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const char *c[] = {"c"}, *d[] = {"d"};
    const gp_edit rows[] = {{.what = GP_EDIT_REMOVED,
                             .kind = GP_EDIT_REQUIREMENT,
                             .matters = true,
                             .id = "c",
                             .requires = d,
                             .require_count = 1},
                            {.what = GP_EDIT_ADDED,
                             .kind = GP_EDIT_REQUIREMENT,
                             .matters = true,
                             .id = "d",
                             .requires = c,
                             .require_count = 1}};
    const gp_edits edits = {rows, 2, NULL};
    const gp_variants variants = {make_turned, NULL};
    const gp_shares *shares;
    assert_int_equal(gp_find_shares(job, plan_turned(job, false), plan_turned(job, true), &edits,
                                    &variants, &shares),
                     GP_OK);
    assert_int_equal(shares->count, 1);
    assert_int_equal(shares->slips[0].count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        const gp_edit_share *share = &shares->slips[0].shares[i];
        assert_int_equal(share->edit, i);
        assert_int_equal(share->group, 0);
        assert_int_equal(share->share, -20);
        assert_int_equal(share->alone, -20);
        assert_int_equal(share->without, -20);
    }
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_that_are_late_share_the_days),
        cmocka_unit_test(what_makes_a_circle_alone_is_made_together),
    };
    return cmocka_run_group_tests_name("shares", tests, NULL, NULL);
}
