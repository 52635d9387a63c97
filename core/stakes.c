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

struct gp_stake_search {
    gp_job *job;
    const gp_portfolio *portfolio; /* the whole */
    uint32_t *slot;                /* by step key: its candidate + 1; 0: none yet */
    gp_array candidates;
};

gp_status gp_start_stakes(gp_job *job, const gp_portfolio *portfolio, gp_stake_search **out)
{
    gp_stake_search *search = GP_NEW(job, gp_stake_search, 1);
    if (!search) return gp_no_memory(job);
    *search = (gp_stake_search){.job = job,
                                .portfolio = portfolio,
                                .slot = GP_NEW(job, uint32_t, gp_step_key_count(portfolio)),
                                .candidates = {.size = sizeof(candidate)}};
    *out = search;
    return search->slot ? GP_OK : gp_no_memory(job);
}

static gp_status add_candidates(gp_stake_search *s, gp_job *scratch, const gp_future_plan *plan)
{
    uint8_t *is_used;
    const gp_network *network = plan->network;
    GP_TRY(gp_mark_used(scratch, plan->schedule, &is_used));
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        uint32_t key = gp_step_key(a);
        int32_t buffer = plan->schedule->dates[i].buffer_days;
        if (!is_used[i] || !can_be_tried(a)) continue;
        if (s->slot[key]) {
            candidate *known = (candidate *)s->candidates.data + s->slot[key] - 1;
            if (buffer < known->buffer_days) known->buffer_days = buffer;
            continue;
        }
        candidate added = {s->portfolio->ids[a->symbol], buffer, key, a->level};
        if (!gp_push(s->job, &s->candidates, &added, 1)) return gp_no_memory(s->job);
        s->slot[key] = (uint32_t)s->candidates.count;
    }
    return GP_OK;
}

/* Schedules the future with this step a day late; keeps the worst that happens. */
static gp_status try_late(const gp_future_plan *plan, uint32_t future, uint32_t activity,
                          gp_stake *out)
{
    const gp_network *network = plan->network;
    const gp_schedule *changed;
    gp_job *scratch = gp_job_new();
    gp_activity *copy = scratch ? GP_NEW(scratch, gp_activity, network->activity_count) : NULL;
    gp_status status = copy ? GP_OK : GP_NO_MEMORY;
    if (copy) {
        gp_network late = *network;
        memcpy(copy, network->activities, network->activity_count * sizeof *copy);
        copy[activity].release = plan->schedule->dates[activity].earliest_start + 1;
        late.activities = copy;
        status = gp_schedule_network(scratch, &late, NULL, &changed);
    }
    for (uint32_t i = 0; status == GP_OK && i < plan->portfolio->intervention_count; i++) {
        uint32_t live = network->intervention_activity[i];
        int32_t days =
            changed->dates[live].earliest_ready - plan->schedule->dates[live].earliest_ready;
        if (days <= 0 || days < out->days) continue;
        uint32_t symbol = network->activities[live].symbol;
        const char *const *ids = plan->portfolio->ids; /* of equals the smaller id */
        bool is_tie = days == out->days;
        if (is_tie && (out->future != future || strcmp(ids[symbol], ids[out->intervention]) > 0))
            continue;
        *out = (gp_stake){.future = future,
                          .symbol = network->activities[activity].symbol,
                          .level = network->activities[activity].level,
                          .days = days,
                          .intervention = symbol};
    }
    gp_job_free(scratch);
    return status;
}

/* Tries the candidates in one future: each of its stakes is the worst of the futures so far. */
static gp_status try_future(const gp_stake_search *s, const gp_future *futures, uint32_t future,
                            uint32_t tries, gp_stake *stakes)
{
    const candidate *candidates = s->candidates.data;
    gp_future_plan plan;
    gp_job *scratch = gp_job_new();
    gp_status status = GP_NO_MEMORY;
    if (scratch) status = gp_plan_future(scratch, s->portfolio, futures[future].scenario, &plan);
    for (uint32_t i = 0; status == GP_OK && i < tries; i++) {
        uint32_t symbol = gp_step_symbol(candidates[i].key);
        uint32_t activity = gp_find_activity(plan.network, symbol, candidates[i].level);
        if (activity != GP_NONE) status = try_late(&plan, future, activity, &stakes[i]);
    }
    gp_job_free(scratch);
    return status;
}

static uint32_t affordable(const gp_stake_search *search, uint64_t work)
{
    uint64_t tries = WORK_MAX / (work + 1) + 1;
    if (tries > GP_STAKES_MAX) tries = GP_STAKES_MAX;
    return tries < search->candidates.count ? (uint32_t)tries : (uint32_t)search->candidates.count;
}

/* Candidates come in an order that breaks ties, so inserting keeps it. */
static void insert(gp_stake *stakes, uint32_t *count, gp_stake added)
{
    uint32_t at = (*count)++;
    for (; at > 0 && stakes[at - 1].days < added.days; at--) stakes[at] = stakes[at - 1];
    stakes[at] = added;
}

gp_status gp_add_candidates(gp_stake_search *search, const gp_future_plan *plan)
{
    gp_job *scratch = gp_job_new();
    gp_status status = scratch ? add_candidates(search, scratch, plan) : GP_NO_MEMORY;
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(search->job);
}

gp_status gp_find_stakes(gp_stake_search *search, const gp_future *futures, uint32_t count,
                         uint64_t work, gp_scenarios *out)
{
    uint32_t tries = affordable(search, work), kept = 0;
    gp_stake *found = GP_NEW(search->job, gp_stake, tries);
    gp_stake *stakes = GP_NEW(search->job, gp_stake, tries);
    candidate *candidates = search->candidates.data;
    if (!found || !stakes) return gp_no_memory(search->job);
    if (tries) qsort(candidates, search->candidates.count, sizeof *candidates, least_buffer_first);
    for (uint32_t f = 0; tries && f < count; f++)
        if (try_future(search, futures, f, tries, found) != GP_OK)
            return gp_no_memory(search->job); /* the only way it can fail */
    for (uint32_t i = 0; i < tries; i++)
        if (found[i].days > 0) insert(stakes, &kept, found[i]);
    out->stakes = stakes;
    out->stake_count = kept;
    return GP_OK;
}
