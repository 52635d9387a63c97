/* SPDX-License-Identifier: MIT
 * From which day is each level of a capability asked for? Steps that are still to be taken have a
 * latest ready date, by which they must be there. That date is found once more here with what no
 * intervention rests on left out of it, so that only demand counts. A level that is there already
 * has no step. It is asked for by requirements that the network leaves out because they are met:
 * these are gone through in the order of the days on which they count, so the first that asks for
 * a level tells its day. */
#include "core/board.h"
#include "core/map.h"
#include "core/network.h"

#include <stdlib.h>

/* A level that is there already, asked for from a day on. */
typedef struct claim {
    gp_day from;
    uint32_t capability;
    uint8_t level;
} claim;

typedef struct search {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_network *network;
    const gp_portfolio *portfolio;
    gp_asks asks;
    gp_array claims; /* claim: made by steps and interventions that are asked for */
    gp_array stack;  /* claim: made by levels that are there, still to be looked at */
    gp_asked_from *capabilities, *missing;
} search;

static void ask_from(gp_asked_from *asked, uint8_t level, gp_day day)
{
    gp_day *from = &asked->days[level - 1];
    if (*from == GP_NO_DAY || day < *from) *from = day;
}

/* ---- steps that are still to be taken ---- */

static void ask_for_steps(search *s)
{
    for (uint32_t i = 0; i < s->network->activity_count; i++) {
        const gp_activity *a = &s->network->activities[i];
        if (a->kind == GP_KIND_INTERVENTION || !s->asks.boards[i]) continue;
        gp_asked_from *asked =
            a->kind == GP_KIND_MISSING ? &s->missing[a->item] : &s->capabilities[a->item];
        ask_from(asked, a->level ? a->level : 1, s->schedule->dates[i].latest_ready);
    }
}

/* ---- levels that are there already ---- */

/* Of a unit that is met: the first alternative that is there. */
static gp_status claim_unit(search *s, uint32_t first, uint32_t end, gp_day start, gp_day ready,
                            gp_array *claims)
{
    for (uint32_t i = first; i < end; i++) {
        const gp_requirement *requirement = &s->portfolio->requirements[i];
        if (!gp_is_met(s->portfolio, requirement)) continue;
        claim made = {requirement->by == GP_BY_START ? start : ready,
                      s->portfolio->items[requirement->target].index, requirement->level};
        return gp_push(s->job, claims, &made, 1) ? GP_OK : gp_no_memory(s->job);
    }
    return GP_OK;
}

static gp_status claim_span(search *s, gp_span span, gp_day start, gp_day ready, gp_array *claims)
{
    uint32_t end;
    for (uint32_t first = span.first; first < span.first + span.count; first = end) {
        end = gp_unit_end(s->portfolio, span, first);
        GP_TRY(claim_unit(s, first, end, start, ready, claims));
    }
    return GP_OK;
}

/* What a step or an intervention that is asked for requires; of a capability what it requires
 * itself belongs to its first missing step. */
static gp_status claim_for_activity(search *s, uint32_t index)
{
    const gp_activity *a = &s->network->activities[index];
    const gp_dates *dates = &s->schedule->dates[index];
    gp_day start = dates->latest_start == GP_NO_DAY ? dates->earliest_start : dates->latest_start;
    if (a->kind == GP_KIND_INTERVENTION)
        return claim_span(s, s->portfolio->interventions[a->item].requires, start,
                          dates->latest_ready, &s->claims);
    const gp_capability *capability = &s->portfolio->capabilities[a->item];
    const gp_level *entry = gp_level_entry(capability, a->level);
    if (index == s->network->capability_first[a->item])
        GP_TRY(claim_span(s, capability->requires, start, dates->latest_ready, &s->claims));
    if (entry) GP_TRY(claim_span(s, entry->requires, start, dates->latest_ready, &s->claims));
    return GP_OK;
}

static int compare_claims(const void *left, const void *right)
{
    const claim *a = left, *b = right;
    return a->from < b->from ? -1 : a->from > b->from;
}

/* Marks a level that is there, and lets it claim what it rests on, from the same day. Levels only
 * rise, so each is looked at once. */
static gp_status settle(search *s, claim made, uint8_t *settled)
{
    const gp_capability *capability = &s->portfolio->capabilities[made.capability];
    if (made.level <= settled[made.capability]) return GP_OK;
    if (settled[made.capability] == 0)
        GP_TRY(claim_span(s, capability->requires, made.from, made.from, &s->stack));
    for (uint8_t level = settled[made.capability] + 1; level <= made.level; level++) {
        const gp_level *entry = gp_level_entry(capability, level);
        ask_from(&s->capabilities[made.capability], level, made.from);
        if (entry) GP_TRY(claim_span(s, entry->requires, made.from, made.from, &s->stack));
    }
    settled[made.capability] = made.level;
    return GP_OK;
}

static gp_status ask_for_there(search *s)
{
    for (uint32_t i = 0; i < s->network->activity_count; i++)
        if (s->asks.boards[i] && s->network->activities[i].kind != GP_KIND_MISSING)
            GP_TRY(claim_for_activity(s, i));
    uint8_t *settled = GP_NEW(s->job, uint8_t, s->portfolio->capability_count);
    claim *claims = s->claims.data;
    if (!settled) return gp_no_memory(s->job);
    if (s->claims.count) qsort(claims, s->claims.count, sizeof *claims, compare_claims);
    for (size_t i = 0; i < s->claims.count; i++) {
        GP_TRY(settle(s, claims[i], settled));
        while (s->stack.count) {
            claim next = ((const claim *)s->stack.data)[--s->stack.count];
            GP_TRY(settle(s, next, settled));
        }
    }
    return GP_OK;
}

static gp_asked_from *new_days(gp_job *job, uint32_t count)
{
    gp_asked_from *days = GP_NEW(job, gp_asked_from, count);
    for (uint32_t i = 0; days && i < count; i++)
        for (int level = 0; level < GP_LEVEL_MAX; level++) days[i].days[level] = GP_NO_DAY;
    return days;
}

gp_status gp_find_asked_days(gp_job *job, const gp_schedule *schedule, gp_asked_days *out)
{
    const gp_schedule_options demanded = {.float_mode = schedule->float_mode,
                                          .is_demand_driven = true};
    search *s = GP_NEW(job, search, 1); /* it holds arrays */
    if (!s) return gp_no_memory(job);
    *s = (search){.job = job,
                  .network = schedule->network,
                  .portfolio = schedule->network->portfolio,
                  .claims.size = sizeof(claim),
                  .stack.size = sizeof(claim)};
    s->capabilities = new_days(job, s->portfolio->capability_count);
    s->missing = new_days(job, s->portfolio->missing_count);
    if (!s->capabilities || !s->missing) return gp_no_memory(job);
    GP_TRY(gp_schedule_network(job, s->network, &demanded, &s->schedule));
    GP_TRY(gp_find_asks(job, s->schedule, &s->asks));
    ask_for_steps(s);
    GP_TRY(ask_for_there(s));
    *out = (gp_asked_days){s->capabilities, s->missing};
    return GP_OK;
}
