/* SPDX-License-Identifier: MIT
 * The plan with some candidates taken. The functions of time are those of every other plan
 * (core/pass.h): only what they are given is made anew. */
#include "core/repair/what_if.h"
#include "core/activity.h"

/* ---- what touches what ---- */

gp_status gp_index_touches(gp_job *job, const gp_repair_model *model, gp_touches *out)
{
    uint32_t count = model->network.activity_count, total = 0;
    for (uint32_t c = 0; c < model->candidate_count; c++) total += model->effects[c].count;
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)count + 2);
    gp_touch *touches = GP_NEW(job, gp_touch, total);
    if (!first || !touches) return gp_no_memory(job);
    for (uint32_t c = 0; c < model->candidate_count; c++)
        for (uint32_t e = 0; e < model->effects[c].count; e++)
            first[gp_touched_activity(model, &model->effects[c].effects[e]) + 2]++;
    for (uint32_t i = 2; i < count + 2; i++) first[i] += first[i - 1];
    for (uint32_t c = 0; c < model->candidate_count; c++)
        for (uint32_t e = 0; e < model->effects[c].count; e++) {
            const gp_effect *effect = &model->effects[c].effects[e];
            touches[first[gp_touched_activity(model, effect) + 1]++] = (gp_touch){c, effect};
        }
    *out = (gp_touches){touches, first};
    return GP_OK;
}

/* ---- an activity with what is taken ---- */

const gp_effect *gp_strongest(const gp_what_if *plan, uint32_t activity, gp_effect_kind kind,
                              uint32_t target)
{
    const gp_touches *all = &plan->touches;
    const gp_effect *best = NULL;
    for (uint32_t i = all->first[activity]; i < all->first[activity + 1]; i++) {
        const gp_effect *effect = all->touches[i].effect;
        if (effect->kind != kind || effect->target != target) continue;
        if (!plan->is_taken[all->touches[i].candidate]) continue;
        if (!best || gp_compare_effects(&plan->network, effect, best) != GP_WEAKER) best = effect;
    }
    return best;
}

/* Before it waits for nothing, and takes no time: what it requires is all that holds it up. */
static void make_transparent(gp_activity *a)
{
    a->release = GP_DAY_FIRST;
    a->is_rounded = false;
    a->duration_count = 0;
    a->kept = 0;
    a->actual = GP_ACTUAL_NONE;
    a->progress = 0;
    a->is_unknown = false;
}

static void hold(gp_what_if *plan, uint32_t activity, gp_day day)
{
    gp_activity *a = &plan->activities[activity];
    const gp_activity *base = &plan->model->network.activities[activity];
    const gp_window *window = gp_window_of(&plan->model->network, base);
    if (day == GP_NO_DAY) {
        a->kept &= (uint8_t)~GP_KEEP_NOT_READY_BEFORE;
        return;
    }
    plan->windows[activity] = *window;
    plan->windows[activity].not_ready_before = day;
    if (a->kind == GP_KIND_INTERVENTION)
        plan->interventions[a->item].window = &plan->windows[activity];
    else
        plan->capabilities[a->item].window = &plan->windows[activity];
}

static void restore_window(gp_what_if *plan, uint32_t activity)
{
    const gp_activity *a = &plan->activities[activity];
    const gp_portfolio *base = &plan->model->portfolio;
    if (a->kind == GP_KIND_INTERVENTION)
        plan->interventions[a->item].window = base->interventions[a->item].window;
    else if (a->kind == GP_KIND_CAPABILITY)
        plan->capabilities[a->item].window = base->capabilities[a->item].window;
}

static void change_activity(gp_what_if *plan, uint32_t activity, const gp_effect *effect)
{
    gp_activity *a = &plan->activities[activity];
    switch ((gp_effect_kind)effect->kind) {
    case GP_EFFECT_WORK:
        a->duration_first = effect->to.work.first;
        a->duration_count = effect->to.work.count;
        return;
    case GP_EFFECT_PLANNING:
        if (effect->to.planning) a->planning = effect->to.planning;
        a->is_rounded &= effect->to.planning && gp_has_rounds(effect->to.planning);
        return;
    case GP_EFFECT_RELEASE: a->release = effect->to.day; return;
    case GP_EFFECT_HELD: hold(plan, activity, effect->to.day); return;
    case GP_EFFECT_CYCLE:
        plan->interventions[a->item].cycle = effect->to.cycle.step;
        plan->interventions[a->item].start = effect->to.cycle.from;
        return;
    case GP_EFFECT_NEEDED: plan->needed_by[activity] = effect->to.day; return;
    case GP_EFFECT_THERE: plan->is_there[activity] = true; return;
    case GP_EFFECT_UNIT: return;
    }
}

static void restore(gp_what_if *plan, uint32_t activity)
{
    const gp_repair_model *model = plan->model;
    gp_activity *a = &plan->activities[activity];
    *a = model->network.activities[activity];
    plan->is_there[activity] = false;
    if (a->kept) restore_window(plan, activity);
    if (a->kind != GP_KIND_INTERVENTION) return;
    const gp_intervention *intervention = &model->portfolio.interventions[a->item];
    plan->interventions[a->item].cycle = intervention->cycle;
    plan->interventions[a->item].start = intervention->start;
    plan->needed_by[activity] = intervention->needed_by;
}

static void make_activity(gp_what_if *plan, uint32_t activity)
{
    const gp_touches *all = &plan->touches;
    restore(plan, activity);
    for (uint32_t i = all->first[activity]; i < all->first[activity + 1]; i++) {
        const gp_effect *effect = all->touches[i].effect;
        if (effect->kind == GP_EFFECT_UNIT || !plan->is_taken[all->touches[i].candidate]) continue;
        if (gp_strongest(plan, activity, (gp_effect_kind)effect->kind, activity) == effect)
            change_activity(plan, activity, effect);
    }
    if (plan->is_there[activity]) make_transparent(&plan->activities[activity]);
}

/* ---- the arcs into it ---- */

/* Alternatives of which one is there already are met. */
static bool is_met(const gp_what_if *plan, const gp_arc *arcs, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (plan->is_there[arcs[i].from]) return true;
    return false;
}

static void fill_slot(gp_what_if *plan, const gp_unit *unit, uint32_t i, const gp_arc *as,
                      gp_duration lag, uint16_t group)
{
    gp_arc *slot = &plan->arcs[unit->first + i];
    uint32_t requirement = plan->model->network.arcs[unit->first + i].requirement;
    *slot = *as;
    slot->to = unit->to;
    slot->requirement = requirement;
    slot->group = group;
    slot->has_lag = lag.unit != GP_DURATION_NONE;
    slot->is_lead = lag.is_lead;
    plan->requirements[requirement].lag = lag;
}

static void make_unit(gp_what_if *plan, uint32_t number, uint16_t group)
{
    const gp_repair_model *model = plan->model;
    const gp_unit *unit = &model->units[number];
    const gp_effect *effect = gp_strongest(plan, unit->to, GP_EFFECT_UNIT, number);
    const gp_arc *arcs = effect ? effect->to.unit.arcs : &model->network.arcs[unit->first];
    uint32_t count = effect ? effect->to.unit.count : unit->count;
    if (is_met(plan, arcs, count)) count = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t requirement = model->network.arcs[unit->first + i].requirement;
        gp_duration lag =
            effect ? effect->to.unit.lags[i] : model->portfolio.requirements[requirement].lag;
        fill_slot(plan, unit, i, &arcs[i], lag, count > 1 ? group : 0);
    }
    for (uint32_t i = count; i < unit->room; i++)
        plan->arcs[unit->first + i] =
            (gp_arc){.from = model->dawn,
                     .to = unit->to,
                     .by = GP_BY_START,
                     .requirement = model->network.arcs[unit->first + i].requirement};
}

static void make_arcs(gp_what_if *plan, uint32_t activity)
{
    uint16_t group = 0;
    for (uint32_t u = plan->unit_first[activity]; u < plan->unit_first[activity + 1]; u++)
        make_unit(plan, u, ++group);
}

/* ---- computing ---- */

static void wait(gp_what_if *plan, uint32_t activity)
{
    uint32_t rank = plan->rank[activity];
    plan->waiting[rank / 64] |= UINT64_C(1) << rank % 64;
    if (rank < plan->lowest) plan->lowest = rank;
}

static void make(gp_what_if *plan, uint32_t activity)
{
    bool was_there = plan->is_there[activity];
    make_activity(plan, activity);
    make_arcs(plan, activity);
    wait(plan, activity);
    if (plan->is_there[activity] == was_there) return;
    for (uint32_t i = plan->next_first[activity]; i < plan->next_first[activity + 1]; i++) {
        make_arcs(plan, plan->next[i]);
        wait(plan, plan->next[i]);
    }
}

void gp_take_candidate(gp_what_if *plan, uint32_t candidate, bool is_taken)
{
    const gp_effects *own = &plan->model->effects[candidate];
    if (plan->is_taken[candidate] == is_taken) return;
    plan->is_taken[candidate] = is_taken;
    for (uint32_t e = 0; e < own->count; e++) {
        uint32_t activity = gp_touched_activity(plan->model, &own->effects[e]);
        bool is_again = e && gp_touched_activity(plan->model, &own->effects[e - 1]) == activity;
        if (!is_again) make(plan, activity);
    }
}

void gp_take_candidates(gp_what_if *plan, const bool *is_taken)
{
    for (uint32_t c = 0; c < plan->model->candidate_count; c++)
        gp_take_candidate(plan, c, is_taken[c]);
}

static bool compute(gp_what_if *plan, uint32_t activity)
{
    gp_known *known = &plan->known;
    gp_dates dates;
    gp_forward_one(&plan->network, plan->known, activity, NULL, &dates, NULL);
    plan->effort++;
    bool is_same = known->ready[activity] == dates.earliest_ready &&
                   known->start[activity] == dates.earliest_start &&
                   known->not_before[activity] == dates.not_before;
    known->ready[activity] = dates.earliest_ready;
    known->start[activity] = dates.earliest_start;
    known->not_before[activity] = dates.not_before;
    return !is_same;
}

void gp_settle_plan(gp_what_if *plan)
{
    const gp_network *network = &plan->network;
    uint32_t words = network->activity_count / 64 + 1;
    for (uint32_t word = plan->lowest / 64; word < words; word++) {
        while (plan->waiting[word]) {
            uint32_t rank = word * 64 + (uint32_t)__builtin_ctzll(plan->waiting[word]);
            uint32_t activity = network->order[rank];
            plan->waiting[word] &= plan->waiting[word] - 1;
            if (!compute(plan, activity)) continue;
            for (uint32_t i = plan->next_first[activity]; i < plan->next_first[activity + 1]; i++)
                wait(plan, plan->next[i]);
        }
    }
    plan->lowest = network->activity_count;
}

int32_t gp_late_if(const gp_what_if *plan, uint32_t activity)
{
    gp_day needed_by = plan->needed_by[activity], ready = plan->known.ready[activity];
    if (needed_by == GP_NO_DAY || ready <= needed_by) return 0;
    const gp_dates dates = {.earliest_ready = ready,
                            .not_before = plan->known.not_before[activity]};
    return gp_is_there(&plan->network, activity, &dates) ? 0 : ready - needed_by;
}

/* ---- opening ---- */

static void *copy(gp_job *job, const void *from, size_t count, size_t size)
{
    void *to = gp_allocate(job, count, size);
    if (to && count) memcpy(to, from, count * size);
    return to;
}

static gp_status allocate(gp_job *job, const gp_repair_model *model, gp_what_if *plan)
{
    const gp_network *network = &model->network;
    const gp_portfolio *portfolio = &model->portfolio;
    uint32_t count = network->activity_count;
    plan->is_taken = GP_NEW(job, bool, model->candidate_count);
    plan->activities = copy(job, network->activities, count, sizeof *plan->activities);
    plan->arcs = copy(job, network->arcs, network->arc_count, sizeof *plan->arcs);
    plan->requirements = copy(job, portfolio->requirements, portfolio->requirement_count,
                              sizeof *plan->requirements);
    plan->interventions = copy(job, portfolio->interventions, portfolio->intervention_count,
                               sizeof *plan->interventions);
    plan->capabilities =
        copy(job, portfolio->capabilities, portfolio->capability_count, sizeof *plan->capabilities);
    plan->windows = GP_NEW(job, gp_window, count);
    plan->is_there = GP_NEW(job, bool, count);
    plan->needed_by = GP_NEW(job, gp_day, count);
    plan->known = (gp_known){GP_NEW(job, gp_day, count), GP_NEW(job, gp_day, count),
                             GP_NEW(job, uint8_t, count)};
    plan->rank = GP_NEW(job, uint32_t, count);
    plan->waiting = GP_NEW(job, uint64_t, count / 64 + 1);
    bool is_whole = plan->is_taken && plan->activities && plan->arcs && plan->requirements &&
                    plan->interventions && plan->capabilities && plan->windows && plan->is_there &&
                    plan->needed_by && plan->known.ready && plan->known.start &&
                    plan->known.not_before && plan->rank && plan->waiting;
    return is_whole ? GP_OK : gp_no_memory(job);
}

static gp_status index_units(gp_job *job, const gp_repair_model *model, gp_what_if *plan)
{
    uint32_t count = model->network.activity_count;
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)count + 1);
    if (!first) return gp_no_memory(job);
    for (uint32_t u = 0; u < model->unit_count; u++) first[model->units[u].to + 1]++;
    for (uint32_t i = 0; i < count; i++) first[i + 1] += first[i];
    plan->unit_first = first;
    return GP_OK;
}

/* Each way from one activity to another that may be taken. */
typedef void see_way(void *object, uint32_t from, uint32_t to);

static void see_ways(const gp_repair_model *model, see_way *see, void *object)
{
    for (uint32_t i = 0; i < model->network.arc_count; i++) {
        const gp_arc *arc = &model->network.arcs[i];
        if (arc->from != model->dawn) see(object, arc->from, arc->to);
    }
    for (uint32_t c = 0; c < model->candidate_count; c++)
        for (uint32_t e = 0; e < model->effects[c].count; e++) {
            const gp_effect *effect = &model->effects[c].effects[e];
            if (effect->kind != GP_EFFECT_UNIT) continue;
            for (uint32_t i = 0; i < effect->to.unit.count; i++)
                see(object, effect->to.unit.arcs[i].from, model->units[effect->target].to);
        }
}

typedef struct ways {
    uint32_t *first, *next;
} ways;

static void count_way(void *object, uint32_t from, uint32_t to)
{
    (void)to;
    ((ways *)object)->first[from + 2]++;
}

static void put_way(void *object, uint32_t from, uint32_t to)
{
    ways *all = object;
    all->next[all->first[from + 1]++] = to;
}

static gp_status index_ways(gp_job *job, const gp_repair_model *model, gp_what_if *plan)
{
    uint32_t count = model->network.activity_count;
    ways all = {.first = GP_NEW(job, uint32_t, (size_t)count + 2)};
    if (!all.first) return gp_no_memory(job);
    see_ways(model, count_way, &all);
    for (uint32_t i = 2; i < count + 2; i++) all.first[i] += all.first[i - 1];
    all.next = GP_NEW(job, uint32_t, all.first[count + 1]);
    if (!all.next) return gp_no_memory(job);
    see_ways(model, put_way, &all);
    plan->next = all.next;
    plan->next_first = all.first;
    return GP_OK;
}

gp_status gp_open_what_if(gp_job *job, const gp_repair_model *model, gp_what_if *out)
{
    gp_what_if plan = {.model = model, .network = model->network, .portfolio = model->portfolio};
    GP_TRY(allocate(job, model, &plan));
    GP_TRY(index_units(job, model, &plan));
    GP_TRY(index_ways(job, model, &plan));
    GP_TRY(gp_index_touches(job, model, &plan.touches));
    *out = plan;
    out->portfolio.requirements = plan.requirements;
    out->portfolio.interventions = plan.interventions;
    out->portfolio.capabilities = plan.capabilities;
    out->network.portfolio = &out->portfolio;
    out->network.activities = plan.activities;
    out->network.arcs = plan.arcs;
    for (uint32_t rank = 0; rank < plan.network.activity_count; rank++)
        out->rank[plan.network.order[rank]] = rank;
    for (uint32_t i = 0; i < plan.network.activity_count; i++) make(out, i);
    gp_settle_plan(out);
    return GP_OK;
}
