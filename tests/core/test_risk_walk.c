/* SPDX-License-Identifier: MIT
 * The walk of 64 draws at once against the plan: for each draw of thousands of random portfolios
 * the schedule is made with that draw's durations in the network, and every start, ready date,
 * driver, alternative and latest start must be the same. So a draw is the plan of other lead
 * times, never of a simpler network. */
#include "core/backward.h"
#include "core/risk/walk.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define PORTFOLIOS 400
#define LANES_LOOKED_AT 7 /* of the 64, others each time */

/* One draw as a plan of its own. */
typedef struct one_draw {
    gp_network network;
    gp_activity *activities;
    gp_duration *durations;
    bool has_begun_draws; /* begun work is drawn: its start stands elsewhere in this network */
    const gp_schedule *schedule;
} one_draw;

/* What is left of begun work is drawn. The plan gets it as work that begins on the status date. */
static void set_durations(const gp_walk *walk, uint32_t activity, int lane, one_draw *out)
{
    const gp_model *model = walk->model;
    const gp_step_model *step = &model->steps[activity];
    gp_activity *a = &out->activities[activity];
    bool has_drawn = false;
    for (uint32_t i = 0; i < step->work_count; i++)
        has_drawn |= model->works[step->work_first + i].variable != GP_NONE;
    if (!has_drawn) return;
    for (uint32_t i = 0; i < step->work_count; i++) {
        const gp_work *work = &model->works[step->work_first + i];
        gp_duration duration = work->duration;
        if (work->variable != GP_NONE)
            duration = (gp_duration){.days = gp_values_of(walk, work->variable)[lane],
                                     .unit = work->duration.unit};
        out->durations[a->duration_first + i] = duration;
    }
    if (!a->progress) return;
    a->progress = 0;
    a->release = out->network.portfolio->status_date;
    out->has_begun_draws = true;
}

static void plan_draw(gp_job *job, const gp_walk *walk, int lane, one_draw *out)
{
    const gp_network *network = walk->model->schedule->network;
    uint32_t durations = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t end =
            network->activities[i].duration_first + network->activities[i].duration_count;
        if (end > durations) durations = end;
    }
    *out = (one_draw){.network = *network,
                      .activities = GP_NEW(job, gp_activity, network->activity_count),
                      .durations = GP_NEW(job, gp_duration, durations)};
    memcpy(out->activities, network->activities, sizeof(gp_activity) * network->activity_count);
    memcpy(out->durations, network->durations, sizeof(gp_duration) * durations);
    for (uint32_t i = 0; i < network->activity_count; i++) set_durations(walk, i, lane, out);
    out->network.activities = out->activities;
    out->network.durations = out->durations;
    assert_int_equal(gp_schedule_network(job, &out->network, NULL, &out->schedule), GP_OK);
}

/* What presses: an intervention, a date of its own, or what waits for something pressed. */
static void find_pressed(const gp_schedule *schedule, bool *ready, bool *start)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t activity = network->order[i];
        const gp_activity *a = &network->activities[activity];
        bool is_there = a->progress == 100 && !schedule->dates[activity].not_before &&
                        schedule->dates[activity].earliest_ready <= network->portfolio->status_date;
        if (a->actual == GP_ACTUAL_READY) continue;
        ready[activity] |= a->kind == GP_KIND_INTERVENTION;
        ready[activity] |= a->kept & GP_KEEP_NEEDED_BY && !is_there;
        start[activity] |= a->actual == GP_ACTUAL_NONE && a->kept & GP_KEEP_START_BY;
        if (a->actual != GP_ACTUAL_NONE) start[activity] = false;
        for (uint32_t k = network->arc_first[activity]; k < network->arc_first[activity + 1]; k++) {
            const gp_arc *arc = &network->arcs[k];
            bool presses = ready[activity] || (start[activity] && arc->by != GP_BY_LIVE);
            if (!gp_waits_for(schedule, k) || !presses) continue;
            if (arc->is_from_start)
                start[arc->from] = true;
            else
                ready[arc->from] = true;
        }
    }
}

typedef struct latest {
    gp_row *start;
} latest;

static void keep_latest(void *object, uint32_t activity, const gp_row latest_start)
{
    latest *l = object;
    memcpy(l->start[activity], latest_start, sizeof(gp_row));
}

static void compare(const gp_walk *walk, gp_row *latest_start, int lane, const one_draw *draw,
                    const bool *ready, const bool *start, int number)
{
    const gp_network *network = walk->model->schedule->network;
    for (uint32_t k = 0; k < network->activity_count; k++) {
        uint32_t i = network->order[k]; /* the first that goes wrong is the cause */
        const gp_dates *dates = &draw->schedule->dates[i];
        const gp_activity *a = &network->activities[i];
        bool is_moved = a->progress && !draw->activities[i].progress;
        uint32_t driver = walk->driver[i][lane];
        if (walk->ready[i][lane] != dates->earliest_ready ||
            (!is_moved && walk->start[i][lane] != dates->earliest_start) ||
            driver != dates->driver_arc || (walk->not_before[i] >> lane & 1) != dates->not_before)
            fail_msg("portfolio %d, lane %d, %s@%u: ready %d start %d driver %d unknown %d, not "
                     "%d %d %d %d",
                     number, lane, gp_activity_id(network, i), a->level, walk->ready[i][lane],
                     walk->start[i][lane], (int)driver, (int)(walk->not_before[i] >> lane & 1),
                     dates->earliest_ready, dates->earliest_start, (int)dates->driver_arc,
                     dates->not_before);
        if (a->actual != GP_ACTUAL_NONE) continue;
        gp_day found = latest_start[i][lane];
        bool is_pressed = ready[i] || start[i];
        if (is_pressed ? found != dates->latest_start : found < GP_DAY_LAST)
            fail_msg("portfolio %d, lane %d, %s@%u: latest start %d, not %d (%s)", number, lane,
                     gp_activity_id(network, i), a->level, found, dates->latest_start,
                     is_pressed ? "pressed" : "free");
    }
    for (uint32_t i = 0; i < network->arc_count; i++)
        if (network->arcs[i].group &&
            network->activities[network->arcs[i].to].actual != GP_ACTUAL_READY)
            assert_int_equal(!(walk->chosen[i] >> lane & 1), draw->schedule->is_spare[i]);
}

static void check_portfolio(gp_job *job, const gp_portfolio *portfolio, int number)
{
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_model *model;
    gp_walk *walk;
    if (gp_build_network(job, portfolio, &network) != GP_OK) return;
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    gp_risk_options options = {.seed = (uint64_t)number, .spread_less = 60, .spread_more = 150};
    assert_int_equal(gp_make_model(job, schedule, &options, &model), GP_OK);
    assert_int_equal(gp_new_walk(job, model, NULL, &walk), GP_OK);
    gp_row *late = GP_NEW(job, gp_row, network->activity_count);
    gp_draw_all(walk, 128);
    for (uint32_t i = 0; i < network->activity_count; i++)
        gp_forward_lanes(walk, network->order[i], NULL);
    latest l = {late};
    gp_backward_lanes(walk, keep_latest, &l);
    for (int k = 0; k < LANES_LOOKED_AT; k++) {
        int lane = (number + 9 * k) % GP_LANES;
        one_draw draw;
        plan_draw(job, walk, lane, &draw);
        if (draw.has_begun_draws && network->has_start_links) continue;
        bool *ready = GP_NEW(job, bool, network->activity_count);
        bool *start = GP_NEW(job, bool, network->activity_count);
        find_pressed(draw.schedule, ready, start);
        compare(walk, late, lane, &draw, ready, start, number);
    }
}

static void test_each_draw_is_a_plan(void **state)
{
    (void)state;
    for (int number = 0; number < PORTFOLIOS; number++) {
        generator g = {0};
        const gp_portfolio *portfolio = random_portfolio(&g, (uint64_t)number + 1000);
        if (portfolio) check_portfolio(g.draft.job, portfolio, number);
        gp_job_free(g.draft.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_each_draw_is_a_plan)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
