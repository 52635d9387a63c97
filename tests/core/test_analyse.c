/* SPDX-License-Identifier: MIT
 * Scheduling and checking at once: in a large network two threads share the work, and nobody can
 * tell from what comes out. Also: work beside, and the jobs that it leaves. */
#include "core/beside.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Capabilities that each require a few of those shortly before them, some of them in vain. */
static const gp_network *large_network(test_draft *t, uint32_t count)
{
    char id[16], requires[80];
    uint64_t random = 7;
    start_test_draft(t);
    for (uint32_t i = 0; i < count; i++) {
        size_t at = 0;
        requires[0] = '\0';
        for (uint32_t k = 0; k < 4 && i; k++)
            at += (size_t)snprintf(requires + at, sizeof requires - at, "%sc%u", k ? " " : "",
                                   (unsigned)(i - 1 - test_random(&random, i < 9 ? i : 9)));
        snprintf(id, sizeof id, "c%u", (unsigned)i);
        add_test_capability(t, id, test_capability((int32_t)test_random(&random, 50)), requires);
    }
    gp_intervention goal = test_intervention(GP_DEVELOP, 14);
    goal.needed_by = 100;
    snprintf(requires, sizeof requires, "c%u", (unsigned)(count - 1));
    add_test_intervention(t, "goal", goal, requires);
    return test_network(t);
}

/* All findings as text, in the order of the file. */
static char *list_findings(gp_job *job)
{
    uint32_t count;
    gp_sort_findings(job);
    const gp_finding *findings = gp_findings(job, &count);
    char *out = calloc(1, (size_t)count * 300 + 1);
    size_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        char message[256];
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        at += (size_t)sprintf(out + at, "%u %u %s\n", (unsigned)findings[i].place.line,
                              findings[i].code, message);
    }
    return out;
}

static void at_once_is_the_same(uint32_t count)
{
    test_draft t, other;
    const gp_schedule *one, *both;
    const gp_network *network = large_network(&t, count);
    const gp_portfolio *portfolio = large_network(&other, count)->portfolio;
    const gp_network *again;
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &one), GP_OK);
    assert_int_equal(gp_check(t.job, one), GP_OK);
    assert_int_equal(gp_analyse(other.job, portfolio, NULL, &again, &both), GP_OK);
    for (uint32_t i = 0; i < network->activity_count; i++)
        assert_int_equal(one->dates[i].latest_ready, both->dates[i].latest_ready);
    char *expected = list_findings(t.job), *found = list_findings(other.job);
    assert_non_null(strstr(expected, " 110 "));
    assert_non_null(strstr(expected, " 301 "));
    assert_string_equal(expected, found);
    free(expected);
    free(found);
    gp_job_free(t.job);
    gp_job_free(other.job);
}

static void a_small_network(void **state)
{
    (void)state;
    at_once_is_the_same(200);
}

static void a_large_network(void **state)
{
    (void)state;
    at_once_is_the_same(4000);
}

/* ---- work beside ---- */

static gp_status find_something(gp_job *job, void *state)
{
    uint32_t *counter = GP_NEW(job, uint32_t, 1);
    if (!counter) return gp_no_memory(job);
    *(uint32_t **)state = counter;
    *counter = 42;
    return gp_add_finding(job,
                          &(gp_finding){.code = 101, .arguments = {GP_TEXT("a"), GP_TEXT("b")}});
}

static gp_status run_out(gp_job *job, void *state)
{
    (void)state;
    return gp_no_memory(job);
}

static void what_it_made_is_the_jobs(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_beside beside;
    uint32_t *made = NULL, count;
    assert_true(gp_start_beside(&beside, job, find_something, &made));
    assert_int_equal(gp_await_beside(&beside), GP_OK);
    assert_int_equal(gp_keep_beside(&beside), GP_OK);
    assert_int_equal(*made, 42);
    assert_int_equal(gp_count_file_errors(job), 1);
    assert_int_equal(gp_findings(job, &count)[0].code, 101);
    assert_int_equal(count, 1);
    gp_job_free(job);
}

static void what_is_not_wanted_is_gone(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_beside beside;
    uint32_t *made = NULL, count;
    assert_true(gp_start_beside(&beside, job, find_something, &made));
    assert_int_equal(gp_await_beside(&beside), GP_OK);
    gp_drop_beside(&beside);
    gp_findings(job, &count);
    assert_int_equal(count, 0);
    assert_int_equal(gp_count_file_errors(job), 0);
    gp_job_free(job);
}

static void memory_that_ran_out_is_told(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_beside beside;
    uint32_t count;
    assert_true(gp_start_beside(&beside, job, run_out, NULL));
    assert_int_equal(gp_await_beside(&beside), GP_NO_MEMORY);
    assert_int_equal(gp_keep_beside(&beside), GP_OK);
    assert_int_equal(gp_findings(job, &count)[0].code, 901);
    gp_job_free(job);
}

static void not_where_allocations_are_counted(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_beside beside;
    gp_fail_allocations_after(job, 1000);
    assert_false(gp_start_beside(&beside, job, run_out, NULL));
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_network),
        cmocka_unit_test(a_large_network),
        cmocka_unit_test(what_it_made_is_the_jobs),
        cmocka_unit_test(what_is_not_wanted_is_gone),
        cmocka_unit_test(memory_that_ran_out_is_told),
        cmocka_unit_test(not_where_allocations_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
