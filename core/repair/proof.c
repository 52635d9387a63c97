/* SPDX-License-Identifier: MIT
 * Proofs that an intervention is late, and the cuts that they give. */
#include "core/repair/proof.h"

#include <stdlib.h>

/* NEED_UNKNOWN: that its date is not known, for alternatives of which it is go before it. */
enum need { NEED_READY = 1, NEED_START = 2, NEED_UNKNOWN = 4 };

/* ---- what drives it ---- */

static gp_proof_source source_of(const gp_prover *p, uint32_t arc)
{
    uint32_t unit = p->unit_of[arc];
    if (unit == GP_NONE) return (gp_proof_source){arc, 1};
    return (gp_proof_source){p->model->units[unit].first, p->model->units[unit].room};
}

static void ask_for(gp_prover *p, const gp_what_if *plan, gp_proof_source source)
{
    for (uint32_t i = source.first; i < source.first + source.count; i++) {
        const gp_arc *arc = &plan->arcs[i];
        if (arc->from == p->model->dawn) continue;
        p->need[arc->from] |= arc->is_from_start ? NEED_START : NEED_READY;
        if (plan->known.not_before[arc->from]) p->need[arc->from] |= NEED_UNKNOWN;
    }
}

static bool is_in(const gp_proof_node *node, uint32_t first)
{
    for (uint8_t i = 0; i < node->source_count; i++)
        if (node->sources[i].first == first) return true;
    return false;
}

static void add_source(gp_prover *p, const gp_what_if *plan, gp_proof_node *node, uint32_t arc)
{
    if (arc == GP_NONE || plan->arcs[arc].from == p->model->dawn) return;
    gp_proof_source source = source_of(p, arc);
    ask_for(p, plan, source);
    if (!is_in(node, source.first)) node->sources[node->source_count++] = source;
}

/* An arc on which it rests that its date is not known; GP_NONE: that is by itself. */
static uint32_t find_unknown(const gp_prover *p, const gp_what_if *plan, uint32_t activity)
{
    const uint32_t *first = plan->network.arc_first;
    for (uint32_t i = first[activity]; i < first[activity + 1]; i++) {
        gp_proof_source source = source_of(p, i);
        bool is_known = false;
        for (uint32_t k = source.first; k < source.first + source.count; k++)
            is_known |=
                plan->arcs[k].from != p->model->dawn && !plan->known.not_before[plan->arcs[k].from];
        if (!is_known && plan->arcs[i].from != p->model->dawn) return i;
    }
    return GP_NONE;
}

static gp_status add_node(gp_prover *p, const gp_what_if *plan, uint32_t activity)
{
    gp_proof_node node = {.activity = activity};
    gp_dates dates;
    gp_forward_one(&plan->network, plan->known, activity, NULL, &dates, NULL);
    p->effort++;
    if (p->need[activity] & NEED_READY) add_source(p, plan, &node, dates.driver_arc);
    if (p->need[activity] & NEED_START) add_source(p, plan, &node, dates.start_arc);
    if (p->need[activity] & NEED_UNKNOWN)
        add_source(p, plan, &node, find_unknown(p, plan, activity));
    p->need[activity] = 0;
    p->seen[activity] = p->proof;
    return gp_push(p->job, &p->nodes, &node, 1) ? GP_OK : gp_no_memory(p->job);
}

static void turn_around(gp_array *nodes)
{
    gp_proof_node *all = nodes->data;
    for (size_t i = 0, k = nodes->count; i + 1 < k--; i++) {
        gp_proof_node node = all[i];
        all[i] = all[k];
        all[k] = node;
    }
}

/* ---- which candidates touch it ---- */

static bool is_about(const gp_prover *p, const gp_proof_node *node, const gp_effect *effect)
{
    if (effect->kind == GP_EFFECT_NEEDED) return node->activity == p->target;
    return effect->kind != GP_EFFECT_UNIT || is_in(node, p->model->units[effect->target].first);
}

static int ascending(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static gp_status find_touching(gp_prover *p)
{
    const gp_proof_node *nodes = p->nodes.data;
    const gp_touches *all = &p->grown.touches;
    p->touching.count = 0;
    for (size_t n = 0; n < p->nodes.count; n++) {
        uint32_t activity = nodes[n].activity;
        for (uint32_t i = all->first[activity]; i < all->first[activity + 1]; i++) {
            uint32_t candidate = all->touches[i].candidate;
            if (p->met[candidate] == p->proof || !is_about(p, &nodes[n], all->touches[i].effect))
                continue;
            p->met[candidate] = p->proof;
            if (!gp_push(p->job, &p->touching, &candidate, 1)) return gp_no_memory(p->job);
        }
    }
    if (p->touching.count) qsort(p->touching.data, p->touching.count, sizeof(uint32_t), ascending);
    return GP_OK;
}

/* What touched the last proof need not touch this one, and could stand in the way of what does. */
static void leave_all(gp_prover *p)
{
    const uint32_t *touching = p->touching.data;
    for (size_t i = 0; i < p->touching.count; i++) gp_take_candidate(&p->grown, touching[i], false);
}

gp_status gp_prove_late(gp_prover *p, const gp_what_if *plan, uint32_t target)
{
    leave_all(p);
    p->proof++;
    p->target = target;
    p->nodes.count = 0;
    p->need[target] = NEED_READY;
    for (uint32_t rank = plan->rank[target] + 1; rank-- > 0;) {
        uint32_t activity = plan->network.order[rank];
        if (p->need[activity]) GP_TRY(add_node(p, plan, activity));
    }
    turn_around(&p->nodes);
    return find_touching(p);
}

/* ---- what the proof alone makes of it ---- */

/* The arcs of a source that count; none where one of them comes from outside the proof. */
static uint32_t take_source(const gp_prover *p, gp_proof_source source, gp_arc *out)
{
    uint32_t count = 0;
    for (uint32_t i = source.first; i < source.first + source.count; i++) {
        const gp_arc *arc = &p->grown.arcs[i];
        if (arc->from == p->model->dawn) continue;
        if (p->seen[arc->from] != p->proof) return 0;
        out[count++] = *arc;
    }
    return count;
}

static void compute(gp_prover *p, const gp_proof_node *node)
{
    gp_network network = p->grown.network;
    uint32_t activity = node->activity, count = 0;
    gp_dates dates;
    for (uint8_t i = 0; i < node->source_count; i++)
        count += take_source(p, node->sources[i], &p->arcs[count]);
    network.arcs = p->arcs;
    network.arc_first = p->arc_first;
    p->arc_first[activity + 1] = count;
    gp_forward_one(&network, p->low, activity, NULL, &dates, NULL);
    p->arc_first[activity + 1] = 0;
    p->low.ready[activity] = dates.earliest_ready;
    p->low.start[activity] = dates.earliest_start;
    p->low.not_before[activity] = dates.not_before;
    p->effort++;
}

/* So many days late is the target by the proof alone. */
static int32_t proven_days(gp_prover *p)
{
    const gp_proof_node *nodes = p->nodes.data;
    for (size_t i = 0; i < p->nodes.count; i++) compute(p, &nodes[i]);
    gp_day needed_by = p->grown.needed_by[p->target], ready = p->low.ready[p->target];
    return needed_by == GP_NO_DAY || ready <= needed_by ? 0 : ready - needed_by;
}

/* ---- growing ---- */

/* Would it be taken beside one of which nobody can say which of the two makes it earlier? */
static bool is_at_odds(const gp_prover *p, uint32_t candidate)
{
    const gp_effects *own = &p->model->effects[candidate];
    for (uint32_t e = 0; e < own->count; e++) {
        const gp_effect *effect = &own->effects[e];
        uint32_t activity = gp_touched_activity(p->model, effect);
        const gp_effect *other =
            gp_strongest(&p->grown, activity, (gp_effect_kind)effect->kind, effect->target);
        if (other && other != effect &&
            gp_compare_effects(&p->grown.network, effect, other) == GP_INCOMPARABLE)
            return true;
    }
    return false;
}

typedef struct ranked {
    uint32_t candidate;
    double cost;
    double sign;
} ranked;

static int in_order(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->cost != b->cost) return a->cost < b->cost ? -1 : 1;
    if (a->candidate == b->candidate) return 0;
    return (a->candidate < b->candidate) == (a->sign > 0) ? -1 : 1;
}

static void sort_touching(const gp_prover *p, gp_cut_order order, ranked *out)
{
    const uint32_t *touching = p->touching.data;
    for (size_t i = 0; i < p->touching.count; i++) {
        double cost = p->model->candidates[touching[i]].cost;
        if (order == GP_CUT_DEAR_TAKEN) cost = -cost;
        if (order == GP_CUT_FIRST_TAKEN || order == GP_CUT_LAST_TAKEN) cost = 0;
        out[i] = (ranked){touching[i], cost, order == GP_CUT_LAST_TAKEN ? -1 : 1};
    }
    if (p->touching.count) qsort(out, p->touching.count, sizeof *out, in_order);
}

static void start_from(gp_prover *p, const bool *base)
{
    const uint32_t *touching = p->touching.data;
    for (size_t i = 0; i < p->touching.count; i++) gp_take_candidate(&p->grown, touching[i], false);
    for (size_t i = 0; i < p->touching.count; i++)
        if (base[touching[i]] && !is_at_odds(p, touching[i]))
            gp_take_candidate(&p->grown, touching[i], true);
}

static gp_status note_cut(gp_prover *p)
{
    const uint32_t *touching = p->touching.data;
    p->cut.count = 0;
    for (size_t i = 0; i < p->touching.count; i++)
        if (!p->grown.is_taken[touching[i]] && !gp_push(p->job, &p->cut, &touching[i], 1))
            return gp_no_memory(p->job);
    return GP_OK;
}

gp_status gp_grow_cut(gp_prover *p, const bool *base, int32_t late_days, gp_cut_order order,
                      bool *holds)
{
    gp_job *scratch = gp_job_new();
    ranked *sorted = scratch ? GP_NEW(scratch, ranked, p->touching.count) : NULL;
    if (!sorted) {
        gp_job_free(scratch);
        return gp_no_memory(p->job);
    }
    sort_touching(p, order, sorted);
    start_from(p, base);
    *holds = proven_days(p) >= late_days;
    for (size_t i = 0; *holds && i < p->touching.count; i++) {
        uint32_t candidate = sorted[i].candidate;
        if (p->grown.is_taken[candidate] || is_at_odds(p, candidate)) continue;
        gp_take_candidate(&p->grown, candidate, true);
        if (proven_days(p) < late_days) gp_take_candidate(&p->grown, candidate, false);
    }
    gp_job_free(scratch);
    return *holds ? note_cut(p) : GP_OK;
}

/* ---- opening ---- */

static uint32_t most_arcs(const gp_repair_model *model)
{
    uint32_t most = 1;
    for (uint32_t i = 0; i < model->unit_count; i++)
        if (model->units[i].room > most) most = model->units[i].room;
    return most * GP_PROOF_SOURCES;
}

gp_status gp_open_prover(gp_job *job, const gp_repair_model *model, gp_prover *out)
{
    uint32_t count = model->network.activity_count;
    *out = (gp_prover){.job = job,
                       .model = model,
                       .nodes = {.size = sizeof(gp_proof_node)},
                       .touching = {.size = sizeof(uint32_t)},
                       .cut = {.size = sizeof(uint32_t)},
                       .low = {GP_NEW(job, gp_day, count), GP_NEW(job, gp_day, count),
                               GP_NEW(job, uint8_t, count)},
                       .unit_of = GP_NEW(job, uint32_t, model->network.arc_count),
                       .need = GP_NEW(job, uint8_t, count),
                       .seen = GP_NEW(job, uint32_t, count),
                       .met = GP_NEW(job, uint32_t, model->candidate_count),
                       .arc_first = GP_NEW(job, uint32_t, (size_t)count + 1),
                       .arcs = GP_NEW(job, gp_arc, most_arcs(model))};
    if (!out->low.ready || !out->low.start || !out->low.not_before || !out->unit_of || !out->need ||
        !out->seen || !out->met || !out->arc_first || !out->arcs)
        return gp_no_memory(job);
    for (uint32_t i = 0; i < model->network.arc_count; i++) out->unit_of[i] = GP_NONE;
    for (uint32_t u = 0; u < model->unit_count; u++)
        for (uint32_t i = 0; i < model->units[u].room; i++)
            out->unit_of[model->units[u].first + i] = u;
    return gp_open_what_if(job, model, &out->grown);
}
