/* SPDX-License-Identifier: MIT
 * The module's own code, linked as any other: requests that are none, changes that cannot be made,
 * and that nothing of one stays when the next comes (under the sanitizers and valgrind). */
#include "report/engine/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define PORTFOLIO                                                                                  \
    "{\\\"status_date\\\":\\\"2024-01-01\\\",\\\"scenarios\\\":[{\\\"id\\\":\\\"s\\\","            \
    "\\\"name\\\":\\\"S\\\"}],"                                                                    \
    "\\\"measures\\\":[{\\\"id\\\":\\\"m\\\",\\\"changes\\\":{\\\"capabilities\\\":[{\\\"id\\\":"  \
    "\\\"a\\\",\\\"lead_time\\\":\\\"1w\\\"}]}}],"                                                 \
    "\\\"interventions\\\":[{\\\"id\\\":\\\"i\\\",\\\"name\\\":\\\"\\u00c9\\u00e9n\\\","           \
    "\\\"needed_by\\\":\\\"2024-03-01\\\",\\\"requires\\\":[\\\"b\\\"]}],"                         \
    "\\\"capabilities\\\":[{\\\"id\\\":\\\"a\\\",\\\"lead_time\\\":\\\"3mo\\\"},{\\\"id\\\":"      \
    "\\\"b\\\",\\\"lead_time\\\":\\\"2mo\\\",\\\"requires\\\":[\\\"a\\\"]}]}"

static size_t put(const char *text)
{
    size_t size = strlen(text);
    memcpy(engine_room(size), text, size);
    return size;
}

static int change(const char *request)
{
    return engine_change(put(request));
}

static const char *part(const char *name)
{
    const char *text = engine_part(put(name));
    if (text) assert_int_equal(strlen(text), engine_size());
    return text;
}

static int open_portfolio(void **state)
{
    (void)state;
    return engine_open(put("{\"portfolio\":\"" PORTFOLIO "\",\"settings\":{}}"));
}

/* What is not opened holds nothing: all that was kept is let go. */
static int close_all(void **state)
{
    (void)state;
    assert_int_equal(engine_open(put("")), 1);
    (void)engine_room(0);
    return 0;
}

static void changes_change_the_plan(void **state)
{
    (void)state;
    assert_non_null(strstr(part("plan.json"), "\"earliest_ready\":\"2024-06-01\""));
    assert_int_equal(change("{\"measures\":[\"m\"]}"), 0);
    assert_non_null(strstr(part("plan.json"), "\"earliest_ready\":\"2024-03-08\""));
    assert_int_equal(change("{\"set\":{\"b.lead_time\":\"1mo\",\"a.lead_time\":null}}"), 0);
    assert_non_null(strstr(part("changes.json"), "\"lead_time\":null"));
    assert_int_equal(change("{\"scenario\":\"s\"}"), 0);
    assert_int_equal(change("{}"), 0);
    assert_non_null(strstr(part("plan.json"), "\"earliest_ready\":\"2024-06-01\""));
}

static void what_cannot_be_changed_says_why(void **state)
{
    static const struct {
        const char *request, *code;
    } rows[] = {
        {"{\"require\":[\"a->b\"]}", "GP107"},
        {"{\"set\":{\"a.lead_time\":\"soon\"}}", "GP106"},
        {"{\"set\":{\"nowhere.lead_time\":\"1w\"}}", "GP118"},
        {"{\"measures\":[\"n\"]}", "GP118"},
        {"{\"scenario\":\"t\"}", "GP118"},
        {"{\"drop\":[\"c\"]}", "GP118"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(change("{\"measures\":[\"m\"]}"), 0);
        assert_int_equal(change(rows[i].request), 1);
        assert_non_null(strstr(part("problems.en.json"), rows[i].code));
        assert_non_null(strstr(part("problems.nl.json"), rows[i].code));
        assert_non_null(strstr(part("plan.json"), "\"earliest_ready\":\"2024-03-08\""));
        assert_int_equal(change("{}"), 0);
        assert_null(strstr(part("problems.en.json"), rows[i].code));
    }
}

static void parts_are_made_again_and_again(void **state)
{
    static const char *const names[] = {"portfolio.json", "links.json",     "whys.nl.json",
                                        "gaps.csv",       "roadmap.nl.svg", "findings.en.csv",
                                        "compare.en.md",  "compare.json",   "compare.csv"};
    (void)state;
    for (int i = 0; i < 30; i++) {
        assert_int_equal(change(i % 2 ? "{\"measures\":[\"m\"]}" : "{\"set\":{\"b.name\":\"B\"}}"),
                         0);
        assert_non_null(part(names[(size_t)i % (sizeof names / sizeof *names)]));
    }
    assert_null(part("repair.csv"));
    assert_null(part("risk.en.svg"));
    assert_null(part(""));
}

static void requests_that_are_none_are_refused(void **state)
{
    static const char *const rows[] = {"",
                                       "[]",
                                       "{",
                                       "7",
                                       "{\"set\":[]}",
                                       "{\"measures\":[1]}",
                                       "{\"drop\":[{}]}",
                                       "{\"set\":{}} x"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) assert_int_equal(change(rows[i]), 1);
    assert_non_null(part("plan.json"));
    assert_int_equal(engine_open(put("{\"settings\":{}}")), 1);
    assert_int_equal(change("{}"), 1);
    assert_null(part("plan.json"));
    assert_int_equal(
        engine_open(put("{\"portfolio\":\"{}\",\"settings\":{\"status_date\":\"x\"}}")), 1);
}

int main(void)
{
#define OPENED(test) cmocka_unit_test_setup_teardown(test, open_portfolio, close_all)
    const struct CMUnitTest tests[] = {
        OPENED(changes_change_the_plan),
        OPENED(what_cannot_be_changed_says_why),
        OPENED(parts_are_made_again_and_again),
        OPENED(requests_that_are_none_are_refused),
    };
    return cmocka_run_group_tests_name("engine", tests, NULL, NULL);
}
