/* SPDX-License-Identifier: MIT
 * How does a tree of bars stand? Each bar in the row of its driver where that is free, so that the
 * arrow is a straight line; else in the row with the best way from there. Bars are placed one by
 * one, each with its arrow, so that no later one stands in its way. Two orders are tried
 * (gp_order), and those that found no place go first the next time. The try with the fewest arrows
 * left over, and of those the lowest tree, is kept. In a large portfolio the order by time is tried
 * alone, which does better of the two. */
#include "render/roadmap_tree.h"
#include "core/job.h"

#include <stdlib.h>
#include <string.h>

#define NEAR_ROWS 14          /* from its driver, where a bar may stand */
#define NEAR_ROWS_LARGE 5     /* the same in a large portfolio */
#define NEW_ROW_COST 6        /* of a row that the tree does not have yet */
#define TRIES 4               /* for each order */
#define TRIES_MAX_SIZE 500    /* of trees that are tried more than once */
#define LOST (INT64_MAX / 4)  /* the row of a bar that found none */
#define TROUBLE GP_UNITS(300) /* so much sooner, for each time that it found no place */

/* Room to work in, as much as the largest tree needs. */
typedef struct gp_growth {
    gp_room *rooms;
    uint32_t middle; /* the row of the root */
    int64_t low, high;
    uint32_t *size;    /* by item: of what hangs on it, itself included */
    uint32_t *trouble; /* by item */
    uint32_t *stack, *order;
    int64_t *row;
    gp_way *way;
    bool *is_lost;
    gp_length *time;
    struct ranked *ranked;
} gp_growth;

typedef struct ranked {
    gp_length first, second;
    uint32_t trouble, item;
} ranked;

static int by_rank(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->trouble != y->trouble) return x->trouble > y->trouble ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (x->second != y->second) return x->second < y->second ? -1 : 1;
    return x->item < y->item ? -1 : x->item > y->item;
}

static uint32_t driver_of(const gp_forest *forest, uint32_t item)
{
    uint32_t link = forest->link_into[item];
    return link == GP_NONE ? GP_NONE : forest->map->links[link].from;
}

/* ---- planting ---- */

static gp_status list_children(gp_forest *forest)
{
    const gp_roadmap *map = forest->map;
    uint32_t count = map->item_count;
    uint32_t *at = GP_NEW(map->sheet.job, uint32_t, (size_t)count + 1);
    forest->child_first = GP_NEW(map->sheet.job, uint32_t, (size_t)count + 1);
    forest->children = GP_NEW(map->sheet.job, uint32_t, count);
    if (!at || !forest->child_first || !forest->children) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < count; i++)
        if (driver_of(forest, i) != GP_NONE) forest->child_first[driver_of(forest, i) + 1]++;
    for (uint32_t i = 0; i < count; i++) {
        forest->child_first[i + 1] += forest->child_first[i];
        at[i + 1] = forest->child_first[i + 1];
    }
    for (uint32_t i = 0; i < count; i++)
        if (driver_of(forest, i) != GP_NONE) forest->children[at[driver_of(forest, i)]++] = i;
    return GP_OK;
}

static gp_status make_growth(gp_forest *forest)
{
    gp_job *job = forest->map->sheet.job;
    size_t count = forest->map->item_count;
    gp_growth *g = forest->growth = GP_NEW(job, gp_growth, 1);
    if (!g) return gp_no_memory(job);
    *g = (gp_growth){.size = GP_NEW(job, uint32_t, count),
                     .trouble = GP_NEW(job, uint32_t, count),
                     .stack = GP_NEW(job, uint32_t, count),
                     .order = GP_NEW(job, uint32_t, count),
                     .row = GP_NEW(job, int64_t, count),
                     .way = GP_NEW(job, gp_way, count),
                     .is_lost = GP_NEW(job, bool, count),
                     .time = GP_NEW(job, gp_length, count),
                     .ranked = GP_NEW(job, ranked, count)};
    bool is_whole = g->size && g->trouble && g->stack && g->order && g->row && g->way &&
                    g->is_lost && g->time && g->ranked;
    return is_whole ? GP_OK : gp_no_memory(job);
}

gp_status gp_plant_forest(gp_roadmap *map, gp_forest *forest)
{
    gp_job *job = map->sheet.job;
    size_t count = map->item_count;
    *forest = (gp_forest){.map = map,
                          .link_into = GP_NEW(job, uint32_t, count),
                          .row = GP_NEW(job, int64_t, count),
                          .members = GP_NEW(job, uint32_t, count),
                          .roots = GP_NEW(job, uint32_t, count),
                          .trees = GP_NEW(job, gp_road_tree, count)};
    if (!forest->link_into || !forest->row || !forest->members || !forest->roots || !forest->trees)
        return gp_no_memory(job);
    memset(forest->link_into, 0xFF, count * sizeof *forest->link_into);
    for (uint32_t i = 0; i < map->link_count; i++) {
        const gp_road_link *link = &map->links[i];
        bool is_near = map->items[link->from].lane == map->items[link->to].lane;
        if (link->is_driving && !link->is_port && is_near) forest->link_into[link->to] = i;
    }
    GP_TRY(list_children(forest));
    return make_growth(forest);
}

/* ---- orders ---- */

/* Those that only wait first, then those with most behind them; what found no place before all. */
static uint32_t rank_children(gp_forest *forest, uint32_t item)
{
    gp_growth *g = forest->growth;
    const gp_roadmap *map = forest->map;
    uint32_t count = 0;
    for (uint32_t k = forest->child_first[item]; k < forest->child_first[item + 1]; k++) {
        uint32_t child = forest->children[k], link = forest->link_into[child];
        if (link == GP_NONE) continue;
        const gp_road_item *bar = &map->items[child];
        bool is_live = map->links[link].is_live;
        g->ranked[count++] = (ranked){.trouble = g->trouble[child],
                                      .first = is_live ? -INT64_MAX : -(gp_length)g->size[child],
                                      .second = is_live ? bar->right : bar->left,
                                      .item = child};
    }
    if (count > 1) qsort(g->ranked, count, sizeof *g->ranked, by_rank);
    return count;
}

/* Chain by chain, into g->order; returns how many there are. */
static uint32_t order_by_chain(gp_forest *forest, uint32_t root)
{
    gp_growth *g = forest->growth;
    uint32_t waiting = 0, count = 0;
    g->stack[waiting++] = root;
    while (waiting) {
        uint32_t item = g->order[count++] = g->stack[--waiting];
        uint32_t children = rank_children(forest, item);
        for (uint32_t i = children; i-- > 0;) g->stack[waiting++] = g->ranked[i].item;
    }
    return count;
}

/* From an order by chain to one by time: a bar when its driver is ready, or it is itself. */
static void order_by_time(gp_forest *forest, uint32_t count)
{
    gp_growth *g = forest->growth;
    const gp_roadmap *map = forest->map;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t item = g->order[i], driver = driver_of(forest, item);
        gp_length own = INT64_MIN / 4;
        if (driver != GP_NONE) {
            bool is_live = map->links[forest->link_into[item]].is_live;
            own = map->items[is_live ? item : driver].right - TROUBLE * (gp_length)g->trouble[item];
            if (own < g->time[driver]) own = g->time[driver];
        }
        g->time[item] = own;
        g->ranked[i] = (ranked){.first = own, .second = i, .item = item};
    }
    if (count) qsort(g->ranked, count, sizeof *g->ranked, by_rank);
    for (uint32_t i = 0; i < count; i++) g->order[i] = g->ranked[i].item;
}

/* ---- placing ---- */

gp_way_search gp_search_of(const gp_forest *forest, gp_room *rooms, int64_t up, uint32_t link)
{
    const gp_roadmap *map = forest->map;
    const gp_road_link *l = &map->links[link];
    gp_way_search s = {.rooms = rooms,
                       .from = &map->items[l->from],
                       .to = &map->items[l->to],
                       .from_row = forest->row[l->from] + up,
                       .to_row = forest->row[l->to] + up,
                       .link = l};
    s.frame.low = map->axis.left - 2 * GP_ROAD_GUTTER;
    s.frame.high = map->axis.left + map->axis.width + 2 * GP_ROAD_GUTTER;
    return s;
}

/* Is there room for a bar in a row? A tail that runs into it may be that of its driver. */
static bool has_room(const gp_room *room, const gp_road_item *item, bool is_after_driver)
{
    return gp_is_free(&room->items, item->first, item->last) &&
           gp_is_free(&room->across, item->first, item->last) &&
           gp_is_free(&room->down, item->first, item->last) &&
           (is_after_driver || gp_is_free(&room->tails, item->first, item->last)) &&
           (item->tail <= item->last || gp_is_free(&room->items, item->last, item->tail));
}

gp_status gp_take_item(gp_job *job, gp_room *room, const gp_road_item *item)
{
    gp_end_stretch(&room->tails, item->first);
    GP_TRY(gp_take(job, &room->items, item->first, item->last));
    GP_TRY(gp_take(job, &room->solids, item->solid_first, item->solid_last));
    if (item->tail > item->last && gp_is_free(&room->tails, item->last, item->tail))
        GP_TRY(gp_take(job, &room->tails, item->last, item->tail));
    return GP_OK;
}

/* The best row and way for a bar whose driver stands; false where there is none. */
static bool find_place(gp_forest *forest, uint32_t item)
{
    gp_growth *g = forest->growth;
    uint32_t link = forest->link_into[item], driver = driver_of(forest, item);
    gp_way_search s = gp_search_of(forest, g->rooms, g->middle, link);
    int64_t home = g->row[driver];
    int best = -1;
    s.from_row = home + g->middle;
    int64_t reach = gp_is_large(forest->map) ? NEAR_ROWS_LARGE : NEAR_ROWS;
    for (int64_t away = 0; away <= reach; away++) {
        if (best >= 0 && best <= (int)away * GP_WAY_ROW_COST) break;
        for (int side = 0; side < (away ? 2 : 1); side++) {
            int64_t row = side ? home - away : home + away;
            if (row < g->low - 1 || row > g->high + 1) continue;
            gp_way way;
            int cost;
            s.to_row = row + g->middle;
            if (!has_room(&g->rooms[s.to_row], s.to, away == 0)) continue;
            if (!gp_find_way(&s, &way, &cost)) continue;
            if (row < g->low || row > g->high) cost += NEW_ROW_COST;
            if (best >= 0 && cost >= best) continue;
            best = cost;
            g->row[item] = row;
            g->way[item] = way;
        }
    }
    return best >= 0;
}

/* Places what is in g->order and returns in `lost` how many arrows found no way. */
static gp_status place_all(gp_forest *forest, uint32_t count, uint32_t *lost)
{
    gp_growth *g = forest->growth;
    const gp_roadmap *map = forest->map;
    gp_job *job = map->sheet.job;
    for (int64_t row = g->low - 1; row <= g->high + 1; row++)
        gp_clear_room(&g->rooms[row + g->middle]);
    g->low = g->high = *lost = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t item = g->order[i], driver = driver_of(forest, item);
        g->is_lost[item] = driver != GP_NONE && g->is_lost[driver];
        if (g->is_lost[item]) continue;
        g->row[item] = 0;
        if (driver != GP_NONE && !find_place(forest, item)) {
            g->is_lost[item] = true;
            ++*lost;
            continue;
        }
        GP_TRY(gp_take_item(job, &g->rooms[g->row[item] + g->middle], &map->items[item]));
        if (g->row[item] < g->low) g->low = g->row[item];
        if (g->row[item] > g->high) g->high = g->row[item];
        if (driver == GP_NONE) continue;
        gp_way_search s = gp_search_of(forest, g->rooms, g->middle, forest->link_into[item]);
        s.from_row = g->row[driver] + g->middle;
        s.to_row = g->row[item] + g->middle;
        GP_TRY(gp_take_way(job, &s, g->way[item]));
    }
    return GP_OK;
}

/* Was not placed, though its driver was. */
static bool lost_its_driver(const gp_forest *forest, uint32_t item)
{
    uint32_t driver = driver_of(forest, item);
    const bool *is_lost = forest->growth->is_lost;
    return driver != GP_NONE && is_lost[item] && !is_lost[driver];
}

/* What found no place, and all that it waits for, comes sooner the next time. */
static void note_trouble(gp_forest *forest, uint32_t count)
{
    gp_growth *g = forest->growth;
    for (uint32_t i = count; i-- > 0;) {
        uint32_t at = g->order[i];
        if (!lost_its_driver(forest, at)) continue;
        for (; driver_of(forest, at) != GP_NONE; at = driver_of(forest, at)) g->trouble[at]++;
    }
}

/* ---- growing ---- */

static void keep(gp_forest *forest, gp_road_tree *tree)
{
    gp_growth *g = forest->growth;
    uint32_t *members = forest->members + tree->first;
    memcpy(members, g->order, tree->count * sizeof *members);
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t item = members[i];
        forest->row[item] = g->is_lost[item] ? LOST : g->row[item];
        if (driver_of(forest, item) != GP_NONE)
            forest->map->links[forest->link_into[item]].way = g->way[item];
    }
    tree->low = g->low;
    tree->high = g->high;
}

/* Tries orders, keeps the best one, and says how many of its arrows found no way. */
static gp_status try_orders(gp_forest *forest, uint32_t root, gp_road_tree *tree, uint32_t *lost)
{
    gp_growth *g = forest->growth;
    uint32_t least = UINT32_MAX;
    int64_t lowest = INT64_MAX;
    bool is_large = gp_is_large(forest->map);
    for (int order = is_large; order < 2 && least; order++) {
        for (uint32_t i = 0; i < tree->count; i++) g->trouble[g->order[i]] = 0;
        for (int turn = 0; turn < TRIES; turn++) {
            uint32_t now;
            if (!is_large) order_by_chain(forest, root); /* else the one that it has */
            if (order) order_by_time(forest, tree->count);
            GP_TRY(place_all(forest, tree->count, &now));
            int64_t rows = g->high - g->low;
            if (now < least || (now == least && rows < lowest)) {
                least = now;
                lowest = rows;
                keep(forest, tree);
            }
            if (now == 0 || is_large || tree->count > TRIES_MAX_SIZE) break;
            note_trouble(forest, tree->count);
        }
    }
    *lost = least;
    return GP_OK;
}

/* Makes ports of the arrows that found no way: both bars need room for a flag, and what was cut
 * off is a tree of its own. */
static gp_status cut_off(gp_forest *forest, const gp_road_tree *tree)
{
    gp_roadmap *map = forest->map;
    for (uint32_t i = tree->count; i-- > 0;) { /* what hangs on an item before the item */
        uint32_t item = forest->members[tree->first + i], driver = driver_of(forest, item);
        if (driver == GP_NONE || forest->row[item] != LOST) continue;
        if (forest->row[driver] == LOST) continue;
        GP_TRY(gp_make_port(map, &map->links[forest->link_into[item]]));
        forest->row[item] = 0;
    }
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t item = forest->members[tree->first + i], link = forest->link_into[item];
        if (link == GP_NONE || !map->links[link].is_port) continue;
        forest->link_into[item] = GP_NONE;
        forest->roots[forest->root_count++] = item;
    }
    return GP_OK;
}

static void measure_tree(gp_forest *forest, uint32_t count)
{
    gp_growth *g = forest->growth;
    for (uint32_t i = 0; i < count; i++) g->size[g->order[i]] = 1;
    for (uint32_t i = count; i-- > 1;)
        g->size[driver_of(forest, g->order[i])] += g->size[g->order[i]];
}

/* Rows enough for a tree, with one above and below. */
static gp_status make_rooms(gp_forest *forest, uint32_t count)
{
    gp_growth *g = forest->growth;
    if (g->rooms && g->middle > count) return GP_OK;
    g->middle = 2 * count + 1;
    g->rooms = GP_NEW(forest->map->sheet.job, gp_room, 2 * (size_t)g->middle + 1);
    g->low = g->high = 0;
    return g->rooms ? GP_OK : gp_no_memory(forest->map->sheet.job);
}

static bool has_children(const gp_forest *forest, uint32_t item)
{
    uint32_t k = forest->child_first[item], end = forest->child_first[item + 1];
    while (k < end && forest->link_into[forest->children[k]] == GP_NONE) k++;
    return k < end;
}

/* Leaves in the tree what was placed. */
static void drop_lost(gp_forest *forest, gp_road_tree *tree)
{
    uint32_t *members = forest->members + tree->first, kept = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        bool is_cut = members[i] != tree->root && forest->link_into[members[i]] == GP_NONE;
        if (!is_cut && forest->row[members[i]] != LOST) members[kept++] = members[i];
    }
    tree->count = kept;
}

static gp_status grow_tree(gp_forest *forest, uint32_t root)
{
    gp_road_tree tree = {.root = root, .first = forest->member_count, .count = 1};
    tree.left = forest->map->items[root].left;
    forest->members[tree.first] = root;
    for (uint32_t lost = has_children(forest, root); lost;) {
        tree.count = order_by_chain(forest, root);
        measure_tree(forest, tree.count);
        GP_TRY(make_rooms(forest, tree.count));
        GP_TRY(try_orders(forest, root, &tree, &lost));
        GP_TRY(cut_off(forest, &tree));
        if (!lost || !gp_is_large(forest->map)) continue;
        drop_lost(forest, &tree); /* flags take no room here, so the rest may stay */
        break;
    }
    forest->member_count += tree.count;
    forest->trees[forest->tree_count++] = tree;
    return GP_OK;
}

gp_status gp_grow_forest(gp_forest *forest)
{
    for (uint32_t i = forest->map->item_count; i-- > 0;)
        if (forest->link_into[i] == GP_NONE) forest->roots[forest->root_count++] = i;
    while (forest->root_count) GP_TRY(grow_tree(forest, forest->roots[--forest->root_count]));
    return GP_OK;
}
