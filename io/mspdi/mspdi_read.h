/* SPDX-License-Identifier: MIT
 * What reads MS Project XML knows while it reads: which elements are open, and what the one at hand
 * has brought so far. Private to io/mspdi. */
#ifndef GP_MSPDI_READ_H
#define GP_MSPDI_READ_H

#include "io/mspdi/mspdi.h"
#include "io/xml/xml_read.h"

typedef enum gp_mspdi_scope {
    GP_MSPDI_IN_NOWHERE,
    GP_MSPDI_IN_DOCUMENT,
    GP_MSPDI_IN_PROJECT,
    GP_MSPDI_IN_LISTS, /* Calendars, Tasks and so on: only what is in them counts */
    GP_MSPDI_IN_CALENDAR,
    GP_MSPDI_IN_WEEKDAYS,
    GP_MSPDI_IN_WEEKDAY,
    GP_MSPDI_IN_HOURS, /* WorkingTimes */
    GP_MSPDI_IN_TIME,
    GP_MSPDI_IN_PERIOD,
    GP_MSPDI_IN_EXCEPTIONS,
    GP_MSPDI_IN_EXCEPTION,
    GP_MSPDI_IN_WORK_WEEKS,
    GP_MSPDI_IN_WORK_WEEK,
    GP_MSPDI_IN_WEEK_PERIOD, /* TimePeriod of a WorkWeek */
    GP_MSPDI_IN_TASK,
    GP_MSPDI_IN_LINK,
    GP_MSPDI_IN_MARK, /* ExtendedAttribute of a task */
    GP_MSPDI_IN_ALIAS,
    GP_MSPDI_IN_ASSIGNMENT
} gp_mspdi_scope;

/* An extended attribute: what a field of this plan is for, or what a task has in it. */
typedef struct gp_mspdi_mark {
    int64_t field;
    const char *text;
} gp_mspdi_mark;

typedef struct gp_mspdi_weekday {
    int64_t type, is_worked;
    int32_t minutes;      /* of work */
    uint32_t hours_first; /* in the plan */
} gp_mspdi_weekday;

typedef struct gp_mspdi_reader {
    gp_records *records;
    gp_job *job;
    gp_mspdi_plan plan;
    gp_mspdi_scope scopes[GP_XML_DEPTH_MAX + 1];
    uint32_t depth; /* of open elements */
    gp_spot spot;   /* of the last start tag */
    gp_mspdi_task task;
    gp_mspdi_link link;
    gp_mspdi_calendar calendar;
    gp_mspdi_weekday weekday;
    gp_mspdi_exception exception;
    bool is_in_work_week;
    gp_mspdi_moment week_from, week_to; /* of the work week */
    uint32_t week_first;                /* the first exception that is of it */
    int32_t hours_from, hours_to;
    int64_t resource; /* of the assignment at hand */
    gp_mspdi_mark mark, alias;
    int64_t own_fields[GP_MSPDI_OWN_FIELDS]; /* of our own export; 0: none */
    bool is_root_read;
} gp_mspdi_reader;

/* The text of an element that holds a value, in the scope that is open. What is no value of its
 * kind is reported (GP106); an element that nobody asks for passes by. */
gp_status gp_read_mspdi_field(gp_mspdi_reader *r, const char *name, const char *text);

/* A WeekDay or an Exception begins; hours, a WeekDay, an Exception end; a WorkWeek begins and ends.
 * False: memory ran out. */
void gp_open_mspdi_days(gp_mspdi_reader *r);
bool gp_close_mspdi_hours(gp_mspdi_reader *r);
bool gp_close_mspdi_weekday(gp_mspdi_reader *r);
bool gp_close_mspdi_exception(gp_mspdi_reader *r);
void gp_open_mspdi_work_week(gp_mspdi_reader *r);
void gp_close_mspdi_work_week(gp_mspdi_reader *r);

#endif
