/* SPDX-License-Identifier: MIT
 * In which order of a few vertices do the fewest arcs lead backwards? Those that do are a smallest
 * set of arcs without which there is no circle (minimum feedback arc set).
 *
 * Dynamic programming over the sets of vertices that can stand first (Held and Karp 1962; for this
 * question Lawler 1964). Some vertex is the last of a set. The cost of the set is then the cost of
 * the rest of it, plus the arcs from the last vertex back into that rest; the cheapest last vertex
 * is kept. Of equals the smallest vertex comes last, so that the answer is the same on every
 * machine; a solver of integer programs may give any of them. */
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
