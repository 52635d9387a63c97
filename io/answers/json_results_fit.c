/* SPDX-License-Identifier: MIT
 * The JSON documents about citizens: `fit`, `library` and `trace`. Rows stand in the order of the
 * portfolio's lists, and no key holds a number over more than one dimension. */
#include "io/answers/fit_words.h"
#include "io/answers/json_results.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

static const char *intervention_id(const gp_portfolio *portfolio, uint32_t intervention)
{
    if (intervention == GP_NONE) return NULL;
    return portfolio->ids[portfolio->interventions[intervention].symbol];
}

static void open_list(gp_json *json, const char *key)
{
    gp_json_key(json, key);
    gp_json_open(json, '[');
}

static const gp_reading *newest_of(const gp_fit *fit)
{
    return &fit->readings[fit->reading_count - 1];
}

/* When an intervention is live. */
static void add_live(gp_json *json, const gp_schedule *schedule, uint32_t intervention)
{
    uint32_t activity = schedule->network->intervention_activity[intervention];
    gp_json_add_day(json, "live", schedule->dates[activity].earliest_ready);
    gp_json_add_truth(json, "not_before", schedule->dates[activity].not_before);
}

/* ---- fit ---- */

static void add_readings(gp_json *json, const gp_portfolio *portfolio, const gp_fit *fit)
{
    open_list(json, "measurements");
    for (uint32_t i = 0; i < fit->reading_count; i++) {
        const gp_reading *reading = &fit->readings[i];
        gp_json_open(json, '{');
        gp_json_add_day(json, "on", reading->on);
        gp_json_add_share(json, "need", reading->need);
        gp_json_add_share(json, "experience", reading->experience);
        gp_json_add_text(json, "gap", gp_gap_key(reading));
        gp_json_add_truth(json, "judged", reading->is_judged);
        gp_json_add_text(json, "source", portfolio->measurements[reading->measurement].source);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_touches(gp_json *json, const gp_schedule *schedule, const gp_fit *fit)
{
    open_list(json, "interventions");
    for (uint32_t i = 0; i < fit->touch_count; i++) {
        const gp_touch *touch = &fit->touches[i];
        bool has_before = touch->before != GP_NONE;
        gp_json_open(json, '{');
        gp_json_add_text(json, "id",
                         intervention_id(schedule->network->portfolio, touch->intervention));
        gp_json_add_text(json, "direction", gp_direction_key(touch->direction));
        gp_json_add_text(json, "effect", gp_effect_key(touch->effect));
        gp_json_add_truth(json, "in_part", touch->is_in_part);
        add_live(json, schedule, touch->intervention);
        gp_json_add_truth(json, "at_work", touch->is_at_work);
        gp_json_add_day(json, "before", has_before ? fit->readings[touch->before].on : GP_NO_DAY);
        gp_json_add_text(json, "change", has_before ? gp_trend_key(touch->change) : NULL);
        gp_json_add_truth(json, "other_source", touch->has_other_source);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    gp_json_add_truth(json, "more_interventions", fit->has_more_touches);
}

static void add_due(gp_json *json, const gp_portfolio *portfolio, const gp_fit *fit)
{
    gp_json_key(json, "due");
    if (fit->due == GP_NONE) {
        gp_json_null(json);
        return;
    }
    gp_json_open(json, '{');
    gp_json_add_text(json, "intervention", intervention_id(portfolio, fit->due));
    gp_json_add_text(json, "event", fit->is_due_live ? "live" : "iteration");
    gp_json_add_day(json, "on", fit->due_on);
    gp_json_add_number(json, "iterations", fit->due_periods);
    gp_json_close(json, '}');
}

static void add_fit(gp_json *json, const gp_schedule *schedule, const gp_fit *fit)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_context(json, portfolio, fit);
    gp_json_add_text(json, "gap", gp_gap_key(newest_of(fit)));
    gp_json_add_text(json, "trend", gp_trend_key(fit->trend));
    gp_json_add_day(json, "measured_on", newest_of(fit)->on);
    gp_json_add_number(json, "age_days", portfolio->status_date - newest_of(fit)->on);
    gp_json_add_truth(json, "measured_once", fit->is_measured_once);
    gp_json_add_text(json, "next", gp_next_key(fit->next));
    add_due(json, portfolio, fit);
    add_readings(json, portfolio, fit);
    add_touches(json, schedule, fit);
    gp_json_close(json, '}');
}

static void add_fit_reference(gp_json *json, const char *key, const gp_portfolio *portfolio,
                              const gp_fits *fits, uint32_t fit)
{
    gp_json_key(json, key);
    if (fit == GP_NONE) {
        gp_json_null(json);
        return;
    }
    gp_json_open(json, '{');
    gp_json_add_text(json, "segment", gp_term_key(&portfolio->segments, fits->fits[fit].segment));
    gp_json_add_text(json, "situation",
                     gp_term_key(&portfolio->situations, fits->fits[fit].situation));
    gp_json_close(json, '}');
}

static void add_aim(gp_json *json, const gp_portfolio *portfolio, const gp_fits *fits,
                    const gp_aim *aim)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "intervention", intervention_id(portfolio, aim->intervention));
    gp_json_add_text(json, "dimension", gp_term_key(&portfolio->dimensions, aim->dimension));
    gp_json_add_text(json, "direction", gp_direction_key(aim->direction));
    gp_json_add_text(json, "outcome", gp_outcome_key(aim->outcome));
    add_fit_reference(json, "worsens", portfolio, fits, aim->worsens);
    add_fit_reference(json, "too_little", portfolio, fits, aim->too_little);
    add_fit_reference(json, "too_much", portfolio, fits, aim->too_much);
    gp_json_add_text(json, "opposed_by", intervention_id(portfolio, aim->opposed_by));
    gp_json_close(json, '}');
}

gp_status gp_json_fit(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                      gp_output *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_fits fits = {0};
    GP_TRY(gp_find_fits(job, schedule, &fits));
    gp_json *json = gp_json_document(job, "fit", portfolio);
    if (!json) return gp_no_memory(job);
    json->sink = options->sink;
    json->sink_object = options->sink_object;
    gp_json_line(json);
    open_list(json, "fits");
    for (uint32_t i = 0; i < fits.fit_count; i++) add_fit(json, schedule, &fits.fits[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    open_list(json, "addresses");
    for (uint32_t i = 0; i < fits.aim_count; i++) add_aim(json, portfolio, &fits, &fits.aims[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}

/* ---- library ---- */

static void add_terms(gp_json *json, const char *key, const gp_terms *terms, const uint32_t *list,
                      uint32_t count)
{
    open_list(json, key);
    for (uint32_t i = 0; i < count; i++) gp_json_text(json, terms->terms[list[i]].id);
    gp_json_close(json, ']');
}

static void add_needs(gp_json *json, const gp_portfolio *portfolio, const gp_library_entry *entry)
{
    open_list(json, "needs");
    for (uint32_t i = 0; i < entry->need_count; i++) {
        const gp_library_need *need = &entry->needs[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", portfolio->ids[need->symbol]);
        gp_json_add_level(json, need->level);
        gp_json_add_days(json, "any", need->group ? need->group : GP_NO_DAYS);
        gp_json_add_text(json, "available", gp_readiness_key(need->readiness));
        gp_json_add_day(json, "from", need->from);
        gp_json_add_truth(json, "ready", need->is_ready);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_entry(gp_json *json, const gp_portfolio *portfolio, const gp_library_entry *entry)
{
    const gp_intervention *intervention = &portfolio->interventions[entry->intervention];
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", portfolio->ids[intervention->symbol]);
    gp_json_add_text(json, "name", intervention->name);
    gp_json_add_text(json, "decided_by", gp_decided_by_key(intervention->decided_by));
    add_terms(json, "segments", &portfolio->segments, intervention->segments,
              intervention->segment_count);
    add_terms(json, "situations", &portfolio->situations, intervention->situations,
              intervention->situation_count);
    open_list(json, "serves");
    for (uint32_t i = 0; i < intervention->address_count; i++) {
        const gp_addressed *addressed = &intervention->addresses[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "dimension",
                         gp_term_key(&portfolio->dimensions, addressed->dimension));
        gp_json_add_text(json, "direction", gp_direction_key(addressed->direction));
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    gp_json_add_text(json, "available", gp_readiness_key(entry->readiness));
    gp_json_add_day(json, "from", entry->from);
    gp_json_add_truth(json, "ready", entry->is_ready);
    add_needs(json, portfolio, entry);
    gp_json_close(json, '}');
}

gp_status gp_json_library(gp_job *job, const gp_schedule *schedule,
                          const gp_library_question *question, gp_language language, gp_output *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_library library = {0};
    GP_TRY(gp_find_library(job, schedule, question, &library));
    gp_json *json = gp_json_document(job, "library", portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_add_text(json, "segment", gp_term_key(&portfolio->segments, question->segment));
    gp_json_add_text(json, "situation", gp_term_key(&portfolio->situations, question->situation));
    gp_json_add_day(json, "date", library.date);
    gp_json_line(json);
    open_list(json, "interventions");
    for (uint32_t i = 0; i < library.count; i++) add_entry(json, portfolio, &library.entries[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, language, out);
}

/* ---- trace ---- */

static void add_decision(gp_json *json, const gp_network *network, const gp_decision *decision)
{
    gp_json_key(json, "decision");
    if (decision->kind == GP_DECISION_NONE) {
        gp_json_null(json);
        return;
    }
    gp_json_open(json, '{');
    gp_json_add_text(json, "kind", gp_decision_key(decision->kind));
    gp_json_add_text(json, "id", gp_activity_id(network, decision->activity));
    gp_json_add_level(json, gp_step_level(network, decision->activity));
    gp_json_add_day(json, "by", decision->by);
    gp_json_add_text(json, "verdict", gp_verdict_key((gp_verdict)decision->verdict));
    gp_json_close(json, '}');
}

static void add_steps(gp_json *json, const gp_schedule *schedule, const gp_trace *trace)
{
    open_list(json, "steps");
    for (uint32_t i = 0; i < trace->step_count; i++) {
        const gp_trace_step *step = &trace->steps[i];
        const gp_dates *dates = &schedule->dates[step->activity];
        bool is_open = step->identify_by != GP_NO_DAY;
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", gp_activity_id(schedule->network, step->activity));
        gp_json_add_level(json, gp_step_level(schedule->network, step->activity));
        gp_json_add_truth(json, "critical", step->is_critical);
        gp_json_add_day(json, "identify_by", step->identify_by);
        gp_json_add_truth(json, "identified", step->is_identified);
        gp_json_add_text(json, "verdict",
                         is_open ? gp_verdict_key((gp_verdict)step->verdict) : NULL);
        gp_json_add_day(json, "ready", dates->earliest_ready);
        gp_json_add_truth(json, "not_before", dates->not_before);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_others(gp_json *json, const gp_schedule *schedule, const gp_fit *fit,
                       const gp_trace *trace)
{
    open_list(json, "others");
    for (uint32_t i = 0; i < trace->other_count; i++) {
        const gp_touch *touch = &fit->touches[trace->others[i]];
        gp_json_open(json, '{');
        gp_json_add_text(json, "intervention",
                         intervention_id(schedule->network->portfolio, touch->intervention));
        add_live(json, schedule, touch->intervention);
        gp_json_add_truth(json, "in_part", touch->is_in_part);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_trace(gp_json *json, const gp_schedule *schedule, const gp_fits *fits,
                      const gp_trace *trace)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    const gp_fit *fit = &fits->fits[trace->fit];
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_context(json, portfolio, fit);
    gp_json_add_text(json, "gap", gp_gap_key(newest_of(fit)));
    gp_json_add_text(json, "trend", gp_trend_key(fit->trend));
    gp_json_add_day(json, "measured_on", newest_of(fit)->on);
    gp_json_add_text(json, "closing", gp_closing_key(trace->closing));
    gp_json_add_text(json, "intervention", intervention_id(portfolio, trace->intervention));
    gp_json_add_day(json, "from", trace->from);
    gp_json_add_truth(json, "not_before", trace->not_before);
    gp_json_add_truth(json, "in_part", fit->is_in_part);
    gp_json_add_truth(json, "conflict", trace->is_conflict);
    add_steps(json, schedule, trace);
    add_decision(json, schedule->network, &trace->decision);
    add_others(json, schedule, fit, trace);
    gp_json_close(json, '}');
}

static void add_agenda_item(gp_json *json, const gp_network *network, const gp_agenda_item *item)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    add_decision(json, network, &item->decision);
    open_list(json, "interventions");
    for (uint32_t i = 0; i < item->count; i++)
        gp_json_text(json, intervention_id(network->portfolio, item->interventions[i]));
    gp_json_close(json, ']');
    gp_json_close(json, '}');
}

gp_status gp_json_trace(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                        gp_output *out)
{
    gp_traces traces = {0};
    GP_TRY(gp_trace_gaps(job, schedule, &traces));
    gp_json *json = gp_json_document(job, "trace", schedule->network->portfolio);
    if (!json) return gp_no_memory(job);
    json->sink = options->sink;
    json->sink_object = options->sink_object;
    gp_json_line(json);
    open_list(json, "gaps");
    for (uint32_t i = 0; i < traces.count; i++)
        add_trace(json, schedule, traces.fits, &traces.traces[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    open_list(json, "agenda");
    for (uint32_t i = 0; i < traces.agenda_count; i++)
        add_agenda_item(json, schedule->network, &traces.agenda[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
