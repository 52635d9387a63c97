/* SPDX-License-Identifier: MIT
 * Which requirements does a roadmap draw? Those that fixed a date, at most one into each bar: they
 * tell whose date depends on what. When asked for, all between what it shows, also those that
 * others imply; or only those of the critical path. Two requirements between the same bars are one
 * arrow that binds as the stricter of the two. */
#include "render/roadmap.h"

#include <stdlib.h>

static int by_items(const void *a, const void *b)
{
    const gp_road_link *x = a, *y = b;
    if (x->to != y->to) return x->to < y->to ? -1 : 1;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return x->arc < y->arc ? -1 : x->arc > y->arc;
}

static void merge_links(gp_roadmap *map)
{
    uint32_t kept = 0;
    if (map->link_count) qsort(map->links, map->link_count, sizeof *map->links, by_items);
    for (uint32_t i = 0; i < map->link_count; i++) {
        gp_road_link *last = kept ? &map->links[kept - 1] : NULL, *link = &map->links[i];
        if (!last || last->from != link->from || last->to != link->to) {
            map->links[kept++] = *link;
            continue;
        }
        if (link->is_driving) {
            last->is_live = link->is_live;
            last->is_from_start = link->is_from_start;
        } else if (!last->is_driving) {
            last->is_live &= link->is_live;
        }
        last->is_driving |= link->is_driving;
        last->is_option &= link->is_option;
        last->is_chain |= link->is_chain;
        last->is_critical |= link->is_critical;
    }
    map->link_count = kept;
}

static gp_road_link make_link(const gp_roadmap *map, uint32_t arc)
{
    const gp_arc *a = &map->sheet.schedule->network->arcs[arc];
    uint32_t from = map->item_of[a->from], to = map->item_of[a->to];
    return (gp_road_link){.from = from,
                          .to = to,
                          .arc = arc,
                          .is_live = a->by != GP_BY_START,
                          .is_from_start = a->is_from_start,
                          .is_driving = map->sheet.schedule->dates[a->to].driver_arc == arc,
                          .is_option = map->sheet.schedule->is_spare[arc] != 0,
                          .is_chain = a->requirement == GP_NONE,
                          .is_critical = map->sheet.schedule->dates[a->to].driver_arc == arc &&
                                         map->items[from].is_critical &&
                                         map->items[to].is_critical};
}

static bool is_shown(const gp_roadmap *map, const gp_road_link *link)
{
    if (map->show & GP_SHOW_ARROWS) return true;
    return map->show & GP_SHOW_DRIVING ? link->is_driving : link->is_critical;
}

/* Would an arc be an arrow if both its ends were there? One end is. */
static bool is_missed(const gp_roadmap *map, uint32_t arc)
{
    const gp_schedule *schedule = map->sheet.schedule;
    const gp_arc *a = &schedule->network->arcs[arc];
    if ((map->item_of[a->from] == GP_NONE) == (map->item_of[a->to] == GP_NONE)) return false;
    if (map->show & GP_SHOW_ARROWS) return true;
    if (schedule->dates[a->to].driver_arc != arc) return false;
    return map->show & GP_SHOW_DRIVING ||
           (schedule->dates[a->from].is_critical && schedule->dates[a->to].is_critical);
}

/* Arrows that lead out of what is shown. */
static void count_outward(gp_roadmap *map)
{
    map->outward_count = 0;
    for (uint32_t i = 0; i < map->sheet.schedule->network->arc_count; i++)
        map->outward_count += is_missed(map, i);
}

gp_status gp_find_links(gp_roadmap *map)
{
    const gp_network *network = map->sheet.schedule->network;
    gp_array *links = GP_NEW(map->sheet.job, gp_array, 1);
    if (!links) return gp_no_memory(map->sheet.job);
    links->size = sizeof(gp_road_link);
    map->link_count = 0;
    if (!(map->show & (GP_SHOW_ARROWS | GP_SHOW_CRITICAL | GP_SHOW_DRIVING))) return GP_OK;
    count_outward(map);
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t to = map->items[i].activity;
        if (map->items[i].is_gone) continue; /* what it required is another network's */
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            if (map->item_of[network->arcs[k].from] == GP_NONE) continue;
            gp_road_link link = make_link(map, k);
            if (is_shown(map, &link) && !gp_push(map->sheet.job, links, &link, 1))
                return gp_no_memory(map->sheet.job);
        }
    }
    map->links = links->data;
    map->link_count = (uint32_t)links->count;
    merge_links(map);
    return GP_OK;
}
