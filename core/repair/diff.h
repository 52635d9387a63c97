/* SPDX-License-Identifier: MIT
 * What is another in a world, as effects. Private to core/repair. */
#ifndef GP_REPAIR_DIFF_H
#define GP_REPAIR_DIFF_H

#include "core/repair/world.h"

/* Targets are those of the whole. */
typedef struct gp_difference {
    gp_effect effect;
    bool is_idle; /* it is as strong as what it replaces */
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

/* The thing as the whole has it. Arcs and lags are of the job. */
gp_status gp_effect_of_unit(gp_job *job, const gp_way *ways, uint32_t count, uint32_t unit,
                            gp_effect *out);

/* Do two effects on the same thing say the same, and not only come to the same? */
bool gp_is_same_effect(const gp_whole *whole, const gp_effect *a, const gp_effect *b);

/* A copy that needs no world. */
gp_status gp_keep_planning(gp_job *job, const gp_planning *planning, const gp_planning **out);

/* By kind, then by target. */
int gp_compare_targets(const gp_effect *a, const gp_effect *b);

#endif
