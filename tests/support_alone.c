/* SPDX-License-Identifier: MIT
 * Takes the other interventions out by a scenario that they do not belong to, and the dates of
 * capabilities that the one does not wait for. */
#include "tests/support_alone.h"
#include "core/job.h"
#include "groeipad/scenarios.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

/* All that an activity rests on, but for alternatives that were not chosen; by activity. */
static void mark_under(const gp_schedule *schedule, uint32_t activity, uint8_t *is_under)
{
    const gp_network *network = schedule->network;
    if (is_under[activity]) return;
    is_under[activity] = 1;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++)
        if (!schedule->is_spare[i]) mark_under(schedule, network->arcs[i].from, is_under);
}

static const gp_portfolio *without_others(test_draft *t, const gp_network *network,
                                          const uint8_t *is_under)
{
    static const uint32_t elsewhere = 1;
    const gp_portfolio *p = network->portfolio, *alone;
    gp_portfolio *marked = test_keep(t, p, sizeof *p);
    gp_intervention *copy = gp_allocate(t->job, p->intervention_count, sizeof *copy);
    assert_non_null(copy);
    memcpy(copy, p->interventions, p->intervention_count * sizeof *copy);
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        copy[i].scenarios = &elsewhere;
        copy[i].scenario_count = !is_under[network->intervention_activity[i]];
    }
    marked->interventions = copy;
    assert_int_equal(gp_select_scenario(t->job, marked, 0, &alone), GP_OK);
    return alone;
}

bool is_waited_for_by(const gp_schedule *schedule, uint32_t index)
{
    const gp_activity *activities = schedule->network->activities;
    const gp_arc *arc = &schedule->network->arcs[index];
    bool has_started = activities[arc->to].actual == GP_ACTUAL_STARTED;
    bool was_started = activities[arc->from].actual != GP_ACTUAL_NONE;
    if (schedule->is_spare[index] || (has_started && arc->by == GP_BY_START)) return false;
    return !(was_started && arc->is_from_start);
}

/* By activity: does this one wait for it? */
static void mark_waited_for(const gp_schedule *schedule, uint32_t activity, uint8_t *is_waited_for)
{
    const gp_network *network = schedule->network;
    if (is_waited_for[activity]) return;
    is_waited_for[activity] = 1;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++)
        if (is_waited_for_by(schedule, i))
            mark_waited_for(schedule, network->arcs[i].from, is_waited_for);
}

/* What nobody waits for keeps no date that others could be pressed by. */
static const gp_portfolio *without_dates(test_draft *t, const gp_network *network,
                                         const gp_portfolio *p, const uint8_t *is_waited_for)
{
    gp_portfolio *narrow = test_keep(t, p, sizeof *p);
    gp_capability *copy = gp_allocate(t->job, p->capability_count, sizeof *copy);
    assert_non_null(copy);
    memcpy(copy, p->capabilities, p->capability_count * sizeof *copy);
    for (uint32_t i = 0; i < p->capability_count; i++) {
        uint32_t first = network->capability_first[i];
        uint32_t last = first + network->capability_steps[i] - 1u;
        if (first == GP_NONE || !copy[i].window) continue;
        gp_window *window = test_keep(t, copy[i].window, sizeof *window);
        if (!is_waited_for[last]) window->needed_by = GP_NO_DAY;
        if (!is_waited_for[first]) window->start_by = GP_NO_DAY;
        copy[i].window = window;
    }
    narrow->capabilities = copy;
    return narrow;
}

const gp_schedule *schedule_alone(test_draft *t, const gp_schedule *whole, uint32_t intervention)
{
    static const gp_schedule_options demanded = {.is_demand_driven = true};
    const gp_network *network = whole->network, *alone;
    const gp_schedule *schedule;
    uint32_t activity = network->intervention_activity[intervention];
    uint8_t *is_under = gp_allocate(t->job, network->activity_count, 1);
    uint8_t *is_waited_for = gp_allocate(t->job, network->activity_count, 1);
    assert_true(is_under && is_waited_for);
    mark_under(whole, activity, is_under);
    mark_waited_for(whole, activity, is_waited_for);
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (network->activities[i].kind == GP_KIND_INTERVENTION && is_under[i] != is_waited_for[i])
            return NULL;
    const gp_portfolio *p = without_others(t, network, is_under);
    p = without_dates(t, network, p, is_waited_for);
    assert_int_equal(gp_build_network(t->job, p, &alone), GP_OK);
    for (uint32_t i = 0; i < p->capability_count; i++)
        if (p->capabilities[i].window && alone->needed_level[i] != network->needed_level[i])
            return NULL;
    assert_int_equal(gp_schedule_network(t->job, alone, &demanded, &schedule), GP_OK);
    return schedule;
}

uint32_t same_step(const gp_network *from, uint32_t activity, const gp_network *to)
{
    const gp_activity *a = &from->activities[activity];
    bool is_step = a->kind == GP_KIND_CAPABILITY && a->actual != GP_ACTUAL_READY;
    uint32_t other = gp_find_activity(to, a->symbol, is_step ? a->level : 0);
    assert_int_not_equal(other, GP_NONE);
    return other;
}
