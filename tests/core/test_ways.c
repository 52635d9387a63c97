/* SPDX-License-Identifier: MIT
 * Queries: what rests on a step, the ways from one to another, what all of them run through.
 * Random portfolios against all chains, written out. */
#include "tests/support_random.h"
#include "groeipad/demand.h"
#include "groeipad/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define LENGTH_MAX 64
#define CHAINS_MAX 4096

typedef struct chains {
    uint32_t chains[CHAINS_MAX][LENGTH_MAX];
    uint32_t lengths[CHAINS_MAX];
    uint32_t count;
} chains;

static void keep_chain(chains *all, const uint32_t *chain, uint32_t length)
{
    for (uint32_t i = 0; i < all->count; i++) /* the same requirement twice: the same chain */
        if (all->lengths[i] == length && !memcmp(all->chains[i], chain, length * sizeof *chain))
            return;
    if (all->count == CHAINS_MAX) return;
    memcpy(all->chains[all->count], chain, length * sizeof *chain);
    all->lengths[all->count++] = length;
}

static void walk(const gp_network *network, uint32_t to, uint32_t *chain, uint32_t length,
                 chains *all)
{
    uint32_t at = chain[length - 1];
    if (at == to) keep_chain(all, chain, length);
    if (at == to || length == LENGTH_MAX || all->count == CHAINS_MAX) return;
    for (uint32_t a = 0; a < network->arc_count; a++) {
        if (network->arcs[a].from != at) continue;
        chain[length] = network->arcs[a].to;
        walk(network, to, chain, length + 1, all);
    }
}

static bool is_among(const chains *all, const gp_way *way)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (all->lengths[i] == way->count &&
            !memcmp(all->chains[i], way->activities, way->count * sizeof(uint32_t)))
            return true;
    return false;
}

static void check_ways(gp_job *job, const gp_schedule *schedule, uint32_t from, uint32_t to,
                       const chains *all)
{
    gp_ways found;
    assert_int_equal(
        gp_find_ways(job, schedule, from, to, &(gp_longest_options){CHAINS_MAX}, &found), GP_OK);
    assert_true(found.is_complete);
    assert_int_equal(found.total, all->count);
    assert_int_equal(found.count, all->count);
    for (uint32_t i = 0; i < found.count; i++) {
        assert_true(is_among(all, &found.ways[i]));
        if (i) assert_true(found.ways[i].ready <= found.ways[i - 1].ready);
        for (uint32_t k = 0; k < i; k++)
            assert_false(found.ways[i].count == found.ways[k].count &&
                         !memcmp(found.ways[i].activities, found.ways[k].activities,
                                 found.ways[i].count * sizeof(uint32_t)));
    }
    gp_ways few;
    assert_int_equal(gp_find_ways(job, schedule, from, to, &(gp_longest_options){2}, &few), GP_OK);
    assert_int_equal(few.count, all->count < 2 ? all->count : 2);
    for (uint32_t i = 0; i < few.count; i++)
        assert_int_equal(few.ways[i].ready, found.ways[i].ready);
}

static void check_only_way(gp_job *job, const gp_schedule *schedule, uint32_t from, uint32_t to,
                           const chains *all)
{
    gp_activities gates;
    uint32_t on_all = 0;
    assert_int_equal(gp_find_only_way(job, schedule, from, to, &gates), GP_OK);
    for (uint32_t activity = 0; activity < schedule->network->activity_count; activity++) {
        uint32_t on = 0;
        for (uint32_t i = 0; i < all->count; i++)
            for (uint32_t k = 0; k < all->lengths[i]; k++) on += all->chains[i][k] == activity;
        bool is_gate = false;
        for (uint32_t i = 0; i < gates.count; i++) is_gate |= gates.activities[i] == activity;
        assert_int_equal(is_gate, all->count > 0 && on == all->count);
        on_all += is_gate;
    }
    assert_int_equal(gates.count, on_all);
    if (gates.count) assert_int_equal(gates.activities[0], from);
    if (gates.count) assert_int_equal(gates.activities[gates.count - 1], to);
}

static void check_descendants(gp_job *job, const gp_schedule *schedule, uint32_t activity)
{
    for (int chosen_only = 0; chosen_only < 2; chosen_only++) {
        const gp_reach_options options = {.is_chosen_only = chosen_only};
        gp_activities below;
        assert_int_equal(gp_find_descendants(job, schedule, activity, &options, &below), GP_OK);
        uint32_t next = 0;
        for (uint32_t i = 0; i < schedule->network->activity_count; i++) {
            gp_activities above;
            uint32_t other = schedule->network->order[i];
            bool rests = false;
            assert_int_equal(gp_find_ancestors(job, schedule, other, &options, &above), GP_OK);
            for (uint32_t k = 0; k < above.count; k++) rests |= above.activities[k] == activity;
            if (rests) assert_int_equal(below.activities[next++], other);
        }
        assert_int_equal(next, below.count);
    }
}

static bool has_alternatives(const gp_portfolio *p)
{
    for (uint32_t i = 0; i < p->requirement_count; i++)
        if (p->requirements[i].group) return true;
    return false;
}

/* A driver path fixes the date: from any step on it the longest way gives that very date. */
static void check_critical(gp_job *job, const gp_schedule *schedule, uint32_t to)
{
    gp_path path;
    assert_int_equal(gp_trace_path(job, schedule, to, &path), GP_OK);
    for (uint32_t i = 0; i < path.count; i++) {
        gp_ways found;
        assert_int_equal(
            gp_find_ways(job, schedule, path.activities[i], to, &(gp_longest_options){1}, &found),
            GP_OK);
        assert_int_equal(found.count, 1);
        assert_int_equal(found.ways[0].ready, schedule->dates[to].earliest_ready);
    }
}

static void ways_are_all_chains(void **state)
{
    (void)state;
    static generator g;
    static chains all;
    uint32_t many = 0;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        const gp_network *network;
        const gp_schedule *schedule;
        const gp_portfolio *p = random_portfolio(&g, seed);
        gp_job *job = g.draft.job;
        if (gp_build_network(job, p, &network) == GP_OK && network->activity_count) {
            assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
            uint32_t chain[LENGTH_MAX] = {(uint32_t)seed % network->activity_count};
            for (uint32_t to = 0; to < network->activity_count; to++) {
                all.count = 0;
                walk(network, to, chain, 1, &all);
                if (all.count == CHAINS_MAX) continue;
                check_ways(job, schedule, chain[0], to, &all);
                check_only_way(job, schedule, chain[0], to, &all);
                if (!has_alternatives(p)) check_critical(job, schedule, to);
                many += all.count > 2;
            }
            check_descendants(job, schedule, chain[0]);
        }
        gp_job_free(job);
    }
    assert_true(many > 50);
}

/* 2^40 ways: they are counted up to a bound, and the first few come at once. */
static void more_ways_than_can_be_counted(void **state)
{
    (void)state;
    test_draft t;
    char id[16], requires[32] = "";
    const gp_schedule *schedule;
    gp_ways found;
    start_test_draft(&t);
    for (int i = 0; i < 40; i++) {
        for (int side = 0; side < 2; side++) {
            snprintf(id, sizeof id, "%c%d", 'a' + side, i);
            add_test_capability(&t, id, test_capability(side), requires);
        }
        snprintf(requires, sizeof requires, "a%d b%d", i, i);
    }
    add_test_intervention(&t, "goal", test_intervention(GP_DEVELOP, 1), requires);
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
    const gp_portfolio *p = network->portfolio;
    uint32_t from = gp_find_first_step(network, gp_find_symbol(p, "a0"));
    uint32_t to = gp_find_first_step(network, gp_find_symbol(p, "goal"));
    assert_int_equal(gp_find_ways(t.job, schedule, from, to, &(gp_longest_options){50}, &found),
                     GP_OK);
    assert_int_equal(found.total, GP_WAYS_TOTAL_MAX);
    assert_int_equal(found.count, 50);
    assert_true(found.is_complete);
    assert_int_equal(found.ways[0].count, 41);
    gp_chains few_chains;
    assert_int_equal(gp_find_ways(t.job, schedule, from, to, NULL, &found), GP_OK);
    assert_int_equal(found.count, GP_LONGEST_TOP);
    assert_int_equal(gp_find_chains(t.job, schedule, to, NULL, &few_chains), GP_OK);
    assert_int_equal(few_chains.count, GP_LONGEST_TOP);
    gp_activities gates;
    assert_int_equal(gp_find_only_way(t.job, schedule, from, to, &gates), GP_OK);
    assert_int_equal(gates.count, 2);
    gp_job_free(t.job);
}

static void structure_of_islands(void **state)
{
    (void)state;
    test_draft t;
    gp_structure shape;
    start_test_draft(&t);
    add_test_capability(&t, "a", test_capability(1), "");
    add_test_capability(&t, "b", test_capability(1), "a");
    add_test_capability(&t, "c", test_capability(1), "a");
    add_test_intervention(&t, "goal", test_intervention(GP_DEVELOP, 1), "b c");
    add_test_capability(&t, "alone", test_capability(1), "");
    add_test_intervention(&t, "other", test_intervention(GP_DEVELOP, 1), "gone");
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_find_structure(t.job, network, &shape), GP_OK);
    assert_int_equal(shape.part_count, 3);
    assert_int_equal(shape.largest_part, 4);
    assert_int_equal(shape.alone_count, 1);
    assert_int_equal(shape.depth, 3);
    assert_int_equal(shape.width, 3);
    gp_job_free(t.job);
    start_test_draft(&t);
    network = test_network(&t);
    assert_int_equal(gp_find_structure(t.job, network, &shape), GP_OK);
    assert_int_equal(shape.part_count + shape.depth + shape.width, 0);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_are_all_chains),
        cmocka_unit_test(more_ways_than_can_be_counted),
        cmocka_unit_test(structure_of_islands),
    };
    return cmocka_run_group_tests_name("ways", tests, NULL, NULL);
}
