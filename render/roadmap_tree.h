/* SPDX-License-Identifier: MIT
 * The trees that driving arrows make of the bars of a lane. Private to render. */
#ifndef GP_ROADMAP_TREE_H
#define GP_ROADMAP_TREE_H

#include "render/roadmap_way.h"

/* Bars that hang together, each in its row: members[first .. first + count), a driver before what
 * waits for it. */
typedef struct gp_road_tree {
    uint32_t root, first, count;
    gp_length left;    /* where its root begins */
    int64_t low, high; /* rows */
} gp_road_tree;

typedef struct gp_forest {
    gp_roadmap *map;
    uint32_t *link_into; /* by item: the arrow that it stands by, or GP_NONE */
    uint32_t *child_first, *children;
    int64_t *row;              /* by item, counted from the row of its root */
    uint32_t *members, *roots; /* items; roots: still to be grown */
    uint32_t member_count, root_count;
    gp_road_tree *trees;
    uint32_t tree_count;
    struct gp_growth *growth; /* what growing needs besides */
} gp_forest;

/* Finds which bar stands by which: by its driver, where both are in one lane. */
gp_status gp_plant_forest(gp_roadmap *map, gp_forest *forest);

/* Grows the trees of the roots that there are. An arrow that finds no way becomes a port, and what
 * hangs on it a tree of its own. Cost: O(n log n) for each of a few tries. */
gp_status gp_grow_forest(gp_forest *forest);

/* How an arrow of a tree lies in rooms whose row 0 is the root's row plus `up`. */
gp_way_search gp_search_of(const gp_forest *forest, gp_room *rooms, int64_t up, uint32_t link);

/* Takes the room of a bar, with its marks and its tail. */
gp_status gp_take_item(gp_job *job, gp_room *room, const gp_road_item *item);

#endif
