/* SPDX-License-Identifier: MIT
 * The law: a call fails exactly when it could not make its result, and leaves *out alone. Every
 * allocation of a whole run is made to fail, one after the other. Also: names, nearest texts,
 * buffers and the words of findings. */
#include "core/rest.h"
#include "core/job.h"
#include "core/names.h"
#include "core/nearest.h"
#include "tests/support_draft.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* Fills a draft without the test helpers, which insist on success. */
static gp_status make_portfolio(gp_job *job, const gp_portfolio **out)
{
    gp_draft *draft;
    GP_TRY(gp_new_draft(job, &draft));
    gp_draft_settings(draft)->status_date = 0;
    gp_capability capability = test_capability(100);
    gp_intervention intervention = test_intervention(GP_EXPLORE, 14);
    intervention.needed_by = 20;
    const char *ids[] = {"a", "b", "c"};
    for (uint32_t i = 0; i < 3; i++) {
        gp_requirement requirement = {.level = 2, .by = GP_BY_START};
        capability.symbol = gp_draft_symbol(draft, ids[i], 1);
        requirement.target = gp_draft_symbol(draft, i ? ids[i - 1] : "nowhere", i ? 1 : 7);
        if (capability.symbol == GP_NONE || requirement.target == GP_NONE) return gp_no_memory(job);
        GP_TRY(gp_draft_requirements(draft, &requirement, 1, &capability.requires));
        GP_TRY(gp_draft_capability(draft, &capability));
    }
    gp_requirement last = {.target = gp_draft_symbol(draft, "c", 1), .level = 1, .by = GP_BY_LIVE};
    intervention.symbol = gp_draft_symbol(draft, "i", 1);
    if (intervention.symbol == GP_NONE || last.target == GP_NONE) return gp_no_memory(job);
    GP_TRY(gp_draft_requirements(draft, &last, 1, &intervention.requires));
    GP_TRY(gp_draft_intervention(draft, &intervention));
    return gp_finish_draft(draft, out);
}

static gp_status run_all(gp_job *job)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_clashes clashes;
    gp_remedies remedies;
    gp_drags drags;
    gp_chains chains;
    gp_reasons reasons;
    GP_TRY(make_portfolio(job, &portfolio));
    GP_TRY(gp_build_network(job, portfolio, &network));
    GP_TRY(gp_schedule_network(job, network, NULL, &schedule));
    GP_TRY(gp_find_clashes(job, schedule, NULL, &clashes));
    GP_TRY(gp_find_remedies(job, schedule, &clashes.clashes[0], &remedies));
    GP_TRY(gp_find_drag(job, schedule, &clashes.clashes[0].path, &drags));
    GP_TRY(gp_find_chains(job, schedule, clashes.clashes[0].activity, NULL, &chains));
    GP_TRY(gp_explain_date(job, schedule, clashes.clashes[0].activity, &reasons));
    return gp_check(job, schedule);
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    for (size_t count = 0;; count++) {
        gp_job *job = job_with_a_finding();
        gp_fail_allocations_after(job, count);
        gp_status status = run_all(job);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        if (status == GP_OK) {
            assert_true(count > 50);
            return;
        }
    }
}

/* However many findings there are, wherever they came from, and in whatever order they stand. */
static void memory_that_ran_out_is_the_last_finding(void **state)
{
    (void)state;
    const gp_finding before = {.code = 204, .place = {.line = 7, .column = 1}, .subject = "x"};
    for (uint32_t many = 0; many < 200; many++) {
        gp_job *job = gp_job_new(), *other = gp_job_new();
        for (uint32_t i = 0; i < many; i++) assert_int_equal(gp_add_finding(job, &before), GP_OK);
        for (uint32_t i = 0; i < 50; i++) assert_int_equal(gp_add_finding(other, &before), GP_OK);
        gp_fail_allocations_after(job, 0);
        gp_status status = gp_add_finding(job, &before);
        for (int i = 0; status == GP_OK && i < 200; i++) status = gp_add_finding(job, &before);
        assert_says_memory_ran_out(job, status);
        assert_says_memory_ran_out(job, gp_no_memory(job));
        assert_says_memory_ran_out(job, gp_adopt_job(job, other));
        gp_sort_findings(job);
        assert_says_memory_ran_out(job, GP_NO_MEMORY);
        gp_fail_allocations_after(job, SIZE_MAX);
        uint32_t count, again;
        gp_findings(job, &count);
        assert_int_equal(gp_add_finding(job, &before), GP_OK);
        assert_says_memory_ran_out(job, gp_no_memory(job));
        gp_findings(job, &again);
        assert_int_equal(again, count + 2);
        gp_job_free(job);
    }
}

static void names(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_names *n = GP_NEW(job, gp_names, 1);
    char text[32];
    gp_init_names(n, job);
    assert_int_equal(gp_find_name(n, "none", 4), GP_NONE);
    for (uint32_t i = 0; i < 5000; i++) {
        int size = snprintf(text, sizeof text, "name-%u", i);
        assert_int_equal(gp_intern(n, text, (size_t)size), i);
    }
    for (uint32_t i = 0; i < 5000; i++) {
        int size = snprintf(text, sizeof text, "name-%u", i);
        assert_int_equal(gp_intern(n, text, (size_t)size), i);
        assert_string_equal(gp_name(n, i), text);
        assert_int_equal(gp_find_name(n, text, (size_t)size - 1), i < 10 ? GP_NONE : i / 10);
    }
    gp_job_free(job);
}

static void nearest(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"lead_tme", "lead_time"},
        {"leadtime", "lead_time"},
        {"reuqires", "requires"},
        {"require", "requires"},
        {"xyz", NULL},
        {"id", "id"},
        {"ib", "id"},
        {"levle", "level"},
        {"levels", "levels"},
        {"", NULL},
        {"completely-else", NULL},
    };
    const char *const keys[] = {"id", "lead_time", "requires", "level", "levels"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *found = gp_nearest_text(rows[i].text, keys, sizeof keys / sizeof *keys);
        if (rows[i].expected)
            assert_string_equal(found, rows[i].expected);
        else
            assert_null(found);
    }
}

/* The distance by its definition, for short texts. */
static size_t plain_distance(const char *a, const char *b)
{
    size_t table[16][16], m = strlen(a), n = strlen(b);
    for (size_t i = 0; i <= m; i++)
        for (size_t j = 0; j <= n; j++) {
            size_t least = i == 0 ? j : j == 0 ? i : table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (i && j && table[i - 1][j] + 1 < least) least = table[i - 1][j] + 1;
            if (i && j && table[i][j - 1] + 1 < least) least = table[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                table[i - 2][j - 2] + 1 < least)
                least = table[i - 2][j - 2] + 1;
            table[i][j] = least;
        }
    return table[m][n];
}

/* A text of 1 to 12 letters of three, so that many are near one another. */
static void random_text(uint32_t *seed, char out[16])
{
    size_t size = 1 + (*seed = *seed * 1664525U + 1013904223U) / (UINT32_MAX / 12 + 1);
    for (size_t i = 0; i < size; i++)
        out[i] = (char)('a' + (*seed = *seed * 1664525U + 1013904223U) / (UINT32_MAX / 3 + 1));
    out[size] = '\0';
}

/* The search, which fills in a band of the table only, finds what the whole table says. */
static void nearest_of_random_texts(void **state)
{
    (void)state;
    uint32_t seed = 11;
    for (int round = 0; round < 20000; round++) {
        char text[16], texts[5][16];
        const char *candidates[5], *expected = NULL;
        random_text(&seed, text);
        size_t limit = strlen(text) / 3 > 3 ? 3 : strlen(text) / 3;
        if (limit == 0) limit = 1;
        for (size_t i = 0; i < 5; i++) {
            random_text(&seed, texts[i]);
            candidates[i] = texts[i];
            size_t far = plain_distance(text, texts[i]);
            if (far > limit || (expected && far == plain_distance(text, expected))) continue;
            expected = texts[i];
            limit = far;
        }
        assert_ptr_equal(gp_nearest_text(text, candidates, 5), expected);
    }
}

/* What many searches may cost together has a bound, and a search that was cut short has no answer.
 */
/* "caz" is as near to "cab" as to "cac": which of them stands first does not matter. */
static void nearest_by_text(void **state)
{
    (void)state;
    static const char *const orders[][3] = {{"cab", "cac", "xyz"}, {"cac", "xyz", "cab"}};
    for (int order = 0; order < 2; order++) {
        gp_nearest search;
        gp_start_nearest(&search, "caz", NULL);
        search.by_text = true;
        for (int i = 0; i < 3; i++) gp_try_nearest(&search, orders[order][i], 3);
        assert_string_equal(search.best, "cab");
        gp_try_nearest(&search, "caz", 3); /* nearer */
        assert_string_equal(search.best, "caz");
    }
}

static void nearest_within_bounds(void **state)
{
    (void)state;
    int64_t work = 40;
    gp_nearest search;
    gp_start_nearest(&search, "lead_tme", &work);
    gp_try_nearest(&search, "lead_time", 9);
    assert_string_equal(search.best, "lead_time");
    assert_true(work > 0 && work < 40);
    for (int i = 0; i < 40; i++) gp_try_nearest(&search, "tmie", 4);
    assert_null(search.best);
    assert_true(search.is_over);
    gp_start_nearest(&search, "lead_time", &work);
    gp_try_nearest(&search, "lead_time", 9);
    assert_null(search.best);
}

static void words(void **state)
{
    (void)state;
    char text[200];
    gp_finding late = {.code = 301,
                       .subject = "i",
                       .arguments = {GP_DAY(0), GP_DAY(31), GP_NUMBER(31), GP_TEXT("c")}};
    size_t length = gp_finding_message(&late, GP_ENGLISH, text, sizeof text);
    assert_int_equal(length, strlen(text));
    assert_non_null(strstr(text, "1970-02-01"));
    assert_non_null(strstr(text, "31 days"));
    assert_int_equal(gp_finding_message(&late, GP_ENGLISH, NULL, 0), length);
    gp_finding wrong = {
        .code = 102,
        .arguments = {GP_TEXT("level"), GP_WORDS("a list", "een lijst"), GP_TEXT("0..5")}};
    gp_finding_message(&wrong, GP_DUTCH, text, sizeof text);
    assert_non_null(strstr(text, "een lijst"));
    assert_null(strstr(text, "a list"));
    gp_finding_message(&wrong, GP_ENGLISH, text, sizeof text);
    assert_non_null(strstr(text, "a list"));
    assert_null(strstr(text, "een lijst"));
    /* A cut never splits a character, and the length is that of the whole. */
    gp_finding dutch = {.code = 204, .subject = "\xC3\xA9\xC3\xA9\xC3\xA9"};
    size_t whole = gp_finding_message(&dutch, GP_DUTCH, text, sizeof text);
    for (size_t size = 1; size <= whole; size++) {
        uint32_t character;
        assert_int_equal(gp_finding_message(&dutch, GP_DUTCH, text, size), whole);
        for (size_t at = 0, step; text[at]; at += step) {
            step = gp_decode_utf8(text + at, strlen(text + at), &character);
            assert_true(step > 0);
        }
    }
}

static void each_owner_has_a_slot(void **state)
{
    (void)state;
    static const char owners[3] = {0};
    int objects[2] = {0};
    gp_job *job = gp_job_new(), *other = gp_job_new();
    assert_null(gp_find_slot(job, &owners[0]));
    assert_int_equal(gp_keep_slot(job, &owners[0], &objects[0]), GP_OK);
    assert_int_equal(gp_keep_slot(job, &owners[1], &objects[1]), GP_OK);
    assert_ptr_equal(gp_find_slot(job, &owners[0]), &objects[0]);
    assert_ptr_equal(gp_find_slot(job, &owners[1]), &objects[1]);
    assert_null(gp_find_slot(job, &owners[2]));
    assert_null(gp_find_slot(other, &owners[0]));
    gp_fail_allocations_after(other, 0);
    assert_int_equal(gp_keep_slot(other, &owners[0], &objects[0]), GP_NO_MEMORY);
    assert_null(gp_find_slot(other, &owners[0]));
    gp_job_free(other);
    gp_job_free(job);
}

static void places_end_where_they_are_full(void **state)
{
    static const struct {
        uint64_t line, column, expected_line, expected_column;
    } rows[] = {
        {0, 0, 0, 0},
        {3, 7, 3, 7},
        {0x1FFFFFFF, 0x20000000, 0x1FFFFFFF, 0x1FFFFFFF},
        {UINT64_MAX, 0x20000001, 0x1FFFFFFF, 0x1FFFFFFF},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_place place = gp_place_at(63, rows[i].line, rows[i].column);
        assert_int_equal(place.source, 63);
        assert_int_equal(place.line, rows[i].expected_line);
        assert_int_equal(place.column, rows[i].expected_column);
    }
}

static void every_rule_has_words(void **state)
{
    (void)state;
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++) {
        if (i) assert_true(rules[i - 1].code < rules[i].code);
        for (int language = 0; language < 2; language++) {
            assert_non_null(rules[i].title[language]);
            assert_non_null(rules[i].message[language]);
            for (int k = 0; k < GP_ARGUMENTS_MAX && rules[i].arguments[k]; k++)
                for (const char *c = rules[i].arguments[k]; *c; c++)
                    assert_true((*c >= 'a' && *c <= 'z') || *c == '_');
        }
    }
}

/* What an analysis finds says what it rests on; without that it is not told where a mistake is. */
static void every_analysis_says_what_it_rests_on(void **state)
{
    (void)state;
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++) {
        bool is_found_by_analysis = rules[i].code / 100 >= 2 && rules[i].code / 100 <= 5;
        if (is_found_by_analysis && gp_parts_of(rules[i].code) == 0)
            fail_msg("GP%u has no row in core/parts.c", (unsigned)rules[i].code);
    }
}

/* Nothing appended is no failure, not even where it comes first. */
/* Words that could not be made for a text are lacking in it, also where all appends went well. */
static void a_text_knows_that_memory_ran_out(void **state)
{
    (void)state;
    const char *text;
    size_t size;
    gp_job *job = gp_job_new();
    gp_buffer *before = gp_new_buffer(job);
    gp_add_text(before, "a");
    gp_mark_no_memory(job);
    gp_buffer *after = gp_new_buffer(job);
    gp_add_text(after, "b");
    assert_int_equal(gp_finish_buffer(before, &text, &size), GP_NO_MEMORY);
    assert_int_equal(gp_finish_buffer(after, &text, &size), GP_OK);
    gp_job_free(job);
}

static void an_empty_text_may_come_first(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_buffer *buffer = gp_new_buffer(job);
    const char *text;
    size_t size;
    gp_add_text(buffer, "");
    gp_add_bytes(buffer, "x", 0);
    gp_add_text(buffer, "a");
    assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
    assert_string_equal(text, "a");
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(memory_that_ran_out_is_the_last_finding),
        cmocka_unit_test(a_text_knows_that_memory_ran_out),
        cmocka_unit_test(an_empty_text_may_come_first),
        cmocka_unit_test(names),
        cmocka_unit_test(nearest),
        cmocka_unit_test(nearest_of_random_texts),
        cmocka_unit_test(nearest_by_text),
        cmocka_unit_test(nearest_within_bounds),
        cmocka_unit_test(words),
        cmocka_unit_test(each_owner_has_a_slot),
        cmocka_unit_test(places_end_where_they_are_full),
        cmocka_unit_test(every_rule_has_words),
        cmocka_unit_test(every_analysis_says_what_it_rests_on),
    };
    return cmocka_run_group_tests_name("job", tests, NULL, NULL);
}
