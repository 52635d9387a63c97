/* SPDX-License-Identifier: MIT
 * Levels that are there already, and what the first step that is left then waits for. */
#include "core/repair/there.h"

#include <stdlib.h>

/* ---- twins ---- */

static bool has_twins(const gp_whole *whole, uint32_t activity)
{
    uint32_t u = gp_whole_arrival_at(whole, activity)->last_unit;
    return u != GP_NONE && gp_whole_unit_at(whole, u)->twin_of != GP_NONE;
}

static gp_status add_twin(gp_whole *whole, uint32_t unit, uint32_t to)
{
    const gp_whole_unit *from = gp_whole_unit_at(whole, unit);
    gp_way *ways = GP_NEW(whole->job, gp_way, from->count);
    if (!ways) return gp_no_memory(whole->job);
    memcpy(ways, gp_whole_ways(whole, from), from->count * sizeof *ways);
    GP_TRY(gp_add_whole_unit(whole, to, false, ways, from->count));
    gp_whole_unit_at(whole, gp_whole_arrival_at(whole, to)->last_unit)->twin_of = unit;
    return GP_OK;
}

static gp_status add_twins_of(gp_whole *whole, uint32_t first, uint32_t to)
{
    if (has_twins(whole, to)) return GP_OK;
    for (uint32_t u = gp_whole_arrival_at(whole, first)->first_unit; u != GP_NONE;
         u = gp_whole_unit_at(whole, u)->next)
        if (!gp_whole_unit_at(whole, u)->is_of_level) GP_TRY(add_twin(whole, u, to));
    return GP_OK;
}

static gp_status add_raised(gp_whole *whole, gp_raised raised)
{
    uint32_t first = GP_NONE;
    for (uint8_t level = 1; level <= GP_LEVEL_MAX && level <= raised.level + 1; level++) {
        uint32_t step = gp_whole_record_at(whole, raised.record)->steps[level];
        if (step == GP_NONE) continue;
        if (first == GP_NONE)
            first = step;
        else
            GP_TRY(add_twins_of(whole, first, step));
    }
    return GP_OK;
}

gp_status gp_add_twins(gp_whole *whole, const gp_owns *owns)
{
    for (uint32_t i = 0; i < owns->count; i++) {
        const gp_raised *raised = owns->all[i]->raised.data;
        if (owns->all[i]->objection.what) continue;
        for (size_t k = 0; k < owns->all[i]->raised.count; k++)
            GP_TRY(add_raised(whole, raised[k]));
    }
    return GP_OK;
}

/* ---- effects ---- */

typedef struct finisher {
    gp_whole *whole;
    uint32_t *twin_first, *twins; /* by unit: its twins */
    bool *is_there;               /* by activity: of one candidate */
    gp_array effects;             /* gp_effect, of one candidate */
} finisher;

static gp_status index_twins(finisher *f)
{
    const gp_whole *whole = f->whole;
    uint32_t count = (uint32_t)whole->units.count;
    f->twin_first = GP_NEW(whole->job, uint32_t, (size_t)count + 2);
    f->twins = GP_NEW(whole->job, uint32_t, count);
    f->is_there = GP_NEW(whole->job, bool, whole->activities.count);
    if (!f->twin_first || !f->twins || !f->is_there) return gp_no_memory(whole->job);
    for (uint32_t u = 0; u < count; u++) {
        uint32_t of = gp_whole_unit_at(whole, u)->twin_of;
        if (of != GP_NONE) f->twin_first[of + 2]++;
    }
    for (uint32_t u = 2; u < count + 2; u++) f->twin_first[u] += f->twin_first[u - 1];
    for (uint32_t u = 0; u < count; u++) {
        uint32_t of = gp_whole_unit_at(whole, u)->twin_of;
        if (of != GP_NONE) f->twins[f->twin_first[of + 1]++] = u;
    }
    return GP_OK;
}

static gp_status add(finisher *f, gp_effect effect, uint32_t target)
{
    effect.target = target;
    return gp_push(f->whole->job, &f->effects, &effect, 1) ? GP_OK : gp_no_memory(f->whole->job);
}

/* An effect, and the same on twins; not on units of steps that are there. */
static gp_status add_effect(finisher *f, const gp_effect *effect)
{
    if (effect->kind != GP_EFFECT_UNIT) return add(f, *effect, effect->target);
    uint32_t to = gp_whole_unit_at(f->whole, effect->target)->to;
    if (!f->is_there[to]) GP_TRY(add(f, *effect, effect->target));
    for (uint32_t i = f->twin_first[effect->target]; i < f->twin_first[effect->target + 1]; i++) {
        to = gp_whole_unit_at(f->whole, f->twins[i])->to;
        if (!f->is_there[to]) GP_TRY(add(f, *effect, f->twins[i]));
    }
    return GP_OK;
}

static gp_status add_emptied(finisher *f, uint32_t activity)
{
    for (uint32_t u = gp_whole_arrival_at(f->whole, activity)->first_unit; u != GP_NONE;
         u = gp_whole_unit_at(f->whole, u)->next)
        GP_TRY(add(f, (gp_effect){.kind = GP_EFFECT_UNIT}, u));
    return GP_OK;
}

/* By activity, then by kind. */
typedef struct placed {
    gp_effect effect;
    uint32_t activity, number;
} placed;

static int by_activity(const void *left, const void *right)
{
    const placed *a = left, *b = right;
    if (a->activity != b->activity) return a->activity < b->activity ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static gp_status sort_effects(const finisher *f, gp_whole_candidate *candidate)
{
    uint32_t count = (uint32_t)f->effects.count;
    const gp_effect *from = f->effects.data;
    gp_effect *sorted = GP_NEW(f->whole->job, gp_effect, count);
    placed *all = GP_NEW(f->whole->job, placed, count);
    if (!sorted || !all) return gp_no_memory(f->whole->job);
    for (uint32_t i = 0; i < count; i++)
        all[i] = (placed){from[i], gp_whole_target(f->whole, &from[i]), i};
    if (count) qsort(all, count, sizeof *all, by_activity);
    for (uint32_t i = 0; i < count; i++) sorted[i] = all[i].effect;
    candidate->effects = sorted;
    candidate->count = count;
    return GP_OK;
}

static gp_status finish(finisher *f, gp_whole_candidate *candidate)
{
    f->effects.count = 0;
    for (uint32_t e = 0; e < candidate->count; e++)
        if (candidate->effects[e].kind == GP_EFFECT_THERE)
            f->is_there[candidate->effects[e].target] = true;
    for (uint32_t e = 0; e < candidate->count; e++) GP_TRY(add_effect(f, &candidate->effects[e]));
    for (uint32_t e = 0; e < candidate->count; e++) {
        const gp_effect *effect = &candidate->effects[e];
        if (effect->kind != GP_EFFECT_THERE) continue;
        GP_TRY(add_emptied(f, effect->target));
        f->is_there[effect->target] = false;
    }
    return sort_effects(f, candidate);
}

gp_status gp_finish_effects(gp_whole *whole)
{
    finisher *f = GP_NEW(whole->job, finisher, 1);
    if (!f) return gp_no_memory(whole->job);
    *f = (finisher){.whole = whole, .effects = {.size = sizeof(gp_effect)}};
    GP_TRY(index_twins(f));
    for (uint32_t c = 0; c < whole->candidates.count; c++)
        GP_TRY(finish(f, gp_whole_candidate_at(whole, c)));
    return GP_OK;
}
