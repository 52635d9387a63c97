/* SPDX-License-Identifier: MIT
 * How a step (an activity of a plan) is called in text. Private to io. */
#ifndef GP_STEPS_H
#define GP_STEPS_H

#include "core/job.h"
#include "groeipad/plan.h"

/* "'Trained team' to level 2" / "'Trained team' naar niveau 2", in a sentence; an intervention is
 * its name. Owner: the job, as below. */
const char *gp_step_text(gp_job *job, const gp_network *network, uint32_t activity,
                         gp_language language);

/* "Trained team [tt] to level 2", where a step stands by itself. */
const char *gp_whole_step_text(gp_job *job, const gp_network *network, uint32_t activity,
                               gp_language language);

/* "Trained team (2)", where many steps stand in a row. */
const char *gp_short_step_text(gp_job *job, const gp_network *network, uint32_t activity);

/* The same of a step that is known by what it is called and its level; 0: it has none. */
const char *gp_short_level_text(gp_job *job, const char *called, uint8_t level);

/* "tt (2)": for formats, which have ids. */
const char *gp_step_ids(gp_job *job, const gp_network *network, uint32_t activity);

/* The level of an activity as formats write it: 0 (written as null) where it has none. */
uint8_t gp_step_level(const gp_network *network, uint32_t activity);

/* Where each activity stands in the whole plan, from 0. NULL when memory ran out. */
const uint32_t *gp_plan_order(gp_job *job, const gp_network *network);

#endif
