/* SPDX-License-Identifier: MIT
 * An MS Project plan as a portfolio. A task that something else follows from becomes a capability,
 * a task that ends a chain becomes an intervention; a file that we wrote says itself which one a
 * task is. Summary tasks only hold others and become nothing. What is not carried over is reported
 * task by task. */
#include "io/mspdi/mspdi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ID_SIZE 32

typedef struct numbered {
    int64_t uid;
    uint32_t index;
} numbered;

typedef struct taker {
    gp_records *records;
    gp_job *job;
    gp_tree *tree;
    const gp_mspdi_plan *plan;
    const gp_mspdi_task *tasks;
    uint32_t count;
    const char **ids;         /* by task; NULL: it is not carried over */
    uint8_t *is_intervention; /* by task */
    numbered *by_uid;
    uint32_t *from; /* by link: the task, or GP_NONE: the link is not carried over */
    int64_t minutes_per_day;
} taker;

/* ---- complaints ---- */

static gp_status report(taker *t, const gp_mspdi_task *task, gp_argument what, const char *value)
{
    const char *name = task->name ? task->name : "?";
    return gp_report_mspdi_loss(t->records, task->spot, name, what, value);
}

/* ---- which tasks, and what they are ---- */

static int compare_uids(const void *left, const void *right)
{
    const numbered *a = left, *b = right;
    if (a->uid != b->uid) return a->uid < b->uid ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static uint32_t find_task(const taker *t, int64_t uid)
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

/* Is it work of its own? What only holds other tasks, or is empty, passes in silence. */
static gp_status is_taken(taker *t, const gp_mspdi_task *task, bool *out)
{
    *out = false;
    if (task->is_null || task->is_summary || task->outline_level == 0 || task->uid < 0) {
        if (task->is_summary && task->constraint > GP_MSPDI_ALAP)
            return report(t, task,
                          GP_WORDS("the constraint of a summary task",
                                   "de beperking van een samenvattingstaak"),
                          NULL);
        return GP_OK;
    }
    if (!task->is_active)
        return report(t, task, GP_WORDS("an inactive task", "een inactieve taak"), NULL);
    if (task->is_subproject || task->is_external)
        return report(t, task, GP_WORDS("a task of another file", "een taak uit een ander bestand"),
                      NULL);
    *out = true;
    return GP_OK;
}

static gp_status name_tasks(taker *t)
{
    t->ids = GP_NEW(t->job, const char *, t->count);
    t->by_uid = GP_NEW(t->job, numbered, t->count);
    t->is_intervention = GP_NEW(t->job, uint8_t, t->count);
    if (!t->ids || !t->by_uid || !t->is_intervention) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->count; i++) {
        char id[ID_SIZE];
        bool is_wanted;
        t->by_uid[i] = (numbered){t->tasks[i].uid, i};
        GP_TRY(is_taken(t, &t->tasks[i], &is_wanted));
        if (!is_wanted) continue;
        int size = snprintf(id, sizeof id, "task-%lld", (long long)t->tasks[i].uid);
        t->ids[i] = t->tasks[i].id ? t->tasks[i].id : gp_copy_text(t->job, id, (size_t)size);
        if (!t->ids[i]) return gp_no_memory(t->job);
    }
    qsort(t->by_uid, t->count, sizeof *t->by_uid, compare_uids);
    return GP_OK;
}

static gp_status find_link(taker *t, uint32_t to, const gp_mspdi_link *link, uint32_t *from)
{
    const gp_mspdi_task *task = &t->tasks[to];
    *from = find_task(t, link->uid);
    if (*from == GP_NONE || link->is_cross) {
        *from = GP_NONE;
        return report(t, task,
                      GP_WORDS("a link with a task that is not there",
                               "een koppeling met een taak die er niet is"),
                      NULL);
    }
    if (t->ids[*from]) return GP_OK;
    const char *name = t->tasks[*from].name;
    *from = GP_NONE;
    return report(t, task,
                  GP_WORDS("the link with a task that is not carried over",
                           "de koppeling met een taak die niet overkomt"),
                  name);
}

/* Settles the links, and lets a task that another one follows be a capability. */
static gp_status find_links(taker *t)
{
    const gp_mspdi_link *links = t->plan->links.data;
    t->from = GP_NEW(t->job, uint32_t, t->plan->links.count);
    if (!t->from) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->count; i++) t->is_intervention[i] = t->ids[i] != NULL;
    for (uint32_t to = 0; to < t->count; to++) {
        const gp_mspdi_task *task = &t->tasks[to];
        bool is_summary = task->is_summary && task->link_count > 0;
        if (is_summary)
            GP_TRY(report(
                t, task,
                GP_WORDS("the links of a summary task", "de koppelingen van een samenvattingstaak"),
                NULL));
        for (uint32_t k = 0; k < task->link_count; k++) {
            uint32_t *from = &t->from[task->link_first + k];
            *from = GP_NONE;
            if (!t->ids[to]) continue;
            GP_TRY(find_link(t, to, &links[task->link_first + k], from));
            if (*from != GP_NONE) t->is_intervention[*from] = 0;
        }
    }
    return GP_OK;
}

/* A capability cannot wait for an intervention, so what follows one is an intervention too. */
static gp_status settle_kinds(taker *t)
{
    uint32_t link_count = (uint32_t)t->plan->links.count, waiting = 0;
    uint32_t *first = GP_NEW(t->job, uint32_t, (size_t)t->count + 2);
    uint32_t *next = GP_NEW(t->job, uint32_t, link_count);
    uint32_t *stack = GP_NEW(t->job, uint32_t, t->count);
    if (!first || !next || !stack) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < link_count; i++)
        if (t->from[i] != GP_NONE) first[t->from[i] + 2]++;
    for (uint32_t i = 2; i < t->count + 2; i++) first[i] += first[i - 1];
    for (uint32_t to = 0; to < t->count; to++)
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            uint32_t from = t->from[t->tasks[to].link_first + k];
            if (from != GP_NONE) next[first[from + 1]++] = to;
        }
    for (uint32_t i = 0; i < t->count; i++) {
        const char *kind = t->tasks[i].kind;
        if (kind && t->ids[i]) t->is_intervention[i] = strcmp(kind, "intervention") == 0;
        if (t->is_intervention[i]) stack[waiting++] = i;
    }
    while (waiting) {
        uint32_t from = stack[--waiting];
        for (uint32_t k = first[from]; k < first[from + 1]; k++) {
            if (t->is_intervention[next[k]]) continue;
            t->is_intervention[next[k]] = 1;
            stack[waiting++] = next[k];
        }
    }
    return GP_OK;
}

/* ---- values ---- */

static void add_day(taker *t, const char *key, gp_day day, gp_spot spot)
{
    char text[GP_DATE_SIZE];
    gp_format_date(day, text);
    gp_add_member(t->tree, key, text, spot);
}

/* A start at the end of a day is one on the next; a finish in the course of a day, or at its end,
 * makes ready on the next. */
static gp_day start_day(const taker *t, gp_mspdi_moment moment)
{
    return moment.day + (moment.minute >= t->plan->day_finish);
}

static gp_day ready_day(const taker *t, gp_mspdi_moment moment)
{
    return moment.day + (moment.minute > t->plan->day_start);
}

static gp_status add_span(taker *t, const gp_mspdi_task *task, const char *key, int64_t minutes,
                          int64_t format, gp_spot spot)
{
    char text[GP_MSPDI_SPAN_SIZE];
    bool is_part;
    gp_mspdi_span(minutes, format, t->minutes_per_day, text, &is_part);
    gp_add_member(t->tree, key, text, spot);
    if (!is_part) return GP_OK;
    return report(
        t, task,
        GP_WORDS("a part of a day, rounded up", "een deel van een dag, naar boven afgerond"), text);
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
static gp_status find_dates(taker *t, const gp_mspdi_task *task, kept_dates *out)
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
        GP_TRY(report(t, task,
                      GP_WORDS("that it is scheduled by hand", "dat hij met de hand gepland is"),
                      "Manual"));
    }
    if (task->constraint == GP_MSPDI_ALAP)
        GP_TRY(report(t, task, GP_WORDS("as late as possible", "zo laat mogelijk"), "ALAP"));
    *out = dates;
    return GP_OK;
}

static gp_status add_dates(taker *t, const gp_mspdi_task *task)
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
static void add_progress(taker *t, const gp_mspdi_task *task, bool is_intervention)
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

/* ---- requirements ---- */

static gp_status add_link(taker *t, uint32_t to, const gp_mspdi_link *link, uint32_t from)
{
    const gp_mspdi_task *task = &t->tasks[to];
    bool from_start = link->type == GP_MSPDI_SS || link->type == GP_MSPDI_SF;
    bool by_ready = link->type == GP_MSPDI_FF || link->type == GP_MSPDI_SF;
    bool live_is_default = t->is_intervention[to] && !t->is_intervention[from];
    bool is_percent = link->lag && (link->lag_format == 19 || link->lag_format == 20 ||
                                    link->lag_format == 51 || link->lag_format == 52);
    if (is_percent)
        GP_TRY(report(t, task, GP_WORDS("a lag in percent", "een vertraging in procenten"),
                      t->ids[from]));
    bool has_lag = link->lag && !is_percent;
    if (!from_start && !by_ready && !live_is_default && !has_lag) {
        gp_add_text_node(t->tree, t->ids[from], strlen(t->ids[from]), link->spot);
        return GP_OK;
    }
    gp_open_node(t->tree, '{', link->spot);
    gp_add_member(t->tree, "id", t->ids[from], link->spot);
    if (by_ready || live_is_default)
        gp_add_member(t->tree, "by", by_ready ? "ready" : "start", link->spot);
    if (from_start) gp_add_member(t->tree, "from", "start", link->spot);
    if (has_lag) GP_TRY(add_span(t, task, "lag", link->lag / 10, link->lag_format, link->spot));
    gp_close_node(t->tree);
    return GP_OK;
}

static gp_status add_requires(taker *t, uint32_t to)
{
    const gp_mspdi_task *task = &t->tasks[to];
    const gp_mspdi_link *links = t->plan->links.data;
    bool has_any = false;
    for (uint32_t i = 0; i < task->link_count; i++)
        has_any = has_any || t->from[task->link_first + i] != GP_NONE;
    if (!has_any) return GP_OK;
    gp_add_key(t->tree, "requires", 8, task->spot);
    gp_open_node(t->tree, '[', task->spot);
    for (uint32_t i = 0; i < task->link_count; i++) {
        uint32_t from = t->from[task->link_first + i];
        if (from != GP_NONE) GP_TRY(add_link(t, to, &links[task->link_first + i], from));
    }
    gp_close_node(t->tree);
    return GP_OK;
}

/* ---- records ---- */

static gp_status take_task(taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    bool is_intervention = t->is_intervention[index];
    gp_start_tree(t->tree);
    gp_open_node(t->tree, '{', task->spot);
    gp_add_member(t->tree, "id", t->ids[index], task->spot);
    if (task->name && strcmp(task->name, t->ids[index]) != 0)
        gp_add_member(t->tree, "name", task->name, task->spot);
    GP_TRY(add_span(t, task, is_intervention ? "duration" : "lead_time", task->minutes,
                    task->format, task->spot));
    GP_TRY(add_dates(t, task));
    add_progress(t, task, is_intervention);
    GP_TRY(add_requires(t, index));
    if (!task->id && !is_intervention) gp_add_member(t->tree, "status", "planned", task->spot);
    if (task->wbs && !task->id) gp_add_member(t->tree, "x-wbs", task->wbs, task->spot);
    gp_close_node(t->tree);
    if (task->calendar >= 0 && task->calendar != t->plan->calendar)
        GP_TRY(report(t, task, GP_WORDS("a calendar of its own", "een eigen kalender"), NULL));
    return gp_emit(t->records, is_intervention ? "interventions" : "capabilities", t->tree);
}

static gp_status take_text(taker *t, const char *key, const char *text)
{
    gp_start_tree(t->tree);
    gp_add_text_node(t->tree, text, strlen(text), (gp_spot){1, 1});
    return gp_emit(t->records, key, t->tree);
}

/* "Today": the status date, and where there is none the day on which the plan starts. */
static gp_status take_settings(taker *t)
{
    const gp_mspdi_plan *plan = t->plan;
    char day[GP_DATE_SIZE];
    gp_day today = plan->start.day > plan->status.day ? plan->start.day : plan->status.day;
    const char *title = plan->title ? plan->title : plan->name;
    if (title && *title) GP_TRY(take_text(t, "title", title));
    if (today != GP_NO_DAY) {
        gp_format_date(today, day);
        GP_TRY(take_text(t, "status_date", day));
    }
    GP_TRY(take_text(t, "cycle", "1d"));
    return gp_take_mspdi_calendar(t->records, t->tree, plan, &t->minutes_per_day);
}

gp_status gp_take_mspdi_plan(gp_records *records, const gp_mspdi_plan *plan)
{
    taker t = {.records = records,
               .job = records->job,
               .tree = gp_new_tree(records->job),
               .plan = plan,
               .tasks = plan->tasks.data,
               .count = (uint32_t)plan->tasks.count};
    if (!t.tree) return gp_no_memory(t.job);
    GP_TRY(take_settings(&t));
    GP_TRY(name_tasks(&t));
    GP_TRY(find_links(&t));
    GP_TRY(settle_kinds(&t));
    for (uint32_t i = 0; i < t.count; i++)
        if (t.ids[i]) GP_TRY(take_task(&t, i));
    if (plan->assignment_count) {
        char count[ID_SIZE];
        snprintf(count, sizeof count, "%lld", (long long)plan->assignment_count);
        return gp_report_mspdi_loss(
            records, (gp_spot){1, 1}, NULL,
            GP_WORDS("resources and their assignments", "resources en hun toewijzingen"), count);
    }
    return GP_OK;
}
