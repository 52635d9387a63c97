/* SPDX-License-Identifier: MIT
 * What a catalogue knows and the portfolio forgot. */
#include "tests/support_draft.h"
#include "groeipad/demand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const gp_portfolio *make_catalogue(test_draft *t)
{
    start_test_draft(t);
    add_test_capability(t, "advice", test_capability(-1), "no-bias leadership");
    add_test_capability(t, "no-bias", test_capability(-1), "review");
    add_test_capability(t, "review", test_capability(-1), "lawyers no-bias");
    add_test_capability(t, "view", test_capability(-1), "consent|contract review quality");
    add_test_capability(t, "variants", test_capability(-1), "no-bias no-bias@2");
    add_test_capability(t, "quality", test_capability(-1), "unheard");
    add_test_capability(t, "elsewhere", test_capability(-1), "nothing-here");
    add_test_intervention(t, "pilot", test_intervention(GP_DEVELOP, 14), "team|advice crew");
    return finish_test_draft(t);
}

static void check(test_draft *t, const gp_portfolio *p, const gp_portfolio *catalogue,
                  const char *const (*rows)[2], uint32_t count)
{
    gp_forgottens found;
    assert_int_equal(gp_find_forgotten(t->job, p, catalogue, &found), GP_OK);
    for (uint32_t i = 0; i < found.count && i < count; i++) {
        assert_string_equal(catalogue->ids[found.rows[i].symbol], rows[i][0]);
        assert_string_equal(p->ids[found.rows[i].capability], rows[i][1]);
        assert_int_equal(catalogue->requirements[found.rows[i].requirement].target,
                         found.rows[i].symbol);
    }
    assert_int_equal(found.count, count);
}

static void prerequisites_that_nobody_mentions(void **state)
{
    (void)state;
    test_draft known, t;
    const gp_portfolio *catalogue = make_catalogue(&known);
    start_test_draft(&t);
    add_test_capability(&t, "advice", test_capability(10), "leadership"); /* mentioned: GP201 */
    add_test_capability(&t, "variants", test_capability(10), "");
    add_test_capability(&t, "contract", test_capability(10), "");
    add_test_intervention(&t, "pilot", test_intervention(GP_DEVELOP, 14), "view");
    const gp_portfolio *p = finish_test_draft(&t);
    static const char *const rows[][2] = {
        {"crew", "pilot"},       /* an intervention; of team or advice one is there */
        {"no-bias", "advice"},   /* it needs it itself, */
        {"lawyers", "advice"},   /* and nothing that is there needs lawyers itself */
        {"no-bias", "variants"}, /* once, though it is named for two levels */
        {"review", "view"},      /* view is only asked for; contract is enough */
        {"quality", "view"},     {"unheard", "view"},
    };
    check(&t, p, catalogue, rows, sizeof rows / sizeof *rows);
    uint32_t before, after;
    gp_findings(t.job, &before);
    assert_int_equal(gp_check_catalogue(t.job, p, catalogue), GP_OK);
    const gp_finding *findings = gp_findings(t.job, &after);
    assert_int_equal(after - before, sizeof rows / sizeof *rows);
    assert_int_equal(findings[before].code, 206);
    assert_string_equal(findings[before].subject, "pilot");
    assert_string_equal(findings[before].arguments[0].text, "crew");
    assert_int_equal(findings[before].place.line, 4);
    assert_int_equal(findings[after - 1].place.line, 4); /* where view is asked for */
    gp_job_free(t.job);
    gp_job_free(known.job);
}

static void nothing_is_forgotten(void **state)
{
    (void)state;
    test_draft known, t;
    const gp_portfolio *catalogue = make_catalogue(&known);
    start_test_draft(&t);
    add_test_capability(&t, "no-bias", test_capability(10), "review");
    add_test_capability(&t, "review", test_capability(10), "lawyers");
    add_test_capability(&t, "own-idea", test_capability(10), "");
    const gp_portfolio *p = finish_test_draft(&t);
    check(&t, p, catalogue, NULL, 0);
    check(&t, catalogue, p, NULL, 0);
    gp_job_free(t.job);
    gp_job_free(known.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prerequisites_that_nobody_mentions),
        cmocka_unit_test(nothing_is_forgotten),
    };
    return cmocka_run_group_tests_name("catalogue", tests, NULL, NULL);
}
