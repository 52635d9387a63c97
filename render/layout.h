/* SPDX-License-Identifier: MIT
 * Where boxes and arrows go: left to right, each box right of all that lead to it. Private to
 * render. */
#ifndef GP_LAYOUT_H
#define GP_LAYOUT_H

#include "render/svg.h"

typedef struct gp_layout_box {
    gp_point size; /* in */
    bool is_sink;  /* in: belongs in the last column */
    gp_point at;   /* out: the upper left corner */
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
    gp_point size;  /* out */
    bool is_coarse; /* out: placed by gp_layout_columns, for its size */
} gp_layout;

/* Places everything, by Graphviz where that takes seconds at most, else by columns.
 * Errors: GP_NO_MEMORY, GP_INTERNAL (Graphviz refuses). */
gp_status gp_lay_out(gp_job *job, gp_layout *layout);

/* The two ways. */
gp_status gp_layout_graphviz(gp_job *job, gp_layout *layout);
gp_status gp_layout_columns(gp_job *job, gp_layout *layout, const uint32_t *columns);

/* The column of every box: as far right as what it leads to allows. Cost: O(V + E). */
gp_status gp_find_columns(gp_job *job, const gp_layout *layout, const uint32_t **columns);

#endif
