/* SPDX-License-Identifier: MIT
 * Several measures made together: is it what the strongest of each would give? Private to
 * core/repair. */
#ifndef GP_REPAIR_MADE_H
#define GP_REPAIR_MADE_H

#include "core/repair/own.h"

/* Everything that a candidate changes, what comes to the same included; by target. */
typedef struct gp_made_changes {
    const gp_difference *all;
    uint32_t count;
} gp_made_changes;
gp_made_changes gp_made_by_own(const gp_own *own);

/* An automatic one has one effect, which is put in `single`. */
gp_made_changes gp_made_by(const gp_whole_candidate *candidate, gp_difference *single);

/* What is another when candidates are made, in this order; NULL: they make no portfolio together,
 * or one in which something can be later. Owner: the job; durations are appended to those of the
 * whole.
 */
gp_status gp_make_together(gp_job *job, gp_whole *whole, const gp_repair_worlds *worlds,
                           const uint32_t *candidates, uint32_t count, gp_differences **out);

/* Makes candidates, in this order, and compares. Those that make no portfolio together are not
 * right; nothing is told of that. Errors: GP_NO_MEMORY. Cost: that of making and comparing a
 * portfolio. */
gp_status gp_is_made_right(gp_whole *whole, const gp_repair_worlds *worlds,
                           const uint32_t *candidates, uint32_t count, bool *out);

#endif
