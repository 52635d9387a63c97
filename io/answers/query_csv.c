/* SPDX-License-Identifier: MIT
 * `query` as CSV: one row per step, or per step of each way. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/record_keys.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"
#include "groeipad/query.h"

static void add_csv_row(gp_csv *csv, const gp_schedule *schedule, uint32_t activity, uint32_t way,
                        const char *role)
{
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[activity];
    uint8_t level = gp_step_level(network, activity);
    gp_csv_text(csv, role);
    gp_csv_days(csv, way ? (int32_t)way : GP_NO_DAYS);
    gp_csv_text(csv, gp_activity_id(network, activity));
    gp_csv_days(csv, level ? level : GP_NO_DAYS);
    gp_csv_text(csv, gp_kind_key(network->activities[activity].kind));
    gp_csv_text(csv, gp_activity_name(network, activity));
    gp_csv_day(csv, dates->earliest_start);
    gp_csv_day(csv, dates->earliest_ready);
    gp_csv_day(csv, dates->latest_start);
    gp_csv_day(csv, dates->latest_ready);
    gp_csv_day(csv, dates->identify_by);
    gp_csv_truth(csv, dates->not_before);
    gp_csv_record_keys(csv, network->portfolio, network->activities[activity].symbol);
    gp_csv_end(csv);
}

gp_status gp_csv_query(gp_job *job, const gp_schedule *schedule, const gp_query_answer *answer,
                       const gp_write_options *options, gp_output *out)
{
    (void)options;
    gp_csv csv = {gp_new_buffer(job), false};
    if (!csv.buffer) return gp_no_memory(job);
    gp_add_text(csv.buffer,
                "query,path,id,level,kind,name,earliest_start,earliest_ready,"
                "latest_start,latest_ready,identify_by,not_before," GP_RECORD_KEYS_HEADER);
    gp_csv_end(&csv);
    for (uint32_t i = 0; i < answer->steps.count; i++) {
        uint32_t activity = answer->steps.activities[i];
        add_csv_row(&csv, schedule, activity, 0,
                    answer->is_alternative[activity] ? "alternative"
                                                     : gp_query_key(answer->query.kind));
    }
    for (uint32_t i = 0; i < answer->ways.count; i++)
        for (uint32_t k = 0; k < answer->ways.ways[i].count; k++)
            add_csv_row(&csv, schedule, answer->ways.ways[i].activities[k], i + 1, "paths");
    return gp_finish_buffer(csv.buffer, &out->text, &out->size);
}
