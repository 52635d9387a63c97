/* SPDX-License-Identifier: MIT
 * What is there already, nobody says since when: it has the status date as its day, and is judged
 * by no date that was to be kept before it. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

typedef struct told {
    int late, kept, thin; /* GP301, GP309, GP306 */
    int32_t late_days, buffer_days;
} told;

/* What is said about portfolios whose first intervention is asked for. */
static told tell(const char *records)
{
    char text[1024];
    uint32_t count;
    told out = {0};
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    snprintf(text, sizeof text, "{'status_date':'2026-01-05',%s}", records);
    for (char *at = text; *at; at++)
        if (*at == '\'') *at = '"';
    assert_int_equal(gp_read_text(job, "p.json", text, strlen(text), NULL, &portfolio), GP_OK);
    assert_int_equal(gp_analyse(job, portfolio, NULL, &network, &schedule), GP_OK);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        out.late += findings[i].code == 301;
        out.kept += findings[i].code == 309;
        out.thin += findings[i].code == 306;
    }
    uint32_t activity = network->intervention_activity[0];
    out.late_days = gp_late_days(schedule, activity);
    out.buffer_days = schedule->dates[activity].buffer_days;
    gp_job_free(job);
    return out;
}

static void what_is_live_is_not_late(void **state)
{
    (void)state;
    told live = tell("'interventions':[{'id':'i','needed_by':'2025-11-01','progress':100}]");
    assert_int_equal(live.late, 0);
    assert_int_equal(live.thin, 0);
    assert_int_equal(live.late_days, 0);
    assert_int_equal(live.buffer_days, 0);
    /* one percent is left */
    told nearly = tell("'interventions':[{'id':'i','needed_by':'2025-11-01','progress':99}]");
    assert_int_equal(nearly.late, 1);
    assert_true(nearly.late_days > 0);
}

static void work_that_is_done_and_waits_is_late(void **state)
{
    (void)state;
    told waits = tell("'interventions':[{'id':'i','needed_by':'2025-11-01','progress':100,"
                      "'requires':['c']}],'capabilities':[{'id':'c','lead_time':'3w'}]");
    assert_int_equal(waits.late, 1);
    /* 26 January, and then the end of its second iteration: 2 February */
    assert_int_equal(waits.late_days, 93);
}

static void dates_of_its_own_are_not_missed_by_what_is_there(void **state)
{
    static const char pattern[] =
        "'interventions':[{'id':'i','requires':['c']}],'capabilities':[{'id':'c','lead_time':'3w',"
        "%s}]";
    static const struct {
        const char *own;
        int kept;
    } cases[] = {
        {"'progress':100,'needed_by':'2025-12-01'", 0},
        {"'progress':90,'needed_by':'2025-12-01'", 1},
        {"'progress':10,'start_by':'2025-10-01'", 0}, /* nobody says when it began */
        {"'progress':10,'started':'2025-11-01','start_by':'2025-10-01'", 1},
        {"'start_by':'2025-10-01'", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char records[512];
        snprintf(records, sizeof records, pattern, cases[i].own);
        if (tell(records).kept != cases[i].kept) fail_msg("%s", cases[i].own);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_live_is_not_late),
        cmocka_unit_test(work_that_is_done_and_waits_is_late),
        cmocka_unit_test(dates_of_its_own_are_not_missed_by_what_is_there),
    };
    return cmocka_run_group_tests_name("there", tests, NULL, NULL);
}
