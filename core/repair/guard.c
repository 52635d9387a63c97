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
#include "core/repair/guard.h"

typedef struct guard {
    gp_whole *whole;
    const gp_owns *owns;
    gp_job *job;                       /* scratch */
    gp_network network;                /* all arcs that there may be, in an order */
    bool *can_be_there;                /* by activity: some measure says that its level is */
    bool *is_marked;                   /* by activity: what is being looked for */
    bool *is_sensitive;                /* by unit: its alternatives may not be touched */
    bool *is_unknown, *can_be_unknown; /* by activity: whatever is taken; with something taken */
} guard;

/* ---- who is put out ---- */

static void put_out(const guard *g, gp_whole_candidate *candidate, uint32_t activity,
                    const char *key)
{
    uint32_t symbol = gp_whole_activity(g->whole, activity)->symbol;
    candidate->is_out = true;
    if (candidate->own)
        gp_object(&candidate->own->objection, gp_whole_record_at(g->whole, symbol)->id, key);
}

/* Each effect of those that are not out. */
typedef void see_effect(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect);

static void see_effects(const guard *g, see_effect *see)
{
    for (uint32_t c = 0; c < g->whole->candidates.count; c++) {
        gp_whole_candidate *candidate = gp_whole_candidate_at(g->whole, c);
        for (uint32_t e = 0; e < candidate->count && !candidate->is_out; e++)
            see(g, candidate, &candidate->effects[e]);
    }
}

static uint32_t target_of(const guard *g, const gp_effect *effect)
{
    return gp_whole_target(g->whole, effect);
}

static const char *key_of(const gp_effect *effect)
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
static void carry_forward(const guard *g)
{
    for (uint32_t i = 0; i < g->network.activity_count; i++) {
        uint32_t to = g->network.order[i];
        for (uint32_t a = g->network.arc_first[to]; a < g->network.arc_first[to + 1]; a++)
            g->is_marked[to] |= g->is_marked[g->network.arcs[a].from];
    }
}

/* Marks what leads to marked activities. */
static void carry_back(const gp_network *network, bool *is_marked)
{
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++)
            is_marked[network->arcs[a].from] |= is_marked[to];
    }
}

static void clear_marks(const guard *g)
{
    if (g->network.activity_count)
        memset(g->is_marked, 0, g->network.activity_count * sizeof *g->is_marked);
}

/* ---- work that is held back ---- */

/* Marks what has work that may be held back by a ready date, and where its start counts. */
static void mark_held_work(const guard *g)
{
    clear_marks(g);
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

static void see_work(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_WORK && g->is_marked[effect->target])
        put_out(g, candidate, effect->target, key_of(effect));
}

/* ---- alternatives ---- */

static bool ends(const gp_planning *planning)
{
    return planning && planning->date_count && planning->round.unit == GP_DURATION_NONE;
}

static void see_ending(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind == GP_EFFECT_PLANNING && ends(effect->to.planning))
        g->can_be_unknown[effect->target] = true;
}

/* Is the unit the same whatever is taken, and one that has to be met? */
static bool is_plain(const guard *g, const gp_whole_unit *unit)
{
    return unit->count == 1 && !unit->is_changed &&
           !g->can_be_there[gp_whole_ways(g->whole, unit)->arc.from];
}

static void find_unknown(const guard *g)
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
static bool is_any_known(const guard *g, const gp_arc *arcs, uint32_t count)
{
    const gp_schedule *schedule = g->whole->schedule;
    for (uint32_t i = 0; i < count; i++)
        if (arcs[i].from < schedule->network->activity_count &&
            !schedule->dates[arcs[i].from].not_before)
            return true;
    return false;
}

/* Alternatives of which another may come to be chosen that is not the sooner one. */
static bool are_sensitive(const guard *g, const gp_arc *arcs, uint32_t count)
{
    bool is_known = is_any_known(g, arcs, count);
    for (uint32_t i = 0; i < count && count > 1; i++) {
        bool is_open = !is_known && g->can_be_unknown[arcs[i].from] && !g->is_unknown[arcs[i].from];
        if (is_open || arcs[i].by != arcs[0].by) return true;
    }
    return false;
}

static void be_sensitive(const guard *g, uint32_t unit, const gp_arc *arcs, uint32_t count)
{
    g->is_sensitive[unit] = true;
    for (uint32_t i = 0; i < count; i++) g->is_marked[arcs[i].from] = true;
}

static gp_status mark_alternatives(const guard *g)
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

static void see_alternatives(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind == GP_EFFECT_UNIT &&
        are_sensitive(g, effect->to.unit.arcs, effect->to.unit.count))
        be_sensitive(g, effect->target, effect->to.unit.arcs, effect->to.unit.count);
}

/* Is nothing known of what there is to choose from, and something of what there would be? */
static bool becomes_known(const guard *g, const gp_effect *effect)
{
    const gp_whole_unit *unit = gp_whole_unit_at(g->whole, effect->target);
    bool is_known = false, was_known = false;
    for (uint32_t i = 0; i < unit->count; i++)
        was_known |= !g->is_unknown[gp_whole_ways(g->whole, unit)[i].arc.from];
    for (uint32_t i = 0; i < effect->to.unit.count; i++)
        is_known |= !g->is_unknown[effect->to.unit.arcs[i].from];
    return effect->to.unit.count > 1 && is_known && !was_known;
}

static void see_sensitive(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    bool is_unit = effect->kind == GP_EFFECT_UNIT;
    bool is_touched = g->is_marked[target_of(g, effect)] && effect->kind != GP_EFFECT_NEEDED;
    if (is_touched || (is_unit && (g->is_sensitive[effect->target] || becomes_known(g, effect))))
        put_out(g, candidate, target_of(g, effect), key_of(effect));
}

/* ---- steps that would wait for a round ---- */

static bool has_chains(const guard *g)
{
    bool chains = gp_whole_portfolio(g->whole)->is_chain_start;
    for (uint32_t i = 0; i < g->owns->count; i++)
        chains |= g->owns->all[i]->found && g->owns->all[i]->found->chains;
    return chains;
}

/* Marks in is_sensitive the units that may come to nothing. */
static void see_emptied(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind != GP_EFFECT_UNIT) return;
    g->is_sensitive[effect->target] |= effect->to.unit.count == 0;
    for (uint32_t i = 0; i < effect->to.unit.count; i++)
        g->is_sensitive[effect->target] |= g->can_be_there[effect->to.unit.arcs[i].from];
}

static bool can_be_empty(const guard *g, uint32_t number)
{
    const gp_whole_unit *unit = gp_whole_unit_at(g->whole, number);
    bool can_be = g->is_sensitive[unit->twin_of == GP_NONE ? number : unit->twin_of];
    for (uint32_t i = 0; i < unit->count; i++)
        can_be |= g->can_be_there[gp_whole_ways(g->whole, unit)[i].arc.from];
    return can_be;
}

/* Marks steps with rounds that may come to wait for nothing, and wait for something now. */
static void mark_chained(const guard *g)
{
    clear_marks(g);
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

/* Does it take something away that a marked step waits for? */
static void see_chained(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_UNIT) {
        const gp_whole_unit *unit = gp_whole_unit_at(g->whole, effect->target);
        uint32_t record = gp_whole_activity(g->whole, unit->to)->symbol;
        if (!g->is_sensitive[effect->target]) return;
        for (int level = 0; level <= GP_LEVEL_MAX; level++) {
            uint32_t step = gp_whole_record_at(g->whole, record)->steps[level];
            if (step != GP_NONE && g->is_marked[step]) put_out(g, candidate, step, key_of(effect));
        }
    }
    if (effect->kind != GP_EFFECT_THERE) return;
    for (uint32_t i = 0; i < g->network.arc_count; i++) {
        const gp_arc *arc = &g->network.arcs[i];
        if (arc->from == effect->target && g->is_marked[arc->to] && !g->can_be_there[arc->to])
            put_out(g, candidate, arc->to, key_of(effect));
    }
}

/* ---- last steps that are held back ---- */

static bool is_held(const gp_capability *capability)
{
    return capability->window && capability->window->not_ready_before != GP_NO_DAY &&
           capability->ready == GP_NO_DAY;
}

/* Marks what rests on steps of capabilities that have several and may not be ready before a day. */
static bool mark_held(const guard *g)
{
    const gp_network *network = g->whole->schedule->network;
    bool has_any = false;
    clear_marks(g);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        if (a->kind != GP_KIND_CAPABILITY || network->capability_steps[a->item] < 2) continue;
        g->is_marked[i] = is_held(&network->portfolio->capabilities[a->item]);
        has_any |= g->is_marked[i];
    }
    carry_forward(g);
    return has_any;
}

/* Does the unit ask for something marked? */
static bool asks_marked(const guard *g, const gp_whole_unit *unit)
{
    const gp_way *ways = gp_whole_ways(g->whole, unit);
    for (uint32_t i = 0; i < unit->count; i++)
        if (g->is_marked[ways[i].arc.from]) return true;
    return false;
}

/* Marks in is_unknown what stands beside something marked as an alternative: where it is there, the
 * whole of them is met, and asks for nothing. */
static void see_beside(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind != GP_EFFECT_UNIT ||
        !asks_marked(g, gp_whole_unit_at(g->whole, effect->target)))
        return;
    for (uint32_t i = 0; i < effect->to.unit.count; i++)
        g->is_unknown[effect->to.unit.arcs[i].from] = true;
}

static void mark_beside(const guard *g)
{
    if (g->network.activity_count)
        memset(g->is_unknown, 0, g->network.activity_count * sizeof *g->is_unknown);
    for (uint32_t u = 0; u < g->whole->units.count; u++) {
        const gp_whole_unit *unit = gp_whole_unit_at(g->whole, u);
        const gp_way *ways = gp_whole_ways(g->whole, unit);
        if (!asks_marked(g, unit)) continue;
        for (uint32_t i = 0; i < unit->count; i++) g->is_unknown[ways[i].arc.from] = true;
    }
    see_effects(g, see_beside);
}

/* Is a marked activity asked for no more? */
static void see_demand(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_THERE &&
        (g->is_marked[effect->target] || g->is_unknown[effect->target])) {
        put_out(g, candidate, effect->target, key_of(effect));
        return;
    }
    if (effect->kind != GP_EFFECT_UNIT) return;
    const gp_whole_unit *unit = gp_whole_unit_at(g->whole, effect->target);
    for (uint32_t i = 0; i < unit->count; i++) {
        uint32_t from = gp_whole_ways(g->whole, unit)[i].arc.from;
        bool is_asked = !g->is_marked[from];
        for (uint32_t k = 0; k < effect->to.unit.count; k++)
            is_asked |= effect->to.unit.arcs[k].from == from;
        if (!is_asked) put_out(g, candidate, from, "not_ready_before");
    }
}

/* A capability that is held back and that measures together ask more of: whoever changes what is
 * required could be the one. */
static void see_rising(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_UNIT && candidate->own)
        put_out(g, candidate, target_of(g, effect), "not_ready_before");
}

static bool rises_held(const guard *g)
{
    const gp_network *network = g->whole->schedule->network;
    for (uint32_t i = 0; i < network->portfolio->capability_count; i++)
        if (is_held(&network->portfolio->capabilities[i]) &&
            g->whole->floors[i] > network->needed_level[i])
            return true;
    return false;
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
static gp_status break_circles(guard *g)
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

static gp_status open_guard(guard *g)
{
    uint32_t count = (uint32_t)g->whole->activities.count;
    g->can_be_there = GP_NEW(g->job, bool, count);
    g->is_marked = GP_NEW(g->job, bool, count);
    g->is_sensitive = GP_NEW(g->job, bool, g->whole->units.count);
    g->is_unknown = GP_NEW(g->job, bool, count);
    g->can_be_unknown = GP_NEW(g->job, bool, count);
    bool is_whole =
        g->can_be_there && g->is_marked && g->is_sensitive && g->is_unknown && g->can_be_unknown;
    return is_whole ? GP_OK : GP_NO_MEMORY;
}

static void see_there(const guard *g, gp_whole_candidate *candidate, const gp_effect *effect)
{
    (void)candidate;
    if (effect->kind == GP_EFFECT_THERE) g->can_be_there[effect->target] = true;
    if (effect->kind == GP_EFFECT_UNIT)
        gp_whole_unit_at(g->whole, effect->target)->is_changed = true;
}

static gp_status guard_alternatives(const guard *g)
{
    see_effects(g, see_ending);
    find_unknown(g);
    clear_marks(g);
    GP_TRY(mark_alternatives(g));
    see_effects(g, see_alternatives);
    carry_back(&g->network, g->is_marked);
    see_effects(g, see_sensitive);
    return GP_OK;
}

static void guard_chains(const guard *g)
{
    if (!has_chains(g)) return;
    if (g->whole->units.count)
        memset(g->is_sensitive, 0, g->whole->units.count * sizeof *g->is_sensitive);
    see_effects(g, see_emptied);
    mark_chained(g);
    see_effects(g, see_chained);
}

static gp_status guard_all(guard *g)
{
    GP_TRY(open_guard(g));
    GP_TRY(break_circles(g));
    see_effects(g, see_there);
    mark_held_work(g);
    see_effects(g, see_work);
    GP_TRY(guard_alternatives(g));
    guard_chains(g);
    if (mark_held(g)) {
        mark_beside(g);
        see_effects(g, see_demand);
    }
    if (rises_held(g)) see_effects(g, see_rising);
    return GP_OK;
}

gp_status gp_guard_whole(gp_whole *whole, const gp_owns *owns)
{
    guard g = {.whole = whole, .owns = owns, .job = gp_job_new()};
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
    if (has_order) carry_back(&network, is_asked);
    *out = is_asked;
    return GP_OK;
}
