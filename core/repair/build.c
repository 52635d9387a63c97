/* SPDX-License-Identifier: MIT
 * From a schedule to the model of what could be decided about it. */
#include "core/repair/build.h"
#include "core/repair/automatic.h"
#include "core/repair/guard.h"
#include "core/repair/hidden.h"
#include "core/repair/judge.h"
#include "core/repair/meet.h"
#include "core/repair/there.h"

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
        gp_effect *effects;
        GP_TRY(translate(whole, from, duration_first, &effects));
        const gp_whole_candidate one = {.candidate = ((gp_candidate *)made->candidates.data)[i],
                                        .effects = effects,
                                        .count = from->count};
        if (!gp_push(whole->job, &whole->candidates, &one, 1)) return gp_no_memory(whole->job);
    }
    return GP_OK;
}

/* ---- measures of the file ---- */

static gp_status add_own(gp_whole *whole, gp_own *own)
{
    const gp_difference *all = own->found->all.data;
    size_t count = own->found->all.count;
    gp_effect *effects = GP_NEW(whole->job, gp_effect, count);
    gp_whole_candidate one = {.candidate =
                                  gp_own_candidate(gp_whole_portfolio(whole), own->measure),
                              .effects = effects,
                              .own = own};
    if (!effects) return gp_no_memory(whole->job);
    for (size_t i = 0; i < count; i++)
        if (!all[i].is_idle) effects[one.count++] = all[i].effect;
    return gp_push(whole->job, &whole->candidates, &one, 1) ? GP_OK : gp_no_memory(whole->job);
}

static gp_status add_owns(gp_whole *whole, const gp_owns *owns)
{
    for (uint32_t i = 0; i < owns->count; i++)
        if (!owns->all[i]->objection.what) GP_TRY(add_own(whole, owns->all[i]));
    return GP_OK;
}

/* Takes those that are out off the list. */
static void drop_out(gp_whole *whole)
{
    size_t kept = 0;
    gp_whole_candidate *all = whole->candidates.data;
    for (size_t i = 0; i < whole->candidates.count; i++)
        if (!all[i].is_out && !(all[i].own && all[i].own->is_out)) all[kept++] = all[i];
    whole->candidates.count = kept;
    for (size_t i = 0; i < kept; i++) all[i].number = (uint32_t)i;
}

/* Compares all that change the same, and puts them in order. */
static gp_status order(gp_whole *whole, gp_pairs *pairs)
{
    GP_TRY(gp_find_pairs(whole, pairs));
    return gp_order_candidates(whole, pairs);
}

/* The order is found anew as long as measures turn out to set back others before them; what comes
 * up after so many times is left to the comparison of those that are made together. */
#define ORDER_ROUNDS 4

static gp_status order_owns(gp_whole *whole, const gp_repair_options *options, gp_pairs *pairs)
{
    GP_TRY(gp_find_hidden(whole, options->worlds, pairs));
    GP_TRY(order(whole, pairs));
    for (int round = 0; round < ORDER_ROUNDS; round++) {
        bool has_found;
        GP_TRY(gp_find_hidden_after(whole, options->worlds, pairs, &has_found));
        if (!has_found) break;
        GP_TRY(order(whole, pairs));
    }
    return gp_meet_pairs(whole, options->worlds, pairs);
}

/* All that can be decided, each as what it does, in order; and what goes with what. */
static gp_status gather(gp_whole *whole, const gp_repair_options *options,
                        const gp_repair_scope *scope, gp_owns *owns, gp_pairs *pairs)
{
    *owns = (gp_owns){NULL, 0};
    if (options->worlds && gp_whole_portfolio(whole)->measure_count)
        GP_TRY(gp_read_own(whole, options, owns));
    GP_TRY(gp_add_twins(whole, owns));
    GP_TRY(add_owns(whole, owns));
    GP_TRY(add_automatic(whole, options, scope));
    GP_TRY(gp_guard_whole(whole, owns));
    GP_TRY(gp_judge_owns(whole, owns));
    drop_out(whole);
    GP_TRY(order(whole, pairs));
    if (owns->count) GP_TRY(order_owns(whole, options, pairs));
    return gp_judge_pairs(whole, pairs);
}

/* ---- the model ---- */

typedef uint32_t number_pair[2];

static gp_status hand_over(gp_job *job, const gp_array *from, const number_pair **out,
                           uint32_t *count)
{
    const gp_pair *all = from->data;
    number_pair *pairs = GP_NEW(job, number_pair, from->count);
    if (!pairs) return gp_no_memory(job);
    for (size_t i = 0; i < from->count; i++) {
        pairs[i][0] = all[i].first;
        pairs[i][1] = all[i].second;
    }
    *out = (const number_pair *)pairs;
    *count = (uint32_t)from->count;
    return GP_OK;
}

static gp_status lay_out(gp_whole *whole, gp_pairs *pairs, gp_repair_model *model)
{
    bool has_order;
    gp_array *needs = GP_NEW(whole->job, gp_array, 1);
    if (!needs) return gp_no_memory(whole->job);
    needs->size = sizeof(gp_pair);
    GP_TRY(gp_list_said(whole, pairs, needs));
    GP_TRY(gp_finish_effects(whole));
    GP_TRY(gp_lay_out_model(whole, model, &has_order));
    if (!has_order) return gp_bug(whole->job, "measures");
    GP_TRY(hand_over(whole->job, &pairs->excludes, &model->excludes, &model->exclude_count));
    return hand_over(whole->job, needs, &model->needs, &model->need_count);
}

gp_status gp_make_repair_model(gp_job *job, const gp_schedule *schedule,
                               const gp_repair_options *options, gp_repair_model *out)
{
    gp_repair_scope scope;
    gp_whole *whole;
    gp_owns owns;
    gp_pairs *pairs = GP_NEW(job, gp_pairs, 1);
    if (!pairs) return gp_no_memory(job);
    *out = (gp_repair_model){.schedule = schedule};
    GP_TRY(gp_find_repair_scope(job, schedule, options, &scope));
    GP_TRY(gp_start_whole(job, schedule, &whole));
    GP_TRY(gather(whole, options, &scope, &owns, pairs));
    for (uint32_t i = 0; i < owns.count; i++) out->left_out += owns.all[i]->is_out;
    return lay_out(whole, pairs, out);
}

gp_status gp_check_measures(gp_job *job, const gp_schedule *schedule,
                            const gp_repair_worlds *worlds)
{
    const gp_repair_options options = {.worlds = worlds, .budget = -1};
    const gp_repair_scope scope = {.late = NULL};
    gp_whole *whole;
    gp_owns owns;
    gp_pairs *pairs = GP_NEW(job, gp_pairs, 1);
    if (!pairs) return gp_no_memory(job);
    if (schedule->network->portfolio->measure_count == 0) return GP_OK;
    GP_TRY(gp_start_whole(job, schedule, &whole));
    return gather(whole, &options, &scope, &owns, pairs);
}
