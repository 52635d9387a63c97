/* SPDX-License-Identifier: MIT
 * The JSON document of `query`. */
#include "io/answers/activity.h"
#include "io/answers/answers.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"
#include "groeipad/query.h"

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

gp_status gp_json_query(gp_job *job, const gp_schedule *schedule, const gp_query_answer *answer,
                        const gp_write_options *options, gp_output *out)
{
    const gp_network *network = schedule->network;
    const uint32_t *order = gp_plan_order(job, network);
    gp_json *json = gp_json_document(job, "query", network->portfolio);
    if (!json || !order) return gp_no_memory(job);
    gp_json_line(json);
    gp_json_add_text(json, "query", gp_query_key(answer->query.kind));
    gp_json_key(json, "from");
    gp_json_step(json, network, answer->query.first);
    gp_json_key(json, "to");
    gp_json_step(json, network, answer->query.second);
    gp_json_line(json);
    gp_json_key(json, "activities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < answer->steps.count; i++)
        gp_json_activity(json, schedule, answer->steps.activities[i],
                         order[answer->steps.activities[i]]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_key(json, "alternatives");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < answer->steps.count; i++)
        if (answer->is_alternative[answer->steps.activities[i]])
            gp_json_step(json, network, answer->steps.activities[i]);
    gp_json_close(json, ']');
    add_json_ways(json, network, &answer->ways);
    return gp_json_finish(job, json, options->language, out);
}
