/* SPDX-License-Identifier: MIT
 * Calendars of MS Project plans: exceptions that recur, work weeks, shifts over midnight, days of
 * 24 hours, calendars of tasks, calendars that are not there. Each row is a small plan, what its
 * calendar is in the portfolio, and what is said of it. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define PLAN(calendars, tasks)                                                                     \
    "<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\">"            \
    "<StartDate>2026-01-05T08:00:00</StartDate><FinishDate>2026-06-30T17:00:00</FinishDate>"       \
    "<CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><Calendars>" calendars          \
    "</Calendars><Tasks>" tasks "</Tasks></Project>"
#define CALENDAR(uid, inner) "<Calendar><UID>" uid "</UID>" inner "</Calendar>"
#define DERIVED(uid, base, inner) CALENDAR(uid, "<BaseCalendarUID>" base "</BaseCalendarUID>" inner)
#define TIMES(from, to)                                                                            \
    "<WorkingTime><FromTime>" from ":00</FromTime><ToTime>" to ":00</ToTime></WorkingTime>"
#define HOURS(times) "<WorkingTimes>" times "</WorkingTimes>"
#define OFFICE HOURS(TIMES("08:00", "12:00") TIMES("13:00", "17:00"))
#define WORKED(day, hours)                                                                         \
    "<WeekDay><DayType>" day "</DayType><DayWorking>1</DayWorking>" hours "</WeekDay>"
#define OFF(day) "<WeekDay><DayType>" day "</DayType><DayWorking>0</DayWorking></WeekDay>"
#define MON_TO_FRI(hours)                                                                          \
    WORKED("2", hours)                                                                             \
    WORKED("3", hours) WORKED("4", hours) WORKED("5", hours) WORKED("6", hours)
#define EVERY_DAY(hours) WORKED("1", hours) MON_TO_FRI(hours) WORKED("7", hours)
#define WEEK(days) "<WeekDays>" days "</WeekDays>"
#define OFFICE_WEEK WEEK(OFF("1") MON_TO_FRI(OFFICE) OFF("7"))
#define PERIOD(from, to)                                                                           \
    "<TimePeriod><FromDate>" from "T00:00:00</FromDate><ToDate>" to                                \
    "T23:59:00</ToDate></TimePeriod>"
#define DAY_OFF(from, to)                                                                          \
    "<Exception>" PERIOD(from, to) "<Type>1</Type><DayWorking>0</DayWorking></Exception>"
#define RECURS(from, to, type, how)                                                                \
    "<Exception><EnteredByOccurrences>0</EnteredByOccurrences>" PERIOD(                            \
        from, to) "<Type>" type "</Type>" how "<DayWorking>0</DayWorking></Exception>"
#define WORK(from, to, hours)                                                                      \
    "<Exception>" PERIOD(from, to) "<Type>1</Type><DayWorking>1</DayWorking>" hours "</Exception>"
#define EXCEPTIONS(inner) "<Exceptions>" inner "</Exceptions>"
#define STANDARD(inner) CALENDAR("1", OFFICE_WEEK inner)
#define WITH(exceptions) PLAN(STANDARD(EXCEPTIONS(exceptions)), "")
#define TASK(uid, inner) "<Task><UID>" uid "</UID><Name>T" uid "</Name>" inner "</Task>"
#define WORK_OF(hours) "<Duration>PT" hours "H0M0S</Duration>"
#define BY(calendar) "<CalendarUID>" calendar "</CalendarUID>"
#define AFTER(uid, lag, format)                                                                    \
    "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>1</Type><LinkLag>" lag         \
    "</LinkLag><LagFormat>" format "</LagFormat></PredecessorLink>"
#define MIDNIGHT "00:00"

typedef struct row {
    const char *xml;
    const char *says; /* what GP127 says, a line each; "": nothing */
    const char *json; /* what stands in the plan as JSON */
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
    if (status != GP_OK) fail_msg("not read: %s", r->xml);
    read_messages(job, says);
    assert_string_equal(says, r->says);
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
    if (!strstr(out.text, r->json)) fail_msg("%s\nnot in\n%s", r->json, out.text);
    gp_job_free(job);
}

#define CHECK_ROWS(rows)                                                                           \
    for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++) check_row(&(rows)[i])
#define HOLIDAYS "\"holidays\": ["

static void days_off_are_written_once(void **state)
{
    static const row rows[] = {
        {WITH(DAY_OFF("2026-04-06", "2026-04-06")), "", HOLIDAYS "\"2026-04-06\"]"},
        /* as files say it twice, for old versions */
        {PLAN(
             CALENDAR(
                 "1",
                 WEEK(OFF("1") MON_TO_FRI(OFFICE)
                          OFF("7") "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>" PERIOD(
                              "2026-04-06", "2026-04-06") "</WeekDay>")
                     EXCEPTIONS(DAY_OFF("2026-04-06", "2026-04-06"))),
             ""),
         "", HOLIDAYS "\"2026-04-06\"]"},
        {PLAN(CALENDAR("1", WEEK(MON_TO_FRI(OFFICE) "<WeekDay><DayType>0</DayType><DayWorking>0</"
                                                    "DayWorking>" PERIOD(
                                                        "2026-04-06", "2026-04-07") "</WeekDay>")),
              ""),
         "", HOLIDAYS "\"2026-04-06\", \"2026-04-07\"]"},
        /* in order; what is no working day anyway is not written */
        {WITH(DAY_OFF("2026-05-14", "2026-05-17") DAY_OFF("2026-04-06", "2026-04-06")
                  DAY_OFF("2026-05-14", "2026-05-14")),
         "", HOLIDAYS "\"2026-04-06\", \"2026-05-14\", \"2026-05-15\"]"},
        {WITH(DAY_OFF("2040-04-02", "2040-04-02")), "", HOLIDAYS "\"2040-04-02\"]"},
        {WITH("<Exception><Type>1</Type><DayWorking>0</DayWorking></Exception>"),
         "'the plan': a calendar exception without a period", "\"fri\"]}"},
    };
    (void)state;
    CHECK_ROWS(rows);
}

static void days_off_that_recur_are_followed_to_the_end_of_the_plan(void **state)
{
    static const row rows[] = {
        {WITH(RECURS("2026-01-05", "2026-01-20", "7", "<Period>5</Period>")), "",
         HOLIDAYS "\"2026-01-05\", \"2026-01-15\", \"2026-01-20\"]"},
        /* every other week on Monday and Friday; weeks begin on Sunday */
        {WITH(RECURS("2026-01-07", "2026-01-30", "6",
                     "<Period>2</Period><DaysOfWeek>34</DaysOfWeek>")),
         "", HOLIDAYS "\"2026-01-09\", \"2026-01-19\", \"2026-01-23\"]"},
        {WITH(RECURS("2026-01-01", "2026-06-30", "4", "<Period>2</Period><MonthDay>31</MonthDay>")),
         "", HOLIDAYS "\"2026-03-31\"]"},
        {WITH(RECURS("2026-02-01", "2026-06-30", "4", "<Period>2</Period><MonthDay>30</MonthDay>")),
         "", HOLIDAYS "\"2026-04-30\", \"2026-06-30\"]"},
        /* the second Tuesday of each month */
        {WITH(RECURS("2026-01-01", "2026-03-31", "5",
                     "<Period>1</Period><MonthItem>5</MonthItem><MonthPosition>1</MonthPosition>")),
         "", HOLIDAYS "\"2026-01-13\", \"2026-02-10\", \"2026-03-10\"]"},
        /* the last working day of each month */
        {WITH(RECURS("2026-01-01", "2026-03-31", "5",
                     "<Period>1</Period><MonthItem>1</MonthItem><MonthPosition>4</MonthPosition>")),
         "", HOLIDAYS "\"2026-01-30\", \"2026-02-27\", \"2026-03-31\"]"},
        /* 27 April, for ever: the plan ends in June 2026, and a year after that is enough */
        {WITH(RECURS("2020-01-01", "2049-12-31", "2", "<Month>3</Month><MonthDay>27</MonthDay>")),
         "", HOLIDAYS "\"2026-04-27\", \"2027-04-27\"]"},
        /* the first Thursday of May */
        {WITH(RECURS("2020-01-01", "2026-12-31", "3",
                     "<Month>4</Month><MonthItem>7</MonthItem><MonthPosition>0</MonthPosition>")),
         "", HOLIDAYS "\"2026-05-07\"]"},
        /* so many times */
        {WITH("<Exception><EnteredByOccurrences>1</EnteredByOccurrences>" PERIOD(
             "2026-01-05",
             "2026-12-31") "<Occurrences>2</Occurrences><Type>7</Type>"
                           "<Period>7</Period><DayWorking>0</DayWorking></Exception>"),
         "", HOLIDAYS "\"2026-01-05\", \"2026-01-12\"]"},
        {WITH(RECURS("2026-01-05", "2026-01-20", "8", "")),
         "'the plan': a calendar exception that recurs (2026-01-05)", "\"fri\"]}"},
        {WITH(RECURS("2026-01-05", "2026-01-20", "5", "<MonthItem>12</MonthItem>")),
         "'the plan': a calendar exception that recurs (2026-01-05)", "\"fri\"]}"},
        /* on no weekday, in no month, on no day of it */
        {WITH(RECURS("2026-01-05", "2026-01-20", "6", "<Period>1</Period>")),
         "'the plan': a calendar exception that recurs (2026-01-05)", "\"fri\"]}"},
        {WITH(RECURS("2026-01-05", "2026-01-20", "2", "<Month>12</Month><MonthDay>6</MonthDay>")),
         "'the plan': a calendar exception that recurs (2026-01-05)", "\"fri\"]}"},
        {WITH(RECURS("2026-01-05", "2026-01-20", "4", "<MonthDay>45</MonthDay>")),
         "'the plan': a calendar exception that recurs (2026-01-05)", "\"fri\"]}"},
    };
    (void)state;
    CHECK_ROWS(rows);
}

#define WORK_WEEKS(days)                                                                           \
    "<WorkWeeks><WorkWeek>" PERIOD("2026-01-12", "2026-01-25") "<Name>Winter</Name>" WEEK(         \
        days) "</WorkWeek></WorkWeeks>"

/* 1,000 working days of which no Finish says when they end: 6 January of 2027 and 2028 is one of
 * them, and of 2026 too. */
static void they_are_followed_where_no_finish_is(void **state)
{
    static const row rows[] = {
        {PLAN(STANDARD(EXCEPTIONS(RECURS("2020-01-01", "2060-01-01", "2",
                                         "<Month>0</Month><MonthDay>6</MonthDay>"))),
              TASK("1", WORK_OF("8000"))),
         "", "\"2027-01-06\", \"2028-01-06\""},
    };
    (void)state;
    CHECK_ROWS(rows);
}

static void other_hours_count_or_are_named(void **state)
{
    static const row rows[] = {
        {WITH(WORK("2026-04-07", "2026-04-07", OFFICE)), "", "\"fri\"]}"},
        {WITH(WORK("2026-04-07", "2026-04-07", HOURS(TIMES("08:00", "12:00")))),
         "'the plan': a working day with hours of its own (2026-04-07)", "\"fri\"]}"},
        {WITH(WORK("2026-04-11", "2026-04-11", OFFICE)),
         "'the plan': an exception with work (2026-04-11)", "\"fri\"]}"},
        /* an exception goes before a work week, and so does one with work before one without */
        {PLAN(STANDARD(WORK_WEEKS(OFF("6"))), ""), "", HOLIDAYS "\"2026-01-16\", \"2026-01-23\"]"},
        {PLAN(STANDARD(EXCEPTIONS(WORK("2026-01-16", "2026-01-16", OFFICE)) WORK_WEEKS(OFF("6"))),
              ""),
         "", HOLIDAYS "\"2026-01-23\"]"},
        {PLAN(STANDARD(WORK_WEEKS(OFF("6")) EXCEPTIONS(WORK("2026-01-16", "2026-01-16", OFFICE))),
              ""),
         "", HOLIDAYS "\"2026-01-23\"]"},
        {PLAN(CALENDAR("1", WEEK(MON_TO_FRI(OFFICE) "<WeekDay><DayType>0</DayType><DayWorking>0</"
                                                    "DayWorking>" PERIOD("2026-04-06",
                                                                         "2026-04-07") "</WeekDay>")
                                EXCEPTIONS(WORK("2026-04-07", "2026-04-07", OFFICE))),
              ""),
         "", HOLIDAYS "\"2026-04-06\"]"},
        {PLAN(STANDARD(WORK_WEEKS(OFF("1") MON_TO_FRI(OFFICE) OFF("7"))), ""), "", "\"fri\"]}"},
        {PLAN(STANDARD(WORK_WEEKS(WORKED("7", OFFICE) WORKED("2", HOURS(TIMES("08:00", "12:00"))))),
              ""),
         "'the plan': a working day with hours of its own (2026-01-12)\n"
         "'the plan': an exception with work (2026-01-12)",
         "\"fri\"]}"},
        {PLAN(CALENDAR("1", WEEK(WORKED("2", OFFICE) WORKED("3", HOURS(TIMES("08:00", "12:00"))))),
              ""),
         "'the plan': working days of different length (Calendar)", "[\"mon\", \"tue\"]"},
        {PLAN(CALENDAR("1", WEEK(OFF("2"))), ""),
         "'the plan': a calendar without a working day; it works from Monday to Friday",
         "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]"},
    };
    (void)state;
    CHECK_ROWS(rows);
}

#define DAY_AND_NIGHT HOURS(TIMES(MIDNIGHT, MIDNIGHT))
#define NIGHT_LATE TIMES("23:00", MIDNIGHT)
#define NIGHT_EARLY TIMES("00:00", "03:00") TIMES("04:00", "08:00")
#define NIGHT_WEEK                                                                                 \
    WEEK(OFF("1") WORKED("2", HOURS(NIGHT_LATE)) WORKED("3", HOURS(NIGHT_EARLY NIGHT_LATE))        \
             WORKED("4", HOURS(NIGHT_EARLY NIGHT_LATE)) WORKED("5", HOURS(NIGHT_EARLY NIGHT_LATE)) \
                 WORKED("6", HOURS(NIGHT_EARLY NIGHT_LATE)) WORKED("7", HOURS(NIGHT_EARLY)))

static void shifts_over_midnight_are_days(void **state)
{
    static const row rows[] = {
        /* 00:00 to 00:00 is 24 hours, so 72 of them are three days */
        {PLAN(CALENDAR("1", WEEK(EVERY_DAY(DAY_AND_NIGHT))), TASK("1", WORK_OF("72"))), "",
         "\"duration\": \"3wd\""},
        {PLAN(CALENDAR("1", WEEK(EVERY_DAY(DAY_AND_NIGHT))), TASK("1", WORK_OF("72"))), "",
         "\"thu\", \"fri\", \"sat\", \"sun\"]"},
        {PLAN(CALENDAR("1", WEEK(MON_TO_FRI(HOURS(TIMES("16:00", MIDNIGHT))))),
              TASK("1", WORK_OF("16"))),
         "", "\"duration\": \"2wd\""},
        {PLAN(CALENDAR("1", WEEK(MON_TO_FRI(HOURS(TIMES("22:00", "06:00"))))),
              TASK("1", WORK_OF("16"))),
         "", "\"duration\": \"2wd\""},
        /* MS Project's own night shift: Monday 23:00 to Saturday 08:00, five nights of 8 hours */
        {PLAN(CALENDAR("1", NIGHT_WEEK), TASK("1", WORK_OF("40"))), "",
         "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]"},
        {PLAN(CALENDAR("1", NIGHT_WEEK), TASK("1", WORK_OF("40"))), "", "\"duration\": \"5wd\""},
        /* Tuesday's night ends on Wednesday at 08:00: ready for what follows on Wednesday night */
        {PLAN(CALENDAR("1", NIGHT_WEEK),
              TASK("1", WORK_OF("8") "<Deadline>2026-01-07T08:00:00</Deadline>")),
         "", "\"needed_by\": \"2026-01-07\""},
        {PLAN(CALENDAR("1", NIGHT_WEEK EXCEPTIONS(DAY_OFF("2026-04-06", "2026-04-06"))), ""),
         "'the plan': which hours of a day off are worked: its days run over midnight (2026-04-06)",
         HOLIDAYS "\"2026-04-06\"]"},
    };
    (void)state;
    CHECK_ROWS(rows);
}

#define NO_UID(calendars)                                                                          \
    "<Project xmlns=\"http://schemas.microsoft.com/project\"><StartDate>2026-01-05T08:00:00"       \
    "</StartDate><Calendars>" calendars "</Calendars></Project>"

static void calendars_are_found(void **state)
{
    static const row rows[] = {
        {PLAN(CALENDAR("2", WEEK(WORKED("2", OFFICE))), ""),
         "'the plan': its calendar, which is not there; it works from Monday to Friday "
         "(CalendarUID 1)",
         "\"cycle\""},
        {NO_UID(CALENDAR("2", WEEK(WORKED("2", OFFICE))) DERIVED("3", "2", "")), "",
         "{\"workdays\": [\"mon\"]}"},
        {NO_UID(CALENDAR("2", WEEK(WORKED("2", OFFICE))) CALENDAR("3", "")),
         "'the plan': which of the calendars it works by; it works from Monday to Friday",
         "\"cycle\""},
        {NO_UID(""), "", "\"cycle\""},
        /* what a calendar does not say, the one that it is derived from does */
        {PLAN(DERIVED("1", "2", WEEK(OFF("6")))
                  CALENDAR("2", OFFICE_WEEK EXCEPTIONS(DAY_OFF("2026-04-06", "2026-04-06"))),
              ""),
         "", "{\"workdays\": [\"mon\", \"tue\", \"wed\", \"thu\"], " HOLIDAYS "\"2026-04-06\"]"},
        {PLAN(DERIVED("1", "2", EXCEPTIONS(WORK("2026-04-06", "2026-04-06", OFFICE)))
                  CALENDAR("2", OFFICE_WEEK EXCEPTIONS(DAY_OFF("2026-04-06", "2026-04-07"))),
              ""),
         "", HOLIDAYS "\"2026-04-07\"]"},
        {PLAN(DERIVED("1", "2", "") DERIVED("2", "1", ""), ""), "",
         "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]"},
    };
    (void)state;
    CHECK_ROWS(rows);
}

#define TWO(calendar, task) PLAN(STANDARD("") CALENDAR("2", calendar), TASK("1", BY("2") task))

static void calendars_of_tasks_count_where_they_can(void **state)
{
    static const row rows[] = {
        {TWO(OFFICE_WEEK, WORK_OF("16")), "", "\"duration\": \"2wd\""},
        {TWO(WEEK(MON_TO_FRI(HOURS(TIMES("09:00", "13:00")))), WORK_OF("16")), "",
         "\"duration\": \"4wd\""},
        {TWO(WEEK(EVERY_DAY(DAY_AND_NIGHT)), WORK_OF("72")), "", "\"duration\": \"3d\""},
        {TWO(WEEK(EVERY_DAY(OFFICE)), WORK_OF("16")), "", "\"duration\": \"2d\""},
        {TWO(WEEK(MON_TO_FRI(OFFICE) WORKED("7", OFFICE)), WORK_OF("16")),
         "'T1': a calendar of its own", "\"duration\": \"2wd\""},
        {TWO(OFFICE_WEEK EXCEPTIONS(DAY_OFF("2026-04-06", "2026-04-06")), WORK_OF("16")),
         "'T1': a calendar of its own", "\"duration\": \"2wd\""},
        {TWO(OFFICE_WEEK EXCEPTIONS(WORK("2026-04-11", "2026-04-11", OFFICE)), WORK_OF("16")),
         "'T1': a calendar of its own", "\"duration\": \"2wd\""},
        {PLAN(STANDARD("") CALENDAR("2", WEEK(EVERY_DAY(DAY_AND_NIGHT))),
              TASK("1", WORK_OF("8")) TASK("2", BY("2") WORK_OF("24") AFTER("1", "4800", "7"))),
         "'T2': a lag by its own calendar, read as one by the plan's (T1)", "\"lag\": \"1wd\""},
        {PLAN(STANDARD("") CALENDAR("2", WEEK(EVERY_DAY(DAY_AND_NIGHT))),
              TASK("1", WORK_OF("8")) TASK("2", BY("2") WORK_OF("24") AFTER("1", "14400", "8"))),
         "", "\"lag\": \"1d\""},
        {PLAN(STANDARD(""), TASK("1", BY("7") WORK_OF("16"))),
         "'T1': a calendar of its own that is not there", "\"duration\": \"2wd\""},
    };
    (void)state;
    CHECK_ROWS(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_off_are_written_once),
        cmocka_unit_test(days_off_that_recur_are_followed_to_the_end_of_the_plan),
        cmocka_unit_test(they_are_followed_where_no_finish_is),
        cmocka_unit_test(other_hours_count_or_are_named),
        cmocka_unit_test(shifts_over_midnight_are_days),
        cmocka_unit_test(calendars_are_found),
        cmocka_unit_test(calendars_of_tasks_count_where_they_can),
    };
    return cmocka_run_group_tests_name("MS Project calendars", tests, NULL, NULL);
}
