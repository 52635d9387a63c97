/* SPDX-License-Identifier: MIT
 * The tree of one value, built node by node: how a reader of any format but JSON says what it
 * found and where it stood. Call in document order:
 *
 *     gp_start_tree(tree);
 *     gp_open_node(tree, '{', spot);
 *     gp_add_key(tree, "id", 2, spot);    gp_add_text_node(tree, id, size, spot);
 *     gp_add_key(tree, "requires", 8, spot);
 *     gp_open_node(tree, '[', spot);  ...  gp_close_node(tree);
 *     gp_close_node(tree);
 *     GP_TRY(gp_emit(records, "capabilities", tree));         (io/door.h)
 *
 * The calls cannot fail: where memory runs out, gp_emit says so. */
#ifndef GP_TREE_H
#define GP_TREE_H

#include "io/place.h"

struct cJSON;

#define GP_TREE_DEPTH_MAX 64 /* lists and objects within each other, as in JSON */

typedef struct gp_tree {
    gp_job *job;
    gp_array written; /* what the calls said, one each node */
    gp_array entries; /* gp_entry, one each node */
    gp_array texts;   /* char */
    gp_array nodes;   /* cJSON */
    gp_array sources; /* uint8_t, one each node, where has_sources */
    uint8_t source;   /* the input that the next nodes come from */
    bool has_sources;
    size_t key; /* of the next node: where in the texts, and where it stood */
    gp_spot key_spot;
    bool has_key;
    bool has_failed;
    uint32_t depth; /* open lists and objects */
} gp_tree;

/* An empty builder, or NULL when memory runs out. Owner: the job. Made once, used for many. */
gp_tree *gp_new_tree(gp_job *job);

/* Forgets the value built before. */
void gp_start_tree(gp_tree *tree);

/* gp_open_node opens an object ('{') or a list ('['), gp_close_node closes the last one that was
 * opened. The reader must not go deeper than GP_TREE_DEPTH_MAX. */
void gp_open_node(gp_tree *tree, char bracket, gp_spot spot);
void gp_close_node(gp_tree *tree);

/* The key of the next node. Without a place of its own it stands where the value stands. */
void gp_add_key(gp_tree *tree, const char *key, size_t size, gp_spot spot);

/* What comes next is from this input: for values that come from several. */
void gp_set_tree_source(gp_tree *tree, uint32_t source);

/* Values. A text may not hold a NUL: what is after it is lost. */
void gp_add_text_node(gp_tree *tree, const char *text, size_t size, gp_spot spot);
void gp_add_number_node(gp_tree *tree, double number, gp_spot spot);
void gp_add_truth_node(gp_tree *tree, bool is_true, gp_spot spot);
void gp_add_null_node(gp_tree *tree, gp_spot spot);

/* A value of JSON, with all that is in it at the spot; not deeper than is left. */
void gp_add_json_nodes(gp_tree *tree, const struct cJSON *value, gp_spot spot);

/* A key with a text; both stand at the spot. */
void gp_add_member(gp_tree *tree, const char *key, const char *text, gp_spot spot);

/* The value as a cJSON tree that lives until the next gp_start_tree; each node's valueint is the
 * index of its entry. cJSON's functions may read it, not change or free it.
 * Errors: GP_NO_MEMORY. Cost: O(size). */
gp_status gp_finish_tree(gp_tree *tree, const struct cJSON **out);

#endif
