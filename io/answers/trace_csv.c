/* SPDX-License-Identifier: MIT
 * `trace` as CSV: one row per gap, in the order of the portfolio's lists. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/fit_words.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

static gp_status add_steps(gp_job *job, gp_csv *csv, const gp_schedule *schedule,
                           const gp_trace *trace)
{
    gp_buffer *buffer = gp_new_buffer(job);
    for (uint32_t i = 0; buffer && i < trace->step_count; i++) {
        if (i) gp_add_text(buffer, " > ");
        gp_add_made(buffer, gp_step_ids(job, schedule->network, trace->steps[i].activity));
    }
    return gp_csv_made(job, csv, buffer);
}

static gp_status add_others(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                            const gp_fit *fit, const gp_trace *trace)
{
    gp_buffer *buffer = gp_new_buffer(job);
    for (uint32_t i = 0; buffer && i < trace->other_count; i++) {
        if (i) gp_add_text(buffer, "; ");
        gp_add_text(buffer,
                    gp_intervention_id(portfolio, fit->touches[trace->others[i]].intervention));
    }
    return gp_csv_made(job, csv, buffer);
}

static void add_decision(gp_csv *csv, const gp_network *network, const gp_decision *decision)
{
    bool is_there = decision->kind != GP_DECISION_NONE;
    uint8_t level = is_there ? gp_step_level(network, decision->activity) : 0;
    gp_csv_text(csv, gp_decision_key(decision->kind));
    gp_csv_text(csv, is_there ? gp_activity_id(network, decision->activity) : NULL);
    gp_csv_days(csv, level ? level : GP_NO_DAYS);
    gp_csv_day(csv, decision->by);
    gp_csv_text(csv, is_there ? gp_verdict_key((gp_verdict)decision->verdict) : NULL);
}

static gp_status add_trace(gp_job *job, gp_csv *csv, const gp_schedule *schedule,
                           const gp_fits *fits, const gp_trace *trace)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    const gp_fit *fit = &fits->fits[trace->fit];
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    gp_csv_context(csv, portfolio, fit);
    gp_csv_text(csv, gp_gap_key(newest));
    gp_csv_text(csv, gp_trend_key(fit->trend));
    gp_csv_day(csv, newest->on);
    gp_csv_text(csv, gp_closing_key(trace->closing));
    gp_csv_text(csv, gp_intervention_id(portfolio, trace->intervention));
    gp_csv_day(csv, trace->from);
    gp_csv_truth(csv, trace->not_before);
    gp_csv_truth(csv, fit->is_in_part);
    GP_TRY(add_steps(job, csv, schedule, trace));
    add_decision(csv, schedule->network, &trace->decision);
    GP_TRY(add_others(job, csv, portfolio, fit, trace));
    gp_csv_number(csv, trace->told_before);
    gp_csv_end(csv);
    return GP_OK;
}

gp_status gp_csv_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                       const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    (void)options;
    GP_TRY(
        gp_csv_open(job,
                    "dimension,segment,situation,gap,trend,measured_on,closing,intervention,from,"
                    "not_before,in_part,steps,decision,decision_id,decision_level,by,verdict,"
                    "others,steps_told_before",
                    &csv));
    for (uint32_t i = 0; i < traces->count; i++)
        GP_TRY(add_trace(job, &csv, schedule, traces->fits, &traces->traces[i]));
    return gp_csv_close(&csv, out);
}
