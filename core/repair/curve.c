/* SPDX-License-Identifier: MIT
 * The curve: each point is a search of its own, over the cuts that are known by then. */
#include "core/repair/curve.h"
#include "core/repair/answer.h"

/* Interventions that are asked for, have a date, and are not among the targets: in time always. */
static uint32_t count_others(const gp_search *s)
{
    const gp_portfolio *portfolio = s->model->schedule->network->portfolio;
    uint32_t count = 0;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        bool is_asked = !s->options->only || s->options->only[i];
        count += is_asked && portfolio->interventions[i].needed_by != GP_NO_DAY;
    }
    return count - s->target_count;
}

static gp_status add_point(gp_job *job, gp_search *s, bool is_proven, gp_repair *repair,
                           gp_repair_point *point, uint32_t *in_time)
{
    gp_look_at(s, s->best);
    *in_time = 0;
    for (uint32_t t = 0; t < s->target_count; t++)
        *in_time += gp_late_if(&s->plan, s->targets[t]) == 0;
    *point = (gp_repair_point){.in_time = *in_time + count_others(s),
                               .cost = gp_cost_of(s, s->best),
                               .is_proven = is_proven};
    repair->curve_count++;
    return gp_list_taken(job, s->best, s->model->candidate_count, &point->candidates,
                         &point->count);
}

gp_status gp_find_curve(gp_job *job, gp_search *s, gp_repair *repair)
{
    gp_repair_point *points = GP_NEW(job, gp_repair_point, (size_t)s->target_count + 1);
    uint32_t in_time;
    if (!points) return gp_no_memory(job);
    repair->curve = points;
    memset(s->best, 0, s->model->candidate_count * sizeof *s->best);
    GP_TRY(add_point(job, s, true, repair, points, &in_time));
    while (in_time < s->target_count && gp_goes_on(s)) {
        bool is_proven, is_possible;
        GP_TRY(gp_search_some(s, in_time + 1, &is_proven, &is_possible));
        if (!is_possible || !s->has_best) return GP_OK;
        GP_TRY(add_point(job, s, is_proven, repair, &points[repair->curve_count], &in_time));
    }
    return GP_OK;
}
