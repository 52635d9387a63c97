/* SPDX-License-Identifier: MIT
 * One batch of draws: drawn, walked and counted. Private to core. */
#ifndef GP_TALLY_H
#define GP_TALLY_H

#include "core/risk/ranks.h"
#include "core/risk/sums.h"

/* What one thread works with. */
typedef struct gp_tally {
    const gp_model *model;
    const gp_ranks *ranks;
    gp_walk *walk;
    gp_walk *other; /* the same draws with a risk in another case; NULL where there are no risks */
    gp_risk_sums *sums;
    uint64_t *on, *any;              /* by activity: draws in which it is on a driving path: of
                                      * one intervention, of any */
    int16_t (*step_ranks)[GP_LANES]; /* by variation */
} gp_tally;

/* walk: one to use, or NULL: a new one. Owner: the job, but for what `sums` grow by. Errors:
 * GP_NO_MEMORY. */
gp_status gp_new_tally(gp_job *job, gp_risk_sums *sums, const gp_ranks *ranks, gp_walk *walk,
                       gp_tally **out);

/* Counts the draws from .. to - 1 of one batch: they share their number / GP_LANES. job: whose
 * memory the histograms grow by. Errors: GP_NO_MEMORY. */
gp_status gp_count_batch(gp_job *job, gp_tally *tally, uint32_t from, uint32_t to);

/* What each risk does to each live date, in the batch that was walked last. */
void gp_count_effects(gp_tally *tally, uint32_t from_lane, uint32_t to_lane);

#endif
