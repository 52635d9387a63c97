/* SPDX-License-Identifier: MIT
 * Which lanes there may be and which of them an item belongs in, by every kind of lane. Private to
 * the files of the lanes. */
#ifndef GP_ROADMAP_LANES_H
#define GP_ROADMAP_LANES_H

#include "render/roadmap.h"

/* Where a lane stands: in the order in which a kind made it, or beside those it is linked with. */
typedef enum gp_lane_place {
    GP_LANE_TOP,
    GP_LANE_BY_LINKS, /* between the two */
    GP_LANE_BOTTOM
} gp_lane_place;

/* What an item is sorted into lanes by. Equal keys share a lane. */
typedef struct gp_lane_key {
    uint8_t place;    /* gp_lane_place; of one at the top or the bottom `text` is NULL */
    const char *text; /* unique among those by links: what its id is made of */
    const char *name;
    uint32_t item;
} gp_lane_key;

/* Each fills items[].lane and map->lanes, those that stay empty too. */
gp_status gp_lanes_by_track(gp_roadmap *map);
gp_status gp_lanes_by_stage(gp_roadmap *map);
gp_status gp_lanes_by_owner(gp_roadmap *map);
gp_status gp_lanes_by_tag(gp_roadmap *map);
gp_status gp_lanes_by_parent(gp_roadmap *map);
gp_status gp_lanes_by_goal(gp_roadmap *map);

/* Makes the lanes of keys, one for each item, and sorts them. prefix: of the ids. top, bottom: the
 * names of the lanes that have no text of their own. Cost: O(n log n). */
typedef struct gp_lane_words {
    const char *prefix, *top, *top_id, *bottom, *bottom_id;
} gp_lane_words;
gp_status gp_make_keyed_lanes(gp_roadmap *map, gp_lane_key *keys, const gp_lane_words *words);

/* Room for so many lanes. */
gp_status gp_make_lanes(gp_roadmap *map, uint32_t count);

/* Puts the lanes by links in an order that keeps connected ones together: `order` holds the lanes
 * from top to bottom, of which order[first .. first + count) may move. Cost: O(arcs log arcs). */
gp_status gp_order_lanes(const gp_roadmap *map, uint32_t *order, uint32_t first, uint32_t count);

#endif
