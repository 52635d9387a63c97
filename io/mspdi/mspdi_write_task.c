/* SPDX-License-Identifier: MIT
 * Writes a task of an MS Project plan: how long it takes, what it waits for, and the one constraint
 * and the deadline that a task has there. */
#include "io/change/meaning.h"
#include "io/mspdi/mspdi_write.h"
#include "io/xml/xml_text.h"

#include <cjson/cJSON.h>
#include <string.h>

static void add_span(gp_mspdi_writer *w, const char *name, int64_t hours)
{
    gp_add_text(w->buffer, "      <");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">PT");
    gp_add_number(w->buffer, hours);
    gp_add_text(w->buffer, "H0M0S</");
    gp_add_text(w->buffer, name);
    gp_add_text(w->buffer, ">\n");
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

static gp_status lose(gp_mspdi_writer *w, const cJSON *record, const char *key)
{
    return gp_report_loss(w->conversion, find(record, key), text_of(record, "id"), key);
}

/* Reports every key that is not among those that have a place. */
static gp_status lose_others(gp_mspdi_writer *w, const cJSON *record, const char *const *kept)
{
    for (const cJSON *key = record ? record->child : NULL; key; key = key->next)
        if (!gp_is_mspdi_key(key->string, kept))
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
static span make_span(const gp_mspdi_writer *w, gp_duration duration)
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
static gp_status find_work(gp_mspdi_writer *w, const cJSON *record, bool is_intervention, span *out)
{
    const char *key = is_intervention ? "duration" : "lead_time";
    const cJSON *node = find(record, key);
    const char *text = node ? gp_likely_text(node) : NULL;
    gp_duration duration = {.unit = GP_DURATION_WORKDAYS};
    if (cJSON_IsArray(node)) {
        const cJSON *weight = find(node->child, "weight");
        GP_TRY(gp_report_loss(w->conversion, weight, text_of(record, "id"), "weight"));
    }
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

static gp_status write_link(gp_mspdi_writer *w, const cJSON *record, const cJSON *requirement,
                            uint32_t task)
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
            if (!gp_is_mspdi_key(key->string, kept))
                GP_TRY(gp_report_loss(w->conversion, key, text_of(record, "id"), key->string));
    if (is_live) /* the work cannot start and wait there */
        GP_TRY(gp_report_loss(w->conversion, requirement, text_of(record, "id"), "by: live"));
    gp_duration duration = {.unit = GP_DURATION_WORKDAYS};
    if (lag) (void)gp_parse_lag(lag, &duration);
    span wait = make_span(w, duration);
    if (!wait.is_exact)
        GP_TRY(
            gp_report_loss(w->conversion, find(requirement, "lag"), text_of(record, "id"), "lag"));
    gp_add_mspdi_line(w, "      <PredecessorLink>");
    gp_add_mspdi_number(w, 8, "PredecessorUID", w->uid_of[symbol]);
    gp_add_mspdi_number(w, 8, "Type",
                        link_type(by, from && strcmp(from, "start") == 0, is_to_live));
    gp_add_mspdi_number(w, 8, "CrossProject", 0);
    gp_add_mspdi_number(w, 8, "LinkLag", (duration.is_lead ? -1 : 1) * wait.hours * 600);
    gp_add_mspdi_number(w, 8, "LagFormat", wait.format);
    gp_add_mspdi_line(w, "      </PredecessorLink>");
    return GP_OK;
}

/* ---- tasks ---- */

/* MS Project knows one constraint and a deadline. */
static gp_status write_constraint(gp_mspdi_writer *w, const cJSON *record, bool is_intervention)
{
    gp_day not_before = day_of(record, "not_before"), start = day_of(record, "start");
    gp_day not_ready = day_of(record, "not_ready_before"), start_by = day_of(record, "start_by");
    bool has_begun = find(record, "progress") != NULL;
    if (is_intervention && !has_begun && start > not_before) not_before = start;
    int type = GP_MSPDI_ASAP;
    gp_day day = GP_NO_DAY;
    const char *time = GP_MSPDI_DAY_START;
    if (not_before != GP_NO_DAY) {
        type = not_before == start_by ? GP_MSPDI_MUST_START : GP_MSPDI_START_NOT_BEFORE;
        day = not_before;
    } else if (not_ready != GP_NO_DAY) {
        type = GP_MSPDI_FINISH_NOT_BEFORE;
        day = not_ready - 1;
        time = GP_MSPDI_DAY_FINISH;
    } else if (start_by != GP_NO_DAY) {
        type = GP_MSPDI_START_NOT_AFTER;
        day = start_by;
    }
    bool keeps_start_by = type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_AFTER;
    if (not_ready != GP_NO_DAY && type != GP_MSPDI_FINISH_NOT_BEFORE)
        GP_TRY(lose(w, record, "not_ready_before"));
    if (start_by != GP_NO_DAY && !keeps_start_by) GP_TRY(lose(w, record, "start_by"));
    gp_add_mspdi_number(w, 6, "ConstraintType", type);
    gp_add_mspdi_number(w, 6, "CalendarUID", -1);
    if (day != GP_NO_DAY) gp_add_mspdi_moment(w, 6, "ConstraintDate", day, time);
    gp_day needed_by = day_of(record, "needed_by");
    if (needed_by != GP_NO_DAY)
        gp_add_mspdi_moment(w, 6, "Deadline", needed_by - 1, GP_MSPDI_DAY_FINISH);
    return GP_OK;
}

static int progress_of(const cJSON *record)
{
    const cJSON *progress = find(record, "progress");
    return cJSON_IsNumber(progress) ? (int)progress->valuedouble : 0;
}

static void write_actuals(gp_mspdi_writer *w, const cJSON *record, bool is_intervention, span work)
{
    gp_day ready = is_intervention ? GP_NO_DAY : day_of(record, "ready");
    gp_day started = day_of(record, is_intervention ? "start" : "started");
    int progress = progress_of(record);
    if (is_intervention && !find(record, "progress")) started = GP_NO_DAY; /* a plan, no fact */
    gp_add_mspdi_number(w, 6, "PercentComplete", progress);
    if (started != GP_NO_DAY) gp_add_mspdi_moment(w, 6, "ActualStart", started, GP_MSPDI_DAY_START);
    if (ready != GP_NO_DAY)
        gp_add_mspdi_moment(w, 6, "ActualFinish", ready - 1, GP_MSPDI_DAY_FINISH);
    add_span(w, "RemainingDuration", work.hours * (100 - progress) / 100);
}

static void write_mark(gp_mspdi_writer *w, gp_mspdi_own own, const char *text)
{
    const char *field = gp_mspdi_own_fields[own].field;
    gp_add_mspdi_line(w, "      <ExtendedAttribute>");
    gp_add_mspdi_text(w, 8, "FieldID", field);
    gp_add_mspdi_text(w, 8, "Value", text);
    gp_add_mspdi_line(w, "      </ExtendedAttribute>");
}

static gp_status write_text_mark(gp_mspdi_writer *w, const cJSON *record, const char *key,
                                 gp_mspdi_own own)
{
    const char *text = text_of(record, key);
    if (!text) return find(record, key) ? lose(w, record, key) : GP_OK;
    const char *cut = gp_cut_mspdi_text(w, text, GP_MSPDI_FIELD_MAX);
    if (!cut) return gp_no_memory(w->job);
    if (cut != text || !*text || !gp_is_xml_text(text)) return lose(w, record, key);
    write_mark(w, own, text);
    return GP_OK;
}

/* "pilot; data". One with a semicolon, or with a blank before it, would not come back. */
static gp_status write_tags(gp_mspdi_writer *w, const cJSON *record)
{
    const cJSON *tags = find(record, "tags");
    const char *text;
    size_t size;
    if (!tags || !tags->child) return GP_OK;
    gp_buffer *list = gp_new_buffer(w->job);
    if (!list) return gp_no_memory(w->job);
    for (const cJSON *tag = tags->child; tag; tag = tag->next) {
        bool is_plain = cJSON_IsString(tag) && *tag->valuestring && *tag->valuestring != ' ' &&
                        !strchr(tag->valuestring, ';') && gp_is_xml_text(tag->valuestring);
        if (!is_plain) return lose(w, record, "tags");
        if (tag != tags->child) gp_add_text(list, "; ");
        gp_add_text(list, tag->valuestring);
    }
    GP_TRY(gp_finish_buffer(list, &text, &size));
    const char *cut = gp_cut_mspdi_text(w, text, GP_MSPDI_FIELD_MAX);
    if (!cut) return gp_no_memory(w->job);
    if (cut != text) return lose(w, record, "tags");
    write_mark(w, GP_MSPDI_OWN_TAGS, text);
    return GP_OK;
}

/* When it takes place by our plan; MS Project plans again when it opens the file. What is there
 * already takes no place in the plan, but others want a day to draw it on. */
static void write_dates(gp_mspdi_writer *w, const char *id)
{
    const gp_schedule *schedule = w->conversion->schedule;
    if (!schedule) return;
    uint32_t symbol = gp_find_symbol(w->conversion->portfolio, id);
    uint32_t activity = gp_find_activity(schedule->network, symbol, 0);
    if (activity == GP_NONE) {
        gp_day today = w->conversion->portfolio->status_date;
        gp_add_mspdi_moment(w, 6, "Start", today, GP_MSPDI_DAY_START);
        gp_add_mspdi_moment(w, 6, "Finish", today, GP_MSPDI_DAY_START);
        return;
    }
    const gp_dates *dates = &schedule->dates[activity];
    bool takes_time = dates->earliest_ready > dates->earliest_start;
    gp_add_mspdi_moment(w, 6, "Start", dates->earliest_start, GP_MSPDI_DAY_START);
    gp_add_mspdi_moment(w, 6, "Finish", dates->earliest_ready - takes_time,
                        takes_time ? GP_MSPDI_DAY_FINISH : GP_MSPDI_DAY_START);
}

static gp_status write_name(gp_mspdi_writer *w, const cJSON *record)
{
    const char *id = text_of(record, "id"), *name = text_of(record, "name");
    const char *whole = name ? name : id;
    const char *cut = gp_cut_mspdi_text(w, whole, GP_MSPDI_NAME_MAX);
    if (!cut) return gp_no_memory(w->job);
    gp_add_mspdi_text(w, 6, "Name", cut);
    bool is_whole = cut == whole && gp_is_xml_text(whole);
    return !is_whole && name ? lose(w, record, "name") : GP_OK;
}

gp_status gp_write_mspdi_task(gp_mspdi_writer *w, uint32_t index)
{
    static const char *const kept[] = {"id",        "name",       "lead_time", "duration",
                                       "requires",  "not_before", "start_by",  "not_ready_before",
                                       "needed_by", "progress",   "started",   "ready",
                                       "start",     "owner",      "tags",      "parent",
                                       NULL};
    const cJSON *record = w->records[index];
    bool is_intervention = w->is_intervention[index];
    const char *id = text_of(record, "id");
    span work;
    GP_TRY(lose_others(w, record, kept));
    GP_TRY(find_work(w, record, is_intervention, &work));
    gp_add_mspdi_line(w, "    <Task>");
    gp_add_mspdi_number(w, 6, "UID", index + 1);
    gp_add_mspdi_number(w, 6, "ID", index + 1);
    GP_TRY(write_name(w, record));
    gp_add_mspdi_number(w, 6, "Type", 1);
    gp_add_mspdi_number(w, 6, "IsNull", 0);
    gp_add_mspdi_number(w, 6, "WBS", index + 1);
    gp_add_mspdi_number(w, 6, "OutlineNumber", index + 1);
    gp_add_mspdi_number(w, 6, "OutlineLevel", 1);
    gp_add_mspdi_number(w, 6, "Priority", 500);
    write_dates(w, id);
    add_span(w, "Duration", work.hours);
    gp_add_mspdi_number(w, 6, "DurationFormat", work.format);
    gp_add_mspdi_text(w, 6, "Work", "PT0H0M0S"); /* of resources: GNOME Planner reads it */
    gp_add_mspdi_number(w, 6, "Estimated", 0);
    gp_add_mspdi_number(w, 6, "Milestone", work.hours == 0);
    gp_add_mspdi_number(w, 6, "Summary", 0);
    write_actuals(w, record, is_intervention, work);
    GP_TRY(write_constraint(w, record, is_intervention));
    const cJSON *requires = find(record, "requires");
    for (const cJSON *node = requires ? requires->child : NULL; node; node = node->next)
        GP_TRY(write_link(w, record, node, index));
    write_mark(w, GP_MSPDI_OWN_ID, id);
    write_mark(w, GP_MSPDI_OWN_KIND, is_intervention ? "intervention" : "capability");
    GP_TRY(write_text_mark(w, record, "owner", GP_MSPDI_OWN_OWNER));
    GP_TRY(write_tags(w, record));
    GP_TRY(write_text_mark(w, record, "parent", GP_MSPDI_OWN_PARENT));
    gp_add_mspdi_line(w, "    </Task>");
    return GP_OK;
}
