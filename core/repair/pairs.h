/* SPDX-License-Identifier: MIT
 * Candidates that have effects on the same thing: which is to stand later, and which cannot both be
 * taken. Private to core/repair. */
#ifndef GP_REPAIR_PAIRS_H
#define GP_REPAIR_PAIRS_H

#include "core/repair/whole.h"

/* Two candidates by their numbers. */
typedef struct gp_pair {
    uint32_t first, second;
} gp_pair;

typedef struct gp_pairs {
    gp_array orders;   /* gp_pair: the second is the stronger on all that both change */
    gp_array excludes; /* gp_pair, the smaller number first: neither order of the two is right */
} gp_pairs;

/* Puts the candidates in the order in which they came, and compares those that have effects on the
 * same thing. Owner: the whole's job. Errors: GP_NO_MEMORY.
 * Cost: the sum over things of the square of how many change it. */
gp_status gp_find_pairs(gp_whole *whole, gp_pairs *out);

/* Puts the candidates in order: of two that change the same the stronger later, else as they are.
 * Where that would go round, two of those exclude each other. The pairs come to be of the new
 * numbers. Errors: GP_NO_MEMORY. */
gp_status gp_order_candidates(gp_whole *whole, gp_pairs *pairs);

#endif
