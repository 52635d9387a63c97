/* SPDX-License-Identifier: MIT
 * Which tasks of a summary task can be its first to start, and its last to be ready. What holds
 * back a summary task has to hold back its first tasks only: the others wait for those. A task that
 * waits within some summary task (finish-to-start or start-to-start, without a lead) for work that
 * has not begun is not its first; nor is it the first of any summary task around that one. So one
 * depth says it for all of them. The last are the mirror image. */
#include "io/mspdi/mspdi_take.h"

#define CLIMB_MAX 100 /* beyond it a task simply counts as a first and a last one */

/* The depth below which the two have no summary task in common. */
static bool find_common_depth(const gp_mspdi_outline *outline, uint32_t a, uint32_t b,
                              uint32_t *out)
{
    uint32_t around = outline[a].parent;
    for (int i = 0; i < CLIMB_MAX; i++) {
        bool is_common = around == GP_NONE || (around < b && b < outline[around].end);
        if (is_common) *out = around == GP_NONE ? 0 : outline[around].depth + 1;
        if (is_common) return true;
        around = outline[around].parent;
    }
    return false;
}

static void raise(uint32_t *depth, uint32_t least)
{
    if (*depth < least) *depth = least;
}

static void weigh_link(gp_mspdi_outline *outline, const gp_mspdi_arc *link, uint32_t to)
{
    uint32_t from = link->from;
    bool is_start_of_many = (link->type == GP_MSPDI_SS || link->type == GP_MSPDI_SF) &&
                            outline[from].is_summary; /* may yet be left out */
    uint32_t depth;
    if (link->minutes < 0 || is_start_of_many || !find_common_depth(outline, from, to, &depth))
        return;
    bool is_to_start = link->type == GP_MSPDI_FS || link->type == GP_MSPDI_SS;
    bool is_from_ready = link->type == GP_MSPDI_FS || link->type == GP_MSPDI_FF;
    if (is_to_start && !outline[from].has_begun) raise(&outline[to].first_depth, depth);
    if (is_from_ready && !outline[to].has_begun) raise(&outline[from].last_depth, depth);
}

void gp_find_mspdi_edges(gp_mspdi_taker *t)
{
    gp_mspdi_outline *outline = t->outline;
    for (uint32_t to = 0; to < t->count; to++)
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            uint32_t link = t->tasks[to].link_first + k;
            if (t->arcs[link].from != GP_NONE) weigh_link(outline, &t->arcs[link], to);
        }
    for (uint32_t i = 0; i < t->count; i++) {
        if (outline[i].parent == GP_NONE) continue;
        raise(&outline[i].first_depth, outline[outline[i].parent].first_depth);
        raise(&outline[i].last_depth, outline[outline[i].parent].last_depth);
    }
}
