/* SPDX-License-Identifier: MIT
 * Dates and durations as text: what is read, what is refused, and what is written back. */
#include "groeipad/time.h"

#include <stddef.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define DAYS(n) ((gp_duration){.days = (n), .unit = GP_DURATION_CALENDAR})
#define MONTHS(n) ((gp_duration){.months = (n), .unit = GP_DURATION_CALENDAR})
#define BOTH(m, n) ((gp_duration){.months = (m), .days = (n), .unit = GP_DURATION_CALENDAR})
#define WORKDAYS(n) ((gp_duration){.days = (n), .unit = GP_DURATION_WORKDAYS})
#define COUNT(array) (sizeof(array) / sizeof *(array))

static void dates_are_read(void **state)
{
    (void)state;
    static const char *const good[] = {"1970-01-01", "2024-02-29", "1600-01-01", "2399-12-31",
                                       "2000-02-29"};
    static const char *const bad[] = {
        "",           "-",          "2022",        "2022-06",     "2022-6-13",   "2022-06-1",
        "2022-06-31", "2023-02-29", "1900-02-29",  "2022-02-30",  "2022-00-10",  "2022-13-01",
        "2022-01-00", "2022-01-32", "1599-12-31",  "2400-01-01",  "0000-01-01",  "2022/06/13",
        "13-06-2022", "20220613",   "+022-06-13",  " 2022-06-13", "2022-06-13 ", "2022-06-13T00",
        "2022- 6-13", "-022-06-13", "2022-06-133", "2O22-06-13",  "99999-01-01"};
    for (size_t i = 0; i < COUNT(good); i++) {
        gp_day d = GP_NO_DAY;
        char text[GP_DATE_SIZE];
        assert_true(gp_parse_date(good[i], &d));
        gp_format_date(d, text);
        assert_string_equal(text, good[i]);
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        gp_day d = 77;
        if (gp_parse_date(bad[i], &d)) fail_msg("'%s' is read as a date", bad[i]);
        assert_int_equal(d, 77);
    }
    char text[GP_DATE_SIZE];
    gp_format_date(GP_NO_DAY, text);
    assert_string_equal(text, "-");
}

/* ---- durations as text ---- */

static void durations_are_read(void **state)
{
    (void)state;
    const struct row {
        const char *text;
        gp_duration duration;
        const char *written;
    } rows[] = {
        {"10d", DAYS(10), "10d"},
        {"2w", DAYS(14), "2w"},
        {"14d", DAYS(14), "2w"},
        {"6mo", MONTHS(6), "6mo"},
        {"1y", MONTHS(12), "1y"},
        {"1y6mo", MONTHS(18), "1y6mo"},
        {"18mo", MONTHS(18), "1y6mo"},
        {"20wd", WORKDAYS(20), "20wd"},
        {"0wd", WORKDAYS(0), "0wd"},
        {"0d", DAYS(0), "0d"},
        {"0mo", DAYS(0), "0d"},
        {"007d", DAYS(7), "1w"},
        {"1y6mo2w3d", BOTH(18, 17), "1y6mo17d"},
        {"1mo2w", BOTH(1, 14), "1mo2w"},
        {"1y3d", BOTH(12, 3), "1y3d"},
        {"P1Y6M2W10D", BOTH(18, 24), "1y6mo24d"},
        {"P6M", MONTHS(6), "6mo"},
        {"P2W", DAYS(14), "2w"},
        {"P0D", DAYS(0), "0d"},
        {"800y", MONTHS(9600), "800y"},
        {"9600mo", MONTHS(9600), "800y"},
        {"292194d", DAYS(292194), "41742w"},
        {"292194wd", WORKDAYS(292194), "292194wd"},
        {"799y365d", BOTH(9588, 365), "799y365d"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        gp_duration read, again;
        char text[GP_DURATION_SIZE];
        if (!gp_parse_duration(rows[i].text, &read)) fail_msg("'%s' is not read", rows[i].text);
        assert_memory_equal(&read, &rows[i].duration, sizeof read);
        gp_format_duration(read, text);
        assert_string_equal(text, rows[i].written);
        assert_true(gp_parse_duration(text, &again));
        assert_memory_equal(&read, &again, sizeof read);
    }
    char text[GP_DURATION_SIZE];
    gp_format_duration((gp_duration){0}, text);
    assert_string_equal(text, "-");
}

static void bad_durations_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "d",
                                      "10",
                                      "6m",
                                      "10D",
                                      "1Y",
                                      "10 d",
                                      " 10d",
                                      "10d ",
                                      "-3d",
                                      "+3d",
                                      "1.5y",
                                      "1,5y",
                                      "3d2w",
                                      "6mo1y",
                                      "1y1y",
                                      "2w1wd",
                                      "1wd2d",
                                      "1y5wd",
                                      "5wdd",
                                      "P",
                                      "PT",
                                      "P1",
                                      "P1y",
                                      "p1Y",
                                      "P1D1Y",
                                      "P1DT",
                                      "PT1H",
                                      "P-1D",
                                      "P1.5Y",
                                      "P20WD",
                                      "801y",
                                      "9601mo",
                                      "800y1d",
                                      "292195d",
                                      "41743w",
                                      "292195wd",
                                      "800y1mo",
                                      "99999999999999999999d",
                                      "4294967297d",
                                      "18446744073709551617d",
                                      "10x",
                                      "mo",
                                      "1mo1",
                                      "1d0",
                                      "1h",
                                      "tomorrow",
                                      "1\302\240d"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        gp_duration out = DAYS(77);
        if (gp_parse_duration(bad[i], &out)) fail_msg("'%s' is read as a duration", bad[i]);
        assert_int_equal(out.days, 77);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read),
        cmocka_unit_test(durations_are_read),
        cmocka_unit_test(bad_durations_are_refused),
    };
    return cmocka_run_group_tests_name("calendar text", tests, NULL, NULL);
}
