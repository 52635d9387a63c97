/* SPDX-License-Identifier: MIT
 * The proof that others can check: as few of the cuts as it takes. Those that were found on the way
 * are many; so the cheapest choice is sought once more, with cuts added only where it misses one.
 */
#include "core/repair/search.h"

#define ADDED_AT_ONCE 8
#define EFFORT 50000 /* pivots: where it takes more, all that were found are told */

static bool is_hit(const gp_found_cut *cut, const bool *is_taken)
{
    for (uint32_t i = 0; i < cut->count; i++)
        if (is_taken[cut->candidates[i]]) return true;
    return false;
}

static bool counts(const gp_search *s, const gp_found_cut *cut)
{
    return cut->count > 0 && s->is_needed[cut->target];
}

static gp_status add(gp_search *s, gp_cover *cover, uint32_t number, bool *is_in, gp_array *out)
{
    const gp_found_cut *cut = &((const gp_found_cut *)s->cuts.data)[number];
    is_in[number] = true;
    if (!gp_push(s->job, out, &number, 1)) return gp_no_memory(s->job);
    return gp_cover_cut(cover, cut->target, 1, cut->candidates, cut->count);
}

/* The smallest of those that the choice misses, a few at a time, none of which has anything in
 * common. is_taken: of the choice; those of what is added are taken as well. */
static gp_status add_missed(gp_search *s, gp_cover *cover, bool *is_taken, bool *is_in,
                            gp_array *out, uint32_t *added)
{
    const gp_found_cut *cuts = s->cuts.data;
    for (*added = 0; *added < ADDED_AT_ONCE; (*added)++) {
        uint32_t best = GP_NONE;
        for (uint32_t i = 0; i < s->cuts.count; i++)
            if (!is_in[i] && counts(s, &cuts[i]) && !is_hit(&cuts[i], is_taken) &&
                (best == GP_NONE || cuts[i].count < cuts[best].count))
                best = i;
        if (best == GP_NONE) return GP_OK;
        for (uint32_t i = 0; i < cuts[best].count; i++) is_taken[cuts[best].candidates[i]] = true;
        GP_TRY(add(s, cover, best, is_in, out));
    }
    return GP_OK;
}

/* All that were found prove it in any case. */
static gp_status add_all(gp_search *s, const bool *is_in, gp_array *out)
{
    const gp_found_cut *cuts = s->cuts.data;
    for (uint32_t i = 0; i < s->cuts.count; i++)
        if (!is_in[i] && counts(s, &cuts[i]) && !gp_push(s->job, out, &i, 1))
            return gp_no_memory(s->job);
    return GP_OK;
}

gp_status gp_find_certificate(gp_search *s, double bound, gp_array *out)
{
    gp_cover *cover;
    bool *is_in = GP_NEW(s->job, bool, s->cuts.count);
    bool *is_taken = GP_NEW(s->job, bool, s->model->candidate_count);
    uint32_t added;
    if (!is_in || !is_taken) return gp_no_memory(s->job);
    GP_TRY(gp_new_search_cover(s, &cover));
    GP_TRY(add_missed(s, cover, is_taken, is_in, out, &added));
    uint64_t left = s->is_stopped || s->is_exhausted ? 0 : EFFORT;
    while (added > 0) {
        gp_cover_answer answer;
        if (left == 0) return add_all(s, is_in, out);
        gp_cover_query query = {.goal = GP_COVER_COST,
                                .is_needed = s->is_needed,
                                .budget = -1,
                                .known_cost = -1,
                                .effort = left,
                                .goes_on = gp_ask_to_go_on,
                                .object = s};
        GP_TRY(gp_solve_cover(s->job, cover, &query, &answer));
        left -= answer.effort < left ? answer.effort : left;
        if (answer.status != GP_COVER_OPTIMAL) left = 0;
        if (left == 0) continue;
        if (answer.cost >= bound - 1e-9 * (1 + bound)) return GP_OK;
        GP_TRY(add_missed(s, cover, answer.is_taken, is_in, out, &added));
    }
    return GP_OK;
}
