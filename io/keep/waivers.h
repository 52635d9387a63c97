/* SPDX-License-Identifier: MIT
 * What a portfolio itself says may stay. Private to io. */
#ifndef GP_WAIVERS_H
#define GP_WAIVERS_H

#include "core/job.h"

typedef struct gp_waiver {
    char code[8];        /* or how codes begin */
    const char *subject; /* NULL: of anything */
    const char *reason;
    gp_day until; /* or GP_NO_DAY */
    gp_place place;
} gp_waiver;

/* What was read stays with the job, for gp_apply_waivers. Errors: GP_NO_MEMORY. */
gp_status gp_keep_waivers(gp_job *job, const gp_waiver *waivers, size_t count);

#endif
