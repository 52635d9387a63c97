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

/* Ranks by day. */
typedef struct gp_rank_table {
    gp_day first;
    int32_t count;        /* days from `first` on */
    const int32_t *ranks; /* of earlier days, of each day, of later days */
} gp_rank_table;

/* From the first day to the last; none: the first is later. */
typedef struct gp_day_span {
    gp_day first, last;
} gp_day_span;

typedef struct gp_ranks {
    const gp_rank_table *steps; /* by variation */
    const gp_rank_table *lives; /* by intervention */
    const gp_day_span *days;    /* by histogram: the days that the pilot met */
} gp_ranks;

/* Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_find_ranks(gp_job *job, gp_walk *walk, gp_ranks *out);

/* The duration of a step that varies, counted where the plan has it begin: a row of days, in `room`
 * or where it is already. */
const gp_day *gp_step_days(const gp_walk *walk, uint32_t activity, gp_row room);

/* Ranks of a row of days. */
void gp_rank_days(const gp_rank_table *table, const gp_row days, int16_t out[GP_LANES]);

#endif
