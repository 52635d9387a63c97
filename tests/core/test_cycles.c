/* SPDX-License-Identifier: MIT
 * Every dependency cycle by name, once per strongly connected component, and what to cut. */
#include "core/cut.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const gp_finding *findings_of(test_draft *t, uint32_t *count)
{
    const gp_network *network = NULL;
    const gp_portfolio *portfolio = finish_test_draft(t);
    assert_int_equal(gp_build_network(t->job, portfolio, &network), GP_INVALID);
    assert_null(network); /* untouched */
    return gp_findings(t->job, count);
}

static void assert_cycle(const gp_finding *finding, const char *cycle, uint32_t edges,
                         const char *cut)
{
    assert_int_equal(finding->code, 107);
    assert_string_equal(finding->arguments[0].text, cycle);
    assert_int_equal(finding->arguments[1].number, edges);
    assert_int_equal(finding->related_count, edges);
    assert_string_equal(finding->arguments[2].text, cut);
}

static void two_circles(void **state)
{
    (void)state;
    uint32_t count;
    test_draft t;
    start_test_draft(&t);
    add_test_capability(&t, "a", test_capability(1), "b");   /* line 1 */
    add_test_capability(&t, "b", test_capability(1), "c");   /* line 2 */
    add_test_capability(&t, "c", test_capability(1), "a b"); /* line 3: c -> b is the shorter */
    add_test_capability(&t, "x", test_capability(1), "y a");
    add_test_capability(&t, "y", test_capability(1), "x");
    add_test_capability(&t, "free", test_capability(1), "a");
    const gp_finding *found = findings_of(&t, &count);
    assert_int_equal(count, 2);
    assert_cycle(&found[0], "b -> c -> b", 2, "b -> c"); /* the one cut that breaks both */
    assert_int_equal(found[0].related[0].place.line, 2);
    assert_int_equal(found[0].related[1].place.line, 3);
    assert_string_equal(found[0].related[1].from, "c");
    assert_string_equal(found[0].related[1].to, "b");
    assert_int_equal(found[1].arguments[1].number, 2);
    gp_job_free(t.job);
}

/* A capability-level circle that vanishes between levels is none; one between levels is. */
static void circles_of_levels(void **state)
{
    (void)state;
    uint32_t count;
    test_draft t;
    start_test_draft(&t);
    gp_level levels[] = {{.level = 2, .lead.lead_time.likely = DAYS(1)}};
    gp_capability c = test_capability(1);
    c.levels = levels;
    c.level_count = 1;
    levels[0].requires = test_requires(&t, "d");
    add_test_capability(&t, "c", c, "");
    add_test_capability(&t, "d", test_capability(1), "c@1");
    add_test_intervention(&t, "i", test_intervention(GP_DEVELOP, 1), "c@2");
    assert_int_equal(test_network(&t)->activity_count, 4);
    gp_job_free(t.job);

    start_test_draft(&t);
    levels[0].requires = test_requires(&t, "d");
    add_test_capability(&t, "c", c, "");
    add_test_capability(&t, "d", test_capability(1), "c@2");
    const gp_finding *found = findings_of(&t, &count);
    assert_int_equal(count, 1);
    assert_cycle(&found[0], "c@2 -> d -> c@2", 2, "d -> c@2"); /* or the other: one is enough */
    gp_job_free(t.job);
}

static void a_ring(uint32_t size)
{
    uint32_t count;
    test_draft t;
    char id[16], next[16];
    start_test_draft(&t);
    for (uint32_t i = 0; i < size; i++) {
        snprintf(id, sizeof id, "n%u", i);
        snprintf(next, sizeof next, "n%u", (i + 1) % size);
        add_test_capability(&t, id, test_capability(1), next);
    }
    const gp_finding *found = findings_of(&t, &count);
    assert_int_equal(count, 1);
    assert_int_equal(found[0].related_count, size);
    for (uint32_t i = 0; i < size; i++) /* each edge goes on where the last one ended */
        assert_string_equal(found[0].related[i].to, found[0].related[(i + 1) % size].from);
    gp_job_free(t.job);
}

static void large_rings(void **state)
{
    (void)state;
    a_ring(13);
    a_ring(30000);
}

static void many_small_rings(void **state)
{
    (void)state;
    uint32_t count;
    test_draft t;
    char id[16], next[16];
    start_test_draft(&t);
    for (uint32_t i = 0; i < 20000; i++) {
        snprintf(id, sizeof id, "n%u", i);
        snprintf(next, sizeof next, "n%u", i ^ 1);
        add_test_capability(&t, id, test_capability(1), next);
    }
    findings_of(&t, &count);
    assert_int_equal(count, 10000);
    gp_job_free(t.job);
}

/* The shortest cycle by trying all, on random networks. */
static uint32_t shortest_by_walking(uint8_t edge[8][8])
{
    uint32_t best = 99;
    for (int start = 0; start < 8; start++) {
        uint32_t distance[8] = {0}, reached = 0;
        for (uint32_t step = 1; step <= 8; step++)
            for (int a = 0; a < 8; a++) {
                bool is_front = step == 1 ? a == start : distance[a] == step - 1 && distance[a];
                for (int b = 0; is_front && b < 8; b++)
                    if (edge[a][b] && !distance[b]) distance[b] = step, reached++;
            }
        if (distance[start] && distance[start] < best) best = distance[start];
    }
    return best;
}

static void shortest_on_random_networks(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int round = 0; round < 500; round++) {
        uint8_t edge[8][8] = {{0}};
        test_draft t;
        start_test_draft(&t);
        for (int a = 0; a < 8; a++) {
            char id[2] = {(char)('a' + a), 0}, requires[40] = "";
            for (int b = 0; b < 8; b++) {
                if (a == b || test_random(&seed, 6)) continue;
                edge[a][b] = 1;
                size_t end = strlen(requires);
                snprintf(requires + end, sizeof requires - end, end ? " %c" : "%c", 'a' + b);
            }
            add_test_capability(&t, id, test_capability(1), requires);
        }
        const gp_network *network = NULL;
        const gp_portfolio *portfolio = finish_test_draft(&t);
        uint32_t shortest = shortest_by_walking(edge), count, best = 99;
        gp_status status = gp_build_network(t.job, portfolio, &network);
        assert_int_equal(status, shortest == 99 ? GP_OK : GP_INVALID);
        const gp_finding *found = gp_findings(t.job, &count);
        for (uint32_t i = 0; i < count; i++)
            if (found[i].related_count < best) best = found[i].related_count;
        assert_int_equal(best, shortest);
        gp_job_free(t.job);
    }
}

/* The least that an order of five leaves going back, by trying all 120. */
static uint32_t least_back(uint32_t weights[GP_ORDER_MAX][GP_ORDER_MAX], uint32_t order[5],
                           uint32_t placed)
{
    uint32_t least = UINT32_MAX;
    for (uint32_t v = 0; v < 5; v++) {
        uint32_t back = 0, is_free = 1;
        for (uint32_t i = 0; i < placed; i++) {
            is_free &= order[i] != v;
            back += weights[v][order[i]];
        }
        if (!is_free) continue;
        order[placed] = v;
        if (placed < 4) back += least_back(weights, order, placed + 1);
        if (back < least) least = back;
    }
    return least;
}

static void smallest_cuts_of_random_weights(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 300; round++) {
        uint32_t weights[GP_ORDER_MAX][GP_ORDER_MAX] = {{0}}, order[5], place[GP_ORDER_MAX];
        for (int a = 0; a < 5; a++)
            for (int b = 0; b < 5; b++)
                if (a != b && test_random(&seed, 2)) weights[a][b] = 1 + test_random(&seed, 3);
        uint32_t back = 0;
        gp_order_with_least_back(5, weights, place);
        for (int a = 0; a < 5; a++)
            for (int b = 0; b < 5; b++)
                if (place[a] > place[b]) back += weights[a][b];
        assert_int_equal(back, least_back(weights, order, 0));
    }
    uint32_t ring[GP_ORDER_MAX][GP_ORDER_MAX] = {[0][1] = 1, [1][2] = 1, [2][0] = 1};
    uint32_t place[GP_ORDER_MAX];
    gp_order_with_least_back(3, ring, place);
    assert_int_equal(place[0], 2);
    assert_int_equal(place[1], 0);
    assert_int_equal(place[2], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_circles),
        cmocka_unit_test(circles_of_levels),
        cmocka_unit_test(large_rings),
        cmocka_unit_test(many_small_rings),
        cmocka_unit_test(shortest_on_random_networks),
        cmocka_unit_test(smallest_cuts_of_random_weights),
    };
    return cmocka_run_group_tests_name("cycles", tests, NULL, NULL);
}
