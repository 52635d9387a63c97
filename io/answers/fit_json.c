/* SPDX-License-Identifier: MIT
 * The JSON document of `fit`. Rows stand in the order of the portfolio's lists, and no key holds a
 * number over more than one dimension. */
#include "io/answers/answers.h"
#include "io/answers/fit_words.h"
#include "io/answers/json_parts.h"

static void add_readings(gp_json *json, const gp_portfolio *portfolio, const gp_fit *fit)
{
    gp_json_open_list(json, "measurements");
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
    gp_json_open_list(json, "interventions");
    for (uint32_t i = 0; i < fit->touch_count; i++) {
        const gp_touch *touch = &fit->touches[i];
        bool has_before = touch->before != GP_NONE;
        gp_json_open(json, '{');
        gp_json_add_text(json, "id",
                         gp_intervention_id(schedule->network->portfolio, touch->intervention));
        gp_json_add_text(json, "direction", gp_direction_key(touch->direction));
        gp_json_add_text(json, "effect", gp_effect_key(touch->effect));
        gp_json_add_truth(json, "in_part", touch->is_in_part);
        gp_json_add_live(json, schedule, touch->intervention);
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
    gp_json_add_text(json, "intervention", gp_intervention_id(portfolio, fit->due));
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
    gp_json_add_text(json, "gap", gp_gap_key(gp_newest_reading(fit)));
    gp_json_add_text(json, "trend", gp_trend_key(fit->trend));
    gp_json_add_day(json, "measured_on", gp_newest_reading(fit)->on);
    gp_json_add_number(json, "age_days", portfolio->status_date - gp_newest_reading(fit)->on);
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
    gp_json_add_text(json, "intervention", gp_intervention_id(portfolio, aim->intervention));
    gp_json_add_text(json, "dimension", gp_term_key(&portfolio->dimensions, aim->dimension));
    gp_json_add_text(json, "direction", gp_direction_key(aim->direction));
    gp_json_add_text(json, "outcome", gp_outcome_key(aim->outcome));
    add_fit_reference(json, "worsens", portfolio, fits, aim->worsens);
    add_fit_reference(json, "too_little", portfolio, fits, aim->too_little);
    add_fit_reference(json, "too_much", portfolio, fits, aim->too_much);
    gp_json_add_text(json, "opposed_by", gp_intervention_id(portfolio, aim->opposed_by));
    gp_json_close(json, '}');
}

gp_status gp_json_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                      const gp_write_options *options, gp_output *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_json *json = gp_json_document(job, "fit", portfolio);
    if (!json) return gp_no_memory(job);
    json->sink = options->sink;
    json->sink_object = options->sink_object;
    gp_json_line(json);
    gp_json_open_list(json, "fits");
    for (uint32_t i = 0; i < fits->fit_count; i++) add_fit(json, schedule, &fits->fits[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_open_list(json, "addresses");
    for (uint32_t i = 0; i < fits->aim_count; i++) add_aim(json, portfolio, fits, &fits->aims[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
