/* SPDX-License-Identifier: MIT
 * Why did it move? The days by which an intervention moved are shared out over the edits: each has
 * the mean of what it does over all orders in which they could have been made (Shapley 1953). Those
 * add up whatever the edits do to each other; rounded to whole days, by largest remainder, they
 * still do. */
#include "core/shares.h"

#include <stdlib.h>

/* ---- whole days ---- */

/* The share of a unit, in whole days and what is left of them. */
typedef struct part {
    uint32_t unit;
    int32_t days;
    int64_t rest; /* 0 .. parts - 1 */
} part;

static int by_rest(const void *left, const void *right)
{
    const part *a = left, *b = right;
    if (a->rest != b->rest) return a->rest > b->rest ? -1 : 1;
    return (a->unit > b->unit) - (a->unit < b->unit);
}

/* Rounds down, and gives the days that are then left to those who lost most. */
static void round_shares(const gp_tally *tally, part *parts, uint32_t count, int32_t slip)
{
    int32_t left = slip;
    for (uint32_t i = 0; i < count; i++) {
        int64_t sum = tally->sum[parts[i].unit], days = sum / tally->parts;
        if (sum % tally->parts < 0) days--;
        parts[i].days = (int32_t)days;
        parts[i].rest = sum - days * tally->parts;
        left -= parts[i].days;
    }
    if (count) qsort(parts, count, sizeof *parts, by_rest);
    for (uint32_t i = 0; i < count && left > 0; i++, left--) parts[i].days++;
}

/* ---- the answer ---- */

typedef struct answer {
    gp_job *job;
    const gp_questions *questions;
    const gp_edits *edits;
    const uint32_t *unit_first; /* the edits of a unit: members[unit_first[u] ..], ascending */
    const uint32_t *members;
    part *parts;
} answer;

static int by_size(const void *left, const void *right)
{
    const gp_edit_share *a = left, *b = right;
    int32_t size_a = a->share < 0 ? -a->share : a->share;
    int32_t size_b = b->share < 0 ? -b->share : b->share;
    if (size_a != size_b) return size_a > size_b ? -1 : 1;
    return (a->edit > b->edit) - (a->edit < b->edit);
}

static gp_status fill_slip(const answer *a, const gp_moved *moved, const gp_tally *tally,
                           gp_slip *slip)
{
    uint32_t part_count = 0, count = 0;
    for (uint32_t u = 0; u < a->questions->units.count; u++) {
        if (!gp_has_bit(moved->relevant, u)) continue;
        a->parts[part_count++] = (part){.unit = u};
        count += a->unit_first[u + 1] - a->unit_first[u];
    }
    gp_edit_share *shares = GP_NEW(a->job, gp_edit_share, count);
    if (!shares) return gp_no_memory(a->job);
    round_shares(tally, a->parts, part_count, moved->to - moved->from);
    count = 0;
    for (uint32_t i = 0; i < part_count; i++) {
        uint32_t unit = a->parts[i].unit, first = a->unit_first[unit];
        bool is_group = a->unit_first[unit + 1] - first > 1;
        for (uint32_t m = first; m < a->unit_first[unit + 1]; m++)
            shares[count++] =
                (gp_edit_share){a->members[m], is_group ? a->members[first] : GP_NONE,
                                a->parts[i].days, tally->alone[unit], tally->without[unit]};
    }
    if (count) qsort(shares, count, sizeof *shares, by_size);
    *slip = (gp_slip){moved->symbol, tally->is_estimated, shares, count};
    return GP_OK;
}

/* The edits by unit. */
static gp_status list_members(gp_job *scratch, answer *a)
{
    const gp_units *units = &a->questions->units;
    uint32_t *first = GP_NEW(scratch, uint32_t, (size_t)units->count + 2);
    uint32_t *members = GP_NEW(scratch, uint32_t, a->edits->count);
    a->parts = GP_NEW(scratch, part, units->count);
    if (!first || !members || !a->parts) return gp_no_memory(scratch);
    for (uint32_t e = 0; e < a->edits->count; e++)
        if (units->of_edit[e] != GP_NONE) first[units->of_edit[e] + 2]++;
    for (uint32_t u = 2; u < units->count + 2; u++) first[u] += first[u - 1];
    for (uint32_t e = 0; e < a->edits->count; e++)
        if (units->of_edit[e] != GP_NONE) members[first[units->of_edit[e] + 1]++] = e;
    a->unit_first = first;
    a->members = members;
    return GP_OK;
}

static gp_status answer_all(gp_job *scratch, answer *a, const gp_tally *tallies, gp_shares *out)
{
    const gp_questions *questions = a->questions;
    gp_slip *slips = GP_NEW(a->job, gp_slip, questions->moved_count);
    if (!slips) return gp_no_memory(a->job);
    GP_TRY(list_members(scratch, a));
    for (uint32_t i = 0; i < questions->moved_count; i++)
        GP_TRY(fill_slip(a, &questions->moved[i], &tallies[i], &slips[i]));
    *out = (gp_shares){slips, questions->moved_count};
    return GP_OK;
}

static gp_status make_tallies(gp_job *scratch, const gp_questions *questions, gp_tally **out)
{
    gp_tally *tallies = GP_NEW(scratch, gp_tally, questions->moved_count);
    if (!tallies) return gp_no_memory(scratch);
    for (uint32_t i = 0; i < questions->moved_count; i++) {
        tallies[i] = (gp_tally){.sum = GP_NEW(scratch, int64_t, questions->units.count),
                                .alone = GP_NEW(scratch, int32_t, questions->units.count),
                                .without = GP_NEW(scratch, int32_t, questions->units.count),
                                .parts = 1};
        if (!tallies[i].sum || !tallies[i].alone || !tallies[i].without)
            return gp_no_memory(scratch);
    }
    *out = tallies;
    return GP_OK;
}

/* What the edits do is what moved it: of a bug of ours nothing is made up. */
static gp_status check_sums(gp_job *job, const gp_questions *questions, const gp_tally *tallies)
{
    for (uint32_t i = 0; i < questions->moved_count; i++) {
        int64_t sum = 0;
        for (uint32_t u = 0; u < questions->units.count; u++) sum += tallies[i].sum[u];
        if (sum != tallies[i].parts * (questions->moved[i].to - questions->moved[i].from))
            return gp_bug(job, "the edits do not make the one version of the other");
    }
    return GP_OK;
}

static gp_status share_out(gp_job *job, gp_job *scratch, const gp_world_input *input,
                           gp_shares *out)
{
    gp_worlds *worlds;
    gp_questions questions;
    gp_tally *tallies;
    GP_TRY(gp_open_worlds(scratch, input, &worlds, &questions));
    if (questions.moved_count == 0) return GP_OK;
    GP_TRY(make_tallies(scratch, &questions, &tallies));
    GP_TRY(gp_share_exactly(scratch, worlds, &questions, tallies));
    GP_TRY(gp_share_by_orders(scratch, worlds, &questions, input->edits, tallies));
    GP_TRY(check_sums(scratch, &questions, tallies));
    answer a = {.job = job, .questions = &questions, .edits = input->edits};
    return answer_all(scratch, &a, tallies, out);
}

/* Reports what only the scratch job knows. */
static gp_status end(gp_job *job, gp_job *scratch, gp_status status)
{
    if (status == GP_NO_MEMORY) return gp_no_memory(job);
    if (status == GP_INVALID) return gp_bug(job, "a circle where there is none");
    if (status == GP_INTERNAL) {
        uint32_t count;
        const gp_finding *findings = gp_findings(scratch, &count);
        if (count == 0) return gp_bug(job, "a version that cannot be made");
        gp_finding last = findings[count - 1];
        last.arguments[0].text =
            gp_copy_text(job, last.arguments[0].text, strlen(last.arguments[0].text));
        if (!last.arguments[0].text) return gp_no_memory(job);
        return gp_fail(job, GP_INTERNAL, &last);
    }
    return status;
}

gp_status gp_find_shares(gp_job *job, const gp_schedule *old, const gp_schedule *new,
                         const gp_edits *edits, const gp_variants *variants, const gp_shares **out)
{
    gp_world_input input = {old, new, edits, variants, false};
    gp_shares *shares = GP_NEW(job, gp_shares, 1);
    gp_status status = GP_INVALID;
    gp_job *scratch = NULL;
    if (!shares) return gp_no_memory(job);
    for (int attempt = 0; attempt < 2 && status == GP_INVALID; attempt++) {
        gp_job_free(scratch);
        scratch = gp_job_new();
        if (!scratch) return gp_no_memory(job);
        input.joins_all = attempt > 0;
        status = share_out(job, scratch, &input, shares);
    }
    status = end(job, scratch, status);
    gp_job_free(scratch);
    if (status == GP_OK) *out = shares;
    return status;
}
