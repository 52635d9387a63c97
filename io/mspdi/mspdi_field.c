/* SPDX-License-Identifier: MIT
 * The elements of MS Project XML that hold a value, one row each: in what they stand, how their
 * text is read, and where it goes. All others pass by. */
#include "io/mspdi/mspdi_read.h"
#include "io/mspdi/mspdi_value.h"

#include <string.h>

typedef enum value_kind { NUMBER, TEXT, MOMENT, SPAN, TIME_OF_DAY, PERCENT } value_kind;

typedef struct field {
    gp_mspdi_scope in;
    const char *name;
    value_kind kind;
    size_t offset; /* in the gp_mspdi_reader */
} field;

#define FIELD(in, name, kind, member)                                                              \
    {                                                                                              \
        in, name, kind, offsetof(gp_mspdi_reader, member)                                          \
    }
static const field fields[] = {
    FIELD(GP_MSPDI_IN_PROJECT, "Title", TEXT, plan.title),
    FIELD(GP_MSPDI_IN_PROJECT, "Name", TEXT, plan.name),
    FIELD(GP_MSPDI_IN_PROJECT, "StartDate", MOMENT, plan.start),
    FIELD(GP_MSPDI_IN_PROJECT, "FinishDate", MOMENT, plan.finish),
    FIELD(GP_MSPDI_IN_PROJECT, "StatusDate", MOMENT, plan.status),
    FIELD(GP_MSPDI_IN_PROJECT, "ScheduleFromStart", NUMBER, plan.is_from_start),
    FIELD(GP_MSPDI_IN_PROJECT, "CalendarUID", NUMBER, plan.calendar),
    FIELD(GP_MSPDI_IN_PROJECT, "MinutesPerDay", NUMBER, plan.minutes_per_day),
    FIELD(GP_MSPDI_IN_PROJECT, "DefaultStartTime", TIME_OF_DAY, plan.day_start),
    FIELD(GP_MSPDI_IN_PROJECT, "DefaultFinishTime", TIME_OF_DAY, plan.day_finish),
    FIELD(GP_MSPDI_IN_ALIAS, "FieldID", NUMBER, alias.field),
    FIELD(GP_MSPDI_IN_ALIAS, "Alias", TEXT, alias.text),
    FIELD(GP_MSPDI_IN_CALENDAR, "UID", NUMBER, calendar.uid),
    FIELD(GP_MSPDI_IN_CALENDAR, "BaseCalendarUID", NUMBER, calendar.base),
    FIELD(GP_MSPDI_IN_WEEKDAY, "DayType", NUMBER, weekday.type),
    FIELD(GP_MSPDI_IN_WEEKDAY, "DayWorking", NUMBER, weekday.is_worked),
    FIELD(GP_MSPDI_IN_TIME, "FromTime", TIME_OF_DAY, hours_from),
    FIELD(GP_MSPDI_IN_TIME, "ToTime", TIME_OF_DAY, hours_to),
    FIELD(GP_MSPDI_IN_PERIOD, "FromDate", MOMENT, exception.from),
    FIELD(GP_MSPDI_IN_PERIOD, "ToDate", MOMENT, exception.to),
    FIELD(GP_MSPDI_IN_WEEK_PERIOD, "FromDate", MOMENT, week_from),
    FIELD(GP_MSPDI_IN_WEEK_PERIOD, "ToDate", MOMENT, week_to),
    FIELD(GP_MSPDI_IN_EXCEPTION, "Type", NUMBER, exception.type),
    FIELD(GP_MSPDI_IN_EXCEPTION, "EnteredByOccurrences", NUMBER, exception.is_by_occurrences),
    FIELD(GP_MSPDI_IN_EXCEPTION, "Period", NUMBER, exception.period),
    FIELD(GP_MSPDI_IN_EXCEPTION, "DaysOfWeek", NUMBER, exception.days_of_week),
    FIELD(GP_MSPDI_IN_EXCEPTION, "Month", NUMBER, exception.month),
    FIELD(GP_MSPDI_IN_EXCEPTION, "MonthDay", NUMBER, exception.month_day),
    FIELD(GP_MSPDI_IN_EXCEPTION, "MonthItem", NUMBER, exception.month_item),
    FIELD(GP_MSPDI_IN_EXCEPTION, "MonthPosition", NUMBER, exception.month_position),
    FIELD(GP_MSPDI_IN_EXCEPTION, "Occurrences", NUMBER, exception.occurrences),
    FIELD(GP_MSPDI_IN_EXCEPTION, "DayWorking", NUMBER, exception.is_worked),
    FIELD(GP_MSPDI_IN_TASK, "UID", NUMBER, task.uid),
    FIELD(GP_MSPDI_IN_TASK, "Name", TEXT, task.name),
    FIELD(GP_MSPDI_IN_TASK, "WBS", TEXT, task.wbs),
    FIELD(GP_MSPDI_IN_TASK, "IsNull", NUMBER, task.is_null),
    FIELD(GP_MSPDI_IN_TASK, "Active", NUMBER, task.is_active),
    FIELD(GP_MSPDI_IN_TASK, "Manual", NUMBER, task.is_manual),
    FIELD(GP_MSPDI_IN_TASK, "Recurring", NUMBER, task.is_recurring),
    FIELD(GP_MSPDI_IN_TASK, "LevelingDelay", NUMBER, task.levelling_delay),
    FIELD(GP_MSPDI_IN_TASK, "OutlineNumber", TEXT, task.outline_number),
    FIELD(GP_MSPDI_IN_TASK, "OutlineLevel", NUMBER, task.outline_level),
    FIELD(GP_MSPDI_IN_TASK, "Start", MOMENT, task.start),
    FIELD(GP_MSPDI_IN_TASK, "Finish", MOMENT, task.finish),
    FIELD(GP_MSPDI_IN_TASK, "Milestone", NUMBER, task.is_milestone),
    FIELD(GP_MSPDI_IN_TASK, "Duration", SPAN, task.minutes),
    FIELD(GP_MSPDI_IN_TASK, "RemainingDuration", SPAN, task.remaining),
    FIELD(GP_MSPDI_IN_TASK, "Stop", MOMENT, task.stop),
    FIELD(GP_MSPDI_IN_TASK, "Resume", MOMENT, task.resume),
    FIELD(GP_MSPDI_IN_TASK, "DurationFormat", NUMBER, task.format),
    FIELD(GP_MSPDI_IN_TASK, "Summary", NUMBER, task.is_summary),
    FIELD(GP_MSPDI_IN_TASK, "IsSubproject", NUMBER, task.is_subproject),
    FIELD(GP_MSPDI_IN_TASK, "ExternalTask", NUMBER, task.is_external),
    FIELD(GP_MSPDI_IN_TASK, "PercentComplete", PERCENT, task.percent),
    FIELD(GP_MSPDI_IN_TASK, "ActualStart", MOMENT, task.actual_start),
    FIELD(GP_MSPDI_IN_TASK, "ActualFinish", MOMENT, task.actual_finish),
    FIELD(GP_MSPDI_IN_TASK, "ConstraintType", NUMBER, task.constraint),
    FIELD(GP_MSPDI_IN_TASK, "ConstraintDate", MOMENT, task.constraint_date),
    FIELD(GP_MSPDI_IN_TASK, "CalendarUID", NUMBER, task.calendar),
    FIELD(GP_MSPDI_IN_TASK, "Deadline", MOMENT, task.deadline),
    FIELD(GP_MSPDI_IN_ASSIGNMENT, "ResourceUID", NUMBER, resource),
    FIELD(GP_MSPDI_IN_LINK, "PredecessorUID", NUMBER, link.uid),
    FIELD(GP_MSPDI_IN_LINK, "Type", NUMBER, link.type),
    FIELD(GP_MSPDI_IN_LINK, "CrossProject", NUMBER, link.is_cross),
    FIELD(GP_MSPDI_IN_LINK, "LinkLag", NUMBER, link.lag),
    FIELD(GP_MSPDI_IN_LINK, "LagFormat", NUMBER, link.lag_format),
    FIELD(GP_MSPDI_IN_MARK, "FieldID", NUMBER, mark.field),
    FIELD(GP_MSPDI_IN_MARK, "Value", TEXT, mark.text),
};
#undef FIELD

static const field *find_field(gp_mspdi_scope in, const char *name)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].in == in && strcmp(fields[i].name, name) == 0) return &fields[i];
    return NULL;
}

static gp_status report_value(gp_mspdi_reader *r, const char *name, const char *text,
                              gp_argument expected)
{
    const char *shown = gp_copy_cut(r->job, text);
    const char *key = gp_copy_cut(r->job, name);
    if (!shown || !key) return gp_no_memory(r->job);
    r->task.is_wrong = r->task.is_wrong || r->scopes[r->depth] == GP_MSPDI_IN_TASK;
    return gp_add_finding(r->job,
                          &(gp_finding){.code = 106,
                                        .place = gp_place_in(r->records->source, r->spot),
                                        .arguments = {GP_TEXT(key), GP_TEXT(shown), expected}});
}

static gp_status read_field(gp_mspdi_reader *r, const field *row, const char *text)
{
    static const gp_argument expected[] = {GP_WORDS_ROW("a number", "een getal"),
                                           GP_TEXT_ROW(""),
                                           GP_TEXT_ROW("YYYY-MM-DDTHH:MM:SS"),
                                           GP_TEXT_ROW("PT8H0M0S"),
                                           GP_TEXT_ROW("HH:MM:SS"),
                                           GP_WORDS_ROW("a percentage", "een percentage")};
    void *to = (char *)r + row->offset;
    bool is_good = true;
    /* An empty element is as one that is not there. */
    if (*text == '\0' && row->kind != TEXT) return GP_OK;
    if (row->kind == TEXT) {
        const char *copy = gp_copy_text(r->job, text, strlen(text));
        if (!copy) return gp_no_memory(r->job);
        *(const char **)to = copy;
    } else if (row->kind == NUMBER) {
        is_good = gp_read_mspdi_number(text, to);
    } else if (row->kind == MOMENT) {
        is_good = gp_read_mspdi_moment(text, to);
    } else if (row->kind == SPAN) {
        is_good = gp_read_mspdi_span(text, to);
    } else if (row->kind == PERCENT) {
        is_good = gp_read_mspdi_percent(text, to);
    } else {
        is_good = gp_read_mspdi_time(text, to);
    }
    return is_good ? GP_OK : report_value(r, row->name, text, expected[row->kind]);
}

gp_status gp_read_mspdi_field(gp_mspdi_reader *r, const char *name, const char *text)
{
    const field *row = find_field(r->scopes[r->depth], name);
    return row ? read_field(r, row, text) : GP_OK;
}
