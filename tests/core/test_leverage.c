/* SPDX-License-Identifier: MIT
 * Leverage: by hand, and random portfolios against a walk per intervention; what every chain runs
 * through against taking each step out. */
#include "tests/support_draft.h"
#include "groeipad/demand.h"
#include "groeipad/scenarios.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define CAPABILITIES 60
#define INTERVENTIONS 700 /* more than one block of 512 */
#define SYMBOLS (CAPABILITIES + INTERVENTIONS + 8)
#define STEPS                                                                                      \
    (SYMBOLS * (GP_LEVEL_MAX + 1)) /* every level of every id is one here; 0 of others             \
                                    */
#define EDGES (12 * SYMBOLS)

static const gp_term terms[] = {{.id = "a", .name = "a"}, {.id = "b", .name = "b"}};
static const uint32_t numbers[] = {0, 1};

static void put_in(const gp_portfolio *portfolio, uint32_t index, uint32_t choice)
{
    gp_portfolio *changed = (gp_portfolio *)(uintptr_t)portfolio;
    gp_intervention *one = (gp_intervention *)(uintptr_t)&portfolio->interventions[index];
    changed->scenarios = (gp_terms){terms, 2};
    one->scenarios = &numbers[choice == 2];
    one->scenario_count = choice == 3 ? 2 : choice > 0;
}

static const gp_leverage *row_of(const gp_portfolio *p, const gp_leverages *all, const char *id)
{
    return &all->rows[p->items[gp_find_symbol(p, id)].index];
}

static void direct_through_others_and_without_choice(void **state)
{
    (void)state;
    test_draft t;
    gp_leverages all;
    start_test_draft(&t);
    add_test_capability(&t, "base", test_capability(10), "");
    add_test_capability(&t, "view", test_capability(10), "base");
    add_test_capability(&t, "people", test_capability(10), "base");
    add_test_capability(&t, "robot", test_capability(10), "base");
    add_test_capability(&t, "idle", test_capability(10), "");
    add_test_intervention(&t, "letters", test_intervention(GP_EXPLOIT, 14), "view base base@2");
    add_test_intervention(&t, "advice", test_intervention(GP_DEVELOP, 14), "people|robot");
    add_test_intervention(&t, "dream", test_intervention(GP_EXPLORE, 14), "view advice");
    const gp_portfolio *p = finish_test_draft(&t);
    put_in(p, 0, 1);
    put_in(p, 1, 1);
    put_in(p, 2, 2);
    static const struct {
        const char *id;
        gp_leverage row;
    } rows[] = {{"base", {1, 3, 2, 1, {0, 1, 1, 1}}}, /* advice: sure of neither alternative */
                {"view", {2, 2, 2, 0, {0, 1, 0, 1}}},
                {"people", {1, 2, 0, 0, {0, 1, 1, 0}}},
                {"robot", {1, 2, 0, 0, {0, 1, 1, 0}}},
                {"idle", {0, 0, 0, 0, {0}}}};
    assert_int_equal(gp_find_leverage(t.job, p, &all), GP_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const gp_leverage *row = row_of(p, &all, rows[i].id);
        if (memcmp(row, &rows[i].row, sizeof *row) != 0)
            fail_msg("%s: %u %u %u %u", rows[i].id, (unsigned)row->direct, (unsigned)row->all,
                     (unsigned)row->must, (unsigned)row->through);
    }
    assert_int_equal(all.scenario_words, 1);
    assert_int_equal(all.scenarios[0], 3); /* base: a and b */
    assert_int_equal(all.scenarios[4], 0);
    assert_string_equal(p->ids[p->capabilities[all.order[0]].symbol], "base");
    uint32_t letters = gp_find_symbol(p, "letters");
    assert_int_equal(all.dominator[letters], gp_find_symbol(p, "base"));
    assert_int_equal(all.dominator[gp_find_symbol(p, "advice")], GP_NONE);
    gp_job_free(t.job);
}

/* ---- random portfolios ---- */

typedef struct graph {
    uint32_t from[EDGES], to[EDGES]; /* requirer, required: steps */
    bool is_must[EDGES];
    uint32_t count;
} graph;

static uint32_t step_of(const gp_portfolio *p, uint32_t symbol, uint8_t level)
{
    bool has_levels = p->items[symbol].kind == GP_ITEM_CAPABILITY;
    return symbol * (GP_LEVEL_MAX + 1) + (has_levels ? level : 0);
}

static void add_edge(graph *g, uint32_t from, uint32_t to, bool is_must)
{
    assert_true(g->count < EDGES);
    g->from[g->count] = from;
    g->to[g->count] = to;
    g->is_must[g->count++] = is_must;
}

static void add_span(graph *g, const gp_portfolio *p, uint32_t owner, gp_span span)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        const gp_requirement *requirement = &p->requirements[i];
        uint32_t alike = 0;
        for (uint32_t k = span.first; k < span.first + span.count; k++)
            alike += requirement->group && p->requirements[k].group == requirement->group;
        add_edge(g, owner, step_of(p, requirement->target, requirement->level), alike < 2);
    }
}

static void make_graph(graph *g, const gp_portfolio *p)
{
    g->count = 0;
    for (uint32_t i = 0; i < p->intervention_count; i++)
        add_span(g, p, step_of(p, p->interventions[i].symbol, 0), p->interventions[i].requires);
    for (uint32_t i = 0; i < p->capability_count; i++) {
        const gp_capability *c = &p->capabilities[i];
        add_span(g, p, step_of(p, c->symbol, 1), c->requires);
        for (uint8_t level = 2; level <= GP_LEVEL_MAX; level++)
            add_edge(g, step_of(p, c->symbol, level), step_of(p, c->symbol, level - 1), true);
        for (uint32_t k = 0; k < c->level_count; k++)
            add_span(g, p, step_of(p, c->symbol, c->levels[k].level), c->levels[k].requires);
    }
}

static void mark_behind(const graph *g, bool *marks, bool must_only)
{
    bool has_grown = true;
    while (has_grown) {
        has_grown = false;
        for (uint32_t e = 0; e < g->count; e++) {
            if ((must_only && !g->is_must[e]) || !marks[g->from[e]] || marks[g->to[e]]) continue;
            marks[g->to[e]] = has_grown = true;
        }
    }
}

/* Which steps a chain reaches that does not touch `without`: what needs nothing, and on. */
static void reach_without(const graph *g, uint32_t without, bool *marks)
{
    static bool needs[STEPS];
    bool has_grown = true;
    memset(needs, 0, sizeof needs);
    for (uint32_t e = 0; e < g->count; e++)
        if (g->is_must[e] && g->to[e] != g->from[e]) needs[g->from[e]] = true;
    for (uint32_t i = 0; i < STEPS; i++) marks[i] = !needs[i] && i != without;
    while (has_grown) {
        has_grown = false;
        for (uint32_t e = 0; e < g->count; e++) {
            if (!g->is_must[e] || !marks[g->to[e]] || marks[g->from[e]]) continue;
            if (g->from[e] == without) continue;
            marks[g->from[e]] = has_grown = true;
        }
    }
}

static void write_requires(uint64_t *seed, char *out, size_t size, uint32_t below, uint32_t most)
{
    size_t at = 0;
    out[0] = '\0';
    for (uint32_t n = test_random(seed, most + 1); n > 0 && below > 0; n--)
        at += (size_t)snprintf(out + at, size - at, "%sc%u@%u",
                               !at                        ? ""
                               : test_random(seed, 3) > 0 ? " "
                                                          : "|",
                               (unsigned)test_random(seed, below),
                               (unsigned)(1 + test_random(seed, 3)));
}

/* Capabilities require earlier ones; a second level may require the next: circles of ids. */
static const gp_portfolio *random_one(test_draft *t, uint64_t *seed, uint32_t interventions)
{
    static gp_level levels[CAPABILITIES][2];
    char id[16], requires[256];
    start_test_draft(t);
    for (uint32_t i = 0; i < CAPABILITIES; i++) {
        gp_capability capability = test_capability(3);
        snprintf(id, sizeof id, "c%u", (unsigned)i);
        if (i + 1 < CAPABILITIES && test_random(seed, 6) == 0) {
            snprintf(requires, sizeof requires, "c%u", (unsigned)i + 1);
            levels[i][0] = (gp_level){.level = (uint8_t)(1 + test_random(seed, 2)),
                                      .requires = test_requires(t, requires)};
            write_requires(seed, requires, sizeof requires, i, 2);
            levels[i][1] = (gp_level){.level = (uint8_t)(levels[i][0].level + 1),
                                      .requires = test_requires(t, requires)};
            capability.levels = levels[i];
            capability.level_count = 2;
        }
        write_requires(seed, requires, sizeof requires, i, 2);
        add_test_capability(t, id, capability, requires);
    }
    for (uint32_t i = 0; i < interventions; i++) {
        snprintf(id, sizeof id, "i%u", (unsigned)i);
        write_requires(seed, requires, sizeof requires, CAPABILITIES, 3);
        add_test_intervention(t, id, test_intervention((gp_stage)test_random(seed, 4), 14),
                              requires);
    }
    const gp_portfolio *p = finish_test_draft(t);
    for (uint32_t i = 0; i < interventions; i++) put_in(p, i, test_random(seed, 4));
    return p;
}

static void count_by_walking(const gp_portfolio *p, const graph *g, gp_leverage *rows,
                             uint64_t *scenarios)
{
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        const gp_intervention *one = &p->interventions[i];
        bool all[STEPS] = {false}, must[STEPS] = {false}, direct[SYMBOLS] = {false};
        uint32_t own = step_of(p, one->symbol, 0);
        all[own] = must[own] = true;
        mark_behind(g, all, false);
        mark_behind(g, must, true);
        for (uint32_t e = 0; e < g->count; e++)
            if (g->from[e] == own) direct[g->to[e] / (GP_LEVEL_MAX + 1)] = true;
        for (uint32_t c = 0; c < p->capability_count; c++) {
            uint32_t symbol = p->capabilities[c].symbol, step = step_of(p, symbol, 1);
            rows[c].direct += direct[symbol];
            rows[c].all += all[step];
            rows[c].must += must[step];
            rows[c].by_stage[one->stage] += all[step];
            for (uint32_t k = 0; k < 2; k++)
                if (all[step] && gp_is_in_scenario(one, k)) scenarios[c] |= (uint64_t)1 << k;
        }
    }
}

/* An intervention runs through a capability where some step of it cannot be taken out. */
static void count_by_taking_out(const gp_portfolio *p, const graph *g, gp_leverage *rows)
{
    static bool with[STEPS], without[STEPS], is_lost[CAPABILITIES][SYMBOLS];
    memset(is_lost, 0, sizeof is_lost);
    reach_without(g, GP_NONE, with);
    for (uint32_t c = 0; c < p->capability_count; c++)
        for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++) {
            reach_without(g, step_of(p, p->capabilities[c].symbol, level), without);
            for (uint32_t i = 0; i < p->intervention_count; i++) {
                uint32_t step = step_of(p, p->interventions[i].symbol, 0);
                is_lost[c][i] |= with[step] && !without[step];
            }
        }
    for (uint32_t c = 0; c < p->capability_count; c++)
        for (uint32_t i = 0; i < p->intervention_count; i++) rows[c].through += is_lost[c][i];
}

/* What only level 2 requires is not needed by who asks for level 1. */
static void levels_count(void **state)
{
    (void)state;
    test_draft t;
    gp_leverages all;
    start_test_draft(&t);
    gp_level second = {.level = 2, .requires = test_requires(&t, "deep")};
    gp_capability view = test_capability(10);
    view.levels = test_keep(&t, &second, sizeof second);
    view.level_count = 1;
    add_test_capability(&t, "deep", test_capability(10), "");
    add_test_capability(&t, "view", view, "");
    add_test_intervention(&t, "plain", test_intervention(GP_DEVELOP, 14), "view");
    add_test_intervention(&t, "rich", test_intervention(GP_EXPLORE, 14), "view@2");
    const gp_portfolio *p = finish_test_draft(&t);
    const gp_demand *demand;
    assert_int_equal(gp_find_leverage(t.job, p, &all), GP_OK);
    assert_int_equal(row_of(p, &all, "deep")->all, 1);
    assert_int_equal(row_of(p, &all, "deep")->must, 1);
    assert_int_equal(row_of(p, &all, "deep")->by_stage[GP_DEVELOP], 0);
    assert_int_equal(row_of(p, &all, "view")->all, 2);
    assert_int_equal(row_of(p, &all, "view")->through, 2);
    assert_int_equal(gp_find_demand(t.job, p, &demand), GP_OK);
    assert_true(demand[0].only_explored); /* deep */
    assert_false(demand[1].only_explored);
    gp_job_free(t.job);
}

static void leverage_agrees_with_walks(void **state)
{
    (void)state;
    static graph g;
    uint64_t seed = 5;
    for (int round = 0; round < 40; round++) {
        test_draft t;
        gp_leverages all;
        gp_leverage rows[CAPABILITIES];
        uint64_t scenarios[CAPABILITIES];
        const gp_portfolio *p = random_one(&t, &seed, round < 2 ? INTERVENTIONS : 30);
        memset(rows, 0, sizeof rows);
        memset(scenarios, 0, sizeof scenarios);
        make_graph(&g, p);
        count_by_walking(p, &g, rows, scenarios);
        count_by_taking_out(p, &g, rows);
        assert_int_equal(gp_find_leverage(t.job, p, &all), GP_OK);
        assert_memory_equal(all.rows, rows, sizeof rows);
        assert_memory_equal(all.scenarios, scenarios, sizeof scenarios);
        for (uint32_t i = 1; i < p->capability_count; i++)
            assert_true(all.rows[all.order[i - 1]].all >= all.rows[all.order[i]].all);
        gp_job_free(t.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(direct_through_others_and_without_choice),
        cmocka_unit_test(levels_count),
        cmocka_unit_test(leverage_agrees_with_walks),
    };
    return cmocka_run_group_tests_name("leverage", tests, NULL, NULL);
}
