/* SPDX-License-Identifier: MIT
 * Where boxes and arrows go: left to right, each box right of all that lead to it. Private to
 * render. */
#ifndef GP_LAYOUT_H
#define GP_LAYOUT_H

#include "render/svg.h"

typedef struct gp_layout_box {
    gp_point size;   /* in */
    bool is_sink;    /* in: belongs in the last column */
    bool is_alone;   /* in: it stands in a row below the graph, no arrow joins it */
    bool is_known;   /* in: `column`, and `row` or at.y, say where it stood before */
    bool is_kept;    /* out: it is known and stays in its column */
    uint32_t column; /* in where known; out; where alone: its place in the row */
    uint32_t row;    /* where alone */
    gp_point at;     /* out: the upper left corner */
} gp_layout_box;

typedef struct gp_layout_arrow {
    uint32_t from, to; /* in: boxes */
    uint32_t weight;   /* in: how much it wants to be short and straight, 1 .. 20 */
    gp_point *points;  /* out: Bézier segments, from the border of `from` to the head's base */
    uint32_t point_count;
    gp_point tip; /* out: on the border of `to` */
} gp_layout_arrow;

typedef struct gp_layout {
    gp_layout_box *boxes; /* in the order that settles ties */
    uint32_t box_count;
    gp_layout_arrow *arrows; /* no circle; sorted, no pair twice */
    uint32_t arrow_count;
    bool is_stable; /* in: known boxes stay, and the same places give the same arrows */
    gp_length step; /* in where is_stable: from column to column before, or 0; out of layers */
    gp_point size;  /* out */
    bool is_coarse; /* out: placed by gp_layout_layered, for its size */
} gp_layout;

/* Places everything: by gp_layout_layered where it has to be stable or is too large for
 * Graphviz, else by Graphviz.
 * Errors: GP_NO_MEMORY, GP_INTERNAL (Graphviz refuses). */
gp_status gp_lay_out(gp_job *job, gp_layout *layout);

/* The two ways. gp_layout_layered wants the columns. */
gp_status gp_layout_graphviz(gp_job *job, gp_layout *layout);
gp_status gp_layout_layered(gp_job *job, gp_layout *layout);

/* Sets the column of every box: as far right as what it leads to allows; known ones stay if
 * they can. Cost: O(V + E). */
gp_status gp_find_columns(gp_job *job, gp_layout *layout);

#endif
