/* SPDX-License-Identifier: MIT
 * Which part of an answer is about one thing? Who waits for it, and what it waits for. */
#include "core/job.h"
#include "groeipad/citizens.h"
#include "groeipad/demand.h"
#include "groeipad/query.h"

gp_status gp_find_resting(gp_job *job, const gp_schedule *schedule, uint32_t symbol,
                          const bool **out)
{
    const gp_network *network = schedule->network;
    uint32_t first = gp_find_first_step(network, symbol);
    gp_activities found = {NULL, 0};
    bool *rests = GP_NEW(job, bool, network->portfolio->intervention_count);
    if (!rests) return gp_no_memory(job);
    if (first != GP_NONE) GP_TRY(gp_find_descendants(job, schedule, first, NULL, &found));
    for (uint32_t i = 0; i < found.count; i++) {
        const gp_activity *activity = &network->activities[found.activities[i]];
        if (activity->kind == GP_KIND_INTERVENTION) rests[activity->item] = true;
    }
    *out = rests;
    return GP_OK;
}

gp_status gp_find_under(gp_job *job, const gp_schedule *schedule, uint32_t symbol, const bool **out)
{
    const gp_network *network = schedule->network;
    uint32_t last = gp_find_activity(network, symbol, 0);
    gp_activities found = {NULL, 0};
    bool *is_under = GP_NEW(job, bool, network->portfolio->symbol_count);
    if (!is_under) return gp_no_memory(job);
    is_under[symbol] = true;
    if (last != GP_NONE) GP_TRY(gp_find_ancestors(job, schedule, last, NULL, &found));
    for (uint32_t i = 0; i < found.count; i++)
        is_under[network->activities[found.activities[i]].symbol] = true;
    *out = is_under;
    return GP_OK;
}

/* ---- gaps ---- */

/* A copy of those rows of a list whose symbol, or what `symbol_of` says, is in the choice. */
#define SELECT(type, list, list_count, symbol_of)                                                  \
    do {                                                                                           \
        type *kept = GP_NEW(job, type, all->list_count);                                           \
        if (!kept) return gp_no_memory(job);                                                       \
        out->list = kept;                                                                          \
        out->list_count = 0;                                                                       \
        for (uint32_t i = 0; i < all->list_count; i++)                                             \
            if (is_chosen[all->list[i] symbol_of]) kept[out->list_count++] = all->list[i];         \
    } while (0)

gp_status gp_select_gaps(gp_job *job, const gp_gaps *all, const bool *is_chosen, gp_gaps *out)
{
    *out = *all;
    SELECT(gp_missing_gap, missing, missing_count, .symbol);
    SELECT(gp_unplanned_gap, unplanned, unplanned_count, .symbol);
    SELECT(gp_unreached_gap, unreached, unreached_count, .symbol);
    SELECT(uint32_t, unfounded, unfounded_count, );
    SELECT(gp_premature_gap, premature, premature_count, .symbol);
    SELECT(gp_forgotten, forgotten.rows, forgotten.count, .capability);
    return GP_OK;
}

/* ---- traces ---- */

static bool is_about(const gp_traces *all, const gp_trace *trace, const gp_trace_choice *choice)
{
    const gp_fit *fit = &all->fits->fits[trace->fit];
    if (choice->interventions)
        return trace->intervention != GP_NONE && choice->interventions[trace->intervention];
    return (choice->dimension == GP_NONE || fit->dimension == choice->dimension) &&
           (choice->segment == GP_NONE || fit->segment == choice->segment) &&
           (choice->situation == GP_NONE || fit->situation == choice->situation);
}

/* The decision of an item, for those of its interventions that are followed. */
static gp_status select_waiting(gp_job *job, const gp_agenda_item *item, const bool *is_followed,
                                gp_agenda_item *out)
{
    uint32_t *waiting = GP_NEW(job, uint32_t, item->count);
    if (!waiting) return gp_no_memory(job);
    *out = (gp_agenda_item){item->decision, waiting, 0};
    for (uint32_t i = 0; i < item->count; i++)
        if (is_followed[item->interventions[i]]) waiting[out->count++] = item->interventions[i];
    return GP_OK;
}

gp_status gp_select_traces(gp_job *job, const gp_portfolio *portfolio, const gp_traces *all,
                           const gp_trace_choice *choice, gp_traces *out)
{
    gp_trace *traces = GP_NEW(job, gp_trace, all->count);
    gp_agenda_item *agenda = GP_NEW(job, gp_agenda_item, all->agenda_count);
    bool *is_followed = GP_NEW(job, bool, portfolio->intervention_count);
    if (!traces || !agenda || !is_followed) return gp_no_memory(job);
    *out = (gp_traces){.fits = all->fits, .traces = traces, .agenda = agenda, .is_part = true};
    for (uint32_t i = 0; i < all->count; i++) {
        const gp_trace *trace = &all->traces[i];
        if (!is_about(all, trace, choice)) continue;
        traces[out->count++] = *trace;
        if (trace->intervention != GP_NONE) is_followed[trace->intervention] = true;
    }
    for (uint32_t i = 0; i < all->agenda_count; i++) {
        GP_TRY(select_waiting(job, &all->agenda[i], is_followed, &agenda[out->agenda_count]));
        out->agenda_count += agenda[out->agenda_count].count > 0;
    }
    return GP_OK;
}
