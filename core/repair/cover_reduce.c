/* SPDX-License-Identifier: MIT
 * Leaves out cuts that hold all of another, and measures for which another can always be taken.
 * Each makes room for the other, so they take turns. Measures that exclude, need or are needed are
 * kept: taking another instead might not be allowed. */
#include "core/repair/cover_reduce.h"

#define TURNS 5

/* Sets of numbers as bits, a row each. */
typedef struct bits {
    uint64_t *words;
    size_t width;
} bits;

typedef struct reducer {
    const gp_cover *cover;
    gp_reduction *out;
    bool is_settled, has_changed;
    bool *is_paired;           /* by measure */
    bits members;              /* by cut: its measures that are left */
    bits cuts;                 /* by measure: its cuts that are left */
    uint32_t *size, *uses;     /* how many those are */
    uint32_t *first, *cuts_of; /* by measure: all its cuts */
} reducer;

static gp_status make_bits(gp_job *job, size_t rows, size_t columns, bits *out)
{
    out->width = columns / 64 + 1;
    out->words = GP_NEW(job, uint64_t, rows * out->width);
    return out->words ? GP_OK : gp_no_memory(job);
}

static void set_bit(bits *b, size_t row, size_t column, bool is_on)
{
    uint64_t bit = UINT64_C(1) << (column % 64), *word = &b->words[row * b->width + column / 64];
    *word = is_on ? *word | bit : *word & ~bit;
}

static bool has_bit(const bits *b, size_t row, size_t column)
{
    return b->words[row * b->width + column / 64] >> (column % 64) & 1;
}

static bool is_part(const bits *b, size_t part, size_t whole)
{
    const uint64_t *left = &b->words[part * b->width], *right = &b->words[whole * b->width];
    for (size_t i = 0; i < b->width; i++)
        if (left[i] & ~right[i]) return false;
    return true;
}

static const gp_cut *cut_at(const reducer *r, size_t number)
{
    return (const gp_cut *)r->cover->cuts.data + number;
}

static void drop_cut(reducer *r, uint32_t cut)
{
    const uint32_t *members = gp_cut_members(r->cover, cut_at(r, cut));
    r->out->is_idle[cut] = r->has_changed = true;
    for (uint32_t i = 0; i < cut_at(r, cut)->count; i++) {
        if (!has_bit(&r->cuts, members[i], cut)) continue;
        set_bit(&r->cuts, members[i], cut, false);
        r->uses[members[i]]--;
    }
}

static void drop_measure(reducer *r, uint32_t measure, uint32_t instead)
{
    r->out->is_beaten[measure] = r->has_changed = true;
    r->out->instead_of[measure] = instead;
    for (uint32_t i = r->first[measure]; i < r->first[measure + 1]; i++) {
        if (!has_bit(&r->members, r->cuts_of[i], measure)) continue;
        set_bit(&r->members, r->cuts_of[i], measure, false);
        r->size[r->cuts_of[i]]--;
    }
}

/* The other cuts that hold all of this one have the member of it that is in the fewest. */
static void reduce_by_cut(reducer *r, uint32_t cut)
{
    const uint32_t *members = gp_cut_members(r->cover, cut_at(r, cut));
    uint32_t rare = GP_NONE;
    for (uint32_t i = 0; i < cut_at(r, cut)->count; i++)
        if (has_bit(&r->members, cut, members[i]) &&
            (rare == GP_NONE || r->uses[members[i]] < r->uses[rare]))
            rare = members[i];
    if (rare == GP_NONE) return;
    for (uint32_t i = r->first[rare]; i < r->first[rare + 1]; i++) {
        uint32_t other = r->cuts_of[i];
        if (other != cut && !r->out->is_idle[other] && r->size[other] >= r->size[cut] &&
            is_part(&r->members, cut, other))
            drop_cut(r, other);
    }
}

/* Can `by` always be taken instead? Of two that are the same the first stays. */
static bool beats(const reducer *r, uint32_t by, uint32_t measure)
{
    const int64_t *weights = r->cover->weights;
    if (by == measure || r->is_paired[by] || weights[by] > weights[measure] ||
        r->uses[by] < r->uses[measure] || !is_part(&r->cuts, measure, by))
        return false;
    if (weights[by] < weights[measure]) return true;
    return by < measure || (!r->is_settled && r->uses[by] > r->uses[measure]);
}

/* Whoever beats a measure is in the shortest of its cuts. */
static void reduce_measure(reducer *r, uint32_t measure)
{
    uint32_t shortest = GP_NONE;
    if (r->is_paired[measure]) return;
    for (uint32_t i = r->first[measure]; i < r->first[measure + 1]; i++)
        if (has_bit(&r->cuts, measure, r->cuts_of[i]) &&
            (shortest == GP_NONE || r->size[r->cuts_of[i]] < r->size[shortest]))
            shortest = r->cuts_of[i];
    if (shortest == GP_NONE) {
        drop_measure(r, measure, GP_NONE);
        return;
    }
    const uint32_t *members = gp_cut_members(r->cover, cut_at(r, shortest));
    for (uint32_t i = 0; i < cut_at(r, shortest)->count; i++) {
        if (r->out->is_beaten[members[i]] || !beats(r, members[i], measure)) continue;
        drop_measure(r, measure, members[i]);
        return;
    }
}

static void mark_paired(reducer *r, const gp_array *pairs)
{
    const gp_pair *all = pairs->data;
    for (size_t i = 0; i < pairs->count; i++)
        r->is_paired[all[i].a] = r->is_paired[all[i].b] = true;
}

static void list_cuts(reducer *r)
{
    uint32_t measures = r->cover->measures;
    for (size_t c = 0; c < r->cover->cuts.count; c++) {
        const uint32_t *members = gp_cut_members(r->cover, cut_at(r, c));
        for (uint32_t i = 0; i < cut_at(r, c)->count; i++) r->first[members[i] + 2]++;
    }
    for (uint32_t m = 2; m < measures + 2; m++) r->first[m] += r->first[m - 1];
    for (size_t c = 0; c < r->cover->cuts.count; c++) {
        const uint32_t *members = gp_cut_members(r->cover, cut_at(r, c));
        for (uint32_t i = 0; i < cut_at(r, c)->count; i++) {
            r->cuts_of[r->first[members[i] + 1]++] = (uint32_t)c;
            if (r->out->is_idle[c]) continue;
            set_bit(&r->members, c, members[i], true);
            set_bit(&r->cuts, members[i], c, true);
            r->size[c]++;
            r->uses[members[i]]++;
        }
    }
}

static gp_status start(gp_job *job, const bool *is_sought, reducer *r)
{
    size_t measures = r->cover->measures, cuts = r->cover->cuts.count;
    *r->out = (gp_reduction){GP_NEW(job, bool, cuts), GP_NEW(job, bool, measures),
                             GP_NEW(job, uint32_t, measures)};
    r->is_paired = GP_NEW(job, bool, measures);
    r->size = GP_NEW(job, uint32_t, cuts);
    r->uses = GP_NEW(job, uint32_t, measures);
    r->first = GP_NEW(job, uint32_t, measures + 2);
    r->cuts_of = GP_NEW(job, uint32_t, r->cover->members.count);
    if (!r->out->is_idle || !r->out->is_beaten || !r->out->instead_of || !r->is_paired ||
        !r->size || !r->uses || !r->first || !r->cuts_of)
        return gp_no_memory(job);
    GP_TRY(make_bits(job, cuts, measures, &r->members));
    GP_TRY(make_bits(job, measures, cuts, &r->cuts));
    for (size_t c = 0; c < cuts; c++)
        r->out->is_idle[c] = !is_sought[cut_at(r, c)->target] || cut_at(r, c)->is_weak;
    for (size_t m = 0; m < measures; m++) r->out->instead_of[m] = GP_NONE;
    mark_paired(r, &r->cover->excludes);
    mark_paired(r, &r->cover->needs);
    list_cuts(r);
    return GP_OK;
}

gp_status gp_reduce_cover(gp_job *job, const gp_cover *cover, const bool *is_sought,
                          bool is_settled, gp_reduction *out)
{
    reducer r = {.cover = cover, .out = out, .is_settled = is_settled, .has_changed = true};
    GP_TRY(start(job, is_sought, &r));
    for (int turn = 0; turn < TURNS && r.has_changed; turn++) {
        r.has_changed = false;
        for (uint32_t c = 0; c < cover->cuts.count; c++)
            if (!out->is_idle[c]) reduce_by_cut(&r, c);
        for (uint32_t m = cover->measures; m-- > 0;)
            if (!out->is_beaten[m]) reduce_measure(&r, m);
    }
    return GP_OK;
}
