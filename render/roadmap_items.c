/* SPDX-License-Identifier: MIT
 * Which activities does a roadmap show, as what, and over which days? All of them or those that
 * are asked for, less what lies outside the axis. Without an axis that is asked for, it runs
 * from a little before the status date: what ended long ago would only squeeze what is to come. */
#include "render/roadmap.h"
#include "groeipad/demand.h"

#include <stdlib.h>
#include <string.h>

#define PAST_DAYS_MIN 180 /* days before the status date that are always shown */
#define SPAN_DAYS_MIN 28

static const gp_intervention *intervention_of(const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    return a->kind == GP_KIND_INTERVENTION ? &network->portfolio->interventions[a->item] : NULL;
}

/* Of those that are asked for only where something changed. */
static bool is_changed(const gp_roadmap *map, uint32_t activity)
{
    if (!map->view->is_changed_only) return true;
    return gp_find_was(map->view->older, activity).became != GP_BECAME_SAME ||
           gp_is_road_decided(map, activity);
}

/* What was asked for by name, and of that what passes the filter. */
static gp_status mark_wanted(gp_roadmap *map, uint8_t **out)
{
    const gp_roadmap_view *view = map->view;
    const gp_schedule *schedule = map->sheet.schedule;
    uint32_t count = schedule->network->activity_count;
    uint8_t *wanted = GP_NEW(map->sheet.job, uint8_t, count);
    gp_activities resting = {0};
    if (!wanted) return gp_no_memory(map->sheet.job);
    memset(wanted, view->only == NULL && view->rests_on == NULL, count);
    for (uint32_t i = 0; view->only && i < view->only_count; i++) wanted[view->only[i]] = 1;
    if (view->rests_on)
        GP_TRY(gp_find_ancestors(map->sheet.job, schedule, *view->rests_on, NULL, &resting));
    for (uint32_t i = 0; i < resting.count; i++) wanted[resting.activities[i]] = 1;
    for (uint32_t i = 0; i < count; i++) {
        if (!gp_passes(view->filter, schedule->network->activities[i].symbol)) wanted[i] = 0;
        if (wanted[i] && !is_changed(map, i)) wanted[i] = 0;
        map->unwanted_count += !wanted[i];
    }
    *out = wanted;
    return GP_OK;
}

static bool has_stood(const gp_was *was)
{
    return was->became != GP_BECAME_SAME && was->activity != GP_NONE;
}

/* The last day that the axis must reach: all work is ready, and interventions are needed, unless
 * that is so far off that it would squeeze the work. */
static gp_day find_end(const gp_roadmap *map, const uint8_t *wanted)
{
    const gp_network *network = map->sheet.schedule->network;
    gp_day status = network->portfolio->status_date, ready = status, needed = status;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        if (!wanted[i]) continue;
        const gp_intervention *intervention = intervention_of(network, i);
        gp_was was = gp_find_was(map->view->older, i);
        if (map->sheet.schedule->dates[i].earliest_ready > ready)
            ready = map->sheet.schedule->dates[i].earliest_ready;
        if (has_stood(&was) && was.ready > ready) ready = was.ready;
        gp_day sure = gp_road_sure_day(map, i);
        if (sure != GP_NO_DAY && sure > ready) ready = sure;
        if (intervention && intervention->needed_by > needed) needed = intervention->needed_by;
    }
    for (uint32_t i = 0; i < map->gone.count; i++) {
        gp_day end = gp_gone_dates(map, i)->earliest_ready;
        if (end > ready) ready = end;
    }
    gp_day limit = ready + (ready - status) / 2 + SPAN_DAYS_MIN;
    if (needed > limit) needed = limit;
    gp_day end = needed > ready ? needed : ready;
    return end < GP_DAY_LAST ? end + 1 : GP_DAY_LAST;
}

static gp_day find_start(const gp_roadmap *map, const uint8_t *wanted, gp_day end)
{
    const gp_network *network = map->sheet.schedule->network;
    gp_day status = network->portfolio->status_date, start = status;
    gp_day past = (end - status) / 3;
    if (past < PAST_DAYS_MIN) past = PAST_DAYS_MIN;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        if (!wanted[i]) continue;
        gp_was was = gp_find_was(map->view->older, i);
        if (map->sheet.schedule->dates[i].earliest_start < start)
            start = map->sheet.schedule->dates[i].earliest_start;
        if (has_stood(&was) && was.start < start) start = was.start;
    }
    for (uint32_t i = 0; i < map->gone.count; i++)
        if (gp_gone_dates(map, i)->earliest_start < start)
            start = gp_gone_dates(map, i)->earliest_start;
    if (start < status - past) start = status - past;
    return start > GP_DAY_FIRST ? start : GP_DAY_FIRST;
}

static void set_axis(gp_roadmap *map, const uint8_t *wanted)
{
    const gp_roadmap_view *view = map->view;
    gp_day end = view->to != GP_NO_DAY ? view->to : find_end(map, wanted);
    gp_day start = view->from != GP_NO_DAY ? view->from : find_start(map, wanted, end);
    if (end - start < SPAN_DAYS_MIN) end = start + SPAN_DAYS_MIN;
    gp_fit_axis(&map->axis, start, end, view->from == GP_NO_DAY && view->to == GP_NO_DAY);
}

static bool is_outside(const gp_roadmap *map, uint32_t activity)
{
    const gp_dates *dates = &map->sheet.schedule->dates[activity];
    return dates->earliest_ready < map->axis.from || dates->earliest_start >= map->axis.to;
}

static uint8_t kind_of(const gp_network *network, const gp_demand *demand, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind == GP_KIND_INTERVENTION) return GP_BOX_INTERVENTION;
    if (a->kind == GP_KIND_MISSING) return GP_BOX_MISSING;
    switch (demand[a->item].kind) {
    case GP_DEMAND_REQUESTED: return GP_BOX_REQUESTED;
    case GP_DEMAND_PREREQUISITE: return GP_BOX_PREREQUISITE;
    default: return GP_BOX_UNFOUNDED;
    }
}

/* Identified: said so, or it is plain from what has been done. */
static bool is_identified(const gp_network *network, const gp_activity *a)
{
    if (a->kind != GP_KIND_CAPABILITY) return false;
    const gp_capability *capability = &network->portfolio->capabilities[a->item];
    return capability->status > GP_UNIDENTIFIED || capability->level > 0 ||
           (capability->identified != GP_NO_DAY &&
            capability->identified <= network->portfolio->status_date);
}

static uint8_t mark_of(const gp_roadmap *map, uint32_t activity)
{
    const gp_network *network = map->sheet.schedule->network;
    gp_day by = map->sheet.schedule->dates[activity].identify_by;
    if (by == GP_NO_DAY || !(map->show & GP_SHOW_IDENTIFY)) return GP_MARK_NONE;
    bool is_done = is_identified(network, &network->activities[activity]);
    if (by >= network->portfolio->status_date) return is_done ? GP_MARK_DONE : GP_MARK_AHEAD;
    return is_done ? GP_MARK_NONE : GP_MARK_PASSED;
}

static void fill_item(const gp_roadmap *map, const gp_demand *demand, gp_road_item *item)
{
    const gp_network *network = map->sheet.schedule->network;
    const gp_activity *a = &network->activities[item->activity];
    const gp_dates *dates = &map->sheet.schedule->dates[item->activity];
    item->kind = kind_of(network, demand, item->activity);
    item->is_critical = dates->is_critical && item->kind != GP_BOX_UNFOUNDED;
    item->is_begun = a->actual != GP_ACTUAL_NONE;
    item->mark_kind = mark_of(map, item->activity);
    if (dates->earliest_start < map->axis.from) item->left_edge = GP_EDGE_TORN;
    if (dates->earliest_ready > map->axis.to) item->right_edge = GP_EDGE_TORN;
    if (dates->not_before) item->right_edge = GP_EDGE_OPEN;
}

gp_status gp_choose_items(gp_roadmap *map)
{
    const gp_network *network = map->sheet.schedule->network;
    uint32_t count = network->activity_count;
    const gp_demand *demand;
    uint8_t *wanted = NULL;
    GP_TRY(gp_find_road_repair(map));
    GP_TRY(mark_wanted(map, &wanted));
    GP_TRY(gp_find_demand(map->sheet.job, network->portfolio, &demand));
    GP_TRY(gp_find_road_gone(map));
    GP_TRY(gp_find_road_lives(map));
    set_axis(map, wanted);
    map->items = GP_NEW(map->sheet.job, gp_road_item, (size_t)count + map->gone.count);
    map->item_of = GP_NEW(map->sheet.job, uint32_t, count);
    if (!map->items || !map->item_of) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < count; i++) {
        if (!wanted[i]) continue;
        if (is_outside(map, i))
            map->outside_count++;
        else
            map->items[map->item_count++].activity = i;
    }
    if (map->show == 0) map->show = GP_SHOW_USUAL;
    for (uint32_t i = 0; i < map->item_count; i++) {
        fill_item(map, demand, &map->items[i]);
        GP_TRY(gp_find_road_was(map, &map->items[i]));
        GP_TRY(gp_find_road_risk(map, &map->items[i]));
        GP_TRY(gp_find_road_decided(map, &map->items[i]));
        map->kinds[map->items[i].kind]++;
        map->passed_count += map->items[i].mark_kind == GP_MARK_PASSED;
        if (map->items[i].kind == GP_BOX_INTERVENTION)
            map->late_count += gp_late_days(map->sheet.schedule, map->items[i].activity) > 0;
    }
    return GP_OK;
}
