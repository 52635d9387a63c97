/* SPDX-License-Identifier: MIT
 * One JSON value as a cJSON tree whose nodes know their places. */
#ifndef GP_JSON_TREE_H
#define GP_JSON_TREE_H

#include "core/job.h"
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

/* Parses a JSON text, which GP_JSON_PADDING NUL bytes follow and which is written over, into a tree
 * that the caller gives to cJSON_Delete. *out is NULL where the text is no JSON. As cJSON_Parse,
 * but in any locale, for numbers of any length that we take, and with no second meaning of NULL. */
gp_status gp_parse_json(gp_job *job, char *text, size_t size, struct cJSON **out);

/* The text between two quotes, decoded where it stands. NULL: memory ran out. */
const char *gp_decode_text(char *window, gp_json_text text);

#endif
