/* SPDX-License-Identifier: MIT
 * `library` as CSV: one row per need of an intervention. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/fit_words.h"
#include "io/answers/record_keys.h"
#include "io/answers/words.h"

static gp_status add_serves(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                            const gp_intervention *intervention)
{
    gp_buffer *buffer = gp_new_buffer(job);
    for (uint32_t i = 0; buffer && i < intervention->address_count; i++) {
        const gp_addressed *addressed = &intervention->addresses[i];
        const char *values[] = {gp_term_key(&portfolio->dimensions, addressed->dimension),
                                gp_direction_key(addressed->direction)};
        if (i) gp_add_text(buffer, "; ");
        gp_add_filled(buffer, addressed->direction ? "{0} {1}" : "{0}", values);
    }
    return gp_csv_made(job, csv, buffer);
}

/* need: NULL where the intervention needs nothing. */
static gp_status add_need(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                          const gp_library_entry *entry, const gp_library_need *need)
{
    const gp_intervention *intervention = &portfolio->interventions[entry->intervention];
    gp_csv_text(csv, portfolio->ids[intervention->symbol]);
    gp_csv_text(csv, gp_decided_by_key(intervention->decided_by));
    GP_TRY(add_serves(job, csv, portfolio, intervention));
    gp_csv_text(csv, gp_readiness_key(entry->readiness));
    gp_csv_day(csv, entry->from);
    gp_csv_truth(csv, entry->is_ready);
    gp_csv_text(csv, need ? portfolio->ids[need->symbol] : NULL);
    gp_csv_days(csv, need && need->level ? need->level : GP_NO_DAYS);
    gp_csv_days(csv, need && need->group ? need->group : GP_NO_DAYS);
    gp_csv_text(csv, need ? gp_readiness_key(need->readiness) : NULL);
    gp_csv_day(csv, need ? need->from : GP_NO_DAY);
    if (need)
        gp_csv_truth(csv, need->is_ready);
    else
        gp_csv_text(csv, NULL);
    gp_csv_record_keys(csv, portfolio, intervention->symbol);
    gp_csv_end(csv);
    return GP_OK;
}

gp_status gp_csv_library(gp_job *job, const gp_portfolio *portfolio, const gp_library *library,
                         const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    (void)options;
    GP_TRY(gp_csv_open(job,
                       "intervention,decided_by,serves,available,from,ready,needs,level,any,"
                       "need_available,need_from,need_ready," GP_RECORD_KEYS_HEADER,
                       &csv));
    for (uint32_t i = 0; i < library->count; i++) {
        const gp_library_entry *entry = &library->entries[i];
        for (uint32_t n = 0; n < entry->need_count; n++)
            GP_TRY(add_need(job, &csv, portfolio, entry, &entry->needs[n]));
        if (entry->need_count == 0) GP_TRY(add_need(job, &csv, portfolio, entry, NULL));
    }
    return gp_csv_close(&csv, out);
}
