/* SPDX-License-Identifier: MIT
 * Two measures that change the same record: is what both make together the stronger of each?
 * Private to core/repair. */
#ifndef GP_REPAIR_MEET_H
#define GP_REPAIR_MEET_H

#include "core/repair/own.h"
#include "core/repair/pairs.h"

/* Makes two that touch the same record together, in their order, and lets them exclude each other
 * where that is another plan than the stronger of each gives; then many measures of the file at
 * once. For candidates in their order. Owner: the whole's job. Errors: GP_NO_MEMORY. Cost: the
 * portfolio made and compared for each such pair, a few times more for all together; at most
 * GP_PAIRS_READ times: what was not tried by then is not taken together. */
#define GP_PAIRS_READ 4096
gp_status gp_meet_pairs(gp_whole *whole, const gp_repair_worlds *worlds, gp_pairs *pairs);

/* The id of a record that both touch; NULL: of none. */
const char *gp_shared_record(const gp_whole *whole, const gp_own *a, const gp_own *b);

#endif
