/* SPDX-License-Identifier: MIT
 * Who rests on whom, over the requirements that the user wrote. Private to core. */
#ifndef GP_DEMAND_H
#define GP_DEMAND_H

#include "core/job.h"
#include "groeipad/demand.h"

/* The requirements of an id: span 0 is its own, the next ones are those of its levels. False
 * when there is no such span. */
bool gp_get_span(const gp_portfolio *portfolio, uint32_t symbol, uint32_t index, gp_span *out);

/* For each of the capabilities (indices, all of them only_explored): the interventions that rest
 * on it, in the order of the file. Capabilities with the same ones share a list. limit: at least 1;
 * a list has so many at most, while its count is that of all. Owner: the job.
 * Errors: GP_NO_MEMORY. Cost: O((V + E) * interventions / 64) where every intervention reaches
 * everything, far less where they do not. */
gp_status gp_find_explorers(gp_job *job, const gp_portfolio *portfolio, const gp_demand *demand,
                            const uint32_t *capabilities, uint32_t count, uint32_t limit,
                            gp_symbols *out);

/* gp_find_gaps, where the demand is known already. explorer_limit: as above, of explored_by. */
gp_status gp_find_gaps_in(gp_job *job, const gp_network *network, const gp_demand *demand,
                          uint32_t explorer_limit, gp_gaps *out);

/* Leaves the rows that do not pass out of gaps; filter NULL: none. Errors: GP_NO_MEMORY. */
gp_status gp_filter_gaps(gp_job *job, const gp_filter *filter, gp_gaps *gaps);

#endif
