/* SPDX-License-Identifier: MIT
 * The JSON documents about dates: `plan`, `path` and `why`. One row per line, in topological
 * order, so that two versions of a plan differ in git by the rows that changed. */
#include "core/beside.h"
#include "io/answers/json_results.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

#include <string.h>

/* The part of a row between its texts, put together on the stack: a plan of 100,000 activities
 * has two million values, and appending each one by itself took twice as long. */
typedef struct piece {
    char text[640];
    size_t size;
} piece;

static inline void put(piece *to, const char *text, size_t size)
{
    memcpy(to->text + to->size, text, size);
    to->size += size;
}
#define PUT(to, literal) put((to), (literal), sizeof(literal) - 1)

static void put_number(piece *to, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) digits[--at] = '-';
    put(to, digits + at, sizeof digits - at);
}

static void put_days(piece *to, int32_t days)
{
    if (days == GP_NO_DAYS)
        PUT(to, "null");
    else
        put_number(to, days);
}

static void put_day(piece *to, gp_day day)
{
    char text[GP_DATE_SIZE];
    if (day == GP_NO_DAY) {
        PUT(to, "null");
        return;
    }
    gp_format_date(day, text); /* always ten characters */
    PUT(to, "\"");
    put(to, text, 10);
    PUT(to, "\"");
}

static void put_truth(piece *to, bool is_true)
{
    if (is_true)
        PUT(to, "true");
    else
        PUT(to, "false");
}

static void put_kind(piece *to, const gp_activity *activity)
{
    const char *kind = gp_kind_key(activity->kind);
    PUT(to, ",\"level\":");
    put_days(to, activity->level ? activity->level : GP_NO_DAYS);
    PUT(to, ",\"kind\":\"");
    put(to, kind, strlen(kind));
    PUT(to, "\",\"name\":");
}

static void put_dates(piece *to, const gp_dates *dates)
{
    PUT(to, ",\"earliest_start\":");
    put_day(to, dates->earliest_start);
    PUT(to, ",\"earliest_ready\":");
    put_day(to, dates->earliest_ready);
    PUT(to, ",\"latest_start\":");
    put_day(to, dates->latest_start);
    PUT(to, ",\"latest_ready\":");
    put_day(to, dates->latest_ready);
    PUT(to, ",\"float_days\":");
    put_days(to, dates->float_days);
    PUT(to, ",\"buffer_days\":");
    put_days(to, dates->buffer_days);
    PUT(to, ",\"identify_by\":");
    put_day(to, dates->identify_by);
    PUT(to, ",\"critical\":");
    put_truth(to, dates->is_critical);
    PUT(to, ",\"not_before\":");
    put_truth(to, dates->not_before);
    PUT(to, ",\"driver\":");
}

void gp_json_activity(gp_json *json, const gp_schedule *schedule, uint32_t activity, uint32_t order)
{
    const gp_network *network = schedule->network;
    piece before_name, after_name;
    before_name.size = after_name.size = 0;
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", gp_activity_id(network, activity));
    put_kind(&before_name, &network->activities[activity]);
    gp_add_bytes(json->buffer, before_name.text, before_name.size);
    json->needs_comma = false;
    gp_json_text(json, gp_activity_name(network, activity));
    PUT(&after_name, ",\"order\":");
    put_number(&after_name, order);
    PUT(&after_name, ",\"layer\":");
    put_number(&after_name, network->layer[activity]);
    put_dates(&after_name, &schedule->dates[activity]);
    gp_add_bytes(json->buffer, after_name.text, after_name.size);
    json->needs_comma = false;
    gp_json_step(json, network, gp_driver(schedule, activity));
    gp_json_close(json, '}');
}

static gp_status add_intervention(gp_job *job, gp_json *json, const gp_schedule *schedule,
                                  uint32_t index)
{
    const gp_network *network = schedule->network;
    const gp_intervention *intervention = &network->portfolio->interventions[index];
    uint32_t activity = network->intervention_activity[index];
    gp_path path = {0};
    GP_TRY(gp_trace_path(job, schedule, activity, &path));
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", gp_activity_id(network, activity));
    gp_json_add_day(json, "needed_by", intervention->needed_by);
    gp_json_add_day(json, "earliest_ready", schedule->dates[activity].earliest_ready);
    gp_json_add_number(json, "late_days", gp_late_days(schedule, activity));
    gp_json_add_number(json, "late_cycles", gp_late_cycles(schedule, activity));
    gp_json_add_steps(json, "critical_path", network, path.activities, path.count);
    gp_json_add_elapsed(json, &path.elapsed);
    gp_json_close(json, '}');
    return GP_OK;
}

/* A plan, and its interventions, which are written while the activities are. */
typedef struct plan_parts {
    const gp_schedule *schedule;
    gp_json *plan, interventions;
} plan_parts;

static gp_status add_activities(gp_job *job, void *state)
{
    const plan_parts *parts = state;
    const gp_network *network = parts->schedule->network;
    gp_json *json = parts->plan;
    (void)job;
    gp_json_line(json);
    gp_json_key(json, "activities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < network->activity_count; i++)
        gp_json_activity(json, parts->schedule, network->order[i], i);
    gp_json_close(json, ']');
    return GP_OK;
}

static gp_status write_interventions(gp_job *job, void *state)
{
    plan_parts *parts = state;
    parts->interventions.buffer = gp_new_buffer(job);
    if (!parts->interventions.buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < parts->schedule->network->portfolio->intervention_count; i++)
        GP_TRY(add_intervention(job, &parts->interventions, parts->schedule, i));
    return GP_OK;
}

gp_status gp_json_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_json *json = gp_json_document(job, "plan", network->portfolio);
    if (!json) return gp_no_memory(job);
    json->sink = options->sink;
    json->sink_object = options->sink_object;
    bool is_each = schedule->float_mode == GP_FLOAT_EACH;
    gp_json_add_text(json, "float", is_each ? "each" : "portfolio");
    plan_parts parts = {.schedule = schedule, .plan = json};
    GP_TRY(gp_do_both(job, network->portfolio, add_activities, write_interventions, &parts));
    gp_json_line(json);
    gp_json_key(json, "interventions");
    gp_json_open(json, '[');
    gp_json_append(json, &parts.interventions);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}

static void add_alternatives(gp_json *json, const gp_network *network, const gp_chains *chains)
{
    gp_json_line(json);
    gp_json_key(json, "alternatives");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < chains->count; i++) {
        const gp_chain *chain = &chains->chains[i];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_steps(json, "path", network, chain->activities, chain->count);
        gp_json_add_day(json, "ready", chain->ready);
        gp_json_add_number(json, "behind_days", chain->behind_days);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

gp_status gp_json_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                       gp_language language, gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_activities ancestors = {0};
    gp_path path = {0};
    gp_chains chains = {0};
    const uint32_t *rank = gp_plan_order(job, network);
    if (!rank) return gp_no_memory(job);
    GP_TRY(gp_find_ancestors(job, schedule, question->activity, false, &ancestors));
    GP_TRY(gp_trace_path(job, schedule, question->activity, &path));
    GP_TRY(gp_find_chains(job, schedule, question->activity, question->top, &chains));
    gp_json *json = gp_json_document(job, "path", network->portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_add_text(json, "intervention", gp_activity_id(network, question->activity));
    gp_json_line(json);
    gp_json_key(json, "activities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < ancestors.count; i++)
        gp_json_activity(json, schedule, ancestors.activities[i], rank[ancestors.activities[i]]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_add_steps(json, "critical_path", network, path.activities, path.count);
    gp_json_add_elapsed(json, &path.elapsed);
    add_alternatives(json, network, &chains);
    return gp_json_finish(job, json, language, out);
}

static void add_reason(gp_job *job, gp_json *json, const gp_network *network,
                       const gp_reason *reason)
{
    bool has_other = reason->other != GP_NONE;
    bool has_place = reason->requirement != GP_NONE;
    uint32_t asked_by = has_other || has_place ? reason->activity : GP_NONE;
    gp_place place =
        has_place ? network->portfolio->requirements[reason->requirement].place : (gp_place){0};
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "cause", gp_cause_key(reason->cause));
    gp_json_add_text(json, "id", gp_activity_id(network, reason->activity));
    gp_json_add_level(json, gp_step_level(network, reason->activity));
    gp_json_add_text(json, "other", has_other ? gp_activity_id(network, reason->other) : NULL);
    gp_json_key(json, "other_level");
    if (has_other && gp_step_level(network, reason->other))
        gp_json_number(json, gp_step_level(network, reason->other));
    else
        gp_json_null(json);
    gp_json_add_text(json, "required_by",
                     asked_by == GP_NONE ? NULL : gp_activity_id(network, asked_by));
    gp_json_add_day(json, "from", reason->from);
    gp_json_add_day(json, "to", reason->to);
    gp_json_add_number(json, "days", reason->to - reason->from);
    gp_json_add_text(json, "file", place.line ? gp_source_name(job, place.source) : NULL);
    gp_json_key(json, "line");
    if (place.line)
        gp_json_number(json, place.line);
    else
        gp_json_null(json);
    gp_json_key(json, "column");
    if (place.line)
        gp_json_number(json, place.column);
    else
        gp_json_null(json);
    gp_json_close(json, '}');
}

gp_status gp_json_why(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                      gp_language language, gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_reasons reasons = {0};
    GP_TRY(gp_explain_date(job, schedule, activity, &reasons));
    gp_json *json = gp_json_document(job, "why", network->portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_add_text(json, "id", gp_activity_id(network, activity));
    gp_json_add_level(json, gp_step_level(network, activity));
    gp_json_add_day(json, "ready", schedule->dates[activity].earliest_ready);
    gp_json_add_truth(json, "not_before", schedule->dates[activity].not_before);
    gp_json_line(json);
    gp_json_key(json, "steps");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < reasons.count; i++)
        add_reason(job, json, network, &reasons.reasons[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, language, out);
}
