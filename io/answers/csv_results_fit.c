/* SPDX-License-Identifier: MIT
 * The CSV files about citizens: one row per measurement, per need of an intervention, per gap.
 * Rows stand in the order of the portfolio's lists. A spreadsheet can add anything up; need and
 * experience are places on the scale of the row's own dimension. */
#include "io/csv/csv_write.h"
#include "io/answers/fit_words.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

static gp_status open_file(gp_job *job, const char *header, gp_csv *csv)
{
    *csv = (gp_csv){gp_new_buffer(job), false};
    if (!csv->buffer) return gp_no_memory(job);
    gp_add_text(csv->buffer, header);
    gp_csv_end(csv);
    return GP_OK;
}

static gp_status close_file(gp_csv *csv, gp_output *out)
{
    return gp_finish_buffer(csv->buffer, &out->text, &out->size);
}

/* A cell of a text that was made for it. */
static gp_status add_made(gp_job *job, gp_csv *csv, gp_buffer *buffer)
{
    const char *text;
    size_t size;
    if (!buffer) return gp_no_memory(job);
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    gp_csv_text(csv, text);
    return GP_OK;
}

static gp_status add_share(gp_job *job, gp_csv *csv, gp_share share)
{
    const char *text = gp_share_text(job, share, GP_ENGLISH);
    if (!text) return gp_no_memory(job);
    gp_csv_text(csv, text);
    return GP_OK;
}

static void add_context(gp_csv *csv, const gp_portfolio *portfolio, const gp_fit *fit)
{
    gp_csv_text(csv, gp_term_key(&portfolio->dimensions, fit->dimension));
    gp_csv_text(csv, gp_term_key(&portfolio->segments, fit->segment));
    gp_csv_text(csv, gp_term_key(&portfolio->situations, fit->situation));
}

static const char *intervention_id(const gp_portfolio *portfolio, uint32_t intervention)
{
    if (intervention == GP_NONE) return NULL;
    return portfolio->ids[portfolio->interventions[intervention].symbol];
}

/* ---- fit ---- */

/* The interventions of one effect, in one cell. */
static gp_status add_touches(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                             const gp_fit *fit, gp_effect effect)
{
    gp_buffer *buffer = gp_new_buffer(job);
    for (uint32_t i = 0; buffer && i < fit->touch_count; i++) {
        if (fit->touches[i].effect != effect) continue;
        if (buffer->bytes.count) gp_add_text(buffer, "; ");
        gp_add_text(buffer, intervention_id(portfolio, fit->touches[i].intervention));
    }
    return add_made(job, csv, buffer);
}

static gp_status add_reading(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                             const gp_fit *fit, uint32_t index)
{
    const gp_reading *reading = &fit->readings[index];
    bool is_newest = index + 1 == fit->reading_count;
    add_context(csv, portfolio, fit);
    gp_csv_day(csv, reading->on);
    GP_TRY(add_share(job, csv, reading->need));
    GP_TRY(add_share(job, csv, reading->experience));
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

gp_status gp_csv_fit(gp_job *job, const gp_schedule *schedule, gp_output *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_csv csv;
    gp_fits fits = {0};
    GP_TRY(gp_find_fits(job, schedule, &fits));
    GP_TRY(open_file(job,
                     "dimension,segment,situation,on,need,experience,gap,source,newest,trend,next,"
                     "answered_by,worsened_by",
                     &csv));
    for (uint32_t f = 0; f < fits.fit_count; f++)
        for (uint32_t i = 0; i < fits.fits[f].reading_count; i++)
            GP_TRY(add_reading(job, &csv, portfolio, &fits.fits[f], i));
    return close_file(&csv, out);
}

/* ---- library ---- */

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
    return add_made(job, csv, buffer);
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
    gp_csv_end(csv);
    return GP_OK;
}

gp_status gp_csv_library(gp_job *job, const gp_schedule *schedule,
                         const gp_library_question *question, gp_output *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_csv csv;
    gp_library library = {0};
    GP_TRY(gp_find_library(job, schedule, question, &library));
    GP_TRY(open_file(job,
                     "intervention,decided_by,serves,available,from,ready,needs,level,any,"
                     "need_available,need_from,need_ready",
                     &csv));
    for (uint32_t i = 0; i < library.count; i++) {
        const gp_library_entry *entry = &library.entries[i];
        for (uint32_t n = 0; n < entry->need_count; n++)
            GP_TRY(add_need(job, &csv, portfolio, entry, &entry->needs[n]));
        if (entry->need_count == 0) GP_TRY(add_need(job, &csv, portfolio, entry, NULL));
    }
    return close_file(&csv, out);
}

/* ---- trace ---- */

static gp_status add_steps(gp_job *job, gp_csv *csv, const gp_schedule *schedule,
                           const gp_trace *trace)
{
    gp_buffer *buffer = gp_new_buffer(job);
    for (uint32_t i = 0; buffer && i < trace->step_count; i++) {
        if (i) gp_add_text(buffer, " > ");
        gp_add_made(buffer, gp_short_step_text(job, schedule->network, trace->steps[i].activity));
    }
    return add_made(job, csv, buffer);
}

static gp_status add_others(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                            const gp_fit *fit, const gp_trace *trace)
{
    gp_buffer *buffer = gp_new_buffer(job);
    for (uint32_t i = 0; buffer && i < trace->other_count; i++) {
        if (i) gp_add_text(buffer, "; ");
        gp_add_text(buffer,
                    intervention_id(portfolio, fit->touches[trace->others[i]].intervention));
    }
    return add_made(job, csv, buffer);
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
    add_context(csv, portfolio, fit);
    gp_csv_text(csv, gp_gap_key(newest));
    gp_csv_text(csv, gp_trend_key(fit->trend));
    gp_csv_day(csv, newest->on);
    gp_csv_text(csv, gp_closing_key(trace->closing));
    gp_csv_text(csv, intervention_id(portfolio, trace->intervention));
    gp_csv_day(csv, trace->from);
    gp_csv_truth(csv, trace->not_before);
    gp_csv_truth(csv, fit->is_in_part);
    GP_TRY(add_steps(job, csv, schedule, trace));
    add_decision(csv, schedule->network, &trace->decision);
    GP_TRY(add_others(job, csv, portfolio, fit, trace));
    gp_csv_end(csv);
    return GP_OK;
}

gp_status gp_csv_trace(gp_job *job, const gp_schedule *schedule, gp_output *out)
{
    gp_csv csv;
    gp_traces traces = {0};
    GP_TRY(gp_trace_gaps(job, schedule, &traces));
    GP_TRY(open_file(job,
                     "dimension,segment,situation,gap,trend,measured_on,closing,intervention,from,"
                     "not_before,in_part,steps,decision,decision_id,decision_level,by,verdict,"
                     "others",
                     &csv));
    for (uint32_t i = 0; i < traces.count; i++)
        GP_TRY(add_trace(job, &csv, schedule, traces.fits, &traces.traces[i]));
    return close_file(&csv, out);
}
