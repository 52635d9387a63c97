/* SPDX-License-Identifier: MIT
 * Plans with measures made, through the door. */
#include "tests/support_repair.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gp_status make_world(void *object, gp_job *job, const gp_candidate *const *candidates,
                            uint32_t count, const gp_portfolio **out)
{
    const repair_world *world = object;
    return gp_read_candidates(job, world->document, world->portfolio, candidates, count, NULL, out,
                              NULL);
}

/* Fails the test with the findings and the file. */
static void need_ok(gp_job *job, gp_status status, const char *text)
{
    uint32_t count;
    char message[400];
    const gp_finding *findings = gp_findings(job, &count);
    if (status == GP_OK) return;
    for (uint32_t i = 0; i < count; i++) {
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        print_message("GP%d %s\n", findings[i].code, message);
    }
    print_message("%s", text);
    assert_int_equal(status, GP_OK);
}

void open_world(repair_world *world, char *text)
{
    const gp_network *network;
    *world = (repair_world){.job = gp_job_new(), .text = text};
    gp_job *job = world->job;
    need_ok(job,
            gp_read_document_text(job, "p.json", text, strlen(text), NULL, &world->portfolio,
                                  &world->document),
            text);
    need_ok(job, gp_build_network(job, world->portfolio, &network), text);
    need_ok(job, gp_schedule_network(job, network, NULL, &world->schedule), text);
    gp_default_repair(world->portfolio, &world->options);
    world->worlds = (gp_repair_worlds){make_world, world};
    world->options.worlds = &world->worlds;
    world->options.effort = 100000000; /* a search that does not end is a failure */
}

void close_world(repair_world *world)
{
    gp_job_free(world->job);
    free(world->text);
}

const gp_repair *repair_of(repair_world *world)
{
    const gp_repair_options *options = &world->options;
    need_ok(world->job, gp_find_repair(world->job, world->schedule, options, &world->repair),
            world->text);
    return world->repair;
}

const gp_schedule *plan_with(gp_job *job, const repair_world *world, const bool *is_taken)
{
    const gp_repair *repair = world->repair;
    const gp_candidate **taken = GP_NEW(job, const gp_candidate *, repair->considered_count + 1u);
    uint32_t count = 0;
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    for (uint32_t i = 0; i < repair->considered_count; i++)
        if (is_taken[i]) taken[count++] = &repair->considered[i];
    bool is_made = gp_read_candidates(job, world->document, world->portfolio, taken, count, NULL,
                                      &portfolio, NULL) == GP_OK &&
                   gp_build_network(job, portfolio, &network) == GP_OK &&
                   gp_schedule_network(job, network, NULL, &schedule) == GP_OK;
    return is_made ? schedule : NULL;
}

/* The activity of the same id in another plan; GP_NONE: it is gone. */
static uint32_t same_in(const repair_world *world, uint32_t intervention, const gp_schedule *plan)
{
    const gp_portfolio *from = world->portfolio, *to = plan->network->portfolio;
    uint32_t symbol = gp_find_symbol(to, from->ids[from->interventions[intervention].symbol]);
    if (symbol == GP_NONE || to->items[symbol].kind != GP_ITEM_INTERVENTION) return GP_NONE;
    return plan->network->intervention_activity[to->items[symbol].index];
}

int32_t late_in(const repair_world *world, uint32_t intervention, const gp_schedule *plan)
{
    uint32_t activity = same_in(world, intervention, plan);
    return activity == GP_NONE ? 0 : gp_late_days(plan, activity);
}

gp_day live_in(const repair_world *world, uint32_t intervention, const gp_schedule *plan)
{
    uint32_t activity = same_in(world, intervention, plan);
    return activity == GP_NONE ? GP_NO_DAY : plan->dates[activity].earliest_ready;
}

/* ---- what goes with what ---- */

static uint32_t number_of(const gp_repair *repair, uint32_t measure)
{
    for (uint32_t i = 0; i < repair->considered_count; i++)
        if (repair->considered[i].kind == GP_DECIDE_MEASURE &&
            repair->considered[i].measure == measure)
            return i;
    return GP_NONE;
}

static void add_bonds(repair_world *world, uint32_t number, repair_pairs *pairs)
{
    const gp_candidate *candidate = &world->repair->considered[number];
    if (candidate->kind != GP_DECIDE_MEASURE) return;
    const gp_measure *measure = &world->portfolio->measures[candidate->measure];
    for (uint32_t i = 0; i < measure->exclude_count; i++) {
        uint32_t other = number_of(world->repair, measure->excludes[i]);
        if (other == GP_NONE) continue;
        pairs->excludes[pairs->exclude_count][0] = number;
        pairs->excludes[pairs->exclude_count++][1] = other;
    }
    for (uint32_t i = 0; i < measure->need_count; i++) {
        pairs->needs[pairs->need_count][0] = number;
        pairs->needs[pairs->need_count++][1] = number_of(world->repair, measure->needs[i]);
    }
}

repair_pairs pairs_of(repair_world *world)
{
    const gp_repair *repair = world->repair;
    const gp_portfolio *portfolio = world->portfolio;
    uint32_t room = 1;
    for (uint32_t i = 0; i < portfolio->measure_count; i++)
        room += portfolio->measures[i].exclude_count + portfolio->measures[i].need_count;
    uint32_t *excludes = GP_NEW(world->job, uint32_t, 2 * (room + repair->exclude_count));
    uint32_t *needs = GP_NEW(world->job, uint32_t, 2 * room);
    repair_pairs pairs = {.excludes = (uint32_t(*)[2])(void *)excludes,
                          .needs = (uint32_t(*)[2])(void *)needs,
                          .exclude_count = repair->exclude_count};
    for (uint32_t i = 0; i < 2 * repair->exclude_count; i++)
        excludes[i] = repair->excludes[i / 2][i % 2];
    for (uint32_t i = 0; i < repair->considered_count; i++) add_bonds(world, i, &pairs);
    return pairs;
}

bool is_allowed(const repair_pairs *pairs, const bool *is_taken)
{
    for (uint32_t i = 0; i < pairs->exclude_count; i++)
        if (is_taken[pairs->excludes[i][0]] && is_taken[pairs->excludes[i][1]]) return false;
    for (uint32_t i = 0; i < pairs->need_count; i++) {
        uint32_t needed = pairs->needs[i][1];
        if (is_taken[pairs->needs[i][0]] && (needed == GP_NONE || !is_taken[needed])) return false;
    }
    return true;
}

const char *name_choice(const repair_world *world, const bool *is_taken)
{
    static const char *const kinds[] = {"measure", "off-round", "shorten", "level", "date"};
    const gp_portfolio *portfolio = world->portfolio;
    size_t size = 1, at = 0;
    for (uint32_t i = 0; i < world->repair->considered_count; i++) size += is_taken[i] ? 1100 : 0;
    char *out = GP_NEW(world->job, char, size);
    for (uint32_t i = 0; i < world->repair->considered_count; i++) {
        const gp_candidate *c = &world->repair->considered[i];
        if (!is_taken[i]) continue;
        if (c->kind == GP_DECIDE_MEASURE)
            at += (size_t)sprintf(out + at, "%s ", portfolio->measures[c->measure].id);
        else
            at += (size_t)sprintf(out + at, "%s:%s@%d/%d ", kinds[c->kind],
                                  portfolio->ids[c->symbol], c->level, c->quarters + c->cycles);
    }
    return out;
}

void need_that(const repair_world *world, bool holds, const char *what)
{
    if (holds) return;
    printf("FAILED: %s; %d considered\n%s", what, (int)world->repair->considered_count,
           world->text);
    fflush(stdout);
    if (!getenv("GP_REPAIR_GO_ON")) fail();
}

uint64_t repair_cases(uint64_t usual)
{
    const char *text = getenv("GP_REPAIR_CASES");
    return text ? strtoull(text, NULL, 10) : usual;
}
