/* SPDX-License-Identifier: MIT
 * Dates worked out by hand, with the arithmetic beside them. Status date is day 0
 * (1970-01-01) unless a test says otherwise. */
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const gp_schedule *schedule_of(test_draft *t, gp_float_mode mode)
{
    const gp_schedule *schedule;
    const gp_network *network = test_network(t);
    gp_schedule_options options = {.float_mode = mode};
    assert_int_equal(gp_schedule_network(t->job, network, &options, &schedule), GP_OK);
    return schedule;
}

static uint32_t activity(const gp_schedule *s, const char *id, uint8_t level)
{
    uint32_t symbol = gp_find_symbol(s->network->portfolio, id);
    assert_int_not_equal(symbol, GP_NONE);
    return gp_find_activity(s->network, symbol, level);
}

static const gp_dates *dates(const gp_schedule *s, const char *id, uint8_t level)
{
    uint32_t found = activity(s, id, level);
    assert_int_not_equal(found, GP_NONE);
    return &s->dates[found];
}

static gp_day day(int year, int month, int day_of_month)
{
    return gp_day_of((gp_date){year, month, day_of_month});
}

static void assert_dates(const gp_dates *d, gp_day start, gp_day ready, gp_day latest_start,
                         gp_day latest_ready)
{
    assert_int_equal(d->earliest_start, start);
    assert_int_equal(d->earliest_ready, ready);
    assert_int_equal(d->latest_start, latest_start);
    assert_int_equal(d->latest_ready, latest_ready);
}

/* The white paper's adviser: bias prevention (12 months), then advice algorithms (9 months),
 * then the module, live by 2026-11-30, in cycles of 3 weeks from 2026-02-02. */
static void add_adviser(test_draft *t, bool has_rounds)
{
    gp_settings *settings = gp_draft_settings(t->draft);
    settings->status_date = day(2026, 1, 5);
    if (has_rounds)
        settings->planning =
            (gp_planning){.round = MONTHS(12), .from = day(2020, 1, 1), .prepare = MONTHS(3)};
    gp_capability bias = test_capability(0), advice = test_capability(0);
    bias.lead.lead_time.likely = MONTHS(12);
    advice.lead.lead_time.likely = MONTHS(9);
    add_test_capability(t, "bias", bias, "");
    add_test_capability(t, "advice", advice, "bias");
    gp_intervention module = test_intervention(GP_DEVELOP, 84);
    module.start = day(2026, 2, 2);
    module.needed_by = day(2026, 11, 30);
    module.cycle = DAYS(21);
    add_test_intervention(t, "module", module, "advice");
}

static void adviser_without_rounds(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_adviser(&t, false);
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    /* The last cycle end at or before 2026-11-30 is 2026-02-02 + 14 * 21 = 2026-11-23; nine
     * months back 2026-02-23, twelve more 2025-02-23. */
    assert_dates(dates(s, "bias", 1), day(2026, 1, 5), day(2027, 1, 5), day(2025, 2, 23),
                 day(2026, 2, 23));
    assert_dates(dates(s, "advice", 1), day(2027, 1, 5), day(2027, 10, 5), day(2026, 2, 23),
                 day(2026, 11, 23));
    /* 2027-10-05 is 610 days after 2026-02-02: 29.05 cycles, so live after the 30th: +630. */
    assert_int_equal(dates(s, "module", 0)->earliest_ready, day(2026, 2, 2) + 630);
    assert_int_equal(gp_late_days(s, activity(s, "module", 0)), 329);  /* 2027-10-25 */
    assert_int_equal(gp_late_cycles(s, activity(s, "module", 0)), 16); /* 329 / 21 = 15.7 */
    assert_true(dates(s, "bias", 1)->is_critical);
    gp_job_free(t.job);
}

static void adviser_with_yearly_rounds(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_adviser(&t, true);
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    /* Starts wait for 1 January: 2027, then 2028; ready 2028-10-01 = +972 days, 46.3 cycles. */
    assert_dates(dates(s, "bias", 1), day(2027, 1, 1), day(2028, 1, 1), day(2025, 1, 1),
                 day(2026, 1, 1));
    assert_dates(dates(s, "advice", 1), day(2028, 1, 1), day(2028, 10, 1), day(2026, 1, 1),
                 day(2026, 11, 23));
    assert_int_equal(dates(s, "bias", 1)->identify_by, day(2024, 10, 1)); /* three months before */
    assert_int_equal(dates(s, "module", 0)->earliest_ready, day(2026, 2, 2) + 47 * 21);
    gp_job_free(t.job);
}

/* The round a year away: buffer without float (docs/time.md). */
static void buffer_without_float(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_draft_settings(t.draft)->planning = (gp_planning){.round = MONTHS(12), .from = 0};
    gp_capability c = test_capability(0);
    c.lead.lead_time.likely = MONTHS(4);
    add_test_capability(&t, "c", c, "");
    gp_intervention i = test_intervention(GP_DEVELOP, 14);
    i.needed_by = day(1971, 1, 1);
    i.cycle = DAYS(1);
    add_test_intervention(&t, "i", i, "c");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    assert_dates(dates(s, "c", 1), 0, day(1970, 5, 1), 0, day(1971, 1, 1));
    assert_int_equal(dates(s, "c", 1)->float_days, 0);
    assert_int_equal(dates(s, "c", 1)->buffer_days, 245); /* 1 May to 1 January */
    assert_false(dates(s, "c", 1)->is_critical);
    gp_job_free(t.job);
}

static void levels_are_a_chain(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_capability c = test_capability(10);
    gp_level levels[] = {{.level = 3, .lead.lead_time.likely = DAYS(30)}};
    c.level = 1;
    c.levels = levels;
    c.level_count = 1;
    levels[0].requires = test_requires(&t, "tool");
    add_test_capability(&t, "c", c, "base");
    add_test_capability(&t, "base", test_capability(5), "");
    add_test_capability(&t, "tool", test_capability(100), "");
    add_test_intervention(&t, "early", test_intervention(GP_DEVELOP, 14), "c@1 c@2");
    add_test_intervention(&t, "late", test_intervention(GP_DEVELOP, 14), "c@3");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    assert_int_equal(activity(s, "c", 1), GP_NONE);        /* is there already */
    assert_int_equal(dates(s, "c", 2)->earliest_start, 5); /* the base first */
    assert_int_equal(dates(s, "c", 2)->earliest_ready, 15);
    assert_int_equal(dates(s, "c", 3)->earliest_start, 100); /* the tool, for this step only */
    assert_int_equal(dates(s, "c", 3)->earliest_ready, 130);
    assert_int_equal(dates(s, "early", 0)->earliest_ready, 28); /* 15 -> second cycle */
    assert_int_equal(dates(s, "late", 0)->earliest_ready, 140); /* 130 -> tenth cycle */
    gp_job_free(t.job);
}

static void alternatives(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_capability there = test_capability(5);
    there.level = 1;
    add_test_capability(&t, "slow", test_capability(50), "");
    add_test_capability(&t, "fast", test_capability(20), "");
    add_test_capability(&t, "unknown", test_capability(-1), "");
    add_test_capability(&t, "there", there, "");
    add_test_intervention(&t, "i", test_intervention(GP_DEVELOP, 14), "unknown|slow|fast");
    add_test_intervention(&t, "met", test_intervention(GP_DEVELOP, 14), "slow@2|there");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    assert_int_equal(dates(s, "i", 0)->earliest_ready, 28); /* fast: 20 -> second cycle */
    assert_false(dates(s, "i", 0)->not_before);
    assert_int_equal(gp_driver(s, activity(s, "i", 0)), activity(s, "fast", 1));
    assert_int_equal(dates(s, "fast", 1)->latest_ready, 28);
    assert_int_equal(dates(s, "slow", 1)->latest_ready, 50);  /* spare: no limit comes back */
    assert_int_equal(dates(s, "met", 0)->earliest_ready, 14); /* one of them is there */
    assert_int_equal(activity(s, "slow", 2), GP_NONE);        /* so level 2 is not asked for */
    gp_job_free(t.job);
}

static void actuals(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_draft_settings(t.draft)->planning = (gp_planning){.round = MONTHS(12), .from = 100};
    gp_capability started = test_capability(30), late = test_capability(30);
    gp_capability given = test_capability(30);
    started.started = -10;
    late.started = -100;
    given.ready = 40;
    add_test_capability(&t, "started", started, "given"); /* does not move it any more */
    add_test_capability(&t, "late", late, "");
    add_test_capability(&t, "given", given, "started");
    add_test_intervention(&t, "i", test_intervention(GP_DEVELOP, 14), "started late given");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    assert_int_equal(dates(s, "started", 1)->earliest_start, -10);
    assert_int_equal(dates(s, "started", 1)->earliest_ready, 20);
    assert_int_equal(dates(s, "started", 1)->latest_start, GP_NO_DAY);
    assert_int_equal(dates(s, "started", 1)->float_days, GP_NO_DAYS);
    assert_int_equal(dates(s, "late", 1)->earliest_ready, 0); /* not before the status date */
    assert_int_equal(dates(s, "given", 1)->earliest_start, 40);
    assert_int_equal(dates(s, "given", 1)->earliest_ready, 40);
    assert_int_equal(dates(s, "given", 1)->buffer_days, 2);
    assert_int_equal(dates(s, "i", 0)->earliest_ready, 42);
    gp_job_free(t.job);
}

static void unknown_lead_times(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_draft_settings(t.draft)->planning = (gp_planning){.round = MONTHS(12), .from = 100};
    add_test_capability(&t, "u", test_capability(-1), "known");
    gp_capability known = test_capability(30);
    gp_planning none = {0};
    known.planning = &none;
    add_test_capability(&t, "known", known, "");
    add_test_capability(&t, "after", test_capability(7), "u nowhere");
    add_test_intervention(&t, "i", test_intervention(GP_DEVELOP, 14), "after");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    assert_int_equal(dates(s, "u", 1)->earliest_start, 30); /* never rounded up to a round */
    assert_int_equal(dates(s, "u", 1)->earliest_ready, 30);
    assert_true(dates(s, "u", 1)->not_before);
    assert_false(dates(s, "known", 1)->not_before);
    assert_true(dates(s, "nowhere", 0)->not_before);
    assert_int_equal(dates(s, "after", 1)->earliest_start, 100); /* the round */
    assert_true(dates(s, "i", 0)->not_before);
    gp_job_free(t.job);
}

static void chain_start_rounds_the_first_only(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_settings *settings = gp_draft_settings(t.draft);
    settings->planning = (gp_planning){.round = DAYS(100), .from = 40};
    settings->is_chain_start = true;
    add_test_capability(&t, "a", test_capability(10), "");
    add_test_capability(&t, "b", test_capability(10), "a");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    assert_int_equal(dates(s, "a", 1)->earliest_start, 40);
    assert_int_equal(dates(s, "b", 1)->earliest_start, 50);
    gp_job_free(t.job);
}

static void lags_and_interventions(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_test_capability(&t, "c", test_capability(10), "");
    gp_intervention first = test_intervention(GP_DEVELOP, 14), second = first;
    second.needed_by = 100;
    add_test_intervention(&t, "first", first, "c+5d");
    add_test_intervention(&t, "second", second, "first+1d c!start");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_EACH);
    assert_int_equal(dates(s, "first", 0)->earliest_ready, 28);  /* 15 -> 28 */
    assert_int_equal(dates(s, "second", 0)->earliest_start, 29); /* 28 + 1 */
    assert_int_equal(dates(s, "second", 0)->earliest_ready, 56); /* 43 -> 56 */
    /* Back from 100: the cycle end 98, start by 84, first by 83, but it has no date of its own:
     * not later than 28; c by 28 - 5 = 23 for it, by 84 for second. */
    assert_int_equal(dates(s, "second", 0)->latest_start, 84);
    assert_int_equal(dates(s, "first", 0)->latest_ready, 28);
    assert_int_equal(dates(s, "c", 1)->latest_ready, 23);
    gp_job_free(t.job);
}

static void portfolio_float_is_cpm(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    /* a 3 -> b 5 -> d 2; a -> c 1 -> d: end 10, c may slip 4. */
    add_test_capability(&t, "a", test_capability(3), "");
    add_test_capability(&t, "b", test_capability(5), "a");
    add_test_capability(&t, "c", test_capability(1), "a");
    add_test_capability(&t, "d", test_capability(2), "b c");
    const gp_schedule *s = schedule_of(&t, GP_FLOAT_PORTFOLIO);
    assert_int_equal(s->end, 10);
    assert_dates(dates(s, "c", 1), 3, 4, 7, 8);
    assert_int_equal(dates(s, "c", 1)->float_days, 4);
    assert_int_equal(dates(s, "d", 1)->float_days, 0);
    gp_job_free(t.job);
}

static void layers_and_order(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_test_capability(&t, "d", test_capability(1), "c a");
    add_test_capability(&t, "c", test_capability(1), "b");
    add_test_capability(&t, "b", test_capability(1), "");
    add_test_capability(&t, "a", test_capability(1), "");
    const gp_network *n = test_network(&t);
    const char *expected[] = {"a", "b", "c", "d"};
    for (uint32_t i = 0; i < 4; i++)
        assert_string_equal(gp_activity_id(n, n->order[i]), expected[i]);
    assert_int_equal(n->layer[0], 2);
    assert_int_equal(n->layer[1], 1);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adviser_without_rounds),
        cmocka_unit_test(adviser_with_yearly_rounds),
        cmocka_unit_test(buffer_without_float),
        cmocka_unit_test(levels_are_a_chain),
        cmocka_unit_test(alternatives),
        cmocka_unit_test(actuals),
        cmocka_unit_test(unknown_lead_times),
        cmocka_unit_test(chain_start_rounds_the_first_only),
        cmocka_unit_test(lags_and_interventions),
        cmocka_unit_test(portfolio_float_is_cpm),
        cmocka_unit_test(layers_and_order),
    };
    return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
