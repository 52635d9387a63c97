/* SPDX-License-Identifier: MIT
 * Which tasks of an MS Project plan are work of their own, and so records of the portfolio, and
 * what they are called there. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>
#include <stdlib.h>

#define ID_SIZE 48

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

/* It is carried over, but not before the Start that the plan gives it. */
static gp_status hold(gp_mspdi_taker *t, uint32_t index, bool *is_taken, gp_argument what)
{
    gp_mspdi_task *task = &t->tasks[index];
    char day[GP_DATE_SIZE];
    gp_format_date(task->start.day, day);
    *is_taken = true;
    task->not_before = task->start;
    return gp_report_mspdi_task(t, task, what, day);
}

static bool is_occurrence(const gp_mspdi_taker *t, uint32_t index)
{
    uint32_t parent = t->outline[index].parent;
    return parent != GP_NONE && t->tasks[parent].is_recurring;
}

/* Is it work of its own? A blank row is none, nor is the summary of an empty project; a summary
 * task stands for what it holds. */
static gp_status is_taken(gp_mspdi_taker *t, uint32_t index, bool *out)
{
    const gp_mspdi_task *task = &t->tasks[index];
    *out = false;
    if (task->is_null || t->outline[index].is_summary) return GP_OK;
    if (task->outline_level == 0 && task->uid == 0) return GP_OK;
    if (!task->is_active)
        return gp_report_mspdi_task(t, task, GP_WORDS("an inactive task", "een inactieve taak"),
                                    NULL);
    bool is_other_file = task->is_subproject || task->is_external;
    if (is_other_file && task->start.day == GP_NO_DAY)
        return gp_report_mspdi_task(
            t, task, GP_WORDS("a task of another file", "een taak uit een ander bestand"), NULL);
    if (is_other_file)
        return hold(
            t, index, out,
            GP_WORDS("what moves a task of another file; it is held to its Start",
                     "wat een taak uit een ander bestand verschuift; hij blijft op zijn Start"));
    bool is_levelled = task->levelling_delay > 0 && !gp_has_mspdi_begun(task);
    if (is_levelled && task->start.day != GP_NO_DAY)
        return hold(t, index, out,
                    GP_WORDS("its levelling delay; it is held to its Start",
                             "zijn nivelleringsvertraging; hij blijft op zijn Start"));
    if (is_levelled)
        GP_TRY(gp_report_mspdi_task(
            t, task, GP_WORDS("its levelling delay", "zijn nivelleringsvertraging"), NULL));
    if (task->is_summary)
        return gp_report_mspdi_task(
            t, task,
            GP_WORDS("a summary task that holds no task", "een samenvattingstaak zonder taken"),
            NULL);
    *out = true;
    /* The occurrences of a recurring task stand in it as tasks of their own. */
    if (task->is_recurring && !is_occurrence(t, index))
        return gp_report_mspdi_task(t, task, GP_WORDS("that it recurs", "dat hij terugkomt"), NULL);
    return GP_OK;
}

static bool has_uid(const gp_mspdi_task *task)
{
    return task->uid != GP_MSPDI_NO_UID;
}

/* By its UID; by its place in the file where it has none, or the one of a task before it. */
static gp_status name_task(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    char id[ID_SIZE];
    bool is_first = has_uid(task) && gp_find_mspdi_task(t, task->uid) == index;
    int size = is_first ? snprintf(id, sizeof id, "task-%lld", (long long)task->uid)
                        : snprintf(id, sizeof id, "task-row-%u", index + 1);
    t->ids[index] = task->id ? task->id : gp_copy_text(t->job, id, (size_t)size);
    if (!t->ids[index]) return gp_no_memory(t->job);
    if (is_first) return GP_OK;
    return gp_report_mspdi_task(
        t, task,
        has_uid(task)
            ? GP_WORDS("a UID that another task has, so links do not reach this one",
                       "een UID die een andere taak heeft, dus koppelingen komen hier niet")
            : GP_WORDS("that it has no UID, so no link reaches it",
                       "dat hij geen UID heeft, dus geen koppeling komt er"),
        id);
}

static void find_work(const gp_mspdi_taker *t)
{
    gp_mspdi_outline *outline = t->outline;
    for (uint32_t i = t->count; i-- > 0;) {
        const gp_mspdi_task *task = &t->tasks[i];
        gp_mspdi_outline *own = &outline[i];
        if (t->ids[i]) {
            own->has_work = true;
            own->has_begun = gp_has_mspdi_begun(task);
        }
        if (own->parent == GP_NONE) continue;
        outline[own->parent].has_work |= own->has_work;
        outline[own->parent].has_begun |= own->has_begun;
    }
}

gp_status gp_choose_mspdi_tasks(gp_mspdi_taker *t)
{
    t->ids = GP_NEW(t->job, const char *, t->count);
    t->by_uid = GP_NEW(t->job, gp_mspdi_uid, t->count);
    if (!t->ids || !t->by_uid) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->count; i++) t->by_uid[i] = (gp_mspdi_uid){t->tasks[i].uid, i};
    if (t->count) qsort(t->by_uid, t->count, sizeof *t->by_uid, compare_uids);
    for (uint32_t i = 0; i < t->count; i++) {
        bool is_wanted;
        GP_TRY(is_taken(t, i, &is_wanted));
        if (is_wanted) GP_TRY(name_task(t, i));
    }
    find_work(t);
    return GP_OK;
}
