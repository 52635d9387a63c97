/* SPDX-License-Identifier: MIT
 * Collects what readers hand over into one tree. A reader's tree lives as long as its record, so
 * it is copied, node by node and without recursion. */
#include "io/document.h"
#include "io/json/json_compact.h"
#include "io/tree.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

/* Makes a node at the end of its parent's children. NULL when memory runs out. */
static cJSON *make_node(gp_document *document, cJSON *parent, int type, gp_place place)
{
    cJSON *node = GP_NEW(document->job, cJSON, 1);
    gp_document_node facts = {
        .node = node, .place = place, .parent = parent ? (uint32_t)parent->valueint : GP_NONE};
    if (!node || !gp_push(document->job, &document->nodes, &facts, 1)) return NULL;
    node->type = type;
    node->valueint = (int)document->nodes.count - 1;
    if (!parent) return node;
    node->prev = node; /* as in cJSON: the first one's points to the last */
    if (parent->child) {
        node->prev = parent->child->prev;
        node->prev->next = node;
        parent->child->prev = node;
    } else {
        parent->child = node;
    }
    return node;
}

/* cJSON's texts are not const, though nobody writes to these. */
static bool set_text(gp_document *document, char **to, const char *text)
{
    if (!text) return true;
    size_t size = strlen(text) + 1;
    *to = GP_NEW(document->job, char, size);
    if (*to) memcpy(*to, text, size);
    return *to != NULL;
}

static cJSON *copy_node(gp_document *document, const gp_records *records, cJSON *parent,
                        const cJSON *node)
{
    cJSON *copy = make_node(document, parent, node->type, gp_place_of(records, node));
    if (!copy || !set_text(document, &copy->string, node->string) ||
        !set_text(document, &copy->valuestring, node->valuestring))
        return NULL;
    copy->valuedouble = node->valuedouble;
    return copy;
}

/* The node itself or the first one after it that was not refused. */
static const cJSON *kept(const gp_records *records, const cJSON *node)
{
    while (node && gp_is_refused(records, node)) node = node->next;
    return node;
}

static cJSON *copy_tree(gp_document *document, const gp_records *records, cJSON *parent,
                        const cJSON *tree)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 1];
    cJSON *parents[GP_TREE_DEPTH_MAX + 2] = {parent};
    uint32_t depth = 0;
    cJSON *first = NULL;
    for (const cJSON *node = tree; node;) {
        cJSON *copy = copy_node(document, records, parents[depth], node);
        if (!copy) return NULL;
        if (!first) first = copy;
        const cJSON *child = kept(records, node->child);
        if (child && depth <= GP_TREE_DEPTH_MAX) {
            open[depth++] = node;
            parents[depth] = copy;
            node = child;
            continue;
        }
        const cJSON *next = NULL;
        while (depth && !(next = kept(records, node->next))) node = open[--depth];
        node = next;
    }
    return first;
}

gp_status gp_new_document(gp_job *job, gp_document **out)
{
    gp_document *document = GP_NEW(job, gp_document, 1);
    if (!document) return gp_no_memory(job);
    document->job = job;
    document->nodes.size = sizeof(gp_document_node);
    document->top = make_node(document, NULL, cJSON_Object, (gp_place){0});
    if (!document->top) return gp_no_memory(job);
    *out = document;
    return GP_OK;
}

gp_status gp_add_value(gp_document *document, const gp_records *records, const char *key,
                       const cJSON *tree)
{
    cJSON *copy = copy_tree(document, records, document->top, tree);
    if (!copy || !set_text(document, &copy->string, key)) return gp_no_memory(document->job);
    return GP_OK;
}

static cJSON *find_list(const gp_document *document, const char *key)
{
    if (document->list && strcmp(document->list->string, key) == 0) return document->list;
    for (cJSON *member = document->top->child; member; member = member->next)
        if (cJSON_IsArray(member) && strcmp(member->string, key) == 0) return member;
    return NULL;
}

gp_status gp_add_empty_list(gp_document *document, const char *key)
{
    cJSON *list = find_list(document, key);
    if (!list) {
        list = make_node(document, document->top, cJSON_Array, (gp_place){0});
        if (!list || !set_text(document, &list->string, key)) return gp_no_memory(document->job);
    }
    document->list = list;
    return GP_OK;
}

gp_status gp_add_record(gp_document *document, const gp_records *records, const char *key,
                        const cJSON *tree)
{
    GP_TRY(gp_add_empty_list(document, key));
    bool is_copied = copy_tree(document, records, document->list, tree) != NULL;
    return is_copied ? GP_OK : gp_no_memory(document->job);
}

/* ---- the end ---- */

static int compare_members(const void *left, const void *right)
{
    const cJSON *a = *(const cJSON *const *)left, *b = *(const cJSON *const *)right;
    int order = strcmp(a->string, b->string);
    return order ? order : (a->valueint > b->valueint) - (a->valueint < b->valueint);
}

static void take_out(cJSON *parent, cJSON *child)
{
    if (child->next) child->next->prev = child->prev;
    if (child == parent->child->prev) parent->child->prev = child->prev;
    child->prev->next = child->next; /* never the first: one of its name is before it */
}

/* Of settings the tables have told already; the user's own keys they never saw. */
static gp_status report_repeated(gp_document *document, const cJSON *kept, const cJSON *left_out)
{
    gp_place place = gp_document_facts(document, left_out)->place;
    const char *key = gp_copy_cut(document->job, left_out->string);
    if (!key) return gp_no_memory(document->job);
    bool is_same;
    GP_TRY(gp_compare_json(document->job, kept, left_out, &is_same));
    if (is_same) return GP_OK;
    const char *texts[2];
    GP_TRY(gp_copy_json(document->job, kept, &texts[0]));
    GP_TRY(gp_copy_json(document->job, left_out, &texts[1]));
    const char *holds = gp_copy_cut(document->job, texts[0]);
    const char *value = gp_copy_cut(document->job, texts[1]);
    if (!holds || !value) return gp_no_memory(document->job);
    return gp_add_finding(
        document->job, &(gp_finding){.code = 111,
                                     .place = place,
                                     .arguments = {GP_TEXT(key), GP_TEXT(value), GP_TEXT(holds)}});
}

static gp_status drop_repeated(gp_document *document)
{
    size_t count = 0;
    for (cJSON *member = document->top->child; member; member = member->next) count++;
    cJSON **members = GP_NEW(document->job, cJSON *, count);
    if (!members) return gp_no_memory(document->job);
    count = 0;
    for (cJSON *member = document->top->child; member; member = member->next)
        members[count++] = member;
    if (count > 1) qsort(members, count, sizeof *members, compare_members);
    for (size_t i = 1, kept = 0; i < count; i++) {
        if (strcmp(members[kept]->string, members[i]->string) != 0) {
            kept = i;
            continue;
        }
        if (strncmp(members[i]->string, "x-", 2) == 0)
            GP_TRY(report_repeated(document, members[kept], members[i]));
        take_out(document->top, members[i]);
    }
    return GP_OK;
}

static gp_status set_status_date(gp_document *document, gp_day day)
{
    static const char key[] = "status_date";
    char date[GP_DATE_SIZE];
    cJSON *node = cJSON_GetObjectItemCaseSensitive(document->top, key);
    gp_format_date(day, date);
    if (!node) {
        node = make_node(document, document->top, cJSON_String, (gp_place){0});
        if (!node || !set_text(document, &node->string, key)) return gp_no_memory(document->job);
    }
    node->type = cJSON_String;
    node->child = NULL;
    return set_text(document, &node->valuestring, date) ? GP_OK : gp_no_memory(document->job);
}

gp_status gp_close_document(gp_document *document, gp_day status_date)
{
    GP_TRY(drop_repeated(document));
    return status_date == GP_NO_DAY ? GP_OK : set_status_date(document, status_date);
}

const gp_document_node *gp_document_facts(const gp_document *document, const cJSON *node)
{
    return (const gp_document_node *)document->nodes.data + node->valueint;
}

uint32_t gp_document_size(const gp_document *document)
{
    return (uint32_t)document->nodes.count;
}
