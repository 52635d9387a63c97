/* SPDX-License-Identifier: MIT
 * Several measures made together, and what the strongest of each would give. */
#include "core/repair/made.h"
#include "core/repair/effect.h"

#include <stdlib.h>

gp_made_changes gp_made_by_own(const gp_own *own)
{
    return (gp_made_changes){own->found->all.data, (uint32_t)own->found->all.count};
}

gp_made_changes gp_made_by(const gp_whole_candidate *candidate, gp_difference *single)
{
    if (candidate->own) return gp_made_by_own(candidate->own);
    *single = (gp_difference){candidate->effects[0], false, false};
    return (gp_made_changes){single, 1};
}

/* ---- what each of them would do ---- */

static int by_target(const void *left, const void *right)
{
    return gp_compare_targets(&((const gp_difference *)left)->effect,
                              &((const gp_difference *)right)->effect);
}

/* All that they change, by target. */
static gp_status list_changes(gp_job *job, const gp_whole *whole, const uint32_t *candidates,
                              uint32_t count, gp_array *out)
{
    for (uint32_t c = 0; c < count; c++) {
        gp_difference single;
        const gp_made_changes own =
            gp_made_by(gp_whole_candidate_at(whole, candidates[c]), &single);
        for (uint32_t i = 0; i < own.count; i++)
            if (!own.all[i].is_hidden && !gp_push(job, out, &own.all[i], 1))
                return gp_no_memory(job);
    }
    if (out->count) qsort(out->data, out->count, sizeof(gp_difference), by_target);
    return GP_OK;
}

/* Is what all make of a thing what one of them does, and no weaker than any? */
static bool is_strongest(const gp_whole *whole, const gp_difference *each, size_t count,
                         const gp_effect *made)
{
    const gp_network network = gp_whole_network(whole);
    bool is_one_of_them = false;
    for (size_t i = 0; i < count; i++) {
        gp_strength strength = gp_compare_effects(&network, made, &each[i].effect);
        if (strength != GP_AS_STRONG && strength != GP_STRONGER) return false;
        is_one_of_them |= gp_is_same_effect(whole, made, &each[i].effect);
    }
    return is_one_of_them;
}

static bool are_strongest(const gp_whole *whole, const gp_array *each, const gp_array *made)
{
    const gp_difference *one = each->data, *other = made->data;
    size_t i = 0, k = 0;
    for (; i < each->count && k < made->count; k++) {
        size_t first = i;
        while (i < each->count && by_target(&one[i], &other[k]) == 0) i++;
        if (!is_strongest(whole, one + first, i - first, &other[k].effect)) return false;
    }
    return i == each->count && k == made->count;
}

/* ---- the world ---- */

static void know_brought(const gp_whole *whole, gp_world *world, const gp_own *own)
{
    const gp_brought *all = own ? own->brought.data : NULL;
    for (size_t i = 0; own && i < own->brought.count; i++)
        gp_know_record(world, whole, all[i].id, all[i].record);
}

/* Are there steps that the whole does not have? */
static bool has_more_steps(const gp_world *world)
{
    for (uint32_t i = 0; i < world->network->activity_count; i++)
        if (world->number_of[i] == GP_NONE) return true;
    return false;
}

gp_status gp_make_together(gp_job *job, gp_whole *whole, const gp_repair_worlds *worlds,
                           const uint32_t *candidates, uint32_t count, gp_differences **out)
{
    const gp_candidate **all = GP_NEW(job, const gp_candidate *, count);
    gp_differences *made = GP_NEW(job, gp_differences, 1);
    gp_world *world;
    *out = NULL;
    if (!all || !made) return gp_no_memory(job);
    for (uint32_t c = 0; c < count; c++)
        all[c] = &gp_whole_candidate_at(whole, candidates[c])->candidate;
    gp_status status = gp_open_world(job, whole, worlds, all, count, &world);
    if (status == GP_INVALID) return GP_OK;
    GP_TRY(status);
    for (uint32_t c = 0; c < count; c++)
        know_brought(whole, world, gp_whole_candidate_at(whole, candidates[c])->own);
    gp_number_activities(world, whole);
    if (has_more_steps(world)) return GP_OK;
    GP_TRY(gp_find_differences(job, whole, world, made));
    if (!made->objection.what) *out = made;
    return GP_OK;
}

static gp_status compare(gp_job *job, gp_whole *whole, const gp_repair_worlds *worlds,
                         const uint32_t *candidates, uint32_t count, bool *out)
{
    gp_differences *made;
    gp_array *each = GP_NEW(job, gp_array, 1);
    if (!each) return gp_no_memory(job);
    each->size = sizeof(gp_difference);
    GP_TRY(gp_make_together(job, whole, worlds, candidates, count, &made));
    if (!made) return GP_OK;
    GP_TRY(list_changes(job, whole, candidates, count, each));
    *out = are_strongest(whole, each, &made->all);
    return GP_OK;
}

gp_status gp_is_made_right(gp_whole *whole, const gp_repair_worlds *worlds,
                           const uint32_t *candidates, uint32_t count, bool *out)
{
    size_t kept = whole->durations.count;
    gp_job *job = gp_job_new();
    *out = false;
    gp_status status = job ? compare(job, whole, worlds, candidates, count, out) : GP_NO_MEMORY;
    gp_job_free(job);
    whole->durations.count = kept;
    if (status == GP_OK) return GP_OK;
    return status == GP_NO_MEMORY ? gp_no_memory(whole->job) : gp_bug(whole->job, "measures");
}
