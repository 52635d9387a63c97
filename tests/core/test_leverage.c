/* SPDX-License-Identifier: MIT
 * Leverage: by hand, and random portfolios against a walk per intervention; what every chain runs
 * through against taking each id out. */
#include "tests/support_draft.h"
#include "groeipad/scenarios.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define CAPABILITIES 60
#define INTERVENTIONS 700 /* more than one block of 512 */
#define SYMBOLS (CAPABILITIES + INTERVENTIONS + 8)

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
    uint32_t from[8 * SYMBOLS], to[8 * SYMBOLS]; /* requirer, required */
    bool is_must[8 * SYMBOLS];
    uint32_t count;
} graph;

static void add_span(graph *g, const gp_portfolio *p, uint32_t owner, gp_span span)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        uint32_t alike = 0;
        for (uint32_t k = span.first; k < span.first + span.count; k++)
            alike +=
                p->requirements[i].group && p->requirements[k].group == p->requirements[i].group;
        assert_true(g->count < 8 * SYMBOLS);
        g->from[g->count] = owner;
        g->to[g->count] = p->requirements[i].target;
        g->is_must[g->count++] = alike < 2;
    }
}

static void make_graph(graph *g, const gp_portfolio *p)
{
    g->count = 0;
    for (uint32_t i = 0; i < p->intervention_count; i++)
        add_span(g, p, p->interventions[i].symbol, p->interventions[i].requires);
    for (uint32_t i = 0; i < p->capability_count; i++) {
        const gp_capability *c = &p->capabilities[i];
        add_span(g, p, c->symbol, c->requires);
        for (uint32_t k = 0; k < c->level_count; k++)
            add_span(g, p, c->symbol, c->levels[k].requires);
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

/* Which ids a chain reaches that does not touch `without`: what needs nothing, and on. */
static void reach_without(const graph *g, const gp_portfolio *p, uint32_t without, bool *marks)
{
    bool needs[SYMBOLS] = {false}, has_grown = true;
    for (uint32_t e = 0; e < g->count; e++)
        if (g->is_must[e] && g->to[e] != g->from[e]) needs[g->from[e]] = true;
    for (uint32_t i = 0; i < p->symbol_count; i++) marks[i] = !needs[i] && i != without;
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
        at += (size_t)snprintf(out + at, size - at, "%sc%u",
                               !at                        ? ""
                               : test_random(seed, 3) > 0 ? " "
                                                          : "|",
                               (unsigned)test_random(seed, below));
}

/* Capabilities require earlier ones; a second level may require the next: circles of ids. */
static const gp_portfolio *random_one(test_draft *t, uint64_t *seed, uint32_t interventions)
{
    static gp_level levels[CAPABILITIES][1];
    char id[16], requires[256];
    start_test_draft(t);
    for (uint32_t i = 0; i < CAPABILITIES; i++) {
        gp_capability capability = test_capability(3);
        snprintf(id, sizeof id, "c%u", (unsigned)i);
        if (i + 1 < CAPABILITIES && test_random(seed, 6) == 0) {
            snprintf(requires, sizeof requires, "c%u", (unsigned)i + 1);
            levels[i][0] = (gp_level){.level = 2, .requires = test_requires(t, requires)};
            capability.levels = levels[i];
            capability.level_count = 1;
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
        bool all[SYMBOLS] = {false}, must[SYMBOLS] = {false}, direct[SYMBOLS] = {false};
        all[one->symbol] = must[one->symbol] = true;
        mark_behind(g, all, false);
        mark_behind(g, must, true);
        for (uint32_t e = 0; e < g->count; e++)
            if (g->from[e] == one->symbol) direct[g->to[e]] = true;
        for (uint32_t c = 0; c < p->capability_count; c++) {
            uint32_t symbol = p->capabilities[c].symbol;
            rows[c].direct += direct[symbol];
            rows[c].all += all[symbol];
            rows[c].must += must[symbol];
            rows[c].by_stage[one->stage] += all[symbol];
            for (uint32_t k = 0; k < 2; k++)
                if (all[symbol] && gp_is_in_scenario(one, k)) scenarios[c] |= (uint64_t)1 << k;
        }
    }
}

static void count_by_taking_out(const gp_portfolio *p, const graph *g, gp_leverage *rows)
{
    static bool with[SYMBOLS], without[SYMBOLS];
    reach_without(g, p, GP_NONE, with);
    for (uint32_t c = 0; c < p->capability_count; c++) {
        reach_without(g, p, p->capabilities[c].symbol, without);
        for (uint32_t i = 0; i < p->intervention_count; i++) {
            uint32_t symbol = p->interventions[i].symbol;
            rows[c].through += with[symbol] && !without[symbol];
        }
    }
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
        cmocka_unit_test(leverage_agrees_with_walks),
    };
    return cmocka_run_group_tests_name("leverage", tests, NULL, NULL);
}
