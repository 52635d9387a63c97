/* SPDX-License-Identifier: MIT
 * Futures side by side: what they ask for, until when the choice between them can wait, and what a
 * missed chance costs. By hand, and random portfolios against what really happens when a choice
 * is put off until that day, or a day longer. */
#include "tests/support_alone.h"
#include "tests/support_random.h"
#include "groeipad/scenarios.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const gp_term terms[] = {{.id = "a", .name = "a"}, {.id = "b", .name = "b"}};
static const uint32_t numbers[] = {0, 1};

/* Puts intervention `index` into the scenarios: 0 all, 1 a, 2 b, 3 a and b by name. */
static void put_in(const gp_portfolio *portfolio, uint32_t index, uint32_t choice)
{
    gp_portfolio *changed = (gp_portfolio *)(uintptr_t)portfolio;
    gp_intervention *one = (gp_intervention *)(uintptr_t)&portfolio->interventions[index];
    changed->scenarios = (gp_terms){terms, 2};
    one->scenarios = &numbers[choice == 2];
    one->scenario_count = choice == 3 ? 2 : choice > 0;
}

static gp_intervention needed_by(gp_day day)
{
    gp_intervention intervention = test_intervention(GP_DEVELOP, 0);
    intervention.cycle = DAYS(1);
    intervention.needed_by = day;
    return intervention;
}

static uint32_t capability_index(const gp_portfolio *portfolio, const char *id)
{
    gp_item item = portfolio->items[gp_find_symbol(portfolio, id)];
    assert_int_equal(item.kind, GP_ITEM_CAPABILITY);
    return item.index;
}

static void levels_are_asked_as_written(void **state)
{
    (void)state;
    test_draft t;
    gp_level second[] = {{.level = 2, .lead.lead_time.likely = DAYS(9)}};
    const gp_asked *asked;
    start_test_draft(&t);
    gp_capability view = test_capability(5);
    view.level = 1; /* there already, and asked for all the same */
    second[0].requires = test_requires(&t, "consent@3");
    view.levels = second;
    view.level_count = 1;
    add_test_capability(&t, "view", view, "data");
    add_test_capability(&t, "consent", test_capability(5), "");
    add_test_capability(&t, "data", test_capability(5), "");
    add_test_capability(&t, "writers", test_capability(5), "school@2");
    add_test_capability(&t, "robot", test_capability(5), "data@2");
    add_test_capability(&t, "school", test_capability(5), "");
    add_test_capability(&t, "idle", test_capability(5), "school@5");
    add_test_intervention(&t, "low", test_intervention(GP_DEVELOP, 14), "view writers|robot");
    const gp_portfolio *p = finish_test_draft(&t);
    static const struct {
        const char *id;
        uint8_t level, maybe;
    } rows[] = {{"view", 1, 1},  {"consent", 0, 0}, {"data", 1, 2}, {"writers", 0, 1},
                {"robot", 0, 1}, {"school", 0, 2},  {"idle", 0, 0}};
    assert_int_equal(gp_find_asked(t.job, p, &asked), GP_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_asked found = asked[capability_index(p, rows[i].id)];
        assert_int_equal(found.level, rows[i].level);
        assert_int_equal(found.maybe, rows[i].maybe);
    }
    gp_job_free(t.job);
}

/* shared (by day 400) needs base@2; lake (300) needs base, pool; lock (350) needs safe. base is
 * identified on a day. */
static const gp_portfolio *two_futures(test_draft *t, gp_day identified)
{
    start_test_draft(t);
    gp_settings *settings = gp_draft_settings(t->draft);
    settings->planning.prepare = DAYS(10);
    gp_level second[] = {{.level = 2, .lead.lead_time.likely = DAYS(30)}};
    gp_capability base = test_capability(100);
    base.levels = test_keep(t, second, sizeof second);
    base.level_count = 1;
    base.identified = identified;
    add_test_capability(t, "base", base, "");
    add_test_capability(t, "pool", test_capability(120), "base");
    add_test_capability(t, "safe", test_capability(80), "");
    add_test_intervention(t, "shared", needed_by(400), "base@2");
    add_test_intervention(t, "lake", needed_by(300), "base pool");
    add_test_intervention(t, "lock", needed_by(350), "safe");
    const gp_portfolio *p = finish_test_draft(t);
    put_in(p, 0, 0);
    put_in(p, 1, 1);
    put_in(p, 2, 2);
    return p;
}

static void the_choice_waits_until_the_first_option_binds(void **state)
{
    (void)state;
    test_draft t;
    gp_scenarios all;
    const gp_portfolio *p = two_futures(&t, GP_NO_DAY);
    assert_int_equal(gp_compare_scenarios(t.job, p, &all), GP_OK);
    assert_int_equal(all.future_count, 2);
    assert_int_equal(all.robustness[0], GP_NO_REGRET);
    assert_int_equal(all.no_regret_level[0], 2);
    assert_int_equal(all.robustness[1], GP_OPTION);
    assert_int_equal(all.robustness[2], GP_OPTION);
    assert_int_equal(all.futures[0].decide_by, 300 - 120 - 10);
    assert_int_equal(all.futures[1].decide_by, 350 - 80 - 10);
    assert_int_equal(all.choice.decide_by, 170);
    assert_true(all.choice.is_exact);
    assert_int_equal(all.choice.bind_count, 1);
    assert_int_equal(all.choice.binds[0].future, 0);
    assert_string_equal(p->ids[all.choice.binds[0].symbol], "pool");
    assert_int_equal(all.choice.identify_count, 1); /* base; its level 2 can wait until 360 */
    assert_int_equal(all.choice.identify[0].by, 300 - 120 - 100 - 10);
    assert_false(all.choice.identify[0].is_identified);
    gp_job_free(t.job);
}

/* The day itself counts; what will be identified is not yet. */
static void what_is_identified_today_is_identified(void **state)
{
    (void)state;
    for (gp_day day = -1; day <= 1; day++) {
        test_draft t;
        gp_scenarios all;
        const gp_portfolio *p = two_futures(&t, day);
        assert_int_equal(gp_compare_scenarios(t.job, p, &all), GP_OK);
        assert_int_equal(all.choice.identify_count, 1);
        assert_int_equal(all.choice.identify[0].is_identified, day <= 0);
        gp_job_free(t.job);
    }
}

static void a_narrow_portfolio_has_one_future(void **state)
{
    (void)state;
    test_draft t;
    gp_scenarios all;
    const gp_portfolio *narrow, *p = two_futures(&t, GP_NO_DAY);
    assert_int_equal(gp_select_scenario(t.job, p, 1, &narrow), GP_OK);
    assert_int_equal(gp_compare_scenarios(t.job, narrow, &all), GP_OK);
    assert_int_equal(all.future_count, 1);
    assert_int_equal(all.futures[0].scenario, 1);
    assert_int_equal(all.choice.decide_by, GP_NO_DAY);
    assert_int_equal(all.choice.identify_count + all.choice.bind_count, 0);
    gp_job_free(t.job);
}

/* "quick" is ready first, but only lake needs it; "common" is slower, in time, and there anyway. */
static void alternatives_are_taken_so_that_the_choice_waits_longest(void **state)
{
    (void)state;
    test_draft t;
    gp_scenarios all;
    start_test_draft(&t);
    add_test_capability(&t, "quick", test_capability(50), "");
    add_test_capability(&t, "common", test_capability(100), "");
    add_test_intervention(&t, "shared", needed_by(500), "common");
    add_test_intervention(&t, "lake", needed_by(300), "quick|common");
    const gp_portfolio *p = finish_test_draft(&t);
    put_in(p, 0, 0);
    put_in(p, 1, 1);
    assert_int_equal(gp_compare_scenarios(t.job, p, &all), GP_OK);
    assert_int_equal(all.choice.decide_by, 300); /* the start of lake itself */
    assert_int_equal(all.choice.chosen_count, 1);
    assert_string_equal(p->ids[p->requirements[all.choice.chosen[0]].target], "common");
    assert_int_equal(all.choice.identify_count, 1);
    gp_intervention *lake = (gp_intervention *)(uintptr_t)&p->interventions[1];
    lake->needed_by = 60; /* now only the quick one is in time */
    assert_int_equal(gp_compare_scenarios(t.job, p, &all), GP_OK);
    assert_int_equal(all.choice.decide_by, 60 - 50);
    assert_int_equal(all.choice.chosen_count, 0);
    gp_job_free(t.job);
}

static void an_overdue_choice_names_what_is_lost(void **state)
{
    (void)state;
    test_draft t;
    gp_scenarios all;
    const gp_portfolio *p = two_futures(&t, GP_NO_DAY);
    gp_portfolio *changed = (gp_portfolio *)(uintptr_t)p;
    changed->status_date = 200; /* past the 170 of pool: lake is late, and must not get later */
    gp_capability *pool = (gp_capability *)(uintptr_t)&p->capabilities[1];
    gp_planning yearly = {.round = DAYS(365), .from = 205, .prepare = DAYS(10)};
    pool->planning = &yearly;
    gp_capability *base = (gp_capability *)(uintptr_t)&p->capabilities[0];
    base->level = 2;
    assert_int_equal(gp_compare_scenarios(t.job, p, &all), GP_OK);
    assert_int_equal(all.choice.decide_by, 195); /* for the round of 205, five days ago */
    assert_int_equal(all.choice.bind_count, 1);
    assert_int_equal(all.stake_count, 2); /* safe loses a day; pool waits for another round */
    assert_int_equal(all.stakes[0].days, 365);
    assert_string_equal(p->ids[all.stakes[0].symbol], "pool");
    gp_job_free(t.job);
}

/* The day of the choice is past: what no future can do without and is to be identified before
 * today, comes before the choice all the same. */
static void an_overdue_choice_waits_for_what_is_due_before_today(void **state)
{
    (void)state;
    test_draft t;
    gp_scenarios all;
    gp_planning pool_rounds = {.round = DAYS(365), .from = 205, .prepare = DAYS(10)};
    gp_planning tool_rounds = {.round = DAYS(365), .from = 207, .prepare = DAYS(10)};
    gp_capability pool = test_capability(50), tool = test_capability(20);
    pool.planning = &pool_rounds, tool.planning = &tool_rounds;
    start_test_draft(&t);
    gp_draft_settings(t.draft)->status_date = 200;
    add_test_capability(&t, "tool", tool, "");
    add_test_capability(&t, "pool", pool, "");
    add_test_capability(&t, "safe", test_capability(80), "");
    add_test_intervention(&t, "shared", needed_by(400), "tool");
    add_test_intervention(&t, "lake", needed_by(300), "pool");
    add_test_intervention(&t, "lock", needed_by(350), "safe");
    const gp_portfolio *p = finish_test_draft(&t);
    put_in(p, 0, 0);
    put_in(p, 1, 1);
    put_in(p, 2, 2);
    assert_int_equal(gp_compare_scenarios(t.job, p, &all), GP_OK);
    assert_int_equal(all.choice.decide_by, 205 - 10);
    assert_int_equal(all.choice.identify_count, 1);
    assert_int_equal(all.choice.identify[0].by, 207 - 10);
    gp_job_free(t.job);
}

/* ---- random portfolios ---- */

/* A future, planned by the public calls, and what its interventions wait for. */
typedef struct planned {
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    uint8_t is_used[256];
} planned;

static bool is_common(const planned *both, uint32_t f, uint32_t i)
{
    const gp_network *other = both[!f].network;
    const gp_activity *a = &both[f].network->activities[i];
    uint32_t same = gp_find_activity(other, a->symbol, a->level);
    return same != GP_NONE && both[!f].is_used[same];
}

/* Steps that interventions wait for: looked for again and again until nothing is new. */
static void mark_used(planned *future)
{
    uint8_t *is_used = future->is_used;
    const gp_network *network = future->network;
    bool has_grown = true;
    for (uint32_t i = 0; i < network->activity_count; i++)
        is_used[i] = network->activities[i].kind == GP_KIND_INTERVENTION;
    while (has_grown) {
        has_grown = false;
        for (uint32_t a = 0; a < network->arc_count; a++) {
            const gp_arc *arc = &network->arcs[a];
            bool waits = is_used[arc->to] && is_waited_for_by(future->schedule, a);
            if (!waits || is_used[arc->from]) continue;
            is_used[arc->from] = 1;
            has_grown = true;
        }
    }
}

/* False where a step waits for a round and none is known so late. */
static bool has_round(const gp_schedule *schedule, uint32_t activity)
{
    const gp_activity *a = &schedule->network->activities[activity];
    return !a->is_rounded || gp_knows_round(a->planning, schedule->dates[activity].earliest_start);
}

/* Does an intervention of the future get later than it is needed, or than it can be, when its
 * options are identified on `day` and not before? Or is there something that it needs for which
 * no round is known any more? */
static bool someone_loses(gp_job *job, const planned *both, uint32_t f, gp_day day)
{
    static gp_activity activities[256];
    const planned *future = &both[f];
    gp_network late = *future->network;
    const gp_schedule *schedule;
    assert_true(late.activity_count <= 256);
    memcpy(activities, late.activities, late.activity_count * sizeof *activities);
    for (uint32_t i = 0; i < late.activity_count; i++) {
        gp_activity *a = &activities[i];
        bool is_step = a->kind != GP_KIND_INTERVENTION && a->actual == GP_ACTUAL_NONE;
        if (!is_step || !future->is_used[i] || is_common(both, f, i)) continue;
        gp_day start = gp_add_duration(&future->portfolio->calendar, day, a->planning->prepare);
        if (start > a->release) a->release = start;
    }
    late.activities = activities;
    assert_int_equal(gp_schedule_network(job, &late, NULL, &schedule), GP_OK);
    for (uint32_t i = 0; i < future->portfolio->intervention_count; i++) {
        uint32_t live = late.intervention_activity[i];
        gp_day limit = future->schedule->dates[live].earliest_ready;
        if (future->portfolio->interventions[i].needed_by > limit)
            limit = future->portfolio->interventions[i].needed_by;
        if (schedule->dates[live].earliest_ready > limit) return true;
    }
    for (uint32_t i = 0; i < late.activity_count; i++)
        if (future->is_used[i] && has_round(future->schedule, i) && !has_round(schedule, i))
            return true;
    return false;
}

static void plan_both(gp_job *job, const gp_portfolio *p, planned *both)
{
    for (uint32_t f = 0; f < 2; f++) {
        planned *one = &both[f];
        assert_int_equal(gp_select_scenario(job, p, f, &one->portfolio), GP_OK);
        assert_int_equal(gp_build_network(job, one->portfolio, &one->network), GP_OK);
        assert_int_equal(gp_schedule_network(job, one->network, NULL, &one->schedule), GP_OK);
        assert_true(one->network->activity_count <= 256);
        mark_used(one);
    }
}

static bool has_alternatives(const gp_portfolio *p)
{
    for (uint32_t i = 0; i < p->requirement_count; i++)
        if (p->requirements[i].group) return true;
    return false;
}

/* Dates of its own press a step where no intervention gets late by it. */
static bool has_own_limits(const gp_portfolio *p)
{
    for (uint32_t i = 0; i < p->capability_count; i++) {
        const gp_window *window = p->capabilities[i].window;
        if (window && (window->start_by != GP_NO_DAY || window->needed_by != GP_NO_DAY))
            return true;
    }
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        const gp_window *window = p->interventions[i].window;
        if (window && window->start_by != GP_NO_DAY) return true;
    }
    return false;
}

static void nobody_loses_before_the_day_and_somebody_after(void **state)
{
    (void)state;
    static generator g;
    static planned both[2];
    int safe = 0, tight = 0;
    for (uint64_t seed = 1; seed <= 9000; seed++) {
        gp_scenarios all;
        const gp_network *network;
        const gp_portfolio *p = random_portfolio(&g, seed);
        gp_job *job = g.draft.job;
        uint64_t draw = seed;
        for (uint32_t i = 0; i < p->intervention_count; i++) put_in(p, i, test_random(&draw, 4));
        bool is_sound = gp_build_network(job, p, &network) == GP_OK && p->intervention_count;
        if (is_sound) {
            assert_int_equal(gp_compare_scenarios(job, p, &all), GP_OK);
            plan_both(job, p, both);
        }
        for (uint32_t f = 0; is_sound && f < 2; f++) {
            gp_day day = all.futures[f].decide_by;
            if (day == GP_NO_DAY || has_alternatives(p)) continue;
            assert_false(someone_loses(job, both, f, day));
            safe++;
            const gp_scenario_choice *choice = &all.choice;
            for (uint32_t i = 0; i < choice->bind_count; i++) {
                gp_item bound = p->items[choice->binds[i].symbol];
                if (choice->binds[i].future != f || choice->binds[i].by != day ||
                    bound.kind == GP_ITEM_INTERVENTION || has_own_limits(p))
                    continue;
                assert_true(someone_loses(job, both, f, day + 1));
                tight++;
                break;
            }
        }
        gp_job_free(job);
    }
    assert_true(safe > 300);
    assert_true(tight > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_are_asked_as_written),
        cmocka_unit_test(the_choice_waits_until_the_first_option_binds),
        cmocka_unit_test(what_is_identified_today_is_identified),
        cmocka_unit_test(a_narrow_portfolio_has_one_future),
        cmocka_unit_test(alternatives_are_taken_so_that_the_choice_waits_longest),
        cmocka_unit_test(an_overdue_choice_names_what_is_lost),
        cmocka_unit_test(an_overdue_choice_waits_for_what_is_due_before_today),
        cmocka_unit_test(nobody_loses_before_the_day_and_somebody_after),
    };
    return cmocka_run_group_tests_name("futures", tests, NULL, NULL);
}
