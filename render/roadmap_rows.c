/* SPDX-License-Identifier: MIT
 * Which row does a bar get? Bars that drive each other stand together (roadmap_tree.c). Their
 * trees, the largest first, go where there is room for all of one: as near to the top of the lane
 * as can be, so that what is short fills up what is left between what is long. The order of the
 * file does not matter: ties go by where bars begin, then by id. */
#include "render/roadmap_tree.h"
#include "core/job.h"

#include <stdlib.h>
#include <string.h>

#define LANE_PADDING GP_UNITS(5)
#define ROW_GAP GP_UNITS(2)
#define BELOW_MIN GP_UNITS(8) /* so that there is room for an arrow upon the bar below */
#define ROWS_TRIED 100        /* for a tree, before it is put under all others */

/* What a comparison needs: an item and its names. */
typedef struct sorted {
    gp_road_item item;
    const char *id;
    gp_day start;
    uint32_t level;
} sorted;

static int by_lane_and_place(const void *a, const void *b)
{
    const sorted *x = a, *y = b;
    if (x->item.lane != y->item.lane) return x->item.lane < y->item.lane ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    int order = strcmp(x->id, y->id);
    if (order) return order;
    return x->level < y->level ? -1 : x->level > y->level;
}

gp_status gp_sort_road_items(gp_roadmap *map)
{
    const gp_network *network = map->sheet.schedule->network;
    sorted *rows = GP_NEW(map->sheet.job, sorted, map->item_count);
    if (!rows) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t activity = map->items[i].activity;
        const gp_schedule *schedule = gp_item_schedule(map, &map->items[i]);
        rows[i] = (sorted){map->items[i], gp_activity_id(schedule->network, activity),
                           schedule->dates[activity].earliest_start,
                           schedule->network->activities[activity].level};
    }
    if (map->item_count) qsort(rows, map->item_count, sizeof *rows, by_lane_and_place);
    memset(map->item_of, 0xFF, sizeof *map->item_of * network->activity_count);
    for (uint32_t i = 0; i < map->item_count; i++) {
        map->items[i] = rows[i].item;
        map->items[i].row = GP_NONE;
        if (!map->items[i].is_gone) map->item_of[map->items[i].activity] = i;
        gp_road_lane *lane = &map->lanes[map->items[i].lane];
        if (lane->item_count++ == 0) lane->first_item = i;
    }
    return GP_OK;
}

/* ---- trees ---- */

static int by_size(const void *a, const void *b)
{
    const gp_road_tree *x = a, *y = b;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return x->left != y->left ? (x->left < y->left ? -1 : 1)
                              : (x->root < y->root ? -1 : x->root > y->root);
}

static bool item_fits(const gp_room *room, const gp_road_item *item)
{
    return gp_is_free(&room->items, item->first, item->last) &&
           gp_is_free(&room->across, item->first, item->last) &&
           gp_is_free(&room->down, item->first, item->last) &&
           gp_is_free(&room->tails, item->first, item->last) &&
           (item->tail <= item->last || gp_is_free(&room->items, item->last, item->tail));
}

static bool tree_fits(const gp_forest *forest, const gp_road_tree *tree, gp_room *rooms, int64_t up)
{
    const gp_roadmap *map = forest->map;
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t item = forest->members[tree->first + i];
        if (!item_fits(&rooms[forest->row[item] + up], &map->items[item])) return false;
    }
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t link = forest->link_into[forest->members[tree->first + i]];
        if (link == GP_NONE) continue;
        gp_way_search s = gp_search_of(forest, rooms, up, link);
        if (!gp_way_fits(&s, map->links[link].way)) return false;
    }
    return true;
}

/* Puts a tree into rows; `up` is the row of its root. */
static gp_status put_tree(gp_forest *forest, const gp_road_tree *tree, gp_room *rooms, int64_t up)
{
    gp_roadmap *map = forest->map;
    gp_job *job = map->sheet.job;
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t item = forest->members[tree->first + i], link = forest->link_into[item];
        GP_TRY(gp_take_item(job, &rooms[forest->row[item] + up], &map->items[item]));
        map->items[item].row = (uint32_t)(forest->row[item] + up);
        if (link == GP_NONE) continue;
        gp_way_search s = gp_search_of(forest, rooms, up, link);
        GP_TRY(gp_take_way(job, &s, map->links[link].way));
        map->links[link].is_placed = true;
    }
    return GP_OK;
}

/* Packs the trees of one lane into its rows, numbered from 0. */
static gp_status pack_lane(gp_forest *forest, gp_road_lane *lane, const gp_road_tree *trees,
                           uint32_t count)
{
    int64_t used = 0, all = 1;
    for (uint32_t i = 0; i < count; i++) all += trees[i].high - trees[i].low + 1;
    gp_room *rooms = GP_NEW(forest->map->sheet.job, gp_room, (size_t)all);
    if (!rooms) return gp_no_memory(forest->map->sheet.job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_road_tree *tree = &trees[i];
        int64_t height = tree->high - tree->low + 1, at = used > ROWS_TRIED ? used - ROWS_TRIED : 0;
        while (at < used && (at + height > all || !tree_fits(forest, tree, rooms, at - tree->low)))
            at++;
        GP_TRY(put_tree(forest, tree, rooms, at - tree->low));
        if (at + height > used) used = at + height;
    }
    lane->row_count = (uint32_t)used;
    return GP_OK;
}

/* The trees of every lane, which are together when they are sorted by their roots' lanes. */
static gp_status pack_lanes(gp_forest *forest)
{
    gp_roadmap *map = forest->map;
    gp_road_tree *trees = forest->trees;
    uint32_t done = 0;
    for (uint32_t i = 0; i < map->lane_count; i++) {
        gp_road_lane *lane = &map->lanes[i];
        uint32_t last = done;
        while (last < forest->tree_count && map->items[trees[last].root].lane == i) last++;
        if (last > done) qsort(trees + done, last - done, sizeof *trees, by_size);
        GP_TRY(pack_lane(forest, lane, trees + done, last - done));
        lane->first_row = map->row_count;
        map->row_count += lane->row_count;
        done = last;
    }
    return GP_OK;
}

/* ---- rows ---- */

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
        if (row->below < BELOW_MIN) row->below = BELOW_MIN;
        if (item->below > row->below) row->below = item->below;
    }
    for (uint32_t i = 1; i < map->row_count; i++)
        map->rows[i].first = map->rows[i - 1].first + map->rows[i - 1].count;
    for (uint32_t i = 0; i < map->row_count; i++) map->rows[i].count = 0;
    for (uint32_t i = 0; i < map->item_count; i++) { /* by where they begin: left to right */
        gp_road_row *row = &map->rows[map->items[i].row];
        map->row_items[row->first + row->count++] = i;
    }
    return GP_OK;
}

/* A buffer ends where the next bar of its row begins. */
static void cut_tails(gp_roadmap *map)
{
    for (uint32_t i = 0; i < map->row_count; i++) {
        const uint32_t *items = map->row_items + map->rows[i].first;
        for (uint32_t k = 0; k + 1 < map->rows[i].count; k++) {
            gp_road_item *item = &map->items[items[k]], *next = &map->items[items[k + 1]];
            if (item->tail > next->left) item->tail = next->left;
            if (item->tail < item->right) item->tail = item->right;
        }
    }
}

gp_status gp_pack_rows(gp_roadmap *map)
{
    gp_forest forest;
    map->row_count = 0;
    for (uint32_t i = 0; i < map->link_count; i++) map->links[i].is_placed = false;
    GP_TRY(gp_plant_forest(map, &forest));
    GP_TRY(gp_grow_forest(&forest));
    GP_TRY(pack_lanes(&forest));
    GP_TRY(fill_rows(map));
    cut_tails(map);
    return GP_OK;
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
            row->top = y + ROW_GAP;
            y = row->top + GP_ROAD_BAR + row->below;
        }
        y += LANE_PADDING;
        if (y < lane->top + lane->height_min) y = lane->top + lane->height_min;
        lane->bottom = y;
    }
    map->rows[map->row_count].channel = y;
    map->height = y;
}
