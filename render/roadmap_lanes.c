/* SPDX-License-Identifier: MIT
 * In which swimlane does an activity belong? By track, the white paper's parallel tracks; by the
 * stage of the intervention that needs it first; by who develops it; or in one lane for all. */
#include "render/boards.h"
#include "render/roadmap.h"

#include <stdlib.h>
#include <string.h>

static gp_status make_lanes(gp_roadmap *map, uint32_t count)
{
    map->lanes = GP_NEW(map->sheet.job, gp_road_lane, count);
    map->lane_count = count;
    return map->lanes ? GP_OK : gp_no_memory(map->sheet.job);
}

/* ---- tracks ---- */

enum { LANE_INTERVENTIONS, LANE_IDENTIFY, LANE_DEVELOP, LANE_STRENGTHEN, TRACK_LANES };

static uint32_t track_of(const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind == GP_KIND_INTERVENTION) return LANE_INTERVENTIONS;
    if (a->kind == GP_KIND_MISSING) return LANE_IDENTIFY;
    const gp_capability *capability = &network->portfolio->capabilities[a->item];
    if (gp_level_before(network, activity) > 0) return LANE_STRENGTHEN;
    bool is_identified = capability->status > GP_UNIDENTIFIED ||
                         (capability->identified != GP_NO_DAY &&
                          capability->identified <= network->portfolio->status_date);
    return is_identified || a->actual != GP_ACTUAL_NONE ? LANE_DEVELOP : LANE_IDENTIFY;
}

static gp_status by_track(gp_roadmap *map)
{
    GP_TRY(make_lanes(map, TRACK_LANES));
    map->lanes[LANE_INTERVENTIONS] =
        (gp_road_lane){.name = gp_say(map->sheet.language, "Interventions", "Interventies"),
                       .id = "interventions"};
    map->lanes[LANE_IDENTIFY] = (gp_road_lane){
        .name = gp_say(map->sheet.language, "Identify", "Identificeren"), .id = "identify"};
    map->lanes[LANE_DEVELOP] = (gp_road_lane){
        .name = gp_say(map->sheet.language, "Develop", "Ontwikkelen"), .id = "develop"};
    map->lanes[LANE_STRENGTHEN] = (gp_road_lane){
        .name = gp_say(map->sheet.language, "Strengthen", "Versterken"), .id = "strengthen"};
    for (uint32_t i = 0; i < map->item_count; i++)
        map->items[i].lane = track_of(map->sheet.schedule->network, map->items[i].activity);
    return GP_OK;
}

/* ---- stages ---- */

enum { LANE_NO_STAGE = GP_EXPLOIT + 1, LANE_NO_INTERVENTION };

/* By activity: the intervention that rests on it and has to be ready soonest, or GP_NONE. */
static gp_status find_soonest(const gp_roadmap *map, uint32_t **out)
{
    const gp_network *network = map->sheet.schedule->network;
    const gp_dates *dates = map->sheet.schedule->dates;
    uint32_t *soonest = GP_NEW(map->sheet.job, uint32_t, network->activity_count);
    if (!soonest) return gp_no_memory(map->sheet.job);
    memset(soonest, 0xFF, sizeof *soonest * network->activity_count);
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        if (network->activities[to].kind == GP_KIND_INTERVENTION) soonest[to] = to;
        if (soonest[to] == GP_NONE) continue;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            uint32_t *best = &soonest[network->arcs[k].from], other = soonest[to];
            bool is_sooner =
                *best == GP_NONE || dates[other].latest_ready < dates[*best].latest_ready ||
                (dates[other].latest_ready == dates[*best].latest_ready &&
                 strcmp(gp_activity_id(network, other), gp_activity_id(network, *best)) < 0);
            if (is_sooner) *best = other;
        }
    }
    *out = soonest;
    return GP_OK;
}

/* The lanes that every portfolio has, and the other two where something is in them. */
static gp_status name_stages(gp_roadmap *map, const uint32_t used[LANE_NO_INTERVENTION + 1])
{
    const gp_road_lane named[LANE_NO_INTERVENTION + 1] = {
        [GP_EXPLORE] = {.name = gp_stage_name(GP_EXPLORE, map->sheet.language), .id = "explore"},
        [GP_DEVELOP] = {.name = gp_stage_name(GP_DEVELOP, map->sheet.language), .id = "develop"},
        [GP_EXPLOIT] = {.name = gp_stage_name(GP_EXPLOIT, map->sheet.language), .id = "exploit"},
        [LANE_NO_STAGE] = {.name = gp_say(map->sheet.language, "No stage given", "Zonder fase"),
                           .id = "no-stage"},
        [LANE_NO_INTERVENTION] = {.name = gp_say(map->sheet.language, "No intervention needs it",
                                                 "Geen interventie vraagt erom"),
                                  .id = "no-intervention"}};
    uint32_t place[LANE_NO_INTERVENTION + 1] = {0};
    GP_TRY(make_lanes(map, LANE_NO_INTERVENTION));
    map->lane_count = 0;
    for (uint32_t i = GP_EXPLORE; i <= LANE_NO_INTERVENTION; i++) {
        if (i > GP_EXPLOIT && !used[i]) continue;
        place[i] = map->lane_count;
        map->lanes[map->lane_count++] = named[i];
    }
    for (uint32_t i = 0; i < map->item_count; i++) map->items[i].lane = place[map->items[i].lane];
    return GP_OK;
}

static gp_status by_stage(gp_roadmap *map)
{
    const gp_network *network = map->sheet.schedule->network;
    uint32_t *soonest = NULL, used[LANE_NO_INTERVENTION + 1] = {0};
    GP_TRY(find_soonest(map, &soonest));
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t user = soonest[map->items[i].activity], lane = LANE_NO_INTERVENTION;
        if (user != GP_NONE) {
            lane = network->portfolio->interventions[network->activities[user].item].stage;
            if (lane == GP_STAGE_NONE) lane = LANE_NO_STAGE;
        }
        map->items[i].lane = lane;
        used[lane]++;
    }
    return name_stages(map, used);
}

/* ---- owners ---- */

typedef struct owned {
    const char *owner; /* "" for interventions, NULL for nobody */
    uint32_t item;
} owned;

static int by_name(const void *a, const void *b)
{
    const owned *x = a, *y = b;
    if (!x->owner || !y->owner) return (x->owner == NULL) - (y->owner == NULL);
    return strcmp(x->owner, y->owner);
}

static const char *owner_of(const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind == GP_KIND_INTERVENTION) return "";
    if (a->kind == GP_KIND_MISSING) return NULL;
    const char *owner = network->portfolio->capabilities[a->item].owner;
    return owner && *owner ? owner : NULL;
}

/* "owner-" and the owner as an id. */
static gp_status name_owner(gp_roadmap *map, const char *owner, gp_road_lane *lane)
{
    lane->name = !owner   ? gp_say(map->sheet.language, "No owner given", "Zonder eigenaar")
                 : *owner ? owner
                          : gp_say(map->sheet.language, "Interventions", "Interventies");
    gp_add_text(map->sheet.scratch, !owner ? "no-owner" : *owner ? "owner-" : "interventions");
    if (owner) gp_add_element_id(map->sheet.scratch, owner);
    lane->id = gp_take_words(&map->sheet);
    return map->sheet.scratch->has_failed ? gp_no_memory(map->sheet.job) : GP_OK;
}

static gp_status by_owner(gp_roadmap *map)
{
    owned *rows = GP_NEW(map->sheet.job, owned, map->item_count);
    if (!rows) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < map->item_count; i++)
        rows[i] = (owned){owner_of(map->sheet.schedule->network, map->items[i].activity), i};
    if (map->item_count) qsort(rows, map->item_count, sizeof *rows, by_name);
    uint32_t count = 0;
    for (uint32_t i = 0; i < map->item_count; i++)
        count += i == 0 || by_name(&rows[i - 1], &rows[i]) != 0;
    GP_TRY(make_lanes(map, count));
    count = 0;
    for (uint32_t i = 0; i < map->item_count; i++) {
        if (i == 0 || by_name(&rows[i - 1], &rows[i]) != 0)
            GP_TRY(name_owner(map, rows[i].owner, &map->lanes[count++]));
        map->items[rows[i].item].lane = count - 1;
    }
    return GP_OK;
}

gp_status gp_assign_lanes(gp_roadmap *map)
{
    switch (map->view->lanes) {
    case GP_LANES_TRACK: return by_track(map);
    case GP_LANES_STAGE: return by_stage(map);
    case GP_LANES_OWNER: return by_owner(map);
    case GP_LANES_NONE: break;
    }
    GP_TRY(make_lanes(map, 1));
    map->lanes[0] = (gp_road_lane){.name = "", .id = "all"};
    return GP_OK;
}
