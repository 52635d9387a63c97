/* SPDX-License-Identifier: MIT
 * In which swimlane does an activity belong, and how do the lanes stand? Each kind of lane knows
 * the first (roadmap_lanes.c, roadmap_keyed.c, roadmap_parents.c, roadmap_goals.c). Lanes with
 * nothing in them are dropped, and those without a natural order stand by their links
 * (roadmap_order.c). */
#include "render/roadmap_lanes.h"

#include <string.h>

static gp_status find_lanes(gp_roadmap *map)
{
    switch (map->view->lanes) {
    case GP_LANES_TRACK: return gp_lanes_by_track(map);
    case GP_LANES_STAGE: return gp_lanes_by_stage(map);
    case GP_LANES_OWNER: return gp_lanes_by_owner(map);
    case GP_LANES_TAG: return gp_lanes_by_tag(map);
    case GP_LANES_PARENT: return gp_lanes_by_parent(map);
    case GP_LANES_GOAL: return gp_lanes_by_goal(map);
    case GP_LANES_NONE: break;
    }
    GP_TRY(gp_make_lanes(map, 1));
    map->lanes[0] = (gp_road_lane){.name = "", .id = "all"};
    return GP_OK;
}

/* Lanes in the order in which they are drawn, and what they are to be called from now on. */
static void renumber(gp_roadmap *map, const uint32_t *order, gp_road_lane *lanes, uint32_t *number)
{
    for (uint32_t i = 0; i < map->lane_count; i++) {
        lanes[i] = map->lanes[order[i]];
        number[order[i]] = i;
    }
    for (uint32_t i = 0; i < map->item_count; i++) map->items[i].lane = number[map->items[i].lane];
    map->lanes = lanes;
}

/* Lanes without an item are not drawn. */
static void drop_empty(gp_roadmap *map, uint32_t *number)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < map->item_count; i++) map->lanes[map->items[i].lane].item_count++;
    for (uint32_t i = 0; i < map->lane_count; i++) {
        number[i] = kept;
        if (map->lanes[i].item_count) map->lanes[kept++] = map->lanes[i];
    }
    for (uint32_t i = 0; i < map->item_count; i++) map->items[i].lane = number[map->items[i].lane];
    map->lane_count = kept;
}

static gp_status arrange(gp_roadmap *map)
{
    gp_job *job = map->sheet.job;
    uint32_t *number = GP_NEW(job, uint32_t, map->lane_count);
    uint32_t *order = GP_NEW(job, uint32_t, map->lane_count);
    gp_road_lane *lanes = GP_NEW(job, gp_road_lane, map->lane_count);
    uint32_t count = 0, first[GP_LANE_BOTTOM + 2] = {0};
    if (!number || !order || !lanes) return gp_no_memory(job);
    drop_empty(map, number);
    for (uint8_t place = GP_LANE_TOP; place <= GP_LANE_BOTTOM; place++) {
        first[place] = count;
        for (uint32_t i = 0; i < map->lane_count; i++)
            if (map->lanes[i].place == place) order[count++] = i;
    }
    GP_TRY(gp_order_lanes(map, order, first[GP_LANE_BY_LINKS],
                          first[GP_LANE_BOTTOM] - first[GP_LANE_BY_LINKS]));
    renumber(map, order, lanes, number);
    return GP_OK;
}

gp_status gp_assign_lanes(gp_roadmap *map)
{
    memset(map->item_of, 0xFF, sizeof *map->item_of * map->sheet.schedule->network->activity_count);
    for (uint32_t i = 0; i < map->item_count; i++) map->item_of[map->items[i].activity] = i;
    GP_TRY(find_lanes(map));
    GP_TRY(arrange(map));
    GP_TRY(gp_add_road_gone(map));
    gp_size_heads(map);
    for (uint32_t i = 0; i < map->lane_count; i++) map->lanes[i].item_count = 0; /* counted again */
    return map->sheet.scratch->has_failed ? gp_no_memory(map->sheet.job) : GP_OK;
}
