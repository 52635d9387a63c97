/* SPDX-License-Identifier: MIT
 * Decisions for tests of pictures, made up: nobody searched for them. */
#ifndef GP_TESTS_SUPPORT_DECIDED_H
#define GP_TESTS_SUPPORT_DECIDED_H

#include "groeipad/render.h"

#define TEST_DECISIONS 24

typedef struct test_decided {
    gp_repair repair;
    gp_repaired repaired;
    gp_candidate candidates[TEST_DECISIONS];
    gp_repair_choice choices[TEST_DECISIONS];
    gp_repair_use uses[TEST_DECISIONS][6];
    gp_repair_live *lives;
} test_decided;

/* Of two plans of about the same ids: decisions of every automatic kind about records of the first,
 * several about one of them, each needed for up to six interventions; and each intervention as late
 * as it is in either plan, or `late_before` days late before it where it is in time now. */
void make_decided(gp_job *job, const gp_schedule *before, const gp_schedule *after,
                  int32_t late_before, test_decided *out);

#endif
