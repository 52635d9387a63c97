/* SPDX-License-Identifier: MIT
 * Numbers are read as cJSON reads them, to the bit, whatever the locale of the program; and nothing
 * else is a number. */
#include "io/record/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cjson/cJSON.h>
#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const numbers[] = {
    "0",
    "-0",
    "1",
    "0.1",
    "0.30000000000000004",
    "1e0",
    "1E+05",
    "-12.5e-3",
    "9007199254740993",
    "2.2250738585072011e-308",
    "2.2250738585072014e-308",
    "4.9e-324",
    "2.4703282292062327e-324",
    "1e-400",
    "1.7976931348623157e308",
    "179769313486231580793728971405303415079934132710037826936173778",
    "0.0000000000000000000000000000000000000000000000000000000000001",
    "123456789012345678901234567890123456789012345678901234567890.12",
};
static const char *const others[] = {
    "",
    "-",
    "+1",
    "01",
    "-01",
    ".5",
    "1.",
    "1e",
    "1e+",
    "0x10",
    "1,5",
    "1 ",
    " 1",
    "1_0",
    "1a",
    "1.5.5",
    "Inf",
    "nan",
    "1e5.",
    "--1",
    "1e--5",
    "1.e5",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "1000000000000000000000000000000000000000000000000000000000000000",
};

static void assert_same_as_cjson(const char *text)
{
    cJSON *theirs = cJSON_Parse(text);
    double ours = gp_read_number(text, strlen(text));
    assert_true(cJSON_IsNumber(theirs));
    if (!gp_is_number(text, strlen(text))) fail_msg("no number: %s", text);
    if (memcmp(&ours, &theirs->valuedouble, sizeof ours) != 0)
        fail_msg("%s: %.17g, cJSON has %.17g", text, ours, theirs->valuedouble);
    cJSON_Delete(theirs);
}

static uint64_t random_next(uint64_t *state) /* SplitMix64 */
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static uint64_t random_below(uint64_t *state, uint64_t bound)
{
    return random_next(state) % bound;
}

/* A number of up to 20 digits, with a point and an exponent where chance has it. */
static void write_random(uint64_t *state, char *out, size_t size)
{
    uint64_t digits = random_next(state) >> random_below(state, 60);
    int exponent = (int)random_below(state, 640) - 320;
    const char *sign = random_below(state, 2) ? "-" : "";
    switch (random_below(state, 3)) {
    case 0: snprintf(out, size, "%s%llu", sign, (unsigned long long)digits); break;
    case 1:
        snprintf(out, size, "%s%llu.%llu", sign, (unsigned long long)digits % 1000,
                 (unsigned long long)digits);
        break;
    default:
        snprintf(out, size, "%s%llu.%llue%d", sign, (unsigned long long)digits % 10,
                 (unsigned long long)digits, exponent);
    }
}

static void check_all(void)
{
    uint64_t state = 7;
    char text[80];
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) assert_same_as_cjson(numbers[i]);
    for (int i = 0; i < 20000; i++) {
        write_random(&state, text, sizeof text);
        assert_same_as_cjson(text);
    }
    assert_true(gp_read_number("0.5", 3) > 0.4 && gp_read_number("0.5", 3) < 0.6);
}

static void numbers_are_those_of_cjson(void **state)
{
    (void)state;
    check_all();
}

/* Numbers are written as JSON has them, and read back as they were. */
static void check_written(void)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    gp_print_number(-1.5, digits);
    assert_string_equal(digits, "-1.5");
    gp_print_number(1e300, digits);
    assert_string_equal(digits, "1e+300");
    gp_print_number(-1.2345678901234568e-300, digits); /* as long as they come */
    assert_string_equal(digits, "-1.2345678901234568e-300");
    double number;
    assert_false(gp_parse_number("1,5", 3, &number));
}

/* One of the locales that libc can make, whose point that is. False: it cannot be made here. */
static bool check_in_locale(const char *folder, const char *name, const char *point)
{
    char command[200], locale[20];
    snprintf(locale, sizeof locale, "%s.UTF-8", name);
    snprintf(command, sizeof command, "localedef -c -i %s -f UTF-8 %s/%s >%s/log 2>&1", name,
             folder, locale, folder);
    if (system(command) != 0 || !setlocale(LC_NUMERIC, locale)) return false;
    assert_string_equal(localeconv()->decimal_point, point);
    check_written();
    if (!point[1]) check_all(); /* cJSON, with which it compares, knows points of one byte only */
    setlocale(LC_NUMERIC, "C");
    return true;
}

static void the_locale_changes_nothing(void **state)
{
    (void)state;
    char folder[] = "/tmp/groeipad-XXXXXX", command[40];
    check_written();
    assert_non_null(mkdtemp(folder));
    setenv("LOCPATH", folder, 1);
    bool is_there = check_in_locale(folder, "nl_NL", ",") &&
                    check_in_locale(folder, "ps_AF", "\xD9\xAB"); /* U+066B: two bytes */
    unsetenv("LOCPATH");
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
    if (!is_there) {
        print_message("skipped: no locale with another decimal point can be made here\n");
        skip();
    }
}

static void nothing_else_is_a_number(void **state)
{
    (void)state;
    double number = 7;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (gp_parse_number(others[i], strlen(others[i]), &number)) fail_msg("'%s'", others[i]);
    assert_true(gp_is_number("1e999", 5));
    assert_false(gp_parse_number("1e999", 5, &number));
    assert_true(number > 6 && number < 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_those_of_cjson),
        cmocka_unit_test(the_locale_changes_nothing),
        cmocka_unit_test(nothing_else_is_a_number),
    };
    return cmocka_run_group_tests_name("numbers", tests, NULL, NULL);
}
