/* SPDX-License-Identifier: MIT
 * Any bytes as a file, read in order and with its second half read ahead: the same findings, and
 * the same plan. */
#include "io/files/input.h"
#include "groeipad/io.h"
#include "io/json/json_read.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds) abort();
}

/* Findings and plan of what was read, as text that lives with the job. */
static gp_output describe(gp_job *job, const gp_portfolio *portfolio)
{
    const gp_write_options options = {.format = GP_FORMAT_JSON};
    const gp_network *network;
    const gp_schedule *schedule;
    gp_output plan = {.text = ""}, check;
    if (portfolio && gp_analyse(job, portfolio, NULL, &network, &schedule) == GP_OK)
        need(gp_write_plan(job, schedule, &options, &plan) == GP_OK);
    gp_sort_findings(job);
    need(gp_write_check(job, portfolio, &options, &check) == GP_OK);
    return plan.size ? plan : check; /* a plan has the findings as well */
}

static gp_output read_file(gp_job *job, const char *path, uint64_t ahead_min)
{
    const gp_portfolio *portfolio = NULL;
    gp_records *records;
    gp_input input;
    need(gp_start_records(job, NULL, &records) == GP_OK);
    need(gp_open_input(job, path, GP_WINDOW_SIZE, &input) == GP_OK);
    input.ahead_min = ahead_min;
    need(gp_read_json(records, &input) == GP_OK);
    gp_close_input(&input);
    if (gp_finish_records(records, &portfolio) != GP_OK) portfolio = NULL;
    return describe(job, portfolio);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[] = "/tmp/groeipad-fuzz-XXXXXX";
    int file = mkstemp(path);
    need(file >= 0 && write(file, data, size) == (ssize_t)size && close(file) == 0);
    gp_job *ahead = gp_job_new(), *in_order = gp_job_new();
    gp_output found = read_file(ahead, path, 1), expected = read_file(in_order, path, UINT64_MAX);
    unlink(path);
    need(found.size == expected.size && memcmp(found.text, expected.text, found.size) == 0);
    gp_job_free(ahead);
    gp_job_free(in_order);
    return 0;
}
