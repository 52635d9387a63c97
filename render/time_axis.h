/* SPDX-License-Identifier: MIT
 * Days on a line: where a day stands, and which years, quarters, months or weeks divide the
 * line. Private to render. */
#ifndef GP_TIME_AXIS_H
#define GP_TIME_AXIS_H

#include "render/svg.h"

/* Units of the calendar, the smallest first. */
typedef enum gp_tick {
    GP_TICK_WEEK, /* from Monday */
    GP_TICK_MONTH,
    GP_TICK_QUARTER,
    GP_TICK_YEAR,
    GP_TICK_YEARS_5,
    GP_TICK_YEARS_10,
    GP_TICK_YEARS_50,
    GP_TICK_YEARS_100,
    GP_TICKS /* none */
} gp_tick;

/* From the first day until, not including, the last; to > from. */
typedef struct gp_time_axis {
    gp_day from, to;
    gp_length left, width; /* where it stands on the page */
    gp_tick fine, coarse;  /* coarse: GP_TICKS where years are fine enough */
} gp_time_axis;

/* Makes the axis show first .. last, rounded outwards to whole fine units where `is_rounded`;
 * left and width are given. The fine unit is the smallest whose names fit. */
void gp_fit_axis(gp_time_axis *axis, gp_day first, gp_day last, bool is_rounded);

/* Where a day stands; a day before or after the axis stands at its end. */
gp_length gp_axis_x(const gp_time_axis *axis, gp_day day);

/* The unit that a day is in starts on this day, and the one after it on that. */
gp_day gp_tick_start(gp_tick tick, gp_day day);
gp_day gp_tick_next(gp_tick tick, gp_day start);

/* Appends the name of the unit that starts on a day: "13", "jan", "Q1", "2023". */
void gp_add_tick_name(gp_buffer *buffer, gp_tick tick, gp_day start, gp_language language);

#endif
