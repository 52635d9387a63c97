/* SPDX-License-Identifier: MIT
 * Which interventions are there for these people at this moment, and can they be used by a given
 * day? An intervention is chosen per moment of contact: here policy or staff look what there is
 * to choose from, and what is not ready yet. */
#include "core/network.h"
#include "groeipad/citizens.h"

typedef struct search {
    const gp_schedule *schedule;
    const gp_portfolio *portfolio;
    gp_library_question question;
} search;

/* An empty list is everything, and so is no question. */
static bool holds(const uint32_t *list, uint32_t count, uint32_t term)
{
    if (term == GP_NONE || count == 0) return true;
    for (uint32_t i = 0; i < count; i++)
        if (list[i] == term) return true;
    return false;
}

static bool applies(const search *s, const gp_intervention *intervention)
{
    return gp_passes(s->question.filter, intervention->symbol) &&
           holds(intervention->segments, intervention->segment_count, s->question.segment) &&
           holds(intervention->situations, intervention->situation_count, s->question.situation);
}

static gp_readiness readiness_of(const search *s, const gp_dates *dates)
{
    if (dates->not_before) return GP_READY_NOT_BEFORE;
    return dates->earliest_ready <= s->portfolio->status_date ? GP_READY_NOW : GP_READY_FROM;
}

static bool is_ready_by(const search *s, const gp_dates *dates)
{
    return !dates->not_before && dates->earliest_ready <= s->question.date;
}

static gp_library_need need_of(const search *s, const gp_requirement *requirement)
{
    bool is_intervention = s->portfolio->items[requirement->target].kind == GP_ITEM_INTERVENTION;
    gp_library_need need = {.symbol = requirement->target,
                            .level = is_intervention ? 0 : requirement->level,
                            .group = requirement->group,
                            .from = s->portfolio->status_date,
                            .readiness = GP_READY_NOW,
                            .is_ready = true};
    if (gp_is_met(s->portfolio, requirement)) return need;
    const gp_network *network = s->schedule->network;
    uint32_t activity = gp_find_activity(network, requirement->target, requirement->level);
    if (activity == GP_NONE) activity = gp_find_activity(network, requirement->target, 0);
    if (activity == GP_NONE) return need;
    const gp_dates *dates = &s->schedule->dates[activity];
    need.from = dates->earliest_ready;
    need.readiness = (uint8_t)readiness_of(s, dates);
    need.is_ready = is_ready_by(s, dates);
    return need;
}

static gp_status fill_entry(gp_job *job, const search *s, uint32_t index, gp_library_entry *entry)
{
    const gp_intervention *intervention = &s->portfolio->interventions[index];
    const gp_dates *dates = &s->schedule->dates[s->schedule->network->intervention_activity[index]];
    gp_span requires = intervention->requires;
    gp_library_need *needs = GP_NEW(job, gp_library_need, requires.count);
    if (!needs) return gp_no_memory(job);
    for (uint32_t i = 0; i < requires.count; i++)
        needs[i] = need_of(s, &s->portfolio->requirements[requires.first + i]);
    *entry = (gp_library_entry){.intervention = index,
                                .readiness = (uint8_t)readiness_of(s, dates),
                                .is_ready = is_ready_by(s, dates),
                                .from = dates->earliest_ready,
                                .needs = needs,
                                .need_count = requires.count};
    return GP_OK;
}

gp_status gp_find_library(gp_job *job, const gp_schedule *schedule,
                          const gp_library_question *question, gp_library *out)
{
    static const gp_library_question any = {GP_NONE, GP_NONE, GP_NO_DAY, NULL};
    search s = {schedule, schedule->network->portfolio, question ? *question : any};
    if (s.question.date == GP_NO_DAY) s.question.date = s.portfolio->status_date;
    gp_library_entry *entries = GP_NEW(job, gp_library_entry, s.portfolio->intervention_count);
    uint32_t count = 0;
    if (!entries) return gp_no_memory(job);
    for (uint32_t i = 0; i < s.portfolio->intervention_count; i++)
        if (applies(&s, &s.portfolio->interventions[i]))
            GP_TRY(fill_entry(job, &s, i, &entries[count++]));
    *out = (gp_library){s.question, entries, count};
    return GP_OK;
}
