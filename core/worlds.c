/* SPDX-License-Identifier: MIT
 * The slow way: every world is made, and planned, as a whole. */
#include "core/worlds.h"
#include "groeipad/scenarios.h"

#include <stdlib.h>

struct gp_worlds {
    const gp_schedule *old, *new;
    const gp_edits *edits;
    const gp_variants *variants;
    const gp_units *units;
    const gp_moved *moved;
    uint32_t moved_count;
    bool *is_in, *is_applied;
    gp_day *days;
};

static const char *id_of(const gp_moved *moved, const gp_schedule *new)
{
    return new->network->portfolio->ids[moved->symbol];
}

static gp_status plan(gp_worlds *w, gp_job *job, bool *has_plan)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_portfolio *old = w->old->network->portfolio;
    *has_plan = false;
    GP_TRY(w->variants->make(w->variants->object, job, w->is_applied, &portfolio));
    if (old->scenario != GP_NONE && portfolio->scenario == GP_NONE) {
        uint32_t scenario = gp_find_scenario(portfolio, old->scenarios.terms[old->scenario].id);
        GP_TRY(gp_select_scenario(job, portfolio, scenario, &portfolio));
    }
    GP_TRY(gp_build_network(job, portfolio, &network));
    GP_TRY(gp_schedule_network(job, network, NULL, &schedule));
    for (uint32_t i = 0; i < w->moved_count; i++) {
        uint32_t symbol = gp_find_symbol(portfolio, id_of(&w->moved[i], w->new));
        uint32_t activity = symbol == GP_NONE ? GP_NONE : gp_find_activity(network, symbol, 0);
        if (activity != GP_NONE) w->days[i] = schedule->dates[activity].earliest_ready;
    }
    *has_plan = true;
    return GP_OK;
}

static gp_status plan_again(gp_worlds *w)
{
    gp_job *job = gp_job_new();
    bool has_plan;
    if (!job) return GP_NO_MEMORY;
    for (uint32_t e = 0; e < w->edits->count; e++)
        w->is_applied[e] = w->units->of_edit[e] == GP_NONE
                               ? w->edits->edits[e].what == GP_EDIT_ADDED
                               : w->is_in[w->units->of_edit[e]];
    gp_status status = plan(w, job, &has_plan);
    gp_job_free(job);
    return status == GP_INVALID ? GP_OK : status;
}

gp_status gp_aim_worlds(gp_worlds *worlds, const uint32_t *moved, uint32_t count)
{
    (void)moved;
    (void)count;
    return plan_again(worlds);
}

gp_status gp_toggle_unit(gp_worlds *worlds, uint32_t unit)
{
    worlds->is_in[unit] = !worlds->is_in[unit];
    return plan_again(worlds);
}

gp_day gp_live_day(const gp_worlds *worlds, uint32_t moved)
{
    return worlds->days[moved];
}

static gp_status mark_relevant(gp_job *job, const gp_schedule *schedule, const char *id,
                               const gp_worlds *w, uint64_t *relevant)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    const bool *is_under;
    GP_TRY(gp_find_under(job, schedule, gp_find_symbol(portfolio, id), &is_under));
    for (uint32_t e = 0; e < w->edits->count; e++) {
        uint32_t unit = w->units->of_edit[e];
        const gp_edit *edit = &w->edits->edits[e];
        if (unit == GP_NONE) continue;
        uint32_t symbol = edit->id ? gp_find_symbol(portfolio, edit->id) : GP_NONE;
        if (edit->kind == GP_EDIT_SETTING || (symbol != GP_NONE && is_under[symbol]))
            relevant[unit / 64] |= UINT64_C(1) << unit % 64;
    }
    return GP_OK;
}

gp_status gp_open_worlds(gp_job *job, const gp_schedule *old, const gp_schedule *new,
                         const gp_edits *edits, const gp_variants *variants, gp_worlds **out,
                         gp_questions *questions)
{
    const gp_portfolio *portfolio = new->network->portfolio;
    gp_worlds *w = GP_NEW(job, gp_worlds, 1);
    uint32_t *of_edit = GP_NEW(job, uint32_t, edits->count);
    gp_moved *moved = GP_NEW(job, gp_moved, portfolio->intervention_count);
    if (!w || !of_edit || !moved) return gp_no_memory(job);
    uint32_t units = 0, count = 0;
    for (uint32_t e = 0; e < edits->count; e++)
        of_edit[e] = edits->edits[e].matters ? units++ : GP_NONE;
    questions->units = (gp_units){units, of_edit};
    questions->words = units / 64 + 1;
    questions->cost = GP_NEW(job, uint32_t, units);
    *w = (gp_worlds){old,
                     new,
                     edits,
                     variants,
                     &questions->units,
                     moved,
                     0,
                     GP_NEW(job, bool, units),
                     GP_NEW(job, bool, edits->count),
                     GP_NEW(job, gp_day, portfolio->intervention_count)};
    if (!questions->cost || !w->is_in || !w->is_applied || !w->days) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        uint32_t symbol = portfolio->interventions[i].symbol;
        const gp_portfolio *before = old->network->portfolio;
        uint32_t old_symbol = gp_find_symbol(before, portfolio->ids[symbol]);
        if (old_symbol == GP_NONE || before->items[old_symbol].kind != GP_ITEM_INTERVENTION)
            continue;
        uint32_t a = gp_find_activity(old->network, old_symbol, 0);
        uint32_t b = gp_find_activity(new->network, symbol, 0);
        uint64_t *relevant = GP_NEW(job, uint64_t, questions->words);
        if (!relevant) return gp_no_memory(job);
        moved[count] = (gp_moved){symbol, old->dates[a].earliest_ready,
                                  new->dates[b].earliest_ready, relevant, 0};
        if (moved[count].from == moved[count].to) continue;
        count++;
        GP_TRY(mark_relevant(job, old, portfolio->ids[symbol], w, relevant));
        GP_TRY(mark_relevant(job, new, portfolio->ids[symbol], w, relevant));
    }
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t k = i; k && strcmp(id_of(&moved[k], new), id_of(&moved[k - 1], new)) < 0;
             k--) {
            gp_moved swapped = moved[k];
            moved[k] = moved[k - 1];
            moved[k - 1] = swapped;
        }
    w->moved_count = count;
    questions->moved = moved;
    questions->moved_count = count;
    *out = w;
    return GP_OK;
}
