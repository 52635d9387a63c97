/* SPDX-License-Identifier: MIT
 * Rounds at given dates, with and without a grid after them, against a slow list of all rounds
 * made straight from the definition; and the law that the backward pass rests on. */
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define FIRST 20000 /* 2024-10-04 */
#define WINDOW 1500 /* days that are looked at, from FIRST - 100 on */
#define CALENDAR(m, n)                                                                             \
    {                                                                                              \
        .months = (m), .days = (n), .unit = GP_DURATION_CALENDAR                                   \
    }
#define WORK(n)                                                                                    \
    {                                                                                              \
        .days = (n), .unit = GP_DURATION_WORKDAYS                                                  \
    }

/* Is the day a round? After the last date: a point of the grid through the last date or, where
 * that is later, `from`; any day where there is no grid. */
static bool is_round(const gp_calendar *calendar, const gp_planning *p, gp_day day)
{
    for (uint32_t i = 0; i < p->date_count; i++)
        if (p->dates[i] == day) return true;
    gp_day last = p->dates[p->date_count - 1];
    if (day < last) return false;
    gp_day from = p->from > last ? p->from : last;
    return gp_round_up(calendar, from, p->round, day) == day;
}

static void check_rounds(const gp_calendar *calendar, const gp_planning *p)
{
    for (gp_day day = FIRST - 100; day < FIRST - 100 + WINDOW; day++) {
        gp_day next = day, before = day;
        while (!is_round(calendar, p, next)) next++;
        while (before >= p->dates[0] && !is_round(calendar, p, before)) before--;
        if (day < p->dates[0]) before = day;
        assert_int_equal(gp_next_round(calendar, p, day), next);
        assert_int_equal(gp_last_round(calendar, p, day), before);
        bool is_known = p->round.unit != GP_DURATION_NONE || day <= p->dates[p->date_count - 1];
        assert_int_equal(gp_knows_round(p, day), is_known);
    }
}

/* f(s) <= t  <=>  s <= f*(t) for every t on which there has been a round; both are monotone. */
static void check_laws(const gp_calendar *calendar, const gp_planning *p, gp_day first, gp_day last)
{
    for (gp_day s = first; s <= last; s++) {
        gp_day up = gp_next_round(calendar, p, s), down = gp_last_round(calendar, p, s);
        assert_true(up >= s || up == GP_DAY_LAST);
        assert_true(down <= s);
        assert_true(gp_next_round(calendar, p, s + 1) >= up);
        assert_true(gp_last_round(calendar, p, s + 1) >= down);
        assert_int_equal(gp_next_round(calendar, p, up), up);
        for (gp_day t = first > p->dates[0] ? first : p->dates[0]; t <= last; t++)
            assert_int_equal(gp_next_round(calendar, p, s) <= t,
                             s <= gp_last_round(calendar, p, t));
    }
}

static const gp_day five[] = {FIRST, FIRST + 1, FIRST + 90, FIRST + 181, FIRST + 260};
static const gp_duration grids[] = {{0},
                                    CALENDAR(0, 1),
                                    CALENDAR(0, 90),
                                    CALENDAR(1, 0),
                                    CALENDAR(3, 0),
                                    CALENDAR(6, 0),
                                    CALENDAR(1, 3),
                                    WORK(1),
                                    WORK(21),
                                    CALENDAR(0, 0)};
static const gp_day holidays[] = {FIRST + 12, FIRST + 300, FIRST + 301};
static const gp_calendar calendar = {0x60, holidays, 3};

static void rounds_are_the_dates_and_then_the_grid(void **state)
{
    (void)state;
    static const gp_day froms[] = {GP_NO_DAY, 0, FIRST + 40, FIRST + 260, FIRST + 300, FIRST + 900};
    for (size_t i = 0; i < COUNT(grids); i++)
        for (size_t f = 0; f < COUNT(froms); f++)
            for (uint32_t count = 1; count <= COUNT(five); count++) {
                gp_planning p = {
                    .round = grids[i], .from = froms[f], .dates = five, .date_count = count};
                check_rounds(&calendar, &p);
            }
}

static void rounds_at_dates_have_adjoints(void **state)
{
    (void)state;
    static const gp_day froms[] = {GP_NO_DAY, FIRST + 281};
    for (size_t i = 0; i < COUNT(grids); i++)
        for (size_t f = 0; f < COUNT(froms); f++) {
            gp_planning p = {.round = grids[i], .from = froms[f], .dates = five, .date_count = 5};
            check_laws(&calendar, &p, FIRST - 20, FIRST + 480);
        }
}

static void ends_of_time_hold(void **state)
{
    (void)state;
    static const gp_day ends[] = {GP_DAY_FIRST, GP_DAY_LAST - 1}, last[] = {GP_DAY_LAST};
    gp_planning p = {.dates = ends, .date_count = 2};
    assert_int_equal(gp_next_round(NULL, &p, GP_NO_DAY), GP_DAY_FIRST);
    assert_int_equal(gp_next_round(NULL, &p, GP_DAY_LAST), GP_DAY_LAST);
    assert_int_equal(gp_last_round(NULL, &p, GP_DAY_LAST), GP_DAY_LAST);
    assert_int_equal(gp_last_round(NULL, &p, GP_DAY_LAST - 2), GP_DAY_FIRST);
    p = (gp_planning){.round = MONTHS(12), .dates = last, .date_count = 1};
    assert_int_equal(gp_next_round(NULL, &p, 0), GP_DAY_LAST);
    assert_int_equal(gp_last_round(NULL, &p, GP_DAY_LAST), GP_DAY_LAST);
}

/* a may start on the round of day 100, b at the next one, day 190; c finds none after that. */
static const gp_day two[] = {100, 190};

static const gp_dates *dates_of(const gp_schedule *s, const char *id)
{
    for (uint32_t i = 0; i < s->network->activity_count; i++) {
        const char *own = s->network->portfolio->ids[s->network->activities[i].symbol];
        if (own[0] == id[0]) return &s->dates[i];
    }
    fail();
    return NULL;
}

static const gp_schedule *schedule_chain(test_draft *t, gp_duration round)
{
    start_test_draft(t);
    gp_draft_settings(t->draft)->planning =
        (gp_planning){.round = round, .prepare = DAYS(7), .dates = two, .date_count = 2};
    add_test_capability(t, "a", test_capability(10), "");
    add_test_capability(t, "b", test_capability(10), "a");
    add_test_capability(t, "c", test_capability(10), "b");
    gp_intervention late = test_intervention(GP_DEVELOP, 14);
    late.needed_by = 280;
    add_test_intervention(t, "live", late, "c");
    const gp_portfolio *portfolio = finish_test_draft(t);
    const gp_network *network;
    const gp_schedule *schedule;
    assert_int_equal(gp_analyse(t->job, portfolio, NULL, &network, &schedule), GP_OK);
    return schedule;
}

static void check_step(const gp_schedule *s, const char *id, gp_day start, gp_day latest,
                       bool not_before)
{
    const gp_dates *dates = dates_of(s, id);
    assert_int_equal(dates->earliest_start, start);
    assert_int_equal(dates->latest_start, latest);
    assert_int_equal(dates->not_before, not_before);
    if (dates->identify_by != GP_NO_DAY) assert_int_equal(dates->identify_by, latest - 7);
}

static uint32_t count_findings(const gp_job *job, uint16_t code, const gp_finding **last)
{
    uint32_t count, found = 0;
    const gp_finding *all = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (all[i].code == code) found++, *last = &all[i];
    return found;
}

static void steps_wait_for_given_dates(void **state)
{
    (void)state;
    test_draft t;
    const gp_finding *finding = NULL;
    const gp_schedule *s = schedule_chain(&t, (gp_duration){0});
    check_step(s, "a", 100, 100, false);
    check_step(s, "b", 190, 190, false); /* not 260: no round is known so late */
    check_step(s, "c", 200, 270, true);
    check_step(s, "live", 0, 266, true);
    assert_int_equal(count_findings(t.job, 310, &finding), 1);
    assert_string_equal(finding->subject, "c");
    assert_int_equal(finding->arguments[0].day, 190);
    assert_int_equal(finding->arguments[1].day, 200);
    gp_job_free(t.job);
    s = schedule_chain(&t, DAYS(60));
    check_step(s, "a", 100, 100, false);
    check_step(s, "b", 190, 190, false);
    check_step(s, "c", 250, 250, false);
    check_step(s, "live", 0, 266, false);
    assert_int_equal(count_findings(t.job, 310, &finding), 0);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounds_are_the_dates_and_then_the_grid),
        cmocka_unit_test(rounds_at_dates_have_adjoints),
        cmocka_unit_test(ends_of_time_hold),
        cmocka_unit_test(steps_wait_for_given_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
