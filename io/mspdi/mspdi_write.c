/* SPDX-License-Identifier: MIT
 * Writes MS Project XML (MSPDI): a task for every intervention and capability, in the order of the
 * elements that the schema asks for. A file of ours says in two text fields of each task which
 * record it was, so that it reads back the same. docs/msproject.md says what has no place there. */
#include "io/mspdi/mspdi.h"
#include "io/xml/xml_text.h"

#include <cjson/cJSON.h>
#include <string.h>

#define ID_FIELD "188743731"   /* Text1 of a task */
#define KIND_FIELD "188743734" /* Text2 */
#define DAY_START "T08:00:00"
#define DAY_FINISH "T17:00:00"

typedef struct writer {
    const gp_conversion *conversion;
    gp_job *job;
    gp_buffer *buffer;
    const cJSON **records; /* by task */
    uint8_t *is_intervention;
    uint32_t *uid_of; /* by symbol: the task's UID, 0: none */
    uint32_t count;
} writer;

static void add(writer *w, int indent, const char *name, const char *text)
{
    gp_add_xml_element(w->buffer, indent, name, text);
}

static void add_number(writer *w, int indent, const char *name, int64_t number)
{
    for (int i = 0; i < indent; i++) gp_add_text(w->buffer, " ");
    gp_add_text(w->buffer, "<");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">");
    gp_add_number(w->buffer, number);
    gp_add_text(w->buffer, "</");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">\n");
}

static void add_moment(writer *w, int indent, const char *name, gp_day day, const char *time)
{
    char text[GP_DATE_SIZE + 16];
    gp_format_date(day, text);
    memcpy(text + strlen(text), time, strlen(time) + 1);
    add(w, indent, name, text);
}

static void add_span(writer *w, const char *name, int64_t hours)
{
    gp_add_text(w->buffer, "      <");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">PT");
    gp_add_number(w->buffer, hours);
    gp_add_text(w->buffer, "H0M0S</");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">\n");
}

static void line(writer *w, const char *text)
{
    gp_add_text(w->buffer, text);
    gp_add_text(w->buffer, "\n");
}

static const cJSON *find(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *text_of(const cJSON *object, const char *key)
{
    const cJSON *node = find(object, key);
    return cJSON_IsString(node) ? node->valuestring : NULL;
}

static gp_day day_of(const cJSON *object, const char *key)
{
    gp_day day;
    const char *text = text_of(object, key);
    return text && gp_parse_date(text, &day) ? day : GP_NO_DAY;
}

/* ---- what has no place ---- */

static gp_status lose(writer *w, const cJSON *record, const char *key)
{
    return gp_report_loss(w->conversion, find(record, key), text_of(record, "id"), key);
}

static bool is_among(const char *key, const char *const *keys)
{
    for (; *keys; keys++)
        if (strcmp(key, *keys) == 0) return true;
    return false;
}

/* Reports every key that is not among those that have a place. */
static gp_status lose_others(writer *w, const cJSON *record, const char *const *kept)
{
    for (const cJSON *key = record ? record->child : NULL; key; key = key->next)
        if (!is_among(key->string, kept))
            GP_TRY(gp_report_loss(w->conversion, key, text_of(record, "id"), key->string));
    return GP_OK;
}

/* ---- durations ---- */

typedef struct span {
    int64_t hours;
    int format;
    bool is_exact;
} span;

/* Months become elapsed days as they would take from the status date. */
static span make_span(const writer *w, gp_duration duration)
{
    gp_day from = w->conversion->portfolio->status_date;
    if (duration.unit == GP_DURATION_WORKDAYS)
        return (span){(int64_t)duration.days * 8, GP_MSPDI_DAYS, true};
    bool is_exact = duration.months == 0;
    duration.is_lead = false;
    int64_t days = gp_add_duration(NULL, from, duration) - from;
    bool is_weeks = is_exact && days > 0 && days % 7 == 0;
    return (span){days * 24, is_weeks ? GP_MSPDI_ELAPSED_WEEKS : GP_MSPDI_ELAPSED_DAYS, is_exact};
}

/* How long the work takes: the likely value of an estimate; none is no time. */
static gp_status find_work(writer *w, const cJSON *record, bool is_intervention, span *out)
{
    const char *key = is_intervention ? "duration" : "lead_time";
    const cJSON *node = find(record, key);
    const char *text = cJSON_IsObject(node) ? text_of(node, "likely") : text_of(record, key);
    gp_duration duration = {.unit = GP_DURATION_WORKDAYS};
    if (cJSON_IsObject(node))
        for (const cJSON *part = node->child; part; part = part->next)
            if (strcmp(part->string, "likely") != 0)
                GP_TRY(gp_report_loss(w->conversion, part, text_of(record, "id"), part->string));
    if (!text && is_intervention) {
        uint32_t symbol = gp_find_symbol(w->conversion->portfolio, text_of(record, "id"));
        uint32_t index = w->conversion->portfolio->items[symbol].index;
        duration = w->conversion->portfolio->interventions[index].duration;
    } else if (text) {
        (void)gp_parse_duration(text, &duration);
    }
    *out = make_span(w, duration);
    return out->is_exact ? GP_OK : lose(w, record, key);
}

/* ---- links ---- */

static int link_type(const char *by, bool from_start, bool live_is_default)
{
    bool by_start = by ? strcmp(by, "start") == 0 : !live_is_default;
    if (from_start) return by_start ? GP_MSPDI_SS : GP_MSPDI_SF;
    return by_start ? GP_MSPDI_FS : GP_MSPDI_FF;
}

static gp_status write_link(writer *w, const cJSON *record, const cJSON *requirement, uint32_t task)
{
    const gp_portfolio *portfolio = w->conversion->portfolio;
    static const char *const kept[] = {"id", "by", "from", "lag", NULL};
    bool is_text = cJSON_IsString(requirement);
    const char *id = is_text ? requirement->valuestring : text_of(requirement, "id");
    const char *by = is_text ? NULL : text_of(requirement, "by");
    const char *from = is_text ? NULL : text_of(requirement, "from");
    const char *lag = is_text ? NULL : text_of(requirement, "lag");
    uint32_t symbol = id ? gp_find_symbol(portfolio, id) : GP_NONE;
    if (symbol == GP_NONE || w->uid_of[symbol] == 0) {
        const char *what = id ? id : "any";
        return gp_report_loss(w->conversion, requirement, text_of(record, "id"), what);
    }
    bool is_to_live = w->is_intervention[task] && !w->is_intervention[w->uid_of[symbol] - 1];
    bool is_live = by ? strcmp(by, "live") == 0 : is_to_live;
    if (!is_text)
        for (const cJSON *key = requirement->child; key; key = key->next)
            if (!is_among(key->string, kept))
                GP_TRY(gp_report_loss(w->conversion, key, text_of(record, "id"), key->string));
    if (is_live) /* the work cannot start and wait there */
        GP_TRY(gp_report_loss(w->conversion, requirement, text_of(record, "id"), "by: live"));
    gp_duration duration = {.unit = GP_DURATION_WORKDAYS};
    if (lag) (void)gp_parse_lag(lag, &duration);
    span wait = make_span(w, duration);
    if (!wait.is_exact)
        GP_TRY(
            gp_report_loss(w->conversion, find(requirement, "lag"), text_of(record, "id"), "lag"));
    line(w, "      <PredecessorLink>");
    add_number(w, 8, "PredecessorUID", w->uid_of[symbol]);
    add_number(w, 8, "Type", link_type(by, from && strcmp(from, "start") == 0, is_to_live));
    add_number(w, 8, "CrossProject", 0);
    add_number(w, 8, "LinkLag", (duration.is_lead ? -1 : 1) * wait.hours * 600);
    add_number(w, 8, "LagFormat", wait.format);
    line(w, "      </PredecessorLink>");
    return GP_OK;
}

/* ---- tasks ---- */

/* MS Project knows one constraint and a deadline. */
static gp_status write_constraint(writer *w, const cJSON *record, bool is_intervention)
{
    gp_day not_before = day_of(record, "not_before"), start = day_of(record, "start");
    gp_day not_ready = day_of(record, "not_ready_before"), start_by = day_of(record, "start_by");
    bool has_begun = find(record, "progress") != NULL;
    if (is_intervention && !has_begun && start > not_before) not_before = start;
    int type = GP_MSPDI_ASAP;
    gp_day day = GP_NO_DAY;
    const char *time = DAY_START;
    if (not_before != GP_NO_DAY) {
        type = not_before == start_by ? GP_MSPDI_MUST_START : GP_MSPDI_START_NOT_BEFORE;
        day = not_before;
    } else if (not_ready != GP_NO_DAY) {
        type = GP_MSPDI_FINISH_NOT_BEFORE;
        day = not_ready - 1;
        time = DAY_FINISH;
    } else if (start_by != GP_NO_DAY) {
        type = GP_MSPDI_START_NOT_AFTER;
        day = start_by;
    }
    bool keeps_start_by = type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_AFTER;
    if (not_ready != GP_NO_DAY && type != GP_MSPDI_FINISH_NOT_BEFORE)
        GP_TRY(lose(w, record, "not_ready_before"));
    if (start_by != GP_NO_DAY && !keeps_start_by) GP_TRY(lose(w, record, "start_by"));
    add_number(w, 6, "ConstraintType", type);
    add_number(w, 6, "CalendarUID", -1);
    if (day != GP_NO_DAY) add_moment(w, 6, "ConstraintDate", day, time);
    gp_day needed_by = day_of(record, "needed_by");
    if (needed_by != GP_NO_DAY) add_moment(w, 6, "Deadline", needed_by - 1, DAY_FINISH);
    return GP_OK;
}

static int progress_of(const cJSON *record)
{
    const cJSON *progress = find(record, "progress");
    return cJSON_IsNumber(progress) ? (int)progress->valuedouble : 0;
}

static void write_actuals(writer *w, const cJSON *record, bool is_intervention, span work)
{
    gp_day ready = is_intervention ? GP_NO_DAY : day_of(record, "ready");
    gp_day started = day_of(record, is_intervention ? "start" : "started");
    int progress = progress_of(record);
    if (is_intervention && !find(record, "progress")) started = GP_NO_DAY; /* a plan, no fact */
    add_number(w, 6, "PercentComplete", progress);
    if (started != GP_NO_DAY) add_moment(w, 6, "ActualStart", started, DAY_START);
    if (ready != GP_NO_DAY) add_moment(w, 6, "ActualFinish", ready - 1, DAY_FINISH);
    add_span(w, "RemainingDuration", work.hours * (100 - progress) / 100);
}

static void write_mark(writer *w, const char *field, const char *text)
{
    line(w, "      <ExtendedAttribute>");
    add(w, 8, "FieldID", field);
    add(w, 8, "Value", text);
    line(w, "      </ExtendedAttribute>");
}

/* When it takes place by our plan; MS Project plans again when it opens the file. */
static void write_dates(writer *w, const char *id)
{
    const gp_schedule *schedule = w->conversion->schedule;
    if (!schedule) return;
    uint32_t symbol = gp_find_symbol(w->conversion->portfolio, id);
    uint32_t activity = gp_find_activity(schedule->network, symbol, 0);
    if (activity == GP_NONE) return;
    const gp_dates *dates = &schedule->dates[activity];
    bool takes_time = dates->earliest_ready > dates->earliest_start;
    add_moment(w, 6, "Start", dates->earliest_start, DAY_START);
    add_moment(w, 6, "Finish", dates->earliest_ready - takes_time,
               takes_time ? DAY_FINISH : DAY_START);
}

static gp_status write_task(writer *w, uint32_t index)
{
    static const char *const kept[] = {"id",        "name",       "lead_time", "duration",
                                       "requires",  "not_before", "start_by",  "not_ready_before",
                                       "needed_by", "progress",   "started",   "ready",
                                       "start",     NULL};
    const cJSON *record = w->records[index];
    bool is_intervention = w->is_intervention[index];
    const char *id = text_of(record, "id"), *name = text_of(record, "name");
    span work;
    GP_TRY(lose_others(w, record, kept));
    GP_TRY(find_work(w, record, is_intervention, &work));
    line(w, "    <Task>");
    add_number(w, 6, "UID", index + 1);
    add_number(w, 6, "ID", index + 1);
    add(w, 6, "Name", name ? name : id);
    add_number(w, 6, "Active", 1);
    add_number(w, 6, "Manual", 0);
    add_number(w, 6, "Type", 1);
    add_number(w, 6, "IsNull", 0);
    add_number(w, 6, "WBS", index + 1);
    add_number(w, 6, "OutlineNumber", index + 1);
    add_number(w, 6, "OutlineLevel", 1);
    add_number(w, 6, "Priority", 500);
    write_dates(w, id);
    add_span(w, "Duration", work.hours);
    add_number(w, 6, "DurationFormat", work.format);
    add_number(w, 6, "Estimated", 0);
    add_number(w, 6, "Milestone", work.hours == 0);
    add_number(w, 6, "Summary", 0);
    write_actuals(w, record, is_intervention, work);
    GP_TRY(write_constraint(w, record, is_intervention));
    const cJSON *requires = find(record, "requires");
    for (const cJSON *node = requires ? requires->child : NULL; node; node = node->next)
        GP_TRY(write_link(w, record, node, index));
    write_mark(w, ID_FIELD, id);
    write_mark(w, KIND_FIELD, is_intervention ? "intervention" : "capability");
    line(w, "    </Task>");
    return GP_OK;
}

/* ---- the project ---- */

static void write_weekday(writer *w, int type, bool is_worked)
{
    line(w, "        <WeekDay>");
    add_number(w, 10, "DayType", type);
    add_number(w, 10, "DayWorking", is_worked);
    if (is_worked) {
        line(w, "          <WorkingTimes>");
        line(w, "            <WorkingTime>");
        add(w, 14, "FromTime", "08:00:00");
        add(w, 14, "ToTime", "12:00:00");
        line(w, "            </WorkingTime>");
        line(w, "            <WorkingTime>");
        add(w, 14, "FromTime", "13:00:00");
        add(w, 14, "ToTime", "17:00:00");
        line(w, "            </WorkingTime>");
        line(w, "          </WorkingTimes>");
    }
    line(w, "        </WeekDay>");
}

static void write_holidays(writer *w)
{
    const gp_calendar *calendar = &w->conversion->portfolio->calendar;
    if (calendar->holiday_count == 0) return;
    line(w, "      <Exceptions>");
    for (uint32_t i = 0; i < calendar->holiday_count; i++) {
        line(w, "        <Exception>");
        add_number(w, 10, "EnteredByOccurrences", 0);
        line(w, "          <TimePeriod>");
        add_moment(w, 12, "FromDate", calendar->holidays[i], "T00:00:00");
        add_moment(w, 12, "ToDate", calendar->holidays[i], "T23:59:00");
        line(w, "          </TimePeriod>");
        add_number(w, 10, "Occurrences", 1);
        add_number(w, 10, "Type", 1);
        add_number(w, 10, "DayWorking", 0);
        line(w, "        </Exception>");
    }
    line(w, "      </Exceptions>");
}

static void write_calendar(writer *w)
{
    const gp_calendar *calendar = &w->conversion->portfolio->calendar;
    line(w, "  <Calendars>\n    <Calendar>");
    add_number(w, 6, "UID", 1);
    add(w, 6, "Name", "Standard");
    add_number(w, 6, "IsBaseCalendar", 1);
    add_number(w, 6, "BaseCalendarUID", -1);
    line(w, "      <WeekDays>");
    for (int type = 1; type <= 7; type++) /* 1 is Sunday */
        write_weekday(w, type, !(calendar->days_off >> (type + 5) % 7 & 1));
    line(w, "      </WeekDays>");
    write_holidays(w);
    line(w, "    </Calendar>\n  </Calendars>");
}

static void write_field(writer *w, const char *field, const char *name, const char *alias)
{
    line(w, "    <ExtendedAttribute>");
    add(w, 6, "FieldID", field);
    add(w, 6, "FieldName", name);
    add(w, 6, "Alias", alias);
    line(w, "    </ExtendedAttribute>");
}

static gp_status write_project(writer *w)
{
    static const char *const kept[] = {"groeipad",      "title",        "status_date", "calendar",
                                       "interventions", "capabilities", NULL};
    const gp_portfolio *portfolio = w->conversion->portfolio;
    const cJSON *top = w->conversion->document->top;
    for (const cJSON *key = top->child; key; key = key->next) {
        bool is_daily = strcmp(key->string, "cycle") == 0 && cJSON_IsString(key) &&
                        strcmp(key->valuestring, "1d") == 0;
        if (!is_daily && !is_among(key->string, kept))
            GP_TRY(gp_report_loss(w->conversion, key, NULL, key->string));
    }
    line(w, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    line(w, "<Project xmlns=\"http://schemas.microsoft.com/project\">");
    add_number(w, 2, "SaveVersion", 14);
    add(w, 2, "Name", *portfolio->title ? portfolio->title : "groeipad");
    if (*portfolio->title) add(w, 2, "Title", portfolio->title);
    add_number(w, 2, "ScheduleFromStart", 1);
    add_moment(w, 2, "StartDate", portfolio->status_date, DAY_START);
    add_number(w, 2, "CriticalSlackLimit", 0);
    add_number(w, 2, "CalendarUID", 1);
    add(w, 2, "DefaultStartTime", "08:00:00");
    add(w, 2, "DefaultFinishTime", "17:00:00");
    add_number(w, 2, "MinutesPerDay", 480);
    add_number(w, 2, "MinutesPerWeek", 2400);
    add_number(w, 2, "DaysPerMonth", 20);
    add_number(w, 2, "DurationFormat", GP_MSPDI_DAYS);
    add_number(w, 2, "HonorConstraints", 1);
    add_number(w, 2, "NewTasksEstimated", 0);
    add_moment(w, 2, "StatusDate", portfolio->status_date, DAY_START);
    line(w, "  <ExtendedAttributes>");
    write_field(w, ID_FIELD, "Text1", "groeipad id");
    write_field(w, KIND_FIELD, "Text2", "groeipad kind");
    line(w, "  </ExtendedAttributes>");
    write_calendar(w);
    line(w, "  <Tasks>");
    for (uint32_t i = 0; i < w->count; i++) GP_TRY(write_task(w, i));
    line(w, "  </Tasks>\n</Project>");
    return GP_OK;
}

/* Interventions first, each list in its order. */
static gp_status number_tasks(writer *w)
{
    const gp_portfolio *portfolio = w->conversion->portfolio;
    const char *const lists[] = {"capabilities", "interventions"};
    size_t most = (size_t)portfolio->capability_count + portfolio->intervention_count;
    w->records = GP_NEW(w->job, const cJSON *, most);
    w->is_intervention = GP_NEW(w->job, uint8_t, most);
    w->uid_of = GP_NEW(w->job, uint32_t, portfolio->symbol_count);
    if (!w->records || !w->is_intervention || !w->uid_of) return gp_no_memory(w->job);
    for (int list = 1; list >= 0; list--) {
        const cJSON *records = find(w->conversion->document->top, lists[list]);
        for (const cJSON *record = records ? records->child : NULL; record && w->count < most;
             record = record->next) {
            uint32_t symbol = gp_find_symbol(portfolio, text_of(record, "id"));
            w->records[w->count] = record;
            w->is_intervention[w->count] = list == 1;
            w->uid_of[symbol] = ++w->count;
        }
    }
    return GP_OK;
}

gp_status gp_write_mspdi(const gp_conversion *conversion, gp_output *out)
{
    writer w = {
        .conversion = conversion, .job = conversion->job, .buffer = gp_new_buffer(conversion->job)};
    if (!w.buffer) return gp_no_memory(w.job);
    GP_TRY(number_tasks(&w));
    GP_TRY(write_project(&w));
    return gp_finish_buffer(w.buffer, &out->text, &out->size);
}
