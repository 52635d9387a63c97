/* SPDX-License-Identifier: MIT
 * Collects what readers hand over into one tree. A reader's tree lives as long as its record, so
 * it is copied, without recursion; the copies of a record lie side by side. The texts of all lie
 * together as well. */
#include "io/document.h"
#include "io/json/json_compact.h"
#include "io/tree.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#define TEXTS_SIZE ((size_t)32 << 10)

/* Puts a node at the end of its parent's children. */
static void link_node(cJSON *parent, cJSON *node)
{
    node->prev = node; /* as in cJSON: the first one's points to the last */
    if (parent->child) {
        node->prev = parent->child->prev;
        node->prev->next = node;
        parent->child->prev = node;
    } else {
        parent->child = node;
    }
}

/* Makes a node of ours: it stands nowhere. NULL when memory runs out. */
static cJSON *make_node(gp_document *document, cJSON *parent, int type)
{
    cJSON *node = GP_NEW(document->job, cJSON, 1);
    if (!node || !gp_push(document->job, &document->entries, NULL, 1) ||
        !gp_push(document->job, &document->sources, NULL, 1))
        return NULL;
    node->type = type;
    node->valueint = (int)document->entries.count - 1;
    if (parent) link_node(parent, node);
    return node;
}

/* Copies a text to where texts lie side by side. cJSON's are not const, though nobody writes to
 * these. NULL when memory runs out. */
static char *copy_text(gp_document *document, const char *text, size_t size)
{
    if (size >= document->texts_left) {
        size_t block = size < TEXTS_SIZE / 4 ? TEXTS_SIZE : size + 1;
        document->texts = GP_NEW(document->job, char, block);
        document->texts_left = document->texts ? block : 0;
        if (!document->texts) return NULL;
    }
    char *to = document->texts;
    memcpy(to, text, size);
    to[size] = '\0';
    document->texts += size + 1;
    document->texts_left -= size + 1;
    return to;
}

static bool set_text(gp_document *document, char **to, const char *text)
{
    *to = copy_text(document, text, strlen(text));
    return *to != NULL;
}

/* ---- copies of trees ---- */

static bool copy_texts(gp_document *document, cJSON *copy, const cJSON *node, size_t size)
{
    if (node->string) copy->string = copy_text(document, node->string, strlen(node->string));
    if (node->valuestring) copy->valuestring = copy_text(document, node->valuestring, size);
    return (copy->string || !node->string) && (copy->valuestring || !node->valuestring);
}

/* How many nodes a tree has. They lie side by side, in their order, as whoever builds a tree puts
 * them. */
static size_t count_nodes(const cJSON *tree)
{
    const cJSON *last = tree;
    while (last->child) {
        last = last->child;
        while (last->next) last = last->next;
    }
    return (size_t)(last - tree) + 1;
}

/* Where the copy of a node lies. */
static cJSON *moved(const cJSON *node, const cJSON *tree, cJSON *copies)
{
    return node ? copies + (node - tree) : NULL;
}

/* Where the nodes of a tree come from. */
static bool note_sources(gp_document *document, const gp_records *records, const cJSON *tree,
                         size_t count)
{
    uint8_t *sources = gp_push(document->job, &document->sources, NULL, count);
    if (sources && records->sources)
        memcpy(sources, records->sources + tree->valueint, count);
    else if (sources)
        memset(sources, (int)records->source, count);
    return sources != NULL;
}

static cJSON *copy_whole(gp_document *document, const gp_records *records, const cJSON *tree)
{
    size_t count = count_nodes(tree), first = document->entries.count;
    const gp_entry *entries = records->entries + tree->valueint;
    cJSON *copies = GP_NEW(document->job, cJSON, count);
    if (!copies || !gp_push(document->job, &document->entries, entries, count) ||
        !note_sources(document, records, tree, count))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        const cJSON *node = &tree[i];
        cJSON *copy = &copies[i];
        copy->type = node->type;
        copy->valueint = (int)(first + i);
        copy->valuedouble = node->valuedouble;
        copy->child = moved(node->child, tree, copies);
        if (i) copy->next = moved(node->next, tree, copies);
        if (!copy_texts(document, copy, node, entries[i].size)) return NULL;
    }
    return copies;
}

/* ---- without what was refused ---- */

/* The node itself or the first one after it that was not refused. */
static const cJSON *kept(const gp_records *records, const cJSON *node)
{
    while (node && gp_is_refused(records, node)) node = node->next;
    return node;
}

static cJSON *copy_node(gp_document *document, const gp_records *records, cJSON *parent,
                        const cJSON *node)
{
    const gp_entry *entry = records->entries + node->valueint;
    cJSON *copy = GP_NEW(document->job, cJSON, 1);
    if (!copy || !gp_push(document->job, &document->entries, entry, 1) ||
        !note_sources(document, records, node, 1) || !copy_texts(document, copy, node, entry->size))
        return NULL;
    copy->type = node->type;
    copy->valueint = (int)document->entries.count - 1;
    copy->valuedouble = node->valuedouble;
    if (parent) link_node(parent, copy);
    return copy;
}

/* The node that comes next in the order of the document; *depth: how deep it is. */
static const cJSON *next_node(const gp_records *records, const cJSON *node, const cJSON **open,
                              uint32_t *depth)
{
    const cJSON *next = kept(records, node->child);
    if (next && *depth <= GP_TREE_DEPTH_MAX) {
        open[(*depth)++] = node;
        return next;
    }
    while (*depth && !(next = kept(records, node->next))) node = open[--*depth];
    return *depth ? next : NULL;
}

static cJSON *copy_kept(gp_document *document, const gp_records *records, const cJSON *tree)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 1];
    cJSON *copies[GP_TREE_DEPTH_MAX + 2];
    uint32_t depth = 0;
    for (const cJSON *node = tree; node; node = next_node(records, node, open, &depth)) {
        copies[depth] = copy_node(document, records, depth ? copies[depth - 1] : NULL, node);
        if (!copies[depth]) return NULL;
    }
    return copies[0];
}

static cJSON *copy_tree(gp_document *document, const gp_records *records, cJSON *parent,
                        const cJSON *tree)
{
    cJSON *copy = records->is_foreign ? copy_kept(document, records, tree)
                                      : copy_whole(document, records, tree);
    if (copy) link_node(parent, copy);
    return copy;
}

gp_status gp_new_document(gp_job *job, gp_document **out)
{
    gp_document *document = GP_NEW(job, gp_document, 1);
    if (!document) return gp_no_memory(job);
    document->job = job;
    document->entries.size = sizeof(gp_entry);
    document->sources.size = 1;
    document->top = make_node(document, NULL, cJSON_Object);
    if (!document->top) return gp_no_memory(job);
    *out = document;
    return GP_OK;
}

gp_status gp_add_value(gp_document *document, const gp_records *records, const char *key,
                       const cJSON *tree)
{
    cJSON *copy = copy_tree(document, records, document->top, tree);
    if (!copy || !set_text(document, &copy->string, key)) return gp_no_memory(document->job);
    if (records->top_key.line)
        ((gp_entry *)document->entries.data)[copy->valueint].key = records->top_key;
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
        list = make_node(document, document->top, cJSON_Array);
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
    gp_place place = gp_document_place(document, left_out);
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
        node = make_node(document, document->top, cJSON_String);
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

gp_place gp_document_place(const gp_document *document, const cJSON *node)
{
    const gp_entry *entry = (const gp_entry *)document->entries.data + node->valueint;
    return gp_place_in(((const uint8_t *)document->sources.data)[node->valueint], entry->value);
}

uint32_t gp_document_size(const gp_document *document)
{
    return (uint32_t)document->entries.count;
}
