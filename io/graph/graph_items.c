/* SPDX-License-Identifier: MIT
 * One record out of flat properties and edges. Each becomes an item with a path ("planning.round"
 * has two parts); sorted, items that share their first parts stand together, and one walk opens
 * and closes the objects around them. */
#include "io/graph/graph_import.h"
#include "io/graph/property_names.h"

#include <stdlib.h>
#include <string.h>

#define OWN_PROPERTIES "x-properties" /* holds those that are no key of ours */

typedef struct part {
    const char *text;
    size_t size;
} part;

typedef struct item {
    part parts[GP_PATH_PARTS_MAX];
    uint32_t count;
    uint32_t index; /* keeps the order of equals */
    const char *path, *value;
    gp_spot spot;
    uint32_t first_edge, edge_count; /* import->edges; edge_count 0: a property */
    uint8_t edge_kind;
    const char *name, *said; /* of a property: as the file calls it, and the path it stands for */
} item;

/* ---- paths ---- */

static void split(item *it, const char *path)
{
    bool is_whole = strncmp(path, "x-", 2) == 0;
    it->path = path;
    while (*path) {
        size_t size =
            is_whole || it->count == GP_PATH_PARTS_MAX - 1 ? strlen(path) : strcspn(path, ".");
        it->parts[it->count++] = (part){path, size};
        path += size + (path[size] == '.');
    }
}

static int compare_parts(const part *a, const part *b)
{
    size_t size = a->size < b->size ? a->size : b->size;
    int order = memcmp(a->text, b->text, size);
    return order ? order : (a->size > b->size) - (a->size < b->size);
}

static int compare_paths(const item *a, const item *b)
{
    for (uint32_t i = 0; i < a->count && i < b->count; i++) {
        int order = compare_parts(&a->parts[i], &b->parts[i]);
        if (order) return order;
    }
    return (a->count > b->count) - (a->count < b->count);
}

static int compare_items(const void *left, const void *right)
{
    const item *a = left, *b = right;
    int order = compare_paths(a, b);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* ---- from properties and edges to items ---- */

static bool push(gp_graph_import *import, gp_array *items, item *it)
{
    it->index = (uint32_t)items->count;
    return gp_push(import->job, items, it, 1) != NULL;
}

static gp_status add_property(gp_graph_import *import, gp_array *items, const gp_property *property,
                              const gp_record_kind *keys)
{
    item it = {.value = property->value, .spot = property->spot, .name = property->name};
    const char *name = gp_plain_name(import, property->name);
    if (!name) return gp_no_memory(import->job);
    const char *path = gp_path_of_property(name, keys, import->names, import->scratch);
    if (path && path == import->scratch->bytes.data)
        path = gp_copy_text(import->job, path, strlen(path));
    if (import->scratch->has_failed) return gp_no_memory(import->job);
    bool is_own = path && strncmp(path, "x-", 2) == 0;
    if (path && !is_own && gp_is_not_given(path, property->value)) return GP_OK;
    if (path) {
        split(&it, path);
        it.said = path;
        bool has_mark = name != property->name;
        if (has_mark) it.path = NULL; /* its value is JSON, whatever the path */
    } else {
        it.path = OWN_PROPERTIES;
        it.parts[0] = (part){OWN_PROPERTIES, sizeof OWN_PROPERTIES - 1};
        it.parts[1] = (part){name, strlen(name)};
        it.count = 2;
        if (name != property->name) it.path = NULL;
    }
    return it.count == 0 || push(import, items, &it) ? GP_OK : gp_no_memory(import->job);
}

/* Where in a record the edges of a kind go. */
static const char *const paths[GP_EDGE_KINDS] = {[GP_EDGE_REQUIRES] = "requires",
                                                 [GP_EDGE_ADDRESSES] = "addresses",
                                                 [GP_EDGE_SEGMENT] = "applies.segments",
                                                 [GP_EDGE_SITUATION] = "applies.situations",
                                                 [GP_EDGE_SCENARIO] = "scenarios"};

const char *gp_step_of(const gp_graph_import *import, const gp_graph_edge *edge)
{
    const char *step = gp_find_property(import->graph, &edge->properties, "step");
    bool is_step = step && *step >= '1' && *step <= '0' + GP_LEVEL_MAX && !step[1];
    bool may_be = edge->kind == GP_EDGE_REQUIRES &&
                  gp_node_at(import->graph, edge->from)->kind == GP_NODE_CAPABILITY;
    return is_step && may_be ? step : "";
}

/* Edges of one kind and one step become an item; they stand together, see compare_edges. */
static gp_status add_edges(gp_graph_import *import, uint32_t first, uint32_t count)
{
    const gp_graph_edge *edge = gp_edge_at(import->graph, import->edges[first]);
    item it = {
        .first_edge = first, .edge_count = count, .edge_kind = edge->kind, .spot = edge->spot};
    const char *step = gp_step_of(import, edge);
    if (!paths[edge->kind]) return GP_OK;
    if (*step) {
        it.parts[0] = (part){"levels", 6};
        it.parts[1] = (part){step, 1};
        it.parts[2] = (part){"requires", 8};
        it.count = 3;
    } else {
        split(&it, paths[edge->kind]);
    }
    return push(import, &import->items, &it) ? GP_OK : gp_no_memory(import->job);
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

static gp_status emit_item(gp_graph_import *import, const item *it)
{
    if (!it->edge_count) return gp_emit_value(import, it->path, it->value, it->spot);
    const uint32_t *edges = import->edges + it->first_edge;
    if (it->edge_kind == GP_EDGE_REQUIRES)
        return gp_emit_requirements(import, edges, it->edge_count);
    return gp_emit_targets(import, edges, it->edge_count);
}

/* ---- objects around them ---- */

static bool is_levels(const item *it)
{
    return it->parts[0].size == 6 && memcmp(it->parts[0].text, "levels", 6) == 0 && it->count > 1;
}

static uint32_t shared_parts(const item *a, const item *b)
{
    uint32_t count = 0;
    while (count + 1 < a->count && count + 1 < b->count &&
           compare_parts(&a->parts[count], &b->parts[count]) == 0)
        count++;
    return count;
}

/* Opens the object that a part names: in the list of levels it is an entry. */
static void open_part(gp_tree *tree, const item *it, uint32_t index)
{
    const part *p = &it->parts[index];
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
static bool is_said(const item *it)
{
    return is_levels(it) && it->count == 3 && it->parts[2].size == 5 &&
           memcmp(it->parts[2].text, "level", 5) == 0;
}

static gp_status note_origin(gp_graph_import *import, const item *it)
{
    if (it->edge_count) return GP_OK; /* each edge notes its own */
    return gp_note_origin(import, GP_LEFT_OUT_PROPERTIES, it->name, it->said);
}

static gp_status emit_sorted(gp_graph_import *import, const item *items, size_t count)
{
    gp_tree *tree = import->tree;
    uint32_t open = 0;
    for (size_t i = 0; i < count; i++) {
        const item *it = &items[i];
        uint32_t shared = i ? shared_parts(&items[i - 1], it) : 0;
        for (; open > shared; open--) gp_close_node(tree);
        GP_TRY(note_origin(import, it));
        for (; open + 1 < it->count; open++) open_part(tree, it, open);
        if (is_said(it)) continue;
        bool is_bare = it->count == 2 && is_levels(it); /* "levels.2" holds no object */
        if (!is_bare) gp_add_key(tree, it->parts[open].text, it->parts[open].size, it->spot);
        GP_TRY(emit_item(import, it));
    }
    for (; open; open--) gp_close_node(tree);
    return GP_OK;
}

/* ---- one value under one path ---- */

static bool is_within(const item *it, const item *outer)
{
    if (it->count < outer->count) return false;
    for (uint32_t i = 0; i < outer->count; i++)
        if (compare_parts(&it->parts[i], &outer->parts[i]) != 0) return false;
    return true;
}

#define SAID_BEFORE                                                                                \
    GP_WORDS("the same was said before, and the first counts",                                     \
             "hetzelfde was al gezegd, en de eerste telt")

static gp_status drop(gp_graph_import *import, const item *it)
{
    const gp_graph_edge *edge =
        it->edge_count ? gp_edge_at(import->graph, import->edges[it->first_edge]) : NULL;
    return gp_leave_out(import, edge ? GP_LEFT_OUT_EDGES : GP_LEFT_OUT_PROPERTIES,
                        edge ? edge->type : it->name, SAID_BEFORE, it->spot);
}

/* Of sorted items that say the same ("lead_time" twice), or of which one is a value and others are
 * within it ("lead_time", "lead_time.min"), keeps what stands first in the file. Paths have few
 * parts, so each item is looked at a few times. */
static gp_status drop_repeated(gp_graph_import *import, gp_array *array)
{
    item *items = array->data;
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

static gp_status collect(gp_graph_import *import, gp_array *items, const gp_properties *list,
                         const gp_record_kind *keys)
{
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(import->graph, i)->next)
        GP_TRY(add_property(import, items, gp_property_at(import->graph, i), keys));
    return GP_OK;
}

static void start(gp_array *items)
{
    items->size = sizeof(item);
    items->count = 0;
}

static gp_status sort(gp_graph_import *import, gp_array *items)
{
    if (items->count > 1) qsort(items->data, items->count, sizeof(item), compare_items);
    return drop_repeated(import, items);
}

gp_status gp_emit_items(gp_graph_import *import, uint32_t node, const gp_record_kind *keys)
{
    start(&import->items);
    GP_TRY(gather_edges(import, node)); /* before what properties may say of the same */
    GP_TRY(collect(import, &import->items, &gp_node_at(import->graph, node)->properties, keys));
    GP_TRY(sort(import, &import->items));
    return emit_sorted(import, import->items.data, import->items.count);
}

/* ---- what an edge says about a requirement, but whom it is of ---- */

static gp_status add_fact(gp_graph_import *import, const gp_graph_edge *edge,
                          const gp_property *property, const gp_record_kind *keys)
{
    bool is_step = edge->kind == GP_EDGE_REQUIRES && strcmp(property->name, "step") == 0;
    if (!*property->value) return GP_OK; /* nothing was filled in */
    if (!is_step) return add_property(import, &import->facts, property, keys);
    if (*gp_step_of(import, edge)) return GP_OK; /* the list that it stands in says so */
    return gp_leave_out(
        import, GP_LEFT_OUT_PROPERTIES, property->name,
        GP_WORDS("a capability has steps to level 1 to 5, and nothing else has",
                 "een capability heeft stappen naar niveau 1 tot 5, en verder niets"),
        property->spot);
}

/* In the order of the file; those that are no key of ours last, in an object of their own. */
static int compare_facts(const void *left, const void *right)
{
    const item *a = left, *b = right;
    if (!a->said != !b->said) return a->said ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

gp_status gp_collect_facts(gp_graph_import *import, const gp_graph_edge *edge,
                           const gp_record_kind *keys)
{
    start(&import->facts);
    for (uint32_t i = edge->properties.first; i != GP_NONE;) {
        const gp_property *property = gp_property_at(import->graph, i);
        i = property->next;
        GP_TRY(add_fact(import, edge, property, keys));
    }
    GP_TRY(sort(import, &import->facts));
    if (import->facts.count > 1)
        qsort(import->facts.data, import->facts.count, sizeof(item), compare_facts);
    return GP_OK;
}

gp_status gp_emit_facts(gp_graph_import *import)
{
    return emit_sorted(import, import->facts.data, import->facts.count);
}

/* ---- settings: each a value of its own ---- */

static gp_status emit_setting(gp_graph_import *import, item *items, size_t count)
{
    const part first = items[0].parts[0];
    const char *key = gp_copy_text(import->job, first.text, first.size);
    if (!key) return gp_no_memory(import->job);
    gp_start_tree(import->tree);
    import->origins.count = 0;
    GP_TRY(note_origin(import, &items[0]));
    if (items[0].count == 1) {
        GP_TRY(gp_emit_value(import, items[0].path, items[0].value, items[0].spot));
        return gp_emit_tree(import, key);
    }
    gp_open_node(import->tree, '{', items[0].spot);
    for (size_t i = 0; i < count; i++) {
        items[i].count--;
        memmove(items[i].parts, items[i].parts + 1, items[i].count * sizeof(part));
    }
    GP_TRY(emit_sorted(import, items, count));
    gp_close_node(import->tree);
    return gp_emit_tree(import, key);
}

gp_status gp_emit_settings(gp_graph_import *import)
{
    start(&import->items);
    GP_TRY(collect(import, &import->items, &import->graph->settings, &gp_top_kind));
    GP_TRY(sort(import, &import->items));
    item *items = import->items.data;
    for (size_t first = 0, end; first < import->items.count; first = end) {
        end = first + 1;
        while (items[first].count > 1 && end < import->items.count &&
               compare_parts(&items[first].parts[0], &items[end].parts[0]) == 0)
            end++;
        GP_TRY(emit_setting(import, items + first, end - first));
    }
    return GP_OK;
}
