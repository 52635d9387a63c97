/* SPDX-License-Identifier: MIT
 * One question about the network: what a step needs, what rests on it, the ways from one step to
 * another, or what all of those run through. Each kind is answered by the walk of its own name;
 * here their answers get one shape, so that a writer need not ask again. */
#include "core/job.h"
#include "groeipad/query.h"

static gp_status find_related(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                              const gp_reach_options *options, gp_activities *out)
{
    if (query->kind == GP_QUERY_NEEDS)
        return gp_find_ancestors(job, schedule, query->first, options, out);
    return gp_find_descendants(job, schedule, query->first, options, out);
}

/* All that is needed, or blocked, but the step itself. */
static gp_status list_related(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                              uint8_t *is_alternative, gp_activities *out)
{
    const gp_reach_options chosen_only = {.is_chosen_only = true};
    gp_activities all, chosen;
    uint32_t kept = 0;
    GP_TRY(find_related(job, schedule, query, NULL, &all));
    GP_TRY(find_related(job, schedule, query, &chosen_only, &chosen));
    uint32_t *steps = GP_NEW(job, uint32_t, all.count);
    if (!steps) return gp_no_memory(job);
    for (uint32_t i = 0; i < all.count; i++) {
        is_alternative[all.activities[i]] = 1;
        uint32_t symbol = schedule->network->activities[all.activities[i]].symbol;
        if (all.activities[i] != query->first && gp_passes(query->filter, symbol))
            steps[kept++] = all.activities[i];
    }
    for (uint32_t i = 0; i < chosen.count; i++) is_alternative[chosen.activities[i]] = 0;
    *out = (gp_activities){steps, kept};
    return GP_OK;
}

static gp_status find_answer(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                             uint8_t *is_alternative, gp_query_answer *found)
{
    switch (query->kind) {
    case GP_QUERY_PATHS:
        return gp_find_ways(job, schedule, query->first, query->second,
                            &(gp_longest_options){query->top}, &found->ways);
    case GP_QUERY_ONLY_WAY:
        return gp_find_only_way(job, schedule, query->first, query->second, &found->steps);
    default: return list_related(job, schedule, query, is_alternative, &found->steps);
    }
}

/* Where there is no way, perhaps there is one back. */
static gp_status look_back(gp_job *job, const gp_schedule *schedule, gp_query_answer *found)
{
    const gp_query *query = &found->query;
    bool has_way = query->kind == GP_QUERY_PATHS ? found->ways.total > 0 : found->steps.count > 0;
    bool has_two = query->kind == GP_QUERY_PATHS || query->kind == GP_QUERY_ONLY_WAY;
    gp_activities back;
    if (!has_two || has_way) return GP_OK;
    GP_TRY(gp_find_only_way(job, schedule, query->second, query->first, &back));
    found->has_way_back = back.count > 0;
    return GP_OK;
}

gp_status gp_answer_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                          gp_query_answer *out)
{
    gp_query_answer found = {.query = *query};
    uint8_t *is_alternative = GP_NEW(job, uint8_t, schedule->network->activity_count);
    if (!is_alternative) return gp_no_memory(job);
    found.is_alternative = is_alternative;
    GP_TRY(find_answer(job, schedule, query, is_alternative, &found));
    GP_TRY(look_back(job, schedule, &found));
    *out = found;
    return GP_OK;
}
