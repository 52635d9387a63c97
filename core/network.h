/* SPDX-License-Identifier: MIT
 * The parts that make a network. Private to core. */
#ifndef GP_NETWORK_H
#define GP_NETWORK_H

#include "core/job.h"
#include "groeipad/plan.h"

/* The level that each capability is needed at (1 at least), by capability. Requirements of steps
 * that need not be taken ask for nothing. */
gp_status gp_find_needed_levels(gp_job *job, const gp_portfolio *portfolio, uint8_t **out);

/* The same, where each is needed at the level of `floors` at least (by capability; or NULL). */
gp_status gp_find_needed_from(gp_job *job, const gp_portfolio *portfolio, const uint8_t *floors,
                              uint8_t **out);

/* The entry of `levels` for a level, or NULL. */
const gp_level *gp_level_entry(const gp_capability *capability, uint8_t level);

/* Requirements [first, end) of a span that belong together: one, or the alternatives of an
 * `any`. Returns the end of the unit that begins at `first`. */
uint32_t gp_unit_end(const gp_portfolio *portfolio, gp_span span, uint32_t first);

/* Is the requirement met by what the organisation has already? */
bool gp_is_met(const gp_portfolio *portfolio, const gp_requirement *requirement);

/* Is one of the unit's alternatives there already? */
bool gp_is_unit_met(const gp_portfolio *portfolio, uint32_t first, uint32_t end);

/* gp_build_network without an order, whether there is one or not. */
gp_status gp_make_network(gp_job *job, const gp_portfolio *portfolio, gp_network **out);

/* The same, with the steps that capabilities have to the levels of `floors` as well. */
gp_status gp_make_network_to(gp_job *job, const gp_portfolio *portfolio, const uint8_t *floors,
                             gp_network **out);

/* Fills order and layer; false in *has_order: a circle is in the way. */
gp_status gp_try_order(gp_job *job, gp_network *network, bool *has_order);

/* The same; GP_INVALID after reporting every cycle. */
gp_status gp_order_network(gp_job *job, gp_network *network);

/* Reports each cycle of a network that has one (GP107). */
gp_status gp_report_cycles(gp_job *job, const gp_network *network);

/* Marks the activities that are in a circle. */
gp_status gp_mark_circles(gp_job *job, const gp_network *network, uint8_t *is_circular);

#endif
