/* SPDX-License-Identifier: MIT
 * The JSON document of `plan`. One row per line, in topological order, so that two versions of a
 * plan differ in git by the rows that changed. */
#include "core/beside.h"
#include "io/answers/activity.h"
#include "io/answers/answers.h"

static void add_intervention(gp_json *json, const gp_schedule *schedule, uint32_t index,
                             const gp_path *path)
{
    const gp_network *network = schedule->network;
    const gp_intervention *intervention = &network->portfolio->interventions[index];
    uint32_t activity = network->intervention_activity[index];
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", gp_activity_id(network, activity));
    gp_json_add_day(json, "needed_by", intervention->needed_by);
    gp_json_add_day(json, "earliest_ready", schedule->dates[activity].earliest_ready);
    gp_json_add_number(json, "late_days", gp_late_days(schedule, activity));
    gp_json_add_number(json, "late_cycles", gp_late_cycles(schedule, activity));
    gp_json_add_steps(json, "critical_path", network, path->activities, path->count);
    gp_json_add_elapsed(json, &path->elapsed);
    gp_json_add_record_keys(json, network->portfolio, intervention->symbol);
    gp_json_add_after(json, network, path);
    gp_json_close(json, '}');
}

/* A plan, and its interventions, which are written while the activities are. */
typedef struct plan_parts {
    const gp_schedule *schedule;
    const gp_filter *filter;
    gp_paths_options telling;
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
        if (gp_passes(parts->filter, network->activities[network->order[i]].symbol))
            gp_json_activity(json, parts->schedule, network->order[i], i);
    gp_json_close(json, ']');
    return GP_OK;
}

static gp_status write_interventions(gp_job *job, void *state)
{
    plan_parts *parts = state;
    const gp_network *network = parts->schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    uint32_t *activities = GP_NEW(job, uint32_t, portfolio->intervention_count), count = 0;
    gp_path *paths = GP_NEW(job, gp_path, portfolio->intervention_count);
    parts->interventions.buffer = gp_new_buffer(job);
    if (!activities || !paths || !parts->interventions.buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        if (gp_passes(parts->filter, portfolio->interventions[i].symbol))
            activities[count++] = network->intervention_activity[i];
    GP_TRY(gp_trace_paths(job, parts->schedule, activities, count, &parts->telling, paths));
    for (uint32_t i = 0; i < count; i++)
        add_intervention(&parts->interventions, parts->schedule,
                         network->activities[activities[i]].item, &paths[i]);
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
    static const char *const modes[] = {"each", "portfolio", "both"};
    gp_json_add_text(json, "float", modes[schedule->float_mode]);
    plan_parts parts = {.schedule = schedule,
                        .filter = options->filter,
                        .telling = {.tells_shared_once = options->tells_shared_once},
                        .plan = json};
    GP_TRY(gp_do_both(job, network->portfolio, add_activities, write_interventions, &parts));
    gp_json_line(json);
    gp_json_key(json, "interventions");
    gp_json_open(json, '[');
    gp_json_append(json, &parts.interventions);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
