/* SPDX-License-Identifier: MIT
 * Work of an MS Project plan that has begun, or is done: since when, how much of it, and from when
 * on the rest takes place. Our work in progress goes on from the status date; MS Project's from
 * where it stopped or is resumed. So that is a date before which it is not ready. */
#include "io/mspdi/mspdi_take.h"
#include "io/xml/xml_read.h"

#include <stdio.h>
#include <string.h>

#define WHOLE 10000 /* hundredths of a percent */

bool gp_has_mspdi_begun(const gp_mspdi_task *task)
{
    return task->actual_start.day != GP_NO_DAY || task->actual_finish.day != GP_NO_DAY ||
           task->percent > 0;
}

static bool is_done(const gp_mspdi_task *task)
{
    return task->actual_finish.day != GP_NO_DAY || task->percent >= WHOLE;
}

static int64_t minutes_left(const gp_mspdi_task *task)
{
    if (task->remaining != GP_MSPDI_NONE) return task->remaining;
    if (task->minutes == GP_MSPDI_NONE) return 0;
    return (task->minutes * (WHOLE - task->percent) + WHOLE - 1) / WHOLE;
}

/* Where the rest that begins at `from` ends. The Finish of the file says so to the hour, and knows
 * of later splits; it counts unless the rest cannot be done by then. */
static gp_day end_of_rest(const gp_mspdi_taker *t, const gp_mspdi_task *task, gp_mspdi_moment from,
                          bool *is_part)
{
    bool is_rounded = false, is_finish_part = false;
    int64_t minutes = minutes_left(task);
    gp_day start = gp_mspdi_day(t, from, &is_rounded);
    gp_duration left = gp_mspdi_work(t, minutes, task->format, &is_rounded);
    gp_day end = gp_add_duration(&t->days, start, left);
    gp_day finish = gp_mspdi_day(t, task->finish, &is_finish_part);
    /* What was rounded up may be ready in the course of the day before. */
    bool is_possible =
        finish != GP_NO_DAY && gp_count_workdays(&t->days, finish, end) <= (is_rounded ? 2 : 0);
    if (is_possible ? is_finish_part : is_rounded) *is_part = true;
    return is_possible ? finish : end;
}

/* Of work that was done from its start on, without a break. */
static gp_day end_without_break(const gp_mspdi_taker *t, const gp_mspdi_task *task, bool *is_part)
{
    bool has_start = task->actual_start.day != GP_NO_DAY;
    gp_mspdi_moment from = has_start ? task->actual_start : task->start;
    gp_day finish = gp_mspdi_day(t, task->finish, is_part);
    if (from.day == GP_NO_DAY || task->minutes == GP_MSPDI_NONE || finish != GP_NO_DAY)
        return finish;
    return gp_add_duration(&t->days, gp_mspdi_day(t, from, is_part),
                           gp_mspdi_work(t, task->minutes, task->format, is_part));
}

/* A capability that is done has a date for it; an intervention is not live before. */
static gp_day end_of_done(const gp_mspdi_taker *t, const gp_mspdi_task *task, bool is_intervention)
{
    bool is_part = false;
    if (task->actual_finish.day != GP_NO_DAY)
        return is_intervention ? gp_mspdi_day(t, task->actual_finish, &is_part) : GP_NO_DAY;
    gp_mspdi_moment last = task->finish.day != GP_NO_DAY ? task->finish : task->stop;
    return gp_mspdi_day(t, last, &is_part);
}

static bool is_before(gp_mspdi_moment a, gp_mspdi_moment b)
{
    return a.day != b.day ? a.day < b.day : a.minute < b.minute;
}

/* Where the rest begins: it is resumed after it stopped. What lies before the work began (1984 is
 * how some write "not available") says nothing. */
static gp_mspdi_moment begin_of_rest(const gp_mspdi_task *task)
{
    gp_mspdi_moment from = is_before(task->resume, task->stop) ? task->stop : task->resume;
    gp_mspdi_moment begun = task->actual_start.day != GP_NO_DAY ? task->actual_start : task->start;
    return begun.day != GP_NO_DAY && from.day < begun.day ? (gp_mspdi_moment){GP_NO_DAY, 0} : from;
}

gp_mspdi_rest gp_find_mspdi_rest(const gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    gp_mspdi_rest rest = {.ready = GP_NO_DAY, .is_placed = true};
    if (task->id || !gp_has_mspdi_begun(task)) return rest;
    if (is_done(task)) {
        rest.ready = end_of_done(t, task, t->is_intervention[index]);
        return rest;
    }
    gp_mspdi_moment from = begin_of_rest(task);
    rest.is_placed = from.day != GP_NO_DAY;
    if (rest.is_placed)
        rest.ready = end_of_rest(t, task, from, &rest.is_part);
    else if (t->records->status_date == GP_NO_DAY)
        rest.ready = end_without_break(t, task, &rest.is_part);
    return rest;
}

gp_status gp_report_mspdi_rest(gp_mspdi_taker *t, uint32_t index, const gp_mspdi_rest *rest)
{
    if (!rest->is_placed && !t->is_today_given && t->unplaced++ == 0) t->unplaced_first = index;
    return rest->is_part ? gp_report_mspdi_part(t, &t->tasks[index], rest->ready) : GP_OK;
}

/* ---- until when it is known how things stand ---- */

static gp_day sooner(gp_day a, gp_day b)
{
    return a < b ? a : b;
}

static gp_day later(gp_day a, gp_day b)
{
    return a > b ? a : b; /* GP_NO_DAY is before all */
}

/* The last day on which something of the task happened; GP_NO_DAY: nothing did. */
static gp_day find_last_fact(const gp_mspdi_taker *t, const gp_mspdi_task *task)
{
    bool is_part = false;
    gp_day started = task->actual_start.day;
    gp_day done = gp_mspdi_day(t, task->actual_finish, &is_part);
    return later(started, later(done, gp_mspdi_day(t, task->stop, &is_part)));
}

/* The last status date that does not move the task. */
static gp_day find_bound(const gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    bool is_part = false;
    if (!gp_has_mspdi_begun(task))
        return task->start.day == GP_NO_DAY ? t->start : gp_mspdi_day(t, task->start, &is_part);
    if (is_done(task) && task->actual_finish.day != GP_NO_DAY && !t->is_intervention[index])
        return GP_DAY_LAST;
    gp_day ready = gp_find_mspdi_rest(t, index).ready;
    if (ready == GP_NO_DAY || task->minutes == GP_MSPDI_NONE) return t->start;
    if (is_done(task)) return ready;
    gp_duration left = gp_mspdi_work(t, task->minutes, task->format, &is_part);
    int64_t percent = 100 - task->percent / 100;
    left.days = (int32_t)(((int64_t)left.days * percent + 99) / 100);
    return gp_subtract_duration(&t->days, ready, left);
}

gp_day gp_find_mspdi_known(const gp_mspdi_taker *t)
{
    gp_day last = GP_NO_DAY, bound = GP_DAY_LAST;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!t->ids[i]) continue;
        if (gp_has_mspdi_begun(&t->tasks[i])) last = later(last, find_last_fact(t, &t->tasks[i]));
        bound = sooner(bound, find_bound(t, i));
    }
    return sooner(last, bound);
}

/* Of percents the whole ones are kept, so what is done is not made more. */
static gp_status add_percent(gp_mspdi_taker *t, const gp_mspdi_task *task, bool is_intervention)
{
    bool is_live = is_intervention && task->actual_finish.day != GP_NO_DAY;
    int64_t percent = is_live ? WHOLE : task->percent;
    char text[32];
    if (percent >= 100) {
        gp_add_key(t->tree, "progress", 8, task->spot);
        gp_add_number_node(t->tree, (double)(percent / 100), task->spot);
    }
    if (percent % 100 == 0) return GP_OK;
    snprintf(text, sizeof text, "%lld.%02lld", (long long)(percent / 100),
             (long long)(percent % 100));
    if (percent % 10 == 0) text[strlen(text) - 1] = '\0';
    return gp_report_mspdi_task(
        t, task,
        GP_WORDS("a part of a percent that is done", "een deel van een procent dat gedaan is"),
        text);
}

/* Part of it is done, and it has not begun and starts in the future: the start is no date of the
 * portfolio, which knows only that work is under way. */
static gp_status check_future(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    gp_day today = t->records->status_date != GP_NO_DAY ? t->records->status_date : t->today;
    bool is_future = task->start.day != GP_NO_DAY && today != GP_NO_DAY && task->start.day > today;
    if (!is_future || task->percent < 100 || task->actual_start.day != GP_NO_DAY) return GP_OK;
    return gp_add_finding(
        t->job,
        &(gp_finding){.code = 307,
                      .place = gp_place_in(t->records->source, task->spot),
                      .subject = gp_copy_text(t->job, t->ids[index], strlen(t->ids[index])),
                      .arguments = {GP_TEXT("PercentComplete"), GP_NUMBER(task->percent / 100),
                                    GP_TEXT("Start"), GP_DAY(task->start.day)}});
}

gp_status gp_add_mspdi_progress(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    bool is_intervention = t->is_intervention[index], is_part = false;
    gp_day started = task->actual_start.day + (task->actual_start.minute >= t->closes);
    if (task->actual_start.day != GP_NO_DAY)
        gp_add_mspdi_day(t, is_intervention ? "start" : "started", started, task->spot);
    if (!is_intervention && task->actual_finish.day != GP_NO_DAY)
        gp_add_mspdi_day(t, "ready", gp_mspdi_day(t, task->actual_finish, &is_part), task->spot);
    GP_TRY(check_future(t, index));
    return add_percent(t, task, is_intervention);
}

gp_status gp_report_mspdi_unplaced(gp_mspdi_taker *t)
{
    if (t->unplaced == 0) return GP_OK;
    const gp_mspdi_task *task = &t->tasks[t->unplaced_first];
    const char *name = gp_copy_cut(t->job, task->name ? task->name : "?");
    if (!name) return gp_no_memory(t->job);
    return gp_add_finding(t->job,
                          &(gp_finding){.code = 128,
                                        .place = gp_place_in(t->records->source, task->spot),
                                        .subject = name,
                                        .arguments = {GP_NUMBER(t->unplaced), GP_DAY(t->today)}});
}
