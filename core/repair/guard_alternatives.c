/* SPDX-License-Identifier: MIT
 * Of alternatives those whose date is known go first, whatever the date: what makes another one's
 * date known, or unknown, may make a later one the chosen one. And where alternatives hold up
 * different things (the start, the ready date) the sooner one may be the firmer. What is the same
 * whatever is taken, known or not, is no danger. */
#include "core/repair/guard_parts.h"

static bool ends(const gp_planning *planning)
{
    return planning && planning->date_count && planning->round.unit == GP_DURATION_NONE;
}

static void see_ending(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind == GP_EFFECT_PLANNING && ends(effect->to.planning))
        g->can_be_unknown[effect->target] = true;
}

/* Is the unit the same whatever is taken, and one that has to be met? */
static bool is_plain(const gp_guard *g, const gp_whole_unit *unit)
{
    const gp_whole_unit *first =
        unit->twin_of == GP_NONE ? unit : gp_whole_unit_at(g->whole, unit->twin_of);
    return unit->count == 1 && !first->is_changed &&
           !g->can_be_there[gp_whole_ways(g->whole, unit)->arc.from];
}

static void find_unknown(const gp_guard *g)
{
    for (uint32_t i = 0; i < g->network.activity_count; i++) {
        uint32_t at = g->network.order[i];
        const gp_activity *a = gp_whole_activity(g->whole, at);
        const gp_whole_arrival *arrival = gp_whole_arrival_at(g->whole, at);
        uint32_t before = arrival->level_before;
        bool waits = a->actual == GP_ACTUAL_NONE;
        bool is_unknown = a->is_unknown || (waits && before != GP_NONE && g->is_unknown[before] &&
                                            !g->can_be_there[before]);
        for (uint32_t u = arrival->first_unit; u != GP_NONE && waits;
             u = gp_whole_unit_at(g->whole, u)->next) {
            const gp_whole_unit *unit = gp_whole_unit_at(g->whole, u);
            is_unknown |=
                is_plain(g, unit) && g->is_unknown[gp_whole_ways(g->whole, unit)->arc.from];
        }
        g->is_unknown[at] = is_unknown && !g->can_be_there[at];
        g->can_be_unknown[at] |= is_unknown || (a->is_rounded && ends(a->planning));
        for (uint32_t k = g->network.arc_first[at]; k < g->network.arc_first[at + 1]; k++)
            g->can_be_unknown[at] |= g->can_be_unknown[g->network.arcs[k].from];
    }
}

/* Is the date of one of them known as it is? Measures leave it so: then another one that becomes
 * known is only chosen where it is the sooner one. */
static bool is_any_known(const gp_guard *g, const gp_arc *arcs, uint32_t count)
{
    const gp_schedule *schedule = g->whole->schedule;
    for (uint32_t i = 0; i < count; i++)
        if (arcs[i].from < schedule->network->activity_count &&
            !schedule->dates[arcs[i].from].not_before)
            return true;
    return false;
}

/* Alternatives of which another may come to be chosen that is not the sooner one. */
static bool are_sensitive(const gp_guard *g, const gp_arc *arcs, uint32_t count)
{
    bool is_known = is_any_known(g, arcs, count);
    for (uint32_t i = 0; i < count && count > 1; i++) {
        bool is_open = !is_known && g->can_be_unknown[arcs[i].from] && !g->is_unknown[arcs[i].from];
        if (is_open || arcs[i].by != arcs[0].by) return true;
    }
    return false;
}

static void be_sensitive(const gp_guard *g, uint32_t unit, const gp_arc *arcs, uint32_t count)
{
    g->is_sensitive[unit] = true;
    for (uint32_t i = 0; i < count; i++) g->is_marked[arcs[i].from] = true;
}

static gp_status mark_alternatives(const gp_guard *g)
{
    for (uint32_t u = 0; u < g->whole->units.count; u++) {
        const gp_whole_unit *unit = gp_whole_unit_at(g->whole, u);
        const gp_way *ways = gp_whole_ways(g->whole, unit);
        gp_arc *arcs = GP_NEW(g->job, gp_arc, unit->count);
        if (!arcs) return GP_NO_MEMORY;
        for (uint32_t i = 0; i < unit->count; i++) arcs[i] = ways[i].arc;
        if (are_sensitive(g, arcs, unit->count)) be_sensitive(g, u, arcs, unit->count);
    }
    return GP_OK;
}

static void see_alternatives(const gp_guard *g, gp_whole_candidate *candidate,
                             const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind == GP_EFFECT_UNIT &&
        are_sensitive(g, effect->to.unit.arcs, effect->to.unit.count))
        be_sensitive(g, effect->target, effect->to.unit.arcs, effect->to.unit.count);
}

/* Is nothing known of what there is to choose from, and something of what there would be? */
static bool becomes_known(const gp_guard *g, const gp_effect *effect)
{
    const gp_whole_unit *unit = gp_whole_unit_at(g->whole, effect->target);
    bool is_known = false, was_known = false;
    for (uint32_t i = 0; i < unit->count; i++)
        was_known |= !g->is_unknown[gp_whole_ways(g->whole, unit)[i].arc.from];
    for (uint32_t i = 0; i < effect->to.unit.count; i++)
        is_known |= !g->is_unknown[effect->to.unit.arcs[i].from];
    return effect->to.unit.count > 1 && is_known && !was_known;
}

static void see_sensitive(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    bool is_unit = effect->kind == GP_EFFECT_UNIT;
    bool is_touched = g->is_marked[gp_guard_target(g, effect)] && effect->kind != GP_EFFECT_NEEDED;
    if (is_touched || (is_unit && (g->is_sensitive[effect->target] || becomes_known(g, effect))))
        gp_put_out(g, candidate, gp_guard_target(g, effect), gp_guard_key(effect));
}

gp_status gp_guard_alternatives(const gp_guard *g)
{
    gp_see_effects(g, see_ending);
    find_unknown(g);
    gp_clear_marks(g);
    GP_TRY(mark_alternatives(g));
    gp_see_effects(g, see_alternatives);
    gp_carry_back(&g->network, g->is_marked);
    gp_see_effects(g, see_sensitive);
    return GP_OK;
}
