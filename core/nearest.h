/* SPDX-License-Identifier: MIT
 * A search for the nearest text, one candidate at a time. Where many texts are searched for, they
 * share a bound on the work: a file of hundreds of mistakes costs no more than one of a few. */
#ifndef GP_NEAREST_H
#define GP_NEAREST_H

#include "core/job.h"
#include "groeipad/portfolio.h"

/* What all searches of one question may cost together, in characters looked at: a quarter of a
 * second. Those that come after it get no suggestion. */
#define GP_NEAREST_WORK ((int64_t)1 << 25)

typedef struct gp_nearest {
    const char *text;
    size_t size;
    unsigned limit;    /* only a candidate at most this far away is nearer */
    bool by_text;      /* of candidates equally near the smaller text is taken, not the first */
    bool is_over;      /* the text itself was found, it is too long, or the work was done */
    const char *best;  /* or NULL */
    unsigned distance; /* of the best */
    int64_t *work;     /* what is left of it, or NULL: no bound */
} gp_nearest;

/* Set by_text where the order of the candidates is that of a file: what is suggested does not
 * depend on it. `work`: what is left for this search and those that follow, GP_NEAREST_WORK at
 * first; or NULL for a search that stands alone. */
void gp_start_nearest(gp_nearest *search, const char *text, int64_t *work);
void gp_try_nearest(gp_nearest *search, const char *candidate, size_t size);

/* Of the ids that something defines; the text itself is not its own suggestion. NULL: none is near,
 * or the work was done. */
const char *gp_nearest_id_within(const gp_portfolio *portfolio, const char *text, int64_t *work);

#endif
