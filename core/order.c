/* SPDX-License-Identifier: MIT
 * In what order can everything be done? By layers: first what waits for nothing, then what waits
 * for that only, and so on (Kahn 1962 finds the layers); within a layer by id. So the order says
 * the same however the file is ordered, as it comes back from another format or tool, where
 * igraph's topological sorting follows the file. Making igraph's graph also costs four times what
 * sorting does; so this loop runs where there is no circle, and igraph only where one is found. */
#include "core/network.h"

#include <stdlib.h>
#include <string.h>

/* Arcs by the activity they leave, in the order of the activities they enter. */
static gp_status index_arcs(gp_job *job, gp_network *network)
{
    uint32_t count = network->activity_count;
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)count + 2);
    uint32_t *arcs = GP_NEW(job, uint32_t, network->arc_count);
    if (!first || !arcs) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->arc_count; i++) first[network->arcs[i].from + 2]++;
    for (uint32_t i = 2; i < count + 2; i++) first[i] += first[i - 1];
    for (uint32_t i = 0; i < network->arc_count; i++) arcs[first[network->arcs[i].from + 1]++] = i;
    network->leaving_first = first;
    network->leaving = arcs;
    return GP_OK;
}

/* The arcs that leave an activity are scattered over the list of arcs. So that the loop need not
 * wait for memory, the arcs of the activities that are four places further in the order are
 * fetched now, and eight places further the list of their numbers. */
static inline void fetch_ahead(const gp_network *network, const uint32_t *next, uint32_t count)
{
    const uint32_t *first = network->leaving_first;
    if (count > 8) __builtin_prefetch(&network->leaving[first[next[8]]]);
    if (count <= 4) return;
    for (uint32_t i = first[next[4]]; i < first[next[4] + 1]; i++)
        __builtin_prefetch(&network->arcs[network->leaving[i]]);
}

/* Fills order, with the layers one after another, and layer; false when a circle is in the way. */
static bool sort(const gp_network *network, uint32_t *waits_for, uint32_t *order, uint32_t *layer)
{
    uint32_t head = 0, tail = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        waits_for[i] = network->arc_first[i + 1] - network->arc_first[i];
        if (waits_for[i] == 0) order[tail++] = i;
    }
    while (head < tail) {
        uint32_t from = order[head++];
        fetch_ahead(network, order + head, tail - head);
        for (uint32_t i = network->leaving_first[from]; i < network->leaving_first[from + 1]; i++) {
            uint32_t to = network->arcs[network->leaving[i]].to;
            if (layer[from] >= layer[to]) layer[to] = layer[from] + 1;
            if (--waits_for[to] == 0) order[tail++] = to;
        }
    }
    return tail == network->activity_count;
}

/* ---- within a layer, by id ---- */

typedef struct named {
    const char *id;
    uint32_t activity;
} named;

/* Steps of one capability stand in the order of their levels. */
static int by_id(const void *left, const void *right)
{
    const named *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->activity > b->activity) - (a->activity < b->activity);
}

static bool is_sorted(const gp_network *network)
{
    for (uint32_t i = 1; i < network->activity_count; i++)
        if (strcmp(gp_activity_id(network, i - 1), gp_activity_id(network, i)) > 0) return false;
    return true;
}

/* All activities by id. Files are often sorted by id already. */
static gp_status sort_by_id(gp_job *scratch, const gp_network *network, uint32_t *sorted)
{
    uint32_t count = network->activity_count;
    for (uint32_t i = 0; i < count; i++) sorted[i] = i;
    if (is_sorted(network)) return GP_OK;
    named *all = GP_NEW(scratch, named, count);
    if (!all) return GP_NO_MEMORY;
    for (uint32_t i = 0; i < count; i++) all[i] = (named){gp_activity_id(network, i), i};
    qsort(all, count, sizeof *all, by_id);
    for (uint32_t i = 0; i < count; i++) sorted[i] = all[i].activity;
    return GP_OK;
}

/* By layer, those of a layer by id: counted out to their layers, sorted as they are. */
static gp_status sort_layers(gp_job *scratch, const gp_network *network, const uint32_t *layer,
                             uint32_t *order)
{
    uint32_t count = network->activity_count;
    uint32_t *sorted = GP_NEW(scratch, uint32_t, count);
    uint32_t *at = GP_NEW(scratch, uint32_t, (size_t)count + 1);
    if (!sorted || !at || sort_by_id(scratch, network, sorted) != GP_OK) return GP_NO_MEMORY;
    for (uint32_t i = 0; i < count; i++) at[layer[i] + 1]++;
    for (uint32_t i = 1; i < count; i++) at[i] += at[i - 1];
    for (uint32_t i = 0; i < count; i++) order[at[layer[sorted[i]]]++] = sorted[i];
    return GP_OK;
}

gp_status gp_try_order(gp_job *job, gp_network *network, bool *has_order)
{
    uint32_t *order = GP_NEW(job, uint32_t, network->activity_count);
    uint32_t *layer = GP_NEW(job, uint32_t, network->activity_count);
    uint32_t *waits_for = GP_NEW(job, uint32_t, network->activity_count);
    if (!order || !layer || !waits_for) return gp_no_memory(job);
    GP_TRY(index_arcs(job, network));
    *has_order = sort(network, waits_for, order, layer);
    gp_job *scratch = *has_order ? gp_job_new() : NULL;
    gp_status status = scratch ? sort_layers(scratch, network, layer, order) : GP_NO_MEMORY;
    gp_job_free(scratch);
    if (*has_order && status != GP_OK) return gp_no_memory(job);
    network->order = order;
    network->layer = layer;
    return GP_OK;
}

gp_status gp_order_network(gp_job *job, gp_network *network)
{
    bool has_order;
    GP_TRY(gp_try_order(job, network, &has_order));
    if (has_order) return GP_OK;
    GP_TRY(gp_report_cycles(job, network));
    return GP_INVALID;
}
