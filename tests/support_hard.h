/* SPDX-License-Identifier: MIT
 * Portfolios that are hard to draw. */
#ifndef GP_TESTS_SUPPORT_HARD_H
#define GP_TESTS_SUPPORT_HARD_H

#include "tests/support_draft.h"

/* Names that are long or in the way, late and unknown, missing, with and without a stage. */
const gp_portfolio *make_hard_portfolio(test_draft *t, uint64_t seed, int capabilities,
                                        int interventions);

#endif
