/* SPDX-License-Identifier: MIT
 * Of each measure that was chosen: what is late again without it, and by when to decide. */
#include "core/own_dates.h"
#include "core/repair/answer.h"

#include <stdlib.h>

/* ---- by when ---- */

/* The same step of another plan; GP_NONE: it is not in it. */
static uint32_t find_step(const gp_network *network, const gp_network *model, uint32_t activity)
{
    const gp_activity *a = &model->activities[activity];
    uint32_t symbol = gp_find_symbol(network->portfolio, gp_activity_id(model, activity));
    if (symbol == GP_NONE) return GP_NONE;
    uint32_t found = gp_find_activity(network, symbol, a->level);
    return found != GP_NONE && network->activities[found].level == a->level ? found : GP_NONE;
}

/* By when a capability has to be identified, or an intervention to start, as one intervention needs
 * it: others that stay late do not press. */
static gp_day day_for(gp_own_dates *own, uint32_t intervention, uint32_t activity)
{
    const gp_network *network = own->schedule->network;
    gp_find_own_dates_from(own, intervention, activity);
    if (!own->is_found[activity]) return GP_NO_DAY;
    return network->activities[activity].kind == GP_KIND_INTERVENTION ? own->latest_start[activity]
                                                                      : own->identify_by[activity];
}

/* The plan without the measures tells of a step that is in no other. */
typedef struct deciding {
    const gp_search *search;
    gp_own_dates *after, *before;
} deciding;

static void decide_at(const deciding *d, uint32_t activity, uint32_t target,
                      gp_repair_choice *choice)
{
    const gp_network *model = &d->search->model->network;
    gp_own_dates *own = d->after;
    uint32_t step = find_step(own->schedule->network, model, activity);
    if (step == GP_NONE) {
        own = d->before;
        step = find_step(own->schedule->network, model, activity);
    }
    uint32_t intervention = find_step(own->schedule->network, model, target);
    if (step == GP_NONE || intervention == GP_NONE) return;
    gp_day day = day_for(own, intervention, step);
    if (day == GP_NO_DAY || (choice->decide_by != GP_NO_DAY && day >= choice->decide_by)) return;
    choice->decide_by = day;
    choice->first_step = own == d->after ? step : GP_NONE;
}

static void decide_for(const deciding *d, const gp_repair_scope *scope, uint32_t target,
                       gp_repair_choice *choice)
{
    const gp_repair_model *model = d->search->model;
    const gp_effects *own = &model->effects[choice->candidate];
    for (uint32_t e = 0; e < own->count; e++) {
        uint32_t activity = gp_touched_activity(model, &own->effects[e]);
        bool is_new = activity >= model->base_activities;
        if (is_new || scope->is_wanted[activity]) decide_at(d, activity, target, choice);
    }
}

/* Where no date is missed without it (another needs it, or it makes something less late), all that
 * are in time by the plan count. */
static void decide(const deciding *d, const gp_repair_scope *scope, gp_repair_choice *choice)
{
    const gp_search *s = d->search;
    const uint32_t *activities = s->model->schedule->network->intervention_activity;
    choice->decide_by = GP_NO_DAY;
    choice->first_step = GP_NONE;
    for (uint32_t u = 0; u < choice->use_count; u++)
        decide_for(d, scope, activities[choice->uses[u].intervention], choice);
    for (uint32_t t = 0; t < s->target_count && choice->use_count == 0; t++)
        if (gp_late_if(&s->plan, s->targets[t]) == 0) decide_for(d, scope, s->targets[t], choice);
}

/* ---- what for ---- */

static gp_status find_uses(gp_job *job, gp_search *s, gp_repair_choice *choice)
{
    gp_repair_use *uses = GP_NEW(job, gp_repair_use, s->target_count);
    bool *is_late = GP_NEW(s->job, bool, s->target_count);
    if (!uses || !is_late) return gp_no_memory(job);
    for (uint32_t t = 0; t < s->target_count; t++)
        is_late[t] = gp_late_if(&s->plan, s->targets[t]) > 0;
    gp_take_candidate(&s->plan, choice->candidate, false);
    gp_settle_plan(&s->plan);
    for (uint32_t t = 0; t < s->target_count; t++) {
        int32_t days = gp_late_if(&s->plan, s->targets[t]);
        uint32_t index = s->model->network.activities[s->targets[t]].item;
        if (days > 0 && !is_late[t]) uses[choice->use_count++] = (gp_repair_use){index, days};
    }
    gp_take_candidate(&s->plan, choice->candidate, true);
    gp_settle_plan(&s->plan);
    choice->uses = uses;
    return GP_OK;
}

/* ---- in the order of decisions ---- */

static int soonest_first(const void *left, const void *right)
{
    const gp_repair_choice *a = left, *b = right;
    if (a->decide_by != b->decide_by) {
        if (a->decide_by == GP_NO_DAY || b->decide_by == GP_NO_DAY)
            return a->decide_by == GP_NO_DAY ? 1 : -1;
        return a->decide_by < b->decide_by ? -1 : 1;
    }
    return (a->candidate > b->candidate) - (a->candidate < b->candidate);
}

gp_status gp_tell_choices(gp_job *job, gp_search *s, const gp_repair_scope *scope,
                          gp_repair *repair)
{
    gp_repair_choice *choices = GP_NEW(job, gp_repair_choice, s->model->candidate_count);
    deciding d = {.search = s};
    uint32_t count = 0;
    if (!choices) return gp_no_memory(job);
    if (repair->after) {
        GP_TRY(gp_new_own_dates(s->job, repair->after, &d.after));
        GP_TRY(gp_new_own_dates(s->job, repair->before, &d.before));
    }
    for (uint32_t c = 0; c < s->model->candidate_count; c++) {
        if (!s->best[c]) continue;
        gp_repair_choice *choice = &choices[count++];
        choice->candidate = c;
        GP_TRY(find_uses(job, s, choice));
        if (repair->after) decide(&d, scope, choice);
    }
    if (count) qsort(choices, count, sizeof *choices, soonest_first);
    repair->choices = choices;
    repair->choice_count = count;
    return GP_OK;
}
