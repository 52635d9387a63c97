/* SPDX-License-Identifier: MIT
 * Reads MS Project XML (MSPDI) in one pass: which elements hold others that count is a table, one
 * row each. */
#include "io/mspdi/mspdi_read.h"

#include <string.h>

#define SPACE "http://schemas.microsoft.com/project"

/* ---- the structure ---- */

static const struct {
    gp_mspdi_scope in;
    const char *name;
    gp_mspdi_scope opens;
} scopes[] = {
    {GP_MSPDI_IN_DOCUMENT, "Project", GP_MSPDI_IN_PROJECT},
    {GP_MSPDI_IN_PROJECT, "Calendars", GP_MSPDI_IN_LISTS},
    {GP_MSPDI_IN_PROJECT, "Tasks", GP_MSPDI_IN_LISTS},
    {GP_MSPDI_IN_PROJECT, "Assignments", GP_MSPDI_IN_LISTS},
    {GP_MSPDI_IN_PROJECT, "ExtendedAttributes", GP_MSPDI_IN_LISTS},
    {GP_MSPDI_IN_LISTS, "Calendar", GP_MSPDI_IN_CALENDAR},
    {GP_MSPDI_IN_LISTS, "Task", GP_MSPDI_IN_TASK},
    {GP_MSPDI_IN_LISTS, "Assignment", GP_MSPDI_IN_ASSIGNMENT},
    {GP_MSPDI_IN_LISTS, "ExtendedAttribute", GP_MSPDI_IN_ALIAS},
    {GP_MSPDI_IN_CALENDAR, "WeekDays", GP_MSPDI_IN_WEEKDAYS},
    {GP_MSPDI_IN_WEEKDAYS, "WeekDay", GP_MSPDI_IN_WEEKDAY},
    {GP_MSPDI_IN_WEEKDAY, "WorkingTimes", GP_MSPDI_IN_HOURS},
    {GP_MSPDI_IN_HOURS, "WorkingTime", GP_MSPDI_IN_TIME},
    {GP_MSPDI_IN_WEEKDAY, "TimePeriod", GP_MSPDI_IN_PERIOD},
    {GP_MSPDI_IN_CALENDAR, "Exceptions", GP_MSPDI_IN_EXCEPTIONS},
    {GP_MSPDI_IN_EXCEPTIONS, "Exception", GP_MSPDI_IN_EXCEPTION},
    {GP_MSPDI_IN_EXCEPTION, "TimePeriod", GP_MSPDI_IN_PERIOD},
    {GP_MSPDI_IN_EXCEPTION, "WorkingTimes", GP_MSPDI_IN_HOURS},
    {GP_MSPDI_IN_CALENDAR, "WorkWeeks", GP_MSPDI_IN_WORK_WEEKS},
    {GP_MSPDI_IN_WORK_WEEKS, "WorkWeek", GP_MSPDI_IN_WORK_WEEK},
    {GP_MSPDI_IN_WORK_WEEK, "TimePeriod", GP_MSPDI_IN_WEEK_PERIOD},
    {GP_MSPDI_IN_WORK_WEEK, "WeekDays", GP_MSPDI_IN_WEEKDAYS},
    {GP_MSPDI_IN_TASK, "PredecessorLink", GP_MSPDI_IN_LINK},
    {GP_MSPDI_IN_TASK, "ExtendedAttribute", GP_MSPDI_IN_MARK},
};

static gp_mspdi_scope find_scope(gp_mspdi_scope in, const char *name)
{
    if (in == GP_MSPDI_IN_NOWHERE) return GP_MSPDI_IN_NOWHERE;
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (scopes[i].in == in && strcmp(scopes[i].name, name) == 0) return scopes[i].opens;
    return GP_MSPDI_IN_NOWHERE;
}

/* ---- elements ---- */

#define NO_MOMENT                                                                                  \
    {                                                                                              \
        GP_NO_DAY, 0                                                                               \
    }

static void open_scope(gp_mspdi_reader *r, gp_mspdi_scope opened)
{
    static const gp_mspdi_task task = {.uid = GP_MSPDI_NO_UID,
                                       .is_active = 1,
                                       .calendar = -1,
                                       .outline_level = -1,
                                       .minutes = GP_MSPDI_NONE,
                                       .remaining = GP_MSPDI_NONE,
                                       .not_before = NO_MOMENT,
                                       .start = NO_MOMENT,
                                       .finish = NO_MOMENT,
                                       .stop = NO_MOMENT,
                                       .resume = NO_MOMENT,
                                       .actual_start = NO_MOMENT,
                                       .actual_finish = NO_MOMENT,
                                       .deadline = NO_MOMENT,
                                       .constraint_date = NO_MOMENT};
    switch (opened) {
    case GP_MSPDI_IN_TASK:
        r->task = task;
        r->task.spot = r->spot;
        r->task.link_first = (uint32_t)r->plan.links.count;
        break;
    case GP_MSPDI_IN_LINK:
        r->link = (gp_mspdi_link){.uid = GP_MSPDI_NO_UID, .type = GP_MSPDI_FS, .spot = r->spot};
        break;
    case GP_MSPDI_IN_MARK: r->mark = (gp_mspdi_mark){0, NULL}; break;
    case GP_MSPDI_IN_ALIAS: r->alias = (gp_mspdi_mark){0, NULL}; break;
    case GP_MSPDI_IN_ASSIGNMENT: r->resource = GP_MSPDI_NONE; break;
    case GP_MSPDI_IN_CALENDAR:
        r->calendar = (gp_mspdi_calendar){.uid = -1, .base = -1};
        r->calendar.exception_first = (uint32_t)r->plan.exceptions.count;
        r->calendar.hours_first = (uint32_t)r->plan.hours.count;
        break;
    case GP_MSPDI_IN_WEEKDAY:
    case GP_MSPDI_IN_EXCEPTION: gp_open_mspdi_days(r); break;
    case GP_MSPDI_IN_TIME: r->hours_from = r->hours_to = 0; break;
    case GP_MSPDI_IN_WORK_WEEK: gp_open_mspdi_work_week(r); break;
    default: break;
    }
}

static void keep_mark(gp_mspdi_reader *r)
{
    const char **const kept[GP_MSPDI_OWN_FIELDS] = {&r->task.id, &r->task.kind, &r->task.owner,
                                                    &r->task.tags, &r->task.parent};
    for (int own = 0; own < GP_MSPDI_OWN_FIELDS; own++)
        if (r->mark.field && r->mark.field == r->own_fields[own]) *kept[own] = r->mark.text;
}

static bool close_scope(gp_mspdi_reader *r, gp_mspdi_scope closed)
{
    gp_mspdi_plan *plan = &r->plan;
    switch (closed) {
    case GP_MSPDI_IN_TASK:
        r->task.link_count = (uint32_t)plan->links.count - r->task.link_first;
        return gp_push(r->job, &plan->tasks, &r->task, 1) != NULL;
    case GP_MSPDI_IN_LINK: return gp_push(r->job, &plan->links, &r->link, 1) != NULL;
    case GP_MSPDI_IN_CALENDAR:
        r->calendar.exception_count =
            (uint32_t)plan->exceptions.count - r->calendar.exception_first;
        r->calendar.hours_count = (uint32_t)plan->hours.count - r->calendar.hours_first;
        return gp_push(r->job, &plan->calendars, &r->calendar, 1) != NULL;
    case GP_MSPDI_IN_WEEKDAY: return gp_close_mspdi_weekday(r);
    case GP_MSPDI_IN_TIME: return gp_close_mspdi_hours(r);
    case GP_MSPDI_IN_EXCEPTION: return gp_close_mspdi_exception(r);
    case GP_MSPDI_IN_WORK_WEEK: gp_close_mspdi_work_week(r); return true;
    case GP_MSPDI_IN_ASSIGNMENT:
        plan->assignment_count += r->resource >= 0; /* -65535 is nobody */
        return true;
    case GP_MSPDI_IN_ALIAS:
        for (int own = 0; own < GP_MSPDI_OWN_FIELDS; own++)
            if (r->alias.text && strcmp(r->alias.text, gp_mspdi_own_fields[own].alias) == 0)
                r->own_fields[own] = r->alias.field;
        return true;
    case GP_MSPDI_IN_MARK: keep_mark(r); return true;
    default: return true;
    }
}

static gp_status start(void *state, gp_xml *xml, const gp_xml_element *element)
{
    gp_mspdi_reader *r = state;
    r->spot = element->spot;
    r->scopes[0] = GP_MSPDI_IN_DOCUMENT;
    r->depth = element->depth + 1;
    if (element->depth == 0) {
        if (strcmp(element->name, "Project") != 0 || strcmp(element->space, SPACE) != 0) {
            gp_xml_stop(xml);
            return gp_refuse_input(r->records, element->spot,
                                   GP_WORDS("an XML file that is no MS Project plan",
                                            "een XML-bestand dat geen plan van MS Project is"),
                                   GP_TEXT("<Project xmlns=\"" SPACE "\">"));
        }
        r->is_root_read = true;
    }
    gp_mspdi_scope opened = find_scope(r->scopes[element->depth], element->name);
    r->scopes[r->depth] = opened;
    open_scope(r, opened);
    return GP_OK;
}

static gp_status end(void *state, const char *name, const char *text)
{
    gp_mspdi_reader *r = state;
    gp_mspdi_scope closed = r->scopes[r->depth--];
    if (closed != GP_MSPDI_IN_NOWHERE) return close_scope(r, closed) ? GP_OK : gp_no_memory(r->job);
    return gp_read_mspdi_field(r, name, text);
}

bool gp_sniff_mspdi(const char *head, size_t size)
{
    (void)size;
    return strstr(head, SPACE) != NULL;
}

gp_status gp_read_mspdi(gp_records *records, gp_input *input)
{
    gp_mspdi_reader *r = GP_NEW(records->job, gp_mspdi_reader, 1);
    bool is_whole = false;
    if (!r) return gp_no_memory(records->job);
    r->records = records;
    r->job = records->job;
    r->plan = (gp_mspdi_plan){.start = NO_MOMENT,
                              .finish = NO_MOMENT,
                              .status = NO_MOMENT,
                              .is_from_start = 1,
                              .calendar = -1,
                              .minutes_per_day = 480,
                              .day_start = 8 * 60,
                              .day_finish = 17 * 60,
                              .tasks.size = sizeof(gp_mspdi_task),
                              .links.size = sizeof(gp_mspdi_link),
                              .calendars.size = sizeof(gp_mspdi_calendar),
                              .exceptions.size = sizeof(gp_mspdi_exception),
                              .hours.size = sizeof(gp_mspdi_hours)};
    gp_begin(records, input, (gp_spot){1, 1});
    const gp_xml_handler handler = {start, end, r};
    GP_TRY(gp_read_xml(records->job, input, &handler, &is_whole));
    if (!is_whole) records->is_incomplete = true;
    if (!is_whole || !r->is_root_read) return GP_OK; /* reported */
    return gp_take_mspdi_plan(records, &r->plan);
}
