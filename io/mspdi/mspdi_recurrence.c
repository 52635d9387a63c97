/* SPDX-License-Identifier: MIT
 * The days of an exception in a calendar of MS Project: all days of a period, or those of them that
 * come back by a pattern: every third day, the second Tuesday of every other month. */
#include "io/mspdi/mspdi_calendar.h"

/* Exception/Type */
enum {
    DAILY = 1,
    YEARLY_BY_DATE,
    YEARLY_BY_POSITION,
    MONTHLY_BY_DATE,
    MONTHLY_BY_POSITION,
    WEEKLY,
    BY_DAYS
};

/* MonthItem; from 3 on the weekdays, Sunday first. */
enum { ANY_DAY, WORKING_DAY, WEEKEND_DAY, SUNDAY };

#define LAST_POSITION 4

static int weekday_of(gp_day day)
{
    int weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday; 0: Monday */
    return weekday < 0 ? weekday + 7 : weekday;
}

static gp_day first_of_week(gp_day day)
{
    return day - (weekday_of(day) + 1) % 7; /* weeks begin on Sunday */
}

static bool is_item(gp_day day, int64_t item)
{
    int weekday = weekday_of(day);
    if (item == ANY_DAY) return true;
    if (item == WORKING_DAY) return weekday < 5;
    if (item == WEEKEND_DAY) return weekday >= 5;
    return (weekday + 1) % 7 == item - SUNDAY;
}

/* Is it the first (0) to fourth, or the last, of such days in its month? */
static bool is_in_position(gp_day day, const gp_date *date, const gp_mspdi_exception *exception)
{
    int64_t before = 0, after = 0;
    if (!is_item(day, exception->month_item)) return false;
    for (int32_t i = 1; i < date->day; i++) before += is_item(day - i, exception->month_item);
    if (exception->month_position != LAST_POSITION) return before == exception->month_position;
    for (gp_day d = day + 1; gp_date_of(d).month == date->month; d++)
        after += is_item(d, exception->month_item);
    return after == 0;
}

/* The 31st of a shorter month is its last day. */
static bool is_on_date(gp_day day, const gp_date *date, int64_t wanted)
{
    bool is_last = gp_date_of(day + 1).month != date->month;
    return date->day == wanted || (is_last && date->day < wanted);
}

bool gp_has_mspdi_pattern(const gp_mspdi_exception *exception)
{
    int64_t type = exception->type;
    bool is_known = type >= DAILY && type <= BY_DAYS;
    bool is_yearly = type == YEARLY_BY_DATE || type == YEARLY_BY_POSITION;
    bool is_by_date = type == YEARLY_BY_DATE || type == MONTHLY_BY_DATE;
    bool is_by_position = type == YEARLY_BY_POSITION || type == MONTHLY_BY_POSITION;
    if (is_yearly && (exception->month < 0 || exception->month > 11)) return false;
    if (is_by_date && (exception->month_day < 1 || exception->month_day > 31)) return false;
    if (type == WEEKLY) return (exception->days_of_week & 127) != 0;
    if (!is_by_position) return is_known;
    return exception->month_item >= 0 && exception->month_item <= 9 &&
           exception->month_position >= 0 && exception->month_position <= LAST_POSITION;
}

bool gp_is_mspdi_exception(const gp_mspdi_exception *exception, gp_day day)
{
    gp_day from = exception->from.day;
    int64_t every = exception->period > 0 ? exception->period : 1;
    if (exception->weekday >= 0) return weekday_of(day) == exception->weekday;
    if (exception->type == DAILY || exception->type == BY_DAYS) return (day - from) % every == 0;
    if (exception->type == WEEKLY)
        return (exception->days_of_week >> (weekday_of(day) + 1) % 7 & 1) &&
               (first_of_week(day) - first_of_week(from)) / 7 % every == 0;
    gp_date date = gp_date_of(day), first = gp_date_of(from);
    if (exception->type == YEARLY_BY_DATE)
        return date.month == exception->month + 1 && is_on_date(day, &date, exception->month_day);
    if (exception->type == YEARLY_BY_POSITION)
        return date.month == exception->month + 1 && is_in_position(day, &date, exception);
    int32_t months = (date.year - first.year) * 12 + date.month - first.month;
    if (months % every != 0) return false;
    return exception->type == MONTHLY_BY_DATE ? is_on_date(day, &date, exception->month_day)
                                              : is_in_position(day, &date, exception);
}
