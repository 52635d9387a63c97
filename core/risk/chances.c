/* SPDX-License-Identifier: MIT
 * From an estimate to a table that turns words into days, and the draws. A word w draws the lowest
 * value whose limit is not below it: the inverse transform, so values follow words monotonously,
 * and each has its chance to the nearest word of 2^32.
 *
 * Where the limit lies is looked up in cells of words (a guide table: Chen and Asau
 * 1974), of which there are more than values. Most hold at most one limit: then the
 * cell says which value lies below it, and where in the cell it is, in one integer, and a draw is
 * one look and one comparison. The outer eighths on both sides have cells four times as fine,
 * because there the limits are close. A cell with more limits is marked, and the few words that
 * fall into one are searched for among all limits. */
#include "core/risk/chances.h"

#include "core/risk/distribution.h"

#include <stdlib.h>

#define WORDS 0x1p32
#define CELL_BITS_LEAST 5
#define SHARES 256 /* looked at at once */

/* ---- limits ---- */

/* The limits of shares, from the share of words: the nearest whole number of words, less one. */
static void round_limits(const double *shares, uint32_t count, uint32_t *limits)
{
    const double round = 0x1.8p52; /* adding it rounds to an integer, in the lowest bits */
    for (uint32_t k = 0; k < count; ++k) {
        const double rounded = (shares[k] * WORDS - 1) + round;
        uint64_t bits;
        memcpy(&bits, &rounded, sizeof bits);
        limits[k] = (uint32_t)bits;
    }
}

/* Values and limits of a PERT, a triangular or a uniform; those that no word draws are left out. */
static void find_limits(const gp_shape *shape, int32_t least, uint32_t count, uint32_t *limits,
                        gp_chances *out)
{
    uint32_t begin = 0, end = count - 1; /* the last has all words that are left */
    if (count > 1) {
        gp_curve curve;
        double shares[SHARES];
        gp_prepare_curve(shape, &curve);
        for (uint32_t from = 0; from < end; from += SHARES) {
            const uint32_t some = end - from < SHARES ? end - from : SHARES;
            gp_read_curve(&curve, least + (int32_t)from + 0.5, some, shares);
            for (uint32_t k = 0; k < some && begin == from + k && shares[k] * WORDS < 0.5; ++k)
                ++begin;
            round_limits(shares, some, limits + from);
        }
    }
    limits[end] = UINT32_MAX;
    while (end > begin && limits[end - 1] == UINT32_MAX) --end;
    out->limits = limits + begin;
    out->first = least + (int32_t)begin;
    out->count = end - begin + 1;
}

/* ---- discrete ---- */

typedef struct weighed {
    int32_t value;
    double weight;
} weighed;

static int by_value(const void *a, const void *b)
{
    const weighed *x = a, *y = b;
    if (x->value != y->value) return x->value < y->value ? -1 : 1;
    return (x->weight > y->weight) - (x->weight < y->weight); /* sums do not follow the file */
}

static gp_status find_discrete(gp_job *job, const gp_shape *shape, uint32_t *limits,
                               gp_chances *out)
{
    const uint32_t count = shape->value_count;
    weighed *all = GP_NEW(job, weighed, count);
    int32_t *values = GP_NEW(job, int32_t, count);
    if (!all || !values) return gp_no_memory(job);
    for (uint32_t k = 0; k < count; ++k) all[k] = (weighed){shape->values[k], shape->weights[k]};
    qsort(all, count, sizeof *all, by_value);
    double total = 0, sum = 0;
    for (uint32_t k = 0; k < count; ++k) total += all[k].weight;
    uint32_t kept = 0;
    double words = 0;
    for (uint32_t k = 0; k < count; ++k) {
        sum += all[k].weight;
        if (k + 1 < count && all[k + 1].value == all[k].value) continue;
        const double share = k + 1 < count ? sum / total : 1;
        const double till = (share * WORDS + 0x1.8p52) - 0x1.8p52;
        if (till <= words) continue; /* no word is left for it */
        words = till;
        values[kept] = all[k].value;
        limits[kept++] = (uint32_t)(uint64_t)(till - 1);
    }
    out->limits = limits;
    out->values = values;
    out->count = kept;
    return GP_OK;
}

/* ---- the guide ---- */

/* A word moved by an eighth, so that both outer eighths come first. Cells do not go over its edges,
 * and of two words in one cell the lower is the one with less in the bits below `shift`. */
static inline uint32_t turn(uint32_t word)
{
    return word + (1u << 29);
}

/* The cell of a word. First come those of the outer eighths, from the upper end; then those between
 * them; then those of the outermost, likewise. */
static inline uint32_t cell_of(uint32_t word, uint32_t shift)
{
    const uint32_t eighths = 1u << (32 - shift), between = eighths / 4 * 3;
    const uint32_t turned = turn(word), edge = word + (1u << 26);
    const uint32_t inner = turned < 1u << 30 ? turned >> (shift - 2) : (turned >> shift) + between;
    return edge < 1u << 27 ? (edge >> (shift - 4)) + eighths + between : inner;
}

/* The cells from..to, in ascending order of words; `next` is the value that the first of their
 * words draws. A cell without a limit draws one value. One whose limit is not that of `next` has
 * more. */
static uint32_t fill_cells(uint32_t *guide, uint32_t from, uint32_t to, uint32_t shift,
                           uint32_t next)
{
    const uint32_t rest = (1u << shift) - 1;
    for (uint32_t cell = from; cell < to; ++cell) {
        const bool is_empty = guide[cell] == 0;
        const uint32_t entry = is_empty ? next << shift | rest : ~guide[cell];
        const uint32_t value = entry >> shift;
        /* Marked: a value beyond all values, and where to begin to search (what of it has room). */
        guide[cell] = value == next ? entry : ~rest | next;
        next = value + !is_empty;
    }
    return next;
}

static gp_status make_guide(gp_job *job, gp_chances *chances)
{
    uint32_t bits = CELL_BITS_LEAST;
    while ((1u << bits) - 1 < chances->count) ++bits;
    const uint32_t shift = 32 - bits, rest = (1u << shift) - 1;
    const uint32_t eighths = 1u << bits, inner = eighths + eighths / 4 * 3, edge = eighths / 4;
    uint32_t *guide = GP_NEW(job, uint32_t, inner + 2 * edge);
    if (!guide) return gp_no_memory(job);
    for (uint32_t k = 0; k + 1 < chances->count; ++k) /* of those in one cell the last stays */
        guide[cell_of(chances->limits[k], shift)] =
            ~(k << shift | (turn(chances->limits[k]) & rest));
    uint32_t next = fill_cells(guide, inner + edge, inner + 2 * edge, shift, 0);
    next = fill_cells(guide, eighths / 2 + eighths / 16, inner, shift, next);
    next = fill_cells(guide, 0, eighths / 2 - eighths / 16, shift, next);
    fill_cells(guide, inner, inner + edge, shift, next);
    chances->guide = guide;
    chances->shift = shift;
    return GP_OK;
}

/* The highest value: `most` itself is never drawn, so a half is not rounded up. */
static int32_t last_value(double most)
{
    const int32_t rounded = (int32_t)(most + 0.5);
    return rounded - (rounded - 0.5 >= most);
}

gp_status gp_make_chances(gp_job *job, const gp_shape *shape, gp_chances *out)
{
    gp_chances made = {.first = 0};
    const bool is_discrete = shape->distribution == GP_DISCRETE;
    const int32_t least = is_discrete ? 0 : (int32_t)(shape->least + 0.5);
    const int32_t most = is_discrete ? 0 : last_value(shape->most);
    const uint32_t count = is_discrete    ? shape->value_count
                           : most > least ? (uint32_t)(most - least) + 1
                                          : 1;
    uint32_t *limits = GP_NEW(job, uint32_t, count);
    if (!limits) return gp_no_memory(job);
    if (is_discrete)
        GP_TRY(find_discrete(job, shape, limits, &made));
    else
        find_limits(shape, least, count, limits, &made);
    GP_TRY(make_guide(job, &made));
    *out = made;
    return GP_OK;
}

gp_status gp_cut_chances(gp_job *job, const gp_chances *whole, uint32_t from, gp_chances *out)
{
    const uint64_t words = 1ULL << 32, below = (uint64_t)whole->limits[from - 1] + 1;
    while (from + 1 < whole->count && whole->limits[from] < below) ++from; /* drawn by no word */
    gp_chances made = {.first = whole->first + (int32_t)from,
                       .values = whole->values ? whole->values + from : NULL,
                       .count = whole->count - from};
    uint32_t *limits = GP_NEW(job, uint32_t, made.count);
    if (!limits) return gp_no_memory(job);
    for (uint32_t k = 0; k + 1 < made.count; ++k) {
        const uint64_t till = whole->limits[from + k] + 1 - below; /* less than all that are left */
        limits[k] = (uint32_t)((till << 32) / (words - below) - 1);
    }
    limits[made.count - 1] = UINT32_MAX;
    made.limits = limits;
    GP_TRY(make_guide(job, &made));
    *out = made;
    return GP_OK;
}

/* ---- draws ---- */

/* The value of a word of a marked cell, which is not below `from`: in strides that double, then in
 * halves. */
static uint32_t search(const gp_chances *chances, uint32_t from, uint32_t word)
{
    const uint32_t *limits = chances->limits, last = chances->count - 1;
    uint32_t low = from, high = from;
    for (uint32_t stride = 1; limits[high] < word; stride *= 2) {
        low = high + 1;
        high = last - high < stride ? last : high + stride;
    }
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (limits[middle] < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The few words whose value is `marked` or one more: it is searched for. */
static inline void search_marked(const gp_chances *chances, const uint32_t *words, int32_t marked,
                                 int32_t drawn[GP_LANES])
{
    const uint32_t shift = chances->shift, rest = (1u << shift) - 1;
    uint8_t is_marked[GP_LANES];
    for (uint32_t lane = 0; lane < GP_LANES; ++lane) is_marked[lane] = drawn[lane] >= marked;
    for (uint32_t lane = 0; lane < GP_LANES; lane += 8) {
        uint64_t eight;
        memcpy(&eight, &is_marked[lane], sizeof eight);
        if (eight == 0) continue;
        for (uint32_t k = lane; k < lane + 8; ++k) {
            if (!is_marked[k]) continue;
            const uint32_t cell = cell_of(words[k], shift);
            drawn[k] = (int32_t)search(chances, chances->guide[cell] & rest, words[k]);
        }
    }
}

GP_VECTORS void gp_draw_chances(const gp_chances *chances, const uint32_t words[GP_LANES],
                                int32_t out[GP_LANES])
{
    const uint32_t *guide = chances->guide;
    const uint32_t shift = chances->shift, rest = (1u << shift) - 1;
    const int32_t marked = (int32_t)(UINT32_MAX >> shift), first = chances->first;
    int32_t highest = 0;
    int32_t drawn[GP_LANES];
    for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
        const uint32_t entry = guide[cell_of(words[lane], shift)];
        const int32_t at = (int32_t)(turn(words[lane]) & rest), limit = (int32_t)(entry & rest);
        const int32_t value = (int32_t)(entry >> shift) + (at > limit);
        highest = value > highest ? value : highest;
        drawn[lane] = value;
    }
    if (highest >= marked) search_marked(chances, words, marked, drawn);
    if (chances->values)
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) out[lane] = chances->values[drawn[lane]];
    else
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) out[lane] = first + drawn[lane];
}
