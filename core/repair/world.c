/* SPDX-License-Identifier: MIT
 * The portfolio with some measures made, beside the one without. */
#include "core/repair/world.h"
#include "core/network.h"
#include "groeipad/scenarios.h"

/* ---- records ---- */

/* The record of the portfolio with this id, where it is of the same kind. */
static uint32_t own_record(const gp_whole *whole, const char *id, gp_item_kind kind)
{
    uint32_t symbol = gp_find_symbol(gp_whole_portfolio(whole), id);
    if (symbol == GP_NONE || gp_whole_record_at(whole, symbol)->kind != kind) return GP_NONE;
    return symbol;
}

static gp_status find_records(gp_world *world, const gp_whole *whole)
{
    const gp_portfolio *given = world->given;
    world->record_of = GP_NEW(world->job, uint32_t, given->symbol_count);
    if (!world->record_of) return gp_no_memory(world->job);
    for (uint32_t i = 0; i < given->symbol_count; i++)
        world->record_of[i] = own_record(whole, given->ids[i], given->items[i].kind);
    return GP_OK;
}

void gp_know_record(gp_world *world, const gp_whole *whole, const char *id, uint32_t record)
{
    uint32_t symbol = gp_find_symbol(world->given, id);
    if (symbol == GP_NONE || world->record_of[symbol] != GP_NONE) return;
    if (world->given->items[symbol].kind == gp_whole_record_at(whole, record)->kind)
        world->record_of[symbol] = record;
}

/* ---- levels ---- */

/* The capability of the portfolio that one of the world is; NULL: it is new. */
static const gp_capability *old_capability(const gp_world *world, const gp_whole *whole,
                                           const gp_capability *capability)
{
    const gp_portfolio *portfolio = gp_whole_portfolio(whole);
    uint32_t record = world->record_of[capability->symbol];
    if (record == GP_NONE || record >= portfolio->symbol_count) return NULL;
    return &portfolio->capabilities[portfolio->items[record].index];
}

/* The level as it was; what is there already now is an effect of its own. */
static void settle_level(gp_world *world, const gp_capability *old, gp_capability *capability,
                         uint8_t *raised)
{
    const char *id = world->given->ids[capability->symbol];
    if (capability->level == old->level) return;
    bool is_fixed = old->ready != GP_NO_DAY || capability->ready != GP_NO_DAY;
    if (capability->level < old->level || is_fixed)
        gp_object(&world->objection, id, "level");
    else
        *raised = (uint8_t)capability->level;
    capability->level = old->level;
}

static gp_status settle_levels(gp_world *world, const gp_whole *whole, uint8_t *floors)
{
    uint32_t count = world->given->capability_count;
    gp_capability *capabilities = GP_NEW(world->job, gp_capability, count);
    world->raised = GP_NEW(world->job, uint8_t, count);
    if (!capabilities || !world->raised) return gp_no_memory(world->job);
    for (uint32_t i = 0; i < count; i++) {
        capabilities[i] = world->given->capabilities[i];
        const gp_capability *old = old_capability(world, whole, &capabilities[i]);
        if (!old) continue;
        floors[i] = whole->floors[old - gp_whole_portfolio(whole)->capabilities];
        settle_level(world, old, &capabilities[i], &world->raised[i]);
    }
    world->portfolio = *world->given;
    world->portfolio.capabilities = capabilities;
    return GP_OK;
}

/* ---- activities ---- */

static uint32_t number_of(const gp_world *world, const gp_whole *whole, const gp_activity *a)
{
    uint32_t number = world->record_of[a->symbol];
    if (number == GP_NONE) return GP_NONE;
    const gp_whole_record *record = gp_whole_record_at(whole, number);
    if (a->kind != GP_KIND_CAPABILITY) return record->steps[0];
    bool is_ready = world->portfolio.capabilities[a->item].ready != GP_NO_DAY;
    if (is_ready != record->is_ready) return GP_NONE;
    return record->steps[is_ready ? 0 : a->level];
}

void gp_number_activities(gp_world *world, const gp_whole *whole)
{
    for (uint32_t i = 0; i < world->network->activity_count; i++)
        world->number_of[i] = number_of(world, whole, &world->network->activities[i]);
}

/* ---- units ---- */

static uint32_t unit_end(const gp_network *network, uint32_t first, uint32_t last)
{
    uint32_t end = first + 1;
    while (end < last && network->arcs[first].group &&
           network->arcs[end].group == network->arcs[first].group)
        end++;
    return end;
}

static gp_way way_of(const gp_world *world, const gp_arc *arc)
{
    gp_way way = {.arc = *arc, .lag = world->portfolio.requirements[arc->requirement].lag};
    way.arc.from = world->number_of[arc->from];
    way.arc.to = world->number_of[arc->to];
    way.arc.requirement = GP_NONE;
    way.arc.group = 0;
    return way;
}

gp_status gp_read_world_units(gp_job *job, const gp_world *world, uint32_t activity,
                              gp_world_units *out)
{
    const gp_network *network = world->network;
    uint32_t first = network->arc_first[activity], last = network->arc_first[activity + 1], end;
    gp_world_units units = {GP_NEW(job, gp_world_unit, last - first), 0, GP_NONE};
    gp_way *ways = GP_NEW(job, gp_way, last - first);
    if (!units.units || !ways) return gp_no_memory(job);
    for (uint32_t at = first; at < last; at = end) {
        const gp_arc *arc = &network->arcs[at];
        end = at + 1;
        if (arc->requirement == GP_NONE) {
            units.level_before = world->number_of[arc->from];
            continue;
        }
        end = unit_end(network, at, last);
        for (uint32_t i = at; i < end; i++) ways[i - first] = way_of(world, &network->arcs[i]);
        units.units[units.count++] =
            (gp_world_unit){&ways[at - first], end - at, gp_is_of_level(network, arc), false};
    }
    *out = units;
    return GP_OK;
}

static bool is_same_way(const gp_way *a, const gp_way *b)
{
    return a->arc.from == b->arc.from && a->arc.by == b->arc.by &&
           a->arc.is_from_start == b->arc.is_from_start && a->lag.unit == b->lag.unit &&
           a->lag.months == b->lag.months && a->lag.days == b->lag.days &&
           a->lag.is_lead == b->lag.is_lead;
}

bool gp_is_same_unit(const gp_way *a, uint32_t a_count, const gp_way *b, uint32_t b_count)
{
    if (a_count != b_count) return false;
    for (uint32_t i = 0; i < a_count; i++)
        if (!is_same_way(&a[i], &b[i]) || a[i].arc.from == GP_NONE) return false;
    return true;
}

/* ---- the whole ---- */

/* The future that the schedule is of, where that was not chosen yet. */
static gp_status narrow(gp_job *job, const gp_whole *whole, const gp_portfolio **portfolio)
{
    const gp_portfolio *old = gp_whole_portfolio(whole);
    if (old->scenario == GP_NONE || (*portfolio)->scenario != GP_NONE) return GP_OK;
    uint32_t scenario = gp_find_scenario(*portfolio, old->scenarios.terms[old->scenario].id);
    return scenario == GP_NONE ? GP_OK : gp_select_scenario(job, *portfolio, scenario, portfolio);
}

gp_status gp_open_world(gp_job *job, const gp_whole *whole, const gp_repair_worlds *worlds,
                        const gp_candidate *const *candidates, uint32_t count, gp_world **out)
{
    gp_world *world = GP_NEW(job, gp_world, 1);
    if (!world) return gp_no_memory(job);
    world->job = job;
    GP_TRY(worlds->make(worlds->object, job, candidates, count, &world->given));
    GP_TRY(narrow(job, whole, &world->given));
    uint8_t *floors = GP_NEW(job, uint8_t, world->given->capability_count);
    if (!floors) return gp_no_memory(job);
    GP_TRY(find_records(world, whole));
    GP_TRY(settle_levels(world, whole, floors));
    GP_TRY(gp_make_network_to(job, &world->portfolio, floors, &world->network));
    world->number_of = GP_NEW(job, uint32_t, world->network->activity_count);
    if (!world->number_of) return gp_no_memory(job);
    *out = world;
    return GP_OK;
}
