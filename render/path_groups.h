/* SPDX-License-Identifier: MIT
 * Which group each box of a development path belongs to. Private to render. */
#ifndef GP_PATH_GROUPS_H
#define GP_PATH_GROUPS_H

#include "core/job.h"
#include "groeipad/render.h"

typedef struct gp_path_group {
    const char *name;       /* what stands over it */
    const char *element_id; /* "frame__" and more */
} gp_path_group;

typedef struct gp_path_groups {
    const gp_path_group *groups;
    uint32_t count;
    const uint32_t *of;  /* by activity that is shown */
    bool is_in_sequence; /* they have an order of their own */
} gp_path_groups;

/* Groups the activities by what the view asks for; what has none of that is the last group. One
 * group for what no grouping was asked of. Errors: GP_NO_MEMORY. Cost: O(V log V + E). */
gp_status gp_group_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                        const uint32_t *activities, uint32_t count, gp_path_groups *out);

#endif
