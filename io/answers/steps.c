/* SPDX-License-Identifier: MIT
 * How is a step called? By what it is a step of, and the level that it leads to. */
#include "io/answers/steps.h"
#include "io/answers/called.h"
#include "io/answers/words.h"

#include <string.h>

uint8_t gp_step_level(const gp_network *network, uint32_t activity)
{
    return network->activities[activity].level;
}

static const char *level_text(gp_job *job, const char *called, uint8_t level, const char *pattern)
{
    if (level == 0 || !called) return called;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    const char *values[] = {called, gp_number_text(job, level)};
    gp_add_filled(buffer, pattern, values);
    return gp_buffer_text(buffer);
}

static const char *called(gp_job *job, const gp_network *network, uint32_t activity)
{
    return gp_shortly_called(job, network->portfolio, network->activities[activity].symbol);
}

const char *gp_step_text(gp_job *job, const gp_network *network, uint32_t activity,
                         gp_language language)
{
    const char *text = called(job, network, activity);
    bool has_words = text && strchr(text, ' ');
    return level_text(job, text, gp_step_level(network, activity),
                      has_words ? gp_say(language, "'{0}' to level {1}", "'{0}' naar niveau {1}")
                                : gp_say(language, "{0} to level {1}", "{0} naar niveau {1}"));
}

const char *gp_whole_step_text(gp_job *job, const gp_network *network, uint32_t activity,
                               gp_language language)
{
    return level_text(job, gp_called(job, network->portfolio, network->activities[activity].symbol),
                      gp_step_level(network, activity),
                      gp_say(language, "{0} to level {1}", "{0} naar niveau {1}"));
}

const char *gp_short_level_text(gp_job *job, const char *called, uint8_t level)
{
    return level_text(job, called, level, "{0} ({1})");
}

const char *gp_short_step_text(gp_job *job, const gp_network *network, uint32_t activity)
{
    return gp_short_level_text(job, called(job, network, activity),
                               gp_step_level(network, activity));
}

const char *gp_step_ids(gp_job *job, const gp_network *network, uint32_t activity)
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
