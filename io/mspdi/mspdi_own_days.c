/* SPDX-License-Identifier: MIT
 * Tasks of an MS Project plan that have a calendar of their own. One that works on the days of the
 * plan, so many hours a day, is work of ours; one that works day and night, or every day, is
 * elapsed time. Others cannot be said in a portfolio, which has one calendar. */
#include "io/mspdi/mspdi_take.h"

#include <stdlib.h>
#include <string.h>

#define DAY (24 * 60)
#define EVERY_DAY 0x7F

typedef enum verdict { UNKNOWN, SAME_DAYS, EVERY_DAY_WORKED, OTHER } verdict;

typedef struct judged {
    verdict verdict;
    int32_t minutes; /* of a working day */
} judged;

static int compare_uids(const void *left, const void *right)
{
    const gp_mspdi_uid *a = left, *b = right;
    if (a->uid != b->uid) return a->uid < b->uid ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static uint32_t find_index(const gp_mspdi_uid *by_uid, uint32_t count, int64_t uid)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (by_uid[middle].uid < uid)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && by_uid[low].uid == uid ? by_uid[low].index : GP_NONE;
}

static bool are_same_days(const gp_mspdi_days *a, const gp_mspdi_days *b)
{
    return a->week.worked == b->week.worked && a->week.begins == b->week.begins &&
           a->off_count == b->off_count &&
           (a->off_count == 0 || memcmp(a->off, b->off, a->off_count * sizeof *a->off) == 0);
}

static gp_status judge(gp_mspdi_taker *t, const gp_mspdi_calendar *calendar, int64_t *budget,
                       judged *out)
{
    gp_mspdi_days days;
    if (out->verdict != UNKNOWN) return GP_OK;
    out->verdict = OTHER;
    if (*budget <= 0) return GP_OK; /* so many calendars: the rest is not asked */
    GP_TRY(gp_find_mspdi_days(t->records, t->plan, calendar, false, budget, &days));
    out->minutes = days.week.minutes;
    if (!days.is_exact) return GP_OK;
    if (are_same_days(&days, &t->calendar))
        out->verdict = SAME_DAYS;
    else if (days.week.worked == EVERY_DAY && days.off_count == 0)
        out->verdict = EVERY_DAY_WORKED;
    return GP_OK;
}

static bool is_elapsed(int64_t format)
{
    if (format > 32) format -= 32; /* estimated */
    return format >= 4 && format <= 12 && format % 2 == 0;
}

/* The same time in days of `minutes` as one in days of `to`. */
static int64_t in_days_of(int64_t time, int64_t minutes, int64_t to)
{
    if (time == GP_MSPDI_NONE || time > INT64_MAX / to) return time;
    return (time * to + minutes - 1) / minutes;
}

static gp_status take(gp_mspdi_taker *t, gp_mspdi_task *task, const judged *own)
{
    bool is_every_day = own->verdict == EVERY_DAY_WORKED;
    if (own->verdict == OTHER)
        return gp_report_mspdi_task(t, task,
                                    GP_WORDS("a calendar of its own", "een eigen kalender"), NULL);
    if (is_elapsed(task->format) || own->minutes <= 0) return GP_OK;
    task->has_own_hours = is_every_day || own->minutes != t->minutes_per_day;
    int64_t to = is_every_day ? DAY : t->minutes_per_day;
    task->minutes = in_days_of(task->minutes, own->minutes, to);
    task->remaining = in_days_of(task->remaining, own->minutes, to);
    if (is_every_day) task->format = GP_MSPDI_ELAPSED_DAYS;
    return GP_OK;
}

gp_status gp_take_mspdi_own_days(gp_mspdi_taker *t)
{
    const gp_mspdi_calendar *calendars = t->plan->calendars.data;
    uint32_t count = (uint32_t)t->plan->calendars.count;
    int64_t budget = GP_MSPDI_BUDGET;
    gp_mspdi_uid *by_uid = GP_NEW(t->job, gp_mspdi_uid, count);
    judged *known = GP_NEW(t->job, judged, count);
    if (!by_uid || !known) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < count; i++) by_uid[i] = (gp_mspdi_uid){calendars[i].uid, i};
    if (count) qsort(by_uid, count, sizeof *by_uid, compare_uids);
    for (uint32_t i = 0; i < t->count; i++) {
        gp_mspdi_task *task = &t->tasks[i];
        bool is_own = task->calendar >= 0 && task->calendar != t->plan->calendar;
        if (!t->ids[i] || !is_own) continue;
        uint32_t index = find_index(by_uid, count, task->calendar);
        if (index == GP_NONE) {
            GP_TRY(gp_report_mspdi_task(t, task,
                                        GP_WORDS("a calendar of its own that is not there",
                                                 "een eigen kalender die er niet is"),
                                        NULL));
            continue;
        }
        GP_TRY(judge(t, &calendars[index], &budget, &known[index]));
        GP_TRY(take(t, task, &known[index]));
    }
    return GP_OK;
}
