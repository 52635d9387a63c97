/* SPDX-License-Identifier: MIT
 * A long list is read in two halves at once. Whatever stands in the file, the portfolio and the
 * findings are those of reading it in order. */
#include "groeipad/io.h"
#include "io/door.h"
#include "io/json/json_read.h"
#include "tests/support_draft.h"
#include "tests/support_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- two ways of reading ---- */

/* All that can be told of what was read: findings, plan, ids and requirements. Owner: the caller.
 */
static char *describe(gp_job *job, gp_status status, const gp_portfolio *portfolio)
{
    const gp_write_options options = {.format = GP_FORMAT_JSON};
    const gp_network *network;
    const gp_schedule *schedule;
    gp_output check, plan = {.text = ""};
    if (status != GP_OK) portfolio = NULL;
    if (portfolio && gp_analyse(job, portfolio, NULL, &network, &schedule) == GP_OK) {
        assert_int_equal(gp_write_plan(job, schedule, &options, &plan), GP_OK);
    }
    gp_sort_findings(job);
    assert_int_equal(gp_write_check(job, portfolio, &options, &check), GP_OK);
    uint32_t count = portfolio ? portfolio->requirement_count : 0;
    size_t size = check.size + plan.size + count * 64u + 64, at = 0;
    char *out = malloc(size);
    at += (size_t)snprintf(out, size, "%d\n%s\n%s\n", status, check.text, plan.text);
    for (uint32_t i = 0; i < count; i++) {
        const gp_requirement *r = &portfolio->requirements[i];
        at += (size_t)snprintf(out + at, size - at, "%u@%u %u:%u\n", (unsigned)r->target, r->level,
                               (unsigned)r->place.line, (unsigned)r->place.column);
    }
    return out;
}

/* How a file is read. */
typedef struct way {
    size_t window;
    uint64_t ahead_min;
    bool has_document;
} way;

/* Reads a file; *skipped: how much of it was read ahead. */
static char *read_file(const char *path, way w, uint64_t *skipped)
{
    gp_job *job = gp_job_new();
    gp_records *records;
    const gp_portfolio *portfolio = NULL;
    gp_input input;
    assert_int_equal(gp_start_records(job, NULL, &records), GP_OK);
    if (w.has_document) assert_int_equal(gp_new_document(job, &records->document), GP_OK);
    assert_int_equal(gp_open_input(job, path, w.window, &input), GP_OK);
    input.ahead_min = w.ahead_min;
    gp_status status = gp_read_json(records, &input);
    *skipped = input.skipped;
    gp_close_input(&input);
    if (status == GP_OK) status = gp_finish_records(records, &portfolio);
    char *out = describe(job, status, portfolio);
    gp_job_free(job);
    return out;
}

#define PATH "/tmp/groeipad-XXXXXX"

static void write_file(char *path, const char *text)
{
    size_t size = strlen(text);
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, size), size);
    close(file);
}

/* Reads a text both ways. Returns whether something was read ahead. */
static bool compare(const char *text, size_t window)
{
    char path[] = PATH;
    uint64_t skipped, none;
    write_file(path, text);
    char *found = read_file(path, (way){window, 1, false}, &skipped);
    char *expected = read_file(path, (way){window, UINT64_MAX, false}, &none);
    unlink(path);
    assert_int_equal(none, 0);
    assert_string_equal(found, expected);
    free(found);
    free(expected);
    return skipped > 0;
}

/* ---- by hand ---- */

typedef struct row {
    const char *name;
    const char *before;  /* between "status_date" and the list */
    const char *record;  /* %u: its number; %s: the id it requires */
    const char *between; /* two records */
    const char *special; /* replaces record number `at` */
    unsigned at;
    const char *after; /* the list; NULL: a list that is longer */
    bool is_ahead;
} row;

#define LINES ",\n"
#define PLAIN "{\"id\":\"c%u\",\"lead_time\":\"3w\",\"owner\":\"o\",\"requires\":[\"%s\"]}"
#define RICH                                                                                       \
    "{\n  \"id\": \"c%u\",\n  \"name\": \"n\",\n  \"x-url\": \"https://e.nl\",\n"                  \
    "  \"planning\": {\"round\": \"3mo\", \"from\": \"2022-01-01\"},\n"                            \
    "  \"not_before\": \"2022-08-01\",\n  \"levels\": [\n    {\n      \"level\": 1,\n"             \
    "      \"lead_time\": \"5w\",\n      \"requires\": [\n        {\n          \"id\": \"%s\",\n"  \
    "          \"level\": 1,\n          \"lag\": \"2w\"\n        }\n      ]\n    },\n"             \
    "    {\n      \"level\": 2,\n      \"aspects\": {\"skills\": \"2w\"}\n    }\n  ]\n}"
#define OBJECTS                                                                                    \
    "{\"id\":\"c%u\",\"lead_time\":\"2w\",\"requires\":[{\"id\":\"%s\"},{\"id\":\"c0\"}]}"
#define WIDE "{\"id\":\"c%u\",\"name\":\"caf\xC3\xA9 \xF0\x9F\x98\x80\",\"requires\":[\"%s\"]}"
#define END "]}"

static const row rows[] = {
    {"a record a line", "", PLAIN, LINES, NULL, 0, END, true},
    {"blanks and empty lines", "", PLAIN, " ,\n\n  ", NULL, 0, END, true},
    {"lines that end in CR LF", "", PLAIN, ",\r\n", NULL, 0, END, true},
    {"records over many lines", "", RICH, LINES, NULL, 0, END, true},
    {"all on one line", "", PLAIN, ",", NULL, 0, END, true},
    {"all on one line, wide", "", WIDE, ",", NULL, 0, END, true},
    {"all on one line, objects within", "", OBJECTS, ",", NULL, 0, END, false},
    {"after an intervention",
     "\"interventions\":[{\"id\":\"i\",\"start\":\"2022-09-01\",\"needed_by\":\"2022-10-01\","
     "\"requires\":[\"c29\"]}],\n",
     PLAIN, LINES, NULL, 0, END, true},
    {"before an intervention", "", PLAIN, LINES, NULL, 0,
     "],\n\"interventions\":[{\"id\":\"i\",\"requires\":[\"c7\"]}]}", true},
    {"before a longer list", "", PLAIN, LINES, NULL, 0, NULL, false},
    {"an unknown key in the second half", "", PLAIN, LINES, "{\"id\":\"c25\",\"nam\":\"x\"}", 25,
     END, true},
    {"an unknown key in the first half", "", PLAIN, LINES, "{\"id\":\"c5\",\"nam\":\"x\"}", 5, END,
     true},
    {"a bad value in the second half", "", PLAIN, LINES, "{\"id\":\"c25\",\"level\":9}", 25, END,
     false},
    {"a bad value in the first half", "", PLAIN, LINES, "{\"id\":\"c5\",\"level\":9}", 5, END,
     true},
    {"a broken record in the second half", "", PLAIN, LINES, "{\"id\":\"c25\",}", 25, END, false},
    {"a broken record in the first half", "", PLAIN, LINES, "{\"id\":\"c5\",}", 5, END, true},
    {"brackets that do not match", "", PLAIN, LINES, "{\"id\":[\"c25\"}", 25, END, false},
    {"a quote too few", "", PLAIN, LINES, "{\"id\":\"c25}", 25, END, false},
    {"an id of the first half once more", "", PLAIN, LINES, "{\"id\":\"c3\"}", 25, END, true},
    {"an id of the second half once more", "", PLAIN, LINES, "{\"id\":\"c22\"}", 25, END, false},
    {"a missing capability", "", PLAIN, LINES, "{\"id\":\"c25\",\"requires\":[\"c333\"]}", 25, END,
     true},
    {"a cycle across", "", PLAIN, LINES, "{\"id\":\"c3\",\"requires\":[\"c25\"]}", 3, END, true},
    {"a seam within a text", "", PLAIN, ",",
     "{\"id\":\"c15\",\"name\":\"x},{\\\"id\\\":\\\"q\\\"}\"}", 15, END, true},
    {"no end", "", PLAIN, LINES, NULL, 0, "", false},
    {"a comma too many", "", PLAIN, LINES, NULL, 0, ",]}", false},
    {"text after the end", "", PLAIN, LINES, NULL, 0, "]} x", true},
    {"the same list twice", "\"capabilities\":[{\"id\":\"a\"}],", PLAIN, LINES, NULL, 0, END,
     false},
    {"a mark of the byte order", "", PLAIN, LINES, NULL, 0, END, true},
};

static char *write_row(const row *r, bool has_mark)
{
    size_t size = 64 << 10, at = 0;
    char *out = malloc(size), id[16];
    at += (size_t)snprintf(out, size, "%s{\"status_date\":\"2022-06-13\",%s\n\"capabilities\":[\n",
                           has_mark ? "\xEF\xBB\xBF" : "", r->before);
    for (unsigned i = 0; i < 30; i++) {
        snprintf(id, sizeof id, "c%u", i ? (i * 7) % i : 40);
        if (i) at += (size_t)snprintf(out + at, size - at, "%s", r->between);
        if (r->special && i == r->at)
            at += (size_t)snprintf(out + at, size - at, "%s", r->special);
        else
            at += (size_t)snprintf(out + at, size - at, r->record, i, id);
    }
    if (r->after) {
        snprintf(out + at, size - at, "%s", r->after);
        return out;
    }
    at += (size_t)snprintf(out + at, size - at, "],\n\"segments\":[{\"id\":\"s\"}");
    for (unsigned i = 0; i < 200; i++)
        at += (size_t)snprintf(out + at, size - at, ",\n{\"id\":\"s%u\"}", i);
    snprintf(out + at, size - at, "]}");
    return out;
}

static void a_row_is_read_the_same(void **state)
{
    const row *r = *state;
    static const size_t windows[] = {1, 64, 700, GP_WINDOW_SIZE};
    char *text = write_row(r, strstr(r->name, "mark") != NULL);
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        bool is_ahead = compare(text, windows[i]);
        if (windows[i] == GP_WINDOW_SIZE) assert_int_equal(is_ahead, r->is_ahead);
    }
    free(text);
}

/* ---- random ---- */

static void mutate(uint64_t *seed, char *text, size_t size)
{
    static const char odd[] = "{}[]\",:\n \\xc0";
    for (uint32_t n = test_random(seed, 4); n > 0; n--) {
        size_t at = test_random(seed, (uint32_t)size);
        size_t from = test_random(seed, (uint32_t)size), count = 1 + test_random(seed, 40);
        if (test_random(seed, 3) == 0)
            text[at] = odd[test_random(seed, sizeof odd - 1)];
        else if (at + count < size && from + count < size)
            memmove(text + at, text + from, count);
    }
}

static void random_texts_are_read_the_same(void **state)
{
    (void)state;
    uint64_t seed = 5;
    uint32_t ahead = 0;
    const json_taste taste = {.has_own_keys = true, .has_odd_texts = true};
    for (uint64_t round = 0; round < 1500; round++) {
        cJSON *tree = random_json(round, &taste);
        char *text = round % 2 ? cJSON_Print(tree) : cJSON_PrintUnformatted(tree);
        mutate(&seed, text, strlen(text));
        ahead += compare(text, round % 3 ? GP_WINDOW_SIZE : 300);
        cJSON_free(text);
        cJSON_Delete(tree);
    }
    assert_true(ahead > 20);
}

static void random_rows_are_read_the_same(void **state)
{
    (void)state;
    uint64_t seed = 6;
    uint32_t ahead = 0;
    for (uint32_t round = 0; round < 3000; round++) {
        char *text = write_row(&rows[round % 8], false);
        mutate(&seed, text, strlen(text));
        ahead += compare(text, GP_WINDOW_SIZE);
        free(text);
    }
    assert_true(ahead > 500);
}

static void a_document_is_read_in_order(void **state)
{
    (void)state;
    char path[] = PATH, *text = write_row(&rows[0], false);
    uint64_t skipped;
    write_file(path, text);
    free(read_file(path, (way){GP_WINDOW_SIZE, 1, true}, &skipped));
    unlink(path);
    free(text);
    assert_int_equal(skipped, 0);
}

static void a_small_file_is_read_in_order(void **state)
{
    (void)state;
    char path[] = PATH, *text = write_row(&rows[0], false);
    uint64_t skipped;
    write_file(path, text);
    free(read_file(path, (way){GP_WINDOW_SIZE, GP_AHEAD_MIN, false}, &skipped));
    unlink(path);
    free(text);
    assert_int_equal(skipped, 0);
}

#define ROWS (sizeof rows / sizeof *rows)

int main(void)
{
    struct CMUnitTest tests[ROWS + 4] = {
        cmocka_unit_test(random_texts_are_read_the_same),
        cmocka_unit_test(random_rows_are_read_the_same),
        cmocka_unit_test(a_document_is_read_in_order),
        cmocka_unit_test(a_small_file_is_read_in_order),
    };
    for (size_t i = 0; i < ROWS; i++)
        tests[4 + i] = (struct CMUnitTest){.name = rows[i].name,
                                           .test_func = a_row_is_read_the_same,
                                           .initial_state = (void *)(uintptr_t)&rows[i]};
    return cmocka_run_group_tests_name("json_ahead", tests, NULL, NULL);
}
