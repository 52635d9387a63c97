/* SPDX-License-Identifier: MIT
 * When an MS Project plan starts, and which day is "today" in its portfolio: the status date, and
 * where there is none the day on which the plan starts, or until which it is known what was done.
 * MS Project lets a task with a constraint of
 * its own start before the plan does; then today is that day, and the others wait for StartDate. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>

/* The day on which a task that waits for nothing starts by its own dates; GP_NO_DAY: none says. */
static gp_day find_own_start(const gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    bool is_part = false;
    gp_mspdi_kept kept = gp_find_mspdi_dates(t, index);
    if (kept.not_before != GP_NO_DAY || kept.not_ready_before == GP_NO_DAY) return kept.not_before;
    int64_t minutes = task->minutes == GP_MSPDI_NONE ? 0 : task->minutes;
    return gp_subtract_duration(&t->days, kept.not_ready_before,
                                gp_mspdi_work(t, minutes, task->format, &is_part));
}

static gp_day find_earliest(const gp_mspdi_taker *t)
{
    gp_day earliest = t->start;
    for (uint32_t i = 0; i < t->count; i++) {
        bool is_open = t->ids[i] && !gp_has_mspdi_begun(&t->tasks[i]);
        gp_day day = is_open && gp_is_mspdi_root(t, i) ? find_own_start(t, i) : GP_NO_DAY;
        if (day != GP_NO_DAY && day < earliest) earliest = day;
    }
    return earliest;
}

static gp_status report_start(gp_mspdi_taker *t)
{
    char day[GP_DATE_SIZE];
    gp_format_date(t->start, day);
    return gp_report_mspdi_loss(
        t->records, (gp_spot){1, 1}, NULL,
        GP_WORDS("its StartDate as the status date: a task may start before it",
                 "zijn StartDate als peildatum: een taak mag eerder beginnen"),
        day);
}

/* Work that MS Project leaves in the past until somebody plans it again. */
static gp_status report_past(gp_mspdi_taker *t)
{
    gp_day today = t->records->status_date != GP_NO_DAY ? t->records->status_date : t->today;
    uint32_t count = 0;
    char text[32];
    for (uint32_t i = 0; i < t->count; i++) {
        const gp_mspdi_task *task = &t->tasks[i];
        bool is_open = t->ids[i] && !task->id && !gp_has_mspdi_begun(task);
        count += is_open && task->start.day != GP_NO_DAY && task->start.day < today;
    }
    if (count == 0) return GP_OK;
    snprintf(text, sizeof text, "%u", (unsigned)count);
    return gp_report_mspdi_loss(
        t->records, (gp_spot){1, 1}, NULL,
        GP_WORDS("tasks that have not begun before the status date; they start on it or later",
                 "taken die vóór de peildatum niet begonnen zijn; ze beginnen dan of later"),
        text);
}

static gp_status report_direction(gp_mspdi_taker *t)
{
    char day[GP_DATE_SIZE];
    gp_format_date(t->plan->finish.day, day);
    return gp_report_mspdi_loss(
        t->records, (gp_spot){1, 1}, NULL,
        GP_WORDS("that it is planned backwards from its finish; tasks that are as late as possible "
                 "stay at their Start",
                 "dat het vanuit zijn einde terug is gepland; taken die zo laat mogelijk zijn "
                 "blijven op hun Start"),
        day);
}

gp_status gp_find_mspdi_today(gp_mspdi_taker *t)
{
    const gp_mspdi_plan *plan = t->plan;
    bool is_part = false, is_given = plan->status.day != GP_NO_DAY;
    t->start = gp_mspdi_day(t, plan->start, &is_part);
    t->today = plan->status.day > t->start ? plan->status.day : t->start;
    t->is_today_given = is_given || t->records->status_date != GP_NO_DAY;
    if (is_part) GP_TRY(gp_report_mspdi_part(t, NULL, t->start));
    if (!plan->is_from_start) GP_TRY(report_direction(t));
    if (t->is_today_given) return report_past(t);
    if (t->start == GP_NO_DAY) return GP_OK;
    gp_day known = gp_find_mspdi_known(t);
    t->today = find_earliest(t);
    if (t->today < t->start) return report_start(t);
    if (known > t->today) t->today = known;
    return GP_OK;
}
