/* SPDX-License-Identifier: MIT
 * The JSON document of `query`. */
#include "io/answers/activity.h"
#include "io/answers/answers.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

static void add_json_ways(gp_json *json, const gp_network *network, const gp_ways *ways)
{
    gp_json_line(json);
    gp_json_key(json, "paths");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < ways->count; i++) {
        const gp_way *way = &ways->ways[i];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_steps(json, "path", network, way->activities, way->count);
        gp_json_add_day(json, "ready", way->ready);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    gp_json_add_number(json, "total", ways->total);
    gp_json_add_truth(json, "complete", ways->is_complete && ways->count == ways->total);
}

gp_status gp_json_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                        gp_language language, gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_query_answer found = {0};
    const uint32_t *order = gp_plan_order(job, network);
    GP_TRY(gp_answer_query(job, schedule, query, &found));
    gp_json *json = gp_json_document(job, "query", network->portfolio);
    if (!json || !order) return gp_no_memory(job);
    gp_json_line(json);
    gp_json_add_text(json, "query", gp_query_key(query->kind));
    gp_json_key(json, "from");
    gp_json_step(json, network, query->first);
    gp_json_key(json, "to");
    gp_json_step(json, network, query->second);
    gp_json_line(json);
    gp_json_key(json, "activities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < found.steps.count; i++)
        gp_json_activity(json, schedule, found.steps.activities[i],
                         order[found.steps.activities[i]]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_key(json, "alternatives");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < found.steps.count; i++)
        if (found.is_alternative[found.steps.activities[i]])
            gp_json_step(json, network, found.steps.activities[i]);
    gp_json_close(json, ']');
    add_json_ways(json, network, &found.ways);
    return gp_json_finish(job, json, language, out);
}
