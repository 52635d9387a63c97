/* SPDX-License-Identifier: MIT
 * One JSON value as a cJSON tree whose nodes know their places. */
#ifndef GP_JSON_TREE_H
#define GP_JSON_TREE_H

#include "io/place.h"

struct cJSON;

/* Parses a value that gp_scan_value has walked over: `count` entries were listed in it. Each
 * node's valueint becomes the index of its entry. NULL: memory ran out. Owner: the caller,
 * gp_free_tree. Cost: O(size). */
struct cJSON *gp_parse_tree(const char *text, size_t size);
void gp_free_tree(struct cJSON *tree);

#endif
