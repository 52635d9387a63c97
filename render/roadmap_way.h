/* SPDX-License-Identifier: MIT
 * The ways that an arrow can go between two bars, with at most two corners. Private to render. */
#ifndef GP_ROADMAP_WAY_H
#define GP_ROADMAP_WAY_H

#include "render/roadmap.h"
#include "render/roadmap_room.h"

/* What a search for a way has to know. Rows are counted from any row. */
typedef struct gp_way_search {
    gp_room *rooms; /* rooms[row] */
    const gp_road_item *from, *to;
    int64_t from_row, to_row;
    const gp_road_link *link;
    gp_stretch frame; /* x, where arrows may be */
} gp_way_search;

#define GP_WAY_ROW_COST 10 /* of a way to the next row */

/* The best way between two items, which goes through no bar and no words, beside no other arrow,
 * and over few; false where there is none. Whether `to` is in its room already makes no difference.
 * Cost: O(rows between the two, log n each). */
bool gp_find_way(const gp_way_search *search, gp_way *out, int *cost);

/* Takes the room of a way, in the rows of both ends and between them. */
gp_status gp_take_way(gp_job *job, const gp_way_search *search, gp_way way);

/* Has a way the room it takes? For ways of trees that move as a whole. */
bool gp_way_fits(const gp_way_search *search, gp_way way);

/* Its points, from border to border, when the rows have their y. */
gp_status gp_trace_way(gp_roadmap *map, gp_road_link *link);

#endif
