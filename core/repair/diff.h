/* SPDX-License-Identifier: MIT
 * What is another in a world, as effects. Private to core/repair. */
#ifndef GP_REPAIR_DIFF_H
#define GP_REPAIR_DIFF_H

#include "core/repair/world.h"

/* Targets are those of the whole. */
typedef struct gp_difference {
    gp_effect effect;
    bool is_idle;   /* it is as strong as what it replaces */
    bool is_hidden; /* it only shows beside others: it sets back what they change (idle as well) */
} gp_difference;

typedef struct gp_differences {
    gp_array all;           /* gp_difference, by kind and target */
    gp_array removed;       /* uint32_t: records that are gone */
    bool chains;            /* steps that wait for another do not wait for a round */
    bool is_wide;           /* settings that new records take over as well are others */
    gp_objection objection; /* why it can make a date later */
} gp_differences;

/* What is another than in the whole. Levels that are there already are told as such, and what then
 * follows is not: the requirements of those steps stay. Owner: the job; durations are appended to
 * those of the whole. Errors: GP_NO_MEMORY. Cost: O(V + E), and the square of the requirements of
 * one activity that are others. */
gp_status gp_find_differences(gp_job *job, gp_whole *whole, const gp_world *world,
                              gp_differences *out);

#endif
