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

gp_status gp_json_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                       const gp_write_options *options, gp_output *out)
{
    const gp_network *network = schedule->network;
    const gp_activities *ancestors = &path->ancestors;
    const uint32_t *rank = gp_plan_order(job, network);
    if (!rank) return gp_no_memory(job);
    gp_json *json = gp_json_document(job, "path", network->portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_add_text(json, "intervention", gp_activity_id(network, path->activity));
    gp_json_line(json);
    gp_json_key(json, "activities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < ancestors->count; i++)
        gp_json_activity(json, schedule, ancestors->activities[i], rank[ancestors->activities[i]]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_add_steps(json, "critical_path", network, path->path.activities, path->path.count);
    gp_json_add_elapsed(json, &path->path.elapsed);
    add_alternatives(json, network, &path->chains);
    return gp_json_finish(job, json, options->language, out);
}
