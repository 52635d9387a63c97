/* SPDX-License-Identifier: MIT
 * Effects in the making: copies of them, and whether they say the same. Private to core/repair. */
#ifndef GP_REPAIR_EFFECT_H
#define GP_REPAIR_EFFECT_H

#include "core/repair/whole.h"

/* By kind, then by target. */
int gp_compare_targets(const gp_effect *a, const gp_effect *b);

/* Do two effects on the same thing say the same, and not only come to the same? */
bool gp_is_same_effect(const gp_whole *whole, const gp_effect *a, const gp_effect *b);
bool gp_is_same_duration(gp_duration a, gp_duration b);
bool gp_is_same_planning(const gp_planning *a, const gp_planning *b);

/* The rounds that an activity waits for, or NULL; the day before which it may not be ready, or
 * GP_NO_DAY. */
const gp_planning *gp_rounds_of(const gp_activity *activity);
gp_day gp_held_until(const gp_network *network, const gp_activity *activity);

/* A thing as the whole has it: that of an effect, whose target it is. Errors: GP_NO_MEMORY. */
gp_status gp_effect_of_whole(gp_job *job, const gp_whole *whole, const gp_effect *on,
                             gp_effect *out);

/* The effect that puts these in the place of a unit. */
gp_status gp_effect_of_unit(gp_job *job, const gp_way *ways, uint32_t count, uint32_t unit,
                            gp_effect *out);

/* Copies that point to nothing but the job. */
gp_status gp_keep_planning(gp_job *job, const gp_planning *planning, const gp_planning **out);
gp_status gp_keep_effect(gp_job *job, const gp_effect *effect, gp_effect *out);

#endif
