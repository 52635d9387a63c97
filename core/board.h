/* SPDX-License-Identifier: MIT
 * What the boards, the load, the advice and the findings about them share. Private to core. */
#ifndef GP_BOARD_H
#define GP_BOARD_H

#include "core/job.h"
#include "groeipad/boards.h"

#define GP_SHORT_START_WEEKS 13 /* a quarter: what can be live by then is the short cycle */

/* How far a capability is, as its record says; GP_PROGRESS_THERE is for who knows what is asked
 * of it. */
gp_progress gp_find_progress(const gp_portfolio *portfolio, const gp_capability *capability);

/* What an intervention is to who looks for one to start with. */
typedef enum gp_beginning {
    GP_BEGIN_MADE,    /* live, or begun and live within GP_SHORT_START_WEEKS of the status date */
    GP_BEGIN_NOW,     /* one to start with: waits for nothing that is not there on the status date,
                       * and live within those weeks */
    GP_BEGIN_WAITS,   /* could be live by then, with what is not there yet */
    GP_BEGIN_UNKNOWN, /* could be live by then, if what nobody knows takes no time */
    GP_BEGIN_LATER,   /* live later than that */
    GP_BEGIN_EXPLORED /* explored: not to be live yet */
} gp_beginning;

/* Cost: O(requirements). */
gp_beginning gp_find_beginning(const gp_schedule *schedule, uint32_t intervention);

/* What the boards wait for, by activity. */
typedef struct gp_asks {
    uint8_t *boards;    /* bit 1 << stage for each board that waits for it, by arcs that bind */
    uint8_t *is_unsure; /* it, or what waits for it, has no known lead time */
} gp_asks;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_find_asks(gp_job *job, const gp_schedule *schedule, gp_asks *out);

/* By symbol: the most advanced stage of the interventions that rest on it, over the requirements as
 * written; GP_STAGE_NONE: none does, or none gives a stage. Owner: the job. Errors: GP_NO_MEMORY.
 * Cost: O(V + E). */
gp_status gp_find_stages(gp_job *job, const gp_portfolio *portfolio, uint8_t **out);

#endif
