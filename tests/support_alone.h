/* SPDX-License-Identifier: MIT
 * The portfolio that holds one intervention alone, with all that it rests on: by its dates an
 * intervention is judged, whatever stands beside it. */
#ifndef GP_TESTS_SUPPORT_ALONE_H
#define GP_TESTS_SUPPORT_ALONE_H

#include "tests/support_draft.h"
#include "groeipad/plan.h"

/* Schedules that portfolio; symbols are those of the whole. NULL where more than the others'
 * dates would differ: a date to keep to holds for another step of a capability, or an intervention
 * that it no longer waits for presses what it does wait for. */
const gp_schedule *schedule_alone(test_draft *t, const gp_schedule *whole, uint32_t intervention);

/* Does the end of an arc still wait for its beginning? */
bool is_waited_for_by(const gp_schedule *schedule, uint32_t arc);

/* The same step in another schedule. */
uint32_t same_step(const gp_network *from, uint32_t activity, const gp_network *to);

#endif
