/* SPDX-License-Identifier: MIT
 * Where boxes and arrows go: left to right, each box right of all that lead to it. Private to
 * render. */
#ifndef GP_LAYOUT_H
#define GP_LAYOUT_H

#include "render/svg.h"

typedef struct gp_layout_box {
    gp_point size;   /* in */
    bool is_alone;   /* in: it stands in a row below the graph, no arrow joins it */
    bool is_known;   /* in: `column`, and `row` or at.y, say where it stood before */
    bool is_kept;    /* out: it is known and stays in its column */
    uint32_t column; /* in where known; out; where alone: its place in the row */
    uint32_t row;    /* where alone */
    uint32_t period; /* in where the layout has periods: the one that it begins in */
    gp_point at;     /* out: the upper left corner */
} gp_layout_box;

typedef struct gp_layout_arrow {
    uint32_t from, to; /* in: boxes */
    gp_point *points;  /* out: Bézier segments, from the border of `from` to the head's base */
    uint32_t point_count;
    gp_point tip; /* out: on the border of `to` */
} gp_layout_arrow;

typedef struct gp_layout {
    gp_layout_box *boxes; /* in the order that settles ties */
    uint32_t box_count;
    gp_layout_arrow *arrows; /* no circle; sorted, no pair twice */
    uint32_t arrow_count;
    uint32_t width;          /* in: how many columns a page has; 0: as many as there are */
    gp_length height;        /* in: how tall it is, about */
    gp_length step;          /* in: from column to column before, or 0; out */
    uint32_t period_count;   /* in: columns are divided into so many periods; 0: they are not */
    uint32_t *period_column; /* out where they are: the first column of each, and the end */
    gp_point size;           /* out */
    bool is_coarse;          /* out: so large that less was done for it */
} gp_layout;

/* Places everything. Errors: GP_NO_MEMORY. */
gp_status gp_lay_out(gp_job *job, gp_layout *layout);

/* The same, where the columns are known. */
gp_status gp_layout_layered(gp_job *job, gp_layout *layout);

/* Sets the column of every box: as far right as what it leads to allows; known ones stay if
 * they can. Cost: O(V + E). */
gp_status gp_find_columns(gp_job *job, gp_layout *layout);

/* Moves boxes to columns further right until none is taller than the page, and no more columns are
 * taken than it has, as far as the arrows allow. Boxes that belong together go into columns beside
 * each other. Cost: O((V + E) log V + V * width). */
gp_status gp_fold_columns(gp_job *job, gp_layout *layout);

/* Puts boxes into columns of their period, or of a later one where what leads to them stands there,
 * and sets period_column. Columns as above. */
gp_status gp_fill_periods(gp_job *job, gp_layout *layout);

/* What no arrow joins to the rest: a layout of its own. */
typedef struct gp_piece {
    gp_layout layout;
    uint32_t *boxes; /* by its own boxes: where they are in the whole */
    uint32_t column_count;
    gp_length *top, *foot; /* by column: where what stands in it begins and ends */
    uint32_t column;       /* where it stands: its first column, and its top */
    gp_length y;
} gp_piece;

/* Takes a layout apart. Cost: O(V + E). */
gp_status gp_take_pieces(gp_job *job, const gp_layout *layout, gp_piece **out, uint32_t *count);

/* Finds a place for each piece on a page of `width` columns, the largest first: as high as it can
 * stand below those that have one, in what holes they leave. Cost: O(pieces * width * columns). */
gp_status gp_pack_pieces(gp_job *job, gp_piece *pieces, uint32_t count, uint32_t width);

#endif
