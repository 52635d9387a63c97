/* SPDX-License-Identifier: MIT
 * The outline of an MS Project plan: which task holds which. The tasks stand in the order of the
 * outline, each with its level, so what a task holds are those after it that are deeper. A task
 * that holds others is a summary task, whatever the file calls it. */
#include "io/mspdi/mspdi_take.h"

/* OutlineLevel, or where there is none as many levels as OutlineNumber ("1.2.1") has parts. */
static int64_t level_of(const gp_mspdi_task *task)
{
    int64_t level = 1;
    if (task->outline_level >= 0) return task->outline_level;
    for (const char *c = task->outline_number ? task->outline_number : ""; *c; c++)
        level += *c == '.';
    return level;
}

gp_status gp_find_mspdi_outline(gp_mspdi_taker *t)
{
    gp_mspdi_outline *outline = GP_NEW(t->job, gp_mspdi_outline, t->count);
    uint32_t *open = GP_NEW(t->job, uint32_t, t->count); /* the tasks around the one at hand */
    uint32_t depth = 0;
    if (!outline || !open) return gp_no_memory(t->job);
    t->outline = outline;
    for (uint32_t i = 0; i < t->count; i++) {
        outline[i].end = i + 1;
        outline[i].parent = GP_NONE;
        if (t->tasks[i].is_null) continue;
        int64_t level = level_of(&t->tasks[i]);
        for (; depth && level_of(&t->tasks[open[depth - 1]]) >= level; depth--)
            outline[open[depth - 1]].end = i;
        outline[i].depth = depth;
        if (depth) {
            outline[i].parent = open[depth - 1];
            outline[open[depth - 1]].is_summary = true;
        }
        open[depth++] = i;
    }
    while (depth) outline[open[--depth]].end = t->count;
    return GP_OK;
}

bool gp_holds_mspdi_task(const gp_mspdi_taker *t, uint32_t summary, uint32_t index)
{
    return summary <= index && index < t->outline[summary].end;
}
