/* SPDX-License-Identifier: MIT
 * The JSON documents about dates: `plan`, `path` and `why`. One row per line, in topological
 * order, so that two versions of a plan differ in git by the rows that changed. */
#include "io/json_results.h"
#include "io/steps.h"
#include "io/words.h"

void gp_json_activity(gp_json *json, const gp_schedule *schedule, uint32_t activity, uint32_t order)
{
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[activity];
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", gp_activity_id(network, activity));
    gp_json_add_level(json, gp_step_level(network, activity));
    gp_json_add_text(json, "kind", gp_kind_key(network->activities[activity].kind));
    gp_json_add_text(json, "name", gp_activity_name(network, activity));
    gp_json_add_number(json, "order", order);
    gp_json_add_number(json, "layer", network->layer[activity]);
    gp_json_add_day(json, "earliest_start", dates->earliest_start);
    gp_json_add_day(json, "earliest_ready", dates->earliest_ready);
    gp_json_add_day(json, "latest_start", dates->latest_start);
    gp_json_add_day(json, "latest_ready", dates->latest_ready);
    gp_json_add_days(json, "float_days", dates->float_days);
    gp_json_add_days(json, "buffer_days", dates->buffer_days);
    gp_json_add_day(json, "identify_by", dates->identify_by);
    gp_json_add_truth(json, "critical", dates->is_critical);
    gp_json_add_truth(json, "not_before", dates->not_before);
    gp_json_key(json, "driver");
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

gp_status gp_json_plan(gp_job *job, const gp_schedule *schedule, gp_language language,
                       gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_json *json = gp_json_document(job, "plan", network->portfolio);
    if (!json) return gp_no_memory(job);
    bool is_each = schedule->float_mode == GP_FLOAT_EACH;
    gp_json_add_text(json, "float", is_each ? "each" : "portfolio");
    gp_json_line(json);
    gp_json_key(json, "activities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < network->activity_count; i++)
        gp_json_activity(json, schedule, network->order[i], i);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_key(json, "interventions");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++)
        GP_TRY(add_intervention(job, json, schedule, i));
    gp_json_close(json, ']');
    return gp_json_finish(job, json, language, out);
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
