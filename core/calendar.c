/* SPDX-License-Identifier: MIT
 * Which day is it so many months, days or working days later, and which planning round comes
 * next? Every answer is closed arithmetic: no loop over days, months or rounds.
 *
 * Dates: years that begin on 1 March put the leap day at the end, so that the months before it
 * have a fixed place (a method that goes back to Zeller 1887). Working days: rank (how many lie
 * before a day) and select (which day is the n-th), weeks by division and holidays by binary
 * search. The schedule's backward pass rests on upper adjoints: f(s) <= t <=> s <= f*(t).
 *
 * Days outside GP_DAY_FIRST .. GP_DAY_LAST are cut off. GP_DAY_LAST then means "that day or
 * later", so the adjoint of every function maps GP_DAY_LAST to itself, and the law holds with
 * no exception at that end. At the other end it holds for all days t that can be met at all,
 * f(GP_DAY_FIRST) <= t; for an earlier t the adjoint is GP_DAY_FIRST. */
#include "groeipad/time.h"

#define MARCH_ZERO 719468 /* days from 0000-03-01 to 1970-01-01 */
#define MONDAY_ZERO 3     /* days from a Monday (1969-12-29) to 1970-01-01 */
#define ERA_DAYS 146097   /* 400 years */
#define ERA_MONTHS 4800

/* A day of a month; months are counted from March of the year 0. */
typedef struct month_day {
    int32_t month, day;
} month_day;

static gp_day within_range(int64_t day)
{
    if (day < GP_DAY_FIRST) return GP_DAY_FIRST;
    return day > GP_DAY_LAST ? GP_DAY_LAST : (gp_day)day;
}

static int32_t floor_divide(int32_t number, int32_t divisor)
{
    int32_t quotient = number / divisor;
    return quotient - (number % divisor < 0);
}

static int32_t ceil_divide(int32_t number, int32_t divisor)
{
    int32_t quotient = number / divisor;
    return quotient + (number % divisor > 0);
}

/* ---- dates ---- */

static gp_day first_of_month(int32_t month)
{
    uint32_t year = (uint32_t)month / 12, rest = (uint32_t)month % 12;
    uint32_t days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * rest + 2) / 5;
    return (gp_day)days - MARCH_ZERO;
}

static month_day month_day_of(gp_day day)
{
    uint32_t quarters = 4 * (uint32_t)(day + MARCH_ZERO) + 3;
    uint32_t century = quarters / ERA_DAYS;
    uint32_t rest = quarters % ERA_DAYS | 3;
    uint32_t year = rest / 1461, day_of_year = rest % 1461 / 4;
    uint32_t month = (5 * day_of_year + 2) / 153;
    return (month_day){(int32_t)((100 * century + year) * 12 + month),
                       (int32_t)(day_of_year - (153 * month + 2) / 5 + 1)};
}

/* The day of a month, or its last day where it is shorter than that. */
static gp_day day_in_month(month_day date)
{
    gp_day first = first_of_month(date.month);
    if (date.day > 28) {
        int32_t length = first_of_month(date.month + 1) - first;
        if (date.day > length) return first + length - 1;
    }
    return first + date.day - 1;
}

gp_day gp_day_of(gp_date date)
{
    return first_of_month(date.year * 12 + date.month - 3) + date.day - 1;
}

gp_date gp_date_of(gp_day day)
{
    month_day date = month_day_of(day);
    int32_t month = date.month + 2; /* from January of the year 0 */
    return (gp_date){month / 12, month % 12 + 1, date.day};
}

/* ---- months ---- */

#define MONTH_FIRST (1600 * 12 - 2)
#define MONTH_LAST (2400 * 12 - 3)

/* Not cut off at the end of the range, so that days can still be added to the result; a month
 * outside the range gives a day just outside it. */
static gp_day move_months(month_day date, int64_t months)
{
    int64_t month = date.month + months;
    if (month < MONTH_FIRST) return GP_DAY_FIRST - 1;
    if (month > MONTH_LAST) return GP_DAY_LAST + 1;
    date.month = (int32_t)month;
    return day_in_month(date);
}

/* The last s whose move by so many months is not after day. All days of a month that move past
 * the end of a shorter one land on its last day: from there the whole month comes back. */
static gp_day move_months_back(gp_day day, int32_t months)
{
    month_day date = month_day_of(day);
    bool is_last = date.day >= 28 && first_of_month(date.month + 1) == day + 1;
    if (is_last) date.day = 31;
    return move_months(date, -(int64_t)months);
}

/* ---- working days ---- */

static const gp_calendar every_day = {0};

static int32_t count_bits(uint32_t bits)
{
    return __builtin_popcount(bits);
}

static uint32_t worked_weekdays(const gp_calendar *calendar)
{
    return ~(uint32_t)calendar->days_off & 0x7f;
}

/* How many working days lie between Monday 1969-12-29 and day, as if there were no holidays. */
static int32_t rank_in_weeks(const gp_calendar *calendar, gp_day day)
{
    uint32_t worked = worked_weekdays(calendar);
    int32_t week = floor_divide(day + MONDAY_ZERO, 7);
    int32_t weekday = day + MONDAY_ZERO - 7 * week;
    return week * count_bits(worked) + count_bits(worked & ((1U << weekday) - 1));
}

/* The working day that has `rank` others before it. */
static gp_day select_in_weeks(const gp_calendar *calendar, int32_t rank)
{
    uint32_t worked = worked_weekdays(calendar);
    int32_t per_week = count_bits(worked);
    int32_t week = floor_divide(rank, per_week);
    for (int32_t left = rank - week * per_week; left > 0; left--) worked &= worked - 1;
    return week * 7 - MONDAY_ZERO + count_bits((worked & (0U - worked)) - 1);
}

static int32_t rank_of(const gp_calendar *calendar, gp_day day)
{
    uint32_t low = 0, high = calendar->holiday_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (calendar->holidays[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return rank_in_weeks(calendar, day) - (int32_t)low;
}

/* A holiday lies before the working day of this rank just when at most `rank` working days lie
 * before the holiday; that number never falls from one holiday to the next. */
static gp_day select_day(const gp_calendar *calendar, int32_t rank)
{
    uint32_t low = 0, high = calendar->holiday_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int32_t before = rank_in_weeks(calendar, calendar->holidays[middle]) - (int32_t)middle;
        if (before <= rank)
            low = middle + 1;
        else
            high = middle;
    }
    return select_in_weeks(calendar, rank + (int32_t)low);
}

/* The first day with at least `count` working days before it. */
static gp_day first_after(const gp_calendar *calendar, int32_t count)
{
    return select_day(calendar, count - 1) + 1;
}

/* The last day with at most `count` working days before it: a working day itself. */
static gp_day last_before(const gp_calendar *calendar, int32_t count)
{
    return select_day(calendar, count);
}

/* ---- durations ---- */

static gp_day add(const gp_calendar *calendar, gp_day day, gp_duration duration)
{
    day = within_range(day);
    if (duration.unit == GP_DURATION_WORKDAYS) {
        if (duration.days == 0) return day;
        if (!calendar) calendar = &every_day;
        return within_range(first_after(calendar, rank_of(calendar, day) + duration.days));
    }
    if (duration.months) day = move_months(month_day_of(day), duration.months);
    return within_range(day + duration.days);
}

static gp_day subtract(const gp_calendar *calendar, gp_day day, gp_duration duration)
{
    if (day >= GP_DAY_LAST) return GP_DAY_LAST;
    day = within_range(day);
    if (duration.unit == GP_DURATION_WORKDAYS) {
        if (duration.days == 0) return day;
        if (!calendar) calendar = &every_day;
        return within_range(last_before(calendar, rank_of(calendar, day) - duration.days));
    }
    day -= duration.days;
    if (duration.months && day >= GP_DAY_FIRST) day = move_months_back(day, duration.months);
    return within_range(day);
}

gp_day gp_add_duration(const gp_calendar *calendar, gp_day day, gp_duration duration)
{
    return duration.is_lead ? subtract(calendar, day, duration) : add(calendar, day, duration);
}

/* A lead is itself the adjoint of `add`: its own follows from subtract(s) <= day  <=>  not
 * day + 1 <= subtract(s)  <=>  not add(day + 1) <= s. */
gp_day gp_subtract_duration(const gp_calendar *calendar, gp_day day, gp_duration duration)
{
    if (!duration.is_lead) return subtract(calendar, day, duration);
    if (day >= GP_DAY_LAST) return GP_DAY_LAST;
    return within_range(add(calendar, within_range(day) + 1, duration) - 1);
}

int32_t gp_count_workdays(const gp_calendar *calendar, gp_day from, gp_day to)
{
    if (!calendar) calendar = &every_day;
    return rank_of(calendar, within_range(to)) - rank_of(calendar, within_range(from));
}

/* ---- rounds ---- */

/* A grid of dates: point k of a step in months and days is `from` moved by k * months, then by
 * k * days. With a step of n working days it is, for k > 0, the day after the (k * n)-th working
 * day from `from` on, and for k < 0 the (-k * n)-th last working day before `from`. Point 0 is
 * `from`, and the points grow strictly with k. */
typedef struct grid {
    const gp_calendar *calendar;
    gp_duration step;
    gp_day from;
    month_day from_date; /* where the step has months */
    int32_t from_rank;   /* where it is in working days */
} grid;

static bool make_grid(const gp_calendar *calendar, gp_day from, gp_duration step, grid *out)
{
    if (step.unit == GP_DURATION_NONE || (step.months == 0 && step.days == 0)) return false;
    *out = (grid){.calendar = calendar ? calendar : &every_day, .step = step};
    out->from = within_range(from);
    if (step.unit == GP_DURATION_WORKDAYS)
        out->from_rank = rank_of(out->calendar, out->from);
    else if (step.months)
        out->from_date = month_day_of(out->from);
    return true;
}

/* Not cut off; a point far outside the range may be any day outside it on the same side. */
static int64_t grid_point(const grid *g, int32_t k)
{
    if (g->step.unit == GP_DURATION_WORKDAYS) {
        if (k == 0) return g->from;
        int32_t count = g->from_rank + k * g->step.days;
        return k > 0 ? first_after(g->calendar, count) : last_before(g->calendar, count);
    }
    int64_t day = g->from;
    if (g->step.months) day = move_months(g->from_date, (int64_t)k * g->step.months);
    return day + (int64_t)k * g->step.days;
}

/* Steps of months and days: real months stay within days of the mean month, so a guess by that
 * mean is at most two points wrong, however far away the day is. */
static int32_t find_point_by_mean(const grid *g, gp_day day)
{
    int64_t step = (int64_t)g->step.months * ERA_DAYS + (int64_t)g->step.days * ERA_MONTHS;
    int64_t distance = ((int64_t)day - g->from) * ERA_MONTHS;
    int32_t k = (int32_t)(distance / step);
    if (grid_point(g, k) >= day) {
        while (grid_point(g, k - 1) >= day) k--;
        return k;
    }
    k++;
    while (grid_point(g, k) < day) k++;
    return k;
}

/* Points of whole months lie one in each of their months, so the months alone say which. A day
 * past that month's point has a larger number than `from`: at a short month's end none has. */
static int32_t find_point_in_months(const grid *g, gp_day day)
{
    month_day date = month_day_of(day);
    int32_t distance = date.month - g->from_date.month;
    int32_t k = ceil_divide(distance, g->step.months);
    return k + (k * g->step.months == distance && date.day > g->from_date.day);
}

/* The smallest k whose point is not before day. */
static int32_t find_point(const grid *g, gp_day day)
{
    if (g->step.unit == GP_DURATION_CALENDAR) {
        if (g->step.months == 0) return ceil_divide(day - g->from, g->step.days);
        return g->step.days ? find_point_by_mean(g, day) : find_point_in_months(g, day);
    }
    if (day <= g->from) return ceil_divide(rank_of(g->calendar, day) - g->from_rank, g->step.days);
    return (rank_of(g->calendar, day - 1) - g->from_rank) / g->step.days + 1;
}

gp_day gp_round_up(const gp_calendar *calendar, gp_day from, gp_duration step, gp_day day)
{
    grid g;
    day = within_range(day);
    if (!make_grid(calendar, from, step, &g)) return day;
    return within_range(grid_point(&g, find_point(&g, day)));
}

gp_day gp_round_down(const gp_calendar *calendar, gp_day from, gp_duration step, gp_day day)
{
    grid g;
    if (day >= GP_DAY_LAST) return GP_DAY_LAST;
    day = within_range(day);
    if (!make_grid(calendar, from, step, &g)) return day;
    return within_range(grid_point(&g, find_point(&g, day + 1) - 1));
}

int32_t gp_count_steps(const gp_calendar *calendar, gp_day from, gp_duration step, gp_day day)
{
    grid g;
    day = within_range(day);
    if (day <= from || !make_grid(calendar, from, step, &g)) return 0;
    return find_point(&g, day);
}
