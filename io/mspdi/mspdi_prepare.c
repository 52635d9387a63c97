/* SPDX-License-Identifier: MIT
 * What the calendars of an MS Project plan need to know before any of them is asked: which one each
 * is derived from, and how long they have to be followed. */
#include "io/mspdi/mspdi_calendar.h"

#include <stdlib.h>

#define YEAR 366

typedef struct numbered {
    int64_t uid;
    gp_mspdi_calendar *calendar;
} numbered;

static int compare_uids(const void *left, const void *right)
{
    const numbered *a = left, *b = right;
    if (a->uid != b->uid) return a->uid < b->uid ? -1 : 1;
    return (a->calendar > b->calendar) - (a->calendar < b->calendar);
}

static int compare_to_uid(const void *key, const void *element)
{
    const int64_t *uid = key;
    const numbered *row = element;
    return (*uid > row->uid) - (*uid < row->uid);
}

static gp_status find_bases(gp_job *job, gp_mspdi_plan *plan)
{
    gp_mspdi_calendar *calendars = plan->calendars.data;
    size_t count = plan->calendars.count;
    numbered *rows = GP_NEW(job, numbered, count);
    if (!rows) return gp_no_memory(job);
    if (count == 0) return GP_OK;
    for (size_t i = 0; i < count; i++) rows[i] = (numbered){calendars[i].uid, &calendars[i]};
    qsort(rows, count, sizeof *rows, compare_uids);
    for (size_t i = 0; i < count; i++) {
        if (calendars[i].base < 0) continue;
        const numbered *found =
            bsearch(&calendars[i].base, rows, count, sizeof *rows, compare_to_uid);
        calendars[i].base_calendar = found ? found->calendar : NULL;
    }
    return GP_OK;
}

static void widen(gp_mspdi_plan *plan, gp_mspdi_moment moment)
{
    if (moment.day == GP_NO_DAY) return;
    if (plan->first == GP_NO_DAY || moment.day < plan->first) plan->first = moment.day;
    if (plan->last == GP_NO_DAY || moment.day > plan->last) plan->last = moment.day;
}

gp_status gp_prepare_mspdi_calendars(gp_job *job, gp_mspdi_plan *plan)
{
    const gp_mspdi_task *tasks = plan->tasks.data;
    plan->first = plan->last = GP_NO_DAY;
    widen(plan, plan->start);
    widen(plan, plan->finish);
    widen(plan, plan->status);
    for (size_t i = 0; i < plan->tasks.count; i++) {
        widen(plan, tasks[i].start);
        widen(plan, tasks[i].finish);
        widen(plan, tasks[i].actual_start);
        widen(plan, tasks[i].deadline);
        widen(plan, tasks[i].constraint_date);
    }
    if (plan->last != GP_NO_DAY) plan->last += YEAR;
    return find_bases(job, plan);
}
