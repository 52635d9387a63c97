/* SPDX-License-Identifier: MIT
 * A portfolio that is large enough for a second thread gives the same bytes without one: from the
 * file to every answer in which threads have a part. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CAPABILITIES 6000
#define INTERVENTIONS 700

/* A file of 1.5 MB; most requirements are on what stands a little before. */
static void write_portfolio(FILE *file)
{
    uint64_t seed = 8;
    fputs("{\"status_date\":\"2026-01-01\",\"planning\":{\"round\":\"3mo\",\"from\":\"2026-01-01\"}"
          ",\n"
          "\"interventions\":[\n",
          file);
    for (unsigned i = 0; i < INTERVENTIONS; i++)
        fprintf(
            file, "%s{\"id\":\"i%u\",\"needed_by\":\"2030-01-01\",\"requires\":[\"c%u\",\"c%u\"]}",
            i ? ",\n" : "", i, (unsigned)test_random(&seed, CAPABILITIES), CAPABILITIES - 1 - i);
    fputs("],\n\"capabilities\":[\n", file);
    for (unsigned i = 0; i < CAPABILITIES; i++) {
        fprintf(
            file,
            "%s{\"id\":\"c%u\",\"name\":\"A capability with a name that takes some room, number "
            "%u\",\"lead_time\":{\"min\":\"2w\",\"likely\":\"%uw\",\"max\":\"20w\"},\n"
            " \"owner\":\"team %u\",\"x-note\":\"kept as it is, and read by nobody\","
            "\"requires\":[",
            i ? ",\n" : "", i, i, 3 + (unsigned)test_random(&seed, 9), i % 7);
        for (unsigned k = 0; k < 4 && i > 20; k++)
            fprintf(file, "%s\"c%u\"", k ? "," : "", i - 1 - (unsigned)test_random(&seed, 20));
        fputs("]}", file);
    }
    fputs("]}\n", file);
}

typedef struct answers {
    char *check, *plan, *leverage;
} answers;

static char *keep(const gp_output *output)
{
    char *copy = malloc(output->size + 1);
    assert_non_null(copy);
    memcpy(copy, output->text, output->size);
    copy[output->size] = '\0';
    return copy;
}

static answers ask(const char *path, bool in_order)
{
    const gp_write_options options = {.format = GP_FORMAT_JSON};
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_leverages leverages;
    gp_structure structure;
    gp_output output;
    answers a;
    if (in_order) gp_fail_allocations_after(job, SIZE_MAX / 2); /* nobody else may count them */
    assert_int_equal(gp_read_files(job, &path, 1, NULL, &portfolio), GP_OK);
    assert_true(portfolio->requirement_count > 20000);
    assert_int_equal(gp_analyse(job, portfolio, NULL, &network, &schedule), GP_OK);
    gp_sort_findings(job);
    assert_int_equal(gp_write_check(job, portfolio, &options, &output), GP_OK);
    a.check = keep(&output);
    assert_int_equal(gp_write_plan(job, schedule, &options, &output), GP_OK);
    a.plan = keep(&output);
    assert_int_equal(gp_find_leverage(job, portfolio, &leverages), GP_OK);
    assert_int_equal(gp_find_structure(job, network, &structure), GP_OK);
    assert_int_equal(gp_write_leverage(job, network, &leverages, &structure, &options, &output),
                     GP_OK);
    a.leverage = keep(&output);
    gp_job_free(job);
    return a;
}

static void free_answers(answers a)
{
    free(a.check);
    free(a.plan);
    free(a.leverage);
}

static void the_same_with_one(void **state)
{
    (void)state;
    char path[] = "/tmp/groeipad-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    write_portfolio(file);
    assert_true(ftell(file) > 1 << 20);
    fclose(file);
    answers two = ask(path, false), one = ask(path, true);
    unlink(path);
    assert_non_null(strstr(two.check, "GP110"));
    assert_non_null(strstr(two.check, "GP301"));
    assert_true(strcmp(two.check, one.check) == 0);
    assert_true(strcmp(two.plan, one.plan) == 0);
    assert_true(strcmp(two.leverage, one.leverage) == 0);
    free_answers(two);
    free_answers(one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_same_with_one)};
    return cmocka_run_group_tests_name("two_threads", tests, NULL, NULL);
}
