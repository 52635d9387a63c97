/* SPDX-License-Identifier: MIT
 * Links from starts and to ready dates, leads, dates to keep to, and progress: cases by hand. The
 * property tests hold the same to a slow plan; here stands what it should mean. */
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define MONDAY 4 /* 1970-01-05 */
#define NONE GP_NO_DAY

static const gp_schedule *plan(test_draft *t, gp_float_mode mode)
{
    const gp_schedule *schedule;
    const gp_schedule_options options = {.float_mode = mode};
    assert_int_equal(gp_schedule_network(t->job, test_network(t), &options, &schedule), GP_OK);
    return schedule;
}

static const gp_dates *dates_of(const gp_schedule *schedule, const char *id)
{
    const gp_network *network = schedule->network;
    uint32_t activity = gp_find_activity(network, gp_find_symbol(network->portfolio, id), 0);
    assert_int_not_equal(activity, GP_NONE);
    return &schedule->dates[activity];
}

static void expect(const gp_schedule *schedule, const char *id, gp_day start, gp_day ready)
{
    const gp_dates *dates = dates_of(schedule, id);
    if (dates->earliest_start == start && dates->earliest_ready == ready) return;
    fail_msg("%s: %d to %d, not %d to %d", id, dates->earliest_start, dates->earliest_ready, start,
             ready);
}

static uint32_t count_findings(test_draft *t, uint16_t code)
{
    uint32_t count, found = 0;
    const gp_finding *findings = gp_findings(t->job, &count);
    for (uint32_t i = 0; i < count; i++) found += findings[i].code == code;
    return found;
}

/* ---- links ---- */

static void four_links_between_capabilities(void **state)
{
    (void)state;
    const struct {
        const char *requires;
        gp_day start, ready; /* of ten days of work, after twenty that start on day 0 */
    } rows[] = {
        {"a", 20, 30},          {"a!start", 20, 30},        {"a!ready", 10, 20},
        {"a^", 0, 10},          {"a!ready^", 0, 10},        {"a+5d", 25, 35},
        {"a+-5d", 15, 25},      {"a+5d!ready", 15, 25},     {"a+-5d!ready", 5, 15},
        {"a+5d^", 5, 15},       {"a+15d!ready^", 5, 15},    {"a+-50d", 0, 10},
        {"a^ a!ready", 10, 20}, {"a+12d^ a!ready", 12, 22}, {"b+40d!ready", 30, 40},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        start_test_draft(&t);
        add_test_capability(&t, "a", test_capability(20), "");
        add_test_capability(&t, "b", test_capability(0), "");
        add_test_capability(&t, "z", test_capability(10), rows[i].requires);
        expect(plan(&t, GP_FLOAT_EACH), "z", rows[i].start, rows[i].ready);
        gp_job_free(t.job);
    }
}

/* An intervention's development may start early and wait; by ready it moves as a whole. */
static void live_waits_and_ready_moves(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_intervention daily = test_intervention(GP_DEVELOP, 10);
    daily.cycle = DAYS(1);
    add_test_capability(&t, "a", test_capability(20), "");
    add_test_intervention(&t, "live", daily, "a!live");
    add_test_intervention(&t, "ready", daily, "a!ready");
    const gp_schedule *schedule = plan(&t, GP_FLOAT_EACH);
    expect(schedule, "live", 0, 20);
    expect(schedule, "ready", 10, 20);
    gp_job_free(t.job);
}

/* Five tasks of a day in a chain of all four links, as a project planner schedules them: the
 * working days count, a weekend between two of them is nothing. */
static void working_days_as_project_planners_do(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_settings *settings = gp_draft_settings(t.draft);
    settings->status_date = MONDAY + 3; /* Thursday */
    settings->days_off = 0x60;
    gp_capability day = test_capability(-1);
    day.lead.lead_time.likely = WORKDAYS(1);
    add_test_capability(&t, "1", day, "");
    add_test_capability(&t, "2", day, "1");
    add_test_capability(&t, "3", day, "2+1wd^");
    add_test_capability(&t, "4", day, "3!ready");
    add_test_capability(&t, "5", day, "4!ready^");
    const gp_schedule *schedule = plan(&t, GP_FLOAT_PORTFOLIO);
    expect(schedule, "1", MONDAY + 3, MONDAY + 4);
    expect(schedule, "2", MONDAY + 4, MONDAY + 5);
    expect(schedule, "3", MONDAY + 5, MONDAY + 8); /* Saturday: what follows counts from Monday */
    expect(schedule, "4", MONDAY + 7, MONDAY + 8);
    expect(schedule, "5", MONDAY + 4, MONDAY + 7);
    const char *const ids[] = {"1", "2", "3", "4", "5"};
    for (size_t i = 0; i < 5; i++) assert_int_equal(dates_of(schedule, ids[i])->is_critical, i < 4);
    assert_int_equal(dates_of(schedule, "2")->latest_start, MONDAY + 4);
    assert_int_equal(dates_of(schedule, "2")->latest_ready, MONDAY + 5);
    assert_int_equal(dates_of(schedule, "5")->latest_ready, MONDAY + 8);
    gp_job_free(t.job);
}

/* ---- dates to keep to ---- */

static void windows_hold(void **state)
{
    (void)state;
    const struct {
        gp_window window;
        gp_day start, ready, latest_start, latest_ready; /* of ten days of work */
        uint32_t late;                                   /* findings GP309 */
    } rows[] = {
        {{NONE, NONE, NONE, NONE}, 0, 10, 0, 10, 0}, {{5, NONE, NONE, NONE}, 5, 15, 5, 15, 0},
        {{-5, 4, NONE, NONE}, 0, 10, 0, 10, 0},      {{NONE, 30, NONE, NONE}, 20, 30, 20, 30, 0},
        {{NONE, NONE, 3, NONE}, 0, 10, 3, 13, 0},    {{5, NONE, 3, NONE}, 5, 15, 3, 13, 1},
        {{NONE, NONE, NONE, 12}, 0, 10, 2, 12, 0},   {{NONE, NONE, NONE, 8}, 0, 10, -2, 8, 1},
        {{NONE, NONE, -1, 8}, 0, 10, -2, 8, 2},      {{NONE, NONE, -4, 8}, 0, 10, -4, 6, 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        start_test_draft(&t);
        gp_capability capability = test_capability(10);
        capability.window = &rows[i].window;
        add_test_capability(&t, "c", capability, "");
        const gp_schedule *schedule = plan(&t, GP_FLOAT_EACH);
        const gp_dates *dates = dates_of(schedule, "c");
        expect(schedule, "c", rows[i].start, rows[i].ready);
        assert_int_equal(dates->latest_start, rows[i].latest_start);
        assert_int_equal(dates->latest_ready, rows[i].latest_ready);
        assert_int_equal(gp_check(t.job, schedule), GP_OK);
        assert_int_equal(count_findings(&t, 309), rows[i].late);
        gp_job_free(t.job);
    }
}

/* A window's dates of the start hold for the first step, those of the ready date for the last. */
static void windows_of_steps(void **state)
{
    (void)state;
    test_draft t;
    const gp_window window = {3, 40, 3, 50};
    start_test_draft(&t);
    gp_capability capability = test_capability(10);
    capability.window = &window;
    add_test_capability(&t, "c", capability, "");
    gp_intervention daily = test_intervention(GP_DEVELOP, 0);
    daily.cycle = DAYS(1);
    daily.needed_by = 90;
    add_test_intervention(&t, "i", daily, "c@2");
    const gp_schedule *schedule = plan(&t, GP_FLOAT_EACH);
    uint32_t first =
        gp_find_activity(schedule->network, gp_find_symbol(schedule->network->portfolio, "c"), 1);
    assert_int_equal(schedule->dates[first].earliest_start, 3);
    assert_int_equal(schedule->dates[first].latest_start, 3);
    expect(schedule, "c", 30, 40);
    assert_int_equal(dates_of(schedule, "c")->latest_ready, 50);
    gp_job_free(t.job);
}

/* ---- progress ---- */

static void the_rest_takes_from_the_status_date(void **state)
{
    (void)state;
    const struct {
        gp_duration duration;
        uint8_t progress;
        gp_day started, start, ready;
    } rows[] = {
        {DAYS(40), 25, NONE, 0, 30},    {DAYS(40), 25, -9, -9, 30},    {DAYS(40), 100, NONE, 0, 0},
        {DAYS(3), 50, NONE, 0, 2},      {DAYS(40), 0, -9, -9, 31},     {MONTHS(2), 50, NONE, 0, 30},
        {WORKDAYS(10), 45, NONE, 0, 8}, {WORKDAYS(5), 99, NONE, 0, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        start_test_draft(&t); /* day 0 is a Thursday */
        gp_draft_settings(t.draft)->days_off = 0x60;
        gp_capability capability = test_capability(-1);
        capability.lead.lead_time.likely = rows[i].duration;
        capability.progress = rows[i].progress & 127u;
        capability.started = rows[i].started;
        add_test_capability(&t, "before", test_capability(100), "");
        add_test_capability(&t, "c", capability, "before");
        expect(plan(&t, GP_FLOAT_EACH), "c", rows[i].start, rows[i].ready);
        gp_job_free(t.job);
    }
}

/* Work that has begun no longer waits to start, but still for what must be there when it is ready.
 */
static void begun_work_still_waits_to_be_ready(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_intervention half = test_intervention(GP_DEVELOP, 20);
    half.cycle = DAYS(1);
    half.progress = 50;
    add_test_capability(&t, "a", test_capability(15), "");
    add_test_intervention(&t, "start", half, "a!start");
    add_test_intervention(&t, "live", half, "a!live");
    const gp_schedule *schedule = plan(&t, GP_FLOAT_EACH);
    expect(schedule, "start", 0, 10);
    expect(schedule, "live", 0, 15);
    assert_int_equal(dates_of(schedule, "a")->latest_ready, 15);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_links_between_capabilities),
        cmocka_unit_test(live_waits_and_ready_moves),
        cmocka_unit_test(working_days_as_project_planners_do),
        cmocka_unit_test(windows_hold),
        cmocka_unit_test(windows_of_steps),
        cmocka_unit_test(the_rest_takes_from_the_status_date),
        cmocka_unit_test(begun_work_still_waits_to_be_ready),
    };
    return cmocka_run_group_tests_name("links", tests, NULL, NULL);
}
