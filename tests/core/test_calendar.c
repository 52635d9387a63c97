/* SPDX-License-Identifier: MIT
 * The calendar against slow loops over days written here: dates of 800 years, month ends and
 * leap days, working days with holidays and odd weekends, rounds, and the law that the backward
 * pass rests on: f(s) <= t <=> s <= f*(t). */
#include "groeipad/time.h"

#include <stddef.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define DAYS(n) ((gp_duration){.days = (n), .unit = GP_DURATION_CALENDAR})
#define MONTHS(n) ((gp_duration){.months = (n), .unit = GP_DURATION_CALENDAR})
#define BOTH(m, n) ((gp_duration){.months = (m), .days = (n), .unit = GP_DURATION_CALENDAR})
#define WORKDAYS(n) ((gp_duration){.days = (n), .unit = GP_DURATION_WORKDAYS})
#define COUNT(array) (sizeof(array) / sizeof *(array))

static gp_day day(int32_t year, int32_t month, int32_t day_of_month)
{
    return gp_day_of((gp_date){year, month, day_of_month});
}

static int32_t month_length(int32_t year, int32_t month)
{
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return lengths[month - 1] + (month == 2 && is_leap);
}

/* The same sequence of numbers in every run. */
static uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*state >> 33);
}

/* ---- calendars to test with ---- */

#define HOLIDAYS_MAX 4000
typedef struct world {
    gp_calendar calendar;
    gp_day holidays[HOLIDAYS_MAX];
} world;

static bool is_worked(const gp_calendar *calendar, gp_day d)
{
    int32_t weekday = ((d + 3) % 7 + 7) % 7;
    if (calendar->days_off >> weekday & 1) return false;
    for (uint32_t i = 0; i < calendar->holiday_count; i++)
        if (calendar->holidays[i] == d) return false;
    return true;
}

/* Every `step`-th day from `from` on is a holiday, where it is no day off. */
static world make_world(uint8_t days_off, gp_day from, gp_day to, int32_t step)
{
    world w = {.calendar.days_off = days_off};
    const gp_calendar weekly = {.days_off = days_off};
    for (gp_day d = from; d <= to && w.calendar.holiday_count < HOLIDAYS_MAX; d += step)
        if (is_worked(&weekly, d)) w.holidays[w.calendar.holiday_count++] = d;
    return w;
}

/* Days off: none, Saturday and Sunday, Friday and Saturday, all but Wednesday. */
static const uint8_t weekends[] = {0, 0x60, 0x30, 0x7b};

/* ---- dates ---- */

static void every_date_comes_back(void **state)
{
    (void)state;
    gp_day d = GP_DAY_FIRST;
    for (int32_t year = 1600; year < 2400; year++)
        for (int32_t month = 1; month <= 12; month++)
            for (int32_t n = 1; n <= month_length(year, month); n++, d++) {
                gp_date date = gp_date_of(d);
                if (date.year != year || date.month != month || date.day != n) fail();
                assert_int_equal(gp_day_of(date), d);
                char text[GP_DATE_SIZE];
                gp_day read;
                gp_format_date(d, text);
                assert_true(gp_parse_date(text, &read));
                assert_int_equal(read, d);
            }
    assert_int_equal(d, GP_DAY_LAST + 1);
    assert_int_equal(day(1970, 1, 1), 0);
    assert_int_equal(day(2022, 6, 13), 19156);
}

/* ---- months ---- */

/* Every day of 400 years against months counted by hand. */
static void months_end_where_the_month_ends(void **state)
{
    (void)state;
    static const int16_t spans[] = {0, 1, 2, 3, 6, 11, 12, 13, 48, 1199, 4800};
    for (gp_day d = day(1600, 1, 1); d < day(2000, 1, 1); d++) {
        gp_date from = gp_date_of(d);
        int32_t spare = month_length(from.year, from.month) - from.day;
        if (spare > 3 && from.day > 2) continue; /* month ends and beginnings */
        for (size_t i = 0; i < COUNT(spans); i++) {
            int32_t months = from.month - 1 + spans[i];
            gp_date to = {from.year + months / 12, months % 12 + 1, from.day};
            if (to.year > 2398) continue; /* not cut off */
            int32_t length = month_length(to.year, to.month);
            if (to.day > length) to.day = length;
            assert_int_equal(gp_add_duration(NULL, d, MONTHS(spans[i])), gp_day_of(to));
            assert_int_equal(gp_add_duration(NULL, d, BOTH(spans[i], 5)), gp_day_of(to) + 5);
        }
    }
}

static void months_by_hand(void **state)
{
    (void)state;
    assert_int_equal(gp_add_duration(NULL, day(2023, 1, 31), MONTHS(1)), day(2023, 2, 28));
    assert_int_equal(gp_add_duration(NULL, day(2024, 1, 31), MONTHS(1)), day(2024, 2, 29));
    assert_int_equal(gp_add_duration(NULL, day(2024, 2, 29), MONTHS(12)), day(2025, 2, 28));
    assert_int_equal(gp_add_duration(NULL, day(2022, 12, 31), BOTH(2, 1)), day(2023, 3, 1));
    /* 28, 29, 30 and 31 January all end on 28 February: 31 is the last of them. */
    assert_int_equal(gp_subtract_duration(NULL, day(2023, 2, 28), MONTHS(1)), day(2023, 1, 31));
    assert_int_equal(gp_subtract_duration(NULL, day(2024, 2, 28), MONTHS(1)), day(2024, 1, 28));
    /* No day ends on 31 March after a month from February: the last before it is 28 February. */
    assert_int_equal(gp_subtract_duration(NULL, day(2023, 3, 30), MONTHS(1)), day(2023, 2, 28));
    assert_int_equal(gp_subtract_duration(NULL, day(2023, 4, 30), MONTHS(2)), day(2023, 2, 28));
}

/* ---- laws ---- */

typedef gp_day move(const gp_calendar *calendar, gp_day from, gp_duration duration, gp_day d);

static gp_day add(const gp_calendar *calendar, gp_day from, gp_duration duration, gp_day d)
{
    (void)from;
    return gp_add_duration(calendar, d, duration);
}

static gp_day subtract(const gp_calendar *calendar, gp_day from, gp_duration duration, gp_day d)
{
    (void)from;
    return gp_subtract_duration(calendar, d, duration);
}

/* On every day of a window: f is monotone and not before its argument, and f* is its adjoint
 * (for a monotone f the law says just this: f(f*(t)) <= t and f(f*(t) + 1) > t). */
static void check_laws(const gp_calendar *calendar, gp_day from, gp_duration duration, move *f,
                       move *adjoint, gp_day first, gp_day last)
{
    gp_day lowest = f(calendar, from, duration, GP_DAY_FIRST);
    gp_day before = f(calendar, from, duration, first);
    for (gp_day t = first; t <= last; t++) {
        gp_day image = f(calendar, from, duration, t);
        if (image < t || image < before || image > GP_DAY_LAST) fail_msg("f(%d) = %d", t, image);
        before = image;
        gp_day s = adjoint(calendar, from, duration, t);
        if (s > t || s < GP_DAY_FIRST) fail_msg("f*(%d) = %d", t, s);
        if (lowest > t) {
            assert_int_equal(s, GP_DAY_FIRST);
            continue;
        }
        if (f(calendar, from, duration, s) > t) fail_msg("f(f*(%d) = %d) is later", t, s);
        if (s < GP_DAY_LAST && f(calendar, from, duration, s + 1) <= t)
            fail_msg("f*(%d) = %d is not the last", t, s);
    }
}

static const gp_day windows[] = {GP_DAY_FIRST, GP_DAY_LAST - 1200, -26000, 10600, 19000};

static void check_windows(const gp_calendar *calendar, gp_day from, gp_duration duration, move *f,
                          move *adjoint)
{
    for (size_t i = 0; i < COUNT(windows); i++)
        check_laws(calendar, from, duration, f, adjoint, windows[i], windows[i] + 1200);
}

static void durations_have_adjoints(void **state)
{
    (void)state;
    const gp_duration durations[] = {{0},          DAYS(0),      DAYS(1),          DAYS(400),
                                     MONTHS(1),    MONTHS(2),    MONTHS(11),       MONTHS(12),
                                     MONTHS(48),   BOTH(1, 1),   BOTH(1, 30),      BOTH(7, 16),
                                     MONTHS(9600), DAYS(292194), BOTH(1200, 40000)};
    for (size_t i = 0; i < COUNT(durations); i++)
        check_windows(NULL, 0, durations[i], add, subtract);
}

/* A lead is monotone and not after its argument, and has an adjoint too. */
static void check_lead(const gp_calendar *calendar, gp_duration lead)
{
    const gp_day last = day(2026, 1, 1);
    lead.is_lead = true;
    gp_day before = GP_DAY_FIRST;
    for (gp_day t = day(2022, 1, 1); t < last; t++) {
        gp_day image = gp_add_duration(calendar, t, lead),
               s = gp_subtract_duration(calendar, t, lead);
        if (image > t || image < before) fail_msg("f(%d) = %d", t, image);
        if (gp_add_duration(calendar, s, lead) > t) fail_msg("f(f*(%d) = %d) is later", t, s);
        if (gp_add_duration(calendar, s + 1, lead) <= t) fail_msg("f*(%d) is not the last", t);
        before = image;
    }
    assert_int_equal(gp_subtract_duration(calendar, GP_DAY_LAST, lead), GP_DAY_LAST);
}

static void leads_have_adjoints(void **state)
{
    (void)state;
    const gp_day holidays[] = {day(2022, 4, 18), day(2022, 12, 26), day(2023, 5, 29)};
    const gp_calendar calendar = {0x60, holidays, 3};
    const gp_duration leads[] = {DAYS(1),
                                 DAYS(45),
                                 MONTHS(1),
                                 MONTHS(13),
                                 WORKDAYS(1),
                                 WORKDAYS(23),
                                 {.months = 2, .days = 5, .unit = GP_DURATION_CALENDAR}};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) check_lead(&calendar, leads[i]);
}

static void workdays_are_counted(void **state)
{
    (void)state;
    const gp_day holidays[] = {day(2022, 4, 18)};
    const gp_calendar calendar = {0x60, holidays, 1};
    gp_day friday = day(2022, 4, 15);
    assert_int_equal(gp_count_workdays(&calendar, friday, friday + 1), 1);
    assert_int_equal(gp_count_workdays(&calendar, friday + 1, friday + 4), 0);
    assert_int_equal(gp_count_workdays(&calendar, friday, friday + 7), 4);
    assert_int_equal(gp_count_workdays(&calendar, friday + 7, friday), -4);
    assert_int_equal(gp_count_workdays(NULL, friday, friday + 7), 7);
}

static void workdays_have_adjoints(void **state)
{
    (void)state;
    static const int32_t counts[] = {0, 1, 2, 5, 20, 261, 3000, 292194};
    for (size_t w = 0; w < COUNT(weekends); w++)
        for (size_t i = 0; i < COUNT(counts); i++)
            for (int32_t step = 1; step < 20; step += 9) {
                world some = make_world(weekends[w], 18900, 19900, step);
                some.calendar.holidays = some.holidays;
                check_windows(&some.calendar, 0, WORKDAYS(counts[i]), add, subtract);
            }
}

static void rounds_have_adjoints(void **state)
{
    (void)state;
    const gp_duration steps[] = {{0},         DAYS(0),     DAYS(1),      DAYS(14),
                                 DAYS(365),   MONTHS(1),   MONTHS(3),    MONTHS(12),
                                 BOTH(1, 1),  BOTH(6, 20), MONTHS(9600), DAYS(292194),
                                 WORKDAYS(0), WORKDAYS(1), WORKDAYS(10), WORKDAYS(9999)};
    static const gp_day origins[] = {19388, 19753, GP_DAY_FIRST, GP_DAY_LAST, -26000};
    world some = make_world(0x60, 18900, 19900, 8);
    some.calendar.holidays = some.holidays;
    for (size_t i = 0; i < COUNT(steps); i++)
        for (size_t o = 0; o < COUNT(origins); o++)
            check_windows(&some.calendar, origins[o], steps[i], gp_round_up, gp_round_down);
}

static void laws_hold_for_random_durations(void **state)
{
    (void)state;
    uint64_t seed = 42;
    world some = make_world(0x60, 0, 30000, 11);
    some.calendar.holidays = some.holidays;
    for (int i = 0; i < 20000; i++) {
        gp_day first = GP_DAY_FIRST + (gp_day)(next_random(&seed) % 292190);
        gp_day from = GP_DAY_FIRST + (gp_day)(next_random(&seed) % 292194);
        gp_duration duration =
            BOTH((int16_t)(next_random(&seed) % 600 / (1 + next_random(&seed) % 99)),
                 (int32_t)(next_random(&seed) % 400));
        if (i % 3 == 0) duration = WORKDAYS(duration.days);
        check_laws(&some.calendar, from, duration, add, subtract, first, first + 3);
        check_laws(&some.calendar, from, duration, gp_round_up, gp_round_down, first, first + 3);
    }
}

/* ---- against slow loops ---- */

static gp_day add_workdays_slowly(const gp_calendar *calendar, gp_day d, int32_t count)
{
    for (; count > 0; d++)
        if (is_worked(calendar, d)) count--;
    return d;
}

static void working_days_lie_between(void **state)
{
    (void)state;
    for (size_t w = 0; w < COUNT(weekends); w++)
        for (int32_t step = 1; step < 20; step += 3) {
            world some = make_world(weekends[w], -40, 100, step);
            some.calendar.holidays = some.holidays;
            for (gp_day d = -80; d < 140; d++)
                for (int32_t count = 0; count < 30; count++)
                    assert_int_equal(gp_add_duration(&some.calendar, d, WORKDAYS(count)),
                                     add_workdays_slowly(&some.calendar, d, count));
        }
    const gp_calendar weekly = {.days_off = 0x60};
    /* Friday 2022-06-17: one working day later is Saturday, the day after it was done. */
    assert_int_equal(gp_add_duration(&weekly, day(2022, 6, 17), WORKDAYS(1)), day(2022, 6, 18));
    assert_int_equal(gp_add_duration(&weekly, day(2022, 6, 18), WORKDAYS(1)), day(2022, 6, 21));
    assert_int_equal(gp_add_duration(&weekly, day(2022, 6, 18), WORKDAYS(0)), day(2022, 6, 18));
}

/* Point k of a grid, straight from its definition. */
static gp_day point_slowly(const gp_calendar *calendar, gp_day from, gp_duration step, int32_t k)
{
    if (step.unit == GP_DURATION_WORKDAYS) {
        if (k >= 0) return add_workdays_slowly(calendar, from, k * step.days);
        for (int32_t left = -k * step.days; left > 0;)
            if (is_worked(calendar, --from)) left--;
        return from;
    }
    gp_date date = gp_date_of(from);
    int32_t months = date.year * 12 + date.month - 1 + k * step.months;
    date.year = months / 12;
    date.month = months % 12 + 1;
    int32_t length = month_length(date.year, date.month);
    if (date.day > length) date.day = length;
    return gp_day_of(date) + k * step.days;
}

static void check_grid(const gp_calendar *calendar, gp_day from, gp_duration step, int32_t points)
{
    gp_day last = point_slowly(calendar, from, step, -points);
    for (int32_t k = 1 - points; k <= points; k++) {
        gp_day next = point_slowly(calendar, from, step, k);
        assert_true(last < next);
        for (gp_day d = last; d < next; d++) {
            assert_int_equal(gp_round_up(calendar, from, step, d), d == last ? last : next);
            assert_int_equal(gp_round_down(calendar, from, step, d), last);
            int32_t steps = d == last ? k - 1 : k;
            assert_int_equal(gp_count_steps(calendar, from, step, d), steps < 0 ? 0 : steps);
        }
        last = next;
    }
}

static void rounds_are_grid_points(void **state)
{
    (void)state;
    const gp_duration steps[] = {DAYS(1),    DAYS(14),    MONTHS(1),   MONTHS(5),   MONTHS(12),
                                 BOTH(1, 3), BOTH(12, 1), BOTH(2, 31), WORKDAYS(1), WORKDAYS(7)};
    for (size_t w = 0; w < COUNT(weekends); w++) {
        world some = make_world(weekends[w], 11000, 11060, 6);
        some.calendar.holidays = some.holidays;
        for (size_t i = 0; i < COUNT(steps); i++)
            for (gp_day from = 10980; from < 11060; from++) /* from 2000-01-24: 31 and 29 too */
                check_grid(&some.calendar, from, steps[i], 8);
    }
    check_grid(NULL, day(2024, 2, 29), MONTHS(12), 370);
    check_grid(NULL, day(2024, 1, 31), MONTHS(1), 4000);
    check_grid(NULL, day(2001, 8, 31), BOTH(1, 1), 4000);
}

static void ends_are_cut_off(void **state)
{
    (void)state;
    const gp_calendar weekly = {.days_off = 0x60};
    assert_int_equal(gp_add_duration(NULL, GP_DAY_LAST, DAYS(292194)), GP_DAY_LAST);
    assert_int_equal(gp_add_duration(NULL, GP_DAY_LAST - 1, MONTHS(9600)), GP_DAY_LAST);
    assert_int_equal(gp_add_duration(&weekly, GP_DAY_LAST - 9, WORKDAYS(292194)), GP_DAY_LAST);
    assert_int_equal(gp_add_duration(NULL, GP_DAY_FIRST, MONTHS(9600)), GP_DAY_LAST);
    assert_int_equal(gp_add_duration(NULL, GP_DAY_FIRST, MONTHS(9599)), day(2399, 12, 1));
    assert_int_equal(gp_subtract_duration(NULL, GP_DAY_FIRST, MONTHS(1)), GP_DAY_FIRST);
    assert_int_equal(gp_subtract_duration(NULL, 0, DAYS(292194)), GP_DAY_FIRST);
    assert_int_equal(gp_subtract_duration(&weekly, 0, WORKDAYS(292194)), GP_DAY_FIRST);
    assert_int_equal(gp_subtract_duration(NULL, GP_DAY_LAST, MONTHS(9600)), GP_DAY_LAST);
    assert_int_equal(gp_subtract_duration(NULL, GP_DAY_LAST, DAYS(1)), GP_DAY_LAST);
    assert_int_equal(gp_round_up(NULL, 0, MONTHS(9600), 1), GP_DAY_LAST);
    assert_int_equal(gp_round_down(NULL, 0, MONTHS(9600), -1), GP_DAY_FIRST);
    assert_int_equal(gp_round_down(NULL, 0, MONTHS(12), GP_DAY_LAST), GP_DAY_LAST);
    assert_int_equal(gp_add_duration(NULL, GP_NO_DAY, MONTHS(1)), day(1600, 2, 1));
    assert_int_equal(gp_subtract_duration(NULL, GP_NO_DAY, BOTH(1, 1)), GP_DAY_FIRST);
    assert_int_equal(gp_count_steps(NULL, GP_DAY_FIRST, DAYS(1), GP_DAY_LAST), 292193);
    assert_int_equal(gp_count_steps(NULL, 5, DAYS(0), 9), 0);
    assert_int_equal(gp_count_steps(NULL, 5, DAYS(7), 5), 0);
    assert_int_equal(gp_count_steps(NULL, 5, DAYS(7), 6), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_date_comes_back),
        cmocka_unit_test(months_end_where_the_month_ends),
        cmocka_unit_test(months_by_hand),
        cmocka_unit_test(durations_have_adjoints),
        cmocka_unit_test(workdays_have_adjoints),
        cmocka_unit_test(leads_have_adjoints),
        cmocka_unit_test(working_days_lie_between),
        cmocka_unit_test(rounds_have_adjoints),
        cmocka_unit_test(laws_hold_for_random_durations),
        cmocka_unit_test(workdays_are_counted),
        cmocka_unit_test(rounds_are_grid_points),
        cmocka_unit_test(ends_are_cut_off),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
