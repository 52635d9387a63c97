/* SPDX-License-Identifier: MIT
 * The network of a schedule as the beginning of that of a model. */
#include "core/repair/whole.h"
#include "core/network.h"

/* ---- records ---- */

gp_status gp_add_whole_record(gp_whole *whole, const gp_whole_record *record)
{
    if (!gp_push(whole->job, &whole->records, record, 1) ||
        !gp_push(whole->job, &whole->ids, &record->id, 1))
        return gp_no_memory(whole->job);
    whole->portfolio.ids = whole->ids.data;
    return GP_OK;
}

gp_status gp_add_whole_capability(gp_whole *whole, const gp_capability *capability)
{
    if (!gp_push(whole->job, &whole->capabilities, capability, 1)) return gp_no_memory(whole->job);
    whole->portfolio.capabilities = whole->capabilities.data;
    return GP_OK;
}

gp_status gp_add_whole_intervention(gp_whole *whole, const gp_intervention *intervention)
{
    if (!gp_push(whole->job, &whole->interventions, intervention, 1))
        return gp_no_memory(whole->job);
    whole->portfolio.interventions = whole->interventions.data;
    return GP_OK;
}

/* ---- activities ---- */

static uint32_t *place_of(const gp_whole *whole, const gp_activity *activity)
{
    gp_whole_record *record = gp_whole_record_at(whole, activity->symbol);
    bool is_step = activity->kind == GP_KIND_CAPABILITY && !record->is_ready;
    return &record->steps[is_step ? activity->level : 0];
}

gp_status gp_add_whole_activity(gp_whole *whole, const gp_activity *activity,
                                const gp_duration *durations, uint32_t *out)
{
    gp_activity own = *activity;
    const gp_whole_arrival arrival = {GP_NONE, GP_NONE, GP_NONE};
    uint32_t at = (uint32_t)whole->activities.count;
    own.duration_first = (uint32_t)whole->durations.count;
    if (own.duration_count &&
        !gp_push(whole->job, &whole->durations, durations, own.duration_count))
        return gp_no_memory(whole->job);
    if (!gp_push(whole->job, &whole->activities, &own, 1) ||
        !gp_push(whole->job, &whole->arrivals, &arrival, 1))
        return gp_no_memory(whole->job);
    *place_of(whole, &own) = at;
    *out = at;
    return GP_OK;
}

/* ---- units ---- */

gp_status gp_add_whole_unit(gp_whole *whole, uint32_t to, bool is_of_level, const gp_way *ways,
                            uint32_t count)
{
    const gp_whole_unit unit = {.to = to,
                                .first = (uint32_t)whole->ways.count,
                                .count = count,
                                .next = GP_NONE,
                                .is_of_level = is_of_level,
                                .twin_of = GP_NONE};
    uint32_t at = (uint32_t)whole->units.count;
    gp_whole_arrival *arrival = gp_whole_arrival_at(whole, to);
    if (!gp_push(whole->job, &whole->ways, ways, count) ||
        !gp_push(whole->job, &whole->units, &unit, 1))
        return gp_no_memory(whole->job);
    if (arrival->last_unit == GP_NONE)
        arrival->first_unit = at;
    else
        gp_whole_unit_at(whole, arrival->last_unit)->next = at;
    arrival->last_unit = at;
    return GP_OK;
}

bool gp_is_of_level(const gp_network *network, const gp_arc *arc)
{
    const gp_activity *to = &network->activities[arc->to];
    if (to->kind != GP_KIND_CAPABILITY) return false;
    gp_span span = network->portfolio->capabilities[to->item].requires;
    return arc->requirement < span.first || arc->requirement >= span.first + span.count;
}

/* The arcs of one unit: [first, end). */
static uint32_t unit_end(const gp_network *network, uint32_t first)
{
    uint32_t last = network->arc_first[network->arcs[first].to + 1], end = first + 1;
    while (end < last && network->arcs[first].group &&
           network->arcs[end].group == network->arcs[first].group)
        end++;
    return end;
}

/* Appends what an activity of a network of the portfolio requires; `numbers`: what its activities
 * are in the whole, NULL: the same. unit_of_arc: filled in, or NULL. */
static gp_status add_arrivals(gp_whole *whole, const gp_network *network, uint32_t activity,
                              const uint32_t *numbers, uint32_t *unit_of_arc)
{
    uint32_t to = numbers ? numbers[activity] : activity, end;
    for (uint32_t first = network->arc_first[activity]; first < network->arc_first[activity + 1];
         first = end) {
        const gp_arc *arc = &network->arcs[first];
        end = first + 1;
        if (unit_of_arc) unit_of_arc[first] = GP_NONE;
        if (arc->requirement == GP_NONE) {
            gp_whole_arrival_at(whole, to)->level_before = numbers ? numbers[arc->from] : arc->from;
            continue;
        }
        end = unit_end(network, first);
        gp_way *ways = GP_NEW(whole->job, gp_way, end - first);
        if (!ways) return gp_no_memory(whole->job);
        for (uint32_t i = first; i < end; i++) {
            gp_way *way = &ways[i - first];
            way->arc = network->arcs[i];
            way->lag = network->portfolio->requirements[way->arc.requirement].lag;
            if (numbers) way->arc.from = numbers[way->arc.from];
            if (unit_of_arc) unit_of_arc[i] = (uint32_t)whole->units.count;
        }
        GP_TRY(gp_add_whole_unit(whole, to, gp_is_of_level(network, arc), ways, end - first));
    }
    return GP_OK;
}

/* ---- the schedule's own ---- */

static gp_status add_records(gp_whole *whole)
{
    const gp_portfolio *portfolio = gp_whole_portfolio(whole);
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        gp_whole_record record = {.id = portfolio->ids[i],
                                  .kind = (uint8_t)portfolio->items[i].kind};
        for (int k = 0; k <= GP_LEVEL_MAX; k++) record.steps[k] = GP_NONE;
        if (record.kind == GP_ITEM_CAPABILITY)
            record.is_ready = portfolio->capabilities[portfolio->items[i].index].ready != GP_NO_DAY;
        GP_TRY(gp_add_whole_record(whole, &record));
    }
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        GP_TRY(gp_add_whole_capability(whole, &portfolio->capabilities[i]));
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        GP_TRY(gp_add_whole_intervention(whole, &portfolio->interventions[i]));
    return GP_OK;
}

static gp_status add_network(gp_whole *whole, uint32_t *unit_of_arc)
{
    const gp_network *network = whole->schedule->network;
    uint32_t at;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        GP_TRY(gp_add_whole_activity(whole, a, network->durations + a->duration_first, &at));
    }
    for (uint32_t i = 0; i < network->activity_count; i++)
        GP_TRY(add_arrivals(whole, network, i, NULL, unit_of_arc));
    return GP_OK;
}

gp_status gp_start_whole(gp_job *job, const gp_schedule *schedule, gp_whole **out)
{
    const gp_network *network = schedule->network;
    uint32_t capability_count = network->portfolio->capability_count;
    gp_whole *whole = GP_NEW(job, gp_whole, 1);
    uint32_t *unit_of_arc = GP_NEW(job, uint32_t, network->arc_count);
    uint8_t *floors = GP_NEW(job, uint8_t, capability_count);
    if (!whole || !unit_of_arc || !floors) return gp_no_memory(job);
    if (capability_count) memcpy(floors, network->needed_level, capability_count);
    *whole = (gp_whole){.job = job,
                        .schedule = schedule,
                        .activities = {.size = sizeof(gp_activity)},
                        .arrivals = {.size = sizeof(gp_whole_arrival)},
                        .durations = {.size = sizeof(gp_duration)},
                        .units = {.size = sizeof(gp_whole_unit)},
                        .ways = {.size = sizeof(gp_way)},
                        .records = {.size = sizeof(gp_whole_record)},
                        .ids = {.size = sizeof(const char *)},
                        .capabilities = {.size = sizeof(gp_capability)},
                        .interventions = {.size = sizeof(gp_intervention)},
                        .candidates = {.size = sizeof(gp_whole_candidate)},
                        .portfolio = *network->portfolio,
                        .unit_of_arc = unit_of_arc,
                        .floors = floors};
    *out = whole;
    GP_TRY(add_records(whole));
    return add_network(whole, unit_of_arc);
}

/* ---- more steps ---- */

/* Appends the steps that the whole does not have. What holds back the last step held back an
 * earlier one: measures that would move that are left out. */
static gp_status add_steps(gp_whole *whole, const gp_network *network, uint32_t *numbers,
                           bool *is_new)
{
    for (uint32_t i = 0; i < network->activity_count; i++) {
        gp_activity a = network->activities[i];
        numbers[i] = *place_of(whole, &a);
        is_new[i] = numbers[i] == GP_NONE;
        if (!is_new[i]) continue;
        a.kept = 0;
        GP_TRY(
            gp_add_whole_activity(whole, &a, network->durations + a.duration_first, &numbers[i]));
    }
    return GP_OK;
}

gp_status gp_extend_whole(gp_whole *whole)
{
    gp_job *scratch = gp_job_new();
    gp_network *network = NULL;
    uint32_t *numbers = NULL;
    bool *is_new = NULL;
    gp_status status =
        scratch ? gp_make_network_to(scratch, gp_whole_portfolio(whole), whole->floors, &network)
                : GP_NO_MEMORY;
    if (status == GP_OK) {
        numbers = GP_NEW(scratch, uint32_t, network->activity_count);
        is_new = GP_NEW(scratch, bool, network->activity_count);
        status = numbers && is_new ? add_steps(whole, network, numbers, is_new) : GP_NO_MEMORY;
    }
    for (uint32_t i = 0; status == GP_OK && i < network->activity_count; i++)
        if (is_new[i]) status = add_arrivals(whole, network, i, numbers, NULL);
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(whole->job);
}

gp_network gp_whole_network(const gp_whole *whole)
{
    return (gp_network){.portfolio = &whole->portfolio,
                        .activities = whole->activities.data,
                        .activity_count = (uint32_t)whole->activities.count,
                        .durations = whole->durations.data};
}
