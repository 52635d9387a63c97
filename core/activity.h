/* SPDX-License-Identifier: MIT
 * What core asks about the record of an activity, beside what groeipad/plan.h has. Private to
 * core. */
#ifndef GP_ACTIVITY_H
#define GP_ACTIVITY_H

#include "groeipad/plan.h"

/* The window of an activity's record. Only where a->kept is not 0. */
const gp_window *gp_window_of(const gp_network *network, const gp_activity *a);

/* The first day of the grid of an intervention's cycles. */
gp_day gp_cycle_from(const gp_portfolio *portfolio, const gp_intervention *intervention);

#endif
