/* SPDX-License-Identifier: MIT
 * What is said of measures of the file. */
#include "core/repair/judge.h"
#include "core/repair/guard.h"
#include "core/repair/meet.h"

#include <stdlib.h>

static const gp_measure *measure_of(const gp_whole *whole, const gp_own *own)
{
    return &gp_whole_portfolio(whole)->measures[own->measure];
}

/* ---- of one ---- */

static bool names(const uint32_t *all, uint32_t count, uint32_t measure)
{
    for (uint32_t i = 0; i < count; i++)
        if (all[i] == measure) return true;
    return false;
}

static bool excludes_itself(const gp_whole *whole, const gp_own *own)
{
    const gp_measure *measure = measure_of(whole, own);
    return names(measure->excludes, measure->exclude_count, own->measure);
}

/* Is there an effect on something that an intervention rests on? */
static bool has_use(const gp_whole *whole, const gp_own *own, const bool *is_asked)
{
    const gp_difference *all = own->found->all.data;
    for (size_t i = 0; i < own->found->all.count; i++)
        if (!all[i].is_idle && is_asked[gp_whole_target(whole, &all[i].effect)]) return true;
    return false;
}

static gp_status judge(gp_whole *whole, gp_own *own, const bool *is_asked)
{
    const gp_measure *measure = measure_of(whole, own);
    gp_finding finding = {.code = 141, .place = measure->place, .subject = measure->id};
    own->is_out = own->objection.what != NULL;
    if (own->is_out) {
        finding.code = 140;
        finding.arguments[0] = GP_TEXT(own->objection.what);
        finding.arguments[1] = GP_TEXT(own->objection.key);
    } else if (has_use(whole, own, is_asked)) {
        return GP_OK;
    }
    own->is_idle = !own->is_out;
    return gp_add_finding(whole->job, &finding);
}

/* What changes nothing is of no use but to those that need it. */
static void leave_out_idle(const gp_whole *whole, const gp_owns *owns, bool *is_needed)
{
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (uint32_t i = 0; i < owns->count; i++) {
            const gp_own *own = owns->all[i];
            const gp_measure *measure = measure_of(whole, own);
            if (own->is_out || (own->is_idle && !is_needed[own->measure])) continue;
            for (uint32_t k = 0; k < measure->need_count; k++) {
                is_done &= is_needed[measure->needs[k]];
                is_needed[measure->needs[k]] = true;
            }
        }
    }
    for (uint32_t i = 0; i < owns->count; i++)
        owns->all[i]->is_out |= owns->all[i]->is_idle && !is_needed[owns->all[i]->measure];
}

/* Who needs one that is out, or that is not asked for, is out. Cost: the needs, once for each link
 * of the longest chain of them. */
static void leave_out_needing(const gp_whole *whole, const gp_owns *owns, bool *is_in)
{
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (uint32_t i = 0; i < owns->count; i++) {
            gp_own *own = owns->all[i];
            const gp_measure *measure = measure_of(whole, own);
            for (uint32_t k = 0; k < measure->need_count && !own->is_out; k++)
                own->is_out = !is_in[measure->needs[k]];
            if (own->is_out && is_in[own->measure]) is_done = is_in[own->measure] = false;
        }
    }
}

gp_status gp_judge_owns(gp_whole *whole, const gp_owns *owns)
{
    const bool *is_asked;
    bool *is_in = GP_NEW(whole->job, bool, gp_whole_portfolio(whole)->measure_count);
    bool *is_needed = GP_NEW(whole->job, bool, gp_whole_portfolio(whole)->measure_count);
    if (!is_in || !is_needed) return gp_no_memory(whole->job);
    if (owns->count == 0) return GP_OK;
    GP_TRY(gp_mark_asked(whole->job, whole, &is_asked));
    for (uint32_t i = 0; i < owns->count; i++) {
        GP_TRY(judge(whole, owns->all[i], is_asked));
        owns->all[i]->is_out |= excludes_itself(whole, owns->all[i]);
        is_in[owns->all[i]->measure] = !owns->all[i]->is_out;
    }
    leave_out_needing(whole, owns, is_in);
    leave_out_idle(whole, owns, is_needed);
    return GP_OK;
}

/* ---- of two ---- */

static bool says_so(const gp_whole *whole, const gp_own *a, const gp_own *b)
{
    const gp_measure *one = measure_of(whole, a), *other = measure_of(whole, b);
    return names(one->excludes, one->exclude_count, b->measure) ||
           names(other->excludes, other->exclude_count, a->measure);
}

gp_status gp_judge_pairs(gp_whole *whole, const gp_pairs *pairs)
{
    const gp_pair *all = pairs->excludes.data;
    for (size_t i = 0; i < pairs->excludes.count; i++) {
        const gp_own *a = gp_whole_candidate_at(whole, all[i].first)->own;
        const gp_own *b = gp_whole_candidate_at(whole, all[i].second)->own;
        if (!a || !b || says_so(whole, a, b)) continue;
        const gp_own *later = a->measure > b->measure ? a : b, *earlier = later == a ? b : a;
        const char *record = gp_shared_record(whole, a, b);
        const gp_finding finding = {.code = 142,
                                    .place = measure_of(whole, later)->place,
                                    .subject = later->id,
                                    .arguments = {GP_TEXT(earlier->id),
                                                  GP_TEXT(record ? record : "portfolio"),
                                                  GP_TEXT("")}};
        GP_TRY(gp_add_finding(whole->job, &finding));
    }
    return GP_OK;
}

/* ---- what the file says ---- */

/* By measure of the portfolio: its candidate, or GP_NONE. */
static gp_status number_measures(gp_whole *whole, uint32_t **out)
{
    uint32_t count = gp_whole_portfolio(whole)->measure_count;
    uint32_t *numbers = GP_NEW(whole->job, uint32_t, count);
    if (!numbers) return gp_no_memory(whole->job);
    for (uint32_t i = 0; i < count; i++) numbers[i] = GP_NONE;
    for (uint32_t c = 0; c < whole->candidates.count; c++) {
        const gp_own *own = gp_whole_candidate_at(whole, c)->own;
        if (own) numbers[own->measure] = c;
    }
    *out = numbers;
    return GP_OK;
}

static gp_status list_said(gp_whole *whole, const uint32_t *numbers, uint32_t candidate,
                           gp_pairs *pairs, gp_array *needs)
{
    const gp_own *own = gp_whole_candidate_at(whole, candidate)->own;
    if (!own) return GP_OK;
    const gp_measure *measure = measure_of(whole, own);
    for (uint32_t i = 0; i < measure->need_count; i++) {
        const gp_pair pair = {candidate, numbers[measure->needs[i]]};
        if (pair.second != GP_NONE && !gp_push(whole->job, needs, &pair, 1))
            return gp_no_memory(whole->job);
    }
    for (uint32_t i = 0; i < measure->exclude_count; i++) {
        gp_pair pair = {candidate, numbers[measure->excludes[i]]};
        if (pair.second == GP_NONE) continue;
        if (pair.first > pair.second) pair = (gp_pair){pair.second, pair.first};
        if (!gp_push(whole->job, &pairs->excludes, &pair, 1)) return gp_no_memory(whole->job);
    }
    return GP_OK;
}

static int by_numbers(const void *left, const void *right)
{
    const gp_pair *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

static void keep_once(gp_array *pairs)
{
    gp_pair *all = pairs->data;
    size_t kept = 0;
    if (pairs->count) qsort(all, pairs->count, sizeof *all, by_numbers);
    for (size_t i = 0; i < pairs->count; i++)
        if (kept == 0 || by_numbers(&all[kept - 1], &all[i]) != 0) all[kept++] = all[i];
    pairs->count = kept;
}

gp_status gp_list_said(gp_whole *whole, gp_pairs *pairs, gp_array *needs)
{
    uint32_t *numbers;
    GP_TRY(number_measures(whole, &numbers));
    for (uint32_t c = 0; c < whole->candidates.count; c++)
        GP_TRY(list_said(whole, numbers, c, pairs, needs));
    keep_once(&pairs->excludes);
    keep_once(needs);
    return GP_OK;
}
