/* SPDX-License-Identifier: MIT
 * Days and durations of many draws at once. Calendar days are sums. Months and working days look up
 * where months begin and which days are worked; a day outside the tables, or so near to their ends
 * that the result could be, goes through the function of core/calendar.c. */
#include "core/risk/day_lanes.h"
#include "core/risk/lanes.h"

#define ERA_DAYS 146097 /* of 400 years, or 4,800 months */
#define ERA_MONTHS 4800

static gp_day within_range(int64_t day)
{
    if (day < GP_DAY_FIRST) return GP_DAY_FIRST;
    return day > GP_DAY_LAST ? GP_DAY_LAST : (gp_day)day;
}

static gp_status find_months(gp_job *job, gp_day_tables *out)
{
    gp_date date = gp_date_of(out->first);
    uint32_t count = (uint32_t)((out->last - out->first) / 28 + 3);
    gp_day *first = GP_NEW(job, gp_day, count);
    if (!first) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        first[i] = gp_day_of((gp_date){date.year, date.month, 1});
        out->month_count = i;
        if (first[i] > out->last) break;
        if (++date.month == 13) date = (gp_date){date.year + 1, 1, 1};
        if (date.year >= 2400) break;
    }
    out->month_first = first;
    return GP_OK;
}

static gp_status find_workdays(gp_job *job, gp_day_tables *out)
{
    uint32_t count = (uint32_t)(out->last - out->first) + 1, found = 0;
    int32_t *before = GP_NEW(job, int32_t, count);
    gp_day *days = GP_NEW(job, gp_day, count);
    if (!before || !days) return gp_no_memory(job);
    const gp_duration one = {.days = 1, .unit = GP_DURATION_WORKDAYS};
    gp_day next = gp_add_duration(out->calendar, out->first, one) - 1;
    for (uint32_t i = 0; i < count; i++) {
        gp_day day = out->first + (gp_day)i;
        before[i] = (int32_t)found;
        if (day != next) continue;
        days[found++] = day;
        next = gp_add_duration(out->calendar, day + 1, one) - 1;
    }
    out->work_before = before;
    out->work_days = days;
    out->work_count = found;
    return GP_OK;
}

gp_status gp_make_day_tables(gp_job *job, const gp_calendar *calendar, gp_day first, gp_day last,
                             bool has_workdays, gp_day_tables *out)
{
    *out = (gp_day_tables){
        .calendar = calendar, .first = within_range(first), .last = within_range((int64_t)last)};
    GP_TRY(find_months(job, out));
    return has_workdays ? find_workdays(job, out) : GP_OK;
}

/* ---- months ---- */

/* The number of the month of a day inside the tables. */
static inline uint32_t month_of(const gp_day_tables *tables, gp_day day)
{
    uint32_t month = (uint32_t)(day - tables->month_first[0]) * ERA_MONTHS / ERA_DAYS;
    month -= tables->month_first[month] > day;
    month += tables->month_first[month + 1] <= day;
    return month;
}

static inline gp_day add_months(const gp_day_tables *tables, gp_day day, gp_duration duration)
{
    uint32_t months = (uint32_t)duration.months;
    if (day < tables->first || day >= tables->last) goto elsewhere;
    uint32_t month = month_of(tables, day);
    if (month + months + 2 >= tables->month_count) goto elsewhere;
    gp_day offset = day - tables->month_first[month];
    const gp_day *to = &tables->month_first[month + months];
    gp_day last = to[1] - to[0] - 1;
    return within_range((int64_t)to[0] + (offset < last ? offset : last) + duration.days);
elsewhere:
    return gp_add_duration(tables->calendar, day, duration);
}

/* All days of a month that move past the end of a shorter one land on its last day: from there the
 * whole month comes back. */
static inline gp_day subtract_months(const gp_day_tables *tables, gp_day day, gp_duration duration)
{
    uint32_t months = (uint32_t)duration.months;
    gp_day left = day - duration.days;
    if (day >= tables->last || left < tables->first) goto elsewhere;
    uint32_t month = month_of(tables, left);
    if (month <= months || month + 2 >= tables->month_count) goto elsewhere;
    gp_day offset = left - tables->month_first[month];
    bool is_last = left + 1 == tables->month_first[month + 1];
    const gp_day *to = &tables->month_first[month - months];
    gp_day last = to[1] - to[0] - 1;
    return to[0] + (is_last || offset > last ? last : offset);
elsewhere:
    return gp_subtract_duration(tables->calendar, day, duration);
}

/* ---- working days ---- */

static inline gp_day add_workdays(const gp_day_tables *tables, gp_day day, int32_t count)
{
    if (count == 0 && day >= GP_DAY_FIRST && day <= GP_DAY_LAST) return day;
    if (tables->work_before && day >= tables->first && day <= tables->last) {
        uint32_t place = (uint32_t)(tables->work_before[day - tables->first] + count - 1);
        if (place < tables->work_count) return tables->work_days[place] + 1;
    }
    return gp_add_duration(tables->calendar, day,
                           (gp_duration){.days = count, .unit = GP_DURATION_WORKDAYS});
}

static inline gp_day subtract_workdays(const gp_day_tables *tables, gp_day day, int32_t count)
{
    if (count == 0 && day >= GP_DAY_FIRST && day <= GP_DAY_LAST) return day;
    if (tables->work_before && day >= tables->first && day < tables->last) {
        int32_t place = tables->work_before[day - tables->first] - count;
        if (place >= 0) return tables->work_days[place];
    }
    return gp_subtract_duration(tables->calendar, day,
                                (gp_duration){.days = count, .unit = GP_DURATION_WORKDAYS});
}

/* ---- lanes ---- */

GP_VECTORS static void add_days(gp_day *restrict days, int32_t fixed)
{
    for (int i = 0; i < GP_LANES; i++) {
        gp_day day = days[i] + fixed;
        day = day < GP_DAY_FIRST ? GP_DAY_FIRST : day;
        days[i] = day > GP_DAY_LAST ? GP_DAY_LAST : day;
    }
}

GP_VECTORS static void add_drawn(gp_day *restrict days, const int32_t *restrict drawn)
{
    for (int i = 0; i < GP_LANES; i++) {
        gp_day day = days[i] + drawn[i];
        days[i] = day > GP_DAY_LAST ? GP_DAY_LAST : day;
    }
}

/* GP_DAY_LAST means that day or later, so it stays. */
GP_VECTORS static void subtract_days(gp_day *restrict days, int32_t fixed)
{
    for (int i = 0; i < GP_LANES; i++) {
        gp_day day = days[i] - fixed;
        day = day < GP_DAY_FIRST ? GP_DAY_FIRST : day;
        days[i] = days[i] >= GP_DAY_LAST ? GP_DAY_LAST : day;
    }
}

GP_VECTORS static void subtract_drawn(gp_day *restrict days, const int32_t *restrict drawn)
{
    for (int i = 0; i < GP_LANES; i++) {
        gp_day day = days[i] - drawn[i];
        day = day < GP_DAY_FIRST ? GP_DAY_FIRST : day;
        days[i] = days[i] >= GP_DAY_LAST ? GP_DAY_LAST : day;
    }
}

void gp_add_lanes(const gp_day_tables *tables, gp_duration duration, const int32_t *drawn,
                  gp_day days[GP_LANES])
{
    if (duration.is_lead) {
        for (int i = 0; i < GP_LANES; i++)
            days[i] = gp_add_duration(tables->calendar, days[i], duration);
    } else if (duration.unit == GP_DURATION_WORKDAYS) {
        for (int i = 0; i < GP_LANES; i++)
            days[i] = add_workdays(tables, days[i], drawn ? drawn[i] : duration.days);
    } else if (drawn) {
        add_drawn(days, drawn);
    } else if (duration.months) {
        for (int i = 0; i < GP_LANES; i++) days[i] = add_months(tables, days[i], duration);
    } else {
        add_days(days, duration.days);
    }
}

void gp_subtract_lanes(const gp_day_tables *tables, gp_duration duration, const int32_t *drawn,
                       gp_day days[GP_LANES])
{
    if (duration.is_lead) {
        for (int i = 0; i < GP_LANES; i++)
            days[i] = gp_subtract_duration(tables->calendar, days[i], duration);
    } else if (duration.unit == GP_DURATION_WORKDAYS) {
        for (int i = 0; i < GP_LANES; i++)
            days[i] = subtract_workdays(tables, days[i], drawn ? drawn[i] : duration.days);
    } else if (drawn) {
        subtract_drawn(days, drawn);
    } else if (duration.months) {
        for (int i = 0; i < GP_LANES; i++) days[i] = subtract_months(tables, days[i], duration);
    } else {
        subtract_days(days, duration.days);
    }
}
