/* SPDX-License-Identifier: MIT
 * The JSON document of `clashes`: capabilities that come too late. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

static void add_identify(gp_json *json, const gp_network *network, const gp_clash *clash)
{
    gp_json_key(json, "identify");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < clash->identify_count; i++) {
        const gp_identify *identify = &clash->identify[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", gp_activity_id(network, identify->activity));
        gp_json_add_level(json, gp_step_level(network, identify->activity));
        gp_json_add_day(json, "identify_by", identify->identify_by);
        gp_json_add_text(json, "verdict", gp_verdict_key(identify->verdict));
        gp_json_add_text(json, "stage", gp_stage_key(identify->stage));
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_drag(gp_json *json, const gp_network *network, const gp_drags *drags)
{
    gp_json_key(json, "drag");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < drags->count; i++) {
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", gp_activity_id(network, drags->drags[i].activity));
        gp_json_add_level(json, gp_step_level(network, drags->drags[i].activity));
        gp_json_add_number(json, "days", drags->drags[i].days);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_remedies(gp_json *json, const gp_network *network, const gp_remedies *remedies)
{
    gp_json_key(json, "remedies");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < remedies->count; i++) {
        const gp_remedy *remedy = &remedies->remedies[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "kind", gp_remedy_key(remedy->kind));
        gp_json_add_text(json, "id", gp_activity_id(network, remedy->activity));
        gp_json_add_level(json, gp_step_level(network, remedy->activity));
        gp_json_add_number(json, "by_days", remedy->by_days);
        gp_json_add_number(json, "wins_days", remedy->wins_days);
        gp_json_add_day(json, "new_ready", remedy->new_ready);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_help(gp_json *json, const gp_network *network, const gp_clash *clash)
{
    if (clash->is_helped) {
        add_drag(json, network, &clash->drags);
        add_remedies(json, network, &clash->remedies);
        return;
    }
    gp_json_key(json, "drag");
    gp_json_null(json);
    gp_json_key(json, "remedies");
    gp_json_null(json);
}

gp_status gp_json_clashes(gp_job *job, const gp_schedule *schedule, const gp_clashes *clashes,
                          const gp_write_options *options, gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_json *json = gp_json_document(job, "clashes", network->portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_line(json);
    gp_json_key(json, "clashes");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < clashes->count; i++) {
        const gp_clash *clash = &clashes->clashes[i];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "intervention", gp_activity_id(network, clash->activity));
        gp_json_add_day(json, "needed_by", clash->needed_by);
        gp_json_add_day(json, "earliest_ready", clash->earliest_ready);
        gp_json_add_number(json, "late_days", clash->late_days);
        gp_json_add_number(json, "late_cycles", clash->late_cycles);
        gp_json_key(json, "driver");
        gp_json_step(json, network, clash->driver);
        gp_json_add_steps(json, "critical_path", network, clash->path.activities,
                          clash->path.count);
        gp_json_add_elapsed(json, &clash->path.elapsed);
        add_identify(json, network, clash);
        add_help(json, network, clash);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
