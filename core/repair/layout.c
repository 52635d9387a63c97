/* SPDX-License-Identifier: MIT
 * Lays out the network of a model: an arc for all that an activity may ever require, of whatever
 * measures are taken. Arcs of which nothing is made come from the dawn, which holds nothing up. */
#include "core/network.h"
#include "core/repair/whole.h"

typedef struct layout {
    gp_whole *whole;
    gp_job *job;
    gp_repair_model *model;
    uint32_t activity_count; /* with dawn */
    uint32_t *number;        /* by unit of the whole: its number in the model */
    gp_unit *units;
    gp_arc *arcs;
    uint32_t *arc_first;
    gp_array requirements; /* gp_requirement */
} layout;

/* ---- units ---- */

/* Numbers units by what requires them; `first` of each is still to come. */
static gp_status number_units(layout *l)
{
    const gp_whole *whole = l->whole;
    uint32_t count = (uint32_t)whole->units.count;
    uint32_t *at = GP_NEW(l->job, uint32_t, (size_t)l->activity_count + 1);
    l->number = GP_NEW(l->job, uint32_t, count);
    l->units = GP_NEW(l->job, gp_unit, count);
    if (!at || !l->number || !l->units) return gp_no_memory(l->job);
    for (uint32_t u = 0; u < count; u++) at[gp_whole_unit_at(whole, u)->to + 1]++;
    for (uint32_t i = 1; i < l->activity_count; i++) at[i] += at[i - 1];
    for (uint32_t u = 0; u < count; u++) {
        const gp_whole_unit *unit = gp_whole_unit_at(whole, u);
        uint32_t number = at[unit->to]++;
        l->number[u] = number;
        l->units[number] = (gp_unit){.to = unit->to, .count = unit->count, .room = unit->count};
    }
    return GP_OK;
}

static void make_room(layout *l)
{
    const gp_whole *whole = l->whole;
    for (uint32_t c = 0; c < whole->candidates.count; c++) {
        const gp_whole_candidate *candidate = gp_whole_candidate_at(whole, c);
        for (uint32_t e = 0; e < candidate->count; e++) {
            const gp_effect *effect = &candidate->effects[e];
            if (effect->kind != GP_EFFECT_UNIT) continue;
            gp_unit *unit = &l->units[l->number[effect->target]];
            gp_whole_unit_at(whole, effect->target)->is_changed = true;
            if (effect->to.unit.count > unit->room) unit->room = effect->to.unit.count;
        }
    }
}

/* ---- arcs ---- */

static gp_status start_requirements(layout *l)
{
    const gp_portfolio *portfolio = l->whole->schedule->network->portfolio;
    l->requirements = (gp_array){.size = sizeof(gp_requirement)};
    if (portfolio->requirement_count &&
        !gp_push(l->job, &l->requirements, portfolio->requirements, portfolio->requirement_count))
        return gp_no_memory(l->job);
    return GP_OK;
}

/* A requirement of its own for an arc that changes, so that its lag can. */
static gp_status add_requirement(layout *l, const gp_way *way, uint32_t *out)
{
    const gp_portfolio *portfolio = l->whole->schedule->network->portfolio;
    gp_requirement requirement = {.level = 1};
    if (way && way->arc.requirement != GP_NONE)
        requirement = portfolio->requirements[way->arc.requirement];
    requirement.lag = way ? way->lag : (gp_duration){.unit = GP_DURATION_NONE};
    *out = (uint32_t)l->requirements.count;
    return gp_push(l->job, &l->requirements, &requirement, 1) ? GP_OK : gp_no_memory(l->job);
}

static gp_status add_slots(layout *l, const gp_whole_unit *whole_unit, gp_unit *unit, uint32_t at,
                           uint16_t group)
{
    const gp_way *ways = gp_whole_ways(l->whole, whole_unit);
    uint32_t dawn = l->activity_count - 1;
    unit->first = at;
    for (uint32_t i = 0; i < unit->room; i++) {
        const gp_way *way = i < unit->count ? &ways[i] : NULL;
        gp_arc *arc = &l->arcs[at + i];
        *arc = way ? way->arc : (gp_arc){.from = dawn, .by = GP_BY_LIVE, .requirement = GP_NONE};
        arc->to = unit->to;
        arc->group = way && unit->count > 1 ? group : 0;
        if (whole_unit->is_changed || arc->requirement == GP_NONE)
            GP_TRY(add_requirement(l, way, &arc->requirement));
    }
    return GP_OK;
}

static uint32_t level_before(const layout *l, uint32_t activity)
{
    return gp_whole_arrival_at(l->whole, activity)->level_before;
}

static uint32_t count_arcs(const layout *l)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i + 1 < l->activity_count; i++) count += level_before(l, i) != GP_NONE;
    for (uint32_t u = 0; u < l->whole->units.count; u++) count += l->units[u].room;
    return count;
}

static gp_status add_arcs(layout *l)
{
    uint32_t unit_count = (uint32_t)l->whole->units.count, at = 0, u = 0;
    uint32_t *old_number = GP_NEW(l->job, uint32_t, unit_count);
    l->arcs = GP_NEW(l->job, gp_arc, count_arcs(l));
    l->arc_first = GP_NEW(l->job, uint32_t, (size_t)l->activity_count + 1);
    if (!old_number || !l->arcs || !l->arc_first) return gp_no_memory(l->job);
    for (uint32_t i = 0; i < unit_count; i++) old_number[l->number[i]] = i;
    for (uint32_t to = 0; to < l->activity_count; to++) {
        uint16_t group = 0;
        l->arc_first[to] = at;
        if (to + 1 < l->activity_count && level_before(l, to) != GP_NONE)
            l->arcs[at++] = (gp_arc){.from = level_before(l, to), .to = to, .requirement = GP_NONE};
        for (; u < unit_count && l->units[u].to == to; u++) {
            GP_TRY(
                add_slots(l, gp_whole_unit_at(l->whole, old_number[u]), &l->units[u], at, ++group));
            at += l->units[u].room;
        }
    }
    l->arc_first[l->activity_count] = at;
    return GP_OK;
}

/* ---- effects ---- */

static gp_status lay_unit_effect(layout *l, gp_effect *effect)
{
    uint32_t number = l->number[effect->target], count = effect->to.unit.count;
    const gp_unit *unit = &l->units[number];
    gp_arc *arcs = GP_NEW(l->job, gp_arc, count);
    if (!arcs) return gp_no_memory(l->job);
    for (uint32_t i = 0; i < count; i++) {
        gp_duration lag = effect->to.unit.lags[i];
        arcs[i] = effect->to.unit.arcs[i];
        arcs[i].to = unit->to;
        arcs[i].requirement = l->arcs[unit->first + i].requirement;
        arcs[i].group = count > 1 ? 1 : 0; /* the number is for who puts the arcs in */
        arcs[i].has_lag = lag.unit != GP_DURATION_NONE;
        arcs[i].is_lead = lag.is_lead;
    }
    effect->target = number;
    effect->to.unit.arcs = arcs;
    return GP_OK;
}

static gp_status lay_effects(layout *l)
{
    uint32_t count = (uint32_t)l->whole->candidates.count;
    gp_candidate *candidates = GP_NEW(l->job, gp_candidate, count);
    gp_effects *all = GP_NEW(l->job, gp_effects, count);
    if (!candidates || !all) return gp_no_memory(l->job);
    for (uint32_t c = 0; c < count; c++) {
        const gp_whole_candidate *candidate = gp_whole_candidate_at(l->whole, c);
        gp_effect *effects = GP_NEW(l->job, gp_effect, candidate->count);
        if (!effects) return gp_no_memory(l->job);
        if (candidate->count)
            memcpy(effects, candidate->effects, candidate->count * sizeof *effects);
        for (uint32_t e = 0; e < candidate->count; e++)
            if (effects[e].kind == GP_EFFECT_UNIT) GP_TRY(lay_unit_effect(l, &effects[e]));
        candidates[c] = candidate->candidate;
        all[c] = (gp_effects){effects, candidate->count};
    }
    l->model->candidates = candidates;
    l->model->effects = all;
    l->model->candidate_count = count;
    return GP_OK;
}

/* ---- the whole ---- */

static gp_status add_dawn(gp_whole *whole)
{
    const gp_activity dawn = {.kind = GP_KIND_MISSING,
                              .actual = GP_ACTUAL_READY,
                              .release = GP_DAY_FIRST,
                              .fixed_ready = GP_DAY_FIRST,
                              .planning = &whole->schedule->network->portfolio->planning};
    const gp_whole_arrival none = {GP_NONE, GP_NONE, GP_NONE};
    if (!gp_push(whole->job, &whole->activities, &dawn, 1) ||
        !gp_push(whole->job, &whole->arrivals, &none, 1))
        return gp_no_memory(whole->job);
    return GP_OK;
}

/* What activities of the model are of: the portfolio's records, and those that measures bring. */
static gp_status fill_portfolio(const layout *l, gp_portfolio *portfolio)
{
    const gp_whole *whole = l->whole;
    uint32_t count = (uint32_t)whole->records.count;
    gp_item *items = GP_NEW(l->job, gp_item, count);
    if (!items) return gp_no_memory(l->job);
    for (uint32_t i = 0; i < count; i++)
        items[i] = i < portfolio->symbol_count ? portfolio->items[i]
                                               : (gp_item){GP_ITEM_ELSEWHERE, GP_NONE};
    portfolio->items = items;
    portfolio->symbol_count = count;
    portfolio->capability_count = (uint32_t)whole->capabilities.count;
    portfolio->intervention_count = (uint32_t)whole->interventions.count;
    portfolio->requirements = l->requirements.data;
    portfolio->requirement_count = (uint32_t)l->requirements.count;
    return GP_OK;
}

static void fill_model(const layout *l, const gp_network *order)
{
    const gp_network *network = l->whole->schedule->network;
    gp_repair_model *model = l->model;
    model->network = *network;
    model->network.portfolio = &model->portfolio;
    model->network.activities = l->whole->activities.data;
    model->network.activity_count = l->activity_count;
    model->network.arcs = l->arcs;
    model->network.arc_first = l->arc_first;
    model->network.arc_count = l->arc_first[l->activity_count];
    model->network.durations = l->whole->durations.data;
    model->network.has_start_links = order->has_start_links;
    model->schedule = l->whole->schedule;
    model->base_activities = network->activity_count;
    model->dawn = l->activity_count - 1;
    model->units = l->units;
    model->unit_count = (uint32_t)l->whole->units.count;
}

gp_status gp_lay_out_model(gp_whole *whole, gp_repair_model *model, bool *has_order)
{
    layout *l = GP_NEW(whole->job, layout, 1);
    gp_network order;
    if (!l) return gp_no_memory(whole->job);
    GP_TRY(add_dawn(whole));
    GP_TRY(gp_order_whole(whole->job, whole, &order, has_order));
    if (!*has_order) return GP_OK;
    *l = (layout){.whole = whole,
                  .job = whole->job,
                  .model = model,
                  .activity_count = (uint32_t)whole->activities.count};
    GP_TRY(number_units(l));
    make_room(l);
    GP_TRY(start_requirements(l));
    GP_TRY(add_arcs(l));
    GP_TRY(lay_effects(l));
    model->portfolio = whole->portfolio;
    GP_TRY(fill_portfolio(l, &model->portfolio));
    fill_model(l, &order);
    GP_TRY(gp_try_order(whole->job, &model->network, has_order)); /* for the arcs that leave */
    model->network.order = order.order;
    model->network.layer = order.layer;
    return GP_OK;
}
