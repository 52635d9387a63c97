/* SPDX-License-Identifier: MIT
 * Effects that are stronger each, and yet can make a date later.
 *
 *   - Work that is held back by a ready date starts later when it takes less time. That is no harm
 *     unless it then misses a round, or something waits for its start.
 *   - Of alternatives those whose date is known go first, whatever the date: what makes another
 *     one's date known, or unknown, may make a later one the chosen one. And where alternatives
 *     hold up different things (the start, the ready date) the sooner one may be the firmer.
 *   - Where steps that wait for another do not wait for a round, one that waits for nothing any
 *     more does.
 *   - A day before which a capability may not be ready holds its last step: where nobody asks for
 *     that any more, an earlier one.
 *
 * Each is looked for over all that measures may do together; what may be in the way is put out. */
#include "core/repair/guard_parts.h"

/* ---- work that is held back ---- */

/* Marks what has work that may be held back by a ready date, and where its start counts. */
static void mark_held_work(const gp_guard *g)
{
    gp_clear_marks(g);
    for (uint32_t i = 0; i < g->network.arc_count; i++)
        if (g->network.arcs[i].is_from_start) g->is_marked[g->network.arcs[i].from] = true;
    for (uint32_t i = 0; i < g->network.activity_count; i++) {
        const gp_activity *a = gp_whole_activity(g->whole, i);
        bool is_held = a->kept & GP_KEEP_NOT_READY_BEFORE;
        for (uint32_t k = g->network.arc_first[i]; k < g->network.arc_first[i + 1]; k++)
            is_held |= g->network.arcs[k].by == GP_BY_READY;
        g->is_marked[i] =
            (g->is_marked[i] || a->is_rounded) && is_held && a->actual == GP_ACTUAL_NONE;
    }
}

static void see_work(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_WORK && g->is_marked[effect->target])
        gp_put_out(g, candidate, effect->target, gp_guard_key(effect));
}

/* ---- circles ---- */

static bool brings_arcs(const gp_whole_candidate *candidate)
{
    for (uint32_t e = 0; e < candidate->count; e++)
        if (candidate->effects[e].kind == GP_EFFECT_UNIT && candidate->effects[e].to.unit.count)
            return candidate->own != NULL;
    return false;
}

/* Measures that make a circle together are put out, from the first one on that closes one. */
static gp_status break_circles(gp_guard *g)
{
    bool has_order;
    GP_TRY(gp_order_whole(g->job, g->whole, &g->network, &has_order));
    if (has_order) return GP_OK;
    uint32_t count = (uint32_t)g->whole->candidates.count;
    bool *is_tried = GP_NEW(g->job, bool, count);
    if (!is_tried) return GP_NO_MEMORY;
    for (uint32_t c = 0; c < count; c++) {
        gp_whole_candidate *candidate = gp_whole_candidate_at(g->whole, c);
        is_tried[c] = !candidate->is_out && brings_arcs(candidate);
        candidate->is_out |= is_tried[c];
    }
    for (uint32_t c = 0; c < count; c++) {
        gp_whole_candidate *candidate = gp_whole_candidate_at(g->whole, c);
        if (!is_tried[c]) continue;
        candidate->is_out = false;
        GP_TRY(gp_order_whole(g->job, g->whole, &g->network, &has_order));
        if (!has_order) {
            candidate->is_out = true;
            gp_object(&candidate->own->objection, "portfolio", "requires");
        }
    }
    return gp_order_whole(g->job, g->whole, &g->network, &has_order);
}

/* ---- all of them ---- */

static gp_status open_guard(gp_guard *g)
{
    uint32_t count = (uint32_t)g->whole->activities.count;
    g->can_be_there = GP_NEW(g->job, bool, count);
    g->is_marked = GP_NEW(g->job, bool, count);
    g->is_sensitive = GP_NEW(g->job, bool, g->whole->units.count);
    g->is_unknown = GP_NEW(g->job, bool, count);
    g->can_be_unknown = GP_NEW(g->job, bool, count);
    g->leads_to = GP_NEW(g->job, uint32_t, count);
    bool is_whole = g->can_be_there && g->is_marked && g->is_sensitive && g->is_unknown &&
                    g->can_be_unknown && g->leads_to;
    return is_whole ? GP_OK : GP_NO_MEMORY;
}

static void see_there(const gp_guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind == GP_EFFECT_THERE) g->can_be_there[effect->target] = true;
    if (effect->kind == GP_EFFECT_UNIT)
        gp_whole_unit_at(g->whole, effect->target)->is_changed = true;
}

static gp_status guard_all(gp_guard *g)
{
    GP_TRY(open_guard(g));
    GP_TRY(break_circles(g));
    gp_see_effects(g, see_there);
    mark_held_work(g);
    gp_see_effects(g, see_work);
    GP_TRY(gp_guard_alternatives(g));
    gp_guard_chains(g);
    gp_guard_held(g);
    return GP_OK;
}

gp_status gp_guard_whole(gp_whole *whole, const gp_owns *owns)
{
    gp_guard g = {.whole = whole, .owns = owns, .job = gp_job_new()};
    gp_status status = g.job ? guard_all(&g) : GP_NO_MEMORY;
    gp_job_free(g.job);
    return status == GP_OK ? GP_OK : gp_no_memory(whole->job);
}

gp_status gp_mark_asked(gp_job *job, const gp_whole *whole, const bool **out)
{
    gp_network network;
    bool has_order;
    bool *is_asked = GP_NEW(job, bool, whole->activities.count);
    if (!is_asked) return gp_no_memory(job);
    GP_TRY(gp_order_whole(job, whole, &network, &has_order));
    for (uint32_t i = 0; i < whole->schedule->network->activity_count; i++)
        is_asked[i] = gp_whole_activity(whole, i)->kind == GP_KIND_INTERVENTION;
    if (has_order) gp_carry_back(&network, is_asked);
    *out = is_asked;
    return GP_OK;
}
