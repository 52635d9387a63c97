/* SPDX-License-Identifier: MIT
 * What holds a task of an MS Project plan: work that has begun, splits, parts of days, constraints,
 * plans made backwards. Each row is a small plan, what becomes of it, and what is said of it. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define PLAN_OF(settings, tasks)                                                                   \
    "<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\">" settings   \
    "<Tasks>" tasks "</Tasks></Project>"
#define START "<StartDate>2026-01-05T08:00:00</StartDate>"
#define PLAN(tasks) PLAN_OF(START, tasks)
#define TASK(uid, inner) "<Task><UID>" uid "</UID><Name>T" uid "</Name>" inner "</Task>"
#define MILESTONE "<Duration>PT0H0M0S</Duration>"
#define AFTER(uid)                                                                                 \
    "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>1</Type></PredecessorLink>"
#define DAYS_10 "<Duration>PT80H0M0S</Duration>"
#define HALF "<PercentComplete>50</PercentComplete>"
#define BEGUN "<ActualStart>2026-01-05T08:00:00</ActualStart>"
#define STOPPED "<Stop>2026-01-09T17:00:00</Stop><Resume>2026-01-12T08:00:00</Resume>"
#define BETWEEN(start, finish) "<Start>" start "</Start><Finish>" finish "</Finish>"
#define KEPT(type, date)                                                                           \
    "<ConstraintType>" type "</ConstraintType><ConstraintDate>" date "</ConstraintDate>"
#define ASSIGNED(uid)                                                                              \
    "<Task><UID>1</UID>" MILESTONE "</Task></Tasks><Assignments><Assignment><TaskUID>1</TaskUID>"  \
    "<ResourceUID>" uid "</ResourceUID></Assignment></Assignments><Tasks>"

typedef struct row {
    const char *xml;
    const char *ready;   /* "id date", separated by spaces: earliest ready dates */
    const char *finding; /* of GP127 or GP128; NULL: neither is there */
    const char *json;    /* what stands in the plan as JSON; NULL: not asked */
    const char *status_date;
} row;

/* What GP127 and GP128 say, a line each. */
static void read_messages(gp_job *job, char out[2048])
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    out[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        size_t size = strlen(out);
        if (findings[i].code != 127 && findings[i].code != 128) continue;
        gp_finding_message(&findings[i], GP_ENGLISH, out + size, 2046 - size);
        memcpy(out + strlen(out), "\n", 2);
    }
}

static const char *convert(gp_job *job, const row *r, const gp_portfolio **portfolio)
{
    const gp_document *document;
    gp_read_options reading = {.status_date = GP_NO_DAY};
    const gp_convert_options options = {.format = "json"};
    gp_output out = {0};
    if (r->status_date) assert_true(gp_parse_date(r->status_date, &reading.status_date));
    assert_int_equal(gp_read_document_text(job, "plan.xml", r->xml, strlen(r->xml), &reading,
                                           portfolio, &document),
                     GP_OK);
    assert_int_equal(gp_convert(job, document, *portfolio, NULL, &options, &out), GP_OK);
    return out.text;
}

static void check_ready(gp_job *job, const gp_portfolio *portfolio, const row *r)
{
    const gp_network *network;
    const gp_schedule *schedule;
    char id[32], day[16], ours[GP_DATE_SIZE];
    int size;
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    for (const char *at = r->ready; at && sscanf(at, "%31s %15s%n", id, day, &size) == 2;
         at += size) {
        uint32_t activity = gp_find_activity(network, gp_find_symbol(portfolio, id), 0);
        assert_int_not_equal(activity, GP_NONE);
        gp_format_date(schedule->dates[activity].earliest_ready, ours);
        if (strcmp(ours, day) != 0)
            fail_msg("%s is ready on %s, expected %s\n%s", id, ours, day, r->xml);
    }
}

static void check_rows(const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        char message[2048];
        const char *json = convert(job, &rows[i], &portfolio);
        read_messages(job, message);
        if (rows[i].json && !strstr(json, rows[i].json))
            fail_msg("%s\nnot in\n%s", rows[i].json, json);
        if (!rows[i].finding && message[0]) fail_msg("%s\n%s", message, rows[i].xml);
        if (rows[i].finding && !strstr(message, rows[i].finding))
            fail_msg("'%s' not in '%s'\n%s", rows[i].finding, message, rows[i].xml);
        check_ready(job, portfolio, &rows[i]);
        gp_job_free(job);
    }
}

#define CHECK(rows) check_rows(rows, sizeof rows / sizeof *rows)

static void work_in_progress_goes_on_where_it_resumes(void **state)
{
    static const row rows[] = {
        /* Five of ten days done by Friday; the rest takes from Monday the 12th. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED)), .ready = "task-1 2026-01-17"},
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED) TASK("2", DAYS_10 AFTER("1"))),
         .ready = "task-1 2026-01-17 task-2 2026-01-31",
         .json = "\"started\": \"2026-01-05\", \"progress\": 50, \"status\": \"planned\""},
        /* Stop alone: the rest follows at once. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN "<Stop>2026-01-09T17:00:00</Stop>")),
         .ready = "task-1 2026-01-17"},
        /* Before its start it cannot have stopped: that says nothing. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN "<Stop>1984-01-01T00:00:00</Stop>"
                                                  "<Resume>1984-01-01T00:00:00</Resume>")),
         .ready = "task-1 2026-01-17",
         .finding = "'T1' has begun, and nothing says"},
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN "<Stop>2026-01-09T17:00:00</Stop>"
                                                  "<Resume>1984-01-01T00:00:00</Resume>")),
         .ready = "task-1 2026-01-17"},
        /* What is left is said in time: seven days. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED
                          "<RemainingDuration>PT56H0M0S</RemainingDuration>")),
         .ready = "task-1 2026-01-21"},
        /* Finish knows of a later split; and one that cannot be kept does not count. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED "<Finish>2026-01-30T17:00:00</Finish>")),
         .ready = "task-1 2026-01-31"},
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED "<Finish>2026-01-09T17:00:00</Finish>")),
         .ready = "task-1 2026-01-17"},
        /* Resumed in the course of a day: half of Monday is gone. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN "<Stop>2026-01-09T17:00:00</Stop>"
                                                  "<Resume>2026-01-12T13:00:00</Resume>")),
         .ready = "task-1 2026-01-20",
         .finding = "'T1': a part of a day, rounded up (2026-01-20)"},
        /* A status date after it resumed: what is left takes from then on. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED)),
         .ready = "task-1 2026-02-07",
         .status_date = "2026-02-02"},
        {.xml = PLAN_OF(START "<StatusDate>2026-02-02T08:00:00</StatusDate>",
                        TASK("1", DAYS_10 HALF BEGUN STOPPED)),
         .ready = "task-1 2026-02-07"},
        /* A constraint on its start holds no more: it has started. */
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED KEPT("4", "2026-03-02T08:00:00"))),
         .ready = "task-1 2026-01-17"},
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN STOPPED KEPT("6", "2026-03-06T17:00:00"))),
         .ready = "task-1 2026-03-07"},
        /* What is done is done on its day, whether something follows from it or not. */
        {.xml = PLAN(TASK("1", DAYS_10 BEGUN "<PercentComplete>100</PercentComplete>"
                                             "<ActualFinish>2026-01-20T17:00:00</ActualFinish>")),
         .ready = "task-1 2026-01-21"},
        {.xml = PLAN(TASK("1", DAYS_10 BEGUN "<PercentComplete>100</PercentComplete>"
                                             "<ActualFinish>2026-01-20T17:00:00</ActualFinish>")
                         TASK("2", DAYS_10 AFTER("1"))),
         .ready = "task-1 2026-01-21 task-2 2026-02-04"},
    };
    (void)state;
    CHECK(rows);
}

static void today_is_when_something_last_happened(void **state)
{
#define DONE(start, finish)                                                                        \
    "<PercentComplete>100</PercentComplete><ActualStart>" start                                    \
    "</ActualStart><ActualFinish>" finish "</ActualFinish>"
    static const row rows[] = {
        /* Nothing moves, and nothing has started after the status date. */
        {.xml = PLAN(TASK("1", DAYS_10 DONE("2026-01-05T08:00:00", "2026-01-16T17:00:00")) TASK(
             "2", DAYS_10 HALF AFTER("1") "<ActualStart>2026-01-19T08:00:00</ActualStart>"
                                          "<Stop>2026-01-23T17:00:00</Stop>")
                         TASK("3", DAYS_10 AFTER("2") "<Start>2026-02-02T08:00:00</Start>")),
         .ready = "task-1 2026-01-17 task-2 2026-01-31 task-3 2026-02-14",
         .json = "\"status_date\": \"2026-01-24\""},
        /* Work that should have begun stays where the plan has it. */
        {.xml = PLAN(TASK("1", DAYS_10 DONE("2026-01-05T08:00:00", "2026-01-16T17:00:00"))
                         TASK("2", DAYS_10 AFTER("1"))
                             TASK("3", DAYS_10 "<Start>2026-01-07T08:00:00</Start>" KEPT(
                                           "4", "2026-01-07T08:00:00"))),
         .ready = "task-3 2026-01-21",
         .json = "\"status_date\": \"2026-01-05\""},
        /* So does what is done, and what nothing follows from. */
        {.xml = PLAN(TASK("1", DAYS_10 DONE("2026-01-05T08:00:00", "2026-01-09T17:00:00"))
                         TASK("2", DAYS_10 HALF BEGUN "<Stop>2026-01-23T17:00:00</Stop>")),
         .ready = "task-1 2026-01-10 task-2 2026-01-31",
         .json = "\"status_date\": \"2026-01-10\""},
        /* So does what is left of work: with seven days left, by the 30th, from the 22nd on. */
        {.xml = PLAN(TASK("1", DAYS_10 "<PercentComplete>30</PercentComplete>" BEGUN
                                       "<Stop>2026-01-26T17:00:00</Stop>"
                                       "<Resume>2026-01-27T08:00:00</Resume>"
                                       "<RemainingDuration>PT32H0M0S</RemainingDuration>"
                                       "<Finish>2026-01-30T17:00:00</Finish>")),
         .ready = "task-1 2026-01-31",
         .json = "\"status_date\": \"2026-01-22\""},
    };
    (void)state;
    CHECK(rows);
}

static void a_status_date_is_asked_for(void **state)
{
    static const char *const asked =
        "'T1' has begun, and nothing says from when on the rest of it takes place (such tasks: 1)";
    const row rows[] = {
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN)),
         .ready = "task-1 2026-01-17",
         .finding = asked},
        {.xml = PLAN(TASK("1", DAYS_10 HALF)), .finding = asked},
        {.xml = PLAN(TASK("1", DAYS_10 HALF "<ActualStart>2026-01-12T08:00:00</ActualStart>")),
         .ready = "task-1 2026-01-24",
         .finding = asked},
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN "<Finish>2026-01-30T17:00:00</Finish>")),
         .ready = "task-1 2026-01-31",
         .finding = asked},
        {.xml = PLAN(TASK("1", DAYS_10 HALF BEGUN)),
         .ready = "task-1 2026-01-24",
         .status_date = "2026-01-17"},
        {.xml = PLAN_OF(START "<StatusDate>2026-01-17T17:00:00</StatusDate>",
                        TASK("1", DAYS_10 HALF BEGUN)),
         .ready = "task-1 2026-01-24"},
    };
    (void)state;
    CHECK(rows);
}

static void parts_of_percents_are_reported(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(TASK("1", DAYS_10 BEGUN STOPPED "<PercentComplete>50.5</PercentComplete>")),
         .finding = "'T1': a part of a percent that is done (50.5)",
         .json = "\"progress\": 50}"},
        {.xml = PLAN(TASK("1", DAYS_10 BEGUN STOPPED "<PercentComplete>0.25</PercentComplete>")),
         .finding = "'T1': a part of a percent that is done (0.25)"},
        {.xml = PLAN(TASK("1", DAYS_10 BEGUN STOPPED "<PercentComplete>50.0</PercentComplete>")),
         .json = "\"progress\": 50}"},
    };
    (void)state;
    CHECK(rows);
}

static void what_is_empty_is_not_given(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(TASK("1", DAYS_10 "<ConstraintType/><PercentComplete></PercentComplete>"
                                       "<OutlineLevel/><Active/><CalendarUID/><LevelingDelay/>"
                                       "<RemainingDuration/><DurationFormat/>")),
         .ready = "task-1 2026-01-17"},
        {.xml = PLAN_OF(START "<MinutesPerDay/><ScheduleFromStart/><DefaultStartTime/>",
                        TASK("1", DAYS_10)),
         .ready = "task-1 2026-01-17"},
        {.xml = PLAN(TASK("1", "<Duration/>")), .finding = "'T1': that it has no Duration (0wd)"},
    };
    (void)state;
    CHECK(rows);
}

static void a_constraint_that_asks_for_nothing_is_told(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(TASK("1", DAYS_10 "<ConstraintType>4</ConstraintType>")),
         .ready = "task-1 2026-01-17",
         .finding = "'T1': a constraint without a date (ConstraintType 4)"},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("4", "NA"))),
         .finding = "'T1': a constraint without a date (ConstraintType 4)"},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("12", "2026-02-02T08:00:00"))),
         .finding = "'T1': a constraint of an unknown type (ConstraintType 12)"},
        {.xml = PLAN(TASK("9", "<OutlineLevel>1</OutlineLevel><ConstraintType>4</ConstraintType>")
                         TASK("1", DAYS_10 "<OutlineLevel>2</OutlineLevel>")),
         .finding = "'T9': a constraint without a date (ConstraintType 4)"},
        {.xml = PLAN(TASK("1", DAYS_10 "<ConstraintType>0</ConstraintType>")),
         .ready = "task-1 2026-01-17"},
    };
    (void)state;
    CHECK(rows);
}

static void parts_of_hours_count(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(TASK("1", "<Duration>PT8.5H</Duration>")),
         .ready = "task-1 2026-01-07",
         .finding = "'T1': a part of a day, rounded up (2wd)"},
        {.xml = PLAN(TASK("1", "<Duration>PT16.000H</Duration>")), .ready = "task-1 2026-01-07"},
    };
    (void)state;
    CHECK(rows);
}

static void a_split_task_ends_at_its_finish(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(TASK("1", DAYS_10 BETWEEN("2026-01-05T08:00:00", "2026-01-23T17:00:00"))),
         .ready = "task-1 2026-01-24",
         .finding = "'T1': that it is split, or has hours of its own",
         .json = "\"duration\": \"15wd\""},
        {.xml = PLAN(TASK("1", DAYS_10 BETWEEN("2026-01-05T08:00:00", "2026-01-16T17:00:00"))),
         .ready = "task-1 2026-01-17"},
        /* Day and night: sooner than its Duration in days of eight hours, if it starts with one. */
        {.xml = PLAN(TASK("1", DAYS_10 BETWEEN("2026-01-05T08:00:00", "2026-01-09T08:00:00"))),
         .ready = "task-1 2026-01-09",
         .finding = "(4wd)"},
        {.xml = PLAN(TASK("1", DAYS_10 BETWEEN("2026-01-05T23:00:00", "2026-01-19T08:00:00"))),
         .json = "\"duration\": \"10wd\""},
        /* From one o'clock to noon: as long as its Duration. */
        {.xml = PLAN(TASK("1", DAYS_10 BETWEEN("2026-01-05T13:00:00", "2026-01-19T12:00:00"))),
         .json = "\"duration\": \"10wd\""},
        {.xml = PLAN(
             TASK("1", "<Duration>PT240H0M0S</Duration><DurationFormat>8</DurationFormat>" BETWEEN(
                           "2026-01-05T08:00:00", "2026-01-20T08:00:00"))),
         .finding = "(15d)",
         .ready = "task-1 2026-01-20"},
    };
    (void)state;
    CHECK(rows);
}

static void without_a_duration_start_and_finish_count(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(TASK("1", BETWEEN("2026-01-05T08:00:00", "2026-01-16T17:00:00"))),
         .ready = "task-1 2026-01-17",
         .json = "\"duration\": \"10wd\""},
        {.xml = PLAN(TASK("1", BETWEEN("2026-01-05T08:00:00", "2026-01-06T12:00:00"))),
         .finding = "'T1': a part of a day, rounded up (2wd)",
         .json = "\"duration\": \"2wd\""},
        {.xml = PLAN(TASK("1", "")),
         .finding = "'T1': that it has no Duration (0wd)",
         .json = "\"duration\": \"0wd\""},
        {.xml = PLAN(TASK("1", "<Milestone>1</Milestone>")), .json = "\"duration\": \"0wd\""},
    };
    (void)state;
    CHECK(rows);
}

static void parts_of_days_are_rounded_up(void **state)
{
    static const row rows[] = {
        /* At the end of a Monday is on Tuesday. */
        {.xml = PLAN_OF("<StartDate>2026-01-05T17:00:00</StartDate>", TASK("1", DAYS_10)),
         .ready = "task-1 2026-01-20",
         .json = "\"status_date\": \"2026-01-06\""},
        {.xml = PLAN_OF("<StartDate>2026-01-05T13:00:00</StartDate>", TASK("1", DAYS_10)),
         .ready = "task-1 2026-01-20",
         .finding = "'the plan': a part of a day, rounded up (2026-01-06)"},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("4", "2026-02-02T13:00:00"))),
         .ready = "task-1 2026-02-17",
         .finding = "'T1': a part of a day, rounded up (2026-02-03)",
         .json = "\"not_before\": \"2026-02-03\""},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("4", "2026-02-02T17:00:00"))),
         .json = "\"not_before\": \"2026-02-03\""},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("6", "2026-02-06T12:00:00"))),
         .finding = "'T1': a part of a day, rounded up (2026-02-07)",
         .json = "\"not_ready_before\": \"2026-02-07\""},
        {.xml = PLAN(TASK("1", DAYS_10 "<Deadline>2026-02-06T12:00:00</Deadline>")),
         .finding = "'T1': a part of a day, rounded up (2026-02-07)",
         .json = "\"needed_by\": \"2026-02-07\""},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("2", "2026-02-02T13:00:00"))),
         .finding = "'T1': a part of a day, rounded up (2026-02-03)",
         .json = "\"not_before\": \"2026-02-03\", \"start_by\": \"2026-02-03\""},
        /* The day begins when the calendar says, not when new tasks do. */
        {.xml = PLAN_OF(START
                        "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><WeekDays>"
                        "<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>"
                        "<WorkingTime><FromTime>09:00:00</FromTime><ToTime>18:00:00</ToTime>"
                        "</WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar></Calendars>",
                        TASK("1", MILESTONE KEPT("4", "2026-02-02T09:00:00"))),
         .json = "\"not_before\": \"2026-02-02\""},
    };
    (void)state;
    CHECK(rows);
}

static void tasks_may_start_before_the_plan(void **state)
{
    static const row rows[] = {
        /* MS Project starts a task on its constraint, and the others with the plan. */
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("4", "2025-12-01T08:00:00")) TASK("2", DAYS_10)
                         TASK("3", DAYS_10 AFTER("1"))),
         .ready = "task-1 2025-12-13 task-2 2026-01-17 task-3 2025-12-27",
         .finding = "'the plan': its StartDate as the status date: a task may start before it "
                    "(2026-01-05)"},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("6", "2025-12-12T17:00:00")) TASK("2", DAYS_10)),
         .ready = "task-1 2025-12-13 task-2 2026-01-17",
         .finding = "its StartDate as the status date"},
        /* What waits for something starts after that, whatever its constraint. */
        {.xml = PLAN(TASK("1", DAYS_10)
                         TASK("2", DAYS_10 AFTER("1") KEPT("4", "2025-12-01T08:00:00"))),
         .ready = "task-1 2026-01-17 task-2 2026-01-31"},
        {.xml = PLAN(TASK("1", DAYS_10 KEPT("4", "2026-01-05T08:00:00"))),
         .ready = "task-1 2026-01-17"},
        /* Today is given, and what has not begun cannot start before it. */
        {.xml = PLAN(TASK(
             "1", DAYS_10 KEPT("4", "2025-12-01T08:00:00") "<Start>2025-12-01T08:00:00</Start>")),
         .ready = "task-1 2026-01-17",
         .finding = "'the plan': tasks that have not begun before the status date; they start on "
                    "it or later (1)",
         .status_date = "2026-01-05"},
    };
    (void)state;
    CHECK(rows);
}

static void what_is_as_late_as_possible_stays_at_its_start(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(TASK("1", DAYS_10 "<ConstraintType>1</ConstraintType>"
                                       "<Start>2026-03-02T08:00:00</Start>")),
         .ready = "task-1 2026-03-14",
         .finding = "'T1': as late as possible; it stays at its Start (2026-03-02)"},
        {.xml = PLAN(TASK("1", DAYS_10 "<ConstraintType>1</ConstraintType>")),
         .finding = "'T1': as late as possible (ALAP)"},
        {.xml = PLAN(TASK("1", DAYS_10 "<Manual>1</Manual><Start>2026-03-02T08:00:00</Start>")),
         .ready = "task-1 2026-03-14",
         .finding = "'T1': that it is scheduled by hand"},
        /* Backwards from the finish: one finding, and the ends are needed by then. */
        {.xml = PLAN_OF(START "<FinishDate>2026-06-30T17:00:00</FinishDate>"
                              "<ScheduleFromStart>0</ScheduleFromStart>",
                        TASK("1", DAYS_10 "<ConstraintType>1</ConstraintType>"
                                          "<Start>2026-06-17T08:00:00</Start>")),
         .ready = "task-1 2026-07-01",
         .finding = "'the plan': that it is planned backwards from its finish; tasks that are as "
                    "late as possible stay at their Start (2026-06-30)",
         .json = "\"not_before\": \"2026-06-17\", \"needed_by\": \"2026-07-01\""},
    };
    (void)state;
    CHECK(rows);
}

static void resources_count_where_somebody_is_assigned(void **state)
{
    static const row rows[] = {
        {.xml = PLAN(ASSIGNED("-65535"))},
        {.xml = PLAN(ASSIGNED("3")), .finding = "'the plan': resources and their assignments (1)"},
    };
    (void)state;
    CHECK(rows);
}

/* Memory that runs out anywhere gives GP_NO_MEMORY. */
static void memory_may_run_out_anywhere(void **state)
{
    static const char xml[] =
        PLAN(TASK("1", DAYS_10 HALF BEGUN)
                 TASK("2", DAYS_10 BEGUN STOPPED "<PercentComplete>50.5</PercentComplete>")
                     TASK("3", DAYS_10 BETWEEN("2026-01-05T08:00:00", "2026-01-23T17:00:00"))
                         TASK("4", DAYS_10 KEPT("4", "2025-12-01T13:00:00")) ASSIGNED("3"));
    (void)state;
    for (size_t left = 0;; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *portfolio;
        gp_fail_allocations_after(job, left);
        gp_status status = gp_read_text(job, "plan.xml", xml, strlen(xml), NULL, &portfolio);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        if (status == GP_OK) break;
        assert_true(left < 20000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_in_progress_goes_on_where_it_resumes),
        cmocka_unit_test(today_is_when_something_last_happened),
        cmocka_unit_test(a_status_date_is_asked_for),
        cmocka_unit_test(parts_of_percents_are_reported),
        cmocka_unit_test(what_is_empty_is_not_given),
        cmocka_unit_test(a_constraint_that_asks_for_nothing_is_told),
        cmocka_unit_test(parts_of_hours_count),
        cmocka_unit_test(a_split_task_ends_at_its_finish),
        cmocka_unit_test(without_a_duration_start_and_finish_count),
        cmocka_unit_test(parts_of_days_are_rounded_up),
        cmocka_unit_test(tasks_may_start_before_the_plan),
        cmocka_unit_test(what_is_as_late_as_possible_stays_at_its_start),
        cmocka_unit_test(resources_count_where_somebody_is_assigned),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("tasks of MS Project", tests, NULL, NULL);
}
