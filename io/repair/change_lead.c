/* SPDX-License-Identifier: MIT
 * A shorter lead time, for an entry of `levels`: every duration that the step has, with its spread,
 * is scaled. The step has those of its own entry where that has any, else those of the capability;
 * and of the two the aspects, where there are any. */
#include "io/repair/candidate_changes.h"

#include <cjson/cJSON.h>

static void add_duration(gp_changes_maker *maker, cJSON *parent, const char *key,
                         gp_duration duration, uint8_t quarters)
{
    char text[GP_DURATION_SIZE];
    if (duration.unit == GP_DURATION_NONE) return;
    gp_format_duration(gp_shorten_duration(duration, quarters), text);
    gp_new_text(maker, parent, key, text);
}

static void add_chances(gp_changes_maker *maker, cJSON *parent, const char *key,
                        const gp_spread *spread, uint8_t quarters)
{
    cJSON *list = gp_new_member(maker, parent, key, cJSON_Array);
    for (uint32_t i = 0; i < spread->chance_count; i++) {
        cJSON *chance = gp_new_member(maker, list, NULL, cJSON_Object);
        add_duration(maker, chance, "lead_time", spread->chances[i].duration, quarters);
        gp_new_number(maker, chance, "weight", spread->chances[i].weight);
    }
}

static void add_points(gp_changes_maker *maker, cJSON *parent, const char *key,
                       const gp_estimate *estimate, uint8_t quarters)
{
    static const char *const names[] = {[GP_TRIANGULAR] = "triangular", [GP_UNIFORM] = "uniform"};
    cJSON *points = gp_new_member(maker, parent, key, cJSON_Object);
    add_duration(maker, points, "min", estimate->min, quarters);
    add_duration(maker, points, "likely", estimate->likely, quarters);
    add_duration(maker, points, "max", estimate->max, quarters);
    if (estimate->spread)
        gp_new_text(maker, points, "distribution", names[estimate->spread->distribution]);
}

static void add_estimate(gp_changes_maker *maker, cJSON *parent, const char *key,
                         const gp_estimate *estimate, uint8_t quarters)
{
    bool is_plain = estimate->min.unit == GP_DURATION_NONE &&
                    estimate->max.unit == GP_DURATION_NONE && !estimate->spread;
    if (is_plain)
        add_duration(maker, parent, key, estimate->likely, quarters);
    else if (estimate->spread && estimate->spread->distribution == GP_DISCRETE)
        add_chances(maker, parent, key, estimate->spread, quarters);
    else
        add_points(maker, parent, key, estimate, quarters);
}

static bool is_known(const gp_estimate *estimate)
{
    return estimate->likely.unit != GP_DURATION_NONE;
}

static bool has_aspects(const gp_lead *lead)
{
    for (int i = 0; lead->aspects && i < GP_ASPECT_COUNT; i++)
        if (is_known(&lead->aspects[i])) return true;
    return false;
}

static const gp_lead *lead_of(const gp_capability *capability, uint8_t level)
{
    for (uint32_t i = 0; i < capability->level_count; i++) {
        const gp_lead *own = &capability->levels[i].lead;
        if (capability->levels[i].level != level) continue;
        if (has_aspects(own) || is_known(&own->lead_time)) return own;
    }
    return &capability->lead;
}

void gp_change_lead(gp_changes_maker *maker, cJSON *entry, const gp_candidate *candidate)
{
    static const char *const names[] = {
        [GP_SKILLS] = "skills", [GP_METHODS] = "methods", [GP_TOOLS] = "tools"};
    const gp_portfolio *portfolio = maker->portfolio;
    const gp_lead *lead = lead_of(
        &portfolio->capabilities[portfolio->items[candidate->symbol].index], candidate->level);
    if (!has_aspects(lead)) {
        add_estimate(maker, entry, "lead_time", &lead->lead_time, candidate->quarters);
        return;
    }
    cJSON *aspects = gp_new_member(maker, entry, "aspects", cJSON_Object);
    for (int i = 0; i < GP_ASPECT_COUNT; i++)
        if (is_known(&lead->aspects[i]))
            add_estimate(maker, aspects, names[i], &lead->aspects[i], candidate->quarters);
}
