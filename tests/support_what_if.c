/* SPDX-License-Identifier: MIT
 * The plan of a repair model with some candidates taken. */
#include "tests/support_what_if.h"
#include "core/repair/build.h"
#include "core/repair/what_if.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

struct what_if_plan {
    gp_repair_model model;
    gp_what_if plan;
};

what_if_plan *open_what_if(gp_job *job, const gp_schedule *schedule,
                           const gp_repair_options *options, what_if_model *out)
{
    what_if_plan *plan = GP_NEW(job, what_if_plan, 1);
    assert_non_null(plan);
    assert_int_equal(gp_make_repair_model(job, schedule, options, &plan->model), GP_OK);
    assert_int_equal(gp_open_what_if(job, &plan->model, &plan->plan), GP_OK);
    *out = (what_if_model){.candidates = plan->model.candidates,
                           .count = plan->model.candidate_count,
                           .excludes = plan->model.excludes,
                           .exclude_count = plan->model.exclude_count,
                           .left_out = plan->model.left_out};
    return plan;
}

void take_what_if(what_if_plan *plan, const bool *is_taken)
{
    gp_take_candidates(&plan->plan, is_taken);
    gp_settle_plan(&plan->plan);
}

void take_one_what_if(what_if_plan *plan, uint32_t candidate, bool is_taken)
{
    gp_take_candidate(&plan->plan, candidate, is_taken);
    gp_settle_plan(&plan->plan);
}

what_if_live live_what_if(const what_if_plan *plan, uint32_t activity)
{
    return (what_if_live){plan->plan.known.ready[activity], plan->plan.known.not_before[activity],
                          gp_late_if(&plan->plan, activity)};
}
