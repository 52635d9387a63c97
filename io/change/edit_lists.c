/* SPDX-License-Identifier: MIT
 * What differs in the lists that no date rests on: dimensions, segments, situations, scenarios,
 * measures and risks, which match by id; measurements, which match by what is measured, of whom and
 * when; and correlations, which match by the set of their ids. */
#include "io/change/edits.h"
#include "io/change/meaning.h"
#include "io/change/named_ids.h"
#include "io/json/json_compact.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

/* A record of such a list. */
typedef struct item {
    const char *identity; /* of the two versions of one record: the same */
    const char *meaning;
    const cJSON *node;
    int version;
    uint32_t position; /* in its list */
} item;

static int compare_items(const void *left, const void *right)
{
    const item *a = left, *b = right;
    int order = strcmp(a->identity, b->identity);
    if (order == 0) order = strcmp(a->meaning, b->meaning);
    if (order == 0) order = a->version - b->version;
    return order
               ? order
               : (a->node->valueint > b->node->valueint) - (a->node->valueint < b->node->valueint);
}

static gp_status identify(const gp_edit_sources *sources, int version, const cJSON *record,
                          uint8_t kind, const char **out)
{
    static const char *const keys[] = {"dimension", "segment", "situation", "on"};
    gp_job *job = sources->job;
    bool has_id = kind != GP_EDIT_MEASUREMENT;
    if (kind == GP_EDIT_CORRELATION) {
        const cJSON *ids = cJSON_GetObjectItemCaseSensitive(record, "ids");
        GP_TRY(gp_name_list(job, ids, sources, version, out));
        if (!*out) *out = "";
        return GP_OK;
    }
    gp_buffer *buffer = gp_new_buffer(job);
    size_t size;
    if (!buffer) return gp_no_memory(job);
    for (size_t i = 0; i < (has_id ? 1 : sizeof keys / sizeof *keys); i++) {
        const char *text = gp_text_of(record, has_id ? "id" : keys[i]);
        gp_add_text(buffer, text ? text : "");
        gp_add_text(buffer, "\x01");
    }
    return gp_finish_buffer(buffer, out, &size);
}

static gp_status add_items(gp_edit_sources *sources, int version, const cJSON *list, uint8_t kind,
                           gp_array *items)
{
    uint32_t position = 0;
    for (const cJSON *node = list ? list->child : NULL; node; node = node->next) {
        item added = {.node = node, .version = version, .position = position++};
        GP_TRY(identify(sources, version, node, kind, &added.identity));
        GP_TRY(gp_copy_sorted_json(sources->job, node, &added.meaning));
        if (!gp_push(sources->job, items, &added, 1)) return gp_no_memory(sources->job);
    }
    return GP_OK;
}

/* Takes out the pairs that say the same, which lie side by side; what is left comes in its order,
 * OLD's apart from NEW's. */
static void split(const item *items, size_t count, const item **left[GP_VERSIONS],
                  size_t counts[GP_VERSIONS])
{
    counts[GP_OLD] = counts[GP_NEW] = 0;
    for (size_t i = 0, end; i < count; i = end) {
        size_t old = 0;
        for (end = i; end < count && strcmp(items[end].meaning, items[i].meaning) == 0; end++)
            old += items[end].version == GP_OLD;
        size_t new = end - i - old, same = old < new ? old : new;
        for (size_t k = same; k < old; k++) left[GP_OLD][counts[GP_OLD]++] = &items[i + k];
        for (size_t k = same; k < new; k++) left[GP_NEW][counts[GP_NEW]++] = &items[i + old + k];
    }
}

static const gp_record_kind *keys_of(uint8_t kind)
{
    return kind == GP_EDIT_RISK          ? &gp_risk_kind
           : kind == GP_EDIT_CORRELATION ? &gp_correlation_kind
           : kind == GP_EDIT_MEASURE     ? &gp_measure_kind
           : kind == GP_EDIT_SCENARIO    ? &gp_scenario_kind
                                         : &gp_a_term_kind;
}

static gp_status compare_item(gp_edit_sources *sources, gp_edit_row row, const item *old,
                              const item *new)
{
    const cJSON *a = old ? old->node : NULL, *b = new ? new->node : NULL;
    bool has_id = row.edit.kind != GP_EDIT_MEASUREMENT;
    row.edit.id = has_id ? gp_text_of(b ? b : a, "id") : NULL;
    if (row.edit.kind == GP_EDIT_CORRELATION) row.edit.id = (new ? new : old)->identity;
    row.order = new ? new->identity : old->identity;
    row.origin.position = old ? old->position : 0;
    row.origin.records[GP_OLD] = a;
    row.origin.records[GP_NEW] = b;
    if (!has_id || !a || !b) return gp_add_node_edit(sources, row, a, b);
    return gp_compare_keys(sources, &row, keys_of(row.edit.kind), a, b);
}

static gp_status compare_all(gp_edit_sources *sources, const gp_edit_row *row, const gp_array *all)
{
    const item *items = all->data;
    const item **left[GP_VERSIONS];
    size_t counts[GP_VERSIONS];
    for (int version = 0; version < GP_VERSIONS; version++) {
        left[version] = GP_NEW(sources->job, const item *, all->count);
        if (!left[version]) return gp_no_memory(sources->job);
    }
    for (size_t i = 0, end; i < all->count; i = end) {
        for (end = i; end < all->count && !strcmp(items[end].identity, items[i].identity);) end++;
        split(&items[i], end - i, left, counts);
        for (size_t k = 0; k < counts[GP_OLD] || k < counts[GP_NEW]; k++)
            GP_TRY(compare_item(sources, *row, k < counts[GP_OLD] ? left[GP_OLD][k] : NULL,
                                k < counts[GP_NEW] ? left[GP_NEW][k] : NULL));
    }
    return GP_OK;
}

static gp_status compare_list(gp_edit_sources *sources, const char *name, uint8_t kind)
{
    const cJSON *lists[GP_VERSIONS];
    gp_edit_row row = {.edit.kind = kind, .origin = {.symbol = GP_NONE, .list = name}};
    gp_array *items = GP_NEW(sources->job, gp_array, 1);
    if (!items) return gp_no_memory(sources->job);
    for (int version = 0; version < GP_VERSIONS; version++)
        lists[version] = cJSON_GetObjectItemCaseSensitive(sources->documents[version]->top, name);
    if (gp_is_same_tree(lists[GP_OLD], lists[GP_NEW])) return GP_OK;
    items->size = sizeof(item);
    for (int version = 0; version < GP_VERSIONS; version++)
        GP_TRY(add_items(sources, version, lists[version], kind, items));
    if (items->count > 1) qsort(items->data, items->count, sizeof(item), compare_items);
    return compare_all(sources, &row, items);
}

gp_status gp_compare_lists(gp_edit_sources *sources)
{
    static const struct {
        const char *name;
        uint8_t kind;
    } lists[] = {{"dimensions", GP_EDIT_DIMENSION},
                 {"segments", GP_EDIT_SEGMENT},
                 {"situations", GP_EDIT_SITUATION},
                 {"scenarios", GP_EDIT_SCENARIO},
                 {"measurements", GP_EDIT_MEASUREMENT},
                 {"measures", GP_EDIT_MEASURE},
                 {"risks", GP_EDIT_RISK},
                 {"correlations", GP_EDIT_CORRELATION}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        GP_TRY(compare_list(sources, lists[i].name, lists[i].kind));
    return GP_OK;
}
