/* SPDX-License-Identifier: MIT
 * In which order of a few vertices does the least go back? What goes back in it is a smallest set
 * of arcs that breaks every circle (minimum feedback arc set).
 *
 * Dynamic programming over the sets that can stand first (Held and Karp 1962; for this question
 * Lawler 1964): the least of a set is the least, over its last vertex, of the set without it and
 * of the arcs from that vertex back into it. Of equals the smallest vertex comes last, so the
 * answer is the same on every machine, where a solver of integer programs gives any of them. */
#include "core/cut.h"

/* What goes back when `vertex` stands right after the set. */
static uint32_t back_into(uint32_t set, const uint32_t weights[GP_ORDER_MAX])
{
    uint32_t sum = 0;
    for (uint32_t to = 0; set >> to; to++)
        if (set >> to & 1) sum += weights[to];
    return sum;
}

void gp_order_with_least_back(uint32_t count, uint32_t weights[GP_ORDER_MAX][GP_ORDER_MAX],
                              uint32_t place[GP_ORDER_MAX])
{
    uint32_t least[1u << GP_ORDER_MAX] = {0};
    uint8_t last[1u << GP_ORDER_MAX] = {0};
    for (uint32_t set = 1; set < 1u << count; set++) {
        least[set] = UINT32_MAX;
        for (uint32_t vertex = 0; vertex < count; vertex++) {
            uint32_t rest = set & ~(1u << vertex);
            if (rest == set) continue;
            uint32_t sum = least[rest] + back_into(rest, weights[vertex]);
            if (sum >= least[set]) continue;
            least[set] = sum;
            last[set] = (uint8_t)vertex;
        }
    }
    for (uint32_t set = (1u << count) - 1, at = count; at > 0; set &= ~(1u << last[set]))
        place[last[set]] = --at;
}
