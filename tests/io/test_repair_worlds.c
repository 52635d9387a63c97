/* SPDX-License-Identifier: MIT
 * Effects are right: a plan with the strongest of what was taken, thing by thing, has the dates of
 * the portfolio with those measures made one after the other. And they can do no harm: with one
 * more measure no date is later. Random portfolios and measures; which measures are made, and how
 * the portfolio with them is planned, has nothing to do with effects. */
#include "tests/support_draft.h"
#include "tests/support_repair.h"
#include "tests/support_what_if.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define CASES 300
#define TRIES 12

typedef struct subject {
    repair_world world;
    what_if_model model;
    what_if_plan *plan;
    uint64_t seed, draws;
    bool is_taken[4096];
} subject;

static uint32_t draw_below(subject *s, uint32_t below)
{
    return test_random(&s->draws, below);
}

static void open_subject(subject *s, uint64_t seed, const repair_taste *taste, bool is_automatic)
{
    *s = (subject){.seed = seed, .draws = seed};
    open_world(&s->world, random_repairable(seed, taste));
    s->world.options.has_automatic = is_automatic;
    s->plan = open_what_if(s->world.job, s->world.schedule, &s->world.options, &s->model);
    assert_true(s->model.count < sizeof s->is_taken);
}

/* ---- what is taken ---- */

static void drop_excluded(subject *s)
{
    for (uint32_t i = 0; i < s->model.exclude_count; i++) {
        const uint32_t *pair = s->model.excludes[i];
        if (s->is_taken[pair[0]] && s->is_taken[pair[1]])
            s->is_taken[pair[draw_below(s, 2)]] = false;
    }
}

static bool can_add(const subject *s, uint32_t candidate)
{
    for (uint32_t i = 0; i < s->model.exclude_count; i++) {
        const uint32_t *pair = s->model.excludes[i];
        if ((pair[0] == candidate && s->is_taken[pair[1]]) ||
            (pair[1] == candidate && s->is_taken[pair[0]]))
            return false;
    }
    return !s->is_taken[candidate];
}

static void draw_taken(subject *s)
{
    uint32_t chances = 1 + draw_below(s, 6);
    for (uint32_t c = 0; c < s->model.count; c++) s->is_taken[c] = draw_below(s, chances) == 0;
    drop_excluded(s);
}

static void tell(const subject *s)
{
    for (const char *at = s->world.text; *at; at += strcspn(at, "\n") + 1) /* a line at a time */
        print_message("%.*s\n", (int)strcspn(at, "\n"), at);
    for (uint32_t c = 0; c < s->model.count; c++) {
        const gp_candidate *one = &s->model.candidates[c];
        const gp_portfolio *portfolio = s->world.portfolio;
        if (!s->is_taken[c]) continue;
        if (one->kind == GP_DECIDE_MEASURE)
            print_message("%s ", portfolio->measures[one->measure].id);
        else
            print_message("%d:%s@%d/%d ", one->kind, portfolio->ids[one->symbol], one->level,
                          one->quarters);
    }
    print_message("\n");
}

/* ---- the truth ---- */

static const gp_schedule *make_plan(subject *s, gp_job *job)
{
    const gp_candidate **taken = malloc((s->model.count + 1u) * sizeof *taken);
    uint32_t count = 0;
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    assert_non_null(taken);
    for (uint32_t c = 0; c < s->model.count; c++)
        if (s->is_taken[c]) taken[count++] = &s->model.candidates[c];
    gp_status status = s->world.worlds.make(s->world.worlds.object, job, taken, count, &portfolio);
    free(taken);
    if (status != GP_OK || gp_build_network(job, portfolio, &network) != GP_OK) {
        uint32_t findings;
        char message[400];
        const gp_finding *all = gp_findings(job, &findings);
        tell(s);
        for (uint32_t i = 0; i < findings; i++) {
            gp_finding_message(&all[i], GP_ENGLISH, message, sizeof message);
            print_message("GP%d %s\n", all[i].code, message);
        }
        fail_msg("case %d: there is no such plan", (int)s->seed);
    }
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    return schedule;
}

/* What both say of one intervention. */
static void check_live(subject *s, uint32_t intervention, const gp_schedule *schedule)
{
    const gp_network *network = s->world.schedule->network;
    uint32_t activity = network->intervention_activity[intervention];
    const char *id = gp_activity_id(network, activity);
    uint32_t symbol = gp_find_symbol(schedule->network->portfolio, id);
    const gp_dates *dates = &schedule->dates[gp_find_activity(schedule->network, symbol, 0)];
    int32_t late = late_in(&s->world, intervention, schedule);
    what_if_live live = live_what_if(s->plan, activity);
    if (live.ready == dates->earliest_ready && live.not_before == dates->not_before &&
        live.late == late)
        return;
    tell(s);
    fail_msg("case %d: %s is live on %d%s, %d late; the model says %d%s, %d late", (int)s->seed, id,
             dates->earliest_ready, dates->not_before ? "+" : "", late, live.ready,
             live.not_before ? "+" : "", live.late);
}

static void check_plan(subject *s)
{
    gp_job *job = gp_job_new();
    const gp_schedule *schedule = make_plan(s, job);
    take_what_if(s->plan, s->is_taken);
    for (uint32_t i = 0; i < s->world.portfolio->intervention_count; i++)
        check_live(s, i, schedule);
    gp_job_free(job);
}

/* ---- one more ---- */

static void check_one_more(subject *s)
{
    what_if_live before[REPAIR_LIVES_MAX];
    const gp_network *network = s->world.schedule->network;
    uint32_t count = s->world.portfolio->intervention_count;
    uint32_t one = s->model.count ? draw_below(s, s->model.count) : 0;
    if (s->model.count == 0 || !can_add(s, one)) return;
    for (uint32_t i = 0; i < count; i++)
        before[i] = live_what_if(s->plan, network->intervention_activity[i]);
    take_one_what_if(s->plan, one, true);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t activity = network->intervention_activity[i];
        what_if_live now = live_what_if(s->plan, activity);
        if (now.ready <= before[i].ready && now.late <= before[i].late) continue;
        tell(s);
        fail_msg("case %d: with number %u as well %s is later", (int)s->seed, one,
                 gp_activity_id(network, activity));
    }
    take_one_what_if(s->plan, one, false);
}

/* ---- cases ---- */

static void check_cases(const repair_taste *taste, bool is_automatic, uint64_t from)
{
    static subject s;
    uint32_t taken = 0, left_out = 0, excluded = 0;
    uint64_t cases = repair_cases(CASES);
    for (uint64_t seed = from; seed < from + cases; seed++) {
        open_subject(&s, seed, taste, is_automatic);
        for (int i = 0; i < TRIES; i++) {
            draw_taken(&s);
            check_plan(&s);
            check_one_more(&s);
            for (uint32_t c = 0; c < s.model.count; c++) taken += s.is_taken[c];
        }
        left_out += s.model.left_out;
        excluded += s.model.exclude_count;
        close_world(&s.world);
    }
    print_message("%u taken, %u left out, %u pairs excluded\n", taken, left_out, excluded);
    assert_true(taken > cases * TRIES);
}

static void own_measures(void **state)
{
    (void)state;
    check_cases(&(repair_taste){12, 4, 12, false}, false, 1);
}

static void plain_measures(void **state)
{
    (void)state;
    check_cases(&(repair_taste){10, 4, 14, true}, false, 5001);
}

static void automatic_measures(void **state)
{
    (void)state;
    check_cases(&(repair_taste){14, 5, 0, false}, true, 10001);
}

static void both_kinds(void **state)
{
    (void)state;
    check_cases(&(repair_taste){9, 3, 8, false}, true, 15001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_measures),
        cmocka_unit_test(plain_measures),
        cmocka_unit_test(automatic_measures),
        cmocka_unit_test(both_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
