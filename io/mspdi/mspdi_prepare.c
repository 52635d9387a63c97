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

/* How long tasks take together of which no Finish says when they end: twice their days, for days
 * off, and 100 years at most. */
static gp_day days_without_finish(const gp_mspdi_plan *plan)
{
    const gp_mspdi_task *tasks = plan->tasks.data;
    int64_t per_day = plan->minutes_per_day > 0 ? plan->minutes_per_day : 480, days = 0;
    for (size_t i = 0; i < plan->tasks.count; i++)
        if (tasks[i].finish.day == GP_NO_DAY && tasks[i].minutes > 0 && days < 100 * YEAR)
            days += 2 * (tasks[i].minutes / per_day + 1);
    return (gp_day)(days < 100 * YEAR ? days : 100 * YEAR);
}

/* today: as it was asked for; a plan that is moved there needs its days off there. */
gp_status gp_prepare_mspdi_calendars(gp_job *job, gp_mspdi_plan *plan, gp_day today)
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
    if (plan->last == GP_NO_DAY) return find_bases(job, plan);
    plan->last += YEAR + days_without_finish(plan);
    if (today != GP_NO_DAY && today > plan->first) plan->last += today - plan->first;
    if (plan->last > GP_DAY_LAST) plan->last = GP_DAY_LAST;
    return find_bases(job, plan);
}
