/* SPDX-License-Identifier: MIT
 * Effects in the making. */
#include "core/repair/effect.h"
#include "core/activity.h"
#include "core/repair/world.h"

/* ---- the same ---- */

bool gp_is_same_duration(gp_duration a, gp_duration b)
{
    return a.unit == b.unit && a.months == b.months && a.days == b.days;
}

static bool is_same_work(const gp_whole *whole, const gp_effect *a, const gp_effect *b)
{
    const gp_duration *durations = whole->durations.data;
    if (a->to.work.count != b->to.work.count) return false;
    for (uint32_t i = 0; i < a->to.work.count; i++)
        if (!gp_is_same_duration(durations[a->to.work.first + i], durations[b->to.work.first + i]))
            return false;
    return true;
}

bool gp_is_same_planning(const gp_planning *a, const gp_planning *b)
{
    if (!a || !b || a == b) return a == b;
    if (!gp_is_same_duration(a->round, b->round) || a->from != b->from ||
        a->date_count != b->date_count)
        return false;
    for (uint32_t i = 0; i < a->date_count; i++)
        if (a->dates[i] != b->dates[i]) return false;
    return true;
}

static bool is_same_unit(const gp_effect *a, const gp_effect *b)
{
    bool is_same = a->to.unit.count == b->to.unit.count;
    for (uint32_t i = 0; i < a->to.unit.count && is_same; i++) {
        const gp_way one = {a->to.unit.arcs[i], a->to.unit.lags[i]};
        const gp_way other = {b->to.unit.arcs[i], b->to.unit.lags[i]};
        is_same = gp_is_same_unit(&one, 1, &other, 1);
    }
    return is_same;
}

bool gp_is_same_effect(const gp_whole *whole, const gp_effect *a, const gp_effect *b)
{
    switch ((gp_effect_kind)a->kind) {
    case GP_EFFECT_WORK: return is_same_work(whole, a, b);
    case GP_EFFECT_PLANNING: return gp_is_same_planning(a->to.planning, b->to.planning);
    case GP_EFFECT_UNIT: return is_same_unit(a, b);
    case GP_EFFECT_CYCLE:
        return a->to.cycle.from == b->to.cycle.from &&
               gp_is_same_duration(a->to.cycle.step, b->to.cycle.step);
    case GP_EFFECT_THERE: return true;
    case GP_EFFECT_RELEASE:
    case GP_EFFECT_HELD:
    case GP_EFFECT_NEEDED: return a->to.day == b->to.day;
    }
    return false;
}

int gp_compare_targets(const gp_effect *a, const gp_effect *b)
{
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

/* ---- as the whole has it ---- */

const gp_planning *gp_rounds_of(const gp_activity *activity)
{
    return activity->is_rounded ? activity->planning : NULL;
}

gp_day gp_held_until(const gp_network *network, const gp_activity *a)
{
    return a->kept & GP_KEEP_NOT_READY_BEFORE ? gp_window_of(network, a)->not_ready_before
                                              : GP_NO_DAY;
}

gp_status gp_effect_of_unit(gp_job *job, const gp_way *ways, uint32_t count, uint32_t unit,
                            gp_effect *out)
{
    gp_arc *arcs = GP_NEW(job, gp_arc, count);
    gp_duration *lags = GP_NEW(job, gp_duration, count);
    if (!arcs || !lags) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        arcs[i] = ways[i].arc;
        lags[i] = ways[i].lag;
    }
    *out = (gp_effect){.kind = GP_EFFECT_UNIT, .target = unit};
    out->to.unit.arcs = arcs;
    out->to.unit.lags = lags;
    out->to.unit.count = count;
    return GP_OK;
}

static void fill_from_activity(const gp_whole *whole, gp_effect *effect)
{
    const gp_network network = gp_whole_network(whole);
    const gp_activity *a = gp_whole_activity(whole, effect->target);
    const gp_intervention *intervention = &whole->portfolio.interventions[a->item];
    switch ((gp_effect_kind)effect->kind) {
    case GP_EFFECT_WORK:
        effect->to.work.first = a->duration_first;
        effect->to.work.count = a->duration_count;
        return;
    case GP_EFFECT_PLANNING: effect->to.planning = gp_rounds_of(a); return;
    case GP_EFFECT_RELEASE: effect->to.day = a->release; return;
    case GP_EFFECT_HELD: effect->to.day = gp_held_until(&network, a); return;
    case GP_EFFECT_CYCLE:
        effect->to.cycle.step = intervention->cycle;
        effect->to.cycle.from = gp_cycle_from(&whole->portfolio, intervention);
        return;
    case GP_EFFECT_NEEDED: effect->to.day = intervention->needed_by; return;
    case GP_EFFECT_THERE:
    case GP_EFFECT_UNIT: return;
    }
}

gp_status gp_effect_of_whole(gp_job *job, const gp_whole *whole, const gp_effect *on,
                             gp_effect *out)
{
    if (on->kind == GP_EFFECT_UNIT) {
        const gp_whole_unit *unit = gp_whole_unit_at(whole, on->target);
        return gp_effect_of_unit(job, gp_whole_ways(whole, unit), unit->count, on->target, out);
    }
    *out = (gp_effect){.kind = on->kind, .target = on->target};
    fill_from_activity(whole, out);
    return GP_OK;
}

/* ---- copies ---- */

gp_status gp_keep_planning(gp_job *job, const gp_planning *planning, const gp_planning **out)
{
    gp_planning *kept = GP_NEW(job, gp_planning, 1);
    gp_day *dates = GP_NEW(job, gp_day, planning->date_count);
    if (!kept || !dates) return gp_no_memory(job);
    *kept = *planning;
    kept->last_place = NULL;
    if (planning->date_count) memcpy(dates, planning->dates, planning->date_count * sizeof *dates);
    kept->dates = planning->date_count ? dates : NULL;
    *out = kept;
    return GP_OK;
}

static gp_status keep_unit(gp_job *job, gp_effect *effect)
{
    uint32_t count = effect->to.unit.count;
    gp_arc *arcs = GP_NEW(job, gp_arc, count);
    gp_duration *lags = GP_NEW(job, gp_duration, count);
    if (!arcs || !lags) return gp_no_memory(job);
    if (count) {
        memcpy(arcs, effect->to.unit.arcs, count * sizeof *arcs);
        memcpy(lags, effect->to.unit.lags, count * sizeof *lags);
    }
    effect->to.unit.arcs = arcs;
    effect->to.unit.lags = lags;
    return GP_OK;
}

gp_status gp_keep_effect(gp_job *job, const gp_effect *effect, gp_effect *out)
{
    *out = *effect;
    if (effect->kind == GP_EFFECT_UNIT) return keep_unit(job, out);
    if (effect->kind != GP_EFFECT_PLANNING || !effect->to.planning) return GP_OK;
    return gp_keep_planning(job, effect->to.planning, &out->to.planning);
}
