/* SPDX-License-Identifier: MIT
 * Which tasks of an MS Project plan are work of their own. Summary tasks only hold others. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>
#include <stdlib.h>

#define ID_SIZE 32

static int compare_uids(const void *left, const void *right)
{
    const gp_mspdi_uid *a = left, *b = right;
    if (a->uid != b->uid) return a->uid < b->uid ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

uint32_t gp_find_mspdi_task(const gp_mspdi_taker *t, int64_t uid)
{
    uint32_t low = 0, high = t->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (t->by_uid[middle].uid < uid)
            low = middle + 1;
        else
            high = middle;
    }
    return low < t->count && t->by_uid[low].uid == uid ? t->by_uid[low].index : GP_NONE;
}

/* Is it work of its own? What only holds other tasks, or is empty, passes in silence. */
static gp_status is_taken(gp_mspdi_taker *t, const gp_mspdi_task *task, bool *out)
{
    *out = false;
    if (task->is_null || task->is_summary || task->outline_level == 0 || task->uid < 0) {
        if (task->is_summary && task->constraint > GP_MSPDI_ALAP)
            return gp_report_mspdi_task(t, task,
                                        GP_WORDS("the constraint of a summary task",
                                                 "de beperking van een samenvattingstaak"),
                                        NULL);
        return GP_OK;
    }
    if (!task->is_active)
        return gp_report_mspdi_task(t, task, GP_WORDS("an inactive task", "een inactieve taak"),
                                    NULL);
    if (task->is_subproject || task->is_external)
        return gp_report_mspdi_task(
            t, task, GP_WORDS("a task of another file", "een taak uit een ander bestand"), NULL);
    *out = true;
    return GP_OK;
}

gp_status gp_name_mspdi_tasks(gp_mspdi_taker *t)
{
    t->ids = GP_NEW(t->job, const char *, t->count);
    t->by_uid = GP_NEW(t->job, gp_mspdi_uid, t->count);
    t->is_intervention = GP_NEW(t->job, uint8_t, t->count);
    if (!t->ids || !t->by_uid || !t->is_intervention) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->count; i++) {
        char id[ID_SIZE];
        bool is_wanted;
        t->by_uid[i] = (gp_mspdi_uid){t->tasks[i].uid, i};
        GP_TRY(is_taken(t, &t->tasks[i], &is_wanted));
        if (!is_wanted) continue;
        int size = snprintf(id, sizeof id, "task-%lld", (long long)t->tasks[i].uid);
        t->ids[i] = t->tasks[i].id ? t->tasks[i].id : gp_copy_text(t->job, id, (size_t)size);
        if (!t->ids[i]) return gp_no_memory(t->job);
    }
    qsort(t->by_uid, t->count, sizeof *t->by_uid, compare_uids);
    return GP_OK;
}
