/* SPDX-License-Identifier: MIT
 * Two measures that change the same record. Changes are merged key by key, so two of them may come
 * to something that neither says: a lead time of the capability and one of its level, rounds of
 * the portfolio and those of a step. So both are made, and the plan tells. */
#include "core/repair/meet.h"
#include "core/repair/effect.h"
#include "core/repair/made.h"

#include <stdlib.h>

typedef struct meeting {
    gp_whole *whole;
    const gp_repair_worlds *worlds;
    gp_pairs *pairs;
    gp_array candidates; /* gp_pair: to be made together */
    size_t sorted_count; /* so many of the pairs that exclude each other are in order */
    uint32_t read;       /* sets that were made */
} meeting;

/* ---- what they change ---- */

static uint32_t record_of(const gp_whole *whole, const gp_effect *effect)
{
    return gp_whole_activity(whole, gp_whole_target(whole, effect))->symbol;
}

const char *gp_shared_record(const gp_whole *whole, const gp_own *a, const gp_own *b)
{
    gp_made_changes one = gp_made_by_own(a), other = gp_made_by_own(b);
    for (uint32_t i = 0; i < one.count; i++)
        for (uint32_t k = 0; k < other.count; k++) {
            uint32_t record = record_of(whole, &one.all[i].effect);
            if (record == record_of(whole, &other.all[k].effect))
                return gp_whole_record_at(whole, record)->id;
        }
    const gp_brought *brought = a->brought.data, *others = b->brought.data;
    for (size_t i = 0; i < a->brought.count; i++)
        for (size_t k = 0; k < b->brought.count; k++)
            if (strcmp(brought[i].id, others[k].id) == 0) return brought[i].id;
    return NULL;
}

/* ---- who meets ---- */

typedef struct touch {
    uint32_t record, candidate;
} touch;

static int by_record(const void *left, const void *right)
{
    const touch *a = left, *b = right;
    if (a->record != b->record) return a->record < b->record ? -1 : 1;
    return (a->candidate > b->candidate) - (a->candidate < b->candidate);
}

static int by_numbers(const void *left, const void *right)
{
    const gp_pair *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

static gp_status list_touches(const meeting *m, gp_job *job, gp_array *out)
{
    for (uint32_t c = 0; c < m->whole->candidates.count; c++) {
        gp_difference single;
        const gp_whole_candidate *candidate = gp_whole_candidate_at(m->whole, c);
        const gp_made_changes own = gp_made_by(candidate, &single);
        for (uint32_t i = 0; i < own.count; i++) {
            const touch one = {record_of(m->whole, &own.all[i].effect), c};
            if (!gp_push(job, out, &one, 1)) return GP_NO_MEMORY;
        }
        for (size_t i = 0; candidate->own && i < candidate->own->found->removed.count; i++) {
            const touch one = {((const uint32_t *)candidate->own->found->removed.data)[i], c};
            if (!gp_push(job, out, &one, 1)) return GP_NO_MEMORY;
        }
    }
    if (out->count) qsort(out->data, out->count, sizeof(touch), by_record);
    return GP_OK;
}

/* What an automatic one changes is one key: only who changes the same key of the record can meet
 * it. A planning of a step stands before all others, so nobody meets that who stands before it. */
static bool can_meet(const meeting *m, const gp_own *own, const gp_whole_candidate *automatic)
{
    const gp_effect *effect = &automatic->effects[0];
    gp_made_changes all = gp_made_by_own(own);
    if (effect->kind == GP_EFFECT_NEEDED) return false;
    for (uint32_t i = 0; i < all.count; i++) {
        const gp_effect *other = &all.all[i].effect;
        if (other->kind != effect->kind) continue;
        if (effect->kind == GP_EFFECT_UNIT
                ? record_of(m->whole, other) == record_of(m->whole, effect)
                : other->target == effect->target)
            return true;
    }
    return own->found->removed.count > 0;
}

static gp_status add_pair(meeting *m, uint32_t first, uint32_t second)
{
    const gp_whole_candidate *a = gp_whole_candidate_at(m->whole, first);
    const gp_whole_candidate *b = gp_whole_candidate_at(m->whole, second);
    const gp_pair pair = {first, second};
    if (!a->own && !b->own) return GP_OK;
    if (!a->own && !can_meet(m, b->own, a)) return GP_OK;
    if (!b->own && !can_meet(m, a->own, b)) return GP_OK;
    return gp_push(m->whole->job, &m->candidates, &pair, 1) ? GP_OK : gp_no_memory(m->whole->job);
}

static gp_status pair_touches(meeting *m, const touch *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++) {
            if (all[i].candidate == all[k].candidate) continue;
            GP_TRY(add_pair(m, all[i].candidate, all[k].candidate));
        }
    return GP_OK;
}

/* Those that touch the same record: each touch once for a candidate. */
static gp_status pair_records(meeting *m, gp_job *scratch)
{
    gp_array *touches = GP_NEW(scratch, gp_array, 1);
    if (!touches) return GP_NO_MEMORY;
    touches->size = sizeof(touch);
    GP_TRY(list_touches(m, scratch, touches));
    touch *all = touches->data;
    size_t count = 0, end;
    for (size_t i = 0; i < touches->count; i++)
        if (count == 0 || by_record(&all[count - 1], &all[i]) != 0) all[count++] = all[i];
    for (size_t first = 0; first < count; first = end) {
        for (end = first + 1; end < count && all[end].record == all[first].record;) end++;
        GP_TRY(pair_touches(m, all + first, end - first));
    }
    return GP_OK;
}

/* Settings hold for what others bring as well, and what is removed may be what others need. */
static bool meets_all(const gp_own *a, const gp_own *b)
{
    return a->found->removed.count > 0 || (a->found->is_wide && b->brought.count > 0);
}

static bool brings_another(const gp_own *a, const gp_own *b)
{
    const gp_brought *one = a->brought.data, *other = b->brought.data;
    for (size_t i = 0; i < a->brought.count; i++)
        for (size_t k = 0; k < b->brought.count; k++)
            if (one[i].record != other[k].record && strcmp(one[i].id, other[k].id) == 0)
                return true;
    return false;
}

static gp_status exclude(meeting *m, gp_pair pair)
{
    if (pair.first > pair.second) pair = (gp_pair){pair.second, pair.first};
    return gp_push(m->whole->job, &m->pairs->excludes, &pair, 1) ? GP_OK
                                                                 : gp_no_memory(m->whole->job);
}

/* Those that meet for another reason than a record that both touch. Cost: the square of the
 * measures of the file. */
static gp_status pair_others(meeting *m)
{
    uint32_t count = (uint32_t)m->whole->candidates.count;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = i + 1; k < count; k++) {
            const gp_own *a = gp_whole_candidate_at(m->whole, i)->own;
            const gp_own *b = gp_whole_candidate_at(m->whole, k)->own;
            if (!a || !b) continue;
            if (brings_another(a, b))
                GP_TRY(exclude(m, (gp_pair){i, k}));
            else if (meets_all(a, b) || meets_all(b, a))
                GP_TRY(add_pair(m, i, k));
        }
    return GP_OK;
}

/* ---- pairs ---- */

static bool is_excluded(const meeting *m, uint32_t a, uint32_t b)
{
    const gp_pair pair = a < b ? (gp_pair){a, b} : (gp_pair){b, a};
    return m->sorted_count &&
           bsearch(&pair, m->pairs->excludes.data, m->sorted_count, sizeof pair, by_numbers);
}

static void sort_excludes(meeting *m)
{
    m->sorted_count = m->pairs->excludes.count;
    if (m->sorted_count)
        qsort(m->pairs->excludes.data, m->sorted_count, sizeof(gp_pair), by_numbers);
}

/* Are these right together? When too many were tried, nothing is. */
static gp_status try_set(meeting *m, const uint32_t *set, uint32_t count, bool *is_right)
{
    *is_right = false;
    if (m->read++ >= GP_PAIRS_READ) return GP_OK;
    return gp_is_made_right(m->whole, m->worlds, set, count, is_right);
}

static gp_status try_pair(meeting *m, uint32_t first, uint32_t second, bool *is_right)
{
    const uint32_t set[] = {first < second ? first : second, first < second ? second : first};
    GP_TRY(try_set(m, set, 2, is_right));
    return *is_right ? GP_OK : exclude(m, (gp_pair){first, second});
}

static gp_status read_pairs(meeting *m)
{
    gp_pair *all = m->candidates.data, last = {GP_NONE, GP_NONE};
    bool is_right;
    sort_excludes(m);
    if (m->candidates.count) qsort(all, m->candidates.count, sizeof *all, by_numbers);
    for (size_t i = 0; i < m->candidates.count; i++) {
        bool is_again = by_numbers(&all[i], &last) == 0;
        last = all[i];
        if (is_again || is_excluded(m, all[i].first, all[i].second)) continue;
        GP_TRY(try_pair(m, all[i].first, all[i].second, &is_right));
    }
    sort_excludes(m);
    return GP_OK;
}

/* ---- many together ---- */

/* Two that touch nothing of each other can still not go together, as when both drop the same that
 * no date rests on; and what is right of any two need not be right of three. So measures of the
 * file are made in sets that are as large as exclusions allow, until each two were in one. Of a set
 * that is not right the last of the fewest that are not is told apart, and who it is that does not
 * go with it. */
typedef struct gathering {
    meeting *meeting;
    uint32_t *owns; /* candidates of measures */
    uint32_t count;
    bool *is_done; /* by two of them */
    uint32_t *set, *tried;
    uint32_t set_count;
} gathering;

static bool *done_of(const gathering *g, uint32_t i, uint32_t k)
{
    return &g->is_done[(size_t)i * g->count + k];
}

static bool fits(const gathering *g, uint32_t own)
{
    for (uint32_t i = 0; i < g->set_count; i++)
        if (g->set[i] == own || is_excluded(g->meeting, g->owns[g->set[i]], g->owns[own]))
            return false;
    return true;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static void gather_around(gathering *g, uint32_t i, uint32_t k)
{
    g->set[0] = i;
    g->set[1] = k;
    g->set_count = 2;
    for (uint32_t own = 0; own < g->count; own++)
        if (fits(g, own)) g->set[g->set_count++] = own;
    qsort(g->set, g->set_count, sizeof *g->set, by_number);
}

/* The first `count` of the set, and `more`, which stands after them (GP_NONE: nothing). */
static gp_status try_first(gathering *g, uint32_t count, uint32_t more, bool *is_right)
{
    for (uint32_t i = 0; i < count; i++) g->tried[i] = g->owns[g->set[i]];
    if (more != GP_NONE) g->tried[count++] = g->owns[more];
    return try_set(g->meeting, g->tried, count, is_right);
}

/* The fewest of the set, from the first on, that are not right with `more`; all of it is not. */
static gp_status find_fewest(gathering *g, uint32_t count, uint32_t more, uint32_t *out)
{
    uint32_t low = 1, high = count;
    while (low < high) {
        bool is_right;
        uint32_t middle = low + (high - low) / 2;
        GP_TRY(try_first(g, middle, more, &is_right));
        if (is_right)
            low = middle + 1;
        else
            high = middle;
    }
    *out = high;
    return GP_OK;
}

static gp_status tell_apart(gathering *g)
{
    meeting *m = g->meeting;
    uint32_t fewest, other;
    bool has_found = false;
    GP_TRY(find_fewest(g, g->set_count, GP_NONE, &fewest));
    uint32_t last = g->set[fewest - 1];
    for (uint32_t i = 0; i + 1 < fewest; i++) {
        bool is_right;
        if (*done_of(g, g->set[i], last)) continue;
        GP_TRY(try_pair(m, g->owns[g->set[i]], g->owns[last], &is_right));
        *done_of(g, g->set[i], last) = true;
        has_found |= !is_right;
    }
    if (!has_found && fewest > 1) {
        GP_TRY(find_fewest(g, fewest - 1, last, &other));
        GP_TRY(exclude(m, (gp_pair){g->owns[g->set[other - 1]], g->owns[last]}));
    }
    sort_excludes(m);
    return GP_OK;
}

/* One set that has both of these. */
static gp_status read_set(gathering *g, uint32_t i, uint32_t k)
{
    bool is_right;
    gather_around(g, i, k);
    while (*done_of(g, i, k) == false) {
        if (is_excluded(g->meeting, g->owns[i], g->owns[k])) {
            *done_of(g, i, k) = true;
            return GP_OK;
        }
        gather_around(g, i, k);
        GP_TRY(try_first(g, g->set_count, GP_NONE, &is_right));
        if (!is_right) {
            GP_TRY(tell_apart(g));
            continue;
        }
        for (uint32_t a = 0; a < g->set_count; a++)
            for (uint32_t b = a + 1; b < g->set_count; b++)
                *done_of(g, g->set[a], g->set[b]) = true;
    }
    return GP_OK;
}

static gp_status read_sets(meeting *m, gp_job *scratch)
{
    uint32_t count = (uint32_t)m->whole->candidates.count;
    gathering g = {.meeting = m, .owns = GP_NEW(scratch, uint32_t, count)};
    if (!g.owns) return GP_NO_MEMORY;
    for (uint32_t c = 0; c < count; c++)
        if (gp_whole_candidate_at(m->whole, c)->own) g.owns[g.count++] = c;
    g.is_done = GP_NEW(scratch, bool, (size_t)g.count *g.count);
    g.set = GP_NEW(scratch, uint32_t, g.count + 2u);
    g.tried = GP_NEW(scratch, uint32_t, g.count + 2u);
    if (!g.is_done || !g.set || !g.tried) return GP_NO_MEMORY;
    for (uint32_t i = 0; i < g.count; i++)
        for (uint32_t k = i + 1; k < g.count; k++)
            if (!*done_of(&g, i, k)) GP_TRY(read_set(&g, i, k));
    return GP_OK;
}

/* ---- all of them ---- */

static gp_status meet(meeting *m, gp_job *scratch)
{
    GP_TRY(pair_records(m, scratch));
    GP_TRY(pair_others(m));
    GP_TRY(read_pairs(m));
    return read_sets(m, scratch);
}

gp_status gp_meet_pairs(gp_whole *whole, const gp_repair_worlds *worlds, gp_pairs *pairs)
{
    meeting *m = GP_NEW(whole->job, meeting, 1);
    gp_job *scratch = gp_job_new();
    gp_status status = m && scratch ? GP_OK : GP_NO_MEMORY;
    if (status == GP_OK) {
        *m = (meeting){.whole = whole,
                       .worlds = worlds,
                       .pairs = pairs,
                       .candidates = {.size = sizeof(gp_pair)}};
        status = meet(m, scratch);
    }
    gp_job_free(scratch);
    return status == GP_NO_MEMORY ? gp_no_memory(whole->job) : status;
}
