/* SPDX-License-Identifier: MIT
 * The dates that a task of an MS Project plan keeps to: its constraint, its deadline, and the Start
 * of a task that is scheduled by hand or as late as possible. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>

static gp_day later(gp_day a, gp_day b)
{
    return a > b ? a : b; /* GP_NO_DAY is before all */
}

static gp_day sooner(gp_day a, gp_day b)
{
    if (a == GP_NO_DAY) return b;
    return b == GP_NO_DAY || a < b ? a : b;
}

/* Does the task stay where its Start is, whatever its links allow? */
static bool is_kept_at_start(const gp_mspdi_task *task)
{
    return task->start.day != GP_NO_DAY && (task->is_manual || task->constraint == GP_MSPDI_ALAP);
}

bool gp_is_mspdi_root(const gp_mspdi_taker *t, uint32_t index)
{
    return t->need_from[index] == t->need_from[index + 1];
}

/* Its constraint and its deadline. MS Project asks of a task that has begun only that it does not
 * finish too early. */
static void add_constraint(const gp_mspdi_taker *t, const gp_mspdi_task *task, gp_mspdi_kept *kept)
{
    int64_t type = task->constraint_date.day == GP_NO_DAY ? GP_MSPDI_ASAP : task->constraint;
    bool is_part = false, has_begun = !task->id && gp_has_mspdi_begun(task);
    gp_day day = gp_mspdi_day(t, task->constraint_date, &is_part);
    bool is_start = type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_BEFORE ||
                    type == GP_MSPDI_START_NOT_AFTER;
    if (type == GP_MSPDI_ASAP || type == GP_MSPDI_ALAP || (has_begun && is_start)) return;
    if (is_part) kept->is_part = true;
    if (type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_BEFORE) kept->not_before = day;
    if (type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_AFTER) kept->start_by = day;
    if (type == GP_MSPDI_MUST_FINISH || type == GP_MSPDI_FINISH_NOT_BEFORE)
        kept->not_ready_before = day;
    if (type == GP_MSPDI_MUST_FINISH || type == GP_MSPDI_FINISH_NOT_AFTER)
        kept->needed_by = sooner(kept->needed_by, day);
}

gp_mspdi_kept gp_find_mspdi_dates(const gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    gp_mspdi_kept kept = {GP_NO_DAY, GP_NO_DAY, GP_NO_DAY, GP_NO_DAY, false};
    kept.needed_by = gp_mspdi_day(t, task->deadline, &kept.is_part);
    add_constraint(t, task, &kept);
    if (!task->id && gp_has_mspdi_begun(task)) return kept;
    kept.not_before = later(kept.not_before, gp_mspdi_day(t, task->not_before, &kept.is_part));
    if (is_kept_at_start(task))
        kept.not_before = later(kept.not_before, gp_mspdi_day(t, task->start, &kept.is_part));
    bool is_free = kept.not_before == GP_NO_DAY && kept.not_ready_before == GP_NO_DAY;
    /* Others start before the plan does, by constraints of their own: this one does not. */
    if (is_free && t->today != GP_NO_DAY && t->today < t->start && gp_is_mspdi_root(t, index))
        kept.not_before = t->start;
    return kept;
}

static gp_status report_mode(gp_mspdi_taker *t, const gp_mspdi_task *task,
                             const gp_mspdi_kept *kept)
{
    char day[GP_DATE_SIZE];
    bool is_late = task->constraint == GP_MSPDI_ALAP && t->plan->is_from_start;
    gp_format_date(kept->not_before, day);
    if (task->is_manual)
        GP_TRY(gp_report_mspdi_task(
            t, task, GP_WORDS("that it is scheduled by hand", "dat hij met de hand gepland is"),
            "Manual"));
    if (!is_late) return GP_OK;
    if (!is_kept_at_start(task) || gp_has_mspdi_begun(task))
        return gp_report_mspdi_task(t, task, GP_WORDS("as late as possible", "zo laat mogelijk"),
                                    "ALAP");
    return gp_report_mspdi_task(t, task,
                                GP_WORDS("as late as possible; it stays at its Start",
                                         "zo laat mogelijk; hij blijft op zijn Start"),
                                day);
}

gp_status gp_report_mspdi_constraint(gp_mspdi_taker *t, const gp_mspdi_task *task)
{
    char type[32];
    int64_t asked = task->constraint;
    snprintf(type, sizeof type, "ConstraintType %lld", (long long)asked);
    if (asked < GP_MSPDI_ASAP || asked > GP_MSPDI_FINISH_NOT_AFTER)
        return gp_report_mspdi_task(
            t, task,
            GP_WORDS("a constraint of an unknown type", "een beperking van een onbekend type"),
            type);
    if (asked == GP_MSPDI_ASAP || asked == GP_MSPDI_ALAP || task->constraint_date.day != GP_NO_DAY)
        return GP_OK;
    return gp_report_mspdi_task(
        t, task, GP_WORDS("a constraint without a date", "een beperking zonder datum"), type);
}

/* A plan that is made backwards from its finish is in time when its ends are. */
static void press_from_finish(const gp_mspdi_taker *t, uint32_t index, gp_mspdi_kept *kept)
{
    bool is_part = false;
    if (t->plan->is_from_start || !t->is_intervention[index]) return;
    kept->needed_by = sooner(kept->needed_by, gp_mspdi_day(t, t->plan->finish, &is_part));
}

gp_status gp_add_mspdi_dates(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    gp_mspdi_kept kept = gp_find_mspdi_dates(t, index);
    gp_mspdi_rest rest = gp_find_mspdi_rest(t, index);
    GP_TRY(report_mode(t, task, &kept));
    GP_TRY(gp_report_mspdi_constraint(t, task));
    if (kept.is_part)
        GP_TRY(gp_report_mspdi_part(t, task,
                                    later(later(kept.not_before, kept.not_ready_before),
                                          later(kept.start_by, kept.needed_by))));
    GP_TRY(gp_report_mspdi_rest(t, index, &rest));
    kept.not_ready_before = later(kept.not_ready_before, rest.ready);
    press_from_finish(t, index, &kept);
    if (kept.not_before != GP_NO_DAY)
        gp_add_mspdi_day(t, "not_before", kept.not_before, task->spot);
    if (kept.not_ready_before != GP_NO_DAY)
        gp_add_mspdi_day(t, "not_ready_before", kept.not_ready_before, task->spot);
    if (kept.start_by != GP_NO_DAY) gp_add_mspdi_day(t, "start_by", kept.start_by, task->spot);
    if (kept.needed_by != GP_NO_DAY) gp_add_mspdi_day(t, "needed_by", kept.needed_by, task->spot);
    return GP_OK;
}
