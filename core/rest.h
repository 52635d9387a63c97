/* SPDX-License-Identifier: MIT
 * What can still be said of a portfolio that holds mistakes. Private to core. */
#ifndef GP_REST_H
#define GP_REST_H

#include "core/job.h"
#include "groeipad/draft.h"
#include "groeipad/plan.h"

/* What is known of a portfolio that was made in spite of mistakes. */
typedef struct gp_known_parts {
    uint16_t *doubts;  /* by symbol: gp_input_part that are in doubt */
    unsigned unknown;  /* gp_input_part of the whole */
    bool told_circles; /* GP107 is reported */
} gp_known_parts;

/* Which parts a finding of this code rests on; 0: it is not made by an analysis. */
unsigned gp_parts_of(uint16_t code);

/* Adds all findings of the analyses that hold whatever is wrong, and GP113. */
gp_status gp_judge_rest(gp_job *job, const gp_portfolio *portfolio, gp_known_parts *known);

/* The network of a portfolio without what runs in a circle and without the arcs of capabilities
 * whose steps are in doubt, in order. Activities in a circle are marked. */
gp_status gp_build_partial_network(gp_job *job, const gp_portfolio *portfolio,
                                   const gp_known_parts *known, const gp_network **out,
                                   const uint8_t **is_circular);

#endif
