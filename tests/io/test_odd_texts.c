/* SPDX-License-Identifier: MIT
 * Texts that a format cannot hold as they are: they come back, or are reported by name; and two ids
 * are never one after a conversion. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const formats[] = {"json", "yaml",      "csv",  "graphml",
                                      "dot",  "archimate", "mspdi"};
#define FORMATS (sizeof formats / sizeof *formats)

static gp_status convert(gp_job *job, const char *text, size_t size, const char *from,
                         const char *to, gp_output *out)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_read_options read = {.status_date = GP_NO_DAY, .format = from};
    const gp_convert_options options = {.format = to};
    gp_status status = gp_read_document_text(job, "p", text, size, &read, &portfolio, &document);
    return status == GP_OK ? gp_convert(job, document, portfolio, NULL, &options, out) : status;
}

/* A portfolio as JSON, in the format and back. */
static cJSON *there_and_back(gp_job *job, const char *text, const char *format)
{
    gp_output there, back;
    assert_int_equal(convert(job, text, strlen(text), "json", format, &there), GP_OK);
    assert_int_equal(convert(job, there.text, there.size, format, "json", &back), GP_OK);
    cJSON *tree = cJSON_ParseWithLength(back.text, back.size);
    assert_non_null(tree);
    return tree;
}

/* The capability of that id. */
static const cJSON *find_capability(const cJSON *top, const char *id)
{
    const cJSON *record, *list = cJSON_GetObjectItemCaseSensitive(top, "capabilities");
    cJSON_ArrayForEach(record, list)
    {
        const cJSON *own = cJSON_GetObjectItemCaseSensitive(record, "id");
        if (strcmp(own->valuestring, id) == 0) return record;
    }
    return NULL;
}

static char *add_escaped(char *to, const char *text)
{
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') *to++ = '\\';
        *to++ = *text;
    }
    *to = '\0';
    return to;
}

/* a requires b. */
static void make_pair(char *out, const char *a, const char *b)
{
    out += sprintf(out, "{\"status_date\":\"2026-01-05\",\"capabilities\":[{\"id\":\"");
    out = add_escaped(out, a);
    out += sprintf(out, "\",\"lead_time\":\"2d\",\"requires\":[\"");
    out = add_escaped(out, b);
    out += sprintf(out, "\"]},{\"id\":\"");
    out = add_escaped(out, b);
    strcpy(out, "\",\"lead_time\":\"3d\"}]}");
}

static void two_ids_stay_two(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"a b", "id-a_20b"},
        {"a", "id-a"},
        {"a\xC2\xA0"
         "b",
         "a b"},
        {" a", "a"},
        {"a ", "a"},
        {"a  b", "a b"},
        {"x,y", "x"},
        {"A", "a"},
        {"\xC3\xA9", "e\xCC\x81"},
        {"\xEF\xBB\xBF"
         "a",
         "a"},
        {"a\xE2\x80\xA8"
         "b",
         "a b"},
        {"a\xE2\x80\x8B"
         "b",
         "ab"},
        {"a\xE2\x80\xAE"
         "b",
         "ab"},
        {"a\"b", "a'b"},
        {"a&amp;b", "a&b"},
        {"a&#65534;", "a"},
        {"a\\b", "a\\\\b"},
        {"a\\nb", "anb"},
        {"1", "01"},
        {"1", "1.0"},
        {"a|b", "a"},
        {"=a", "a"},
        {"'a", "a"},
        {"a;b", "a"},
        {"#a", "a"},
        {"yes", "true"},
        {"a%b", "a"},
        {"<b>", "b"},
        {"@a", "a"},
        {"+a", "a"},
        {"-a", "a"},
        {"a\xEF\xB7\x90", "a\xEF\xB7\x91"},
        {"a\xF0\x9F\xBF\xBE", "a\xF0\x9F\xBF\xBF"},
        {"a\xEF\xBF\xBD", "a"},
        {"id-", "id-id-"},
        {"a:b", "a_b"},
        {"a{b}", "a[b]"},
        {"null", "~"},
    };
    static char text[1024];
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (size_t f = 0; f < FORMATS; f++) {
            gp_job *job = gp_job_new();
            make_pair(text, pairs[i][0], pairs[i][1]);
            cJSON *back = there_and_back(job, text, formats[f]);
            const cJSON *a = find_capability(back, pairs[i][0]),
                        *b = find_capability(back, pairs[i][1]);
            if (!a || !b) fail_msg("%s: '%s' and '%s'", formats[f], pairs[i][0], pairs[i][1]);
            const cJSON *requires = cJSON_GetObjectItemCaseSensitive(a, "requires");
            assert_string_equal(requires->child->valuestring, pairs[i][1]);
            cJSON_Delete(back);
            gp_job_free(job);
        }
}

/* What no id may hold is refused when it is read, so that no writer has to change it. */
static void ids_are_characters(void **state)
{
    (void)state;
    static const char *const ids[] = {"a\xEF\xBF\xBE", "a\xEF\xBF\xBF", "\xEF\xBF\xBE", "a\xC2\x85",
                                      "a\\u0001",      "a\\uffff",      "a\x7F"};
    static const char *const lists[] = {"capabilities", "interventions", "segments", "scenarios"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
            gp_job *job = gp_job_new();
            char text[200], found[100];
            gp_output out;
            int size = snprintf(text, sizeof text,
                                "{\"status_date\":\"2026-01-05\",\n\"%s\":[{\"id\":\"%s\"}]}",
                                lists[k], ids[i]);
            assert_int_equal(convert(job, text, (size_t)size, "json", "json", &out), GP_INVALID);
            list_places(job, found, sizeof found);
            assert_non_null(strstr(found, "106@2:"));
            gp_job_free(job);
        }
}

static bool has_loss(const gp_job *job, const char *key)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].code == 120 && strcmp(findings[i].arguments[0].text, key) == 0) return true;
    return false;
}

static const char odd[] =
    "{\"status_date\":\"2026-01-05\",\"title\":\"t\\uffff\",\"x-top\":\"v\\ufffe\","
    "\"x-documentation\":\"d\\u0001\",\"capabilities\":[{\"id\":\"a\",\"name\":\"n\\ufffe\","
    "\"owner\":\"o\\u0001\",\"x-o\":\"p\\u0002\\uffff\",\"x-l\":[\"q\\u0003\\uffff\"],"
    "\"x-documentation\":\"d\\u0002\",\"lead_time\":\"5d\"}]}";

/* Of a record's texts those that come back the same are not lost, and all others are reported. */
static void texts_come_back_or_are_reported(void **state)
{
    (void)state;
    static const char *const keys[] = {"name",  "owner", "x-o", "x-l", "x-documentation",
                                       "title", "x-top"};
    for (size_t f = 0; f < FORMATS; f++) {
        gp_job *job = gp_job_new();
        cJSON *before = cJSON_Parse(odd), *back = there_and_back(job, odd, formats[f]);
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            bool is_top = k >= 5;
            const cJSON *was = is_top ? before : find_capability(before, "a");
            const cJSON *is = is_top ? back : find_capability(back, "a");
            was = cJSON_GetObjectItemCaseSensitive(was, keys[k]);
            is = cJSON_GetObjectItemCaseSensitive(is, keys[k]);
            if (!cJSON_Compare(was, is, true) && !has_loss(job, keys[k]))
                fail_msg("%s: %s is lost in silence", formats[f], keys[k]);
        }
        cJSON_Delete(before);
        cJSON_Delete(back);
        gp_job_free(job);
    }
}

/* XML holds none of these characters, but JSON text in it does. */
static void properties_come_back_through_xml(void **state)
{
    (void)state;
    static const char *const keys[] = {"owner", "x-o", "x-l"};
    static const char *const graphs[] = {"graphml", "archimate", "dot"};
    for (size_t f = 0; f < 3; f++) {
        gp_job *job = gp_job_new();
        cJSON *before = cJSON_Parse(odd), *back = there_and_back(job, odd, graphs[f]);
        const cJSON *was = find_capability(before, "a"), *is = find_capability(back, "a");
        for (size_t k = 0; k < 3; k++) {
            assert_true(cJSON_Compare(cJSON_GetObjectItemCaseSensitive(was, keys[k]),
                                      cJSON_GetObjectItemCaseSensitive(is, keys[k]), true));
            assert_false(has_loss(job, keys[k]));
        }
        assert_true(cJSON_Compare(cJSON_GetObjectItemCaseSensitive(before, "x-top"),
                                  cJSON_GetObjectItemCaseSensitive(back, "x-top"), true));
        cJSON_Delete(before);
        cJSON_Delete(back);
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_ids_stay_two),
        cmocka_unit_test(ids_are_characters),
        cmocka_unit_test(texts_come_back_or_are_reported),
        cmocka_unit_test(properties_come_back_through_xml),
    };
    return cmocka_run_group_tests_name("odd texts", tests, NULL, NULL);
}
