/* SPDX-License-Identifier: MIT
 * The value of a property, which is text in every one of these formats: the path of its key says
 * whether it is a number, a list or a word of ours, and a mark on its name that it is JSON. */
#include "io/graph/graph_import.h"
#include "io/graph/property_names.h"
#include "io/json/json_tree.h"

#include <cjson/cJSON.h>
#include <string.h>

#define JSON_MARK ":json" /* ends the name of a property whose value is JSON text */

/* The name without the mark of JSON, as long as the job; NULL when memory ran out. */
const char *gp_plain_name(gp_graph_import *import, const char *name)
{
    size_t size = strlen(name), mark = sizeof JSON_MARK - 1;
    bool has_mark = size > mark && strcmp(name + size - mark, JSON_MARK) == 0;
    return has_mark ? gp_copy_text(import->job, name, size - mark) : name;
}

/* Leaves the JSON text room for the objects around it? */
static bool is_shallow(const char *value)
{
    uint32_t depth = 0, deepest = 0;
    for (const char *c = value; *c; c++) {
        if (*c == '{' || *c == '[') depth++;
        if (depth > deepest) deepest = depth;
        if ((*c == '}' || *c == ']') && depth) depth--;
    }
    return deepest + GP_PATH_PARTS_MAX + 2 < GP_TREE_DEPTH_MAX;
}

gp_status gp_parse_json_value(gp_graph_import *import, const char *value, cJSON **out)
{
    size_t size = strlen(value);
    *out = NULL;
    char *padded = GP_NEW(import->job, char, size + GP_JSON_PADDING);
    if (!padded) return gp_no_memory(import->job);
    memcpy(padded, value, size);
    return is_shallow(value) ? gp_parse_json(import->job, padded, size, out) : GP_OK;
}

static gp_status emit_list(gp_graph_import *import, const char *path, const char *value,
                           gp_spot spot)
{
    gp_tree *tree = import->tree;
    gp_open_node(tree, '[', spot);
    for (const char *at = value; *at;) {
        at += strspn(at, ",; ");
        size_t size = strcspn(at, ",;"), next = size;
        while (size && at[size - 1] == ' ') size--;
        const char *written = gp_copy_text(import->job, at, size);
        if (!written) return gp_no_memory(import->job);
        const char *text = gp_value_of_property(path, written, import->scratch);
        if (size) gp_add_text_node(tree, text, strlen(text), spot);
        at += next;
    }
    gp_close_node(tree);
    return import->scratch->has_failed ? gp_no_memory(import->job) : GP_OK;
}

/* A number with white space around it, as JSON has it. False when the value is none. */
static bool emit_number(gp_tree *tree, const char *value, gp_spot spot)
{
    static const char blank[] = " \t\r\n";
    const char *text = value + strspn(value, blank);
    size_t size = strlen(text);
    while (size && strchr(blank, text[size - 1])) size--;
    if (!gp_is_number(text, size)) return false;
    gp_add_number_node(tree, gp_read_number(text, size), spot);
    return true;
}

gp_status gp_emit_value(gp_graph_import *import, const char *path, const char *value, gp_spot spot)
{
    gp_tree *tree = import->tree;
    if (!path) {
        cJSON *json;
        GP_TRY(gp_parse_json_value(import, value, &json));
        if (json) gp_add_json_nodes(tree, json, spot);
        cJSON_Delete(json);
        if (json) return GP_OK;
    }
    if (!path) path = "";
    if (gp_is_list_path(path)) {
        return emit_list(import, path, value, spot);
    }
    bool is_own = strncmp(path, "x-", 2) == 0;
    if (!is_own) value = gp_value_of_property(path, value, import->scratch);
    if (gp_is_number_path(path) && emit_number(tree, value, spot)) return GP_OK;
    gp_add_text_node(tree, value, strlen(value), spot);
    return import->scratch->has_failed ? gp_no_memory(import->job) : GP_OK;
}
