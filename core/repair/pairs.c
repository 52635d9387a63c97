/* SPDX-License-Identifier: MIT
 * Which of two that change the same is to stand later? Then who makes the changes one after the
 * other has the stronger in the end, which is what counts. */
#include "core/repair/pairs.h"
#include "core/repair/made.h"

#include <stdlib.h>

/* ---- who changes the same ---- */

typedef struct touch {
    uint32_t kind, target, candidate;
    const gp_effect *effect;
} touch;

/* How two compare on one thing; `first` is the smaller number. */
typedef struct met {
    gp_pair pair;
    gp_strength strength;
} met;

static int by_thing(const void *left, const void *right)
{
    const touch *a = left, *b = right;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (a->target != b->target) return a->target < b->target ? -1 : 1;
    return (a->candidate > b->candidate) - (a->candidate < b->candidate);
}

static int compare_pairs(const gp_pair *a, const gp_pair *b)
{
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

static int by_pair(const void *left, const void *right)
{
    const met *a = left, *b = right;
    return compare_pairs(&a->pair, &b->pair);
}

static gp_status list_touches(const gp_whole *whole, gp_job *job, gp_array *out)
{
    for (uint32_t c = 0; c < whole->candidates.count; c++) {
        gp_difference single;
        const gp_whole_candidate *candidate = gp_whole_candidate_at(whole, c);
        const gp_made_changes all = gp_made_by(candidate, &single);
        for (uint32_t e = 0; e < all.count; e++) {
            const gp_effect *effect = candidate->own ? &all.all[e].effect : &candidate->effects[0];
            const touch one = {effect->kind, effect->target, c, effect};
            if (!gp_push(job, out, &one, 1)) return gp_no_memory(job);
        }
    }
    if (out->count) qsort(out->data, out->count, sizeof(touch), by_thing);
    return GP_OK;
}

static gp_status meet(const gp_whole *whole, gp_job *job, const touch *touches, size_t count,
                      gp_array *out)
{
    const gp_network network = gp_whole_network(whole);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            const met one = {{touches[i].candidate, touches[k].candidate},
                             gp_compare_effects(&network, touches[i].effect, touches[k].effect)};
            if (!gp_push(job, out, &one, 1)) return gp_no_memory(job);
        }
    return GP_OK;
}

static gp_status meet_all(const gp_whole *whole, gp_job *job, gp_array *out)
{
    gp_array *touches = GP_NEW(job, gp_array, 1);
    if (!touches) return gp_no_memory(job);
    touches->size = sizeof(touch);
    GP_TRY(list_touches(whole, job, touches));
    const touch *all = touches->data;
    size_t end;
    for (size_t first = 0; first < touches->count; first = end) {
        for (end = first + 1; end < touches->count && all[end].kind == all[first].kind &&
                              all[end].target == all[first].target;)
            end++;
        GP_TRY(meet(whole, job, all + first, end - first, out));
    }
    if (out->count) qsort(out->data, out->count, sizeof(met), by_pair);
    return GP_OK;
}

/* What two are to each other, over all that both change. */
static gp_status judge(gp_whole *whole, const met *all, size_t count, gp_pairs *out)
{
    bool is_stronger = false, is_weaker = false, is_other = false;
    for (size_t i = 0; i < count; i++) {
        is_stronger |= all[i].strength == GP_STRONGER;
        is_weaker |= all[i].strength == GP_WEAKER;
        is_other |= all[i].strength == GP_INCOMPARABLE;
    }
    gp_pair pair = all->pair;
    if (!is_other && !is_stronger && !is_weaker) return GP_OK;
    bool is_excluded = is_other || (is_stronger && is_weaker);
    if (!is_excluded && is_stronger) pair = (gp_pair){pair.second, pair.first};
    return gp_push(whole->job, is_excluded ? &out->excludes : &out->orders, &pair, 1)
               ? GP_OK
               : gp_no_memory(whole->job);
}

static gp_status find_pairs(gp_whole *whole, gp_job *scratch, gp_pairs *out)
{
    gp_array *mets = GP_NEW(scratch, gp_array, 1);
    if (!mets) return GP_NO_MEMORY;
    mets->size = sizeof(met);
    GP_TRY(meet_all(whole, scratch, mets));
    const met *all = mets->data;
    size_t end;
    for (size_t first = 0; first < mets->count; first = end) {
        for (end = first + 1; end < mets->count && by_pair(&all[first], &all[end]) == 0;) end++;
        GP_TRY(judge(whole, all + first, end - first, out));
    }
    return GP_OK;
}

static int by_first_number(const void *left, const void *right)
{
    const gp_whole_candidate *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

gp_status gp_find_pairs(gp_whole *whole, gp_pairs *out)
{
    out->orders.size = out->excludes.size = sizeof(gp_pair);
    out->orders.count = out->excludes.count = 0;
    if (whole->candidates.count)
        qsort(whole->candidates.data, whole->candidates.count, sizeof(gp_whole_candidate),
              by_first_number);
    gp_job *scratch = gp_job_new();
    gp_status status = scratch ? find_pairs(whole, scratch, out) : GP_NO_MEMORY;
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(whole->job);
}

/* ---- in order ---- */

/* Kahn's way, the smallest number first of those that nothing has to stand before any more. */
typedef struct queue {
    uint32_t *numbers;
    uint32_t count;
} queue;

static void swap(uint32_t *a, uint32_t *b)
{
    uint32_t kept = *a;
    *a = *b;
    *b = kept;
}

static void put(queue *q, uint32_t number)
{
    uint32_t at = q->count++;
    q->numbers[at] = number;
    for (; at && q->numbers[(at - 1) / 2] > q->numbers[at]; at = (at - 1) / 2)
        swap(&q->numbers[(at - 1) / 2], &q->numbers[at]);
}

static uint32_t take(queue *q)
{
    uint32_t taken = q->numbers[0], at = 0, least = 1;
    q->numbers[0] = q->numbers[--q->count];
    while (least < q->count) {
        if (least + 1 < q->count && q->numbers[least + 1] < q->numbers[least]) least++;
        if (q->numbers[at] <= q->numbers[least]) break;
        swap(&q->numbers[at], &q->numbers[least]);
        at = least;
        least = 2 * at + 1;
    }
    return taken;
}

typedef struct ordering {
    gp_whole *whole;
    gp_pairs *pairs;
    uint32_t count;
    uint32_t *waits_for; /* by candidate: so many have to stand before it */
    uint32_t *first,
        *next;       /* next[first[c] .. first[c + 1]): candidates that are stronger than c */
    uint32_t *place; /* by candidate; GP_NONE: not yet */
    queue ready;
} ordering;

static gp_status open_ordering(gp_job *job, ordering *o)
{
    const gp_pair *orders = o->pairs->orders.data;
    size_t pair_count = o->pairs->orders.count;
    o->waits_for = GP_NEW(job, uint32_t, o->count);
    o->first = GP_NEW(job, uint32_t, (size_t)o->count + 2);
    o->next = GP_NEW(job, uint32_t, pair_count);
    o->place = GP_NEW(job, uint32_t, o->count);
    o->ready.numbers = GP_NEW(job, uint32_t, o->count);
    if (!o->waits_for || !o->first || !o->next || !o->place || !o->ready.numbers)
        return GP_NO_MEMORY;
    for (size_t i = 0; i < pair_count; i++) {
        o->first[orders[i].first + 2]++;
        o->waits_for[orders[i].second]++;
    }
    for (uint32_t i = 2; i < o->count + 2; i++) o->first[i] += o->first[i - 1];
    for (size_t i = 0; i < pair_count; i++)
        o->next[o->first[orders[i].first + 1]++] = orders[i].second;
    for (uint32_t c = 0; c < o->count; c++) {
        o->place[c] = GP_NONE;
        if (o->waits_for[c] == 0) put(&o->ready, c);
    }
    return GP_OK;
}

/* It goes round: the first that is left is placed, and those that should stand before it are not
 * taken with it. */
static gp_status break_circle(ordering *o, uint32_t *out)
{
    const gp_pair *orders = o->pairs->orders.data;
    uint32_t chosen = 0;
    while (o->place[chosen] != GP_NONE) chosen++;
    for (size_t i = 0; i < o->pairs->orders.count; i++) {
        gp_pair pair = orders[i];
        if (pair.second != chosen || o->place[pair.first] != GP_NONE) continue;
        if (pair.first > pair.second) pair = (gp_pair){pair.second, pair.first};
        if (!gp_push(o->whole->job, &o->pairs->excludes, &pair, 1)) return GP_NO_MEMORY;
    }
    o->waits_for[chosen] = 0;
    *out = chosen;
    return GP_OK;
}

static gp_status find_places(ordering *o)
{
    for (uint32_t placed = 0; placed < o->count; placed++) {
        uint32_t next;
        if (o->ready.count)
            next = take(&o->ready);
        else
            GP_TRY(break_circle(o, &next));
        o->place[next] = placed;
        for (uint32_t i = o->first[next]; i < o->first[next + 1]; i++) {
            uint32_t stronger = o->next[i];
            if (o->waits_for[stronger] && --o->waits_for[stronger] == 0) put(&o->ready, stronger);
        }
    }
    return GP_OK;
}

static int compare_numbers(const void *left, const void *right)
{
    return compare_pairs(left, right);
}

static void renumber(const ordering *o, gp_array *pairs, bool is_sorted)
{
    gp_pair *all = pairs->data;
    for (size_t i = 0; i < pairs->count; i++) {
        gp_pair pair = {o->place[all[i].first], o->place[all[i].second]};
        if (is_sorted && pair.first > pair.second) pair = (gp_pair){pair.second, pair.first};
        all[i] = pair;
    }
    if (pairs->count) qsort(all, pairs->count, sizeof *all, compare_numbers);
}

static gp_status move_candidates(const ordering *o, gp_job *scratch)
{
    gp_whole_candidate *all = o->whole->candidates.data;
    gp_whole_candidate *old = GP_NEW(scratch, gp_whole_candidate, o->count);
    if (!old) return GP_NO_MEMORY;
    if (o->count) memcpy(old, all, o->count * sizeof *old);
    for (uint32_t c = 0; c < o->count; c++) all[o->place[c]] = old[c];
    renumber(o, &o->pairs->orders, false);
    renumber(o, &o->pairs->excludes, true);
    return GP_OK;
}

gp_status gp_order_candidates(gp_whole *whole, gp_pairs *pairs)
{
    ordering o = {.whole = whole, .pairs = pairs, .count = (uint32_t)whole->candidates.count};
    gp_job *scratch = gp_job_new();
    gp_status status = scratch ? open_ordering(scratch, &o) : GP_NO_MEMORY;
    if (status == GP_OK) status = find_places(&o);
    if (status == GP_OK) status = move_candidates(&o, scratch);
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(whole->job);
}
