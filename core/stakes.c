/* SPDX-License-Identifier: MIT
 * Which steps cost most where they miss their first chance, in the future that suffers most?
 * (Minimax: judge a step by its worst case, Savage 1951.) Each step that is tried starts one day
 * later than it could, and its future is scheduled again: with planning rounds a day can cost a
 * year, and only scheduling tells. */
#include "core/futures.h"

#include <stdlib.h>
#include <string.h>

#define WORK_MAX 50000000u /* activities and arcs that are scheduled again, in all */

typedef struct candidate {
    const char *id;
    int32_t buffer_days; /* in the future where it has least */
    uint32_t key;
    uint8_t level;
} candidate;

static int least_buffer_first(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    if (a->buffer_days != b->buffer_days) return a->buffer_days < b->buffer_days ? -1 : 1;
    int order = strcmp(a->id, b->id);
    return order ? order : a->level - b->level;
}

/* Not of a step under way, and not of one whose lead time nobody knows. */
static bool can_be_tried(const gp_activity *a)
{
    return a->kind == GP_KIND_CAPABILITY && a->actual == GP_ACTUAL_NONE && !a->is_unknown;
}

/* slot: by step key, its candidate + 1; 0: none yet. */
static gp_status collect(gp_job *job, const gp_future *future, uint32_t *slot, gp_array *candidates)
{
    uint8_t *is_used;
    const gp_network *network = future->network;
    GP_TRY(gp_mark_used(job, future->schedule, &is_used));
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        uint32_t key = gp_step_key(a);
        int32_t buffer = future->schedule->dates[i].buffer_days;
        if (!is_used[i] || !can_be_tried(a)) continue;
        if (slot[key]) {
            candidate *known = (candidate *)candidates->data + slot[key] - 1;
            if (buffer < known->buffer_days) known->buffer_days = buffer;
            continue;
        }
        candidate added = {gp_activity_id(network, i), buffer, key, a->level};
        if (!gp_push(job, candidates, &added, 1)) return gp_no_memory(job);
        slot[key] = (uint32_t)candidates->count;
    }
    return GP_OK;
}

/* Schedules the future with this step a day late; keeps the worst that happens. */
static gp_status try_late(const gp_future *future, uint32_t index, uint32_t activity, gp_stake *out)
{
    const gp_network *network = future->network;
    const gp_schedule *changed;
    gp_job *scratch = gp_job_new();
    gp_activity *copy = scratch ? GP_NEW(scratch, gp_activity, network->activity_count) : NULL;
    gp_status status = copy ? GP_OK : GP_NO_MEMORY;
    if (copy) {
        gp_network late = *network;
        memcpy(copy, network->activities, network->activity_count * sizeof *copy);
        copy[activity].release = future->schedule->dates[activity].earliest_start + 1;
        late.activities = copy;
        status = gp_schedule_network(scratch, &late, NULL, &changed);
    }
    for (uint32_t i = 0; status == GP_OK && i < future->portfolio->intervention_count; i++) {
        uint32_t live = network->intervention_activity[i];
        int32_t days =
            changed->dates[live].earliest_ready - future->schedule->dates[live].earliest_ready;
        if (days > out->days) *out = (gp_stake){index, activity, days, live};
    }
    gp_job_free(scratch);
    return status;
}

static gp_status try_candidate(const gp_future *futures, uint32_t count, const candidate *c,
                               gp_stake *out)
{
    *out = (gp_stake){.intervention = GP_NONE};
    for (uint32_t f = 0; f < count; f++) {
        uint32_t symbol = c->key / (GP_LEVEL_MAX + 1u);
        uint32_t activity = gp_find_activity(futures[f].network, symbol, c->level);
        if (activity != GP_NONE) GP_TRY(try_late(&futures[f], f, activity, out));
    }
    return GP_OK;
}

static uint32_t affordable(const gp_future *futures, uint32_t count)
{
    uint64_t work = 1;
    for (uint32_t f = 0; f < count; f++)
        work += futures[f].network->activity_count + futures[f].network->arc_count;
    uint64_t tries = WORK_MAX / work + 1;
    return tries < GP_STAKES_MAX ? (uint32_t)tries : GP_STAKES_MAX;
}

/* Candidates come in an order that breaks ties, so inserting keeps it. */
static void insert(gp_stake *stakes, uint32_t *count, gp_stake added)
{
    uint32_t at = (*count)++;
    for (; at > 0 && stakes[at - 1].days < added.days; at--) stakes[at] = stakes[at - 1];
    stakes[at] = added;
}

gp_status gp_find_stakes(gp_job *job, const gp_future *futures, uint32_t count, gp_scenarios *out)
{
    if (count == 0) return GP_OK;
    gp_array *found = GP_NEW(job, gp_array, 1);
    uint32_t *slot = GP_NEW(job, uint32_t, gp_step_key_count(futures[0].portfolio));
    gp_stake *stakes = GP_NEW(job, gp_stake, GP_STAKES_MAX);
    if (!found || !slot || !stakes) return gp_no_memory(job);
    found->size = sizeof(candidate);
    for (uint32_t f = 0; f < count; f++) GP_TRY(collect(job, &futures[f], slot, found));
    candidate *candidates = found->data;
    if (found->count) qsort(candidates, found->count, sizeof *candidates, least_buffer_first);
    uint32_t tries = affordable(futures, count), kept = 0;
    for (uint32_t i = 0; i < found->count && i < tries; i++) {
        gp_stake stake;
        if (try_candidate(futures, count, &candidates[i], &stake) != GP_OK)
            return gp_no_memory(job); /* the only way it can fail */
        if (stake.days > 0) insert(stakes, &kept, stake);
    }
    out->stakes = stakes;
    out->stake_count = kept;
    return GP_OK;
}
