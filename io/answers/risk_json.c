/* SPDX-License-Identifier: MIT
 * The JSON document of `risk`. What an earlier version wrote stands first; keys are added behind.
 */
#include "io/answers/answers.h"
#include "io/answers/decimals.h"
#include "io/answers/json_parts.h"
#include "io/answers/record_keys.h"
#include "io/answers/risk_words.h"
#include "io/answers/steps.h"

static const char *intervention_id(const gp_portfolio *portfolio, uint32_t intervention)
{
    return portfolio->ids[portfolio->interventions[intervention].symbol];
}

static void add_share(gp_json *json, const char *key, double share)
{
    gp_json_add_known(json, key, share, GP_SHARE_DECIMALS);
}

static void add_days(gp_json *json, const char *key, double days)
{
    gp_json_add_decimals(json, key, days, GP_DAYS_DECIMALS);
}

/* Percent, as keys: of gp_risk_quantiles and gp_risk_sures. */
static const char *const quantile_keys[GP_RISK_QUANTILES] = {"10", "50", "80", "90", "95"};
static const char *const sure_keys[GP_RISK_SURES] = {"50", "80", "95"};

/* "p": {"10": day}. */
static void add_days_by_percent(gp_json *json, const char *key, const char *const *percents,
                                const gp_day *days, uint32_t count)
{
    gp_json_key(json, key);
    gp_json_open(json, '{');
    for (uint32_t i = 0; i < count; i++) gp_json_add_day(json, percents[i], days[i]);
    gp_json_close(json, '}');
}

static void add_chances(gp_json *json, const gp_risk_live *live)
{
    add_share(json, "plan_probability", live->plan_probability);
    add_days(json, "mean_days_after_plan", live->mean_days_after_plan);
    add_days_by_percent(json, "p", quantile_keys, live->quantiles, GP_RISK_QUANTILES);
    add_share(json, "probability", live->probability);
    add_share(json, "standard_error", live->standard_error);
    gp_json_add_known(json, "expected_late_days", live->expected_late_days, GP_DAYS_DECIMALS);
    gp_json_add_known(json, "expected_late_cycles", live->expected_late_cycles, GP_DAYS_DECIMALS);
    add_days(json, "merge_bias_days", live->merge_bias_days);
}

static void add_merges(gp_json *json, const gp_network *network, const gp_risk_live *live)
{
    gp_json_open_list(json, "merges");
    for (uint32_t i = 0; i < live->merge_count; i++) {
        const gp_risk_merge *merge = &live->merges[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", gp_activity_id(network, merge->activity));
        gp_json_add_level(json, gp_step_level(network, merge->activity));
        add_days(json, "days", merge->days);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

/* before: the same without what is mitigated, or NULL. */
static void add_live(gp_json *json, const gp_network *network, const gp_risk_live *live,
                     const gp_risk_live *before)
{
    const gp_portfolio *portfolio = network->portfolio;
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", intervention_id(portfolio, live->intervention));
    gp_json_add_day(json, "needed_by", live->needed_by);
    gp_json_add_day(json, "plan", live->plan);
    add_chances(json, live);
    add_merges(json, network, live);
    gp_json_add_number(json, "not_before", live->not_before);
    if (live->is_detailed) {
        gp_json_add_number(json, "steps", live->steps);
        gp_json_add_number(json, "sure_steps", live->sure_steps);
    } else {
        gp_json_key(json, "steps");
        gp_json_null(json);
        gp_json_key(json, "sure_steps");
        gp_json_null(json);
    }
    gp_json_key(json, "unmitigated");
    if (before) {
        gp_json_open(json, '{');
        add_chances(json, before);
        gp_json_close(json, '}');
    } else
        gp_json_null(json);
    gp_json_add_record_keys(json, portfolio, portfolio->interventions[live->intervention].symbol);
    gp_json_close(json, '}');
}

static void add_together(gp_json *json, const gp_portfolio *portfolio,
                         const gp_risk_together *together)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_open_list(json, "ids");
    for (uint32_t i = 0; i < together->of.count; i++)
        gp_json_text(json, intervention_id(portfolio, together->of.interventions[i]));
    gp_json_close(json, ']');
    add_share(json, "probability", together->probability);
    add_share(json, "standard_error", together->standard_error);
    gp_json_close(json, '}');
}

static void add_step(gp_json *json, const gp_network *network, const gp_risk_step *step)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", gp_activity_id(network, step->activity));
    gp_json_add_level(json, gp_step_level(network, step->activity));
    add_share(json, "criticality", step->criticality);
    gp_json_open_list(json, "by");
    for (uint32_t i = 0; i < step->by_count; i++) {
        const gp_risk_by *by = &step->by[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "intervention",
                         intervention_id(network->portfolio, by->intervention));
        add_share(json, "criticality", by->criticality);
        gp_json_add_decimals(json, "spearman", by->spearman, GP_SHARE_DECIMALS);
        add_share(json, "ssi", by->ssi);
        add_share(json, "cruciality", by->cruciality);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    add_days_by_percent(json, "identify_by", sure_keys, step->identify_by, GP_RISK_SURES);
    gp_json_add_truth(json, "sure", step->is_sure);
    add_days(json, "mean_days", step->mean_days);
    add_days(json, "sd_days", step->sd_days);
    gp_json_add_record_keys(json, network->portfolio, network->activities[step->activity].symbol);
    gp_json_close(json, '}');
}

static void add_mitigation(gp_json *json, const gp_portfolio *portfolio,
                           const gp_risk_effect *effect)
{
    gp_risk_wins wins = gp_add_wins(portfolio, effect);
    gp_json_key(json, "mitigation");
    if (!wins.is_mitigable) {
        gp_json_null(json);
        return;
    }
    gp_json_open(json, '{');
    gp_json_add_known(json, "cost", portfolio->risks[effect->risk].mitigation_cost,
                      GP_DAYS_DECIMALS);
    add_days(json, "wins_days", wins.wins_days);
    gp_json_add_known(json, "cost_per_day", wins.cost_per_day, GP_DAYS_DECIMALS);
    gp_json_close(json, '}');
}

static void add_effect(gp_json *json, const gp_portfolio *portfolio, const gp_risk_effect *effect)
{
    const gp_risk *risk = &portfolio->risks[effect->risk];
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", risk->id);
    gp_json_add_number(json, "happened", effect->happened);
    gp_json_open_list(json, "days");
    for (uint32_t i = 0; i < effect->delay_count; i++) {
        const gp_risk_delay *delay = &effect->delays[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "intervention", intervention_id(portfolio, delay->intervention));
        add_days(json, "mean_days", delay->mean_days);
        gp_json_add_known(json, "mitigated_mean_days", delay->mitigated_mean_days,
                          GP_DAYS_DECIMALS);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    add_mitigation(json, portfolio, effect);
    gp_json_add_text(json, "owner", risk->owner);
    gp_json_close(json, '}');
}

/* Starts a list on a line of its own. */
static void open_list(gp_json *json, const char *key)
{
    gp_json_line(json);
    gp_json_open_list(json, key);
}

static void add_lists(gp_json *json, const gp_network *network, const gp_risk_answer *answer,
                      const gp_filter *filter)
{
    const gp_portfolio *portfolio = network->portfolio;
    open_list(json, "interventions");
    for (uint32_t i = 0; i < answer->live_count; i++)
        if (gp_shows_risk_live(filter, portfolio, &answer->lives[i]))
            add_live(json, network, &answer->lives[i],
                     answer->unmitigated ? &answer->unmitigated[i] : NULL);
    gp_json_close(json, ']');
    open_list(json, "together");
    for (uint32_t i = 0; i < answer->together_count; i++)
        if (gp_shows_together(filter, portfolio, &answer->together[i].of))
            add_together(json, portfolio, &answer->together[i]);
    gp_json_close(json, ']');
    open_list(json, "activities");
    for (uint32_t i = 0; i < answer->steps; i++)
        if (gp_shows_risk_step(filter, network, &answer->steps_of[i]))
            add_step(json, network, &answer->steps_of[i]);
    gp_json_close(json, ']');
    open_list(json, "risks");
    for (uint32_t i = 0; i < answer->effect_count; i++)
        if (gp_shows_risk(filter, portfolio, &answer->effects[i]))
            add_effect(json, portfolio, &answer->effects[i]);
    gp_json_close(json, ']');
}

gp_status gp_json_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                       const gp_write_options *options, gp_output *out)
{
    gp_json *json = gp_json_document(job, "risk", schedule->network->portfolio);
    if (!json) return gp_no_memory(job);
    json->sink = options->sink;
    json->sink_object = options->sink_object;
    gp_json_line(json);
    gp_json_add_number(json, "draws", answer->draws);
    gp_json_key(json, "seed");
    gp_json_unsigned(json, answer->seed);
    gp_json_add_truth(json, "partial", answer->is_partial);
    gp_json_add_number(json, "sure_steps", answer->sure_steps);
    gp_json_add_number(json, "steps", answer->steps);
    add_lists(json, schedule->network, answer, options->filter);
    gp_json_line(json);
    gp_json_add_truth(json, "mitigated", answer->unmitigated != NULL);
    gp_json_add_number(json, "draws_from", answer->first_draw);
    gp_json_add_number(json, "draws_to", (int64_t)answer->first_draw + answer->draws);
    return gp_json_finish(job, json, options->language, out);
}
