/* SPDX-License-Identifier: MIT
 * Builds the tree of one value. What the calls say is noted first and linked at the end: by then
 * the blocks do not move any more, and no node needs an allocation of its own. */
#include "io/tree.h"

#include <cjson/cJSON.h>
#include <string.h>

#define NO_TEXT SIZE_MAX

typedef struct written {
    size_t key, text; /* offsets into the texts, or NO_TEXT */
    double number;
    int type;
    uint32_t depth;
} written;

gp_tree *gp_new_tree(gp_job *job)
{
    gp_tree *tree = GP_NEW(job, gp_tree, 1);
    if (!tree) return NULL;
    tree->job = job;
    tree->written.size = sizeof(written);
    tree->entries.size = sizeof(gp_entry);
    tree->texts.size = 1;
    tree->nodes.size = sizeof(cJSON);
    tree->sources.size = 1;
    return tree;
}

void gp_start_tree(gp_tree *tree)
{
    tree->written.count = tree->entries.count = tree->texts.count = tree->nodes.count = 0;
    tree->sources.count = 0;
    tree->has_key = tree->has_failed = tree->has_sources = false;
    tree->depth = 0;
}

static size_t keep_text(gp_tree *tree, const char *text, size_t size)
{
    size_t offset = tree->texts.count;
    if ((size && !gp_push(tree->job, &tree->texts, text, size)) ||
        !gp_push(tree->job, &tree->texts, NULL, 1))
        tree->has_failed = true;
    return offset;
}

static void add_node(gp_tree *tree, int type, size_t text, double number, gp_spot spot)
{
    size_t size = text == NO_TEXT ? 0 : tree->texts.count - text - 1; /* kept last, with its NUL */
    gp_entry entry = {tree->has_key ? tree->key_spot : spot, spot, (uint32_t)size};
    written node = {.key = tree->has_key ? tree->key : NO_TEXT,
                    .text = text,
                    .number = number,
                    .type = type,
                    .depth = tree->depth};
    tree->has_key = false;
    if (!gp_push(tree->job, &tree->written, &node, 1) ||
        !gp_push(tree->job, &tree->entries, &entry, 1) ||
        (tree->has_sources && !gp_push(tree->job, &tree->sources, &tree->source, 1)))
        tree->has_failed = true;
}

void gp_set_tree_source(gp_tree *tree, uint32_t source)
{
    tree->has_sources = true;
    tree->source = (uint8_t)source;
}

void gp_open_node(gp_tree *tree, char bracket, gp_spot spot)
{
    add_node(tree, bracket == '{' ? cJSON_Object : cJSON_Array, NO_TEXT, 0, spot);
    if (tree->depth < GP_TREE_DEPTH_MAX) tree->depth++;
}

void gp_close_node(gp_tree *tree)
{
    if (tree->depth) tree->depth--;
}

void gp_add_key(gp_tree *tree, const char *key, size_t size, gp_spot spot)
{
    tree->key = keep_text(tree, key, size);
    tree->key_spot = spot;
    tree->has_key = true;
}

void gp_add_text_node(gp_tree *tree, const char *text, size_t size, gp_spot spot)
{
    add_node(tree, cJSON_String, keep_text(tree, text, size), 0, spot);
}

void gp_add_number_node(gp_tree *tree, double number, gp_spot spot)
{
    add_node(tree, cJSON_Number, NO_TEXT, number, spot);
}

void gp_add_truth_node(gp_tree *tree, bool is_true, gp_spot spot)
{
    add_node(tree, is_true ? cJSON_True : cJSON_False, NO_TEXT, 0, spot);
}

void gp_add_null_node(gp_tree *tree, gp_spot spot)
{
    add_node(tree, cJSON_NULL, NO_TEXT, 0, spot);
}

void gp_add_member(gp_tree *tree, const char *key, const char *text, gp_spot spot)
{
    gp_add_key(tree, key, strlen(key), spot);
    gp_add_text_node(tree, text, strlen(text), spot);
}

void gp_add_json_nodes(gp_tree *tree, const cJSON *root, gp_spot spot)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 1];
    uint32_t depth = 0;
    for (const cJSON *node = root; node;) {
        if (node->string && node != root)
            gp_add_key(tree, node->string, strlen(node->string), spot);
        bool is_open = cJSON_IsObject(node) || cJSON_IsArray(node);
        if (is_open)
            gp_open_node(tree, cJSON_IsObject(node) ? '{' : '[', spot);
        else if (cJSON_IsString(node))
            gp_add_text_node(tree, node->valuestring, strlen(node->valuestring), spot);
        else if (cJSON_IsNumber(node))
            gp_add_number_node(tree, node->valuedouble, spot);
        else if (cJSON_IsNull(node))
            gp_add_null_node(tree, spot);
        else
            gp_add_truth_node(tree, cJSON_IsTrue(node), spot);
        if (is_open && node->child && depth < GP_TREE_DEPTH_MAX) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        if (is_open) gp_close_node(tree);
        while (depth && !node->next) {
            node = open[--depth];
            gp_close_node(tree);
        }
        node = depth ? node->next : NULL;
    }
}

static char *text_at(const gp_tree *tree, size_t offset)
{
    return offset == NO_TEXT ? NULL : (char *)tree->texts.data + offset;
}

gp_status gp_finish_tree(gp_tree *tree, const cJSON **out)
{
    cJSON *last[GP_TREE_DEPTH_MAX + 1] = {0}; /* of each depth: the node made last */
    const written *all = tree->written.data;
    size_t count = tree->written.count;
    if (tree->has_failed || !gp_push(tree->job, &tree->nodes, NULL, count))
        return gp_no_memory(tree->job);
    cJSON *nodes = tree->nodes.data;
    for (size_t i = 0; i < count; i++) {
        const written *w = &all[i];
        nodes[i] = (cJSON){.type = w->type, .valuedouble = w->number, .valueint = (int)i};
        nodes[i].string = text_at(tree, w->key);
        nodes[i].valuestring = text_at(tree, w->text);
        bool is_first = i == 0 || all[i - 1].depth < w->depth;
        if (is_first && i) last[w->depth - 1]->child = &nodes[i];
        if (!is_first) {
            nodes[i].prev = last[w->depth];
            nodes[i].prev->next = &nodes[i];
        }
        last[w->depth] = &nodes[i];
    }
    *out = nodes;
    return GP_OK;
}
