/* SPDX-License-Identifier: MIT
 * Which planning round comes next? Boards meet on dates that they chose, and after those once in so
 * many months or weeks: first the given dates, found by binary search, then the grid of
 * core/calendar.c.
 *
 * Both halves are monotone and each has its adjoint. They meet in the last date, which is a point
 * of both, so what they make together is monotone as well and its adjoint is that of the half in
 * which the limit lies. Before the first date there is no round: nothing can be in time there. */
#include "groeipad/time.h"

static gp_day last_date(const gp_planning *planning)
{
    return planning->dates[planning->date_count - 1];
}

/* One point of the grid after the last date. */
static gp_day grid_from(const gp_planning *planning)
{
    gp_day last = last_date(planning);
    return planning->from > last ? planning->from : last;
}

/* How many of the dates come before `day`. */
static uint32_t count_before(const gp_planning *planning, gp_day day)
{
    uint32_t low = 0, high = planning->date_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (planning->dates[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool gp_has_rounds(const gp_planning *planning)
{
    return planning->date_count || planning->round.unit != GP_DURATION_NONE;
}

bool gp_knows_round(const gp_planning *planning, gp_day day)
{
    return planning->date_count == 0 || planning->round.unit != GP_DURATION_NONE ||
           day <= last_date(planning);
}

gp_day gp_next_round(const gp_calendar *calendar, const gp_planning *planning, gp_day day)
{
    if (planning->date_count == 0)
        return gp_round_up(calendar, planning->from, planning->round, day);
    if (day > last_date(planning))
        return gp_round_up(calendar, grid_from(planning), planning->round, day);
    return planning->dates[count_before(planning, day)];
}

gp_day gp_last_round(const gp_calendar *calendar, const gp_planning *planning, gp_day day)
{
    if (planning->date_count == 0)
        return gp_round_down(calendar, planning->from, planning->round, day);
    gp_day last = last_date(planning);
    if (day >= last) {
        gp_day round = gp_round_down(calendar, grid_from(planning), planning->round, day);
        return round > last ? round : last;
    }
    uint32_t count = count_before(planning, day + 1);
    return count ? planning->dates[count - 1] : day;
}
