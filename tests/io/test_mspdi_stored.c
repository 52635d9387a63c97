/* SPDX-License-Identifier: MIT
 * Real plans of MS Project keep the dates that it computed, and ours are the same: the Finish of
 * every task of every plan there is, and the late dates of one in which deadlines and the end of
 * the whole press together. Dates are compared in working time. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/mspdi/"

static char *read_whole(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file) return NULL;
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)size, file), (size_t)size);
    fclose(file);
    return text;
}

/* The text of an element from `at` on, before `end` (NULL: anywhere); "" where there is none. */
static const char *element_in(const char *at, const char *end, const char *name, char out[64])
{
    char tag[64];
    snprintf(tag, sizeof tag, "<%s>", name);
    const char *found = strstr(at, tag);
    out[0] = '\0';
    if (!found || (end && found > end)) return out;
    found += strlen(tag);
    size_t size = strcspn(found, "<");
    if (size < 64) memcpy(out, found, size + 1);
    out[size < 64 ? size : 0] = '\0';
    return out;
}

typedef struct plan {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_calendar *calendar;
    char opens[64];
} plan;

static plan read_plan(const char *name, const char *text, gp_float_mode mode)
{
    plan p = {.job = gp_job_new()};
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule_options options = {.float_mode = mode};
    assert_int_equal(gp_read_files(p.job, &name, 1, NULL, &portfolio), GP_OK);
    assert_int_equal(gp_build_network(p.job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(p.job, network, &options, &p.schedule), GP_OK);
    p.calendar = &portfolio->calendar;
    element_in(text, NULL, "DefaultStartTime", p.opens);
    return p;
}

/* The day that a moment "2026-01-14T19:00:00" is for us: after the start of a day, the next. */
static gp_day day_of(const plan *p, const char *moment)
{
    char text[11] = "";
    gp_day day;
    memcpy(text, moment, 10);
    assert_true(gp_parse_date(text, &day));
    return day + (strcmp(moment + 11, p->opens) > 0);
}

static const gp_dates *dates_of(const plan *p, const char *uid)
{
    char id[80];
    const gp_network *network = p->schedule->network;
    snprintf(id, sizeof id, "task-%s", uid);
    uint32_t symbol = gp_find_symbol(network->portfolio, id);
    uint32_t activity = symbol == GP_NONE ? GP_NONE : gp_find_activity(network, symbol, 0);
    return activity == GP_NONE ? NULL : &p->schedule->dates[activity];
}

/* How many working days ours is later. */
static int later_by(const plan *p, const char *moment, gp_day ours)
{
    return gp_count_workdays(p->calendar, day_of(p, moment), ours);
}

/* Must finish on a day that its links do not allow: MS Project puts it there all the same; here it
 * waits, and GP301 says so. */
static bool is_kept_by_force(const char *file, const char *uid)
{
    return strcmp(file, FOLDER "slack9.xml") == 0 && strcmp(uid, "11") == 0;
}

static int check_file(const char *name, const char *text)
{
    plan p = read_plan(name, text, GP_FLOAT_EACH);
    int count = 0;
    for (const char *task = strstr(text, "<Task>"); task; task = strstr(task + 1, "<Task>")) {
        char uid[64], finish[64];
        const char *end = strstr(task, "</Task>");
        const gp_dates *dates = dates_of(&p, element_in(task, end, "UID", uid));
        if (!dates || !*element_in(task, end, "Finish", finish)) continue;
        int later = later_by(&p, finish, dates->earliest_ready);
        if (later != is_kept_by_force(name, uid))
            fail_msg("%s task %s: %d working days later than %s", name, uid, later, finish);
        count++;
    }
    gp_job_free(p.job);
    return count;
}

static void tasks_are_ready_when_ms_project_says(void **state)
{
    int files = 0, tasks = 0;
    (void)state;
    DIR *folder = opendir(FOLDER);
    if (!folder) {
        print_message("NOT TESTED: %s is not there\n", FOLDER);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        char name[512];
        size_t size = strlen(entry->d_name);
        if (size < 4 || strcmp(entry->d_name + size - 4, ".xml") != 0) continue;
        snprintf(name, sizeof name, FOLDER "%s", entry->d_name);
        char *text = read_whole(name);
        assert_non_null(text);
        tasks += check_file(name, text);
        files++;
        free(text);
    }
    closedir(folder);
    print_message("%d files, %d tasks\n", files, tasks);
    assert_true(files >= 5 && tasks >= 400);
}

static void late_dates_are_those_of_ms_project(void **state)
{
    const char *name = FOLDER "slack9.xml";
    int count = 0;
    (void)state;
    char *text = read_whole(name);
    if (!text) {
        print_message("NOT TESTED: %s is not there\n", name);
        return;
    }
    plan p = read_plan(name, text, GP_FLOAT_BOTH);
    for (const char *task = strstr(text, "<Task>"); task; task = strstr(task + 1, "<Task>")) {
        char uid[64], start[64], finish[64], slack[64], critical[64];
        const char *end = strstr(task, "</Task>");
        const gp_dates *dates = dates_of(&p, element_in(task, end, "UID", uid));
        if (!dates) continue;
        element_in(task, end, "LateStart", start);
        element_in(task, end, "LateFinish", finish);
        element_in(task, end, "TotalSlack", slack); /* tenths of a minute; left out: none */
        element_in(task, end, "Critical", critical);
        int days = gp_count_workdays(p.calendar, dates->earliest_ready, dates->latest_ready);
        if (later_by(&p, start, dates->latest_start) != 0 ||
            later_by(&p, finish, dates->latest_ready) != 0 || days != atoi(slack) / 4800 ||
            dates->is_critical != (critical[0] == '1'))
            fail_msg("task %s: late %d and %d working days more than %s and %s, slack %d, not %s",
                     uid, later_by(&p, start, dates->latest_start),
                     later_by(&p, finish, dates->latest_ready), start, finish, days, slack);
        count++;
    }
    assert_int_equal(count, 15);
    gp_job_free(p.job);
    free(text);
}

static void splits_are_reported(void **state)
{
    const char *name = FOLDER "mspdisplittask.xml";
    (void)state;
    char *text = read_whole(name);
    if (!text) {
        print_message("NOT TESTED: %s is not there\n", name);
        return;
    }
    plan p = read_plan(name, text, GP_FLOAT_EACH);
    uint32_t count, splits = 0;
    const gp_finding *findings = gp_findings(p.job, &count);
    for (uint32_t i = 0; i < count; i++)
        splits += findings[i].code == 127 && findings[i].subject &&
                  strncmp(findings[i].subject, "Split Task", 10) == 0;
    assert_int_equal(splits, 2);
    gp_job_free(p.job);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tasks_are_ready_when_ms_project_says),
        cmocka_unit_test(late_dates_are_those_of_ms_project),
        cmocka_unit_test(splits_are_reported),
    };
    return cmocka_run_group_tests_name("dates that MS Project stored", tests, NULL, NULL);
}
