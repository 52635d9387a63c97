/* SPDX-License-Identifier: MIT
 * How a step (an activity of a plan) is called in text. Private to io. */
#ifndef GP_STEPS_H
#define GP_STEPS_H

#include "core/job.h"
#include "groeipad/plan.h"

/* "id to level 2" / "id naar niveau 2"; an intervention is its id. Owner: the job. */
const char *gp_step_text(gp_job *job, const gp_network *network, uint32_t activity,
                         gp_language language);

/* "id (2)"; an intervention is its id: where many steps stand in a row. Owner: the job. */
const char *gp_short_step_text(gp_job *job, const gp_network *network, uint32_t activity);

/* The same of a step that is known by its id and its level; 0: it has none. */
const char *gp_short_level_text(gp_job *job, const char *id, uint8_t level);

/* The level of an activity as formats write it: 0 (written as null) where it has none. */
uint8_t gp_step_level(const gp_network *network, uint32_t activity);

/* Where each activity stands in the whole plan, from 0. NULL when memory ran out. */
const uint32_t *gp_plan_order(gp_job *job, const gp_network *network);

#endif
