/* SPDX-License-Identifier: MIT
 * Paths of thousands of random portfolios: those that are told once where they share steps, against
 * each told in full; and every change to a step of a path, tried as clashes are, against a forward
 * pass over the whole network. */
#include "core/path.h"
#include "core/trial.h"
#include "groeipad/story.h"
#include "tests/support_random.h"
#include "tests/support_reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define PORTFOLIOS 6000

static void expect(int number, const char *what, int64_t found, int64_t expected)
{
    if (found == expected) return;
    fail_msg("portfolio %d: %s is %lld, expected %lld", number, what, (long long)found,
             (long long)expected);
}

/* Paths of which what they share is told once are whole again when put together in their order. */
static void check_shared_paths(gp_job *job, int number, const gp_schedule *schedule)
{
    static uint32_t ends[REFERENCE_ACTIVITIES];
    static gp_path told[REFERENCE_ACTIVITIES], whole[REFERENCE_ACTIVITIES];
    uint32_t count = schedule->network->activity_count;
    for (uint32_t i = 0; i < count; i++) ends[i] = (i * 7 + (uint32_t)number) % count;
    for (uint32_t i = 0; count % 7 == 0 && i < count; i++) ends[i] = count - 1 - i;
    assert_int_equal(gp_tell_paths_once(job, schedule, ends, count, told), GP_OK);
    assert_int_equal(gp_trace_paths(job, schedule, ends, count, NULL, whole), GP_OK);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t before = told[i].after_steps, teller = 0;
        expect(number, "steps", before + told[i].count, whole[i].count);
        assert_memory_equal(&told[i].elapsed, &whole[i].elapsed, sizeof(gp_elapsed));
        for (; before && ends[teller] != told[i].after; teller++) continue;
        expect(number, "told before", !before || teller < i, true);
        for (uint32_t k = 0; k < whole[i].count; k++) {
            const gp_path *by = k < before ? &whole[teller] : &told[i];
            uint32_t at = k < before ? k : k - before;
            expect(number, "shared step", by->activities[at], whole[i].activities[k]);
            expect(number, "shared arc", by->arcs[at], whole[i].arcs[k]);
        }
    }
}

/* The stories behind each other are what is told of each date by itself. */
static void check_stories(gp_job *job, int number, const gp_schedule *schedule)
{
    gp_stories told;
    gp_lives lives;
    const gp_network *network = schedule->network;
    assert_int_equal(gp_tell_stories(job, schedule, &told), GP_OK);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        gp_reasons whole;
        expect(number, "story", told.stories[i].activity, network->order[i]);
        expect(number, "to its ready date", told.stories[i].is_to_start, false);
        assert_int_equal(gp_explain_date(job, schedule, network->order[i], &whole), GP_OK);
        uint32_t left = whole.count;
        for (uint32_t at = i; at != GP_NONE; at = told.stories[at].after)
            for (uint32_t k = told.stories[at].count; k-- > 0;)
                assert_memory_equal(&told.stories[at].reasons[k], &whole.reasons[--left],
                                    sizeof(gp_reason));
        expect(number, "reasons that no story has", left, 0);
    }
    assert_int_equal(gp_find_lives(job, schedule, &lives), GP_OK);
    expect(number, "lives", lives.count, network->portfolio->intervention_count);
    for (uint32_t i = 0; i < lives.count; i++) {
        gp_path path;
        assert_int_equal(gp_trace_path(job, schedule, lives.lives[i].activity, &path), GP_OK);
        assert_memory_equal(&lives.lives[i].elapsed, &path.elapsed, sizeof(gp_elapsed));
    }
}

/* When `end` is ready if the change holds: everything is scheduled again. */
static gp_day ready_after(const gp_schedule *schedule, const gp_change *change, uint32_t end)
{
    static gp_day ready[REFERENCE_ACTIVITIES], start[REFERENCE_ACTIVITIES];
    static uint8_t not_before[REFERENCE_ACTIVITIES];
    const gp_network *network = schedule->network;
    const gp_known known = {ready, start, not_before};
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t activity = network->order[i];
        gp_dates dates;
        gp_forward_one(network, known, activity, activity == change->activity ? change : NULL,
                       &dates, NULL);
        ready[activity] = dates.earliest_ready;
        start[activity] = dates.earliest_start;
        not_before[activity] = dates.not_before;
    }
    return ready[end];
}

static void check_trials(gp_job *job, int number, const gp_schedule *schedule)
{
    static const gp_change changes[] = {
        {.kind = GP_CHANGE_OFF_ROUND},          {.kind = GP_CHANGE_NO_WORK},
        {.kind = GP_CHANGE_START_NOW},          {.kind = GP_CHANGE_ACCEPT_LEVEL},
        {.kind = GP_CHANGE_SHORTEN, .days = 1}, {.kind = GP_CHANGE_SHORTEN, .days = 20},
    };
    gp_trials trials;
    assert_int_equal(gp_open_trials(job, schedule, &trials), GP_OK);
    for (uint32_t end = 0; end < schedule->network->activity_count; end++) {
        gp_aim_trials(&trials, end);
        for (uint32_t step = 0; step < trials.step_count; step++) {
            for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
                gp_change change = changes[i];
                change.activity = trials.steps[step];
                expect(number, "ready after a change", gp_try_change(&trials, &change),
                       ready_after(schedule, &change, end));
            }
        }
    }
}

static bool check_portfolio(generator *g, int number)
{
    const gp_portfolio *portfolio = random_portfolio(g, 4 + (uint64_t)number * 7919);
    const gp_network *network;
    const gp_schedule *schedule;
    gp_job *job = g->draft.job;
    if (gp_build_network(job, portfolio, &network) != GP_OK) return false;
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    check_shared_paths(job, number, schedule);
    check_stories(job, number, schedule);
    check_trials(job, number, schedule);
    return true;
}

static void random_portfolios(void **state)
{
    static generator g;
    int planned = 0;
    (void)state;
    for (int i = 0; i < PORTFOLIOS; i++) {
        planned += check_portfolio(&g, i);
        gp_job_free(g.draft.job);
    }
    assert_in_range(planned, PORTFOLIOS * 3 / 4, PORTFOLIOS - PORTFOLIOS / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_portfolios)};
    return cmocka_run_group_tests_name("path properties", tests, NULL, NULL);
}
