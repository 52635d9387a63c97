/* SPDX-License-Identifier: MIT
 * From a schedule to the model of what could be decided about it. */
#include "core/repair/build.h"
#include "core/repair/automatic.h"
#include "core/repair/pairs.h"

/* ---- automatic ones ---- */

typedef struct automatic {
    gp_array candidates, effects, durations;
} automatic;

static gp_status make_automatic(gp_job *job, const gp_schedule *schedule,
                                const gp_repair_options *options, const gp_repair_scope *scope,
                                automatic **out)
{
    automatic *made = GP_NEW(job, automatic, 1);
    if (!made) return gp_no_memory(job);
    made->candidates.size = sizeof(gp_candidate);
    made->effects.size = sizeof(gp_effects);
    made->durations.size = sizeof(gp_duration);
    const gp_automatic to = {&made->candidates, &made->effects, &made->durations};
    *out = made;
    return gp_add_automatic(job, schedule, options, scope, &to);
}

/* Effects in the words of the whole: units by number, durations after those that are there. */
static gp_status translate(gp_whole *whole, const gp_effects *from, uint32_t duration_first,
                           gp_effect **out)
{
    gp_effect *effects = GP_NEW(whole->job, gp_effect, from->count);
    if (!effects) return gp_no_memory(whole->job);
    for (uint32_t i = 0; i < from->count; i++) {
        effects[i] = from->effects[i];
        if (effects[i].kind == GP_EFFECT_UNIT)
            effects[i].target = whole->unit_of_arc[effects[i].target];
        if (effects[i].kind == GP_EFFECT_WORK) effects[i].to.work.first += duration_first;
    }
    *out = effects;
    return GP_OK;
}

static gp_status add_automatic(gp_whole *whole, const gp_repair_options *options,
                               const gp_repair_scope *scope)
{
    automatic *made;
    uint32_t duration_first = (uint32_t)whole->durations.count;
    if (!options->has_automatic) return GP_OK;
    GP_TRY(make_automatic(whole->job, whole->schedule, options, scope, &made));
    if (made->durations.count &&
        !gp_push(whole->job, &whole->durations, made->durations.data, made->durations.count))
        return gp_no_memory(whole->job);
    for (uint32_t i = 0; i < made->candidates.count; i++) {
        const gp_effects *from = (const gp_effects *)made->effects.data + i;
        gp_whole_candidate one = {((const gp_candidate *)made->candidates.data)[i], NULL,
                                  from->count};
        gp_effect *effects;
        GP_TRY(translate(whole, from, duration_first, &effects));
        one.effects = effects;
        if (!gp_push(whole->job, &whole->candidates, &one, 1)) return gp_no_memory(whole->job);
    }
    return GP_OK;
}

/* ---- the model ---- */

static gp_status hand_over_excludes(gp_whole *whole, const gp_pairs *pairs, gp_repair_model *model)
{
    uint32_t count = (uint32_t)pairs->excludes.count;
    const gp_pair *all = pairs->excludes.data;
    uint32_t(*out)[2] = gp_allocate(whole->job, count, sizeof *out);
    if (!out) return gp_no_memory(whole->job);
    for (uint32_t i = 0; i < count; i++) {
        out[i][0] = all[i].first;
        out[i][1] = all[i].second;
    }
    model->excludes = (const uint32_t(*)[2])out;
    model->exclude_count = count;
    return GP_OK;
}

gp_status gp_make_repair_model(gp_job *job, const gp_schedule *schedule,
                               const gp_repair_options *options, gp_repair_model *out)
{
    gp_repair_scope scope;
    gp_whole *whole;
    gp_pairs *pairs = GP_NEW(job, gp_pairs, 1);
    bool has_order;
    if (!pairs) return gp_no_memory(job);
    *out = (gp_repair_model){.schedule = schedule};
    GP_TRY(gp_find_repair_scope(job, schedule, options, &scope));
    out->is_too_large = options->step_limit && scope.step_count > options->step_limit;
    if (out->is_too_large) return GP_OK;
    GP_TRY(gp_start_whole(job, schedule, &whole));
    GP_TRY(add_automatic(whole, options, &scope));
    GP_TRY(gp_find_pairs(whole, pairs));
    GP_TRY(gp_order_candidates(whole, pairs));
    GP_TRY(gp_lay_out_model(whole, out, &has_order));
    return hand_over_excludes(whole, pairs, out);
}
