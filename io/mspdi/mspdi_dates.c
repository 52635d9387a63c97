/* SPDX-License-Identifier: MIT
 * The dates that a task of an MS Project plan keeps to: its constraint, its deadline, and what has
 * happened already. */
#include "io/mspdi/mspdi_take.h"

static void add_day(gp_mspdi_taker *t, const char *key, gp_day day, gp_spot spot)
{
    char text[GP_DATE_SIZE];
    gp_format_date(day, text);
    gp_add_member(t->tree, key, text, spot);
}

/* A start at the end of a day is one on the next; a finish in the course of a day, or at its end,
 * makes ready on the next. */
static gp_day start_day(const gp_mspdi_taker *t, gp_mspdi_moment moment)
{
    return moment.day + (moment.minute >= t->plan->day_finish);
}

static gp_day ready_day(const gp_mspdi_taker *t, gp_mspdi_moment moment)
{
    return moment.day + (moment.minute > t->plan->day_start);
}

static gp_day sooner(gp_day a, gp_day b)
{
    if (a == GP_NO_DAY) return b;
    return b == GP_NO_DAY || a < b ? a : b;
}

typedef struct kept_dates {
    gp_day not_before, not_ready_before, start_by, needed_by;
} kept_dates;

/* The constraint of a task as dates to keep to. */
static gp_status find_dates(gp_mspdi_taker *t, const gp_mspdi_task *task, kept_dates *out)
{
    kept_dates dates = {GP_NO_DAY, GP_NO_DAY, GP_NO_DAY, GP_NO_DAY};
    int64_t type = task->constraint_date.day == GP_NO_DAY ? GP_MSPDI_ASAP : task->constraint;
    gp_day start = start_day(t, task->constraint_date), ready = ready_day(t, task->constraint_date);
    if (task->deadline.day != GP_NO_DAY) dates.needed_by = ready_day(t, task->deadline);
    if (type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_BEFORE) dates.not_before = start;
    if (type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_AFTER) dates.start_by = start;
    if (type == GP_MSPDI_MUST_FINISH || type == GP_MSPDI_FINISH_NOT_BEFORE)
        dates.not_ready_before = ready;
    if (type == GP_MSPDI_MUST_FINISH || type == GP_MSPDI_FINISH_NOT_AFTER)
        dates.needed_by = sooner(dates.needed_by, ready);
    if (task->is_manual && task->start.day != GP_NO_DAY) {
        dates.not_before = start_day(t, task->start);
        GP_TRY(gp_report_mspdi_task(
            t, task, GP_WORDS("that it is scheduled by hand", "dat hij met de hand gepland is"),
            "Manual"));
    }
    if (task->constraint == GP_MSPDI_ALAP)
        GP_TRY(gp_report_mspdi_task(t, task, GP_WORDS("as late as possible", "zo laat mogelijk"),
                                    "ALAP"));
    *out = dates;
    return GP_OK;
}

gp_status gp_add_mspdi_dates(gp_mspdi_taker *t, const gp_mspdi_task *task)
{
    kept_dates dates;
    GP_TRY(find_dates(t, task, &dates));
    if (dates.not_before != GP_NO_DAY) add_day(t, "not_before", dates.not_before, task->spot);
    if (dates.not_ready_before != GP_NO_DAY)
        add_day(t, "not_ready_before", dates.not_ready_before, task->spot);
    if (dates.start_by != GP_NO_DAY) add_day(t, "start_by", dates.start_by, task->spot);
    if (dates.needed_by != GP_NO_DAY) add_day(t, "needed_by", dates.needed_by, task->spot);
    return GP_OK;
}

/* What has happened already. A capability that is finished is ready, whatever it waits for. */
void gp_add_mspdi_progress(gp_mspdi_taker *t, const gp_mspdi_task *task, bool is_intervention)
{
    int64_t percent = task->percent;
    const char *start = is_intervention ? "start" : "started";
    if (task->actual_start.day != GP_NO_DAY)
        add_day(t, start, start_day(t, task->actual_start), task->spot);
    if (!is_intervention && task->actual_finish.day != GP_NO_DAY)
        add_day(t, "ready", ready_day(t, task->actual_finish), task->spot);
    if (percent == 0) return;
    gp_add_key(t->tree, "progress", 8, task->spot);
    gp_add_number_node(t->tree, (double)percent, task->spot);
}
