/* SPDX-License-Identifier: MIT
 * Records that only a measure has: a new capability that will do as well, a pilot, what those
 * require. */
#include "core/repair/bring.h"
#include "core/repair/effect.h"

/* ---- the same as another measure's ---- */

/* The record that an earlier measure brought under this id. */
static uint32_t find_brought(const gp_owns *owns, const gp_own *own, const char *id)
{
    for (uint32_t i = 0; i < owns->count && owns->all[i] != own; i++) {
        const gp_brought *all = owns->all[i]->brought.data;
        for (size_t k = 0; k < owns->all[i]->brought.count; k++)
            if (strcmp(all[k].id, id) == 0) return all[k].record;
    }
    return GP_NONE;
}

static bool is_new(const gp_world *world, uint32_t symbol)
{
    gp_item_kind kind = world->given->items[symbol].kind;
    return world->record_of[symbol] == GP_NONE && kind != GP_ITEM_ELSEWHERE;
}

/* Takes the records of earlier measures for new ones, as far as there are any. */
static gp_status borrow(const gp_whole *whole, gp_world *world, const gp_owns *owns,
                        const gp_own *own, bool *is_borrowed, bool *has_any)
{
    const gp_portfolio *given = world->given;
    for (uint32_t i = 0; i < given->symbol_count; i++) {
        if (!is_new(world, i)) continue;
        uint32_t record = find_brought(owns, own, given->ids[i]);
        if (record == GP_NONE) continue;
        gp_know_record(world, whole, given->ids[i], record);
        is_borrowed[i] = world->record_of[i] != GP_NONE;
        *has_any |= is_borrowed[i];
    }
    return GP_OK;
}

/* Is all that was borrowed as the world has it? */
static gp_status is_as_borrowed(gp_job *job, gp_whole *whole, const gp_world *world,
                                const bool *is_borrowed, bool *is_same)
{
    gp_differences *found = GP_NEW(job, gp_differences, 1);
    if (!found) return gp_no_memory(job);
    const gp_network *network = world->network;
    *is_same = true;
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (is_borrowed[network->activities[i].symbol] && world->number_of[i] == GP_NONE)
            *is_same = false;
    size_t kept = whole->durations.count;
    GP_TRY(gp_find_differences(job, whole, world, found));
    const gp_difference *all = found->all.data;
    for (size_t i = 0; i < found->all.count; i++) {
        uint32_t target = gp_whole_target(whole, &all[i].effect);
        *is_same &= !gp_is_brought(whole, gp_whole_activity(whole, target)->symbol);
    }
    *is_same &= !found->objection.what;
    whole->durations.count = kept;
    return GP_OK;
}

/* ---- new in the whole ---- */

static gp_status keep_window(gp_job *job, const gp_window *window, const gp_window **out)
{
    *out = NULL;
    if (!window) return GP_OK;
    gp_window *kept = GP_NEW(job, gp_window, 1);
    if (!kept) return gp_no_memory(job);
    *kept = *window;
    *out = kept;
    return GP_OK;
}

static gp_status keep_capability(gp_whole *whole, const gp_capability *capability, uint32_t symbol)
{
    gp_capability kept = {.symbol = symbol,
                          .parent = GP_NONE,
                          .name = gp_whole_record_at(whole, symbol)->id,
                          .place = capability->place,
                          .identified = capability->identified,
                          .started = capability->started,
                          .ready = capability->ready,
                          .progress = capability->progress,
                          .level = capability->level};
    GP_TRY(keep_window(whole->job, capability->window, &kept.window));
    return gp_add_whole_capability(whole, &kept);
}

static gp_status keep_intervention(gp_whole *whole, const gp_intervention *intervention,
                                   uint32_t symbol)
{
    gp_intervention kept = {.symbol = symbol,
                            .name = gp_whole_record_at(whole, symbol)->id,
                            .place = intervention->place,
                            .progress = intervention->progress,
                            .start = intervention->start,
                            .needed_by = intervention->needed_by,
                            .duration = intervention->duration,
                            .cycle = intervention->cycle};
    GP_TRY(keep_window(whole->job, intervention->window, &kept.window));
    return gp_add_whole_intervention(whole, &kept);
}

static gp_status keep_record(gp_whole *whole, gp_world *world, uint32_t symbol, gp_own *own)
{
    const gp_portfolio *given = world->given;
    gp_item item = given->items[symbol];
    uint32_t number = (uint32_t)whole->records.count;
    gp_whole_record record = {
        .id = gp_copy_text(whole->job, given->ids[symbol], strlen(given->ids[symbol])),
        .kind = (uint8_t)item.kind};
    for (int i = 0; i <= GP_LEVEL_MAX; i++) record.steps[i] = GP_NONE;
    if (item.kind == GP_ITEM_CAPABILITY)
        record.is_ready = given->capabilities[item.index].ready != GP_NO_DAY;
    const gp_brought brought = {record.id, number};
    if (!record.id || !gp_push(whole->job, &own->brought, &brought, 1))
        return gp_no_memory(whole->job);
    GP_TRY(gp_add_whole_record(whole, &record));
    world->record_of[symbol] = number;
    if (item.kind == GP_ITEM_CAPABILITY)
        return keep_capability(whole, &given->capabilities[item.index], number);
    if (item.kind == GP_ITEM_INTERVENTION)
        return keep_intervention(whole, &given->interventions[item.index], number);
    return GP_OK;
}

/* The activity with the number of its record in the whole. */
static gp_status keep_activity(gp_whole *whole, gp_world *world, uint32_t activity)
{
    gp_activity kept = world->network->activities[activity];
    const gp_duration *durations = world->network->durations + kept.duration_first;
    kept.symbol = world->record_of[kept.symbol];
    kept.item = 0;
    if (kept.planning) GP_TRY(gp_keep_planning(whole->job, kept.planning, &kept.planning));
    const gp_capability *capabilities = whole->capabilities.data;
    const gp_intervention *interventions = whole->interventions.data;
    if (kept.kind == GP_KIND_CAPABILITY) {
        kept.item = (uint32_t)whole->capabilities.count;
        while (capabilities[--kept.item].symbol != kept.symbol) continue;
    } else if (kept.kind == GP_KIND_INTERVENTION) {
        kept.item = (uint32_t)whole->interventions.count;
        while (interventions[--kept.item].symbol != kept.symbol) continue;
    }
    return gp_add_whole_activity(whole, &kept, durations, &world->number_of[activity]);
}

static gp_status keep_units(gp_job *job, gp_whole *whole, const gp_world *world, uint32_t activity)
{
    uint32_t to = world->number_of[activity];
    gp_world_units units;
    GP_TRY(gp_read_world_units(job, world, activity, &units));
    gp_whole_arrival_at(whole, to)->level_before = units.level_before;
    for (uint32_t i = 0; i < units.count; i++)
        GP_TRY(gp_add_whole_unit(whole, to, units.units[i].is_of_level, units.units[i].ways,
                                 units.units[i].count));
    return GP_OK;
}

static gp_status bring_new(gp_whole *whole, gp_world *world, gp_own *own)
{
    const gp_network *network = world->network;
    bool *is_mine = GP_NEW(world->job, bool, network->activity_count);
    if (!is_mine) return gp_no_memory(world->job);
    for (uint32_t i = 0; i < world->given->symbol_count; i++)
        if (is_new(world, i)) GP_TRY(keep_record(whole, world, i, own));
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t record = world->record_of[network->activities[i].symbol];
        is_mine[i] =
            world->number_of[i] == GP_NONE && record != GP_NONE && gp_is_brought(whole, record);
        if (is_mine[i]) GP_TRY(keep_activity(whole, world, i));
    }
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (is_mine[i]) GP_TRY(keep_units(world->job, whole, world, i));
    return GP_OK;
}

/* ---- both ---- */

static gp_status note_borrowed(gp_whole *whole, const gp_world *world, const bool *is_borrowed,
                               gp_own *own)
{
    for (uint32_t i = 0; i < world->given->symbol_count; i++) {
        if (!is_borrowed[i]) continue;
        uint32_t record = world->record_of[i];
        const gp_brought brought = {gp_whole_record_at(whole, record)->id, record};
        if (!gp_push(whole->job, &own->brought, &brought, 1)) return gp_no_memory(whole->job);
    }
    return GP_OK;
}

gp_status gp_bring(gp_whole *whole, gp_world *world, const gp_owns *owns, gp_own *own)
{
    bool *is_borrowed = GP_NEW(world->job, bool, world->given->symbol_count);
    bool has_any = false, is_same = true;
    if (!is_borrowed) return gp_no_memory(world->job);
    for (size_t i = 0; i < own->brought.count; i++) {
        const gp_brought *before = (const gp_brought *)own->brought.data + i;
        gp_know_record(world, whole, before->id, before->record);
    }
    GP_TRY(borrow(whole, world, owns, own, is_borrowed, &has_any));
    gp_number_activities(world, whole);
    GP_TRY(bring_new(whole, world, own));
    if (has_any) GP_TRY(is_as_borrowed(world->job, whole, world, is_borrowed, &is_same));
    if (is_same) return note_borrowed(whole, world, is_borrowed, own);
    for (uint32_t i = 0; i < world->given->symbol_count; i++)
        if (is_borrowed[i]) world->record_of[i] = GP_NONE;
    gp_number_activities(world, whole);
    return bring_new(whole, world, own);
}
