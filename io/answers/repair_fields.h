/* SPDX-License-Identifier: MIT
 * The JSON of a measure and of what comes of a search, for `repair` and `clashes`. Private to io.
 */
#ifndef GP_REPAIR_FIELDS_H
#define GP_REPAIR_FIELDS_H

#include "groeipad/repair.h"
#include "io/json/json_write.h"

/* A key with a cost: a number without zeros at its end; a negative one (none) is null. */
void gp_json_add_cost(gp_json *json, const char *key, double cost);

/* "status", "cost", "bound", "cost_unit" and whether it was cut off, in an open object. */
void gp_json_add_outcome(gp_json *json, const gp_repair *repair);

/* The keys of a measure but for its changes, in an open object; and of one that was chosen. */
void gp_json_add_candidate(gp_json *json, const gp_portfolio *portfolio,
                           const gp_candidate *candidate);
void gp_json_add_choice(gp_json *json, const gp_repair *repair, const gp_repair_choice *choice);

#endif
