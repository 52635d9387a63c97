/* SPDX-License-Identifier: MIT
 * Is JSON what RFC 8259 says it is? The verdict in the name of every file of JSONTestSuite (y_
 * must be taken, n_ refused, i_ either), and whatever our walk takes, cJSON takes too. */
#include "io/json/json_scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <cjson/cJSON.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/json"

static bool is_json(const char *text, size_t size)
{
    char *padded = calloc(1, size + GP_JSON_PADDING);
    assert_non_null(padded);
    if (size) memcpy(padded, text, size);
    gp_scanned verdict = gp_judge_json(padded, size, true);
    free(padded);
    return verdict == GP_SCANNED;
}

static char *read_all(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = malloc(1 << 20);
    assert_non_null(text);
    *size = fread(text, 1, 1 << 20, file);
    fclose(file);
    return text;
}

static bool cjson_takes(const char *text, size_t size)
{
    cJSON *tree = cJSON_ParseWithLength(text, size);
    cJSON_Delete(tree);
    return tree != NULL;
}

#define CJSON_NUMBER_MAX 63 /* characters; we take longer ones */

static bool has_long_number(const char *text, size_t size)
{
    size_t digits = 0;
    for (size_t i = 0; i < size; i++) {
        digits = strchr("0123456789+-.eE", text[i]) && text[i] ? digits + 1 : 0;
        if (digits > CJSON_NUMBER_MAX) return true;
    }
    return false;
}

static void verdict_of_every_file(void **state)
{
    (void)state;
    DIR *folder = opendir(FOLDER);
    if (!folder) {
        print_message("skipped: there is no " FOLDER "\n");
        skip();
    }
    int wrong = 0, seen = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        const char *name = entry->d_name;
        if (!strstr(name, ".json")) continue;
        char path[512];
        size_t size;
        snprintf(path, sizeof path, FOLDER "/%s", name);
        char *text = read_all(path, &size);
        bool is_taken = is_json(text, size);
        if ((name[0] == 'y' && !is_taken) || (name[0] == 'n' && is_taken)) {
            print_error("%s: %s\n", name, is_taken ? "taken" : "refused");
            wrong++;
        }
        if (is_taken && !has_long_number(text, size) && !cjson_takes(text, size)) {
            print_error("%s: taken by us, refused by cJSON\n", name);
            wrong++;
        }
        seen++;
        free(text);
    }
    closedir(folder);
    print_message("%d files\n", seen);
    assert_true(seen >= 300);
    assert_int_equal(wrong, 0);
}

static void verdicts_of_our_own(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_json;
    } rows[] = {
        {"1", true},
        {" {} ", true},
        {"[[[]],{}]", true},
        {"\xEF\xBB\xBF[]", true},
        {"\"\\ud83d\\ude00\"", true},
        {"\"\\ud800\\udc00\"", true},
        {"\"\\udbff\\udfff\"", true},
        {"\"\xF0\x9F\x98\x80 plain text that is longer than eight bytes\"", true},
        {"[1,2,{\"a\":[{\"b\":null}]}]", true},
        {"", false},
        {"01", false},
        {"-", false},
        {"1.", false},
        {"1e", false},
        {"[1,]", false},
        {"{\"a\":1,}", false},
        {"{\"a\" 1}", false},
        {"[1}", false},
        {"[] []", false},
        {"\"\\ud83d\"", false},
        {"\"\\ude00\"", false},
        {"\"\\ud83d\\u0041\"", false},
        {"\"\\ud800\\udbff\"", false},
        {"\"\\ud800\\ue000\"", false},
        {"\"\\x\"", false},
        {"\"\xC0\x80\"", false},
        {"\"\xED\xA0\x80\"", false},
        {"\"a\tb\"", false},
        {"\"eight by\nt\"", false},
        {"nul", false},
        {"[1", false},
        {"\"abc", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (is_json(rows[i].text, strlen(rows[i].text)) != rows[i].is_json)
            fail_msg("%s", rows[i].text);
    assert_false(is_json("[1\0]", 4));
}

static void nesting_ends_at_the_limit(void **state)
{
    (void)state;
    char text[2 * GP_JSON_DEPTH_MAX + 2];
    memset(text, '[', GP_JSON_DEPTH_MAX + 1);
    memset(text + GP_JSON_DEPTH_MAX + 1, ']', GP_JSON_DEPTH_MAX + 1);
    assert_true(is_json(text + 1, 2 * GP_JSON_DEPTH_MAX));
    assert_false(is_json(text, sizeof text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verdict_of_every_file),
        cmocka_unit_test(verdicts_of_our_own),
        cmocka_unit_test(nesting_ends_at_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
