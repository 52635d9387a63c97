/* SPDX-License-Identifier: MIT
 * In which order does the map tell of capabilities? In that of the file, but for what is part of
 * something, which comes right after it; so a row's depth is all that one needs to draw the tree.
 * The walk keeps its own stack: a chain of parents may be as long as the file. What does not pass
 * the filter is still there where something in it does, so that this keeps its place. */
#include "core/map.h"

typedef struct tree {
    const gp_portfolio *portfolio;
    uint32_t *parent;      /* by capability: index, or GP_NONE */
    uint32_t *first_child; /* in the order of the file */
    uint32_t *next;        /* the next with the same parent */
    uint8_t *is_shown;     /* it passes, or something in it does */
    uint32_t top;          /* the first without a parent */
} tree;

static uint32_t parent_of(const gp_portfolio *portfolio, uint32_t index)
{
    uint32_t symbol = portfolio->capabilities[index].parent;
    return symbol == GP_NONE ? GP_NONE : portfolio->items[symbol].index;
}

/* From the last to the first, so that each list begins with its first in the file. */
static gp_status link_tree(gp_job *job, tree *t)
{
    uint32_t count = t->portfolio->capability_count;
    t->parent = GP_NEW(job, uint32_t, count);
    t->first_child = GP_NEW(job, uint32_t, count);
    t->next = GP_NEW(job, uint32_t, count);
    t->is_shown = GP_NEW(job, uint8_t, count);
    t->top = GP_NONE;
    if (!t->parent || !t->first_child || !t->next || !t->is_shown) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) t->first_child[i] = GP_NONE;
    for (uint32_t i = count; i-- > 0;) {
        uint32_t parent = t->parent[i] = parent_of(t->portfolio, i);
        uint32_t *list = parent == GP_NONE ? &t->top : &t->first_child[parent];
        t->next[i] = *list;
        *list = i;
    }
    return GP_OK;
}

/* Each chain of parents is followed up to the first that is marked: every one is marked once. */
static void mark_shown(tree *t, const gp_filter *filter)
{
    for (uint32_t i = 0; i < t->portfolio->capability_count; i++) {
        if (!gp_passes(filter, t->portfolio->capabilities[i].symbol)) continue;
        for (uint32_t at = i; at != GP_NONE && !t->is_shown[at]; at = t->parent[at])
            t->is_shown[at] = 1;
    }
}

static void add_row(const tree *t, const gp_filter *filter, uint32_t index, const uint32_t *row_of,
                    gp_map_row *rows, uint32_t at)
{
    uint32_t symbol = t->portfolio->capabilities[index].symbol;
    uint32_t parent = t->parent[index] == GP_NONE ? GP_NONE : row_of[t->parent[index]];
    rows[at] = (gp_map_row){.symbol = symbol,
                            .capability = index,
                            .parent = parent,
                            .depth = parent == GP_NONE ? 0 : rows[parent].depth + 1,
                            .is_context = !gp_passes(filter, symbol)};
}

/* Down where there is a child, else to the next, else up until there is a next. */
static uint32_t step_on(const tree *t, uint32_t index)
{
    if (t->first_child[index] != GP_NONE) return t->first_child[index];
    while (index != GP_NONE && t->next[index] == GP_NONE) index = t->parent[index];
    return index == GP_NONE ? GP_NONE : t->next[index];
}

gp_status gp_list_map_rows(gp_job *job, const gp_portfolio *portfolio, const gp_filter *filter,
                           gp_map_row **out, gp_map *map)
{
    tree t = {.portfolio = portfolio};
    GP_TRY(link_tree(job, &t));
    size_t most = (size_t)portfolio->capability_count + portfolio->missing_count;
    gp_map_row *rows = GP_NEW(job, gp_map_row, most);
    uint32_t *row_of = GP_NEW(job, uint32_t, portfolio->capability_count);
    if (!rows || !row_of) return gp_no_memory(job);
    mark_shown(&t, filter);
    for (uint32_t i = t.top; i != GP_NONE; i = step_on(&t, i)) {
        if (!t.is_shown[i]) continue; /* and nothing in it is */
        row_of[i] = map->row_count;
        add_row(&t, filter, i, row_of, rows, map->row_count++);
    }
    for (uint32_t i = 0; i < portfolio->missing_count; i++) {
        if (!gp_passes(filter, portfolio->missing[i])) continue;
        rows[map->row_count++] =
            (gp_map_row){.symbol = portfolio->missing[i], .capability = GP_NONE, .parent = GP_NONE};
        map->missing_count++;
    }
    *out = rows;
    return GP_OK;
}
