/* SPDX-License-Identifier: MIT
 * All there is to say about one activity: what it rests on, what fixes its date, and which chains
 * come next. Each is a question of its own; here they are asked once, for every writer. */
#include "core/job.h"
#include "groeipad/plan.h"

gp_status gp_answer_path(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                         const gp_path_options *options, gp_path_answer *out)
{
    const gp_reach_options chosen_only = {.is_chosen_only = true};
    const gp_longest_options longest = {.top = options ? options->top : 0};
    gp_path_answer found = {.activity = activity};
    GP_TRY(gp_find_ancestors(job, schedule, activity, &chosen_only, &found.ancestors));
    GP_TRY(gp_trace_path(job, schedule, activity, &found.path));
    GP_TRY(gp_explain_date(job, schedule, activity, &found.reasons));
    GP_TRY(gp_find_chains(job, schedule, activity, &longest, &found.chains));
    *out = found;
    return GP_OK;
}
