/* SPDX-License-Identifier: MIT
 * Reads MS Project XML (MSPDI) in one pass. Which elements count is a table, one row each: in what
 * they stand, how their text is read, and where it goes. All others pass by. */
#include "io/mspdi/mspdi.h"
#include "io/xml/xml_read.h"

#include <string.h>

#define SPACE "http://schemas.microsoft.com/project"
#define NUMBER_MAX 1000000000000 /* minutes, ids: far more than any plan has */

typedef enum scope {
    NOWHERE,
    DOCUMENT,
    PROJECT,
    LISTS, /* Calendars, Tasks and so on: only what is in them counts */
    CALENDAR,
    WEEKDAYS,
    WEEKDAY,
    HOURS, /* WorkingTimes */
    TIME,
    PERIOD,
    EXCEPTIONS,
    EXCEPTION,
    TASK,
    LINK,
    MARK, /* ExtendedAttribute of a task */
    ALIAS,
    ASSIGNMENT
} scope;

/* An extended attribute: what a field of this plan is for, or what a task has in it. */
typedef struct mark {
    int64_t field;
    const char *text;
} mark;

typedef struct weekday {
    int64_t type, is_worked;
    int32_t minutes;
    gp_mspdi_moment from, to;
} weekday;

typedef struct reader {
    gp_records *records;
    gp_job *job;
    gp_mspdi_plan plan;
    scope scopes[GP_XML_DEPTH_MAX + 1];
    uint32_t depth; /* of open elements */
    gp_spot spot;   /* of the last start tag */
    gp_mspdi_task task;
    gp_mspdi_link link;
    gp_mspdi_calendar calendar;
    weekday weekday;
    gp_mspdi_exception exception;
    int32_t hours_from, hours_to;
    mark mark, alias;
    int64_t id_field, kind_field; /* of our own export; 0: none */
    bool is_root_read;
} reader;

/* ---- the structure ---- */

static const struct {
    scope in;
    const char *name;
    scope opens;
} scopes[] = {
    {DOCUMENT, "Project", PROJECT},
    {PROJECT, "Calendars", LISTS},
    {PROJECT, "Tasks", LISTS},
    {PROJECT, "Assignments", LISTS},
    {PROJECT, "ExtendedAttributes", LISTS},
    {LISTS, "Calendar", CALENDAR},
    {LISTS, "Task", TASK},
    {LISTS, "Assignment", ASSIGNMENT},
    {LISTS, "ExtendedAttribute", ALIAS},
    {CALENDAR, "WeekDays", WEEKDAYS},
    {WEEKDAYS, "WeekDay", WEEKDAY},
    {WEEKDAY, "WorkingTimes", HOURS},
    {HOURS, "WorkingTime", TIME},
    {WEEKDAY, "TimePeriod", PERIOD},
    {CALENDAR, "Exceptions", EXCEPTIONS},
    {EXCEPTIONS, "Exception", EXCEPTION},
    {EXCEPTION, "TimePeriod", PERIOD},
    {TASK, "PredecessorLink", LINK},
    {TASK, "ExtendedAttribute", MARK},
};

static scope find_scope(scope in, const char *name)
{
    if (in == NOWHERE) return NOWHERE;
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (scopes[i].in == in && strcmp(scopes[i].name, name) == 0) return scopes[i].opens;
    return NOWHERE;
}

/* ---- values ---- */

/* Digits, up to NUMBER_MAX; what comes after them, or NULL. */
static const char *read_digits(const char *text, int64_t *out)
{
    int64_t number = 0;
    if (*text < '0' || *text > '9') return NULL;
    for (; *text >= '0' && *text <= '9'; text++) {
        number = number * 10 + (*text - '0');
        if (number > NUMBER_MAX) return NULL;
    }
    *out = number;
    return text;
}

static bool read_number(const char *text, int64_t *out)
{
    bool is_negative = *text == '-';
    int64_t number;
    text = read_digits(text + is_negative, &number);
    if (!text || (*text && *text != '.')) return false; /* 4800.00: a fraction of no interest */
    *out = is_negative ? -number : number;
    return true;
}

/* HH:MM:SS, as minutes. */
static bool read_time(const char *text, int32_t *out)
{
    int64_t hours, minutes;
    text = read_digits(text, &hours);
    if (!text || *text != ':' || hours > 24) return false;
    text = read_digits(text + 1, &minutes);
    if (!text || (*text && *text != ':') || minutes > 59) return false;
    *out = (int32_t)(hours * 60 + minutes);
    return true;
}

/* YYYY-MM-DDTHH:MM:SS; "NA" and nothing are no moment. */
static bool read_moment(const char *text, gp_mspdi_moment *out)
{
    char day[11] = "";
    if (*text == '\0' || strcmp(text, "NA") == 0) return true;
    for (size_t i = 0; i < 10 && text[i]; i++) day[i] = text[i];
    gp_mspdi_moment moment = {GP_NO_DAY, 0};
    if (!gp_parse_date(day, &moment.day)) return false;
    if (text[10] && (text[10] != 'T' || !read_time(text + 11, &moment.minute))) return false;
    *out = moment;
    return true;
}

/* PT48H30M0S, as minutes; P2DT4H too. Seconds count as nothing. */
static bool read_span(const char *text, int64_t *out)
{
    static const struct {
        char unit;
        int64_t minutes;
    } units[] = {{'D', 24 * 60}, {'H', 60}, {'M', 1}, {'S', 0}};
    int64_t minutes = 0;
    size_t next = 0;
    if (*text++ != 'P') return false;
    while (*text) {
        int64_t count;
        if (*text == 'T') {
            text++;
            continue;
        }
        text = read_digits(text, &count);
        if (!text) return false;
        if (*text == '.') text = read_digits(text + 1, &(int64_t){0});
        if (!text) return false;
        while (next < 4 && units[next].unit != *text) next++;
        if (next == 4) return false;
        minutes += count * units[next].minutes;
        if (minutes > NUMBER_MAX) return false;
        text++;
    }
    *out = minutes;
    return true;
}

typedef enum value_kind { NUMBER, TEXT, MOMENT, SPAN, TIME_OF_DAY } value_kind;

typedef struct field {
    scope in;
    const char *name;
    value_kind kind;
    size_t offset; /* in the reader */
} field;

#define FIELD(in, name, kind, member)                                                              \
    {                                                                                              \
        in, name, kind, offsetof(reader, member)                                                   \
    }
static const field fields[] = {
    FIELD(PROJECT, "Title", TEXT, plan.title),
    FIELD(PROJECT, "Name", TEXT, plan.name),
    FIELD(PROJECT, "StartDate", MOMENT, plan.start),
    FIELD(PROJECT, "StatusDate", MOMENT, plan.status),
    FIELD(PROJECT, "CalendarUID", NUMBER, plan.calendar),
    FIELD(PROJECT, "MinutesPerDay", NUMBER, plan.minutes_per_day),
    FIELD(PROJECT, "DefaultStartTime", TIME_OF_DAY, plan.day_start),
    FIELD(PROJECT, "DefaultFinishTime", TIME_OF_DAY, plan.day_finish),
    FIELD(ALIAS, "FieldID", NUMBER, alias.field),
    FIELD(ALIAS, "Alias", TEXT, alias.text),
    FIELD(CALENDAR, "UID", NUMBER, calendar.uid),
    FIELD(CALENDAR, "BaseCalendarUID", NUMBER, calendar.base),
    FIELD(WEEKDAY, "DayType", NUMBER, weekday.type),
    FIELD(WEEKDAY, "DayWorking", NUMBER, weekday.is_worked),
    FIELD(TIME, "FromTime", TIME_OF_DAY, hours_from),
    FIELD(TIME, "ToTime", TIME_OF_DAY, hours_to),
    FIELD(PERIOD, "FromDate", MOMENT, exception.from),
    FIELD(PERIOD, "ToDate", MOMENT, exception.to),
    FIELD(EXCEPTION, "Type", NUMBER, exception.type),
    FIELD(EXCEPTION, "Occurrences", NUMBER, exception.occurrences),
    FIELD(EXCEPTION, "DayWorking", NUMBER, exception.is_worked),
    FIELD(TASK, "UID", NUMBER, task.uid),
    FIELD(TASK, "Name", TEXT, task.name),
    FIELD(TASK, "WBS", TEXT, task.wbs),
    FIELD(TASK, "IsNull", NUMBER, task.is_null),
    FIELD(TASK, "Active", NUMBER, task.is_active),
    FIELD(TASK, "Manual", NUMBER, task.is_manual),
    FIELD(TASK, "OutlineLevel", NUMBER, task.outline_level),
    FIELD(TASK, "Start", MOMENT, task.start),
    FIELD(TASK, "Duration", SPAN, task.minutes),
    FIELD(TASK, "DurationFormat", NUMBER, task.format),
    FIELD(TASK, "Summary", NUMBER, task.is_summary),
    FIELD(TASK, "IsSubproject", NUMBER, task.is_subproject),
    FIELD(TASK, "ExternalTask", NUMBER, task.is_external),
    FIELD(TASK, "PercentComplete", NUMBER, task.percent),
    FIELD(TASK, "ActualStart", MOMENT, task.actual_start),
    FIELD(TASK, "ActualFinish", MOMENT, task.actual_finish),
    FIELD(TASK, "ConstraintType", NUMBER, task.constraint),
    FIELD(TASK, "ConstraintDate", MOMENT, task.constraint_date),
    FIELD(TASK, "CalendarUID", NUMBER, task.calendar),
    FIELD(TASK, "Deadline", MOMENT, task.deadline),
    FIELD(LINK, "PredecessorUID", NUMBER, link.uid),
    FIELD(LINK, "Type", NUMBER, link.type),
    FIELD(LINK, "CrossProject", NUMBER, link.is_cross),
    FIELD(LINK, "LinkLag", NUMBER, link.lag),
    FIELD(LINK, "LagFormat", NUMBER, link.lag_format),
    FIELD(MARK, "FieldID", NUMBER, mark.field),
    FIELD(MARK, "Value", TEXT, mark.text),
};
#undef FIELD

static const field *find_field(scope in, const char *name)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].in == in && strcmp(fields[i].name, name) == 0) return &fields[i];
    return NULL;
}

static gp_status report_value(reader *r, const char *name, const char *text, gp_argument expected)
{
    const char *shown = gp_copy_cut(r->job, text);
    const char *key = gp_copy_cut(r->job, name);
    if (!shown || !key) return gp_no_memory(r->job);
    return gp_add_finding(r->job,
                          &(gp_finding){.code = 106,
                                        .place = gp_place_in(r->records->source, r->spot),
                                        .arguments = {GP_TEXT(key), GP_TEXT(shown), expected}});
}

static gp_status read_field(reader *r, const field *row, const char *text)
{
    static const gp_argument expected[] = {GP_WORDS_ROW("a number", "een getal"), GP_TEXT_ROW(""),
                                           GP_TEXT_ROW("YYYY-MM-DDTHH:MM:SS"),
                                           GP_TEXT_ROW("PT8H0M0S"), GP_TEXT_ROW("HH:MM:SS")};
    void *to = (char *)r + row->offset;
    bool is_good = true;
    if (row->kind == TEXT) {
        const char *copy = gp_copy_text(r->job, text, strlen(text));
        if (!copy) return gp_no_memory(r->job);
        *(const char **)to = copy;
    } else if (row->kind == NUMBER) {
        is_good = read_number(text, to);
    } else if (row->kind == MOMENT) {
        is_good = read_moment(text, to);
    } else if (row->kind == SPAN) {
        is_good = read_span(text, to);
    } else {
        is_good = read_time(text, to);
    }
    return is_good ? GP_OK : report_value(r, row->name, text, expected[row->kind]);
}

/* ---- elements ---- */

#define NO_MOMENT                                                                                  \
    {                                                                                              \
        GP_NO_DAY, 0                                                                               \
    }

static void open_scope(reader *r, scope opened)
{
    static const gp_mspdi_task task = {.uid = -1,
                                       .is_active = 1,
                                       .calendar = -1,
                                       .outline_level = 1,
                                       .start = NO_MOMENT,
                                       .actual_start = NO_MOMENT,
                                       .actual_finish = NO_MOMENT,
                                       .deadline = NO_MOMENT,
                                       .constraint_date = NO_MOMENT};
    static const gp_mspdi_exception exception = {.from = NO_MOMENT, .to = NO_MOMENT, .type = 1};
    switch (opened) {
    case TASK:
        r->task = task;
        r->task.spot = r->spot;
        r->task.link_first = (uint32_t)r->plan.links.count;
        break;
    case LINK: r->link = (gp_mspdi_link){.uid = -1, .type = GP_MSPDI_FS, .spot = r->spot}; break;
    case MARK: r->mark = (mark){0, NULL}; break;
    case ALIAS: r->alias = (mark){0, NULL}; break;
    case CALENDAR:
        r->calendar = (gp_mspdi_calendar){.uid = -1, .base = -1};
        r->calendar.exception_first = (uint32_t)r->plan.exceptions.count;
        break;
    case WEEKDAY:
        r->weekday = (weekday){.type = -1};
        r->exception = exception;
        r->exception.spot = r->spot;
        break;
    case EXCEPTION:
        r->exception = exception;
        r->exception.spot = r->spot;
        break;
    default: break;
    }
}

/* A day of the week, or (type 0) a period that is an exception. */
static bool close_weekday(reader *r)
{
    gp_mspdi_calendar *calendar = &r->calendar;
    if (r->weekday.type == 0) {
        r->exception.is_worked = r->weekday.is_worked;
        return gp_push(r->job, &r->plan.exceptions, &r->exception, 1) != NULL;
    }
    if (r->weekday.type < 1 || r->weekday.type > 7) return true;
    int day = (int)(r->weekday.type + 5) % 7; /* 1 is Sunday */
    calendar->given = (uint8_t)(calendar->given | 1 << day);
    if (!r->weekday.is_worked) return true;
    calendar->worked = (uint8_t)(calendar->worked | 1 << day);
    if (r->weekday.minutes == 0) return true;
    bool is_other = calendar->minutes != 0 && calendar->minutes != r->weekday.minutes;
    calendar->minutes = is_other ? -1 : r->weekday.minutes;
    return true;
}

static bool close_scope(reader *r, scope closed)
{
    gp_mspdi_plan *plan = &r->plan;
    switch (closed) {
    case TASK:
        r->task.link_count = (uint32_t)plan->links.count - r->task.link_first;
        return gp_push(r->job, &plan->tasks, &r->task, 1) != NULL;
    case LINK: return gp_push(r->job, &plan->links, &r->link, 1) != NULL;
    case CALENDAR:
        r->calendar.exception_count =
            (uint32_t)plan->exceptions.count - r->calendar.exception_first;
        return gp_push(r->job, &plan->calendars, &r->calendar, 1) != NULL;
    case WEEKDAY: return close_weekday(r);
    case TIME: r->weekday.minutes += r->hours_to - r->hours_from; return true;
    case EXCEPTION: return gp_push(r->job, &plan->exceptions, &r->exception, 1) != NULL;
    case ASSIGNMENT: plan->assignment_count++; return true;
    case ALIAS:
        if (r->alias.text && strcmp(r->alias.text, "groeipad id") == 0)
            r->id_field = r->alias.field;
        if (r->alias.text && strcmp(r->alias.text, "groeipad kind") == 0)
            r->kind_field = r->alias.field;
        return true;
    case MARK:
        if (r->mark.field && r->mark.field == r->id_field) r->task.id = r->mark.text;
        if (r->mark.field && r->mark.field == r->kind_field) r->task.kind = r->mark.text;
        return true;
    default: return true;
    }
}

static gp_status start(void *state, gp_xml *xml, const gp_xml_element *element)
{
    reader *r = state;
    r->spot = element->spot;
    r->scopes[0] = DOCUMENT;
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
    scope opened = find_scope(r->scopes[element->depth], element->name);
    r->scopes[r->depth] = opened;
    open_scope(r, opened);
    return GP_OK;
}

static gp_status end(void *state, const char *name, const char *text)
{
    reader *r = state;
    scope closed = r->scopes[r->depth--];
    if (closed != NOWHERE) return close_scope(r, closed) ? GP_OK : gp_no_memory(r->job);
    const field *row = find_field(r->scopes[r->depth], name);
    return row ? read_field(r, row, text) : GP_OK;
}

bool gp_sniff_mspdi(const char *head, size_t size)
{
    (void)size;
    return strstr(head, SPACE) != NULL;
}

gp_status gp_read_mspdi(gp_records *records, gp_input *input)
{
    reader *r = GP_NEW(records->job, reader, 1);
    bool is_whole = false;
    if (!r) return gp_no_memory(records->job);
    r->records = records;
    r->job = records->job;
    r->plan = (gp_mspdi_plan){.start = NO_MOMENT,
                              .status = NO_MOMENT,
                              .calendar = -1,
                              .minutes_per_day = 480,
                              .day_start = 8 * 60,
                              .day_finish = 17 * 60,
                              .tasks.size = sizeof(gp_mspdi_task),
                              .links.size = sizeof(gp_mspdi_link),
                              .calendars.size = sizeof(gp_mspdi_calendar),
                              .exceptions.size = sizeof(gp_mspdi_exception)};
    gp_begin(records, input, (gp_spot){1, 1});
    const gp_xml_handler handler = {start, end, r};
    GP_TRY(gp_read_xml(records->job, input, &handler, &is_whole));
    if (!is_whole) records->is_incomplete = true;
    if (!is_whole || !r->is_root_read) return GP_OK; /* reported */
    return gp_take_mspdi_plan(records, &r->plan);
}
