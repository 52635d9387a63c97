/* SPDX-License-Identifier: MIT
 * Sorts flat values by their paths and builds the objects around them. */
#include "io/graph/graph_paths.h"
#include "io/graph/property_names.h"

#include <stdlib.h>
#include <string.h>

#define OWN_PROPERTIES "x-properties" /* holds those that are no key of ours */

/* ---- paths ---- */

void gp_split_path(gp_flat *it, const char *path)
{
    bool is_whole = strncmp(path, "x-", 2) == 0;
    it->path = path;
    while (*path) {
        size_t size =
            is_whole || it->count == GP_PATH_PARTS_MAX - 1 ? strlen(path) : strcspn(path, ".");
        it->parts[it->count++] = (gp_part){path, size};
        path += size + (path[size] == '.');
    }
}

int gp_compare_parts(const gp_part *a, const gp_part *b)
{
    size_t size = a->size < b->size ? a->size : b->size;
    int order = memcmp(a->text, b->text, size);
    return order ? order : (a->size > b->size) - (a->size < b->size);
}

static int compare_paths(const gp_flat *a, const gp_flat *b)
{
    for (uint32_t i = 0; i < a->count && i < b->count; i++) {
        int order = gp_compare_parts(&a->parts[i], &b->parts[i]);
        if (order) return order;
    }
    return (a->count > b->count) - (a->count < b->count);
}

static int compare_items(const void *left, const void *right)
{
    const gp_flat *a = left, *b = right;
    int order = compare_paths(a, b);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* ---- from properties to items ---- */

void gp_start_items(gp_array *items)
{
    items->size = sizeof(gp_flat);
    items->count = 0;
}

bool gp_push_item(gp_graph_import *import, gp_array *items, gp_flat *it)
{
    it->index = (uint32_t)items->count;
    return gp_push(import->job, items, it, 1) != NULL;
}

gp_status gp_collect_item(gp_graph_import *import, gp_array *items, const gp_property *property,
                          const gp_record_kind *keys)
{
    gp_flat it = {.value = property->value,
                  .spot = property->spot,
                  .source = property->source,
                  .name = property->name};
    const char *name = gp_plain_name(import, property->name);
    if (!name) return gp_no_memory(import->job);
    const char *path = gp_path_of_property(name, keys, import->names, import->scratch);
    if (path && path == import->scratch->bytes.data) {
        path = gp_copy_text(import->job, path, strlen(path));
        if (!path) return gp_no_memory(import->job);
    }
    bool is_own = path && strncmp(path, "x-", 2) == 0;
    bool has_mark = name != property->name;
    bool is_given = is_own || has_mark || *property->value;
    if (path && !is_own && !has_mark)
        is_given = !gp_is_not_given(path, property->value, import->scratch);
    if (import->scratch->has_failed) return gp_no_memory(import->job);
    if (!is_given) return GP_OK;
    if (path) {
        gp_split_path(&it, path);
        it.said = path;
        if (has_mark) it.path = NULL; /* its value is JSON, whatever the path */
    } else {
        it.path = OWN_PROPERTIES;
        it.parts[0] = (gp_part){OWN_PROPERTIES, sizeof OWN_PROPERTIES - 1};
        it.parts[1] = (gp_part){name, strlen(name)};
        it.count = 2;
        if (has_mark) it.path = NULL;
    }
    return it.count == 0 || gp_push_item(import, items, &it) ? GP_OK : gp_no_memory(import->job);
}

gp_status gp_collect_items(gp_graph_import *import, gp_array *items, const gp_properties *list,
                           const gp_record_kind *keys)
{
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(import->graph, i)->next)
        GP_TRY(gp_collect_item(import, items, gp_property_at(import->graph, i), keys));
    return GP_OK;
}

/* ---- one value under one path ---- */

static bool is_within(const gp_flat *it, const gp_flat *outer)
{
    if (it->count < outer->count) return false;
    for (uint32_t i = 0; i < outer->count; i++)
        if (gp_compare_parts(&it->parts[i], &outer->parts[i]) != 0) return false;
    return true;
}

#define SAID_BEFORE                                                                                \
    GP_WORDS("the same was said before, and the first counts",                                     \
             "hetzelfde was al gezegd, en de eerste telt")

static gp_status drop(gp_graph_import *import, const gp_flat *it)
{
    const gp_graph_edge *edge =
        it->edge_count ? gp_edge_at(import->graph, import->edges[it->first_edge]) : NULL;
    gp_turn_to(import, it->source);
    return gp_leave_out(import, edge ? GP_LEFT_OUT_EDGES : GP_LEFT_OUT_PROPERTIES,
                        edge ? edge->type : it->name, SAID_BEFORE, it->spot);
}

/* Of sorted items that say the same ("lead_time" twice), or of which one is a value and others are
 * within it ("lead_time", "lead_time.min"), keeps what stands first in the file. Paths have few
 * parts, so each item is looked at a few times. */
static gp_status drop_repeated(gp_graph_import *import, gp_array *array)
{
    gp_flat *items = array->data;
    size_t kept = 0;
    for (size_t i = 0, end, same; i < array->count; i = end) {
        size_t first = i;
        for (same = i + 1; same < array->count && compare_paths(&items[i], &items[same]) == 0;)
            GP_TRY(drop(import, &items[same++]));
        for (end = same; end < array->count && is_within(&items[end], &items[i]); end++)
            if (items[end].index < items[first].index) first = end;
        if (first == i) {
            for (size_t within = same; within < end; within++) GP_TRY(drop(import, &items[within]));
            items[kept++] = items[i];
        } else {
            GP_TRY(drop(import, &items[i]));
            end = same;
        }
    }
    array->count = kept;
    return GP_OK;
}

gp_status gp_sort_items(gp_graph_import *import, gp_array *items)
{
    if (items->count > 1) qsort(items->data, items->count, sizeof(gp_flat), compare_items);
    return drop_repeated(import, items);
}

/* ---- objects around them ---- */

static bool is_levels(const gp_flat *it)
{
    return it->parts[0].size == 6 && memcmp(it->parts[0].text, "levels", 6) == 0 && it->count > 1;
}

static uint32_t shared_parts(const gp_flat *a, const gp_flat *b)
{
    uint32_t count = 0;
    while (count + 1 < a->count && count + 1 < b->count &&
           gp_compare_parts(&a->parts[count], &b->parts[count]) == 0)
        count++;
    return count;
}

/* Opens the object that a part names: in the list of levels it is an entry. */
static void open_part(gp_tree *tree, const gp_flat *it, uint32_t index)
{
    const gp_part *p = &it->parts[index];
    bool is_entry = index == 1 && is_levels(it);
    if (!is_entry) gp_add_key(tree, p->text, p->size, it->spot);
    gp_open_node(tree, index == 0 && is_levels(it) ? '[' : '{', it->spot);
    if (!is_entry) return;
    gp_add_key(tree, "level", 5, it->spot);
    if (p->size == 1 && p->text[0] >= '0' && p->text[0] <= '9')
        gp_add_number_node(tree, p->text[0] - '0', it->spot);
    else
        gp_add_text_node(tree, p->text, p->size, it->spot);
}

/* The number of an entry of `levels` is said by its path. */
static bool is_said(const gp_flat *it)
{
    return is_levels(it) && it->count == 3 && it->parts[2].size == 5 &&
           memcmp(it->parts[2].text, "level", 5) == 0;
}

gp_status gp_note_item(gp_graph_import *import, const gp_flat *it)
{
    gp_turn_to(import, it->source);
    if (it->edge_count) return GP_OK; /* each edge notes its own */
    return gp_note_origin(import, GP_LEFT_OUT_PROPERTIES, it->name, it->said, it->value);
}

gp_status gp_emit_sorted(gp_graph_import *import, const gp_flat *items, size_t count,
                         gp_emit_edges *emit_edges)
{
    gp_tree *tree = import->tree;
    uint32_t open = 0;
    for (size_t i = 0; i < count; i++) {
        const gp_flat *it = &items[i];
        uint32_t shared = i ? shared_parts(&items[i - 1], it) : 0;
        for (; open > shared; open--) gp_close_node(tree);
        GP_TRY(gp_note_item(import, it));
        for (; open + 1 < it->count; open++) open_part(tree, it, open);
        if (is_said(it)) continue;
        bool is_bare = it->count == 2 && is_levels(it); /* "levels.2" holds no object */
        if (!is_bare) gp_add_key(tree, it->parts[open].text, it->parts[open].size, it->spot);
        GP_TRY(it->edge_count ? emit_edges(import, it)
                              : gp_emit_value(import, it->path, it->value, it->spot));
    }
    for (; open; open--) gp_close_node(tree);
    return GP_OK;
}
