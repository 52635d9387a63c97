/* SPDX-License-Identifier: MIT
 * Makes the cJSON tree of one record out of what the strict walk has found, without copying:
 * the nodes are one reused block in document order, the texts stay where they are. Only what
 * has to be decoded, an escape, is given to cJSON.
 *
 * Letting cJSON parse the whole record again costs two allocations a value: reading 100,000
 * capabilities then takes 150 ms rather than 80, or 125 with an allocator of our own behind
 * cJSON's hooks, which are global to the process and so not ours to set. */
#include "io/json/json_tree.h"
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

void gp_free_nodes(gp_json_nodes *nodes)
{
    free(nodes->nodes);
    *nodes = (gp_json_nodes){0};
}

/* The decoded text is never longer than the one with escapes. */
static bool decode_escapes(char *text, size_t size)
{
    cJSON *decoded = cJSON_ParseWithLength(text - 1, size + 2); /* with its quotes */
    if (!decoded) return false;
    memcpy(text, decoded->valuestring, strlen(decoded->valuestring) + 1);
    cJSON_Delete(decoded);
    return true;
}

/* Ends the text with a NUL, decoded. False when memory ran out. */
static inline bool finish_text(char *window, const gp_json_text *text)
{
    char *start = window + text->start;
    if (text->has_escape) return decode_escapes(start, text->size);
    start[text->size] = '\0';
    return true;
}

const char *gp_decode_text(char *window, gp_json_text text)
{
    return finish_text(window, &text) ? window + text.start : NULL;
}

static bool fill_node(cJSON *node, const gp_json_token *token, gp_entry *entry, char *window)
{
    if (token->has_key) {
        node->string = window + token->key.start;
        if (!finish_text(window, &token->key)) return false;
    }
    switch (token->first) {
    case '{': node->type = cJSON_Object; return true;
    case '[': node->type = cJSON_Array; return true;
    case 't': node->type = cJSON_True; return true;
    case 'f': node->type = cJSON_False; return true;
    case 'n': node->type = cJSON_NULL; return true;
    case '"':
        node->type = cJSON_String;
        node->valuestring = window + token->text.start;
        if (!finish_text(window, &token->text)) return false;
        if (token->text.has_escape) entry->size = (uint32_t)strlen(node->valuestring);
        return true;
    default:
        node->type = cJSON_Number;
        node->valuedouble = gp_read_number(window + token->text.start, token->text.size);
        return true;
    }
}

cJSON *gp_make_tree(gp_json_nodes *nodes, const gp_json_scan *scan, char *window)
{
    const gp_json_tokens *values = &scan->values;
    cJSON *last[GP_JSON_DEPTH_MAX + 1]; /* of each depth: the node made last */
    if (nodes->capacity < values->capacity) {
        gp_free_nodes(nodes);
        nodes->nodes = malloc(values->capacity * sizeof(cJSON));
        if (!nodes->nodes) return NULL;
        nodes->capacity = values->capacity;
    }
    for (size_t i = 0; i < values->count; i++) {
        const gp_json_token *token = &values->tokens[i];
        cJSON *node = &nodes->nodes[i];
        *node = (cJSON){.valueint = (int)i};
        if (!fill_node(node, token, &values->entries[i], window)) return NULL;
        bool is_first = i == 0 || values->tokens[i - 1].depth < token->depth;
        if (is_first && i) last[token->depth - 1]->child = node;
        if (!is_first) {
            node->prev = last[token->depth];
            node->prev->next = node;
        }
        last[token->depth] = node;
    }
    return nodes->nodes;
}

gp_status gp_parse_json(gp_job *job, char *text, size_t size, cJSON **out)
{
    gp_json_scan scan = {.position = {.at = text, .line = 1, .bias = 1},
                         .window = text,
                         .end = text + size,
                         .is_last = true};
    gp_json_nodes nodes = {0};
    gp_scanned result = gp_scan_blank(&scan) ? gp_scan_value(&scan) : GP_SCAN_WRONG;
    bool is_all = result == GP_SCANNED && !gp_scan_blank(&scan) && scan.position.at == scan.end;
    const cJSON *tree = is_all ? gp_make_tree(&nodes, &scan, text) : NULL;
    *out = tree ? cJSON_Duplicate(tree, true) : NULL;
    gp_free_nodes(&nodes);
    gp_free_tokens(&scan);
    return result == GP_SCAN_NO_MEMORY || (is_all && !*out) ? gp_no_memory(job) : GP_OK;
}
