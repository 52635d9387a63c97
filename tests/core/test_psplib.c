/* SPDX-License-Identifier: MIT
 * Real project networks with a published answer: PSPLIB (Kolisch and Sprecher 1996). Jobs become
 * capabilities; with float over the portfolio the plan must have the published critical path
 * length (MPM-Time), and for every job the dates of the textbook method worked out here. */
#include "tests/support_draft.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/psplib"
#define NETWORKS 20
#define JOBS_MAX 130

typedef struct project {
    int jobs, published;
    int days[JOBS_MAX + 1];
    int successor[JOBS_MAX + 1][JOBS_MAX];
    int successor_count[JOBS_MAX + 1];
} project;

/* ---- the file ---- */

/* Reads the whole numbers of a line; returns how many. */
static int read_numbers(const char *line, int *numbers, int most)
{
    int count = 0;
    char *end;
    for (; count < most; line = end) {
        long number = strtol(line, &end, 10);
        if (end == line) break;
        numbers[count++] = (int)number;
    }
    return count;
}

/* A line of numbers under a heading: number, modes, successor count, successors; or number,
 * mode, days, needs. */
static void read_row(project *p, char section, const int *numbers, int count)
{
    if (section == 'I' && count == 6) p->published = numbers[5];
    if (count < 3 || numbers[0] < 1 || numbers[0] > JOBS_MAX) return;
    int job = numbers[0];
    if (section == 'R') p->days[job] = numbers[2];
    if (section != 'S') return;
    assert_int_equal(count, 3 + numbers[2]);
    p->successor_count[job] = numbers[2];
    memcpy(p->successor[job], numbers + 3, (size_t)numbers[2] * sizeof *numbers);
    if (job > p->jobs) p->jobs = job;
}

static void read_project(const char *path, project *p)
{
    FILE *file = fopen(path, "r");
    char line[512], section = ' ';
    assert_non_null(file);
    memset(p, 0, sizeof *p);
    while (fgets(line, sizeof line, file)) {
        int numbers[64];
        if (strncmp(line, "PROJECT INFORMATION", 19) == 0) section = 'I';
        if (strncmp(line, "PRECEDENCE RELATIONS", 20) == 0) section = 'S';
        if (strncmp(line, "REQUESTS/DURATIONS", 18) == 0) section = 'R';
        if (strncmp(line, "RESOURCEAVAILABILITIES", 22) == 0) section = ' ';
        read_row(p, section, numbers, read_numbers(line, numbers, 64));
    }
    fclose(file);
    assert_true(p->jobs > 2 && p->published > 0);
}

/* ---- the textbook ---- */

typedef struct textbook {
    int start[JOBS_MAX + 1], latest[JOBS_MAX + 1], end;
} textbook;

/* Jobs are numbered so that each comes before its successors. */
static void work_out(const project *p, textbook *t)
{
    memset(t, 0, sizeof *t);
    for (int job = 1; job <= p->jobs; job++) {
        int finish = t->start[job] + p->days[job];
        if (finish > t->end) t->end = finish;
        for (int k = 0; k < p->successor_count[job]; k++) {
            int next = p->successor[job][k];
            assert_true(next > job);
            if (finish > t->start[next]) t->start[next] = finish;
        }
    }
    for (int job = p->jobs; job >= 1; job--) {
        t->latest[job] = t->end - p->days[job];
        for (int k = 0; k < p->successor_count[job]; k++) {
            int limit = t->latest[p->successor[job][k]] - p->days[job];
            if (limit < t->latest[job]) t->latest[job] = limit;
        }
    }
}

/* ---- the plan ---- */

/* "j3 j17": those that the job comes after. */
static void write_predecessors(const project *p, int job, char *out, size_t size)
{
    size_t at = 0;
    out[0] = '\0';
    for (int from = 1; from < job; from++)
        for (int k = 0; k < p->successor_count[from]; k++)
            if (p->successor[from][k] == job)
                at += (size_t)snprintf(out + at, size - at, "%sj%d", at ? " " : "", from);
    assert_true(at < size);
}

static void check_project(const char *name, const project *p)
{
    test_draft t;
    textbook book;
    work_out(p, &book);
    start_test_draft(&t);
    for (int job = 1; job <= p->jobs; job++) {
        char id[16], requires[512];
        snprintf(id, sizeof id, "j%d", job);
        write_predecessors(p, job, requires, sizeof requires);
        add_test_capability(&t, id, test_capability(p->days[job]), requires);
    }
    const gp_network *network = test_network(&t);
    const gp_schedule *schedule;
    const gp_schedule_options options = {.float_mode = GP_FLOAT_PORTFOLIO};
    assert_int_equal(gp_schedule_network(t.job, network, &options, &schedule), GP_OK);
    if (schedule->end != p->published)
        fail_msg("%s: %d days, published %d", name, schedule->end, p->published);
    for (int job = 1; job <= p->jobs; job++) {
        char id[16];
        snprintf(id, sizeof id, "j%d", job);
        uint32_t activity = gp_find_activity(network, gp_find_symbol(network->portfolio, id), 0);
        const gp_dates *dates = &schedule->dates[activity];
        assert_int_equal(dates->earliest_start, book.start[job]);
        assert_int_equal(dates->earliest_ready, book.start[job] + p->days[job]);
        assert_int_equal(dates->latest_start, book.latest[job]);
        assert_int_equal(dates->float_days, book.latest[job] - book.start[job]);
        assert_int_equal(dates->buffer_days, dates->float_days);
        assert_int_equal(dates->is_critical, dates->float_days == 0);
    }
    gp_job_free(t.job);
}

static void published_lengths_come_out(void **state)
{
    (void)state;
    static project p;
    int count = 0;
    DIR *folder = opendir(FOLDER);
    if (!folder) {
        print_message("SKIPPED: %s is not there, so no published length was checked\n", FOLDER);
        skip();
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[300];
        size_t size = strlen(entry->d_name);
        if (size < 3 || strcmp(entry->d_name + size - 3, ".sm") != 0) continue;
        snprintf(path, sizeof path, "%s/%s", FOLDER, entry->d_name);
        read_project(path, &p);
        check_project(entry->d_name, &p);
        count++;
    }
    closedir(folder);
    assert_int_equal(count, NETWORKS);
    print_message("%d of %d published critical path lengths\n", count, NETWORKS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(published_lengths_come_out)};
    return cmocka_run_group_tests_name("psplib", tests, NULL, NULL);
}
