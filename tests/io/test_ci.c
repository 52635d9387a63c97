/* SPDX-License-Identifier: MIT
 * Findings for CI systems keep to what those systems take: every result of SARIF has a location
 * and every rule its help, JUnit has no attribute that Jenkins' schema lacks and says of rules
 * that were not run that they were skipped, and GitHub's lines steer no terminal. What their own
 * validators say: tests/parsers. */
#include "core/job.h"
#include "groeipad/io.h"
#include "io/files/option.h"

#include <cjson/cJSON.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static int open_job(void **state)
{
    *state = gp_job_new();
    return *state ? 0 : -1;
}

static int close_job(void **state)
{
    gp_job_free(*state);
    return 0;
}

static const char *page_of(uint16_t code, gp_language language)
{
    (void)language;
    return code == 201 ? "What it\nmeans.\n\nMore.\n" : NULL;
}

static const char *write_check(gp_job *job, const gp_portfolio *portfolio, gp_format format,
                               uint8_t skipped)
{
    gp_output out;
    const gp_write_options options = {
        .format = format, .explain = page_of, .skipped_checks = skipped};
    assert_int_equal(gp_write_check(job, portfolio, &options, &out), GP_OK);
    return out.text;
}

static const cJSON *at(const cJSON *node, const char *key)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(node, key);
    assert_non_null(found);
    return found;
}

static const char *text_at(const cJSON *node, const char *key)
{
    return cJSON_GetStringValue(at(node, key));
}

static const cJSON *location_of(const cJSON *result)
{
    const cJSON *locations = at(result, "locations");
    assert_int_equal(cJSON_GetArraySize(locations), 1);
    return at(cJSON_GetArrayItem(locations, 0), "physicalLocation");
}

/* ---- SARIF ---- */

/* GitHub refuses all results when one of them has no location. */
static void every_result_has_a_location(void **state)
{
    static const struct {
        const char *name, *uri;
    } rows[] = {{"no such file.json", "no%20such%20file.json"},
                {"/no/such/f#le.json", "file:///no/such/f%23le.json"},
                {"no:such.json", "no%3Asuch.json"}};
    const gp_portfolio *portfolio;
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(gp_read_files(*state, &rows[i].name, 1, NULL, &portfolio), GP_IO);
    assert_int_equal(gp_add_finding(*state, &(gp_finding){.code = 405}), GP_OK); /* of no file */
    cJSON *sarif = cJSON_Parse(write_check(*state, NULL, GP_FORMAT_SARIF, 0));
    const cJSON *results = at(cJSON_GetArrayItem(at(sarif, "runs"), 0), "results");
    assert_int_equal(cJSON_GetArraySize(results), 4);
    for (int i = 0; i < 4; i++) {
        const cJSON *location = location_of(cJSON_GetArrayItem(results, i));
        const cJSON *region = at(location, "region");
        assert_int_equal(at(region, "startLine")->valueint, 1);
        assert_int_equal(at(region, "startColumn")->valueint, 1);
        if (i < 3)
            assert_string_equal(text_at(at(location, "artifactLocation"), "uri"), rows[i].uri);
    }
    cJSON_Delete(sarif);
}

static void every_rule_has_its_help(void **state)
{
    cJSON *sarif = cJSON_Parse(write_check(*state, NULL, GP_FORMAT_SARIF, 0));
    const cJSON *run = cJSON_GetArrayItem(at(sarif, "runs"), 0), *rule;
    cJSON_ArrayForEach(rule, at(at(at(run, "tool"), "driver"), "rules"))
    {
        const char *meaning = text_at(at(rule, "fullDescription"), "text");
        const char *help = text_at(at(rule, "help"), "text");
        bool has_page = strcmp(text_at(rule, "id"), "GP201") == 0;
        if (has_page) assert_string_equal(meaning, "What it means.");
        if (has_page) assert_string_equal(help, "What it\nmeans.\n\nMore.\n");
        assert_true(*meaning && *help);
    }
    cJSON_Delete(sarif);
}

/* ---- JUnit ---- */

/* What Jenkins' schema (xunit plugin, junit-10) has of what we write. */
static const char *const known[] = {"testsuites",
                                    "testsuite name",
                                    "testsuite tests",
                                    "testsuite failures",
                                    "testsuite errors",
                                    "testsuite skipped",
                                    "testsuite time",
                                    "testcase name",
                                    "testcase classname",
                                    "testcase time",
                                    "failure type",
                                    "failure message",
                                    "skipped",
                                    "system-out",
                                    "testsuite",
                                    "testcase",
                                    "failure"};

static bool is_known(const char *element, const char *attribute)
{
    char name[64];
    snprintf(name, sizeof name, "%s%s%s", element, attribute ? " " : "",
             attribute ? attribute : "");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], name) == 0) return true;
    return false;
}

static size_t count_attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp((xmlNode *)(uintptr_t)node, (const xmlChar *)name);
    assert_non_null(value);
    size_t count = strtoul((const char *)value, NULL, 10);
    xmlFree(value);
    return count;
}

/* Checks names and counts; notes which rule is skipped. */
static size_t check_junit(const char *text, const char *code, bool *is_skipped)
{
    xmlDoc *document = xmlReadMemory(text, (int)strlen(text), "junit", NULL, XML_PARSE_NONET);
    assert_non_null(document);
    const xmlNode *suite = xmlFirstElementChild(xmlDocGetRootElement(document));
    size_t tests = 0, skipped = 0, failures = 0;
    for (const xmlNode *test = suite->children; test; test = test->next) {
        if (test->type != XML_ELEMENT_NODE) continue;
        tests++;
        for (const xmlAttr *one = test->properties; one; one = one->next)
            assert_true(is_known((const char *)test->name, (const char *)one->name));
        xmlChar *name = xmlGetNoNsProp((xmlNode *)(uintptr_t)test, (const xmlChar *)"name");
        for (const xmlNode *part = test->children; part; part = part->next) {
            if (part->type != XML_ELEMENT_NODE) continue;
            assert_true(is_known((const char *)part->name, NULL));
            bool is_skip = strcmp((const char *)part->name, "skipped") == 0;
            skipped += is_skip;
            failures += strcmp((const char *)part->name, "failure") == 0;
            if (is_skip && strcmp((const char *)name, code) == 0) *is_skipped = true;
        }
        xmlFree(name);
    }
    for (const xmlAttr *one = suite->properties; one; one = one->next)
        assert_true(is_known("testsuite", (const char *)one->name));
    assert_int_equal(count_attribute(suite, "tests"), tests);
    assert_int_equal(count_attribute(suite, "skipped"), skipped);
    assert_int_equal(count_attribute(suite, "failures"), failures);
    assert_int_equal(count_attribute(suite, "errors"), 0);
    xmlFreeDoc(document);
    return tests;
}

static void rules_that_were_not_run_are_skipped(void **state)
{
    static const char good[] = "{\"status_date\":\"2026-01-05\",\"capabilities\":[{\"id\":\"a\"}]}";
    static const char bad[] = "{\"status_date\":\"never\"}";
    static const char none[] = "no such file.json";
    static const struct {
        const char *text; /* NULL: a file that is not there */
        uint8_t skipped;
        const char *code;
        bool is_skipped;
    } rows[] = {
        {good, 3, "GP101", false}, {good, 3, "GP204", false}, {good, 3, "GP206", true},
        {good, 2, "GP206", false}, {good, 3, "GP126", true},  {good, 1, "GP126", false},
        {good, 0, "GP120", true},  {good, 0, "GP803", true},  {good, 0, "GP901", false},
        {bad, 0, "GP107", false},  {bad, 0, "GP201", true},   {bad, 0, "GP206", true},
        {NULL, 0, "GP101", true},  {NULL, 0, "GP301", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio = NULL;
        const char *name = none, *text = rows[i].text;
        if (text)
            gp_read_text(job, "a.json", text, strlen(text), NULL, &portfolio);
        else
            gp_read_files(job, &name, 1, NULL, &portfolio);
        bool is_skipped = false;
        check_junit(write_check(job, portfolio, GP_FORMAT_JUNIT, rows[i].skipped), rows[i].code,
                    &is_skipped);
        assert_int_equal(is_skipped, rows[i].is_skipped);
        gp_job_free(job);
    }
}

/* ---- GitHub ---- */

static void no_text_steers_a_terminal(void **state)
{
    static const char hostile[] = "a\x1b]0;x\x07\r\n\xE2\x80\xAE"
                                  "b";
    uint32_t source = gp_add_source(*state, hostile);
    assert_int_equal(gp_add_finding(*state, &(gp_finding){.code = 201,
                                                          .place = gp_place_at(source, 1, 1),
                                                          .subject = hostile,
                                                          .arguments = {GP_TEXT(hostile)}}),
                     GP_OK);
    const char *text = write_check(*state, NULL, GP_FORMAT_GITHUB, 0);
    assert_null(strpbrk(text, "\x1b\x07\r"));
    assert_null(strstr(text, "\xE2\x80\xAE"));
    assert_string_equal(strchr(text, '\n'), "\n"); /* one finding is one line */
}

/* ---- places in options ---- */

/* An option is no file: GitHub is told in the message, SARIF has a name for it and a file. */
static void a_place_in_an_option_says_which(void **state)
{
    static const char text[] = "{\"status_date\":\"2026-01-05\"}";
    const gp_portfolio *portfolio;
    gp_place first, place;
    gp_read_text(*state, "a.json", text, sizeof text - 1, NULL, &portfolio);
    assert_int_equal(gp_add_option_line(*state, "--set", "title=\nA", &first), GP_OK);
    assert_int_equal(gp_add_option_line(*state, "--drop", "b", &first), GP_OK);
    assert_int_equal(gp_add_option_line(*state, "--set", "a.lead_time=soon", &place), GP_OK);
    place.column = 13;
    assert_int_equal(gp_add_finding(*state, &(gp_finding){.code = 106, .place = place}), GP_OK);
    cJSON *sarif = cJSON_Parse(write_check(*state, NULL, GP_FORMAT_SARIF, 0));
    const cJSON *results = at(cJSON_GetArrayItem(at(sarif, "runs"), 0), "results");
    const cJSON *location = cJSON_GetArrayItem(at(results->child, "locations"), 0);
    assert_string_equal(text_at(at(at(location, "physicalLocation"), "artifactLocation"), "uri"),
                        "a.json");
    const cJSON *option = at(location, "logicalLocations")->child;
    assert_string_equal(text_at(option, "fullyQualifiedName"), "--set 2:13");
    cJSON_Delete(sarif);
    assert_non_null(strstr(write_check(*state, NULL, GP_FORMAT_JUNIT, 0), ">--set 2:13: "));
    assert_non_null(
        strstr(write_check(*state, NULL, GP_FORMAT_TEXT, 0), "--set 2:13: error: GP106: "));
    assert_non_null(strstr(write_check(*state, NULL, GP_FORMAT_TEXT, 0),
                           "  2 | a.lead_time=soon\n    |             ^\n"));
    const char *github = write_check(*state, NULL, GP_FORMAT_GITHUB, 0);
    assert_null(strstr(github, "file="));
    assert_non_null(strstr(github, "::--set 2:13: "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_result_has_a_location, open_job, close_job),
        cmocka_unit_test_setup_teardown(every_rule_has_its_help, open_job, close_job),
        cmocka_unit_test(rules_that_were_not_run_are_skipped),
        cmocka_unit_test_setup_teardown(no_text_steers_a_terminal, open_job, close_job),
        cmocka_unit_test_setup_teardown(a_place_in_an_option_says_which, open_job, close_job),
    };
    return cmocka_run_group_tests_name("ci", tests, NULL, NULL);
}
