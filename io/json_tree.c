/* SPDX-License-Identifier: MIT
 * Makes the tree of one record. cJSON parses it; the strict walk before it has listed where the
 * values stand, in document order, so counting the nodes in that order gives each its place. */
#include "io/json_tree.h"
#include "io/json_scan.h"

#include <cjson/cJSON.h>

/* Numbers the nodes in document order, with a stack of open containers. */
static void number_nodes(cJSON *root)
{
    cJSON *open[GP_JSON_DEPTH_MAX + 1];
    size_t depth = 0;
    int index = 0;
    for (cJSON *node = root;;) {
        node->valueint = index++;
        if (node->child) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        while (depth && !node->next) node = open[--depth];
        if (depth == 0) return;
        node = node->next;
    }
}

cJSON *gp_parse_tree(const char *text, size_t size)
{
    cJSON *tree = cJSON_ParseWithLength(text, size);
    if (tree) number_nodes(tree);
    return tree;
}

void gp_free_tree(cJSON *tree)
{
    cJSON_Delete(tree);
}
