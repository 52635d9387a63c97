/* SPDX-License-Identifier: MIT
 * YAML in and out: what it means, where it stands, what is refused, and that a portfolio which
 * goes there and back is the same. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_json.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOP "status_date: 2026-01-05\n"

/* The findings of a text as "code@line:column", one blank between two. */
static const char *found_in(gp_job *job, const char *text, size_t size, gp_status *status)
{
    static char found[512];
    const gp_portfolio *portfolio;
    const gp_document *document;
    *status = gp_read_document_text(job, "p.yaml", text, size, NULL, &portfolio, &document);
    list_places(job, found, sizeof found);
    return found;
}

static void bad_texts_have_their_place(void **state)
{
    static const struct {
        const char *text, *found;
    } cases[] = {
        {"", "805@1:1"},
        {"# only a comment\n", "101@1:1"},
        {"- a\n- b\n", "101@1:1"},
        {"just text\n", "101@1:1"},
        {TOP "title: a: b\n", "101@2:9"},
        {TOP "title: 'open\n", "101@3:1"},
        {TOP "title: \"\\q\"\n", "101@2:9"},
        {TOP "\ttitle: x\n", "101@2:1"},
        {TOP "capabilities: [{id: a}\n", "101@3:1"},
        {TOP "capabilities:\n- id: a\n - id: b\n", "101@4:2"},
        {TOP "? [a]\n: b\n", "101@2:3"},
        {TOP "---\ntitle: second\n", "101@2:1"},
        {TOP "title: !python/object x\n", "101@2:8"},
        {TOP "x-a: *nobody\n", "101@2:6"},
        {TOP "x-a: &loop [*loop]\n", "101@2:13"},
        {TOP "x-base: &b {a: 1}\nplanning:\n  <<: *b\n", "101@4:3"},
        {TOP "title: \"a\\0b\"\n", "101@2:8"},
        {TOP "title: \xFF\n", "101@2:8"},
        {TOP "title: caf\xC3\xA9 \x01\n", "101@2:13"},
        {"title: x\n", "103@1:1"},
        {TOP "titel: x\n", "104@2:1"},
        {TOP "title: a\ntitle: b\n", "105@3:1"},
        {TOP "capabilities:\n  - id: a\n    owner: x\n    owner: y\n", "105@5:5"},
        {TOP "capabilities:\n  - id: a\n    x-1: x\n    x-1: y\n", "105@5:5"},
        {TOP "x-1: x\nx-1: y\n", "105@3:1"},
        {TOP "capabilities:\n  - id: a\n  - id: a\n", "105@4:9"},
        {TOP "capabilities:\n  - id: a\n    owner:\n", "102@4:11"},
        {TOP "capabilities:\n  - id: a\n    level: '2'\n", "102@4:12"},
        {TOP "capabilities:\n  - id: a\n    level: 9\n", "106@4:12"},
        {TOP "capabilities:\n  - id: \xC3\xA9\xC3\xA9\n    scope: geneal\n", "106@4:12"},
        {TOP "capabilities: {id: a}\n", "102@2:15"},
        {TOP "capabilities:\n  - a\n", "102@3:5"},
        {"\xEF\xBB\xBFstatus_date: 2026-01-32\n", "106@1:14"},
        {"{status_date: 2026-02-30, \xC3\xA9: 1}", "106@1:15 104@1:27"},
        {TOP "x-nel: \"\xC2\x85\"\ntitel: x\n", "104@3:1"},
        /* what libyaml lets pass: a comment right behind something else */
        {TOP "title: \"v\"# c\n", "101@2:11"},
        {TOP "title: 'v'#\n", "101@2:11"},
        {TOP "x-a: [a]# c\n", "101@2:9"},
        {TOP "x-a: {a: b}# c\n", "101@2:12"},
        {TOP "x-a: [a,# c\n  b]\n", "101@2:9"},
        {TOP "x-a: [# c\n  b]\n", "101@2:7"},
        {TOP "x-a: &a v\nx-b: [*a,\n  *a]# c\n", "101@4:6"},
        {TOP "x-t: ># c\n  text\n", "101@2:7"},
        {TOP "x-t: |-# c\n  text\n", "101@2:8"},
        {TOP "x-t: &a !!str |2# c\n  text\n", "101@2:17"},
        /* a text or list that goes on too far to the left */
        {TOP "x-a: [a,\nb]\n", "101@3:1"},
        {TOP "x-a: [a,\n\tb]\n", "101@3:2"},
        {TOP "title: \"a\nb\"\n", "101@3:1"},
        {TOP "title: 'a\n\n\tb'\n", "101@4:2"},
        {TOP "x-a:\n  b: {c: d,\n  e: f}\n", "101@4:3"},
        {TOP "x-a:\n- {c: d,\ne: f}\n", "101@4:1"},
        {TOP "x-a:\n- - [c,\n  d]\n", "101@4:3"},
        {TOP "x-a:\n- &b\n  c: [d,\n  e]\n", "101@5:3"},
        /* empty lines that are not empty */
        {TOP "x-t: >\n \n  \n   \n # c\n", "101@6:2"},
        {TOP "x-t: |\n    \n  a\n", "101@4:3"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        gp_status status;
        const char *found = found_in(job, cases[i].text, strlen(cases[i].text), &status);
        if (strcmp(found, cases[i].found) != 0) print_message("case: %s", cases[i].text);
        assert_string_equal(found, cases[i].found);
        gp_job_free(job);
    }
}

/* A YAML text and the JSON that it stands for. */
static void words_mean_what_their_key_expects(void **state)
{
    static const struct {
        const char *yaml, *json;
    } cases[] = {
        {"---\n# c\n" TOP "...\n", "{'status_date':'2026-01-05'}"},
        {TOP "groeipad: 1\ntitle: 2026\n",
         "{'status_date':'2026-01-05','groeipad':1,'title':'2026'}"},
        {TOP "capabilities:\n- id: no\n- id: 1.0\n  requires: [no, yes, 404, ~, null]\n",
         "{'status_date':'2026-01-05','capabilities':[{'id':'no'},{'id':'1.0','requires':"
         "['no','yes','404','~','null']}]}"},
        {TOP "capabilities:\n- {id: a, level: 2}\n- {id: b, requires: [{id: a, level: 2}]}\n",
         "{'status_date':'2026-01-05','capabilities':[{'id':'a','level':2},{'id':'b','requires':["
         "{'id':'a','level':2}]}]}"},
        {TOP "measurements: [{dimension: place, on: 2025-01-01, need: 0.50, experience: 1}]\n",
         "{'status_date':'2026-01-05','measurements':[{'dimension':'place','on':'2025-01-01',"
         "'need':0.5,'experience':1}]}"},
        {TOP "x-a: [1, 1.5e3, true, no, null, ~, 'true', !!str 5, 007, 0x1F]\n",
         "{'status_date':'2026-01-05','x-a':[1,1500,true,'no',null,null,'true','5','007',"
         "'0x1F']}"},
        {TOP "x-a: &anchor {deep: [1]}\nx-b: [*anchor, *anchor]\n",
         "{'status_date':'2026-01-05','x-a':{'deep':[1]},'x-b':[{'deep':[1]},{'deep':[1]}]}"},
        {TOP "x-l: &l [a]\ncapabilities: &c\n- id: a\n- id: b\n  requires: *l\n",
         "{'status_date':'2026-01-05','x-l':['a'],'capabilities':[{'id':'a'},{'id':'b','requires':"
         "['a']}]}"},
        {TOP "x-t: |\n  two\n  lines\ntitle: >-\n  one\n  line\n",
         "{'status_date':'2026-01-05','x-t':'two\\nlines\\n','title':'one line'}"},
        {TOP "x-a: !!str 1\ntitle: !!str no\n",
         "{'status_date':'2026-01-05','x-a':'1','title':'no'}"},
        {TOP "x-k: &k name\nx-v: {*k : 1, b: *k}\n",
         "{'status_date':'2026-01-05','x-k':'name','x-v':{'name':1,'b':'name'}}"},
        /* comments, lines and blanks as they may be */
        {TOP "x-a: [a, #c\n  #c\n#c\n  b#c] #c\nx-b: \"a#\" # c\nx-c: {a: 'b'} #\n#",
         "{'status_date':'2026-01-05','x-a':['a','b#c'],'x-b':'a#','x-c':{'a':'b'}}"},
        {TOP "x-a: [\n  a\n]\nx-b:\n  c: {\n    d: e\n  }\n",
         "{'status_date':'2026-01-05','x-a':['a'],'x-b':{'c':{'d':'e'}}}"},
        {TOP "x-a:\n- [b,\n c]\n- d: \"e\n\n   f\"\n",
         "{'status_date':'2026-01-05','x-a':[['b','c'],{'d':'e\\nf'}]}"},
        {"{status_date: 2026-01-05,\nx-a: [1,\n2]\n}\n",
         "{'status_date':'2026-01-05','x-a':[1,2]}"},
        {TOP "x-a: | # c\n  a\nx-b: >2-\n     \n   b\nx-c: !!str # c\n  |\n  \n  c\nx-d: |\n      "
             "\n#c\n",
         "{'status_date':'2026-01-05','x-a':'a\\n','x-b':'   \\n "
         "b','x-c':'\\nc\\n','x-d':''}"},
        {"{\"status_date\": \"2026-01-05\", \"x-json\": {\"is\": [\"yaml\", 1, null]}}",
         "{'status_date':'2026-01-05','x-json':{'is':['yaml',1,null]}}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = "json"};
        gp_output out;
        char expected[512];
        snprintf(expected, sizeof expected, "%s", cases[i].json);
        for (char *at = expected; *at; at++)
            if (*at == '\'') *at = '"';
        gp_status status;
        assert_string_equal(found_in(job, cases[i].yaml, strlen(cases[i].yaml), &status), "");
        assert_int_equal(gp_read_document_text(job, "p.yml", cases[i].yaml, strlen(cases[i].yaml),
                                               NULL, &portfolio, &document),
                         GP_OK);
        assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
        cJSON *before = cJSON_Parse(expected), *after = cJSON_Parse(out.text);
        if (!cJSON_Compare(before, after, true)) print_message("%s", out.text);
        assert_non_null(before);
        assert_true(cJSON_Compare(before, after, true));
        cJSON_Delete(before);
        cJSON_Delete(after);
        gp_job_free(job);
    }
}

/* Nine lists, each of nine aliases to the one before: 9^9 values. */
static void aliases_are_bounded(void **state)
{
    (void)state;
    char text[2048] = TOP "x-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n", line[128];
    for (int i = 1; i < 9; i++) {
        snprintf(line, sizeof line, "x-%d: &a%d [", i, i);
        strcat(text, line);
        for (int k = 0; k < 9; k++) {
            snprintf(line, sizeof line, "%s*a%d", k ? ", " : "", i - 1);
            strcat(text, line);
        }
        strcat(text, "]\n");
    }
    gp_job *job = gp_job_new();
    gp_status status;
    char message[256];
    assert_string_equal(found_in(job, text, strlen(text), &status), "101@7:11");
    assert_int_equal(status, GP_INVALID);
    uint32_t count;
    gp_finding_message(gp_findings(job, &count), GP_ENGLISH, message, sizeof message);
    assert_non_null(strstr(message, "aliases that expand to more than 100000 values"));
    gp_job_free(job);
}

/* A text of 200 kB, a hundred times; as a value, and as a key. */
static void texts_of_aliases_are_bounded(void **state)
{
    (void)state;
    const size_t big = 200000;
    char *text = calloc(1, big + 2000);
    assert_non_null(text);
    for (int is_key = 0; is_key < 2; is_key++) {
        size_t size = (size_t)sprintf(text, TOP "x-a: &a ");
        memset(text + size, 'b', big);
        size += big;
        size += (size_t)sprintf(text + size, "\nx-b: [");
        for (int i = 0; i < 100; i++)
            size += (size_t)sprintf(text + size, is_key ? "{*a : 1}," : "*a,");
        size += (size_t)sprintf(text + size, "]\n");
        gp_job *job = gp_job_new();
        gp_status status;
        assert_string_equal(found_in(job, text, size, &status), is_key ? "101@3:458" : "101@3:157");
        gp_job_free(job);
    }
    free(text);
}

/* What a reader of YAML 1.1 takes for a number, a truth, a date or nothing gets quotes. */
static void others_read_texts_as_texts(void **state)
{
    (void)state;
    static const struct {
        const char *json, *yaml;
    } cases[] = {
        {"0b11", "'0b11'"},
        {"0o7", "'0o7'"},
        {"0X1f", "'0X1f'"},
        {"1:30", "'1:30'"},
        {"1_000", "'1_000'"},
        {"1,000", "'1,000'"},
        {".5", "'.5'"},
        {"+.5", "'+.5'"},
        {"1e3", "'1e3'"},
        {"yes", "'yes'"},
        {"N", "'N'"},
        {"On", "'On'"},
        {"~", "'~'"},
        {"2026-01-05", "'2026-01-05'"},
        {"2026-1-5", "'2026-1-5'"},
        {"2026-01-05T10:00:00Z", "'2026-01-05T10:00:00Z'"},
        {"2026-01-05 10:00:00.5", "'2026-01-05 10:00:00.5'"},
        {"=", "'='"},
        {"<<", "'<<'"},
        {":a", "':a'"},
        {"", "''"},
        {"\xC2\x85", "\"\\N\""},
        {"\xE2\x80\xA8", "\"\\L\""},
        {"\xEF\xBF\xBE", "\"\\uFFFE\""},
        {"2w", "2w"},
        {"1y6mo", "1y6mo"},
        {"20wd", "20wd"},
        {"a1", "a1"},
        {"\xE2\x80\xA6", "\xE2\x80\xA6"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = "yaml"};
        gp_output out;
        char text[256], expected[256];
        int size = snprintf(text, sizeof text,
                            "{\"status_date\":\"2026-01-05\",\"title\":\"%s\",\"x-a\":[\"%s\"],"
                            "\"capabilities\":[{\"id\":\"a\",\"needed_by\":\"2026-02-01\"}]}",
                            cases[i].json, cases[i].json);
        snprintf(expected, sizeof expected,
                 TOP "title: %s\nx-a: [%s]\ncapabilities:\n- id: a\n  needed_by: 2026-02-01\n",
                 cases[i].yaml, cases[i].yaml);
        assert_int_equal(
            gp_read_document_text(job, "p.json", text, (size_t)size, NULL, &portfolio, &document),
            GP_OK);
        assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
        assert_string_equal(out.text, expected);
        gp_job_free(job);
    }
}

static void depth_is_bounded(void **state)
{
    (void)state;
    char text[512];
    gp_status status;
    for (int depth = 64; depth <= 65; depth++) {
        gp_job *job = gp_job_new();
        int length = snprintf(text, sizeof text, TOP "x-a: ");
        memset(text + length, '[', (size_t)depth);
        memset(text + length + depth, ']', (size_t)depth);
        text[length + 2 * depth] = '\0';
        const char *found = found_in(job, text, strlen(text), &status);
        assert_string_equal(found, depth == 64 ? "" : "101@2:70");
        gp_job_free(job);
    }
}

static void portfolios_go_there_and_back(void **state)
{
    static const json_taste tastes[] = {
        {0}, {.has_own_keys = true}, {.has_own_keys = true, .has_odd_texts = true}};
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        cJSON *portfolio = random_json(seed, &tastes[seed % 3]);
        check_round_trip(portfolio, "p.yaml", "yaml");
        check_round_trip(portfolio, "p.json", "json");
        cJSON_Delete(portfolio);
    }
}

static void memory_may_run_out_anywhere(void **state)
{
    static const char text[] = TOP "x-a: &a {b: [1, 'two']}\nx-c: *a\ncapabilities:\n- id: no\n"
                                   "  levels: [{level: 1}]\n";
    (void)state;
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status != GP_OK; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = "yaml"};
        gp_output out;
        gp_fail_allocations_after(job, left);
        status = gp_read_document_text(job, "p.yaml", text, sizeof text - 1, NULL, &portfolio,
                                       &document);
        if (status == GP_OK) status = gp_convert(job, document, portfolio, NULL, &options, &out);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        assert_true(left < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_texts_have_their_place),
        cmocka_unit_test(words_mean_what_their_key_expects),
        cmocka_unit_test(aliases_are_bounded),
        cmocka_unit_test(texts_of_aliases_are_bounded),
        cmocka_unit_test(others_read_texts_as_texts),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(portfolios_go_there_and_back),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
