/* SPDX-License-Identifier: MIT
 * The order of a few vertices in which the fewest arcs lead backwards. Private to core. */
#ifndef GP_CUT_H
#define GP_CUT_H

#include <stdint.h>

#define GP_ORDER_MAX 10

/* Gives each of `count` vertices (at most GP_ORDER_MAX) its place in an order in which the weight
 * of the arcs that go back is smallest. weights[from][to] is that of the arcs between two of them.
 * Cost: O(2^count * count^2) time. */
void gp_order_with_least_back(uint32_t count, uint32_t weights[GP_ORDER_MAX][GP_ORDER_MAX],
                              uint32_t place[GP_ORDER_MAX]);

#endif
