/* SPDX-License-Identifier: MIT
 * The parts of the capability map. Private to core. */
#ifndef GP_MAP_H
#define GP_MAP_H

#include "core/job.h"
#include "groeipad/map.h"

/* From which day each level of a capability must be there: by level - 1, GP_NO_DAY where no
 * intervention asks for it. A higher level may be asked for before a lower one: it implies that. */
typedef struct gp_asked_from {
    gp_day days[GP_LEVEL_MAX];
} gp_asked_from;

/* What interventions ask for, and from when. */
typedef struct gp_asked_days {
    const gp_asked_from *capabilities; /* by capability */
    const gp_asked_from *missing;      /* by missing capability */
} gp_asked_days;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E log E). */
gp_status gp_find_asked_days(gp_job *job, const gp_schedule *schedule, gp_asked_days *out);

/* Fills symbol, capability, parent, depth and is_context of the rows of a map. Owner: the job.
 * Errors: GP_NO_MEMORY. Cost: O(V). */
gp_status gp_list_map_rows(gp_job *job, const gp_portfolio *portfolio, const gp_filter *filter,
                           gp_map_row **out, gp_map *map);

#endif
