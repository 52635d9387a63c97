/* SPDX-License-Identifier: MIT
 * What the guard's parts share. */
#include "core/repair/guard_parts.h"

/* ---- who is put out ---- */

void gp_put_out(const gp_guard *g, gp_whole_candidate *candidate, uint32_t activity,
                const char *key)
{
    uint32_t symbol = gp_whole_activity(g->whole, activity)->symbol;
    candidate->is_out = true;
    if (candidate->own)
        gp_object(&candidate->own->objection, gp_whole_record_at(g->whole, symbol)->id, key);
}

void gp_see_effects(const gp_guard *g, gp_see_effect *see)
{
    for (uint32_t c = 0; c < g->whole->candidates.count; c++) {
        gp_whole_candidate *candidate = gp_whole_candidate_at(g->whole, c);
        for (uint32_t e = 0; e < candidate->count && !candidate->is_out; e++)
            see(g, candidate, &candidate->effects[e]);
    }
}

uint32_t gp_guard_target(const gp_guard *g, const gp_effect *effect)
{
    return gp_whole_target(g->whole, effect);
}

const char *gp_guard_key(const gp_effect *effect)
{
    static const char *const keys[] = {
        [GP_EFFECT_WORK] = "lead_time",     [GP_EFFECT_PLANNING] = "planning",
        [GP_EFFECT_RELEASE] = "not_before", [GP_EFFECT_HELD] = "not_ready_before",
        [GP_EFFECT_THERE] = "level",        [GP_EFFECT_UNIT] = "requires",
        [GP_EFFECT_CYCLE] = "cycle",        [GP_EFFECT_NEEDED] = "needed_by"};
    return keys[effect->kind];
}

/* ---- along the arcs ---- */

/* Marks what marked activities lead to. */
void gp_carry_forward(const gp_guard *g)
{
    for (uint32_t i = 0; i < g->network.activity_count; i++) {
        uint32_t to = g->network.order[i];
        for (uint32_t a = g->network.arc_first[to]; a < g->network.arc_first[to + 1]; a++)
            g->is_marked[to] |= g->is_marked[g->network.arcs[a].from];
    }
}

/* Marks what leads to marked activities. */
void gp_carry_back(const gp_network *network, bool *is_marked)
{
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++)
            is_marked[network->arcs[a].from] |= is_marked[to];
    }
}

void gp_clear_marks(const gp_guard *g)
{
    if (g->network.activity_count)
        memset(g->is_marked, 0, g->network.activity_count * sizeof *g->is_marked);
}
