/* SPDX-License-Identifier: MIT
 * Which boxes belong together? Those that few arrows part. A walk along the arrows gives a first
 * line; then each box moves to the mean place of those that arrows join it to, over and over, so
 * that arrows become short along the line (power iteration towards the vector of Fiedler 1973,
 * with ranks for numbers: no fractions, the same on every machine). */
#include "render/layout_line.h"

#include <stdlib.h>
#include <string.h>

static uint32_t end_of(const gp_layout_arrow *arrow, int side)
{
    return side == GP_INTO ? arrow->to : arrow->from;
}

static gp_status list_side(gp_job *job, gp_arrow_lists *lists, int side)
{
    const gp_layout *layout = lists->layout;
    uint32_t *first = lists->first[side] = GP_NEW(job, uint32_t, (size_t)layout->box_count + 2);
    uint32_t *beside = lists->beside[side] = GP_NEW(job, uint32_t, layout->arrow_count);
    int other = side == GP_INTO ? GP_OUT_OF : GP_INTO;
    if (!first || !beside) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->arrow_count; i++)
        first[end_of(&layout->arrows[i], side) + 2]++;
    for (uint32_t i = 0; i < layout->box_count; i++) first[i + 2] += first[i + 1];
    for (uint32_t i = 0; i < layout->arrow_count; i++) { /* shifts the starts into their places */
        const gp_layout_arrow *arrow = &layout->arrows[i];
        beside[first[end_of(arrow, side) + 1]++] = end_of(arrow, other);
    }
    return GP_OK;
}

gp_status gp_list_arrows(gp_job *job, const gp_layout *layout, gp_arrow_lists *out)
{
    size_t room = (size_t)layout->box_count + 2 * (size_t)layout->arrow_count + 1;
    *out = (gp_arrow_lists){.layout = layout,
                            .stack = GP_NEW(job, uint32_t, room),
                            .cursor = GP_NEW(job, uint32_t, layout->box_count),
                            .is_seen = GP_NEW(job, uint8_t, layout->box_count)};
    if (!out->stack || !out->cursor || !out->is_seen) return gp_no_memory(job);
    GP_TRY(list_side(job, out, GP_INTO));
    return list_side(job, out, GP_OUT_OF);
}

static uint32_t walk(const gp_arrow_lists *lists, uint32_t start, uint32_t *out)
{
    uint32_t depth = 0, count = 0;
    lists->stack[depth++] = start;
    while (depth > 0) {
        uint32_t box = lists->stack[--depth];
        if (lists->is_seen[box]) continue;
        lists->is_seen[box] = 1;
        out[count++] = box;
        for (int side = 0; side < 2; side++)
            for (uint32_t k = lists->first[side][box + 1]; k-- > lists->first[side][box];) {
                uint32_t next = lists->beside[side][k];
                if (!lists->is_seen[next]) lists->stack[depth++] = next;
            }
    }
    return count;
}

typedef struct rank {
    int64_t value;
    uint32_t box;
} rank;

static int by_value(const void *a, const void *b)
{
    const rank *x = a, *y = b;
    if (x->value != y->value) return x->value < y->value ? -1 : 1;
    return x->box < y->box ? -1 : x->box > y->box;
}

/* Half way to the mean place of the boxes that arrows join it to. */
static int64_t wish_of(const gp_arrow_lists *lists, uint32_t box, const int64_t *at)
{
    int64_t sum = 0, count = 0;
    for (int side = 0; side < 2; side++)
        for (uint32_t k = lists->first[side][box]; k < lists->first[side][box + 1]; k++, count++)
            sum += at[lists->beside[side][k]];
    return count ? (at[box] + sum / count) / 2 : at[box];
}

gp_status gp_line_up(gp_job *job, const gp_arrow_lists *lists, uint32_t start, uint32_t rounds,
                     uint32_t *line)
{
    uint32_t count = lists->layout->box_count;
    rank *ranks = GP_NEW(job, rank, count);
    int64_t *at = GP_NEW(job, int64_t, count);
    if (!ranks || !at) return gp_no_memory(job);
    memset(lists->is_seen, 0, count);
    uint32_t met = walk(lists, start, line);
    for (uint32_t i = 0; i < count; i++)
        if (!lists->is_seen[i]) met += walk(lists, i, line + met);
    for (uint32_t round = 0; round < rounds; round++) {
        for (uint32_t i = 0; i < count; i++) at[line[i]] = (int64_t)i * 1024;
        for (uint32_t i = 0; i < count; i++) ranks[i] = (rank){wish_of(lists, i, at), i};
        qsort(ranks, count, sizeof *ranks, by_value);
        for (uint32_t i = 0; i < count; i++) line[i] = ranks[i].box;
    }
    return GP_OK;
}

/* Takes a box, and before it what leads to it and was not taken yet. */
static uint32_t take(const gp_arrow_lists *lists, uint32_t box, uint32_t *out)
{
    const uint32_t *first = lists->first[GP_INTO], *beside = lists->beside[GP_INTO];
    uint32_t depth = 0, count = 0;
    for (;;) {
        uint32_t k = lists->cursor[box], end = first[box + 1];
        while (k < end && lists->is_seen[beside[k]]) k++;
        if (k < end) { /* that one first */
            lists->cursor[box] = k + 1;
            lists->stack[depth++] = box;
            box = beside[k];
            continue;
        }
        if (!lists->is_seen[box]) out[count++] = box;
        lists->is_seen[box] = 1;
        if (depth == 0) return count;
        box = lists->stack[--depth];
    }
}

void gp_line_in_turn(const gp_arrow_lists *lists, const uint32_t *line, uint32_t *out)
{
    uint32_t count = lists->layout->box_count, taken = 0;
    memset(lists->is_seen, 0, count);
    memcpy(lists->cursor, lists->first[GP_INTO], count * sizeof *lists->cursor);
    for (uint32_t i = 0; i < count; i++)
        if (!lists->is_seen[line[i]]) taken += take(lists, line[i], out + taken);
}
