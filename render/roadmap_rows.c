/* SPDX-License-Identifier: MIT
 * Which row does a bar get? The first of its lane that is free where it begins (first fit of
 * intervals), found in a tree of the ends of the rows so that many rows cost little; but a step
 * of a capability follows the step before it in the same row where it can. Bars come in order of
 * where they begin, ties by id: the order of the file does not matter. */
#include "render/roadmap.h"

#include <stdlib.h>
#include <string.h>

#define LANE_PADDING GP_UNITS(5)
#define CHANNEL_MARGIN GP_UNITS(4)
#define TRACK_STEP GP_UNITS(4)

/* What a comparison needs: an item and its names. */
typedef struct sorted {
    gp_road_item item;
    const char *id;
    uint32_t level;
} sorted;

static int by_lane_and_place(const void *a, const void *b)
{
    const sorted *x = a, *y = b;
    if (x->item.lane != y->item.lane) return x->item.lane < y->item.lane ? -1 : 1;
    if (x->item.first != y->item.first) return x->item.first < y->item.first ? -1 : 1;
    int order = strcmp(x->id, y->id);
    if (order) return order;
    return x->level < y->level ? -1 : x->level > y->level;
}

static gp_status sort_items(gp_roadmap *map)
{
    const gp_network *network = map->sheet.schedule->network;
    sorted *rows = GP_NEW(map->sheet.job, sorted, map->item_count);
    if (!rows) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t activity = map->items[i].activity;
        rows[i] = (sorted){map->items[i], gp_activity_id(network, activity),
                           network->activities[activity].level};
    }
    if (map->item_count) qsort(rows, map->item_count, sizeof *rows, by_lane_and_place);
    memset(map->item_of, 0xFF, sizeof *map->item_of * network->activity_count);
    for (uint32_t i = 0; i < map->item_count; i++) {
        map->items[i] = rows[i].item;
        map->items[i].row = GP_NONE;
        map->item_of[map->items[i].activity] = i;
        gp_road_lane *lane = &map->lanes[map->items[i].lane];
        if (lane->item_count++ == 0) lane->first_item = i;
    }
    return GP_OK;
}

/* The ends of rows, as the leaves of a tree of which every node holds the least of its two. */
typedef struct ends {
    gp_length *least;
    uint32_t leaves; /* a power of two */
} ends;

static void set_end(ends *e, uint32_t row, gp_length end)
{
    uint32_t node = e->leaves + row;
    e->least[node] = end;
    for (node /= 2; node; node /= 2) {
        gp_length a = e->least[2 * node], b = e->least[2 * node + 1];
        e->least[node] = a < b ? a : b;
    }
}

/* The first row that ends before `start`. Leaves of rows that do not exist yet end at nothing, so
 * there is always one. */
static uint32_t first_free(const ends *e, gp_length start)
{
    uint32_t node = 1;
    while (node < e->leaves) node = 2 * node + (e->least[2 * node] > start);
    return node - e->leaves;
}

/* The row of the step before this one, where that is free; else GP_NONE. */
static uint32_t row_of_step_before(const gp_roadmap *map, const ends *e, const gp_road_item *item)
{
    const gp_activity *a = &map->sheet.schedule->network->activities[item->activity];
    if (a->kind != GP_KIND_CAPABILITY || item->activity == 0) return GP_NONE;
    if (a[-1].kind != a->kind || a[-1].item != a->item) return GP_NONE;
    uint32_t other = map->item_of[item->activity - 1];
    if (other == GP_NONE || map->items[other].lane != item->lane) return GP_NONE;
    uint32_t row = map->items[other].row;
    bool is_free = row != GP_NONE && e->least[e->leaves + row] <= item->first - GP_ROAD_APART;
    return is_free ? row : GP_NONE;
}

/* Rows of one lane, numbered from 0. */
static gp_status pack_lane(gp_roadmap *map, gp_road_lane *lane)
{
    ends e = {.leaves = 1};
    while (e.leaves < lane->item_count) e.leaves *= 2;
    e.least = GP_NEW(map->sheet.job, gp_length, (size_t)e.leaves * 2);
    if (!e.least) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < 2 * e.leaves; i++) e.least[i] = INT64_MIN;
    for (uint32_t i = lane->first_item; i < lane->first_item + lane->item_count; i++) {
        gp_road_item *item = &map->items[i];
        uint32_t row = row_of_step_before(map, &e, item);
        if (row == GP_NONE) row = first_free(&e, item->first - GP_ROAD_APART);
        if (row >= lane->row_count) lane->row_count = row + 1;
        item->row = row;
        set_end(&e, row, item->last);
    }
    return GP_OK;
}

static gp_status fill_rows(gp_roadmap *map)
{
    map->rows = GP_NEW(map->sheet.job, gp_road_row, (size_t)map->row_count + 1);
    map->row_items = GP_NEW(map->sheet.job, uint32_t, map->item_count);
    if (!map->rows || !map->row_items) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < map->lane_count; i++)
        for (uint32_t k = 0; k < map->lanes[i].row_count; k++)
            map->rows[map->lanes[i].first_row + k].lane = i;
    for (uint32_t i = 0; i < map->item_count; i++) {
        gp_road_item *item = &map->items[i];
        item->row += map->lanes[item->lane].first_row;
        gp_road_row *row = &map->rows[item->row];
        row->count++;
        if (item->below > row->below) row->below = item->below;
    }
    for (uint32_t i = 1; i < map->row_count; i++)
        map->rows[i].first = map->rows[i - 1].first + map->rows[i - 1].count;
    for (uint32_t i = 0; i < map->row_count; i++) map->rows[i].count = 0;
    for (uint32_t i = 0; i < map->item_count; i++) { /* in the order of items: left to right */
        gp_road_row *row = &map->rows[map->items[i].row];
        map->row_items[row->first + row->count++] = i;
    }
    return GP_OK;
}

static void stretch_labels(gp_roadmap *map)
{
    for (uint32_t i = 0; i < map->row_count; i++) {
        const uint32_t *items = map->row_items + map->rows[i].first;
        for (uint32_t k = 0; k < map->rows[i].count; k++) {
            bool is_last = k + 1 == map->rows[i].count;
            gp_length limit = is_last ? INT64_MAX : map->items[items[k + 1]].first - GP_ROAD_APART;
            gp_stretch_label(map, &map->items[items[k]], limit);
        }
    }
}

gp_status gp_pack_rows(gp_roadmap *map)
{
    GP_TRY(sort_items(map));
    for (uint32_t i = 0; i < map->lane_count; i++) {
        GP_TRY(pack_lane(map, &map->lanes[i]));
        map->lanes[i].first_row = map->row_count;
        map->row_count += map->lanes[i].row_count;
    }
    GP_TRY(fill_rows(map));
    stretch_labels(map);
    return GP_OK;
}

gp_length gp_channel_y(const gp_road_row *row, uint32_t track)
{
    return row->channel + CHANNEL_MARGIN + TRACK_STEP * track;
}

static gp_length channel_height(const gp_road_row *row)
{
    gp_length tracks = row->tracks ? row->tracks - 1 : 0;
    return 2 * CHANNEL_MARGIN + TRACK_STEP * tracks;
}

void gp_stack_rows(gp_roadmap *map)
{
    gp_length y = 0;
    for (uint32_t i = 0; i < map->lane_count; i++) {
        gp_road_lane *lane = &map->lanes[i];
        lane->top = y;
        y += LANE_PADDING;
        for (uint32_t k = lane->first_row; k < lane->first_row + lane->row_count; k++) {
            gp_road_row *row = &map->rows[k];
            row->channel = y;
            row->top = y + channel_height(row);
            y = row->top + GP_ROAD_BAR + row->below;
        }
        y += LANE_PADDING;
        if (y < lane->top + lane->height_min) y = lane->top + lane->height_min;
        lane->bottom = y;
    }
    map->rows[map->row_count].channel = y;
    map->height = y + channel_height(&map->rows[map->row_count]);
}
