/* SPDX-License-Identifier: MIT
 * Decisions that nobody searched for: whatever the records of a plan allow. */
#include "tests/support_decided.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void add(test_decided *out, gp_candidate candidate)
{
    gp_repair *repair = &out->repair;
    if (repair->considered_count == TEST_DECISIONS) return;
    out->candidates[repair->considered_count] = candidate;
    repair->cost += candidate.cost;
    repair->considered_count++;
}

static gp_candidate candidate_of(gp_candidate_kind kind, uint32_t symbol, double cost)
{
    return (gp_candidate){.kind = (uint8_t)kind,
                          .symbol = symbol,
                          .cost = cost,
                          .measure = GP_NONE,
                          .requirement = GP_NONE,
                          .needed_by = GP_NO_DAY,
                          .by_days = GP_NO_DAYS};
}

static void add_steps(test_decided *out, const gp_network *network)
{
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        if (a->kind != GP_KIND_CAPABILITY) continue;
        gp_candidate one = candidate_of(GP_DECIDE_OFF_ROUND, a->symbol, 1);
        one.level = a->level;
        if (i % 3 == 0) add(out, one);
        one = candidate_of(GP_DECIDE_SHORTEN, a->symbol, 2.5);
        one.level = a->level;
        one.quarters = 2 + i % 2;
        one.by_days = (int32_t)(i * 7);
        if (i % 4 < 2) add(out, one);
    }
}

static void add_lower(test_decided *out, const gp_portfolio *portfolio, uint32_t symbol,
                      gp_span requires)
{
    for (uint32_t i = requires.first; i < requires.first + requires.count; i++) {
        if (portfolio->requirements[i].level < 2) continue;
        gp_candidate one = candidate_of(GP_DECIDE_LEVEL, symbol, 2);
        one.requirement = i;
        one.level = (uint8_t)(portfolio->requirements[i].level - 1);
        add(out, one);
        return;
    }
}

static void add_interventions(gp_job *job, test_decided *out, int32_t late_before)
{
    const gp_network *then = out->repair.before->network, *now = out->repair.after->network;
    const gp_portfolio *portfolio = then->portfolio;
    uint32_t most = portfolio->intervention_count;
    out->lives = GP_NEW(job, gp_repair_live, most);
    assert_non_null(out->lives);
    for (uint32_t i = 0; i < most; i++) {
        const gp_intervention *asked = &portfolio->interventions[i];
        uint32_t symbol = gp_find_symbol(now->portfolio, portfolio->ids[asked->symbol]);
        uint32_t activity = symbol == GP_NONE ? GP_NONE : gp_find_activity(now, symbol, 0);
        if (asked->needed_by == GP_NO_DAY || activity == GP_NONE) continue;
        int32_t late = gp_late_days(out->repair.after, activity);
        if (late < 0) late = 0;
        gp_day needed = now->portfolio->interventions[now->activities[activity].item].needed_by;
        out->lives[out->repair.live_count++] =
            (gp_repair_live){.intervention = i,
                             .needed_by = asked->needed_by,
                             .needed_by_after = needed,
                             .late_before = late + (i % 3 ? late_before : 0),
                             .late_after = late};
        add_lower(out, portfolio, asked->symbol, asked->requires);
        gp_candidate one = candidate_of(GP_DECIDE_DATE, asked->symbol, 3);
        one.needed_by = needed;
        one.by_days = 63;
        one.cycles = 3;
        if (i % 4 == 0 && needed != GP_NO_DAY) add(out, one);
    }
    out->repair.lives = out->lives;
}

void make_decided(gp_job *job, const gp_schedule *before, const gp_schedule *after,
                  int32_t late_before, test_decided *out)
{
    *out = (test_decided){.repair = {.before = before, .after = after, .bound = 2}};
    gp_repair *repair = &out->repair;
    add_interventions(job, out, late_before);
    add_steps(out, before->network);
    repair->considered = out->candidates;
    repair->choices = out->choices;
    for (uint32_t i = 0; i < repair->considered_count; i++) {
        gp_repair_choice *choice = &out->choices[repair->choice_count++];
        *choice = (gp_repair_choice){.candidate = i,
                                     .decide_by = i % 5 ? (gp_day)(i * 40) - 100 : GP_NO_DAY,
                                     .first_step = GP_NONE,
                                     .uses = out->uses[i]};
        for (; choice->use_count < i % 7 && choice->use_count < repair->live_count;
             choice->use_count++)
            out->uses[i][choice->use_count] =
                (gp_repair_use){repair->lives[choice->use_count].intervention, (int32_t)i + 1};
    }
    out->repaired = (gp_repaired){.repair = repair, .budget = -1};
}
