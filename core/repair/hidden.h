/* SPDX-License-Identifier: MIT
 * What a measure says that is so already. Private to core/repair. */
#ifndef GP_REPAIR_HIDDEN_H
#define GP_REPAIR_HIDDEN_H

#include "core/repair/own.h"
#include "core/repair/pairs.h"

/* A measure that says what is so already changes nothing alone, and yet sets back what others
 * change, where it is made after them. So each is made once more, last, after as many others as can
 * go together; what it sets back is told as a difference of its own (is_hidden), so that it comes
 * to stand before those others. For candidates in an order, with what excludes each other. Errors:
 * GP_NO_MEMORY. Cost: the portfolio made and compared twice for each measure, times how many sets
 * they make: one where none excludes another. */
gp_status gp_find_hidden(gp_whole *whole, const gp_repair_worlds *worlds, const gp_pairs *pairs);

/* The same after the automatic ones that stand before it, as it may have to. Who finds something
 * puts the candidates in order again, and asks again. */
gp_status gp_find_hidden_after(gp_whole *whole, const gp_repair_worlds *worlds,
                               const gp_pairs *pairs, bool *has_found);

#endif
