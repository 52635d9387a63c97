/* SPDX-License-Identifier: MIT
 * What comes of it, in a sentence or two. Private to io. */
#ifndef GP_REPAIR_VERDICT_H
#define GP_REPAIR_VERDICT_H

#include "core/job.h"
#include "groeipad/repair.h"

/* "Two decisions, together 4 points, make all 5 dates. No cheaper set does: proven." Owner: the
 * job; NULL when memory ran out. */
const char *gp_repair_verdict(gp_job *job, const gp_repair *repair, gp_language language);

#endif
