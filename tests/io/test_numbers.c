/* SPDX-License-Identifier: MIT
 * Numbers are read as cJSON reads them, to the bit, whatever the locale of the program; and nothing
 * else is a number. */
#include "groeipad/io.h"
#include "io/json/json_compact.h"
#include "io/json/json_tree.h"
#include "io/record/record.h"
#include "tests/support_json.h"

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

/* What a portfolio with numbers of its own is in each format, one after the other. */
static void write_all_formats(char *out, size_t size)
{
    static const char text[] =
        "{\"status_date\":\"2026-01-05\",\"x-top\":-1.5,\"x-list\":[0.25,{\"a\":1e-7}],"
        "\"measurements\":[{\"dimension\":\"empathy\",\"on\":\"2026-01-01\",\"need\":0.75,"
        "\"experience\":0.125}],\"capabilities\":[{\"id\":\"a\",\"x-cost\":12.5,\"lead_time\":"
        "\"1mo\"}]}";
    size_t used = 0;
    for (size_t i = 0; gp_file_format_at(i); i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = gp_file_format_at(i)->name};
        gp_output output = {0};
        assert_int_equal(gp_read_document_text(job, "p.json", text, sizeof text - 1, NULL,
                                               &portfolio, &document),
                         GP_OK);
        if (gp_convert(job, document, portfolio, NULL, &options, &output) == GP_OK)
            used += (size_t)snprintf(out + used, size - used, "%s\n", output.text);
        assert_true(used < size);
        gp_job_free(job);
    }
    assert_non_null(strstr(out, "0.125"));
    assert_non_null(strstr(out, "12.5"));
}

/* JSON within JSON: as graphs have it, and settings that differ. */
static void check_trees(void)
{
    static const char text[] = "{\"a\":[1.5,-1e-7,true,false,null,{},[]],\"\\u0001\":\"\\\"\"}";
    char padded[sizeof text + GP_JSON_PADDING] = {0};
    gp_job *job = gp_job_new();
    cJSON *tree;
    const char *back;
    memcpy(padded, text, sizeof text);
    assert_int_equal(gp_parse_json(job, padded, sizeof text - 1, &tree), GP_OK);
    assert_non_null(tree);
    assert_int_equal(gp_copy_json(job, tree, &back), GP_OK);
    assert_string_equal(back, "{\"a\":[1.5,-1e-07,true,false,null,{},[]],\"\\u0001\":\"\\\"\"}");
    cJSON_Delete(tree);
    static const char *const wrong[] = {"", "1,5", "[1", "1 2", "{\"a\":01}"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        memset(padded, 0, sizeof padded);
        memcpy(padded, wrong[i], strlen(wrong[i]));
        assert_int_equal(gp_parse_json(job, padded, strlen(wrong[i]), &tree), GP_OK);
        assert_null(tree);
    }
    gp_job_free(job);
}

static bool is_same(const char *left, const char *right)
{
    gp_job *job = gp_job_new();
    cJSON *a = cJSON_Parse(left), *b = cJSON_Parse(right);
    bool answer = false;
    assert_int_equal(gp_compare_json(job, a, b, &answer), GP_OK);
    cJSON_Delete(a);
    cJSON_Delete(b);
    gp_job_free(job);
    return answer;
}

static void trees_are_compared(void **state)
{
    (void)state;
    assert_true(is_same("{\"a\":1,\"b\":[{\"c\":2,\"d\":{}},null]}",
                        "{\"b\":[{\"d\":{},\"c\":2.0},null],\"a\":1}"));
    assert_true(is_same("[]", "[]"));
    assert_true(is_same("{\"b\":{\"y\":1,\"x\":2},\"a\":{\"z\":3}}",
                        "{\"a\":{\"z\":3},\"b\":{\"x\":2,\"y\":1}}"));
    assert_false(is_same("[1,2]", "[2,1]"));
    assert_false(is_same("{\"a\":1}", "{\"a\":\"1\"}"));
    assert_false(is_same("{\"a\":1}", "{\"a\":1,\"b\":1}"));
    assert_false(is_same("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1.5}}"));
    assert_false(is_same("null", "false"));
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
    static char with_point[1 << 16], here[1 << 16];
    check_written();
    check_trees();
    write_all_formats(here, sizeof here);
    setlocale(LC_NUMERIC, "C");
    write_all_formats(with_point, sizeof with_point);
    assert_string_equal(here, with_point);
    assert_non_null(setlocale(LC_NUMERIC, locale));
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

static void read_row(const char *number, size_t size, const char *expected)
{
    char text[2000], found[200];
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    int length = snprintf(text, sizeof text, "{\"status_date\":\"2026-01-05\",\"x-n\":%.*s}",
                          (int)size, number);
    gp_read_text(job, "p.json", text, (size_t)length, NULL, &portfolio);
    list_places(job, found, sizeof found);
    assert_string_equal(found, expected);
    gp_job_free(job);
}

/* Longer ones than cJSON takes, up to those that no double needs. */
static void long_numbers_are_read(void **state)
{
    (void)state;
    static char text[GP_NUMBER_SIZE_MAX + 2];
    double number;
    snprintf(text, sizeof text, "%.1074f", 4.9e-324); /* the longest: 1,076 characters */
    assert_true(gp_parse_number(text, strlen(text), &number));
    assert_true(number > 0 && number <= 4.9e-324);
    snprintf(text, sizeof text, "%.0f", 1.7976931348623157e308); /* 309 digits */
    assert_true(gp_parse_number(text, strlen(text), &number));
    assert_true(number >= 1.7976931348623157e308);
    memset(text, '1', sizeof text);
    text[0] = '0';
    text[1] = '.';
    for (size_t size = 60; size <= GP_NUMBER_SIZE_MAX; size += 52) {
        assert_true(gp_parse_number(text, size, &number));
        assert_true(number > 0.11 && number < 0.112);
        read_row(text, size, "");
    }
    assert_true(gp_parse_number(text, GP_NUMBER_SIZE_MAX, &number));
    assert_false(gp_parse_number(text, GP_NUMBER_SIZE_MAX + 1, &number));
    read_row(text, GP_NUMBER_SIZE_MAX, "");
    read_row(text, GP_NUMBER_SIZE_MAX + 1, "101@1:35");
}

/* There is no text in JSON for what a double makes of them. */
static void numbers_beyond_a_double_are_refused(void **state)
{
    static const char *const large[] = {"1e309", "-1e400", "1.8e308", "1E+999999999999"};
    static char text[330];
    (void)state;
    for (size_t i = 0; i < sizeof large / sizeof *large; i++)
        read_row(large[i], strlen(large[i]), "101@1:35");
    memset(text, '9', sizeof text);
    read_row(text, 310, "101@1:35");
    read_row(text, 308, "");
    read_row("1.7976931348623157e308", 22, "");
    read_row("1e-400", 6, "");
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
        cmocka_unit_test(trees_are_compared),
        cmocka_unit_test(long_numbers_are_read),
        cmocka_unit_test(the_locale_changes_nothing),
        cmocka_unit_test(numbers_beyond_a_double_are_refused),
        cmocka_unit_test(nothing_else_is_a_number),
    };
    return cmocka_run_group_tests_name("numbers", tests, NULL, NULL);
}
