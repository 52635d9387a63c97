/* SPDX-License-Identifier: MIT
 * The parts of gp_find_shares. Private to core. */
#ifndef GP_SHARES_H
#define GP_SHARES_H

#include "core/worlds.h"

#define GP_EXACT_UNITS GP_EXACT_EDITS
#define GP_ORDER_PAIRS 100 /* else so many orders, each forward and backward */

/* What is found out about one moved intervention; by unit. */
typedef struct gp_tally {
    int64_t *sum; /* the share, times `parts` */
    int64_t parts;
    int32_t *alone, *without;
    bool is_estimated;
} gp_tally;

/* The mean over all orders, of those interventions to which together no more units matter than
 * GP_EXACT_UNITS. */
gp_status gp_share_exactly(gp_job *job, gp_worlds *worlds, const gp_questions *questions,
                           gp_tally *tallies);

/* Over a sample of orders, of all others. */
gp_status gp_share_by_orders(gp_job *job, gp_worlds *worlds, const gp_questions *questions,
                             const gp_edits *edits, gp_tally *tallies);

static inline uint32_t gp_count_units(const gp_questions *questions, const uint64_t *units)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < questions->words; i++)
        count += (uint32_t)__builtin_popcountll(units[i]);
    return count;
}

#endif
