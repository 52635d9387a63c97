/* SPDX-License-Identifier: MIT
 * A document as a property graph. Interventions, capabilities, terms and measurements become
 * nodes, what points from one to another becomes an edge, and the rest flat properties. What is
 * only referred to, a missing capability or a dimension of the paper, becomes a node too, so that
 * its edges have an end. */
#include "io/graph/graph_export.h"
#include "io/xml/xml_text.h"

#include <cjson/cJSON.h>
#include <string.h>

/* ---- nodes ---- */

/* Ids of interventions and capabilities are one set; those of terms a set each. */
static gp_node_kind set_of(gp_node_kind kind)
{
    bool is_shared = kind == GP_NODE_INTERVENTION || kind == GP_NODE_MISSING;
    return is_shared ? GP_NODE_CAPABILITY : kind;
}

static uint32_t number_of(gp_graph_export *export, gp_node_kind kind, const char *id)
{
    static const uint32_t none = GP_NONE;
    const char *key;
    size_t size;
    export->scratch->bytes.count = 0;
    gp_add_number(export->scratch, set_of(kind));
    gp_add_text(export->scratch, " ");
    gp_add_text(export->scratch, id);
    if (gp_finish_buffer(export->scratch, &key, &size) != GP_OK) return GP_NONE;
    uint32_t number = gp_intern(export->ids, key, size);
    while (number != GP_NONE && export->node_of.count <= number)
        if (!gp_push(export->graph->job, &export->node_of, &none, 1)) return GP_NONE;
    return number;
}

/* A file id that says what the node is and that no other has. */
static gp_status choose_file_id(gp_graph_export *export, gp_node_kind kind, const char *id,
                                gp_graph_node *node)
{
    const char *base;
    size_t size;
    bool is_term = set_of(kind) != GP_NODE_CAPABILITY;
    export->scratch->bytes.count = 0;
    if (is_term) gp_add_text(export->scratch, gp_node_kind_names[kind]);
    if (is_term) gp_add_text(export->scratch, "-");
    gp_add_xml_id(export->scratch, id);
    GP_TRY(gp_finish_buffer(export->scratch, &base, &size));
    GP_TRY(gp_reserve_id(export->graph, base, &node->file_id));
    node->symbol = gp_graph_symbol(export->graph, node->file_id);
    return node->symbol == GP_NONE ? gp_no_memory(export->graph->job) : GP_OK;
}

/* Appends a node with its id; *out is where it is. */
static gp_status add_node(gp_graph_export *export, gp_node_kind kind, const char *id, uint32_t *out)
{
    gp_graph_node node = {.kind = (uint8_t)kind, .id = id, .properties = GP_NO_PROPERTIES};
    *out = (uint32_t) export->graph->nodes.count;
    GP_TRY(choose_file_id(export, kind, id, &node));
    GP_TRY(gp_add_node(export->graph, &node));
    uint32_t number = number_of(export, kind, id);
    if (number == GP_NONE) return gp_no_memory(export->graph->job);
    uint32_t *node_of = (uint32_t *)export->node_of.data + number;
    if (*node_of == GP_NONE) *node_of = *out;
    gp_properties *list = &gp_node_at(export->graph, *out)->properties;
    if (strcmp(node.file_id, id) == 0) return GP_OK;
    return gp_add_property(export->graph, list, "id", id, (gp_spot){0, 0});
}

/* The node of an id, made where nothing describes it. */
static gp_status refer(gp_graph_export *export, gp_node_kind kind, const char *id, uint32_t *out)
{
    uint32_t number = number_of(export, kind, id);
    if (number == GP_NONE) return gp_no_memory(export->graph->job);
    *out = ((uint32_t *)export->node_of.data)[number];
    if (*out != GP_NONE) return GP_OK;
    bool is_term = set_of(kind) != GP_NODE_CAPABILITY;
    GP_TRY(add_node(export, is_term ? kind : GP_NODE_MISSING, id, out));
    gp_properties *list = &gp_node_at(export->graph, *out)->properties;
    if (!is_term) return GP_OK;
    return gp_add_property(export->graph, list, "predefined", "true", (gp_spot){0, 0});
}

/* ---- edges ---- */

static gp_status add_edge(gp_graph_export *export, gp_edge_kind kind, uint32_t from, uint32_t to,
                          gp_graph_edge **out)
{
    gp_graph_edge edge = {
        .kind = (uint8_t)kind, .from = from, .to = to, .properties = GP_NO_PROPERTIES};
    GP_TRY(gp_add_edge(export->graph, &edge));
    *out = gp_edge_at(export->graph, (uint32_t) export->graph->edges.count - 1);
    return GP_OK;
}

static gp_status flatten_edge(gp_graph_export *export, gp_graph_edge *edge, const cJSON *value,
                              const char *except, const char *subject)
{
    export->flat = GP_FLAT_EDGE;
    gp_status status = gp_flatten(export, &edge->properties, value, NULL, except, subject);
    export->flat = GP_FLAT_NODE;
    return status;
}

static gp_status add_junction(gp_graph_export *export, uint32_t *out)
{
    char id[32] = "any-";
    size_t at = 4;
    uint32_t number = ++export->junction_count, scale = 1;
    while (number / scale >= 10) scale *= 10;
    for (; scale; scale /= 10) id[at++] = (char)('0' + number / scale % 10);
    id[at] = '\0';
    const char *kept = gp_copy_text(export->graph->job, id, at);
    if (!kept) return gp_no_memory(export->graph->job);
    gp_graph_node node = {.kind = GP_NODE_ANY, .id = kept, .properties = GP_NO_PROPERTIES};
    *out = (uint32_t) export->graph->nodes.count;
    GP_TRY(choose_file_id(export, GP_NODE_ANY, id + 4, &node));
    return gp_add_node(export->graph, &node);
}

/* What a requirement says but whom it is of, and the step that it is for (0: none). */
static gp_status add_facts(gp_graph_export *export, gp_graph_edge *edge, const cJSON *requirement,
                           int step, const char *subject)
{
    const char digit[] = {(char)('0' + step), '\0'};
    if (step)
        GP_TRY(gp_add_property(export->graph, &edge->properties, "step", digit, (gp_spot){0, 0}));
    if (!cJSON_IsObject(requirement)) return GP_OK;
    return flatten_edge(export, edge, requirement, "id,any", subject);
}

static gp_status add_required(gp_graph_export *export, uint32_t from, const cJSON *requirement,
                              int step, const char *subject)
{
    const cJSON *id = cJSON_IsString(requirement)
                          ? requirement
                          : cJSON_GetObjectItemCaseSensitive(requirement, "id");
    uint32_t to;
    gp_graph_edge *edge;
    if (!cJSON_IsString(id)) return GP_OK;
    GP_TRY(refer(export, GP_NODE_CAPABILITY, id->valuestring, &to));
    GP_TRY(add_edge(export, GP_EDGE_REQUIRES, from, to, &edge));
    return add_facts(export, edge, requirement, step, subject);
}

static gp_status add_requires(gp_graph_export *export, uint32_t from, const cJSON *list, int step,
                              const char *subject)
{
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        const cJSON *any = cJSON_GetObjectItemCaseSensitive(entry, "any");
        uint32_t junction = GP_NONE;
        gp_graph_edge *edge;
        if (!any) {
            GP_TRY(add_required(export, from, entry, step, subject));
            continue;
        }
        GP_TRY(add_junction(export, &junction));
        GP_TRY(add_edge(export, GP_EDGE_REQUIRES, from, junction, &edge));
        GP_TRY(add_facts(export, edge, entry, step, subject));
        for (const cJSON *item = any->child; item; item = item->next)
            GP_TRY(add_required(export, junction, item, 0, subject));
    }
    return GP_OK;
}

/* A list of ids, or of dimensions with a direction. */
static gp_status add_targets(gp_graph_export *export, uint32_t from, gp_edge_kind kind,
                             gp_node_kind target, const cJSON *list, const char *subject)
{
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        const cJSON *id =
            cJSON_IsString(entry) ? entry : cJSON_GetObjectItemCaseSensitive(entry, "dimension");
        uint32_t to;
        gp_graph_edge *edge;
        if (!cJSON_IsString(id)) continue;
        GP_TRY(refer(export, target, id->valuestring, &to));
        GP_TRY(add_edge(export, kind, from, to, &edge));
        if (cJSON_IsObject(entry)) GP_TRY(flatten_edge(export, edge, entry, "dimension", subject));
    }
    return GP_OK;
}

/* ---- records ---- */

static const char *text_of(const cJSON *record, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(record, key);
    return cJSON_IsString(value) ? value->valuestring : NULL;
}

/* Which lists there are, and what the nodes of their records are. */
static const struct {
    const char *key;
    gp_node_kind kind;
} lists[] = {
    {"dimensions", GP_NODE_DIMENSION},     {"segments", GP_NODE_SEGMENT},
    {"situations", GP_NODE_SITUATION},     {"scenarios", GP_NODE_SCENARIO},
    {"measurements", GP_NODE_MEASUREMENT}, {"interventions", GP_NODE_INTERVENTION},
    {"capabilities", GP_NODE_CAPABILITY},
};
#define LISTS (sizeof lists / sizeof *lists)

/* What is no property, but an element of XML: characters that it cannot hold become U+FFFD. */
static gp_status check_own_text(gp_graph_export *export, const cJSON *record, const char *key,
                                const char *subject)
{
    const char *text = text_of(record, key);
    if (!export->is_xml || !text || gp_is_xml_text(text)) return GP_OK;
    return gp_report_loss(export->conversion, cJSON_GetObjectItemCaseSensitive(record, key),
                          subject, key);
}

/* What properties do not say: it is the node's own, or edges say it. */
#define NOT_FLAT "id,name,x-documentation,requires,addresses,applies,scenarios,dimension"

static gp_status add_record(gp_graph_export *export, gp_node_kind kind, const cJSON *record)
{
    const char *id = text_of(record, "id");
    char measured[32];
    uint32_t node;
    if (kind == GP_NODE_MEASUREMENT) {
        gp_buffer *scratch = export->scratch;
        const char *number;
        size_t size;
        scratch->bytes.count = 0;
        gp_add_number(scratch, (int64_t) export->graph->nodes.count + 1);
        GP_TRY(gp_finish_buffer(scratch, &number, &size));
        memcpy(measured, number, size + 1);
        id = gp_copy_text(export->graph->job, measured, size);
    }
    if (!id) return kind == GP_NODE_MEASUREMENT ? gp_no_memory(export->graph->job) : GP_OK;
    GP_TRY(add_node(export, kind, id, &node));
    gp_graph_node *made = gp_node_at(export->graph, node);
    const char *subject = kind == GP_NODE_MEASUREMENT ? NULL : id;
    made->name = text_of(record, "name");
    made->documentation = text_of(record, "x-documentation");
    GP_TRY(check_own_text(export, record, "name", subject));
    GP_TRY(check_own_text(export, record, "x-documentation", subject));
    gp_properties list = made->properties;
    bool has_edge = export->has_parents && kind == GP_NODE_CAPABILITY;
    GP_TRY(
        gp_flatten(export, &list, record, NULL, has_edge ? NOT_FLAT ",parent" : NOT_FLAT, subject));
    const cJSON *applies = cJSON_GetObjectItemCaseSensitive(record, "applies");
    for (const cJSON *m = applies ? applies->child : NULL; m; m = m->next) {
        if (strcmp(m->string, "segments") == 0 || strcmp(m->string, "situations") == 0) continue;
        bool is_plain = strcmp(m->string, "decided_by") == 0 && cJSON_IsString(m);
        GP_TRY(is_plain ? gp_export_property(export, &list, "applies.decided_by", m->valuestring, m,
                                             subject)
                        : gp_report_loss(export->conversion, m, subject, m->string));
    }
    gp_node_at(export->graph, node)->properties = list;
    return GP_OK;
}

static gp_status link_levels(gp_graph_export *export, uint32_t node, const cJSON *record)
{
    const cJSON *levels = cJSON_GetObjectItemCaseSensitive(record, "levels");
    if (levels && !gp_has_flat_levels(levels)) return GP_OK; /* their text says it all */
    for (const cJSON *entry = levels ? levels->child : NULL; entry; entry = entry->next) {
        const cJSON *level = cJSON_GetObjectItemCaseSensitive(entry, "level");
        const cJSON *requires = cJSON_GetObjectItemCaseSensitive(entry, "requires");
        int step = cJSON_IsNumber(level) ? (int)level->valuedouble : 0;
        GP_TRY(add_requires(export, node, requires, step, text_of(record, "id")));
    }
    return GP_OK;
}

static gp_status link_record(gp_graph_export *export, gp_node_kind kind, uint32_t node,
                             const cJSON *record)
{
    const char *subject = text_of(record, "id");
    const cJSON *applies = cJSON_GetObjectItemCaseSensitive(record, "applies");
    if (kind == GP_NODE_MEASUREMENT) {
        const char *dimension = text_of(record, "dimension");
        uint32_t to;
        gp_graph_edge *edge;
        if (!dimension) return GP_OK;
        GP_TRY(refer(export, GP_NODE_DIMENSION, dimension, &to));
        return add_edge(export, GP_EDGE_MEASURES, node, to, &edge);
    }
    GP_TRY(add_requires(export, node, cJSON_GetObjectItemCaseSensitive(record, "requires"), 0,
                        subject));
    GP_TRY(link_levels(export, node, record));
    const char *parent = text_of(record, "parent");
    if (parent && export->has_parents && kind == GP_NODE_CAPABILITY) {
        uint32_t to;
        gp_graph_edge *edge;
        GP_TRY(refer(export, GP_NODE_CAPABILITY, parent, &to));
        GP_TRY(add_edge(export, GP_EDGE_PARENT, node, to, &edge));
    }
    GP_TRY(add_targets(export, node, GP_EDGE_ADDRESSES, GP_NODE_DIMENSION,
                       cJSON_GetObjectItemCaseSensitive(record, "addresses"), subject));
    GP_TRY(add_targets(export, node, GP_EDGE_SEGMENT, GP_NODE_SEGMENT,
                       cJSON_GetObjectItemCaseSensitive(applies, "segments"), subject));
    GP_TRY(add_targets(export, node, GP_EDGE_SITUATION, GP_NODE_SITUATION,
                       cJSON_GetObjectItemCaseSensitive(applies, "situations"), subject));
    return add_targets(export, node, GP_EDGE_SCENARIO, GP_NODE_SCENARIO,
                       cJSON_GetObjectItemCaseSensitive(record, "scenarios"), subject);
}

/* All nodes first: references may point forward. */
static gp_status add_lists(gp_graph_export *export, const cJSON *top)
{
    for (size_t i = 0; i < LISTS; i++) {
        const cJSON *list = cJSON_GetObjectItemCaseSensitive(top, lists[i].key);
        for (const cJSON *record = list ? list->child : NULL; record; record = record->next)
            GP_TRY(add_record(export, lists[i].kind, record));
    }
    uint32_t node = 0;
    for (size_t i = 0; i < LISTS; i++) {
        const cJSON *list = cJSON_GetObjectItemCaseSensitive(top, lists[i].key);
        for (const cJSON *record = list ? list->child : NULL; record; record = record->next)
            GP_TRY(link_record(export, lists[i].kind, node++, record));
    }
    return GP_OK;
}

gp_status gp_make_graph(const gp_conversion *conversion, gp_graph_format format, gp_graph **out)
{
    gp_job *job = conversion->job;
    const cJSON *top = conversion->document->top;
    gp_graph_export *export = GP_NEW(job, gp_graph_export, 1);
    if (!export) return gp_no_memory(job);
    *export = (gp_graph_export){.conversion = conversion,
                                .scratch = gp_new_buffer(job),
                                .has_parents = format == GP_FOR_ARCHIMATE,
                                .is_xml = format != GP_FOR_DOT};
    if (!export->scratch) return gp_no_memory(job);
    export->node_of.size = sizeof(uint32_t);
    export->path.size = 1;
    export->ids = gp_new_names(job);
    if (!export->ids) return gp_no_memory(job);
    GP_TRY(gp_new_graph(job, &export->graph));
    export->graph->title = text_of(top, "title");
    export->graph->documentation = text_of(top, "x-documentation");
    GP_TRY(check_own_text(export, top, "title", NULL));
    GP_TRY(check_own_text(export, top, "x-documentation", NULL));
    export->flat = GP_FLAT_TOP;
    GP_TRY(gp_flatten(export, &export->graph->settings, top, NULL,
                      "title,x-documentation,dimensions,segments,situations,scenarios,"
                      "measurements,interventions,capabilities",
                      NULL));
    export->flat = GP_FLAT_NODE;
    GP_TRY(add_lists(export, top));
    *out = export->graph;
    return GP_OK;
}
