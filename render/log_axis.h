/* SPDX-License-Identifier: MIT
 * Numbers of days on a logarithmic line: equal steps are equal factors. Private to render. */
#ifndef GP_LOG_AXIS_H
#define GP_LOG_AXIS_H

#include "render/svg.h"

typedef struct gp_log_axis {
    int32_t first, last;   /* days at the left and at the right end */
    gp_length left, width; /* where it stands on the page */
} gp_log_axis;

/* A number of days that is worth a line, and its name. */
typedef struct gp_log_tick {
    int32_t days;
    const char *name[2]; /* by gp_language */
} gp_log_tick;

/* All of them, ascending. Owner: static. */
const gp_log_tick *gp_log_ticks(size_t *count);

/* Makes the axis begin at the last tick at or below `least` and end at the first at or above
 * `most`. */
void gp_fit_log_axis(gp_log_axis *axis, int32_t least, int32_t most);

/* Where a number of days stands; what lies outside stands at an end. */
gp_length gp_log_x(const gp_log_axis *axis, int32_t days);

#endif
