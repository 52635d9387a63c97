/* SPDX-License-Identifier: MIT
 * The network of a schedule as the beginning of that of a model. */
#include "core/repair/whole.h"

/* The arcs of one unit: [first, end). */
static uint32_t unit_end(const gp_network *network, uint32_t first)
{
    uint32_t last = network->arc_first[network->arcs[first].to + 1], end = first + 1;
    while (end < last && network->arcs[first].group &&
           network->arcs[end].group == network->arcs[first].group)
        end++;
    return end;
}

static gp_status add_ways(gp_whole *whole, uint32_t first, uint32_t end)
{
    const gp_network *network = whole->schedule->network;
    for (uint32_t i = first; i < end; i++) {
        gp_way way = {.arc = network->arcs[i]};
        if (way.arc.has_lag) way.lag = network->portfolio->requirements[way.arc.requirement].lag;
        if (!gp_push(whole->job, &whole->ways, &way, 1)) return gp_no_memory(whole->job);
    }
    return GP_OK;
}

static gp_status add_unit(gp_whole *whole, uint32_t first, uint32_t end, uint32_t *unit_of_arc)
{
    gp_whole_unit unit = {.to = whole->schedule->network->arcs[first].to,
                          .first = (uint32_t)whole->ways.count,
                          .count = end - first};
    for (uint32_t i = first; i < end; i++) unit_of_arc[i] = (uint32_t)whole->units.count;
    GP_TRY(add_ways(whole, first, end));
    return gp_push(whole->job, &whole->units, &unit, 1) ? GP_OK : gp_no_memory(whole->job);
}

static gp_status add_units(gp_whole *whole, uint32_t *unit_of_arc, uint32_t *levels_before)
{
    const gp_network *network = whole->schedule->network;
    uint32_t end;
    for (uint32_t i = 0; i < network->activity_count; i++) levels_before[i] = GP_NONE;
    for (uint32_t first = 0; first < network->arc_count; first = end) {
        const gp_arc *arc = &network->arcs[first];
        end = first + 1;
        unit_of_arc[first] = GP_NONE;
        if (arc->requirement == GP_NONE) {
            levels_before[arc->to] = arc->from;
            continue;
        }
        end = unit_end(network, first);
        GP_TRY(add_unit(whole, first, end, unit_of_arc));
    }
    return GP_OK;
}

static uint32_t count_durations(const gp_network *network)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        if (a->duration_first + a->duration_count > count)
            count = a->duration_first + a->duration_count;
    }
    return count;
}

gp_status gp_start_whole(gp_job *job, const gp_schedule *schedule, gp_whole **out)
{
    const gp_network *network = schedule->network;
    gp_whole *whole = GP_NEW(job, gp_whole, 1);
    uint32_t *unit_of_arc = GP_NEW(job, uint32_t, network->arc_count);
    if (!whole || !unit_of_arc) return gp_no_memory(job);
    *whole = (gp_whole){.job = job,
                        .schedule = schedule,
                        .activities = {.size = sizeof(gp_activity)},
                        .levels_before = {.size = sizeof(uint32_t)},
                        .durations = {.size = sizeof(gp_duration)},
                        .units = {.size = sizeof(gp_whole_unit)},
                        .ways = {.size = sizeof(gp_way)},
                        .candidates = {.size = sizeof(gp_whole_candidate)},
                        .unit_of_arc = unit_of_arc};
    *out = whole;
    if (network->activity_count == 0) return GP_OK;
    uint32_t durations = count_durations(network);
    uint32_t *before = gp_push(job, &whole->levels_before, NULL, network->activity_count);
    if (!before || !gp_push(job, &whole->activities, network->activities, network->activity_count))
        return gp_no_memory(job);
    if (durations && !gp_push(job, &whole->durations, network->durations, durations))
        return gp_no_memory(job);
    return add_units(whole, unit_of_arc, before);
}

gp_network gp_whole_network(const gp_whole *whole)
{
    return (gp_network){.portfolio = whole->schedule->network->portfolio,
                        .activities = whole->activities.data,
                        .activity_count = (uint32_t)whole->activities.count,
                        .durations = whole->durations.data};
}
