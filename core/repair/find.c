/* SPDX-License-Identifier: MIT
 * From a schedule to the cheapest measures that make all dates. */
#include "core/repair/answer.h"
#include "core/repair/build.h"
#include "core/repair/curve.h"
#include "core/repair/odds.h"

void gp_default_repair(const gp_portfolio *portfolio, gp_repair_options *out)
{
    *out = (gp_repair_options){
        .has_automatic = portfolio->measure_count == 0, .later = GP_LATER_CYCLES, .budget = -1};
    out->costs[GP_DECIDE_OFF_ROUND] = GP_COST_OFF_ROUND;
    out->costs[GP_DECIDE_SHORTEN] = GP_COST_SHORTEN;
    out->costs[GP_DECIDE_LEVEL] = GP_COST_LEVEL;
    out->costs[GP_DECIDE_DATE] = GP_COST_DATE;
}

static bool is_any_lost(const gp_search *s)
{
    for (uint32_t t = 0; t < s->target_count; t++)
        if (s->is_lost[t]) return true;
    return false;
}

/* Not all of them can be in time together: the least cost for as many as can. */
static gp_status make_most(gp_search *s, gp_repair *repair)
{
    bool is_proven = true, is_possible = false;
    for (uint32_t count = s->target_count; count-- > 0 && is_proven && !is_possible;) {
        GP_TRY(gp_search_some(s, count, &is_proven, &is_possible));
        is_proven |= !is_possible;
    }
    if (!s->has_best) memset(s->best, 0, s->model->candidate_count * sizeof *s->best);
    repair->status = is_proven ? GP_REPAIR_IMPOSSIBLE : GP_REPAIR_BEST;
    repair->cost = s->has_best ? s->best_cost : -1;
    repair->bound = is_proven ? s->best_cost : 0;
    return GP_OK;
}

static gp_status search_all(gp_job *job, gp_search *s, gp_repair *repair)
{
    bool is_possible;
    GP_TRY(gp_search_cheapest(s, &is_possible));
    if (!is_possible) return make_most(s, repair);
    bool is_proven = s->has_best && s->bound >= s->best_cost - 1e-9 * (1 + s->best_cost);
    if (is_proven) GP_TRY(gp_search_settled(s));
    repair->cost = s->has_best ? s->best_cost : -1;
    repair->bound = is_proven ? s->best_cost : s->bound;
    repair->status = !is_proven       ? GP_REPAIR_BEST
                     : is_any_lost(s) ? GP_REPAIR_IMPOSSIBLE
                                      : GP_REPAIR_PROVEN;
    return s->options->is_brief ? GP_OK : gp_tell_cuts(job, s, repair);
}

static gp_status search_bought(gp_search *s, gp_repair *repair)
{
    bool is_proven;
    GP_TRY(gp_search_bought(s, s->options->budget, &is_proven));
    repair->status = is_proven ? GP_REPAIR_PROVEN : GP_REPAIR_BEST;
    repair->cost = s->best_cost;
    repair->bound = is_proven ? s->best_cost : 0;
    return GP_OK;
}

static gp_status search(gp_job *job, gp_job *scratch, const gp_schedule *schedule,
                        const gp_repair_options *options, const gp_repair_scope *scope,
                        gp_repair *repair)
{
    gp_repair_model *model = GP_NEW(scratch, gp_repair_model, 1);
    gp_search *s;
    if (!model) return gp_no_memory(job);
    GP_TRY(gp_make_repair_model(job, schedule, options, model));
    GP_TRY(gp_exclude_at_odds(scratch, model));
    GP_TRY(gp_open_search(scratch, model, options, scope, &s));
    GP_TRY(options->budget >= 0 ? search_bought(s, repair) : search_all(job, s, repair));
    GP_TRY(gp_answer_repair(job, s, scope, repair));
    return options->has_curve ? gp_find_curve(job, s, repair) : GP_OK;
}

static void tell_nothing(const gp_schedule *schedule, gp_repair_status status, gp_repair *repair)
{
    repair->status = (uint8_t)status;
    repair->before = repair->after = schedule;
}

gp_status gp_find_repair(gp_job *job, const gp_schedule *schedule, const gp_repair_options *options,
                         const gp_repair **out)
{
    gp_repair *repair = GP_NEW(job, gp_repair, 1);
    gp_repair_scope scope;
    if (!repair) return gp_no_memory(job);
    *out = repair;
    GP_TRY(gp_find_repair_scope(job, schedule, options, &scope));
    bool is_large = options->step_limit && scope.step_count > options->step_limit;
    if (scope.late_count == 0 || is_large) {
        tell_nothing(schedule, is_large ? GP_REPAIR_NOT_SOUGHT : GP_REPAIR_NOTHING_LATE, repair);
        return GP_OK;
    }
    gp_job *scratch = gp_job_new();
    gp_status status =
        scratch ? search(job, scratch, schedule, options, &scope, repair) : gp_no_memory(job);
    if (status == GP_NO_MEMORY) status = gp_no_memory(job);
    bool is_kept = repair->lost_count > 0 && status == GP_OK; /* their paths are in its network */
    if (is_kept) return gp_adopt_job(job, scratch);
    gp_job_free(scratch);
    return status;
}
