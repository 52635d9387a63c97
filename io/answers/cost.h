/* SPDX-License-Identifier: MIT
 * Costs: numbers of a unit that is the user's own, as short as they can be written. Private to io.
 */
#ifndef GP_COST_H
#define GP_COST_H

#include "core/job.h"
#include "io/answers/csv_row.h"
#include "io/json/json_write.h"

/* Appends a cost without zeros at its end: "4", "0.25". */
void gp_put_cost(gp_buffer *buffer, double cost, char point);

/* The same as a value of JSON and as a cell; a negative one (there is none) is null, or empty. */
void gp_json_cost(gp_json *json, double cost);
void gp_csv_cost(gp_csv *csv, double cost, char point);

#endif
