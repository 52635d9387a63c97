/* SPDX-License-Identifier: MIT
 * The JSON document of `leverage`. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"
#include "io/answers/leverage.h"
#include "io/answers/record_keys.h"

static void add_scenarios(gp_json *json, const gp_portfolio *portfolio, const gp_leverages *all,
                          uint32_t capability)
{
    gp_json_key(json, "scenarios");
    gp_json_open(json, '[');
    for (uint32_t k = 0; k < portfolio->scenarios.count; k++)
        if (gp_rests_in_scenario(all, capability, k))
            gp_json_text(json, portfolio->scenarios.terms[k].id);
    gp_json_close(json, ']');
}

static void add_shape(gp_json *json, const gp_network *network, const gp_structure *shape)
{
    gp_json_line(json);
    gp_json_key(json, "structure");
    gp_json_open(json, '{');
    gp_json_add_number(json, "steps", network->activity_count);
    gp_json_add_number(json, "parts", shape->part_count);
    gp_json_add_number(json, "largest", shape->largest_part);
    gp_json_add_number(json, "alone", shape->alone_count);
    gp_json_add_number(json, "depth", shape->depth);
    gp_json_add_number(json, "width", shape->width);
    gp_json_close(json, '}');
}

static void add_capability(gp_json *json, const gp_portfolio *portfolio, const gp_leverages *all,
                           uint32_t capability)
{
    const gp_leverage *row = &all->rows[capability];
    uint32_t symbol = portfolio->capabilities[capability].symbol, above = all->dominator[symbol];
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", portfolio->ids[symbol]);
    gp_json_add_number(json, "now", portfolio->capabilities[capability].level);
    gp_json_add_number(json, "asked", all->asked[capability].maybe);
    gp_json_add_number(json, "direct", row->direct);
    gp_json_add_number(json, "all", row->all);
    gp_json_add_number(json, "must", row->must);
    gp_json_add_number(json, "through", row->through);
    gp_json_add_number(json, "explore", row->by_stage[GP_EXPLORE]);
    gp_json_add_number(json, "develop", row->by_stage[GP_DEVELOP]);
    gp_json_add_number(json, "exploit", row->by_stage[GP_EXPLOIT]);
    gp_json_add_number(json, "no_stage", row->by_stage[GP_STAGE_NONE]);
    gp_json_add_text(json, "runs_through", above == GP_NONE ? NULL : portfolio->ids[above]);
    add_scenarios(json, portfolio, all, capability);
    gp_json_add_record_keys(json, portfolio, symbol);
    gp_json_close(json, '}');
}

gp_status gp_json_leverage(gp_job *job, const gp_network *network, const gp_leverages *leverages,
                           const gp_structure *structure, const gp_write_options *options,
                           gp_output *out)
{
    const gp_portfolio *portfolio = network->portfolio;
    bool is_cut;
    gp_json *json = gp_json_document(job, "leverage", portfolio);
    if (!json) return gp_no_memory(job);
    add_shape(json, network, structure);
    gp_json_line(json);
    gp_json_key(json, "capabilities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        if (gp_passes(options->filter, portfolio->capabilities[leverages->order[i]].symbol))
            add_capability(json, portfolio, leverages, leverages->order[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_key(json, "interventions");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        uint32_t symbols[GP_THROUGH_MAX], symbol = portfolio->interventions[i].symbol;
        if (!gp_passes(options->filter, symbol)) continue;
        uint32_t count = gp_list_through(leverages, symbol, symbols, &is_cut);
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", portfolio->ids[symbol]);
        gp_json_key(json, "through");
        gp_json_open(json, '[');
        for (uint32_t k = 0; k < count; k++) gp_json_text(json, portfolio->ids[symbols[k]]);
        gp_json_close(json, ']');
        gp_json_add_truth(json, "cut", is_cut);
        gp_json_add_record_keys(json, portfolio, symbol);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
