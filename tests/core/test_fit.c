/* SPDX-License-Identifier: MIT
 * Need against experience: gaps, trends, what answers them, and that no dimension ever meets
 * another; by hand, and random ones against a slow and obvious version. */
#include "tests/support_citizens.h"
#include "groeipad/citizens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const gp_reading *newest(const gp_fit *fit)
{
    return &fit->readings[fit->reading_count - 1];
}

static void find(test_draft *t, gp_fits *out)
{
    assert_int_equal(gp_find_fits(t->job, test_schedule(t), out), GP_OK);
}

/* ---- gaps and trends ---- */

static void a_gap_is_judged_or_follows_from_the_sign(void **state)
{
    static const struct {
        double need, experience;
        gp_mismatch judged, gap;
        bool is_known;
    } rows[] = {
        {0.7, 0.3, GP_MISMATCH_NONE, GP_TOO_LITTLE, true},
        {0.3, 0.7, GP_MISMATCH_NONE, GP_TOO_MUCH, true},
        {0.5, 0.5, GP_MISMATCH_NONE, GP_MISMATCH_NONE, true},
        {0.1 + 0.2, 0.3, GP_MISMATCH_NONE, GP_MISMATCH_NONE, true}, /* rounded, not binary */
        {0.7, -1, GP_MISMATCH_NONE, GP_MISMATCH_NONE, false},
        {-1, 0.7, GP_MISMATCH_NONE, GP_MISMATCH_NONE, false},
        {-1, -1, GP_WRONG_WAY, GP_WRONG_WAY, true},
        {0.5, 0.5, GP_WRONG_WAY, GP_WRONG_WAY, true},
        {0.3, 0.7, GP_TOO_LITTLE, GP_TOO_LITTLE, true}, /* the judgement counts */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        gp_fits fits;
        start_test_draft(&t);
        add_test_measurement(&t, "empathy", NULL, NULL, rows[i].need, rows[i].experience,
                             rows[i].judged, -10);
        find(&t, &fits);
        assert_int_equal(fits.fit_count, 1);
        assert_int_equal(newest(&fits.fits[0])->gap, rows[i].gap);
        assert_int_equal(newest(&fits.fits[0])->is_known, rows[i].is_known);
        assert_int_equal(newest(&fits.fits[0])->is_judged, rows[i].judged != GP_MISMATCH_NONE);
        assert_int_equal(fits.fits[0].trend, GP_TREND_UNKNOWN);
        assert_true(fits.fits[0].is_measured_once);
        gp_job_free(t.job);
    }
}

static void a_trend_compares_with_an_earlier_day(void **state)
{
    static const struct {
        double need[2], experience[2];
        gp_mismatch judged[2];
        gp_trend trend;
    } rows[] = {
        {{0.7, 0.7}, {0.3, 0.4}, {0}, GP_TREND_CLOSING},
        {{0.7, 0.8}, {0.3, 0.3}, {0}, GP_TREND_WIDENING},
        {{0.7, 0.8}, {0.3, 0.4}, {0}, GP_TREND_UNCHANGED},
        {{0.7, 0.7}, {0.3, 0.7}, {0}, GP_TREND_CLOSING},
        {{0.7, 0.7}, {0.7, 0.6}, {0}, GP_TREND_WIDENING},
        {{0.7, 0.3}, {0.7, 0.3}, {0}, GP_TREND_UNCHANGED},
        {{0.7, 0.3}, {0.3, 0.4}, {0}, GP_TREND_TURNED},
        {{0.7, 0.7}, {0.3, 0.4}, {GP_MISMATCH_NONE, GP_WRONG_WAY}, GP_TREND_TURNED},
        {{0.7, 0.7}, {0.3, 0.4}, {GP_WRONG_WAY, GP_WRONG_WAY}, GP_TREND_CLOSING},
        {{-1, -1}, {-1, -1}, {GP_TOO_LITTLE, GP_TOO_LITTLE}, GP_TREND_UNCHANGED},
        {{-1, 0.7}, {-1, 0.4}, {GP_TOO_LITTLE, GP_TOO_LITTLE}, GP_TREND_UNKNOWN},
        {{-1, 0.7}, {0.3, 0.4}, {0}, GP_TREND_UNKNOWN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        gp_fits fits;
        start_test_draft(&t);
        for (int k = 1; k >= 0; k--) /* the order of the file does not matter, the dates do */
            add_test_measurement(&t, "empathy", NULL, NULL, rows[i].need[k], rows[i].experience[k],
                                 rows[i].judged[k], -20 + 10 * k);
        find(&t, &fits);
        assert_int_equal(fits.fits[0].reading_count, 2);
        if (fits.fits[0].trend != rows[i].trend)
            fail_msg("row %zu: trend %d", i, fits.fits[0].trend);
        assert_false(fits.fits[0].is_measured_once);
        gp_job_free(t.job);
    }
}

static void one_day_is_one_picture(void **state)
{
    (void)state;
    test_draft t;
    gp_fits fits;
    start_test_draft(&t);
    add_test_measurement(&t, "time", NULL, NULL, 0.9, 0.1, GP_MISMATCH_NONE, -5);
    add_test_measurement(&t, "time", NULL, NULL, 0.5, 0.4, GP_MISMATCH_NONE, -5);
    find(&t, &fits);
    assert_int_equal(newest(&fits.fits[0])->need, 500000); /* the last in the file */
    assert_true(fits.fits[0].is_measured_once);
    assert_int_equal(fits.fits[0].trend, GP_TREND_UNKNOWN);
    gp_job_free(t.job);
}

/* ---- interventions ---- */

static void directions_answer_or_worsen(void **state)
{
    static const gp_effect effects[4][4] = {
        /* by direction: no gap, too little, too much, the wrong way */
        {GP_EFFECT_BESIDE, GP_EFFECT_ANSWERS, GP_EFFECT_ANSWERS, GP_EFFECT_ANSWERS},
        {GP_EFFECT_BESIDE, GP_EFFECT_ANSWERS, GP_EFFECT_WORSENS, GP_EFFECT_BESIDE},
        {GP_EFFECT_BESIDE, GP_EFFECT_WORSENS, GP_EFFECT_ANSWERS, GP_EFFECT_BESIDE},
        {GP_EFFECT_BESIDE, GP_EFFECT_BESIDE, GP_EFFECT_BESIDE, GP_EFFECT_ANSWERS}};
    (void)state;
    for (int direction = 0; direction < 4; direction++)
        for (int gap = 0; gap < 4; gap++)
            assert_int_equal(gp_effect_of((gp_direction)direction, (gp_mismatch)gap),
                             effects[direction][gap]);
}

static void contexts_meet_in_whole_or_in_part(void **state)
{
    static const struct {
        const char *segment, *situation, *contexts;
        int touches; /* 0: not, 1: in whole, 2: in part */
    } rows[] = {
        {NULL, NULL, "", 1},      {NULL, NULL, "s0", 2}, {NULL, NULL, "t0", 2},
        {"s0", NULL, "", 1},      {"s0", NULL, "s0", 1}, {"s0", NULL, "s1", 0},
        {"s0", NULL, "s1 s0", 1}, {"s0", "t0", "t0", 1}, {"s0", "t0", "s0 t1", 0},
        {"s0", NULL, "s0 t1", 2}, {NULL, "t1", "t1", 1}, {NULL, "t1", "s0 s1 t0 t1", 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        gp_fits fits;
        start_test_draft(&t);
        add_test_contexts(&t, 2, 2);
        add_test_measurement(&t, "time", rows[i].segment, rows[i].situation, 0.9, 0.1, 0, -5);
        add_test_intervention(
            &t, "a",
            test_aimed(&t, test_intervention(GP_DEVELOP, 7), "time>more", rows[i].contexts), "");
        find(&t, &fits);
        const gp_fit *fit = &fits.fits[0];
        if (fit->touch_count != (rows[i].touches > 0)) fail_msg("row %zu", i);
        assert_int_equal(fit->first, rows[i].touches ? 0 : GP_NONE);
        assert_int_equal(fits.aims[0].outcome,
                         rows[i].touches ? GP_AIM_ANSWERS : GP_AIM_UNMEASURED);
        if (rows[i].touches) assert_int_equal(fit->touches[0].is_in_part, rows[i].touches == 2);
        gp_job_free(t.job);
    }
}

static void the_loop_asks_for_the_next_step(void **state)
{
    static const struct {
        const char *name;
        gp_day start, first, second; /* measured on; GP_NO_DAY: once only */
        int32_t days;
        double experience; /* of the newest; need is 0.7, before it 0.3 */
        gp_next_step next;
        gp_day due;
    } rows[] = {
        {"fits", 7, -9, GP_NO_DAY, 14, 0.7, GP_NEXT_KEEP, GP_NO_DAY},
        {"on its way", 7, -9, GP_NO_DAY, 14, 0.3, GP_NEXT_DEVELOP, GP_NO_DAY},
        {"live since", -40, -60, GP_NO_DAY, 14, 0.3, GP_NEXT_MEASURE, -26},
        {"live that day", -40, -26, GP_NO_DAY, 14, 0.3, GP_NEXT_MEASURE, -26},
        {"measured since", -40, -60, -20, 14, 0.4, GP_NEXT_ADJUST, GP_NO_DAY},
        {"an iteration ended", -20, -10, GP_NO_DAY, 90, 0.3, GP_NEXT_MEASURE, -6},
        {"iteration before", -20, -5, GP_NO_DAY, 90, 0.3, GP_NEXT_DEVELOP, GP_NO_DAY},
        {"first iteration", -10, -15, GP_NO_DAY, 90, 0.3, GP_NEXT_DEVELOP, GP_NO_DAY},
        {"half measured", 7, -9, GP_NO_DAY, 14, -1, GP_NEXT_MEASURE, GP_NO_DAY},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        gp_fits fits;
        bool is_once = rows[i].second == GP_NO_DAY;
        start_test_draft(&t);
        if (!is_once) add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.3, 0, rows[i].first);
        add_test_measurement(&t, "time", NULL, NULL, 0.7, rows[i].experience, 0,
                             is_once ? rows[i].first : rows[i].second);
        gp_intervention a = test_intervention(GP_DEVELOP, rows[i].days);
        a.start = rows[i].start;
        add_test_intervention(&t, "a", test_aimed(&t, a, "time>more", ""), "");
        find(&t, &fits);
        const gp_fit *fit = &fits.fits[0];
        if (fit->next != rows[i].next || fit->due_on != rows[i].due)
            fail_msg("%s: next %d, due on %d", rows[i].name, fit->next, fit->due_on);
        gp_job_free(t.job);
    }
}

static void before_and_after_going_live(void **state)
{
    (void)state;
    test_draft t;
    gp_fits fits;
    start_test_draft(&t);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.1, 0, -90);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.3, 0, -60);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.2, 0, -30);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.7, 0, -10);
    gp_intervention a = test_intervention(GP_EXPLOIT, 14);
    a.start = -70; /* live on -56 */
    add_test_intervention(&t, "a", test_aimed(&t, a, "time>more", ""), "");
    find(&t, &fits);
    const gp_touch *touch = &fits.fits[0].touches[0];
    assert_true(touch->is_at_work);
    assert_int_equal(touch->before, 1);
    assert_int_equal(touch->change, GP_TREND_CLOSING);
    assert_false(touch->has_other_source);
    assert_int_equal(touch->effect, GP_EFFECT_BESIDE);      /* there is no gap any more ... */
    assert_int_equal(fits.aims[0].outcome, GP_AIM_ANSWERS); /* ... because this answered it */
    assert_int_equal(fits.fits[0].next, GP_NEXT_KEEP);
    gp_job_free(t.job);
}

static void the_first_is_whole_known_and_soon(void **state)
{
    (void)state;
    test_draft t;
    gp_fits fits;
    start_test_draft(&t);
    add_test_contexts(&t, 1, 0);
    add_test_measurement(&t, "time", NULL, NULL, 0.7, 0.1, 0, -3);
    add_test_intervention(&t, "part",
                          test_aimed(&t, test_intervention(GP_DEVELOP, 7), "time>more", "s0"), "");
    add_test_intervention(&t, "unknown",
                          test_aimed(&t, test_intervention(GP_DEVELOP, 7), "time>more", ""), "x");
    add_test_intervention(&t, "late",
                          test_aimed(&t, test_intervention(GP_DEVELOP, 70), "time>more", ""), "");
    add_test_intervention(&t, "soon", test_aimed(&t, test_intervention(GP_DEVELOP, 40), "time", ""),
                          "");
    add_test_intervention(&t, "wrong",
                          test_aimed(&t, test_intervention(GP_DEVELOP, 7), "time>less", ""), "");
    find(&t, &fits);
    assert_int_equal(fits.fits[0].first, 3);
    assert_int_equal(fits.fits[0].touch_count, 5);
    assert_int_equal(fits.aims[4].worsens, 0);
    gp_job_free(t.job);
}

static void rows_stand_in_the_order_of_the_lists(void **state)
{
    (void)state;
    test_draft t;
    gp_fits fits;
    static const char *const dimensions[] = {"autonomy", "complexity", "time"};
    static const char *const segments[] = {"s1", NULL, "s0"};
    start_test_draft(&t);
    add_test_contexts(&t, 2, 0);
    for (int i = 0; i < 9; i++) /* sizes grow with i: they must not decide */
        add_test_measurement(&t, dimensions[i % 3], segments[i / 3], NULL, 0.1 * i, 0.05, 0, i);
    find(&t, &fits);
    assert_int_equal(fits.fit_count, 9);
    for (uint32_t i = 1; i < 9; i++) {
        const gp_fit *a = &fits.fits[i - 1], *b = &fits.fits[i];
        assert_true(a->dimension < b->dimension ||
                    (a->dimension == b->dimension && a->segment + 1 < b->segment + 1));
    }
    gp_job_free(t.job);
}

/* ---- findings ---- */

static bool has_finding(const test_draft *t, uint16_t code, const char *subject)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(t->job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].code == code && strcmp(findings[i].subject, subject) == 0) return true;
    return false;
}

static uint32_t count_findings(const test_draft *t)
{
    uint32_t count, found = 0;
    const gp_finding *findings = gp_findings(t->job, &count);
    for (uint32_t i = 0; i < count; i++) found += findings[i].code / 100 == 5;
    return found;
}

typedef struct portfolio_row {
    const char *name;
    struct {
        const char *dimension, *segment;
        gp_mismatch gap;
        gp_day on;
    } measured[3];
    struct {
        const char *addresses, *contexts;
        gp_day start;
    } aimed[2];           /* "a", "b" */
    const char *expected; /* "501 empathy" and so on */
} portfolio_row;

static const portfolio_row portfolio_rows[] = {
    {"nothing at all", {{0}}, {{0}}, ""},
    {"no measurement, no finding", {{0}}, {{"time>more", "", 5}, {"", "", 5}}, ""},
    {"no answer", {{"time", NULL, GP_TOO_LITTLE, -9}}, {{0}}, "501 time, 505 time"},
    {"answered", {{"time", NULL, 1, -9}, {"time", NULL, 1, -5}}, {{"time>more", "", 5}}, ""},
    {"answered in part",
     {{"time", NULL, 1, -9}, {"time", NULL, 1, -5}},
     {{"time>more", "s0", 5}},
     ""},
    {"answers elsewhere",
     {{"time", "s0", 1, -9}, {"time", "s0", 1, -5}},
     {{"time>more", "s1", 5}},
     "501 time, 502 a"},
    {"addresses nothing",
     {{"time", NULL, 1, -9}, {"time", NULL, 1, -5}},
     {{"time", "", 5}, {"", "", 5}},
     "502 b"},
    {"wrong direction",
     {{"time", NULL, GP_TOO_MUCH, -9}, {"time", NULL, GP_TOO_MUCH, -5}},
     {{"time>more", "", 5}},
     "501 time, 502 a, 503 a"},
    {"otherwise is no opposite",
     {{"time", NULL, GP_TOO_MUCH, -9}, {"time", NULL, GP_TOO_MUCH, -5}},
     {{"time>otherwise", "", 5}},
     "501 time, 502 a"},
    {"wrong direction for a part",
     {{"time", NULL, GP_TOO_MUCH, -9}, {"time", NULL, GP_TOO_MUCH, -5}},
     {{"time>more", "s0", 5}},
     "501 time, 502 a, 503 a"},
    {"right for its own people, whatever holds for all",
     {{"time", NULL, GP_TOO_MUCH, -9}, {"time", "s0", GP_TOO_LITTLE, -9}},
     {{"time>more", "s0", 5}, {"time>less", "s1", 5}},
     "505 time, 505 time"},
    {"due since it went live",
     {{"time", NULL, 1, -50}, {"time", NULL, 1, -40}},
     {{"time>more", "", -30}},
     "504 time"},
    {"not due: not begun",
     {{"time", NULL, 1, -50}, {"time", NULL, 1, -40}},
     {{"time>more", "", 1}},
     ""},
    {"opposites", {{0}}, {{"time>more", "s0", 5}, {"time>less", "", 5}}, "506 b"},
    {"opposites that never meet", {{0}}, {{"time>more", "s0", 5}, {"time>less", "s1", 5}}, ""},
    {"opposites in other dimensions", {{0}}, {{"time>more", "", 5}, {"place>less", "", 5}}, ""},
    {"the same direction twice", {{0}}, {{"time>more", "", 5}, {"time>more", "", 5}}, ""},
    {"one that contradicts itself is no pair", {{0}}, {{"time>more time>less", "", 5}}, ""},
    {"opposite needs, one for all",
     {{"time", "s0", GP_TOO_LITTLE, -9}, {"time", "s1", GP_TOO_MUCH, -9}},
     {{"time", "", 5}},
     "505 time, 505 time, 507 a"},
    {"opposite needs, in one direction",
     {{"time", "s0", GP_TOO_LITTLE, -9}, {"time", "s1", GP_TOO_MUCH, -9}},
     {{"time>more", "", 5}, {"time>less", "s1", 5}},
     "505 time, 505 time, 506 b, 507 a"},
    {"opposite needs, each its own",
     {{"time", "s0", GP_TOO_LITTLE, -9}, {"time", "s1", GP_TOO_MUCH, -9}},
     {{"time>more", "s0", 5}, {"time>less", "s1", 5}},
     "505 time, 505 time"},
};

static void check_row(const portfolio_row *row)
{
    test_draft t;
    uint32_t expected = 0;
    char text[128];
    start_test_draft(&t);
    add_test_contexts(&t, 2, 0);
    for (int i = 0; i < 3 && row->measured[i].dimension; i++)
        add_test_measurement(&t, row->measured[i].dimension, row->measured[i].segment, NULL, -1, -1,
                             row->measured[i].gap, row->measured[i].on);
    for (int i = 0; i < 2 && row->aimed[i].addresses; i++) {
        gp_intervention aimed = test_intervention(GP_DEVELOP, 14);
        aimed.start = row->aimed[i].start;
        add_test_intervention(
            &t, i ? "b" : "a",
            test_aimed(&t, aimed, row->aimed[i].addresses, row->aimed[i].contexts), "");
    }
    assert_int_equal(gp_check(t.job, test_schedule(&t)), GP_OK);
    snprintf(text, sizeof text, "%s", row->expected);
    for (char *word = strtok(text, ","); word; word = strtok(NULL, ",")) {
        unsigned code;
        char subject[32];
        assert_int_equal(sscanf(word, "%u %31s", &code, subject), 2);
        if (!has_finding(&t, (uint16_t)code, subject)) fail_msg("%s: no %s", row->name, word);
        expected++;
    }
    if (count_findings(&t) != expected)
        fail_msg("%s: %u findings, not %u", row->name, count_findings(&t), expected);
    gp_job_free(t.job);
}

static void findings_about_dimensions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof portfolio_rows / sizeof *portfolio_rows; i++)
        check_row(&portfolio_rows[i]);
}

/* Two futures never meet, so what pulls apart in them is no contradiction. */
static void opposites_in_other_scenarios(void **state)
{
    (void)state;
    test_draft t;
    gp_fits fits;
    start_test_draft(&t);
    gp_draft_term(t.draft, GP_SCENARIO, &(gp_term){.id = "x", .name = "x"});
    gp_draft_term(t.draft, GP_SCENARIO, &(gp_term){.id = "y", .name = "y"});
    for (int i = 0; i < 3; i++) {
        gp_intervention a = test_aimed(&t, test_intervention(GP_EXPLORE, 14),
                                       i == 1 ? "time>less" : "time>more", "");
        uint32_t scenario =
            gp_draft_term_reference(t.draft, GP_SCENARIO, i == 0 ? "x" : "y", (gp_place){0});
        a.scenarios = test_keep(&t, &scenario, sizeof scenario);
        a.scenario_count = 1;
        add_test_intervention(&t, (const char *[]){"a", "b", "c"}[i], a, "");
    }
    find(&t, &fits);
    assert_int_equal(fits.aims[1].opposed_by, GP_NONE);
    assert_int_equal(fits.aims[2].opposed_by, 1);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gap_is_judged_or_follows_from_the_sign),
        cmocka_unit_test(a_trend_compares_with_an_earlier_day),
        cmocka_unit_test(one_day_is_one_picture),
        cmocka_unit_test(directions_answer_or_worsen),
        cmocka_unit_test(contexts_meet_in_whole_or_in_part),
        cmocka_unit_test(the_loop_asks_for_the_next_step),
        cmocka_unit_test(before_and_after_going_live),
        cmocka_unit_test(the_first_is_whole_known_and_soon),
        cmocka_unit_test(rows_stand_in_the_order_of_the_lists),
        cmocka_unit_test(findings_about_dimensions),
        cmocka_unit_test(opposites_in_other_scenarios),
    };
    return cmocka_run_group_tests_name("fit", tests, NULL, NULL);
}
