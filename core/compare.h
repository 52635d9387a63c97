/* SPDX-License-Identifier: MIT
 * The parts of gp_compare. Private to core. */
#ifndef GP_CORE_COMPARE_H
#define GP_CORE_COMPARE_H

#include "core/job.h"
#include "groeipad/compare.h"

/* Clashes that opened and closed, and what is newly missing or unfounded, or no longer. */
gp_status gp_compare_demand(gp_job *job, gp_comparison *comparison);

#endif
