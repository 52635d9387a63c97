/* SPDX-License-Identifier: MIT
 * An order of all that there may be, whatever is taken. */
#include "core/network.h"
#include "core/repair/whole.h"

/* Each arc that there may be. */
typedef struct all_arcs {
    gp_arc *arcs; /* NULL: they are counted */
    uint32_t *at; /* by activity that they lead to */
    bool has_start_links;
} all_arcs;

static void see_arc(all_arcs *all, gp_arc arc, uint32_t to)
{
    arc.to = to;
    all->has_start_links |= arc.is_from_start;
    if (all->arcs)
        all->arcs[all->at[to]++] = arc;
    else
        all->at[to + 1]++;
}

static void see_all(const gp_whole *whole, all_arcs *all)
{
    for (uint32_t i = 0; i < whole->activities.count; i++) {
        uint32_t before = gp_whole_arrival_at(whole, i)->level_before;
        if (before != GP_NONE) see_arc(all, (gp_arc){.from = before}, i);
    }
    for (uint32_t u = 0; u < whole->units.count; u++) {
        const gp_whole_unit *unit = gp_whole_unit_at(whole, u);
        for (uint32_t i = 0; i < unit->count; i++)
            see_arc(all, gp_whole_ways(whole, unit)[i].arc, unit->to);
    }
    for (uint32_t c = 0; c < whole->candidates.count; c++) {
        const gp_whole_candidate *candidate = gp_whole_candidate_at(whole, c);
        if (candidate->is_out) continue;
        for (uint32_t e = 0; e < candidate->count; e++) {
            const gp_effect *effect = &candidate->effects[e];
            if (effect->kind != GP_EFFECT_UNIT) continue;
            for (uint32_t i = 0; i < effect->to.unit.count; i++)
                see_arc(all, effect->to.unit.arcs[i], gp_whole_target(whole, effect));
        }
    }
}

gp_status gp_order_whole(gp_job *job, const gp_whole *whole, gp_network *out, bool *has_order)
{
    uint32_t count = (uint32_t)whole->activities.count;
    all_arcs all = {.at = GP_NEW(job, uint32_t, (size_t)count + 1)};
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)count + 1);
    if (!all.at || !first) return gp_no_memory(job);
    see_all(whole, &all);
    for (uint32_t i = 1; i <= count; i++) all.at[i] += all.at[i - 1];
    memcpy(first, all.at, ((size_t)count + 1) * sizeof *first);
    all.arcs = GP_NEW(job, gp_arc, first[count]);
    if (!all.arcs) return gp_no_memory(job);
    see_all(whole, &all);
    *out = gp_whole_network(whole);
    out->arcs = all.arcs;
    out->arc_first = first;
    out->arc_count = first[count];
    out->has_start_links = all.has_start_links;
    return gp_try_order(job, out, has_order);
}
