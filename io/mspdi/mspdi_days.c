/* SPDX-License-Identifier: MIT
 * The days off of a calendar of MS Project: its exceptions, its work weeks, and those of the
 * calendars that it is derived from, day by day. Where several say something of one day an
 * exception goes before a work week, and both before what the calendar is derived from. What recurs
 * is followed as far as the plan goes, and a year more. */
#include "io/mspdi/mspdi_calendar.h"

#include <stdlib.h>

#define DAYS_MAX 20000 /* that exceptions of a calendar name */
#define BASES_MAX 16

/* What one exception says of one day. */
typedef struct entry {
    gp_day day;
    uint32_t rank;      /* the lowest counts */
    uint32_t exception; /* in the plan */
} entry;

typedef struct collector {
    gp_records *records;
    const gp_mspdi_plan *plan;
    const gp_mspdi_exception *exceptions;
    gp_mspdi_days *days;
    gp_array entries;
    int64_t *budget; /* how many days may still be looked at */
    bool is_told;
} collector;

static gp_status report(collector *c, const gp_mspdi_exception *exception, gp_argument what)
{
    char day[GP_DATE_SIZE] = "";
    c->days->is_exact = false;
    if (!c->is_told) return GP_OK;
    if (exception->from.day != GP_NO_DAY) gp_format_date(exception->from.day, day);
    return gp_report_mspdi_loss(c->records, exception->spot, NULL, what, day);
}

/* ---- day by day ---- */

/* Does it name all the days of its period? Then they are all taken, however far they go. */
static bool is_plain(const gp_mspdi_exception *exception)
{
    return exception->weekday < 0 && exception->type == 1 && exception->period <= 1;
}

static gp_status walk(collector *c, uint32_t index, uint32_t rank)
{
    const gp_mspdi_exception *exception = &c->exceptions[index];
    gp_day from = exception->from.day, to = exception->to.day;
    int64_t left = exception->is_by_occurrences && exception->occurrences > 0
                       ? exception->occurrences
                       : INT64_MAX;
    if (!is_plain(exception) && (c->plan->last == GP_NO_DAY || to > c->plan->last))
        to = c->plan->last;
    bool is_counted = left != INT64_MAX || is_plain(exception);
    if (!is_counted && from < c->plan->first) from = c->plan->first;
    for (gp_day day = from; day <= to && left > 0; day++) {
        if (--*c->budget < 0 || c->entries.count >= DAYS_MAX)
            return report(c, exception,
                          GP_WORDS("a calendar exception, and what comes after it: too many days",
                                   "een uitzondering in de kalender, en wat erna komt: te veel "
                                   "dagen"));
        if (!gp_is_mspdi_exception(exception, day)) continue;
        left--;
        entry found = {day, rank, index};
        bool is_far = !is_plain(exception) && day < c->plan->first;
        if (!is_far && !gp_push(c->records->job, &c->entries, &found, 1))
            return gp_no_memory(c->records->job);
    }
    return GP_OK;
}

static gp_status add_exception(collector *c, uint32_t index, uint32_t rank)
{
    const gp_mspdi_exception *exception = &c->exceptions[index];
    bool has_period = exception->from.day != GP_NO_DAY && exception->to.day != GP_NO_DAY;
    if (!has_period)
        return report(c, exception,
                      GP_WORDS("a calendar exception without a period",
                               "een uitzondering in de kalender zonder periode"));
    if (exception->weekday < 0 && !gp_has_mspdi_pattern(exception))
        return report(c, exception,
                      GP_WORDS("a calendar exception that recurs",
                               "een uitzondering in de kalender die terugkomt"));
    return walk(c, index, rank);
}

/* Exceptions first, then the same as files of old have it, then work weeks. */
static uint32_t kind_of(const gp_mspdi_exception *exception)
{
    return exception->weekday >= 0 ? 2 : exception->is_old ? 1 : 0;
}

static gp_status collect(collector *c, const gp_mspdi_calendar *calendar)
{
    for (uint32_t i = 0; calendar && i < BASES_MAX; i++) {
        for (uint32_t k = 0; k < calendar->exception_count; k++) {
            uint32_t index = calendar->exception_first + k;
            GP_TRY(add_exception(c, index, 3 * i + kind_of(&c->exceptions[index])));
        }
        calendar = calendar->base_calendar;
    }
    return GP_OK;
}

static int compare_entries(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    return (a->exception > b->exception) - (a->exception < b->exception);
}

/* ---- what it makes of the week ---- */

static bool is_in_week(const gp_mspdi_days *days, gp_day day)
{
    int weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    if (weekday < 0) weekday += 7;
    return days->week.worked >> weekday & 1;
}

/* Work on such a day: as always, or not as the week has it. */
static gp_status judge_work(collector *c, const entry *found, uint8_t *told)
{
    const gp_mspdi_exception *exception = &c->exceptions[found->exception];
    bool is_worked = is_in_week(c->days, found->day);
    bool is_same =
        is_worked && (exception->minutes == 0 || exception->minutes == c->days->week.minutes);
    if (is_same) return GP_OK;
    if (told && told[found->exception]) return GP_OK;
    if (told) told[found->exception] = 1;
    if (!is_worked)
        return report(c, exception,
                      GP_WORDS("an exception with work", "een uitzondering met werk"));
    return report(c, exception,
                  GP_WORDS("a working day with hours of its own", "een werkdag met eigen uren"));
}

static gp_status judge(collector *c)
{
    const entry *entries = c->entries.data;
    uint32_t count = 0;
    gp_job *job = c->records->job;
    gp_day *off = GP_NEW(job, gp_day, c->entries.count);
    uint8_t *told = c->is_told ? GP_NEW(job, uint8_t, c->plan->exceptions.count) : NULL;
    if (!off || (c->is_told && !told)) return gp_no_memory(job);
    for (size_t i = 0; i < c->entries.count; i++) {
        if (i && entries[i].day == entries[i - 1].day) continue; /* the other goes before it */
        if (c->exceptions[entries[i].exception].is_worked)
            GP_TRY(judge_work(c, &entries[i], told));
        else if (is_in_week(c->days, entries[i].day))
            off[count++] = entries[i].day;
    }
    c->days->off = off;
    c->days->off_count = count;
    if (count == 0 || c->days->week.begins == 0) return GP_OK;
    return report(c, &c->exceptions[entries[0].exception],
                  GP_WORDS("which hours of a day off are worked: its days run over midnight",
                           "welke uren van een vrije dag gewerkt zijn: zijn dagen lopen over "
                           "middernacht"));
}

gp_status gp_find_mspdi_days(gp_records *records, const gp_mspdi_plan *plan,
                             const gp_mspdi_calendar *calendar, bool is_told, int64_t *budget,
                             gp_mspdi_days *out)
{
    collector *c = GP_NEW(records->job, collector, 1); /* its array lives as long as the job */
    if (!c) return gp_no_memory(records->job);
    *out = (gp_mspdi_days){.week = gp_find_mspdi_week(plan, calendar), .is_exact = true};
    *c = (collector){.records = records,
                     .plan = plan,
                     .exceptions = plan->exceptions.data,
                     .days = out,
                     .entries.size = sizeof(entry),
                     .budget = budget,
                     .is_told = is_told};
    if (out->week.minutes < 0) out->is_exact = false;
    GP_TRY(collect(c, calendar));
    if (c->entries.count) qsort(c->entries.data, c->entries.count, sizeof(entry), compare_entries);
    return judge(c);
}
