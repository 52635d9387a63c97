/* SPDX-License-Identifier: MIT
 * Boxes in one line, those that belong together near each other. Private to render. */
#ifndef GP_LAYOUT_LINE_H
#define GP_LAYOUT_LINE_H

#include "render/layout.h"

enum { GP_INTO, GP_OUT_OF };

/* The boxes that arrows join each box to: where those come from that lead to it, and where those go
 * that leave it. */
typedef struct gp_arrow_lists {
    const gp_layout *layout;
    uint32_t *first[2], *beside[2];
    uint32_t *stack, *cursor; /* for the walks below */
    uint8_t *is_seen;
} gp_arrow_lists;

gp_status gp_list_arrows(gp_job *job, const gp_layout *layout, gp_arrow_lists *out);

/* Lines boxes up along a walk from `start` over the arrows, both ways; then each box moves to the
 * mean place of those beside it, `rounds` times. Cost: O(rounds * (V log V + E)). */
gp_status gp_line_up(gp_job *job, const gp_arrow_lists *lists, uint32_t start, uint32_t rounds,
                     uint32_t *line);

/* The same order, but each box after all that lead to it. Cost: O(V + E). */
void gp_line_in_turn(const gp_arrow_lists *lists, const uint32_t *line, uint32_t *out);

#endif
