/* SPDX-License-Identifier: MIT
 * Rows and arrows together. The arrows that bars stand by have their way from the rows; all others
 * (into another lane, or requirements that fixed no date) look for one through what is left free,
 * the short ones first. One that finds none becomes a port, whose flags want room, so rows are made
 * again; after a few turns all that are left become ports, and the last turn has none to look for.
 */
#include "render/roadmap_way.h"
#include "core/job.h"

#include <stdlib.h>

#define TURNS 4
#define CROSSINGS_MAX_COST                                                                         \
    40 /* of an arrow that is still a line, the rows it passes not counted                         \
        */

/* An arrow without a way. */
typedef struct waiting {
    bool is_driving, is_critical;
    uint32_t rows, link;
} waiting;

static int by_need(const void *a, const void *b)
{
    const waiting *x = a, *y = b;
    if (x->is_driving != y->is_driving) return x->is_driving ? -1 : 1;
    if (x->is_critical != y->is_critical) return x->is_critical ? -1 : 1;
    if (x->rows != y->rows) return x->rows < y->rows ? -1 : 1;
    return x->link < y->link ? -1 : x->link > y->link;
}

static uint32_t rows_between(const gp_roadmap *map, const gp_road_link *link)
{
    uint32_t a = map->items[link->from].row, b = map->items[link->to].row;
    return a < b ? b - a : a - b;
}

static gp_way_search search_of(const gp_roadmap *map, gp_room *rooms, const gp_road_link *link)
{
    gp_way_search s = {.rooms = rooms,
                       .from = &map->items[link->from],
                       .to = &map->items[link->to],
                       .from_row = map->items[link->from].row,
                       .to_row = map->items[link->to].row,
                       .link = link};
    s.frame.low = map->axis.left - 2 * GP_ROAD_GUTTER;
    s.frame.high = map->axis.left + map->axis.width + 2 * GP_ROAD_GUTTER;
    return s;
}

/* The rows with all that has its place. */
static gp_status fill_rooms(const gp_roadmap *map, gp_room *rooms)
{
    gp_job *job = map->sheet.job;
    for (uint32_t i = 0; i < map->item_count; i++) {
        const gp_road_item *item = &map->items[i];
        GP_TRY(gp_take(job, &rooms[item->row].items, item->first, item->last));
        GP_TRY(gp_take(job, &rooms[item->row].solids, item->solid_first, item->solid_last));
    }
    for (uint32_t i = 0; i < map->link_count; i++) {
        if (!map->links[i].is_placed) continue;
        const gp_way_search s = search_of(map, rooms, &map->links[i]);
        GP_TRY(gp_take_way(job, &s, map->links[i].way));
    }
    return GP_OK;
}

static gp_status list_waiting(const gp_roadmap *map, waiting **out, uint32_t *count)
{
    waiting *list = *out = GP_NEW(map->sheet.job, waiting, map->link_count);
    *count = 0;
    if (!list) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < map->link_count; i++) {
        const gp_road_link *link = &map->links[i];
        if (link->is_placed || link->is_port) continue;
        list[(*count)++] =
            (waiting){link->is_driving, link->is_critical, rows_between(map, link), i};
    }
    if (*count) qsort(list, *count, sizeof *list, by_need);
    return GP_OK;
}

static bool finds_way(gp_roadmap *map, gp_room *rooms, gp_road_link *link)
{
    const gp_way_search s = search_of(map, rooms, link);
    uint32_t rows = rows_between(map, link);
    int cost;
    return rows <= GP_ROAD_ROWS_MAX && gp_find_way(&s, &link->way, &cost) &&
           cost - (int)rows * GP_WAY_ROW_COST <= CROSSINGS_MAX_COST;
}

/* Looks for ways; returns in `lost` how many arrows became ports. All of them: `is_last`. */
static gp_status find_ways(gp_roadmap *map, gp_room *rooms, bool is_last, uint32_t *lost)
{
    waiting *list;
    uint32_t count;
    *lost = 0;
    GP_TRY(list_waiting(map, &list, &count));
    for (uint32_t i = 0; i < count; i++) {
        gp_road_link *link = &map->links[list[i].link];
        if (finds_way(map, rooms, link)) {
            const gp_way_search s = search_of(map, rooms, link);
            GP_TRY(gp_take_way(map->sheet.job, &s, link->way));
            link->is_placed = true;
            continue;
        }
        GP_TRY(gp_make_port(map, link));
        ++*lost;
    }
    for (uint32_t i = 0; i < count && is_last && *lost; i++) {
        gp_road_link *link = &map->links[list[i].link];
        if (!link->is_port) GP_TRY(gp_make_port(map, link));
    }
    return GP_OK;
}

/* ---- what is left free ---- */

/* Where the next arrow through the row is, from a place to the right. */
static gp_length next_down(const gp_room *room, gp_length from)
{
    gp_length next = INT64_MAX;
    for (uint32_t i = room->down.count; i-- > 0 && room->down.list[i].low >= from;)
        next = room->down.list[i].low;
    return next;
}

static gp_length last_down(const gp_room *room, gp_length until)
{
    for (uint32_t i = room->down.count; i-- > 0;)
        if (room->down.list[i].high <= until) return room->down.list[i].high;
    return INT64_MIN;
}

/* How much is free on both sides of a bar and its words. */
static void find_free(const gp_roadmap *map, const gp_room *room, gp_road_item *item,
                      gp_stretch between)
{
    gp_length left = map->axis.left - GP_ROAD_GUTTER;
    gp_length right = map->axis.left + map->axis.width + GP_ROAD_GUTTER;
    gp_length down = next_down(room, item->solid_last);
    if (right > between.high - GP_ROAD_APART) right = between.high - GP_ROAD_APART;
    if (right > down - GP_ROAD_APART) right = down - GP_ROAD_APART;
    if (left < between.low) left = between.low;
    down = last_down(room, item->solid_first);
    if (left < down + GP_ROAD_APART) left = down + GP_ROAD_APART;
    item->free_left = item->solid_first - left;
    item->free_right = right - item->solid_last;
}

/* Longer names, and which of them have an arrow under them. */
static void finish_labels(gp_roadmap *map, const gp_room *rooms)
{
    for (uint32_t i = 0; i < map->row_count; i++) {
        const uint32_t *items = map->row_items + map->rows[i].first;
        gp_stretch between = {INT64_MIN / 4, INT64_MAX / 4};
        for (uint32_t k = 0; k < map->rows[i].count; k++) {
            gp_road_item *item = &map->items[items[k]];
            bool is_last = k + 1 == map->rows[i].count;
            const gp_stretches *across = &rooms[i].across;
            between.high = is_last ? INT64_MAX / 4 : map->items[items[k + 1]].first;
            find_free(map, &rooms[i], item, between);
            gp_stretch_label(map, item, item->solid_last + item->free_right);
            find_free(map, &rooms[i], item, between);
            item->has_line = !gp_is_free(across, item->solid_first, item->left) ||
                             !gp_is_free(across, item->right, item->solid_last);
            between.low = item->solid_last + GP_ROAD_APART;
            if (item->right_ports) between.low += item->free_right > 0 ? item->free_right : 0;
        }
    }
}

gp_status gp_route_links(gp_roadmap *map)
{
    gp_room *rooms = NULL;
    for (uint32_t turn = 0, lost = 1; lost; turn++) {
        if (turn) GP_TRY(gp_place_items(map)); /* whole tails again */
        GP_TRY(gp_pack_rows(map));
        rooms = GP_NEW(map->sheet.job, gp_room, (size_t)map->row_count + 1);
        if (!rooms) return gp_no_memory(map->sheet.job);
        GP_TRY(fill_rooms(map, rooms));
        GP_TRY(find_ways(map, rooms, turn + 1 >= TURNS, &lost));
    }
    finish_labels(map, rooms);
    gp_stack_rows(map);
    for (uint32_t i = 0; i < map->link_count; i++)
        if (map->links[i].is_placed) GP_TRY(gp_trace_way(map, &map->links[i]));
    return gp_number_ports(map);
}
