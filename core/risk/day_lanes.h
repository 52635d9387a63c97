/* SPDX-License-Identifier: MIT
 * The time functions of groeipad/time.h for many days at once: tables where the days are near the
 * plan, the functions themselves elsewhere, so that both always give the same. Private to core. */
#ifndef GP_DAY_LANES_H
#define GP_DAY_LANES_H

#include "core/risk/chances.h"

/* What the functions look up. */
typedef struct gp_day_tables {
    const gp_calendar *calendar;
    gp_day first, last;        /* days that the tables are about */
    const gp_day *month_first; /* by month from that of `first` on */
    uint32_t month_count;
    const int32_t *work_before; /* by day from `first` on: working days before it, from there on */
    const gp_day *work_days;    /* the working days themselves */
    uint32_t work_count;
} gp_day_tables;

/* has_workdays: durations in working days will be asked for. Owner: the job. */
gp_status gp_make_day_tables(gp_job *job, const gp_calendar *calendar, gp_day first, gp_day last,
                             bool has_workdays, gp_day_tables *out);

/* A grid of days: planning rounds, or the cycles of an intervention. */
typedef struct gp_grid {
    const gp_calendar *calendar;
    const gp_planning *planning; /* NULL: cycles, of `step` from `from` */
    gp_duration step;
    gp_day from;
    const gp_day *points; /* those near the plan, ascending */
    uint32_t count, shift;
    const uint32_t *places; /* by (day - points[0]) >> shift: the first point in or after it */
} gp_grid;

/* Fills the points of a grid whose other members are given. */
gp_status gp_make_grid(gp_job *job, const gp_day_tables *tables, gp_grid *grid);

/* gp_next_round or gp_round_up, and their adjoints, in place. */
void gp_round_up_lanes(const gp_grid *grid, gp_day days[GP_LANES]);
void gp_round_down_lanes(const gp_grid *grid, gp_day days[GP_LANES]);

/* gp_add_duration and gp_subtract_duration in place. drawn: so many days, or working days, in place
 * of those of the duration; NULL: those. */
void gp_add_lanes(const gp_day_tables *tables, gp_duration duration, const int32_t *drawn,
                  gp_day days[GP_LANES]);
void gp_subtract_lanes(const gp_day_tables *tables, gp_duration duration, const int32_t *drawn,
                       gp_day days[GP_LANES]);

#endif
