/* SPDX-License-Identifier: MIT
 * What is another in a world? Activity by activity, and of each its requirements. */
#include "core/repair/diff.h"
#include "core/activity.h"
#include "core/repair/strength.h"

#include <stdlib.h>

typedef struct differ {
    gp_job *job, *scratch;
    gp_whole *whole;
    const gp_world *world;
    gp_differences *out;
    uint32_t activity; /* of the world */
    uint32_t number;   /* of the whole */
    const char *id;    /* of its record */
} differ;

static const gp_activity *old_of(const differ *d)
{
    return gp_whole_activity(d->whole, d->number);
}

static const gp_activity *new_of(const differ *d)
{
    return &d->world->network->activities[d->activity];
}

static void object(const differ *d, const char *key)
{
    gp_object(&d->out->objection, d->id, key);
}

/* ---- what is told ---- */

gp_status gp_keep_planning(gp_job *job, const gp_planning *planning, const gp_planning **out)
{
    gp_planning *kept = GP_NEW(job, gp_planning, 1);
    gp_day *dates = GP_NEW(job, gp_day, planning->date_count);
    if (!kept || !dates) return gp_no_memory(job);
    *kept = *planning;
    kept->last_place = NULL;
    if (planning->date_count) memcpy(dates, planning->dates, planning->date_count * sizeof *dates);
    kept->dates = planning->date_count ? dates : NULL;
    *out = kept;
    return GP_OK;
}

static bool is_same_duration(gp_duration a, gp_duration b)
{
    return a.unit == b.unit && a.months == b.months && a.days == b.days;
}

static bool is_same_work(const gp_whole *whole, const gp_effect *a, const gp_effect *b)
{
    const gp_duration *durations = whole->durations.data;
    if (a->to.work.count != b->to.work.count) return false;
    for (uint32_t i = 0; i < a->to.work.count; i++)
        if (!is_same_duration(durations[a->to.work.first + i], durations[b->to.work.first + i]))
            return false;
    return true;
}

static bool is_same_planning(const gp_planning *a, const gp_planning *b)
{
    if (!a || !b || a == b) return a == b;
    if (!is_same_duration(a->round, b->round) || a->from != b->from ||
        a->date_count != b->date_count)
        return false;
    for (uint32_t i = 0; i < a->date_count; i++)
        if (a->dates[i] != b->dates[i]) return false;
    return true;
}

static bool is_same_unit(const gp_effect *a, const gp_effect *b)
{
    bool is_same = a->to.unit.count == b->to.unit.count;
    for (uint32_t i = 0; i < a->to.unit.count && is_same; i++) {
        const gp_way one = {a->to.unit.arcs[i], a->to.unit.lags[i]};
        const gp_way other = {b->to.unit.arcs[i], b->to.unit.lags[i]};
        is_same = gp_is_same_unit(&one, 1, &other, 1);
    }
    return is_same;
}

bool gp_is_same_effect(const gp_whole *whole, const gp_effect *a, const gp_effect *b)
{
    switch ((gp_effect_kind)a->kind) {
    case GP_EFFECT_WORK: return is_same_work(whole, a, b);
    case GP_EFFECT_PLANNING: return is_same_planning(a->to.planning, b->to.planning);
    case GP_EFFECT_UNIT: return is_same_unit(a, b);
    case GP_EFFECT_CYCLE:
        return a->to.cycle.from == b->to.cycle.from &&
               is_same_duration(a->to.cycle.step, b->to.cycle.step);
    case GP_EFFECT_THERE: return true;
    case GP_EFFECT_RELEASE:
    case GP_EFFECT_HELD:
    case GP_EFFECT_NEEDED: return a->to.day == b->to.day;
    }
    return false;
}

int gp_compare_targets(const gp_effect *a, const gp_effect *b)
{
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

static int by_target(const void *left, const void *right)
{
    const gp_difference *a = left, *b = right;
    return gp_compare_targets(&a->effect, &b->effect);
}

/* Copies what an effect points to, which is of the world. */
static gp_status keep(const differ *d, gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_PLANNING && effect->to.planning)
        return gp_keep_planning(d->job, effect->to.planning, &effect->to.planning);
    uint32_t count = effect->kind == GP_EFFECT_UNIT ? effect->to.unit.count : 0;
    if (count == 0) return GP_OK;
    gp_arc *arcs = GP_NEW(d->job, gp_arc, count);
    gp_duration *lags = GP_NEW(d->job, gp_duration, count);
    if (!arcs || !lags) return gp_no_memory(d->job);
    memcpy(arcs, effect->to.unit.arcs, count * sizeof *arcs);
    memcpy(lags, effect->to.unit.lags, count * sizeof *lags);
    effect->to.unit.arcs = arcs;
    effect->to.unit.lags = lags;
    return GP_OK;
}

/* Tells that `before` has become `after`, unless it is the same. What may be later is a reason. */
static gp_status tell(const differ *d, const gp_effect *before, const gp_effect *after,
                      const char *key)
{
    if (gp_is_same_effect(d->whole, before, after)) return GP_OK;
    const gp_network network = gp_whole_network(d->whole);
    gp_strength strength = gp_compare_effects(&network, after, before);
    gp_difference difference = {*after, strength == GP_AS_STRONG};
    if (strength == GP_WEAKER || strength == GP_INCOMPARABLE) {
        object(d, key);
        return GP_OK;
    }
    GP_TRY(keep(d, &difference.effect));
    return gp_push(d->job, &d->out->all, &difference, 1) ? GP_OK : gp_no_memory(d->job);
}

static gp_effect effect_on(const differ *d, gp_effect_kind kind)
{
    return (gp_effect){.kind = (uint8_t)kind, .target = d->number};
}

static gp_status tell_day(const differ *d, gp_effect_kind kind, gp_day before, gp_day after,
                          const char *key)
{
    gp_effect old = effect_on(d, kind), new = old;
    old.to.day = before;
    new.to.day = after;
    return tell(d, &old, &new, key);
}

/* ---- an activity ---- */

static gp_status tell_work(const differ *d)
{
    const gp_activity *old = old_of(d), *new = new_of(d);
    const char *key = new->kind == GP_KIND_INTERVENTION ? "duration" : "lead_time";
    gp_effect before = effect_on(d, GP_EFFECT_WORK), after = before;
    size_t kept = d->whole->durations.count;
    if (old->is_unknown != new->is_unknown) {
        object(d, key);
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
    return tell(d, &before, &after, key);
}

static const gp_planning *rounds_of(const gp_activity *activity)
{
    return activity->is_rounded ? activity->planning : NULL;
}

static gp_status tell_planning(const differ *d)
{
    gp_effect before = effect_on(d, GP_EFFECT_PLANNING), after = before;
    before.to.planning = rounds_of(old_of(d));
    after.to.planning = rounds_of(new_of(d));
    return tell(d, &before, &after, "planning");
}

static gp_day held_until(const gp_network *network, const gp_activity *a)
{
    return a->kept & GP_KEEP_NOT_READY_BEFORE ? gp_window_of(network, a)->not_ready_before
                                              : GP_NO_DAY;
}

static gp_status tell_cycle(const differ *d)
{
    const gp_intervention *old =
        (const gp_intervention *)d->whole->interventions.data + old_of(d)->item;
    const gp_intervention *new = &d->world->portfolio.interventions[new_of(d)->item];
    gp_effect before = effect_on(d, GP_EFFECT_CYCLE), after = before;
    before.to.cycle.step = old->cycle;
    before.to.cycle.from = gp_cycle_from(gp_whole_portfolio(d->whole), old);
    after.to.cycle.step = new->cycle;
    after.to.cycle.from = gp_cycle_from(&d->world->portfolio, new);
    GP_TRY(tell_day(d, GP_EFFECT_NEEDED, old->needed_by, new->needed_by, "needed_by"));
    return tell(d, &before, &after,
                before.to.cycle.from == after.to.cycle.from ? "cycle" : "start");
}

/* Facts are not decided about: with others it is another plan. */
static bool has_same_facts(const differ *d)
{
    const gp_activity *old = old_of(d), *new = new_of(d);
    if (old->actual != new->actual || old->progress != new->progress) return false;
    if (old->actual == GP_ACTUAL_NONE) return true;
    return old->release == new->release &&
           (old->actual != GP_ACTUAL_READY || old->fixed_ready == new->fixed_ready);
}

static gp_status tell_activity(const differ *d)
{
    const gp_activity *old = old_of(d), *new = new_of(d);
    if (!has_same_facts(d)) {
        bool is_ready = old->actual == GP_ACTUAL_READY || new->actual == GP_ACTUAL_READY;
        object(d, is_ready ? "ready" : old->progress != new->progress ? "progress" : "started");
        return GP_OK;
    }
    if (old->kind == GP_KIND_INTERVENTION) GP_TRY(tell_cycle(d));
    if (old->actual == GP_ACTUAL_READY || old->kind == GP_KIND_MISSING) return GP_OK;
    GP_TRY(tell_work(d));
    const gp_network whole = gp_whole_network(d->whole);
    GP_TRY(tell_day(d, GP_EFFECT_HELD, held_until(&whole, old_of(d)),
                    held_until(d->world->network, new), "not_ready_before"));
    if (old_of(d)->actual == GP_ACTUAL_STARTED) return GP_OK;
    GP_TRY(tell_planning(d));
    return tell_day(d, GP_EFFECT_RELEASE, old_of(d)->release, new->release,
                    new->kind == GP_KIND_INTERVENTION ? "start" : "not_before");
}

/* ---- what it requires ---- */

gp_status gp_effect_of_unit(gp_job *job, const gp_way *ways, uint32_t count, uint32_t unit,
                            gp_effect *out)
{
    gp_arc *arcs = GP_NEW(job, gp_arc, count);
    gp_duration *lags = GP_NEW(job, gp_duration, count);
    if (!arcs || !lags) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        arcs[i] = ways[i].arc;
        lags[i] = ways[i].lag;
    }
    *out = (gp_effect){.kind = GP_EFFECT_UNIT, .target = unit};
    out->to.unit.arcs = arcs;
    out->to.unit.lags = lags;
    out->to.unit.count = count;
    return GP_OK;
}

/* Of work that has begun its start is a fact, and what must be there before that holds nothing up:
 * there a requirement that is weaker elsewhere is not. */
static bool has_one_by(const gp_whole_unit *old, const gp_way *ways, const gp_world_unit *new)
{
    for (uint32_t i = 0; i < old->count; i++)
        if (ways[i].arc.by != ways[0].arc.by) return false;
    for (uint32_t i = 0; i < new->count; i++)
        if (new->ways[i].arc.by != ways[0].arc.by) return false;
    return true;
}

static bool is_known(const gp_world_unit *unit)
{
    for (uint32_t i = 0; i < unit->count; i++)
        if (unit->ways[i].arc.from == GP_NONE) return false;
    return true;
}

/* Can the new unit take the place of the old one? */
static bool is_as_weak(const differ *d, const gp_whole_unit *old, const gp_world_unit *new)
{
    const gp_network network = gp_whole_network(d->whole);
    const gp_way *ways = gp_whole_ways(d->whole, old);
    if (old->is_of_level != new->is_of_level || !is_known(new)) return false;
    if (old_of(d)->actual == GP_ACTUAL_STARTED && !has_one_by(old, ways, new)) return false;
    for (uint32_t k = 0; k < old->count; k++) {
        bool is_met = false;
        for (uint32_t i = 0; i < new->count && !is_met; i++)
            is_met = gp_is_arc_as_weak(&network, &new->ways[i].arc, new->ways[i].lag, &ways[k].arc,
                                       ways[k].lag);
        if (!is_met) return false;
    }
    return true;
}

/* The new units, as they take the place of old ones: what is as it was first. */
typedef struct matching {
    uint32_t *olds;   /* units of the whole */
    uint32_t *new_of; /* by those: the new one, or GP_NONE */
    uint32_t old_count;
    gp_world_units news;
} matching;

static gp_status open_matching(const differ *d, matching *m)
{
    const gp_whole_arrival *arrival = gp_whole_arrival_at(d->whole, d->number);
    for (uint32_t u = arrival->first_unit; u != GP_NONE; u = gp_whole_unit_at(d->whole, u)->next)
        m->old_count += gp_whole_unit_at(d->whole, u)->twin_of == GP_NONE;
    m->olds = GP_NEW(d->scratch, uint32_t, m->old_count);
    m->new_of = GP_NEW(d->scratch, uint32_t, m->old_count);
    if (!m->olds || !m->new_of) return gp_no_memory(d->scratch);
    uint32_t at = 0;
    for (uint32_t u = arrival->first_unit; u != GP_NONE; u = gp_whole_unit_at(d->whole, u)->next) {
        if (gp_whole_unit_at(d->whole, u)->twin_of != GP_NONE) continue;
        m->new_of[at] = GP_NONE;
        m->olds[at++] = u;
    }
    return gp_read_world_units(d->scratch, d->world, d->activity, &m->news);
}

static bool is_same_as(const differ *d, uint32_t old, const gp_world_unit *new)
{
    const gp_whole_unit *unit = gp_whole_unit_at(d->whole, old);
    return unit->is_of_level == new->is_of_level &&gp_is_same_unit(gp_whole_ways(d->whole, unit),
                                                                   unit->count, new->ways,
                                                                   new->count);
}

/* Both are in the order of the file, but for what was put in or taken out: what is the same is
 * mostly the next. */
static void match_same(const differ *d, matching *m)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < m->old_count; i++)
        for (uint32_t tried = 0; tried < m->news.count; tried++) {
            uint32_t k = (next + tried) % m->news.count;
            gp_world_unit *new = &m->news.units[k];
            if (new->is_matched || !is_same_as(d, m->olds[i], new)) continue;
            new->is_matched = true;
            m->new_of[i] = k;
            next = k + 1;
            break;
        }
}

/* How many alternatives are of records that the old one has as well. */
static uint32_t count_shared(const differ *d, const gp_whole_unit *old, const gp_world_unit *new)
{
    const gp_way *ways = gp_whole_ways(d->whole, old);
    uint32_t count = 0;
    for (uint32_t i = 0; i < old->count; i++)
        for (uint32_t k = 0; k < new->count; k++)
            count += gp_whole_activity(d->whole, ways[i].arc.from)->symbol ==
                     gp_whole_activity(d->whole, new->ways[k].arc.from)->symbol;
    return count;
}

/* Gives each new unit that is left the old one that it is most like; false: it has none. */
static bool match_weaker(const differ *d, matching *m)
{
    for (uint32_t k = 0; k < m->news.count; k++) {
        gp_world_unit *new = &m->news.units[k];
        uint32_t best = GP_NONE, most = 0;
        if (new->is_matched) continue;
        for (uint32_t i = 0; i < m->old_count; i++) {
            const gp_whole_unit *old = gp_whole_unit_at(d->whole, m->olds[i]);
            if (m->new_of[i] != GP_NONE || !is_as_weak(d, old, new)) continue;
            uint32_t shared = count_shared(d, old, new);
            if (best != GP_NONE && shared <= most) continue;
            best = i;
            most = shared;
        }
        if (best == GP_NONE) return false;
        m->new_of[best] = k;
        new->is_matched = true;
    }
    return true;
}

static gp_status tell_unit(const differ *d, uint32_t number, const gp_world_unit *new)
{
    gp_effect before, after;
    const gp_whole_unit *old = gp_whole_unit_at(d->whole, number);
    if (new &&is_same_as(d, number, new)) return GP_OK;
    GP_TRY(
        gp_effect_of_unit(d->scratch, gp_whole_ways(d->whole, old), old->count, number, &before));
    GP_TRY(gp_effect_of_unit(d->scratch, new ? new->ways : NULL, new ? new->count : 0, number,
                             &after));
    return tell(d, &before, &after, "requires");
}

static gp_status tell_units(const differ *d)
{
    matching m = {.old_count = 0};
    if (old_of(d)->actual == GP_ACTUAL_READY) return GP_OK;
    GP_TRY(open_matching(d, &m));
    match_same(d, &m);
    bool has_room = match_weaker(d, &m);
    if (!has_room || m.news.level_before != gp_whole_arrival_at(d->whole, d->number)->level_before)
        object(d, "requires");
    for (uint32_t i = 0; i < m.old_count && has_room; i++)
        GP_TRY(tell_unit(d, m.olds[i], m.new_of[i] == GP_NONE ? NULL : &m.news.units[m.new_of[i]]));
    return GP_OK;
}

/* ---- levels that are there ---- */

static bool has_begun(const gp_capability *capability)
{
    return capability->progress || capability->started != GP_NO_DAY;
}

static gp_status tell_raised(differ *d, uint32_t index)
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
        object(d, "level");
        return GP_OK;
    }
    for (uint8_t level = 1; level <= d->world->raised[index]; level++) {
        if (record->steps[level] == GP_NONE) continue;
        const gp_difference there = {{.kind = GP_EFFECT_THERE, .target = record->steps[level]},
                                     false};
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

static void compare_settings(const differ *d)
{
    const gp_portfolio *old = gp_whole_portfolio(d->whole), *new = &d->world->portfolio;
    if (old->status_date != new->status_date)
        gp_object(&d->out->objection, "portfolio", "status_date");
    if (!is_same_calendar(&old->calendar, &new->calendar))
        gp_object(&d->out->objection, "portfolio", "calendar");
    d->out->is_wide = old->is_chain_start != new->is_chain_start ||
                      !is_same_planning(&old->planning, &new->planning) ||
                      !is_same_duration(old->cycle, new->cycle);
    d->out->chains = new->is_chain_start;
}

/* What stands in the portfolio, and not in the world. */
static gp_status find_removed(differ *d, const bool *is_there)
{
    const gp_portfolio *portfolio = gp_whole_portfolio(d->whole);
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        const gp_whole_record *record = gp_whole_record_at(d->whole, i);
        if (is_there[i] || record->kind == GP_ITEM_MISSING || record->kind == GP_ITEM_ELSEWHERE)
            continue;
        d->id = record->id;
        if (record->kind == GP_ITEM_INTERVENTION) object(d, "id");
        if (!gp_push(d->job, &d->out->removed, &i, 1)) return gp_no_memory(d->job);
    }
    return GP_OK;
}

static gp_status compare_records(differ *d)
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

static bool is_there_now(const differ *d)
{
    const gp_activity *a = new_of(d);
    return a->kind == GP_KIND_CAPABILITY && a->level <= d->world->raised[a->item];
}

static gp_status compare_activities(differ *d)
{
    const gp_network *network = d->world->network;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        d->activity = i;
        d->number = d->world->number_of[i];
        d->id = gp_activity_id(network, i);
        if (d->number == GP_NONE) {
            bool is_known = d->world->record_of[network->activities[i].symbol] != GP_NONE;
            if (is_known) object(d, "ready");
            continue;
        }
        if (!is_there_now(d)) GP_TRY(tell_activity(d));
        GP_TRY(tell_units(d));
    }
    return GP_OK;
}

gp_status gp_find_differences(gp_job *job, gp_whole *whole, const gp_world *world,
                              gp_differences *out)
{
    differ d = {.job = job, .scratch = world->job, .whole = whole, .world = world, .out = out};
    *out = (gp_differences){.all = {.size = sizeof(gp_difference)},
                            .removed = {.size = sizeof(uint32_t)},
                            .objection = world->objection};
    compare_settings(&d);
    GP_TRY(compare_records(&d));
    GP_TRY(compare_activities(&d));
    if (out->all.count) qsort(out->all.data, out->all.count, sizeof(gp_difference), by_target);
    return GP_OK;
}
