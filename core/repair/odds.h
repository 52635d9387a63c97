/* SPDX-License-Identifier: MIT
 * Candidates that cannot stand beside each other. Private to core/repair. */
#ifndef GP_REPAIR_ODDS_H
#define GP_REPAIR_ODDS_H

#include "core/repair/what_if.h"

/* Adds to the model's pairs those of which nobody can say which of the two makes a thing earlier:
 * what both together make of it would be neither. Owner: the job. Errors: GP_NO_MEMORY. Cost: for
 * each activity the square of the candidates that touch it. */
gp_status gp_exclude_at_odds(gp_job *job, gp_repair_model *model);

#endif
