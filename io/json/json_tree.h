/* SPDX-License-Identifier: MIT
 * One JSON value as a cJSON tree whose nodes know their places. */
#ifndef GP_JSON_TREE_H
#define GP_JSON_TREE_H

#include "io/json/json_scan.h"

struct cJSON;

/* Nodes for one tree at a time. Zero-initialise; free with gp_free_nodes. */
typedef struct gp_json_nodes {
    struct cJSON *nodes;
    size_t capacity;
} gp_json_nodes;

/* Makes the tree of the value that gp_scan_value walked over last. Each node's valueint is the
 * index of its entry. The texts of the tree lie in the window, which is written to: the quote
 * after a text becomes its NUL. The tree lives until the next one, or until the window moves;
 * cJSON's functions may read it, not change or free it. NULL: memory ran out. Cost: O(size). */
struct cJSON *gp_make_tree(gp_json_nodes *nodes, const gp_json_scan *scan, char *window);
void gp_free_nodes(gp_json_nodes *nodes);

/* The text between two quotes, decoded where it stands. NULL: memory ran out. */
const char *gp_decode_text(char *window, gp_json_text text);

#endif
