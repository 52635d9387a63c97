/* SPDX-License-Identifier: MIT
 * A plan as an MS Project file (MSPDI) has it, between its XML and the records of a portfolio.
 * docs/msproject.md says what becomes of what. Private to io. */
#ifndef GP_MSPDI_H
#define GP_MSPDI_H

#include "io/formats.h"

/* A day and a minute of it. */
typedef struct gp_mspdi_moment {
    gp_day day; /* GP_NO_DAY: not given */
    int32_t minute;
} gp_mspdi_moment;

/* PredecessorLink/Type */
enum { GP_MSPDI_FF, GP_MSPDI_FS, GP_MSPDI_SF, GP_MSPDI_SS };

/* Task/ConstraintType */
enum {
    GP_MSPDI_ASAP,
    GP_MSPDI_ALAP,
    GP_MSPDI_MUST_START,
    GP_MSPDI_MUST_FINISH,
    GP_MSPDI_START_NOT_BEFORE,
    GP_MSPDI_START_NOT_AFTER,
    GP_MSPDI_FINISH_NOT_BEFORE,
    GP_MSPDI_FINISH_NOT_AFTER
};

/* DurationFormat and LagFormat: those that we write. */
enum { GP_MSPDI_DAYS = 7, GP_MSPDI_ELAPSED_DAYS = 8, GP_MSPDI_ELAPSED_WEEKS = 10 };

/* A number that is not given. */
#define GP_MSPDI_NONE (-1)

typedef struct gp_mspdi_link {
    int64_t uid;                             /* of the predecessor */
    int64_t type, lag, lag_format, is_cross; /* lag: in tenths of a minute */
    gp_spot spot;
} gp_mspdi_link;

#define GP_MSPDI_NO_UID INT64_MIN

/* Text fields of a task in which our export says more: what they are called, and their numbers. */
typedef enum gp_mspdi_own {
    GP_MSPDI_OWN_ID,
    GP_MSPDI_OWN_KIND,
    GP_MSPDI_OWN_OWNER,
    GP_MSPDI_OWN_TAGS,
    GP_MSPDI_OWN_PARENT,
    GP_MSPDI_OWN_FIELDS
} gp_mspdi_own;
extern const struct gp_mspdi_own_field {
    const char *alias, *name, *field; /* "groeipad id", "Text1", its FieldID */
} gp_mspdi_own_fields[GP_MSPDI_OWN_FIELDS];

typedef struct gp_mspdi_task {
    int64_t uid, is_null, is_summary, is_active, is_manual, is_external, is_subproject;
    int64_t minutes, format; /* Duration, or GP_MSPDI_NONE; DurationFormat */
    int64_t remaining;       /* RemainingDuration in minutes, or GP_MSPDI_NONE */
    int64_t percent;         /* PercentComplete in hundredths of a percent */
    int64_t constraint, calendar, is_milestone;
    int64_t outline_level; /* -1: not given */
    int64_t levelling_delay, is_recurring;
    const char *name, *wbs, *outline_number;
    const char *id, *kind;             /* as our export wrote them; NULL: another file */
    const char *owner, *tags, *parent; /* likewise; NULL: not given */
    gp_mspdi_moment not_before;        /* what holds it, beside its own constraint */
    gp_mspdi_moment start, finish, actual_start, actual_finish, deadline, constraint_date;
    gp_mspdi_moment stop, resume; /* until when it was done, and from when on the rest is */
    bool has_own_hours;           /* by a calendar of its own, that is carried over */
    uint32_t link_first, link_count;
    gp_spot spot;
    bool is_wrong; /* a value of it was refused, so what it lacks is not told */
} gp_mspdi_task;

/* A period in a calendar, some or all of whose days are not as its week says. */
typedef struct gp_mspdi_exception {
    gp_mspdi_moment from, to;
    int64_t type, occurrences, is_by_occurrences, period, days_of_week; /* how it recurs */
    int64_t month, month_day, month_item, month_position;
    int64_t is_worked;
    int32_t minutes; /* of work on each day; 0: not said */
    int8_t weekday;  /* of a work week: the day that it says something of; -1: an exception */
    bool is_old;     /* a WeekDay with a period: many files say the same in an Exception */
    gp_spot spot;
} gp_mspdi_exception;

/* Hours of work on a weekday, in minutes; to: after `from`, so midnight is 24:00. */
typedef struct gp_mspdi_hours {
    int8_t weekday; /* 0: Monday */
    int32_t from, to;
} gp_mspdi_hours;

typedef struct gp_mspdi_calendar {
    int64_t uid, base;
    const struct gp_mspdi_calendar *base_calendar; /* of that UID, or NULL */
    uint8_t given, worked;                         /* weekdays by bit: 0 = Monday */
    uint32_t hours_first, hours_count;
    uint32_t exception_first, exception_count;
} gp_mspdi_calendar;

typedef struct gp_mspdi_plan {
    const char *title, *name;
    gp_mspdi_moment start, finish, status;
    int64_t calendar, minutes_per_day;
    int64_t is_from_start;         /* ScheduleFromStart; 0: planned backwards from its finish */
    int32_t day_start, day_finish; /* minutes: DefaultStartTime, DefaultFinishTime */
    gp_array tasks, links, calendars, exceptions, hours;
    gp_day first, last;       /* the days that its dates lie between; GP_NO_DAY: it has none */
    int64_t assignment_count; /* of resources that are there: not of nobody */
} gp_mspdi_plan;

/* The plan as records of a portfolio, and a warning (GP127) for each part of a task that is not
 * carried over. Errors: GP_NO_MEMORY. Cost: O((V + E) log V). */
gp_status gp_take_mspdi_plan(gp_records *records, gp_mspdi_plan *plan);

/* Reports that a part of `subject` (a copy is made; NULL: the plan) is not carried over. `what` in
 * words; value: which one. */
gp_status gp_report_mspdi_loss(gp_records *records, gp_spot spot, const char *subject,
                               gp_argument what, const char *value);

/* With --strict (is_strict) what was reported since finding number `from` is an error (GP126). */
gp_status gp_judge_mspdi_losses(gp_records *records, uint32_t from);

/* A time of work or a lag as a duration of the portfolio file: "3wd", "4d", "2w", "-1wd". minutes
 * may be negative. *is_part: it was no whole number of days, and was rounded up. */
#define GP_MSPDI_SPAN_SIZE 32
void gp_mspdi_span(int64_t minutes, int64_t format, int64_t minutes_per_day,
                   char out[GP_MSPDI_SPAN_SIZE], bool *is_part);

#endif
