/* SPDX-License-Identifier: MIT
 * Which requirements do the others imply? u -> v says nothing new where u => ... => w -> v holds
 * already: every activity on the way waits for the one before it, and v waits for w at least as
 * strictly. Source: Aho, Garey and Ullman 1972, for arcs that may carry a lag, bind an
 * intervention's start or only its going live, and pass activities that stopped waiting.
 *
 * Four ways, the cheap ones first; each leaves to the next what it cannot tell: the same
 * requirement twice, chains within one forest, walks that meet halfway, and blocks of bits that
 * tell all. */
#include "core/reduction.h"
#include "groeipad/demand.h"

/* Is a at least as good as b to keep? What binds more; what must stay anyway comes first; else
 * the earlier one, a. */
static bool is_better(const gp_network *network, const gp_arc *a, const gp_arc *b)
{
    if (a->by != b->by) return gp_is_as_strict(network, a, b);
    return !gp_is_removable(a) || gp_is_removable(b);
}

/* best: by activity, scratch. */
static void find_duplicates(gp_reduction_search *s, uint32_t to, uint32_t *best)
{
    const gp_arc *arcs = s->network->arcs;
    uint32_t first = s->network->arc_first[to], end = s->network->arc_first[to + 1];
    for (uint32_t i = first; i < end; i++) best[arcs[i].from] = GP_NONE;
    for (uint32_t i = first; i < end; i++) {
        uint32_t *kept = &best[arcs[i].from];
        if (!gp_waits_for_ready(&arcs[i])) continue;
        if (*kept == GP_NONE || !is_better(s->network, &arcs[*kept], &arcs[i])) *kept = i;
    }
    for (uint32_t i = first; i < end; i++) {
        uint32_t kept = best[arcs[i].from];
        if (gp_is_removable(&arcs[i]) && kept != i &&
            gp_is_as_strict(s->network, &arcs[kept], &arcs[i]))
            s->verdict[i] = GP_ARC_REDUNDANT;
    }
}

static gp_status find_all_duplicates(gp_reduction_search *s)
{
    uint32_t *best = GP_NEW(s->job, uint32_t, s->network->activity_count);
    if (!best) return gp_no_memory(s->job);
    for (uint32_t to = 0; to < s->network->activity_count; to++) find_duplicates(s, to, best);
    return GP_OK;
}

gp_status gp_find_redundant(gp_job *job, const gp_network *network, gp_reduction *out)
{
    bool is_complete;
    gp_reduction_search s = {job, network, GP_NEW(job, uint8_t, network->arc_count)};
    if (!s.verdict) return gp_no_memory(job);
    GP_TRY(find_all_duplicates(&s));
    GP_TRY(gp_reduce_by_forest(&s));
    GP_TRY(gp_reduce_by_meeting(&s));
    GP_TRY(gp_reduce_by_blocks(&s, &is_complete));
    uint32_t count = 0;
    for (uint32_t i = 0; i < network->arc_count; i++) {
        s.verdict[i] = s.verdict[i] == GP_ARC_REDUNDANT;
        count += s.verdict[i];
    }
    *out = (gp_reduction){s.verdict, count, is_complete};
    return GP_OK;
}
