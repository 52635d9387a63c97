/* SPDX-License-Identifier: MIT
 * Lanes by goal: for each intervention that is shown one with the chain that leads to it and to
 * nothing else, the development path of the white paper's third figure on an axis of time. What
 * several rest on stands above them, in a lane of its own. An intervention ends the chains of
 * those that rest on it: what it rests on is counted as its own. */
#include "render/element_id.h"
#include "render/roadmap_lanes.h"

#include <stdlib.h>
#include <string.h>

#define SEVERAL (GP_NONE - 1) /* goals; GP_NONE: none */

/* Lanes beside those of the goals, which come after them. */
enum { LANE_SHARED, LANE_NOTHING_OWN, LANE_NO_GOAL, LANE_GOALS };

static bool is_goal(const gp_roadmap *map, uint32_t activity)
{
    return map->sheet.schedule->network->activities[activity].kind == GP_KIND_INTERVENTION &&
           map->item_of[activity] != GP_NONE;
}

/* By activity: the goal that rests on it, SEVERAL, or GP_NONE. */
static gp_status find_goals(const gp_roadmap *map, uint32_t **out)
{
    const gp_network *network = map->sheet.schedule->network;
    uint32_t *goals = GP_NEW(map->sheet.job, uint32_t, network->activity_count);
    if (!goals) return gp_no_memory(map->sheet.job);
    memset(goals, 0xFF, sizeof *goals * network->activity_count);
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        if (is_goal(map, to)) goals[to] = to;
        if (goals[to] == GP_NONE) continue;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            uint32_t *goal = &goals[network->arcs[k].from];
            *goal = *goal == GP_NONE || *goal == goals[to] ? goals[to] : SEVERAL;
        }
    }
    *out = goals;
    return GP_OK;
}

typedef struct goal_row {
    gp_day ready;
    const char *id;
    uint32_t activity;
} goal_row;

static int by_ready(const void *a, const void *b)
{
    const goal_row *x = a, *y = b;
    if (x->ready != y->ready) return x->ready < y->ready ? -1 : 1;
    return strcmp(x->id, y->id);
}

/* The goals whose chain has something of their own, as they come about; lane_of: by activity. */
static gp_status list_goals(const gp_roadmap *map, const uint32_t *goals, uint32_t *lane_of,
                            goal_row **out, uint32_t *count)
{
    const gp_network *network = map->sheet.schedule->network;
    goal_row *rows = GP_NEW(map->sheet.job, goal_row, network->portfolio->intervention_count);
    if (!rows) return gp_no_memory(map->sheet.job);
    *count = 0;
    memset(lane_of, 0, sizeof *lane_of * network->activity_count);
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t goal = goals[map->items[i].activity];
        if (goal < SEVERAL) lane_of[goal]++; /* for now: how many items it has */
    }
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t activity = map->items[i].activity;
        if (!is_goal(map, activity) || lane_of[activity] < 2) continue;
        rows[(*count)++] = (goal_row){map->sheet.schedule->dates[activity].earliest_ready,
                                      gp_activity_id(network, activity), activity};
    }
    if (*count) qsort(rows, *count, sizeof *rows, by_ready);
    memset(lane_of, 0, sizeof *lane_of * network->activity_count);
    for (uint32_t i = 0; i < *count; i++) lane_of[rows[i].activity] = LANE_GOALS + i;
    *out = rows;
    return GP_OK;
}

static void name_common(gp_roadmap *map)
{
    gp_language language = map->sheet.language;
    map->lanes[LANE_SHARED] =
        (gp_road_lane){.name = gp_say(language, "Shared by several", "Door meer gedeeld"),
                       .id = "shared",
                       .place = GP_LANE_TOP};
    map->lanes[LANE_NOTHING_OWN] = (gp_road_lane){
        .name = gp_say(language, "Only on what is shared", "Alleen op wat gedeeld is"),
        .id = "nothing-own",
        .place = GP_LANE_TOP}; /* below what it rests on */
    map->lanes[LANE_NO_GOAL] = (gp_road_lane){
        .name = gp_say(language, "No intervention needs it", "Geen interventie vraagt erom"),
        .id = "no-intervention",
        .place = GP_LANE_BOTTOM};
}

static gp_status name_goals(gp_roadmap *map, const goal_row *rows, uint32_t count)
{
    gp_buffer *scratch = map->sheet.scratch;
    name_common(map);
    for (uint32_t i = 0; i < count; i++) {
        gp_add_text(scratch, "goal-");
        gp_add_element_id(scratch, rows[i].id);
        map->lanes[LANE_GOALS + i] =
            (gp_road_lane){.name = gp_activity_name(map->sheet.schedule->network, rows[i].activity),
                           .id = gp_take_words(&map->sheet),
                           .place = GP_LANE_BY_LINKS};
    }
    return scratch->has_failed ? gp_no_memory(map->sheet.job) : GP_OK;
}

gp_status gp_lanes_by_goal(gp_roadmap *map)
{
    uint32_t *goals = NULL, count = 0;
    uint32_t *lane_of =
        GP_NEW(map->sheet.job, uint32_t, map->sheet.schedule->network->activity_count);
    goal_row *rows = NULL;
    if (!lane_of) return gp_no_memory(map->sheet.job);
    GP_TRY(find_goals(map, &goals));
    GP_TRY(list_goals(map, goals, lane_of, &rows, &count));
    GP_TRY(gp_make_lanes(map, LANE_GOALS + count));
    GP_TRY(name_goals(map, rows, count));
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t goal = goals[map->items[i].activity];
        map->items[i].lane = goal == GP_NONE      ? LANE_NO_GOAL
                             : goal == SEVERAL    ? LANE_SHARED
                             : lane_of[goal] == 0 ? LANE_NOTHING_OWN
                                                  : lane_of[goal];
    }
    return GP_OK;
}
