/* SPDX-License-Identifier: MIT
 * Summary tasks of MS Project plans, links that are odd, and tasks that are not plain work. Each
 * row is a small plan, the days on which its tasks are ready, and what is said of it. Random
 * outlines are compared with a fixpoint that takes a summary task for what it is: the first start
 * and the last finish of what it holds. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN(tasks)                                                                                \
    "<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\">"            \
    "<StartDate>2026-01-05T08:00:00</StartDate><Tasks>" tasks "</Tasks></Project>"
#define TASK(uid, level, inner)                                                                    \
    "<Task><UID>" uid "</UID><Name>T" uid "</Name><OutlineLevel>" level "</OutlineLevel>" inner    \
    "</Task>"
#define LINK_OF(uid, type, lag, format)                                                            \
    "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>" type "</Type><LinkLag>" lag  \
    "</LinkLag><LagFormat>" format "</LagFormat></PredecessorLink>"
#define AFTER(uid) LINK_OF(uid, "1", "0", "7")
#define DAYS_1 "<Duration>PT8H0M0S</Duration>"
#define DAYS_2 "<Duration>PT16H0M0S</Duration>"
#define DAYS_3 "<Duration>PT24H0M0S</Duration>"
#define KEPT(type, date)                                                                           \
    "<ConstraintType>" type "</ConstraintType><ConstraintDate>" date "</ConstraintDate>"
#define DEADLINE(date) "<Deadline>" date "</Deadline>"
#define AT(date) "<Start>" date "</Start>"
/* A summary task of two tasks that wait for each other, and of one that stands alone. */
#define PHASE(inner)                                                                               \
    TASK("1", "1", inner)                                                                          \
    TASK("2", "2", DAYS_3) TASK("3", "2", DAYS_2 AFTER("2")) TASK("4", "2", DAYS_1)

typedef struct row {
    const char *xml;
    const char *ready; /* "id date", separated by spaces */
    const char *says;  /* what GP127 says, a line each; "": nothing */
    const char *json;  /* what stands in the plan as JSON; NULL: not asked */
} row;

static void read_messages(gp_job *job, char out[2048])
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    out[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        char text[512];
        if (findings[i].code != 127) continue;
        gp_finding_message(&findings[i], GP_ENGLISH, text, sizeof text);
        if (out[0]) strncat(out, "\n", 2047 - strlen(out));
        strncat(out, text + strlen("not carried over of "), 2047 - strlen(out));
    }
}

static const gp_schedule *schedule_of(gp_job *job, const gp_portfolio *portfolio)
{
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_schedule_options options = {.float_mode = GP_FLOAT_PORTFOLIO};
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, &options, &schedule), GP_OK);
    return schedule;
}

static const gp_dates *dates_of(const gp_schedule *schedule, const char *id)
{
    const gp_network *network = schedule->network;
    uint32_t activity = gp_find_activity(network, gp_find_symbol(network->portfolio, id), 0);
    if (activity == GP_NONE) fail_msg("%s is not there", id);
    return &schedule->dates[activity];
}

static void check_ready(const gp_schedule *schedule, const row *r)
{
    char id[32], date[16], ours[GP_DATE_SIZE];
    int size = 0;
    for (const char *at = r->ready; sscanf(at, "%31s %15s%n", id, date, &size) == 2; at += size) {
        gp_format_date(dates_of(schedule, id)->earliest_ready, ours);
        if (strcmp(ours, date) != 0)
            fail_msg("%s is ready on %s, not %s\n%s", id, ours, date, r->xml);
    }
}

static void check_row(const row *r)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = "json"};
    gp_output out = {0};
    char says[2048];
    gp_status status =
        gp_read_document_text(job, "plan.xml", r->xml, strlen(r->xml), NULL, &portfolio, &document);
    read_messages(job, says);
    if (status != GP_OK) fail_msg("not read: %s", r->xml);
    assert_string_equal(says, r->says);
    check_ready(schedule_of(job, portfolio), r);
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
    if (r->json && !strstr(out.text, r->json)) fail_msg("%s\nnot in\n%s", r->json, out.text);
    gp_job_free(job);
}

#define CHECK_ROWS(rows)                                                                           \
    for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++) check_row(&(rows)[i])

static void links_of_summary_tasks_are_pushed_down(void **state)
{
    static const row rows[] = {
        /* from its finish: the last of its tasks; 2 is not one, 3 waits for it */
        {PLAN(PHASE("") TASK("5", "1", DAYS_1 AFTER("1"))), "task-3 2026-01-10 task-5 2026-01-13",
         "", "[{\"id\": \"task-3\", \"by\": \"start\"}, {\"id\": \"task-4\", \"by\": \"start\"}]"},
        {PLAN(PHASE("") TASK("5", "1", DAYS_1 LINK_OF("1", "0", "4800", "7"))), "task-5 2026-01-13",
         "", "{\"id\": \"task-3\", \"by\": \"ready\", \"lag\": \"1wd\"}"},
        /* to its start: the first of its tasks */
        {PLAN(TASK("9", "1", DAYS_1) PHASE(AFTER("9"))), "task-3 2026-01-13 task-4 2026-01-07", "",
         "\"requires\": [\"task-9\"]"},
        {PLAN(TASK("9", "1", DAYS_3) PHASE(LINK_OF("9", "3", "4800", "7"))),
         "task-2 2026-01-09 task-4 2026-01-07", "", NULL},
        /* from one to another, and through one that stands in it */
        {PLAN(PHASE("") TASK("5", "1", AFTER("1")) TASK("6", "2", "") TASK("7", "3", DAYS_1)
                  TASK("8", "3", DAYS_2 AFTER("7"))),
         "task-7 2026-01-13 task-8 2026-01-15", "", NULL},
        /* from its start: the first that begins */
        {PLAN(TASK("9", "1", DAYS_1) TASK("1", "1", "") TASK("2", "2", DAYS_3 AFTER("9"))
                  TASK("3", "2", DAYS_3 LINK_OF("9", "1", "9600", "7"))
                      TASK("5", "1", DAYS_1 LINK_OF("1", "3", "4800", "7"))),
         "task-5 2026-01-08", "",
         "{\"any\": [\"task-2\", \"task-3\"], \"by\": \"start\", \"from\": \"start\", \"lag\": "
         "\"1wd\"}"},
        {PLAN(TASK("1", "1", "") TASK("2", "2", DAYS_1) TASK("3", "2", DAYS_3 AFTER("2"))
                  TASK("5", "1", DAYS_1 LINK_OF("1", "2", "4800", "7"))),
         "task-5 2026-01-06", "",
         "[{\"id\": \"task-2\", \"by\": \"ready\", \"from\": \"start\", \"lag\": \"1wd\"}]"},
        /* not exact, so not guessed */
        {PLAN(TASK("9", "1", DAYS_3) PHASE(LINK_OF("9", "0", "0", "7"))), "task-4 2026-01-06",
         "'T1': a link to the finish of a summary task (T9)", NULL},
        /* no circle, and not in silence */
        {PLAN(TASK("1", "1", "") TASK("2", "2", DAYS_1 AFTER("1")) TASK("3", "2", DAYS_2)),
         "task-2 2026-01-06", "'T2': a link of a summary task with its own part (T1)", NULL},
        {PLAN(TASK("1", "1", AFTER("3")) TASK("2", "2", DAYS_1) TASK("3", "2", DAYS_2)),
         "task-2 2026-01-06", "'T1': a link of a summary task with its own part (T3)", NULL},
        {PLAN(TASK("1", "1", DAYS_1 AFTER("1"))), "task-1 2026-01-06",
         "'T1': a link of a task with itself (T1)", NULL},
        /* what has begun waits for nothing any more, and holds back nobody */
        {PLAN(TASK("9", "1", DAYS_2) TASK("1", "1", AFTER("9"))
                  TASK("2", "2", DAYS_1 "<ActualStart>2026-01-05T08:00:00</ActualStart>")
                      TASK("3", "2", DAYS_1 AFTER("2"))),
         "task-3 2026-01-08", "", NULL},
        {PLAN(TASK("1", "1", "") TASK("2", "2", DAYS_3)
                  TASK("3", "2", DAYS_1 AFTER("2") "<ActualStart>2026-01-05T08:00:00</ActualStart>")
                      TASK("5", "1", DAYS_1 AFTER("1"))),
         "task-5 2026-01-09", "", NULL},
        /* a link that it has itself counts once */
        {PLAN(PHASE("") TASK("5", "1", AFTER("1")) TASK("6", "2", DAYS_1 AFTER("3"))), "", "",
         "[{\"id\": \"task-3\", \"by\": \"start\"}, {\"id\": \"task-4\", \"by\": \"start\"}]"},
    };
    (void)state;
    CHECK_ROWS(rows);
}

#define SIX(link, uids)                                                                            \
    uids("0", link) uids("1", link) uids("2", link) uids("3", link) uids("4", link) uids("5", link)
#define LAST(n, inner) TASK("1" n, "2", DAYS_1 inner)
#define FIRST(n, inner) TASK("3" n, "2", DAYS_1 inner)
#define DONE                                                                                       \
    "<ActualStart>2025-12-01T08:00:00</ActualStart><ActualFinish>2025-12-02T17:00:00</"            \
    "ActualFinish>"

static void many_to_many_meet_at_a_milestone(void **state)
{
    static const row rows[] = {
        {PLAN(TASK("1", "1", "") SIX("", LAST) TASK("3", "1", AFTER("1")) SIX("", FIRST)),
         "task-1 2026-01-06 task-35 2026-01-07", "",
         "{\"id\": \"task-1\", \"name\": \"T1\", \"lead_time\": \"0wd\",\n     \"requires\": "
         "[\"task-10\", \"task-11\", \"task-12\", \"task-13\", \"task-14\", \"task-15\"]"},
        /* all that it holds is finished: so is the milestone */
        {PLAN(TASK("1", "1", "") SIX(DONE, LAST) TASK("3", "1", LINK_OF("1", "1", "115200", "7"))
                  SIX("", FIRST)),
         "task-1 2025-12-03 task-35 2026-01-07", "", "\"ready\": \"2025-12-03\""},
        {PLAN(TASK("6", "1", DAYS_1) TASK("7", "1", DAYS_2) TASK("8", "1", DAYS_3)
                  TASK("3", "1", AFTER("6") LINK_OF("7", "3", "9600", "7") AFTER("8"))
                      SIX("", FIRST) TASK("36", "2", DAYS_1)),
         "task-3-start 2026-01-08 task-36 2026-01-09", "",
         "{\"id\": \"task-3-start\", \"name\": \"T3: start\""},
    };
    (void)state;
    CHECK_ROWS(rows);
}

static void dates_of_summary_tasks_are_handed_down(void **state)
{
    static const row rows[] = {
        {PLAN(PHASE(KEPT("4", "2026-01-07T08:00:00"))), "task-3 2026-01-14 task-4 2026-01-08", "",
         "\"id\": \"task-4\", \"name\": \"T4\", \"duration\": \"1wd\", \"not_before\": "
         "\"2026-01-07\""},
        {PLAN(PHASE(DEADLINE("2026-02-06T17:00:00"))), "", "",
         "\"id\": \"task-2\", \"name\": \"T2\", \"lead_time\": \"3wd\", \"parent\": \"task-1\", "
         "\"status\""},
        {PLAN(PHASE(DEADLINE("2026-02-06T17:00:00"))), "", "",
         "\"id\": \"task-3\", \"name\": \"T3\", \"duration\": \"2wd\", \"needed_by\": "
         "\"2026-02-07\""},
        {PLAN(PHASE(KEPT("7", "2026-02-06T17:00:00"))), "", "",
         "\"id\": \"task-4\", \"name\": \"T4\", \"duration\": \"1wd\", \"needed_by\": "
         "\"2026-02-07\""},
        /* the hardest of several, its own among them */
        {PLAN(TASK("1", "1", KEPT("4", "2026-01-07T08:00:00") DEADLINE("2026-01-30T17:00:00"))
                  TASK("2", "2", KEPT("4", "2026-01-06T08:00:00") DEADLINE("2026-02-06T17:00:00"))
                      TASK("3", "3",
                           DAYS_1 KEPT("4", "2026-01-08T08:00:00") DEADLINE("2026-02-13T17:00:00"))
                          TASK("4", "3", DAYS_1)),
         "task-3 2026-01-09 task-4 2026-01-08", "",
         "\"not_before\": \"2026-01-08\", \"needed_by\": \"2026-01-31\""},
        /* half of what MS Project has no such constraint for */
        {PLAN(PHASE(KEPT("2", "2026-01-07T08:00:00"))), "task-4 2026-01-08",
         "'T1': the constraint of a summary task (MSO)", NULL},
        {PLAN(PHASE(KEPT("6", "2026-02-06T17:00:00"))), "task-4 2026-01-06",
         "'T1': the constraint of a summary task (FNET)", NULL},
    };
    (void)state;
    CHECK_ROWS(rows);
}

/* One that holds a capability, itself or deeper, is a group that is there already; a milestone that
 * stands for all of it is that group. */
static void summary_tasks_are_groups(void **state)
{
    static const row rows[] = {
        {PLAN(TASK("1", "1", "") TASK("2", "2", "") TASK("3", "3", DAYS_1)
                  TASK("5", "1", DAYS_1 AFTER("3"))),
         "task-5 2026-01-07", "",
         "{\"id\": \"task-2\", \"name\": \"T2\", \"status\": \"available\", \"parent\": "
         "\"task-1\""},
        {PLAN(TASK("1", "1", "") TASK("2", "2", "") TASK("3", "3", DAYS_1)
                  TASK("5", "1", DAYS_1 AFTER("3"))),
         "task-5 2026-01-07", "", "\"lead_time\": \"1wd\", \"parent\": \"task-2\""},
        {PLAN(TASK("1", "1", "") TASK("2", "2", DAYS_1)), "task-2 2026-01-06", "",
         "{\"id\": \"task-2\", \"name\": \"T2\", \"duration\": \"1wd\"}"},
    };
    (void)state;
    CHECK_ROWS(rows);
}

static void the_outline_says_what_a_summary_task_is(void **state)
{
    static const row rows[] = {
        {PLAN(TASK("1", "1", "<Summary>0</Summary>") TASK("2", "2", DAYS_1)
                  TASK("3", "1", DAYS_1 AFTER("1"))),
         "task-2 2026-01-06 task-3 2026-01-07", "", NULL},
        {PLAN("<Task><UID>1</UID><Name>A</Name><OutlineNumber>1</OutlineNumber></Task>"
              "<Task><UID>2</UID><Name>B</Name><OutlineNumber>1.1</OutlineNumber>" DAYS_2 "</Task>"
              "<Task><UID>3</UID><Name>C</Name><OutlineNumber>2</OutlineNumber>" DAYS_1 AFTER(
                  "1") "</Task>"),
         "task-3 2026-01-08", "", "\"requires\": [{\"id\": \"task-2\", \"by\": \"start\"}]"},
        {PLAN("<Task><UID>0</UID><Name>P</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary>"
              "</Task>"),
         "", "", NULL},
        {PLAN(TASK("1", "0", DAYS_1) TASK("2", "0", DAYS_1 AFTER("1"))), "task-2 2026-01-07", "",
         NULL},
        {PLAN(TASK("1", "1", "<Summary>1</Summary>") TASK("2", "1", DAYS_1 AFTER("1"))),
         "task-2 2026-01-06",
         "'T1': a summary task that holds no task\n"
         "'T2': the link with a task that is not carried over (T1)",
         NULL},
        /* a blank row is not in the outline */
        {PLAN(TASK("1", "1", "") "<Task><UID>5</UID><IsNull>1</IsNull></Task>" TASK(
             "2", "2", DAYS_1) TASK("3", "1", DAYS_1 AFTER("1"))),
         "task-3 2026-01-07", "", NULL},
    };
    (void)state;
    CHECK_ROWS(rows);
}

static void odd_links_and_tasks_are_named(void **state)
{
    static const row rows[] = {
        {PLAN(TASK("1", "1", DAYS_1) TASK("2", "1", DAYS_1 LINK_OF("1", "9", "0", "7"))),
         "task-2 2026-01-07", "'T2': the type of a link, read as finish-to-start (Type 9)", NULL},
        {PLAN(TASK("1", "1", DAYS_1) TASK("2", "1", DAYS_1 LINK_OF("1", "-1", "0", "7"))),
         "task-2 2026-01-07", "'T2': the type of a link, read as finish-to-start (Type -1)", NULL},
        /* in percent of the predecessor's duration */
        {PLAN(TASK("1", "1", DAYS_2) TASK("2", "1", DAYS_1 LINK_OF("1", "1", "50", "19"))),
         "task-2 2026-01-09", "", "\"lag\": \"1wd\""},
        {PLAN(TASK("1", "1", DAYS_2) TASK("2", "1", DAYS_1 LINK_OF("1", "1", "-50", "51"))),
         "task-2 2026-01-07", "", "\"lag\": \"-1wd\""},
        {PLAN(TASK("1", "1", DAYS_1) TASK("2", "1", DAYS_1 LINK_OF("1", "1", "50", "19"))),
         "task-2 2026-01-08", "'T2': a part of a day, rounded up (1wd)", NULL},
        {PLAN(TASK("1", "1", DAYS_2) TASK("2", "1", DAYS_1 LINK_OF("1", "1", "50", "20"))),
         "task-2 2026-01-08", "'T2': a lag in percent (T1)", NULL},
        {PLAN(PHASE("") TASK("5", "1", DAYS_1 LINK_OF("1", "1", "50", "19"))), "task-5 2026-01-13",
         "'T5': a lag in percent (T1)", NULL},
        {PLAN(TASK("1", "1",
                   DAYS_1 "<LevelingDelay>48000</LevelingDelay>" AT("2026-01-12T08:00:00"))),
         "task-1 2026-01-13", "'T1': its levelling delay; it is held to its Start (2026-01-12)",
         "\"not_before\": \"2026-01-12\""},
        {PLAN(TASK("1", "1", DAYS_1 "<LevelingDelay>48000</LevelingDelay>")), "task-1 2026-01-06",
         "'T1': its levelling delay", NULL},
        {PLAN(TASK("1", "1", DAYS_1 "<ExternalTask>1</ExternalTask>" AT("2026-01-12T08:00:00"))
                  TASK("2", "1", DAYS_1 AFTER("1"))),
         "task-2 2026-01-14",
         "'T1': what moves a task of another file; it is held to its Start (2026-01-12)", NULL},
        {PLAN(TASK("1", "1",
                   DAYS_1
                   "<IsSubproject>1</IsSubproject><Summary>1</Summary>" AT("2026-01-12T08:00:00"))),
         "task-1 2026-01-13",
         "'T1': what moves a task of another file; it is held to its Start (2026-01-12)", NULL},
        {PLAN(TASK("1", "1", "<ExternalTask>1</ExternalTask>")), "", "'T1': a task of another file",
         NULL},
        {PLAN(TASK("1", "1", DAYS_1 "<Active>0</Active>") TASK("2", "1", DAYS_1 AFTER("1"))),
         "task-2 2026-01-06",
         "'T1': an inactive task\n'T2': the link with a task that is not carried over (T1)", NULL},
        {PLAN(TASK("1", "1", DAYS_1 "<Recurring>1</Recurring>")), "task-1 2026-01-06",
         "'T1': that it recurs", NULL},
        {PLAN(TASK("1", "1", "<Recurring>1</Recurring>") TASK(
             "2", "2", DAYS_1 "<Recurring>1</Recurring>" KEPT("4", "2026-01-12T08:00:00"))),
         "task-2 2026-01-13", "", NULL},
        {PLAN(TASK("1", "1", DAYS_1) TASK("2", "1", DAYS_1 LINK_OF("1", "1", "4800", "99"))),
         "task-2 2026-01-08", "'T2': the unit of a lag, read as working time (LagFormat 99)", NULL},
        {PLAN(TASK("1", "1", "<Manual>1</Manual>") TASK("2", "2", DAYS_1)), "task-2 2026-01-06",
         "'T1': that it is scheduled by hand (Manual)", NULL},
        {PLAN(TASK("-5", "1", DAYS_1) TASK("2", "1", DAYS_1 AFTER("-5"))),
         "task--5 2026-01-06 task-2 2026-01-07", "", NULL},
        {PLAN("<Task><Name>N</Name>" DAYS_1 "</Task>" TASK("2", "1", DAYS_1)),
         "task-row-1 2026-01-06", "'N': that it has no UID, so no link reaches it (task-row-1)",
         NULL},
        {PLAN(TASK("2", "1", DAYS_1) TASK("2", "1", DAYS_2) TASK("3", "1", DAYS_1 AFTER("2"))),
         "task-2 2026-01-06 task-row-2 2026-01-07 task-3 2026-01-07",
         "'T2': a UID that another task has, so links do not reach this one (task-row-2)", NULL},
        {PLAN(TASK("2", "1", DAYS_1 "<PredecessorLink><Type>1</Type></PredecessorLink>")),
         "task-2 2026-01-06", "'T2': a link with a task that is not there", NULL},
    };
    (void)state;
    CHECK_ROWS(rows);
}

static void strict_reading_refuses_what_is_not_carried_over(void **state)
{
    static const struct {
        const char *xml;
        gp_status status;
        const char *message;
    } rows[] = {
        {PLAN(TASK("1", "1", DAYS_1)), GP_OK, ""},
        {PLAN(TASK("1", "1", DAYS_1 "<Active>0</Active>") TASK("2", "1", DAYS_1 AFTER("1"))),
         GP_INVALID,
         "parts of a plan of type MS Project: 2 would be left out, as the warnings say"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_read_options options = {.status_date = GP_NO_DAY, .is_strict = true};
        char text[512] = "";
        uint32_t count;
        assert_int_equal(gp_read_document_text(job, "plan.xml", rows[i].xml, strlen(rows[i].xml),
                                               &options, &portfolio, &document),
                         rows[i].status);
        const gp_finding *findings = gp_findings(job, &count);
        for (uint32_t k = 0; k < count; k++)
            if (findings[k].code == 126)
                gp_finding_message(&findings[k], GP_ENGLISH, text, sizeof text);
        assert_string_equal(text, rows[i].message);
        gp_job_free(job);
    }
}

/* Memory that runs out anywhere gives GP_NO_MEMORY, with links pushed down, milestones, dates
 * handed down, and calendars of tasks. */
static void memory_may_run_out_anywhere(void **state)
{
    static const char *const plans[] = {
        PLAN(TASK("1", "1", DEADLINE("2026-02-06T17:00:00")) SIX("", LAST)
                 TASK("3", "1", AFTER("1") KEPT("4", "2026-01-07T08:00:00")) SIX("", FIRST)
                     TASK("9", "1", DAYS_1 LINK_OF("3", "3", "50", "19") "<Active>1</Active>")),
        "<Project xmlns=\"http://schemas.microsoft.com/project\"><StartDate>2026-01-05T08:00:00"
        "</StartDate><CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Exceptions>"
        "<Exception><TimePeriod><FromDate>2026-01-06T00:00:00</FromDate></TimePeriod></Exception>"
        "</Exceptions></Calendar><Calendar><UID>2</UID><BaseCalendarUID>1</"
        "BaseCalendarUID><WeekDays>"
        "<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
        "<FromTime>00:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></"
        "WeekDay>"
        "</WeekDays></Calendar></Calendars><Tasks>" TASK(
            "1", "1", DAYS_1 "<CalendarUID>2</CalendarUID>") "</Tasks></Project>"};
    (void)state;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
        for (size_t left = 0;; left++) {
            gp_job *job = job_with_a_finding();
            const gp_portfolio *portfolio;
            const gp_document *document;
            gp_fail_allocations_after(job, left);
            gp_status status = gp_read_document_text(job, "plan.xml", plans[i], strlen(plans[i]),
                                                     NULL, &portfolio, &document);
            if (status != GP_OK) assert_says_memory_ran_out(job, status);
            gp_job_free(job);
            if (status == GP_OK) break;
            assert_true(left < 20000);
        }
}

/* ---- random outlines ---- */

enum { NODES = 12, LINKS = 16, ROUNDS = 2000 };

typedef struct node {
    int level, end, days; /* end: the node after all that it holds */
    bool is_summary;
    int start, ready; /* days from the beginning of the plan */
} node;

typedef struct link {
    int from, to, type, lag;
} link;

typedef struct outline {
    node nodes[NODES];
    link links[LINKS];
    int link_count;
} outline;

static int random_below(uint32_t *seed, int limit)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (int)(*seed >> 8) % limit;
}

/* Links run down the file only, and never between a summary task and what it holds: no circles. */
static void make_outline(uint32_t *seed, outline *o)
{
    for (int i = 0; i < NODES; i++) {
        int deepest = i ? o->nodes[i - 1].level + 1 : 1;
        o->nodes[i] = (node){.level = 1 + random_below(seed, deepest), .end = NODES};
        o->nodes[i].days = random_below(seed, 6);
    }
    for (int i = 0; i < NODES; i++) {
        for (int k = i + 1; k < NODES && o->nodes[i].end == NODES; k++)
            if (o->nodes[k].level <= o->nodes[i].level) o->nodes[i].end = k;
        o->nodes[i].is_summary = o->nodes[i].end > i + 1;
    }
    o->link_count = 0;
    for (int i = 0; i < LINKS; i++) {
        link l = {random_below(seed, NODES), random_below(seed, NODES), random_below(seed, 4),
                  random_below(seed, 5) - 2};
        bool is_by_ready = l.type == 0 || l.type == 2;
        if (l.to < o->nodes[l.from].end || (is_by_ready && o->nodes[l.to].is_summary)) continue;
        o->links[o->link_count++] = l;
    }
}

/* A summary task starts with the first of its tasks, and is ready with the last. */
static void span_summaries(outline *o)
{
    for (int i = NODES; i-- > 0;) {
        node *n = &o->nodes[i];
        if (!n->is_summary) continue;
        n->start = 1000000;
        n->ready = 0;
        for (int k = i + 1; k < n->end; k++) {
            if (o->nodes[k].is_summary) continue;
            if (o->nodes[k].start < n->start) n->start = o->nodes[k].start;
            if (o->nodes[k].ready > n->ready) n->ready = o->nodes[k].ready;
        }
    }
}

/* Moves what a link holds back; says whether it moved anything. */
static bool follow(outline *o, const link *l)
{
    bool from_start = l->type == 2 || l->type == 3, is_moved = false;
    int at = (from_start ? o->nodes[l->from].start : o->nodes[l->from].ready) + l->lag;
    for (int k = l->to; k < o->nodes[l->to].end; k++) {
        node *n = &o->nodes[k];
        int start = l->type == 0 || l->type == 2 ? at - n->days : at;
        if (n->is_summary || n->start >= start) continue;
        n->start = start;
        n->ready = start + n->days;
        is_moved = true;
    }
    return is_moved;
}

static void find_fixpoint(outline *o)
{
    for (int i = 0; i < NODES; i++) {
        o->nodes[i].start = 0;
        o->nodes[i].ready = o->nodes[i].days;
    }
    for (bool is_moved = true; is_moved;) {
        is_moved = false;
        span_summaries(o);
        for (int i = 0; i < o->link_count; i++)
            if (follow(o, &o->links[i])) is_moved = true;
    }
}

/* In elapsed days, so that no calendar comes between. */
static void write_outline(const outline *o, char *out, size_t size)
{
    size_t at = (size_t)snprintf(out, size,
                                 "<Project xmlns=\"http://schemas.microsoft.com/project\">"
                                 "<StartDate>2026-01-05T08:00:00</StartDate><Tasks>");
    for (int i = 0; i < NODES; i++) {
        const node *n = &o->nodes[i];
        at += (size_t)snprintf(out + at, size - at,
                               "<Task><UID>%d</UID><Name>T%d</Name><OutlineLevel>%d</OutlineLevel>"
                               "<Duration>PT%dH0M0S</Duration><DurationFormat>8</DurationFormat>",
                               i + 1, i + 1, n->level, n->days * 24);
        for (int k = 0; k < o->link_count; k++)
            if (o->links[k].to == i)
                at += (size_t)snprintf(out + at, size - at, LINK_OF("%d", "%d", "%d", "8"),
                                       o->links[k].from + 1, o->links[k].type,
                                       o->links[k].lag * 14400);
        at += (size_t)snprintf(out + at, size - at, "</Task>");
    }
    snprintf(out + at, size - at, "</Tasks></Project>");
}

static void random_outlines_give_the_dates_of_a_fixpoint(void **state)
{
    uint32_t seed = 20260105;
    int summary_links = 0;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        outline o;
        char xml[8192], id[16];
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const gp_document *document;
        make_outline(&seed, &o);
        find_fixpoint(&o);
        write_outline(&o, xml, sizeof xml);
        assert_int_equal(
            gp_read_document_text(job, "plan.xml", xml, strlen(xml), NULL, &portfolio, &document),
            GP_OK);
        const gp_schedule *schedule = schedule_of(job, portfolio);
        for (int i = 0; i < o.link_count; i++)
            summary_links +=
                o.nodes[o.links[i].from].is_summary || o.nodes[o.links[i].to].is_summary;
        for (int i = 0; i < NODES; i++) {
            if (o.nodes[i].is_summary) continue;
            snprintf(id, sizeof id, "task-%d", i + 1);
            int ready = dates_of(schedule, id)->earliest_ready - portfolio->status_date;
            if (ready != o.nodes[i].ready)
                fail_msg("round %d: %s is ready on day %d, not %d\n%s", round, id, ready,
                         o.nodes[i].ready, xml);
        }
        gp_job_free(job);
    }
    assert_true(summary_links > ROUNDS / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_of_summary_tasks_are_pushed_down),
        cmocka_unit_test(many_to_many_meet_at_a_milestone),
        cmocka_unit_test(dates_of_summary_tasks_are_handed_down),
        cmocka_unit_test(summary_tasks_are_groups),
        cmocka_unit_test(the_outline_says_what_a_summary_task_is),
        cmocka_unit_test(odd_links_and_tasks_are_named),
        cmocka_unit_test(strict_reading_refuses_what_is_not_carried_over),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(random_outlines_give_the_dates_of_a_fixpoint),
    };
    return cmocka_run_group_tests_name("MS Project outlines", tests, NULL, NULL);
}
