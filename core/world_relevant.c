/* SPDX-License-Identifier: MIT
 * Which edits may matter to an intervention? Those of settings, and of what it rests on in any
 * world; all others leave its date as it is, whatever else is edited. */
#include "core/world_relevant.h"
#include "core/world_circles.h"

static void add_bit(uint64_t *bits, uint32_t unit)
{
    bits[unit / 64] |= UINT64_C(1) << unit % 64;
}

static void add_own(const gp_records_of_worlds *records, uint32_t symbol, uint64_t *bits)
{
    const gp_world_record *record = &records->records[symbol];
    for (uint32_t i = 0; i < record->unit_count; i++) add_bit(bits, record->units[i]);
    for (uint32_t i = 0; i < record->swap_count; i++)
        add_bit(bits, records->swaps[record->swap_first + i].unit);
}

/* What decides how far a capability has to grow: what changes who asks for its steps, and for the
 * steps of those. That may be nothing that it rests on. */
static gp_status add_askers(gp_job *job, const gp_records_of_worlds *records,
                            const gp_world_graph *graph, uint32_t words, uint64_t *bits)
{
    uint32_t count = graph->home_count, unit_words = words * 64;
    uint64_t *askers = GP_NEW(job, uint64_t, (size_t)count * words);
    bool *is_marked = GP_NEW(job, bool, unit_words);
    if (!askers || !is_marked) return gp_no_memory(job);
    for (uint32_t h = 0; h + 1 < count; h++) {
        memset(is_marked, 0, unit_words);
        gp_mark_arc_units(records, graph, graph->homes[h].symbol, GP_NONE, is_marked);
        for (uint32_t u = 0; u < unit_words; u++)
            if (is_marked[u]) add_bit(&askers[(size_t)h * words], u);
    }
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (uint32_t rank = count; rank-- > 0;) {
            uint32_t home = graph->order[rank];
            uint64_t *to = &askers[(size_t)home * words];
            for (uint32_t i = graph->next_first[home]; i < graph->next_first[home + 1]; i++) {
                const uint64_t *from = &askers[(size_t)graph->next[i] * words];
                for (uint32_t k = 0; k < words; k++) {
                    is_done = is_done && (!graph->has_circles || (from[k] & ~to[k]) == 0);
                    to[k] |= from[k];
                }
            }
        }
    }
    for (uint32_t h = 0; h + 1 < count; h++)
        if (graph->homes[h].kind == GP_KIND_CAPABILITY &&
            gp_rests_on_top(records, graph, graph->homes[h].symbol))
            for (uint32_t k = 0; k < words; k++)
                bits[(size_t)h * words + k] |= askers[(size_t)h * words + k];
    return GP_OK;
}

static bool has_any_on_top(const gp_records_of_worlds *records, const gp_world_graph *graph)
{
    for (uint32_t i = 0; i < records->count; i++)
        if (gp_rests_on_top(records, graph, i)) return true;
    return false;
}

/* Carries marks along all arcs, a number of words for each home. */
static void carry(const gp_world_graph *graph, uint64_t *bits, uint32_t words)
{
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (uint32_t rank = 0; rank < graph->home_count; rank++) {
            uint32_t home = graph->order[rank];
            const uint64_t *from = &bits[(size_t)home * words];
            for (uint32_t i = graph->next_first[home]; i < graph->next_first[home + 1]; i++) {
                uint64_t *to = &bits[(size_t)graph->next[i] * words];
                for (uint32_t k = 0; k < words; k++) {
                    is_done = is_done && (!graph->has_circles || (from[k] & ~to[k]) == 0);
                    to[k] |= from[k];
                }
            }
        }
    }
}

gp_status gp_find_relevant(gp_job *job, const gp_records_of_worlds *records,
                           const gp_world_graph *graph, gp_questions *q, gp_moved *moved)
{
    uint32_t words = q->words;
    uint64_t *bits = GP_NEW(job, uint64_t, (size_t)graph->home_count * words);
    uint64_t *all = GP_NEW(job, uint64_t, (size_t)q->moved_count * words);
    uint32_t *cost = GP_NEW(job, uint32_t, q->units.count);
    if (!bits || !all || !cost) return gp_no_memory(job);
    for (uint32_t h = 0; h + 1 < graph->home_count; h++)
        add_own(records, graph->homes[h].symbol, &bits[(size_t)h * words]);
    if (has_any_on_top(records, graph)) GP_TRY(add_askers(job, records, graph, words, bits));
    carry(graph, bits, words);
    for (uint32_t h = 0; h < graph->home_count; h++)
        for (uint32_t u = 0; u < q->units.count; u++)
            cost[u] += gp_has_bit(&bits[(size_t)h * words], u);
    for (uint32_t i = 0; i < q->moved_count; i++) {
        uint64_t *own = &all[(size_t)i * words];
        memcpy(own, &bits[(size_t)moved[i].home * words], words * sizeof *own);
        for (uint32_t k = 0; k < records->settings_unit_count; k++)
            add_bit(own, records->settings_units[k]);
        moved[i].relevant = own;
    }
    for (uint32_t k = 0; k < records->settings_unit_count; k++)
        cost[records->settings_units[k]] = UINT32_MAX;
    q->cost = cost;
    return GP_OK;
}
