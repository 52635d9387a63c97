/* SPDX-License-Identifier: MIT
 * `advice` as CSV: one row per step. The evidence is there twice, as figures and as the sentence
 * that people read. */
#include "io/answers/advice_words.h"
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"

/* "a; b; c" in one cell. */
static gp_status add_ids(gp_job *job, gp_csv *csv, const gp_advice *advice)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < advice->id_count; i++) {
        if (i) gp_add_text(buffer, "; ");
        gp_add_text(buffer, advice->ids[i]);
    }
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    gp_csv_text(csv, text);
    return GP_OK;
}

gp_status gp_csv_advice(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                        const gp_write_options *options, gp_output *out)
{
    gp_csv csv = {gp_new_buffer(job), false};
    (void)portfolio;
    if (!csv.buffer) return gp_no_memory(job);
    gp_add_text(csv.buffer, "step,mark,count,total,further,day,title,evidence,ids");
    gp_csv_end(&csv);
    for (int step = 0; step < GP_ADVICE_COUNT; step++) {
        const char *evidence =
            gp_advice_evidence(job, (gp_advice_step)step, &advice[step], options->language);
        if (!evidence) return gp_no_memory(job);
        gp_csv_text(&csv, gp_advice_key((gp_advice_step)step));
        gp_csv_text(&csv, gp_mark_key(advice[step].mark));
        gp_csv_number(&csv, advice[step].count);
        gp_csv_number(&csv, advice[step].total);
        gp_csv_number(&csv, advice[step].further);
        gp_csv_day(&csv, advice[step].day);
        gp_csv_text(&csv, gp_advice_title((gp_advice_step)step, options->language));
        gp_csv_text(&csv, evidence);
        GP_TRY(add_ids(job, &csv, &advice[step]));
        gp_csv_end(&csv);
    }
    return gp_finish_buffer(csv.buffer, &out->text, &out->size);
}
