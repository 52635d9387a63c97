/* SPDX-License-Identifier: MIT
 * The JSON document of `scenarios`. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"
#include "io/answers/record_keys.h"
#include "io/answers/scenario_words.h"

static void open_section(gp_json *json, const char *key)
{
    gp_json_line(json);
    gp_json_key(json, key);
    gp_json_open(json, '[');
}

static void add_lives(gp_json *json, const gp_portfolio *portfolio, const gp_future *future,
                      const gp_filter *filter)
{
    gp_json_key(json, "interventions");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < future->live_count; i++) {
        const gp_future_live *live = &future->lives[i];
        const gp_intervention *intervention = &portfolio->interventions[live->intervention];
        if (!gp_passes(filter, intervention->symbol)) continue;
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", portfolio->ids[intervention->symbol]);
        gp_json_add_truth(json, "in_all", intervention->scenario_count == 0);
        gp_json_add_day(json, "needed_by", intervention->needed_by);
        gp_json_add_day(json, "earliest_ready", live->ready);
        gp_json_add_truth(json, "not_before", live->not_before);
        gp_json_add_number(json, "late_days", live->late_days);
        gp_json_add_record_keys(json, portfolio, intervention->symbol);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_futures(gp_json *json, const gp_portfolio *portfolio, const gp_scenarios *all,
                        const gp_filter *filter)
{
    open_section(json, "scenarios");
    for (uint32_t f = 0; f < all->future_count; f++) {
        const gp_future *future = &all->futures[f];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", gp_future_id(portfolio, future));
        gp_json_add_text(json, "name", portfolio->scenarios.terms[future->scenario].name);
        gp_json_add_day(json, "decide_by", future->decide_by);
        gp_json_add_number(json, "clashes", future->clash_count);
        gp_json_key(json, "fallen");
        gp_json_open(json, '[');
        for (uint32_t i = 0; i < future->fallen.count; i++)
            if (gp_passes(filter, future->fallen.symbols[i]))
                gp_json_text(json, portfolio->ids[future->fallen.symbols[i]]);
        gp_json_close(json, ']');
        add_lives(json, portfolio, future, filter);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_demand(gp_json *json, const gp_portfolio *portfolio, const gp_scenarios *all,
                       const gp_filter *filter)
{
    open_section(json, "demand");
    for (uint32_t i = 0; all->robustness && i < portfolio->capability_count; i++) {
        const gp_capability *capability = &portfolio->capabilities[i];
        if (!gp_passes(filter, capability->symbol)) continue;
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", portfolio->ids[capability->symbol]);
        gp_json_add_number(json, "now", capability->level);
        gp_json_add_text(json, "robustness", gp_robustness_key(all->robustness[i]));
        gp_json_add_level(json, all->no_regret_level[i]);
        gp_json_key(json, "scenarios");
        gp_json_open(json, '[');
        for (uint32_t f = 0; f < all->future_count; f++) {
            gp_asked asked = all->futures[f].asked[i];
            if (asked.maybe == 0) continue;
            gp_json_open(json, '{');
            gp_json_add_text(json, "id", gp_future_id(portfolio, &all->futures[f]));
            gp_json_add_level(json, asked.level);
            gp_json_add_number(json, "with_alternatives", asked.maybe);
            gp_json_close(json, '}');
        }
        gp_json_close(json, ']');
        gp_json_add_record_keys(json, portfolio, capability->symbol);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_steps(gp_json *json, const char *key, const gp_portfolio *portfolio,
                      const gp_scenarios *all, const gp_future_step *steps, uint32_t count)
{
    open_section(json, key);
    for (uint32_t i = 0; i < count; i++) {
        const gp_future *future = &all->futures[steps[i].future];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "scenario", gp_future_id(portfolio, future));
        gp_json_add_text(json, "id", portfolio->ids[steps[i].symbol]);
        gp_json_add_level(json, steps[i].level);
        gp_json_add_day(json, "by", steps[i].by);
        gp_json_add_truth(json, "identified", steps[i].is_identified);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_choice(gp_json *json, const gp_portfolio *portfolio, const gp_scenarios *all)
{
    const gp_scenario_choice *choice = &all->choice;
    gp_day status = portfolio->status_date;
    gp_json_line(json);
    gp_json_add_day(json, "decide_by", all->future_count ? choice->decide_by : GP_NO_DAY);
    gp_json_add_truth(json, "overdue",
                      all->future_count && choice->decide_by != GP_NO_DAY &&
                          choice->decide_by < status);
    gp_json_add_truth(json, "at_most", choice->is_at_most);
    gp_json_add_truth(json, "exact", choice->is_exact);
    open_section(json, "alternatives_taken");
    for (uint32_t i = 0; i < choice->chosen_count; i++)
        gp_json_text(json, portfolio->ids[portfolio->requirements[choice->chosen[i]].target]);
    gp_json_close(json, ']');
    add_steps(json, "binds", portfolio, all, choice->binds, choice->bind_count);
    add_steps(json, "identify", portfolio, all, choice->identify, choice->identify_count);
}

static void add_stakes(gp_json *json, const gp_portfolio *portfolio, const gp_scenarios *all)
{
    open_section(json, "stakes");
    for (uint32_t i = 0; i < all->stake_count; i++) {
        const gp_stake *stake = &all->stakes[i];
        const gp_future *future = &all->futures[stake->future];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", portfolio->ids[stake->symbol]);
        gp_json_add_level(json, stake->level);
        gp_json_add_number(json, "days", stake->days);
        gp_json_add_text(json, "intervention", portfolio->ids[stake->intervention]);
        gp_json_add_text(json, "scenario", gp_future_id(portfolio, future));
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

gp_status gp_json_scenarios(gp_job *job, const gp_portfolio *portfolio,
                            const gp_scenarios *scenarios, const gp_write_options *options,
                            gp_output *out)
{
    gp_json *json = gp_json_document(job, "scenarios", portfolio);
    if (!json) return gp_no_memory(job);
    add_futures(json, portfolio, scenarios, options->filter);
    add_demand(json, portfolio, scenarios, options->filter);
    add_choice(json, portfolio, scenarios);
    add_stakes(json, portfolio, scenarios);
    return gp_json_finish(job, json, options->language, out);
}
