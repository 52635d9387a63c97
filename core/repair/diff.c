/* SPDX-License-Identifier: MIT
 * What is another in a world? Activity by activity, and of each its requirements. */
#include "core/repair/diff.h"
#include "core/activity.h"
#include "core/repair/differ.h"
#include "core/repair/effect.h"

#include <stdlib.h>

/* ---- what is told ---- */

static int by_target(const void *left, const void *right)
{
    const gp_difference *a = left, *b = right;
    return gp_compare_targets(&a->effect, &b->effect);
}

static gp_effect effect_on(const gp_differ *d, gp_effect_kind kind)
{
    return (gp_effect){.kind = (uint8_t)kind, .target = d->number};
}

static gp_status tell_day(const gp_differ *d, gp_effect_kind kind, gp_day before, gp_day after,
                          const char *key)
{
    gp_effect old = effect_on(d, kind), new = old;
    old.to.day = before;
    new.to.day = after;
    return gp_tell_effect(d, &old, &new, key);
}

/* ---- an activity ---- */

static gp_status tell_work(const gp_differ *d)
{
    const gp_activity *old = gp_old_of(d), *new = gp_new_of(d);
    const char *key = new->kind == GP_KIND_INTERVENTION ? "duration" : "lead_time";
    gp_effect before = effect_on(d, GP_EFFECT_WORK), after = before;
    size_t kept = d->whole->durations.count;
    if (old->is_unknown != new->is_unknown) {
        gp_object_here(d, key);
        return GP_OK;
    }
    before.to.work.first = old->duration_first;
    before.to.work.count = old->duration_count;
    after.to.work.first = (uint32_t)kept;
    after.to.work.count = new->duration_count;
    if (new->duration_count &&
        !gp_push(d->whole->job, &d->whole->durations,
                 d->world->network->durations + new->duration_first, new->duration_count))
        return gp_no_memory(d->job);
    if (gp_is_same_effect(d->whole, &before, &after)) {
        d->whole->durations.count = kept;
        return GP_OK;
    }
    return gp_tell_effect(d, &before, &after, key);
}

static gp_status tell_planning(const gp_differ *d)
{
    gp_effect before = effect_on(d, GP_EFFECT_PLANNING), after = before;
    before.to.planning = gp_rounds_of(gp_old_of(d));
    after.to.planning = gp_rounds_of(gp_new_of(d));
    return gp_tell_effect(d, &before, &after, "planning");
}

static gp_status tell_cycle(const gp_differ *d)
{
    const gp_intervention *old =
        (const gp_intervention *)d->whole->interventions.data + gp_old_of(d)->item;
    const gp_intervention *new = &d->world->portfolio.interventions[gp_new_of(d)->item];
    gp_effect before = effect_on(d, GP_EFFECT_CYCLE), after = before;
    before.to.cycle.step = old->cycle;
    before.to.cycle.from = gp_cycle_from(gp_whole_portfolio(d->whole), old);
    after.to.cycle.step = new->cycle;
    after.to.cycle.from = gp_cycle_from(&d->world->portfolio, new);
    GP_TRY(tell_day(d, GP_EFFECT_NEEDED, old->needed_by, new->needed_by, "needed_by"));
    return gp_tell_effect(d, &before, &after,
                          before.to.cycle.from == after.to.cycle.from ? "cycle" : "start");
}

/* Facts are not decided about: with others it is another plan. */
static bool has_same_facts(const gp_differ *d)
{
    const gp_activity *old = gp_old_of(d), *new = gp_new_of(d);
    if (old->actual != new->actual || old->progress != new->progress) return false;
    if (old->actual == GP_ACTUAL_NONE) return true;
    return old->release == new->release &&
           (old->actual != GP_ACTUAL_READY || old->fixed_ready == new->fixed_ready);
}

static gp_status tell_activity(const gp_differ *d)
{
    const gp_activity *old = gp_old_of(d), *new = gp_new_of(d);
    if (!has_same_facts(d)) {
        bool is_ready = old->actual == GP_ACTUAL_READY || new->actual == GP_ACTUAL_READY;
        gp_object_here(d, is_ready                         ? "ready"
                          : old->progress != new->progress ? "progress"
                                                           : "started");
        return GP_OK;
    }
    if (old->kind == GP_KIND_INTERVENTION) GP_TRY(tell_cycle(d));
    if (old->actual == GP_ACTUAL_READY || old->kind == GP_KIND_MISSING) return GP_OK;
    GP_TRY(tell_work(d));
    const gp_network whole = gp_whole_network(d->whole);
    GP_TRY(tell_day(d, GP_EFFECT_HELD, gp_held_until(&whole, gp_old_of(d)),
                    gp_held_until(d->world->network, new), "not_ready_before"));
    if (gp_old_of(d)->actual == GP_ACTUAL_STARTED) return GP_OK;
    GP_TRY(tell_planning(d));
    return tell_day(d, GP_EFFECT_RELEASE, gp_old_of(d)->release, new->release,
                    new->kind == GP_KIND_INTERVENTION ? "start" : "not_before");
}

/* ---- levels that are there ---- */

static bool has_begun(const gp_capability *capability)
{
    return capability->progress || capability->started != GP_NO_DAY;
}

static gp_status tell_raised(gp_differ *d, uint32_t index)
{
    const gp_capability *capability = &d->world->portfolio.capabilities[index];
    const gp_whole_record *record =
        gp_whole_record_at(d->whole, d->world->record_of[capability->symbol]);
    const gp_capability *old =
        (const gp_capability *)d->whole->capabilities.data +
        gp_whole_portfolio(d->whole)->items[d->world->record_of[capability->symbol]].index;
    d->id = record->id;
    /* what has begun waits for nothing, the step after it would */
    if (has_begun(capability) || (has_begun(old) && old->requires.count)) {
        gp_object_here(d, "level");
        return GP_OK;
    }
    for (uint8_t level = 1; level <= d->world->raised[index]; level++) {
        if (record->steps[level] == GP_NONE) continue;
        const gp_difference there = {
            {.kind = GP_EFFECT_THERE, .target = record->steps[level]}, false, false};
        if (!gp_push(d->job, &d->out->all, &there, 1)) return gp_no_memory(d->job);
    }
    return GP_OK;
}

/* ---- settings, and what is gone ---- */

static bool is_same_calendar(const gp_calendar *a, const gp_calendar *b)
{
    if (a->days_off != b->days_off || a->holiday_count != b->holiday_count) return false;
    for (uint32_t i = 0; i < a->holiday_count; i++)
        if (a->holidays[i] != b->holidays[i]) return false;
    return true;
}

static void compare_settings(const gp_differ *d)
{
    const gp_portfolio *old = gp_whole_portfolio(d->whole), *new = &d->world->portfolio;
    if (old->status_date != new->status_date)
        gp_object(&d->out->objection, "portfolio", "status_date");
    if (!is_same_calendar(&old->calendar, &new->calendar))
        gp_object(&d->out->objection, "portfolio", "calendar");
    d->out->is_wide = old->is_chain_start != new->is_chain_start ||
                      !gp_is_same_planning(&old->planning, &new->planning) ||
                      !gp_is_same_duration(old->cycle, new->cycle);
    d->out->chains = new->is_chain_start;
}

/* What stands in the portfolio, and not in the world. */
static gp_status find_removed(gp_differ *d, const bool *is_there)
{
    const gp_portfolio *portfolio = gp_whole_portfolio(d->whole);
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        const gp_whole_record *record = gp_whole_record_at(d->whole, i);
        if (is_there[i] || record->kind == GP_ITEM_MISSING || record->kind == GP_ITEM_ELSEWHERE)
            continue;
        d->id = record->id;
        if (record->kind == GP_ITEM_INTERVENTION) gp_object_here(d, "id");
        if (!gp_push(d->job, &d->out->removed, &i, 1)) return gp_no_memory(d->job);
    }
    return GP_OK;
}

static gp_status compare_records(gp_differ *d)
{
    const gp_portfolio *given = d->world->given;
    bool *is_there = GP_NEW(d->scratch, bool, d->whole->records.count);
    if (!is_there) return gp_no_memory(d->scratch);
    for (uint32_t i = 0; i < given->symbol_count; i++)
        if (d->world->record_of[i] != GP_NONE) is_there[d->world->record_of[i]] = true;
    GP_TRY(find_removed(d, is_there));
    for (uint32_t i = 0; i < given->capability_count; i++)
        if (d->world->raised[i]) GP_TRY(tell_raised(d, i));
    return GP_OK;
}

/* ---- the whole ---- */

static bool is_there_now(const gp_differ *d)
{
    const gp_activity *a = gp_new_of(d);
    return a->kind == GP_KIND_CAPABILITY && a->level <= d->world->raised[a->item];
}

static void go_to(gp_differ *d, uint32_t activity)
{
    d->activity = activity;
    d->number = d->world->number_of[activity];
    d->id = gp_activity_id(d->world->network, activity);
}

/* Facts and dates first: what follows from them for requirements says less. */
static gp_status compare_activities(gp_differ *d)
{
    const gp_network *network = d->world->network;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        go_to(d, i);
        bool is_known = d->world->record_of[network->activities[i].symbol] != GP_NONE;
        if (d->number == GP_NONE && is_known) gp_object_here(d, "ready");
        if (d->number != GP_NONE && !is_there_now(d)) GP_TRY(tell_activity(d));
    }
    for (uint32_t i = 0; i < network->activity_count; i++) {
        go_to(d, i);
        if (d->number != GP_NONE) GP_TRY(gp_tell_units(d));
    }
    return GP_OK;
}

gp_status gp_find_differences(gp_job *job, gp_whole *whole, const gp_world *world,
                              gp_differences *out)
{
    gp_differ d = {.job = job, .scratch = world->job, .whole = whole, .world = world, .out = out};
    *out = (gp_differences){.all = {.size = sizeof(gp_difference)},
                            .removed = {.size = sizeof(uint32_t)},
                            .objection = world->objection};
    compare_settings(&d);
    GP_TRY(compare_records(&d));
    GP_TRY(compare_activities(&d));
    if (out->all.count) qsort(out->all.data, out->all.count, sizeof(gp_difference), by_target);
    return GP_OK;
}
