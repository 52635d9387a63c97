/* SPDX-License-Identifier: MIT
 * A run is the sum of its draws: the same bits for any number of threads and for parts that are
 * added in any order, and nothing else can be added. A risk costs what it says. Work and its
 * adjoint belong together in each draw, delays included. */
#include "core/risk/sums.h"
#include "core/risk/walk.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

/* A portfolio whose risks and correlations are set by hand. */
typedef struct setup {
    generator g;
    gp_job *job;
    gp_portfolio portfolio;
    gp_risk risks[2];
    uint32_t affects[2][3];
    gp_correlation correlation;
    uint32_t together[2];
    const gp_schedule *schedule;
} setup;

static bool make_schedule(setup *s, const gp_portfolio *portfolio)
{
    const gp_network *network;
    s->job = s->g.draft.job;
    s->portfolio = *portfolio;
    uint32_t last = portfolio->capability_count - 1;
    for (uint32_t i = 0; i < 2; i++) {
        s->affects[i][0] = portfolio->capabilities[i].symbol;
        s->affects[i][1] = portfolio->capabilities[last].symbol;
        s->affects[i][2] = portfolio->interventions[0].symbol;
        s->risks[i] = (gp_risk){.id = i ? "strike" : "vacancy",
                                .name = "",
                                .probability = i ? 0.25 : 0.5,
                                .delay = {DAYS(10), DAYS(30), DAYS(90), NULL},
                                .affects = s->affects[i],
                                .affect_count = 3,
                                .mitigated_probability = i ? 0.05 : -1,
                                .mitigation_cost = -1};
    }
    s->risks[1].delay = (gp_estimate){.likely = MONTHS(2)};
    s->together[0] = portfolio->capabilities[0].symbol;
    s->together[1] = portfolio->capabilities[1].symbol;
    s->correlation =
        (gp_correlation){.symbols = s->together, .symbol_count = 2, .coefficient = 0.6};
    s->portfolio.risks = s->risks;
    s->portfolio.risk_count = 2;
    s->portfolio.correlations = &s->correlation;
    s->portfolio.correlation_count = 1;
    return gp_build_network(s->job, &s->portfolio, &network) == GP_OK &&
           gp_schedule_network(s->job, network, NULL, &s->schedule) == GP_OK;
}

/* The first random portfolio from `seed` on with something in it and no circle. */
static void start(setup *s, uint64_t seed)
{
    for (;; seed++) {
        *s = (setup){0};
        const gp_portfolio *portfolio = random_portfolio(&s->g, seed);
        s->job = s->g.draft.job;
        if (portfolio && portfolio->capability_count > 2 && portfolio->intervention_count &&
            make_schedule(s, portfolio))
            return;
        gp_job_free(s->g.draft.job);
    }
}

static void stop(setup *s)
{
    gp_job_free(s->job);
}

static gp_risk_sums *run(setup *s, gp_risk_options options)
{
    gp_risk_sums *sums;
    options.spread_less = 30;
    options.spread_more = 120;
    assert_int_equal(gp_run_risk(s->job, s->schedule, &options, &sums), GP_OK);
    return sums;
}

/* What the answer shows of sums: histograms may have more or less room. */
static void expect_same(setup *s, const gp_risk_sums *found, const gp_risk_sums *expected)
{
    gp_risk_answer a, b;
    assert_int_equal(gp_answer_risk(s->job, s->schedule, found, &a), GP_OK);
    assert_int_equal(gp_answer_risk(s->job, s->schedule, expected, &b), GP_OK);
    assert_int_equal(a.draws, b.draws);
    for (uint32_t i = 0; i < a.live_count; i++) {
        assert_int_equal(a.lives[i].bar_count, b.lives[i].bar_count);
        assert_memory_equal(a.lives[i].bars, b.lives[i].bars,
                            a.lives[i].bar_count * sizeof *a.lives[i].bars);
        assert_int_equal(a.lives[i].merge_count, b.lives[i].merge_count);
        for (uint32_t k = 0; k < a.lives[i].merge_count; k++)
            assert_true(a.lives[i].merges[k].days == b.lives[i].merges[k].days);
    }
    for (uint32_t i = 0; i < a.steps; i++) {
        const gp_risk_step *x = &a.steps_of[i], *y = &b.steps_of[i];
        assert_int_equal(x->activity, y->activity);
        assert_memory_equal(x->identify_by, y->identify_by, sizeof x->identify_by);
        assert_true(x->criticality == y->criticality && x->sd_days == y->sd_days);
        for (uint32_t k = 0; k < x->by_count; k++)
            assert_true(x->by[k].spearman == y->by[k].spearman && x->by[k].ssi == y->by[k].ssi);
    }
    for (uint32_t i = 0; i < a.effect_count; i++) {
        assert_int_equal(a.effects[i].happened, b.effects[i].happened);
        for (uint32_t k = 0; k < a.effects[i].delay_count; k++)
            assert_true(a.effects[i].delays[k].mean_days == b.effects[i].delays[k].mean_days &&
                        a.effects[i].delays[k].mitigated_mean_days ==
                            b.effects[i].delays[k].mitigated_mean_days);
    }
}

static void test_threads_do_not_show(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 6; seed++) {
        setup s;
        start(&s, 100 * seed);
        gp_risk_options options = {.seed = seed, .draws = 1999, .threads = 1};
        gp_risk_sums *one = run(&s, options);
        options.threads = 2;
        expect_same(&s, run(&s, options), one);
        options.threads = 5;
        expect_same(&s, run(&s, options), one);
        stop(&s);
    }
}

/* Who drew what decides how much room is made for days, and a part tells nothing of it. */
static void test_room_is_not_in_a_part(void **state)
{
    setup s;
    const int64_t *list, *same;
    size_t count, same_count;
    (void)state;
    start(&s, 100);
    gp_risk_sums *sums = run(&s, (gp_risk_options){.seed = 1, .draws = 100, .threads = 1});
    assert_int_equal(gp_write_sums(s.job, sums, &list, &count), GP_OK);
    gp_histogram *days = &sums->histograms[0];
    uint32_t room = days->count;
    assert_int_equal(gp_count_day(s.job, days, days->first - 1, 0), GP_OK);
    assert_int_equal(gp_count_day(s.job, days, days->first + (gp_day)days->count, 0), GP_OK);
    assert_true(days->count > room);
    assert_int_equal(gp_write_sums(s.job, sums, &same, &same_count), GP_OK);
    assert_int_equal(same_count, count);
    assert_memory_equal(same, list, count * sizeof *list);
    stop(&s);
}

static void test_parts_add_up(void **state)
{
    const uint32_t ends[] = {0, 1, 64, 130, 999, 1999};
    (void)state;
    for (int is_mitigated = 0; is_mitigated < 2; is_mitigated++) {
        setup s;
        start(&s, 4242);
        gp_risk_options options = {.seed = 3, .draws = 1999, .is_mitigated = is_mitigated};
        gp_risk_sums *whole = run(&s, options), *sum = NULL;
        for (int i = 4; i >= 0; i--) { /* from the last to the first */
            options.first_draw = ends[i];
            options.draws = ends[i + 1] - ends[i];
            gp_risk_sums *part = run(&s, options), *read;
            const int64_t *list;
            size_t count;
            options.spread_less = 30;
            options.spread_more = 120;
            assert_int_equal(gp_write_sums(s.job, part, &list, &count), GP_OK);
            assert_int_equal(gp_read_sums(s.job, s.schedule, &options, list, count, &read), GP_OK);
            if (!sum)
                sum = read;
            else
                assert_int_equal(gp_add_sums(sum, read), GP_OK);
            assert_int_equal(gp_describe_sums(read).first_draw, ends[i]);
        }
        expect_same(&s, sum, whole);
        stop(&s);
    }
}

static void test_what_does_not_join_is_refused(void **state)
{
    (void)state;
    setup s;
    start(&s, 4242);
    gp_risk_sums *first = run(&s, (gp_risk_options){.seed = 3, .draws = 100});
    gp_risk_options others[] = {
        {.seed = 3, .first_draw = 101, .draws = 100},                      /* a gap */
        {.seed = 3, .first_draw = 99, .draws = 100},                       /* an overlap */
        {.seed = 4, .first_draw = 100, .draws = 100},                      /* another seed */
        {.seed = 3, .first_draw = 100, .draws = 100, .is_mitigated = true} /* other risks */
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(gp_add_sums(first, run(&s, others[i])), GP_INVALID);
    assert_int_equal(gp_add_sums(first, run(&s, (gp_risk_options){.seed = 3, .first_draw = 100})),
                     GP_OK);
    stop(&s);
}

static void test_a_list_that_is_cut_or_changed_is_no_sums(void **state)
{
    (void)state;
    setup s;
    start(&s, 4242);
    gp_risk_options options = {.seed = 3, .draws = 64, .spread_less = 30, .spread_more = 120};
    gp_risk_sums *sums = run(&s, options), *read;
    const int64_t *list;
    size_t count;
    assert_int_equal(gp_write_sums(s.job, sums, &list, &count), GP_OK);
    for (size_t cut = 0; cut < count; cut += 1 + cut / 3)
        assert_int_equal(gp_read_sums(s.job, s.schedule, &options, list, cut, &read), GP_INVALID);
    options.spread_more = 121; /* another run */
    assert_int_equal(gp_read_sums(s.job, s.schedule, &options, list, count, &read), GP_INVALID);
    stop(&s);
}

static bool stop_at_once(void *object, uint32_t done, uint32_t draws)
{
    *(uint32_t *)object = done;
    return draws == 0;
}

static void test_who_stops_gets_what_there_is(void **state)
{
    (void)state;
    for (int is_mitigated = 0; is_mitigated < 2; is_mitigated++) {
        setup s;
        uint32_t done = 0;
        gp_risk_answer answer;
        start(&s, 4242);
        gp_risk_options options = {.seed = 3,
                                   .draws = 10000000,
                                   .is_mitigated = is_mitigated,
                                   .progress = stop_at_once,
                                   .object = &done};
        gp_risk_sums *sums = run(&s, options);
        assert_int_equal(gp_answer_risk(s.job, s.schedule, sums, &answer), GP_OK);
        assert_true(answer.is_partial);
        assert_int_equal(answer.draws, done);
        options.progress = NULL;
        options.draws = done;
        expect_same(&s, sums, run(&s, options));
        if (is_mitigated)
            assert_true(answer.unmitigated[0].mean_days_after_plan >
                        answer.lives[0].mean_days_after_plan);
        stop(&s);
    }
}

static void test_enough_is_enough(void **state)
{
    (void)state;
    setup s;
    start(&s, 4242);
    gp_risk_sums *sums =
        run(&s, (gp_risk_options){.seed = 3, .draws = 10000000, .until_error = 0.01});
    gp_risk_answer answer;
    assert_int_equal(gp_answer_risk(s.job, s.schedule, sums, &answer), GP_OK);
    assert_false(answer.is_partial);
    assert_in_range(answer.draws, 1024, 200000);
    for (uint32_t i = 0; i < answer.live_count; i++)
        assert_true(answer.lives[i].standard_error <= 0.01);
    stop(&s);
}

/* Delays in days are added up before they are added to dates. A third risk, in months, that never
 * happens makes all of them go one after the other: nothing else may change. */
static void test_sums_of_delays(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 12; seed++) {
        setup s;
        gp_risk_answer one_by_one, summed;
        const gp_network *network;
        start(&s, 7000 + 50 * seed);
        gp_risk risks[3] = {s.risks[0], s.risks[1], s.risks[0]};
        risks[1].delay.likely = DAYS(61);
        risks[2].id = "never";
        risks[2].probability = 0;
        risks[2].delay = (gp_estimate){.likely = MONTHS(1)};
        s.portfolio.risks = risks;
        s.portfolio.risk_count = 3;
        gp_risk_options options = {.seed = seed, .draws = 640, .is_mitigated = seed & 1};
        assert_int_equal(gp_answer_risk(s.job, s.schedule, run(&s, options), &one_by_one), GP_OK);
        s.portfolio.risk_count = 2;
        assert_int_equal(gp_build_network(s.job, &s.portfolio, &network), GP_OK);
        assert_int_equal(gp_schedule_network(s.job, network, NULL, &s.schedule), GP_OK);
        assert_int_equal(gp_answer_risk(s.job, s.schedule, run(&s, options), &summed), GP_OK);
        for (uint32_t i = 0; i < summed.live_count; i++) {
            assert_int_equal(summed.lives[i].bar_count, one_by_one.lives[i].bar_count);
            assert_memory_equal(summed.lives[i].bars, one_by_one.lives[i].bars,
                                summed.lives[i].bar_count * sizeof *summed.lives[i].bars);
        }
        for (uint32_t i = 0; i < summed.steps; i++)
            assert_memory_equal(summed.steps_of[i].identify_by, one_by_one.steps_of[i].identify_by,
                                sizeof summed.steps_of[i].identify_by);
        for (uint32_t i = 0; i < 2; i++)
            for (uint32_t k = 0; k < summed.effects[i].delay_count; k++) {
                const gp_risk_delay *a = &summed.effects[i].delays[k];
                const gp_risk_delay *b = &one_by_one.effects[i].delays[k];
                assert_true(a->mean_days == b->mean_days &&
                            a->mitigated_mean_days == b->mitigated_mean_days);
            }
        stop(&s);
    }
}

/* Where pairs are too many to tell, all else is as it was. */
static void test_too_many_pairs(void **state)
{
    (void)state;
    setup s;
    gp_risk_answer all, few;
    uint32_t pairs = 0;
    start(&s, 4242);
    gp_risk_options options = {.seed = 3, .draws = 500};
    assert_int_equal(gp_answer_risk(s.job, s.schedule, run(&s, options), &all), GP_OK);
    options.pairs_max = 1;
    assert_int_equal(gp_answer_risk(s.job, s.schedule, run(&s, options), &few), GP_OK);
    assert_int_equal(few.steps, all.steps);
    for (uint32_t i = 0; i < all.live_count; i++) {
        assert_true(all.lives[i].is_detailed);
        assert_int_equal(few.lives[i].merge_count,
                         few.lives[i].is_detailed ? all.lives[i].merge_count : 0);
        assert_memory_equal(few.lives[i].quantiles, all.lives[i].quantiles,
                            sizeof all.lives[i].quantiles);
    }
    for (uint32_t i = 0; i < all.steps; i++) {
        assert_int_equal(few.steps_of[i].activity, all.steps_of[i].activity);
        assert_true(few.steps_of[i].criticality == all.steps_of[i].criticality);
        assert_memory_equal(few.steps_of[i].identify_by, all.steps_of[i].identify_by,
                            sizeof all.steps_of[i].identify_by);
        pairs += few.steps_of[i].by_count;
    }
    assert_in_range(pairs, 0, 1);
    stop(&s);
}

/* end(s) <= day just when s <= start(day), in each draw, with all that happens in it. */
static void test_work_has_its_adjoint(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        setup s;
        const gp_model *model;
        gp_walk *walk;
        start(&s, 300 + 10 * seed);
        gp_risk_options options = {.seed = seed, .spread_less = 50, .spread_more = 50};
        assert_int_equal(gp_make_model(s.job, s.schedule, &options, &model), GP_OK);
        assert_int_equal(gp_new_walk(s.job, model, NULL, &walk), GP_OK);
        gp_draw_all(walk, 0);
        for (uint32_t i = 0; i < s.schedule->network->activity_count; i++) {
            const gp_activity *a = &s.schedule->network->activities[i];
            if (a->actual != GP_ACTUAL_NONE) continue;
            gp_row begin, next, end, back, again;
            for (int lane = 0; lane < GP_LANES; lane++)
                begin[lane] = RANDOM_STATUS_DATE + 11 * lane + (int)seed;
            memcpy(end, begin, sizeof end);
            gp_end_work_lanes(walk, i, end);
            memcpy(back, end, sizeof back);
            gp_start_work_lanes(walk, i, back);
            for (int lane = 0; lane < GP_LANES; lane++) next[lane] = back[lane] + 1;
            gp_end_work_lanes(walk, i, next);
            memcpy(again, back, sizeof again);
            gp_end_work_lanes(walk, i, again);
            for (int lane = 0; lane < GP_LANES; lane++)
                assert_true(back[lane] >= begin[lane] && again[lane] == end[lane] &&
                            next[lane] > end[lane]);
        }
        stop(&s);
    }
}

/* ---- a chain of two: the risk's delay comes twice, so it costs 2 x probability x delay ---- */

static void test_a_shared_risk_over_a_chain(void **state)
{
    (void)state;
    setup s = {0};
    start_test_draft(&s.g.draft);
    gp_intervention live = test_intervention(GP_DEVELOP, 0);
    live.cycle = DAYS(1);
    live.needed_by = 35;
    add_test_capability(&s.g.draft, "a", test_capability(10), "");
    add_test_capability(&s.g.draft, "b", test_capability(20), "a");
    add_test_capability(&s.g.draft, "c", test_capability(1), "");
    add_test_intervention(&s.g.draft, "goal", live, "b");
    const gp_portfolio *portfolio;
    const gp_network *network;
    assert_int_equal(gp_finish_draft(s.g.draft.draft, &portfolio), GP_OK);
    s.job = s.g.draft.job;
    s.portfolio = *portfolio;
    s.affects[0][0] = gp_find_symbol(portfolio, "a");
    s.affects[0][1] = gp_find_symbol(portfolio, "b");
    s.risks[0] = (gp_risk){.id = "r",
                           .name = "r",
                           .probability = 0.3,
                           .delay = {.likely = DAYS(40)},
                           .affects = s.affects[0],
                           .affect_count = 2,
                           .mitigated_probability = 0.1,
                           .mitigation_cost = 5};
    s.portfolio.risks = s.risks;
    s.portfolio.risk_count = 1;
    assert_int_equal(gp_build_network(s.job, &s.portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(s.job, network, NULL, &s.schedule), GP_OK);
    gp_risk_options options = {.seed = 1, .draws = 100000, .is_mitigated = false};
    gp_risk_sums *sums;
    gp_risk_answer answer;
    assert_int_equal(gp_run_risk(s.job, s.schedule, &options, &sums), GP_OK);
    assert_int_equal(gp_answer_risk(s.job, s.schedule, sums, &answer), GP_OK);
    const gp_risk_live *goal = &answer.lives[0];
    double happened = answer.effects[0].happened / 100000.0;
    assert_true(happened > 0.3 - 4 * 0.00145 && happened < 0.3 + 4 * 0.00145);
    assert_true(goal->probability == 1 - happened);
    assert_int_equal(goal->bar_count, 2);
    assert_int_equal(goal->bars[1].day - goal->bars[0].day, 80);
    assert_true(answer.effects[0].delays[0].mean_days > 79.9 * happened &&
                answer.effects[0].delays[0].mean_days < 80.1 * happened);
    double mitigated = answer.effects[0].delays[0].mitigated_mean_days / 80;
    assert_true(mitigated > 0.1 - 4 * 0.00095 && mitigated < 0.1 + 4 * 0.00095);
    stop(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads_do_not_show),
        cmocka_unit_test(test_room_is_not_in_a_part),
        cmocka_unit_test(test_parts_add_up),
        cmocka_unit_test(test_what_does_not_join_is_refused),
        cmocka_unit_test(test_a_list_that_is_cut_or_changed_is_no_sums),
        cmocka_unit_test(test_who_stops_gets_what_there_is),
        cmocka_unit_test(test_enough_is_enough),
        cmocka_unit_test(test_sums_of_delays),
        cmocka_unit_test(test_too_many_pairs),
        cmocka_unit_test(test_work_has_its_adjoint),
        cmocka_unit_test(test_a_shared_risk_over_a_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
