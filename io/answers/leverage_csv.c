/* SPDX-License-Identifier: MIT
 * `leverage` as CSV: one row per capability, the most first. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/leverage.h"
#include "io/answers/record_keys.h"
#include "io/answers/words.h"

gp_status gp_csv_leverage(gp_job *job, const gp_network *network, const gp_leverages *leverages,
                          const gp_structure *structure, const gp_write_options *options,
                          gp_output *out)
{
    const gp_portfolio *portfolio = network->portfolio;
    (void)structure;
    gp_csv csv = {gp_new_buffer(job), false};
    if (!csv.buffer) return gp_no_memory(job);
    gp_add_text(csv.buffer, "id,now,asked,direct,all,must,through,explore,develop,exploit,no_stage,"
                            "runs_through,scenarios," GP_RECORD_KEYS_HEADER);
    gp_csv_end(&csv);
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        uint32_t capability = leverages->order[i];
        uint32_t symbol = portfolio->capabilities[capability].symbol;
        const gp_leverage *row = &leverages->rows[capability];
        if (!gp_passes(options->filter, symbol)) continue;
        gp_buffer *ids = gp_new_buffer(job);
        if (!ids) return gp_no_memory(job);
        for (uint32_t k = 0; k < portfolio->scenarios.count; k++) {
            if (!gp_rests_in_scenario(leverages, capability, k)) continue;
            if (ids->bytes.count) gp_add_text(ids, "; ");
            gp_add_text(ids, portfolio->scenarios.terms[k].id);
        }
        const char *scenarios = gp_buffer_text(ids);
        if (!scenarios) return gp_no_memory(job);
        gp_csv_text(&csv, portfolio->ids[symbol]);
        gp_csv_number(&csv, portfolio->capabilities[capability].level);
        gp_csv_number(&csv, leverages->asked[capability].maybe);
        gp_csv_number(&csv, row->direct);
        gp_csv_number(&csv, row->all);
        gp_csv_number(&csv, row->must);
        gp_csv_number(&csv, row->through);
        gp_csv_number(&csv, row->by_stage[GP_EXPLORE]);
        gp_csv_number(&csv, row->by_stage[GP_DEVELOP]);
        gp_csv_number(&csv, row->by_stage[GP_EXPLOIT]);
        gp_csv_number(&csv, row->by_stage[GP_STAGE_NONE]);
        gp_csv_text(&csv, leverages->dominator[symbol] == GP_NONE
                              ? NULL
                              : portfolio->ids[leverages->dominator[symbol]]);
        gp_csv_text(&csv, scenarios);
        gp_csv_record_keys(&csv, portfolio, symbol);
        gp_csv_end(&csv);
    }
    return gp_finish_buffer(csv.buffer, &out->text, &out->size);
}
