/* SPDX-License-Identifier: MIT
 * Measurements and addresses for tests, in a short notation. */
#ifndef GP_TESTS_SUPPORT_CITIZENS_H
#define GP_TESTS_SUPPORT_CITIZENS_H

#include "groeipad/plan.h"
#include "tests/support_draft.h"

/* Adds segments "s0" .. and situations "t0" ..; the dimensions are the paper's eight. */
void add_test_contexts(test_draft *t, int segments, int situations);

/* One measurement of a dimension for a segment and a situation (NULL: all). Shares below 0: not
 * given. */
void add_test_measurement(test_draft *t, const char *dimension, const char *segment,
                          const char *situation, double need, double experience,
                          gp_mismatch mismatch, gp_day on);

/* Lets an intervention address dimensions ("empathy>more time>less place") and apply in contexts
 * ("s0 s1 t0"; "" is everywhere). */
gp_intervention test_aimed(test_draft *t, gp_intervention intervention, const char *addresses,
                           const char *contexts);

/* The whole as a schedule. */
const gp_schedule *test_schedule(test_draft *t);

#endif
