/* SPDX-License-Identifier: MIT
 * Levels that are there already. Private to core/repair.
 *
 * A step that is there holds nothing up. What its level requires is of no account then; but what
 * the capability itself requires binds the first step that is left. So each later step requires
 * that as well, from the beginning: as long as the steps before it are to be taken that says
 * nothing new, for they wait for the same. Such units are twins of those of the first step, and
 * what is done to those is done to them. */
#ifndef GP_REPAIR_THERE_H
#define GP_REPAIR_THERE_H

#include "core/repair/own.h"

/* Adds the twins that measures ask for. Errors: GP_NO_MEMORY. */
gp_status gp_add_twins(gp_whole *whole, const gp_owns *owns);

/* Fills in what effects on units do to twins, and what is of no account on steps that are there;
 * effects stand by activity. Errors: GP_NO_MEMORY. */
gp_status gp_finish_effects(gp_whole *whole);

#endif
