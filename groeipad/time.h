/* SPDX-License-Identifier: MIT
 *
 * Days, durations, working days and rounds.
 *
 * Everything that moves a date is monotone in it and has its upper adjoint beside it: the latest
 * date whose image does not pass a limit. That is what exact latest dates are made of. */
#ifndef GROEIPAD_TIME_H
#define GROEIPAD_TIME_H

#include "groeipad/version.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whole days since 1970-01-01, proleptic Gregorian. Intervals are half open: `ready` is
 * the first day on which a thing can be used. */
typedef int32_t gp_day;
#define GP_NO_DAY INT32_MIN
#define GP_DAY_FIRST (-135140) /* 1600-01-01 */
#define GP_DAY_LAST 157053     /* 2399-12-31: a later date becomes this one */
#define GP_NO_DAYS INT32_MIN   /* "unknown" for a number of days, such as float */

typedef enum gp_duration_unit {
    GP_DURATION_NONE,     /* not given */
    GP_DURATION_CALENDAR, /* months, then days */
    GP_DURATION_WORKDAYS  /* days = working days of the portfolio's calendar */
} gp_duration_unit;

typedef struct gp_duration {
    int32_t days;   /* 0 .. GP_DURATION_DAYS_MAX */
    int16_t months; /* 0 .. GP_DURATION_MONTHS_MAX */
    uint8_t unit;   /* gp_duration_unit */
    bool is_lead;   /* so much earlier instead of later: a negative lag */
} gp_duration;
#define GP_DURATION_MONTHS_MAX 9600 /* 800 years */
#define GP_DURATION_DAYS_MAX 292194 /* 800 years */

/* Which days are worked. Zero-initialised: no holidays and every day worked. */
typedef struct gp_calendar {
    uint8_t days_off;       /* bit 0 = Monday .. bit 6 = Sunday; never all seven */
    const gp_day *holidays; /* ascending, unique, none on a day off */
    uint32_t holiday_count;
} gp_calendar;

struct gp_place; /* groeipad/job.h */

/* Rounds: the dates from + k * round for every whole k, each counted from `from`.
 *
 * Where dates are given, those are the rounds until the last of them; none comes before the first.
 * After the last one the grid goes on from it, last + k * round; a `from` that lies after it moves
 * that grid. With dates and no `round`, no round after the last date is known. */
typedef struct gp_planning {
    gp_duration round; /* unit GP_DURATION_NONE: no grid; without dates any day will do */
    gp_day from;
    gp_duration prepare; /* a proposal needs this long before the round */
    const gp_day *dates; /* ascending, unique */
    uint32_t date_count;
    const struct gp_place *last_place; /* where the last date stands; NULL: unknown */
} gp_planning;

/* A year, month (1-12) and day of the month (1-31). */
typedef struct gp_date {
    int32_t year, month, day;
} gp_date;

/* Day of a date and back. The date must exist; years 1600-2399 (days in that range). */
GP_API gp_day gp_day_of(gp_date date);
GP_API gp_date gp_date_of(gp_day day);

/* Reads "YYYY-MM-DD". False when the text is no date, or outside 1600-2399. */
GP_API bool gp_parse_date(const char *text, gp_day *out);

/* Reads 10d, 2w, 6mo, 1y, 1y6mo, 20wd, or ISO 8601 P1Y6M2W10D. False when the text is no
 * duration or longer than 800 years. */
GP_API bool gp_parse_duration(const char *text, gp_duration *out);

/* Reads a lag: a duration, or one with a minus before it ("-2w", "-2wd"), which is a lead. */
GP_API bool gp_parse_lag(const char *text, gp_duration *out);

/* Writes "YYYY-MM-DD" and a NUL ("-" for GP_NO_DAY). */
#define GP_DATE_SIZE 16
GP_API void gp_format_date(gp_day day, char out[GP_DATE_SIZE]);

/* Writes the shortest form that gp_parse_lag reads back, such as "1y6mo" or "-2w". */
#define GP_DURATION_SIZE 40
GP_API void gp_format_duration(gp_duration duration, char out[GP_DURATION_SIZE]);

/* The day on which work that starts on `day` is done: months first (31 January + 1mo = the
 * last of February), then days; working days: the day after the n-th working day at or
 * after `day`. A lead goes back: the last day from which so long a work is done by `day`.
 * Monotone in day. Days past GP_DAY_LAST become GP_DAY_LAST. */
GP_API gp_day gp_add_duration(const gp_calendar *calendar, gp_day day, gp_duration duration);

/* The upper adjoint: the last s with gp_add_duration(s) <= day. For every s and day:
 * gp_add_duration(s) <= day  <=>  s <= gp_subtract_duration(day). Days before GP_DAY_FIRST
 * become GP_DAY_FIRST. */
GP_API gp_day gp_subtract_duration(const gp_calendar *calendar, gp_day day, gp_duration duration);

/* How many working days lie in [from, to); negative where to lies before from. */
GP_API int32_t gp_count_workdays(const gp_calendar *calendar, gp_day from, gp_day to);

/* The first grid date from + k * step at or after `day`, and the last at or before it (the
 * adjoint). A step of unit NONE or of length 0 returns `day` itself. */
GP_API gp_day gp_round_up(const gp_calendar *calendar, gp_day from, gp_duration step, gp_day day);
GP_API gp_day gp_round_down(const gp_calendar *calendar, gp_day from, gp_duration step, gp_day day);

/* Are there any? */
GP_API bool gp_has_rounds(const gp_planning *planning);

/* The first round at or after `day`: the day itself where there are no rounds, or none is known
 * so late. Monotone in day. Cost: O(log dates). */
GP_API gp_day gp_next_round(const gp_calendar *calendar, const gp_planning *planning, gp_day day);

/* Its upper adjoint, the last round at or before `day`: gp_next_round(s) <= day  <=>
 * s <= gp_last_round(day), for every day on which there has been a round. Where dates are given
 * and `day` comes before all of them no s will do, and it is the day itself. */
GP_API gp_day gp_last_round(const gp_calendar *calendar, const gp_planning *planning, gp_day day);

/* Is it known which round comes at or after `day`? */
GP_API bool gp_knows_round(const gp_planning *planning, gp_day day);

/* The smallest n >= 0 with from + n * step >= day. 0 when step is NONE or of length 0. */
GP_API int32_t gp_count_steps(const gp_calendar *calendar, gp_day from, gp_duration step,
                              gp_day day);

#ifdef __cplusplus
}
#endif
#endif
