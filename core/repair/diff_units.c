/* SPDX-License-Identifier: MIT
 * What an activity of a world requires, beside what it did. A unit of requirements has no name of
 * its own: what is the same is matched first, and of what is left each new one takes the place of
 * the old one that it is most like, if it is as weak as that. What is left of the old ones is
 * required no more; a new one that is left makes the measure one that can make a date later. */
#include "core/repair/differ.h"
#include "core/repair/effect.h"
#include "core/repair/strength.h"

gp_status gp_tell_effect(const gp_differ *d, const gp_effect *before, const gp_effect *after,
                         const char *key)
{
    if (gp_is_same_effect(d->whole, before, after)) return GP_OK;
    const gp_network network = gp_whole_network(d->whole);
    gp_strength strength = gp_compare_effects(&network, after, before);
    gp_difference difference = {*after, strength == GP_AS_STRONG, false};
    if (strength == GP_WEAKER || strength == GP_INCOMPARABLE) {
        gp_object_here(d, key);
        return GP_OK;
    }
    GP_TRY(gp_keep_effect(d->job, after, &difference.effect));
    return gp_push(d->job, &d->out->all, &difference, 1) ? GP_OK : gp_no_memory(d->job);
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
static bool is_as_weak(const gp_differ *d, const gp_whole_unit *old, const gp_world_unit *new)
{
    const gp_network network = gp_whole_network(d->whole);
    const gp_way *ways = gp_whole_ways(d->whole, old);
    if (old->is_of_level != new->is_of_level || !is_known(new)) return false;
    if (gp_old_of(d)->actual == GP_ACTUAL_STARTED && !has_one_by(old, ways, new)) return false;
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

static gp_status open_matching(const gp_differ *d, matching *m)
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

static bool is_same_as(const gp_differ *d, uint32_t old, const gp_world_unit *new)
{
    const gp_whole_unit *unit = gp_whole_unit_at(d->whole, old);
    return unit->is_of_level == new->is_of_level &&gp_is_same_unit(gp_whole_ways(d->whole, unit),
                                                                   unit->count, new->ways,
                                                                   new->count);
}

/* Both are in the order of the file, but for what was put in or taken out: what is the same is
 * mostly the next. */
static void match_same(const gp_differ *d, matching *m)
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
static uint32_t count_shared(const gp_differ *d, const gp_whole_unit *old, const gp_world_unit *new)
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
static bool match_weaker(const gp_differ *d, matching *m)
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

static gp_status tell_unit(const gp_differ *d, uint32_t number, const gp_world_unit *new)
{
    gp_effect before, after;
    const gp_whole_unit *old = gp_whole_unit_at(d->whole, number);
    if (new &&is_same_as(d, number, new)) return GP_OK;
    GP_TRY(
        gp_effect_of_unit(d->scratch, gp_whole_ways(d->whole, old), old->count, number, &before));
    GP_TRY(gp_effect_of_unit(d->scratch, new ? new->ways : NULL, new ? new->count : 0, number,
                             &after));
    return gp_tell_effect(d, &before, &after, "requires");
}

gp_status gp_tell_units(const gp_differ *d)
{
    matching m = {.old_count = 0};
    if (gp_old_of(d)->actual == GP_ACTUAL_READY) return GP_OK;
    GP_TRY(open_matching(d, &m));
    match_same(d, &m);
    bool has_room = match_weaker(d, &m);
    if (!has_room || m.news.level_before != gp_whole_arrival_at(d->whole, d->number)->level_before)
        gp_object_here(d, "requires");
    for (uint32_t i = 0; i < m.old_count && has_room; i++)
        GP_TRY(tell_unit(d, m.olds[i], m.new_of[i] == GP_NONE ? NULL : &m.news.units[m.new_of[i]]));
    return GP_OK;
}
