/* SPDX-License-Identifier: MIT
 * The cheapest measures that make the date of one clash. Private to core. */
#ifndef GP_CLASH_REPAIR_H
#define GP_CLASH_REPAIR_H

#include "core/job.h"
#include "groeipad/repair.h"

/* Seeks them for the worst `count`, by the options but for `only`. Owner: the job. Errors: as
 * gp_find_repair. Cost: a search for each. */
gp_status gp_repair_clashes(gp_job *job, const gp_schedule *schedule,
                            const gp_repair_options *options, gp_clash *clashes, uint32_t count);

#endif
