/* SPDX-License-Identifier: MIT
 * What stands in the calendars of MS Project XML: days of the week with their hours, exceptions,
 * and weeks that are worked otherwise for a while. */
#include "io/mspdi/mspdi_read.h"

#define DAY (24 * 60)

void gp_open_mspdi_days(gp_mspdi_reader *r)
{
    static const gp_mspdi_moment none = {GP_NO_DAY, 0};
    r->weekday = (gp_mspdi_weekday){.type = -1, .hours_first = (uint32_t)r->plan.hours.count};
    r->exception =
        (gp_mspdi_exception){.from = none, .to = none, .type = 1, .weekday = -1, .spot = r->spot};
}

/* Hours that end at midnight, or run over it, end on the next day. */
bool gp_close_mspdi_hours(gp_mspdi_reader *r)
{
    gp_mspdi_hours hours = {.from = r->hours_from, .to = r->hours_to};
    if (hours.to <= hours.from) hours.to += DAY;
    r->weekday.minutes += hours.to - hours.from;
    return gp_push(r->job, &r->plan.hours, &hours, 1) != NULL;
}

static bool add_exception(gp_mspdi_reader *r)
{
    gp_mspdi_exception *exception = &r->exception;
    exception->minutes = exception->is_worked ? r->weekday.minutes : 0;
    if (exception->to.day == GP_NO_DAY) exception->to = exception->from;
    r->plan.hours.count = r->weekday.hours_first; /* those of a week only are kept */
    return gp_push(r->job, &r->plan.exceptions, exception, 1) != NULL;
}

bool gp_close_mspdi_exception(gp_mspdi_reader *r)
{
    return add_exception(r);
}

/* A day of the week; or (type 0) a period that is an exception, as files of old have it. */
bool gp_close_mspdi_weekday(gp_mspdi_reader *r)
{
    gp_mspdi_calendar *calendar = &r->calendar;
    int64_t type = r->weekday.type;
    bool is_day = type >= 1 && type <= 7;
    int day = is_day ? (int)(type + 5) % 7 : 0; /* 1 is Sunday */
    if (type == 0 || (is_day && r->is_in_work_week)) {
        r->exception.is_worked = r->weekday.is_worked;
        r->exception.is_old = true;
        r->exception.weekday = (int8_t)(is_day ? day : -1);
        return add_exception(r);
    }
    bool is_kept = is_day && !(calendar->given >> day & 1);
    gp_mspdi_hours *hours = r->plan.hours.data;
    if (!is_kept || !r->weekday.is_worked) r->plan.hours.count = r->weekday.hours_first;
    if (!is_kept) return true;
    for (size_t i = r->weekday.hours_first; i < r->plan.hours.count; i++)
        hours[i].weekday = (int8_t)day;
    calendar->given = (uint8_t)(calendar->given | 1 << day);
    if (r->weekday.is_worked) calendar->worked = (uint8_t)(calendar->worked | 1 << day);
    return true;
}

void gp_open_mspdi_work_week(gp_mspdi_reader *r)
{
    static const gp_mspdi_moment none = {GP_NO_DAY, 0};
    r->is_in_work_week = true;
    r->week_from = r->week_to = none;
    r->week_first = (uint32_t)r->plan.exceptions.count;
}

/* Its days were read; now they know from when to when. */
void gp_close_mspdi_work_week(gp_mspdi_reader *r)
{
    gp_mspdi_exception *exceptions = r->plan.exceptions.data;
    for (size_t i = r->week_first; i < r->plan.exceptions.count; i++) {
        exceptions[i].from = r->week_from;
        exceptions[i].to = r->week_to;
    }
    r->is_in_work_week = false;
}
