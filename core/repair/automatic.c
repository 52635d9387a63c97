/* SPDX-License-Identifier: MIT
 * Automatic measures. Each by itself makes something earlier; where that could make something else
 * later it is put out with the others (core/repair/guard.c). */
#include "core/repair/automatic.h"
#include "core/pass.h"

#include <stdlib.h>
#include <string.h>

typedef struct maker {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_network *network;
    const gp_portfolio *portfolio;
    const gp_repair_options *options;
    const gp_repair_scope *scope;
    gp_array *durations;
    gp_array made; /* made_candidate */
} maker;

typedef struct made_candidate {
    gp_candidate candidate;
    gp_effect effect;
    const char *id;       /* of the record */
    const char *required; /* GP_DECIDE_LEVEL: of what is required; else "" */
    uint32_t number;
} made_candidate;

static bool is_off(const maker *m, gp_candidate_kind kind, uint32_t symbol)
{
    return m->options->costs[kind] < 0 ||
           (m->options->not_symbols && m->options->not_symbols[symbol]);
}

static gp_candidate new_candidate(const maker *m, gp_candidate_kind kind, uint32_t activity,
                                  double times)
{
    const gp_activity *a = &m->network->activities[activity];
    return (gp_candidate){.kind = (uint8_t)kind,
                          .level = a->level,
                          .measure = GP_NONE,
                          .symbol = a->symbol,
                          .requirement = GP_NONE,
                          .needed_by = GP_NO_DAY,
                          .by_days = GP_NO_DAYS,
                          .cost = m->options->costs[kind] * times};
}

static gp_status keep(maker *m, const gp_candidate *candidate, const gp_effect *effect,
                      const char *required)
{
    made_candidate made = {*candidate, *effect, m->portfolio->ids[candidate->symbol], required,
                           (uint32_t)m->made.count};
    return gp_push(m->job, &m->made, &made, 1) ? GP_OK : gp_no_memory(m->job);
}

/* ---- off-round ---- */

static gp_status add_off_round(maker *m, uint32_t activity)
{
    const gp_activity *a = &m->network->activities[activity];
    if (!a->is_rounded || a->actual != GP_ACTUAL_NONE || is_off(m, GP_DECIDE_OFF_ROUND, a->symbol))
        return GP_OK;
    gp_candidate candidate = new_candidate(m, GP_DECIDE_OFF_ROUND, activity, 1);
    gp_effect effect = {.kind = GP_EFFECT_PLANNING, .target = activity};
    return keep(m, &candidate, &effect, "");
}

/* ---- shorten ---- */

static int32_t part_of(int32_t whole, uint8_t quarters)
{
    return (int32_t)(((int64_t)whole * quarters + 3) / 4);
}

gp_duration gp_shorten_duration(gp_duration duration, uint8_t quarters)
{
    if (duration.unit == GP_DURATION_WORKDAYS) {
        duration.days = part_of(duration.days, quarters);
        return duration;
    }
    int32_t months = duration.months * quarters;
    int64_t days = (int64_t)(months % 4) * 30 + (int64_t)duration.days * quarters;
    duration.months = (int16_t)(months / 4);
    duration.days = (int32_t)((days + 3) / 4);
    return duration;
}

static bool is_same_duration(gp_duration a, gp_duration b)
{
    return a.days == b.days && a.months == b.months;
}

/* How much less its work takes where the plan has it. */
static int32_t days_won(const maker *m, uint32_t activity, const gp_duration *durations)
{
    gp_activity changed = m->network->activities[activity];
    const gp_network alone = {
        .portfolio = m->portfolio, .activities = &changed, .durations = durations};
    gp_day start = m->schedule->dates[activity].earliest_start;
    changed.duration_first = 0;
    return gp_work_end(m->network, activity, start) - gp_work_end(&alone, 0, start);
}

static gp_status add_shorten(maker *m, uint32_t activity, uint8_t quarters)
{
    const gp_activity *a = &m->network->activities[activity];
    if (a->is_unknown || a->duration_count == 0 || is_off(m, GP_DECIDE_SHORTEN, a->symbol))
        return GP_OK;
    gp_duration durations[GP_ASPECT_COUNT];
    bool is_changed = false;
    for (uint8_t i = 0; i < a->duration_count; i++) {
        gp_duration now = m->network->durations[a->duration_first + i];
        durations[i] = gp_shorten_duration(now, quarters);
        is_changed |= !is_same_duration(now, durations[i]);
    }
    if (!is_changed) return GP_OK;
    gp_candidate candidate = new_candidate(m, GP_DECIDE_SHORTEN, activity, quarters == 3 ? 1 : 2);
    candidate.quarters = quarters;
    candidate.by_days = days_won(m, activity, durations);
    gp_effect effect = {.kind = GP_EFFECT_WORK, .target = activity};
    effect.to.work.first = (uint32_t)m->durations->count;
    effect.to.work.count = a->duration_count;
    if (!gp_push(m->job, m->durations, durations, a->duration_count)) return gp_no_memory(m->job);
    return keep(m, &candidate, &effect, "");
}

/* ---- level ---- */

/* The arcs of a unit: [first, end). */
static uint32_t unit_end(const gp_network *network, uint32_t first)
{
    uint32_t last = network->arc_first[network->arcs[first].to + 1], end = first + 1;
    while (end < last && network->arcs[first].group &&
           network->arcs[end].group == network->arcs[first].group)
        end++;
    return end;
}

static gp_status copy_unit(maker *m, uint32_t first, uint32_t end, gp_effect *effect)
{
    const gp_network *network = m->network;
    gp_arc *arcs = GP_NEW(m->job, gp_arc, end - first);
    gp_duration *lags = GP_NEW(m->job, gp_duration, end - first);
    if (!arcs || !lags) return gp_no_memory(m->job);
    for (uint32_t i = first; i < end; i++) {
        arcs[i - first] = network->arcs[i];
        lags[i - first] = m->portfolio->requirements[network->arcs[i].requirement].lag;
    }
    effect->to.unit.arcs = arcs;
    effect->to.unit.lags = lags;
    effect->to.unit.count = end - first;
    return GP_OK;
}

/* Which step the requirement would then wait for; GP_NONE: it is met. */
static uint32_t lower_step(const maker *m, const gp_arc *arc)
{
    const gp_requirement *requirement = &m->portfolio->requirements[arc->requirement];
    const gp_capability *capability =
        &m->portfolio->capabilities[m->network->activities[arc->from].item];
    return requirement->level - 1 > capability->level ? arc->from - 1 : GP_NONE;
}

static bool can_ask_less(const maker *m, uint32_t arc)
{
    const gp_arc *a = &m->network->arcs[arc];
    if (a->requirement == GP_NONE || m->portfolio->requirements[a->requirement].level < 2)
        return false;
    const gp_activity *from = &m->network->activities[a->from];
    return from->kind == GP_KIND_CAPABILITY && from->actual != GP_ACTUAL_READY;
}

static gp_status add_level(maker *m, uint32_t arc, uint32_t first, uint32_t end)
{
    const gp_arc *a = &m->network->arcs[arc];
    uint32_t symbol = m->network->activities[a->to].symbol, lower = GP_NONE;
    if (!can_ask_less(m, arc) || is_off(m, GP_DECIDE_LEVEL, symbol)) return GP_OK;
    gp_effect effect = {.kind = GP_EFFECT_UNIT, .target = first};
    lower = lower_step(m, a);
    if (lower != GP_NONE) {
        GP_TRY(copy_unit(m, first, end, &effect));
        ((gp_arc *)(void *)effect.to.unit.arcs)[arc - first].from = lower;
    }
    gp_candidate candidate = new_candidate(m, GP_DECIDE_LEVEL, a->to, 1);
    candidate.level = m->portfolio->requirements[a->requirement].level - 1;
    candidate.requirement = a->requirement;
    return keep(m, &candidate, &effect, gp_activity_id(m->network, a->from));
}

static gp_status add_levels(maker *m, uint32_t activity)
{
    const gp_network *network = m->network;
    uint32_t end;
    for (uint32_t first = network->arc_first[activity]; first < network->arc_first[activity + 1];
         first = end) {
        end = unit_end(network, first);
        for (uint32_t arc = first; arc < end; arc++) GP_TRY(add_level(m, arc, first, end));
    }
    return GP_OK;
}

/* ---- date ---- */

static bool multiply(gp_duration cycle, uint32_t times, gp_duration *out)
{
    int64_t days = (int64_t)cycle.days * times, months = (int64_t)cycle.months * times;
    *out = cycle;
    if (days > GP_DURATION_DAYS_MAX || months > GP_DURATION_MONTHS_MAX) return false;
    out->days = (int32_t)days;
    out->months = (int16_t)months;
    return true;
}

static gp_status add_dates(maker *m, uint32_t activity)
{
    const gp_activity *a = &m->network->activities[activity];
    const gp_intervention *intervention = &m->portfolio->interventions[a->item];
    if (is_off(m, GP_DECIDE_DATE, a->symbol)) return GP_OK;
    gp_day before = intervention->needed_by;
    for (uint32_t k = 1; k <= m->options->later; k++) {
        gp_duration later;
        if (!multiply(intervention->cycle, k, &later)) return GP_OK;
        gp_day day = gp_add_duration(&m->portfolio->calendar, intervention->needed_by, later);
        if (day <= before || day >= GP_DAY_LAST) return GP_OK;
        gp_candidate candidate = new_candidate(m, GP_DECIDE_DATE, activity, k);
        candidate.cycles = (uint8_t)k;
        candidate.needed_by = before = day;
        candidate.by_days = day - intervention->needed_by;
        gp_effect effect = {.kind = GP_EFFECT_NEEDED, .target = activity, .to.day = day};
        GP_TRY(keep(m, &candidate, &effect, ""));
    }
    return GP_OK;
}

/* ---- all of them ---- */

static gp_status add_of_step(maker *m, uint32_t activity)
{
    GP_TRY(add_off_round(m, activity));
    GP_TRY(add_shorten(m, activity, 3));
    return add_shorten(m, activity, 2);
}

/* By kind, id, level, what is required, and then the weaker first. */
static int in_order(const void *left, const void *right)
{
    const made_candidate *a = left, *b = right;
    if (a->candidate.kind != b->candidate.kind)
        return a->candidate.kind < b->candidate.kind ? -1 : 1;
    int order = strcmp(a->id, b->id);
    if (order == 0 && a->candidate.kind != GP_DECIDE_LEVEL)
        order = a->candidate.level - b->candidate.level;
    if (order == 0) order = strcmp(a->required, b->required);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static gp_status hand_over(maker *m, const gp_automatic *out)
{
    made_candidate *all = m->made.data;
    uint32_t count = (uint32_t)m->made.count;
    gp_effect *effects = GP_NEW(m->job, gp_effect, count);
    if (!effects) return gp_no_memory(m->job);
    if (count) qsort(all, count, sizeof *all, in_order);
    for (uint32_t i = 0; i < count; i++) {
        effects[i] = all[i].effect;
        gp_effects own = {&effects[i], 1};
        if (!gp_push(m->job, out->candidates, &all[i].candidate, 1) ||
            !gp_push(m->job, out->effects, &own, 1))
            return gp_no_memory(m->job);
    }
    return GP_OK;
}

gp_status gp_add_automatic(gp_job *job, const gp_schedule *schedule,
                           const gp_repair_options *options, const gp_repair_scope *scope,
                           const gp_automatic *out)
{
    maker *m = GP_NEW(job, maker, 1);
    if (!m) return gp_no_memory(job);
    *m = (maker){.job = job,
                 .schedule = schedule,
                 .network = schedule->network,
                 .portfolio = schedule->network->portfolio,
                 .options = options,
                 .scope = scope,
                 .durations = out->durations,
                 .made = {.size = sizeof(made_candidate)}};
    for (uint32_t i = 0; i < m->network->activity_count; i++) {
        const gp_activity *a = &m->network->activities[i];
        if (!scope->is_wanted[i]) continue;
        if (a->kind == GP_KIND_CAPABILITY && a->actual != GP_ACTUAL_READY)
            GP_TRY(add_of_step(m, i));
        GP_TRY(add_levels(m, i));
    }
    for (uint32_t i = 0; i < scope->late_count; i++) GP_TRY(add_dates(m, scope->late[i]));
    return hand_over(m, out);
}
