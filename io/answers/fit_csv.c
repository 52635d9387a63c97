/* SPDX-License-Identifier: MIT
 * `fit` as CSV: one row per measurement. Rows stand in the order of the portfolio's lists. A
 * spreadsheet can add anything up; need and experience are places on the scale of the row's own
 * dimension. */
#include "io/answers/answers.h"
#include "io/answers/csv_finish.h"
#include "io/answers/csv_parts.h"
#include "io/answers/fit_words.h"
#include "io/answers/words.h"

static gp_status add_share(gp_job *job, gp_csv *csv, gp_share share, gp_language language)
{
    const char *text = gp_share_text(job, share, language);
    if (!text) return gp_no_memory(job);
    gp_csv_text(csv, text);
    return GP_OK;
}

/* The interventions of one effect, in one cell. */
static gp_status add_touches(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                             const gp_fit *fit, gp_effect effect)
{
    gp_buffer *buffer = gp_new_buffer(job);
    for (uint32_t i = 0; buffer && i < fit->touch_count; i++) {
        if (fit->touches[i].effect != effect) continue;
        if (buffer->bytes.count) gp_add_text(buffer, "; ");
        gp_add_text(buffer, gp_intervention_id(portfolio, fit->touches[i].intervention));
    }
    return gp_csv_made(job, csv, buffer);
}

static gp_status add_reading(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                             const gp_fit *fit, uint32_t index, gp_language language)
{
    const gp_reading *reading = &fit->readings[index];
    bool is_newest = index + 1 == fit->reading_count;
    gp_csv_context(csv, portfolio, fit);
    gp_csv_day(csv, reading->on);
    GP_TRY(add_share(job, csv, reading->need, language));
    GP_TRY(add_share(job, csv, reading->experience, language));
    gp_csv_text(csv, gp_gap_key(reading));
    gp_csv_text(csv, portfolio->measurements[reading->measurement].source);
    gp_csv_truth(csv, is_newest);
    gp_csv_text(csv, is_newest ? gp_trend_key(fit->trend) : NULL);
    gp_csv_text(csv, is_newest ? gp_next_key(fit->next) : NULL);
    if (is_newest) {
        GP_TRY(add_touches(job, csv, portfolio, fit, GP_EFFECT_ANSWERS));
        GP_TRY(add_touches(job, csv, portfolio, fit, GP_EFFECT_WORSENS));
    } else {
        gp_csv_text(csv, NULL);
        gp_csv_text(csv, NULL);
    }
    gp_csv_end(csv);
    return GP_OK;
}

gp_status gp_csv_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                     const gp_write_options *options, gp_output *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_csv csv;
    /* Decimals have a comma where cells have a semicolon. */
    gp_language language = gp_csv_separator(options) == ';' ? GP_DUTCH : GP_ENGLISH;
    GP_TRY(
        gp_csv_open(job,
                    "dimension,segment,situation,on,need,experience,gap,source,newest,trend,next,"
                    "answered_by,worsened_by",
                    &csv));
    for (uint32_t f = 0; f < fits->fit_count; f++)
        for (uint32_t i = 0; i < fits->fits[f].reading_count; i++)
            GP_TRY(add_reading(job, &csv, portfolio, &fits->fits[f], i, language));
    return gp_csv_close(&csv, out);
}
