/* SPDX-License-Identifier: MIT
 * What a measure says that is so already, and what it thereby sets back. */
#include "core/repair/hidden.h"
#include "core/repair/effect.h"
#include "core/repair/made.h"

#include <stdlib.h>

typedef struct seeker {
    gp_whole *whole;
    const gp_repair_worlds *worlds;
    const gp_pairs *pairs;
    uint32_t *owns; /* candidates of measures, in order */
    uint32_t count;
    uint32_t *group_of; /* by those: the set that it is in */
    uint32_t group_count;
    uint32_t *set; /* candidates that are made together */
    bool has_found;
} seeker;

/* ---- sets ---- */

static int by_numbers(const void *left, const void *right)
{
    const gp_pair *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

static bool is_excluded(const seeker *s, uint32_t a, uint32_t b)
{
    const gp_pair pair = a < b ? (gp_pair){a, b} : (gp_pair){b, a};
    return s->pairs->excludes.count && bsearch(&pair, s->pairs->excludes.data,
                                               s->pairs->excludes.count, sizeof pair, by_numbers);
}

static bool fits(const seeker *s, uint32_t own, uint32_t group)
{
    for (uint32_t i = 0; i < own; i++)
        if (s->group_of[i] == group && is_excluded(s, s->owns[i], s->owns[own])) return false;
    return true;
}

/* Each goes to the first set that it fits in. Cost: the square of the measures, times the sets. */
static void make_groups(seeker *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t group = 0;
        while (group < s->group_count && !fits(s, i, group)) group++;
        s->group_of[i] = group;
        if (group == s->group_count) s->group_count++;
    }
}

/* ---- what is set back ---- */

static const gp_difference *find_target(const gp_array *sorted, const gp_effect *effect)
{
    const gp_difference *all = sorted->data;
    size_t low = 0, high = sorted->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = gp_compare_targets(&all[middle].effect, effect);
        if (order == 0) return &all[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Does the measure set back what is told of this thing when it is made last? */
static gp_status see(seeker *s, gp_own *own, const gp_difference *before, const gp_array *after,
                     gp_array *found)
{
    const gp_difference *now = find_target(after, &before->effect);
    gp_difference hidden = {.is_idle = true, .is_hidden = true};
    if (before->is_hidden || find_target(&own->found->all, &before->effect)) return GP_OK;
    if (now && gp_is_same_effect(s->whole, &now->effect, &before->effect)) return GP_OK;
    if (now)
        GP_TRY(gp_keep_effect(s->whole->job, &now->effect, &hidden.effect));
    else
        GP_TRY(gp_effect_of_whole(s->whole->job, s->whole, &before->effect, &hidden.effect));
    return gp_push(s->whole->job, found, &hidden, 1) ? GP_OK : gp_no_memory(s->whole->job);
}

static int by_target(const void *left, const void *right)
{
    return gp_compare_targets(&((const gp_difference *)left)->effect,
                              &((const gp_difference *)right)->effect);
}

static gp_status see_all(seeker *s, gp_own *own, const gp_array *before, const gp_array *after)
{
    gp_array *found = GP_NEW(s->whole->job, gp_array, 1);
    const gp_difference *all = before->data;
    if (!found) return gp_no_memory(s->whole->job);
    found->size = sizeof(gp_difference);
    for (size_t i = 0; i < before->count; i++) GP_TRY(see(s, own, &all[i], after, found));
    if (found->count == 0) return GP_OK;
    s->has_found = true;
    if (!gp_push(s->whole->job, &own->found->all, found->data, found->count))
        return gp_no_memory(s->whole->job);
    qsort(own->found->all.data, own->found->all.count, sizeof(gp_difference), by_target);
    return GP_OK;
}

/* ---- last ---- */

static gp_status make(const seeker *s, gp_job *job, const uint32_t *set, uint32_t count,
                      gp_differences **out)
{
    gp_status status = gp_make_together(job, s->whole, s->worlds, set, count, out);
    if (status == GP_OK || status == GP_NO_MEMORY) return status;
    return gp_bug(s->whole->job, "measures");
}

static gp_own *own_at(const seeker *s, uint32_t own)
{
    return gp_whole_candidate_at(s->whole, s->owns[own])->own;
}

/* What is another when it is made before these of the set, and what when after them; NULL: they do
 * not go together. The set has room for one more at its beginning and its end. */
static gp_status make_both(seeker *s, gp_job *job, uint32_t own, uint32_t count,
                           gp_differences **before, gp_differences **after)
{
    uint32_t *set = s->set;
    set[0] = s->owns[own];
    GP_TRY(make(s, job, set, count + 1, before));
    *after = NULL;
    if (!*before) return GP_OK;
    set[count + 1] = s->owns[own];
    return make(s, job, set + 1, count + 1, after);
}

static gp_status try_one(seeker *s, gp_job *job, uint32_t own, uint32_t other)
{
    gp_differences *before, *after;
    s->set[1] = s->owns[other];
    GP_TRY(make_both(s, job, own, 1, &before, &after));
    return after ? see_all(s, own_at(s, own), &before->all, &after->all) : GP_OK;
}

static gp_status try_group(seeker *s, gp_job *job, uint32_t own, uint32_t group)
{
    gp_differences *before, *after;
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->count; i++)
        if (i != own && s->group_of[i] == group) s->set[++count] = s->owns[i];
    if (count == 0) return GP_OK;
    GP_TRY(make_both(s, job, own, count, &before, &after));
    if (after) return see_all(s, own_at(s, own), &before->all, &after->all);
    for (uint32_t i = 0; i < s->count; i++)
        if (i != own && s->group_of[i] == group) GP_TRY(try_one(s, job, own, i));
    return GP_OK;
}

static gp_status open_seeker(seeker *s, gp_job *scratch)
{
    uint32_t count = (uint32_t)s->whole->candidates.count;
    s->owns = GP_NEW(scratch, uint32_t, count);
    if (!s->owns) return GP_NO_MEMORY;
    for (uint32_t c = 0; c < count; c++)
        if (gp_whole_candidate_at(s->whole, c)->own) s->owns[s->count++] = c;
    s->group_of = GP_NEW(scratch, uint32_t, s->count);
    s->set = GP_NEW(scratch, uint32_t, count + 2u);
    return s->group_of && s->set ? GP_OK : GP_NO_MEMORY;
}

static gp_status seek(seeker *s, gp_job *scratch)
{
    GP_TRY(open_seeker(s, scratch));
    make_groups(s);
    for (uint32_t group = 0; group < s->group_count; group++)
        for (uint32_t own = 0; own < s->count; own++) {
            gp_job *job = gp_job_new();
            gp_status status = job ? try_group(s, job, own, group) : GP_NO_MEMORY;
            gp_job_free(job);
            GP_TRY(status);
        }
    return GP_OK;
}

gp_status gp_find_hidden(gp_whole *whole, const gp_repair_worlds *worlds, const gp_pairs *pairs)
{
    seeker s = {.whole = whole, .worlds = worlds, .pairs = pairs};
    gp_job *scratch = gp_job_new();
    gp_status status = scratch ? seek(&s, scratch) : GP_NO_MEMORY;
    gp_job_free(scratch);
    return status == GP_NO_MEMORY ? gp_no_memory(whole->job) : status;
}

/* ---- after automatic ones ---- */

/* An automatic candidate by the one thing that it changes. */
typedef struct single {
    gp_difference difference;
    uint32_t candidate;
} single;

static int by_thing(const void *left, const void *right)
{
    const single *a = left, *b = right;
    int order = gp_compare_targets(&a->difference.effect, &b->difference.effect);
    return order ? order : (a->candidate > b->candidate) - (a->candidate < b->candidate);
}

static int by_candidate(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The automatic ones before a candidate, of each thing the last, which is the strongest; not those
 * that exclude one of these. */
static gp_status list_before(seeker *s, gp_job *job, uint32_t candidate, gp_array *out,
                             uint32_t *set_count)
{
    single *all = GP_NEW(job, single, candidate);
    uint32_t count = 0, kept = 0;
    if (!all) return gp_no_memory(job);
    for (uint32_t c = 0; c < candidate; c++) {
        const gp_whole_candidate *one = gp_whole_candidate_at(s->whole, c);
        if (!one->own) all[count++] = (single){{.effect = one->effects[0]}, c};
    }
    if (count) qsort(all, count, sizeof *all, by_thing);
    for (uint32_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count || gp_compare_targets(&all[i].difference.effect,
                                                            &all[i + 1].difference.effect) != 0;
        if (!is_last || is_excluded(s, all[i].candidate, candidate)) continue;
        if (!gp_push(job, out, &all[i].difference, 1)) return gp_no_memory(job);
        s->set[kept++] = all[i].candidate;
    }
    if (kept) qsort(s->set, kept, sizeof *s->set, by_candidate);
    *set_count = kept;
    return GP_OK;
}

/* One by one, where they are not right together. */
static gp_status try_singles(seeker *s, gp_job *job, uint32_t candidate, uint32_t count)
{
    gp_own *own = gp_whole_candidate_at(s->whole, candidate)->own;
    uint32_t *before = GP_NEW(job, uint32_t, count);
    gp_array *one = GP_NEW(job, gp_array, 1);
    if (!before || !one) return gp_no_memory(job);
    memcpy(before, s->set, count * sizeof *before);
    one->size = sizeof(gp_difference);
    for (uint32_t i = 0; i < count; i++) {
        gp_differences *after;
        const gp_difference difference = {
            .effect = gp_whole_candidate_at(s->whole, before[i])->effects[0]};
        one->count = 0;
        if (!gp_push(job, one, &difference, 1)) return gp_no_memory(job);
        s->set[0] = before[i];
        s->set[1] = candidate;
        GP_TRY(make(s, job, s->set, 2, &after));
        if (after) GP_TRY(see_all(s, own, one, &after->all));
    }
    return GP_OK;
}

static gp_status try_after(seeker *s, gp_job *job, uint32_t candidate)
{
    gp_differences *after;
    gp_array *before = GP_NEW(job, gp_array, 1);
    uint32_t count;
    if (!before) return gp_no_memory(job);
    before->size = sizeof(gp_difference);
    GP_TRY(list_before(s, job, candidate, before, &count));
    if (count == 0) return GP_OK;
    s->set[count] = candidate;
    GP_TRY(make(s, job, s->set, count + 1, &after));
    if (!after) return try_singles(s, job, candidate, count);
    return see_all(s, gp_whole_candidate_at(s->whole, candidate)->own, before, &after->all);
}

gp_status gp_find_hidden_after(gp_whole *whole, const gp_repair_worlds *worlds,
                               const gp_pairs *pairs, bool *has_found)
{
    seeker s = {.whole = whole, .worlds = worlds, .pairs = pairs};
    gp_job *scratch = gp_job_new();
    gp_status status = scratch ? open_seeker(&s, scratch) : GP_NO_MEMORY;
    for (uint32_t i = 0; i < s.count && status == GP_OK; i++) {
        gp_job *job = gp_job_new();
        status = job ? try_after(&s, job, s.owns[i]) : GP_NO_MEMORY;
        gp_job_free(job);
    }
    gp_job_free(scratch);
    *has_found = s.has_found;
    return status == GP_NO_MEMORY ? gp_no_memory(whole->job) : status;
}
