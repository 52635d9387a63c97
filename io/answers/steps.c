/* SPDX-License-Identifier: MIT
 * How is a step called? By the id that the user gave and the level it leads to: names may be long
 * and need not be unique, ids are what one types to ask further. */
#include "io/answers/steps.h"
#include "io/answers/words.h"

uint8_t gp_step_level(const gp_network *network, uint32_t activity)
{
    return network->activities[activity].level;
}

const char *gp_step_text(gp_job *job, const gp_network *network, uint32_t activity,
                         gp_language language)
{
    const char *id = gp_activity_id(network, activity);
    uint8_t level = gp_step_level(network, activity);
    if (level == 0) return id;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    const char *values[] = {id, gp_number_text(job, level)};
    gp_add_filled(buffer, gp_say(language, "{0} to level {1}", "{0} naar niveau {1}"), values);
    return gp_buffer_text(buffer);
}

const char *gp_short_level_text(gp_job *job, const char *id, uint8_t level)
{
    if (level == 0) return id;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    const char *values[] = {id, gp_number_text(job, level)};
    gp_add_filled(buffer, "{0} ({1})", values);
    return gp_buffer_text(buffer);
}

const char *gp_short_step_text(gp_job *job, const gp_network *network, uint32_t activity)
{
    return gp_short_level_text(job, gp_activity_id(network, activity),
                               gp_step_level(network, activity));
}

const uint32_t *gp_plan_order(gp_job *job, const gp_network *network)
{
    uint32_t *order = GP_NEW(job, uint32_t, network->activity_count);
    for (uint32_t i = 0; order && i < network->activity_count; i++) order[network->order[i]] = i;
    return order;
}
