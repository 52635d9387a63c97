/* SPDX-License-Identifier: MIT
 * What formats call a measure, and what comes of a search. */
#include "io/answers/repair_fields.h"
#include "io/answers/cost.h"
#include "io/answers/json_parts.h"
#include "io/answers/repair_words.h"

void gp_json_add_cost(gp_json *json, const char *key, double cost)
{
    gp_json_key(json, key);
    gp_json_cost(json, cost);
}

void gp_json_add_outcome(gp_json *json, const gp_repair *repair)
{
    gp_json_add_text(json, "status", gp_repair_status_key(repair->status));
    gp_json_add_cost(json, "cost", repair->cost);
    gp_json_add_cost(json, "bound", repair->bound);
    gp_json_add_text(json, "cost_unit", repair->before->network->portfolio->cost_unit);
    gp_json_add_truth(json, "cut_off", repair->is_stopped || repair->is_exhausted);
}

void gp_json_add_candidate(gp_json *json, const gp_portfolio *portfolio,
                           const gp_candidate *candidate)
{
    const gp_measure *measure =
        candidate->measure == GP_NONE ? NULL : &portfolio->measures[candidate->measure];
    gp_json_add_text(json, "id", measure ? measure->id : NULL);
    gp_json_add_text(json, "name", measure ? measure->name : NULL);
    gp_json_add_text(json, "kind", gp_candidate_key(candidate->kind));
    gp_json_add_text(json, "target", gp_candidate_target(portfolio, candidate));
    gp_json_add_level(json, candidate->level);
    gp_json_add_text(json, "requires", gp_candidate_required(portfolio, candidate));
    gp_json_add_days(json, "by_days", candidate->by_days);
    gp_json_add_cost(json, "cost", candidate->cost);
}

void gp_json_add_choice(gp_json *json, const gp_repair *repair, const gp_repair_choice *choice)
{
    const gp_portfolio *portfolio = repair->before->network->portfolio;
    gp_json_add_number(json, "number", choice->candidate);
    gp_json_add_candidate(json, portfolio, &repair->considered[choice->candidate]);
    gp_json_add_day(json, "decide_by", choice->decide_by);
    gp_json_key(json, "first_step");
    gp_json_step(json, repair->after->network, choice->first_step);
    gp_json_open_list(json, "needed_for");
    for (uint32_t i = 0; i < choice->use_count; i++) {
        uint32_t symbol = portfolio->interventions[choice->uses[i].intervention].symbol;
        gp_json_open(json, '{');
        gp_json_add_text(json, "intervention", portfolio->ids[symbol]);
        gp_json_add_number(json, "late_days_without", choice->uses[i].late_days);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}
