/* SPDX-License-Identifier: MIT
 * Parents: what a capability is part of. Wherever it stands in the file it is found; circles and
 * what is no capability are told, each once; and no date knows of it. */
#include "core/draft.h"
#include "core/narrow.h"
#include "groeipad/demand.h"
#include "tests/support_draft.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* "a<b": a is part of b. Each gets its own column as the place of the parent. */
static void add(test_draft *t, const char *text, const char *requires)
{
    char id[32];
    const char *parent = strchr(text, '<');
    size_t size = parent ? (size_t)(parent - text) : strlen(text);
    memcpy(id, text, size);
    id[size] = '\0';
    add_test_capability(t, id, test_capability(10), requires);
    if (!parent) return;
    gp_place place = {.line = t->line & 0xFFu, .column = 7};
    assert_int_equal(gp_draft_parent(t->draft, parent + 1, strlen(parent + 1), place), GP_OK);
}

static void start(test_draft *t, const char *const *records)
{
    start_test_draft(t);
    add_test_intervention(t, "i", test_intervention(GP_DEVELOP, 14), "gone");
    for (; *records; records++) add(t, *records, "");
}

/* "b<a" of every capability that has one, in the order of the portfolio. */
static const char *told(const gp_portfolio *portfolio)
{
    static char text[256];
    *text = '\0';
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        const gp_capability *c = &portfolio->capabilities[i];
        if (c->parent == GP_NONE) continue;
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "%s%s<%s", used ? " " : "",
                 portfolio->ids[c->symbol], portfolio->ids[c->parent]);
    }
    return text;
}

static void a_parent_may_stand_anywhere(void **state)
{
    static const char *const records[] = {"a<b", "b<top", "c<b", "top", "alone", NULL};
    (void)state;
    test_draft t;
    start(&t, records);
    assert_string_equal(told(finish_test_draft(&t)), "a<b b<top c<b");
    gp_job_free(t.job);
}

/* The messages, one a line: "code subject argument suggestion". */
static const char *complaints(gp_job *job)
{
    static char text[1024];
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    *text = '\0';
    for (uint32_t i = 0; i < count; i++) {
        const gp_finding *f = &findings[i];
        size_t used = strlen(text);
        if (f->code < 100 || f->code >= 200) continue;
        assert_int_equal(f->place.column, 7);
        snprintf(text + used, sizeof text - used, "%d %s %s %s\n", f->code, f->subject,
                 f->arguments[0].text, f->suggestion ? f->suggestion : "-");
    }
    return text;
}

static void what_cannot_be_is_told(void **state)
{
    static const struct {
        const char *records[8], *said;
    } cases[] = {
        {{"a<a"}, "116 a a -> a -\n"},
        {{"a<b", "b<c", "c<a", "d<a"}, "116 a a -> b -> c -> a -\n"},
        {{"x<a", "a<b", "b<a", "d<d"}, "116 a a -> b -> a -\n116 d d -> d -\n"},
        {{"a<i"}, "117 a i -\n"},
        {{"a<data", "dta", "other"}, "117 a data dta\n"},
        {{"a<aa"}, "117 a aa -\n"}, /* the nearest is the one itself */
        {{"a<gone", "b<gone"}, "117 a gone -\n117 b gone -\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        const gp_portfolio *portfolio;
        start(&t, cases[i].records);
        assert_int_equal(gp_finish_draft(t.draft, &portfolio), GP_INVALID);
        assert_string_equal(complaints(t.job), cases[i].said);
        gp_job_free(t.job);
    }
}

/* What is left is judged: an id that only a wrong parent names is not missing, one that something
 * requires as well is. */
static void the_rest_is_judged(void **state)
{
    static const char *const records[] = {"a<gone", "b<nowhere", NULL};
    (void)state;
    test_draft t;
    const gp_portfolio *portfolio;
    uint32_t count, missing = 0;
    start(&t, records);
    assert_int_equal(gp_finish_draft(t.draft, &portfolio), GP_INVALID);
    assert_int_equal(gp_check_rest(t.job), GP_OK);
    const gp_finding *findings = gp_findings(t.job, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (findings[i].code != 201) continue;
        assert_string_equal(findings[i].subject, "gone");
        missing++;
    }
    assert_int_equal(missing, 1);
    gp_job_free(t.job);
}

static void a_long_circle_is_named_in_part(void **state)
{
    (void)state;
    test_draft t;
    const gp_portfolio *portfolio;
    uint32_t count;
    char text[32];
    start_test_draft(&t);
    for (int i = 0; i < 40; i++) {
        snprintf(text, sizeof text, "c%d<c%d", i, (i + 1) % 40);
        add(&t, text, "");
    }
    assert_int_equal(gp_finish_draft(t.draft, &portfolio), GP_INVALID);
    const gp_finding *f = gp_findings(t.job, &count);
    assert_int_equal(count, 1);
    assert_int_equal(f->related_count, 40);
    assert_non_null(strstr(f->arguments[0].text, "c11 -> ... -> c0"));
    gp_job_free(t.job);
}

static void a_narrowed_portfolio_has_the_next_one_above(void **state)
{
    static const char *const records[] = {"a<b", "b<c", "c<d", "d", NULL};
    (void)state;
    test_draft t;
    start(&t, records);
    const gp_portfolio *portfolio = finish_test_draft(&t);
    uint8_t *is_out = GP_NEW(t.job, uint8_t, portfolio->symbol_count);
    gp_portfolio *part;
    assert_non_null(is_out);
    is_out[gp_find_symbol(portfolio, "b")] = is_out[gp_find_symbol(portfolio, "c")] = 1;
    assert_int_equal(gp_narrow(t.job, portfolio, &(gp_narrowing){is_out, NULL}, &part), GP_OK);
    assert_string_equal(told(part), "a<d");
    is_out[gp_find_symbol(portfolio, "d")] = 1;
    assert_int_equal(gp_narrow(t.job, portfolio, &(gp_narrowing){is_out, NULL}, &part), GP_OK);
    assert_string_equal(told(part), "");
    gp_job_free(t.job);
}

/* A heading that is there already is no investment that nobody asked for; one without parts, or
 * with work of its own, is. */
static void a_group_that_is_there_is_not_unfounded(void **state)
{
    (void)state;
    test_draft t;
    gp_capability there = test_capability(10);
    gp_gaps gaps;
    there.level = 1;
    start_test_draft(&t);
    add_test_capability(&t, "group", there, "");
    add_test_capability(&t, "alone", there, "");
    add(&t, "work<group", "");
    add(&t, "part<work", "");
    const gp_network *network = test_network(&t);
    const gp_portfolio *portfolio = network->portfolio;
    assert_int_equal(gp_find_gaps(t.job, network, NULL, &gaps), GP_OK);
    assert_int_equal(gaps.unfounded_count, 3);
    for (uint32_t i = 0; i < gaps.unfounded_count; i++)
        assert_string_not_equal(portfolio->ids[gaps.unfounded[i]], "group");
    gp_job_free(t.job);
}

/* Read in two halves it is what it is read in order. */
static void drafts_that_are_joined_keep_them(void **state)
{
    static const char *const first[] = {"a<z", "b<a", NULL}, *const second[] = {"y<b", "z", NULL};
    (void)state;
    test_draft t, part;
    start(&t, first);
    start_test_draft(&part);
    for (size_t i = 0; second[i]; i++) add(&part, second[i], "");
    assert_int_equal(gp_join_draft(t.draft, part.draft), GP_OK);
    assert_string_equal(told(finish_test_draft(&t)), "a<z b<a y<b");
    gp_job_free(t.job);
    gp_job_free(part.job);
}

/* Each place is that of its own record, also of those that come from the second draft. */
static void places_are_joined_as_well(void **state)
{
    static const char *const first[] = {"a<z", "b<a", NULL}, *const second[] = {"y<b", "z<y", NULL};
    static const uint32_t lines[] = {2, 2, 1, 3}; /* a, z, y, b */
    (void)state;
    test_draft t, part;
    const gp_portfolio *portfolio;
    uint32_t count;
    start(&t, first);
    start_test_draft(&part);
    for (size_t i = 0; second[i]; i++) add(&part, second[i], "");
    assert_int_equal(gp_join_draft(t.draft, part.draft), GP_OK);
    assert_int_equal(gp_finish_draft(t.draft, &portfolio), GP_INVALID);
    const gp_finding *finding = gp_findings(t.job, &count);
    assert_string_equal(finding->arguments[0].text, "a -> z -> y -> b -> a");
    for (uint32_t i = 0; i < 4; i++) assert_int_equal(finding->related[i].place.line, lines[i]);
    gp_job_free(t.job);
    gp_job_free(part.job);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status == GP_NO_MEMORY; left++) {
        static const char *const records[] = {"a<b", "b<a", "c<cc", "cd", NULL};
        test_draft t;
        const gp_portfolio *portfolio;
        start(&t, records);
        gp_fail_allocations_after(t.job, left);
        status = gp_finish_draft(t.draft, &portfolio);
        if (status == GP_NO_MEMORY) assert_says_memory_ran_out(t.job, status);
        gp_job_free(t.job);
        assert_true(left < 1000);
    }
    assert_int_equal(status, GP_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_parent_may_stand_anywhere),
        cmocka_unit_test(what_cannot_be_is_told),
        cmocka_unit_test(the_rest_is_judged),
        cmocka_unit_test(a_long_circle_is_named_in_part),
        cmocka_unit_test(a_narrowed_portfolio_has_the_next_one_above),
        cmocka_unit_test(a_group_that_is_there_is_not_unfounded),
        cmocka_unit_test(drafts_that_are_joined_keep_them),
        cmocka_unit_test(places_are_joined_as_well),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
