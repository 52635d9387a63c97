/* SPDX-License-Identifier: MIT
 * The part of a roadmap that one page shows. Private to render. */
#ifndef GP_ROADMAP_PAGE_H
#define GP_ROADMAP_PAGE_H

#include "render/roadmap.h"

/* Rows first_row .. last_row - 1 of the map. What has y `from` there stands at y `top` here. */
typedef struct gp_road_page {
    const gp_roadmap *map;
    gp_buffer *buffer;
    uint32_t first_row, last_row;
    gp_length from, to; /* the stretch of the map's y that is shown */
    gp_length top;      /* where it begins on the page, below the dates */
    gp_length right;    /* where lanes end */
} gp_road_page;

#define GP_ROAD_DATES GP_UNITS(52) /* room for years, quarters and the status date above `top` */

/* Each draws its part, from the back to the front. */
void gp_draw_lanes(const gp_road_page *page);
void gp_draw_dates(const gp_road_page *page);
gp_status gp_draw_links(const gp_road_page *page);
void gp_draw_items(const gp_road_page *page);

/* The head of a lane, of which `top` to `bottom` is on the page. */
void gp_draw_lane_head(const gp_road_page *page, const gp_road_lane *lane, gp_length top,
                       gp_length bottom);

/* The arrows that a page shows something of, in their order. Cost: that of the arrows of its rows
 * and of GP_ROAD_ROWS_MAX rows above them. */
gp_status gp_list_page_links(const gp_road_page *page, const uint32_t **out, uint32_t *count);

/* What stands under the title: what the roadmap shows, and which part. What it does not show, for
 * the foot; "" where it shows all. */
const char *gp_road_subtitle(const gp_roadmap *map);
const char *gp_road_notes(const gp_roadmap *map);

/* The first planning round that is drawn on the axis; GP_NO_DAY: none is. */
gp_day gp_first_road_round(const gp_roadmap *map);

/* Draws the key of what the roadmap shows; as gp_draw_key. */
gp_length gp_draw_road_key(gp_buffer *buffer, const gp_roadmap *map, gp_point at, gp_length width);

/* The flags of a port that the page shows, and the shape of one, for the key too; for tooltips, how
 * a link binds. */
void gp_draw_port(const gp_road_page *page, const gp_road_link *link);
void gp_draw_pennant(gp_buffer *buffer, gp_point at, gp_length width, bool is_leftwards);
void gp_add_link_words(const gp_road_page *page, const gp_road_link *link);

/* The head of an arrow that arrives at the last of the points. */
void gp_draw_link_end(gp_buffer *buffer, gp_point before, gp_point tip, bool is_live);

#endif
