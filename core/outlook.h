/* SPDX-License-Identifier: MIT
 * A future under one way to fill in its alternatives, where every intervention may become as late
 * as it is needed, or as it can be live at all, and no later. Private to core. */
#ifndef GP_OUTLOOK_H
#define GP_OUTLOOK_H

#include "core/futures.h"

/* A step that an intervention of the future waits for, or the intervention itself. */
typedef struct gp_outlook_step {
    uint32_t key; /* as gp_step_key */
    gp_day by;    /* the last day on which nobody loses by it: identify by, or an intervention's
                     latest start; GP_NO_DAY for what is under way or fixed */
    uint8_t level;
    bool is_intervention, is_identified, not_before;
} gp_outlook_step;

typedef struct gp_outlook {
    const gp_outlook_step *steps;
    uint32_t step_count;
    bool is_feasible; /* no intervention has to be later than its limit */
} gp_outlook;

/* way: the whole portfolio, with alternatives written over or not. future: as the whole portfolio
 * has it. What it is planned with is let go. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_look_out(gp_job *job, const gp_portfolio *way, const gp_future *future,
                      gp_outlook *out);

#endif
