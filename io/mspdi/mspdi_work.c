/* SPDX-License-Identifier: MIT
 * How long a task of an MS Project plan takes: its Duration, or, where that is not what lies
 * between its Start and its Finish, what does lie between them. A split task has a pause in it, one
 * without a Duration says nothing else, and hours of its own make one longer than the plan's
 * calendar. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>

static bool has_both_ends(const gp_mspdi_task *task)
{
    return task->start.day != GP_NO_DAY && task->finish.day != GP_NO_DAY;
}

/* The time between Start and Finish, in working days or, of elapsed time, in days. */
static gp_duration find_between(const gp_mspdi_taker *t, const gp_mspdi_task *task,
                                gp_duration_unit unit, bool *is_part)
{
    gp_day start = gp_mspdi_day(t, task->start, is_part);
    gp_day finish = gp_mspdi_day(t, task->finish, is_part);
    int32_t days =
        unit == GP_DURATION_WORKDAYS ? gp_count_workdays(&t->days, start, finish) : finish - start;
    return (gp_duration){.unit = (uint8_t)unit, .days = days > 0 ? days : 0};
}

static void add_duration(gp_mspdi_taker *t, uint32_t index, gp_duration duration, char text[32])
{
    const char *key = t->is_intervention[index] ? "duration" : "lead_time";
    snprintf(text, 32, "%d%s", (int)duration.days,
             duration.unit == GP_DURATION_WORKDAYS ? "wd" : "d");
    gp_add_member(t->tree, key, text, t->tasks[index].spot);
}

/* Nothing says how long it takes but when it starts and is finished. */
static gp_status add_between(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    bool is_part = false;
    char text[32];
    gp_duration between = {.unit = GP_DURATION_WORKDAYS};
    if (has_both_ends(task)) between = find_between(t, task, GP_DURATION_WORKDAYS, &is_part);
    add_duration(t, index, between, text);
    if (!has_both_ends(task) && !task->is_milestone && !task->is_wrong)
        return gp_report_mspdi_task(
            t, task, GP_WORDS("that it has no Duration", "dat hij geen Duration heeft"), text);
    if (!is_part) return GP_OK;
    return gp_report_mspdi_task(
        t, task,
        GP_WORDS("a part of a day, rounded up", "een deel van een dag, naar boven afgerond"), text);
}

/* Does its Duration after its Start not lead to its Finish? To one that is sooner only where both
 * are whole days: a task that starts in the evening does so for a reason that does not come along.
 * Not asked of work that has begun, whose rest says it, nor of what we wrote. */
static bool is_stretched(const gp_mspdi_taker *t, const gp_mspdi_task *task, gp_duration *between)
{
    bool is_part = false;
    if (task->id || !has_both_ends(task) || gp_has_mspdi_begun(task)) return false;
    gp_duration work = gp_mspdi_work(t, task->minutes, task->format, &is_part);
    *between = find_between(t, task, work.unit, &is_part);
    gp_day end = gp_add_duration(&t->days, gp_mspdi_day(t, task->start, &is_part), work);
    gp_day finish = gp_mspdi_day(t, task->finish, &is_part);
    int32_t later =
        work.unit == GP_DURATION_WORKDAYS ? gp_count_workdays(&t->days, end, finish) : finish - end;
    return later > 0 || (later < 0 && !is_part && task->start.minute <= t->opens);
}

gp_status gp_add_mspdi_work(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    gp_duration between;
    char text[32];
    if (task->minutes == GP_MSPDI_NONE) return add_between(t, index);
    if (!is_stretched(t, task, &between))
        return gp_add_mspdi_span(t, task, t->is_intervention[index] ? "duration" : "lead_time",
                                 task->minutes, task->format, task->spot);
    add_duration(t, index, between, text);
    return gp_report_mspdi_task(
        t, task,
        GP_WORDS(
            "that it is split, or has hours of its own; it takes what lies between its Start "
            "and its Finish",
            "dat hij gesplitst is of eigen uren heeft; hij duurt wat tussen zijn Start en zijn "
            "Finish ligt"),
        text);
}
