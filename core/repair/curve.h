/* SPDX-License-Identifier: MIT
 * What it costs to have more and more interventions in time. Private to core/repair. */
#ifndef GP_REPAIR_CURVE_H
#define GP_REPAIR_CURVE_H

#include "core/repair/search.h"

/* Fills gp_repair.curve. search->best is another afterwards. Owner: the job. Errors:
 * GP_NO_MEMORY. */
gp_status gp_find_curve(gp_job *job, gp_search *search, gp_repair *repair);

#endif
