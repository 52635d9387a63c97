/* SPDX-License-Identifier: MIT
 * Lanes with an order of their own: by track, the white paper's parallel tracks; by the stage of
 * the intervention that needs it first. */
#include "render/boards.h"
#include "render/roadmap_lanes.h"

#include <string.h>

gp_status gp_make_lanes(gp_roadmap *map, uint32_t count)
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

gp_status gp_lanes_by_track(gp_roadmap *map)
{
    GP_TRY(gp_make_lanes(map, TRACK_LANES));
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

static gp_status name_stages(gp_roadmap *map)
{
    gp_language language = map->sheet.language;
    GP_TRY(gp_make_lanes(map, LANE_NO_INTERVENTION + 1));
    map->lanes[GP_STAGE_NONE] = (gp_road_lane){.name = "", .id = ""}; /* stays empty */
    map->lanes[GP_EXPLORE] =
        (gp_road_lane){.name = gp_stage_name(GP_EXPLORE, language), .id = "explore"};
    map->lanes[GP_DEVELOP] =
        (gp_road_lane){.name = gp_stage_name(GP_DEVELOP, language), .id = "develop"};
    map->lanes[GP_EXPLOIT] =
        (gp_road_lane){.name = gp_stage_name(GP_EXPLOIT, language), .id = "exploit"};
    map->lanes[LANE_NO_STAGE] =
        (gp_road_lane){.name = gp_say(language, "No stage given", "Zonder fase"), .id = "no-stage"};
    map->lanes[LANE_NO_INTERVENTION] = (gp_road_lane){
        .name = gp_say(language, "No intervention needs it", "Geen interventie vraagt erom"),
        .id = "no-intervention"};
    return GP_OK;
}

gp_status gp_lanes_by_stage(gp_roadmap *map)
{
    const gp_network *network = map->sheet.schedule->network;
    uint32_t *soonest = NULL;
    GP_TRY(find_soonest(map, &soonest));
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t user = soonest[map->items[i].activity], lane = LANE_NO_INTERVENTION;
        if (user != GP_NONE) {
            lane = network->portfolio->interventions[network->activities[user].item].stage;
            if (lane == GP_STAGE_NONE) lane = LANE_NO_STAGE;
        }
        map->items[i].lane = lane;
    }
    return name_stages(map);
}
