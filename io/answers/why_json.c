/* SPDX-License-Identifier: MIT
 * The JSON document of `why`: the reasons for one date, from its root. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

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
    place = gp_shown_place(job, place);
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

gp_status gp_json_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                      const gp_write_options *options, gp_output *out)
{
    const gp_network *network = schedule->network;
    uint32_t activity = reasons->activity;
    gp_json *json = gp_json_document(job, "why", network->portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_add_text(json, "id", gp_activity_id(network, activity));
    gp_json_add_level(json, gp_step_level(network, activity));
    gp_json_add_day(json, "ready", schedule->dates[activity].earliest_ready);
    gp_json_add_truth(json, "not_before", schedule->dates[activity].not_before);
    gp_json_line(json);
    gp_json_key(json, "steps");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < reasons->count; i++)
        add_reason(job, json, network, &reasons->reasons[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
