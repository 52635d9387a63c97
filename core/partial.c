/* SPDX-License-Identifier: MIT
 * The network of a portfolio that holds mistakes: arcs that are in doubt and arcs that run in a
 * circle are taken out, so that the rest has an order. */
#include "core/network.h"
#include "core/rest.h"

/* Leaves out the arcs between two marked activities, or (is_any) those of any marked one. */
static void drop_arcs(gp_network *network, gp_arc *arcs, uint32_t *first, const uint8_t *is_marked,
                      bool is_any)
{
    uint32_t kept = 0, end = 0;
    for (uint32_t to = 0; to < network->activity_count; to++) {
        uint32_t at = end;
        end = first[to + 1];
        first[to] = kept;
        for (; at < end; at++) {
            bool from_marked = is_marked[arcs[at].from], to_marked = is_marked[to];
            if (is_any ? from_marked || to_marked : from_marked && to_marked) continue;
            arcs[kept++] = arcs[at];
        }
    }
    first[network->activity_count] = kept;
    network->arc_count = kept;
}

static gp_status copy_arcs(gp_job *job, gp_network *network, gp_arc **arcs, uint32_t **first)
{
    gp_arc *copy = GP_NEW(job, gp_arc, network->arc_count);
    uint32_t *ends = GP_NEW(job, uint32_t, (size_t)network->activity_count + 1);
    if (!copy || !ends) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->arc_count; i++) copy[i] = network->arcs[i];
    for (uint32_t i = 0; i <= network->activity_count; i++) ends[i] = network->arc_first[i];
    network->arcs = *arcs = copy;
    network->arc_first = *first = ends;
    return GP_OK;
}

/* Whether these have steps at all is not known, so nothing can be said of circles through them. */
static uint8_t *mark_doubtful(gp_job *job, const gp_network *network, const gp_known_parts *known)
{
    uint8_t *is_marked = GP_NEW(job, uint8_t, network->activity_count);
    for (uint32_t i = 0; is_marked && i < network->activity_count; i++)
        is_marked[i] = (known->doubts[network->activities[i].symbol] & GP_PART_STEPS) != 0;
    return is_marked;
}

gp_status gp_build_partial_network(gp_job *job, const gp_portfolio *portfolio,
                                   const gp_known_parts *known, const gp_network **out,
                                   const uint8_t **is_circular)
{
    gp_network *network;
    gp_arc *arcs;
    uint32_t *first;
    GP_TRY(gp_make_network(job, portfolio, &network));
    GP_TRY(copy_arcs(job, network, &arcs, &first));
    uint8_t *is_marked = mark_doubtful(job, network, known);
    uint8_t *is_in_circle = GP_NEW(job, uint8_t, network->activity_count);
    if (!is_marked || !is_in_circle) return gp_no_memory(job);
    drop_arcs(network, arcs, first, is_marked, true);
    bool has_order;
    GP_TRY(gp_try_order(job, network, &has_order));
    if (!has_order) {
        GP_TRY(gp_mark_circles(job, network, is_in_circle));
        if (!known->told_circles) GP_TRY(gp_report_cycles(job, network));
        drop_arcs(network, arcs, first, is_in_circle, false);
        GP_TRY(gp_try_order(job, network, &has_order));
        if (!has_order) return gp_bug(job, "a circle that is left");
    }
    *out = network;
    *is_circular = is_in_circle;
    return GP_OK;
}
