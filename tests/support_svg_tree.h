/* SPDX-License-Identifier: MIT
 * Reads an SVG back with libxml2 for tests, and says where everything in it stands: lengths in
 * tenths, as render counts. */
#ifndef GP_TESTS_SUPPORT_SVG_TREE_H
#define GP_TESTS_SUPPORT_SVG_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct svg_frame {
    int64_t left, top, right, bottom; /* left > right: nothing */
} svg_frame;

typedef struct svg_node {
    const char *name, *id, *class_name; /* "" where there is none */
    const char *href;                   /* of a link, or "" */
    const char *data;                   /* the `d` of a path, or "" */
    const char *text;                   /* of a text element: what it shows */
    uint32_t parent;                    /* UINT32_MAX: the root */
    uint32_t end;                       /* one past its last descendant */
    svg_frame frame;                    /* of a rect, path or text */
} svg_node;

typedef struct svg_tree {
    void *document;
    svg_node *nodes; /* in document order */
    uint32_t count;
    int64_t width, height; /* of the viewBox */
} svg_tree;

/* Reads a picture; fails the test unless it is well-formed with unique ids, a title and a
 * description that the root names. Free with free_svg_tree. */
svg_tree read_svg_tree(const char *text, size_t size);
void free_svg_tree(svg_tree *tree);

/* Whether one of the classes of a node is this one. */
bool svg_node_is(const svg_node *node, const char *class_name);

/* The node within [first, end) that has a class, from `first` on; `end` where none has. */
uint32_t svg_find_class(const svg_tree *tree, uint32_t first, uint32_t end, const char *class_name);

/* The points of a path in order, control points included; returns how many, at most `max`. A new
 * stretch ("M") sets its bit in `begins`. */
typedef struct svg_spot {
    int64_t x, y;
    bool begins;
} svg_spot;
size_t svg_spots(const svg_node *path, svg_spot *out, size_t max);

/* Whether the insides of two frames share something that is more than `slack` wide and high. */
bool svg_frames_meet(svg_frame a, svg_frame b, int64_t slack);

/* Asserts that all that is drawn is within the viewBox, and that no two texts overlap. */
void assert_all_on_the_page(const svg_tree *tree);
void assert_texts_keep_apart(const svg_tree *tree);

#endif
