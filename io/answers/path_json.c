/* SPDX-License-Identifier: MIT
 * The JSON document of `path`. */
#include "io/answers/activity.h"
#include "io/answers/answers.h"
#include "io/answers/steps.h"

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
