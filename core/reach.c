/* SPDX-License-Identifier: MIT
 * What rests on this? The arcs of the network followed forward. */
#include "core/network.h"
#include "groeipad/query.h"

uint32_t gp_find_first_step(const gp_network *network, uint32_t symbol)
{
    uint32_t last = gp_find_activity(network, symbol, 0);
    if (last == GP_NONE || network->activities[last].kind != GP_KIND_CAPABILITY) return last;
    return network->capability_first[network->activities[last].item];
}

gp_status gp_find_descendants(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                              const gp_reach_options *options, gp_activities *out)
{
    bool is_chosen_only = options && options->is_chosen_only;
    const gp_network *network = schedule->network;
    uint8_t *is_found = GP_NEW(job, uint8_t, network->activity_count);
    uint32_t *found = GP_NEW(job, uint32_t, network->activity_count), count = 0;
    if (!is_found || !found) return gp_no_memory(job);
    is_found[activity] = 1;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t at = network->order[i];
        if (!is_found[at]) continue;
        found[count++] = at;
        for (uint32_t k = network->leaving_first[at]; k < network->leaving_first[at + 1]; k++) {
            uint32_t arc = network->leaving[k];
            if (!is_chosen_only || !schedule->is_spare[arc]) is_found[network->arcs[arc].to] = 1;
        }
    }
    *out = (gp_activities){found, count};
    return GP_OK;
}
