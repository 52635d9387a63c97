/* SPDX-License-Identifier: MIT
 * A repair model, and its plan with some candidates taken, for tests that read files: core has
 * names there that files have as well. */
#ifndef GP_TESTS_SUPPORT_WHAT_IF_H
#define GP_TESTS_SUPPORT_WHAT_IF_H

#include "groeipad/repair.h"

typedef struct what_if_plan what_if_plan;

typedef struct what_if_live {
    gp_day ready;
    bool not_before;
    int32_t late;
} what_if_live;

/* What can be decided, as the model has it. */
typedef struct what_if_model {
    const gp_candidate *candidates;
    uint32_t count;
    const uint32_t (*excludes)[2];
    uint32_t exclude_count;
    uint32_t left_out;
} what_if_model;

/* Makes a model, and its plan with nothing taken. Owner: the job. Fails the test where that does.
 */
what_if_plan *open_what_if(gp_job *job, const gp_schedule *schedule,
                           const gp_repair_options *options, what_if_model *out);
void take_what_if(what_if_plan *plan, const bool *is_taken);
void take_one_what_if(what_if_plan *plan, uint32_t candidate, bool is_taken);
what_if_live live_what_if(const what_if_plan *plan, uint32_t activity);

#endif
