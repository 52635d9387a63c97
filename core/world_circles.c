/* SPDX-License-Identifier: MIT
 * Which edits change the arcs of a circle? */
#include "core/world_circles.h"

static const gp_link *link_at(const gp_records_of_worlds *records, uint32_t index)
{
    return (const gp_link *)records->links.data + index;
}

static bool is_same_links(const gp_records_of_worlds *records, gp_links a, gp_links b)
{
    if (a.count != b.count) return false;
    for (uint32_t i = 0; i < a.count; i++) {
        const gp_link *x = link_at(records, a.first + i), *y = link_at(records, b.first + i);
        if (x->level != y->level || x->is_first != y->is_first ||
            x->requirement.target != y->requirement.target ||
            x->requirement.level != y->requirement.level)
            return false;
    }
    return true;
}

/* Do both have the same arcs? */
static bool is_same_shape(const gp_records_of_worlds *records, const gp_record_version *a,
                          const gp_record_version *b)
{
    if (a->kind != b->kind || !is_same_links(records, a->links, b->links)) return false;
    if (a->kind != GP_ITEM_CAPABILITY) return true;
    return a->capability.level == b->capability.level &&
           (a->capability.ready == GP_NO_DAY) == (b->capability.ready == GP_NO_DAY);
}

static void mark_versions(const gp_records_of_worlds *records, const gp_world_record *record,
                          bool *is_marked)
{
    for (uint32_t i = 0; i < record->unit_count; i++)
        for (uint32_t v = 0; v < 1u << record->unit_count; v++)
            if (!is_same_shape(records, &record->versions[v], &record->versions[v ^ 1u << i]))
                is_marked[record->units[i]] = true;
}

/* Is a home of the record in this component? GP_NONE: in any. */
static bool is_in(const gp_world_graph *graph, uint32_t symbol, uint32_t component)
{
    if (component == GP_NONE) return true;
    if (graph->interventions[symbol] != GP_NONE &&
        graph->component[graph->interventions[symbol]] == component)
        return true;
    for (uint32_t i = 0; graph->steps[symbol] != GP_NONE && i < graph->top[symbol]; i++)
        if (graph->component[graph->steps[symbol] + i] == component) return true;
    return false;
}

static void mark_swaps(const gp_records_of_worlds *records, const gp_world_graph *graph,
                       const gp_world_record *record, uint32_t component, bool *is_marked)
{
    for (uint32_t i = record->swap_first; i < record->swap_first + record->swap_count; i++) {
        const gp_swap *swap = &records->swaps[i];
        for (uint32_t k = 0; k < swap->target_count; k++)
            if (is_in(graph, swap->targets[k], component)) is_marked[swap->unit] = true;
    }
}

void gp_mark_arc_units(const gp_records_of_worlds *records, const gp_world_graph *graph,
                       uint32_t symbol, uint32_t component, bool *is_marked)
{
    mark_versions(records, &records->records[symbol], is_marked);
    mark_swaps(records, graph, &records->records[symbol], component, is_marked);
}

gp_status gp_join_circles(gp_world_source *source, const gp_records_of_worlds *records,
                          const gp_world_graph *graph, bool *has_joined)
{
    bool *is_marked = GP_NEW(source->job, bool, source->unit_count);
    if (!is_marked) return gp_no_memory(source->job);
    for (uint32_t i = 0; source->joins_all && i < records->count; i++)
        gp_mark_arc_units(records, graph, i, GP_NONE, is_marked);
    *has_joined = gp_join_units(source, is_marked);
    if (*has_joined || !graph->has_circles) return GP_OK;
    for (uint32_t rank = 0, end; rank < graph->home_count; rank = end) {
        uint32_t component = graph->component[graph->order[rank]];
        end = rank + graph->component_size[component];
        if (end == rank + 1) continue;
        memset(is_marked, 0, source->unit_count);
        for (uint32_t i = rank; i < end; i++) {
            const gp_world_record *record = &records->records[graph->homes[graph->order[i]].symbol];
            mark_versions(records, record, is_marked);
            mark_swaps(records, graph, record, component, is_marked);
        }
        *has_joined |= gp_join_units(source, is_marked);
    }
    return GP_OK;
}
