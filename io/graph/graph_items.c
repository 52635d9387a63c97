/* SPDX-License-Identifier: MIT
 * The members of a record, and the settings: what properties say, and what edges say. */
#include "io/graph/graph_paths.h"

#include <string.h>

/* Where in a record the edges of a kind go. */
static const char *const paths[GP_EDGE_KINDS] = {
    [GP_EDGE_REQUIRES] = "requires",        [GP_EDGE_ADDRESSES] = "addresses",
    [GP_EDGE_SEGMENT] = "applies.segments", [GP_EDGE_SITUATION] = "applies.situations",
    [GP_EDGE_SCENARIO] = "scenarios",       [GP_EDGE_PARENT] = "parent"};

/* Edges of one kind and one step become an item; they stand together, see compare_edges. */
static gp_status add_edges(gp_graph_import *import, uint32_t first, uint32_t count)
{
    const gp_graph_edge *edge = gp_edge_at(import->graph, import->edges[first]);
    gp_flat it = {.first_edge = first,
                  .edge_count = count,
                  .edge_kind = edge->kind,
                  .spot = edge->spot,
                  .source = edge->source};
    const char *step = gp_step_of(import, edge);
    if (!paths[edge->kind]) return GP_OK;
    if (*step) {
        it.parts[0] = (gp_part){"levels", 6};
        it.parts[1] = (gp_part){step, 1};
        it.parts[2] = (gp_part){"requires", 8};
        it.count = 3;
    } else {
        gp_split_path(&it, paths[edge->kind]);
    }
    return gp_push_item(import, &import->items, &it) ? GP_OK : gp_no_memory(import->job);
}

static bool is_same_list(const gp_graph_import *import, uint32_t left, uint32_t right)
{
    const gp_graph_edge *a = gp_edge_at(import->graph, left);
    const gp_graph_edge *b = gp_edge_at(import->graph, right);
    return a->kind == b->kind && strcmp(gp_step_of(import, a), gp_step_of(import, b)) == 0;
}

/* Brings the edges of a node that go into one list together, in the order of the file. There are
 * few kinds and steps: one pass over the edges for each. */
static gp_status gather_edges(gp_graph_import *import, uint32_t node)
{
    uint32_t first = import->edge_first[node], end = import->edge_first[node + 1];
    uint32_t *edges = import->edges;
    while (first < end) {
        uint32_t count = 0, rest = 0;
        uint32_t *others = GP_NEW(import->job, uint32_t, end - first);
        if (!others) return gp_no_memory(import->job);
        for (uint32_t i = first, like = edges[first]; i < end; i++)
            if (is_same_list(import, like, edges[i]))
                edges[first + count++] = edges[i];
            else
                others[rest++] = edges[i];
        if (rest) memcpy(edges + first + count, others, rest * sizeof *others);
        GP_TRY(add_edges(import, first, count));
        first += count;
    }
    return GP_OK;
}

static gp_status emit_edges(gp_graph_import *import, const gp_flat *it)
{
    const uint32_t *edges = import->edges + it->first_edge;
    if (it->edge_kind == GP_EDGE_PARENT) return gp_emit_target(import, edges[0]);
    if (it->edge_kind == GP_EDGE_REQUIRES)
        return gp_emit_requirements(import, edges, it->edge_count);
    return gp_emit_targets(import, edges, it->edge_count);
}

gp_status gp_emit_items(gp_graph_import *import, uint32_t node, const gp_record_kind *keys)
{
    gp_start_items(&import->items);
    GP_TRY(gather_edges(import, node)); /* before what properties may say of the same */
    GP_TRY(gp_collect_items(import, &import->items, &gp_node_at(import->graph, node)->properties,
                            keys));
    GP_TRY(gp_sort_items(import, &import->items));
    return gp_emit_sorted(import, import->items.data, import->items.count, emit_edges);
}

/* ---- settings: each a value of its own ---- */

static gp_status emit_setting(gp_graph_import *import, gp_flat *items, size_t count)
{
    const gp_part first = items[0].parts[0];
    const char *key = gp_copy_text(import->job, first.text, first.size);
    if (!key) return gp_no_memory(import->job);
    gp_start_tree(import->tree);
    import->origins.count = 0;
    GP_TRY(gp_note_item(import, &items[0]));
    if (items[0].count == 1) {
        GP_TRY(gp_emit_value(import, items[0].path, items[0].value, items[0].spot));
        return gp_emit_tree(import, key);
    }
    gp_open_node(import->tree, '{', items[0].spot);
    for (size_t i = 0; i < count; i++) {
        items[i].count--;
        memmove(items[i].parts, items[i].parts + 1, items[i].count * sizeof(gp_part));
    }
    GP_TRY(gp_emit_sorted(import, items, count, emit_edges));
    gp_close_node(import->tree);
    return gp_emit_tree(import, key);
}

gp_status gp_emit_settings(gp_graph_import *import)
{
    gp_start_items(&import->items);
    GP_TRY(gp_collect_items(import, &import->items, &import->graph->settings, &gp_top_kind));
    GP_TRY(gp_sort_items(import, &import->items));
    gp_flat *items = import->items.data;
    for (size_t first = 0, end; first < import->items.count; first = end) {
        end = first + 1;
        while (items[first].count > 1 && end < import->items.count &&
               gp_compare_parts(&items[first].parts[0], &items[end].parts[0]) == 0)
            end++;
        GP_TRY(emit_setting(import, items + first, end - first));
    }
    return GP_OK;
}
