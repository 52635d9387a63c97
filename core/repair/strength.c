/* SPDX-License-Identifier: MIT
 * Which of two is sure to be the earlier, whatever day it is?
 *
 * Durations. Months have 28 to 31 days, so 60 days may be more or less than two months, but 92 days
 * are never less than three. From a day of the month on which a year begins, n months take at least
 * least_days[n] and at most most_days[n] days, whatever the month and the year; what is more than a
 * year is cut in years, as the least of a sum is no less than the sum of the leasts. A test counts
 * the days of all months of 400 years.
 *
 * Rounds. A grid holds another where every point of that is one of its own. What cannot be shown by
 * divisions of steps, or by trying given dates, is not the case. */
#include "core/repair/strength.h"

/* ---- durations ---- */

static const int16_t least_days[] = {0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334, 365};
static const int16_t most_days[] = {0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337, 366};

static int64_t days_of_months(const int16_t days[13], int32_t months)
{
    return (int64_t)(months / 12) * days[12] + days[months % 12];
}

static bool takes_no_time(gp_duration duration)
{
    return duration.unit == GP_DURATION_NONE || (duration.months == 0 && duration.days == 0);
}

/* Neither is a lead, and both take time. */
static bool is_calendar_as_short(gp_duration a, gp_duration b)
{
    int32_t months = b.months - a.months;
    int64_t days = (int64_t)b.days - a.days;
    return months >= 0 ? days + days_of_months(least_days, months) >= 0
                       : days >= days_of_months(most_days, -months);
}

static bool is_work_span_as_short(gp_duration a, gp_duration b)
{
    if (takes_no_time(a)) return true;
    if (takes_no_time(b)) return false;
    bool is_in_workdays = a.unit == GP_DURATION_WORKDAYS;
    if (b.unit == GP_DURATION_WORKDAYS)
        return is_in_workdays ? a.days <= b.days
                              : a.days + days_of_months(most_days, a.months) <= b.days;
    return !is_in_workdays && is_calendar_as_short(a, b);
}

bool gp_is_as_short(gp_duration a, gp_duration b)
{
    bool is_a_lead = a.is_lead && !takes_no_time(a), is_b_lead = b.is_lead && !takes_no_time(b);
    if (is_a_lead != is_b_lead) return is_a_lead;
    return is_a_lead ? is_work_span_as_short(b, a) : is_work_span_as_short(a, b);
}

bool gp_is_work_as_short(const gp_duration *a, uint32_t a_count, const gp_duration *b,
                         uint32_t b_count)
{
    for (uint32_t i = 0; i < a_count; i++) {
        bool is_within = takes_no_time(a[i]);
        for (uint32_t k = 0; k < b_count && !is_within; k++) is_within = gp_is_as_short(a[i], b[k]);
        if (!is_within) return false;
    }
    return true;
}

/* ---- grids ---- */

static int64_t month_number(gp_date date)
{
    return (int64_t)date.year * 12 + date.month;
}

static bool is_same_step(gp_duration a, gp_duration b)
{
    return a.unit == b.unit && a.months == b.months && a.days == b.days;
}

static bool holds_months(gp_duration a, gp_day a_from, gp_duration b, gp_day b_from)
{
    gp_date a_date = gp_date_of(a_from), b_date = gp_date_of(b_from);
    return b.months % a.months == 0 && a_date.day == b_date.day &&
           (month_number(b_date) - month_number(a_date)) % a.months == 0;
}

/* Steps of months and days as well: from the same day, one a number of times the other. */
static bool holds_times(gp_duration a, gp_duration b)
{
    int32_t times = a.months ? b.months / a.months : b.days / a.days;
    return times > 0 && b.months == times * a.months && b.days == times * a.days;
}

bool gp_holds_grid(const gp_calendar *calendar, gp_duration a, gp_day a_from, gp_duration b,
                   gp_day b_from)
{
    (void)calendar;
    if (takes_no_time(a)) return true;
    if (takes_no_time(b)) return false;
    if (is_same_step(a, b) && a_from == b_from) return true;
    bool has_a_months = a.months != 0, has_b_months = b.months != 0;
    if (a.unit != GP_DURATION_CALENDAR)
        return b.unit == a.unit && a_from == b_from && b.days % a.days == 0;
    if (!has_a_months && a.days == 1) return true;
    if (b.unit != GP_DURATION_CALENDAR || has_a_months != has_b_months) return false;
    if (!has_a_months) return b.days % a.days == 0 && ((int64_t)b_from - a_from) % a.days == 0;
    if (a.days == 0 && b.days == 0) return holds_months(a, a_from, b, b_from);
    return a_from == b_from && holds_times(a, b);
}

/* ---- rounds ---- */

/* So many rounds of a grid are tried one by one, before the last of the other's given dates. */
#define ROUNDS_TRIED 4096

static gp_day last_date_of(const gp_planning *planning)
{
    return planning->date_count ? planning->dates[planning->date_count - 1] : GP_DAY_FIRST;
}

/* One point of the grid that goes on after the given dates. */
static gp_day grid_from(const gp_planning *planning)
{
    gp_day last = last_date_of(planning);
    return planning->date_count && last > planning->from ? last : planning->from;
}

static bool is_round(const gp_calendar *calendar, const gp_planning *planning, gp_day day)
{
    return gp_knows_round(planning, day) && gp_next_round(calendar, planning, day) == day;
}

static bool is_same_planning(const gp_planning *a, const gp_planning *b)
{
    if (a == b) return true;
    if (!is_same_step(a->round, b->round) || a->date_count != b->date_count) return false;
    for (uint32_t i = 0; i < a->date_count; i++)
        if (a->dates[i] != b->dates[i]) return false;
    return a->from == b->from || takes_no_time(a->round);
}

static bool is_every_day(gp_duration step)
{
    return step.unit == GP_DURATION_CALENDAR && step.months == 0 && step.days == 1;
}

static bool has_no_rounds(const gp_planning *planning)
{
    return !planning || (planning->date_count == 0 &&
                         (takes_no_time(planning->round) || is_every_day(planning->round)));
}

/* The given dates of `b`, and its grid for as long as `a` has given dates. */
static bool holds_days(const gp_calendar *calendar, const gp_planning *a, const gp_planning *b,
                       gp_day since)
{
    gp_day day = since;
    for (uint32_t i = 0; i < b->date_count; i++)
        if (b->dates[i] >= since && !is_round(calendar, a, b->dates[i])) return false;
    if (b->date_count && last_date_of(b) >= day) day = last_date_of(b) + 1;
    for (uint32_t tried = 0; a->date_count && day <= last_date_of(a); tried++) {
        if (tried == ROUNDS_TRIED) return false;
        gp_day round = gp_next_round(calendar, b, day);
        if (round > last_date_of(a)) return true;
        if (!is_round(calendar, a, round)) return false;
        day = round + 1;
    }
    return true;
}

bool gp_holds_rounds(const gp_calendar *calendar, const gp_planning *a, const gp_planning *b,
                     gp_day since)
{
    if (has_no_rounds(a)) return true;
    if (has_no_rounds(b)) return false;
    if (is_same_planning(a, b)) return true;
    bool has_a_end = a->date_count && takes_no_time(a->round);
    bool has_b_end = b->date_count && takes_no_time(b->round);
    if (has_a_end != has_b_end) return false;
    if (has_a_end && last_date_of(a) != last_date_of(b)) return false;
    if (!has_a_end && !gp_holds_grid(calendar, a->round, grid_from(a), b->round, grid_from(b)))
        return false;
    return holds_days(calendar, a, b, since);
}

/* ---- requirements ---- */

/* The same step, or one before it of the same capability. */
static bool is_no_further(const gp_network *network, uint32_t a, uint32_t b)
{
    const gp_activity *lower = &network->activities[a], *upper = &network->activities[b];
    return a == b || (lower->kind == GP_KIND_CAPABILITY && upper->kind == lower->kind &&
                      lower->item == upper->item && lower->level < upper->level);
}

/* How much a requirement holds up: only the ready date, the work as a whole, the start. */
static int firmness(uint8_t by)
{
    return by == GP_BY_LIVE ? 0 : by == GP_BY_READY ? 1 : 2;
}

bool gp_is_arc_as_weak(const gp_network *network, const gp_arc *a, gp_duration a_lag,
                       const gp_arc *b, gp_duration b_lag)
{
    if (!is_no_further(network, a->from, b->from)) return false;
    if (a->from == b->from && b->is_from_start && !a->is_from_start) return false;
    return firmness(a->by) <= firmness(b->by) && gp_is_as_short(a_lag, b_lag);
}

static bool is_unit_as_weak(const gp_network *network, const gp_effect *a, const gp_effect *b)
{
    if (a->to.unit.count == 0) return true;
    if (b->to.unit.count == 0) return false;
    for (uint32_t k = 0; k < b->to.unit.count; k++) {
        bool is_met = false;
        for (uint32_t i = 0; i < a->to.unit.count && !is_met; i++)
            is_met = gp_is_arc_as_weak(network, &a->to.unit.arcs[i], a->to.unit.lags[i],
                                       &b->to.unit.arcs[k], b->to.unit.lags[k]);
        if (!is_met) return false;
    }
    return true;
}

/* ---- effects ---- */

/* Of two days, where none is the best of all. */
static bool is_as_early(gp_day a, gp_day b)
{
    return a == GP_NO_DAY || (b != GP_NO_DAY && a <= b);
}

static bool is_as_late(gp_day a, gp_day b)
{
    return a == GP_NO_DAY || (b != GP_NO_DAY && a >= b);
}

/* Does `a` make nothing later than `b` does? */
static bool is_as_strong(const gp_network *network, const gp_effect *a, const gp_effect *b)
{
    const gp_calendar *calendar = &network->portfolio->calendar;
    switch ((gp_effect_kind)a->kind) {
    case GP_EFFECT_WORK:
        return gp_is_work_as_short(network->durations + a->to.work.first, a->to.work.count,
                                   network->durations + b->to.work.first, b->to.work.count);
    case GP_EFFECT_PLANNING:
        return gp_holds_rounds(calendar, a->to.planning, b->to.planning,
                               network->portfolio->status_date);
    case GP_EFFECT_RELEASE:
    case GP_EFFECT_HELD: return is_as_early(a->to.day, b->to.day);
    case GP_EFFECT_THERE: return true;
    case GP_EFFECT_UNIT: return is_unit_as_weak(network, a, b);
    case GP_EFFECT_CYCLE:
        return gp_holds_grid(calendar, a->to.cycle.step, a->to.cycle.from, b->to.cycle.step,
                             b->to.cycle.from);
    case GP_EFFECT_NEEDED: return is_as_late(a->to.day, b->to.day);
    }
    return false;
}

gp_strength gp_compare_effects(const gp_network *network, const gp_effect *a, const gp_effect *b)
{
    bool is_a = is_as_strong(network, a, b), is_b = is_as_strong(network, b, a);
    if (is_a && is_b) return GP_AS_STRONG;
    if (is_a) return GP_STRONGER;
    return is_b ? GP_WEAKER : GP_INCOMPARABLE;
}
