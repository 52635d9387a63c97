/* SPDX-License-Identifier: MIT
 * Ranks, for correlation (Spearman 1904). They are looked up among the first GP_PILOT_DRAWS of the
 * seed, whatever part of a run is drawn: so ranks are known while drawing, memory does not grow
 * with draws, and parts add up exactly. Private to core. */
#ifndef GP_RANKS_H
#define GP_RANKS_H

#include "core/risk/histogram.h"
#include "core/risk/walk.h"

#define GP_PILOT_DRAWS 1024u
#define GP_RANK_MAX (2 * GP_PILOT_DRAWS) /* twice the mid-rank: an integer */

typedef struct gp_ranks {
    const gp_histogram *steps; /* by variation; `draws` holds ranks */
    const gp_histogram *lives; /* by intervention; likewise */
} gp_ranks;

/* Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_find_ranks(gp_job *job, const gp_model *model, gp_walk *walk, gp_ranks *out);

/* The duration of a step that varies, counted where the plan has it begin: a row of days. */
void gp_step_days(const gp_walk *walk, uint32_t activity, gp_row days);

/* Ranks of days[from .. to); 0 in other lanes. */
void gp_rank_days(const gp_histogram *ranks, const gp_row days, uint32_t from, uint32_t to,
                  int16_t out[GP_LANES]);

#endif
