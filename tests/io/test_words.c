/* SPDX-License-Identifier: MIT
 * What the user wrote stands whole in a finding, also where it holds a tab, in both languages and
 * in the data of the JSON answer; and our own words are never in two languages at once. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <string.h>

#define JSON(members) "{\"groeipad\":1,\"status_date\":\"2026-01-05\"," members "}"
#define CAPABILITY(members) JSON("\"capabilities\":[{\"id\":\"c\"," members "}]")

/* `shown` is in the message and the data of the first finding. */
static const struct row {
    const char *name, *text;
    uint16_t code;
    const char *shown;
} rows[] = {
    {"p.json", JSON("\"cycle\":\"two\\tweeks\""), 106, "two\tweeks"},
    {"p.json", JSON("\"a\\tb\":1"), 104, "a\tb"},
    {"p.json", JSON("\"x-a\\tb\":1,\"x-a\\tb\":2"), 105, "x-a\tb"},
    {"p.json", JSON("\"capabilities\":[{\"id\":\"a\\tb\"}]"), 106, "a\tb"},
    {"p.json", CAPABILITY("\"owned\\tby\":1"), 104, "owned\tby"},
    {"p.json", CAPABILITY("\"scope\":\"bo\\tund\""), 106, "bo\tund"},
    {"p.json", CAPABILITY("\"ready\":\"2026\\t01\""), 106, "2026\t01"},
    {"p.json", CAPABILITY("\"requires\":[\"d\\te\"]"), 106, "d\te"},
    {"p.json", CAPABILITY("\"x-url\":\"java\\tscript:x\""), 112, "java\tscript:x"},
    {"p.json", JSON("\"segments\":[{\"id\":\"s\\tt\"}]"), 106, "s\tt"},
    {"p.yaml", "status_date: 2026-01-05\ncycle: \"two\\tweeks\"\n", 106, "two\tweeks"},
    {"p.csv", "id;kind\nc;cap\ta\n", 125, "cap\ta"},
    {"p.csv", "id;kind\nc;capabil\tity\n", 106, "capabil\tity"},
    {"p.csv", "id;kind;a\tb\nc;capability;1\n", 104, "a\tb"},
};

/* Is the text in a finding of the JSON answer: in its message, and as the id or in the data? */
static void assert_in_json(gp_job *job, gp_language language, const char *shown)
{
    gp_output out;
    assert_int_equal(gp_write_no_portfolio(job, "check", language, &out), GP_OK);
    cJSON *root = cJSON_ParseWithLength(out.text, out.size);
    const cJSON *finding = cJSON_GetObjectItem(root, "findings")->child;
    assert_non_null(strstr(cJSON_GetObjectItem(finding, "message")->valuestring, shown));
    const cJSON *id = cJSON_GetObjectItem(finding, "id"), *value;
    bool is_there = cJSON_IsString(id) && strstr(id->valuestring, shown);
    cJSON_ArrayForEach(value, cJSON_GetObjectItem(finding, "data")) if (cJSON_IsString(value))
        is_there = is_there || strstr(value->valuestring, shown);
    assert_true(is_there);
    cJSON_Delete(root);
}

static void assert_shown(gp_job *job, const gp_finding *finding, const char *shown)
{
    char text[512];
    for (int language = 0; language < 2; language++) {
        gp_finding_message(finding, (gp_language)language, text, sizeof text);
        if (!strstr(text, shown)) print_message("GP%d: %s\n", finding->code, text);
        assert_non_null(strstr(text, shown));
        assert_in_json(job, (gp_language)language, shown);
    }
}

static void tabs_of_the_user_cut_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const gp_portfolio *portfolio;
        const gp_document *document;
        uint32_t count;
        gp_job *job = gp_job_new();
        gp_read_document_text(job, rows[i].name, rows[i].text, strlen(rows[i].text), NULL,
                              &portfolio, &document);
        const gp_finding *findings = gp_findings(job, &count);
        if (count == 0 || findings[0].code != rows[i].code)
            print_message("case %zu: %s\n", i, rows[i].text);
        assert_true(count > 0);
        assert_int_equal(findings[0].code, rows[i].code);
        assert_shown(job, &findings[0], rows[i].shown);
        gp_job_free(job);
    }
}

static void names_of_files_stand_whole(void **state)
{
    (void)state;
    const char *name = "no\tsuch/file\t.json";
    const gp_portfolio *portfolio;
    uint32_t count;
    gp_job *job = gp_job_new();
    assert_int_equal(gp_read_files(job, &name, 1, NULL, &portfolio), GP_IO);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].subject, name);
    assert_shown(job, &findings[0], name);
    gp_job_free(job);
}

/* Each kind of argument, in each language. */
static void words_are_of_one_language(void **state)
{
    (void)state;
    static const char *const expected[2] = {"a number", "een getal"};
    char text[512];
    gp_finding finding = {.code = 102,
                          .arguments = {GP_TEXT("a\tb\tc"),
                                        GP_WORDS("x\tin English", "y\tin Dutch"),
                                        GP_WORDS(expected[0], expected[1])}};
    for (int language = 0; language < 2; language++) {
        gp_finding_message(&finding, (gp_language)language, text, sizeof text);
        assert_non_null(strstr(text, "a\tb\tc"));
        assert_non_null(strstr(text, language ? "y\tin Dutch" : "x\tin English"));
        assert_null(strstr(text, language ? "x\tin English" : "y\tin Dutch"));
        assert_non_null(strstr(text, expected[language]));
        assert_null(strstr(text, expected[!language]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tabs_of_the_user_cut_nothing),
        cmocka_unit_test(names_of_files_stand_whole),
        cmocka_unit_test(words_are_of_one_language),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
