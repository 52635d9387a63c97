/* SPDX-License-Identifier: MIT
 * Steps that come to stand where others stood.
 *
 * Where steps that wait for another do not wait for a round, one that waits for nothing any more
 * does. A day before which a capability may not be ready holds its last step: where nobody asks for
 * that any more, an earlier one. */
#include "core/repair/guard_parts.h"

/* ---- steps that would wait for a round ---- */

static bool has_chains(const gp_guard *g)
{
    bool chains = gp_whole_portfolio(g->whole)->is_chain_start;
    for (uint32_t i = 0; i < g->owns->count; i++)
        chains |= g->owns->all[i]->found && g->owns->all[i]->found->chains;
    return chains;
}

/* Marks in is_sensitive the units that may come to nothing. */
static void see_emptied(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind != GP_EFFECT_UNIT) return;
    g->is_sensitive[effect->target] |= effect->to.unit.count == 0;
    for (uint32_t i = 0; i < effect->to.unit.count; i++)
        g->is_sensitive[effect->target] |= g->can_be_there[effect->to.unit.arcs[i].from];
}

static bool can_be_empty(const gp_guard *g, uint32_t number)
{
    const gp_whole_unit *unit = gp_whole_unit_at(g->whole, number);
    bool can_be = g->is_sensitive[unit->twin_of == GP_NONE ? number : unit->twin_of];
    for (uint32_t i = 0; i < unit->count; i++)
        can_be |= g->can_be_there[gp_whole_ways(g->whole, unit)[i].arc.from];
    return can_be;
}

/* Marks steps with rounds that may come to wait for nothing, and wait for something now. */
static void mark_chained(const gp_guard *g)
{
    gp_clear_marks(g);
    for (uint32_t i = 0; i < g->network.activity_count; i++) {
        const gp_activity *a = gp_whole_activity(g->whole, i);
        const gp_whole_arrival *arrival = gp_whole_arrival_at(g->whole, i);
        uint32_t before = arrival->level_before;
        bool waits = before != GP_NONE || arrival->first_unit != GP_NONE;
        bool always_waits = before != GP_NONE && !g->can_be_there[before];
        for (uint32_t u = arrival->first_unit; u != GP_NONE;
             u = gp_whole_unit_at(g->whole, u)->next)
            always_waits |= !can_be_empty(g, u);
        g->is_marked[i] =
            a->kind == GP_KIND_CAPABILITY && gp_has_rounds(a->planning) && waits && !always_waits;
    }
}

/* By activity: a marked step that it leads to. */
static void find_leads(const gp_guard *g)
{
    for (uint32_t i = 0; i < g->network.activity_count; i++) g->leads_to[i] = GP_NONE;
    for (uint32_t i = 0; i < g->network.arc_count; i++) {
        const gp_arc *arc = &g->network.arcs[i];
        if (g->is_marked[arc->to] && !g->can_be_there[arc->to]) g->leads_to[arc->from] = arc->to;
    }
}

/* Does it take something away that a marked step waits for? */
static void see_chained(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_UNIT) {
        const gp_whole_unit *unit = gp_whole_unit_at(g->whole, effect->target);
        uint32_t record = gp_whole_activity(g->whole, unit->to)->symbol;
        if (!g->is_sensitive[effect->target]) return;
        for (int level = 0; level <= GP_LEVEL_MAX; level++) {
            uint32_t step = gp_whole_record_at(g->whole, record)->steps[level];
            if (step != GP_NONE && g->is_marked[step])
                gp_put_out(g, candidate, step, gp_guard_key(effect));
        }
    }
    if (effect->kind != GP_EFFECT_THERE) return;
    uint32_t step = g->leads_to[effect->target];
    if (step != GP_NONE) gp_put_out(g, candidate, step, gp_guard_key(effect));
}

void gp_guard_chains(const gp_guard *g)
{
    if (!has_chains(g)) return;
    if (g->whole->units.count)
        memset(g->is_sensitive, 0, g->whole->units.count * sizeof *g->is_sensitive);
    gp_see_effects(g, see_emptied);
    mark_chained(g);
    find_leads(g);
    gp_see_effects(g, see_chained);
}

/* ---- last steps that are held back ---- */

static bool is_held(const gp_capability *capability)
{
    return capability->window && capability->window->not_ready_before != GP_NO_DAY &&
           capability->ready == GP_NO_DAY;
}

/* Marks what rests on steps of capabilities that have several and may not be ready before a day. */
static bool mark_held(const gp_guard *g)
{
    const gp_network *network = g->whole->schedule->network;
    bool has_any = false;
    gp_clear_marks(g);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        if (a->kind != GP_KIND_CAPABILITY || network->capability_steps[a->item] < 2) continue;
        g->is_marked[i] = is_held(&network->portfolio->capabilities[a->item]);
        has_any |= g->is_marked[i];
    }
    gp_carry_forward(g);
    return has_any;
}

/* Does the unit ask for something marked? */
static bool asks_marked(const gp_guard *g, const gp_whole_unit *unit)
{
    const gp_way *ways = gp_whole_ways(g->whole, unit);
    for (uint32_t i = 0; i < unit->count; i++)
        if (g->is_marked[ways[i].arc.from]) return true;
    return false;
}

/* Marks in is_unknown what stands beside something marked as an alternative: where it is there, the
 * whole of them is met, and asks for nothing. */
static void see_beside(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind != GP_EFFECT_UNIT ||
        !asks_marked(g, gp_whole_unit_at(g->whole, effect->target)))
        return;
    for (uint32_t i = 0; i < effect->to.unit.count; i++)
        g->is_unknown[effect->to.unit.arcs[i].from] = true;
}

static void mark_beside(const gp_guard *g)
{
    if (g->network.activity_count)
        memset(g->is_unknown, 0, g->network.activity_count * sizeof *g->is_unknown);
    for (uint32_t u = 0; u < g->whole->units.count; u++) {
        const gp_whole_unit *unit = gp_whole_unit_at(g->whole, u);
        const gp_way *ways = gp_whole_ways(g->whole, unit);
        if (!asks_marked(g, unit)) continue;
        for (uint32_t i = 0; i < unit->count; i++) g->is_unknown[ways[i].arc.from] = true;
    }
    gp_see_effects(g, see_beside);
}

/* Is a marked activity asked for no more? */
static void see_demand(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_THERE &&
        (g->is_marked[effect->target] || g->is_unknown[effect->target])) {
        gp_put_out(g, candidate, effect->target, gp_guard_key(effect));
        return;
    }
    if (effect->kind != GP_EFFECT_UNIT) return;
    const gp_whole_unit *unit = gp_whole_unit_at(g->whole, effect->target);
    for (uint32_t i = 0; i < unit->count; i++) {
        uint32_t from = gp_whole_ways(g->whole, unit)[i].arc.from;
        bool is_asked = !g->is_marked[from];
        for (uint32_t k = 0; k < effect->to.unit.count; k++)
            is_asked |= effect->to.unit.arcs[k].from == from;
        if (!is_asked) gp_put_out(g, candidate, from, "not_ready_before");
    }
}

/* A capability that is held back and that measures together ask more of: whoever changes what is
 * required could be the one. */
static void see_rising(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_UNIT && candidate->own)
        gp_put_out(g, candidate, gp_guard_target(g, effect), "not_ready_before");
}

static bool rises_held(const gp_guard *g)
{
    const gp_network *network = g->whole->schedule->network;
    for (uint32_t i = 0; i < network->portfolio->capability_count; i++)
        if (is_held(&network->portfolio->capabilities[i]) &&
            g->whole->floors[i] > network->needed_level[i])
            return true;
    return false;
}

void gp_guard_held(const gp_guard *g)
{
    if (mark_held(g)) {
        mark_beside(g);
        gp_see_effects(g, see_demand);
    }
    if (rises_held(g)) gp_see_effects(g, see_rising);
}
