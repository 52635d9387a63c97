/* SPDX-License-Identifier: MIT
 * Effects that are stronger each, and yet can make a date later in this network. Private to
 * core/repair. */
#ifndef GP_REPAIR_GUARD_H
#define GP_REPAIR_GUARD_H

#include "core/repair/own.h"

/* Puts candidates out that can; of measures of the file it is told why (gp_own.objection). Errors:
 * GP_NO_MEMORY. Cost: O(V + E and all effects), for each measure of the file once more where they
 * make a circle together. */
gp_status gp_guard_whole(gp_whole *whole, const gp_owns *owns);

/* By activity: an intervention rests on it, whatever is taken. Owner: the job. */
gp_status gp_mark_asked(gp_job *job, const gp_whole *whole, const bool **out);

#endif
