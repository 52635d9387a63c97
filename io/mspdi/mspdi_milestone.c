/* SPDX-License-Identifier: MIT
 * A milestone of our own, that stands for a summary task of an MS Project plan: for its start, or
 * for all of it. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>
#include <string.h>

#define ID_SIZE 48
#define START ": start"

/* Where all that it holds is finished, the last of it says when. */
static gp_mspdi_moment finish_of_all(const gp_mspdi_taker *t, uint32_t summary)
{
    gp_mspdi_moment last = {GP_NO_DAY, 0};
    for (uint32_t i = summary + 1; i < t->outline[summary].end; i++) {
        gp_mspdi_moment finish = t->tasks[i].actual_finish;
        if (!t->ids[i]) continue;
        if (finish.day == GP_NO_DAY) return finish;
        bool is_later =
            finish.day > last.day || (finish.day == last.day && finish.minute > last.minute);
        if (last.day == GP_NO_DAY || is_later) last = finish;
    }
    return last;
}

gp_status gp_make_mspdi_milestone(gp_mspdi_taker *t, gp_mspdi_task *out, uint32_t summary,
                                  uint32_t record, bool is_start)
{
    const gp_mspdi_task *task = &t->tasks[summary];
    const gp_mspdi_moment none = {GP_NO_DAY, 0};
    const char *name = task->name ? task->name : "?";
    char id[ID_SIZE];
    int size = task->uid == GP_MSPDI_NO_UID
                   ? snprintf(id, sizeof id, "task-row-%u%s", summary + 1, is_start ? "-start" : "")
                   : snprintf(id, sizeof id, "task-%lld%s", (long long)task->uid,
                              is_start ? "-start" : "");
    *out = (gp_mspdi_task){.uid = GP_MSPDI_NO_UID,
                           .is_active = 1,
                           .format = GP_MSPDI_DAYS,
                           .calendar = -1,
                           .outline_level = -1,
                           .name = name,
                           .wbs = task->wbs,
                           .not_before = none,
                           .start = none,
                           .finish = none,
                           .stop = none,
                           .resume = none,
                           .remaining = GP_MSPDI_NONE,
                           .actual_start = none,
                           .actual_finish = is_start ? none : finish_of_all(t, summary),
                           .deadline = none,
                           .constraint_date = none,
                           .spot = task->spot};
    if (is_start) {
        size_t length = strlen(name);
        char *text = GP_NEW(t->job, char, length + sizeof START);
        if (!text) return gp_no_memory(t->job);
        memcpy(text, name, length);
        memcpy(text + length, START, sizeof START);
        out->name = text;
    }
    t->ids[record] = gp_copy_text(t->job, id, (size_t)size);
    return t->ids[record] ? GP_OK : gp_no_memory(t->job);
}
