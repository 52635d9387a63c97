/* SPDX-License-Identifier: MIT
 * An MS Project plan as a portfolio. A task that something else follows from becomes a capability,
 * a task that ends a chain becomes an intervention; a file that we wrote says itself which one a
 * task is. A summary task only holds others: it becomes the parent of the capabilities among them.
 * What is not carried over is reported task by task. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>
#include <string.h>

#define ID_SIZE 32

static gp_status take_task(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    bool is_intervention = t->is_intervention[index];
    gp_start_tree(t->tree);
    gp_open_node(t->tree, '{', task->spot);
    gp_add_member(t->tree, "id", t->ids[index], task->spot);
    if (task->name && strcmp(task->name, t->ids[index]) != 0)
        gp_add_member(t->tree, "name", task->name, task->spot);
    GP_TRY(gp_add_mspdi_work(t, index));
    GP_TRY(gp_add_mspdi_dates(t, index));
    GP_TRY(gp_add_mspdi_progress(t, index));
    GP_TRY(gp_add_mspdi_own(t, index));
    GP_TRY(gp_add_mspdi_requires(t, index));
    if (!task->id && !is_intervention) gp_add_member(t->tree, "status", "planned", task->spot);
    if (task->wbs && !task->id) gp_add_member(t->tree, "x-wbs", task->wbs, task->spot);
    gp_close_node(t->tree);
    return gp_emit(t->records, is_intervention ? "interventions" : "capabilities", t->tree);
}

static gp_status take_text(gp_mspdi_taker *t, const char *key, const char *text)
{
    gp_start_tree(t->tree);
    gp_add_text_node(t->tree, text, strlen(text), (gp_spot){1, 1});
    return gp_emit(t->records, key, t->tree);
}

static gp_status take_settings(gp_mspdi_taker *t)
{
    const gp_mspdi_plan *plan = t->plan;
    const char *title = plan->title ? plan->title : plan->name;
    if (title && *title) GP_TRY(take_text(t, "title", title));
    GP_TRY(gp_take_mspdi_calendar(t->records, t->tree, plan, &t->calendar));
    t->minutes_per_day = t->calendar.week.minutes > 0 ? t->calendar.week.minutes
                         : plan->minutes_per_day > 0  ? plan->minutes_per_day
                                                      : 480;
    return gp_take_mspdi_days(t);
}

static gp_status take_today(gp_mspdi_taker *t)
{
    char day[GP_DATE_SIZE];
    GP_TRY(gp_find_mspdi_today(t));
    gp_format_date(t->today, day);
    if (t->today != GP_NO_DAY) GP_TRY(take_text(t, "status_date", day));
    return take_text(t, "cycle", "1d");
}

static gp_status report_resources(const gp_mspdi_taker *t)
{
    char count[ID_SIZE];
    if (t->plan->assignment_count == 0) return GP_OK;
    snprintf(count, sizeof count, "%lld", (long long)t->plan->assignment_count);
    return gp_report_mspdi_loss(
        t->records, (gp_spot){1, 1}, NULL,
        GP_WORDS("resources and their assignments", "resources en hun toewijzingen"), count);
}

gp_status gp_take_mspdi_plan(gp_records *records, gp_mspdi_plan *plan)
{
    gp_mspdi_taker t = {.records = records,
                        .job = records->job,
                        .tree = gp_new_tree(records->job),
                        .plan = plan,
                        .tasks = plan->tasks.data,
                        .count = (uint32_t)plan->tasks.count};
    uint32_t found;
    if (!t.tree) return gp_no_memory(t.job);
    (void)gp_findings(t.job, &found);
    GP_TRY(gp_prepare_mspdi_calendars(t.job, plan, records->status_date));
    GP_TRY(take_settings(&t));
    gp_shift_mspdi_moments(&t, plan);
    GP_TRY(gp_find_mspdi_outline(&t));
    GP_TRY(gp_choose_mspdi_tasks(&t));
    GP_TRY(gp_take_mspdi_own_days(&t));
    GP_TRY(gp_find_mspdi_links(&t));
    GP_TRY(gp_push_mspdi_links(&t));
    GP_TRY(gp_inherit_mspdi_dates(&t));
    GP_TRY(gp_settle_mspdi_kinds(&t));
    GP_TRY(gp_find_mspdi_groups(&t));
    GP_TRY(take_today(&t));
    for (uint32_t i = 0; i < t.record_count; i++) {
        if (t.ids[i]) GP_TRY(take_task(&t, i));
        if (i < t.count) GP_TRY(gp_take_mspdi_group(&t, i));
    }
    GP_TRY(gp_report_mspdi_unplaced(&t));
    GP_TRY(report_resources(&t));
    return gp_judge_mspdi_losses(records, found);
}
