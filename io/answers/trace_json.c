/* SPDX-License-Identifier: MIT
 * The JSON document of `trace`: every gap with what it rests on, and the agenda of decisions. */
#include "io/answers/answers.h"
#include "io/answers/fit_words.h"
#include "io/answers/json_parts.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

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
    gp_json_open_list(json, "steps");
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
    gp_json_open_list(json, "others");
    for (uint32_t i = 0; i < trace->other_count; i++) {
        const gp_touch *touch = &fit->touches[trace->others[i]];
        gp_json_open(json, '{');
        gp_json_add_text(json, "intervention",
                         gp_intervention_id(schedule->network->portfolio, touch->intervention));
        gp_json_add_live(json, schedule, touch->intervention);
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
    gp_json_add_text(json, "gap", gp_gap_key(gp_newest_reading(fit)));
    gp_json_add_text(json, "trend", gp_trend_key(fit->trend));
    gp_json_add_day(json, "measured_on", gp_newest_reading(fit)->on);
    gp_json_add_text(json, "closing", gp_closing_key(trace->closing));
    gp_json_add_text(json, "intervention", gp_intervention_id(portfolio, trace->intervention));
    gp_json_add_day(json, "from", trace->from);
    gp_json_add_truth(json, "not_before", trace->not_before);
    gp_json_add_truth(json, "in_part", fit->is_in_part);
    gp_json_add_truth(json, "conflict", trace->is_conflict);
    add_steps(json, schedule, trace);
    add_decision(json, schedule->network, &trace->decision);
    add_others(json, schedule, fit, trace);
    gp_json_add_number(json, "steps_told_before", trace->told_before);
    gp_json_close(json, '}');
}

static void add_agenda_item(gp_json *json, const gp_network *network, const gp_agenda_item *item)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    add_decision(json, network, &item->decision);
    gp_json_open_list(json, "interventions");
    for (uint32_t i = 0; i < item->count; i++)
        gp_json_text(json, gp_intervention_id(network->portfolio, item->interventions[i]));
    gp_json_close(json, ']');
    gp_json_close(json, '}');
}

gp_status gp_json_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                        const gp_write_options *options, gp_output *out)
{
    gp_json *json = gp_json_document(job, "trace", schedule->network->portfolio);
    if (!json) return gp_no_memory(job);
    json->sink = options->sink;
    json->sink_object = options->sink_object;
    gp_json_line(json);
    gp_json_open_list(json, "gaps");
    for (uint32_t i = 0; i < traces->count; i++)
        add_trace(json, schedule, traces->fits, &traces->traces[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_open_list(json, "agenda");
    for (uint32_t i = 0; i < traces->agenda_count; i++)
        add_agenda_item(json, schedule->network, &traces->agenda[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
