/* SPDX-License-Identifier: MIT
 * From an activity to the record that it does the work of, and back: its id, its name, the page
 * about it, its dates. These only look things up, so every other file may ask them. */
#include "core/activity.h"

uint32_t gp_find_activity(const gp_network *network, uint32_t symbol, uint8_t level)
{
    if (symbol >= network->portfolio->symbol_count) return GP_NONE;
    gp_item item = network->portfolio->items[symbol];
    if (item.kind == GP_ITEM_ELSEWHERE) return GP_NONE;
    if (item.kind == GP_ITEM_INTERVENTION) return network->intervention_activity[item.index];
    if (item.kind == GP_ITEM_MISSING)
        return network->activity_count - network->portfolio->missing_count + item.index;
    uint32_t first = network->capability_first[item.index];
    uint8_t steps = network->capability_steps[item.index];
    if (steps == 0) return GP_NONE;
    if (level == 0) return first + steps - 1u;
    for (uint32_t i = first; i < first + steps; i++)
        if (network->activities[i].level == level) return i;
    return GP_NONE;
}

const char *gp_activity_id(const gp_network *network, uint32_t activity)
{
    return network->portfolio->ids[network->activities[activity].symbol];
}

const char *gp_activity_name(const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind == GP_KIND_CAPABILITY) return network->portfolio->capabilities[a->item].name;
    if (a->kind == GP_KIND_INTERVENTION) return network->portfolio->interventions[a->item].name;
    return network->portfolio->ids[a->symbol];
}

const char *gp_activity_url(const gp_network *network, uint32_t activity)
{
    const gp_portfolio *portfolio = network->portfolio;
    const gp_activity *a = &network->activities[activity];
    if (a->kind == GP_KIND_CAPABILITY) return portfolio->capabilities[a->item].url;
    if (a->kind == GP_KIND_INTERVENTION) return portfolio->interventions[a->item].url;
    return NULL;
}

const gp_window *gp_window_of(const gp_network *network, const gp_activity *a)
{
    if (a->kind == GP_KIND_CAPABILITY) return network->portfolio->capabilities[a->item].window;
    return network->portfolio->interventions[a->item].window;
}

gp_day gp_cycle_from(const gp_portfolio *portfolio, const gp_intervention *intervention)
{
    return intervention->start != GP_NO_DAY ? intervention->start : portfolio->status_date;
}
