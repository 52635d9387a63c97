/* SPDX-License-Identifier: MIT
 * What is said of measures of the file, and what they say of each other. Private to core/repair. */
#ifndef GP_REPAIR_JUDGE_H
#define GP_REPAIR_JUDGE_H

#include "core/repair/own.h"
#include "core/repair/pairs.h"

/* Reports those that can make a date later (GP140) and those that change nothing (GP141). The first
 * are left out, and who needs one of those with them. Errors: GP_NO_MEMORY. */
gp_status gp_judge_owns(gp_whole *whole, const gp_owns *owns);

/* Reports measures of the file that exclude each other by what they change, where the file does not
 * say that they do (GP142). Errors: GP_NO_MEMORY. */
gp_status gp_judge_pairs(gp_whole *whole, const gp_pairs *pairs);

/* What the file says of candidates: which exclude each other comes to the pairs, and which need
 * another to `needs` (gp_pair: the first needs the second). Errors: GP_NO_MEMORY. */
gp_status gp_list_said(gp_whole *whole, gp_pairs *pairs, gp_array *needs);

#endif
