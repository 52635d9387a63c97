/* SPDX-License-Identifier: MIT
 * Moments of MS Project as whole days of ours. A working day runs from its first hour to its last;
 * what stands between them is rounded up, so that nothing is earlier here than there. */
#include "io/mspdi/mspdi_take.h"

#include <stdlib.h>

#define DAY (24 * 60)

static int compare_days(const void *left, const void *right)
{
    const gp_day *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* A calendar wants its holidays in order, each once, and none on a day off. */
static gp_status copy_holidays(gp_job *job, const gp_settings *settings, gp_calendar *out)
{
    gp_day *days = GP_NEW(job, gp_day, settings->holiday_count);
    uint32_t kept = 0;
    if (!days) return gp_no_memory(job);
    *out = (gp_calendar){.days_off = settings->days_off};
    for (uint32_t i = 0; i < settings->holiday_count; i++)
        if (gp_count_workdays(out, settings->holidays[i], settings->holidays[i] + 1))
            days[kept++] = settings->holidays[i];
    qsort(days, kept, sizeof *days, compare_days);
    uint32_t count = 0;
    for (uint32_t i = 0; i < kept; i++)
        if (count == 0 || days[count - 1] != days[i]) days[count++] = days[i];
    out->holidays = days;
    out->holiday_count = count;
    return GP_OK;
}

gp_status gp_take_mspdi_days(gp_mspdi_taker *t)
{
    const gp_mspdi_week *week = &t->calendar.week;
    t->opens = t->plan->day_start;
    t->closes = t->plan->day_finish;
    if (week->opens || week->closes) {
        t->opens = week->opens;
        t->closes = week->closes;
    }
    if (t->closes <= t->opens) { /* over midnight, or day and night */
        t->opens = 0;
        t->closes = DAY;
    }
    return copy_holidays(t->job, gp_draft_settings(t->records->draft), &t->days);
}

static void shift(gp_mspdi_moment *moment, int32_t begins)
{
    if (moment->day == GP_NO_DAY) return;
    moment->minute -= begins;
    if (moment->minute >= 0) return;
    moment->minute += DAY;
    moment->day--;
}

void gp_shift_mspdi_moments(gp_mspdi_taker *t, gp_mspdi_plan *plan)
{
    int32_t begins = t->calendar.week.begins;
    if (begins == 0) return;
    shift(&plan->start, begins);
    shift(&plan->finish, begins);
    shift(&plan->status, begins);
    for (uint32_t i = 0; i < t->count; i++) {
        gp_mspdi_task *task = &t->tasks[i];
        gp_mspdi_moment *const moments[] = {
            &task->start,    &task->finish,          &task->actual_start, &task->actual_finish,
            &task->deadline, &task->constraint_date, &task->stop,         &task->resume};
        for (size_t k = 0; k < sizeof moments / sizeof *moments; k++) shift(moments[k], begins);
    }
}

gp_day gp_mspdi_day(const gp_mspdi_taker *t, gp_mspdi_moment moment, bool *is_part)
{
    if (moment.day == GP_NO_DAY || moment.minute <= t->opens) return moment.day;
    if (moment.minute < t->closes) *is_part = true;
    return moment.day + 1;
}

gp_duration gp_mspdi_work(const gp_mspdi_taker *t, int64_t minutes, int64_t format, bool *is_part)
{
    char text[GP_MSPDI_SPAN_SIZE];
    gp_duration duration = {.unit = GP_DURATION_WORKDAYS};
    bool is_rounded;
    gp_mspdi_span(minutes, format, t->minutes_per_day, text, &is_rounded);
    if (is_rounded) *is_part = true;
    (void)gp_parse_duration(text, &duration); /* longer than we count: no day at all */
    return duration;
}

void gp_add_mspdi_day(gp_mspdi_taker *t, const char *key, gp_day day, gp_spot spot)
{
    char text[GP_DATE_SIZE];
    gp_format_date(day, text);
    gp_add_member(t->tree, key, text, spot);
}

gp_status gp_report_mspdi_part(gp_mspdi_taker *t, const gp_mspdi_task *task, gp_day day)
{
    char text[GP_DATE_SIZE];
    gp_format_date(day, text);
    gp_argument what =
        GP_WORDS("a part of a day, rounded up", "een deel van een dag, naar boven afgerond");
    if (!task) return gp_report_mspdi_loss(t->records, (gp_spot){1, 1}, NULL, what, text);
    return gp_report_mspdi_task(t, task, what, text);
}
