/* SPDX-License-Identifier: MIT
 * `why` as CSV: one row per reason, from the root of the date. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/words.h"

gp_status gp_csv_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                     const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    (void)options;
    const gp_network *network = schedule->network;
    GP_TRY(
        gp_csv_open(job, "cause,id,level,other,other_level,from,to,days,file,line,column", &csv));
    for (uint32_t i = 0; i < reasons->count; i++) {
        const gp_reason *reason = &reasons->reasons[i];
        gp_place place = {0};
        if (reason->requirement != GP_NONE)
            place = network->portfolio->requirements[reason->requirement].place;
        gp_csv_text(&csv, gp_cause_key(reason->cause));
        gp_csv_step(&csv, network, reason->activity);
        gp_csv_step(&csv, network, reason->other);
        gp_csv_day(&csv, reason->from);
        gp_csv_day(&csv, reason->to);
        gp_csv_number(&csv, reason->to - reason->from);
        gp_csv_place(job, &csv, place);
        gp_csv_end(&csv);
    }
    return gp_csv_close(&csv, out);
}
