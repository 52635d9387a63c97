/* SPDX-License-Identifier: MIT
 * How is a span of days divided so that one can read it? By the smallest unit of the calendar
 * whose name fits in its cell, with the next larger one named above it. All in whole numbers:
 * the same days stand in the same place on every machine. */
#include "render/time_axis.h"

/* What a unit is: so many months, or a week; how long it is at its shortest; and the room that
 * its name takes. */
typedef struct tick_row {
    int32_t months, days;
    gp_length room;
    gp_tick coarse;
} tick_row;

static const tick_row ticks[GP_TICKS] = {
    [GP_TICK_WEEK] = {0, 7, GP_UNITS(24), GP_TICK_MONTH},
    [GP_TICK_MONTH] = {1, 28, GP_UNITS(32), GP_TICK_YEAR},
    [GP_TICK_QUARTER] = {3, 90, GP_UNITS(30), GP_TICK_YEAR},
    [GP_TICK_YEAR] = {12, 365, GP_UNITS(44), GP_TICKS},
    [GP_TICK_YEARS_5] = {60, 1826, GP_UNITS(44), GP_TICKS},
    [GP_TICK_YEARS_10] = {120, 3652, GP_UNITS(44), GP_TICKS},
    [GP_TICK_YEARS_50] = {600, 18262, GP_UNITS(44), GP_TICKS},
    [GP_TICK_YEARS_100] = {1200, 36524, GP_UNITS(44), GP_TICKS},
};

#define MONDAY (-3) /* 1969-12-29 */

gp_day gp_tick_start(gp_tick tick, gp_day day)
{
    if (tick == GP_TICK_WEEK) {
        int32_t since = day - MONDAY, past = since % 7;
        return day - (past < 0 ? past + 7 : past);
    }
    gp_date date = gp_date_of(day);
    int32_t month = date.year * 12 + date.month - 1;
    month -= month % ticks[tick].months;
    gp_date first = {month / 12, month % 12 + 1, 1};
    return first.year < 1600 ? GP_DAY_FIRST : gp_day_of(first);
}

gp_day gp_tick_next(gp_tick tick, gp_day start)
{
    if (tick == GP_TICK_WEEK) return start + 7;
    gp_date date = gp_date_of(start);
    int32_t month = date.year * 12 + date.month - 1;
    month += ticks[tick].months - month % ticks[tick].months;
    gp_date next = {month / 12, month % 12 + 1, 1};
    return next.year > 2399 ? GP_DAY_LAST + 1 : gp_day_of(next);
}

static bool fits(const gp_time_axis *axis, gp_tick tick)
{
    return axis->width * ticks[tick].days >= ticks[tick].room * (axis->to - axis->from);
}

void gp_fit_axis(gp_time_axis *axis, gp_day first, gp_day last, bool is_rounded)
{
    axis->from = first;
    axis->to = last > first ? last : first + 1;
    axis->fine = GP_TICK_WEEK;
    while (axis->fine + 1 < GP_TICKS && !fits(axis, axis->fine)) axis->fine++;
    axis->coarse = ticks[axis->fine].coarse;
    if (!is_rounded) return;
    axis->from = gp_tick_start(axis->fine, axis->from);
    gp_day end = gp_tick_start(axis->fine, axis->to);
    if (end < axis->to) axis->to = gp_tick_next(axis->fine, end);
}

gp_length gp_axis_x(const gp_time_axis *axis, gp_day day)
{
    if (day <= axis->from) return axis->left;
    if (day >= axis->to) return axis->left + axis->width;
    return axis->left + axis->width * (day - axis->from) / (axis->to - axis->from);
}

void gp_add_tick_name(gp_buffer *buffer, gp_tick tick, gp_day start, gp_language language)
{
    static const char *const months[2][12] = {
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
        {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}};
    gp_date date = gp_date_of(start > GP_DAY_LAST ? GP_DAY_LAST : start);
    switch (tick) {
    case GP_TICK_WEEK: gp_add_number(buffer, date.day); break;
    case GP_TICK_MONTH: gp_add_text(buffer, months[language][date.month - 1]); break;
    case GP_TICK_QUARTER:
        gp_add_text(buffer, language == GP_DUTCH ? "K" : "Q");
        gp_add_number(buffer, (date.month - 1) / 3 + 1);
        break;
    default: gp_add_number(buffer, date.year); break;
    }
}
