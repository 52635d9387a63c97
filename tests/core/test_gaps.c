/* SPDX-License-Identifier: MIT
 * Demand and gaps: small portfolios by hand, and random ones against a walk per intervention. */
#include "tests/support_draft.h"
#include "groeipad/demand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void assert_symbols(const gp_portfolio *portfolio, gp_symbols found, const char *expected)
{
    char text[512] = "";
    size_t size = 0;
    for (uint32_t i = 0; i < found.count; i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", i ? " " : "",
                                 portfolio->ids[found.symbols[i]]);
        assert_true(size < sizeof text);
    }
    assert_string_equal(text, expected);
}

static void missing_capabilities_name_who_asks(void **state)
{
    (void)state;
    test_draft t;
    gp_gaps gaps;
    start_test_draft(&t);
    add_test_capability(&t, "privacy", test_capability(10), "consent");
    add_test_intervention(&t, "advice", test_intervention(GP_DEVELOP, 14),
                          "privasy consent@2 consent@3!start");
    gp_capability grown = test_capability(10);
    grown.level = 2; /* its requirements are met, but it was the file that named them */
    add_test_capability(&t, "training", grown, "consent privacy");
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_find_gaps(t.job, network, NULL, &gaps), GP_OK);
    const gp_portfolio *p = network->portfolio;
    assert_int_equal(gaps.missing_count, 2);
    assert_string_equal(p->ids[gaps.missing[0].symbol], "consent");
    assert_symbols(p, gaps.missing[0].required_by, "privacy advice training");
    assert_null(gaps.missing[0].did_you_mean);
    assert_string_equal(p->ids[gaps.missing[1].symbol], "privasy");
    assert_symbols(p, gaps.missing[1].required_by, "advice");
    assert_string_equal(gaps.missing[1].did_you_mean, "privacy");
    assert_int_equal(gaps.unplanned_count + gaps.unreached_count, 0);
    gp_job_free(t.job);
}

static void unplanned_is_the_first_step_without_lead_time(void **state)
{
    (void)state;
    test_draft t;
    gp_gaps gaps;
    start_test_draft(&t);
    add_test_capability(&t, "bare", test_capability(-1), "");
    add_test_capability(&t, "timed", test_capability(5), "bare@3 bare");
    gp_capability there = test_capability(-1);
    there.level = 1;
    add_test_capability(&t, "there", there, "");
    gp_capability fixed = test_capability(-1);
    fixed.ready = 100;
    add_test_capability(&t, "fixed", fixed, "");
    gp_estimate aspects[GP_ASPECT_COUNT] = {[GP_TOOLS].likely = DAYS(3)};
    gp_capability tools = test_capability(-1);
    tools.lead.aspects = aspects;
    add_test_capability(&t, "tools", tools, "");
    gp_level second[] = {{.level = 2, .lead.lead_time.likely = DAYS(9), .place.line = 1}};
    gp_capability gap = test_capability(-1);
    second[0].requires = test_requires(&t, "gap"); /* its own level 1: no demand for it */
    gap.levels = second;
    gap.level_count = 1;
    add_test_capability(&t, "gap", gap, "");
    add_test_intervention(&t, "all", test_intervention(GP_DEVELOP, 14),
                          "timed there fixed tools gap@3");
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_find_gaps(t.job, network, NULL, &gaps), GP_OK);
    const gp_portfolio *p = network->portfolio;
    assert_int_equal(gaps.unplanned_count, 2);
    assert_string_equal(p->ids[gaps.unplanned[0].symbol], "bare");
    assert_int_equal(gaps.unplanned[0].level, 1);
    assert_symbols(p, gaps.unplanned[0].required_by, "timed");
    assert_string_equal(p->ids[gaps.unplanned[1].symbol], "gap");
    assert_int_equal(gaps.unplanned[1].level, 1);
    assert_symbols(p, gaps.unplanned[1].required_by, "all");
    assert_int_equal(gaps.unreached_count, 1); /* and its level 3 is never reached */
    assert_int_equal(gaps.unreached[0].required_level, 3);
    assert_int_equal(gaps.unreached[0].reachable_level, 2);
    gp_job_free(t.job);
}

static void unreached_counts_what_has_to_be_done(void **state)
{
    (void)state;
    test_draft t;
    gp_gaps gaps;
    gp_level steps[] = {{.level = 1, .lead.lead_time.likely = DAYS(9)},
                        {.level = 2, .lead.lead_time.likely = DAYS(9)}};
    start_test_draft(&t);
    gp_capability stepped = test_capability(-1);
    stepped.levels = steps;
    stepped.level_count = 2;
    add_test_capability(&t, "stepped", stepped, "");
    gp_capability done = test_capability(1);
    done.level = 1;
    add_test_capability(&t, "done", done, "stepped@5"); /* is there: asks for nothing more */
    add_test_capability(&t, "modest", test_capability(1), "stepped@2");
    add_test_intervention(&t, "greedy", test_intervention(GP_DEVELOP, 1), "stepped@4 done modest");
    add_test_capability(&t, "lavish", test_capability(1), "stepped@3 stepped@4");
    gp_capability own = stepped;
    own.lead.lead_time.likely = DAYS(1); /* serves every level that is not listed */
    add_test_capability(&t, "own", own, "");
    add_test_intervention(&t, "other", test_intervention(GP_DEVELOP, 1), "own@5 lavish");
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_find_gaps(t.job, network, NULL, &gaps), GP_OK);
    assert_int_equal(gaps.unreached_count, 1);
    assert_string_equal(network->portfolio->ids[gaps.unreached[0].symbol], "stepped");
    assert_int_equal(gaps.unreached[0].required_level, 4);
    assert_int_equal(gaps.unreached[0].reachable_level, 2);
    assert_symbols(network->portfolio, gaps.unreached[0].required_by, "greedy lavish");
    assert_int_equal(gaps.unplanned_count, 0);
    gp_job_free(t.job);
}

static void unfounded_and_premature(void **state)
{
    (void)state;
    test_draft t;
    gp_gaps gaps;
    start_test_draft(&t);
    add_test_capability(&t, "blockchain", test_capability(400), "ledger");
    add_test_capability(&t, "ledger", test_capability(40), "");
    add_test_capability(&t, "view", test_capability(40), "data");
    add_test_capability(&t, "data", test_capability(40), "");
    add_test_capability(&t, "robot", test_capability(40), "data rules");
    gp_capability rules = test_capability(40);
    rules.level = 1;
    add_test_capability(&t, "rules", rules, "ethics");
    add_test_capability(&t, "ethics", test_capability(40), "");
    add_test_intervention(&t, "later", test_intervention(GP_EXPLORE, 14), "ethics robot|view");
    add_test_intervention(&t, "now", test_intervention(GP_DEVELOP, 14), "view view@2");
    add_test_intervention(&t, "dream", test_intervention(GP_EXPLORE, 14), "robot now");
    const gp_network *network = test_network(&t);
    const gp_portfolio *p = network->portfolio;
    assert_int_equal(gp_find_gaps(t.job, network, NULL, &gaps), GP_OK);
    assert_symbols(p, (gp_symbols){gaps.unfounded, gaps.unfounded_count}, "blockchain ledger");
    assert_int_equal(gaps.premature_count, 2); /* rules is there: nothing is left to invest */
    static const char *const rows[][2] = {{"robot", "later dream"}, {"ethics", "later dream"}};
    for (uint32_t i = 0; i < 2; i++) {
        assert_string_equal(p->ids[gaps.premature[i].symbol], rows[i][0]);
        assert_symbols(p, gaps.premature[i].explored_by, rows[i][1]);
    }
    const gp_demand *demand;
    assert_int_equal(gp_find_demand(t.job, p, &demand), GP_OK);
    static const uint8_t kinds[] = {
        GP_DEMAND_NONE,      GP_DEMAND_NONE,         GP_DEMAND_REQUESTED, GP_DEMAND_PREREQUISITE,
        GP_DEMAND_REQUESTED, GP_DEMAND_PREREQUISITE, GP_DEMAND_REQUESTED};
    static const uint32_t direct[] = {0, 0, 2, 0, 2, 0, 1};
    for (uint32_t i = 0; i < p->capability_count; i++) {
        assert_int_equal(demand[i].kind, kinds[i]);
        assert_int_equal(demand[i].direct_count, direct[i]);
    }
    gp_job_free(t.job);
}

/* ---- random portfolios ---- */

#define CAPABILITIES 200
#define INTERVENTIONS 150 /* more than two blocks of 64 */

/* Raises the levels that a span asks for; returns whether any rose. */
static bool raise_levels(const gp_portfolio *p, gp_span span, uint8_t *levels)
{
    bool has_risen = false;
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        uint8_t *level = &levels[p->requirements[i].target];
        if (*level >= p->requirements[i].level) continue;
        *level = p->requirements[i].level;
        has_risen = true;
    }
    return has_risen;
}

/* All that an intervention rests on, to the level that it asks for: again and again until no level
 * rises. */
static void mark_behind(const gp_portfolio *p, uint32_t symbol, bool *marks)
{
    uint8_t levels[CAPABILITIES + INTERVENTIONS + 1] = {0};
    levels[symbol] = 1;
    for (bool has_risen = true; has_risen;) {
        has_risen = false;
        for (uint32_t i = 0; i < p->intervention_count; i++)
            if (levels[p->interventions[i].symbol])
                has_risen |= raise_levels(p, p->interventions[i].requires, levels);
        for (uint32_t i = 0; i < p->capability_count; i++) {
            const gp_capability *c = &p->capabilities[i];
            if (levels[c->symbol] == 0) continue;
            has_risen |= raise_levels(p, c->requires, levels);
            for (uint32_t k = 0; k < c->level_count; k++)
                if (c->levels[k].level <= levels[c->symbol])
                    has_risen |= raise_levels(p, c->levels[k].requires, levels);
        }
    }
    for (uint32_t i = 0; i < p->symbol_count; i++) marks[i] = levels[i] > 0;
}

static void write_requires(uint64_t *seed, char *out, size_t size, uint32_t below, uint32_t most)
{
    size_t at = 0;
    out[0] = '\0';
    for (uint32_t n = test_random(seed, most + 1); n > 0 && below > 0; n--)
        at +=
            (size_t)snprintf(out + at, size - at, "%sc%u%s", at ? " " : "",
                             (unsigned)test_random(seed, below), test_random(seed, 5) ? "" : "@2");
}

/* Capabilities require earlier ones; a second level may require the next, so that ids form
 * circles. */
static const gp_portfolio *random_portfolio(test_draft *t, uint64_t *seed)
{
    static gp_level levels[CAPABILITIES][1];
    start_test_draft(t);
    for (uint32_t i = 0; i < CAPABILITIES; i++) {
        char id[16], requires[256];
        gp_capability capability = test_capability(3);
        snprintf(id, sizeof id, "c%u", (unsigned)i);
        if (test_random(seed, 3) == 0) {
            write_requires(seed, requires, sizeof requires, i > 0 ? i - 1 : 0, 3);
            levels[i][0] = (gp_level){.level = 2};
            levels[i][0].requires = test_requires(t, requires);
            capability.levels = levels[i];
            capability.level_count = 1;
        }
        bool circle = i + 1 < CAPABILITIES && test_random(seed, 4) == 0;
        if (capability.level_count && circle) {
            snprintf(requires, sizeof requires, "c%u", (unsigned)i + 1);
            levels[i][0].requires = test_requires(t, requires);
        }
        write_requires(seed, requires, sizeof requires, i, 2);
        add_test_capability(t, id, capability, requires);
    }
    for (uint32_t i = 0; i < INTERVENTIONS; i++) {
        char id[16], requires[256];
        snprintf(id, sizeof id, "i%u", (unsigned)i);
        write_requires(seed, requires, sizeof requires, CAPABILITIES, 2);
        gp_stage stage = test_random(seed, 60) ? GP_EXPLORE : GP_DEVELOP;
        add_test_intervention(t, id, test_intervention(stage, 14), requires);
    }
    return finish_test_draft(t);
}

static void check_capability(const gp_portfolio *p, const gp_gaps *gaps, uint32_t index,
                             bool (*rests)[CAPABILITIES + INTERVENTIONS], uint32_t *premature,
                             uint32_t *unfounded)
{
    uint32_t symbol = p->capabilities[index].symbol, count = 0, symbols[INTERVENTIONS];
    bool is_firm = false;
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        if (!rests[i][symbol]) continue;
        symbols[count++] = p->interventions[i].symbol;
        if (p->interventions[i].stage != GP_EXPLORE) is_firm = true;
    }
    if (count == 0) {
        assert_int_equal(gaps->unfounded[*unfounded], symbol);
        (*unfounded)++;
    } else if (!is_firm) {
        const gp_premature_gap *row = &gaps->premature[(*premature)++];
        assert_int_equal(row->symbol, symbol);
        assert_int_equal(row->explored_by.count, count);
        assert_memory_equal(row->explored_by.symbols, symbols, count * sizeof *symbols);
    }
}

static void explorers_are_all_that_rest_on_it(void **state)
{
    (void)state;
    static bool rests[INTERVENTIONS][CAPABILITIES + INTERVENTIONS];
    uint64_t seed = 7;
    uint32_t premature_seen = 0;
    for (int round = 0; round < 200; round++) {
        test_draft t;
        const gp_portfolio *p = random_portfolio(&t, &seed);
        const gp_network *network;
        gp_gaps gaps;
        if (gp_build_network(t.job, p, &network) != GP_OK) { /* a real cycle */
            gp_job_free(t.job);
            continue;
        }
        assert_int_equal(gp_find_gaps(t.job, network, NULL, &gaps), GP_OK);
        memset(rests, 0, sizeof rests);
        for (uint32_t i = 0; i < p->intervention_count; i++)
            mark_behind(p, p->interventions[i].symbol, rests[i]);
        uint32_t premature = 0, unfounded = 0;
        for (uint32_t i = 0; i < p->capability_count; i++)
            check_capability(p, &gaps, i, rests, &premature, &unfounded);
        assert_int_equal(gaps.premature_count, premature);
        assert_int_equal(gaps.unfounded_count, unfounded);
        premature_seen += premature;
        gp_job_free(t.job);
    }
    assert_true(premature_seen > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_capabilities_name_who_asks),
        cmocka_unit_test(unplanned_is_the_first_step_without_lead_time),
        cmocka_unit_test(unreached_counts_what_has_to_be_done),
        cmocka_unit_test(unfounded_and_premature),
        cmocka_unit_test(explorers_are_all_that_rest_on_it),
    };
    return cmocka_run_group_tests_name("gaps", tests, NULL, NULL);
}
