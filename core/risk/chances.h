/* SPDX-License-Identifier: MIT
 * From an estimate to a table that turns random words into whole days: the inverse transform, exact
 * to 2^-32, integers only, so that every machine draws the same. Private to core. */
#ifndef GP_CHANCES_H
#define GP_CHANCES_H

#include "core/job.h"
#include "core/risk/lanes.h"
#include "groeipad/portfolio.h"

/* What is drawn: a sample of the distribution, rounded half up. */
typedef struct gp_shape {
    gp_distribution distribution;
    double least, likely, most; /* days, 0 .. GP_DURATION_DAYS_MAX; not of GP_DISCRETE */
    const int32_t *values;      /* GP_DISCRETE: days, any order, repeats allowed */
    const double *weights;      /* likewise, > 0 */
    uint32_t value_count;
} gp_shape;

typedef struct gp_chances {
    const uint32_t *limits; /* by value, ascending: the largest word that draws it or a lower one */
    const int32_t *values;  /* by value, ascending; NULL: they are first, first + 1, ... */
    const uint32_t *guide;  /* by cell of words: which value, and where the next begins */
    int32_t first;
    uint32_t count, shift; /* shift: the width of cells */
} gp_chances;

/* For least <= likely <= most. A table is read all over, and takes 14 to 22 bytes a day: draw some
 * batches from one before the next pushes it out of the cache, and make one of equal shapes. Owner:
 * the job. Errors: GP_NO_MEMORY. Cost: O(most - least). */
gp_status gp_make_chances(gp_job *job, const gp_shape *shape, gp_chances *out);

/* The values from number `from` on, 1 .. count - 1, with the chances that they have when it is none
 * of those below. out may be the whole. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_cut_chances(gp_job *job, const gp_chances *whole, uint32_t from, gp_chances *out);

/* Draws: out[lane] = the value of words[lane]. */
void gp_draw_chances(const gp_chances *chances, const uint32_t words[GP_LANES],
                     int32_t out[GP_LANES]);

#endif
