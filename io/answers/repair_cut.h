/* SPDX-License-Identifier: MIT
 * A cut in words: of these one must be decided. Private to io. */
#ifndef GP_REPAIR_CUT_H
#define GP_REPAIR_CUT_H

#include "core/job.h"
#include "groeipad/repair.h"

/* "start A outside the planning rounds; or shorten B by a quarter, 92 days, or more": those that
 * were chosen come first, and what differs only in how much is told once. At most `most` of them;
 * *left: how many more there are. Owner: the job; NULL when memory ran out. */
const char *gp_cut_text(gp_job *job, const gp_repair *repair, const gp_repair_cut *cut,
                        const bool *is_chosen, uint32_t most, gp_language language, uint32_t *left);

#endif
