/* SPDX-License-Identifier: MIT
 * A portfolio without some of its records and requirements. Private to core. */
#ifndef GP_NARROW_H
#define GP_NARROW_H

#include "core/job.h"
#include "groeipad/portfolio.h"

/* What is left out; NULL: nothing of the kind. */
typedef struct gp_narrowing {
    const uint8_t *is_out;     /* by symbol: this record, and all that it requires */
    const uint8_t *is_dropped; /* by requirement */
} gp_narrowing;

/* Makes the portfolio that is left. Symbols keep their numbers, so that an id means the same in
 * both; what is out is GP_ITEM_ELSEWHERE, and so is a missing id that nobody names any more. Who
 * requires what is out loses that requirement. Owner: the job. Errors: GP_NO_MEMORY. Cost:
 * O(records + requirements). */
gp_status gp_narrow(gp_job *job, const gp_portfolio *from, const gp_narrowing *without,
                    gp_portfolio **out);

#endif
