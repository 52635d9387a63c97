/* SPDX-License-Identifier: MIT
 * Which activities a development path draws, and what lies behind them. Private to render. */
#ifndef GP_PATH_CHOICE_H
#define GP_PATH_CHOICE_H

#include "core/job.h"
#include "groeipad/render.h"

typedef enum gp_path_way { GP_WAY_LEFT, GP_WAY_RIGHT, GP_WAYS } gp_path_way;

/* All that the view is about (what one rests on, or everything) may be drawn; of that the focus and
 * the filter leave a part. */
typedef struct gp_path_choice {
    const gp_schedule *schedule;
    const gp_path_view *view;
    const uint8_t *is_about; /* by activity: it may be drawn */
    const uint8_t *is_shown; /* by activity */
    uint32_t *shown;         /* those that are, topologically */
    uint32_t shown_count;
    bool hides;                  /* of what it is about, something is not drawn */
    uint32_t beyond[GP_WAYS];    /* of a focus: activities further away, left and right */
    const uint8_t *is_redundant; /* by arc: others that are drawn imply it; NULL: nobody asked */
    const uint8_t *is_implied;   /* by arc: others in all there is imply it; NULL: likewise */
} gp_path_choice;

/* Errors: GP_NO_MEMORY. Cost: O(V + E), and what gp_find_redundant takes. */
gp_status gp_choose_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                         gp_path_choice *out);

/* Activities, sorted by id and level, that are not drawn and that an arrow would join to this one:
 * from its left, or on to its right. Cost: O(arcs of the activity, sorted). */
gp_status gp_find_behind(gp_job *job, const gp_path_choice *choice, uint32_t activity,
                         gp_path_way way, gp_activities *out);

/* Sorts activities by id and level. Errors: GP_NO_MEMORY. */
gp_status gp_sort_by_id(gp_job *job, const gp_network *network, uint32_t *activities,
                        uint32_t count);

#endif
