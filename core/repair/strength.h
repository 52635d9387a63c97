/* SPDX-License-Identifier: MIT
 * Which of two is sure to be the earlier, whatever day it is? Private to core/repair. */
#ifndef GP_REPAIR_STRENGTH_H
#define GP_REPAIR_STRENGTH_H

#include "core/repair/model.h"

/* Is work of `a` never done later than work of `b` that starts on the same day? Both may be leads,
 * or of unit NONE: no time. */
bool gp_is_as_short(gp_duration a, gp_duration b);

/* The same of work that takes the longest of several. */
bool gp_is_work_as_short(const gp_duration *a, uint32_t a_count, const gp_duration *b,
                         uint32_t b_count);

/* Is every round of `b` from the day `since` on also one of `a`, and does `a` know of rounds for as
 * long? So the next round of `a` is never later. NULL: no rounds. */
bool gp_holds_rounds(const gp_calendar *calendar, const gp_planning *a, const gp_planning *b,
                     gp_day since);

/* Is every point of the grid of `b` one of the grid of `a`? */
bool gp_holds_grid(const gp_calendar *calendar, gp_duration a, gp_day a_from, gp_duration b,
                   gp_day b_from);

/* Does an arc never let go later than another, into the same activity? */
bool gp_is_arc_as_weak(const gp_network *network, const gp_arc *a, gp_duration a_lag,
                       const gp_arc *b, gp_duration b_lag);

#endif
